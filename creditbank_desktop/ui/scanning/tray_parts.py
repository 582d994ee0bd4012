"""The parts of a tray's screen: its tools with their keys, its head, the empty state, the chooser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.scans import ScanProfile, ScanSource
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import (
    ActionButton,
    PillButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from creditbank_desktop.ui.kit.surfaces import EmptyState, Label, SectionTitle
from creditbank_desktop.ui.kit.wrapping_row import WrappingRow
from creditbank_desktop.ui.scanning.crop_view import CropView
from creditbank_desktop.ui.scanning.source_form import SourceForm
from creditbank_desktop.ui.theme.icons import Icon


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing that a key does to the chosen page."""

    name: str
    words: str
    key: str


def tools() -> tuple[Tool, ...]:
    """Return the tools in the order of their buttons."""
    return (
        Tool("look", tr("Look"), "Space"),
        Tool("turn", tr("Turn"), "R"),
        Tool("crop", tr("Crop"), "C"),
        Tool("straighten", tr("Straighten"), "D"),
        Tool("split", tr("Split"), "S"),
        Tool("join", tr("Join"), "J"),
        Tool("remove", tr("Delete"), "Del"),
        Tool("undo", tr("Undo"), "Ctrl+Z"),
    )


def only_printed(button: ActionButton) -> ActionButton:
    """Let the button print its key without working it: the tray works it, and only while it has the focus."""
    for shortcut in button.findChildren(QShortcut):
        shortcut.setEnabled(False)
    return button


class TrayTools:
    """The buttons of the tools, by name."""

    def __init__(self) -> None:
        """Make a button for each tool."""
        self.buttons = {tool.name: only_printed(QuietButton(tool.words, key=tool.key)) for tool in tools()}

    def connect(self, actions: dict[str, Callable[[], None]]) -> None:
        """Let each button do what its key does."""
        for name, button in self.buttons.items():
            button.clicked.connect(actions[name])


class TrayHead(QWidget):
    """The title, how much is there, and the ways in. Signals: none; its buttons are public."""

    def __init__(self) -> None:
        """Make title and buttons."""
        super().__init__()
        self.title = SectionTitle(tr("Scan tray"))
        self.count = Label("", "secondary")
        self.scan = only_printed(SecondaryButton(tr("Scan"), key="F9", icon=Icon.SCAN))
        self.files = only_printed(PillButton(tr("Add files"), key="Ctrl+O"))
        self.folder = only_printed(PillButton(tr("Watched folder"), key="F"))
        self.folder.setCheckable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(WrappingRow((self.title, self.count, self.scan, self.files, self.folder)))


class EmptyTray(QWidget):
    """No page yet: what can be done; stands over the empty grid, which goes on hearing keys and drops."""

    def __init__(self, parent: QWidget) -> None:
        """Point to the ways in, over ``parent``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.state = EmptyState(
            Icon.SCAN,
            tr("No page yet. F9 scans, Ctrl+O takes files, Ctrl+V what was copied; or drop files here."),
        )
        layout.addWidget(self.state)


class CropPane(QWidget):
    """The page that is cropped, with its keys and the two ways on."""

    def __init__(self) -> None:
        """Begin without a page."""
        super().__init__()
        self.view = CropView()
        self.back = only_printed(QuietButton(tr("Leave it"), key="Escape"))
        self.cut = only_printed(PrimaryButton(tr("Cut off"), key="Return"))
        hint = Label(
            tr("Arrows move, with Shift they size, with Ctrl finely. Home takes all."), "small", wrap=True
        )
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.back)
        bar.addWidget(hint, 1)
        bar.addWidget(self.cut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.view, 1)
        layout.addLayout(bar)
        self.back.clicked.connect(self.view.left)
        self.cut.clicked.connect(self.view.take)


class SourceChooser(QWidget):
    """The first scan: which scanner, how; it is remembered. Signals: ``chosen(object)`` with the profile,
    ``left()``, ``search_asked()`` to look for scanners again.
    """

    chosen = Signal(object)
    left = Signal()
    search_asked = Signal()

    def __init__(self) -> None:
        """Begin without sources."""
        super().__init__()
        self.form = SourceForm()
        self.words = Label("", "secondary", wrap=True)
        self.scan = PrimaryButton(tr("Scan like this"), key="Ctrl+Return")
        self.search = SecondaryButton(tr("Look again"), key="Ctrl+Shift+F9")
        self.back = QuietButton(tr("Back"), key="Escape")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in (self.back, self.search):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.scan)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(SectionTitle(tr("How to scan")))
        layout.addWidget(self.words)
        layout.addWidget(self.form, 1)
        layout.addLayout(bar)
        self.scan.clicked.connect(self._on_scan_clicked)
        self.search.clicked.connect(self.search_asked)
        self.back.clicked.connect(self.left)

    def show_searching(self) -> None:
        """Say that scanners are looked for."""
        self.words.set_words(tr("Looking for scanners…"))
        self.form.setEnabled(False)
        self.scan.setEnabled(False)

    def show_found(self, profile: ScanProfile, sources: Sequence[ScanSource]) -> None:
        """Offer what was found."""
        self.form.show_profile(profile, sources)
        self.form.setEnabled(bool(sources))
        self.scan.setEnabled(bool(sources))
        if sources:
            self.words.set_words(tr("This is remembered; from then on F9 scans at once. Ctrl+F9 asks again."))
        else:
            self.words.set_words(
                tr(
                    "No scanner answered. Switch it on and look again. Files, the clipboard and the "
                    "watched folder work without one."
                )
            )

    def go(self) -> None:
        """Go to the first choice, or to the search where there is none."""
        if self.form.isEnabled():
            self.form.go()
        else:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_scan_clicked(self) -> None:
        self.chosen.emit(self.form.profile())
