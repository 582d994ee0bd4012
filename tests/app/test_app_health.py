"""The doctor and the salvage of an office: what they see, what they bring back, what they say."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from creditbank_desktop.app.doctor import examine
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.front_door import OFFICE_FOLDER
from creditbank_desktop.app.main import main
from creditbank_desktop.app.office import unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.replaying import followed
from creditbank_desktop.app.salvage import REPORT_NAME, salvage_in_place
from creditbank_desktop.app.sample.people import SamplePerson, read_sample_people
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.database import PAGE_BYTES, open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.services.views_health import Area, HealthFinding, HealthProgress, Mend, Severity
from creditbank_desktop.ui.safety.restore_desk import SALVAGE, RestoreRequest
from tests.crash.desk_workflow import around


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with a closed office in it."""
    folder = tmp_path_factory.mktemp("template")
    staffed = staff_sample_office(OfficePlace(folder / "data" / OFFICE_FOLDER), around())
    staffed.close()
    return folder


@pytest.fixture
def data(template: Path, tmp_path: Path) -> Path:
    return shutil.copytree(template, tmp_path / "home")


def administrator() -> SamplePerson:
    people = read_sample_people(around().resources / "sample")
    return next(person for person in people if Role.ADMINISTRATOR in person.roles)


def place_in(data: Path) -> OfficePlace:
    return OfficePlace(data / "data" / OFFICE_FOLDER)


def spoil(place: OfficePlace, page: int) -> None:
    with (place.store / DATABASE_NAME).open("rb+") as file:
        file.seek((page - 1) * PAGE_BYTES + 99)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


def page_of(place: OfficePlace, table: str) -> int:
    """Return the number of a table's first page."""
    person = administrator()
    statement = f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'"
    with closing(unlock_office(place, around(), person.login, person.passphrase)) as session:
        return int(
            session.store.read(lambda reader: reader.connection.exec_driver_sql(statement).scalar_one())
        )


def examined(place: OfficePlace) -> dict[Area, HealthFinding]:
    person = administrator()
    with closing(unlock_office(place, around(), person.login, person.passphrase)) as session:
        report = session.services.health.examine(session.actor, HealthProgress()).value
        assert session.services.health.last(session.actor) == report
        return {found.area: found for found in report.findings}


def test_a_sound_office_is_found_sound(data: Path) -> None:
    found = examined(place_in(data))
    for area in (Area.DATABASE, Area.CHAINS, Area.EVIDENCE, Area.ORPHANS, Area.FONTS, Area.KEYRING):
        assert found[area].severity is Severity.GOOD, found[area]
    assert found[Area.BACKUP].mend is Mend.BACK_UP
    assert found[Area.NUMBERS].code == "numbers.none"


