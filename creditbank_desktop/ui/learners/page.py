"""The learners: everybody on the roll, the card of one, its correction, the story of an application.

``LearnersPage(desk)``: ``open_learner(id)`` shows a card. A search hit's id is a learner's, with or without
``learner:`` before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from creditbank_desktop.domain.ids import ApplicationId, LearnerId, PaperId
from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.services.views_learners import (
    LearnerCard,
    LearnerForm,
    LearnerHit,
    LearnerHits,
    ProgrammeView,
)
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import QuietButton
from creditbank_desktop.ui.kit.editors import SearchBox
from creditbank_desktop.ui.kit.keyset_model import ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.kit.surfaces import Card, Label
from creditbank_desktop.ui.learners.account_work import AccountWork
from creditbank_desktop.ui.learners.card_view import CardView
from creditbank_desktop.ui.learners.correction import CorrectionPane
from creditbank_desktop.ui.learners.desk import LearnersDesk
from creditbank_desktop.ui.learners.roll import RollSource, roll_table
from creditbank_desktop.ui.learners.story_view import StoryView
from creditbank_desktop.ui.phrase_shelf import PhraseShelf
from creditbank_desktop.ui.shell.workplaces import SearchHit, WorkplacePage

MOST_FOUND = 500
SHOW_AFTER_MS = 120
LIST, CARD = range(2)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction begins with."""

    learner: LearnerId
    filled: tuple[LearnerForm, int]
    programmes: tuple[ProgrammeView, ...]


