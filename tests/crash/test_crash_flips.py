"""Single bits change in files that nobody has open: every one is found, and what is damaged is named."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.database import PAGE_BYTES
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.soundness import examine_database
from creditbank_desktop.vault.keyring import Keyring
from tests.conftest import Counts
from tests.crash.child import first_steps
from tests.crash.conftest import Stage
from tests.crash.desk_workflow import DESK, OFFICE, around, people, script
from tests.crash.workflow import run_script

STEPS = 26


@pytest.fixture
def office(stage: Stage) -> OfficePlace:
    """Return a closed office after some work."""
    folder = stage(DESK)
    run_script(first_steps(script(folder), STEPS), lambda _done: None)
    return OfficePlace(folder / OFFICE)


def key_of(place: OfficePlace) -> bytes:
    clerk, surroundings = people()[Role.CLERK], around()
    keyring = Keyring.open(place.keyring, surroundings.clock, surroundings.cost)
    return keyring.unlock(clerk.login, clerk.passphrase).data_key


def flipped(path: Path, dice: random.Random, check: Callable[[int], None]) -> None:
    """Change one bit of a file, look at it, and put the bit back."""
    place, bit = dice.randrange(path.stat().st_size), 1 << dice.randrange(8)
    with path.open("rb+") as file:
        for turn in ("change", "back"):
            file.seek(place)
            byte = file.read(1)[0]
            file.seek(place)
            file.write(bytes([byte ^ bit]))
            file.flush()
            if turn == "change":
                check(place)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_every_flip_in_the_database_is_found_on_its_page(office: OfficePlace, counts: Counts) -> None:
    dice, path, data_key = random.Random(13), office.store / DATABASE_NAME, key_of(office)
    assert examine_database(path, data_key).is_sound

    def check(place: int) -> None:
        assert place // PAGE_BYTES + 1 in examine_database(path, data_key).damaged, place

    for _ in range(counts.pick(quick=10, gate=140, long=3_500)):
        flipped(path, dice, check)
    assert examine_database(path, data_key).is_sound


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_every_flip_in_an_evidence_file_is_found(office: OfficePlace, counts: Counts) -> None:
    dice, files = random.Random(17), EvidenceFiles(office.evidence, key_of(office))
    files.put_bytes(os.urandom(150_000))
    listed = [(blob, path) for blob, path, _size in files.listed() if blob is not None]
    assert len(listed) > 1

    def verify(blob: BlobHash) -> Callable[[int], None]:
        def check(_place: int) -> None:
            with pytest.raises(EnvironmentFault) as caught:
                files.verify(blob)
            assert caught.value.code == "evidence.damaged"

        return check

    for _ in range(counts.pick(quick=10, gate=60, long=1_500)):
        blob, path = dice.choice(listed)
        flipped(path, dice, verify(blob))
    for blob, _path in listed:
        files.verify(blob)


def test_a_database_that_was_cut_off_is_found(office: OfficePlace) -> None:
    path, data_key = office.store / DATABASE_NAME, key_of(office)
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size - PAGE_BYTES)
    assert not examine_database(path, data_key).is_sound
    with closing(path.open("rb+")) as file:
        file.truncate(100)
    assert not examine_database(path, data_key).is_sound
