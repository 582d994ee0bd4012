"""The row of stages above the workplace: word, how many files wait, key.

``StageBar(stages)``: ``select(stage)``, ``set_counts(counts)``, ``button(stage)``. Signals:
``chosen(Stage)``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from creditbank_desktop.ui.evaluation.stages import Stage
from creditbank_desktop.ui.evaluation.wording import STAGES
from creditbank_desktop.ui.i18n import Words, say, tr
from creditbank_desktop.ui.kit.traits import key_sequences, key_text
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.measures import MEASURES

_PADDING = 10
_GAP = 8
_BETWEEN = 4


class StageButton(QPushButton):
    """One stage; draws word, count and key itself so that the three stand in line."""

    def __init__(self, stage: Stage, key: str) -> None:
        """Show ``stage``, chosen by ``key``."""
        super().__init__()
        self.stage = stage
        self.key = key
        self.count: int | None = None
        self.compact = False
        self._count = ""
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        say(self.setAccessibleName, self._spoken)
        shortcut = QShortcut(self)
        shortcut.setKeys(key_sequences(key))
        shortcut.activated.connect(self.click)

    def set_count(self, count: int | None) -> None:
        """Show how many files wait, nothing while that is not known."""
        self.count = count
        self._count = "" if count is None else str(count)
        say(self.setAccessibleName, self._spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for word and count, and for the key unless the row is narrow."""
        width = self._least_width() if self.compact else self.full_width()
        return QSize(width, MEASURES.control_height)

    def minimumSizeHint(self) -> QSize:
        """Return the room for word and count: the key gives way where it is narrow, words do not."""
        return QSize(self._least_width(), MEASURES.control_height)

    def full_width(self) -> int:
        """Return the width with the key."""
        key = QFontMetrics(self._font(small=True)).horizontalAdvance(key_text(self.key))
        return self._least_width() + key + _GAP

    def set_compact(self, compact: bool) -> None:
        """Leave the key out, or show it again."""
        if compact != self.compact:
            self.compact = compact
            self.updateGeometry()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for the room again in another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, word, count and key."""
        colours = current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        ground = colours.selection if self.isChecked() else colours.hover if self.underMouse() else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, MEASURES.control_radius, MEASURES.control_radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(box, MEASURES.control_radius, MEASURES.control_radius)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        colours = current_colours()
        left = _PADDING
        key = "" if self.compact else key_text(self.key)
        for text, font, ink in (
            (str(self.words()), self._font(strong=self.isChecked()), colours.text),
            (self._count, self._font(small=True), colours.accent),
            (key, self._font(small=True), colours.secondary),
        ):
            width = QFontMetrics(font).horizontalAdvance(text)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(QRect(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + _GAP if text else 0

    def _font(self, *, strong: bool = False, small: bool = False) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        if small:
            font.setPixelSize(MEASURES.secondary_px)
        return font

    def words(self) -> Words:
        """Return the name of the stage."""
        return tr(STAGES[self.stage])

    def _least_width(self) -> int:
        words = QFontMetrics(self._font(strong=True)).horizontalAdvance(str(self.words()))
        count = QFontMetrics(self._font(small=True)).horizontalAdvance(self._count or "0")
        return words + _GAP + count + 2 * _PADDING

    def _spoken(self) -> str:
        return f"{self.words()} {self._count}".strip()


class StageBar(QFrame):
    """The stages at which the person may work. Signals: ``chosen(Stage)``."""

    chosen = Signal(object)

    def __init__(self, stages: Sequence[Stage]) -> None:
        """Show ``stages``; with only one there is nothing to choose and the row stays away."""
        super().__init__()
        self.stages = tuple(stages)
        self._buttons: dict[Stage, StageButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        for place, stage in enumerate(self.stages):
            button = StageButton(stage, f"Alt+{place + 1}")
            self._buttons[stage] = button
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(self._on_group_id_clicked)
        if len(self.stages) < 2:
            self.hide()

    def button(self, stage: Stage) -> StageButton:
        """Return the button of ``stage``."""
        return self._buttons[stage]

    def select(self, stage: Stage) -> None:
        """Mark ``stage`` as the one that is shown."""
        self._buttons[stage].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys out where the row is narrow."""
        super().resizeEvent(event)
        self._fit()

    def set_counts(self, counts: Mapping[Stage, int]) -> None:
        """Show how many files wait at each stage."""
        for stage, button in self._buttons.items():
            button.set_count(counts.get(stage))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._fit()

    def _fit(self) -> None:
        spacing = _BETWEEN * len(self._buttons)
        wanted = sum(button.full_width() for button in self._buttons.values()) + spacing
        for button in self._buttons.values():
            button.set_compact(wanted > self.width())

    @Slot(int)
    def _on_group_id_clicked(self, place: int) -> None:
        self.chosen.emit(self.stages[place])
