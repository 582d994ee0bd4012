"""Turns entries and proposals into what screens see of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from creditbank_desktop.domain.ids import PersonId, ProposalId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference import (
    ProposalState,
    ReferenceChange,
    ReferenceProposal,
    ReferenceVersion,
    told,
)
from creditbank_desktop.domain.reference_book import Entry, ReferenceBook
from creditbank_desktop.domain.reference_kinds import SPECS, KindSpec, ReferenceKind, spec_of
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.reference_changes import stale
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_reference import (
    ChangeView,
    EntryRow,
    FieldChange,
    Origin,
    ProposalRow,
    VersionView,
)

_TITLES = ("name_zh", "text_zh", "name", "role_zh", "date", "heading_zh")

Touched = Mapping[tuple[str, str], tuple[ProposalId, ...]]
"""The open proposals by (kind, key) of the entries that they touch."""


def touched_by(proposals: Iterable[ReferenceProposal]) -> Touched:
    """Return which entries the open proposals touch."""
    found: dict[tuple[str, str], tuple[ProposalId, ...]] = {}
    for proposal in proposals:
        for change in proposal.changes:
            place = (change.kind, change.key)
            found[place] = (*found.get(place, ()), proposal.proposal)
    return found


def entry_row(entry: Entry, touched: Touched) -> EntryRow:
    """Return an entry as lists show it."""
    origin = Origin.SHIPPED
    if entry.shipped is None:
        origin = Origin.OWN
    elif entry.is_changed:
        origin = Origin.CHANGED
    return EntryRow(
        kind=entry.kind,
        key=entry.key,
        fields=entry.fields,
        origin=origin,
        is_active=entry.active,
        is_pending=(entry.kind.value, entry.key) in touched,
        is_contested=entry.item is not None and bool(entry.item.contested),
    )


def title_of(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """Return what an entry is called in lists: its name, else its key."""
    if kind == ReferenceKind.NUMBER_FORMAT.value:
        return key
    return next((fields[name] for name in _TITLES if fields.get(name)), key)


def field_changes(
    spec: KindSpec | None, fields: Mapping[str, str], before: Mapping[str, str]
) -> tuple[FieldChange, ...]:
    """Return the changed fields in the order of the form."""
    order = () if spec is None else spec.names
    names = sorted(fields, key=lambda name: (order.index(name) if name in order else len(order), name))
    specs = {} if spec is None else {field.name: field for field in spec.fields}
    return tuple(
        FieldChange(
            name,
            told(spec, name, before.get(name, "")),
            told(spec, name, fields[name]),
            name not in specs or specs[name].decides,
        )
        for name in names
    )


def version_views(reader: Reader, entry: Entry, actor: Actor) -> tuple[VersionView, ...]:
    """Return the versions of an entry, the newest first."""
    if entry.item is None:
        return ()
    names = Names(reader)
    last = entry.item.standing[-1].operation if entry.item.standing else None
    return tuple(
        VersionView(
            number=version.number,
            operation=version.operation,
            person=version.person,
            person_name=names.of(version.person),
            on=version.on,
            changes=field_changes(SPECS[entry.kind], version.fields, version.before),
            reason=version.reason,
            settled_by_name="" if version.settled_by is None else names.of(version.settled_by),
            is_undone=version.undone,
            can_undo=version.operation == last and _could_undo(reader, version, actor),
        )
        for version in reversed(entry.item.versions)
    )


def _could_undo(reader: Reader, version: ReferenceVersion, actor: Actor) -> bool:
    author = version.settled_by or version.person
    return author == actor.person and reader.is_unsent(version.operation)


def change_view(book: ReferenceBook, change: ReferenceChange, state: ProposalState) -> ChangeView:
    """Return one change of a proposal."""
    spec = spec_of(change.kind)
    kind = ReferenceKind(change.kind)
    entry = book.entry(kind, change.key)
    known = {} if entry is None else entry.fields
    return ChangeView(
        kind=kind,
        key=change.key,
        title=title_of(change.kind, change.key, {**known, **change.fields}),
        is_new=change.creates,
        fields=field_changes(spec, change.fields, change.before),
        is_stale=state is ProposalState.PENDING and stale(book, change),
    )


def proposal_row(reader: Reader, proposal: ReferenceProposal, actor: Actor) -> ProposalRow:
    """Return a proposal as lists show it to ``actor``."""
    names = Names(reader)
    is_open = proposal.state is ProposalState.PENDING
    is_own = proposal.proposed_by == actor.person
    operation = proposal.settle_operation
    can_undo = proposal.settled_by == actor.person and operation is not None and reader.is_unsent(operation)
    return ProposalRow(
        proposal=proposal.proposal,
        kinds=tuple(dict.fromkeys(ReferenceKind(one.kind) for one in proposal.changes)),
        title=proposal.title or _title(proposal),
        changes=len(proposal.changes),
        reason=proposal.reason,
        state=proposal.state,
        proposed_by=proposal.proposed_by,
        proposed_by_name=names.of(proposal.proposed_by),
        proposed_at=proposal.proposed_at,
        settled_by_name="" if proposal.settled_by is None else names.of(proposal.settled_by),
        settled_on=proposal.settled_on,
        settle_reason=proposal.settle_reason,
        may_settle=is_open and not is_own and may(actor, "ProposalService.approve"),
        may_withdraw=is_open and is_own,
        can_undo=can_undo,
        settle_operation=operation,
    )


def _title(proposal: ReferenceProposal) -> str:
    first = proposal.changes[0]
    return title_of(first.kind, first.key, {**first.before, **first.fields})


class Names:
    """Names of people inside one read, each looked up once."""

    def __init__(self, reader: Reader) -> None:
        """Look up through ``reader``."""
        self._reader = reader
        self._known: dict[PersonId, str] = {}

    def of(self, person: PersonId) -> str:
        """Return a person's name, "" for somebody unknown."""
        if person not in self._known:
            found = self._reader.person(person)
            self._known[person] = "" if found is None else found.name
        return self._known[person]
