"""How the tray looks: head and materials, the pages or what is shown in their place, tools and actions.

``TrayFace(…)``: ``fill(tray)`` lays it out, ``fit(height)`` puts head and materials beside the pages where
there is little height, ``show_…`` show what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from creditbank_desktop.domain.scans import ScannedDocument, ScanPage
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from creditbank_desktop.ui.kit.surfaces import Label, UprightArea
from creditbank_desktop.ui.kit.wrapping_row import WrappingRow
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.scanning.material_keys import MaterialKeys
from creditbank_desktop.ui.scanning.page_grid import PageGrid
from creditbank_desktop.ui.scanning.page_look import PageLook
from creditbank_desktop.ui.scanning.thumbnails import Thumbnails
from creditbank_desktop.ui.scanning.tray_parts import (
    CropPane,
    EmptyTray,
    SourceChooser,
    TrayHead,
    TrayTools,
    only_printed,
)
from creditbank_desktop.ui.scanning.tray_session import TraySession
from creditbank_desktop.ui.scanning.trays import Tray

SHORT_BELOW_PX = 430
_WIDE = 16_777_215
SIDE_PX = 258
_MOST_REASONS = 4


class TrayFace:
    """The widgets of a tray; what it does is named in the module's text."""

    def __init__(
        self,
        runner: OperationRunner,
        thumbnails: Thumbnails,
        read: Callable[[ScanPage], bytes],
        title: Callable[[ScannedDocument], tuple[str, str]],
    ) -> None:
        """Make the widgets; ``read`` gives a page's bytes, ``title`` a document's key and name."""
        self.head = TrayHead()
        self.materials = MaterialKeys()
        self.grid = PageGrid(thumbnails, title)
        self.look = PageLook(runner, read)
        self.crop_pane = CropPane()
        self.crop = self.crop_pane.view
        self.empty = EmptyTray(self.grid.viewport())
        self.chooser = SourceChooser()
        self.tools = TrayTools()
        self.progress = QWidget()
        self.progress_words = Label("", "secondary")
        self.stop = only_printed(QuietButton(tr("Stop"), key="Shift+F9"))
        self.reasons = Label("", "warning", wrap=True, selectable=True)
        self.reasons_area = UprightArea(self.reasons)
        self.back = only_printed(QuietButton(tr("To the form"), key="Escape"))
        self.done = only_printed(PrimaryButton(tr("Done"), key="Return"))
        self.hint = Label("", "small", wrap=True)
        self.stack = QStackedWidget()
        self.side = QWidget()
        self._is_low = False
        self._is_whole = True

    @property
    def is_at_pages(self) -> bool:
        """Whether the pages are shown."""
        return self.stack.currentWidget() is self.grid

    @property
    def is_at_look(self) -> bool:
        """Whether one page is shown large."""
        return self.stack.currentWidget() is self.look

    def fill(self, tray: QWidget) -> None:
        """Lay everything out in ``tray``."""
        self._fill_progress()
        self.reasons.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.reasons_area.hide()
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        for part in (self.head, self.materials):
            side.addWidget(part)
        side.addStretch(1)
        for shown in (self.grid, self.look, self.crop_pane, self.chooser):
            self.stack.addWidget(shown)
        # What asks for more room than there is scrolls; it must not push the materials together.
        self.stack.setMinimumSize(200, 96)
        self._turn = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._turn.setSpacing(10)
        self._turn.addWidget(self.side)
        pages = QVBoxLayout()
        pages.setSpacing(6)
        for told in (self.progress, self.reasons_area):
            pages.addWidget(told)
        pages.addWidget(self.stack, 1)
        self._turn.addLayout(pages, 1)
        over = QVBoxLayout(self.grid.viewport())
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.empty)
        tools = WrappingRow(tuple(self.tools.buttons.values()))
        bar = QFrame()
        bar.setProperty("kind", "actionbar")
        actions = QHBoxLayout(bar)
        actions.setContentsMargins(0, 8, 0, 0)
        actions.addWidget(self.back)
        actions.addWidget(self.hint, 100)
        actions.addStretch(1)
        actions.addWidget(self.done)
        layout = QVBoxLayout(tray)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._turn, 1)
        layout.addWidget(tools)
        layout.addWidget(bar)
        self._tools_row, self._bar = tools, bar
        self.hint.set_words(
            tr(
                "Space look · R turn · C crop · D straighten · S split · J join · Del delete · Ctrl+Z undo · "
                "Ctrl+arrows move"
            )
        )
        self.hint.hide()

    def fit(self, height: int) -> None:
        """Put head and materials at the side of the pages where the tray is low."""
        is_low = self._is_low = height < SHORT_BELOW_PX
        direction = QBoxLayout.Direction.LeftToRight if is_low else QBoxLayout.Direction.TopToBottom
        if self._turn.direction() != direction:
            self._turn.setDirection(direction)
            self.side.setMaximumWidth(SIDE_PX if is_low else _WIDE)
            self.side.setMinimumWidth(SIDE_PX if is_low else 0)
            self.materials.set_low(is_low)
            self.head.title.setVisible(not is_low)
            self._show_parts()

    def show_pages(self) -> None:
        """Show all pages."""
        self._show(self.grid, whole=True)

    def show_look(self) -> None:
        """Show one page large; its keys go on working."""
        self._show(self.look, whole=True)
        self.look.viewer.setFocus()

    def show_crop(self) -> None:
        """Show the page that is cropped."""
        self._show(self.crop_pane, whole=False)

    def show_chooser(self) -> None:
        """Ask how to scan."""
        self._show(self.chooser, whole=False)

    def show_counts(self, tray: Tray, can_undo: bool) -> None:
        """Show how much is there and which tools can be used."""
        pages, documents = len(tray.pages), len(tray.documents)
        words = tr("{pages} · {documents}").format(
            pages=tr("%n page(s)", n=pages), documents=tr("%n document(s)", n=documents)
        )
        self.head.count.set_words(words if pages else "")
        self.head.count.setVisible(pages > 0)
        self.empty.setVisible(not pages)
        for name, button in self.tools.buttons.items():
            button.setEnabled(can_undo if name == "undo" else pages > 0)
        self.tools.buttons["join"].setEnabled(documents > 1)

    def show_progress(self, session: TraySession) -> None:
        """Show that pages are on their way, or files being made."""
        self.progress.setVisible(session.is_taking or session.is_binding)
        self.stop.setVisible(session.is_taking)
        self.stop.setEnabled(not session.is_stopping)
        self.done.setEnabled(not session.is_taking and not session.is_binding)
        self.head.scan.setEnabled(not session.is_taking and not session.is_binding)
        if session.is_binding:
            self.progress_words.set_words(tr("Making files…"))
        elif session.is_stopping:
            self.progress_words.set_words(tr("Stopping after this page…"))
        elif session.arrived:
            self.progress_words.set_words(tr("%n page(s) so far…", n=session.arrived))
        else:
            self.progress_words.set_words(tr("Waiting for the first page…"))

    def show_reasons(self, lines: Sequence[str]) -> None:
        """Show a line for each file that was refused and each page that was there already."""
        self.reasons.set_words("\n".join(lines))
        self.reasons_area.setVisible(bool(lines))
        needed = self.reasons.heightForWidth(max(160, self.stack.width() - 16))
        most = _MOST_REASONS * self.reasons.fontMetrics().lineSpacing() + 6
        self.reasons_area.setFixedHeight(max(20, min(needed, most)))

    def _fill_progress(self) -> None:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        line = QHBoxLayout()
        line.addWidget(self.progress_words, 1)
        line.addWidget(self.stop)
        layout = QVBoxLayout(self.progress)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(bar)
        self.progress.hide()

    def _show(self, shown: QWidget, *, whole: bool) -> None:
        self.stack.setCurrentWidget(shown)
        self._is_whole = whole
        self._show_parts()

    def _show_parts(self) -> None:
        """Show tools and actions with the pages; in a low tray the tools are a line that names their keys,
        and what stands in the place of the pages has all the room.
        """
        self._tools_row.setVisible(self._is_whole and not self._is_low)
        self.hint.setVisible(self._is_low)
        self._bar.setVisible(self._is_whole)
        self.side.setVisible(self.is_at_pages or not self._is_low)