class LearnersPage(WorkplacePage):
    """The workplace; its methods are named in the module's text."""

    def __init__(self, desk: LearnersDesk) -> None:
        """Lay the workplace out for the actor of ``desk``."""
        super().__init__()
        self._desk = desk
        self._learner: LearnerId | None = None
        self._papers: dict[str, Paper] = {}
        self._card: LearnerCard | None = None
        self._asked = ""
        self.box = SearchBox(tr("Number, name, initials"))
        self.table = roll_table()
        self._count = Label("", "secondary")
        self.twice = QuietButton(tr("The same person?"), key="Ctrl+G")
        self.from_sheet = QuietButton(tr("From a sheet"), key="Ctrl+O")
        self.card = CardView(
            desk.actor,
            has_counter=desk.begin_application is not None,
            has_statements=desk.print_statement is not None,
            has_privacy=desk.open_privacy is not None,
        )
        self.correction = CorrectionPane(desk)
        self.accounts = AccountWork(desk, self)
        self.phrases = PhraseShelf(desk.services, desk.runner, desk.bus, desk.actor, self)
        self.story = StoryView(self.phrases, has_counter=desk.open_application is not None)
        self._right = QStackedWidget()
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._show_timer.timeout.connect(self._load_card)
        self._lay_out()
        self._connect()
        self._list_keys()

    def on_opened(self) -> None:
        """Read the roll when it is not there yet and go to the box."""
        self.phrases.read()
        self.accounts.count_twice()
        if self.table.rows.rowCount() == 0:
            self._load_roll()
        # The panes know what fits only when the page has got its size.
        QTimer.singleShot(0, self, self._go_to_start)

    def open_hit(self, hit: SearchHit) -> None:
        """Show the learner that the search found."""
        self.open_learner(LearnerId(hit.id.rpartition(":")[2]))

    def open_learner(self, learner: LearnerId) -> None:
        """Show the card of ``learner`` and choose the row where it is on the list."""
        self._learner = learner
        self._right.setCurrentWidget(self.card)
        self.panes.bring(CARD)
        self.table.select_id(learner)
        self._load_card()

    @Slot()
    def focus_search(self) -> None:
        """Go to the box."""
        self.panes.bring(LIST)
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    @Slot()
    def _go_to_start(self) -> None:
        if self._right.currentWidget() is self.card:
            self.focus_search()

    def _lay_out(self) -> None:
        left = Card(padded=False)
        left.set_padding(12)
        left.body.addWidget(self.box)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self.twice)
        head.addWidget(self.from_sheet)
        self.twice.hide()
        self.from_sheet.setVisible(self._desk.open_import is not None)
        left.body.addLayout(head)
        self._left = QStackedWidget()
        self._left.addWidget(self.table)
        self._left.addWidget(self.accounts.twice)
        left.body.addWidget(self._left)
        for part in (self.card, self.correction, self.story, *self.accounts.panes):
            self._right.addWidget(part)
        self.panes = Panes((Pane(tr("Learners"), left, 440, 5), Pane(tr("Card"), self._right, 560, 6)))
        self.body.addWidget(self.panes)

    def _connect(self) -> None:
        self.box.searched.connect(self._on_box_searched)
        self.box.submitted.connect(self._on_box_submitted)
        self.box.descended.connect(self._on_box_descended)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.row_opened.connect(self._on_table_row_opened)
        self.card.application_opened.connect(self._on_card_application_opened)
        self.card.paper_opened.connect(self._on_card_paper_opened)
        self.card.correct_asked.connect(self._on_card_correct_asked)
        self.card.begin_asked.connect(self._on_card_begin_asked)
        self.card.statement_asked.connect(self._on_card_statement_asked)
        self.card.reveal_asked.connect(self._on_card_reveal_asked)
        self.card.privacy_asked.connect(self._on_card_privacy_asked)
        self.card.account_asked.connect(self._on_card_account_asked)
        self.card.undo_asked.connect(self._on_card_undo_asked)
        self.accounts.pane_opened.connect(self._on_accounts_pane_opened)
        self.accounts.closed.connect(self._show_card_again)
        self.accounts.changed.connect(self._on_accounts_changed)
        self.accounts.counted.connect(self._on_accounts_counted)
        self.twice.clicked.connect(self._on_twice_clicked)
        self.correction.closed.connect(self._show_card_again)
        self.correction.corrected.connect(self._on_correction_corrected)
        self.story.closed.connect(self._show_card_again)
        self.story.opened.connect(self._on_story_opened)
        self.from_sheet.clicked.connect(self._on_from_sheet_clicked)
        self._desk.bus.changed.connect(self._on_bus_changed)

    def _list_keys(self) -> None:
        keys = self.shortcuts
        keys.add("Ctrl+F", tr("Find a learner"), self.focus_search, hint=True)
        keys.add_note("J / K", tr("next or previous learner"), hint=True)
        keys.add_note("Return", tr("Go into the card"))
        keys.add("Ctrl+J", tr("Go to the applications"), self._on_applications_asked, hint=True)
        keys.add("Ctrl+B", tr("Go to the papers"), self._on_papers_asked)
        keys.add_button(self.twice)
        for button in self.card.offered():
            keys.add_button(button, hint=True)
        for icon in self.card.offered_icons():
            keys.add_button(icon)
        if self._desk.open_application is not None:
            keys.add_button(self.story.open)
        if self._desk.open_import is not None:
            keys.add_button(self.from_sheet)

    def _load_roll(self) -> None:
        self._asked = ""
        source = RollSource(self._desk.services.learners, self._desk.actor)
        self.table.load(source, runner=self._desk.runner, on_loaded=self._on_roll_loaded)

    def _look_up(self, text: str, *, opens: bool) -> None:
        if not text:
            self._load_roll()
            return
        if text == self._asked and not opens:
            return
        self._asked = text
        learners, actor = self._desk.services.learners, self._desk.actor

        def show(found: LearnerHits) -> None:
            if found.text.strip() == self._asked:
                self._show_found(found, opens=opens)

        self._desk.runner.run(lambda: learners.find(actor, text, MOST_FOUND), show, owner=self)

    def _show_found(self, found: LearnerHits, *, opens: bool) -> None:
        self.table.load(ListSource(found.hits, lambda hit: hit.learner), select_first=bool(found.hits))
        self._count.set_words(
            tr("the first {count}").format(count=len(found.hits))
            if found.more
            else tr("%n learner(s)", n=len(found.hits))
        )
        if opens and (found.only is not None or len(found.hits) == 1):
            self.open_learner(found.only.learner if found.only is not None else found.hits[0].learner)
            self._go_into_card()
        elif opens and found.hits:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_into_card(self) -> None:
        target = self.card.begin if self.card.begin.isVisibleTo(self) else self.card.applications
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _load_card(self) -> None:
        learner = self._learner
        if learner is None:
            return
        learners, actor = self._desk.services.learners, self._desk.actor

        def show(card: LearnerCard) -> None:
            if self._learner == learner:
                self._papers = {paper.paper: paper for paper in card.papers}
                self._card = card
                self.card.show_card(card)

        self._desk.runner.run(lambda: learners.card(actor, learner), show, owner=self)

    @Slot()
    def _show_card_again(self) -> None:
        self.correction.close_form()
        self.accounts.account.close_form()
        self._right.setCurrentWidget(self.card)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_roll_loaded(self) -> None:
        self._count.set_words(tr("%n learner(s)", n=self.table.rows.rowCount()))

    @Slot(str)
    def _on_box_searched(self, text: str) -> None:
        self._look_up(text, opens=False)

    @Slot(str)
    def _on_box_submitted(self, text: str) -> None:
        self._look_up(text, opens=True)

    @Slot()
    def _on_box_descended(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.selected() is None:
            self.table.select_place(0)

    @Slot(object)
    def _on_table_row_chosen(self, row: LearnerHit | None) -> None:
        if row is None or self._right.currentWidget() is not self.card:
            return
        if row.learner != self._learner:
            self._learner = row.learner
            self._show_timer.start()

    @Slot(object)
    def _on_table_row_opened(self, row: LearnerHit) -> None:
        self.open_learner(row.learner)
        self._go_into_card()

    @Slot()
    def _on_applications_asked(self) -> None:
        _enter(self.card.applications)

    @Slot()
    def _on_papers_asked(self) -> None:
        _enter(self.card.papers)

    @Slot(str)
    def _on_card_application_opened(self, application: str) -> None:
        counter, actor = self._desk.services.counter, self._desk.actor

        def show(case: Case) -> None:
            self._right.setCurrentWidget(self.story)
            self.story.show_case(case)

        self._desk.runner.run(lambda: counter.case(actor, ApplicationId(application)), show, owner=self)

    @Slot(str)
    def _on_card_paper_opened(self, paper_id: str) -> None:
        issuing, actor = self._desk.services.issuing, self._desk.actor
        paper = self._papers[paper_id]

        def show(pdf: bytes) -> None:
            self._desk.show_paper(IssuedPaper(paper, pdf))

        self._desk.runner.run(lambda: issuing.pdf(actor, PaperId(paper_id)), show, owner=self)

    @Slot()
    def _on_card_correct_asked(self) -> None:
        learner = self._learner
        if learner is None:
            return
        learners, actor = self._desk.services.learners, self._desk.actor

        def show(correction: Correction) -> None:
            self._right.setCurrentWidget(self.correction)
            self.correction.open(correction.learner, correction.filled, correction.programmes)

        self._desk.runner.run(
            lambda: Correction(learner, learners.form_of(actor, learner), learners.programmes(actor)),
            show,
            owner=self,
            busy=self.card.correct,
        )

    @Slot()
    def _on_card_account_asked(self) -> None:
        if self._card is not None:
            self.accounts.open_account(self._card)

    @Slot()
    def _on_card_undo_asked(self) -> None:
        if self._learner is not None:
            self.accounts.undo(self._learner)

    @Slot(object)
    def _on_accounts_pane_opened(self, pane: QWidget) -> None:
        self._right.setCurrentWidget(pane)
        self.panes.bring(CARD)

    @Slot(str)
    def _on_accounts_changed(self, learner: str) -> None:
        self._show_card_again()
        self.open_learner(LearnerId(learner))

    @Slot(int)
    def _on_accounts_counted(self, pairs: int) -> None:
        self.twice.set_words(tr("The same person? {count}").format(count=pairs))
        self.twice.setVisible(pairs > 0)
        if not pairs:
            self._left.setCurrentWidget(self.table)

    @Slot()
    def _on_twice_clicked(self) -> None:
        """Turn between the roll and those who are on record twice."""
        listed = self._left.currentWidget() is self.table
        self._left.setCurrentWidget(self.accounts.twice if listed else self.table)
        table = self.accounts.twice.table if listed else self.table
        self.panes.bring(LIST)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_card_begin_asked(self) -> None:
        if self._learner is not None and self._desk.begin_application is not None:
            self._desk.begin_application(self._learner)

    @Slot()
    def _on_card_statement_asked(self) -> None:
        if self._learner is not None and self._desk.print_statement is not None:
            self._desk.print_statement(self._learner)

    @Slot()
    def _on_card_reveal_asked(self) -> None:
        learner = self._learner
        if learner is None:
            return
        privacy, actor = self._desk.services.privacy, self._desk.actor

        def show(profile: LearnerProfile) -> None:
            if self._learner == learner:
                self.card.show_profile(profile)
                self.noted.emit(tr("Shown, and entered into the audit trail"))

        self._desk.runner.run(lambda: privacy.reveal(actor, learner), show, owner=self, busy=self.card.reveal)

    @Slot()
    def _on_card_privacy_asked(self) -> None:
        if self._learner is not None and self._desk.open_privacy is not None:
            self._desk.open_privacy(self._learner)

    @Slot(str)
    def _on_correction_corrected(self, learner: str) -> None:
        self._show_card_again()
        self.noted.emit(tr("Record corrected"))
        self.open_learner(LearnerId(learner))

    @Slot(str)
    def _on_story_opened(self, application: str) -> None:
        if self._desk.open_application is not None:
            self._desk.open_application(ApplicationId(application))

    @Slot()
    def _on_from_sheet_clicked(self) -> None:
        if self._desk.open_import is not None:
            self._desk.open_import()

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        kinds = {kind for kind, _id in changes}
        if "learner" in kinds:
            self.accounts.count_twice()
        if "learner" in kinds and not self.box.text().strip():
            self._load_roll()
        if self._learner is not None and kinds & {"application", "account", "paper", "learner"}:
            self._show_timer.start()


def _enter(table: KeysetTable[Any]) -> None:
    if table.isVisible():
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        if table.selected() is None:
            table.select_place(0)
