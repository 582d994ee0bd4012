"""Quiet building blocks: cards, titles, labels, chips, keys, hairlines and empty states.

* ``Card(title=None)``: ``body`` (QVBoxLayout), ``add_header(*widgets)`` puts widgets at the right of the
  title.
* ``Label(words, kind="")``: kinds title, section, strong, secondary, small; ``set_words(words)``; wraps with
  ``wrap=True``.
* ``ElidedLabel(text)`` for data that may be longer than its place.
* ``StateChip(words, tone)``, ``KeyHint("Ctrl+K")``, ``Hairline()``, ``Facts()`` (names and values in two
  columns),
  ``Note(title, text)`` (a sentence on a tint with an accent edge), ``EmptyState(icon, sentence,
  button=None)``, ``UprightArea(inner)`` scrolls what is too high.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from creditbank_desktop.ui.i18n import say
from creditbank_desktop.ui.kit.traits import key_text, set_trait
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon, pixmap
from creditbank_desktop.ui.theme.measures import MEASURES


class Label(QLabel):
    """A label whose words follow the language; plain text only, so that data can never be read as mark-up."""

    def __init__(
        self, words: str = "", kind: str = "", *, wrap: bool = False, selectable: bool = False
    ) -> None:
        """Show ``words`` in the manner of ``kind``."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if kind:
            self.setProperty("kind", kind)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self.words = words
        say(self.setText, words)


class ElidedLabel(Label):
    """A label for data of any length: what has no room is replaced by …, the tool tip has all of it."""

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few characters."""
        return QSize(min(48, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
        self.setToolTip(self.text() if shown != self.text() else "")


class SectionTitle(ElidedLabel):
    """The title of a section inside a card."""

    def __init__(self, words: str = "") -> None:
        """Show ``words``."""
        super().__init__(words, "section")


class StateChip(Label):
    """A state as text on a tint; the words say it, the colour only helps."""

    def __init__(self, words: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Show ``words`` on the ground of ``tone``."""
        super().__init__(words, "chip")
        self.setProperty("tone", tone.value)
        self.setSizePolicy(self.sizePolicy().Policy.Maximum, self.sizePolicy().Policy.Maximum)

    def set_state(self, words: str, tone: Tone) -> None:
        """Show another state."""
        self.set_words(words)
        set_trait(self, "tone", tone.value)


class KeyHint(QLabel):
    """A key printed beside an action."""

    def __init__(self, keys: str, *, plain: bool = False) -> None:
        """Show ``keys``, a portable key sequence; ``plain`` leaves out the frame."""
        super().__init__(key_text(keys))
        self.setProperty("kind", "plainkey" if plain else "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(self.sizePolicy().Policy.Maximum, self.sizePolicy().Policy.Maximum)


class Hairline(QFrame):
    """One horizontal line."""

    def __init__(self) -> None:
        """Draw the line with the style sheet."""
        super().__init__()
        self.setProperty("kind", "hairline")


class Card(QFrame):
    """A white surface with round corners that holds one subject."""

    def __init__(self, title: str | None = None, *, padded: bool = True) -> None:
        """Show ``title`` if there is one; ``padded`` is off for cards that a table or a viewer fills."""
        super().__init__()
        self.setProperty("kind", "card")
        padding = MEASURES.card_padding if padded else 1
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(padding, padding, padding, padding)
        outer.setSpacing(MEASURES.gutter)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.title = SectionTitle(title or "")
        if title is not None:
            if not padded:
                self.header.setContentsMargins(MEASURES.card_padding, 10, 8, 0)
            self.header.addWidget(self.title)
            self.header.addStretch(1)
            outer.addLayout(self.header)
        else:
            self.title.setParent(self)
            self.title.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        outer.addLayout(self.body, 1)

    def set_padding(self, pixels: int) -> None:
        """Keep more or less distance to the edge than other cards."""
        self._outer.setContentsMargins(pixels, pixels, pixels, pixels)

    def add_header(self, *widgets: QWidget) -> None:
        """Put ``widgets`` at the right end of the title's line."""
        for widget in widgets:
            self.header.addWidget(widget)


class Facts(QWidget):
    """Names and values in two columns, for reading."""

    def __init__(self) -> None:
        """Begin without facts."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MEASURES.gutter)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def set_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Show ``facts`` (name, value) instead of what was shown."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
                old.hide()
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, value) in enumerate(facts):
            self._grid.addWidget(Label(name, "secondary"), row, 0, top)
            self._grid.addWidget(Label(value, wrap=True, selectable=True), row, 1, top)


class UprightArea(QScrollArea):
    """Scrolls what is too high up and down; no stop of the Tab key, what is in it is."""

    def __init__(self, inner: QWidget) -> None:
        """Show ``inner``, as wide as there is room."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)


class Note(QFrame):
    """A sentence that stands out quietly, such as a suggestion with its reason."""

    def __init__(self, title: str = "", text: str = "") -> None:
        """Show ``title`` in bold and ``text`` under it."""
        super().__init__()
        self.setProperty("kind", "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEASURES.gutter, 8, MEASURES.gutter, 8)
        layout.setSpacing(2)
        self.title = Label(title, "strong", wrap=True)
        self.text = Label(text, "secondary", wrap=True)
        layout.addWidget(self.title)
        layout.addWidget(self.text)


class EmptyState(QWidget):
    """One sentence and the action that ends the emptiness."""

    def __init__(self, icon: Icon, sentence: str, button: QPushButton | None = None) -> None:
        """Show ``sentence`` below ``icon`` and ``button`` below both."""
        super().__init__()
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = Label(sentence, "secondary", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMinimumWidth(180)
        layout = QVBoxLayout(self)
        layout.setSpacing(MEASURES.gutter)
        layout.addStretch(1)
        layout.addWidget(self._picture)
        layout.addWidget(self.sentence)
        if button is not None:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        colour = current_colours().control_border
        self._picture.setPixmap(pixmap(self._icon, colour, 40, self.devicePixelRatioF()))
