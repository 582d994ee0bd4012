"""Dynamic properties that the style sheet reads, and names for the screen reader."""

from __future__ import annotations

import re

from PySide6.QtGui import QKeySequence
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


def key_text(keys: str) -> str:
    """Return a key sequence such as ``Ctrl+Return`` as it is printed beside an action."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return shown.replace("Return", "Enter").replace("+", " ") if len(shown) > 1 else shown


def key_sequences(keys: str) -> list[QKeySequence]:
    """Return ``keys`` and, for Return, the same with Enter on the number pad."""
    sequences = [QKeySequence(keys)]
    if "Return" in keys:
        sequences.append(QKeySequence(keys.replace("Return", "Enter")))
    return sequences
