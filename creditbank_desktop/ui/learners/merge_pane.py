"""Two records that may be one person's: side by side, which one stays, and why.

``MergePane(desk)``: ``open(one, other)``, ``open_search(one)`` to look for the other first. Signals:
``merged(object)`` with `Merged`, ``closed()``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.services.results import Changes, OpResult
from creditbank_desktop.services.views_learners import AccountSide, Comparison, LearnerHit, LearnerHits
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, KeyedChoice
from creditbank_desktop.ui.kit.editors import SearchBox, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.keyset_model import ListSource
from creditbank_desktop.ui.kit.surfaces import Card, Label, SectionTitle, UprightArea
from creditbank_desktop.ui.learners.desk import LearnersDesk
from creditbank_desktop.ui.learners.roll import roll_table
from creditbank_desktop.ui.learners.side_by_side import SideBySide
from creditbank_desktop.ui.wording.names import word_account_state

MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Merged:
    """Who stayed, and what changed."""

    stays: LearnerId
    changes: Changes


class MergePane(Card):
    """The question whether two are one; its methods and signals are named in the module's text."""

    merged = Signal(object)
    closed = Signal()

    def __init__(self, desk: LearnersDesk) -> None:
        """Begin with nobody."""
        super().__init__()
        self._desk = desk
        self._one = LearnerId("")
        self._comparison: Comparison | None = None
        self._choice: KeyedChoice[str] | None = None
        self.box = SearchBox(tr("The other record: number, name, initials"))
        self.table = roll_table()
        self.reason = TextEdit()
        self.reason_row = FieldRow(tr("&Reason"), self.reason, field="reason", required=True)
        self._facts = SideBySide(tr("Record 1"), tr("Record 2"))
        self.cancel = SecondaryButton(tr("Back"), key="Escape")
        self.action = PrimaryButton(tr("Merge"), key="Ctrl+Return")
        self._search = QWidget()
        self._both = QWidget()
        self._choosing = QVBoxLayout()
        self._lay_out()
        self._connect()

    def open(self, one: LearnerId, other: LearnerId) -> None:
        """Compare two records."""
        accounts, actor = self._desk.services.accounts, self._desk.actor
        self._one = one
        self._desk.runner.run(lambda: accounts.compare(actor, one, other), self._show, owner=self)

    def open_search(self, one: LearnerId) -> None:
        """Look for the record that ``one`` is merged with."""
        self._one = one
        self._comparison = None
        self.box.clear()
        self.table.load(ListSource((), lambda hit: hit.learner))
        self._show_part(self._search)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def stays(self) -> str:
        """Return the id of the record that is to stay, "" while none is chosen."""
        return "" if self._choice is None else self._choice.value() or ""

    def _lay_out(self) -> None:
        search = QVBoxLayout(self._search)
        search.setContentsMargins(0, 0, 0, 0)
        search.addWidget(self.box)
        search.addWidget(self.table, 1)
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self._facts)
        column.addWidget(SectionTitle(tr("Which one stays")))
        column.addLayout(self._choosing)
        column.addWidget(
            Label(
                tr("Credits, files and papers of both show together; both numbers find it."),
                "secondary",
                wrap=True,
            )
        )
        column.addWidget(self.reason_row)
        column.addStretch(1)
        both = QVBoxLayout(self._both)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(UprightArea(inner), 1)
        bar = QFrame()
        bar.setProperty("kind", "actionbar")
        actions = QHBoxLayout(bar)
        actions.setContentsMargins(0, 10, 0, 0)
        actions.addWidget(self.cancel)
        actions.addStretch(1)
        actions.addWidget(self.action)
        self.body.addWidget(Label(tr("The same person?"), "title"))
        self.body.addWidget(self._search, 1)
        self.body.addWidget(self._both, 1)
        self.body.addWidget(bar)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.closed)
        self.action.clicked.connect(self._on_action_clicked)
        self.box.searched.connect(self._on_box_searched)
        self.box.submitted.connect(self._on_box_searched)
        self.box.descended.connect(self._on_box_descended)
        self.table.row_opened.connect(self._on_table_row_opened)

    def _show_part(self, part: QWidget) -> None:
        for one in (self._search, self._both):
            one.setVisible(one is part)
        self.action.setVisible(part is self._both)

    def _show(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._show_part(self._both)
        self._facts.show_facts(comparison.facts)
        if self._choice is not None:
            self._choosing.removeWidget(self._choice)
            self._choice.hide()
            self._choice.deleteLater()
        left, right = comparison.left, comparison.right
        choices = [
            Choice(str(side.hit.learner), _side_words(side), str(place))
            for place, side in enumerate((left, right), 1)
            if not (right if side is left else left).is_of_other_office
        ]
        self._choice = KeyedChoice(choices, columns=1)
        # The account that holds more is the one that papers name; of equals the older.
        more = left if (left.balance, left.files) >= (right.balance, right.files) else right
        offered = [choice.value for choice in choices]
        best = str(more.hit.learner)
        self._choice.set_value(best if best in offered else next(iter(offered), None))
        self._choosing.addWidget(self._choice)
        self.reason.clear()
        self.reason_row.clear_problems()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_box_searched(self, text: str) -> None:
        learners, actor = self._desk.services.learners, self._desk.actor

        def show(found: LearnerHits) -> None:
            if found.text.strip() == self.box.text().strip():
                others = [hit for hit in found.hits if hit.learner != self._one]
                self.table.load(ListSource(others, lambda hit: hit.learner), select_first=bool(others))

        if text.strip():
            self._desk.runner.run(lambda: learners.find(actor, text, MOST_FOUND), show, owner=self)

    @Slot()
    def _on_box_descended(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_table_row_opened(self, hit: LearnerHit) -> None:
        self.open(self._one, hit.learner)

    @Slot()
    def _on_action_clicked(self) -> None:
        comparison, stays = self._comparison, LearnerId(self.stays())
        if comparison is None or not stays:
            return
        reason = self.reason.text()
        if not reason.strip():
            self.reason_row.show_problems([Problem("field.required", "reason")])
            self.reason.setFocus()
            return
        left, right = comparison.left.hit.learner, comparison.right.hit.learner
        goes = right if stays == left else left
        accounts, actor = self._desk.services.accounts, self._desk.actor

        def told(result: OpResult[None]) -> None:
            self.merged.emit(Merged(stays, result.changes))

        self._desk.runner.run(
            lambda: accounts.merge(actor, stays, goes, reason), told, owner=self, busy=self.action
        )


def _side_words(side: AccountSide) -> str:
    return tr("{account} · opened {day} · {credits} credits · {files} file(s) · {state}").format(
        account=side.hit.account_number,
        day=side.opened_on.isoformat(),
        credits=format_credits(side.balance),
        files=side.files,
        state=word_account_state(side.state.value),
    )
