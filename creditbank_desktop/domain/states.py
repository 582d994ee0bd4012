"""The states of an application, the acts that lead from one to the next, and who may do them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.people import Role


class State(StrEnum):
    """Where an application stands (domain.md, "States of an application")."""

    DRAFT = "draft"
    PRE_ASSESSED = "pre_assessed"
    RECEIVED = "received"
    NOT_ACCEPTED = "not_accepted"
    SUPPLEMENT = "supplement"
    LAPSED = "lapsed"
    ACCEPTED = "accepted"
    MATERIAL_REVIEW = "material_review"
    EVALUATION = "evaluation"
    PANEL = "panel"
    SIGN_OFF = "sign_off"
    ACADEMIC_OFFICE = "academic_office"
    PROPOSED = "proposed"
    PUBLICITY = "publicity"
    OBJECTION = "objection"
    RECOGNISED = "recognised"
    PARTLY_RECOGNISED = "partly_recognised"
    NOT_RECOGNISED = "not_recognised"
    NOTIFIED = "notified"
    APPEAL = "appeal"
    POSTED = "posted"
    ARCHIVED = "archived"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"


class Act(StrEnum):
    """What was done to an application; each is one operation type."""

    RECEIVE = "receive"
    ADD_EVIDENCE = "add_evidence"
    COMPARE_ORIGINALS = "compare_originals"
    ACCEPT = "accept"
    NOT_ACCEPT = "not_accept"
    REQUEST_SUPPLEMENT = "request_supplement"
    EXTEND_SUPPLEMENT = "extend_supplement"
    SUPPLEMENT = "supplement"
    SUPPLEMENT_PARTLY = "supplement_partly"
    LAPSE = "lapse"
    START_REVIEW = "start_review"
    REVIEW_MATERIALS = "review_materials"
    EVALUATE = "evaluate"
    EVALUATE_SECOND = "evaluate_second"
    DECIDE_PANEL = "decide_panel"
    SIGN_HEAD = "sign_head"
    SIGN_DEAN = "sign_dean"
    APPROVE = "approve"
    RETURN = "return"
    PUBLISH = "publish"
    FILE_OBJECTION = "file_objection"
    SETTLE_OBJECTION = "settle_objection"
    END_PUBLICITY = "end_publicity"
    NOTIFY = "notify"
    FILE_APPEAL = "file_appeal"
    DECIDE_APPEAL = "decide_appeal"
    POST = "post"
    ARCHIVE = "archive"
    WITHDRAW = "withdraw"
    WITHDRAW_LINE = "withdraw_line"
    REVOKE = "revoke"
    UNDO = "undo"
    MOVE_PROMISE = "move_promise"
    DISPOSE_SCANS = "dispose_scans"


BEFORE_DECISION = frozenset(
    {
        State.RECEIVED,
        State.SUPPLEMENT,
        State.ACCEPTED,
        State.MATERIAL_REVIEW,
        State.EVALUATION,
        State.PANEL,
        State.SIGN_OFF,
        State.ACADEMIC_OFFICE,
        State.PROPOSED,
        State.PUBLICITY,
        State.OBJECTION,
        State.RETURNED,
    }
)
"""States in which the learner may still withdraw."""

DECIDED = frozenset({State.RECOGNISED, State.PARTLY_RECOGNISED, State.NOT_RECOGNISED})
ENDED = frozenset({State.NOT_ACCEPTED, State.LAPSED, State.ARCHIVED, State.WITHDRAWN, State.REVOKED})


@dataclass(frozen=True, slots=True)
class Rule:
    """From which states an act may be done, to which it may lead, and by whom.

    ``to`` empty means that the act leaves the state as it is. ``needs_central_clock`` acts take effect on
    sync.
    """

    since: frozenset[State]
    to: frozenset[State]
    roles: frozenset[Role]
    needs_central_clock: bool = False


def _rule(
    since: State | Iterable[State], to: State | Iterable[State], *roles: Role, central: bool = False
) -> Rule:
    def states(value: State | Iterable[State]) -> frozenset[State]:
        return frozenset({value}) if isinstance(value, State) else frozenset(value)

    return Rule(states(since), states(to), frozenset(roles), central)


_S = State
_SERVER = Role.CENTRAL_SERVER
_EVALUATORS = (Role.EVALUATOR, Role.CHIEF_EVALUATOR)

ACT_RULES: Mapping[Act, Rule] = MappingProxyType(
    {
        Act.RECEIVE: _rule((_S.DRAFT, _S.PRE_ASSESSED), _S.RECEIVED, Role.CLERK),
        Act.ADD_EVIDENCE: _rule(
            (_S.RECEIVED, _S.SUPPLEMENT, _S.ACCEPTED, _S.MATERIAL_REVIEW),
            (),
            Role.CLERK,
            Role.MATERIAL_REVIEWER,
        ),
        Act.COMPARE_ORIGINALS: _rule(
            (_S.RECEIVED, _S.SUPPLEMENT, _S.ACCEPTED, _S.MATERIAL_REVIEW),
            (),
            Role.CLERK,
            Role.MATERIAL_REVIEWER,
        ),
        Act.ACCEPT: _rule(_S.RECEIVED, _S.ACCEPTED, Role.CLERK, _SERVER),
        Act.NOT_ACCEPT: _rule(_S.RECEIVED, _S.NOT_ACCEPTED, Role.CLERK),
        Act.REQUEST_SUPPLEMENT: _rule(
            (_S.RECEIVED, _S.ACCEPTED, _S.MATERIAL_REVIEW, _S.EVALUATION),
            _S.SUPPLEMENT,
            Role.CLERK,
            Role.MATERIAL_REVIEWER,
            *_EVALUATORS,
        ),
        Act.EXTEND_SUPPLEMENT: _rule(_S.SUPPLEMENT, (), Role.CLERK, Role.MATERIAL_REVIEWER),
        Act.SUPPLEMENT: _rule(
            _S.SUPPLEMENT, (_S.RECEIVED, _S.ACCEPTED, _S.MATERIAL_REVIEW, _S.EVALUATION), Role.CLERK
        ),
        Act.SUPPLEMENT_PARTLY: _rule(_S.SUPPLEMENT, (), Role.CLERK),
        Act.LAPSE: _rule(_S.SUPPLEMENT, _S.LAPSED, Role.CLERK, _SERVER),
        Act.START_REVIEW: _rule(_S.ACCEPTED, _S.MATERIAL_REVIEW, Role.MATERIAL_REVIEWER),
        Act.REVIEW_MATERIALS: _rule(
            (_S.ACCEPTED, _S.MATERIAL_REVIEW, _S.RETURNED), _S.EVALUATION, Role.MATERIAL_REVIEWER
        ),
        Act.EVALUATE: _rule((_S.EVALUATION, _S.RETURNED), (_S.PANEL, _S.SIGN_OFF), *_EVALUATORS),
        Act.EVALUATE_SECOND: _rule(_S.PANEL, (_S.PANEL, _S.SIGN_OFF), Role.PANEL_MEMBER, *_EVALUATORS),
        Act.DECIDE_PANEL: _rule(_S.PANEL, _S.SIGN_OFF, Role.PANEL_MEMBER, Role.CHIEF_EVALUATOR),
        Act.SIGN_HEAD: _rule(_S.SIGN_OFF, (_S.SIGN_OFF, _S.ACADEMIC_OFFICE), Role.DEPARTMENT_HEAD),
        Act.SIGN_DEAN: _rule(_S.SIGN_OFF, (_S.SIGN_OFF, _S.ACADEMIC_OFFICE), Role.DEAN),
        Act.APPROVE: _rule(
            _S.ACADEMIC_OFFICE, (_S.PROPOSED, _S.NOT_RECOGNISED), Role.ACADEMIC_OFFICE, central=True
        ),
        Act.RETURN: _rule(
            (_S.EVALUATION, _S.PANEL, _S.SIGN_OFF, _S.ACADEMIC_OFFICE, _S.PROPOSED),
            _S.RETURNED,
            *_EVALUATORS,
            Role.DEPARTMENT_HEAD,
            Role.DEAN,
            Role.ACADEMIC_OFFICE,
        ),
        Act.PUBLISH: _rule(_S.PROPOSED, _S.PUBLICITY, Role.ACADEMIC_OFFICE, central=True),
        Act.FILE_OBJECTION: _rule(_S.PUBLICITY, _S.OBJECTION, Role.CLERK, Role.ACADEMIC_OFFICE),
        Act.SETTLE_OBJECTION: _rule(
            _S.OBJECTION, (_S.PUBLICITY, _S.RETURNED), Role.MATERIAL_REVIEWER, *_EVALUATORS
        ),
        Act.END_PUBLICITY: _rule(_S.PUBLICITY, (_S.RECOGNISED, _S.PARTLY_RECOGNISED), _SERVER, central=True),
        Act.NOTIFY: _rule(DECIDED, _S.NOTIFIED, Role.CLERK),
        Act.FILE_APPEAL: _rule((_S.NOTIFIED, _S.POSTED), _S.APPEAL, Role.CLERK, Role.APPEAL_COMMITTEE),
        Act.DECIDE_APPEAL: _rule(_S.APPEAL, (_S.NOTIFIED, _S.POSTED, _S.RETURNED), Role.APPEAL_COMMITTEE),
        Act.POST: _rule((_S.NOTIFIED, _S.APPEAL), (_S.POSTED, _S.APPEAL), _SERVER, central=True),
        Act.ARCHIVE: _rule(
            (_S.POSTED, _S.NOTIFIED, _S.NOT_ACCEPTED, _S.LAPSED, _S.WITHDRAWN, _S.REVOKED),
            _S.ARCHIVED,
            Role.ARCHIVIST,
        ),
        Act.WITHDRAW: _rule(BEFORE_DECISION, _S.WITHDRAWN, Role.CLERK),
        Act.WITHDRAW_LINE: _rule(BEFORE_DECISION, (), Role.CLERK),
        Act.REVOKE: _rule(
            (*DECIDED, _S.NOTIFIED, _S.POSTED, _S.APPEAL, _S.ARCHIVED),
            _S.REVOKED,
            Role.ACADEMIC_OFFICE,
            central=True,
        ),
        Act.UNDO: _rule(
            (*BEFORE_DECISION, _S.WITHDRAWN),
            BEFORE_DECISION,
            Role.CLERK,
            Role.MATERIAL_REVIEWER,
            *_EVALUATORS,
            Role.PANEL_MEMBER,
            Role.DEPARTMENT_HEAD,
            Role.DEAN,
        ),
        Act.MOVE_PROMISE: _rule(BEFORE_DECISION, (), Role.CLERK, Role.ACADEMIC_OFFICE),
        Act.DISPOSE_SCANS: _rule(ENDED, (), Role.ARCHIVIST),
    }
)

UNDOABLE = frozenset(
    {
        Act.ACCEPT,
        Act.REQUEST_SUPPLEMENT,
        Act.REVIEW_MATERIALS,
        Act.EVALUATE,
        Act.EVALUATE_SECOND,
        Act.SIGN_HEAD,
        Act.SIGN_DEAN,
        Act.WITHDRAW,
        Act.WITHDRAW_LINE,
    }
)
"""Acts that their own author may take back while nothing followed them."""

JUDGING = frozenset({Act.REVIEW_MATERIALS, Act.EVALUATE, Act.EVALUATE_SECOND, Act.DECIDE_PANEL})
SIGNING = frozenset({Act.SIGN_HEAD, Act.SIGN_DEAN, Act.APPROVE})

KEPT_APART: Mapping[Act, frozenset[Act]] = MappingProxyType(
    {
        Act.REVIEW_MATERIALS: frozenset(),
        Act.EVALUATE: frozenset({Act.RECEIVE, Act.REVIEW_MATERIALS}),
        Act.EVALUATE_SECOND: frozenset({Act.RECEIVE, Act.REVIEW_MATERIALS, Act.EVALUATE}),
        Act.DECIDE_PANEL: frozenset({Act.RECEIVE, Act.REVIEW_MATERIALS}),
        Act.SIGN_HEAD: frozenset({Act.RECEIVE, *JUDGING, Act.SIGN_DEAN, Act.APPROVE}),
        Act.SIGN_DEAN: frozenset({Act.RECEIVE, *JUDGING, Act.SIGN_HEAD, Act.APPROVE}),
        Act.APPROVE: frozenset({Act.RECEIVE, *JUDGING, Act.SIGN_HEAD, Act.SIGN_DEAN}),
        Act.SETTLE_OBJECTION: frozenset({*JUDGING, *SIGNING}),
        Act.DECIDE_APPEAL: frozenset({*JUDGING, *SIGNING, Act.SETTLE_OBJECTION}),
    }
)
"""Four eyes: who did one of the acts on the right on a file must not do the one on the left on it."""


def check_move(act: Act, state: State) -> None:
    """Raise `Refused` ("application.wrong_state") if ``act`` cannot be done in ``state``."""
    if state not in ACT_RULES[act].since:
        raise Refused("application.wrong_state", act=act.value, state=state.value)


def check_roles(act: Act, roles: frozenset[Role]) -> None:
    """Raise `Refused` ("actor.role_missing") if none of ``roles`` allows ``act``."""
    if ACT_RULES[act].roles.isdisjoint(roles):
        raise Refused("actor.role_missing", act=act.value)
