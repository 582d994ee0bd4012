"""Disposal by retention: what is due, proposals, a second person's word, and the register.

``DisposalPage(desk)``: the retention rules at the left, or the register of disposals; at the right the
records of the chosen one and what can be done with them. Nothing is destroyed on one person's word.
"""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget

from creditbank_desktop.domain.disposals import DisposalState
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.retention import RetainedSubject
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_privacy import CarriedOut, DisposalView, DueItem, DueList, DueRule
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.buttons import PillButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState
from creditbank_desktop.ui.privacy.disposal_rows import register_columns, rule_columns
from creditbank_desktop.ui.privacy.due_card import DueCard
from creditbank_desktop.ui.privacy.entry_card import EntryCard
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.register import RegisterCard, RegisterWords, RowReading
from creditbank_desktop.ui.settings.sides import RegisterSides
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.privacy_words import word_disposal, word_subject
from creditbank_desktop.ui.wording.registry_names import speaks_english

T = TypeVar("T")
_EMPTY, _DUE, _ENTRY = 0, 1, 2


class DisposalPage(WorkplacePage):
    """Rules, register and what is in them; named in the module's text."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin without anything read."""
        super().__init__()
        self._desk = desk
        self._by = desk.clock.today()
        self.rules: RegisterCard[DueRule] = RegisterCard(
            rule_columns(),
            RegisterWords(tr("Retention rules"), tr("Search"), tr("There are no retention rules.")),
            RowReading(lambda row: row.key, lambda row: (str(word_subject(row.subject.value)),)),
        )
        self.register: RegisterCard[DisposalView] = RegisterCard(
            register_columns(),
            RegisterWords(tr("Register"), tr("Search"), tr("Nothing was disposed of yet.")),
            RowReading(
                lambda row: row.disposal,
                lambda row: (row.proposed_by, row.decided_by, str(word_disposal(row.state.value))),
            ),
        )
        self.register.hide_when_narrow(0)
        self.show_register = PillButton(tr("Register"), key="Alt+2")
        self.show_register.setCheckable(True)
        self.show_due = PillButton(tr("What is due"), key="Alt+1")
        self.print = SecondaryButton(tr("Save the register (PDF)"), key="Ctrl+P", icon=Icon.PRINTER)
        self.due = DueCard(may_propose=may(desk.actor, "DisposalService.propose"))
        self.entry = EntryCard(desk.actor)
        self._left, self._side = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()

    def on_opened(self) -> None:
        """Read everything and go to the list in front."""
        self._by = self._desk.clock.today()
        self.refresh()
        self._card().go_to_table()

    @Slot()
    def refresh(self) -> None:
        """Read what is due and the register again."""
        disposals, actor, by = self._desk.services.disposals, self._desk.actor, self._by
        self._desk.runner.run(
            lambda: (disposals.due(actor, by), disposals.register(actor)), self._show, owner=self
        )

    def _lay_out(self) -> None:
        self.rules.add_head(self.show_register)
        self.register.add_head(self.show_due)
        self.register.add_action(self.print)
        self._left.addWidget(self.rules)
        self._left.addWidget(self.register)
        empty = Card()
        sentence = tr("Records go when their time is over, and only when two people say so.")
        empty.body.addWidget(EmptyState(Icon.ARCHIVE, sentence))
        for widget in (empty, self.due, self.entry):
            self._side.addWidget(widget)
        self.body.addWidget(RegisterSides(self._left, self._side, side_share=4), 1)

    def _connect(self) -> None:
        self.rules.row_chosen.connect(self._on_rules_row_chosen)
        self.register.row_chosen.connect(self._on_register_row_chosen)
        self.rules.row_opened.connect(self._on_rules_row_opened)
        self.register.row_opened.connect(self._on_register_row_opened)
        self.show_register.clicked.connect(self._on_show_register_clicked)
        self.show_due.clicked.connect(self._on_show_due_clicked)
        self.due.propose_asked.connect(self._on_due_propose_asked)
        self.due.clear_asked.connect(self._on_due_clear_asked)
        self.entry.approve_asked.connect(self._on_entry_approve_asked)
        self.entry.reject_asked.connect(self._on_entry_reject_asked)
        self.entry.carry_out_asked.connect(self._on_entry_carry_out_asked)
        self.print.clicked.connect(self._on_print_clicked)
        self._desk.bus.changed.connect(self._on_bus_changed)
        table = self.shortcuts
        table.add("Ctrl+F", tr("Search"), self._go_to_search, hint=True)
        for button in (self.show_due, self.show_register):
            table.add_button(button, hint=True)
        for action in (self.due.propose, self.due.leave_out, self.entry.reject, self.print):
            table.add_button(action)

    def _card(self) -> RegisterCard[DueRule] | RegisterCard[DisposalView]:
        return self.register if self._left.currentWidget() is self.register else self.rules

    def _show(self, found: tuple[DueList, tuple[DisposalView, ...]]) -> None:
        due, register = found
        self.rules.show_rows(due.rules, self.rules.table.selected_id())
        self.register.show_rows(register, self.register.table.selected_id())
        waiting = due.to_approve + due.to_do
        opened = tr("Register · {count}").format(count=waiting)
        self.show_register.set_words(opened if waiting else tr("Register"))
        card = self._card()
        if card.table.selected() is None:
            card.table.select_place(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._left.currentWidget() is self.rules:
            self._on_rules_row_chosen(self.rules.table.selected())
        else:
            self._on_register_row_chosen(self.register.table.selected())

    @Slot()
    def _go_to_search(self) -> None:
        self._card().go_to_search()

    @Slot()
    def _on_show_register_clicked(self) -> None:
        self._bring(self.register)

    @Slot()
    def _on_show_due_clicked(self) -> None:
        self._bring(self.rules)

    def _bring(self, card: RegisterCard[DueRule] | RegisterCard[DisposalView]) -> None:
        self._left.setCurrentWidget(card)
        self.show_register.setChecked(False)
        QTimer.singleShot(0, self, card.go_to_table)
        self._show_chosen()

    @Slot(object)
    def _on_rules_row_chosen(self, rule: DueRule | None) -> None:
        if rule is None or self._left.currentWidget() is not self.rules:
            self._side.setCurrentIndex(_EMPTY)
            return
        self.due.show_rule(rule, self._by)
        self._side.setCurrentIndex(_DUE)
        if rule.due == 0 or rule.subject is RetainedSubject.DRAFTS:
            return
        disposals, actor, by = self._desk.services.disposals, self._desk.actor, self._by

        def show(items: tuple[DueItem, ...]) -> None:
            now = self.rules.table.selected()
            if now is not None and now.key == rule.key:
                self.due.show_items(items)

        self._desk.runner.run(lambda: disposals.preview(actor, rule.key, by), show, owner=self)

    @Slot(object)
    def _on_register_row_chosen(self, view: DisposalView | None) -> None:
        if view is None or self._left.currentWidget() is not self.register:
            self._side.setCurrentIndex(_EMPTY)
            return
        self.entry.show_entry(view)
        self._side.setCurrentIndex(_ENTRY)
        if view.state not in (DisposalState.PROPOSED, DisposalState.APPROVED):
            return
        disposals, actor = self._desk.services.disposals, self._desk.actor

        def show(items: tuple[DueItem, ...]) -> None:
            now = self.register.table.selected()
            if now is not None and now.disposal == view.disposal:
                self.entry.show_items(items)

        self._desk.runner.run(lambda: disposals.items(actor, view.disposal), show, owner=self)

    @Slot(object)
    def _on_rules_row_opened(self, _rule: object) -> None:
        self.due.table.setFocus()

    @Slot(object)
    def _on_register_row_opened(self, _view: object) -> None:
        self.entry.table.setFocus()

    @Slot()
    def _on_due_propose_asked(self) -> None:
        rule = self.rules.table.selected()
        if rule is None:
            return
        disposals, actor, by = self._desk.services.disposals, self._desk.actor, self._by
        chosen = self.due.chosen()
        told = tr("%n record(s) proposed. Somebody else has to approve.", n=len(chosen))
        self._desk.runner.run(
            lambda: disposals.propose(actor, rule.key, by, chosen),
            partial(self._done, told),
            owner=self,
            busy=self.due.propose,
        )

    @Slot()
    def _on_due_clear_asked(self) -> None:
        disposals, actor = self._desk.services.disposals, self._desk.actor

        def done(result: OpResult[int]) -> None:
            self._done(tr("%n draft(s) and unused scan(s) deleted.", n=result.value), result)

        self._desk.runner.run(
            lambda: disposals.clear_drafts(actor), done, owner=self, busy=self.due.clear_drafts
        )

    @Slot()
    def _on_entry_approve_asked(self) -> None:
        view = self.register.table.selected()
        if view is not None:
            disposals, actor = self._desk.services.disposals, self._desk.actor
            self._desk.runner.run(
                lambda: disposals.approve(actor, view.disposal),
                partial(self._done, tr("Approved. The archivist can destroy it now.")),
                owner=self,
                busy=self.entry.approve,
            )

    @Slot()
    def _on_entry_reject_asked(self) -> None:
        view, reason = self.register.table.selected(), self.entry.reason()
        if view is None:
            return
        if not reason:
            self.entry.reason_row.show_problems([Problem("field.required", "reason")])
            self.entry.choice.setFocus()
            return
        disposals, actor = self._desk.services.disposals, self._desk.actor
        self._desk.runner.run(
            lambda: disposals.reject(actor, view.disposal, reason),
            partial(self._done, tr("Turned down. The records can be proposed again.")),
            owner=self,
            busy=self.entry.reject,
        )

    @Slot()
    def _on_entry_carry_out_asked(self) -> None:
        view = self.register.table.selected()
        if view is None or not self.entry.sure.isChecked():
            return
        disposals, actor = self._desk.services.disposals, self._desk.actor

        def done(result: OpResult[CarriedOut]) -> None:
            gone = result.value
            told = tr("Destroyed: {learners} learners, {files} files, {pieces} scans.").format(
                learners=gone.learners, files=gone.files, pieces=gone.pieces
            )
            self._done(told, result)

        self._desk.runner.run(
            lambda: disposals.carry_out(actor, view.disposal), done, owner=self, busy=self.entry.carry_out
        )

    @Slot()
    def _on_print_clicked(self) -> None:
        name = f"disposals-{self._by.isoformat()}.pdf"
        path = self._desk.choose_save(self, name, "PDF (*.pdf)")
        if not path:
            return
        disposals, actor = self._desk.services.disposals, self._desk.actor
        language = "en" if speaks_english() else "zh"

        def work() -> None:
            self._desk.write_file(path, disposals.register_pdf(actor, language))

        def done(_nothing: None) -> None:
            self.messages.show_notice(Notice(str(tr("Saved: {path}").format(path=path)), Tone.SUCCESS))

        self._desk.runner.run(work, done, owner=self, busy=self.print)

    def _done(self, told: Words, result: OpResult[T]) -> None:
        self._desk.bus.announce(result.changes)
        self.messages.show_notice(Notice(str(told), Tone.SUCCESS))
        self.refresh()
        QTimer.singleShot(0, self, self._card().go_to_table)

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(kind in ("disposal", "draft") for kind, _id in changes):
            self.refresh()
