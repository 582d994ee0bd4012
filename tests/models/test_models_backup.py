"""Backups on a shelf: whole or not there, found damaged, never pushed out by a bad one."""

from __future__ import annotations

import io
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from creditbank_desktop.domain.backup_progress import BackupProgress, BackupStage
from creditbank_desktop.domain.backups import BackupKind, Keeping
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.models import backup_pool, backup_shelf
from creditbank_desktop.models.backup_manifest import MANIFEST, read_manifest
from creditbank_desktop.models.backup_shelf import (
    POOL,
    STORE,
    Backup,
    BackupShelf,
    Sources,
    backups_in,
    check_backup,
)
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.opening import DATABASE_NAME
from tests.models.models_samples import DATA_KEY, World


class Desk:
    """A world with evidence, keys and a stick."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world = world
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.evidence = folder / "evidence"
        self.files = EvidenceFiles(self.evidence, DATA_KEY)
        self.keyring = folder / "keyring.json"
        self.keyring.write_bytes(b"{}")
        self.shelf = BackupShelf(self.stick, world.identity.device)

    def keep(self, content: bytes) -> None:
        blob, size = self.files.put(io.BytesIO(content))
        self.world.store.write(lambda unit: unit.add_blob(blob, size))

    def make(self, progress: BackupProgress | None = None, kind: BackupKind = BackupKind.DAILY) -> Backup:
        sources = Sources(self.world.store.folder / DATABASE_NAME, (self.keyring,), self.evidence, "test")
        now = self.world.clock.now()
        return self.shelf.make(sources, DATA_KEY, kind, now, progress or BackupProgress())


@pytest.fixture
def desk(world: World, tmp_path: Path) -> Desk:
    return Desk(world, tmp_path)


def code_of(desk: Desk) -> str:
    with pytest.raises(EnvironmentFault) as caught:
        desk.make()
    return caught.value.code


def test_a_backup_holds_everything_and_says_so(desk: Desk) -> None:
    desk.world.register()
    desk.keep(b"scan" * 50_000)
    made = desk.make()
    assert [one.folder for one in desk.shelf.backups()] == [made.folder]
    manifest = check_backup(made.folder, DATA_KEY, BackupProgress())
    assert (manifest.files, manifest.files_missing) == (1, 0)
    head = desk.world.store.read(lambda reader: reader.stream_head())
    assert (manifest.facts.sequence, manifest.facts.head_hash) == (head.sequence, head.hash)
    assert sorted(part.name for part in manifest.parts) == ["files.txt", "keyring.json", STORE]


def test_a_file_is_copied_once_and_stays_while_a_backup_names_it(desk: Desk) -> None:
    desk.keep(b"first")
    first = desk.make()
    (there,) = [file for file in desk.shelf.pool.rglob("*") if file.is_file()]
    written = there.stat().st_mtime_ns
    desk.world.clock.moment += timedelta(days=1)
    desk.keep(b"second")
    desk.make()
    assert there.stat().st_mtime_ns == written
    assert desk.shelf.rotate(Keeping(1, 1, 1)) == 1
    assert not first.folder.exists()
    assert len([file for file in desk.shelf.pool.rglob("*") if file.is_file()]) == 2
    for backup in desk.shelf.backups():
        check_backup(backup.folder, DATA_KEY, BackupProgress())


@pytest.mark.parametrize("harmed", [STORE, MANIFEST, "keyring.json", "files.txt", POOL])
def test_every_changed_byte_of_a_backup_is_found(desk: Desk, harmed: str) -> None:
    desk.keep(b"scan" * 5_000)
    made = desk.make()
    target = made.folder / harmed
    if harmed == POOL:
        (target,) = [file for file in desk.shelf.pool.rglob("*") if file.is_file()]
    data = bytearray(target.read_bytes())
    data[len(data) // 2] ^= 1
    target.write_bytes(bytes(data))
    with pytest.raises(EnvironmentFault) as caught:
        check_backup(made.folder, DATA_KEY, BackupProgress())
    assert caught.value.code.split(".")[0] in ("backup", "evidence")


def test_a_manifest_of_another_office_is_refused(desk: Desk) -> None:
    made = desk.make()
    with pytest.raises(EnvironmentFault, match=r"backup\.other_key"):
        check_backup(made.folder, b"\x01" * 32, BackupProgress())


def test_a_stick_that_is_away_or_pulled_out_leaves_what_was_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.keep(b"scan" * 5_000)
    desk.make()
    gone = desk.stick.with_name("gone")
    original = backup_pool.copy_file

    def pulled(source: Path, target: Path, blob: object) -> object:
        desk.stick.rename(gone)
        return original(source, target, blob)  # type: ignore[arg-type]

    desk.keep(b"another")
    monkeypatch.setattr(backup_shelf, "copy_file", pulled)
    desk.world.clock.moment += timedelta(days=1)
    assert code_of(desk).startswith("backup.target_")
    monkeypatch.undo()
    shutil.rmtree(desk.stick, ignore_errors=True)
    assert code_of(desk) == "backup.target_missing"
    gone.rename(desk.stick)
    desk.make()
    good = [one for one in desk.shelf.backups() if one.is_good]
    assert len(good) == 2
    for backup in good:
        check_backup(backup.folder, DATA_KEY, BackupProgress())


@pytest.mark.parametrize(
    ("number", "code"),
    [(28, "backup.target_full"), (30, "backup.target_read_only"), (5, "backup.target_failed")],
)
def test_a_stick_that_fails_is_told_and_keeps_its_old_backups(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    desk.keep(b"first")
    old = desk.make()
    desk.keep(b"second")

    def failing(source: Path, target: Path, blob: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(backup_shelf, "copy_file", failing)
    desk.world.clock.moment += timedelta(days=1)
    assert code_of(desk) == code
    assert [one.folder for one in desk.shelf.backups()] == [old.folder]
    assert sorted(path.name for path in desk.shelf.folder.iterdir()) == sorted([old.folder.name, POOL])


def test_stopping_leaves_nothing(desk: Desk) -> None:
    for number in range(5):
        desk.keep(b"scan %d" % number)

    class Stopping(BackupProgress):
        def enter(self, stage: BackupStage, total: int = 0) -> None:
            super().enter(stage, total)
            if stage is BackupStage.FILES:
                self.cancel()

    with pytest.raises(Refused, match=r"backup\.cancelled"):
        desk.make(Stopping())
    assert desk.shelf.backups() == ()
    assert all(path.name == POOL for path in desk.shelf.folder.iterdir())


def test_what_an_interrupted_backup_left_goes_with_the_next_but_one_under_way_stays(desk: Desk) -> None:
    made = desk.make()
    left = desk.shelf.folder / f".making-{made.folder.name}"
    left.mkdir()
    desk.make()
    assert left.exists(), "it may still be under way"
    desk.world.clock.moment += timedelta(hours=3)
    desk.make()
    assert not left.exists()


def test_a_damaged_backup_never_pushes_a_good_one_out(desk: Desk) -> None:
    good = desk.make()
    desk.world.clock.moment += timedelta(days=3)
    bad = desk.make()
    (bad.folder / STORE).write_bytes(b"")
    assert [one.fault for one in desk.shelf.backups()] == ["backup.damaged", ""]
    desk.shelf.rotate(Keeping(1, 1, 1))
    assert good.folder.exists()


def test_several_devices_share_a_stick(desk: Desk) -> None:
    made = desk.make()
    other = desk.stick / "creditbank-other"
    shutil.copytree(desk.shelf.folder, other)
    found = backups_in(desk.stick)
    assert {one.device for one in found} == {desk.world.identity.device, "other"}
    assert [one.folder for one in backups_in(made.folder)] == [made.folder]
    assert [one.device for one in backups_in(other)] == ["other"]


def test_a_file_that_the_store_names_and_nobody_has_is_counted(desk: Desk) -> None:
    desk.keep(b"gone")
    shutil.rmtree(desk.evidence)
    made = desk.make()
    assert read_manifest(made.folder).files_missing == 1
