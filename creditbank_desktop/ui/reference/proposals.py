"""What waits for a second person: every change before and after, to be approved or turned down.

``ProposalsPage(desk)``: open proposals at the left, or those that were settled; at the right what the chosen
one would change. Nobody approves what they proposed themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import OperationId
from creditbank_desktop.domain.reference import ProposalState
from creditbank_desktop.domain.reference_kinds import spec_of
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_reference import ChangeView, FieldChange, ProposalRow, ProposalView
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.buttons import PillButton, PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState, Facts, Label, SectionTitle, StateChip
from creditbank_desktop.ui.reference.editors import word_value
from creditbank_desktop.ui.reference.page import CONCERNED
from creditbank_desktop.ui.reference.rows import title_of
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.register import RegisterCard, RegisterWords, RowReading
from creditbank_desktop.ui.settings.sides import RegisterSides, word_moment
from creditbank_desktop.ui.shell.workplaces import SearchHit, WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.privacy_words import word_retention_effect
from creditbank_desktop.ui.wording.reference_words import (
    word_field,
    word_key,
    word_proposal_state,
    word_table,
)

_TONES = {
    ProposalState.PENDING: Tone.WARNING,
    ProposalState.APPROVED: Tone.SUCCESS,
    ProposalState.REJECTED: Tone.DANGER,
    ProposalState.WITHDRAWN: Tone.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One field of one entry of a proposal."""

    id: str
    change: ChangeView
    field: FieldChange

    def value(self, text: str) -> str:
        """Return a text of the field in words."""
        spec = spec_of(self.change.kind.value)
        return str(word_value(None if spec is None else spec.field(self.field.name), text))


def proposal_columns() -> Sequence[Column[ProposalRow]]:
    """Return the columns of the list of proposals."""
    return (
        Column(tr("What"), what_text, strong=True),
        Column(tr("By"), lambda row: row.proposed_by_name, 84),
        Column(
            tr("Standing"),
            lambda row: str(word_proposal_state(row.state.value)),
            136,
            chip=lambda row: _TONES[row.state],
        ),
    )


def line_columns() -> Sequence[Column[_Line]]:
    """Return the columns of the list of changed fields."""
    return (
        Column(tr("Entry"), lambda line: _entry_text(line.change), strong=True),
        Column(tr("Field"), lambda line: str(word_field(line.change.kind.value, line.field.name)), 120),
        Column(tr("Before"), lambda line: line.value(line.field.before), 110, secondary=True),
        Column(tr("After"), lambda line: line.value(line.field.after), 110),
    )


