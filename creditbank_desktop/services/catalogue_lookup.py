"""Finds what a title, issuer or code means in the catalogues: by name, alias, code, pinyin or likeness."""

from __future__ import annotations

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference import is_valid_on
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_reference import CatalogueHit
from creditbank_desktop.services.workroom import Workroom


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
