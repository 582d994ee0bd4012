"""What the counter does with an application that has its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from creditbank_desktop.domain.applications import Application, MissingMaterial
from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId, EvidenceId, LineId
from creditbank_desktop.domain.operations.application_bodies import (
    ApplicationAccepted,
    ApplicationBody,
    ApplicationLapsed,
    ApplicationNotAccepted,
    ApplicationPartlySupplemented,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    EvidenceAdded,
    EvidenceList,
    LineWithdrawn,
    Note,
    OriginalsCompared,
    PromiseMoved,
    SupplementExtended,
    SupplementRequested,
)
from creditbank_desktop.domain.operations.catalogue import Personal
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.cases import read_case
from creditbank_desktop.services.duplicates import check_no_duplicate
from creditbank_desktop.services.performing import Aim, perform, perform_body
from creditbank_desktop.services.phrase_book import NOT_ACCEPTED_REASONS
from creditbank_desktop.services.queues import QueueDesk, queue_anchors, read_queue
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.undoing import undo_at_counter
from creditbank_desktop.services.views_applications import QueueFilter, QueuePage
from creditbank_desktop.services.views_evaluation import Case, Decided
from creditbank_desktop.services.views_intake import Missing
from creditbank_desktop.services.workroom import Workroom

_COUNTER_ACTS = frozenset(
    {Act.ACCEPT, Act.NOT_ACCEPT, Act.SUPPLEMENT, Act.REQUEST_SUPPLEMENT, Act.LAPSE, Act.NOTIFY}
)


class CounterService:
    """Actions on a received application, apart from judging it.

    Every act takes the revision that the screen showed and raises `Refused` ("application.changed") when the
    file is no longer at it.
    """

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of all applications (or of those states that the filter names), by promised day."""
        room = self._room
        desk = QueueDesk(actor, room.diary, room.clock.today(), frozenset(State), _COUNTER_ACTS)
        return room.store.read(lambda reader: read_queue(reader, desk, shown, after, limit))

    @permitted
    def anchors(self, actor: Actor, states: frozenset[State], every: int) -> tuple[str, ...]:
        """Return the ``after`` of every block of ``every`` rows of `queue` in these states (none: all)."""
        wanted = states or frozenset(State)
        return self._room.store.read(lambda reader: queue_anchors(reader, wanted, every))

    @permitted
    def case(self, actor: Actor, application: ApplicationId) -> Case:
        """Return one file; raises `Refused` ("application.unknown")."""
        return self._room.store.read(lambda reader: read_case(reader, application, actor, self._room))

    @permitted
    def accept(self, actor: Actor, application: ApplicationId, revision: int) -> OpResult[Decided]:
        """Accept the file and freeze the rule set version in force today into it.

        Raises `Refused`: "application.duplicate" (receipt, title) while a live duplicate of the learner
        stands in an earlier application or is posted, "rules.none_in_force", "application.changed".
        """
        rule_set = self._room.recognition.in_force(self._room.clock.today())

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            check_no_duplicate(unit, file)
            return ApplicationAccepted(application, rule_set), None

        return perform(self._room, actor, Aim(application, revision), make)

    @permitted
    def not_accept(
        self, actor: Actor, application: ApplicationId, revision: int, reason: str, note: str = ""
    ) -> OpResult[Decided]:
        """Refuse to take the case up; ``reason`` from `phrase_book.NOT_ACCEPTED_REASONS`."""
        if reason not in self._room.reference.codes("not_accepted").union(NOT_ACCEPTED_REASONS):
            raise Problems([Problem("reason.unknown", "reason", {"reason": reason})])
        body = ApplicationNotAccepted(application, reason)
        return perform_body(self._room, actor, Aim(application, revision), body, note)

    @permitted
    def request_supplement(
        self,
        actor: Actor,
        application: ApplicationId,
        revision: int,
        missing: tuple[Missing, ...],
        note: str = "",
    ) -> OpResult[date]:
        """Ask once for everything that is missing; returns the last day (10 working days).

        Raises `Problems` ("supplement.nothing_missing").
        """
        if not missing:
            raise Problems([Problem("supplement.nothing_missing", "missing")])
        due = self._room.diary.step(Step.SUPPLEMENT, self._room.clock.today())
        asked = tuple(MissingMaterial(item.material, item.line, item.note.strip()) for item in missing)
        body = SupplementRequested(application, asked, due.on)
        done = perform_body(self._room, actor, Aim(application, revision), body, note)
        return OpResult(due.on, done.changes)

    @permitted
    def extend_supplement(
        self, actor: Actor, application: ApplicationId, revision: int, reason: str
    ) -> OpResult[date]:
        """Move the last day of a supplement, once, by 5 working days; returns the new one."""
        moved: list[date] = []

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            if file.supplement_due_on is None:
                raise Refused(
                    "application.wrong_state", act=Act.EXTEND_SUPPLEMENT.value, state=file.state.value
                )
            days = self._room.deadlines.of(Step.SUPPLEMENT).extension
            due = self._room.calendar.add_working_days(file.supplement_due_on, days)
            moved.append(due.on)
            return SupplementExtended(application, due.on, reason.strip()), None

        done = perform(self._room, actor, Aim(application, revision), make)
        return OpResult(moved[-1], done.changes)

    @permitted
    def add_supplement(
        self,
        actor: Actor,
        application: ApplicationId,
        revision: int,
        evidence: tuple[Evidence, ...],
        note: str = "",
        *,
        still_missing: tuple[MissingMaterial, ...] = (),
    ) -> OpResult[Decided]:
        """Take in what was missing; the file goes on where it was, or waits for what is ``still_missing``.

        ``still_missing`` are entries of the file's own list. What came without a file (an original that was
        only shown) needs a note. Raises `Problems` ("evidence.none", "evidence.file_missing",
        "evidence.line_unknown"), `Refused` ("supplement.not_asked"). A file without an outcome belongs to the
        one that its material was asked for, where that is a single one.
        """
        body: ApplicationBody = ApplicationSupplemented(application)
        if still_missing:
            body = ApplicationPartlySupplemented(application, still_missing)
        aim = Aim(application, revision)
        return self._add(actor, aim, body, evidence, note, note_is_enough=True)

    @permitted
    def add_evidence(
        self, actor: Actor, application: ApplicationId, revision: int, evidence: tuple[Evidence, ...]
    ) -> OpResult[Decided]:
        """Add materials to a file that is not waiting for them."""
        return self._add(actor, Aim(application, revision), EvidenceAdded(application), evidence)

    @permitted
    def compare_originals(
        self, actor: Actor, application: ApplicationId, revision: int, compared: tuple[EvidenceId, ...]
    ) -> OpResult[Decided]:
        """Note that materials agree with their originals, which went back at once (与原件核对无误).

        Who and when stand in `Case.application.compared`; what was noted before keeps its first note. Raises
        `Refused` ("evidence.unknown").
        """
        return perform_body(
            self._room, actor, Aim(application, revision), OriginalsCompared(application, compared)
        )

    @permitted
    def lapse(self, actor: Actor, application: ApplicationId, revision: int) -> OpResult[Decided]:
        """Close a file whose supplement did not come in time."""
        return perform_body(self._room, actor, Aim(application, revision), ApplicationLapsed(application))

    @permitted
    def withdraw(
        self, actor: Actor, application: ApplicationId, revision: int, note: str = ""
    ) -> OpResult[Decided]:
        """Withdraw the application on the learner's word, before it is decided; ``note`` is their reason."""
        body = ApplicationWithdrawn(application)
        return perform_body(self._room, actor, Aim(application, revision), body, note)

    @permitted
    def withdraw_line(
        self, actor: Actor, application: ApplicationId, revision: int, line: LineId, note: str = ""
    ) -> OpResult[Decided]:
        """Withdraw one outcome; the last one is withdrawn with the application."""
        body = LineWithdrawn(application, line)
        return perform_body(self._room, actor, Aim(application, revision), body, note)

    @permitted
    def undo(self, actor: Actor, application: ApplicationId) -> OpResult[Decided]:
        """Take the actor's own last act on a file back, as long as it has not left the office.

        Papers that were issued for it are voided. Raises `Refused`: "undo.nothing", "undo.other_person",
        "undo.synced", "application.duplicate" (the outcome was applied for again meanwhile).
        """
        return undo_at_counter(self._room, actor, application)

    @permitted
    def move_promise(
        self, actor: Actor, application: ApplicationId, revision: int, promised_on: date, reason: str
    ) -> OpResult[Decided]:
        """Give a late file a new date with the reason; raises `Problems` ("promise.not_later")."""

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            found = []
            if promised_on <= file.promised_on:
                found.append(Problem("promise.not_later", "promised_on"))
            if not reason.strip():
                found.append(Problem("field.required", "reason"))
            if found:
                raise Problems(found)
            return PromiseMoved(application, promised_on, "late"), Note(reason.strip())

        return perform(self._room, actor, Aim(application, revision), make)

    def _add(
        self,
        actor: Actor,
        aim: Aim,
        body: ApplicationBody,
        evidence: tuple[Evidence, ...],
        note: str = "",
        *,
        note_is_enough: bool = False,
    ) -> OpResult[Decided]:
        if not evidence and not (note_is_enough and note.strip()):
            raise Problems([Problem("evidence.none", "evidence")])
        missing = [item.file_name for item in evidence if not self._room.files.has(item.blob)]
        if missing:
            raise Problems([Problem("evidence.file_missing", "evidence", {"name": missing[0]})])

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            lines = {line.line for line in file.lines}
            if any(item.line is not None and item.line not in lines for item in evidence):
                raise Problems([Problem("evidence.line_unknown", "evidence")])
            return body, EvidenceList(_bound(evidence, file.missing), note.strip())

        return perform(self._room, actor, aim, make)


def _bound(evidence: tuple[Evidence, ...], missing: tuple[MissingMaterial, ...]) -> tuple[Evidence, ...]:
    """Bind what came to the outcome that it was asked for, unless several outcomes wait for the same."""
    lines: dict[str, set[LineId | None]] = {}
    for item in missing:
        lines.setdefault(item.material, set()).add(item.line)
    only = {material: next(iter(asked)) for material, asked in lines.items() if len(asked) == 1}
    return tuple(
        replace(item, line=only.get(item.material)) if item.line is None else item for item in evidence
    )
