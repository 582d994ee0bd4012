"""Reads certificates on scanned pages and offers what they say; nothing is filled in by itself."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.masking import PersonalField, masked
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.scans import ScanPage
from creditbank_desktop.services.certificate_reading import (
    HOLDER_DOCUMENT,
    HOLDER_NAME,
    FieldReading,
    read_certificate,
)
from creditbank_desktop.services.outcome_fields import FIELDS_OF
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_intake import FieldOffer, OfferSource
from creditbank_desktop.services.workroom import Workroom

SURE = 0.9
"""Below it a name that differs may as well have been misread."""
_MISREAD = 2


@dataclass(frozen=True, slots=True)
class CertificateText:
    """What a page offers.

    ``turned`` is the clockwise rotation in degrees that made it upright. ``other_holder`` names the person on
    the page, with a masked number, when it is not the learner's; "" when it is, or when nobody can say.
    """

    offers: tuple[FieldOffer, ...] = ()
    turned: int = 0
    other_holder: str = ""


class TextService:
    """Actions on the text of stored pages."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def is_there(self, actor: Actor) -> bool:
        """Return whether this computer can read text."""
        return self._room.scanning.text is not None

    @permitted
    def read(
        self, actor: Actor, page: ScanPage, kind: OutcomeType, learner: LearnerId | None
    ) -> CertificateText:
        """Return what a page says about an outcome of ``kind``, and whether it is the learner's.

        Takes seconds. Raises `Problems` as `TextReader.read`, `Refused` ("text.not_there") and
        `EnvironmentFault` "evidence.missing", "evidence.damaged".
        """
        reader = self._room.scanning.text
        if reader is None:
            raise Refused("text.not_there")
        text = reader.read(self._room.files.open(page.blob))
        fields = frozenset(spec.name for spec in FIELDS_OF[kind])
        found = {reading.field: reading for reading in read_certificate(text, kind, fields)}
        holder = found.pop(HOLDER_NAME, None), found.pop(HOLDER_DOCUMENT, None)
        offers = tuple(_offer(reading, page.page) for reading in found.values())
        return CertificateText(offers, text.turned, _other_holder(*holder, self._profile(learner)))

    def _profile(self, learner: LearnerId | None) -> LearnerProfile | None:
        if learner is None:
            return None
        found = self._room.store.read(lambda reader: reader.learner(learner))
        return None if found is None else found.profile


def _offer(reading: FieldReading, page: str) -> FieldOffer:
    line = reading.line
    return FieldOffer(reading.field, reading.text, OfferSource.OCR, line.confidence, page, line.picture)


def _other_holder(
    name: FieldReading | None, number: FieldReading | None, profile: LearnerProfile | None
) -> str:
    """Return who stands on the page if that is surely somebody else; the number outweighs the name."""
    if profile is None:
        return ""
    same_number = None if number is None else _same(number.text, profile.document_number)
    same_name = None if name is None else _same_name(name, profile)
    if same_number or (same_number is None and same_name is not False):
        return ""
    if same_number is None and name is not None:
        return name.text
    said = "" if name is None else name.text
    shown = "" if number is None else masked(PersonalField.DOCUMENT_NUMBER, number.text)
    return " ".join(part for part in (said, shown) if part)


def _same(read: str, known: str) -> bool | None:
    """Return whether two numbers are the same; None when one may be the other misread."""
    if read == known.upper():
        return True
    return None if Levenshtein.distance(read, known.upper()) <= _MISREAD else False


def _same_name(name: FieldReading, profile: LearnerProfile) -> bool | None:
    names = {one.casefold() for one in (profile.name, profile.former_name, profile.latin_name) if one}
    if name.text.casefold() in names:
        return True
    return None if name.line.confidence < SURE else False
