"""Walks the main path through the real modules and leaves its papers, pictures and a summary in a folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

from creditbank_desktop.app.demo.path import MainPath
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.office import Session, surroundings
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.staffing import StaffedOffice, staff_sample_office
from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_desktop.version import VERSION
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer, temporary_server

ZONE = timezone(timedelta(hours=8))
BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
"""A Monday well inside the published calendar, so that every run prints the same days."""


def walk_main_path(out: Path, language: str | None, *, screenshots: bool) -> int:
    """Walk the path, write receipt.pdf, notice.pdf, statement.pdf, pictures and summary.json into ``out``.

    The walk has its own embedded server and its own data folder, both gone afterwards. Returns the exit code.
    """
    out.mkdir(parents=True, exist_ok=True)
    clock = SettableClock(ZONE, BEGIN)
    folder = Path(tempfile.mkdtemp(prefix="creditbank-demo-"))
    try:
        print("server: start the embedded PostgreSQL and the central server")
        with temporary_server(clock) as server:
            office = staff_sample_office(OfficePlace(folder), surroundings(resources_folder(), clock))
            try:
                summary = _walk(office, server, clock, out)
                if screenshots:
                    from creditbank_desktop.app.demo.pictures import take_pictures

                    print("screens: take pictures")
                    summary["pictures"] = take_pictures(
                        office, out, language, LearnerId(str(summary["learner"]))
                    )
            finally:
                office.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    (out / "summary.json").write_text(json.dumps(summary, ensure_ascii=False, indent=1), "utf-8")
    print(f"done: {summary['credits']} credits posted; papers and summary.json are in {out}")
    return Exit.DONE


def enrol(session: Session, engine: SyncEngine, server: EmbeddedServer) -> None:
    """Enrol the session's device with ``server`` and fetch what it has, account numbers among it."""
    engine.enrol(session.actor, server.address, server.enrolment_code())
    engine.sync_now()


def _walk(
    office: StaffedOffice, server: EmbeddedServer, clock: SettableClock, out: Path
) -> dict[str, object]:
    staff = office.by_role()
    administrator = staff[Role.ADMINISTRATOR]
    engine = SyncEngine(administrator.store, administrator.room.files, clock, Ed25519Verifier())
    enrol(administrator, engine, server)
    path = MainPath(staff, engine, clock, _scans(administrator.around.resources), print)
    path.register()
    path.take_in()
    path.review()
    path.evaluate()
    path.sign()
    path.wait_for_publicity()
    path.deliver()
    path.post()
    path.state_credits()
    path.synchronise()
    files = {f"{name}.pdf": issued.pdf for name, issued in path.papers.items()}
    for name, data in files.items():
        (out / name).write_bytes(data)
    return _summary(path, files)


def _summary(path: MainPath, files: Mapping[str, bytes]) -> dict[str, object]:
    clerk = path.staff[Role.CLERK]
    account = clerk.services.ledger.account(clerk.actor, path.learner)
    entry = account.entries[-1].entry
    return {
        "version": VERSION,
        "learner": path.learner,
        "account": account.account_number,
        "application": path.application,
        "rule": None if entry.rule is None else entry.rule.rule,
        "rule_version": None if entry.rule is None else entry.rule.version,
        "credits": format_credits(entry.credits),
        "balance": format_credits(account.balance),
        "ledger_entry": {"id": entry.entry, "number": entry.number, "hash": entry.hash},
        "server_sequence": entry.server_sequence,
        "chain_is_whole": account.broken_at is None,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }


def _scans(resources: Path) -> dict[str, Path]:
    certificate = resources / "sample" / "certificates" / "skill-certificate-level-3.png"
    return {"certificate": certificate}
