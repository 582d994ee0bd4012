"""Which steps lead an application of the sample to the state that the plan wants, and on which days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from creditbank_desktop.app.sample.plan import ApplicationPlan
from creditbank_desktop.domain.states import State


class Step(StrEnum):
    """One thing done to an application, or by the central server's calendar."""

    DRAFT = "draft"
    SUBMIT = "submit"
    NOT_ACCEPT = "not_accept"
    ASK = "ask"
    LAPSE = "lapse"
    ACCEPT = "accept"
    START = "start"
    REVIEW = "review"
    EVALUATE = "evaluate"
    SECOND = "second"
    SIGN_HEAD = "sign_head"
    SIGN_DEAN = "sign_dean"
    APPROVE = "approve"
    PUBLISH = "publish"
    OBJECT = "object"
    PUBLICITY_OVER = "publicity_over"
    DELIVER = "deliver"
    POSTED = "posted"
    APPEAL = "appeal"
    ARCHIVE = "archive"
    RETURN = "return"
    WITHDRAW = "withdraw"
    REVOKE = "revoke"


SERVER_STEPS = frozenset({Step.PUBLICITY_OVER, Step.POSTED})
"""Steps that a sync brings about."""

DAY_OF: Mapping[Step, int] = MappingProxyType(
    {
        Step.DRAFT: 0,
        Step.SUBMIT: 0,
        Step.ACCEPT: 1,
        Step.NOT_ACCEPT: 2,
        Step.ASK: 2,
        Step.START: 3,
        Step.REVIEW: 5,
        Step.EVALUATE: 9,
        Step.RETURN: 11,
        Step.SECOND: 12,
        Step.SIGN_HEAD: 14,
        Step.SIGN_DEAN: 16,
        Step.WITHDRAW: 17,
        Step.APPROVE: 19,
        Step.PUBLISH: 21,
        Step.OBJECT: 23,
        Step.LAPSE: 40,
        Step.PUBLICITY_OVER: 40,
        Step.DELIVER: 42,
        Step.POSTED: 42,
        Step.APPEAL: 45,
        Step.ARCHIVE: 60,
        Step.REVOKE: 70,
    }
)
"""How many calendar days after the application came in."""

_TO_EVALUATION = (Step.SUBMIT, Step.ACCEPT, Step.START, Step.REVIEW)
_TO_SIGN_OFF = (*_TO_EVALUATION, Step.EVALUATE, Step.SECOND)
_TO_APPROVAL = (*_TO_SIGN_OFF, Step.SIGN_HEAD, Step.SIGN_DEAN)
_TO_PUBLICITY = (*_TO_APPROVAL, Step.APPROVE, Step.PUBLISH)
_TO_RESULT = (*_TO_PUBLICITY, Step.PUBLICITY_OVER)
_TO_POSTED = (*_TO_RESULT, Step.DELIVER, Step.POSTED)

ROADS: Mapping[State, tuple[Step, ...]] = MappingProxyType(
    {
        State.DRAFT: (Step.DRAFT,),
        State.PRE_ASSESSED: (Step.DRAFT,),
        State.RECEIVED: (Step.SUBMIT,),
        State.NOT_ACCEPTED: (Step.SUBMIT, Step.NOT_ACCEPT),
        State.SUPPLEMENT: (Step.SUBMIT, Step.ASK),
        State.LAPSED: (Step.SUBMIT, Step.ASK, Step.LAPSE),
        State.ACCEPTED: (Step.SUBMIT, Step.ACCEPT),
        State.MATERIAL_REVIEW: (Step.SUBMIT, Step.ACCEPT, Step.START),
        State.EVALUATION: _TO_EVALUATION,
        State.PANEL: (*_TO_EVALUATION, Step.EVALUATE),
        State.SIGN_OFF: _TO_SIGN_OFF,
        State.ACADEMIC_OFFICE: _TO_APPROVAL,
        State.PROPOSED: (*_TO_APPROVAL, Step.APPROVE),
        State.PUBLICITY: _TO_PUBLICITY,
        State.OBJECTION: (*_TO_PUBLICITY, Step.OBJECT),
        State.RECOGNISED: _TO_RESULT,
        State.PARTLY_RECOGNISED: _TO_RESULT,
        State.NOT_RECOGNISED: (*_TO_APPROVAL, Step.APPROVE),
        State.NOTIFIED: (*_TO_RESULT, Step.DELIVER),
        State.APPEAL: (*_TO_POSTED, Step.APPEAL),
        State.POSTED: _TO_POSTED,
        State.ARCHIVED: (*_TO_POSTED, Step.ARCHIVE),
        State.RETURNED: (*_TO_SIGN_OFF, Step.RETURN),
        State.WITHDRAWN: (*_TO_EVALUATION, Step.WITHDRAW),
        State.REVOKED: (*_TO_POSTED, Step.REVOKE),
    }
)
"""For every target state the steps that lead there; a second opinion only where the rules want one."""

LOOKED_AT = frozenset(
    {
        State.DRAFT,
        State.RECEIVED,
        State.ACCEPTED,
        State.MATERIAL_REVIEW,
        State.EVALUATION,
        State.PANEL,
        State.RETURNED,
    }
)
"""Where somebody will look at the papers; only these name their learner, the others share one scan."""

_SHOWN_NOW = frozenset({State.PUBLICITY, State.OBJECTION})


@dataclass(frozen=True, slots=True)
class Errand:
    """One step of one application on one day."""

    on: date
    plan: ApplicationPlan
    step: Step


def errands(plan: ApplicationPlan, today: date) -> Iterator[Errand]:
    """Return the steps of one application in order; none lies after ``today``.

    What is shown to the public now was published a few days ago, however long the file took before, and what
    is only notified was handed over today, so that it still waits for the next sync.
    """
    last = plan.received_on
    for step in ROADS[plan.target_state]:
        day = plan.received_on + timedelta(days=DAY_OF[step])
        if plan.target_state in _SHOWN_NOW and step in (Step.PUBLISH, Step.OBJECT):
            day = today - timedelta(days=3 if step is Step.PUBLISH else 1)
        if plan.target_state is State.NOTIFIED and step is Step.DELIVER:
            day = today
        last = min(max(day, last), today)
        yield Errand(last, plan, step)
