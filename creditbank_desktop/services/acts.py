"""What a person may do to a file now, and the checks that every act begins with."""

from __future__ import annotations

from creditbank_desktop.domain.applications import Application, check_four_eyes
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId, OperationId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import ACT_RULES, JUDGING, Act, State
from creditbank_desktop.models.reader import Reader

_SERVER_ONLY = frozenset({Act.POST, Act.END_PUBLICITY, Act.RECEIVE})
_RESUMED_BY = {State.MATERIAL_REVIEW: Act.REVIEW_MATERIALS, State.EVALUATION: Act.EVALUATE}


def load(reader: Reader, application: ApplicationId, revision: int | None = None) -> Application:
    """Return a file, at the ``revision`` that somebody saw if one is given.

    Raises `Refused`: "application.unknown", "application.changed" (revision, seen) when it was changed since.
    """
    found = reader.application(application)
    if found is None:
        raise Refused("application.unknown", application=application)
    if revision is not None and found.revision != revision:
        raise Refused("application.changed", revision=found.revision, seen=revision)
    return found


def possible_acts(application: Application, actor: Actor) -> frozenset[Act]:
    """Return the acts that state, roles and four eyes all allow this person now."""
    return frozenset(
        act for act in _within_reach(application, actor) if not earlier_act(application, act, actor)
    )


def kept_from(application: Application, actor: Actor) -> tuple[tuple[Act, Act], ...]:
    """Return the acts that only four eyes keep from this person, each with the earlier act in its way."""
    found = ((act, earlier_act(application, act, actor)) for act in _within_reach(application, actor))
    return tuple((act, earlier) for act, earlier in found if earlier is not None)


def earlier_act(application: Application, act: Act, actor: Actor) -> Act | None:
    """Return what this person did before on the file that keeps them from ``act``, None if nothing."""
    try:
        check_four_eyes(application, act, actor.person)
    except Refused as refused:
        return Act(str(refused.params["earlier"]))
    return None


def undoable(application: Application, actor: Actor) -> OperationId | None:
    """Return the operation that this person could take back, None if the last act is not theirs."""
    last = application.last_undoable()
    return last.operation if last is not None and last.person == actor.person else None


def signatures(application: Application) -> tuple[Act, ...]:
    """Return the signatures that stand since the last decision."""
    signed: list[Act] = []
    for deed in application.standing_deeds:
        if deed.act in (Act.SIGN_HEAD, Act.SIGN_DEAN):
            signed.append(deed.act)
        elif deed.act in JUDGING or deed.act is Act.RETURN:
            signed.clear()
    return tuple(signed)


def _within_reach(application: Application, actor: Actor) -> tuple[Act, ...]:
    return tuple(act for act in Act if _allows(application, act, actor))


def _allows(application: Application, act: Act, actor: Actor) -> bool:
    rule = ACT_RULES[act]
    if act in _SERVER_ONLY or application.state not in rule.since or rule.roles.isdisjoint(actor.roles):
        return False
    if application.state is State.RETURNED and act in _RESUMED_BY.values():
        return _RESUMED_BY.get(application.resume_to or State.DRAFT) is act
    if act in (Act.SIGN_HEAD, Act.SIGN_DEAN):
        return act not in signatures(application)
    if act is Act.UNDO:
        return undoable(application, actor) is not None
    return True
