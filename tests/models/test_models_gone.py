"""A data folder that goes away while the store is open, and files that another program holds for a moment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.flushing import replace_file
from creditbank_desktop.models.opening import DATABASE_NAME
from tests.models.models_samples import World


def write(world: World, value: int) -> None:
    world.store.write(lambda unit: unit.set_setting("gone.number", value))


def read(world: World) -> object:
    return world.store.read(lambda reader: reader.setting("gone.number"))


def refused(world: World, value: int) -> str:
    with pytest.raises(EnvironmentFault) as caught:
        write(world, value)
    return caught.value.code


def test_nothing_is_acknowledged_while_the_folder_is_away(world: World) -> None:
    write(world, 1)
    folder = world.store.folder
    away = folder.with_name("unplugged")
    folder.rename(away)
    # The system would let us write on: to a file that nobody would ever find again.
    assert refused(world, 2) == "store.gone"
    away.rename(folder)
    assert read(world) == 1
    write(world, 3)
    assert read(world) == 3


def test_a_disk_that_comes_back_as_another_is_taken_up_again(world: World) -> None:
    write(world, 1)
    world.register()
    folder = world.store.folder
    away = folder.with_name("unplugged")
    folder.rename(away)
    assert refused(world, 2) == "store.gone"
    shutil.copytree(away, folder)
    write(world, 4)
    assert read(world) == 4
    world.register()


def test_an_older_copy_in_its_place_is_not_taken_up(world: World) -> None:
    folder = world.store.folder
    world.store.back_up(folder.with_name("older.db"))
    world.register()
    folder.rename(folder.with_name("unplugged"))
    folder.mkdir()
    shutil.copy(folder.with_name("older.db"), folder / DATABASE_NAME)
    shutil.copy(folder.with_name("unplugged") / "store.anchor", folder / "store.anchor")
    assert refused(world, 2) == "store.gone"


def test_a_file_that_a_scanner_holds_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, target = tmp_path / "fresh", tmp_path / "target"
    fresh.write_bytes(b"new")
    target.write_bytes(b"old")
    replace, held = Path.replace, [32, 5, 33]
    waited: list[float] = []

    def scanned(self: Path, to: Path) -> Path:
        if held:
            error = PermissionError(13, "in use")
            error.winerror = held.pop()  # type: ignore[attr-defined]
            raise error
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", scanned)
    replace_file(fresh, target, waited.append)
    assert target.read_bytes() == b"new"
    assert waited == sorted(waited)
    assert len(waited) == 3


def test_what_waiting_does_not_help_is_told_at_once(tmp_path: Path) -> None:
    waited: list[float] = []
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "nothing", tmp_path / "target", waited.append)
    assert waited == []
