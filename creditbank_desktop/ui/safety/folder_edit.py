"""An editor for a folder or a file: its path, and a button that lets one choose it.

``FolderEdit(choose)``: ``text()``, ``set_text()``; ``choose(parent, present)`` returns a path or "". Signals:
``edited()``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import IconButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.theme.icons import Icon


class FolderEdit(QWidget):
    """Path and button; named in the module's text."""

    edited = Signal()

    def __init__(self, choose: Callable[[QWidget, str], str], words: str = "", key: str = "") -> None:
        """Begin empty; ``words`` name the button."""
        super().__init__()
        self._choose = choose
        self.path = TextEdit()
        self.button = IconButton(Icon.FOLDER, words or tr("Choose a folder"), key=key)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.path, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.path)
        self.path.edited.connect(self.edited)
        self.button.clicked.connect(self._on_button_clicked)

    def setAccessibleName(self, name: str) -> None:
        """Name the line that is typed into."""
        super().setAccessibleName(name)
        self.path.setAccessibleName(name)

    def text(self) -> str:
        """Return the path."""
        return self.path.text().strip()

    def set_text(self, path: str) -> None:
        """Show a path."""
        self.path.setText(path)

    def own_problem(self) -> Problem | None:
        """Return that nothing is wrong by itself."""
        return None

    def is_empty(self) -> bool:
        """Return whether there is no path."""
        return not self.text()

    @Slot()
    def _on_button_clicked(self) -> None:
        chosen = self._choose(self, self.text())
        if chosen:
            self.set_text(chosen)
            self.edited.emit()
