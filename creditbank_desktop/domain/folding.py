"""Folds what input methods, scanners and copied text put in into the plain characters they stand for."""

from __future__ import annotations

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD))


def fold_width(text: str) -> str:
    """Return ``text`` with full-width Latin letters, digits and signs made half-width.

    The ideographic space becomes a plain one; characters of zero width are dropped.
    """
    return text.translate(_FULL_WIDTH).translate(_INVISIBLE)


def without_spaces(text: str) -> str:
    """Return ``text`` folded to half width and without any white space."""
    return "".join(fold_width(text).split())
