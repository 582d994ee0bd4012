"""How long receiving an application takes in a store of full size, beside inserting the same rows bare."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from creditbank_desktop.app.bench.big_store import BigStore, big_store
from creditbank_desktop.app.bench.measures import Report, figure, milliseconds, timed
from creditbank_desktop.app.bench.standing import AS_OF
from creditbank_desktop.app.office import Session
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.lines import LineOrder, plan_line
from creditbank_desktop.app.sample.sources import CatalogueEntry, read_sample_sources
from creditbank_desktop.devices.memory import resident_mib
from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.models.anchor import ANCHOR_NAME
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment, OutcomeForm

RUNS = 100
_WARM_UPS = 5
_FIRST_SERIAL = 900_000
_OWNED = ("application", "outcome_line", "evidence", "deed", "duplicate_key", "operation")
"""Tables whose rows name the application that they belong to."""
_COUNTED = frozenset({"local_order", "number"})


def measure(learners: int) -> Report:
    """Submit applications with two outcomes and a scan, one after another, in a copy of the store."""
    with big_store(learners).copied() as store:
        session = store.open()
        try:
            return _report(store, session)
        finally:
            session.close()


def _report(store: BigStore, session: Session) -> Report:
    forms = seeded_forms(session, store.seed)
    taken = [submit_form(session, next(forms))[1] for _ in range(_WARM_UPS)]
    taken.clear()
    connection = _connect(session)
    log = session.place.store / f"{DATABASE_NAME}-wal"
    bare: list[float] = []
    flushes: list[float] = []
    written: list[int] = []
    for number in range(RUNS):
        form = next(forms)
        before = log.stat().st_size
        application, took = submit_form(session, form)
        taken.append(took)
        # A log that was written back begins again and does not grow: then the last size stands.
        written.append(max(log.stat().st_size - before, 0) or (written[-1] if written else 40_000))
        flushes.append(_flush(session.place.store, written[-1]))
        rows = _rows_of(connection, application)
        bare.append(milliseconds(partial(_insert, connection, rows, f"bare-{number}")))
    connection.close()
    besides = [total - flush for total, flush in zip(taken, flushes, strict=True)]
    baseline = ("bare SQLCipher insert of the same rows", bare)
    figures = (
        figure("submit, besides the flush", "ms", besides, target="≤ 50 ms"),
        figure("submit, with the flush", "ms", taken, baseline=baseline),
        figure("the disk's flush of as many bytes", "ms", flushes),
        figure("bytes written", "bytes", written),
        figure("memory", "MiB", [resident_mib()], target="≤ 350 MiB"),
    )
    note = "a submit flushes twice: the log of the database, and the anchor beside it"
    return Report("submit", store.seed, figures, (store.told(), note))


def submit_form(session: Session, form: ApplicationForm) -> tuple[ApplicationId, float]:
    """Submit a form; warnings about numbers are confirmed, as a clerk does who looks at the paper."""
    check = session.services.intake.check(session.actor, form)
    if check.errors:
        raise Problems(check.errors)
    confirmed = frozenset(f"{problem.field}:{problem.code}" for problem in check.problems)
    ready = replace(form, confirmed=confirmed, note="与原件核对")
    submitted, took = timed(partial(session.services.intake.submit, session.actor, ready))
    return submitted.value.application, took


def seeded_forms(session: Session, seed: int) -> Iterator[ApplicationForm]:
    """Yield forms of two outcomes with a scan, of learners all over the store, each saved as a draft."""
    chance = Random(seed)
    entries = cycle(read_sample_sources(resources_folder() / "sample").entries)
    scan = resources_folder() / "sample" / "certificates" / "cert_photo.jpg"
    actor, services = session.actor, session.services
    serial = _FIRST_SERIAL
    for learner, programme in _learners(session, chance):
        outcomes = []
        for _ in range(2):
            serial += 1
            entry = next(entry for entry in entries if _suits(entry, programme))
            plan = plan_line(entry, LineOrder(programme, AS_OF, serial), chance)
            outcomes.append(
                OutcomeForm(services.intake.new_line(actor), plan.type, plan.fields, plan.requested)
            )
        attachment = Attachment("certificate", scan.name, str(scan), line=outcomes[0].line)
        evidence = services.evidence.attach(actor, attachment).value
        form = ApplicationForm(learner, tuple(outcomes), (evidence,))
        yield replace(form, draft=services.intake.save_draft(actor, form).value)


def _suits(entry: CatalogueEntry, programme: str) -> bool:
    return not entry.veteran and (not entry.programmes or programme in entry.programmes)


def _learners(session: Session, chance: Random) -> Iterator[tuple[LearnerId, str]]:
    total = session.store.read(lambda reader: reader.learner_count())
    every = max(1, total // 400)
    keys = [key for key in session.store.read(lambda reader: reader.learner_anchors(every)) if key]
    while True:
        wanted = LearnerId(chance.choice(keys)[-1])
        found = session.store.read(partial(_learner, wanted))
        if found is not None:
            yield found.learner, found.programme


def _learner(wanted: LearnerId, reader: Any) -> Any:
    return reader.learner(wanted)


def _flush(folder: Path, size: int) -> float:
    """Return how long the disk takes to keep as many bytes as a submit writes, in the same two steps."""
    log, anchor = folder / "flush.log", folder / "flush.anchor"
    block, small = os.urandom(size), (folder / ANCHOR_NAME).read_bytes()
    log.touch()

    def write() -> None:
        for place, data in ((log, block), (anchor, small)):
            with place.open("r+b" if place is log else "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        anchor.replace(folder / "flush.kept")

    took = milliseconds(write)
    log.unlink()
    (folder / "flush.kept").unlink()
    return took


def _connect(session: Session) -> Any:
    path = session.place.store / DATABASE_NAME
    return open_database(path, session.unlocked.data_key, busy_timeout_ms=5_000)


Rows = list[tuple[str, dict[str, Any]]]


def _rows_of(connection: Any, application: ApplicationId) -> Rows:
    """Return every row that the submit of ``application`` wrote, with its table."""
    found: Rows = []
    for table in _OWNED:
        found += _select(connection, table, "application = ?", application)
    operation = next(values["op_id"] for table, values in found if table == "operation")
    for table in ("stream", "audit"):
        found += _select(connection, table, "op_id = ?", operation)
    return found


def _select(connection: Any, table: str, condition: str, value: str) -> Rows:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {condition}", (value,))
    names = [column[0] for column in cursor.description]
    return [(table, dict(zip(names, row, strict=True))) for row in cursor]


def _insert(connection: Any, rows: Rows, key: str) -> None:
    """Insert the rows once more under other keys, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for table, values in rows:
        changed = {name: _renamed(name, value, key) for name, value in values.items()}
        places = ", ".join("?" * len(changed))
        connection.execute(
            f"INSERT INTO {table} ({', '.join(changed)}) VALUES ({places})", list(changed.values())
        )
    connection.execute("COMMIT")


def _renamed(name: str, value: Any, key: str) -> Any:
    if name in _COUNTED:
        return None
    return key if name in ("application", "op_id", "incarnation") else value
