"""One retention rule with the records that are due: look through them, leave some out, propose the rest.

``DueCard(may_propose)``: ``show_rule(rule, by)``, ``show_items(items)``, ``chosen()``. Signals:
``propose_asked()``, ``clear_asked()``.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from creditbank_desktop.domain.retention import RetainedSubject
from creditbank_desktop.services.views_privacy import DueItem, DueRule
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, Label, SectionTitle
from creditbank_desktop.ui.privacy.disposal_rows import clause_text, item_columns
from creditbank_desktop.ui.wording.privacy_words import word_subject


class DueCard(Card):
    """Rule, records and the proposal; named in the module's text."""

    propose_asked = Signal()
    clear_asked = Signal()

    def __init__(self, *, may_propose: bool) -> None:
        """Begin without a rule."""
        super().__init__()
        self._may_propose = may_propose
        self._items: tuple[DueItem, ...] = ()
        self._out: set[str] = set()
        self.title = SectionTitle("")
        self.clause = Label("", "secondary", wrap=True)
        self.state = Label("", wrap=True)
        self.table: KeysetTable[DueItem] = KeysetTable(
            item_columns(self._out.__contains__), name=tr("Records that are due")
        )
        self.table.set_empty_text(tr("Nothing is due under this rule."))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.leave_out = SecondaryButton(tr("Leave out or take in"), key="Ctrl+Space")
        self.clear_drafts = PrimaryButton(tr("Delete them now"), key="Ctrl+Backspace")
        self.propose = PrimaryButton(tr("Propose disposal"), key="Ctrl+Return")
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.leave_out)
        actions.addStretch(1)
        actions.addWidget(self.clear_drafts)
        actions.addWidget(self.propose)
        self.body.addWidget(self.title)
        self.body.addWidget(self.clause)
        self.body.addWidget(self.state)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(actions)
        self.leave_out.clicked.connect(self._on_leave_out_clicked)
        self.propose.clicked.connect(self.propose_asked)
        self.clear_drafts.clicked.connect(self.clear_asked)

    def show_rule(self, rule: DueRule, by: date) -> None:
        """Show ``rule``; its records come by `show_items`."""
        self.title.set_words(word_subject(rule.subject.value))
        self.clause.set_words(clause_text(rule))
        drafts = rule.subject is RetainedSubject.DRAFTS
        self.state.set_words(_state_text(rule, by))
        self.table.setVisible(not drafts and not rule.is_permanent)
        self.clear_drafts.setVisible(drafts and self._may_propose and rule.due > 0)
        self.show_items(())

    def show_items(self, items: tuple[DueItem, ...]) -> None:
        """Show the records; all of them are chosen."""
        self._items = items
        self._out.clear()
        self.table.load(ListSource(items, lambda row: row.item.subject), select_first=bool(items))
        for button in (self.leave_out, self.propose):
            button.setVisible(self._may_propose and bool(items))

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the records that were not left out."""
        return tuple(row.item.subject for row in self._items if row.item.subject not in self._out)

    @Slot()
    def _on_leave_out_clicked(self) -> None:
        row = self.table.selected()
        if row is not None:
            self._out ^= {row.item.subject}
            self.table.viewport().update()


def _state_text(rule: DueRule, by: date) -> str:
    if rule.is_permanent:
        return str(tr("Records of this kind are never disposed of."))
    parts = [str(tr("%n record(s) due on {day}", n=rule.due).format(day=by.isoformat()))]
    if rule.waiting:
        parts.append(str(tr("%n in a disposal that is not settled", n=rule.waiting)))
    return " · ".join(parts)
