"""The commands about people and recovery: ``staff``, ``recovery-key``, ``open-escrow``."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.vault.core_files import forbid_core_files
from creditbank_desktop.vault.escrow import open_recovery_key, read_recovery_file
from creditbank_server.settings import Settings

if TYPE_CHECKING:
    from creditbank_server.central_server import CentralServer

Opened = Callable[[Settings], "AbstractContextManager[CentralServer]"]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser], opened: Opened) -> None:
    """Add the commands to those of the program; ``opened`` opens the server beside one that runs."""
    staff = commands.add_parser("staff", help="list who may work at an office")
    acts = staff.add_subparsers(required=True, metavar="ACT")
    adding = acts.add_parser("add", help="put somebody on the list and print their one-time code")
    adding.add_argument("--login", required=True)
    adding.add_argument("--name", required=True)
    adding.add_argument("--roles", required=True, help="separated by commas, such as clerk,evaluator")
    removing = acts.add_parser("remove", help="take somebody off the list; they are deactivated everywhere")
    removing.add_argument("--login", required=True)
    listing = acts.add_parser("list", help="print the list of an office")
    exporting = acts.add_parser("export", help="write the signed list for a stick")
    exporting.add_argument("--out", type=Path, required=True)
    for act, run in ((adding, _add), (removing, _remove), (listing, _list), (exporting, _export)):
        act.add_argument("--office", required=True, help="id of the office")
        act.set_defaults(run=_within(opened, run))
    making = commands.add_parser("recovery-key", help="make the organisation's recovery key")
    making.add_argument("--out", type=Path, required=True, help="file for the private half; keep it offline")
    making.set_defaults(run=_within(opened, _make_key))
    opening = commands.add_parser("open-escrow", help="open an office's escrow copy once")
    opening.add_argument("escrow", type=Path, help="the office's recovery.json")
    opening.add_argument("--key", type=Path, required=True, help="file of the recovery key")
    opening.add_argument("--out", type=Path, help="where the unlock file goes (default: beside the copy)")
    opening.set_defaults(run=_within(opened, _open_escrow))
    for command in (making, opening):
        command.add_argument(
            "--passphrase-file", type=Path, help="file with the passphrase in its first line (else asked)"
        )


def _within(
    opened: Opened, run: Callable[[CentralServer, argparse.Namespace], int]
) -> Callable[[Settings, argparse.Namespace], int]:
    def command(settings: Settings, parsed: argparse.Namespace) -> int:
        forbid_core_files()
        with opened(settings) as server:
            return run(server, parsed)

    return command


def _add(server: CentralServer, parsed: argparse.Namespace) -> int:
    roles = [_role(name.strip()) for name in parsed.roles.split(",") if name.strip()]
    code = server.desks.staff.add(OfficeId(parsed.office), parsed.login, parsed.name, roles)
    print(code or f"{parsed.login} works there already; the new roles are with the office's next sync")
    return 0


def _remove(server: CentralServer, parsed: argparse.Namespace) -> int:
    enrolled = server.desks.staff.remove(OfficeId(parsed.office), parsed.login)
    print("removed; deactivated at the office's next sync" if enrolled else "removed")
    return 0


def _list(server: CentralServer, parsed: argparse.Namespace) -> int:
    for row in server.desks.staff.rows(OfficeId(parsed.office)):
        print(f"{row.login}\t{row.name}\t{','.join(row.roles)}\t{row.state}")
    return 0


def _export(server: CentralServer, parsed: argparse.Namespace) -> int:
    _write_new(parsed.out, server.desks.staff.signed_list(OfficeId(parsed.office)), replace=True)
    return 0


def _make_key(server: CentralServer, parsed: argparse.Namespace) -> int:
    if parsed.out.exists():
        raise EnvironmentFault("file.exists", path=str(parsed.out))
    key_id, file = server.desks.recovery.make_key(_passphrase(parsed, new=True))
    _write_new(parsed.out, file)
    print(f"recovery key {key_id}; keep {parsed.out} and its passphrase apart and off this machine")
    return 0


def _open_escrow(server: CentralServer, parsed: argparse.Namespace) -> int:
    file = read_recovery_file(_read(parsed.escrow))
    private = open_recovery_key(_read(parsed.key), _passphrase(parsed, new=False))
    unlock, code = server.desks.recovery.open_copy(private, file)
    out = parsed.out or parsed.escrow.with_name("unlock.json")
    _write_new(out, unlock)
    print(f"unlock file: {out}\ncode (send it another way): {code}")
    return 0


def _role(name: str) -> Role:
    try:
        return Role(name)
    except ValueError as unknown:
        raise Problems([Problem("person.no_role", "roles")]) from unknown


def _passphrase(parsed: argparse.Namespace, *, new: bool) -> str:
    if parsed.passphrase_file is not None:
        return _read(parsed.passphrase_file).decode("utf-8", "replace").split("\n", 1)[0].rstrip("\r")
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Passphrase of the recovery key: ")
    if new and getpass.getpass("Once more: ") != first:
        raise Problems([Problem("passphrase.differs", "passphrase")])
    return first


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise EnvironmentFault("file.unreadable", path=str(path), reason=fault.strerror or "") from fault


def _write_new(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file that only its owner can read, never over another unless told to."""
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if replace else os.O_EXCL)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as taken:
        raise EnvironmentFault("file.exists", path=str(path)) from taken
    except OSError as fault:
        raise EnvironmentFault("file.unwritable", path=str(path), reason=fault.strerror or "") from fault
