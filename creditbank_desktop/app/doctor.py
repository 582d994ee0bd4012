"""Examines the installation and the store, and says what is wrong and how to mend it."""

from __future__ import annotations

import importlib.util
import json
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import ModuleType

from creditbank_desktop.app.asking import ask_secret
from creditbank_desktop.app.backups import last_backup
from creditbank_desktop.app.completing import complete_restore
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.front_door import OFFICE_FOLDER, SAMPLE_FOLDER
from creditbank_desktop.app.machine import see_fonts, see_printer, see_scanner, see_space
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.devices.paths import Folders, folders_under, system_folders
from creditbank_desktop.domain.failures import EnvironmentFault, Problems
from creditbank_desktop.services.views_health import HealthFinding, HealthProgress, Severity
from creditbank_desktop.version import VERSION

Ask = Callable[[str], str]
_MODULES = (
    "PySide6.QtWidgets",
    "PySide6.QtPdf",
    "sqlcipher3",
    "sqlalchemy",
    "alembic",
    "reportlab",
    "cryptography",
    "argon2",
    "pypinyin",
    "zstandard",
)


class Health(StrEnum):
    """How a finding is meant."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked at: what was seen and, where it is not good, what to do."""

    what: str
    health: Health
    seen: str
    mend: str = ""


def examine(data_dir: Path | None, *, as_json: bool, login: str = "", ask: Ask = ask_secret) -> int:
    """Look at everything, print it, and return `Exit.DONE` if nothing is bad.

    With ``login``, the passphrase of an administrator or security officer is asked for and the office itself
    is examined too, page by page. Raises `Refused` for a wrong passphrase.
    """
    folders = system_folders() if data_dir is None else folders_under(data_dir)
    found = list(_look(folders))
    if login:
        found += _inside(folders, login, ask)
    if as_json:
        rows = [{name: str(getattr(row, name)) for name in Diagnosis.__slots__} for row in found]
        print(json.dumps({"version": VERSION, "findings": rows}, ensure_ascii=False))
    else:
        for row in found:
            mark = {Health.GOOD: "ok  ", Health.WARNING: "note", Health.BAD: "BAD "}[row.health]
            print(f"{mark} {row.what}: {row.seen}")
            if row.mend:
                print(f"     → {row.mend}")
    return Exit.FINDINGS if any(row.health is Health.BAD for row in found) else Exit.DONE


def _look(folders: Folders) -> Iterator[Diagnosis]:
    yield _python()
    yield _modules()
    yield _cipher()
    try:
        resources = resources_folder()
    except EnvironmentFault as fault:
        yield Diagnosis("resources", Health.BAD, str(fault.params), "install the program again")
        return
    yield _worded(see_fonts(resources / "fonts"))
    yield _reference_data(resources)
    yield _translations(resources / "translations")
    yield _folder(folders.data)
    yield _worded(see_space(folders.data))
    for name in (OFFICE_FOLDER, SAMPLE_FOLDER):
        yield from _office(folders.data / name)
    yield _worded(see_printer(folders.cache))
    yield _worded(see_scanner())


def _python() -> Diagnosis:
    import PySide6

    seen = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    if sys.version_info < (3, 12) and tuple(map(int, PySide6.__version__.split(".")[:2])) >= (6, 12):
        mend = "PySide6 6.12 is unsound on Python 3.11: install 6.11.3, or use Python 3.12 or later"
        return Diagnosis("runtime", Health.BAD, seen, mend)
    return Diagnosis("runtime", Health.GOOD, seen)


def _modules() -> Diagnosis:
    missing = [name for name in _MODULES if importlib.util.find_spec(name) is None]
    if missing:
        return Diagnosis("libraries", Health.BAD, f"missing: {', '.join(missing)}", "run the set-up again")
    return Diagnosis("libraries", Health.GOOD, f"{len(_MODULES)} present")


def _cipher() -> Diagnosis:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
        options = {option for (option,) in connection.execute("PRAGMA compile_options")}
    finally:
        connection.close()
    if row is None or "ENABLE_FTS5" not in options:
        return Diagnosis("encryption", Health.BAD, "sqlcipher3 without cipher", "install sqlcipher3 again")
    return Diagnosis("encryption", Health.GOOD, f"SQLCipher {row[0]}, SQLite {dbapi2.sqlite_version}")


