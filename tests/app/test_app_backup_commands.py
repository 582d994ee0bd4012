"""The commands backup, backups, restore and export, as a script calls them."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from creditbank_desktop.app import backup_commands
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.main import main
from creditbank_desktop.app.office import unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.people import read_sample_people
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.domain.people import Role
from tests.flows.drilling import QUICK, Lost, lost_computer, surroundings_of


class Desk:
    """A data folder with an office, a stick, and what is typed."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.data = folder / "data-dir"
        self.place = OfficePlace(self.data / "data" / "office")
        self.stick = folder / "stick"
        self.stick.mkdir()
        self._patch = patch
        around = surroundings_of(SystemClock())  # type: ignore[arg-type]
        assert around.cost == QUICK
        patch.setattr(backup_commands, "_around", lambda: around)
        self.place.folder.mkdir(parents=True)
        staff_sample_office(self.place, around).close()
        people = read_sample_people(resources_folder() / "sample")
        self.admin = next(person for person in people if Role.ADMINISTRATOR in person.roles)

    def run(self, *arguments: str, typed: str | None = None) -> int:
        self._patch.setattr(
            "sys.stdin", io.StringIO(f"{self.admin.passphrase if typed is None else typed}\n")
        )
        return main(["--data-dir", str(self.data), *arguments])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


class NewComputer:
    """A data folder without an office, and what is typed."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, lost: Lost) -> None:
        self.data, self.lost = folder / "data-dir", lost
        self.place = OfficePlace(self.data / "data" / "office")
        self.around = surroundings_of(SystemClock())  # type: ignore[arg-type]
        patch.setattr(backup_commands, "_around", lambda: self.around)
        self._patch = patch

    def restore(self, typed: str, *arguments: str) -> int:
        from_stick = ("restore", "--latest", "--from", str(self.lost.stick))
        return self.run(*from_stick, *arguments, typed=typed)

    def run(self, *arguments: str, typed: str) -> int:
        self._patch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
        return main(["--data-dir", str(self.data), *arguments])


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> Lost:
    around = surroundings_of(SystemClock())  # type: ignore[arg-type]
    return lost_computer(tmp_path_factory.mktemp("lost"), around)


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: Lost) -> NewComputer:
    return NewComputer(tmp_path, monkeypatch, lost)


def backups(desk: Desk, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert desk.run("backups", "--json", *more) == Exit.DONE
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["backups"]
    return found


def test_a_lost_computer_comes_back_by_one_command(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    login = ("--login", desk.admin.login)
    assert desk.run("backup", "--to", str(desk.stick), *login) == Exit.DONE
    (only,) = backups(desk, capsys, "--from", str(desk.stick))
    assert (only["kind"], only["fault"]) == ("asked", "")
    shutil.rmtree(desk.place.folder)
    arguments = ("restore", "--latest", "--from", str(desk.stick), *login)
    assert desk.run(*arguments, typed="not the passphrase") == Exit.FINDINGS
    assert not desk.place.exists
    assert desk.run(*arguments) == Exit.DONE
    assert "Restored the backup" in capsys.readouterr().out
    assert desk.run("backup", *login) == Exit.DONE
    assert len(backups(desk, capsys)) == 2, "the restored office remembers where its backups are"


def test_without_a_backup_the_command_says_what_to_do(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert backups(desk, capsys) == []
    assert desk.run("restore") == Exit.USAGE
    assert desk.run("restore", "--latest") == Exit.ENVIRONMENT
    assert "backup.none" in capsys.readouterr().err
    assert desk.run("backups", "--from", str(tmp_path / "nowhere")) == Exit.ENVIRONMENT
    assert "backup.target_missing" in capsys.readouterr().err


def test_everything_is_exported_in_open_formats(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    arguments = ("export", "--out", str(out), "--login", desk.admin.login)
    assert desk.run(*arguments, "--purpose", "nonsense") == Exit.FINDINGS
    assert list(out.iterdir()) == []
    assert desk.run(*arguments, "--purpose", "migration") == Exit.DONE
    (folder,) = out.iterdir()
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert {one["path"] for one in manifest["files"]} >= {"operations.jsonl", "tables/person.jsonl"}
    people = [
        json.loads(line) for line in (folder / "tables" / "person.jsonl").read_text("utf-8").splitlines()
    ]
    assert desk.admin.name in {person["name"] for person in people}
    assert "signing_seed" not in (folder / "tables" / "device_identity.jsonl").read_text("utf-8")


@pytest.mark.parametrize("way", ["passphrase", "recovery code", "unlock file"])
def test_a_new_computer_restores_by_whatever_is_left(
    computer: NewComputer, lost: Lost, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    arguments, right, wrong = {
        "passphrase": (
            ("--login", lost.person.login),
            lost.person.passphrase,
            [f"not the passphrase {number}" for number in range(5)],
        ),
        "recovery code": (("--recovery-code",), lost.code, lost.wrong()),
        "unlock file": (("--unlock-file", str(lost.unlock_file)), lost.unlock_code, lost.wrong()),
    }[way]
    stick = {file: file.stat().st_mtime_ns for file in lost.stick.rglob("*")}
    for attempt in wrong:
        assert computer.restore(attempt, *arguments) == Exit.FINDINGS
        assert "identity.wrong" in capsys.readouterr().err
        assert not computer.place.exists
    assert computer.restore(right, *arguments) == Exit.DONE
    assert "Restored the backup" in capsys.readouterr().out
    assert {file: file.stat().st_mtime_ns for file in lost.stick.rglob("*")} == stick
    unlock_office(computer.place, computer.around, lost.person.login, lost.person.passphrase).close()


def test_five_wrong_passphrases_make_even_the_right_one_wait(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    login = ("--login", desk.admin.login)
    assert desk.run("backup", "--to", str(desk.stick), *login) == Exit.DONE
    arguments = ("restore", "--latest", "--from", str(desk.stick), *login)
    for attempt in range(5):
        assert desk.run(*arguments, typed=f"not the passphrase {attempt}") == Exit.FINDINGS
    capsys.readouterr()
    assert desk.run(*arguments) == Exit.FINDINGS
    assert "identity.wait" in capsys.readouterr().err
    assert not list(desk.place.folder.glob("replaced-*"))


def test_an_unlock_file_that_is_not_there_is_told(
    computer: NewComputer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert computer.restore("", "--unlock-file", str(tmp_path / "nowhere")) == Exit.ENVIRONMENT
    assert "file.unreadable" in capsys.readouterr().err
    assert not computer.place.exists