class ProposalsPage(WorkplacePage):
    """Proposals and what they change; named in the module's text."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin without proposals."""
        super().__init__()
        self._desk = desk
        self._view: ProposalView | None = None
        self.register = RegisterCard(
            proposal_columns(),
            RegisterWords(tr("Proposals"), tr("What, who or why"), tr("Nothing waits for a second person.")),
            RowReading(
                lambda row: row.proposal, lambda row: (what_text(row), row.proposed_by_name, row.reason)
            ),
        )
        self.register.hide_when_narrow(1)
        self.settled = PillButton(tr("Settled"), key="Alt+2")
        self.settled.setCheckable(True)
        self.register.add_head(self.settled)
        self.title, self.chip, self.facts = SectionTitle(""), StateChip(), Facts()
        self.lines: KeysetTable[_Line] = KeysetTable(line_columns(), name=tr("Changes"))
        self.before, self.after = Label("", wrap=True, selectable=True), Label("", wrap=True, selectable=True)
        self.reason = TextEdit()
        self.reason_row = FieldRow(tr("&Why"), self.reason, field="reason")
        self.approve = PrimaryButton(tr("Approve"), key="Ctrl+Return")
        self.reject = SecondaryButton(tr("Turn down"), key="Ctrl+D")
        self.withdraw = SecondaryButton(tr("Withdraw"), key="Ctrl+Backspace")
        self.own, self.effect = Label("", "secondary", wrap=True), Label("", "strong", wrap=True)
        self._side = QStackedWidget()
        self._lay_out()
        self._connect()

    def on_opened(self) -> None:
        """Read the proposals and go to the list."""
        self.refresh()
        self.register.go_to_table()

    def open_hit(self, hit: SearchHit) -> None:
        """Show the proposal of that id."""
        self.settled.setChecked(False)
        self.refresh(hit.id)

    def refresh(self, select: str | None = None) -> None:
        """Read the proposals again; ``select`` is chosen then."""
        proposals, actor = self._desk.services.proposals, self._desk.actor
        read = proposals.settled if self.settled.isChecked() else proposals.pending

        def show(rows: tuple[ProposalRow, ...]) -> None:
            self.register.show_rows(rows, select)
            if self.register.table.selected() is None:
                self.register.table.select_place(0)

        self._desk.runner.run(lambda: read(actor), show, owner=self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.chip)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.withdraw, self.reject):
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(self.approve)
        card = Card()
        card.body.addLayout(head)
        card.body.addWidget(self.facts)
        card.body.addWidget(self.lines, 1)
        card.body.addWidget(self._beside())
        card.body.addWidget(self.effect)
        card.body.addWidget(self.own)
        card.body.addWidget(self.reason_row)
        card.body.addLayout(actions)
        empty = Card()
        sentence = tr("What decides something counts when a second person has approved it. Nothing waits.")
        empty.body.addWidget(EmptyState(Icon.CHECKLIST, sentence))
        self._side.addWidget(empty)
        self._side.addWidget(card)
        self.body.addWidget(RegisterSides(self.register, self._side, side_share=4), 1)

    def _beside(self) -> QWidget:
        both = QWidget()
        layout = QHBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for words, shown in ((tr("Before"), self.before), (tr("After"), self.after)):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(Label(words, "small"))
            column.addWidget(shown)
            column.addStretch(1)
            layout.addLayout(column, 1)
        return both

    def _connect(self) -> None:
        self.register.row_chosen.connect(self._on_register_row_chosen)
        self.register.row_opened.connect(self._on_register_row_opened)
        self.settled.toggled.connect(self._on_settled_toggled)
        self.lines.row_chosen.connect(self._on_lines_row_chosen)
        self.approve.clicked.connect(self._on_approve_clicked)
        self.reject.clicked.connect(self._on_reject_clicked)
        self.withdraw.clicked.connect(self._on_withdraw_clicked)
        self._desk.bus.changed.connect(self._on_bus_changed)
        table = self.shortcuts
        table.add("Ctrl+F", tr("Search"), self.register.go_to_search, hint=True)
        table.add_button(self.approve, hint=True)
        table.add_button(self.reject, hint=True)
        table.add_button(self.withdraw)
        table.add_button(self.settled)

    @Slot(object)
    def _on_register_row_chosen(self, row: ProposalRow | None) -> None:
        self._view = None
        if row is None:
            self._side.setCurrentIndex(0)
            return
        proposals, actor = self._desk.services.proposals, self._desk.actor

        def show(view: ProposalView) -> None:
            now = self.register.table.selected()
            if now is not None and now.proposal == view.row.proposal:
                self._show(view)

        self._desk.runner.run(lambda: proposals.proposal(actor, row.proposal), show, owner=self)

    def _show(self, view: ProposalView) -> None:
        self._view = view
        row = view.row
        self.title.set_words(what_text(row))
        stale = any(change.is_stale for change in view.changes)
        if stale and row.state is ProposalState.PENDING:
            self.chip.set_state(tr("Overtaken"), Tone.DANGER)
        else:
            self.chip.set_state(word_proposal_state(row.state.value), _TONES[row.state])
        self.facts.set_facts(_facts(row))
        lines = [
            _Line(f"{place}:{field.name}", change, field)
            for place, change in enumerate(view.changes)
            for field in change.fields
        ]
        self.lines.load(ListSource(lines, lambda line: line.id), select_first=True)
        self.effect.setVisible(view.retention is not None)
        if view.retention is not None:
            self.effect.set_words(word_retention_effect(view.retention))
        self.approve.setVisible(row.may_settle)
        self.reject.setVisible(row.may_settle)
        self.withdraw.setVisible(row.may_withdraw)
        self.reason.clear()
        self.reason_row.clear_problems()
        self.reason_row.setVisible(row.may_settle)
        own = row.state is ProposalState.PENDING and not row.may_settle
        self.own.setVisible(own)
        if own:
            mine = row.proposed_by == self._desk.actor.person
            self.own.set_words(
                tr("This is your own proposal: somebody else approves it or turns it down.")
                if mine
                else tr("Your roles do not settle proposals.")
            )
        self._side.setCurrentIndex(1)

    @Slot(object)
    def _on_lines_row_chosen(self, line: _Line | None) -> None:
        self.before.set_words("–" if line is None else line.value(line.field.before))
        self.after.set_words("–" if line is None else line.value(line.field.after))

    @Slot(object)
    def _on_register_row_opened(self, _row: object) -> None:
        self.lines.setFocus()

    @Slot(bool)
    def _on_settled_toggled(self, settled: bool) -> None:
        self.register.search.clear()
        empty = tr("Nothing was settled yet.") if settled else tr("Nothing waits for a second person.")
        self.register.set_empty(empty)
        self.refresh()

    @Slot()
    def _on_approve_clicked(self) -> None:
        view = self._view
        if view is None:
            return
        proposals, actor, note = self._desk.services.proposals, self._desk.actor, self.reason.text()
        told = tr("Approved and in force: {what}").format(what=what_text(view.row))
        self._desk.runner.run(
            lambda: proposals.approve(actor, view.row.proposal, note),
            partial(self._on_settled, view.row, told),
            owner=self.approve,
            busy=self.approve,
        )

    @Slot()
    def _on_reject_clicked(self) -> None:
        view, reason = self._view, self.reason.text()
        if view is None:
            return
        if not reason.strip():
            self.reason_row.show_problems([Problem("field.required", "reason")])
            self.reason.setFocus()
            return
        proposals, actor = self._desk.services.proposals, self._desk.actor
        told = tr("Turned down: {what}").format(what=what_text(view.row))
        self._desk.runner.run(
            lambda: proposals.reject(actor, view.row.proposal, reason),
            partial(self._on_settled, view.row, told),
            owner=self.reject,
            busy=self.reject,
        )

    @Slot()
    def _on_withdraw_clicked(self) -> None:
        view = self._view
        if view is None:
            return
        proposals, actor = self._desk.services.proposals, self._desk.actor
        told = tr("Withdrawn: {what}").format(what=what_text(view.row))

        def done(result: OpResult[None]) -> None:
            self._finish(result, Notice(told, Tone.SUCCESS))

        self._desk.runner.run(
            lambda: proposals.withdraw(actor, view.row.proposal),
            done,
            owner=self.withdraw,
            busy=self.withdraw,
        )

    def _on_settled(self, row: ProposalRow, told: Words, result: OpResult[None]) -> None:
        proposals, actor = self._desk.services.proposals, self._desk.actor

        def offer(view: ProposalView) -> None:
            operation = view.row.settle_operation
            undo = partial(self._undo, operation) if operation and view.row.can_undo else None
            self._finish(result, Notice(told, Tone.SUCCESS, undo=undo))

        self._desk.runner.run(lambda: proposals.proposal(actor, row.proposal), offer, owner=self)

    def _undo(self, operation: OperationId) -> None:
        reference, actor = self._desk.services.reference, self._desk.actor

        def done(result: OpResult[None]) -> None:
            self._finish(result, Notice(tr("Taken back: the proposal waits again."), Tone.SUCCESS))

        self._desk.runner.run(lambda: reference.undo(actor, operation), done, owner=self)

    def _finish(self, result: OpResult[None], notice: Notice) -> None:
        self._desk.bus.announce(result.changes)
        self.messages.show_notice(notice)
        self.refresh()
        QTimer.singleShot(0, self, self.register.go_to_table)

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(kind in CONCERNED for kind, _id in changes):
            self.refresh()


