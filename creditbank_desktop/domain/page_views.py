"""A page of a stored file as a viewer shows it: its pixels, and the text that can be taken from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Which page, from 0, and how many pixels its longer side may have."""

    page: int
    longest_px: int


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page: ``pixels`` are rows of three bytes (red, green, blue) without padding.

    ``across`` and ``down`` are its own size, ``scale`` says how many pixels of a screen one of these units
    has at 100 %: points of a PDF have 96/72, pixels of a picture 1.
    """

    pixels: bytes
    width: int
    height: int
    page: int
    pages: int
    across: float
    down: float
    scale: float


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A word, or one ideograph, with its box from the upper left corner in the units of its page.

    ``after`` is what follows it: nothing, a blank or a new line.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    after: str = ""
