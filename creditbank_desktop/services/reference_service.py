"""Reference data as the office works on it: tables, entries, changes, histories."""

from __future__ import annotations

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import OperationId, ProposalId
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.operations.reference_bodies import (
    EntryName,
    ReferenceChanged,
    ReferenceProposed,
    ReferenceUndone,
)
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference_book import Entry
from creditbank_desktop.domain.reference_kinds import NO, SPECS, ReferenceKind
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.reading import LONGEST_LONG_TEXT, read_text
from creditbank_desktop.services.reference_changes import Planned, open_about, plan
from creditbank_desktop.services.reference_reading import (
    entry_row,
    touched_by,
    version_views,
)
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_reference import (
    Effect,
    EntryForm,
    EntryPage,
    EntryView,
    KindSummary,
    PhraseView,
    ReferenceQuery,
    Saved,
    VersionView,
)
from creditbank_desktop.services.workroom import Workroom

_PARTS = {
    ReferenceKind.PHRASE: "purpose",
    ReferenceKind.CERTIFICATE: "outcome_type",
    ReferenceKind.CONTEST: "level",
    ReferenceKind.ISSUER: "issuer_kind",
    ReferenceKind.COURSE: "issuer",
}


class ReferenceService:
    """Actions on entries. What decides nothing takes effect at once; the rest becomes a proposal."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def kinds(self, actor: Actor) -> tuple[KindSummary, ...]:
        """Return every table with its counts."""
        book = self._room.reference.book
        pending = self._room.store.read(lambda reader: reader.reference_proposals(pending=True))
        found = []
        for kind, spec in SPECS.items():
            entries = book.entries(kind)
            touching = sum(any(one.kind == kind for one in proposal.changes) for proposal in pending)
            found.append(KindSummary(spec, len(entries), sum(one.active for one in entries), touching))
        return tuple(found)

    @permitted
    def page(self, actor: Actor, query: ReferenceQuery, offset: int = 0, limit: int = 200) -> EntryPage:
        """Return a slice of a table: by likeness when there is a text, else in its own order."""
        reference = self._room.reference
        entries = [one for one in reference.book.entries(query.kind) if _fits(one, query)]
        if query.text.strip():
            entries = [found.entry for found in reference.finder.find(entries, query.text)]
        touched = touched_by(self._room.store.read(lambda reader: reader.reference_proposals(pending=True)))
        rows = tuple(entry_row(entry, touched) for entry in entries[offset : offset + limit])
        return EntryPage(rows, len(entries), offset)

    @permitted
    def entry(self, actor: Actor, kind: ReferenceKind, key: str) -> EntryView:
        """Return one entry; raises `Refused` ("reference.no_entry", kind, key)."""
        return self._room.store.read(lambda reader: entry_view(self._room, reader, actor, kind, key))

    @permitted
    def check(self, actor: Actor, form: EntryForm) -> None:
        """Raise `Problems` with everything that is wrong with the form; nothing is written."""
        plan(self._room.reference.book, form, self._room.glyphs)

    @permitted
    def save(self, actor: Actor, form: EntryForm, reason: str = "") -> OpResult[Saved]:
        """Change or add an entry: what decides nothing at once, the rest as a proposal.

        A form with both is both. Raises `Problems` (by field), `Refused` ("reference.no_entry",
        "reference.changed_since", "reference.pending").
        """
        because = read_text(reason, "reason", LONGEST_LONG_TEXT)

        def work(unit: UnitOfWork) -> Saved:
            planned = plan(self._room.reference.book, form, self._room.glyphs)
            return _keep(unit, actor, self._room, planned, because)

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    @permitted
    def retire(self, actor: Actor, kind: ReferenceKind, key: str, reason: str) -> OpResult[Saved]:
        """Take an entry out of use; entries are never deleted, because decisions name them."""
        entry = known_entry(self._room, kind, key)
        if SPECS[kind].field("active") is None:
            raise Refused("reference.fixed", kind=kind.value)
        return self.save(actor, EntryForm(kind, {"active": NO}, key, entry.revision), reason)

    @permitted
    def history(self, actor: Actor, kind: ReferenceKind, key: str) -> tuple[VersionView, ...]:
        """Return every version of an entry, the newest first."""
        entry = known_entry(self._room, kind, key)
        return self._room.store.read(lambda reader: version_views(reader, entry, actor))

    @permitted
    def undo(self, actor: Actor, operation: OperationId) -> OpResult[None]:
        """Take the actor's own change back, or their settling of a proposal, as long as it was not sent.

        Raises `Refused` ("undo.sent", "undo.not_last", "undo.other_person", "undo.nothing").
        """

        def work(unit: UnitOfWork) -> None:
            if not unit.is_unsent(operation):
                raise Refused("undo.sent", operation=operation)
            unit.record(actor, _undoing(unit, operation))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    @permitted
    def phrases(self, actor: Actor, purpose: str) -> tuple[tuple[str, str, str], ...]:
        """Return (code, zh, en) of the phrases in use for a purpose, in their order."""
        return tuple(
            (entry.fields["code"], entry.fields.get("text_zh", ""), entry.fields.get("text_en", ""))
            for entry in self._room.reference.phrases(purpose)
        )

    @permitted
    def phrase_book(self, actor: Actor) -> tuple[PhraseView, ...]:
        """Return every phrase, also those out of use: shipped ones in their order, then the office's own in
        the order in which they were made.
        """
        entries = sorted(self._room.reference.book.entries(ReferenceKind.PHRASE), key=_made)
        return tuple(
            PhraseView(
                entry.fields.get("purpose", ""),
                entry.fields.get("code", ""),
                entry.active,
                entry.own("text_zh"),
                entry.own("text_en"),
            )
            for entry in entries
        )


def _made(entry: Entry) -> tuple[str, ...]:
    """Return a key for sorting: nothing for a shipped entry, else when it was made."""
    if entry.shipped is not None or entry.item is None or not entry.item.versions:
        return ()
    first = entry.item.versions[0]
    return (first.at.isoformat(), first.operation)


def known_entry(room: Workroom, kind: ReferenceKind, key: str) -> Entry:
    """Return an entry in force; raises `Refused` ("reference.no_entry", kind, key)."""
    entry = room.reference.book.entry(kind, key)
    if entry is None:
        raise Refused("reference.no_entry", kind=kind.value, key=key)
    return entry


def entry_view(room: Workroom, reader: Reader, actor: Actor, kind: ReferenceKind, key: str) -> EntryView:
    """Return one entry whole; raises as `known_entry`."""
    entry = known_entry(room, kind, key)
    touched = touched_by(reader.reference_proposals(pending=True))
    return EntryView(
        row=entry_row(entry, touched),
        spec=SPECS[kind],
        revision=entry.revision,
        shipped=entry.shipped,
        pending=touched.get((kind.value, key), ()),
        history=version_views(reader, entry, actor),
    )


def _keep(unit: UnitOfWork, actor: Actor, room: Workroom, planned: Planned, reason: str) -> Saved:
    effects = set()
    operation: OperationId | None = None
    proposal: ProposalId | None = None
    if planned.changes:
        about = open_about(unit.reference_proposals(pending=True), planned.changes)
        if about is not None:
            raise Refused("reference.pending", proposal=about)
    if planned.plain is not None:
        operation = unit.record(actor, ReferenceChanged((planned.plain,), reason))
        effects.add(Effect.CHANGED)
    if planned.deciding is not None:
        change = planned.deciding
        proposal = ProposalId(room.ids.new_id())
        unit.record(actor, ReferenceProposed(proposal, (change,), "", reason))
        effects.add(Effect.PROPOSED)
    return Saved(frozenset(effects) or frozenset({Effect.NOTHING}), planned.key, operation, proposal)


def _undoing(unit: UnitOfWork, operation: OperationId) -> ReferenceUndone:
    settled = unit.proposal_settled_by(operation)
    if settled is not None:
        return ReferenceUndone(operation, proposal=settled)
    data = unit.operation_data(operation)
    envelope = None if data is None else read_envelope(data)
    if envelope is None or envelope.type != ReferenceChanged.op_type:
        raise Refused("undo.nothing")
    changes = envelope.body["changes"]
    assert isinstance(changes, list)
    return ReferenceUndone(operation, tuple(EntryName(one["kind"], one["key"]) for one in changes))


def _fits(entry: Entry, query: ReferenceQuery) -> bool:
    if not query.with_inactive and not entry.active:
        return False
    if query.changed_only and not entry.is_changed:
        return False
    if not query.part:
        return True
    if query.kind is ReferenceKind.HOLIDAY:
        return entry.key.startswith(query.part)
    name = _PARTS.get(query.kind)
    return name is None or entry.fields.get(name) == query.part
