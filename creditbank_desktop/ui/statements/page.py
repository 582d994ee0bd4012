"""The statements workplace: find a learner, see the statement as it would print, issue it, print it.

From the rail's key to the paper: the initials, Enter, Ctrl+Enter. Papers issued earlier, receipts and
notices among them, are seen, copied with a reason, voided and saved here as well. The workplace's page is
``StatementsPage(desk)``; ``open_hit(hit)`` shows the learner of that id.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_learners import LearnerHits
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.papers.reason_panel import Question
from creditbank_desktop.ui.papers.view import PaperView
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.shell.workplaces import SearchHit, WorkplacePage
from creditbank_desktop.ui.statements.desk import StatementsDesk
from creditbank_desktop.ui.statements.finder import LearnerFinder
from creditbank_desktop.ui.statements.learner_panel import LearnerPanel
from creditbank_desktop.ui.statements.readings import LearnerPapers, PaperRow, reading_of
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.paper_words import COPY_REASONS, VOID_REASONS, word_printed

FINDER, VIEW, LEARNER = range(3)


class StatementsPage(WorkplacePage):
    """Finder, paper and learner side by side."""

    def __init__(self, desk: StatementsDesk) -> None:
        """Begin without a learner."""
        super().__init__()
        self._desk = desk
        self._found: LearnerPapers | None = None
        self._reading = 0
        self._asks_to_void = False
        self.finder = LearnerFinder(desk.runner, self._find)
        self.view = PaperView(desk.runner)
        self.panel = LearnerPanel(desk.actor, prints_directly=desk.printing.desk.prints_directly)
        self.panes = Panes(
            (
                Pane(tr("Find"), self.finder, 228, 0),
                Pane(tr("Paper"), self.view, 326, 2),
                Pane(tr("Learner"), self.panel, 428, 3),
            )
        )
        self.body.addWidget(self.panes)
        self._say_nothing()
        self._connect()
        self._list_keys()

    def on_opened(self) -> None:
        """Read the learner again and go to the search box."""
        if self._found is not None:
            self._read(self._found.learner)
        self.panes.bring(FINDER)
        self.finder.focus_search()

    def open_hit(self, hit: SearchHit) -> None:
        """Show the learner that the window's search found."""
        self.choose(LearnerId(hit.id))

    def choose(self, learner: LearnerId) -> None:
        """Show a learner's credits, papers and the statement as it would be issued now."""
        self.messages.dismiss()
        self._found = None
        self.panel.show_nobody()
        self.view.show_nothing(tr("Reading the account …"))
        self._read(learner)

    def _connect(self) -> None:
        panel, printing = self.panel, self._desk.printing
        self.finder.learner_chosen.connect(self._on_finder_learner_chosen)
        panel.row_chosen.connect(self._on_panel_row_chosen)
        panel.issue.clicked.connect(self._on_issue_clicked)
        panel.print_original.clicked.connect(self._on_print_original_clicked)
        panel.copy.clicked.connect(partial(self._ask, void=False))
        panel.void.clicked.connect(partial(self._ask, void=True))
        panel.save.clicked.connect(self._on_save_clicked)
        panel.reasons.confirmed.connect(self._on_reasons_confirmed)
        panel.reasons.cancelled.connect(self._on_reasons_cancelled)
        printing.printed.connect(self._on_printing_printed)
        printing.saved.connect(self._on_printing_saved)
        self._desk.bus.changed.connect(self._on_bus_changed)

    def _list_keys(self) -> None:
        panel, table = self.panel, self.shortcuts
        table.add("Ctrl+F", tr("Find a learner"), self._find_next, hint=True)
        if may(self._desk.actor, "IssuingService.statement"):
            table.add_button(panel.issue, hint=True)
        table.add("Ctrl+J", tr("Papers of the learner"), self._go_to_papers, hint=True)
        if self._desk.printing.may_copy:
            table.add_button(panel.copy, hint=True)
        if self._desk.printing.may_void:
            table.add_button(panel.void)
        table.add_button(panel.save)
        table.add_note("J / K", tr("Next or previous row"))
        self.view.list_shortcuts(table)

    def _find(self, text: str) -> LearnerHits:
        return self._desk.services.learners.find(self._desk.actor, text)

    def _read(self, learner: LearnerId, select: str = "") -> None:
        self._reading += 1
        number = self._reading

        def show(found: LearnerPapers) -> None:
            # An answer that was overtaken by a later question must not come back.
            if number == self._reading:
                self._show(found, select)

        desk = self._desk
        desk.runner.run(reading_of(desk.services, desk.actor, learner), show, owner=self)

    def _show(self, found: LearnerPapers, select: str) -> None:
        self._found = found
        if found.account.broken_at is not None:
            self.messages.show_notice(
                Notice(
                    tr(
                        "The chain of the account is broken at entry {number}. Tell the security officer."
                    ).format(number=found.account.broken_at),
                    Tone.DANGER,
                )
            )
        self.panes.bring(VIEW)
        self.panes.bring(LEARNER)
        self.panel.show_learner(found, select)
        if not self.finder.isVisible():
            # The finder gave way with the focus in it.
            self.panel.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_nothing(self) -> None:
        self.view.show_nothing(tr("The statement is shown here as it will be printed."))

    @Slot()
    def _find_next(self) -> None:
        self.panes.bring(FINDER)
        self.finder.focus_search()

    @Slot()
    def _go_to_papers(self) -> None:
        if self._found is not None:
            self.panes.bring(LEARNER)
            self.panel.papers.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def _on_finder_learner_chosen(self, learner: str) -> None:
        self.choose(LearnerId(learner))

    @Slot(object)
    def _on_panel_row_chosen(self, row: PaperRow | None) -> None:
        desk, found = self._desk, self._found
        self._close_question()
        self.panel.offer(row, fresh=False)
        if row is None or found is None:
            self._say_nothing()
        elif row.paper is None:
            desk.runner.run(
                lambda: desk.services.issuing.preview_statement(desk.actor, found.learner),
                partial(self._show_draft, found.learner),
                owner=self,
            )
        else:
            paper = row.paper
            desk.runner.run(
                lambda: IssuedPaper(paper, desk.services.issuing.pdf(desk.actor, paper.paper)),
                self._show_issued,
                owner=self,
            )

    def _show_draft(self, learner: LearnerId, pdf: bytes) -> None:
        row = self.panel.current()
        found = self._found
        if row is not None and row.paper is None and found is not None and found.learner == learner:
            self.view.show_draft(pdf, tr("Credit statement"))

    def _show_issued(self, issued: IssuedPaper) -> None:
        row = self.panel.current()
        if row is not None and row.id == issued.paper.paper:
            self.view.show_paper(issued)
            self.panel.offer(row, fresh=self._desk.printing.is_fresh(issued))

    @Slot()
    def _on_issue_clicked(self) -> None:
        desk, found, shown = self._desk, self._found, self.view.shown
        # What was not seen as a draft is not issued: preview = print.
        if found is None or shown is None or shown.issued is not None:
            return
        desk.runner.run(
            lambda: desk.services.issuing.statement(desk.actor, found.learner),
            self._print_issued,
            owner=self,
            busy=self.panel.issue,
        )

    def _print_issued(self, result: OpResult[IssuedPaper]) -> None:
        issued = result.value
        self._desk.printing.print_original(issued, self.panel.issue)
        self._desk.bus.announce(result.changes)
        self._read(issued.paper.learner, select=issued.paper.paper)

    @Slot()
    def _on_print_original_clicked(self) -> None:
        shown = self.view.shown
        if shown is not None and shown.issued is not None:
            self._desk.printing.print_original(shown.issued, self.panel.print_original)

    def _ask(self, *_checked: bool, void: bool) -> None:
        self._asks_to_void = void
        if void:
            about = tr("It stays in the list and its number stays used. This cannot be undone.")
            question = Question(tr("Why is it voided?"), about, VOID_REASONS, tr("Void the paper"))
        else:
            about = tr("It is marked as a copy and counted.")
            question = Question(tr("Why is a copy needed?"), about, COPY_REASONS, tr("Print a copy"))
        self.panel.ask(question)

    def _close_question(self) -> None:
        if self.panel.reasons.isVisibleTo(self.panel):
            self.panel.stop_asking()

    @Slot(str)
    def _on_reasons_confirmed(self, reason: str) -> None:
        row = self.panel.current()
        self.panel.stop_asking()
        self.panel.papers.setFocus()
        if row is None or row.paper is None:
            return
        if self._asks_to_void:
            self._desk.printing.void(row.paper, reason, self.panel.void)
        else:
            self._desk.printing.print_copy(row.paper, reason, self.panel.copy)

    @Slot()
    def _on_reasons_cancelled(self) -> None:
        self.panel.stop_asking()
        self.panel.papers.setFocus()

    @Slot()
    def _on_save_clicked(self) -> None:
        shown = self.view.shown
        if shown is not None:
            draft = shown.issued is None
            words = tr("{paper} (draft)").format(paper=shown.words) if draft else shown.words
            self._desk.printing.save(shown.pdf, words, self.panel.save, shown.issued)

    @Slot(object)
    def _on_printing_printed(self, issued: IssuedPaper) -> None:
        if not self.isVisible():
            return
        row = self.panel.current()
        self.noted.emit(word_printed(issued, direct=self._desk.printing.desk.prints_directly))
        if not issued.is_copy:
            self._find_next()
        if row is not None and row.id == issued.paper.paper:
            self.panel.offer(row, fresh=False)

    @Slot(str)
    def _on_printing_saved(self, path: str) -> None:
        if self.isVisible():
            self.noted.emit(tr("Saved as {path}.").format(path=path))

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self._found is not None and self.isVisible() and self._found.concerns(changes):
            self._read(self._found.learner)
