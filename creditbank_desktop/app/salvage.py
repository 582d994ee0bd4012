"""Brings what can be read of a damaged office into a new one beside it; the damaged one stays as it is."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC
from pathlib import Path

from creditbank_desktop.app.asking import ask_secret
from creditbank_desktop.app.completing import complete_restore, has_finished_restore
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.office import Surroundings, surroundings
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.recovery import Means, data_key_by
from creditbank_desktop.devices.files import remove_folder, write_whole
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.models.identity import StorePorts
from creditbank_desktop.models.salvage import Salvaged, salvage
from creditbank_desktop.services.views_backup import RestoreReport
from creditbank_desktop.ui.safety.restore_desk import SALVAGE, RestoreRequest
from creditbank_desktop.vault.keyring import Keyring

REPORT_NAME = "salvage-report.json"
STAGING = ".salvaging"
DAMAGED_PREFIX = "damaged-"


@dataclass(frozen=True, slots=True)
class SalvagedOffice:
    """The new office, what came of it, and the report (without personal data) beside it."""

    place: OfficePlace
    result: Salvaged
    report: Path


def salvage_office(old: OfficePlace, new: OfficePlace, data_key: bytes, ports: StorePorts) -> SalvagedOffice:
    """Make ``new`` from what can be read of ``old``: keys, evidence files and a new database.

    Raises `Refused` "salvage.not_empty" when something lies in ``new`` already, and `EnvironmentFault` as
    `creditbank_desktop.models.salvage.salvage` and for the disk; what was begun is cleared away then.
    """
    if new.folder.exists() and any(new.folder.iterdir()):
        raise Refused("salvage.not_empty", path=str(new.folder))
    try:
        new.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        result = salvage(old.store, new.store, data_key, ports)
        for file in (old.keyring, old.keyring_copy, old.recovery):
            if file.exists():
                shutil.copy2(file, new.folder / file.name)
        if old.evidence.is_dir():
            shutil.copytree(old.evidence, new.evidence)
        report = new.folder / REPORT_NAME
        write_whole(report, _report(result).encode())
    except OSError as fault:
        remove_folder(new.folder)
        reason = fault.strerror or ""
        raise EnvironmentFault("folder.unwritable", path=str(new.folder), reason=reason) from fault
    except BaseException:  # no half-made office may stay, also on Ctrl+C
        remove_folder(new.folder)
        raise
    return SalvagedOffice(new, result, report)


def salvage_in_place(place: OfficePlace, around: Surroundings, request: RestoreRequest) -> RestoreReport:
    """Put what can be read of the store in ``place`` in its stead, as somebody asked at the window.

    The damaged store is kept in a folder beside it, with the report. Raises `Refused` for a wrong passphrase
    or code, `Problems` for an unlock file that cannot be read; `EnvironmentFault` as `salvage_office`, and
    then all is as it was.
    """
    complete_restore(place)
    now = around.clock.now()
    fresh = OfficePlace(place.folder / STAGING)
    kept = place.folder / f"{DAMAGED_PREFIX}{now.astimezone(UTC):%Y%m%dT%H%M%S%fZ}"
    remove_folder(fresh.folder)
    try:
        result = salvage(place.store, fresh.store, _key(place, around, request), around.store_ports())
        write_whole(fresh.folder / REPORT_NAME, _report(result).encode())
        place.store.rename(kept)
        try:
            fresh.store.rename(place.store)
        except OSError:
            kept.rename(place.store)
            raise
        (fresh.folder / REPORT_NAME).rename(kept / REPORT_NAME)
    except OSError as fault:
        reason = fault.strerror or ""
        raise EnvironmentFault("folder.unwritable", path=str(place.folder), reason=reason) from fault
    finally:
        remove_folder(fresh.folder)
    return RestoreReport(
        now,
        result.replayed,
        0,
        0,
        unreadable=result.lost,
        replaced=str(kept),
        is_enrolled=True,
        salvaged=True,
    )


def _key(place: OfficePlace, around: Surroundings, request: RestoreRequest) -> bytes:
    if request.unlock_file:
        return data_key_by(place, Means(request.code, _read(Path(request.unlock_file))))
    if request.code:
        return data_key_by(place, Means(request.code))
    keyring = Keyring.open(place.keyring, around.clock, around.cost, around.keyring_around())
    return keyring.unlock(request.login, request.passphrase).data_key


def _read(unlock_file: Path) -> bytes:
    try:
        return unlock_file.read_bytes()
    except OSError as fault:
        raise Problems([Problem("file.unreadable", "unlock_file")]) from fault


def salvage_command(arguments: argparse.Namespace, ask: Callable[[str], str] = ask_secret) -> int:
    """Run ``creditbank salvage``; return `Exit.FINDINGS` when something could not be read."""
    from creditbank_desktop.app.resources import resources_folder
    from creditbank_desktop.devices.clock import SystemClock

    old = office_in(arguments.source)
    around = surroundings(resources_folder(), SystemClock())
    key = _key(old, around, _asked(old, around, arguments, ask))
    done = salvage_office(old, OfficePlace(arguments.target), key, around.store_ports())
    result = done.result
    print(f"Made {done.place.folder}: {result.replayed} operations took effect, {result.copied} rows copied.")
    if result.waiting:
        print(f"  {result.waiting} operations wait for something that is missing; a sync brings it.")
    for loss in result.losses:
        if loss.lost or not loss.is_complete:
            sure = "" if loss.is_complete else " at least"
            print(f"  {loss.table}:{sure} {loss.lost} rows could not be read ({loss.first} to {loss.last})")
    print(f"Report: {done.report}")
    print("The damaged office was left as it is. Check the new one, then put it in the other's place.")
    return Exit.FINDINGS if result.lost else Exit.DONE


def _asked(
    old: OfficePlace, around: Surroundings, arguments: argparse.Namespace, ask: Callable[[str], str]
) -> RestoreRequest:
    if arguments.unlock_file is not None:
        file = str(arguments.unlock_file)
        return RestoreRequest(SALVAGE, code=ask("Unlock code: "), unlock_file=file)
    if arguments.recovery_code:
        return RestoreRequest(SALVAGE, code=ask("Recovery code: "))
    people = Keyring.open(old.keyring, around.clock, around.cost, around.keyring_around()).people()
    login = arguments.login or (people[0].login if len(people) == 1 else input("Login: "))
    return RestoreRequest(SALVAGE, login, ask(f"Passphrase of {login}: "))


def office_in(folder: Path) -> OfficePlace:
    """Return the office in ``folder``, which may also be its store's folder or the data folder above it.

    A restore there that was cut short is finished first. Raises `EnvironmentFault` "salvage.missing" (path),
    and as `complete_restore`.
    """
    for place in (folder, folder.parent, folder / "office", folder / "data" / "office"):
        office = OfficePlace(place)
        has_keys = any(file.exists() for file in (office.keyring, office.keyring_copy, office.recovery))
        # On a new computer everything may still lie in what a restore made whole.
        if has_keys or has_finished_restore(office):
            complete_restore(office)
            return office
    raise EnvironmentFault("salvage.missing", path=str(folder))


def _report(result: Salvaged) -> str:
    tables = [asdict(loss) for loss in result.losses]
    plain = {
        "replayed": result.replayed,
        "waiting": result.waiting,
        "copied": result.copied,
        "lost": result.lost,
        "tables": tables,
    }
    return json.dumps(plain, indent=1)
