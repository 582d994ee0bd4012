"""The left of the counter: one box that finds learners and files, below it what waits.

``Finder(runner, reader)``: ``show_waiting(waiting)``, ``focus_search()``, ``focus_waiting()``. Signals:
``learner_chosen(str)``, ``application_chosen(str)``, ``draft_chosen(str)``, ``registration_asked(str)`` and
``centre_asked(str)`` with what was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QStackedWidget, QWidget

from creditbank_desktop.services.views_applications import ApplicationRow, DraftRow
from creditbank_desktop.services.views_learners import LearnerHit
from creditbank_desktop.services.views_ledger import SearchHits
from creditbank_desktop.ui.counter.centre import question_of
from creditbank_desktop.ui.counter.finder_rows import FinderRow, Opens, finder_table
from creditbank_desktop.ui.counter.readings import Waiting
from creditbank_desktop.ui.i18n import mark, tr
from creditbank_desktop.ui.kit.buttons import PillButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import SearchBox
from creditbank_desktop.ui.kit.keyset_model import ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.names import word_state
from creditbank_desktop.ui.wording.registry_names import hit_programme
from creditbank_desktop.ui.wording.tones import due_tone, state_tone, word_due_short

BY_NUMBER = frozenset({"student_number", "account_number", "document_number", "receipt_number"})
"""An exact number opens while it is typed; a name might still become a longer one."""


class Basket(StrEnum):
    """What may wait at the counter."""

    DRAFTS = "drafts"
    ACCEPT = "accept"
    SUPPLEMENT = "supplement"
    DELIVER = "deliver"


class Finder(Card):
    """Search and waiting list; its methods and signals are named in the module's text."""

    learner_chosen = Signal(str)
    application_chosen = Signal(str)
    draft_chosen = Signal(str)
    registration_asked = Signal(str)
    centre_asked = Signal(str)

    def __init__(
        self, runner: OperationRunner, search: Callable[[str], SearchHits], *, may_register: bool
    ) -> None:
        """Find with ``search`` on worker threads."""
        super().__init__()
        self._runner = runner
        self._search = search
        self._asked = ""
        self._opens_single = False
        self._waiting = Waiting()
        self.asks_centre = False
        self.basket = Basket.ACCEPT
        self.box = SearchBox(tr("Number, name, initials"))
        self.hits = self._table(tr("Found"))
        self.list = self._table(tr("Waiting"))
        self.register = SecondaryButton(tr("New learner"), key="Ctrl+N", icon=Icon.USER_PLUS)
        if not may_register:
            self.register.hide()
        self.centre = SecondaryButton(tr("Ask the centre"), key="Ctrl+G", icon=Icon.CLOUD_CHECK)
        self._none = EmptyState(
            Icon.SEARCH, tr("Nobody was found. Check the spelling, or register the learner."), self.centre
        )
        self._buttons: dict[Basket, PillButton] = {}
        self._below = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_waiting(self, waiting: Waiting) -> None:
        """Show what waits."""
        self._waiting = waiting
        for basket, button in self._buttons.items():
            words, count = _BASKET_WORDS[basket], len(_rows(basket, waiting))
            button.set_words(tr("{name} {count}").format(name=tr(words), count=count))
        self._show_basket()

    @Slot()
    def focus_search(self) -> None:
        """Go to the box, ready for the next learner."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    @Slot()
    def focus_waiting(self) -> None:
        """Go to the list of what waits."""
        self.box.clear()
        self._below.setCurrentIndex(0)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.list.selected() is None:
            self.list.select_place(0)

    @Slot()
    def turn_basket(self) -> None:
        """Show the next kind of waiting work and go into it."""
        baskets = list(Basket)
        self.basket = baskets[(baskets.index(self.basket) + 1) % len(baskets)]
        self._show_basket()
        self.focus_waiting()

    def reset(self) -> None:
        """Forget the last search."""
        self.box.clear()
        self._below.setCurrentIndex(0)

    def _table(self, name: str) -> KeysetTable[FinderRow]:
        table = finder_table(name)
        table.row_opened.connect(self._on_row_opened)
        return table

    def _lay_out(self) -> None:
        self.body.addWidget(self.box)
        group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, basket in enumerate(Basket):
            button = PillButton(tr(_BASKET_WORDS[basket]))
            button.setCheckable(True)
            group.addButton(button, place)
            self._buttons[basket] = button
            grid.addWidget(button, place // 2, place % 2)
        group.idClicked.connect(self._on_group_id_clicked)
        self._baskets = QWidget()
        grid.setContentsMargins(0, 0, 0, 0)
        self._baskets.setLayout(grid)
        self.body.addWidget(self._baskets)
        for page in (self.list, self.hits, self._none):
            self._below.addWidget(page)
        self.body.addWidget(self._below, 1)
        self.body.addWidget(self.register)
        self.set_padding(12)

    def _connect(self) -> None:
        self.box.searched.connect(self._on_box_searched)
        self.box.submitted.connect(self._on_box_submitted)
        self.box.descended.connect(self._on_box_descended)
        self.register.clicked.connect(self._on_register_clicked)
        self.centre.clicked.connect(self._on_centre_clicked)

    def _show_basket(self) -> None:
        self._buttons[self.basket].setChecked(True)
        self.list.empty_text = tr(_EMPTY_WORDS[self.basket])
        self.list.load(ListSource(_rows(self.basket, self._waiting), lambda row: row.id))

    def _look_up(self, text: str, *, opens_single: bool) -> None:
        if not text:
            self._asked = ""
            self._below.setCurrentIndex(0)
            return
        if text == self._asked and self._opens_single == opens_single:
            return
        self._asked, self._opens_single = text, opens_single
        search = self._search
        self._runner.run(lambda: search(text), self._show_hits, owner=self)

    def _show_hits(self, found: SearchHits) -> None:
        if found.text != self._asked and self._asked.strip() != found.text.strip():
            return
        rows = [_hit_row(hit) for hit in found.learners]
        rows += [_application_row(one.row) for one in found.applications]
        exact = [hit for hit in found.learners if hit.exact and hit.matched.value in BY_NUMBER]
        self._asked = ""
        if self._opens_single and len(rows) == 1:
            self._on_row_opened(rows[0])
        elif found.only_application is not None:
            self.application_chosen.emit(found.only_application)
        elif found.only_learner is not None and (self._opens_single or exact):
            self.learner_chosen.emit(found.only_learner)
        else:
            self.hits.load(ListSource(rows, lambda row: row.id), select_first=True)
            self.centre.setVisible(self.asks_centre and question_of(found.text) is not None)
            self._below.setCurrentIndex(1 if rows else 2)
            if rows and self._opens_single:
                self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_box_searched(self, text: str) -> None:
        self._look_up(text, opens_single=False)

    @Slot(str)
    def _on_box_submitted(self, text: str) -> None:
        self._look_up(text, opens_single=True)

    @Slot()
    def _on_box_descended(self) -> None:
        table = self.hits if self._below.currentIndex() == 1 else self.list
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        if table.selected() is None:
            table.select_place(0)

    @Slot(int)
    def _on_group_id_clicked(self, place: int) -> None:
        self.basket = list(Basket)[place]
        self._show_basket()
        self._below.setCurrentIndex(0)

    @Slot(object)
    def _on_row_opened(self, row: FinderRow) -> None:
        signals = {
            Opens.LEARNER: self.learner_chosen,
            Opens.APPLICATION: self.application_chosen,
            Opens.DRAFT: self.draft_chosen,
        }
        signals[row.opens].emit(row.id)

    @Slot()
    def _on_centre_clicked(self) -> None:
        self.centre_asked.emit(self.box.text().strip())

    @Slot()
    def _on_register_clicked(self) -> None:
        self.registration_asked.emit(self.box.text().strip())


_BASKET_WORDS = {
    Basket.DRAFTS: mark("Drafts"),
    Basket.ACCEPT: mark("To accept"),
    Basket.SUPPLEMENT: mark("Owed"),
    Basket.DELIVER: mark("To deliver"),
}
_EMPTY_WORDS = {
    Basket.DRAFTS: mark("No unfinished applications."),
    Basket.ACCEPT: mark("Nothing waits to be accepted. Find the next learner above."),
    Basket.SUPPLEMENT: mark("Nobody owes a supplement."),
    Basket.DELIVER: mark("No result waits to be delivered."),
}


def _rows(basket: Basket, waiting: Waiting) -> list[FinderRow]:
    if basket is Basket.DRAFTS:
        return [_draft_row(draft) for draft in waiting.drafts]
    if basket is Basket.DELIVER:
        return [_application_row(row.row) for row in waiting.to_deliver]
    rows = waiting.to_accept if basket is Basket.ACCEPT else waiting.to_supplement
    return [_waiting_row(row) for row in rows]


def _draft_row(draft: DraftRow) -> FinderRow:
    saved = draft.saved_at.astimezone().strftime("%m-%d %H:%M")
    return FinderRow(Opens.DRAFT, draft.draft, draft.learner_name, draft.title or tr("no title yet"), saved)


def _waiting_row(row: ApplicationRow) -> FinderRow:
    chip, tone = ("", Tone.NEUTRAL) if row.due is None else (word_due_short(row.due), due_tone(row.due))
    return FinderRow(Opens.APPLICATION, row.application, row.learner_name, row.title, chip, tone)


def _application_row(row: ApplicationRow) -> FinderRow:
    return FinderRow(
        Opens.APPLICATION,
        row.application,
        row.learner_name,
        row.title,
        word_state(row.state.value),
        state_tone(row.state),
    )


def _hit_row(hit: LearnerHit) -> FinderRow:
    about = " ".join(part for part in (hit.student_number, hit_programme(hit)) if part)
    return FinderRow(Opens.LEARNER, hit.learner, hit.name, about)