def test_a_damaged_page_is_named_and_the_office_is_salvaged(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place, person = place_in(data), administrator()
    spoil(place, page_of(place, "voided_number"))
    found = examined(place)[Area.DATABASE]
    assert (found.code, found.severity, found.mend) == ("database.pages", Severity.BAD, Mend.RESTORE)
    monkeypatch.setattr(sys, "stdin", io.StringIO(person.passphrase + "\n"))
    new = tmp_path / "new"
    code = main(["salvage", "--from", str(place.folder), "--to", str(new), "--login", person.login])
    assert code in (Exit.DONE, Exit.FINDINGS)
    assert "left as it was" not in capsys.readouterr().err
    report = json.loads((new / REPORT_NAME).read_text("utf-8"))
    assert report["replayed"] > 0
    assert person.name not in (new / REPORT_NAME).read_text("utf-8")
    with closing(unlock_office(OfficePlace(new), around(), person.login, person.passphrase)) as session:
        assert session.actor.name == person.name
    monkeypatch.setattr(sys, "stdin", io.StringIO(person.passphrase + "\n"))
    again = main(["salvage", "--from", str(place.folder), "--to", str(new), "--login", person.login])
    assert again == Exit.FINDINGS


def test_a_damaged_store_is_salvaged_in_its_place_from_the_window(data: Path) -> None:
    place, person = place_in(data), administrator()
    spoil(place, page_of(place, "voided_number"))
    with pytest.raises(Refused):
        salvage_in_place(place, around(), RestoreRequest(SALVAGE, person.login, "not the passphrase"))
    report = salvage_in_place(place, around(), RestoreRequest(SALVAGE, person.login, person.passphrase))
    assert report.salvaged
    assert report.operations > 0
    assert (Path(report.replaced) / REPORT_NAME).exists()
    assert (Path(report.replaced) / DATABASE_NAME).exists()
    assert examined(place)[Area.DATABASE].severity is Severity.GOOD


def test_files_that_nobody_needs_are_counted_and_removed(data: Path) -> None:
    place, person = place_in(data), administrator()
    with closing(unlock_office(place, around(), person.login, person.passphrase)) as session:
        blob, _size = session.room.files.put_bytes(b"left by work that was interrupted")
        path = session.room.files.path(blob)
        left = place.evidence / "tmp.new"
        left.write_bytes(b"half")
        health, actor = session.services.health, session.actor
        report = health.examine(actor, HealthProgress()).value
        # Young files may belong to work that is under way.
        assert _of(report.findings, Area.ORPHANS).code == "orphans.none"
        long_ago = time.time() - 7_200
        for file in (path, left):
            os.utime(file, (long_ago, long_ago))
        report = health.examine(actor, HealthProgress()).value
        found = _of(report.findings, Area.ORPHANS)
        assert (found.mend, dict(found.params)["count"]) == (Mend.REMOVE_ORPHANS, "2")
        assert health.remove_orphans(actor).value == 2
        assert not path.exists()
        assert not left.exists()


def test_an_examination_can_be_stopped(data: Path) -> None:
    place, person = place_in(data), administrator()
    progress = HealthProgress()
    progress.cancel()
    with closing(unlock_office(place, around(), person.login, person.passphrase)) as session:
        report = session.services.health.examine(session.actor, progress).value
    assert report.cancelled
    assert report.findings == ()


def _of(findings: tuple[HealthFinding, ...], area: Area) -> HealthFinding:
    return next(found for found in findings if found.area is area)


def test_the_doctor_looks_inside_for_whoever_may(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person = administrator()
    examine(data, as_json=True, login=person.login, ask=lambda _words: person.passphrase)
    rows = {row["what"]: row for row in json.loads(capsys.readouterr().out)["findings"]}
    assert rows["database"]["health"] == "good"
    assert rows["office backup"]["health"] == "warning"
    assert {"free space", "fonts", "scanner", "printer"} <= set(rows)
    with pytest.raises(Refused):
        examine(data, as_json=True, login=person.login, ask=lambda _words: "wrong passphrase")


def test_the_doctor_needs_nobody_for_what_lies_open(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    examine(data, as_json=True)
    rows = {row["what"]: row for row in json.loads(capsys.readouterr().out)["findings"]}
    assert rows["office keyring"]["health"] == "good"
    assert "database" not in rows


def test_tables_are_compared_and_rebuilt_from_the_command_line(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, person = place_in(data), administrator()
    with closing(unlock_office(place, around(), person.login, person.passphrase)) as session:
        key = session.unlocked.data_key
    doctor = ["--data-dir", str(data), "doctor", "--login", person.login]

    def run(*words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(person.passphrase + "\n"))
        return main([*doctor, *words]), capsys.readouterr().out

    code, said = run("--replay")
    assert code == Exit.DONE
    assert "operations make of them" in said
    raw = open_database(place.store / DATABASE_NAME, key, busy_timeout_ms=1_000)
    (who,) = raw.execute("SELECT max(person) FROM person").fetchone()
    raw.execute("UPDATE person SET name = 'Somebody else' WHERE person = ?", (who,))
    raw.close()
    code, said = run("--replay", "--json")
    assert code == Exit.FINDINGS
    (found,) = json.loads(said)["findings"]
    assert (found["code"], found["table"]) == ("tables.differs", "person")
    assert found["keys"] == f"{who} (name)"
    code, said = run("--rebuild")
    assert (code, said) == (Exit.DONE, "Backed up, and 1 rows put right.\n")
    assert run("--replay")[0] == Exit.DONE
    with closing(unlock_office(place, around(), person.login, person.passphrase)) as session:
        backups = session.services.backups.backups(session.actor).backups
        last = session.services.health.last(session.actor)
    assert len(backups) == 1
    assert last is not None
    assert _of(last.findings, Area.TABLES).code == "tables.whole"


def test_ctrl_c_stops_the_comparison_and_not_the_program() -> None:
    progress = HealthProgress()

    def work() -> str:
        os.kill(os.getpid(), signal.SIGINT)
        while not progress.cancelled:
            time.sleep(0.01)
        return "ended"

    assert followed(work, progress) == "ended"
