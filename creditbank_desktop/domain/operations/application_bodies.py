"""Operations about an application: every act of the state machine has its type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from creditbank_desktop.domain.applications import MissingMaterial, Proxy, RuleSetReference
from creditbank_desktop.domain.decisions import FREE_CREDITS, LineDecision, Target
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import (
    ApplicationId,
    EvidenceId,
    LearnerId,
    LineId,
    OperationId,
    ProgrammeCode,
)
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType
from creditbank_desktop.domain.states import State


@dataclass(frozen=True, slots=True)
class RequestedLine:
    """One outcome that recognition is asked for; its content stands in the personal part by line id."""

    line: LineId
    type: OutcomeType
    requested: Target = FREE_CREDITS


@dataclass(frozen=True, slots=True)
class ReceivedPersonal:
    """The outcomes by line id, the evidence, a proxy and a note."""

    outcomes: Mapping[str, Outcome]
    evidence: tuple[Evidence, ...] = ()
    proxy: Proxy | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationReceived:
    """An application was taken in at the counter; ``promised_on`` is printed on the receipt."""

    op_type: ClassVar[str] = "application.received"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[ReceivedPersonal]] = ReceivedPersonal
    application: ApplicationId
    learner: LearnerId
    programme: ProgrammeCode
    receipt_number: str
    promised_on: date
    lines: tuple[RequestedLine, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Free text about a person's file."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """Materials with their files."""

    evidence: tuple[Evidence, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceAdded:
    """Materials were added to a file that is not waiting for a supplement."""

    op_type: ClassVar[str] = "application.evidence_added"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[EvidenceList]] = EvidenceList
    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ApplicationAccepted:
    """The file is complete: the rule set version of this day is frozen into it."""

    op_type: ClassVar[str] = "application.accepted"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    rule_set: RuleSetReference
    silent: bool = False


@dataclass(frozen=True, slots=True)
class ApplicationNotAccepted:
    """The office does not take the case up (不予受理)."""

    op_type: ClassVar[str] = "application.not_accepted"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    reason: str


@dataclass(frozen=True, slots=True)
class SupplementRequested:
    """One notice names everything that is missing, with the last day."""

    op_type: ClassVar[str] = "application.supplement_requested"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    missing: tuple[MissingMaterial, ...]
    due_on: date


@dataclass(frozen=True, slots=True)
class SupplementExtended:
    """The last day was moved, once."""

    op_type: ClassVar[str] = "application.supplement_extended"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    due_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationSupplemented:
    """The missing materials came in; the file goes on where it was."""

    op_type: ClassVar[str] = "application.supplemented"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[EvidenceList]] = EvidenceList
    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ApplicationPartlySupplemented:
    """Some of the missing materials came in; the file goes on waiting for ``still_missing``."""

    op_type: ClassVar[str] = "application.partly_supplemented"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[EvidenceList]] = EvidenceList
    application: ApplicationId
    still_missing: tuple[MissingMaterial, ...]


@dataclass(frozen=True, slots=True)
class ApplicationLapsed:
    """The supplement did not come in time."""

    op_type: ClassVar[str] = "application.lapsed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ReviewStarted:
    """A material reviewer took the file up."""

    op_type: ClassVar[str] = "application.review_started"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId


@dataclass(frozen=True, slots=True)
class MaterialsReviewed:
    """The materials are complete and genuine; ``compared`` lists what was compared with its original."""

    op_type: ClassVar[str] = "application.materials_reviewed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    compared: tuple[EvidenceId, ...] = ()
    look_up_pending: tuple[LineId, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginalsCompared:
    """At the counter materials were compared with their originals, which went back at once."""

    op_type: ClassVar[str] = "application.originals_compared"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    compared: tuple[EvidenceId, ...]


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """The decision on one line; its texts are in the personal part under the same line id."""

    line: LineId
    decision: LineDecision


@dataclass(frozen=True, slots=True)
class DecisionTexts:
    """By line id: the free-text reason, and the rule engine's explanation as canonical JSON."""

    reason_texts: Mapping[str, str] = field(default_factory=dict)
    explanations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinesEvaluated:
    """The evaluator decided every live line."""

    op_type: ClassVar[str] = "application.evaluated"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[DecisionTexts]] = DecisionTexts
    application: ApplicationId
    lines: tuple[DecidedLine, ...]


@dataclass(frozen=True, slots=True)
class LinesEvaluatedAgain:
    """The second evaluator decided the lines that need a second opinion."""

    op_type: ClassVar[str] = "application.second_evaluated"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[DecisionTexts]] = DecisionTexts
    application: ApplicationId
    lines: tuple[DecidedLine, ...]


@dataclass(frozen=True, slots=True)
class PanelDecided:
    """A panel of at least three decided; the note holds the minutes."""

    op_type: ClassVar[str] = "application.panel_decided"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[DecisionTexts]] = DecisionTexts
    application: ApplicationId
    lines: tuple[DecidedLine, ...]
    members: tuple[str, ...]
    minutes_number: str = ""