def what_text(row: ProposalRow) -> str:
    """What a proposal is about."""
    tables = " · ".join(str(word_table(kind.value)) for kind in row.kinds)
    if row.changes > 1:
        title = str(tr("%n change(s)", n=row.changes))
    else:
        fixed = [spec for kind in row.kinds if (spec := spec_of(kind.value)) is not None and spec.fixed_keys]
        title = str(word_key(fixed[0].kind.value, row.title)) if fixed else row.title
    return str(tr("{table}: {what}").format(table=tables, what=title)) if title else tables


def _entry_text(change: ChangeView) -> str:
    spec = spec_of(change.kind.value)
    title = title_of(change.kind, change.key, {}) if spec is not None and spec.fixed_keys else change.title
    return f"{title} ({tr('new')})" if change.is_new else title


def _facts(row: ProposalRow) -> tuple[tuple[str, str], ...]:
    facts: list[tuple[str, str]] = [
        (
            tr("Proposed"),
            tr("{name}, {when}").format(name=row.proposed_by_name, when=word_moment(row.proposed_at)),
        )
    ]
    if row.reason:
        facts.append((tr("Why"), row.reason))
    if row.settled_by_name and row.settled_on is not None:
        settled = tr("{name}, {when}").format(name=row.settled_by_name, when=row.settled_on.isoformat())
        facts.append((tr("Settled"), settled))
    if row.settle_reason:
        facts.append((tr("Answer"), row.settle_reason))
    return tuple(facts)
