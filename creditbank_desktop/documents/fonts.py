"""Chooses a font for every character of a paper, by one chain for each face, and measures text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from creditbank_desktop.documents.typefaces import Typeface
from creditbank_desktop.domain.failures import Refused

_RUNS_KEPT = 20_000


class Face(StrEnum):
    """The four faces that papers are set in."""

    SERIF = "serif"
    SERIF_BOLD = "serif_bold"
    SANS = "sans"
    SANS_BOLD = "sans_bold"


@dataclass(frozen=True, slots=True)
class Link:
    """One font of a chain; ``emboldened`` where a regular weight stands in for a bold one."""

    typeface: str
    emboldened: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one font; ``width`` in thousandths of the type size."""

    typeface: str
    text: str
    emboldened: bool
    width: float


_RARE = ("RareHanB", "RareHanA")
CHAINS: dict[Face, tuple[Link, ...]] = {
    Face.SERIF: tuple(map(Link, ("NotoSerifSC-Regular", "NotoSerif-Regular", *_RARE, "NotoSansSC-Regular"))),
    Face.SANS: tuple(map(Link, ("NotoSansSC-Regular", "NotoSans-Regular", "NotoSerifSC-Regular", *_RARE))),
    Face.SERIF_BOLD: (
        Link("NotoSerifSC-Bold"),
        Link("NotoSerif-Bold"),
        *(Link(name, True) for name in ("NotoSerifSC-Regular", *_RARE, "NotoSansSC-Regular")),
    ),
    Face.SANS_BOLD: (
        Link("NotoSansSC-Bold"),
        Link("NotoSans-Bold"),
        *(Link(name, True) for name in ("NotoSansSC-Regular", "NotoSerifSC-Regular", *_RARE)),
    ),
}
"""First the Chinese font, whose own Latin letters were drawn to go with it; second the Latin font, which
takes over
whole words, so that Ṣ or ř never stands among letters of another design; then the fonts of rare
ideographs."""

_LATIN_PLACE = 1
_LETTERS = "A-Za-zÀ-ÖØ-öø-ʯͰ-ԯᴀ-ỿἀ-῿Ⱡ-Ɀ꜠-ꟿ"
_MARKS_WITHIN = "\u0300-\u036f\u1ab0-\u1aff'’‐‑"
_LATIN_WORD = re.compile(f"[{_LETTERS}][{_LETTERS}{_MARKS_WITHIN}]*|–")
_LATIN_WORD_OR_QUOTE = re.compile(f"[{_LETTERS}][{_LETTERS}{_MARKS_WITHIN}]*|[‘’“”…–]+")
_WIDE_IN_CHINESE = frozenset("‘’“”…–")
"""Marks that the Chinese fonts draw a full square wide: in a line without ideographs the Latin font's
are meant.
"""
_IDEOGRAPH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_IGNORABLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)


def normalise(text: str) -> str:
    """Return the text as it is printed: NFC, without characters that have no form of their own.

    Args:
        text: any text, for example a name as typed.
    """
    return _IGNORABLE.sub("", unicodedata.normalize("NFC", text))


