"""The office's own texts as papers carry them: greeting, remedies, hours, contact, who signs for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from creditbank_desktop.documents.papers_data import Bilingual
from creditbank_desktop.domain.reference import is_valid_on
from creditbank_desktop.domain.reference_kinds import LETTERHEAD_KEY, ReferenceKind
from creditbank_desktop.services.office_reference import OfficeReference

_NOTES = ("contact", "footer")
_NOTHING = Bilingual("")


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """What the office adds to its papers, all of it empty until somebody writes it; ``seal`` by its hash."""

    greeting: Bilingual = _NOTHING
    legal_remedy: Bilingual = _NOTHING
    opening_hours: Bilingual = _NOTHING
    notes: tuple[Bilingual, ...] = ()
    receipt_note: Bilingual = _NOTHING
    seal: str = ""

    @property
    def for_receipt(self) -> PaperTexts:
        """Return the texts as a receipt carries them."""
        return replace(self, notes=(self.receipt_note, *self.notes))


def paper_texts(reference: OfficeReference, on: date) -> PaperTexts:
    """Return the texts in force, with those who sign for the office on a day."""
    office = (_text(reference, key) for key in _NOTES)
    notes = (*office, *_letterhead(reference), *_signatories(reference, on))
    return PaperTexts(
        greeting=_text(reference, "greeting"),
        legal_remedy=_text(reference, "legal_remedy"),
        opening_hours=_text(reference, "opening_hours"),
        notes=tuple(note for note in notes if note.zh or note.en),
        receipt_note=_text(reference, "receipt_note"),
        seal=reference.seal_name(),
    )


def _text(reference: OfficeReference, key: str) -> Bilingual:
    entry = reference.book.entry(ReferenceKind.OFFICE_TEXT, key)
    fields = {} if entry is None else entry.fields
    return Bilingual(fields.get("text_zh", ""), fields.get("text_en", ""))


def _letterhead(reference: OfficeReference) -> Iterator[Bilingual]:
    entry = reference.book.entry(ReferenceKind.LETTERHEAD, LETTERHEAD_KEY)
    fields = {} if entry is None else entry.fields
    yield Bilingual(fields.get("heading_zh", ""), fields.get("heading_en", ""))
    parts = [fields.get(name, "") for name in ("website", "email", "fax", "postcode")]
    yield Bilingual("  ".join(part for part in parts if part))


def _signatories(reference: OfficeReference, on: date) -> Iterator[Bilingual]:
    for entry in reference.book.entries(ReferenceKind.SIGNATORY):
        fields = entry.fields
        if is_valid_on(fields, on):
            role_zh, name = fields["role_zh"], fields["name"]
            yield Bilingual(f"{role_zh}：{name}", f"{fields.get('role_en') or role_zh}: {name}")
