"""The sample store: made by living through its year, replayed into equal tables on both sides."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from creditbank_desktop.app.front_door import MAKING_FOLDER, FrontDoor, remove_sample
from creditbank_desktop.app.office import Session, Surroundings, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.sample.loader import SampleSize, make_sample_office
from creditbank_desktop.app.sample.people import read_sample_people
from creditbank_desktop.app.sample.plan import SamplePlan
from creditbank_desktop.app.sample.server import SERVER_FOLDER
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.replay import replay, table_digests
from creditbank_desktop.models.store import Store
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.passphrases import Cost
from creditbank_server.clocks import SettableClock
from creditbank_server.main import main as server_main
from tests.conftest import Counts

TODAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CHEAP = Cost(64, 1, 1)


@pytest.fixture(scope="module")
def around(resources: Path) -> Surroundings:
    return Surroundings(resources, SettableClock(UTC, TODAY), Uuid7Source(), CHEAP)


@pytest.fixture(scope="module")
def made(
    around: Surroundings, counts: Counts, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[OfficePlace, SamplePlan]]:
    place = OfficePlace(tmp_path_factory.mktemp("sample"))
    learners = counts.pick(quick=20, gate=20, long=200)
    plan = make_sample_office(place, around, SampleSize(learners, 2 * learners))
    yield place, plan
    shutil.rmtree(place.folder, ignore_errors=True)


def signed_in(place: OfficePlace, around: Surroundings, role: Role) -> Session:
    person = next(p for p in read_sample_people(around.resources / "sample") if role in p.roles)
    return unlock_office(place, around, person.login, person.passphrase)


@pytest.mark.slow
def test_every_file_stands_where_the_plan_wants_it(
    made: tuple[OfficePlace, SamplePlan], around: Surroundings
) -> None:
    place, plan = made
    session = signed_in(place, around, Role.CLERK)
    try:
        found = Counter(session.store.read(lambda reader: reader.state_counts()))
        drafts = session.store.read(lambda reader: len(reader.drafts()))
    finally:
        session.close()
    wanted = Counter(file.target_state for file in plan.applications)
    unsent = (State.DRAFT, State.PRE_ASSESSED)
    assert drafts == sum(wanted.pop(state, 0) for state in unsent)
    assert {state: count for state, count in found.items() if count} == dict(wanted)


@pytest.mark.slow
def test_all_operations_replayed_into_an_empty_store_give_equal_tables(
    made: tuple[OfficePlace, SamplePlan], around: Surroundings, tmp_path: Path
) -> None:
    place, _plan = made
    session = signed_in(place, around, Role.CLERK)
    empty = Store.create(tmp_path / "empty", b"k" * 32, session.store.identity, around.store_ports())
    try:
        assert replay(session.store, empty) > 100
        assert table_digests(empty) == table_digests(session.store)
    finally:
        empty.close()
        session.close()


@pytest.mark.slow
def test_the_server_replays_into_equal_tables_too(
    made: tuple[OfficePlace, SamplePlan], capsys: pytest.CaptureFixture[str]
) -> None:
    place, _plan = made
    assert server_main(["--data-dir", str(place.folder / SERVER_FOLDER), "check"]) == 0
    assert capsys.readouterr().out == ""


def test_an_unfinished_sample_is_no_office_and_goes_with_the_sample(tmp_path: Path, resources: Path) -> None:
    def fail(place: OfficePlace, _around: Surroundings, _tell: object) -> None:
        place.folder.mkdir(parents=True)
        place.keyring.write_text("half", "utf-8")
        raise OSError("the power went")

    door = FrontDoor(tmp_path, resources, sample=True, make_sample=fail)
    with pytest.raises(OSError, match="power"):
        door.load_sample()
    assert not door.exists
    assert not door.glance().exists
    assert (tmp_path / MAKING_FOLDER).exists()
    assert remove_sample(tmp_path)
    assert not any(tmp_path.iterdir())
    assert not remove_sample(tmp_path)