class Fonts:
    """The shipped fonts of one folder: answers which font draws a character, and how wide text is.

    Building it opens no file; a font is mapped into memory when a character first needs it. One object may
    serve any number of papers; it keeps what it has measured. Not built for use by several threads at once.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._typefaces: dict[str, Typeface] = {}
        self._links: dict[tuple[Face, str], Link | None] = {}
        self._advances: dict[str, dict[str, float | None]] = {}
        self._runs: dict[tuple[str, Face], tuple[Run, ...]] = {}
        self._measures: dict[tuple[str, Face], tuple[float, int]] = {}

    def typeface(self, name: str) -> Typeface:
        """Return the font file of a name in `CHAINS`.

        Raises:
            EnvironmentFault: "font_unreadable" when the file is missing or broken.
        """
        if name not in self._typefaces:
            self._typefaces[name] = Typeface(self._folder / f"{name}.ttf")
        return self._typefaces[name]

    def close(self) -> None:
        """Release the font files."""
        for typeface in self._typefaces.values():
            typeface.close()
        self._typefaces.clear()

    def missing_characters(self, text: str) -> tuple[str, ...]:
        """Return the characters that no shipped font can draw, each once, in the order of the text.

        Meant for the moment when a name is entered; it needs nothing of the PDF machinery.

        Args:
            text: any text; control characters count as missing, format characters do not.
        """
        found = (char for char in normalise(text) if self._link(Face.SERIF, char) is None)
        return tuple(dict.fromkeys(found))

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """Return the text cut into runs of one font each.

        Args:
            text: one line, without line breaks.
            face: the face wanted.

        Raises:
            Refused: "characters_without_font" with ``characters`` when a character has no font.
        """
        key = (text, face)
        if key not in self._runs:
            if len(self._runs) >= _RUNS_KEPT:
                self._runs.clear()
                self._measures.clear()
            self._runs[key] = self._cut(normalise(text), face)
        return self._runs[key]

    def width_pt(self, text: str, face: Face, size_pt: float, spacing_pt: float = 0.0) -> float:
        """Return the width of one line in points.

        Args:
            text: one line.
            face: the face it is set in.
            size_pt: type size.
            spacing_pt: extra space after each character but the last.

        Raises:
            Refused: as `runs` does.
        """
        key = (text, face)
        if key not in self._measures:
            runs = self.runs(text, face)
            self._measures[key] = (sum(run.width for run in runs), sum(len(run.text) for run in runs))
        width, count = self._measures[key]
        return width * size_pt / 1000 + spacing_pt * max(count - 1, 0)

    def _cut(self, text: str, face: Face) -> tuple[Run, ...]:
        pieces: list[tuple[Link, str]] = []
        done = 0
        words = _LATIN_WORD if _IDEOGRAPH.search(text) else _LATIN_WORD_OR_QUOTE
        for word in words.finditer(text):
            if word.start() > done:
                pieces += self._by_character(text[done : word.start()], face)
            pieces += self._by_word(word.group(), face)
            done = word.end()
        pieces += self._by_character(text[done:], face)
        return self._join(pieces)

    def _by_character(self, text: str, face: Face) -> list[tuple[Link, str]]:
        pieces = []
        for char in text:
            link = self._link(face, char)
            if link is None:
                raise Refused("characters_without_font", characters="".join(self.missing_characters(text)))
            pieces.append((link, char))
        return pieces

    def _by_word(self, word: str, face: Face) -> list[tuple[Link, str]]:
        chain = CHAINS[face][: _LATIN_PLACE + 1]
        if not _WIDE_IN_CHINESE.isdisjoint(word):
            chain = chain[_LATIN_PLACE:]
        for link in chain:
            if all(self._advance(link.typeface, char) is not None for char in word):
                return [(link, word)]
        return self._by_character(word, face)

    def _join(self, pieces: list[tuple[Link, str]]) -> tuple[Run, ...]:
        joined: list[tuple[Link, list[str]]] = []
        for link, text in pieces:
            if joined and joined[-1][0] is link:
                joined[-1][1].append(text)
            else:
                joined.append((link, [text]))
        runs = []
        for link, texts in joined:
            text = "".join(texts)
            width = sum([self._advance(link.typeface, char) or 0.0 for char in text])
            runs.append(Run(link.typeface, text, link.emboldened, width))
        return tuple(runs)

    def _link(self, face: Face, char: str) -> Link | None:
        key = (face, char)
        if key not in self._links:
            fitting = (link for link in CHAINS[face] if self._advance(link.typeface, char) is not None)
            self._links[key] = next(fitting, None)
        return self._links[key]

    def _advance(self, typeface: str, char: str) -> float | None:
        """Return the width of a character in a font, None where the font has no glyph for it."""
        known = self._advances.setdefault(typeface, {})
        if char not in known:
            font = self.typeface(typeface)
            glyph = font.glyph(ord(char))
            known[char] = font.advance(glyph) if glyph else None
        return known[char]