def _reference_data(resources: Path) -> Diagnosis:
    from creditbank_desktop.app.reference import read_reference_data

    try:
        data = read_reference_data(resources)
    except Problems as problems:
        return Diagnosis("reference data", Health.BAD, str(problems), "install the program again")
    seen = f"{len(data.programmes.programmes())} programmes, {len(data.rule_sets)} rule sets"
    return Diagnosis("reference data", Health.GOOD, f"{seen}, calendar to {data.calendar.covered_through}")


def _translations(folder: Path) -> Diagnosis:
    names = sorted(file.name for file in folder.glob("*.qm"))
    if "zh_CN.qm" not in names:
        return Diagnosis("translations", Health.BAD, "zh_CN is missing", "install the program again")
    return Diagnosis("translations", Health.GOOD, ", ".join(names))


def _folder(data: Path) -> Diagnosis:
    probe = data / ".doctor"
    try:
        data.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        mend = "make the folder writable for this user, or choose another with --data-dir"
        return Diagnosis("data folder", Health.BAD, f"{data}: {error.strerror}", mend)
    return Diagnosis("data folder", Health.GOOD, str(data))


def _office(folder: Path) -> Iterator[Diagnosis]:
    from creditbank_desktop.devices.clock import SystemClock
    from creditbank_desktop.vault.keyring import Keyring

    place = OfficePlace(folder)
    try:
        complete_restore(place)
    except EnvironmentFault as fault:
        mend = "close the program, wait until a restore is done, and try again"
        yield Diagnosis(f"{folder.name} restore", Health.BAD, fault.code, mend)
        return
    if not place.exists:
        yield Diagnosis(f"{folder.name} store", Health.GOOD, "none yet")
        return
    try:
        people = Keyring.open(place.keyring, SystemClock()).people()
    except EnvironmentFault as fault:
        mend = "put the keyring file back from the last backup"
        yield Diagnosis(f"{folder.name} keyring", Health.BAD, fault.code, mend)
        return
    yield Diagnosis(f"{folder.name} keyring", Health.GOOD, f"{len(people)} people")
    size = sum(file.stat().st_size for file in place.store.glob("*") if file.is_file())
    if not size:
        mend = "put the store folder back from the last backup"
        yield Diagnosis(f"{folder.name} store", Health.BAD, "the database is missing", mend)
        return
    yield Diagnosis(f"{folder.name} store", Health.GOOD, f"{size // 2**20} MiB, encrypted")
    yield _last_backup(place)


def _last_backup(place: OfficePlace) -> Diagnosis:
    what = f"{place.folder.name} backup"
    last = last_backup(place)
    if last.made_at is None:
        return Diagnosis(what, Health.WARNING, "none within reach", "run 'creditbank backup'")
    return Diagnosis(what, Health.GOOD, f"{last.made_at:%Y-%m-%d %H:%M} UTC, {last.path}")


def _inside(folders: Folders, login: str, ask: Ask) -> Iterator[Diagnosis]:
    """Open the office and look at every page, signature and file; the page shows it too."""
    from creditbank_desktop.app.office import surroundings, unlock_office
    from creditbank_desktop.devices.clock import SystemClock

    place = OfficePlace(folders.data / OFFICE_FOLDER)
    around = surroundings(resources_folder(), SystemClock())
    try:
        session = unlock_office(place, around, login, ask(f"Passphrase of {login}: "))
    except EnvironmentFault as fault:
        mend = "restore a backup; without one, 'creditbank salvage' brings back what can be read"
        yield Diagnosis("office", Health.BAD, fault.code, mend)
        return
    try:
        report = session.services.health.examine(session.actor, HealthProgress()).value
    finally:
        session.close()
    for found in report.findings:
        yield _worded(found)


def _worded(found: HealthFinding) -> Diagnosis:
    """Return a finding in the words of the screens, which are English where no window is."""
    words = health_words()
    meant = {Severity.GOOD: Health.GOOD, Severity.NOTE: Health.WARNING, Severity.BAD: Health.BAD}
    what = str(words.word_area(found.area)).lower()
    return Diagnosis(what, meant[found.severity], str(words.word_seen(found)), str(words.word_advice(found)))


def health_words() -> ModuleType:
    """Return the words of findings; Qt is loaded only when there are any to word."""
    from creditbank_desktop.ui.wording import health_words as words

    return words