class SignStage(StrEnum):
    """Whose signature it is."""

    HEAD = "head"
    DEAN = "dean"


@dataclass(frozen=True, slots=True)
class ApplicationSigned:
    """The head or the dean signed; ``batch`` groups what was signed together."""

    op_type: ClassVar[str] = "application.signed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    stage: SignStage
    batch: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationApproved:
    """The academic office approved the evaluated result."""

    op_type: ClassVar[str] = "application.approved"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    batch: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationReturned:
    """The file went back for another look; ``to`` is material_review or evaluation."""

    op_type: ClassVar[str] = "application.returned"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    to: State
    reason: str


@dataclass(frozen=True, slots=True)
class PublicityOpened:
    """The proposed result is shown to the public on these days, both inclusive."""

    op_type: ClassVar[str] = "application.published"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class ObjectionFiled:
    """Somebody objected during publicity."""

    op_type: ClassVar[str] = "application.objection_filed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    reason: str


@dataclass(frozen=True, slots=True)
class ObjectionSettled:
    """The objection was answered; upheld sends the file back to evaluation."""

    op_type: ClassVar[str] = "application.objection_settled"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    upheld: bool


@dataclass(frozen=True, slots=True)
class PublicityEnded:
    """The publicity period passed by the central clock without an open objection."""

    op_type: ClassVar[str] = "application.publicity_ended"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ResultDelivered:
    """The learner received the result; ``how`` is counter, post, electronic or public notice."""

    op_type: ClassVar[str] = "application.notified"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    delivered_on: date
    how: str
    notice_number: str = ""


@dataclass(frozen=True, slots=True)
class AppealFiled:
    """The learner asked for a re-check or appealed."""

    op_type: ClassVar[str] = "application.appeal_filed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    lines: tuple[LineId, ...] = ()


class AppealOutcome(StrEnum):
    """How an appeal ended."""

    UPHELD = "upheld"
    VARIED = "varied"
    SENT_BACK = "sent_back"


@dataclass(frozen=True, slots=True)
class AppealDecided:
    """The committee kept the decision, varied it (``lines``) or sent the file back to evaluation."""

    op_type: ClassVar[str] = "application.appeal_decided"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[DecisionTexts]] = DecisionTexts
    application: ApplicationId
    outcome: AppealOutcome
    lines: tuple[DecidedLine, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationArchived:
    """The file was sealed; ``seal`` is the hash of its manifest."""

    op_type: ClassVar[str] = "application.archived"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    seal: str
    retention_until: date | None = None


@dataclass(frozen=True, slots=True)
class ApplicationWithdrawn:
    """The learner withdrew the application before a decision."""

    op_type: ClassVar[str] = "application.withdrawn"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId


@dataclass(frozen=True, slots=True)
class LineWithdrawn:
    """The learner withdrew one outcome of the application; version 1 had no note."""

    op_type: ClassVar[str] = "application.line_withdrawn"
    op_version: ClassVar[int] = 2
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    line: LineId


@dataclass(frozen=True, slots=True)
class LineRestored:
    """Who withdrew an outcome took that back; ``undone`` is the operation that withdrew ``line``."""

    op_type: ClassVar[str] = "application.line_restored"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    line: LineId
    undone: OperationId


@dataclass(frozen=True, slots=True)
class ApplicationRevoked:
    """Recognition was revoked for fraud or error; the server posts the reversing entries."""

    op_type: ClassVar[str] = "application.revoked"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    reason: str


@dataclass(frozen=True, slots=True)
class ActUndone:
    """The author of the last act took it back."""

    op_type: ClassVar[str] = "application.act_undone"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    undone: OperationId


@dataclass(frozen=True, slots=True)
class PromiseMoved:
    """A late case was given a new date, in writing, with a reason."""

    op_type: ClassVar[str] = "application.promise_moved"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    application: ApplicationId
    promised_on: date
    reason: str


ApplicationBody = (
    ApplicationReceived
    | EvidenceAdded
    | OriginalsCompared
    | ApplicationAccepted
    | ApplicationNotAccepted
    | SupplementRequested
    | SupplementExtended
    | ApplicationSupplemented
    | ApplicationPartlySupplemented
    | ApplicationLapsed
    | ReviewStarted
    | MaterialsReviewed
    | LinesEvaluated
    | LinesEvaluatedAgain
    | PanelDecided
    | ApplicationSigned
    | ApplicationApproved
    | ApplicationReturned
    | PublicityOpened
    | ObjectionFiled
    | ObjectionSettled
    | PublicityEnded
    | ResultDelivered
    | AppealFiled
    | AppealDecided
    | ApplicationArchived
    | ApplicationWithdrawn
    | LineWithdrawn
    | LineRestored
    | ApplicationRevoked
    | ActUndone
    | PromiseMoved
)
