"""What screens see of applications: rows of queues, deadlines, deeds, duplicates and suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.decisions import FREE_CREDITS, RuleReference, Target
from creditbank_desktop.domain.ids import (
    ApplicationId,
    LearnerId,
    LineId,
    OperationId,
    PersonId,
    ProgrammeCode,
)
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import Act, State


class SendState(StrEnum):
    """How far what was done here has travelled."""

    SAVED = "saved"
    SENT = "sent"
    REGISTERED = "registered"
    POSTED = "posted"
    IN_DOUBT = "in_doubt"


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of the step that a file is in, and how far away it is.

    ``working_days_left`` is negative when it is late; ``provisional`` past the end of the holiday table;
    ``file_on`` the day by which the whole file must be closed.
    """

    step: Step
    on: date
    working_days_left: int
    provisional: bool = False
    file_on: date | None = None
    file_is_late: bool = False

    @property
    def is_late(self) -> bool:
        """Return whether the step's last day has passed."""
        return self.working_days_left < 0


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application in a queue; ``learner_name`` is "" after disposal."""

    application: ApplicationId
    receipt_number: str
    learner: LearnerId
    learner_name: str
    student_number: str
    programme: ProgrammeCode
    state: State
    types: tuple[OutcomeType, ...]
    title: str
    lines: int
    received_on: date
    promised_on: date
    due: Due | None = None
    credits: Decimal | None = None
    revision: int = 1
    sent: SendState = SendState.SAVED


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What of a queue to show; empty fields do not narrow it.

    ``states`` empty means all states of that workplace; ``text`` matches receipt number, learner and title.
    """

    states: frozenset[State] = frozenset()
    types: frozenset[OutcomeType] = frozenset()
    programme: ProgrammeCode | None = None
    text: str = ""
    late_only: bool = False
    mine_possible_only: bool = False


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of a queue, oldest first; ``next_after`` goes into the next call, "" at the end.

    ``counts`` are of the whole queue by state, whatever the filter.
    """

    rows: tuple[ApplicationRow, ...]
    next_after: str = ""
    counts: Mapping[State, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return the files of the whole queue."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class DeedView:
    """One act on a file, with the person's name."""

    operation: OperationId
    act: Act
    person: PersonId
    person_name: str
    at: datetime
    before: State
    after: State
    reason: str = ""
    note: str = ""
    undone: bool = False
    by_server: bool = False


@dataclass(frozen=True, slots=True)
class DraftRow:
    """An unfinished intake: whose, about what, when last saved."""

    draft: str
    learner: LearnerId | None
    learner_name: str
    title: str
    saved_at: datetime


class DuplicateWhy(StrEnum):
    """What two outcomes have in common."""

    CERTIFICATE_NUMBER = "certificate_number"
    SAME_OUTCOME = "same_outcome"


@dataclass(frozen=True, slots=True)
class DuplicateView:
    """An outcome met before, for the panel that shows both side by side.

    ``blocks`` means that the file cannot be accepted while the other one lives (same learner); the same
    certificate number with another learner is shown and has to be confirmed.
    """

    line: LineId
    why: DuplicateWhy
    application: ApplicationId
    other_line: LineId
    receipt_number: str
    learner: LearnerId
    learner_name: str
    state: State
    title: str
    issuer: str
    issued_on: date | None
    evidence_number: str
    posted: bool = False
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class ConditionView:
    """One condition of a rule: its key, what it asks, what the outcome says, and whether it holds.

    ``key`` names the wording ("score_min", "level", …); ``wanted`` and ``actual`` are plain values as text.
    """

    key: str
    wanted: str
    actual: str
    holds: bool


@dataclass(frozen=True, slots=True)
class NearMissView:
    """A rule that did not fire and the conditions that it failed on."""

    rule: str
    clause: str
    failed: tuple[ConditionView, ...]
    clause_en: str = ""


@dataclass(frozen=True, slots=True)
class StepView:
    """One step from the rule's value to the credits suggested: "value", "rank", "most", "rounding", "family",
    "split", "target" or "cap", with what it looked at.
    """

    code: str
    before: Decimal
    after: Decimal
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """What the rules say about one outcome line.

    ``credits`` ZERO with ``rule`` None: no rule fits. ``cut_by`` is the key of the cap that lowered
    ``uncut_credits``. ``target`` is the course that the rule names or the applicant asked for. ``inputs`` are
    the conditions that the rule looked at, ``findings`` codes of what the rules noticed ("expired",
    "cap_reached", …), ``explanation`` the canonical JSON that enters the decision.
    """

    line: LineId
    credits: Decimal = ZERO
    uncut_credits: Decimal = ZERO
    rule: RuleReference | None = None
    rule_label: str = ""
    target: Target = FREE_CREDITS
    grade_text: str = ""
    counts_for_gpa: bool = False
    needs_second_opinion: bool = False
    needs_judgement: bool = False
    least_credits: Decimal | None = None
    most_credits: Decimal | None = None
    cut_by: str = ""
    missing_materials: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    inputs: tuple[ConditionView, ...] = ()
    near_misses: tuple[NearMissView, ...] = ()
    findings: tuple[str, ...] = ()
    steps: tuple[StepView, ...] = ()
    clause_en: str = ""
    explanation: str = ""

    @property
    def fits(self) -> bool:
        """Return whether a rule gives credit."""
        return self.rule is not None and self.credits > ZERO
