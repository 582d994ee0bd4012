"""An application with its outcome lines, and the guards that hold for every file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from creditbank_desktop.domain.decisions import FREE_CREDITS, LineDecision, LineResult, Target
from creditbank_desktop.domain.evidence import Evidence, OriginalComparison
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    EntryId,
    LearnerId,
    LineId,
    OfficeId,
    OperationId,
    PersonId,
    ProgrammeCode,
)
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType
from creditbank_desktop.domain.states import KEPT_APART, UNDOABLE, Act, State


@dataclass(frozen=True, slots=True)
class RuleSetReference:
    """The rule set version in force on the day of acceptance, frozen into the file."""

    family: str
    version: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class Proxy:
    """Somebody who applies for the learner (代办): identity and authorisation."""

    name: str
    document_kind: str
    document_number: str
    relation: str = ""
    authorisation: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One outcome of an application; ``outcome`` is None once the learner's key was destroyed."""

    line: LineId
    type: OutcomeType
    outcome: Outcome | None
    requested: Target = FREE_CREDITS
    decision: LineDecision | None = None
    second: LineDecision | None = None
    withdrawn: bool = False
    entry: EntryId | None = None

    @property
    def result(self) -> LineResult | None:
        """Return the line's own result, or None while it is open."""
        if self.withdrawn:
            return LineResult.WITHDRAWN
        return self.decision.result if self.decision else None


@dataclass(frozen=True, slots=True)
class Deed:
    """One act done to the file: which, by whom, when by the device's clock, where, from which state to which.

    ``undone`` deeds stay in the list but no longer count. ``reason`` is a code of the phrase book.
    """

    operation: OperationId
    act: Act
    person: PersonId
    device: DeviceId
    at: datetime
    before: State
    after: State
    reason: str = ""
    note: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class MissingMaterial:
    """One thing that a supplement notice asks for."""

    material: str
    line: LineId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """The whole file of one application.

    ``entered_on`` is the day on which the present state began (deadlines count from it); ``resume_to`` is
    where a file goes on after a supplement, an objection or an appeal; ``scans_disposed_on`` is the
    day on which the scans were disposed of (their list stays); ``revision`` counts the operations applied.
    """

    application: ApplicationId
    learner: LearnerId
    office: OfficeId
    programme: ProgrammeCode
    receipt_number: str
    state: State
    received_on: date
    entered_on: date
    promised_on: date
    lines: tuple[OutcomeLine, ...]
    evidence: tuple[Evidence, ...] = ()
    compared: tuple[OriginalComparison, ...] = ()
    missing: tuple[MissingMaterial, ...] = ()
    deeds: tuple[Deed, ...] = ()
    accepted_on: date | None = None
    rule_set: RuleSetReference | None = None
    supplement_due_on: date | None = None
    supplement_extended: bool = False
    resume_to: State | None = None
    publicity_from: date | None = None
    publicity_to: date | None = None
    delivered_on: date | None = None
    delivered_how: str = ""
    proxy: Proxy | None = None
    note: str = ""
    scans_disposed_on: date | None = None
    revision: int = 1

    def line(self, line: LineId) -> OutcomeLine:
        """Return the line of that id; raise `Refused` ("application.no_such_line") if there is none."""
        for found in self.lines:
            if found.line == line:
                return found
        raise Refused("application.no_such_line", line=line)

    def with_line(self, changed: OutcomeLine) -> Application:
        """Return the application with that line replaced."""
        self.line(changed.line)
        lines = tuple(changed if line.line == changed.line else line for line in self.lines)
        return replace(self, lines=lines)

    @property
    def live_lines(self) -> tuple[OutcomeLine, ...]:
        """Return the lines that were not withdrawn."""
        return tuple(line for line in self.lines if not line.withdrawn)

    @property
    def standing_deeds(self) -> tuple[Deed, ...]:
        """Return the deeds that were not taken back."""
        return tuple(deed for deed in self.deeds if not deed.undone)

    def last_undoable(self) -> Deed | None:
        """Return the last standing deed if its author may take it back."""
        standing = [deed for deed in self.standing_deeds if deed.act is not Act.UNDO]
        return standing[-1] if standing and standing[-1].act in UNDOABLE else None


def check_four_eyes(application: Application, act: Act, person: PersonId) -> None:
    """Raise `Refused` ("application.four_eyes", with the earlier act) if ``person`` must not do ``act`` on
    this file.

    The guard is per file, not per person (domain.md, "Who works with it").
    """
    kept_apart = KEPT_APART.get(act, frozenset())
    for deed in application.standing_deeds:
        if deed.person == person and deed.act in kept_apart:
            raise Refused("application.four_eyes", act=act.value, earlier=deed.act.value, person=person)


def overall_result(application: Application) -> State:
    """Return what the decided lines make of the file: recognised, partly recognised or not recognised.

    Raises `Refused` ("application.undecided") while a live line has no decision.
    """
    results = [line.result for line in application.live_lines]
    if not results or None in results:
        raise Refused("application.undecided", application=application.application)
    if all(result is LineResult.NOT_RECOGNISED for result in results):
        return State.NOT_RECOGNISED
    if all(result is LineResult.RECOGNISED for result in results):
        return State.RECOGNISED
    return State.PARTLY_RECOGNISED
