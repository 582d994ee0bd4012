"""Labels of fields with an Alt key each, unique among the fields that are seen together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from string import ascii_uppercase

from creditbank_desktop.ui.i18n import Words, again, mark, say, tr
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.wording.outcome_fields import FIELDS

SHORT: dict[str, str] = {
    "evidence_number": mark("Cert. no."),
    "score_scale": mark("Scale"),
    "language": mark("Language"),
    "verified_by": mark("Verified"),
    "is_core_of_major": mark("Core skill"),
    "code": mark("Code"),
    "organiser_kind": mark("Organiser"),
    "member_rank": mark("Place"),
    "unified_social_credit_code": mark("Credit code"),
    "social_security_record": mark("Insured"),
    "is_relevant": mark("Relevant"),
    "patent_kind": mark("Kind"),
    "inventor_rank": mark("Place"),
    "author_rank": mark("Place"),
    "journal_number": mark("Journal no."),
    "unit": mark("Unit"),
    "credits": mark("Credits"),
    "ratified_credits": mark("Ratified"),
    "content_match_percent": mark("Match %"),
    "tasks_percent": mark("Tasks %"),
    "requested": mark("For course"),
}
"""Labels for a form where the words of the tables would take too much room."""


def field_source(name: str) -> str:
    """Return the English words for a field of an outcome."""
    return str(SHORT.get(name, FIELDS.get(name, name)))


def label_with_keys(rows: Iterable[tuple[FieldRow, str]], taken: str = "") -> None:
    """Give every row (with the English words for it) a label and an Alt letter that no other one has.

    ``taken`` are letters that mean something else on the same page.
    """
    used = set(taken.upper())
    for row, source in rows:
        letter = _free_letter(source, used)
        used.add(letter)
        say(row.label.setText, partial(_label, tr(source), letter, row.required))


def _free_letter(source: str, used: set[str]) -> str:
    wanted = [character for character in source.upper() if character in ascii_uppercase]
    for letter in wanted + list(ascii_uppercase):
        if letter not in used:
            return letter
    return ""


def _label(words: Words, letter: str, required: bool) -> str:
    text = str(again(words)).replace("&", "&&")
    if letter:
        place = text.upper().find(letter)
        text = f"{text[:place]}&{text[place:]}" if place >= 0 else f"{text}(&{letter})"
    return f"{text} *" if required else text
