"""Editors for one value each; all of them have ``edited`` (by the user), ``own_problem()`` and
``is_empty()``.

* ``TextEdit(placeholder="")``: one line; ``text()``.
* ``LongTextEdit(placeholder="", lines=3)``: ``text()``, ``set_text()``; Tab leaves it.
* ``DateEdit()``: typed as 2026-03-15, 20260315, 2026/3/15 or 2026年3月15日; ``day()``, ``set_day()``; Up and
  Down move by
  one day.
* ``CreditsEdit(step=Decimal("0.5"))``: ``credits()``, ``set_credits()``; Up and Down move by one step.
* ``SecretEdit()``: a passphrase with an eye to look at it.
* ``SearchBox(placeholder)``: signals ``searched(str)`` 120 ms after the last key, ``submitted(str)`` on
  Enter,
  ``descended()`` on Down.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from creditbank_desktop.domain.credits import HALF, format_credits, parse_credits
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.typed_dates import day_of
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.icons import Icon, tinted
from creditbank_desktop.ui.theme.measures import MEASURES

SEARCH_AFTER_MS = 120
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))")


def parse_typed_date(text: str) -> date | None:
    """Return the day that ``text`` names, or None when it names none."""
    matched = _DATE.fullmatch(text.strip())
    if matched is None:
        return None
    year, month, day, short_month, short_day = matched.groups()
    try:
        return date(int(year), int(month or short_month), int(day or short_day))
    except ValueError:
        return None


class TextEdit(QLineEdit):
    """One line of text. Signals: ``edited()``."""

    edited = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setProperty("editor", "true")
        if placeholder:
            say(self.setPlaceholderText, placeholder)
        self.textEdited.connect(self._on_text_edited)

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the text by itself; nothing can be."""
        return None

    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        return not self.text().strip()

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        self.edited.emit()


class DateEdit(TextEdit):
    """A day that is typed. Signals: ``edited()``."""

    def __init__(self, parent: QWidget | None = None, *, today: Callable[[], date] | None = None) -> None:
        """Begin empty; with ``today`` years of two digits and words such as 今天 are read too."""
        super().__init__(tr("YYYY-MM-DD"), parent)
        self._today = today
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.setMaxLength(12)

    def day(self) -> date | None:
        """Return the day, None when empty or no day."""
        if self._today is None:
            return parse_typed_date(self.text())
        try:
            return day_of(self.text(), self._today())
        except ValueError:
            return None

    def set_day(self, day: date | None) -> None:
        """Show ``day``."""
        self.setText(day.isoformat() if day else "")

    def own_problem(self) -> Problem | None:
        """Return ``date.invalid`` when what was typed is no day."""
        if self.is_empty() or self.day() is not None:
            return None
        return Problem("date.invalid", params={"text": self.text().strip()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a day with Up and Down."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        day = self.day()
        if step is None or day is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif date.min < day < date.max:
            self.set_day(day + timedelta(days=step))
            self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what was typed as YYYY-MM-DD."""
        day = self.day()
        if day is not None:
            self.set_day(day)
        super().focusOutEvent(event)


class CreditsEdit(TextEdit):
    """An amount of credits. Signals: ``edited()``."""

    def __init__(self, step: Decimal = HALF, parent: QWidget | None = None) -> None:
        """Begin empty; amounts go in steps of ``step``."""
        super().__init__("", parent)
        self.step = step
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setMaxLength(12)

    def credits(self) -> Decimal | None:
        """Return the credits, None when empty or wrong."""
        try:
            return parse_credits(self.text(), step=self.step) if not self.is_empty() else None
        except Problems:
            return None

    def set_credits(self, amount: Decimal | None) -> None:
        """Show ``amount``."""
        self.setText(format_credits(amount) if amount is not None else "")

    def own_problem(self) -> Problem | None:
        """Return the first thing wrong with the amount."""
        if self.is_empty():
            return None
        try:
            parse_credits(self.text(), step=self.step)
        except Problems as found:
            return found.problems[0]
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a step with Up and Down, by a credit with PageUp and PageDown."""
        steps = {
            Qt.Key.Key_Up: self.step,
            Qt.Key.Key_Down: -self.step,
            Qt.Key.Key_PageUp: Decimal(1),
            Qt.Key.Key_PageDown: Decimal(-1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.set_credits(max(Decimal(0), (self.credits() or Decimal(0)) + step))
        self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the amount with its decimal."""
        amount = self.credits()
        if amount is not None:
            self.set_credits(amount)
        super().focusOutEvent(event)


class SecretEdit(TextEdit):
    """A passphrase that can be looked at. Signals: ``edited()``."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Begin empty and hidden."""
        super().__init__(placeholder, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        say(self._eye.setText, tr("Show the passphrase"))
        self._eye.toggled.connect(self._on_eye_toggled)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    @Slot(bool)
    def _on_eye_toggled(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._tint()

    def _tint(self) -> None:
        colours = current_colours()
        icon = Icon.EYE_OFF if self._eye.isChecked() else Icon.EYE
        self._eye.setIcon(tinted(icon, colours.secondary, colours.disabled, MEASURES.icon))


class LongTextEdit(QPlainTextEdit):
    """Several lines of text; Tab goes to the next field. Signals: ``edited()``."""

    edited = Signal()

    def __init__(self, placeholder: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        """Begin empty, ``lines`` high."""
        super().__init__(parent)
        self.setProperty("editor", "true")
        self.setTabChangesFocus(True)
        if placeholder:
            say(self.setPlaceholderText, placeholder)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show ``text`` without counting as an edit."""
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the text by itself; nothing can be."""
        return None

    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        return not self.toPlainText().strip()

    @Slot()
    def _on_text_changed(self) -> None:
        self.edited.emit()


class SearchBox(TextEdit):
    """Searches while one types. Signals: ``searched(str)``, ``submitted(str)``, ``descended()``,
    ``edited()``.
    """

    searched = Signal(str)
    submitted = Signal(str)
    descended = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        """Begin empty; ``placeholder`` is the accessible name too."""
        super().__init__(placeholder, parent)
        say(self.setAccessibleName, placeholder)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_return_pressed)
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down into the results; Escape empties the box first and is passed on when it is empty."""
        if event.key() == Qt.Key.Key_Down:
            self.descended.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self._timer.start()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.searched.emit(self.text().strip())

    @Slot()
    def _on_return_pressed(self) -> None:
        self._timer.stop()
        self.submitted.emit(self.text().strip())

    def _tint(self) -> None:
        colours = current_colours()
        self._glass.setIcon(tinted(Icon.SEARCH, colours.secondary, colours.disabled, MEASURES.icon))
