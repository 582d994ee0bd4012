"""The overlay with every key of the workplace, from the same table that works them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor as Colour
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.buttons import IconButton
from creditbank_desktop.ui.kit.shortcuts import ShortcutRow
from creditbank_desktop.ui.kit.surfaces import KeyHint, Label, SectionTitle
from creditbank_desktop.ui.kit.traits import spoken
from creditbank_desktop.ui.theme.icons import Icon

_COLUMN_PX = 340
_MOST_COLUMNS = 3
_LONG_FROM_ROWS = 12


class ShortcutOverlay(QWidget):
    """Covers the window with a sheet of keys until any of Escape, ``?`` or a click."""

    def __init__(self, window: QWidget) -> None:
        """Begin hidden over ``window``."""
        super().__init__(window)
        say(self.setAccessibleName, tr("All keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = QFrame(self)
        self._sheet.setProperty("kind", "popup")
        close = IconButton(Icon.X, tr("Close"))
        close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(Label(tr("All keys"), "title"))
        head.addStretch(1)
        head.addWidget(close)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(40)
        inner = QWidget()
        inner.setProperty("ground", "none")
        inner.setLayout(self._columns)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        layout = QVBoxLayout(self._sheet)
        layout.setContentsMargins(22, 14, 14, 18)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        self._window = window
        self._rows = 0
        self._column_count = 1
        self._groups: tuple[tuple[str, Sequence[ShortcutRow]], ...] = ()
        window.installEventFilter(self)
        self.hide()

    def show_groups(self, groups: Sequence[tuple[str, Sequence[ShortcutRow]]]) -> None:
        """Show ``groups`` of keys, each under its title."""
        self._groups = tuple(groups)
        while (item := self._columns.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        columns = self._in_columns([(title, list(dict.fromkeys(rows))) for title, rows in groups if rows])
        for title, part in columns:
            self._columns.addWidget(_group(title, part), 1, Qt.AlignmentFlag.AlignTop)
        self._rows = max((len(part) for _title, part in columns), default=0)
        self._column_count = len(columns)
        self._fill_window()
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape and on the key that opened it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Question, Qt.Key.Key_F1):
            self.hide()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click outside the sheet."""
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Colour(10, 16, 22, 110))
        painter.end()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keep covering the window when its size changes."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.show_groups(self._groups)
        return False

    def _in_columns(self, groups: list[tuple[str, list[ShortcutRow]]]) -> list[tuple[str, list[ShortcutRow]]]:
        """Return the columns; a long group goes on in the next one where the window is wide enough."""
        spare = min(_MOST_COLUMNS, self._window.width() // _COLUMN_PX) - len(groups)
        columns: list[tuple[str, list[ShortcutRow]]] = []
        for title, rows in groups:
            parts = 1
            if spare > 0 and len(rows) >= _LONG_FROM_ROWS:
                parts, spare = 1 + spare, 0
            height = -(-len(rows) // parts)
            for place in range(parts):
                part = rows[place * height : (place + 1) * height]
                columns.append((title if place == 0 else "", part))
        return columns

    def _fill_window(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        width = min(max(860, _COLUMN_PX * self._column_count + 60), window.width() - 48)
        height = min(150 + 30 * self._rows, window.height() - 48)
        self._sheet.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)


def _spoken_again(words: str) -> str:
    return spoken(str(again(words)))


def _group(title: str, rows: Sequence[ShortcutRow]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 6, 0, 6)
    grid.setVerticalSpacing(8)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(0, 1)
    grid.addWidget(SectionTitle(title), 0, 0, 1, 2)
    for place, row in enumerate(rows, start=1):
        label = Label("", wrap=True)
        say(label.setText, partial(_spoken_again, row.words))
        grid.addWidget(label, place, 0)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for key in row.keys.split(" / "):
            keys.addWidget(KeyHint(key))
        grid.addLayout(keys, place, 1, Qt.AlignmentFlag.AlignRight)
    return group
