"""A process killed in the middle of writing: nothing acknowledged is missing, nothing is there twice."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from creditbank_desktop.models.audit_trail import first_broken_audit
from creditbank_desktop.models.store import Store
from tests.conftest import Counts
from tests.models.models_samples import DATA_KEY, World

CHILD = """
import sys
from pathlib import Path
from creditbank_desktop.domain.ids import OfficeId, PersonId
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.people import Actor, Role
from creditbank_desktop.models.identity import StorePorts
from creditbank_desktop.models.store import Store
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey, new_data_key
from tests.models.models_samples import DATA_KEY, IDS, SettableClock

folder, office, person, seed, learner = sys.argv[1:]
store = Store.open(Path(folder), DATA_KEY, StorePorts(SettableClock(), IDS, Ed25519Verifier(), new_data_key))
key = SigningKey(bytes.fromhex(seed))
actor = Actor(PersonId(person), OfficeId(office), store.device, "", frozenset({Role.CLERK}), key)
print("ready", flush=True)
while True:
    body = registry.LearnerCorrected(learner, 1, class_name="again")
    print(store.write(lambda unit: unit.record(actor, body)).value, flush=True)
"""


def kill_after(child: subprocess.Popen[str], lines: int, delay_s: float) -> list[str]:
    """Read ``lines`` answers of the child, kill it a moment later, and return all that it acknowledged."""
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    acknowledged = [child.stdout.readline().strip() for _ in range(lines)]
    threading.Timer(delay_s, child.kill).start()
    acknowledged += [line.strip() for line in child.stdout if line.endswith("\n")]
    child.wait()
    return acknowledged


@pytest.mark.slow
def test_kills_lose_nothing_that_was_acknowledged(world: World, counts: Counts, checkout: Path) -> None:
    learner = world.register()
    clerk = world.clerk
    seed = clerk.signer.seed.hex()  # type: ignore[attr-defined]
    world.store.close()
    dice = random.Random(3)
    acknowledged: list[str] = []
    for _ in range(counts.pick(quick=1, gate=3, long=100)):
        arguments = [str(world.store.folder), clerk.office, clerk.person, seed, learner]
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, *arguments], stdout=subprocess.PIPE, text=True, cwd=checkout
        )
        with child:
            acknowledged += kill_after(child, dice.randrange(1, 10), dice.random() / 50)
    world.store = Store.open(world.store.folder, DATA_KEY, world.ports)
    assert world.store.findings == ()
    history = world.store.read(lambda reader: reader.own_operations(0, 100_000))
    ids = [stored.operation for stored in history]
    assert len(set(ids)) == len(ids)
    assert set(acknowledged) <= set(ids)
    assert [stored.sequence for stored in history] == list(range(1, len(ids) + 1))
    trail = world.store.read(lambda reader: reader.audit_trail(0, 100_000))
    assert first_broken_audit(trail) is None
    assert [entry.operation for entry in trail] == ids
