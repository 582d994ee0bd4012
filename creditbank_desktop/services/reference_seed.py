"""What the program ships as reference data, brought into the form of the book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from creditbank_desktop.domain.deadlines import default_deadlines
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.reference import Fields
from creditbank_desktop.domain.reference_book import Seed, seed_of_deadlines, seed_of_holidays
from creditbank_desktop.domain.reference_fields import check_fields, clean_fields, key_of
from creditbank_desktop.domain.reference_kinds import (
    HOLD,
    LETTERHEAD_KEY,
    NUMBERED_PAPERS,
    OFFICE_TEXTS,
    SPECS,
    ReferenceKind,
)
from creditbank_desktop.domain.retention import RetentionSchedule
from creditbank_desktop.domain.retention_book import seed_of_retention
from creditbank_desktop.rules.phrases import PhraseBook

NUMBER_PREFIXES: Mapping[str, str] = {
    "not_accepted_notice": "BS",
    "supplement_notice": "BZ",
    "result_notice": "TZ",
    "refusal_notice": "BY",
    "statement": "ZM",
    "transcript": "CJ",
    "conversion_certificate": "ZH",
    "withdrawal_slip": "CH",
    "transfer_certificate": "ZC",
}
"""The capitals in the numbers of papers: 不受, 补正, 通知, 不予, 证明, 成绩, 转换, 撤回, 转出."""


def shipped_seed(
    holidays: Iterable[Mapping[str, str]],
    phrase_books: Iterable[PhraseBook],
    catalogues: Mapping[str, Sequence[Mapping[str, str]]],
    retention: RetentionSchedule,
) -> Seed:
    """Return everything shipped by kind and key.

    ``catalogues`` are the rows of their files by kind. Raises `Problems` ("reference.shipped") naming kind
    and row of an entry that does not fit.
    """
    seed: dict[ReferenceKind, dict[str, Fields]] = {kind: {} for kind in ReferenceKind}
    seed[ReferenceKind.HOLIDAY] = seed_of_holidays(holidays)
    seed[ReferenceKind.DEADLINE] = seed_of_deadlines(default_deadlines())
    seed[ReferenceKind.RETENTION] = seed_of_retention(retention)
    for book in phrase_books:
        seed[ReferenceKind.PHRASE].update(_phrases(book))
    found: list[Problem] = []
    for name, rows in catalogues.items():
        kind = ReferenceKind(name)
        for place, row in enumerate(rows, start=2):
            fields, key = _entry(kind, row)
            wrong = check_fields(SPECS[kind], key, fields)
            if wrong or not key or key in seed[kind]:
                code = wrong[0].code if wrong else "reference.key"
                found.append(Problem("reference.shipped", f"{name}.{place}", {"kind": name, "code": code}))
            seed[kind][key] = fields
    if found:
        raise Problems(found)
    seed[ReferenceKind.OFFICE_TEXT] = {key: {"text_zh": "", "text_en": ""} for key in OFFICE_TEXTS}
    seed[ReferenceKind.LETTERHEAD] = {LETTERHEAD_KEY: {}}
    seed[ReferenceKind.NUMBER_FORMAT] = {key: {"prefix": NUMBER_PREFIXES[key]} for key in NUMBERED_PAPERS}
    seed[ReferenceKind.OFFICE_SETTING] = {HOLD: {"seconds": "0"}}
    return seed


def _entry(kind: ReferenceKind, row: Mapping[str, str]) -> tuple[Fields, str]:
    fields = {name: text for name, text in clean_fields(SPECS[kind], row).items() if text}
    return fields, row.get("key") or key_of(SPECS[kind], fields)


def _phrases(book: PhraseBook) -> dict[str, Fields]:
    return {
        f"{book.book}/{phrase.code}": {
            "purpose": book.book,
            "code": phrase.code,
            "text_zh": phrase.text_zh,
            "text_en": phrase.text_en,
            "help_zh": phrase.help_zh,
            "help_en": phrase.help_en,
        }
        for phrase in book.phrases
    }
