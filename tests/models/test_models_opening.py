"""Everything that can be wrong with the database file, met for real."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.anchor import ANCHOR_NAME
from creditbank_desktop.models.backup import back_up
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.unit_of_work import UnitOfWork
from tests.models.models_samples import DATA_KEY, World


@pytest.fixture
def folder(world: World) -> Path:
    """Return the folder of a closed store."""
    world.register()
    world.store.close()
    return world.store.folder


def opened(world: World, folder: Path, key: bytes = DATA_KEY) -> str:
    """Open the store and return the code of the fault, "" if there is none."""
    try:
        Store.open(folder, key, world.ports).close()
    except EnvironmentFault as fault:
        return fault.code
    return ""


def test_a_whole_store_opens_again_and_again(world: World, folder: Path) -> None:
    assert [opened(world, folder) for _ in range(3)] == ["", "", ""]


def test_a_missing_database_is_missing(world: World, tmp_path: Path) -> None:
    assert opened(world, tmp_path / "nowhere") == "store.missing"


def test_there_is_only_one_database_in_a_folder(world: World, folder: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"store\.exists"):
        Store.create(folder, DATA_KEY, world.identity, world.ports)


def test_another_key_is_a_wrong_key(world: World, folder: Path) -> None:
    assert opened(world, folder, bytes(32)) == "store.wrong_key"
    (folder / ANCHOR_NAME).unlink()
    assert opened(world, folder, bytes(32)) == "store.wrong_key"


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\x00" + bytes(8176), b"a letter", os.urandom(8192)]
)
def test_another_program_s_file_is_foreign(world: World, folder: Path, content: bytes) -> None:
    (folder / DATABASE_NAME).write_bytes(content)
    assert opened(world, folder) == "store.foreign"


def test_an_encrypted_database_that_is_not_ours_is_foreign(world: World, folder: Path) -> None:
    (folder / DATABASE_NAME).unlink()
    connection = open_database(folder / DATABASE_NAME, DATA_KEY, busy_timeout_ms=100)
    connection.execute("CREATE TABLE other (a)")
    connection.close()
    assert opened(world, folder) == "store.foreign"


def test_a_flipped_byte_on_the_first_page_is_damage(world: World, folder: Path) -> None:
    data = bytearray((folder / DATABASE_NAME).read_bytes())
    data[1000] ^= 1
    (folder / DATABASE_NAME).write_bytes(data)
    assert opened(world, folder) == "store.damaged"


def test_a_flipped_byte_elsewhere_is_damage_when_it_is_read(world: World, folder: Path) -> None:
    size = (folder / DATABASE_NAME).stat().st_size
    with (folder / DATABASE_NAME).open("r+b") as file:
        for page in range(1, size // 4096):
            file.seek(page * 4096 + 2000)
            file.write(b"\xff" * 8)
    assert opened(world, folder) == "store.damaged"


def test_a_newer_program_s_database_is_newer(world: World, folder: Path) -> None:
    connection = open_database(folder / DATABASE_NAME, DATA_KEY, busy_timeout_ms=100)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert opened(world, folder) == "store.newer"


def test_a_database_that_somebody_else_writes_to_is_locked(world: World, folder: Path) -> None:
    other = open_database(folder / DATABASE_NAME, DATA_KEY, busy_timeout_ms=100)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert opened(world, folder) == "store.locked"
        other.execute("ROLLBACK")
        store = Store.open(folder, DATA_KEY, world.ports)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentFault, match=r"store\.locked"):
            store.write(lambda unit: unit.set_setting("look", "dark"))
        other.execute("ROLLBACK")
        store.write(lambda unit: unit.set_setting("look", "dark"))
        store.close()
    finally:
        other.close()


def test_a_full_disk_is_said_and_undone(world: World) -> None:
    def fill(unit: UnitOfWork) -> None:
        unit.set_setting("small", "kept out")
        unit.set_setting("large", "x" * 5_000_000)

    def limit(unit: UnitOfWork) -> None:
        pages = unit._connection.exec_driver_sql("PRAGMA page_count").scalar()
        unit._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    world.store.write(limit)
    with pytest.raises(EnvironmentFault, match=r"store\.disk_full"):
        world.store.write(fill)
    assert world.store.read(lambda reader: reader.settings()) == {}
    world.store.write(lambda unit: unit._connection.exec_driver_sql("PRAGMA max_page_count = 1000000"))
    world.store.write(fill)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the root of a file system of 2 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    if not sys.platform.startswith("linux") or shutil.which("mount") is None:
        pytest.skip("a small file system is mounted on Linux only")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_fills_up_loses_nothing_that_was_written(world: World, tiny_disk: Path) -> None:
    store = Store.create(tiny_disk / "store", DATA_KEY, world.identity, world.ports)
    try:
        store.write(lambda unit: unit.set_setting("look", "dark"))
        with pytest.raises(EnvironmentFault, match=r"store\.disk_full"):
            store.write(lambda unit: unit.set_setting("large", "x" * 4_000_000))
        assert store.read(lambda reader: reader.settings()) == {"look": "dark"}
    finally:
        store.close()


def test_a_disk_without_any_room_makes_no_store(world: World, tiny_disk: Path) -> None:
    (tiny_disk / "ballast").write_bytes(bytes(2 * 1024 * 1024 - 16_384))
    with pytest.raises(EnvironmentFault, match=r"store\.disk_full"):
        Store.create(tiny_disk / "store", DATA_KEY, world.identity, world.ports)


def test_a_read_only_disk_is_read_only(world: World, folder: Path, tiny_disk: Path) -> None:
    copy = tiny_disk / "store"
    shutil.copytree(folder, copy)
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
    assert opened(world, copy) == "store.read_only"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_file_is_read_only(world: World, folder: Path) -> None:
    (folder / DATABASE_NAME).chmod(0o444)
    assert opened(world, folder) == "store.read_only"


def test_a_backup_opens_with_the_same_key_and_holds_everything(world: World, tmp_path: Path) -> None:
    world.register("欧阳䶮")
    target = tmp_path / "copies" / DATABASE_NAME
    world.store.back_up(target)
    copy = Store.open(target.parent, DATA_KEY, world.ports)
    try:
        assert [hit.name for hit in copy.read(lambda reader: reader.find_learners("ouyang"))] == ["欧阳䶮"]
        assert [finding.code for finding in copy.findings] == ["store.anchor_missing"]
    finally:
        copy.close()


def test_a_backup_of_a_damaged_database_is_not_called_one(world: World, folder: Path, tmp_path: Path) -> None:
    with (folder / DATABASE_NAME).open("r+b") as file:
        file.seek(3 * 4096 + 2000)
        file.write(b"\xff" * 8)
    target = tmp_path / "copy.db"
    with pytest.raises(Exception, match=r"malformed|backup\.damaged|store\.damaged|disk I/O"):
        back_up(folder / DATABASE_NAME, target, DATA_KEY)
    assert not target.exists()
