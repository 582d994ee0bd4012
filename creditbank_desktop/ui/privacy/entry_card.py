"""One entry of the register: who proposed what, and the word or the deed that it waits for.

``EntryCard(actor)``: ``show_entry(view)``, ``show_items(items)``, ``reason()``. Signals: ``approve_asked()``,
``reject_asked()``, ``carry_out_asked()``.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from creditbank_desktop.domain.disposals import DisposalState
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.disposal_service import REJECTIONS
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_privacy import DisposalView, DueItem
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.keyset_model import ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, Facts, Label, SectionTitle, StateChip
from creditbank_desktop.ui.privacy.disposal_rows import STATE_TONES, clause_text, item_columns
from creditbank_desktop.ui.settings.sides import word_moment
from creditbank_desktop.ui.wording.privacy_words import REJECTION_WORDS, word_disposal, word_rejection


class EntryCard(Card):
    """Entry, records and what can be done with it; named in the module's text."""

    approve_asked = Signal()
    reject_asked = Signal()
    carry_out_asked = Signal()

    def __init__(self, actor: Actor) -> None:
        """Begin without an entry; offer what ``actor`` may do."""
        super().__init__()
        self._may_approve = may(actor, "DisposalService.approve")
        self._may_carry_out = may(actor, "DisposalService.carry_out")
        self.title, self.chip, self.facts = SectionTitle(tr("Disposal")), StateChip(), Facts()
        self.table: KeysetTable[DueItem] = KeysetTable(item_columns(), name=tr("Records in it"))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.own = Label("", "secondary", wrap=True)
        self.choice: ChoiceCombo[str] = ChoiceCombo(placeholder=tr("Why not?"))
        self.choice.set_choices([Choice(code, tr(REJECTION_WORDS[code])) for code in REJECTIONS])
        self.reason_row = FieldRow(tr("&Reason to turn it down"), self.choice, field="reason")
        self.sure = QCheckBox()
        say(self.sure.setText, tr("&I know that this cannot be undone"))
        say(self.sure.setAccessibleName, tr("I know that this cannot be undone"))
        self.reject = SecondaryButton(tr("Turn down"), key="Ctrl+D")
        self.approve = PrimaryButton(tr("Approve"), key="Ctrl+Return")
        self.carry_out = PrimaryButton(tr("Destroy"), key="Ctrl+Return")
        self._lay_out()
        self.approve.clicked.connect(self.approve_asked)
        self.reject.clicked.connect(self.reject_asked)
        self.carry_out.clicked.connect(self.carry_out_asked)
        self.sure.toggled.connect(self.carry_out.setEnabled)

    def show_entry(self, view: DisposalView) -> None:
        """Show ``view``; its records come by `show_items`."""
        self.chip.set_state(word_disposal(view.state.value), STATE_TONES[view.state])
        self.facts.set_facts(_facts(view))
        proposed = view.state is DisposalState.PROPOSED
        self.approve.setVisible(proposed and self._may_approve and not view.mine)
        self.reject.setVisible(proposed and self._may_approve)
        self.reason_row.setVisible(proposed and self._may_approve)
        self.reason_row.clear_problems()
        ready = view.state is DisposalState.APPROVED and self._may_carry_out
        self.carry_out.setVisible(ready)
        self.sure.setVisible(ready)
        self.sure.setChecked(False)
        self.carry_out.setEnabled(False)
        self.own.setVisible(proposed and view.mine)
        self.own.set_words(tr("You proposed this: somebody else approves it."))
        self.table.setVisible(view.state in (DisposalState.PROPOSED, DisposalState.APPROVED))
        self.show_items(())

    def show_items(self, items: tuple[DueItem, ...]) -> None:
        """Show the records."""
        self.table.load(ListSource(items, lambda row: row.item.subject), select_first=bool(items))

    def reason(self) -> str:
        """Return the code of the reason, "" before one is chosen."""
        return self.choice.value() or ""

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.chip)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.reject)
        actions.addStretch(1)
        actions.addWidget(self.approve)
        actions.addWidget(self.carry_out)
        self.body.addLayout(head)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.own)
        self.body.addWidget(self.reason_row)
        self.body.addWidget(self.sure)
        self.body.addLayout(actions)


def _facts(view: DisposalView) -> tuple[tuple[str, str], ...]:
    learners, files, pieces = view.counts
    facts: list[tuple[str, str]] = [
        (tr("Rests on"), clause_text(view)),
        (tr("Due by"), view.due_by.isoformat()),
        (tr("Proposed"), _deed(view.proposed_by, view.proposed_at)),
    ]
    if view.state in (DisposalState.REJECTED, DisposalState.CARRIED_OUT):
        facts.insert(2, (tr("Records"), str(view.items)))
    if view.decided_at is not None:
        facts.append((tr("Decided"), _deed(view.decided_by, view.decided_at)))
    if view.reason:
        facts.append((tr("Reason"), str(word_rejection(view.reason))))
    if view.carried_out_at is not None:
        facts.append((tr("Destroyed"), _deed(view.carried_out_by, view.carried_out_at)))
        told = tr("{learners} learners, {files} files, {pieces} scans")
        facts.append((tr("How many"), str(told.format(learners=learners, files=files, pieces=pieces))))
    return tuple(facts)


def _deed(person: str, at: datetime) -> str:
    return f"{person} · {word_moment(at)}"
