"""One table of keys for each workplace: it works the keys, feeds the status line and fills the ``?`` overlay.

``table = ShortcutTable(page)``; ``table.add("J", tr("Next case"), page.take_next, hint=True)``;
``table.add_button(button, hint=True)`` lists a button that works its key itself. ``rows()`` gives them all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from creditbank_desktop.ui.kit.buttons import ActionButton, IconButton
from creditbank_desktop.ui.kit.traits import key_sequences


@dataclass(frozen=True, slots=True)
class ShortcutRow:
    """One line of the table."""

    keys: str
    words: str
    hint: bool = False


class ShortcutTable:
    """The keys of one page; they work only while the page is visible."""

    def __init__(self, page: QWidget) -> None:
        """Begin without keys."""
        self._page = page
        self._rows: list[ShortcutRow] = []

    def add(self, keys: str, words: str, run: Callable[[], object], *, hint: bool = False) -> None:
        """Let ``keys`` do ``run``; ``hint`` shows them in the status line as well."""
        shortcut = QShortcut(self._page)
        shortcut.setKeys(key_sequences(keys))
        shortcut.activated.connect(run)
        self._rows.append(ShortcutRow(keys, words, hint))

    def add_button(self, button: ActionButton | IconButton, *, hint: bool = False) -> None:
        """List the key that ``button`` works itself."""
        self._rows.append(ShortcutRow(button.key, button.words, hint))

    def add_note(self, keys: str, words: str, *, hint: bool = False) -> None:
        """List keys that a widget works itself, such as J and K in a table."""
        self._rows.append(ShortcutRow(keys, words, hint))

    def rows(self) -> tuple[ShortcutRow, ...]:
        """Return every key of the page in the order of adding."""
        return tuple(self._rows)
