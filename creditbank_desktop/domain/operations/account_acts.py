"""What becomes of accounts: frozen, closed, opened again, transferred, or brought from another office."""

from __future__ import annotations

from dataclasses import replace

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.learners import AccountState, Learner, LearnerProfile
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry, append
from creditbank_desktop.domain.operations.registry_bodies import LearnerBrought, LedgerBrought


def changed(learner: Learner, state: AccountState) -> Learner:
    """Return the learner with the account in ``state``.

    A closed account can only be opened again, a transferred one is gone for good: raises `Refused`
    "account.ended" (state).
    """
    before = learner.account_state
    ended = before in (AccountState.TRANSFERRED, AccountState.TAKEN_BACK)
    if before is AccountState.CLOSED:
        ended = state is not AccountState.OPEN
    if ended:
        raise Refused("account.ended", state=before.value)
    return replace(learner, account_state=state, revision=learner.revision + 1)


def brought(body: LearnerBrought, profile: LearnerProfile | None, present: Learner | None) -> Learner:
    """Return the record that the server brought, in place of the one that it brought before.

    Raises `Refused` "learner.exists" for a learner whom another office than ``body.home`` registered.
    """
    if present is not None and present.office != body.home:
        raise Refused("learner.exists", learner=body.learner)
    return Learner(
        learner=body.learner,
        office=body.home,
        programme=body.programme,
        intake_year=body.intake_year,
        class_name=body.class_name,
        account_number=body.account_number,
        account_state=body.account_state,
        opened_on=body.opened_on,
        profile=profile,
        alias_of=None if present is None else present.alias_of,
        revision=1 if present is None else present.revision + 1,
    )


def brought_entries(head: AccountHead, body: LedgerBrought) -> tuple[LedgerEntry | AccountHead, ...]:
    """Return the entries that are not here yet with the account's new end; none where all are.

    Raises `Refused` "ledger.broken_chain" (account, number) when they do not follow what is here.
    """
    fresh = tuple(entry for entry in body.entries if entry.number > head.entries)
    for entry in fresh:
        placed, head = append(head, entry)
        if placed != entry:
            raise Refused("ledger.broken_chain", account=body.account, number=entry.number)
    return (*fresh, head) if fresh else ()
