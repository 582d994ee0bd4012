"""``creditbank recover``: a new passphrase without a window, by the recovery code or by an unlock file."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.front_door import OFFICE_FOLDER
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.devices.paths import folders_under, system_folders
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems


def recover(arguments: argparse.Namespace) -> int:
    """Give the person a new passphrase; secrets are asked for, or read line by line from a pipe.

    Lines in a pipe: the code, unless ``--code`` says it, then the new passphrase.
    """
    from creditbank_desktop.app.completing import complete_restore
    from creditbank_desktop.app.office import surroundings
    from creditbank_desktop.app.recovery import Means, recover_office
    from creditbank_desktop.devices.clock import SystemClock

    data: Path | None = arguments.data_dir
    folders = system_folders() if data is None else folders_under(data)
    place = OfficePlace(folders.data / OFFICE_FOLDER)
    complete_restore(place)
    if not place.exists:
        raise EnvironmentFault("store.missing", path=str(place.store))
    unlock_file = b"" if arguments.escrow_answer is None else _read(arguments.escrow_answer)
    words = "Recovery code: " if not unlock_file else "Code of the unlock file: "
    code = arguments.code or _ask(words)
    passphrase = _new_passphrase()
    around = surroundings(resources_folder(), SystemClock())
    session = recover_office(place, around, arguments.login, Means(code, unlock_file), passphrase)
    name = session.actor.name
    session.close()
    print(f"{name} ({arguments.login}) has the new passphrase.")
    print("The new signature is with the others after the next sync.")
    if not unlock_file:
        print("The recovery code was out of the safe: let an administrator make a new one.")
    return Exit.DONE


def _new_passphrase() -> str:
    first = _ask("New passphrase: ")
    if sys.stdin is not None and sys.stdin.isatty() and getpass.getpass("Once more: ") != first:
        raise Problems([Problem("passphrase.differs", "passphrase")])
    return first


def _ask(words: str) -> str:
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(words)
    return "" if sys.stdin is None else sys.stdin.readline().rstrip("\r\n")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise EnvironmentFault("file.unreadable", path=str(path), reason=fault.strerror or "") from fault
