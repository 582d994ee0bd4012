"""A restore that was killed after its last check is finished by whichever road comes to the office next."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from creditbank_desktop.app.completing import LOCK_NAME, READY, STAGING, complete_restore
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.front_door import OFFICE_FOLDER, FrontDoor
from creditbank_desktop.app.main import main
from creditbank_desktop.app.office import unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.salvage import salvage_in_place
from creditbank_desktop.app.sample.people import SamplePerson, read_sample_people
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.safety.restore_desk import SALVAGE, RestoreRequest
from tests.crash.desk_workflow import around

MARK = "the store that was replaced"
Type = Callable[[str], None]


def administrator() -> SamplePerson:
    people = read_sample_people(around().resources / "sample")
    return next(person for person in people if Role.ADMINISTRATOR in person.roles)


ADMIN = administrator()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder where a restore is whole in its staging folder, and an old store in its place."""
    folder = tmp_path_factory.mktemp("template")
    place = OfficePlace(folder / "data" / OFFICE_FOLDER)
    staff_sample_office(place, around()).close()
    staging = place.folder / STAGING
    staging.mkdir()
    place.store.rename(staging / "store")
    shutil.copyfile(place.keyring, staging / "keyring.json")
    place.store.mkdir()
    (place.store / "store.db").write_text(MARK)
    note = {"replaced": "replaced-1", "keeps_keyring": True}
    (staging / READY).write_text(json.dumps(note))
    return folder


@pytest.fixture
def home(template: Path, tmp_path: Path) -> Path:
    return shutil.copytree(template, tmp_path / "home")


@pytest.fixture
def place(home: Path) -> OfficePlace:
    return OfficePlace(home / "data" / OFFICE_FOLDER)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Type:
    return lambda words: monkeypatch.setattr(sys, "stdin", io.StringIO(words + "\n"))


def by_the_login_window(home: Path, place: OfficePlace) -> None:
    assert FrontDoor(place.folder.parent, around().resources).glance().exists


def by_signing_in(home: Path, place: OfficePlace) -> None:
    unlock_office(place, around(), ADMIN.login, ADMIN.passphrase).close()


def by_the_doctor(home: Path, place: OfficePlace) -> None:
    main(["--data-dir", str(home), "doctor"])


def by_a_backup(home: Path, place: OfficePlace) -> None:
    assert main(["--data-dir", str(home), "backup", "--login", ADMIN.login]) == Exit.DONE


def by_a_salvage(home: Path, place: OfficePlace) -> None:
    source, target = str(place.folder), str(home / "salvaged")
    main(["salvage", "--from", source, "--to", target, "--login", ADMIN.login])
    unlock_office(OfficePlace(home / "salvaged"), around(), ADMIN.login, ADMIN.passphrase).close()


def by_a_salvage_at_the_window(home: Path, place: OfficePlace) -> None:
    salvage_in_place(place, around(), RestoreRequest(SALVAGE, ADMIN.login, ADMIN.passphrase))


def by_a_recovery(home: Path, place: OfficePlace) -> None:
    code = "0000-" * 7 + "0000"
    found = main(["--data-dir", str(home), "recover", "--login", ADMIN.login, "--code", code])
    assert found == Exit.FINDINGS, "a wrong code"


@pytest.mark.parametrize(
    "road",
    [
        by_the_login_window,
        by_signing_in,
        by_the_doctor,
        by_a_backup,
        by_a_salvage,
        by_a_salvage_at_the_window,
        by_a_recovery,
    ],
)
def test_every_road_finishes_it_first(
    home: Path, place: OfficePlace, typed: Type, road: Callable[[Path, OfficePlace], None]
) -> None:
    typed("梅花香自苦寒来 2027" if road is by_a_recovery else ADMIN.passphrase)
    road(home, place)
    assert not (place.folder / STAGING).exists()
    assert (place.folder / "replaced-1" / "store" / "store.db").read_text() == MARK
    with closing(unlock_office(place, around(), ADMIN.login, ADMIN.passphrase)) as session:
        assert session.actor.name == ADMIN.name


def test_on_a_new_computer_everything_lies_in_what_was_made_whole(home: Path, place: OfficePlace) -> None:
    shutil.rmtree(place.store)
    note = {"replaced": "replaced-1", "keeps_keyring": False}
    (place.folder / STAGING / READY).write_text(json.dumps(note))
    for file in (place.keyring, place.keyring_copy, place.recovery):
        file.unlink(missing_ok=True)
    by_signing_in(home, place)


def test_what_was_not_made_whole_is_cleared_away(place: OfficePlace) -> None:
    (place.folder / STAGING / READY).unlink()
    assert not complete_restore(place)
    assert not (place.folder / STAGING).exists()
    assert (place.store / "store.db").read_text() == MARK


def test_a_restore_that_another_program_is_at_is_left_alone(
    home: Path, place: OfficePlace, capsys: pytest.CaptureFixture[str]
) -> None:
    (place.folder / STAGING / READY).unlink()
    lock = QLockFile(str(place.folder / LOCK_NAME))
    assert lock.tryLock(0)
    with pytest.raises(EnvironmentFault) as caught:
        by_signing_in(home, place)
    assert caught.value.code == "restore.under_way"
    assert main(["--data-dir", str(home), "doctor"]) == Exit.FINDINGS
    assert "restore.under_way" in capsys.readouterr().out
    assert (place.folder / STAGING / "store" / "store.db").exists()
    lock.unlock()
    assert not complete_restore(place)
