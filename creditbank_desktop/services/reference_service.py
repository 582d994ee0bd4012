"""Reference data as the office works on it: tables, entries, changes, histories."""

from __future__ import annotations

from creditbank_desktop.domain.ids import OperationId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_reference import (
    EntryForm,
    EntryPage,
    EntryView,
    KindSummary,
    ReferenceQuery,
    Saved,
    VersionView,
)
from creditbank_desktop.services.workroom import Workroom


class ReferenceService:
    """Actions on entries. What decides nothing takes effect at once; the rest becomes a proposal."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def kinds(self, actor: Actor) -> tuple[KindSummary, ...]:
        """Return every table with its counts."""
        raise NotImplementedError

    @permitted
    def page(self, actor: Actor, query: ReferenceQuery, offset: int = 0, limit: int = 200) -> EntryPage:
        """Return a slice of a table: by likeness when there is a text, else by key."""
        raise NotImplementedError

    @permitted
    def entry(self, actor: Actor, kind: ReferenceKind, key: str) -> EntryView:
        """Return one entry; raises `Refused` ("reference.no_entry", kind, key)."""
        raise NotImplementedError

    @permitted
    def check(self, actor: Actor, form: EntryForm) -> None:
        """Raise `Problems` with everything that is wrong with the form; nothing is written."""
        raise NotImplementedError

    @permitted
    def save(self, actor: Actor, form: EntryForm, reason: str = "") -> OpResult[Saved]:
        """Change or add an entry: what decides nothing at once, the rest as a proposal.

        A form with both is both. Raises `Problems` (by field) and `Refused` ("reference.changed_since").
        """
        raise NotImplementedError

    @permitted
    def retire(self, actor: Actor, kind: ReferenceKind, key: str, reason: str) -> OpResult[Saved]:
        """Take an entry out of use; entries are never deleted, because decisions name them."""
        raise NotImplementedError

    @permitted
    def history(self, actor: Actor, kind: ReferenceKind, key: str) -> tuple[VersionView, ...]:
        """Return every version of an entry, the newest first."""
        raise NotImplementedError

    @permitted
    def undo(self, actor: Actor, operation: OperationId) -> OpResult[None]:
        """Take the actor's own change back, or their settling of a proposal, as long as it was not sent.

        Raises `Refused` ("undo.sent", "undo.not_last", "undo.other_person", "undo.nothing").
        """
        raise NotImplementedError

    @permitted
    def phrases(self, actor: Actor, purpose: str) -> tuple[tuple[str, str, str], ...]:
        """Return (code, zh, en) of the phrases in use for a purpose, in their order."""
        raise NotImplementedError
