"""Buttons that print their key and run once however often they are pressed.

* ``PrimaryButton(words, key="Ctrl+Return", icon=None)``, ``SecondaryButton(...)``, ``QuietButton(...)``:
  signal
  ``clicked``; the key works while the button is visible and enabled.
* ``PillButton(words, icon)``: round, for chips that open something.
* ``IconButton(icon, words, key="")``: no text; ``words`` is its name for screen readers and its tool tip.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from creditbank_desktop.ui.i18n import Words, again, say
from creditbank_desktop.ui.kit.traits import key_sequences, key_text, spoken
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.icons import Icon, tinted
from creditbank_desktop.ui.theme.measures import MEASURES

_HINT_GAP = 10
_HINT_PADDING = 6


class ActionButton(QPushButton):
    """A button with words, perhaps an icon, and its key printed inside at the right."""

    kind = "secondary"

    def __init__(
        self, words: str, *, key: str = "", icon: Icon | None = None, parent: QWidget | None = None
    ) -> None:
        """Show ``words``; ``key`` is a portable key sequence such as ``Ctrl+Return``."""
        super().__init__(parent)
        self.setProperty("kind", self.kind)
        self.key = key
        self._prints_key = bool(key)
        self._icon = icon
        self.setProperty("keyed", "true" if key else "false")
        self.setAutoDefault(False)
        self.set_words(words)
        self._tint()
        if key:
            shortcut = QShortcut(self)
            shortcut.setKeys(key_sequences(key))
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.click)

    def set_words(self, words: str) -> None:
        """Show other words; a translated text follows the language."""
        self.words = words
        # Qt leaves too little room between icon and words.
        say(self.setText, lambda: f" {again(words)}" if self._icon is not None else again(words))
        say(self.setAccessibleName, lambda: spoken(again(words)))
        self.updateGeometry()

    def print_key(self, printed: bool) -> None:
        """Print the key beside the words, or leave it to the tool tip where many buttons share a row."""
        self._prints_key = printed and bool(self.key)
        self.setProperty("keyed", "true" if self._prints_key else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size with room for the key."""
        return self._with_hint(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return the size with room for the key; words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the key at its right end."""
        super().paintEvent(event)
        if not self._prints_key:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._hint_font()
        painter.setFont(font)
        width = self._hint_width()
        height = QFontMetrics(font).height() + 2
        right = self.width() - 8
        box = QRect(QPoint(right - width, (self.height() - height) // 2), QSize(width, height))
        painter.setPen(self._hint_border())
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._hint_ink())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key_text(self.key))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        if self._icon is not None:
            colours = current_colours()
            self.setIcon(tinted(self._icon, self._icon_colour(), colours.disabled, MEASURES.icon))
            self.setIconSize(QSize(MEASURES.icon, MEASURES.icon))

    def _icon_colour(self) -> str:
        return current_colours().text

    def _hint_ink(self) -> QColor:
        colours = current_colours()
        return QColor(colours.secondary if self.isEnabled() else colours.disabled)

    def _hint_border(self) -> QColor:
        return QColor(current_colours().hairline)

    def _hint_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(MEASURES.secondary_px - 1)
        font.setWeight(QFont.Weight.Normal)
        return font

    def _hint_width(self) -> int:
        return QFontMetrics(self._hint_font()).horizontalAdvance(key_text(self.key)) + 2 * _HINT_PADDING

    def _with_hint(self, size: QSize) -> QSize:
        if self._prints_key:
            size.setWidth(size.width() + self._hint_width() + _HINT_GAP - 4)
        return size


class PrimaryButton(ActionButton):
    """The one action that the screen is for."""

    kind = "primary"

    def _icon_colour(self) -> str:
        return current_colours().on_accent

    def _hint_ink(self) -> QColor:
        colours = current_colours()
        return QColor(colours.on_accent if self.isEnabled() else colours.disabled)

    def _hint_border(self) -> QColor:
        border = self._hint_ink()
        border.setAlphaF(0.45)
        return border


class SecondaryButton(ActionButton):
    """Any other action."""


class QuietButton(ActionButton):
    """An action of little weight, without a border."""

    kind = "quiet"

    def _icon_colour(self) -> str:
        return current_colours().accent


class PillButton(ActionButton):
    """A round button that shows a state and opens what is behind it."""

    kind = "pill"

    def set_icon(self, icon: Icon) -> None:
        """Show another icon."""
        self._icon = icon
        self._tint()


class IconButton(QPushButton):
    """A button that is an icon; its words are its accessible name and its tool tip."""

    def __init__(self, icon: Icon, words: str, *, key: str = "", parent: QWidget | None = None) -> None:
        """Show ``icon``; ``words`` say what pressing it does."""
        super().__init__(parent)
        self.setProperty("kind", "icon")
        self.setAutoDefault(False)
        self.key = key
        self.words: str | Words = words
        self._icon = icon
        self.set_words(words)
        self._tint()
        if key:
            shortcut = QShortcut(self)
            shortcut.setKeys(key_sequences(key))
            shortcut.activated.connect(self.click)

    def set_words(self, words: str) -> None:
        """Say something else that pressing it does."""
        self.words = words
        say(self.setAccessibleName, lambda: spoken(again(words)))
        say(self.setToolTip, lambda: f"{again(words)}  {key_text(self.key)}" if self.key else again(words))

    def set_icon(self, icon: Icon) -> None:
        """Show another icon."""
        self._icon = icon
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        colours = current_colours()
        self.setIcon(tinted(self._icon, colours.secondary, colours.disabled, MEASURES.icon))
        self.setIconSize(QSize(MEASURES.icon, MEASURES.icon))
