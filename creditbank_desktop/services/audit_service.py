"""The audit trail: reading it, checking it, exporting it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from creditbank_desktop.domain.codec import Malformed, plain_of
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.people import Actor, Role
from creditbank_desktop.models.audit_queries import AuditFilter
from creditbank_desktop.models.audit_trail import AuditEntry
from creditbank_desktop.models.check_findings import CheckProgress, StoreFinding
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.trail_queries import WARNING_SEEN
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.audit_export import AuditFormat, write_audit
from creditbank_desktop.services.audit_subjects import subject_numbers, subjects_named
from creditbank_desktop.services.exporting import Exported, ExportPurpose, check_purpose, note_export
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_audit import (
    GROUPS,
    AuditGroup,
    AuditLine,
    AuditPerson,
    AuditState,
    AuditWanted,
)
from creditbank_desktop.services.workroom import Workroom

LEAST_REASON = 4
_PIECE = 2_000


class AuditService:
    """Actions on the audit trail."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def count(self, actor: Actor, wanted: AuditWanted) -> int:
        """Return how many lines there are."""
        return self._room.store.read(lambda reader: reader.audit_count(_filter(reader, wanted)))

    @permitted
    def anchors(self, actor: Actor, wanted: AuditWanted, every: int) -> tuple[int | None, ...]:
        """Return the numbers behind which the blocks of ``every`` lines begin, the first None."""
        return self._room.store.read(lambda reader: reader.audit_anchors(_filter(reader, wanted), every))

    @permitted
    def page(
        self, actor: Actor, wanted: AuditWanted, before: int | None, limit: int
    ) -> tuple[AuditLine, ...]:
        """Return up to ``limit`` lines before number ``before``, the newest first."""

        def work(reader: Reader) -> tuple[AuditLine, ...]:
            return _lines(reader, reader.audit_page(_filter(reader, wanted), before, limit), actor)

        return self._room.store.read(work)

    @permitted
    def position(self, actor: Actor, wanted: AuditWanted, number: int) -> int:
        """Return how many lines stand before that one in the table."""
        return self._room.store.read(lambda reader: reader.audit_position(_filter(reader, wanted), number))

    @permitted
    def state(self, actor: Actor) -> AuditState:
        """Return how far the trail is signed and countersigned; checks nothing."""

        def work(reader: Reader) -> AuditState:
            trail = reader.trail_state()
            return AuditState(
                last=trail.last,
                signed=trail.signed,
                countersigned=trail.countersigned,
                server_time=trail.server_time,
                warnings=reader.open_trail_warnings(),
                people=tuple(
                    AuditPerson(person.person, person.name, person.login)
                    for person in reader.people()
                    if Role.CENTRAL_SERVER not in person.roles
                ),
                is_enrolled=reader.setting("sync.link") is not None,
            )

        return self._room.store.read(work)

    @permitted
    def check(self, actor: Actor, progress: CheckProgress) -> OpResult[tuple[StoreFinding, ...]]:
        """Check every chain and signature of the store and enter that somebody did.

        A cancelled check returns what it found until then. Raises `EnvironmentFault` as the store does.
        """
        findings = tuple(self._room.machine.check_chains(progress))
        detail: dict[str, str | int] = {"bad": len(findings), "whole": int(not progress.cancelled)}
        written = self._room.store.write(lambda unit: unit.audit(actor, "audit.checked", detail=detail))
        return OpResult(findings, written.changes)

    @permitted
    def note_warning(self, actor: Actor, number: int, reason: str) -> OpResult[None]:
        """Take note of what the server found (the number of its countersignature), with a reason.

        The warning itself stays in the trail for ever. Raises `Problems` ("field.required").
        """
        if len(reason.strip()) < LEAST_REASON:
            raise Problems([Problem("field.required", "reason")])

        def work(unit: UnitOfWork) -> None:
            unit.audit(actor, WARNING_SEEN, ("countersignature", str(number)), {"reason": reason.strip()})

        written = self._room.store.write(work)
        return OpResult(None, written.changes | {("audit", "warning")})

    @permitted
    def export(
        self, actor: Actor, wanted: AuditWanted, purpose: ExportPurpose, form: AuditFormat
    ) -> OpResult[bytes]:
        """Return the filtered lines as a file; the export is entered itself, behind the lines in it.

        Raises `Problems` as `check_purpose` finds.
        """
        found = check_purpose(purpose)
        if found:
            raise Problems(found)

        def work(reader: Reader) -> tuple[bytes, int]:
            chosen = _filter(reader, wanted)
            entries: list[AuditEntry] = []
            before: int | None = None
            while piece := reader.audit_page(chosen, before, _PIECE):
                entries.extend(piece)
                before = piece[-1].number
            entries.reverse()
            return write_audit(reader, entries, form, actor), len(entries)

        data, count = self._room.store.inspect(work)
        exported = Exported("audit_trail", count)
        written = self._room.store.write(
            lambda unit: note_export(unit, actor, self._room.ids, exported, purpose)
        )
        return OpResult(data, written.changes | {("audit", "")})


def _filter(reader: Reader, wanted: AuditWanted) -> AuditFilter:
    return AuditFilter(
        since=wanted.since,
        until=wanted.until,
        person=wanted.person,
        actions=() if wanted.group is None else GROUPS[wanted.group],
        subjects=subjects_named(reader, wanted.subject) if wanted.subject.strip() else None,
        only_operations=wanted.group is AuditGroup.CHANGES,
    )


def _lines(reader: Reader, entries: Sequence[AuditEntry], actor: Actor) -> tuple[AuditLine, ...]:
    if not entries:
        return ()
    names = {person.person: person.name for person in reader.people()}
    devices = {device.device: device.name for device in reader.devices()}
    devices.setdefault(reader.identity.device, reader.identity.name)
    called = subject_numbers(reader, ((one.subject_kind, one.subject) for one in entries), actor.roles)
    times = reader.server_times(min(entry.number for entry in entries))
    return tuple(
        AuditLine(
            number=entry.number,
            at=entry.at,
            server_at=_server_at(times, entry.number),
            person=PersonId(entry.person),
            person_name=names.get(PersonId(entry.person), ""),
            device=entry.device,
            device_name=devices.get(entry.device, ""),
            action=entry.action,
            subject_kind=entry.subject_kind,
            subject=entry.subject,
            subject_number=called.get((entry.subject_kind, entry.subject), ""),
            operation=entry.operation or "",
            hash=entry.hash,
            detail=_detail(entry.detail),
        )
        for entry in entries
    )


def _server_at(times: Sequence[tuple[int, datetime]], number: int) -> datetime | None:
    return next((at for covered, at in times if covered >= number), None)


def _detail(text: str) -> dict[str, str | int]:
    try:
        plain = plain_of(text.encode())
    except Malformed:
        return {}
    if not isinstance(plain, dict):
        return {}
    return {name: value for name, value in plain.items() if isinstance(value, (str, int))}
