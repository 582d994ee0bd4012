"""Sealing finished files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from creditbank_desktop.domain.applications import Application, OutcomeLine
from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.ids import ApplicationId, BlobHash, LineId, OperationId
from creditbank_desktop.domain.operations.application_bodies import ApplicationArchived
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.retention import RetainedSubject
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.acts import load
from creditbank_desktop.services.queues import application_rows, applications_in
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import ApplicationRow
from creditbank_desktop.services.views_ledger import Sealed
from creditbank_desktop.services.workroom import Workroom

FINISHED = frozenset(
    {State.POSTED, State.NOTIFIED, State.NOT_ACCEPTED, State.LAPSED, State.WITHDRAWN, State.REVOKED}
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a sealed file consists of, by hashes and ids only, so that disposal leaves it checkable."""

    application: ApplicationId
    receipt_number: str
    state: State
    papers: tuple[tuple[str, ...], ...]
    evidence: tuple[BlobHash, ...]
    decisions: tuple[tuple[str, ...], ...]
    deeds: tuple[OperationId, ...]

    def seal(self) -> str:
        """Return the SHA-256 (hexadecimal) over the manifest's canonical bytes."""
        return hashlib.sha256(encode(self)).hexdigest()


class ArchiveService:
    """Actions of the archivist."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def ready(self, actor: Actor, limit: int = 500) -> tuple[ApplicationRow, ...]:
        """Return the finished files that are not sealed yet."""
        room = self._room

        def work(reader: Reader) -> tuple[ApplicationRow, ...]:
            found = applications_in(reader, FINISHED, limit)
            files = tuple(file for file in found if not _waits_for_posting(file))
            return application_rows(reader, files, room.diary, room.clock.today())

        return room.store.read(work)

    @permitted
    def archive(self, actor: Actor, application: ApplicationId, revision: int) -> OpResult[Sealed]:
        """Seal a file with the hash of its manifest: papers, evidence, decisions and deeds.

        It is kept as the rule about decision files says. Raises `Refused` ("application.not_posted",
        "application.changed").
        """
        rule = self._room.retention.rule_for(RetainedSubject.GRANTED_SCANS)
        until = None if rule is None else rule.last_day(self._room.clock.today())

        def work(unit: UnitOfWork) -> Sealed:
            file = load(unit, application, revision)
            seal = manifest_of(unit, file).seal()
            unit.record(actor, ApplicationArchived(application, seal, until))
            return Sealed(application, seal, until)

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)


def manifest_of(reader: Reader, file: Application) -> Manifest:
    """Return what a file consists of, in an order that does not depend on the store."""
    decisions: list[tuple[str, ...]] = []
    for line in sorted(file.lines, key=_line_id):
        decision = line.decision
        if decision is not None:
            rule = "" if decision.rule is None else f"{decision.rule.rule}@{decision.rule.version}"
            decisions.append((line.line, decision.result.value, str(decision.credits), rule))
    papers = sorted((paper.number, paper.sha256) for paper in reader.papers_of_application(file.application))
    return Manifest(
        application=file.application,
        receipt_number=file.receipt_number,
        state=file.state,
        papers=tuple(papers),
        evidence=tuple(sorted(item.blob for item in file.evidence)),
        decisions=tuple(decisions),
        deeds=tuple(deed.operation for deed in file.deeds),
    )


def _line_id(line: OutcomeLine) -> LineId:
    return line.line


def _waits_for_posting(file: Application) -> bool:
    gives_credit = any(line.result and line.result.gives_credit for line in file.live_lines)
    return file.state is State.NOTIFIED and gives_credit
