"""One box that finds the learner whose statement is wanted, and the hits below it.

``LearnerFinder(runner, find)``: ``focus_search()``, ``reset()``. Enter opens the only hit, or goes into the
list when there are several; an exact number opens while it is typed. Signals: ``learner_chosen(str)``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from creditbank_desktop.services.views_learners import LearnerHit, LearnerHits, Matched
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.editors import SearchBox
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState, Label
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.registry_names import hit_programme

_BY_NUMBER = frozenset({Matched.STUDENT_NUMBER, Matched.ACCOUNT_NUMBER, Matched.DOCUMENT_NUMBER})


class LearnerFinder(Card):
    """Search and hits; its methods and signals are named in the module's text."""

    learner_chosen = Signal(str)

    def __init__(self, runner: OperationRunner, find: Callable[[str], LearnerHits]) -> None:
        """Find with ``find`` on worker threads."""
        super().__init__()
        self._runner = runner
        self._find = find
        self._wanted = ""
        self._opens = False
        self.box = SearchBox(tr("Number, name, initials"))
        self.hits: KeysetTable[LearnerHit] = KeysetTable(
            (
                Column(tr("Learner"), lambda hit: hit.name, 76, strong=True),
                Column(tr("About"), _about, secondary=True),
            ),
            name=tr("Learners found"),
        )
        self.hits.horizontalHeader().hide()
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = Label(tr("There are more. Type a little further."), "small", wrap=True)
        self.again = SecondaryButton(tr("Search again"), key="Ctrl+F")
        self._start = EmptyState(Icon.SEARCH, tr("Type a number, a name or initials, then Enter."))
        self._none = EmptyState(Icon.SEARCH, tr("Nobody was found. Check the spelling."), self.again)
        self._below = QStackedWidget()
        self._lay_out()
        self._connect()

    @Slot()
    def focus_search(self) -> None:
        """Go to the box, ready for the next learner: typing replaces what is there."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def reset(self) -> None:
        """Forget the last search."""
        self.box.clear()
        self._below.setCurrentWidget(self._start)

    def _lay_out(self) -> None:
        self.set_padding(12)
        self.body.addWidget(self.box)
        for page in (self._start, self.hits, self._none):
            self._below.addWidget(page)
        self.body.addWidget(self._below, 1)
        self.body.addWidget(self.more)
        self.more.hide()

    def _connect(self) -> None:
        self.box.searched.connect(self._on_box_searched)
        self.box.submitted.connect(self._on_box_submitted)
        self.box.descended.connect(self._on_box_descended)
        self.hits.row_opened.connect(self._on_hits_row_opened)
        self.again.clicked.connect(self.focus_search)

    def _look_up(self, text: str, *, opens: bool) -> None:
        self._wanted, self._opens = text, opens
        if not text:
            self._below.setCurrentWidget(self._start)
            self.more.hide()
            return
        find = self._find
        self._runner.run(lambda: find(text), self._show_hits, owner=self)

    def _show_hits(self, found: LearnerHits) -> None:
        # Only the answer to what was asked last counts.
        if found.text.strip() != self._wanted:
            return
        self.hits.load(ListSource(found.hits, lambda hit: hit.learner), select_first=True)
        self._below.setCurrentWidget(self.hits if found.hits else self._none)
        self.more.setVisible(found.more)
        only = found.only or (found.hits[0] if len(found.hits) == 1 else None)
        scanned = found.only is not None and found.only.matched in _BY_NUMBER
        if only is not None and (self._opens or scanned):
            self._opens = False
            self.hits.select_id(only.learner)
            self.learner_chosen.emit(only.learner)
        elif self._opens and found.hits:
            self._opens = False
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_box_searched(self, text: str) -> None:
        if text != self._wanted:
            self._look_up(text, opens=False)

    @Slot(str)
    def _on_box_submitted(self, text: str) -> None:
        self._look_up(text, opens=True)

    @Slot()
    def _on_box_descended(self) -> None:
        if self._below.currentWidget() is self.hits:
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_hits_row_opened(self, hit: LearnerHit) -> None:
        self.learner_chosen.emit(hit.learner)


def _about(hit: LearnerHit) -> str:
    return " · ".join(part for part in (hit.student_number or hit.account_number, hit_programme(hit)) if part)
