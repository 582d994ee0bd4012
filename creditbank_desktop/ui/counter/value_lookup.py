"""Offers known titles and names while one types: by any alias, by initials, by pinyin, with slips.

``ValueLookup(field, line)``: ``show_hits(text, hits)`` answers ``asked(field, text)``. Down goes into the
list and Enter takes the standard name, also before the list has come. Signals: ``asked(str, str)``,
``chosen(str, object, str)`` with field, `FieldHit` and what had been typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from creditbank_desktop.services.views_intake import FieldHit, HitSource
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.traits import is_plain_enter

ASK_AFTER_MS = 30
MOST_SHOWN = 8
TEXT_ROLE = Qt.ItemDataRole.UserRole


class _HitCompleter(QCompleter):
    """Shows hits as they come and puts down the standard name."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the name, not the line that is shown."""
        return str(index.data(TEXT_ROLE) or "")


class ValueLookup(QObject):
    """The offer for one field; see the module's text."""

    asked = Signal(str, str)
    chosen = Signal(str, object, str)

    def __init__(self, field: str, line: QLineEdit) -> None:
        """Serve ``line``, the editor of ``field``."""
        super().__init__(line)
        self.field = field
        self._line = line
        self._typed = ""
        self._waits = False
        self._descends = False
        self._takes = False
        self._hits: tuple[FieldHit, ...] = ()
        self._rows = QStandardItemModel(self)
        self._timer = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._completer = _HitCompleter(self._rows, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_SHOWN)
        self._completer.activated[QModelIndex].connect(self._on_completer_activated)  # type: ignore[index]
        line.setCompleter(self._completer)
        line.textEdited.connect(self._on_line_text_edited)
        line.installEventFilter(self)
        popup = self._completer.popup()
        if popup is not None:
            popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on when nothing was chosen, and Down wait for the hits."""
        popup = self._completer.popup()
        if watched is popup and is_plain_enter(event) and not popup.currentIndex().isValid():
            popup.hide()
            self._line.focusNextChild()
            return True
        if watched is self._line and is_plain_enter(event) and self._descends:
            self._takes = True
            return True
        if (
            watched is self._line
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            return self._descend()
        return super().eventFilter(watched, event)

    def show_hits(self, text: str, hits: Sequence[FieldHit]) -> None:
        """Show ``hits`` for ``text``, unless something else was typed since."""
        if text != self._typed.strip():
            return
        self._waits = False
        known = [hit for hit in hits if hit.text != text]
        self._hits = tuple(known)
        self._rows.clear()
        for hit in known:
            item = QStandardItem(_line_of(hit))
            item.setData(hit.text, TEXT_ROLE)
            item.setEditable(False)
            self._rows.appendRow(item)
        popup = self._completer.popup()
        if popup is None:
            return
        if not known or not self._line.hasFocus():
            popup.hide()
        elif self._takes:
            self._line.setText(known[0].text)
            self.chosen.emit(self.field, known[0], text)
        else:
            self._completer.complete()
            if self._descends:
                popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        self._descends = self._takes = False

    def _descend(self) -> bool:
        if self._waits:
            self._descends = True
            if self._timer.isActive():
                self._ask()
            return True
        if not self._hits and self._line.text().strip():
            self._ask()
            self._descends = True
            return True
        return False

    def _ask(self) -> None:
        self._timer.stop()
        self._typed = self._line.text()
        self._waits = True
        self.asked.emit(self.field, self._typed.strip())

    @Slot(str)
    def _on_line_text_edited(self, text: str) -> None:
        self._typed = text
        self._descends = self._takes = False
        self._waits = bool(text.strip())
        if self._waits:
            self._timer.start()
            return
        self._timer.stop()
        self._rows.clear()
        self._hits = ()

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._line.hasFocus():
            self._ask()

    @Slot(QModelIndex)
    def _on_completer_activated(self, index: QModelIndex) -> None:
        row = index.row()
        if 0 <= row < len(self._hits):
            self.chosen.emit(self.field, self._hits[row], self._typed.strip())


def _line_of(hit: FieldHit) -> str:
    parts = [hit.text, hit.matched, hit.note]
    if hit.source is HitSource.EARLIER:
        parts.append(str(tr("met before")))
    return " · ".join(part for part in parts if part)
