"""Puts an office back from a backup: made whole beside what is there, then put in its place in one step.

What a restore has finished lies in ``restoring`` with a note that says so; whoever opens the office next
completes it (`creditbank_desktop.app.completing`). A restore that was cut short before leaves everything as
it was.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from creditbank_desktop.app.backups import LOCAL_FOLDER, remember_place, remembered_place, sources_of
from creditbank_desktop.app.completing import (
    KEY_FILES,
    READY,
    REPLACED_PREFIX,
    STAGING,
    finish_restore,
    restore_lock,
)
from creditbank_desktop.app.office import Surroundings
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.devices.files import remove_folder, write_whole
from creditbank_desktop.domain.backup_progress import BackupProgress, BackupStage
from creditbank_desktop.domain.backups import BackupKind
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.backup import flush, target_faults
from creditbank_desktop.models.backup_manifest import FILE_LIST, Manifest, read_file_list, read_manifest
from creditbank_desktop.models.backup_shelf import POOL, STORE, BackupShelf, check_backup, device_of
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.sync_records import LearnerKey
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.models.views import HistoricOperation
from creditbank_desktop.services.views_backup import RestoreReport
from creditbank_desktop.sync.checks import check_whole_store
from creditbank_desktop.sync.link import find_link
from creditbank_desktop.ui.safety.restore_desk import RestoreRequest
from creditbank_desktop.vault.escrow import open_unlock_file, read_recovery_file
from creditbank_desktop.vault.keyring import Keyring, open_by_code
from creditbank_desktop.vault.keyring_file import copy_of, read_keyring_file
from creditbank_desktop.vault.keys import Ed25519Verifier

_CHUNK = 200
_ALLOWED = frozenset({Role.ADMINISTRATOR, Role.SECURITY_OFFICER})


@dataclass(frozen=True, slots=True)
class RestoreKey:
    """What opens a backup: login and passphrase, or the recovery code, or an unlock file with its code."""

    login: str = ""
    passphrase: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    unlock_file: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class _Opened:
    data_key: bytes
    person: str
    by: str
    keeps_keyring: bool


@dataclass(slots=True)
class _Work:
    """One restore on its way."""

    place: OfficePlace
    around: Surroundings
    backup: Path
    opened: _Opened
    progress: BackupProgress

    @property
    def staging(self) -> Path:
        return self.place.folder / STAGING


def restore_office(
    place: OfficePlace, around: Surroundings, backup: Path, key: RestoreKey, progress: BackupProgress
) -> RestoreReport:
    """Put the office in ``place`` back from ``backup`` (a backup's folder); nobody may have it open.

    What is there is backed up first where it can be read, and kept aside in any case. Operations that it
    still holds are brought over. The store that comes back continues under a new incarnation, and
    synchronisation fetches what the server has before it sends. Raises `Refused` ("identity.…",
    "actor.role_missing", "backup.cancelled"), `Problems` for a code of no shape, and `EnvironmentFault`
    ("backup.…", "restore.under_way", "store.newer", …); then everything is as it was.
    """
    try:
        place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        reason = fault.strerror or ""
        raise EnvironmentFault("folder.unwritable", path=str(place.folder), reason=reason) from fault
    with restore_lock(place):
        report = _restore(place, around, backup, key, progress)
    if not remembered_place(place) and not backup.is_relative_to(place.folder):
        remember_place(place, str(backup.parent.parent))
    progress.stage = BackupStage.DONE
    return report


def _restore(
    place: OfficePlace, around: Surroundings, backup: Path, key: RestoreKey, progress: BackupProgress
) -> RestoreReport:
    finish_restore(place)
    try:
        (place.folder / STAGING).mkdir(mode=0o700)
    except OSError as fault:
        reason = fault.strerror or ""
        raise EnvironmentFault("folder.unwritable", path=str(place.folder), reason=reason) from fault
    try:
        manifest = read_manifest(backup)
        _stage_keys(place, backup)
        work = _Work(place, around, backup, _open(place, around, key), progress)
        report = _prepare(work, manifest)
    except BaseException:  # what was begun is cleared away; it is raised again
        with suppress(EnvironmentFault):
            remove_folder(place.folder / STAGING)
        raise
    finish_restore(place)
    return report


def restore_as_asked(
    place: OfficePlace, around: Surroundings, request: RestoreRequest, progress: BackupProgress
) -> RestoreReport:
    """Put back what a person asked for at the window; raises as `restore_office`, and `Problems` for an
    unlock file that cannot be read.
    """
    unlock_file = b""
    if request.unlock_file:
        try:
            unlock_file = Path(request.unlock_file).read_bytes()
        except OSError as fault:
            raise Problems([Problem("file.unreadable", "unlock_file")]) from fault
    key = RestoreKey(request.login, request.passphrase, request.code, unlock_file)
    return restore_office(place, around, Path(request.path), key, progress)


def _stage_keys(place: OfficePlace, backup: Path) -> None:
    """Copy the key files first: wrong passphrases are counted in the copy, never on the stick."""
    with target_faults(backup):
        for name in KEY_FILES:
            if (backup / name).is_file():
                shutil.copyfile(backup / name, place.folder / STAGING / name)


def _open(place: OfficePlace, around: Surroundings, key: RestoreKey) -> _Opened:
    """Return the data key; the keyring that is there is tried first, because it may be the newer one."""
    staging = place.folder / STAGING
    present = place.keyring if place.keyring.is_file() or copy_of(place.keyring).is_file() else None
    staged = staging / "keyring.json"
    if key.unlock_file:
        data_key = open_unlock_file(key.unlock_file, key.code).data_key
        return _Opened(data_key, "", "unlock_file", keeps_keyring=_opens(present, around, data_key))
    if key.code:
        data_key = _by_code(staging, key.code)
        return _Opened(data_key, "", "recovery_code", keeps_keyring=_opens(present, around, data_key))
    refused: Refused | EnvironmentFault = EnvironmentFault("keyring.missing", path=str(staged))
    for path in filter(None, (present, staged if staged.is_file() else None)):
        try:
            keyring = Keyring.open(path, around.clock, around.cost)
            if staged.is_file() and keyring.store != Keyring.open(staged, around.clock).store:
                continue  # the keys of another office, which this backup is not of
            unlocked = keyring.unlock(key.login, key.passphrase)
            return _Opened(unlocked.data_key, unlocked.person_id, "passphrase", path == present)
        except (Refused, EnvironmentFault) as fault:
            refused = fault
            if isinstance(fault, Refused) and fault.code == "identity.wait":
                raise
    raise refused


def _by_code(staging: Path, code: str) -> bytes:
    recovery = staging / "recovery.json"
    if recovery.is_file():
        with suppress(EnvironmentFault):
            return open_by_code(read_recovery_file(recovery.read_bytes()), code).data_key
    return open_by_code(read_keyring_file(staging / "keyring.json").recovery_file, code).data_key


def _opens(path: Path | None, around: Surroundings, data_key: bytes) -> bool:
    """Return whether the keyring at ``path`` is whole and of the store that ``data_key`` opens."""
    if path is None:
        return False
    try:
        return Keyring.open(path, around.clock, around.cost).fits(data_key)
    except EnvironmentFault:
        return False


def _prepare(work: _Work, manifest: Manifest) -> RestoreReport:
    """Make everything whole in the staging folder; the note at the end lets it take its place."""
    check_backup(work.backup, work.opened.data_key, work.progress)
    staged = work.staging / "store"
    staged.mkdir(mode=0o700, exist_ok=True)
    shutil.copyfile(work.backup / STORE, staged / DATABASE_NAME)
    flush(staged / DATABASE_NAME)
    # Opened without an anchor, the copy begins a new incarnation.
    store = Store.open(staged, work.opened.data_key, work.around.store_ports())
    try:
        _check_role(work, store)
        safety = _back_up_present(work)
        missing = _bring_files(work)
        work.progress.enter(BackupStage.PUTTING_BACK)
        rescued, unreadable = _rescue(work, store, manifest)
        _note_restore(work, store, manifest, rescued)
        is_enrolled = store.read(find_link) is not None
        work.progress.enter(BackupStage.CHECKING)
        findings = check_whole_store(store, Ed25519Verifier())
    finally:
        store.close()
    replaced = _free_name(work)
    work.progress.go_on()
    note = {"replaced": replaced, "keeps_keyring": work.opened.keeps_keyring}
    write_whole(work.staging / READY, json.dumps(note).encode())
    return RestoreReport(
        made_at=manifest.made_at,
        operations=manifest.facts.operations,
        files=manifest.files,
        files_missing=missing,
        rescued=rescued,
        unreadable=unreadable,
        replaced=str(work.place.folder / replaced),
        safety_copy=safety,
        is_enrolled=is_enrolled,
        findings=len(findings),
    )


def _free_name(work: _Work) -> str:
    """Return the name of the folder for what was there; a clock may stand, or be set back."""
    now = work.around.clock.now().astimezone(UTC)
    while (work.place.folder / f"{REPLACED_PREFIX}{now:%Y%m%dT%H%M%S%fZ}").exists():
        now += timedelta(microseconds=1)
    return f"{REPLACED_PREFIX}{now:%Y%m%dT%H%M%S%fZ}"


def _check_role(work: _Work, store: Store) -> None:
    """Let only administrators and security officers restore by their passphrase; a code stands for itself."""
    if work.opened.by != "passphrase":
        return
    person = store.read(lambda reader: reader.person(PersonId(work.opened.person)))
    if person is None or not person.active or _ALLOWED.isdisjoint(person.roles):
        raise Refused("actor.role_missing", act="backup.restore")


def _back_up_present(work: _Work) -> str:
    """Back up what is there, if it can still be read; return where the copy lies, "" for none."""
    place, now = work.place, work.around.clock.now()
    database = place.store / DATABASE_NAME
    if not database.is_file():
        return ""
    try:
        device = device_of(database, work.opened.data_key)
    except dbapi2.Error:
        return ""  # whatever is wrong with it: it is kept aside as it is
    local = place.folder / LOCAL_FOLDER
    local.mkdir(mode=0o700, exist_ok=True)
    shelf = BackupShelf(local, device)
    try:
        made = shelf.make(
            sources_of(place), work.opened.data_key, BackupKind.BEFORE_RESTORE, now, work.progress
        )
    except EnvironmentFault as fault:
        if fault.code in ("backup.target_full", "backup.target_read_only"):
            raise
        return ""
    return str(made.folder)


def _bring_files(work: _Work) -> int:
    """Bring every evidence file of the backup that is not here; return how many could not be brought."""
    pool = work.backup.parent / POOL
    here = EvidenceFiles(work.place.evidence, work.opened.data_key)
    there = EvidenceFiles(pool, work.opened.data_key)
    listed = list(read_file_list(work.backup / FILE_LIST))
    work.progress.enter(BackupStage.FILES, len(listed))
    missing = 0
    for file in listed:
        work.progress.go_on()
        work.progress.done += 1
        if here.has(file.blob) and here.path(file.blob).stat().st_size == file.size_bytes:
            continue
        try:
            source = there.path(file.blob)
            target = here.path(file.blob)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = target.with_name(f"{target.name}.new")
            shutil.copyfile(source, fresh)
            flush(fresh)
            fresh.replace(target)
        except FileNotFoundError:
            missing += 1
        except OSError as fault:
            reason = fault.strerror or ""
            raise EnvironmentFault("evidence.not_written", detail=reason) from fault
    return missing


def _note_restore(work: _Work, store: Store, manifest: Manifest, rescued: int) -> None:
    detail: dict[str, str | int] = {
        "backup_of": manifest.made_at.astimezone(UTC).isoformat(timespec="seconds"),
        "by": work.opened.by,
        "operations": manifest.facts.operations,
        "rescued": rescued,
    }
    if work.opened.person:
        detail["person"] = work.opened.person

    def note(unit: UnitOfWork) -> None:
        unit.audit_program("backup.restored", ("device", unit.identity.device), detail)

    store.write(note)


def _rescue(work: _Work, store: Store, manifest: Manifest) -> tuple[int, int]:
    """Bring over what the store that is there still holds, as far as it can be read; it stays as it is."""
    probe = work.staging / "present"
    present = _open_copy(work, probe, manifest)
    if present is None:
        return 0, 0
    done = failed = last = 0
    try:
        keys = present.read(lambda reader: reader.all_learner_keys())
        while chunk := present.read(partial(_behind, after=last)):
            work.progress.go_on()
            came, lost = store.write(partial(_bring_over, keys=keys, operations=chunk)).value
            done, failed, keys, last = done + came, failed + lost, (), chunk[-1].local_order
    except EnvironmentFault as fault:
        if not fault.code.startswith("store."):
            raise
        # What lies behind the damage comes back from the server, or is salvaged from what is kept aside.
    finally:
        present.close()
        remove_folder(probe)
    return done, failed


def _behind(reader: Reader, after: int) -> tuple[HistoricOperation, ...]:
    return reader.all_operations(after, _CHUNK)


def _bring_over(
    unit: UnitOfWork, keys: tuple[LearnerKey, ...], operations: tuple[HistoricOperation, ...]
) -> tuple[int, int]:
    return unit.rescue(keys, operations)


def _open_copy(work: _Work, probe: Path, manifest: Manifest) -> Store | None:
    """Open a copy of the store that is there; None if it cannot be read or is another device's."""
    database = work.place.store / DATABASE_NAME
    if not database.is_file():
        return None
    try:
        probe.mkdir(mode=0o700, exist_ok=True)
        for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal"):
            if (work.place.store / name).is_file():
                shutil.copyfile(work.place.store / name, probe / name)
        store = Store.open(probe, work.opened.data_key, work.around.store_ports())
    except (EnvironmentFault, OSError):
        return None
    is_ours = store.device == manifest.facts.device
    if is_ours and store.read(lambda reader: reader.operations_behind(0)[0]) > 0:
        return store
    store.close()
    return None
