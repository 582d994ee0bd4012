"""What holds for every act on an account: whose it is, what is merged with it, what can be taken back."""

from __future__ import annotations

from decimal import Decimal

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.credits import ZERO, format_credits
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.learners import AccountState, Learner
from creditbank_desktop.domain.operations.envelope import Envelope, read_envelope
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.application_queries import ENDED_WITHOUT_CREDIT
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.pending import applications_of_person
from creditbank_desktop.services.views_learners import MergedAccount

_ENDED = frozenset({*ENDED_WITHOUT_CREDIT, State.POSTED, State.ARCHIVED})
TRANSFER = AccountState.TRANSFERRED.value


def check_own(reader: Reader, learner: Learner) -> None:
    """Raise `Refused` ("learner.other_office") for a learner whose record another office keeps."""
    if learner.office != reader.identity.office:
        raise Refused("learner.other_office", account=learner.account_number)


def merged_accounts(reader: Reader, learner: LearnerId) -> tuple[MergedAccount, ...]:
    """Return the accounts that were merged into that of ``learner``, each with its own balance."""
    found = []
    for record in reader.same_person(learner)[1:]:
        known, head = reader.learner(record), reader.account(record)
        if known is not None:
            found.append(MergedAccount(record, known.account_number, head.balance if head else ZERO))
    return tuple(found)


def balance_together(reader: Reader, learner: LearnerId) -> Decimal:
    """Return the posted credits of a person under every merged record."""
    heads = (reader.account(record) for record in reader.same_person(learner))
    return sum((head.balance for head in heads if head is not None), ZERO)


def undoable_act(reader: Reader, actor: Actor, learner: LearnerId) -> str:
    """Return the type of the last act on an account or on one merged into it, "" if it cannot be undone.

    It can while it is the actor's own and has not been sent; a transfer has its certificate and stays.
    """
    found = last_own_act(reader, actor, learner)
    return "" if found is None else found.type


def last_own_act(reader: Reader, actor: Actor, learner: LearnerId) -> Envelope | None:
    """Return the envelope of that act."""
    candidates = []
    for record in reader.same_person(learner):
        data = reader.unsent_account_act(record)
        if data is not None:
            candidates.append(read_envelope(data))
    if not candidates:
        return None
    last = max(candidates, key=lambda envelope: (envelope.header.at, envelope.header.operation))
    if last.header.person != actor.person or last.body.get("state") == TRANSFER:
        return None
    if not last.body.get("reason"):
        return None  # what took an act back has no reason, and is not taken back itself
    return last


def check_may_end(reader: Reader, learner: Learner, *, with_balance: bool) -> None:
    """Raise `Refused` if an account cannot end: files under way ("account.files_open": count), or, unless it
    takes its credits along, a balance ("account.has_balance": credits).
    """
    files = [file for file in applications_of_person(reader, learner.learner) if _is_under_way(file)]
    if files:
        raise Refused("account.files_open", count=len(files), receipt=files[0].receipt_number)
    balance = balance_together(reader, learner.learner)
    if balance and not with_balance:
        raise Refused("account.has_balance", credits=format_credits(balance))


def check_certifiable(reader: Reader, learner: Learner) -> None:
    """Raise `Refused` ("account.merged_credits": account) where credits lie in an account merged into this
    one: a certificate vouches for one chain.
    """
    for merged in merged_accounts(reader, learner.learner):
        if merged.balance:
            raise Refused("account.merged_credits", account=merged.account_number)


def _is_under_way(file: Application) -> bool:
    return file.state not in _ENDED
