"""The phrase books: standard reasons with their words in both languages, and what would help the learner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from creditbank_desktop.domain.codec import Malformed, from_plain, plain_of
from creditbank_desktop.domain.failures import Problem, Problems


@dataclass(frozen=True, slots=True)
class Phrase:
    """One standard reason; the help is "" where nothing the learner does would change it."""

    code: str
    text_zh: str
    text_en: str
    help_zh: str = ""
    help_en: str = ""


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """The reasons for one purpose: refusal, departure, partial, supplement, return or not_accepted."""

    book: str
    title_zh: str
    title_en: str
    phrases: tuple[Phrase, ...]

    def phrase(self, code: str) -> Phrase | None:
        """Return the phrase of that code."""
        return next((phrase for phrase in self.phrases if phrase.code == code), None)


def parse_phrase_book(data: bytes) -> PhraseBook:
    """Return the phrase book that UTF-8 JSON ``data`` holds.

    Raises `Problems`: ``phrases.malformed`` (detail), ``phrases.twice`` (code), ``phrases.untranslated``
    (code) where one language is missing.
    """
    try:
        book = from_plain(PhraseBook, plain_of(data))
    except Malformed as error:
        raise Problems([Problem("phrases.malformed", "", {"detail": str(error)})]) from error
    found = tuple(_check(book))
    if found:
        raise Problems(found)
    return book


def _check(book: PhraseBook) -> Iterator[Problem]:
    for code, count in Counter(phrase.code for phrase in book.phrases).items():
        if count > 1:
            yield Problem("phrases.twice", "phrases", {"code": code})
    for phrase in book.phrases:
        has_text = phrase.text_zh and phrase.text_en
        if not has_text or bool(phrase.help_zh) != bool(phrase.help_en):
            yield Problem("phrases.untranslated", "phrases", {"code": phrase.code})
