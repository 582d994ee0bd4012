"""The story of one application: where it stands, its outcomes, and every act on it with person and time.

``StoryView(phrases)``: ``show_case(case)``. Signals: ``closed()``, ``opened(str)`` to go to the file itself.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.services.views_applications import DeedView
from creditbank_desktop.services.views_evaluation import Case, CaseLine
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, Facts, Label, SectionTitle, StateChip, UprightArea
from creditbank_desktop.ui.phrase_shelf import PhraseShelf
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.names import (
    word_act,
    word_actor,
    word_line_result,
    word_outcome_type,
    word_state,
)
from creditbank_desktop.ui.wording.tones import due_to_learner, due_tone, state_tone, word_due

LEAST_STORY_PX = 160


class StoryView(Card):
    """One application told from the beginning; its signals are named in the module's text."""

    closed = Signal()
    opened = Signal(str)

    def __init__(self, phrases: PhraseShelf, *, has_counter: bool) -> None:
        """Offer the file itself where there is a counter; reasons are told in the words of ``phrases``."""
        super().__init__()
        self._application = ""
        self._title = Label("", "title")
        self._chip = StateChip()
        self._due = StateChip()
        self._facts = Facts()
        self.lines: KeysetTable[CaseLine] = _lines_table()
        self.deeds: KeysetTable[DeedView] = _deeds_table(phrases)
        self.back = SecondaryButton(tr("Back"), key="Escape")
        self.open = PrimaryButton(tr("Open the file"), key="Ctrl+Return")
        if not has_counter:
            self.open.hide()
        self.back.clicked.connect(self.closed)
        self.open.clicked.connect(self._on_open_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addWidget(self._due)
        head.addStretch(1)
        bar = QFrame()
        bar.setProperty("kind", "actionbar")
        actions = QHBoxLayout(bar)
        actions.setContentsMargins(0, 10, 0, 0)
        actions.addWidget(self.back)
        actions.addStretch(1)
        actions.addWidget(self.open)
        self.deeds.setMinimumHeight(LEAST_STORY_PX)
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self._facts)
        column.addWidget(SectionTitle(tr("Outcomes")))
        column.addWidget(self.lines)
        column.addWidget(SectionTitle(tr("What happened")))
        column.addWidget(self.deeds, 1)
        area = UprightArea(inner)
        self.body.addLayout(head)
        self.body.addWidget(area, 1)
        self.body.addWidget(bar)

    def show_case(self, case: Case) -> None:
        """Tell ``case``."""
        file = case.application
        self._application = file.application
        self._title.set_words(file.receipt_number)
        self._chip.set_state(word_state(file.state.value), state_tone(file.state))
        due = due_to_learner(case.due)
        self._due.setVisible(due is not None)
        if due is not None:
            self._due.set_state(word_due(due), due_tone(due))
        self._facts.set_facts(
            (
                (tr("Received on"), file.received_on.isoformat()),
                (tr("Answer by"), file.promised_on.isoformat()),
                (tr("Note"), file.note or "–"),
            )
        )
        self.lines.load(ListSource(case.lines, lambda line: line.line.line))
        self.lines.setFixedHeight(34 + MEASURES.row_height * max(1, min(4, len(case.lines))))
        self.deeds.load(
            ListSource(tuple(reversed(case.deeds)), lambda deed: deed.operation), select_first=True
        )
        self.deeds.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_open_clicked(self) -> None:
        self.opened.emit(self._application)


def _lines_table() -> KeysetTable[CaseLine]:
    table: KeysetTable[CaseLine] = KeysetTable(
        (
            Column(tr("Type"), lambda line: word_outcome_type(line.line.type.value), 128, secondary=True),
            Column(
                tr("Outcome"), lambda line: line.line.outcome.title if line.line.outcome else "–", strong=True
            ),
            Column(
                tr("Credits"),
                lambda line: format_credits(line.line.decision.credits) if line.line.decision else "",
                76,
                right=True,
            ),
            Column(
                tr("Result"),
                lambda line: (
                    word_line_result(line.line.result.value) if line.line.result else tr("Undecided")
                ),
                112,
                secondary=True,
            ),
        ),
        name=tr("Outcomes"),
    )
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _deeds_table(phrases: PhraseShelf) -> KeysetTable[DeedView]:
    table: KeysetTable[DeedView] = KeysetTable(
        (
            Column(
                tr("Time"), lambda deed: deed.at.astimezone().strftime("%Y-%m-%d %H:%M"), 140, secondary=True
            ),
            Column(tr("Person"), word_actor, 118, strong=True),
            Column(tr("Act"), partial(_act, phrases)),
            Column(
                tr("Then"),
                lambda deed: word_state(deed.after.value),
                132,
                chip=lambda deed: state_tone(deed.after),
            ),
        ),
        name=tr("What happened"),
    )
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _act(phrases: PhraseShelf, deed: DeedView) -> str:
    book = phrases.book
    reason = book.words(deed.reason) if book.knows(deed.reason) else deed.reason
    parts = [part for part in (word_act(deed.act.value), reason, deed.note) if part]
    if deed.undone:
        parts.append(tr("taken back"))
    return " · ".join(parts)
