"""What reviewers, evaluators and signatories see of a file, and the verdicts they give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditbank_desktop.domain.applications import Application, OutcomeLine
from creditbank_desktop.domain.decisions import FREE_CREDITS, LineResult, Target
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, LineId, OperationId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.views_applications import DeedView, Due, DuplicateView, SuggestionView
from creditbank_desktop.services.views_learners import CourseView, ProgrammeView


@dataclass(frozen=True, slots=True)
class PrecedentView:
    """How a like outcome was decided before."""

    application: ApplicationId
    receipt_number: str
    title: str
    issuer: str
    level: str
    result: LineResult
    credits: Decimal
    target: Target
    reason_codes: tuple[str, ...]
    decided_on: date | None
    programme: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One outcome line of a case with what helps to judge it."""

    line: OutcomeLine
    suggestion: SuggestionView
    precedents: tuple[PrecedentView, ...] = ()
    duplicates: tuple[DuplicateView, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A file as it stood at ``revision``; give the revision back with every act.

    ``possible`` are the acts that this person may do now (state, roles and four eyes all allow them);
    ``kept_from`` the acts that only four eyes forbids, with the earlier act. ``undoable`` is the
    operation that this person can take back.
    """

    application: Application
    revision: int
    learner: Learner
    programme: ProgrammeView | None
    due: Due | None
    lines: tuple[CaseLine, ...]
    targets: tuple[CourseView, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    deeds: tuple[DeedView, ...] = ()
    possible: frozenset[Act] = frozenset()
    kept_from: tuple[tuple[Act, Act], ...] = ()
    undoable: OperationId | None = None
    rule_set_title_zh: str = ""
    rule_set_title_en: str = ""
    rule_set_is_stale: bool = False


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """The decision on one line as typed.

    ``credits`` is text; ``reason_codes`` come from `services.phrase_book`; they are needed when result,
    credits or target depart from the suggestion.
    """

    line: LineId
    result: LineResult
    credits: str = "0"
    target: Target = FREE_CREDITS
    grade_text: str = ""
    counts_for_gpa: bool = False
    reason_codes: tuple[str, ...] = ()
    reason_text: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """Where a decision led: the file's new state and revision, and the next file of the queue, if any."""

    application: ApplicationId
    state: State
    revision: int
    operation: OperationId
    next_application: ApplicationId | None = None


@dataclass(frozen=True, slots=True)
class SigningRow:
    """One file waiting for a signature or an approval, with what is to be signed."""

    application: ApplicationId
    receipt_number: str
    learner: LearnerId
    learner_name: str
    programme: str
    result: State
    credits: Decimal
    titles: tuple[str, ...]
    due: Due | None
    signed: tuple[Act, ...] = ()
    kept_from: Act | None = None
    departs: bool = False
    revision: int = 1


@dataclass(frozen=True, slots=True)
class PublicityRow:
    """One line of the public list: nothing in it identifies a person fully."""

    application: ApplicationId
    masked_name: str
    masked_student_number: str
    programme: str
    type: OutcomeType
    title: str
    target: Target
    target_name_zh: str
    target_name_en: str
    credits: Decimal
    from_on: date | None = None
    to_on: date | None = None
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """The publicity period that was opened."""

    application: ApplicationId
    from_on: date
    to_on: date
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class PanelForm:
    """A panel's decision: verdicts, at least three members by name, and the number of the minutes."""

    verdicts: tuple[LineVerdict, ...]
    members: tuple[str, ...]
    minutes_number: str = ""
