"""Finds entries of the reference data by what people type: names, aliases, codes, pinyin, and with slips."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from creditbank_desktop.domain.outcomes import fold
from creditbank_desktop.domain.reference import lines_of
from creditbank_desktop.domain.reference_book import Entry
from creditbank_desktop.models.pinyin import initials_of, spelled

LEAST_SCORE = 55
_SHORTEST_INSIDE = 3
_NAMES = ("name_zh", "name_en", "text_zh", "text_en", "name", "role_zh", "role_en", "heading_zh")
_OTHERS = ("issuer", "code", "date", "help_zh", "social_credit_code", "programme")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that fits: 0 to 100 how well, and by which of its texts."""

    entry: Entry
    score: int
    matched: str


@dataclass(frozen=True, slots=True)
class _Text:
    """One text of an entry: as printed, folded, and how much it weighs (100 for its name)."""

    printed: str
    folded: str
    weight: int


class ReferenceFinder:
    """Keeps the folded texts of entries; an entry that changed is folded anew. For any thread."""

    def __init__(self) -> None:
        """Begin without any text."""
        self._turn = threading.Lock()
        self._texts: dict[tuple[str, str], tuple[Entry, tuple[_Text, ...]]] = {}

    def find(self, entries: Iterable[Entry], text: str, limit: int | None = None) -> tuple[Found, ...]:
        """Return the entries that fit ``text``, the best first; those alike in the order given."""
        needle = fold(text)
        if not needle:
            return ()
        found = [best for entry in entries if (best := self._best(entry, needle)) is not None]
        found.sort(key=lambda one: -one.score)
        return tuple(found[:limit])

    def keys_of(self, entry: Entry) -> str:
        """Return everything that an entry goes by in one text: names, aliases, codes, pinyin, initials."""
        return " ".join(
            dict.fromkeys(text.printed if text.weight > 90 else text.folded for text in self._texts_of(entry))
        )

    def _best(self, entry: Entry, needle: str) -> Found | None:
        best = Found(entry, 0, "")
        for text in self._texts_of(entry):
            score = _likeness(needle, text.folded) * text.weight // 100
            if score > best.score:
                best = Found(entry, score, text.printed)
        return best if best.score >= LEAST_SCORE else None

    def _texts_of(self, entry: Entry) -> tuple[_Text, ...]:
        place = (entry.kind.value, entry.key)
        kept = self._texts.get(place)
        if kept is not None and kept[0] is entry:
            return kept[1]
        texts = tuple(_texts(entry))
        with self._turn:
            self._texts[place] = (entry, texts)
        return texts


def _texts(entry: Entry) -> Iterable[_Text]:
    fields = entry.fields
    names = [fields[name] for name in _NAMES if fields.get(name)]
    aliases = lines_of(fields.get("aliases", ""))
    codes = lines_of(fields.get("codes", ""))
    for weight, texts in ((100, names), (99, codes), (98, aliases)):
        yield from (_Text(text, fold(text), weight) for text in texts)
    for text in (*names, *aliases):
        if not text.isascii():
            yield _Text(text, spelled(text), 90)
            yield _Text(text, initials_of(text), 88)
    yield from (_Text(fields[name], fold(fields[name]), 75) for name in _OTHERS if fields.get(name))
    if not names:
        yield _Text(entry.key, fold(entry.key), 90)


def _likeness(needle: str, text: str) -> int:
    """Return how well ``needle`` fits a folded text, 0 to 100.

    The same 100, its beginning 92, inside 84, the text inside what was typed 82; else by edit distance.
    """
    if not text:
        return 0
    if needle == text:
        return 100
    if text.startswith(needle):
        return 92
    if needle in text:
        return 84
    if len(text) >= _SHORTEST_INSIDE and text in needle:
        return 82
    if len(needle) < _SHORTEST_INSIDE:
        return 0
    return int(max(fuzz.ratio(needle, text), fuzz.partial_ratio(needle, text) * 0.85 - 5) * 0.8)
