"""Dynamic properties that the style sheet reads, and names for the screen reader."""

from __future__ import annotations

import re
import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_BRACKETED_MNEMONIC = re.compile(r"\s*[(（]&.[)）]")


def set_trait(widget: QWidget, name: str, value: str) -> None:
    """Set the property ``name`` and let the style sheet look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def spoken(text: str) -> str:
    """Return ``text`` as a screen reader shall say it: without ``&`` and without a bracketed mnemonic."""
    return _BRACKETED_MNEMONIC.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&")


_KEY_SIGNS = {
    "Return": "↵",
    "Enter": "↵",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "PgUp": "PgUp",
    "PgDown": "PgDn",
    "Escape": "Esc",
}


def key_text(keys: str) -> str:
    """Return keys such as ``Ctrl+Return`` or ``J / K`` as they are printed beside an action.

    The signs are the same in every language, as they are on the keyboards; only macOS has its own.
    """
    alternatives = keys.split(" / ")
    if len(alternatives) > 1:
        return " / ".join(key_text(key) for key in alternatives)
    if sys.platform == "darwin":
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    if len(keys) == 1:
        return keys
    parts = keys.split("+") if not keys.endswith("+") else [*keys[:-1].rstrip("+").split("+"), "+"]
    return " ".join(_KEY_SIGNS.get(part, part) for part in parts)


def key_sequences(keys: str) -> list[QKeySequence]:
    """Return ``keys`` and, for Return, the same with Enter on the number pad."""
    sequences = [QKeySequence(keys)]
    if "Return" in keys:
        sequences.append(QKeySequence(keys.replace("Return", "Enter")))
    return sequences


def is_plain_enter(event: QEvent) -> bool:
    """Return whether ``event`` is Enter or Return pressed alone."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() is QEvent.Type.KeyPress
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    )
