"""The ledger: entries chain, balances add up, corrections are reversals, tampering is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import EntryId, LearnerId, LineId, PersonId
from creditbank_desktop.domain.ledger import (
    AccountHead,
    EntryKind,
    LedgerEntry,
    append,
    entry_hash,
    first_broken,
    reversal,
    source_keys,
)
from creditbank_desktop.domain.outcomes import OutcomeType
from tests.domain.domain_worlds import DAY, MOMENT, example_outcome

ACCOUNT = LearnerId("learner")
amounts = st.integers(min_value=1, max_value=40).map(lambda halves: Decimal(halves) / 2)


def movement(name: str, credits: Decimal, kind: EntryKind = EntryKind.DEPOSIT) -> LedgerEntry:
    return LedgerEntry(
        entry=EntryId(name),
        account=ACCOUNT,
        number=0,
        kind=kind,
        credits=credits,
        effective_on=DAY,
        posted_by=PersonId("server"),
        posted_at=MOMENT,
        previous="",
    )


class LedgerMachine(RuleBasedStateMachine):
    """Deposits, expiries and reversals in any order."""

    deposits = Bundle("deposits")

    def __init__(self) -> None:
        super().__init__()
        self.head = AccountHead(ACCOUNT)
        self.entries: list[LedgerEntry] = []

    def add(self, entry: LedgerEntry) -> LedgerEntry | None:
        if self.head.balance + entry.credits < 0:
            with pytest.raises(Refused, match=r"ledger.negative"):
                append(self.head, entry)
            return None
        placed, self.head = append(self.head, entry)
        self.entries.append(placed)
        return placed

    @rule(target=deposits, amount=amounts)
    def deposit(self, amount: Decimal) -> LedgerEntry:
        placed = self.add(movement(f"e{len(self.entries)}", amount))
        assert placed is not None
        return placed

    @rule(amount=amounts)
    def expire(self, amount: Decimal) -> None:
        self.add(movement(f"e{len(self.entries)}", -amount, EntryKind.EXPIRE))

    @rule(entry=consumes(deposits))
    def reverse(self, entry: LedgerEntry) -> None:
        taken_back = reversal(entry, EntryId(f"e{len(self.entries)}"), PersonId("server"), MOMENT, DAY)
        placed = self.add(taken_back)
        if placed is not None:
            assert placed.reverses == entry.entry
            with pytest.raises(Refused, match="reversal_of_reversal"):
                reversal(placed, EntryId("x"), PersonId("server"), MOMENT, DAY)

    @invariant()
    def balance_is_the_sum_and_never_negative(self) -> None:
        assert self.head.balance == sum((entry.credits for entry in self.entries), Decimal(0))
        assert self.head.balance >= 0

    @invariant()
    def the_chain_is_whole_and_gapless(self) -> None:
        assert first_broken(ACCOUNT, self.entries) is None
        assert [entry.number for entry in self.entries] == list(range(1, len(self.entries) + 1))

    def teardown(self) -> None:
        """Tamper with the first, the middle and the last entry of the finished history."""
        for place in sorted(
            {0, len(self.entries) // 2, len(self.entries) - 1} & set(range(len(self.entries)))
        ):
            self.tampering_is_found(place)

    def tampering_is_found(self, place: int) -> None:
        entry = self.entries[place]
        tampered = list(self.entries)
        tampered[place] = replace(entry, credits=entry.credits + 1)
        assert first_broken(ACCOUNT, tampered) == place + 1
        if place + 1 < len(self.entries):
            rehashed = list(self.entries)
            changed = replace(entry, effective_on=entry.effective_on + timedelta(days=1))
            rehashed[place] = replace(changed, hash=entry_hash(changed))
            assert first_broken(ACCOUNT, rehashed) == place + 2
            assert first_broken(ACCOUNT, self.entries[:place] + self.entries[place + 1 :]) == place + 1


TestLedger = LedgerMachine.TestCase


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (movement("e", Decimal(0)), "ledger.zero"),
        (movement("e", Decimal(-1)), "ledger.sign"),
        (movement("e", Decimal(1), EntryKind.EXPIRE), "ledger.sign"),
        (replace(movement("e", Decimal(1)), valid_until=DAY - timedelta(days=1)), "ledger.validity"),
        (movement("e", Decimal(-1), EntryKind.ADJUST), "ledger.negative"),
        (replace(movement("e", Decimal(1)), account=LearnerId("other")), "ledger.other_account"),
    ],
)
def test_what_no_account_may_carry_is_refused(entry: LedgerEntry, code: str) -> None:
    with pytest.raises(Refused) as refused:
        append(AccountHead(ACCOUNT), entry)
    assert refused.value.code == code


def test_a_deposit_may_be_valid_for_a_day_and_is_taken_back_when_it_has_expired() -> None:
    """A deposit made by mistake can be reversed whatever its validity."""
    last_day = replace(movement("e", Decimal(1)), valid_until=movement("e", Decimal(1)).effective_on)
    placed, head = append(AccountHead(last_day.account), last_day)
    late = last_day.effective_on + timedelta(days=9)
    back = reversal(placed, EntryId("r"), placed.posted_by, placed.posted_at, late)
    assert append(head, back)[1].balance == 0


def test_an_outcome_is_known_again_by_number_and_by_title_and_date() -> None:
    outcome = example_outcome(OutcomeType.SKILL_CERTIFICATE)
    keys = source_keys(ACCOUNT, outcome, LineId("line"))
    renamed = replace(outcome, title="Another title", issued_on=None)
    renumbered = replace(outcome, evidence_number="Another number")
    assert set(source_keys(ACCOUNT, renamed, LineId("l2"))) < set(keys)
    assert set(keys) & set(source_keys(ACCOUNT, renumbered, LineId("l3")))
    assert not set(keys) & set(source_keys(LearnerId("someone else"), outcome, LineId("line")))
    nameless = replace(outcome, title="", evidence_number="", issued_on=None)
    assert source_keys(ACCOUNT, nameless, LineId("a")) != source_keys(ACCOUNT, nameless, LineId("b"))
