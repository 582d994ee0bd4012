"""How fast the audit trail grows and is verified, beside rows without chain and signatures."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from creditbank_desktop.app.bench.measures import Report, figure, milliseconds, timed
from creditbank_desktop.app.bench.standing import SeededIds, StandingClock
from creditbank_desktop.app.office import Session, Surroundings, establish_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.people import read_sample_office, read_sample_people
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.database import open_database, use_write_ahead_log
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.checks import check_whole_store
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_desktop.vault.passphrases import Cost

SEED = 20261123
COST: Cost | None = None
"""What a passphrase costs; None is what it costs in real work."""
STEP = 500
"""Entries a transaction; the device signs where the trail stands as often."""
VERIFICATIONS = 3


def measure(learners: int) -> Report:
    """Append an entry for reading each of ``learners`` files, then check the whole store."""
    with tempfile.TemporaryDirectory(prefix="creditbank-bench-") as folder:
        session = _founded(OfficePlace(Path(folder) / "office"))
        try:
            return _report(session, learners, Path(folder) / "bare.db")
        finally:
            session.close()


def _founded(place: OfficePlace) -> Session:
    around = Surroundings(resources_folder(), StandingClock(), SeededIds(SEED), COST)
    people = read_sample_people(around.resources / "sample")
    first = next(person for person in people if Role.ADMINISTRATOR in person.roles)
    return establish_office(
        place, around, read_sample_office(around.resources / "sample"), first.form()
    ).session


def _report(session: Session, entries: int, bare_path: Path) -> Report:
    ids = SeededIds(SEED + 1)
    appended: list[float] = []
    inserted: list[float] = []
    last = session.store.read(_last_number)
    with closing(open_database(bare_path, session.unlocked.data_key, busy_timeout_ms=5_000)) as bare:
        use_write_ahead_log(bare)
        bare.execute("CREATE TABLE line (number INTEGER PRIMARY KEY, at, person, action, subject, detail)")
        for start in range(0, entries, STEP):
            subjects = [ids.new_id() for _ in range(min(STEP, entries - start))]
            each = 1_000 / len(subjects)
            appended.append(milliseconds(partial(_append, session, subjects)) * each)
            rows = [
                (last + start + place, "2026-06-30", "reader", "learner.read", subject, "{}")
                for place, subject in enumerate(subjects)
            ]
            inserted.append(milliseconds(partial(_insert, bare, rows)) * each)
    checks = [
        timed(partial(check_whole_store, session.store, Ed25519Verifier())) for _ in range(VERIFICATIONS)
    ]
    findings = [finding for found, _took in checks for finding in found]
    if findings:
        raise AssertionError(f"a trail that was just written does not hold: {findings[0]}")
    lines = session.store.read(_last_number)
    figures = (
        figure(
            "append an entry, 500 a transaction", "µs", appended, baseline=("bare SQLCipher row", inserted)
        ),
        figure("verify the whole trail with everything else", "ms", [took for _found, took in checks]),
        figure("verify one entry", "µs", [took * 1_000 / lines for _found, took in checks]),
    )
    return Report("audit", SEED, figures, (f"{lines} entries, signed by the device every {STEP}",))


def _append(session: Session, subjects: list[str]) -> None:
    def work(unit: UnitOfWork) -> None:
        for subject in subjects:
            unit.audit(session.actor, "learner.read", ("learner", subject))

    session.store.write(work)


def _insert(connection: Any, rows: Sequence[tuple[object, ...]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.execute("COMMIT")


def _last_number(reader: Reader) -> int:
    return reader.audit_head().number
