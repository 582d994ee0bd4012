"""Offers titles that were taken in before while one types, by any part of them or by their initials.

``FamiliarTitles(title, issuer)``: ``offer(outcomes)``. Choosing a title (Down, Enter) fills in its issuer too
where none was typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from creditbank_desktop.services.views_intake import FamiliarOutcome
from creditbank_desktop.ui.kit.traits import is_plain_enter

KEYS_ROLE = Qt.ItemDataRole.UserRole
TITLE_ROLE = Qt.ItemDataRole.UserRole + 1
ISSUER_ROLE = Qt.ItemDataRole.UserRole + 2
MOST_SHOWN = 8


class _TitleCompleter(QCompleter):
    """Looks for the keys of an outcome and puts down its title."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the title, not the keys that it was found by."""
        return str(index.data(TITLE_ROLE) or "")


class FamiliarTitles(QObject):
    """The offer for one title field; see the module's text."""

    def __init__(self, title: QLineEdit, issuer: QLineEdit | None) -> None:
        """Serve ``title``; ``issuer`` may be missing in a form."""
        super().__init__(title)
        self._title = title
        self._issuer = issuer
        self._rows = QStandardItemModel(self)
        self._completer = _TitleCompleter(self._rows, self)
        self._completer.setCompletionRole(KEYS_ROLE)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(MOST_SHOWN)
        self._completer.activated[QModelIndex].connect(self._on_completer_activated)  # type: ignore[index]
        title.setCompleter(self._completer)
        popup = self._completer.popup()
        if popup is not None:
            popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on when none of the offered titles was chosen."""
        popup = self._completer.popup()
        if popup is not None and is_plain_enter(event) and not popup.currentIndex().isValid():
            popup.hide()
            self._title.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def offer(self, outcomes: Sequence[FamiliarOutcome]) -> None:
        """Offer ``outcomes``."""
        self._rows.clear()
        for outcome in outcomes:
            shown = " · ".join(part for part in (outcome.title, outcome.issuer) if part)
            item = QStandardItem(shown)
            item.setData(f"{outcome.title} {outcome.initials}", KEYS_ROLE)
            item.setData(outcome.title, TITLE_ROLE)
            item.setData(outcome.issuer, ISSUER_ROLE)
            item.setEditable(False)
            self._rows.appendRow(item)

    @Slot(QModelIndex)
    def _on_completer_activated(self, index: QModelIndex) -> None:
        if self._issuer is not None and not self._issuer.text().strip():
            self._issuer.setText(str(index.data(ISSUER_ROLE) or ""))
