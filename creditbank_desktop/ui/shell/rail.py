"""The left rail: one entry a workplace with icon, word and key; only icons where the window is narrow.

``Rail(workplaces)``: ``select(key)``, ``set_compact(bool)``. Signals: ``chosen(str)`` with the key of a
workplace.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.surfaces import Hairline, Label
from creditbank_desktop.ui.kit.traits import key_sequences, key_text
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.icons import Icon, pixmap
from creditbank_desktop.ui.theme.measures import MEASURES


class RailEntry(QPushButton):
    """One entry; draws icon, word and key itself so that all three stand in line."""

    def __init__(self, workplace: Workplace) -> None:
        """Show ``workplace``."""
        super().__init__()
        self.workplace = workplace
        self.compact = False
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setAutoDefault(False)
        say(self.setAccessibleName, workplace.title)
        say(self.setToolTip, self._tip)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if workplace.keys:
            shortcut = QShortcut(self)
            shortcut.setKeys(key_sequences(workplace.keys))
            shortcut.activated.connect(self.click)

    def sizeHint(self) -> QSize:
        """Return the room for icon, word and key."""
        words = self.fontMetrics().horizontalAdvance(str(again(self.workplace.title)))
        return QSize(44 if self.compact else words + 92, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground with the style sheet, the rest by hand."""
        super().paintEvent(event)
        colours = current_colours()
        painter = QPainter(self)
        ink = colours.accent if self.isChecked() else colours.text
        x = (self.width() - MEASURES.icon) // 2 if self.compact else 12
        y = (self.height() - MEASURES.icon) // 2
        painter.drawPixmap(x, y, pixmap(self.workplace.icon, ink, MEASURES.icon, self.devicePixelRatioF()))
        if not self.compact:
            self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        colours = current_colours()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        area = QRect(42, 0, self.width() - 54, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, str(again(self.workplace.title)))
        font.setPixelSize(MEASURES.secondary_px)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, right, key_text(self.workplace.keys))

    def _tip(self) -> str:
        title = str(again(self.workplace.title))
        return f"{title}  {key_text(self.workplace.keys)}" if self.workplace.keys else title


class Brand(QFrame):
    """The sign of the program at the top of the rail."""

    def __init__(self) -> None:
        """Show sign and name."""
        super().__init__()
        self.setFixedHeight(MEASURES.top_bar_height)
        self._sign = QLabel()
        self.name = Label(tr("Credit Bank"), "strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(19, 0, 8, 0)
        layout.setSpacing(9)
        layout.addWidget(self._sign)
        layout.addWidget(self.name, 1)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self._sign.setPixmap(pixmap(Icon.BANK, current_colours().accent, 22, self.devicePixelRatioF()))


class Rail(QFrame):
    """The list of workplaces. Signals: ``chosen(str)``."""

    chosen = Signal(str)

    def __init__(self, workplaces: Sequence[Workplace]) -> None:
        """Show ``workplaces``; those marked ``below`` stand at the bottom."""
        super().__init__()
        self.setProperty("kind", "rail")
        self.brand = Brand()
        self.entries: dict[str, RailEntry] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.setSpacing(0)
        layout.addWidget(self.brand)
        upper, lower = QVBoxLayout(), QVBoxLayout()
        for part in (upper, lower):
            part.setContentsMargins(8, 6, 8, 0)
            part.setSpacing(3)
        layout.addLayout(upper)
        layout.addStretch(1)
        if any(workplace.below for workplace in workplaces):
            layout.addWidget(Hairline())
        layout.addLayout(lower)
        for workplace in workplaces:
            entry = RailEntry(workplace)
            self.entries[workplace.key] = entry
            self._group.addButton(entry)
            (lower if workplace.below else upper).addWidget(entry)
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        self.set_compact(False)

    def select(self, key: str) -> None:
        """Mark the entry of ``key``."""
        self.entries[key].setChecked(True)

    def set_compact(self, compact: bool) -> None:
        """Show only icons, or icons, words and keys in as much room as the longest word needs."""
        self.brand.name.setVisible(not compact)
        for entry in self.entries.values():
            entry.compact = compact
        wanted = max((entry.sizeHint().width() for entry in self.entries.values()), default=0) + 16
        self.setFixedWidth(MEASURES.rail_width_compact if compact else max(MEASURES.rail_width, wanted))
        self._compact = compact

    def changeEvent(self, event: QEvent) -> None:
        """Make room for the words of another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.set_compact(self._compact)

    @Slot(QPushButton)
    def _on_group_button_clicked(self, entry: QPushButton) -> None:
        if isinstance(entry, RailEntry):
            self.chosen.emit(entry.workplace.key)
