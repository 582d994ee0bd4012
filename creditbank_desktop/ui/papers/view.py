"""The paper viewer: what is seen here is what leaves the printer, byte for byte.

``PaperView(runner)``: a card; ``show_paper(issued)``, ``show_draft(pdf, words)``, ``show_nothing(words)``,
``list_shortcuts(table)``; ``shown`` is the `ShownPaper`, None while there is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.buttons import IconButton
from creditbank_desktop.ui.kit.evidence import EvidenceViewer
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState, Label, StateChip
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.names import word_paper_kind
from creditbank_desktop.ui.wording.paper_words import word_paper

_KIND_FROM_PX = 560


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """The bytes in the viewer and what they are called; ``issued`` is None for a draft."""

    pdf: bytes
    words: str
    issued: IssuedPaper | None = None


class PaperView(Card):
    """A card with one paper in it."""

    def __init__(self, runner: OperationRunner) -> None:
        """Begin empty."""
        super().__init__(tr("Paper"), padded=False)
        self.shown: ShownPaper | None = None
        self._drafts = 0
        self.viewer = EvidenceViewer(runner)
        say(self.viewer.setAccessibleName, tr("Paper"))
        self.chip = StateChip()
        self._kind = Label("", "secondary")
        self._pages = Label("", "secondary")
        self.empty = EmptyState(Icon.FILE_TEXT, "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.viewer)
        viewer = self.viewer
        self._buttons = (
            (IconButton(Icon.CHEVRON_LEFT, tr("Page before"), key="Ctrl+PgUp"), viewer.previous_page),
            (IconButton(Icon.CHEVRON_RIGHT, tr("Next page"), key="Ctrl+PgDown"), viewer.next_page),
            (IconButton(Icon.ZOOM_OUT, tr("Smaller"), key="-"), viewer.zoom_out),
            (IconButton(Icon.ZOOM_IN, tr("Larger"), key="+"), viewer.zoom_in),
            (IconButton(Icon.FIT_WIDTH, tr("Fit the width"), key="W"), viewer.fit_width),
        )
        self._lay_out()
        viewer.shown.connect(self._tell_pages)
        viewer.failed.connect(self._tell_pages)
        self.show_nothing(tr("No paper is chosen."))

    def show_paper(self, issued: IssuedPaper) -> None:
        """Show an issued paper or a copy of one."""
        paper = issued.paper
        self.shown = ShownPaper(issued.pdf, word_paper(paper), issued)
        if paper.voided:
            self.chip.set_state(tr("Voided"), Tone.DANGER)
        elif issued.is_copy:
            self.chip.set_state(tr("Copy"), Tone.INFO)
        else:
            self.chip.set_state(tr("Issued"), Tone.SUCCESS)
        self._kind.set_words(word_paper_kind(paper.kind.value))
        self._show(f"{paper.paper} {paper.copies if issued.is_copy else 0}")

    def show_draft(self, pdf: bytes, words: str) -> None:
        """Show a paper as it would be issued now; the chip says that it is no paper yet."""
        self._drafts += 1
        self.shown = ShownPaper(pdf, words)
        self.chip.set_state(tr("Draft", note="paper"), Tone.WARNING)
        self._kind.set_words("")
        self._show(f"draft {self._drafts}")

    def show_slip(self, pdf: bytes, words: str) -> None:
        """Show a slip that takes no number; the chip says so."""
        self._drafts += 1
        self.shown = ShownPaper(pdf, words)
        self.chip.set_state(tr("No number"), Tone.INFO)
        self._kind.set_words("")
        self._show(f"slip {self._drafts}")

    def show_nothing(self, words: str) -> None:
        """Show why there is no paper."""
        self.shown = None
        self.title.set_words(tr("Paper"))
        self.chip.hide()
        self._kind.set_words("")
        self.viewer.clear()
        self.empty.sentence.set_words(words)
        self._stack.setCurrentWidget(self.empty)
        self._tell_pages()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the kind of paper where there is room."""
        super().resizeEvent(event)
        self._kind.setVisible(self.width() >= _KIND_FROM_PX)

    def list_shortcuts(self, table: ShortcutTable) -> None:
        """Enter the keys of the viewer in the table of its page."""
        for button, _action in self._buttons:
            table.add_button(button)

    def _lay_out(self) -> None:
        self.header.insertWidget(1, self._kind)
        self.header.insertWidget(2, self.chip)
        self.header.insertWidget(3, self._pages)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for button, action in self._buttons:
            button.clicked.connect(action)
            tools.addWidget(button)
        self.header.addLayout(tools)
        self.body.addWidget(self._stack)

    def _show(self, document_id: str) -> None:
        shown = self.shown
        if shown is None:
            return
        # A number is data, which may be cut short; the kind stands beside it where there is room.
        self.title.set_words(shown.words if shown.issued is None else shown.issued.paper.number)
        self.chip.show()
        self._stack.setCurrentWidget(self.viewer)
        self.viewer.show_document(EvidenceDocument(document_id, str(again(shown.words)), lambda: shown.pdf))
        self._tell_pages()

    @Slot()
    def _tell_pages(self) -> None:
        pages = self.viewer.pages if self.shown is not None else 0
        say(self._pages.setText, f"{self.viewer.view_state.page + 1} / {pages}" if pages > 1 else "")
        for button, _action in self._buttons[:2]:
            button.setVisible(pages > 1)
        for button, _action in self._buttons[2:]:
            button.setVisible(pages > 0)
