"""Reasons from the phrase book, found by typing a part of their words or their number.

``PhrasePicker(single=False)``: ``set_phrases(codes, book)``, ``codes()``, ``set_codes(codes)``,
``commit()`` takes what is typed. What matches stands below the box; Down and Up choose, Enter takes it,
Backspace in the empty box gives the last one back. Signals: ``edited()``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.ui.i18n import Words, say, tr
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.wording.phrases import PhrasesInForce

_MOST_SHOWN = 5
_ROW_PX = 36
_CODE_ROLE = Qt.ItemDataRole.UserRole


def numbered(code: str, book: PhrasesInForce) -> Words | str:
    """Return a phrase with its number."""
    number = book.number(code)
    if number is None:
        return book.words(code)
    return tr("{number} {phrase}").format(number=number, phrase=book.words(code))


class PhrasePicker(QWidget):
    """A box to find phrases and the phrases that were taken. Signals: ``edited()``."""

    edited = Signal()

    def __init__(self, *, single: bool = False) -> None:
        """Begin without phrases; ``single`` lets the next one take the place of the one before."""
        super().__init__()
        self._single = single
        self._offered: tuple[str, ...] = ()
        self._book = PhrasesInForce()
        self._codes: list[str] = []
        self.box = TextEdit(tr("Number or words of a phrase"))
        self.matches = QListWidget()
        self.matches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.matches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches.setTextElideMode(Qt.TextElideMode.ElideRight)
        say(self.matches.setAccessibleName, tr("Phrases that match"))
        self.taken = Label("", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.taken, self.box, self.matches):
            layout.addWidget(widget)
        self.taken.hide()
        self.matches.hide()
        # A label's Alt key goes only to widgets that take the focus themselves.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.box)
        self.box.edited.connect(self._on_box_edited)
        self.box.installEventFilter(self)
        self.matches.itemClicked.connect(self._on_matches_item_clicked)

    def set_phrases(self, codes: Sequence[str], book: PhrasesInForce) -> None:
        """Offer ``codes`` in the words of ``book``."""
        if (tuple(codes), book) != (self._offered, self._book):
            self._offered, self._book = tuple(codes), book
            self._tell()

    def codes(self) -> tuple[str, ...]:
        """Return the codes that were taken."""
        return tuple(self._codes)

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show ``codes`` as taken."""
        self._codes = list(codes)
        self.box.clear()
        self._tell()

    def commit(self) -> None:
        """Take what is typed, if something matches."""
        if self.box.text().strip() and self.matches.currentItem() is not None:
            self._take(str(self.matches.currentItem().data(_CODE_ROLE)))

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the choice by itself; nothing can be."""
        return None

    def is_empty(self) -> bool:
        """Whether no phrase was taken."""
        return not self._codes

    def setAccessibleName(self, name: str) -> None:
        """Name the box too: the focus stands in it."""
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose with Down and Up, take with Enter, give the last phrase back with Backspace."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.matches.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.matches.setCurrentRow((self.matches.currentRow() + step) % self.matches.count())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.box.text().strip():
                self.commit()
            else:
                self.box.focusNextChild()
            return True
        if key == Qt.Key.Key_Backspace and not self.box.text() and self._codes:
            self._codes.pop()
            self._tell()
            self.edited.emit()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_box_edited(self) -> None:
        self._match()

    @Slot(QListWidgetItem)
    def _on_matches_item_clicked(self, item: QListWidgetItem) -> None:
        self._take(str(item.data(_CODE_ROLE)))

    def _take(self, code: str) -> None:
        if self._single:
            self._codes.clear()
        if code not in self._codes:
            self._codes.append(code)
        self.box.clear()
        self._tell()
        self.edited.emit()

    def _match(self) -> None:
        typed = self.box.text().strip().casefold()
        self.matches.clear()
        book = self._book
        found = [code for code in self._offered if typed and typed in numbered(code, book).casefold()]
        for code in found[:_MOST_SHOWN]:
            item = QListWidgetItem(str(numbered(code, book)))
            # An editable item would keep the input method on.
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(_CODE_ROLE, code)
            self.matches.addItem(item)
        self.matches.setCurrentRow(0)
        self.matches.setFixedHeight(_ROW_PX * max(1, self.matches.count()) + 4)
        self.matches.setVisible(self.matches.count() > 0)

    def _tell(self) -> None:
        self._match()
        self.taken.set_words("\n".join(f"• {self._book.words(code)}" for code in self._codes))
        self.taken.setVisible(bool(self._codes))
