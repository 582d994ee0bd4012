"""Acts on accounts in the learners' workplace: the panes for them, the list of people met twice, undoing.

``AccountWork(desk, page)``: ``panes`` go into the page's stack, ``twice`` beside the roll;
``open_account(card)``, ``undo(learner)``, ``count_twice()``. Signals: ``pane_opened(object)``, ``closed()``,
``changed(str)`` with the learner to show, ``counted(int)`` of pairs.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.services.results import Changes, OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_learners import LearnerCard, MetTwice
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.i18n import mark, tr
from creditbank_desktop.ui.learners.account_pane import AccountPane, Deed, Done
from creditbank_desktop.ui.learners.desk import LearnersDesk
from creditbank_desktop.ui.learners.merge_pane import Merged, MergePane
from creditbank_desktop.ui.learners.twice_list import TwiceList
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone

_DONE = {
    Deed.UNMERGE: mark("Parted: both are records of their own again."),
    Deed.FREEZE: mark("The account is frozen."),
    Deed.REOPEN: mark("The account is open again."),
    Deed.CLOSE: mark("The account is closed."),
    Deed.TRANSFER: mark("The account was transferred out."),
}


class AccountWork(QObject):
    """Between the panes and the service; its methods and signals are named in the module's text."""

    pane_opened = Signal(object)
    closed = Signal()
    changed = Signal(str)
    counted = Signal(int)

    def __init__(self, desk: LearnersDesk, page: QWidget) -> None:
        """Work for ``page`` and tell what came of it there."""
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._learner = LearnerId("")
        self.may_work = may(desk.actor, "AccountService.merge")
        self.account = AccountPane(desk)
        self.merge = MergePane(desk)
        self.twice = TwiceList()
        self.panes = (self.account, self.merge)
        self.account.done.connect(self._on_account_done)
        self.account.merge_asked.connect(self._on_account_merge_asked)
        self.merge.merged.connect(self._on_merge_merged)
        self.twice.pair_opened.connect(self._on_twice_pair_opened)
        for pane in (self.account, self.merge):
            pane.closed.connect(self.closed)

    def open_account(self, card: LearnerCard) -> None:
        """Offer what can be done to the account of ``card``."""
        self._learner = card.learner.learner
        self.pane_opened.emit(self.account)
        self.account.open(card)

    def undo(self, learner: LearnerId) -> None:
        """Take the last act on an account back."""
        accounts, actor = self._desk.services.accounts, self._desk.actor

        def told(result: OpResult[None]) -> None:
            self._tell(learner, result.changes, tr("Taken back."))

        self._desk.runner.run(lambda: accounts.undo(actor, learner), told, owner=self._page)

    @Slot()
    def count_twice(self) -> None:
        """Read who is on record twice."""
        if not self.may_work:
            return
        accounts, actor = self._desk.services.accounts, self._desk.actor
        self._desk.runner.run(lambda: accounts.met_twice(actor), self._show_pairs, owner=self._page)

    def _show_pairs(self, pairs: tuple[MetTwice, ...]) -> None:
        self.twice.show_pairs(pairs)
        self.counted.emit(len(pairs))

    def _tell(self, learner: LearnerId, changes: Changes, words: str) -> None:
        self._desk.bus.announce(changes)
        self._desk.runner.tell(self._page, Notice(words, Tone.SUCCESS))
        self.count_twice()
        self.changed.emit(learner)

    @Slot(object)
    def _on_account_done(self, done: Done) -> None:
        self._tell(done.learner, done.changes, tr(_DONE[done.deed]))
        actor, papers = self._desk.actor, self._desk.services.counter_papers
        if done.deed is Deed.TRANSFER and may(actor, "CounterPaperService.transfer_certificate"):
            self._desk.runner.run(
                lambda: papers.transfer_certificate(actor, done.learner, done.destination, done.reason),
                self._show_certificate,
                owner=self._page,
            )

    def _show_certificate(self, issued: OpResult[IssuedPaper]) -> None:
        self._desk.bus.announce(issued.changes)
        self._desk.show_paper(issued.value)

    @Slot()
    def _on_account_merge_asked(self) -> None:
        self.pane_opened.emit(self.merge)
        self.merge.open_search(self._learner)

    @Slot(object)
    def _on_twice_pair_opened(self, pair: MetTwice) -> None:
        self.pane_opened.emit(self.merge)
        self.merge.open(pair.older.learner, pair.younger.learner)

    @Slot(object)
    def _on_merge_merged(self, merged: Merged) -> None:
        self._tell(merged.stays, merged.changes, tr("Merged: both numbers find this account now."))
