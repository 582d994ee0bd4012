"""The documents by which a learner proves who they are, each with the shape of its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.folding import without_spaces
from creditbank_desktop.domain.resident_ids import mask_resident_id, parse_resident_id


class DocumentKind(StrEnum):
    """The kinds of identity document that an application may carry."""

    RESIDENT_ID = "resident_id"
    PASSPORT = "passport"
    HK_MACAO_PERMIT = "hk_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    FOREIGN_PERMANENT_RESIDENCE = "foreign_permanent_residence"


@dataclass(frozen=True, slots=True)
class IdentityDocument:
    """One identity document: its kind and its number in normalised form."""

    kind: DocumentKind
    number: str

    def masked(self) -> str:
        """Return the number as screens without full access show it."""
        return mask_resident_id(self.number)


# Passports of all countries are accepted: five to fifteen letters and digits, one digit at least.
# Mainland travel permits: H or M and 8 digits, the older ones with a two-digit count of renewals;
# for Taiwan residents 8 digits, the older ones 10 and a letter. Permanent residence: until 2023 three
# letters of the country and 12 digits; since then 18 characters beginning with 9, built like a resident ID.
_SHAPES = {
    DocumentKind.PASSPORT: re.compile(r"(?=.*[0-9])[A-Z0-9]{5,15}"),
    DocumentKind.HK_MACAO_PERMIT: re.compile(r"[HM][0-9]{8}([0-9]{2})?"),
    DocumentKind.TAIWAN_PERMIT: re.compile(r"[0-9]{8}|[0-9]{10}[A-Z]?"),
    DocumentKind.FOREIGN_PERMANENT_RESIDENCE: re.compile(r"[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]"),
}


def normalise_document_number(raw: str) -> str:
    """Return a document number without spaces, hyphens and brackets, half-width, in capitals."""
    return without_spaces(raw).upper().translate(dict.fromkeys(map(ord, "-()")))


def check_identity_document(
    kind: DocumentKind, raw: str, today: date, field: str = "document_number"
) -> tuple[Problem, ...]:
    """Return all that is wrong with a document number.

    Codes: ``identity_document.empty``, ``identity_document.shape`` (kind), and for numbers built like a
    resident ID those of `parse_resident_id`.
    """
    number = without_spaces(raw).upper()
    if kind is not DocumentKind.RESIDENT_ID:
        number = normalise_document_number(raw)
    if not number:
        return (Problem("identity_document.empty", field),)
    if kind is not DocumentKind.RESIDENT_ID and not _SHAPES[kind].fullmatch(number):
        return (Problem("identity_document.shape", field, {"kind": kind.value}),)
    if kind is DocumentKind.RESIDENT_ID or _is_new_permanent_residence(kind, number):
        try:
            parse_resident_id(number, today, field)
        except Problems as found:
            return found.problems
    return ()


def parse_identity_document(
    kind: DocumentKind, raw: str, today: date, field: str = "document_number"
) -> IdentityDocument:
    """Return the document, its number normalised.

    Raises `Problems` with what `check_identity_document` finds.
    """
    found = check_identity_document(kind, raw, today, field)
    if found:
        raise Problems(found)
    return IdentityDocument(kind, normalise_document_number(raw))


def _is_new_permanent_residence(kind: DocumentKind, number: str) -> bool:
    return kind is DocumentKind.FOREIGN_PERMANENT_RESIDENCE and len(number) == 18
