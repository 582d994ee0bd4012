"""An office is lost at a random moment of the main path and comes back from its stick, with nothing lost."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.recovery import Means, recover_office
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.restoring import RestoreKey
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.services.views_backup import BackupSettings
from creditbank_desktop.sync.checks import check_whole_store
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from tests.flows.drilling import (
    DISASTERS,
    STEPS,
    Drill,
    change_nothing,
    lose_the_folder,
    operations_of,
    surroundings_of,
    unlock_file_of,
)
from tests.server.serving import a_clock, clock, database, postgres, server, settings, shared_server

__all__ = ["clock", "database", "postgres", "server", "settings", "shared_server"]

NewDrill = Callable[[], Drill]


@pytest.fixture
def new_drill(server: EmbeddedServer, clock: SettableClock, tmp_path: Path) -> Iterator[NewDrill]:
    """Return what sets an enrolled office up whose backups go to a stick."""
    made: list[Drill] = []
    around = surroundings_of(clock)

    def make() -> Drill:
        clock.set(a_clock().now())
        folder = tmp_path / f"drill{len(made)}"
        stick = folder / "stick"
        stick.mkdir(parents=True)
        certificate = resources_folder() / "sample" / "certificates" / "skill-certificate-level-3.png"
        place = OfficePlace(folder / "office")
        drill = Drill(place, around, clock, server, stick, {"certificate": certificate})
        drill.open(staff_sample_office(place, around))
        made.append(drill)
        session = drill.session
        session.services.backups.save_settings(session.actor, BackupSettings(str(stick)))
        drill.enrol()
        return drill

    yield make
    for drill in made:
        drill.office.close()


@pytest.mark.timeout(7_200)
def test_an_office_comes_back_whole_whenever_it_is_lost(new_drill: NewDrill, counts) -> None:
    dice = random.Random(20261123)
    for number in range(counts.pick(quick=1, gate=5, long=100)):
        drill = new_drill()
        before = 1 + number % (len(STEPS) - 1) if number else 4
        later = dice.randrange(before, len(STEPS))
        disaster = DISASTERS[number % len(DISASTERS)]
        drill.walk(STEPS[:before])
        backup = drill.back_up()
        drill.walk(STEPS[before:later])
        drill.engine().sync_now()
        wanted, ledgers = drill.operations(), drill.ledgers()
        drill.office.close()
        disaster(drill.place, dice)

        report = drill.restore(backup)
        assert (report.files_missing, report.findings) == (0, 0)
        drill.open()
        done = drill.engine().sync_now()
        assert done.in_doubt == 0, disaster.__name__
        assert drill.operations() == wanted
        assert drill.ledgers() == ledgers
        # The clerk goes on where he stood, and everything reaches the server once.
        drill.walk(STEPS[later:])
        drill.engine().sync_now()
        status = drill.engine().status()
        assert status.is_complete, (disaster.__name__, status)
        assert drill.on_server() == drill.operations()
        assert len(set(drill.on_server())) == len(drill.on_server())
        # The server remembers a longer audit trail: a restore is told for good, and nothing else.
        found = {finding.code for finding in check_whole_store(drill.store, Ed25519Verifier())}
        assert found <= {"trail.shorter", "trail.differs"}
        assert drill.entries() == 1
        drill.office.close()
        shutil.rmtree(drill.place.folder.parent)


def test_what_was_never_sent_comes_over_from_what_can_still_be_read(new_drill: NewDrill) -> None:
    drill = new_drill()
    drill.walk(STEPS[:1])
    backup = drill.back_up()
    drill.walk(STEPS[1:4])
    wanted = drill.operations()
    drill.office.close()

    report = drill.restore(backup)
    assert report.rescued == len(wanted) - report.operations > 0
    assert report.unreadable == 0
    drill.open()
    assert drill.operations() == wanted
    drill.engine().sync_now()
    assert drill.engine().status().is_complete
    assert drill.on_server() == drill.operations()


def test_numbers_that_were_lost_with_the_computer_are_not_given_out_again(new_drill: NewDrill) -> None:
    drill = new_drill()
    backup = drill.back_up()
    drill.walk(STEPS[:2])
    receipt = drill.path.papers["receipt"].paper.number
    account = drill.account_number()
    drill.office.close()
    lose_the_folder(drill.place, random.Random(1))

    drill.restore(backup)
    drill.open()
    assert drill.operations() != []
    drill.walk(STEPS[:2])
    assert drill.path.papers["receipt"].paper.number != receipt
    again = drill.account_number()
    assert again != account


def test_the_recovery_code_opens_a_backup_on_a_new_computer(new_drill: NewDrill) -> None:
    drill = new_drill()
    code = drill.session.services.keys.renew_recovery(drill.session.actor).value
    drill.walk(STEPS[:2])
    backup = drill.back_up()
    drill.engine().sync_now()
    wanted = drill.operations()
    login = drill.administrator.login
    drill.office.close()
    lose_the_folder(drill.place, random.Random(1))

    with pytest.raises(Refused, match=r"identity\.wrong_recovery_code"):
        drill.restore(backup, RestoreKey(code="0000-" * 7 + "0000"))
    drill.restore(backup, RestoreKey(code=code))
    session = recover_office(drill.place, drill.around, login, Means(code), "梅花香自苦寒来 2027")
    engine = SyncEngine(session.store, session.room.files, drill.clock, Ed25519Verifier())
    engine.sync_now()
    assert set(wanted) <= set(session.store.read(operations_of))
    session.close()


def test_an_unlock_file_from_escrow_opens_a_backup(new_drill: NewDrill) -> None:
    drill = new_drill()
    unlock_file, code = unlock_file_of(drill.session)
    backup = drill.back_up()
    wanted = drill.operations()
    drill.office.close()
    lose_the_folder(drill.place, random.Random(1))

    with pytest.raises(Refused, match=r"identity\.wrong_unlock_code"):
        drill.restore(backup, RestoreKey(code="0000-" * 7 + "0000", unlock_file=unlock_file))
    drill.restore(backup, RestoreKey(code=code, unlock_file=unlock_file))
    drill.open()
    assert drill.operations() == wanted


def test_wrong_passphrases_open_nothing_and_change_nothing(new_drill: NewDrill) -> None:
    drill = new_drill()
    drill.walk(STEPS[:2])
    backup = drill.back_up()
    wanted = drill.operations()
    drill.office.close()
    kept = sorted(file.relative_to(drill.stick) for file in drill.stick.rglob("*"))
    bytes_of_keys = (backup / "keyring.json").read_bytes()
    for attempt in range(5):
        wrong = RestoreKey(drill.administrator.login, f"not the passphrase {attempt}")
        with pytest.raises(Refused, match=r"identity\.(wrong_passphrase|wait)"):
            drill.restore(backup, wrong)
    assert (backup / "keyring.json").read_bytes() == bytes_of_keys
    assert sorted(file.relative_to(drill.stick) for file in drill.stick.rglob("*")) == kept
    assert not (drill.place.folder / "restoring").exists()
    drill.clock.set(drill.clock.now() + timedelta(hours=1))
    drill.open()
    assert drill.operations() == wanted


def test_a_clerk_restores_nothing(new_drill: NewDrill) -> None:
    drill = new_drill()
    backup = drill.back_up()
    drill.office.close()
    clerk = next(person for person in drill.office.people if "clerk" in {role.value for role in person.roles})
    with pytest.raises(Refused, match=r"actor\.role_missing"):
        drill.restore(backup, RestoreKey(clerk.login, clerk.passphrase))
    drill.open()


def test_the_drill_of_doing_nothing_changes_nothing(new_drill: NewDrill) -> None:
    drill = new_drill()
    drill.walk(STEPS[:3])
    drill.engine().sync_now()
    backup = drill.back_up()
    wanted, ledgers = drill.operations(), drill.ledgers()
    drill.office.close()
    change_nothing(drill.place, random.Random(1))
    drill.restore(backup)
    drill.open()
    assert (drill.operations(), drill.ledgers()) == (wanted, ledgers)
