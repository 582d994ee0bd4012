"""The materials that the rules ask for, each with the digit that assigns it and what is there of it.

``MaterialKeys()``: ``set_materials(specs)``, ``set_counts(counts)`` with the pages of each material and those
that are there already. Signals: ``asked(str)`` with the material.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from creditbank_desktop.services.views_intake import MaterialSpec
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon, pixmap
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.materials import word_material

OTHER = "other"
MOST_KEYS = 9
_CHIP_HEIGHT = 34
_LOW_CHIP_HEIGHT = 25
_WIDE_ENOUGH_PX = 210


@dataclass(frozen=True, slots=True)
class MaterialCount:
    """What is there of a material: pages in the tray, and files that were bound before."""

    pages: int = 0
    files: int = 0


def keyed_materials(specs: Sequence[MaterialSpec]) -> tuple[MaterialSpec, ...]:
    """Return the materials that have a digit: those asked for, then any other."""
    asked = [spec for spec in specs if spec.material != OTHER][: MOST_KEYS - 1]
    return (*asked, MaterialSpec(OTHER, required=False))


class MaterialKey(QPushButton):
    """One material: its digit, its name, and under it what is there of it."""

    def __init__(self, key: str, spec: MaterialSpec) -> None:
        """Show ``spec`` with the digit ``key``, which the tray works."""
        super().__init__()
        self.key = key
        self.spec = spec
        self._count = MaterialCount()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_CHIP_HEIGHT)
        self.setProperty("kind", "quiet")
        self.set_count(self._count)

    def set_count(self, count: MaterialCount) -> None:
        """Show how much of the material is there."""
        self._count = count
        words = tr("{material}: {state}").format(
            material=word_material(self.spec.material), state=self._state()[0]
        )
        say(self.setAccessibleName, words)
        say(self.setToolTip, words)
        self.update()

    def set_low(self, is_low: bool) -> None:
        """Be lower where there is little height."""
        self.setFixedHeight(_LOW_CHIP_HEIGHT if is_low else _CHIP_HEIGHT)

    def sizeHint(self) -> QSize:
        """Return room for a short name."""
        return QSize(_WIDE_ENOUGH_PX, _CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the room below which names are cut."""
        return QSize(120, _CHIP_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look and the language."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the digit, the name and the state; the state's words say what its colour helps to see."""
        painter, colours = QPainter(self), current_colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, tone, icon = self._state()
        tint = colours.tint(tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(self.rect().adjusted(0, 1, -1, -1), 6, 6)
        small = QFont(self.font())
        small.setPixelSize(MEASURES.secondary_px)
        painter.setFont(small)
        box = QRect(7, (self.height() - 18) // 2, 18, 18)
        painter.setPen(QColor(colours.control_border))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colours.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)
        right = self.rect().adjusted(32, 0, -9, 0)
        painter.setPen(QColor(tint.ink))
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        wide = QFontMetrics(small).horizontalAdvance(words)
        if icon is not None:
            drawn = pixmap(icon, tint.ink, 14, self.devicePixelRatioF())
            painter.drawPixmap(right.right() - wide - 18, (self.height() - 14) // 2, drawn)
            wide += 18
        painter.setPen(QColor(colours.text))
        name = right.adjusted(0, 0, -wide - 8, 0)
        said = str(word_material(self.spec.material))
        shown = QFontMetrics(small).elidedText(said, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()

    def _state(self) -> tuple[str, Tone, Icon | None]:
        count = self._count
        if count.pages:
            return tr("%n page(s)", n=count.pages), Tone.SUCCESS, Icon.CHECK
        if count.files:
            return tr("there"), Tone.SUCCESS, Icon.CHECK
        if self.spec.required:
            return tr("missing"), Tone.WARNING, None
        return "", Tone.NEUTRAL, None


class MaterialKeys(QWidget):
    """All materials with their digits. Signals: ``asked(str)``."""

    asked = Signal(str)

    def __init__(self) -> None:
        """Begin without materials."""
        super().__init__()
        self.keys: tuple[MaterialKey, ...] = ()
        self._columns = 0
        self._is_low = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)

    @property
    def materials(self) -> tuple[str, ...]:
        """The materials in the order of their digits."""
        return tuple(key.spec.material for key in self.keys)

    def set_materials(self, specs: Sequence[MaterialSpec]) -> None:
        """Offer ``specs`` and any other material."""
        for key in self.keys:
            self._grid.removeWidget(key)
            key.hide()
            key.deleteLater()
        made = [MaterialKey(str(n), spec) for n, spec in enumerate(keyed_materials(specs), start=1)]
        for key in made:
            key.clicked.connect(partial(self._on_key_clicked, key.spec.material))
            key.set_low(self._is_low)
        self.keys = tuple(made)
        self._columns = 0
        self._fit()

    def set_low(self, is_low: bool) -> None:
        """Be lower where there is little height."""
        self._is_low = is_low
        for key in self.keys:
            key.set_low(is_low)
        self._grid.setSpacing(4 if is_low else 6)

    def set_counts(self, counts: Mapping[str, MaterialCount]) -> None:
        """Show what is there of each material."""
        for key in self.keys:
            key.set_count(counts.get(key.spec.material, MaterialCount()))

    def missing(self) -> tuple[str, ...]:
        """Return what is asked for and not there."""
        return tuple(
            key.spec.material
            for key in self.keys
            if key.spec.required and not key._count.pages and not key._count.files
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as can be read."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = max(1, min(len(self.keys), 3, self.width() // _WIDE_ENOUGH_PX))
        if columns == self._columns:
            return
        self._columns = columns
        for place, key in enumerate(self.keys):
            self._grid.addWidget(key, place // columns, place % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_key_clicked(self, material: str) -> None:
        self.asked.emit(material)
