"""Finds what a title, issuer or code means in the catalogues: by name, alias, code, pinyin or likeness."""

from __future__ import annotations

from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference import is_valid_on
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_intake import FamiliarOutcome
from creditbank_desktop.services.views_reference import CatalogueHit
from creditbank_desktop.services.workroom import Workroom

MOST_TITLES = 300

_CATALOGUE_OF = {
    OutcomeType.CONTEST: ReferenceKind.CONTEST,
    OutcomeType.FORMAL_COURSE: ReferenceKind.COURSE,
}


class CatalogueLookup:
    """Looks texts up in the catalogues in force."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def find(self, actor: Actor, kind: ReferenceKind, text: str, limit: int = 8) -> tuple[CatalogueHit, ...]:
        """Return the entries valid today that fit ``text``, the best first."""
        reference = self._room.reference
        today = self._room.clock.today()
        entries = (one for one in reference.book.entries(kind) if is_valid_on(one.fields, today))
        return tuple(
            CatalogueHit(
                kind=kind,
                key=found.entry.key,
                name_zh=found.entry.fields.get("name_zh", ""),
                name_en=found.entry.fields.get("name_en", ""),
                matched=found.matched,
                score=found.score,
                fields=found.entry.fields,
            )
            for found in reference.finder.find(entries, text, limit)
        )


def catalogue_titles(room: Workroom, outcome_type: OutcomeType) -> tuple[FamiliarOutcome, ...]:
    """Return the titles of a type that the catalogues in force offer, at most `MOST_TITLES`."""
    kind = _CATALOGUE_OF.get(outcome_type, ReferenceKind.CERTIFICATE)
    today, finder = room.clock.today(), room.reference.finder
    entries = [
        entry
        for entry in room.reference.book.entries(kind)
        if is_valid_on(entry.fields, today) and entry.fields.get("outcome_type", outcome_type) == outcome_type
    ]
    return tuple(
        FamiliarOutcome(entry.fields["name_zh"], entry.fields.get("issuer", ""), finder.keys_of(entry))
        for entry in entries[:MOST_TITLES]
    )
