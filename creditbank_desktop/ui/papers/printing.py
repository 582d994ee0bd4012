"""What can be done with a paper: print it once, copy it with a reason, save it, take it out of force.

``PaperPrinting(desk)``: ``print_original(issued, busy)``, ``print_copy(paper, reason, busy)``,
``save(pdf, words, busy)``, ``void(paper, reason, busy)``; ``is_fresh(issued)`` says whether the original may
still be printed. ``busy`` is the button that was pressed: its screen is told what goes wrong. One object
serves a whole session, so that no screen prints an original twice. Signals: ``printed(object)`` with the
`IssuedPaper` that went to the printer, ``saved(str)`` with the path, ``voided(str)`` with the paper's id.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.ids import PaperId
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.services.issuing_service import HandedOut
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.papers.desk import PaperDesk
from creditbank_desktop.ui.wording.paper_words import paper_file_name, word_paper


class PaperPrinting(QObject):
    """The deeds on papers; methods and signals are named in the module's text."""

    printed = Signal(object)
    saved = Signal(str)
    voided = Signal(str)

    def __init__(self, desk: PaperDesk, parent: QObject | None = None) -> None:
        """Print, save and void by ``desk``."""
        super().__init__(parent)
        self.desk = desk
        self._handed_over: set[PaperId] = set()
        self.may_copy = may(desk.actor, "IssuingService.reprint")
        self.may_void = may(desk.actor, "IssuingService.void")

    def is_fresh(self, issued: IssuedPaper) -> bool:
        """Return whether the original may still be printed: issued today, not voided and not printed yet.

        After that day, or when it was printed, only a copy with a reason leaves the printer.
        """
        paper = issued.paper
        return (
            not issued.is_copy
            and not paper.voided
            and paper.copies <= 1
            and paper.issued_on == self.desk.clock.today()
            and paper.paper not in self._handed_over
        )

    def print_original(self, issued: IssuedPaper, busy: QWidget) -> None:
        """Print the original; nothing happens when that was done already."""
        if self.is_fresh(issued):
            self._print(issued, busy)

    def print_copy(self, paper: Paper, reason: str, busy: QWidget) -> None:
        """Record one more copy, marked as such, and print it."""
        desk = self.desk

        def recorded(result: OpResult[IssuedPaper]) -> None:
            desk.bus.announce(result.changes)
            self._print(result.value, busy)

        desk.runner.run(
            lambda: desk.issuing.reprint(desk.actor, paper.paper, reason), recorded, owner=busy, busy=busy
        )

    def save(self, pdf: bytes, words: str, busy: QWidget, issued: IssuedPaper | None = None) -> None:
        """Ask where the PDF goes and write it there; ``issued`` is None for a draft."""
        desk = self.desk
        path = desk.choose_path(busy, paper_file_name(words))

        def work() -> None:
            desk.write_file(path, pdf)
            if issued is not None:
                desk.issuing.note_handed_out(desk.actor, issued.paper.paper, HandedOut.SAVED)

        if path:
            desk.runner.run(work, lambda _done: self.saved.emit(path), owner=busy, busy=busy)

    def void(self, paper: Paper, reason: str, busy: QWidget) -> None:
        """Take a paper out of force."""
        desk = self.desk

        def done(result: OpResult[None]) -> None:
            self.voided.emit(paper.paper)
            desk.bus.announce(result.changes)

        desk.runner.run(
            lambda: desk.issuing.void(desk.actor, paper.paper, reason), done, owner=busy, busy=busy
        )

    def _print(self, issued: IssuedPaper, busy: QWidget) -> None:
        desk, title = self.desk, str(word_paper(issued.paper))

        def handed_over(_job: object) -> None:
            self._handed_over.add(issued.paper.paper)
            self.printed.emit(issued)

        def work() -> object:
            if desk.print_paper is not None:
                job = desk.print_paper(issued.pdf, title, issued.paper.kind.value)
            else:
                job = desk.print_pdf(issued.pdf, title)
            desk.issuing.note_handed_out(desk.actor, issued.paper.paper, HandedOut.PRINTED)
            return job

        desk.runner.run(work, handed_over, owner=busy, busy=busy)
