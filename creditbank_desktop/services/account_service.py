"""Accounts over time: frozen, opened again, closed, transferred, merged with that of the same person."""

from __future__ import annotations

from collections.abc import Callable

from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.learners import AccountState, Learner
from creditbank_desktop.domain.operations.registry_bodies import (
    AccountStateChanged,
    LearnerAliased,
    LearnerUnaliased,
)
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.account_acts import (
    balance_together,
    check_certifiable,
    check_may_end,
    check_own,
    last_own_act,
    undoable_act,
)
from creditbank_desktop.services.learner_forms import form_of
from creditbank_desktop.services.learner_search import hit_of
from creditbank_desktop.services.likeness import compared
from creditbank_desktop.services.pending import applications_of_person
from creditbank_desktop.services.reading import read_text
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_learners import AccountSide, Comparison, MetTwice
from creditbank_desktop.services.workroom import Workroom

MOST_GROUPS = 200


class AccountService:
    """Actions on whole accounts; every one takes a reason and stands in the audit trail."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def met_twice(self, actor: Actor) -> tuple[MetTwice, ...]:
        """Return pairs of records with the same identity document that are not merged, the older first."""

        def work(reader: Reader) -> tuple[MetTwice, ...]:
            curriculum = self._room.curriculum
            return tuple(
                MetTwice(hit_of(group[0], curriculum), hit_of(other, curriculum))
                for group in reader.met_twice(MOST_GROUPS)
                for other in group[1:]
            )

        return self._room.store.read(work)

    @permitted
    def compare(self, actor: Actor, one: LearnerId, other: LearnerId) -> Comparison:
        """Return two records side by side; raises `Refused` ("learner.unknown", "learner.same_record")."""

        def work(reader: Reader) -> Comparison:
            left, right = _canonical(reader, one), _canonical(reader, other)
            if left.learner == right.learner:
                raise Refused("learner.same_record", account=left.account_number)
            for learner in (left, right):
                self._room.store.readings.note(actor, "learner.read", ("learner", learner.learner))
            facts = compared(form_of(left), right)
            return Comparison(self._side(reader, left), self._side(reader, right), facts)

        return self._room.store.read(work)

    @permitted
    def merge(self, actor: Actor, stays: LearnerId, goes: LearnerId, reason: str) -> OpResult[None]:
        """Let ``goes`` be the same person as ``stays``; the numbers of both find ``stays`` from then on.

        What was merged into ``goes`` before goes along. Raises `Problems` without a reason, and `Refused`:
        "learner.unknown", "learner.same_record", "learner.other_office" (another office keeps the record of
        ``goes``), "account.ended" when the account that stays has ended, "learner.alias_chain".
        """
        said = _reason(reason)

        def work(unit: UnitOfWork) -> None:
            kept, gone = _canonical(unit, stays), _canonical(unit, goes)
            if kept.learner == gone.learner:
                raise Refused("learner.same_record", account=kept.account_number)
            check_own(unit, gone)
            if kept.account_state in (AccountState.CLOSED, AccountState.TRANSFERRED):
                raise Refused("account.ended", state=kept.account_state.value)
            followers = unit.same_person(gone.learner)[1:]
            for follower in followers:
                unit.record(actor, LearnerUnaliased(follower, said))
            unit.record(actor, LearnerAliased(gone.learner, kept.learner, said))
            for follower in followers:
                unit.record(actor, LearnerAliased(follower, kept.learner, said))

        written = self._room.store.write(work)
        return OpResult(None, written.changes | {("learner", stays), ("learner", goes)})

    @permitted
    def unmerge(self, actor: Actor, learner: LearnerId, reason: str) -> OpResult[None]:
        """Part ``learner`` from the record that it was merged into.

        Raises `Problems` without a reason and `Refused` ("learner.unknown", "learner.not_aliased").
        """
        said = _reason(reason)
        written = self._room.store.write(
            lambda unit: unit.record(actor, LearnerUnaliased(_known(unit, learner).learner, said))
        )
        return OpResult(None, written.changes)

    @permitted
    def freeze(self, actor: Actor, learner: LearnerId, reason: str) -> OpResult[None]:
        """Let nothing be applied for in an account for now; what is under way goes on.

        Raises `Problems` without a reason; `Refused`: "learner.other_office", "account.wrong_state" (state),
        "account.ended" (state).
        """
        return self._change(actor, learner, AccountState.FROZEN, reason, _only_open)

    @permitted
    def reopen(self, actor: Actor, learner: LearnerId, reason: str) -> OpResult[None]:
        """Open a frozen or closed account again; raises as `freeze`."""
        return self._change(actor, learner, AccountState.OPEN, reason, _only_shut)

    @permitted
    def close(self, actor: Actor, learner: LearnerId, reason: str) -> OpResult[None]:
        """End an account that holds nothing.

        Whoever still has credits loses them by nothing but a transfer. Raises as `freeze`, and `Refused`
        "account.files_open" (count, receipt) and "account.has_balance" (credits).
        """

        def check(reader: Reader, found: Learner) -> None:
            _not_ended(reader, found)
            check_may_end(reader, found, with_balance=False)

        return self._change(actor, learner, AccountState.CLOSED, reason, check)

    @permitted
    def transfer_out(self, actor: Actor, learner: LearnerId, destination: str, reason: str) -> OpResult[None]:
        """End an account whose credits go to another house, which gets a certificate; it cannot be undone.

        Raises as `freeze` (also for an empty ``destination``), and `Refused` "account.files_open" and
        "account.merged_credits" (account).
        """
        house = destination.strip()
        missing = () if house else (Problem("field.required", "destination"),)
        try:
            _reason(reason)
        except Problems as found:
            raise Problems((*missing, *found.problems)) from None
        if missing:
            raise Problems(missing)

        def check(reader: Reader, found: Learner) -> None:
            _not_ended(reader, found)
            check_may_end(reader, found, with_balance=True)
            check_certifiable(reader, found)

        house = read_text(house, "destination")
        return self._change(actor, learner, AccountState.TRANSFERRED, reason, check, house)

    @permitted
    def undoable(self, actor: Actor, learner: LearnerId) -> str:
        """Return the type of the account's last act while the actor can take it back, "" for none."""
        return self._room.store.read(lambda reader: undoable_act(reader, actor, learner))

    @permitted
    def undo(self, actor: Actor, learner: LearnerId) -> OpResult[None]:
        """Take the actor's last act on an account back as long as it was not sent.

        Raises `Refused` ("undo.nothing").
        """

        def work(unit: UnitOfWork) -> None:
            last = last_own_act(unit, actor, learner)
            if last is None:
                raise Refused("undo.nothing", learner=learner)
            subject = LearnerId(str(last.body["learner"]))
            if last.type == LearnerAliased.op_type:
                unit.record(actor, LearnerUnaliased(subject))
            elif last.type == LearnerUnaliased.op_type:
                unit.record(actor, LearnerAliased(subject, _merged_before(unit, subject)))
            else:
                unit.record(actor, AccountStateChanged(subject, unit.account_state_before(subject)))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    def _change(
        self,
        actor: Actor,
        learner: LearnerId,
        state: AccountState,
        reason: str,
        check: Callable[[Reader, Learner], None],
        destination: str = "",
    ) -> OpResult[None]:
        said = _reason(reason)

        def work(unit: UnitOfWork) -> None:
            found = _canonical(unit, learner)
            check_own(unit, found)
            check(unit, found)
            unit.record(actor, AccountStateChanged(found.learner, state, said, destination))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    def _side(self, reader: Reader, learner: Learner) -> AccountSide:
        room = self._room
        return AccountSide(
            hit=hit_of(learner, room.curriculum),
            state=learner.account_state,
            opened_on=learner.opened_on,
            balance=balance_together(reader, learner.learner),
            files=len(applications_of_person(reader, learner.learner)),
            is_of_other_office=learner.office != reader.identity.office,
        )


