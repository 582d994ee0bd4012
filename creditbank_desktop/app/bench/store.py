"""What encryption costs: the same tables, rows and statements in our store and in plain SQLite.

Both databases are opened by the same library with the same pragmas; only the key is missing in the plain one.
The two take turns, so that a busy moment of the machine meets both.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from sqlcipher3 import dbapi2

from creditbank_desktop.app.bench.fiction_learners import LearnerWorld, fictional_learners
from creditbank_desktop.app.bench.measures import Figure, Report, figure, milliseconds, timed
from creditbank_desktop.app.bench.standing import SeededIds, StandingClock
from creditbank_desktop.app.bench.statements import Transaction, taken_down
from creditbank_desktop.app.bench.submit import seeded_forms, submit_form
from creditbank_desktop.app.office import Session, Surroundings, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.people import read_sample_people
from creditbank_desktop.app.sample.sources import read_sample_sources
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.bulk import BulkWriter
from creditbank_desktop.models.database import CACHE_KIB, open_database, use_write_ahead_log
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.search_keys import fold_search
from creditbank_desktop.vault.passphrases import Cost

SEED = 20261123
COST: Cost | None = None
"""What a passphrase of the staff costs; None is what it costs in real work."""
READS = 20_000
SEARCHES = 2_000
OPENINGS = 20
UNLOCKS = 5
SUBMITS = 60
_WARM_UPS = 5
_CHUNK = 500
_TABLES = ("learner", "learner_key", "learner_search_key")
_PLAIN = "plain SQLite"
_BATCH = 100
"""Reads and searches are timed by the hundred: one takes a few microseconds."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The same database twice: encrypted under ``key``, and plain."""

    encrypted: Path
    plain: Path
    key: bytes

    def open_encrypted(self) -> Any:
        """Return a connection as the program makes it."""
        return open_database(self.encrypted, self.key, busy_timeout_ms=5_000)

    def open_plain(self) -> Any:
        """Return a connection to the plain one, alike but for the key."""
        connection = dbapi2.connect(str(self.plain), isolation_level=None, cached_statements=400)
        for pragma in (
            "foreign_keys = ON",
            "synchronous = FULL",
            "temp_store = MEMORY",
            "secure_delete = ON",
            f"cache_size = -{CACHE_KIB}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        use_write_ahead_log(connection)
        return connection

    def both(self) -> tuple[Any, Any]:
        """Return a connection to each."""
        return self.open_encrypted(), self.open_plain()


def measure(learners: int) -> Report:
    """Insert, read, search, open, check and submit in both."""
    with tempfile.TemporaryDirectory(prefix="creditbank-bench-") as folder:
        root = Path(folder)
        place, key = _staffed(root / "office")
        # Without rows yet, to be filled here; the office itself gets its learners at once.
        empty = _twice(place.store / DATABASE_NAME, root / "rows", key)
        _enter_learners(place, key, learners)
        rows = _Rows(place.store / DATABASE_NAME, key)
        inserts = _inserts(empty, rows)
        figures = (
            inserts,
            _point_reads(empty, rows.learners),
            _searches(empty, rows.learners),
            _openings(empty, rows.learners[0][0]),
            *_checks(empty),
            *_submits(place, key, root),
            _unlocks(place),
        )
        size = (
            f"{empty.encrypted.stat().st_size >> 20} MiB encrypted, {empty.plain.stat().st_size >> 20} plain"
        )
    notes = (
        f"{learners} learners with keys and what they are found by: {size}",
        "the same library (SQLCipher) without a key is the plain SQLite; the two take turns",
        "a submit in plain SQLite: ours, less its statements on an encrypted copy, plus those on a plain one",
    )
    return Report("store", SEED, figures, notes)


def _around(number: int) -> Surroundings:
    """Return what the office works with; each ``number`` gives other ids."""
    return Surroundings(resources_folder(), StandingClock(), SeededIds(SEED + number), COST)


def _staffed(folder: Path) -> tuple[OfficePlace, bytes]:
    """Set an office up and return its place and data key, closed."""
    place = OfficePlace(folder)
    staffed = staff_sample_office(place, _around(0))
    try:
        return place, next(iter(staffed.sessions.values())).unlocked.data_key
    finally:
        staffed.close()


def _enter_learners(place: OfficePlace, key: bytes, count: int) -> None:
    session = _clerk(place, 1)
    office = session.store.read(lambda reader: reader.office())
    assert office is not None
    people = LearnerWorld(
        office, session.room.curriculum.programmes(), read_sample_sources(resources_folder() / "sample")
    )
    session.close()
    chance, ids = Random(SEED), SeededIds(SEED + 1_000)
    writer = BulkWriter(place.store, key)
    for learner in fictional_learners(people, count, ids, chance):
        writer.add(learner)
        writer.add_learner_key(learner.learner, chance.randbytes(32))
    writer.finish()


def _clerk(place: OfficePlace, number: int) -> Session:
    people = read_sample_people(resources_folder() / "sample")
    clerk = next(person for person in people if Role.CLERK in person.roles)
    return unlock_office(place, _around(number), clerk.login, clerk.passphrase)


def _twice(database: Path, folder: Path, key: bytes) -> Pair:
    """Return copies of ``database``, encrypted and plain."""
    folder.mkdir()
    pair = Pair(folder / "encrypted.db", folder / "plain.db", key)
    with closing(open_database(database, key, busy_timeout_ms=5_000)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(database, pair.encrypted)
        connection.execute("ATTACH DATABASE ? AS bare KEY ''", (str(pair.plain),))
        connection.execute("SELECT sqlcipher_export('bare')")
        connection.execute("DETACH DATABASE bare")
    return pair


class _Rows:
    """The rows of all learners as they stand in a database, in steps that belong together."""

    def __init__(self, database: Path, key: bytes) -> None:
        with closing(open_database(database, key, busy_timeout_ms=5_000, read_only=True)) as connection:
            self._tables = [self._read(connection, table) for table in _TABLES]
            columns = [row[1] for row in connection.execute("PRAGMA table_info(learner)")]
        name, number = columns.index("name"), columns.index("student_number")
        self.learners = [(row[0], row[name], row[number]) for row in self._tables[0][1]]

    @staticmethod
    def _read(connection: Any, table: str) -> tuple[str, list[Any]]:
        found = connection.execute(f"SELECT * FROM {table} ORDER BY learner").fetchall()
        places = ", ".join("?" * len(found[0]))
        return f"INSERT INTO {table} VALUES ({places})", found

    def steps(self) -> Iterator[list[tuple[str, list[Any]]]]:
        """Yield what is inserted in one transaction: a few hundred learners with all that is theirs."""
        total = len(self.learners)
        spans = [len(rows) / total for _statement, rows in self._tables]
        for start in range(0, total, _CHUNK):
            end = min(start + _CHUNK, total)
            yield [
                (statement, rows[round(start * span) : round(end * span)])
                for (statement, rows), span in zip(self._tables, spans, strict=True)
            ]


def _inserts(pair: Pair, rows: _Rows) -> Figure:
    taken: tuple[list[float], list[float]] = ([], [])
    connections = pair.both()
    for connection in connections:
        # Rows of one learner may fall into two steps; what belongs together is there at the end.
        connection.execute("PRAGMA foreign_keys = OFF")
    for step in rows.steps():
        for connection, times in zip(connections, taken, strict=True):
            times.append(milliseconds(partial(_insert, connection, step)) / _CHUNK * 1_000)
    for connection in connections:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    return _compared("insert a learner with all keys, 500 a transaction", "µs", taken, "ratio ≤ 2")


def _insert(connection: Any, step: list[tuple[str, list[Any]]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement, found in step:
        connection.executemany(statement, found)
    connection.execute("COMMIT")


def _point_reads(pair: Pair, learners: list[tuple[str, str, str]]) -> Figure:
    def read(connection: Any, learner: tuple[str, str, str]) -> None:
        connection.execute("SELECT * FROM learner WHERE learner = ?", (learner[0],)).fetchone()

    return _alternating(
        pair, "read a learner by key", read, Random(SEED).choices(learners, k=READS), "ratio ≤ 2"
    )


def _searches(pair: Pair, learners: list[tuple[str, str, str]]) -> Figure:
    statement = (
        "SELECT learner, kind FROM learner_search_key WHERE text >= ? AND text < ?"
        " ORDER BY text, kind, learner LIMIT 126"
    )

    def search(connection: Any, learner: tuple[str, str, str]) -> None:
        folded = fold_search(learner[1] if learner[1] else learner[2])
        connection.execute(statement, (folded, folded + "\U0010ffff")).fetchall()

    chosen = Random(SEED + 1).choices(learners, k=SEARCHES)
    return _alternating(pair, "search by the beginning of a name", search, chosen, "")


def _alternating(
    pair: Pair,
    name: str,
    ask: Callable[[Any, tuple[str, str, str]], None],
    chosen: list[tuple[str, str, str]],
    target: str,
) -> Figure:
    taken: tuple[list[float], list[float]] = ([], [])
    connections = pair.both()
    for start in range(0, len(chosen), _BATCH):
        batch = chosen[start : start + _BATCH]
        for connection, times in zip(connections, taken, strict=True):
            times.append(milliseconds(partial(_ask_all, ask, connection, batch)) / len(batch) * 1_000)
    for connection in connections:
        connection.close()
    return _compared(name, "µs", taken, target)


def _ask_all(ask: Callable[[Any, Any], None], connection: Any, batch: list[Any]) -> None:
    for one in batch:
        ask(connection, one)


def _openings(pair: Pair, learner: str) -> Figure:
    def once(opening: Callable[[], Any]) -> None:
        with closing(opening()) as connection:
            connection.execute("SELECT * FROM learner WHERE learner = ?", (learner,)).fetchone()

    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(OPENINGS):
        for opening, times in zip((pair.open_encrypted, pair.open_plain), taken, strict=True):
            times.append(milliseconds(partial(once, opening)))
    return _compared("open and read one row", "ms", taken, "")


def _checks(pair: Pair) -> tuple[Figure, Figure]:
    """Check the pages' authentication, which plain SQLite does not have, and the structure of both."""
    encrypted, plain = pair.both()
    pages, ours, theirs = [], [], []
    for _ in range(3):
        pages.append(milliseconds(lambda: encrypted.execute("PRAGMA cipher_integrity_check").fetchall()))
        ours.append(milliseconds(lambda: encrypted.execute("PRAGMA integrity_check").fetchall()))
        theirs.append(milliseconds(lambda: plain.execute("PRAGMA integrity_check").fetchall()))
    encrypted.close()
    plain.close()
    return (
        figure("every page's authentication checked", "ms", pages),
        _compared("integrity check", "ms", (ours, theirs), ""),
    )


def _submits(place: OfficePlace, key: bytes, root: Path) -> tuple[Figure, Figure]:
    """Submit applications, and do what each did to the database on an encrypted and on a plain copy."""
    pair = _twice(place.store / DATABASE_NAME, root / "submits", key)
    copies = pair.both()
    use_write_ahead_log(copies[0])
    whole: list[float] = []
    taken: tuple[list[float], list[float]] = ([], [])
    with taken_down() as transactions:
        session = _clerk(place, 2)
        try:
            forms = seeded_forms(session, SEED)
            for number in range(SUBMITS + _WARM_UPS):
                form = next(forms)
                _follow(transactions, copies)
                _application, took = submit_form(session, form)
                again = _follow(transactions, copies)
                if number >= _WARM_UPS:
                    whole.append(took)
                    for times, each in zip(taken, again, strict=True):
                        times.append(each)
        finally:
            session.close()
    for connection in copies:
        connection.close()
    bare = [total - ours + theirs for total, ours, theirs in zip(whole, *taken, strict=True)]
    return (
        figure("whole submit with its flush", "ms", whole, target="ratio ≤ 1.2", baseline=(_PLAIN, bare)),
        _compared("the statements of a submit with their flush", "ms", taken, ""),
    )


def _follow(transactions: list[Transaction], copies: tuple[Any, Any]) -> tuple[float, float]:
    """Do on both copies what was done since, and return how long each took, in milliseconds."""
    took = [0.0, 0.0]
    for transaction in transactions:
        for place, connection in enumerate(copies):
            took[place] += milliseconds(partial(transaction.execute_on, connection))
    transactions.clear()
    return took[0], took[1]


def _unlocks(place: OfficePlace) -> Figure:
    times = []
    for number in range(UNLOCKS):
        session, took = timed(partial(_clerk, place, 3 + number))
        times.append(took)
        session.close()
    return figure("unlock: passphrase, keys, store, services", "ms", times, target="≤ 1 s")


def _compared(name: str, unit: str, taken: tuple[list[float], list[float]], target: str) -> Figure:
    return figure(name, unit, taken[0], target=target, baseline=(_PLAIN, taken[1]))
