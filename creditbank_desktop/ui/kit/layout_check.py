"""Walks a window: words that are cut off, parts that lie over each other, controls that have no name."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QWidget,
)

from creditbank_desktop.ui.i18n import Words
from creditbank_desktop.ui.kit.surfaces import ElidedLabel
from creditbank_desktop.ui.kit.traits import spoken


def clipped_words(window: QWidget) -> list[str]:
    """Return one line for each visible label, button, placeholder or table title whose words do not fit."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window.window():
            continue
        reason = _clipped(widget, window)
        if reason:
            found.append(f"{type(widget).__name__} “{_words_of(widget)}”: {reason}")
    return found


def overlapping_parts(window: QWidget) -> list[str]:
    """Return one line for each two visible widgets of one layout that lie over each other."""
    found = []
    for parent in [window, *window.findChildren(QWidget)]:
        layout = parent.layout()
        if layout is None or isinstance(parent, QStackedWidget) or not parent.isVisible():
            continue
        parts = [
            part for part in _parts_of(parent, layout) if part.isVisible() and not part.geometry().isEmpty()
        ]
        for place, first in enumerate(parts):
            for second in parts[place + 1 :]:
                common = first.geometry().intersected(second.geometry())
                if min(common.width(), common.height()) > 1:
                    found.append(f"{_told(first)} and {_told(second)} in {type(parent).__name__}")
    return found


def nameless_controls(window: QWidget) -> list[str]:
    """Return one line for each focusable widget below ``window`` that has no accessible name."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        if widget.focusProxy() is not None or _is_part(widget) or not widget.isVisibleTo(window):
            continue
        name = widget.accessibleName() or _words_of(widget)
        if not name.strip() or spoken(name) != name:
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}: “{name}”")
    return found


def _clipped(widget: QWidget, window: QWidget) -> str:
    if isinstance(widget, ElidedLabel) and not isinstance(widget.words, Words):
        return ""
    if isinstance(widget, QLabel) and widget.text():
        wanted = widget.sizeHint()
        if widget.wordWrap():
            if widget.height() + 1 < widget.heightForWidth(widget.width()):
                return f"{widget.height()} px high, needs {widget.heightForWidth(widget.width())}"
        elif widget.width() + 1 < wanted.width() or widget.height() + 1 < wanted.height():
            return f"{widget.width()}×{widget.height()}, needs {wanted.width()}×{wanted.height()}"
    if isinstance(widget, QAbstractButton) and not _is_part(widget):
        wanted = widget.sizeHint()
        if widget.width() + 1 < wanted.width() or widget.height() + 1 < wanted.height():
            return f"{widget.width()}×{widget.height()}, needs {wanted.width()}×{wanted.height()}"
    if isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        room = widget.width() - widget.textMargins().left() - widget.textMargins().right() - 12
        wide = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        if wide > room:
            return f"placeholder has {room} px, needs {wide}"
    if isinstance(widget, QTableView):
        return _clipped_titles(widget)
    return _outside(widget, window)


def _clipped_titles(table: QTableView) -> str:
    model, header = table.model(), table.horizontalHeader()
    cut = []
    for section in range(model.columnCount()):
        if table.isColumnHidden(section):
            continue
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        if QFontMetrics(header.font()).horizontalAdvance(title) + 16 > header.sectionSize(section):
            cut.append(title)
    return f"titles {cut}" if cut else ""


def _outside(widget: QWidget, window: QWidget) -> str:
    """Say whether a control lies outside the window, unless it can be scrolled to."""
    if not isinstance(widget, (QAbstractButton, QLabel, QLineEdit)):
        return ""
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QScrollArea):
            return ""
        parent = parent.parentWidget()
    place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
    return "" if window.rect().contains(place) else f"lies outside at {place.getRect()}"


def _is_part(widget: QWidget) -> bool:
    """Return whether the widget is Qt's own part of another one that has the name."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QAbstractItemView, QLineEdit)) or parent.inherits("QComboBox"):
            return True
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
            return True
        parent = parent.parentWidget() if widget.objectName().startswith("qt_") else None
    return False


def _parts_of(parent: QWidget, layout: QLayout) -> list[QWidget]:
    """Return the widgets that ``layout``, or one inside it, lays out in ``parent``.

    Not by `QLayout.itemAt`: Shiboken keeps what it returns beyond the item's life and then takes a new
    object at the same address for it (seen with PySide6 6.12.0: a widget that was a QWidgetItem, now and then
    an abort).
    """
    layouts = [layout, *layout.findChildren(QLayout)]
    children = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if any(each.indexOf(child) >= 0 for each in layouts)]


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{_words_of(widget)}”"


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text()
    return widget.accessibleName()
