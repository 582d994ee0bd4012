"""The card of somebody who judges: thumbnails, one document or two side by side, and their keys.

``DocumentPanel(runner)``: ``show_document(document)`` shows one on the side that is worked with,
``open_beside(document)`` and ``close_beside()`` a second one; ``viewer`` is the side that has the keys.
Signals: ``side_changed()`` when the other side gets the keys, ``beside_asked()`` when a second is wanted.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import IconButton
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.kit.surfaces import Card, ElidedLabel, Label
from creditbank_desktop.ui.kit.wrapping_row import WrappingRow
from creditbank_desktop.ui.running import Notice, OperationRunner
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.viewer.reading_viewer import ReadingViewer
from creditbank_desktop.ui.viewer.thumbnail_rail import ThumbnailRail

_RAIL_FROM_PX = 420
_ACROSS_FROM_PX = 560


class Side(QWidget):
    """One viewer with the name of its document above, where two are shown."""

    def __init__(self, runner: OperationRunner) -> None:
        """Begin empty."""
        super().__init__()
        self.viewer = ReadingViewer(runner)
        self.name = ElidedLabel("", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.name)
        layout.addWidget(self.viewer, 1)

    def tell(self, *, is_active: bool, is_named: bool) -> None:
        """Say what is shown here, and whether the keys work on it."""
        document = self.viewer.document
        title = document.title if document is not None else ""
        self.name.set_words(f"▸ {title}" if is_active else title)
        self.name.setVisible(is_named)


class DocumentPanel(Card):
    """A card that shows documents; its signals are named in the module's text."""

    side_changed = Signal()
    beside_asked = Signal()

    def __init__(self, runner: OperationRunner) -> None:
        """Begin empty; ``runner`` has pages drawn."""
        super().__init__(tr("Evidence"), padded=False)
        self._runner = runner
        self.sides = (Side(runner), Side(runner))
        self.sides[1].viewer.share_with(self.sides[0].viewer)
        self._active = 0
        self._wants_rail = True
        self.rail = ThumbnailRail(runner)
        self._pages = Label("", "secondary")
        self.header.insertWidget(1, self._pages)
        self._buttons = self._made_buttons()
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        for side in self.sides:
            self._split.addWidget(side)
        self.sides[1].hide()
        self._lay_out()
        self._connect()
        self._tell()

    @property
    def viewer(self) -> ReadingViewer:
        """The viewer that the keys work on."""
        return self.sides[self._active].viewer

    @property
    def has_beside(self) -> bool:
        """Whether two documents are shown."""
        return not self.sides[1].isHidden()

    def show_document(self, document: EvidenceDocument) -> None:
        """Show ``document`` on the side that is worked with; the same again changes nothing."""
        self.viewer.show_document(document)
        self._tell()

    def open_beside(self, document: EvidenceDocument) -> None:
        """Show a second document, which gets the keys."""
        self.sides[1].show()
        self._split.setSizes([1_000, 1_000])
        self.sides[1].viewer.show_document(document)
        self._activate(1)

    def close_beside(self) -> None:
        """Show one document alone."""
        self.sides[1].hide()
        self.sides[1].viewer.clear()
        self._activate(0)

    def clear(self) -> None:
        """Show nothing."""
        self.sides[0].viewer.clear()
        self.close_beside()

    def list_shortcuts(self, table: ShortcutTable) -> None:
        """Work and list the keys of the viewer in the table of its page."""
        for button in self._buttons:
            table.add_button(button)
        table.add("0", tr("100 %"), self._on_actual_size)
        table.add("M", tr("Magnifier, as long as the key is held"), self._on_lens)
        table.add("X", tr("Select text; arrows, Shift, Ctrl+C"), self._on_text)
        table.add("V", tr("To the page; arrows scroll"), self._on_focus)
        table.add("O", tr("The other of two documents"), self._on_other_side)
        table.add_note("Home / End", tr("First page, last page"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the thumbnails where the page has no room; two documents then stand one over the other."""
        super().resizeEvent(event)
        self._fit()

    def _made_buttons(self) -> tuple[IconButton, ...]:
        made = (
            (Icon.CHEVRON_LEFT, tr("Page before"), "Ctrl+PgUp", self._on_page_before),
            (Icon.CHEVRON_RIGHT, tr("Next page"), "Ctrl+PgDown", self._on_next_page),
            (Icon.ROTATE_LEFT, tr("Turn left"), "[", self._on_rotate_left),
            (Icon.ROTATE_RIGHT, tr("Turn right"), "]", self._on_rotate_right),
            (Icon.ZOOM_OUT, tr("Smaller"), "-", self._on_zoom_out),
            (Icon.ZOOM_IN, tr("Larger"), "+", self._on_zoom_in),
            (Icon.FIT_WIDTH, tr("Fit the width"), "W", self._on_fit_width),
            (Icon.MAXIMIZE, tr("Fit the page"), "E", self._on_fit_page),
            (Icon.LIST, tr("Thumbnails"), "L", self._on_rail),
            (Icon.STACK, tr("Two documents side by side"), "B", self._on_beside),
        )
        buttons = []
        for icon, words, key, action in made:
            button = IconButton(icon, words, key=key)
            button.clicked.connect(action)
            buttons.append(button)
        return tuple(buttons)

    def _lay_out(self) -> None:
        self.tools = WrappingRow(self._buttons)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._split, 1)
        self.body.addWidget(self.tools)
        self.body.addLayout(middle, 1)

    def _connect(self) -> None:
        self.rail.page_chosen.connect(self._on_rail_page_chosen)
        for side in self.sides:
            side.viewer.shown.connect(self._on_viewer_shown)
            side.viewer.failed.connect(self._on_viewer_failed)
            side.viewer.activated.connect(self._on_viewer_activated)
            side.viewer.text_began.connect(self._on_viewer_text_began)
            side.viewer.text_copied.connect(self._on_viewer_text_copied)

    def _activate(self, place: int) -> None:
        changed, self._active = place != self._active, place
        self._tell()
        if changed:
            self.side_changed.emit()

    def _tell(self) -> None:
        viewer, pages = self.viewer, self.viewer.pages
        document = viewer.document
        for place, side in enumerate(self.sides):
            side.tell(is_active=place == self._active, is_named=self.has_beside)
        self.title.set_words(document.title if document is not None else tr("Evidence"))
        say(self._pages.setText, f"{viewer.view_state.page + 1} / {pages}" if pages else "")
        for button in self._buttons[:2]:
            button.setVisible(pages > 1)
        for button in self._buttons[2:8]:
            button.setEnabled(pages > 0)
        self._fit()
        # While a document comes its number of pages is not known; the column stays until it is.
        if pages or document is None:
            self.rail.show_pages(document, pages)
            self.rail.mark_page(viewer.view_state.page)

    def _fit(self) -> None:
        several = self.viewer.pages > 1
        self.rail.setVisible(self._wants_rail and several and self.width() >= _RAIL_FROM_PX)
        across = self.width() >= _ACROSS_FROM_PX
        self._split.setOrientation(Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical)

    @Slot()
    def _on_viewer_shown(self) -> None:
        self._tell()
        viewer = self.viewer
        if viewer.document is not None and viewer.view_state.page + 1 < viewer.pages:
            viewer.prefetch_page(viewer.document, viewer.view_state.page + 1)

    @Slot()
    def _on_viewer_failed(self) -> None:
        self._tell()

    @Slot()
    def _on_viewer_activated(self) -> None:
        if self.has_beside:
            self._activate(0 if self.sender() is self.sides[0].viewer else 1)

    @Slot(bool)
    def _on_viewer_text_began(self, found: bool) -> None:
        if not found:
            self._runner.tell(self, Notice(tr("This page has no text that could be selected."), Tone.INFO))

    @Slot(str)
    def _on_viewer_text_copied(self, text: str) -> None:
        count = len(text)
        self._runner.tell(self, Notice(tr("Copied: {count} characters").format(count=count), Tone.INFO))

    @Slot(int)
    def _on_rail_page_chosen(self, page: int) -> None:
        self.viewer.turn_to(page)
        self._tell()

    @Slot()
    def _on_page_before(self) -> None:
        self.viewer.previous_page()
        self._tell()

    @Slot()
    def _on_next_page(self) -> None:
        self.viewer.next_page()
        self._tell()

    @Slot()
    def _on_rotate_left(self) -> None:
        self.viewer.rotate_left()

    @Slot()
    def _on_rotate_right(self) -> None:
        self.viewer.rotate_right()

    @Slot()
    def _on_zoom_out(self) -> None:
        self.viewer.zoom_out()

    @Slot()
    def _on_zoom_in(self) -> None:
        self.viewer.zoom_in()

    @Slot()
    def _on_fit_width(self) -> None:
        self.viewer.fit_width()

    @Slot()
    def _on_fit_page(self) -> None:
        self.viewer.fit_page()

    @Slot()
    def _on_actual_size(self) -> None:
        self.viewer.actual_size()

    @Slot()
    def _on_lens(self) -> None:
        self.viewer.hold_lens()

    @Slot()
    def _on_text(self) -> None:
        self.viewer.begin_text()

    @Slot()
    def _on_focus(self) -> None:
        self.viewer.setFocus()

    @Slot()
    def _on_rail(self) -> None:
        self._wants_rail = not self._wants_rail
        self._fit()

    @Slot()
    def _on_beside(self) -> None:
        if self.has_beside:
            self.close_beside()
        else:
            self.beside_asked.emit()

    @Slot()
    def _on_other_side(self) -> None:
        if self.has_beside:
            self._activate(1 - self._active)
            self.viewer.setFocus()
