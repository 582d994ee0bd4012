"""The phrase books have words for every code that the services know, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.rules.phrases import PhraseBook, parse_phrase_book
from creditbank_desktop.services import phrase_book


def book(resources: Path, name: str) -> PhraseBook:
    return parse_phrase_book((resources / "phrases" / f"{name}.json").read_bytes())


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("refusal", phrase_book.REFUSAL_REASONS),
        ("departure", phrase_book.DEPARTURE_REASONS),
        ("return", phrase_book.RETURN_REASONS),
        ("not_accepted", phrase_book.NOT_ACCEPTED_REASONS),
    ],
)
def test_every_code_of_the_services_has_words(resources: Path, name: str, codes: tuple[str, ...]) -> None:
    assert {phrase.code for phrase in book(resources, name).phrases} == set(codes)


def test_every_refusal_says_what_would_help(resources: Path) -> None:
    for name in ("refusal", "not_accepted", "partial"):
        assert all(phrase.help_zh and phrase.help_en for phrase in book(resources, name).phrases), name


def test_every_shipped_book_reads_and_carries_its_file_name(resources: Path) -> None:
    files = sorted((resources / "phrases").glob("*.json"))
    assert [parse_phrase_book(file.read_bytes()).book for file in files] == [file.stem for file in files]
    assert {"supplement", "partial"} <= {file.stem for file in files}


def test_a_missing_translation_and_a_double_code_are_named(resources: Path) -> None:
    plain = json.loads((resources / "phrases" / "return.json").read_text(encoding="utf-8"))
    plain["phrases"][0]["text_en"] = ""
    plain["phrases"][1]["code"] = plain["phrases"][2]["code"]
    with pytest.raises(Problems) as stopped:
        parse_phrase_book(json.dumps(plain).encode())
    assert {problem.code for problem in stopped.value.problems} == {"phrases.twice", "phrases.untranslated"}
