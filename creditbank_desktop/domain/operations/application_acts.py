"""What an act on an application is called, and what it may change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.operations import application_bodies as bodies
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.states import Act, State


@dataclass(frozen=True, slots=True)
class Change:
    """The fields that an act changes and the state it leads to (None: it stays)."""

    application: Application
    state: State | None = None
    reason: str = ""
    note: str = ""


Changing = Callable[[Application, Operation], Change]
"""How an application changes by an operation; raises `Refused` where the act is not allowed on it."""


def act_of(body: bodies.ApplicationBody) -> Act:
    """Return the act that an operation with this body is."""
    if isinstance(body, bodies.ApplicationSigned):
        return Act.SIGN_HEAD if body.stage is bodies.SignStage.HEAD else Act.SIGN_DEAN
    return _ACTS[type(body)]


def note_of(operation: Operation) -> str:
    """Return the free text of an operation, empty where there is none."""
    return operation.personal.text if isinstance(operation.personal, bodies.Note) else ""


_ACTS: Mapping[type, Act] = MappingProxyType(
    {
        bodies.EvidenceAdded: Act.ADD_EVIDENCE,
        bodies.OriginalsCompared: Act.COMPARE_ORIGINALS,
        bodies.ApplicationAccepted: Act.ACCEPT,
        bodies.ApplicationNotAccepted: Act.NOT_ACCEPT,
        bodies.SupplementRequested: Act.REQUEST_SUPPLEMENT,
        bodies.SupplementExtended: Act.EXTEND_SUPPLEMENT,
        bodies.ApplicationSupplemented: Act.SUPPLEMENT,
        bodies.ApplicationPartlySupplemented: Act.SUPPLEMENT_PARTLY,
        bodies.ApplicationLapsed: Act.LAPSE,
        bodies.ReviewStarted: Act.START_REVIEW,
        bodies.MaterialsReviewed: Act.REVIEW_MATERIALS,
        bodies.LinesEvaluated: Act.EVALUATE,
        bodies.LinesEvaluatedAgain: Act.EVALUATE_SECOND,
        bodies.PanelDecided: Act.DECIDE_PANEL,
        bodies.ApplicationApproved: Act.APPROVE,
        bodies.ApplicationReturned: Act.RETURN,
        bodies.PublicityOpened: Act.PUBLISH,
        bodies.ObjectionFiled: Act.FILE_OBJECTION,
        bodies.ObjectionSettled: Act.SETTLE_OBJECTION,
        bodies.PublicityEnded: Act.END_PUBLICITY,
        bodies.ResultDelivered: Act.NOTIFY,
        bodies.AppealFiled: Act.FILE_APPEAL,
        bodies.AppealDecided: Act.DECIDE_APPEAL,
        bodies.ApplicationArchived: Act.ARCHIVE,
        bodies.ApplicationWithdrawn: Act.WITHDRAW,
        bodies.LineWithdrawn: Act.WITHDRAW_LINE,
        bodies.LineRestored: Act.UNDO,
        bodies.ApplicationRevoked: Act.REVOKE,
        bodies.ActUndone: Act.UNDO,
        bodies.PromiseMoved: Act.MOVE_PROMISE,
    }
)