def _reason(text: str) -> str:
    if not text.strip():
        raise Problems([Problem("field.required", "reason")])
    return read_text(text, "reason")


def _known(reader: Reader, learner: LearnerId) -> Learner:
    found = reader.learner(learner)
    if found is None:
        raise Refused("learner.unknown", learner=learner)
    return found


def _canonical(reader: Reader, learner: LearnerId) -> Learner:
    found = _known(reader, learner)
    return found if found.alias_of is None else _known(reader, found.alias_of)


def _merged_before(reader: Reader, learner: LearnerId) -> LearnerId:
    into = reader.merged_into_before(learner)
    if into is None:
        raise Refused("undo.nothing", learner=learner)
    return into


def _only_open(_reader: Reader, learner: Learner) -> None:
    if learner.account_state is not AccountState.OPEN:
        raise Refused("account.wrong_state", state=learner.account_state.value)


def _only_shut(_reader: Reader, learner: Learner) -> None:
    if learner.account_state not in (AccountState.FROZEN, AccountState.CLOSED):
        raise Refused("account.wrong_state", state=learner.account_state.value)


def _not_ended(_reader: Reader, learner: Learner) -> None:
    if learner.account_state in (AccountState.CLOSED, AccountState.TRANSFERRED):
        raise Refused("account.ended", state=learner.account_state.value)
