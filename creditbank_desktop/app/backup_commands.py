"""The commands backup, backups, restore and export."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path

from creditbank_desktop.app.backups import backups_within_reach
from creditbank_desktop.app.completing import complete_restore
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.office import Session, Surroundings, surroundings, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.restoring import RestoreKey, restore_office
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.devices.paths import Folders, folders_under, system_folders
from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.services.exporting import ExportPurpose
from creditbank_desktop.services.views_backup import BackupView, RestoreReport
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.vault.keyring import Keyring
from creditbank_desktop.vault.keys import Ed25519Verifier

OFFICE_FOLDER = "office"
LOCK_NAME = "creditbank.lock"
Ask = Callable[[str], str]


def run_command(arguments: argparse.Namespace) -> int:
    """Run one of the commands and return the exit code."""
    folders = system_folders() if arguments.data_dir is None else folders_under(arguments.data_dir)
    place = OfficePlace(folders.data / OFFICE_FOLDER)
    match arguments.command:
        case "backup":
            return _backup(place, arguments)
        case "backups":
            return _list(place, arguments)
        case "restore":
            return _restore(folders, place, arguments)
        case _:
            return _export(place, arguments)


def _backup(place: OfficePlace, arguments: argparse.Namespace) -> int:
    session = _sign_in(place, arguments.login)
    try:
        backups, actor = session.services.backups, session.actor
        folder = None if arguments.to is None else str(arguments.to.absolute())
        made = backups.make(actor, BackupProgress(), folder).value
    finally:
        session.close()
    print(f"Backed up and checked: {made.backup.path}")
    print(f"  {made.backup.operations} operations, {made.backup.files} files, {_size(made.backup)}")
    if made.backup.files_missing:
        print(f"  {made.backup.files_missing} files that the office names are not on this computer.")
    return Exit.DONE


def _list(place: OfficePlace, arguments: argparse.Namespace) -> int:
    found = _within_reach(place, arguments.source)
    if arguments.json:
        rows = [
            {
                "path": one.path,
                "made_at": one.made_at.isoformat(),
                "kind": one.kind.value,
                "size_bytes": one.size_bytes,
                "operations": one.operations,
                "files": one.files,
                "device": one.device,
                "fault": one.fault,
            }
            for one in found
        ]
        print(json.dumps({"backups": rows}, ensure_ascii=False))
        return Exit.DONE
    for one in found:
        state = one.fault or "good"
        print(f"{one.made_at:%Y-%m-%d %H:%M} UTC  {one.kind.value:<16} {_size(one):>10}  {state}  {one.path}")
    if not found:
        print("There is no backup within reach yet. 'creditbank backup' makes one.")
    return Exit.DONE


def _restore(folders: Folders, place: OfficePlace, arguments: argparse.Namespace) -> int:
    from PySide6.QtCore import QLockFile

    backup = arguments.backup or _latest(place, arguments)
    if backup is None:
        print("creditbank: name a backup, or say --latest; 'creditbank backups' lists them.", file=sys.stderr)
        return Exit.USAGE
    key = _key(arguments)
    # The lock of the window: while either has the office, the other stays out.
    lock = QLockFile(str(folders.make().data / LOCK_NAME))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        print("creditbank: the program is running; close it first.", file=sys.stderr)
        return Exit.ENVIRONMENT
    try:
        report = restore_office(place, _around(), Path(backup).absolute(), key, BackupProgress())
        _say(report)
        if report.is_enrolled and not arguments.no_sync and key.passphrase:
            _synchronise(place, key)
    finally:
        lock.unlock()
    return Exit.DONE


def _export(place: OfficePlace, arguments: argparse.Namespace) -> int:
    passphrase = ""
    if arguments.encrypt:
        passphrase = _ask("Passphrase for the export: ")
    else:
        print("The export is NOT encrypted: whoever has the folder can read everything in it.")
    session = _sign_in(place, arguments.login)
    try:
        exports, actor = session.services.exports, session.actor
        purpose = ExportPurpose(arguments.purpose, arguments.words)
        report = exports.everything(
            actor, str(arguments.out.absolute()), purpose, passphrase, BackupProgress()
        ).value
    finally:
        session.close()
    print(f"Exported: {report.path}")
    print(f"  {report.operations} operations, {report.tables} tables")
    print(f"  {report.files} files, {report.papers} papers")
    if report.missing_files:
        print(f"  {report.missing_files} files or papers could not be read; manifest.json names them.")
    return Exit.DONE


def _say(report: RestoreReport) -> None:
    print(f"Restored the backup of {report.made_at:%Y-%m-%d %H:%M} UTC: {report.operations} operations.")
    if report.rescued:
        print(f"  {report.rescued} later operations were still readable and were brought over.")
    if report.unreadable:
        print(f"  {report.unreadable} later operations could not be used.")
    if report.files_missing:
        print(f"  {report.files_missing} evidence files were not in the backup; the server may have them.")
    if report.findings:
        print(f"  {report.findings} rows do not hold; 'creditbank doctor' names them.")
    print(f"  What was there is kept in {report.replaced}")
    if report.is_enrolled:
        print("  Synchronise before new work: the server may have operations made after the backup.")


def _synchronise(place: OfficePlace, key: RestoreKey) -> None:
    session = unlock_office(place, _around(), key.login, key.passphrase)
    try:
        engine = SyncEngine(session.store, session.room.files, session.room.clock, Ed25519Verifier())
        done = engine.sync_now()
        print(f"Synchronised: {done.pulled} operations fetched, {done.pushed} sent.")
    except (EnvironmentFault, Refused) as fault:
        print(f"The server could not be asked ({fault.code}); synchronise before new work.")
    finally:
        session.close()


def _key(arguments: argparse.Namespace) -> RestoreKey:
    if arguments.unlock_file is not None:
        unlock_file = _read(arguments.unlock_file)
        return RestoreKey(code=_ask("Unlock code: "), unlock_file=unlock_file)
    if arguments.recovery_code:
        return RestoreKey(code=_ask("Recovery code: "))
    login = arguments.login or _ask_plainly("Login: ")
    return RestoreKey(login, _ask(f"Passphrase of {login}: "))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise EnvironmentFault("file.unreadable", path=str(path), reason=fault.strerror or "") from fault


def _latest(place: OfficePlace, arguments: argparse.Namespace) -> Path | None:
    if not arguments.latest:
        return None
    found = [one for one in _within_reach(place, arguments.source) if not one.fault and one.has_files]
    if not found:
        raise EnvironmentFault("backup.none")
    return Path(found[0].path)


def _within_reach(place: OfficePlace, source: Path | None) -> tuple[BackupView, ...]:
    return backups_within_reach(place, "" if source is None else str(source.absolute()))


def _sign_in(place: OfficePlace, login: str | None) -> Session:
    complete_restore(place)
    if not place.exists:
        raise EnvironmentFault("store.missing", path=str(place.store))
    people = Keyring.open(place.keyring, SystemClock()).people()
    login = login or (people[0].login if len(people) == 1 else _ask_plainly("Login: "))
    return unlock_office(place, _around(), login, _ask(f"Passphrase of {login}: "))


def _around() -> Surroundings:
    return surroundings(resources_folder(), SystemClock())


def _ask(words: str) -> str:
    """Ask for a secret at the terminal; a script gives it as a line of its own."""
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(words)
    return _line()


def _ask_plainly(words: str) -> str:
    return input(words) if sys.stdin is not None and sys.stdin.isatty() else _line()


def _line() -> str:
    return "" if sys.stdin is None else sys.stdin.readline().rstrip("\r\n")


def _size(view: BackupView) -> str:
    return f"{view.size_bytes / 2**20:.1f} MiB"
