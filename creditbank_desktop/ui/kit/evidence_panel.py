"""The evidence viewer with its title, page number and buttons; most screens use this.

``EvidencePanel(runner)``: a card with ``viewer``; ``show_documents((EvidenceDocument, …))`` shows the first
and lets Ctrl+Tab step through the rest; ``clear()``; ``list_shortcuts(table)`` enters its keys in a page's
table.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import IconButton
from creditbank_desktop.ui.kit.evidence import EvidenceViewer
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.kit.surfaces import Card, Label
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.theme.measures import MEASURES

_TITLE_PX = 90


class EvidencePanel(Card):
    """A card that shows evidence."""

    def __init__(self, runner: OperationRunner) -> None:
        """Begin empty; ``runner`` reads and draws."""
        super().__init__(tr("Evidence"), padded=False)
        self.viewer = EvidenceViewer(runner)
        self._documents: tuple[EvidenceDocument, ...] = ()
        self._place = 0
        self._pages = Label("", "secondary")
        self.header.insertWidget(1, self._pages)
        viewer = self.viewer
        self._buttons = (
            (IconButton(Icon.STACK, tr("Next document"), key="Ctrl+Tab"), self.show_next_document),
            (IconButton(Icon.CHEVRON_LEFT, tr("Page before"), key="Ctrl+PgUp"), viewer.previous_page),
            (IconButton(Icon.CHEVRON_RIGHT, tr("Next page"), key="Ctrl+PgDown"), viewer.next_page),
            (IconButton(Icon.ROTATE_LEFT, tr("Turn left"), key="["), viewer.rotate_left),
            (IconButton(Icon.ROTATE_RIGHT, tr("Turn right"), key="]"), viewer.rotate_right),
            (IconButton(Icon.ZOOM_OUT, tr("Smaller"), key="-"), viewer.zoom_out),
            (IconButton(Icon.ZOOM_IN, tr("Larger"), key="+"), viewer.zoom_in),
            (IconButton(Icon.FIT_WIDTH, tr("Fit the width"), key="W"), viewer.fit_width),
        )
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(0)
        for button, action in self._buttons:
            button.clicked.connect(action)
            tools.addWidget(button)
        self.header.addWidget(self._tools)
        self._has_two_rows = False
        self.body.addWidget(viewer)
        viewer.shown.connect(self._on_viewer_changed)
        viewer.failed.connect(self._on_viewer_changed)
        self._tell_pages()

    def show_documents(self, documents: Sequence[EvidenceDocument]) -> None:
        """Show the first of ``documents``."""
        self._documents = tuple(documents)
        self._place = 0
        self._show_current()

    def clear(self) -> None:
        """Show nothing."""
        self._documents = ()
        self._show_current()

    def list_shortcuts(self, table: ShortcutTable) -> None:
        """Enter the keys of the viewer in the table of its page."""
        for button, _action in self._buttons:
            table.add_button(button)

    @Slot()
    def show_next_document(self) -> None:
        """Show the next document of the case, after the last the first."""
        if len(self._documents) > 1:
            self._place = (self._place + 1) % len(self._documents)
            self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the title where both have no room beside each other."""
        super().resizeEvent(event)
        self._fit()

    def _show_current(self) -> None:
        if self._documents:
            document = self._documents[self._place]
            self.title.set_words(document.title)
            self.viewer.show_document(document)
        else:
            self.title.set_words(tr("Evidence"))
            self.viewer.clear()
        self._tell_pages()

    @Slot()
    def _on_viewer_changed(self) -> None:
        self._tell_pages()

    def _tell_pages(self) -> None:
        pages = self.viewer.pages
        text = f"{self.viewer.view_state.page + 1} / {pages}" if pages else ""
        say(self._pages.setText, text)
        self._buttons[0][0].setVisible(len(self._documents) > 1)
        for button, _action in self._buttons[1:3]:
            button.setVisible(pages > 1)
        for button, _action in self._buttons[3:]:
            button.setEnabled(pages > 0)
        self._fit()

    def _fit(self) -> None:
        # A hidden button would take its key with it, so that none gives way.
        shown = sum(button.sizeHint().width() for button, _action in self._buttons if not button.isHidden())
        needed = shown + self._pages.sizeHint().width() + _TITLE_PX + 2 * MEASURES.card_padding
        two_rows = needed > self.width()
        if two_rows == self._has_two_rows:
            return
        self._has_two_rows = two_rows
        if two_rows:
            self.body.insertWidget(0, self._tools, 0, Qt.AlignmentFlag.AlignRight)
        else:
            self.header.addWidget(self._tools)
