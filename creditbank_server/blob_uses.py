"""Which applications use a file of evidence, and the end of files that none uses any more."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.vault.sealing import LearnerSealer
from creditbank_server.blobs import office_folder
from creditbank_server.database import Connection, Pool
from creditbank_server.documents import read_document
from creditbank_server.learner_keys import LearnerKeyShelf
from creditbank_server.server_ports import ServerPorts

ORPHAN_SECONDS = 3_600
"""A file without a row that is younger may just be coming in."""
_AT_ONCE = 500
_NAME_DIGITS = 64


def write_uses(connection: Connection, office: OfficeId, applications: Iterable[Application]) -> None:
    """Keep which files ``applications`` use; a file that nobody uses any more is forgotten.

    What lost its row is deleted from the disk by `sweep_files`, after the commit.
    """
    changed = tuple(applications)
    if not changed:
        return
    ended = [file.application for file in changed if file.scans_disposed_on or not file.evidence]
    rows = [
        (office, item.blob, file.application)
        for file in changed
        if file.scans_disposed_on is None
        for item in file.evidence
    ]
    with connection.cursor() as cursor:
        if rows:
            cursor.executemany(
                "INSERT INTO blob_uses (office, blob, application) VALUES (%s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                rows,
            )
        cursor.execute(
            "WITH gone AS (DELETE FROM blob_uses WHERE office = %(office)s AND application = ANY(%(ended)s)"
            " RETURNING blob, application)"
            " DELETE FROM blobs WHERE office = %(office)s AND blob IN (SELECT blob FROM gone)"
            " AND NOT EXISTS (SELECT 1 FROM blob_uses u WHERE u.office = blobs.office"
            " AND u.blob = blobs.blob AND NOT (u.application = ANY(%(ended)s)))",
            {"office": office, "ended": ended},
        )


def fill_uses(pool: Pool, ports: ServerPorts) -> int:
    """Write the uses of every application kept before there was a table of them; return how many."""
    with pool.connection() as connection:
        offices = connection.execute(
            "SELECT DISTINCT office FROM records r WHERE kind = 'application'"
            " AND NOT EXISTS (SELECT 1 FROM blob_uses u WHERE u.office = r.office)"
        ).fetchall()
    return sum(_fill(pool, ports, OfficeId(row[0])) for row in offices)


def _fill(pool: Pool, ports: ServerPorts, office: OfficeId) -> int:
    filled, last = 0, ""
    while True:
        with pool.connection() as connection:
            rows = connection.execute(
                "SELECT id, learner, document FROM records WHERE office = %s AND kind = 'application'"
                " AND id > %s ORDER BY id LIMIT %s",
                (office, last, _AT_ONCE),
            ).fetchall()
            if not rows:
                return filled
            keys = LearnerKeyShelf(connection, ports.keys.storage_key)
            keys.load(learner for _, learner, _ in rows if learner is not None)
            sealer = LearnerSealer(keys)
            found = [read_document("application", row[0], row[1], bytes(row[2]), sealer) for row in rows]
            write_uses(connection, office, (file for file in found if isinstance(file, Application)))
            filled, last = filled + len(rows), rows[-1][0]


def sweep_files(pool: Pool, folder: Path, seconds: float = ORPHAN_SECONDS) -> int:
    """Delete the files in ``folder`` that their office does not know (any more) and return how many."""
    if not folder.is_dir():
        return 0
    with pool.connection() as connection:
        offices = [OfficeId(row[0]) for row in connection.execute("SELECT office FROM offices")]
    removed = 0
    for office in offices:
        for inner in sorted((folder / office_folder(office)).glob("*")):
            removed += _sweep_folder(pool, office, inner, seconds)
    return removed


def _sweep_folder(pool: Pool, office: OfficeId, inner: Path, seconds: float) -> int:
    names = [path.name for path in inner.iterdir() if len(path.name) == _NAME_DIGITS]
    with pool.connection() as connection:
        rows = connection.execute(
            "SELECT blob FROM blobs WHERE office = %s AND blob = ANY(%s)", (office, names)
        ).fetchall()
    removed = 0
    for name in set(names) - {row[0] for row in rows}:
        path = inner / name
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > seconds:
                path.unlink()
                removed += 1
    return removed
