"""The credit ledger: entries that are only ever added, hash-chained per account."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import FREE_CREDITS, RuleReference, Target
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import (
    ApplicationId,
    EntryId,
    LearnerId,
    LineId,
    OperationId,
    PersonId,
    ProgrammeCode,
)
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType, duplicate_keys

GENESIS = "0" * 64


class EntryKind(StrEnum):
    """What a ledger entry does."""

    DEPOSIT = "deposit"
    CONVERT = "convert"
    EXPIRE = "expire"
    REVERSE = "reverse"
    ADJUST = "adjust"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One movement of an account; ``credits`` is signed, ``number`` counts from 1 without a gap within the
    account.

    ``source`` is the salted key of the outcome (see `source_keys`), ``reverses`` the entry taken back,
    ``valid_until`` the day after which deposited credits expire. ``hash`` covers every other field,
    ``previous`` included. ``server_sequence`` is the feed number under which the posting was made.
    """

    entry: EntryId
    account: LearnerId
    number: int
    kind: EntryKind
    credits: Decimal
    effective_on: date
    posted_by: PersonId
    posted_at: datetime
    previous: str
    hash: str = ""
    application: ApplicationId | None = None
    line: LineId | None = None
    outcome_type: OutcomeType | None = None
    source: str = ""
    target: Target = FREE_CREDITS
    programme: ProgrammeCode | None = None
    programme_version: int = 0
    grade_text: str = ""
    counts_for_gpa: bool = False
    rule: RuleReference | None = None
    decision: OperationId | None = None
    reverses: EntryId | None = None
    valid_until: date | None = None
    server_sequence: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class AccountHead:
    """Where an account's chain ends: entries so far, hash of the last, sum of all credits."""

    account: LearnerId
    entries: int = 0
    hash: str = GENESIS
    balance: Decimal = ZERO


def entry_hash(entry: LedgerEntry) -> str:
    """Return the SHA-256 (hexadecimal) over the canonical bytes of the entry without its own hash."""
    return hashlib.sha256(encode(replace(entry, hash=""))).hexdigest()


def source_keys(learner: LearnerId, outcome: Outcome, line: LineId) -> tuple[str, ...]:
    """Return the keys under which one outcome may be posted only once, salted with the learner so that they
    tell nothing.

    An outcome without number and date goes by its line.
    """
    keys = duplicate_keys(outcome) or (f"line|{line}",)
    return tuple(hashlib.sha256(f"{learner}|{key}".encode()).hexdigest() for key in keys)


def append(head: AccountHead, entry: LedgerEntry) -> tuple[LedgerEntry, AccountHead]:
    """Return ``entry`` numbered, chained and hashed behind ``head``, and the new head.

    Raises `Refused`: "ledger.negative" if the balance would fall below zero, "ledger.zero" for a movement of
    nothing, "ledger.sign" where the kind does not fit the sign, "ledger.validity" for a deposit that
    would have expired before it takes effect.
    """
    if entry.account != head.account:
        raise Refused("ledger.other_account")
    _check_sign(entry)
    _check_validity(entry)
    balance = head.balance + entry.credits
    if balance < ZERO:
        raise Refused("ledger.negative", balance=str(head.balance), credits=str(entry.credits))
    placed = replace(entry, number=head.entries + 1, previous=head.hash, hash="")
    sealed = replace(placed, hash=entry_hash(placed))
    return sealed, AccountHead(head.account, sealed.number, sealed.hash, balance)


def reversal(
    of: LedgerEntry, entry: EntryId, posted_by: PersonId, posted_at: datetime, effective_on: date
) -> LedgerEntry:
    """Return the entry that takes ``of`` back; it still has to be appended. A reversal cannot be reversed."""
    if of.kind is EntryKind.REVERSE:
        raise Refused("ledger.reversal_of_reversal", entry=of.entry)
    return replace(
        of,
        entry=entry,
        kind=EntryKind.REVERSE,
        credits=-of.credits,
        reverses=of.entry,
        posted_by=posted_by,
        posted_at=posted_at,
        effective_on=effective_on,
        previous="",
        hash="",
    )


def first_broken(account: LearnerId, entries: Iterable[LedgerEntry]) -> int | None:
    """Return the number of the first entry at which the chain of ``account`` does not hold, or None if it is
    whole.

    Takes the entries in order. A cut tail leaves a whole chain: compare the head with the server's.
    """
    head = AccountHead(account)
    for entry in entries:
        whole = (
            entry.account == account
            and entry.number == head.entries + 1
            and entry.previous == head.hash
            and entry.hash == entry_hash(entry)
        )
        if not whole:
            return head.entries + 1
        head = AccountHead(account, entry.number, entry.hash, head.balance + entry.credits)
    return None


def _check_sign(entry: LedgerEntry) -> None:
    if entry.credits == ZERO:
        raise Refused("ledger.zero")
    wrong = (entry.kind is EntryKind.DEPOSIT and entry.credits < ZERO) or (
        entry.kind is EntryKind.EXPIRE and entry.credits > ZERO
    )
    if wrong:
        raise Refused("ledger.sign", kind=entry.kind.value)


def _check_validity(entry: LedgerEntry) -> None:
    until = entry.valid_until
    if entry.kind is EntryKind.DEPOSIT and until is not None and until < entry.effective_on:
        raise Refused("ledger.validity", until=until.isoformat(), effective=entry.effective_on.isoformat())
