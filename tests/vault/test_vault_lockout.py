"""The growing delay: it survives a restart, and no wall clock shortens or lengthens it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.vault.keyring import Around, Keyring
from creditbank_desktop.vault.lockout import Failures, delay_seconds, wait_seconds
from tests.vault.test_vault_keyring import CHEAP, CLERK, GOOD, OTHER, SetClock

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


@dataclass
class SetRunning:
    """A running clock that stands until it is moved."""

    run: str = "first"
    at_ms: int = 3_600_000

    def boot(self) -> str:
        return self.run

    def milliseconds(self) -> int:
        return self.at_ms


def test_five_wrong_passphrases_delay_longer_each_time_also_after_a_restart(tmp_path):
    clock, running = SetClock(), SetRunning()
    path = tmp_path / "keyring.json"
    around = Around(running)
    Keyring.create(path, "store-1", CLERK, clock, CHEAP, around)
    waits = []
    for _ in range(5):
        keyring = Keyring.open(path, clock, CHEAP, around)
        with pytest.raises(Refused, match="wrong_passphrase"):
            keyring.unlock("clerk", OTHER)
        waits.append(Keyring.open(path, clock, CHEAP, around).wait_seconds("clerk"))
        running.at_ms += 1000 * waits[-1]
    assert waits == [0, 0, 0, 2, 4]
    assert Keyring.open(path, clock, CHEAP, around).unlock("clerk", GOOD).person_id == "p-clerk"
    assert Keyring.open(path, clock, CHEAP, around).wait_seconds("clerk") == 0


@pytest.mark.parametrize(
    "shift", [timedelta(days=-4000), timedelta(days=-1), timedelta(days=1), timedelta(days=4000)]
)
def test_a_wall_clock_that_is_set_changes_nothing(tmp_path, shift):
    clock, running = SetClock(), SetRunning()
    path = tmp_path / "keyring.json"
    created = Keyring.create(path, "store-1", CLERK, clock, CHEAP, Around(running))
    for _ in range(4):
        with pytest.raises(Refused, match="wrong_passphrase"):
            created.keyring.unlock("clerk", OTHER)
    clock.moment += shift
    assert Keyring.open(path, clock, CHEAP, Around(running)).wait_seconds("clerk") == 2
    running.at_ms += 1_999
    assert Keyring.open(path, clock, CHEAP, Around(running)).wait_seconds("clerk") == 1
    running.at_ms += 1
    assert Keyring.open(path, clock, CHEAP, Around(running)).wait_seconds("clerk") == 0


def test_after_a_restart_of_the_computer_only_the_time_since_then_counts():
    failures = Failures(9, NOW, "first", 3_600_000)
    assert delay_seconds(9) == 64
    assert wait_seconds(failures, NOW + timedelta(days=2), SetRunning("second", 10_000)) == 54
    assert wait_seconds(failures, NOW - timedelta(days=2), SetRunning("second", 64_000)) == 0
    assert wait_seconds(failures, NOW, SetRunning("second", 3_700_000)) == 0


@given(
    count=st.integers(0, 60),
    shift=st.integers(-(10**9), 10**9),
    failed_ms=st.integers(0, 10**12),
    present_ms=st.integers(0, 10**12),
    restarted=st.booleans(),
)
def test_nobody_ever_waits_longer_than_the_delay_nor_less_than_what_surely_passed(
    count, shift, failed_ms, present_ms, restarted
):
    failures = Failures(count, NOW, "first", failed_ms)
    running = SetRunning("second" if restarted else "first", present_ms)
    left = wait_seconds(failures, NOW + timedelta(seconds=shift), running)
    assert 0 <= left <= delay_seconds(count) <= 900
    if not restarted and present_ms >= failed_ms:
        assert left == max(0, -(-(delay_seconds(count) * 1000 - (present_ms - failed_ms)) // 1000))
