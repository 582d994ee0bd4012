"""A damaged database gives back every row that lies on a page without damage."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.database import PAGE_BYTES, open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.replay import table_digests
from creditbank_desktop.models.salvage import salvage
from creditbank_desktop.models.soundness import examine_database
from creditbank_desktop.models.store import Store
from tests.conftest import Counts
from tests.models.models_samples import DATA_KEY, World, fill, new_world

TABLES = ("operation", "audit", "learner_key", "receipt", "setting", "blob")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return an office whose store is filled and closed."""
    world = new_world(tmp_path_factory.mktemp("whole") / "store")
    fill(world)
    fill(world)
    world.close()
    return world


def damaged(world: World, folder: Path, *pages: int) -> Path:
    """Return a folder with the store, one byte changed in each of the pages (from 1)."""
    folder.mkdir()
    path = shutil.copy(world.store.folder / DATABASE_NAME, folder / DATABASE_NAME)
    with Path(path).open("rb+") as file:
        for page in pages:
            file.seek((page - 1) * PAGE_BYTES + 700)
            byte = file.read(1)[0]
            file.seek(-1, 1)
            file.write(bytes([byte ^ 0x10]))
    return folder


def readable(folder: Path, table: str, numbers: list[int]) -> list[int]:
    """Return which rows can be read one by one, each through a connection of its own."""
    found = []
    for number in numbers:
        with closing(
            open_database(folder / DATABASE_NAME, DATA_KEY, busy_timeout_ms=100, read_only=True)
        ) as db:
            try:
                row = db.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone()
            except dbapi2.DatabaseError:
                row = None
            if row is not None:
                found.append(number)
    return found


def numbers_of(world: World, table: str) -> list[int]:
    with closing(
        open_database(world.store.folder / DATABASE_NAME, DATA_KEY, busy_timeout_ms=100, read_only=True)
    ) as db:
        return [row[0] for row in db.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]


def page_count(world: World) -> int:
    return (world.store.folder / DATABASE_NAME).stat().st_size // PAGE_BYTES


def test_an_undamaged_store_comes_back_whole(whole: World, tmp_path: Path) -> None:
    result = salvage(whole.store.folder, tmp_path / "new", DATA_KEY, whole.ports)
    assert result.lost == 0
    assert result.waiting == 0
    assert all(loss.is_complete for loss in result.losses)
    with closing(Store.open(whole.store.folder, DATA_KEY, whole.ports)) as old:
        wanted = table_digests(old)
        before = old.read(lambda reader: reader.incarnation())
    with closing(Store.open(tmp_path / "new", DATA_KEY, whole.ports)) as new:
        assert table_digests(new) == wanted
        assert new.findings == ()
        assert new.read(lambda reader: reader.incarnation()) != before
        assert new.read(lambda reader: reader.setting("sync.reconcile"))
        last = new.read(lambda reader: reader.audit_rows(limit=1))[0]
        assert last.action == "store.salvaged"


@pytest.mark.slow
def test_what_lies_on_whole_pages_comes_back(whole: World, tmp_path: Path, counts: Counts) -> None:
    dice = random.Random(5)
    pages = page_count(whole)
    numbers = {table: numbers_of(whole, table) for table in TABLES}
    refused = lost = 0
    for trial in range(counts.pick(quick=3, gate=6, long=150)):
        hit = dice.sample(range(2, pages + 1), dice.randint(1, 3))
        folder = damaged(whole, tmp_path / f"bad{trial}", *hit)
        assert set(examine_database(folder / DATABASE_NAME, DATA_KEY).damaged) == set(hit)
        try:
            result = salvage(folder, tmp_path / f"new{trial}", DATA_KEY, whole.ports)
        except EnvironmentFault as fault:
            if fault.code not in ("salvage.nothing", "salvage.no_device"):
                raise
            refused += 1
            continue
        losses = {loss.table: loss for loss in result.losses}
        for table in TABLES:
            can_be_read = readable(folder, table, numbers[table])
            assert losses[table].read == len(can_be_read), (table, hit)
            if losses[table].is_complete:
                assert losses[table].lost == len(numbers[table]) - len(can_be_read)
        lost += result.lost
        assert result.replayed + result.waiting == losses["operation"].read
        with closing(Store.open(tmp_path / f"new{trial}", DATA_KEY, whole.ports)) as new:
            assert new.findings == ()
            assert examine_database(tmp_path / f"new{trial}" / DATABASE_NAME, DATA_KEY).is_sound
    assert lost > 0
    assert refused < counts.pick(quick=3, gate=6, long=150) / 2


def test_a_file_whose_head_is_gone_is_refused_in_words(whole: World, tmp_path: Path) -> None:
    folder = damaged(whole, tmp_path / "bad", 1)
    with pytest.raises(EnvironmentFault) as caught:
        salvage(folder, tmp_path / "new", DATA_KEY, whole.ports)
    assert caught.value.code == "salvage.nothing"
    assert not (tmp_path / "new").exists()
