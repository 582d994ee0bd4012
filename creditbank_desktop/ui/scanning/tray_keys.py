"""The keys of a tray: they work while the focus is in it and its pages are shown.

``TrayKeys(tray)``: ``set_free(bool)`` lets letters go to a form or to the crop instead, ``actions()`` gives
what each tool does, ``list_shortcuts(table)``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.kit.traits import key_sequences
from creditbank_desktop.ui.scanning.tray_session import TraySession

if TYPE_CHECKING:
    from creditbank_desktop.ui.scanning.scan_tray import ScanTray

Move = Callable[[TraySession], None]


class TrayKeys:
    """The keys of one tray; its methods are named in the module's text."""

    def __init__(self, tray: ScanTray) -> None:
        """Let the keys work ``tray``."""
        self._tray = tray
        self._shortcuts = [self._shortcut(key, run) for key, run in self._table()]

    def set_free(self, is_free: bool) -> None:
        """Let the keys work, or leave them to what is shown instead of the pages."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(is_free)

    def actions(self) -> dict[str, Callable[[], None]]:
        """Return what each tool does."""
        tray = self._tray
        return {
            "look": tray.look,
            "turn": self._on_page(lambda session: session.turn(1)),
            "crop": tray.crop,
            "straighten": self._on_page(TraySession.straighten),
            "split": self._on_page(TraySession.split),
            "join": self._on_page(TraySession.join),
            "remove": self._on_page(TraySession.remove),
            "undo": self._on_page(TraySession.undo),
        }

    def list_shortcuts(self, table: ShortcutTable) -> None:
        """Enter the keys in the table of a page."""
        table.add_note("Space", tr("Tray: look at the page, and back"))
        table.add_note("R / Shift+R", tr("Tray: turn the page right or left"))
        table.add_note("C", tr("Tray: crop the page"))
        table.add_note("D", tr("Tray: set the page straight"))
        table.add_note("Ctrl+Left / Ctrl+Right", tr("Tray: move the page"))
        table.add_note("S / J", tr("Tray: split here, join with the document before"))
        table.add_note("1 … 9", tr("Tray: say what the document is"))
        table.add_note("Ctrl+Z / Ctrl+Y", tr("Tray: undo, redo"))
        table.add_note("Ctrl+V", tr("Tray: take what was copied"))
        table.add_note("F", tr("Tray: watched folder on or off"))
        table.add_note("Shift+F9", tr("Tray: stop the scan"))
        table.add_note("Ctrl+F9", tr("Tray: choose scanner and resolution"))
        table.add_note("Return", tr("Tray: done"))

    def _table(self) -> list[tuple[str, Callable[[], None]]]:
        tray, actions = self._tray, self.actions()
        table: list[tuple[str, Callable[[], None]]] = [
            ("Space", actions["look"]),
            ("R", actions["turn"]),
            ("Shift+R", self._on_page(lambda session: session.turn(3))),
            ("C", actions["crop"]),
            ("D", actions["straighten"]),
            ("S", actions["split"]),
            ("J", actions["join"]),
            ("Del", actions["remove"]),
            ("Ctrl+Z", actions["undo"]),
            ("Ctrl+Y", self._on_page(TraySession.redo)),
            ("Ctrl+Shift+Z", self._on_page(TraySession.redo)),
            ("Ctrl+Left", self._on_page(lambda session: session.move(-1))),
            ("Ctrl+Right", self._on_page(lambda session: session.move(1))),
            ("Ctrl+Up", self._on_page(lambda session: session.move(-1))),
            ("Ctrl+Down", self._on_page(lambda session: session.move(1))),
            ("Ctrl+V", tray.paste),
            ("F", tray.turn_folder),
            ("Shift+F9", tray.stop),
            ("Ctrl+F9", tray.choose_source),
            ("Return", tray.done),
            ("Escape", tray.leave),
        ]
        return [*table, *((str(digit), partial(self._assign, digit)) for digit in range(1, 10))]

    def _shortcut(self, key: str, run: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(self._tray)
        shortcut.setKeys(key_sequences(key))
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)
        return shortcut

    def _on_page(self, move: Move) -> Callable[[], None]:
        def run() -> None:
            if self._tray.session is not None:
                move(self._tray.session)

        return run

    def _assign(self, digit: int) -> None:
        materials = self._tray.materials.materials
        if self._tray.session is not None and digit <= len(materials):
            self._tray.session.assign(materials[digit - 1])
