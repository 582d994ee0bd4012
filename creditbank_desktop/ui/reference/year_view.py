"""A year drawn month by month: days off, days worked to make up for them, weekends, today.

``YearView()``: ``show_year(year, marks, today)`` with the marked days, ``day()`` the chosen one,
``choose(day)``. The arrows move by a day or a week, PgUp and PgDown by a month, Enter opens the day. Signals:
``day_chosen(object)`` and ``day_opened(object)`` with the date.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditbank_desktop.domain.calendar import DayKind
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.registry_names import speaks_english

_CELL_WIDTH, _CELL_HEIGHT = 23, 20
_TITLE, _WEEKDAYS = 20, 18
_HEAD = _TITLE + _WEEKDAYS
_GAP = 14
_MONTH_WIDTH, _MONTH_HEIGHT = 7 * _CELL_WIDTH, _HEAD + 6 * _CELL_HEIGHT
_MOST_COLUMNS = 4
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS_ZH, _DAYS_EN = "一二三四五六日", "MTWTFSS"


class YearView(QWidget):
    """Twelve months; methods and signals are named in the module's text."""

    day_chosen = Signal(object)
    day_opened = Signal(object)

    def __init__(self) -> None:
        """Begin without marks."""
        super().__init__()
        self._year = 1970
        self._marks: Mapping[date, DayKind] = {}
        self._today = self._day = date(1970, 1, 1)
        self._columns = _MOST_COLUMNS
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        say(self.setAccessibleName, tr("The year, day by day"))

    def show_year(self, year: int, marks: Mapping[date, DayKind], today: date) -> None:
        """Show ``year``; the chosen day keeps its month and day."""
        if year != self._year:
            day = self._day if self._year != 1970 else today
            last = monthrange(year, day.month)[1]
            self._day = date(year, day.month, min(day.day, last))
        self._year, self._marks, self._today = year, marks, today
        say(self.setAccessibleDescription, self._told)
        self.update()

    def day(self) -> date:
        """Return the chosen day."""
        return self._day

    def choose(self, day: date) -> None:
        """Choose a day of the year that is shown."""
        if day.year == self._year:
            self._day = day
            say(self.setAccessibleDescription, self._told)
            self.update()
            self.day_chosen.emit(day)

    def place_of(self, day: date) -> tuple[int, int]:
        """Return the middle of a day, in pixels."""
        middle = self._cell(day).center()
        return middle.x(), middle.y()

    def sizeHint(self) -> QSize:
        """Return the size for four months beside each other."""
        return self._size(_MOST_COLUMNS)

    def minimumSizeHint(self) -> QSize:
        """Return the size for one month beside the other, as many as fit."""
        return QSize(_MONTH_WIDTH, self._size(self._columns).height())

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrow view is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that ``width`` needs."""
        return self._size(_columns_in(width)).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many months beside each other as fit."""
        super().resizeEvent(event)
        columns = _columns_in(self.width())
        if columns != self._columns:
            self._columns = columns
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the year."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_month(painter, month)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move about in the year."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in steps:
            self.choose(self._day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            month = self._day.month + (1 if key == Qt.Key.Key_PageDown else -1)
            if 1 <= month <= 12:
                last = monthrange(self._year, month)[1]
                self.choose(date(self._year, month, min(self._day.day, last)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(day)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in another look or language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.update()

    def _size(self, columns: int) -> QSize:
        rows = -(-12 // columns)
        return QSize(columns * _MONTH_WIDTH + (columns - 1) * _GAP, rows * _MONTH_HEIGHT + (rows - 1) * _GAP)

    def _corner(self, month: int) -> QPoint:
        row, column = divmod(month - 1, self._columns)
        spare = max(0, self.width() - self._size(self._columns).width())
        gap = _GAP + (spare // max(1, self._columns - 1) if self._columns > 1 else 0)
        return QPoint(column * (_MONTH_WIDTH + min(gap, 3 * _GAP)), row * (_MONTH_HEIGHT + _GAP))

    def _cell(self, day: date) -> QRect:
        corner = self._corner(day.month)
        first = date(day.year, day.month, 1).weekday()
        row, column = divmod(first + day.day - 1, 7)
        return QRect(
            corner.x() + column * _CELL_WIDTH,
            corner.y() + _HEAD + row * _CELL_HEIGHT,
            _CELL_WIDTH,
            _CELL_HEIGHT,
        )

    def _day_at(self, place: QPoint) -> date | None:
        for month in range(1, 13):
            for number in range(1, monthrange(self._year, month)[1] + 1):
                day = date(self._year, month, number)
                if self._cell(day).contains(place):
                    return day
        return None

    def _paint_month(self, painter: QPainter, month: int) -> None:
        colours, corner = current_colours(), self._corner(month)
        english = speaks_english()
        font = QFont(self.font())
        font.setPixelSize(MEASURES.body_px)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        title = _MONTHS[month - 1] if english else f"{month} 月"
        head = QRect(corner.x() + 4, corner.y(), _MONTH_WIDTH, _TITLE)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(MEASURES.secondary_px)
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary))
        for place, letter in enumerate(_DAYS_EN if english else _DAYS_ZH):
            cell = QRect(corner.x() + place * _CELL_WIDTH, corner.y() + _TITLE, _CELL_WIDTH, _WEEKDAYS)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, letter)
        for number in range(1, monthrange(self._year, month)[1] + 1):
            self._paint_day(painter, date(self._year, month, number))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        colours, cell, kind = current_colours(), QRectF(self._cell(day)), self._marks.get(day)
        box = cell.adjusted(1.5, 1, -1.5, -1)
        ink = colours.secondary if day.weekday() > 4 else colours.text
        if kind is not None:
            tint = colours.tint(Tone.SUCCESS if kind is DayKind.HOLIDAY else Tone.WARNING)
            ink = tint.ink
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tint.ground))
            painter.drawRoundedRect(box, 5, 5)
        font = QFont(painter.font())
        font.setUnderline(kind is DayKind.MAKEUP)
        font.setWeight(QFont.Weight.DemiBold if kind is not None else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self._today:
            painter.setPen(QPen(QColor(colours.secondary), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box, 5, 5)
        if day == self._day:
            painter.setPen(QPen(QColor(colours.accent), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(box, 5, 5)

    def _told(self) -> str:
        kind = self._marks.get(self._day)
        words = {DayKind.HOLIDAY: tr("Day off"), DayKind.MAKEUP: tr("Worked to make up")}
        told = str(words[kind]) if kind is not None else ""
        return f"{self._day.isoformat()} {told}".strip()


def _columns_in(width: int) -> int:
    return max(1, min(_MOST_COLUMNS, (width + _GAP) // (_MONTH_WIDTH + _GAP)))
