"""Whatever somebody with the key in hand changes behind the program's back is found, and the row is named."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from creditbank_desktop.domain.ids import OperationId
from creditbank_desktop.domain.operations.envelope import (
    Header,
    Operation,
    open_envelope,
    read_envelope,
    write_operation,
)
from creditbank_desktop.domain.operations.registry_bodies import AccountStateChanged
from creditbank_desktop.domain.trail_heads import TrailVerdict
from creditbank_desktop.models.audit_trail import GENESIS, audit_hash
from creditbank_desktop.models.check_findings import StoreFinding
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.operation_writer import _Effect
from creditbank_desktop.models.row_chain import COLUMNS, row_hash
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.triggers import APPEND_ONLY, trigger_names, trigger_statements
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.checks import check_whole_store
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey
from creditbank_desktop.vault.sealing import LearnerSealer
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.trails import trail_warnings
from tests.conftest import Counts
from tests.sync.conftest import IDS, Counter

Make = Callable[..., Counter]
KEYS = {
    "operation": ("local_order",),
    "stream": ("incarnation", "seq"),
    "receipt": ("number",),
    "server_answer": ("number",),
    "ledger_entry": ("entry",),
    "audit": ("number",),
    "audit_checkpoint": ("number",),
    "audit_countersignature": ("number",),
}


def findings(counter: Counter) -> tuple[StoreFinding, ...]:
    return check_whole_store(counter.store, Ed25519Verifier())


def worked(counter: Counter, clock: Any, cases: int = 2) -> None:
    """Take cases through to the ledger and synchronise in between, so that every table has rows."""
    counter.engine.sync_now()
    files = [counter.receive(f"Y{number}") for number in range(cases)]
    for file in files:
        counter.walk(file)
    counter.engine.sync_now()
    clock.advance(timedelta(days=2))
    counter.engine.sync_now()
    for file in files:
        counter.deliver(file)
    counter.engine.sync_now()
    counter.store.write(lambda unit: unit.audit(counter.actor("clerk"), "learner.read", ("learner", "x")))
    counter.engine.sync_now()


class Burglar:
    """Works on the closed database with its key, as the program would not."""

    def __init__(self, counter: Counter) -> None:
        self._connection = open_database(
            counter.folder / DATABASE_NAME, counter.data_key, busy_timeout_ms=1_000
        )
        self._connection.execute("PRAGMA foreign_keys = OFF")

    def run(self, *statements: tuple[str, tuple[Any, ...]]) -> None:
        """Run statements without the triggers, which are put back."""
        for name in trigger_names():
            self._connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        for statement, values in statements:
            self._connection.execute(statement, values)
        for statement in trigger_statements():
            self._connection.execute(statement)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        return list(self._connection.execute(statement).fetchall())

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def office(new_counter: Make, clock: Any) -> Counter:
    counter = new_counter()
    worked(counter, clock)
    return counter


def test_a_store_at_work_is_whole(office: Counter) -> None:
    assert findings(office) == ()
    state = office.store.read(lambda reader: reader.trail_state())
    assert 0 < state.countersigned == state.signed == state.last
    office.reopen()
    assert findings(office) == ()


def other(value: Any, dice: random.Random) -> Any:
    """Return another value of the same kind."""
    if isinstance(value, int):
        return value + dice.choice((5_000, 10_000))  # no number that another row has
    if isinstance(value, bytes):
        place = dice.randrange(len(value))
        return value[:place] + bytes([value[place] ^ 1 << dice.randrange(8)]) + value[place + 1 :]
    if isinstance(value, str) and value:
        place = dice.randrange(len(value))
        return value[:place] + ("7" if value[place] != "7" else "3") + value[place + 1 :]
    return "x"


def tamper(burglar: Burglar, dice: random.Random) -> tuple[str, str, str]:
    """Change or delete one row anywhere; return what was done, its table and its key."""
    table = dice.choice(APPEND_ONLY)
    columns = [row[1] for row in burglar.rows(f"PRAGMA table_info({table})")]
    row = dice.choice(burglar.rows(f"SELECT {', '.join(columns)} FROM {table}"))
    values = dict(zip(columns, row, strict=True))
    key = "/".join(str(values[name]) for name in KEYS[table])
    where = " AND ".join(f"{name} = ?" for name in KEYS[table])
    named = tuple(values[name] for name in KEYS[table])
    if dice.random() < 0.25:
        burglar.run((f"DELETE FROM {table} WHERE {where}", named))
        return "deleted", table, key
    column = dice.choice(columns)
    people = [row[0] for row in burglar.rows("SELECT person FROM person")]
    fresh = other(values[column], dice)
    if column == "person":
        fresh = dice.choice([person for person in people if person != values[column]])
    if column == "origin":
        fresh = "pulled" if values[column] == "own" else "own"
    burglar.run((f"UPDATE {table} SET {column} = ? WHERE {where}", (fresh, *named)))
    return column, table, key


def test_every_single_change_is_found_and_the_row_is_named(office: Counter, counts: Counts) -> None:
    office.store.close()
    kept = (office.folder / DATABASE_NAME).read_bytes()
    dice = random.Random(20_260_302)
    for round_ in range(counts.pick(quick=10, gate=100, long=1_000)):
        burglar = Burglar(office)
        done = tamper(burglar, dice)
        burglar.close()
        office.store = type(office.store)(office.folder, office.data_key, office.ports)
        found = findings(office)
        named = {(finding.table, finding.key) for finding in found}
        office.store._abandon()
        for end in ("-wal", "-shm"):
            (office.folder / (DATABASE_NAME + end)).unlink(missing_ok=True)
        (office.folder / DATABASE_NAME).write_bytes(kept)
        assert done[1:] in named, (round_, done, found[:5])
        assert len(found) <= 6, (round_, done, found)


def test_an_operation_in_another_persons_name_is_found_and_refused_by_the_server(
    office: Counter, server: EmbeddedServer
) -> None:
    learner = office.receive("Z1").learner
    office.store.close()
    office.store = Store(office.folder, office.data_key, office.ports)
    clerk = office.actor("clerk")
    identity = office.store.identity
    header = Header(
        OperationId(IDS.new_id()),
        office.office,
        identity.device,
        clerk.person,
        office.clock.now(),
        office.clock.today(),
    )
    # He has the data key, and with it the device's key; the clerk's own key is wrapped by her passphrase.
    forged = write_operation(
        Operation(header, AccountStateChanged(learner, "frozen")),  # type: ignore[arg-type]
        SigningKey(identity.signing_seed),
        None,  # type: ignore[arg-type]
    )
    envelope = read_envelope(forged)

    def work(unit: UnitOfWork) -> None:
        # Everything else is as the program would have done it, chains and audit trail included.
        operation = open_envelope(envelope, LearnerSealer(unit._learner_keys))
        unit._store(_Effect(forged, operation, ()), "own", 0)
        unit._append_to_stream(header.operation, forged)
        unit._audit_operation(operation)

    office.store.write(work)
    office.reopen()
    (finding,) = findings(office)
    assert (finding.code, finding.table) == ("operation.signature", "operation")
    assert header.operation in finding.detail
    assert clerk.person in finding.detail
    office.engine.sync_now()
    receipt = office.store.read(lambda reader: reader.receipt(header.operation))
    assert receipt is not None
    assert (receipt.result.value, receipt.code) == ("rejected", "signature.wrong")


def test_a_tail_that_is_cut_clean_is_found_by_the_server(office: Counter, server: EmbeddedServer) -> None:
    before = office.store.read(lambda reader: reader.trail_state())
    office.store.close()
    anchor = office.folder / "store.anchor"
    burglar = Burglar(office)
    keep = before.last - 3
    burglar.run(
        ("DELETE FROM audit_countersignature WHERE number > 1", ()),
        ("DELETE FROM audit_checkpoint WHERE audit_number > ?", (keep,)),
        ("DELETE FROM audit WHERE number > ?", (keep,)),
        *(
            (f"UPDATE sqlite_sequence SET seq = (SELECT max(number) FROM {table}) WHERE name = ?", (table,))
            for table in ("audit", "audit_checkpoint", "audit_countersignature")
        ),
    )
    burglar.close()
    plain = anchor.read_text().replace(f'"audit_number": {before.last}', '"audit_number": 0')
    anchor.write_text(plain)
    office.store = type(office.store).open(office.folder, office.data_key, office.ports)
    office.engine = type(office.engine)(office.store, office.files, office.clock, Ed25519Verifier())
    assert findings(office) == ()  # nothing here can tell

    office.engine.sync_now()
    state = office.store.read(lambda reader: reader.trail_state())
    (warning,) = state.warnings
    assert (warning.verdict, warning.held) == (TrailVerdict.SHORTER, before.last)
    (finding,) = findings(office)
    assert (finding.code, finding.table) == ("trail.shorter", "audit")
    assert int(finding.key) <= keep + 2
    with server.central.pool.connection() as connection:
        told = [one for one in trail_warnings(connection) if one.device == office.store.device]
    assert [(one.verdict, one.held) for one in told] == [(TrailVerdict.SHORTER, before.last)]
    assert office.engine.status().trail_warnings == 1
    office.engine.sync_now()
    assert len(office.store.read(lambda reader: reader.trail_state()).warnings) == 1


def test_a_trail_written_anew_with_all_hashes_is_found_by_the_server(office: Counter, tmp_path: Path) -> None:
    """The burglar swaps an actor, and computes every hash and signature behind it again."""
    trail = office.store.read(lambda reader: reader.audit_trail(0, 10_000))
    people = sorted({entry.person for entry in trail if entry.person})
    office.store.close()
    burglar = Burglar(office)
    statements = [("DELETE FROM audit_countersignature", ()), ("DELETE FROM audit_checkpoint", ())]
    before = GENESIS
    for entry in trail:
        person = next(one for one in people if one != entry.person) if entry.number == 5 else entry.person
        made = replace(entry, person=person, previous=before, hash="")
        before = audit_hash(made)
        statements.append(
            (
                "UPDATE audit SET person = ?, previous = ?, hash = ? WHERE number = ?",
                (person, made.previous, before, entry.number),  # type: ignore[arg-type]
            )
        )
    statements.append(("DELETE FROM sqlite_sequence WHERE name LIKE 'audit_%'", ()))
    burglar.run(*statements)
    burglar.close()
    office.store = Store.open(office.folder, office.data_key, office.ports)
    office.engine = type(office.engine)(office.store, office.files, office.clock, Ed25519Verifier())
    office.engine.sync_now()
    assert ("trail.differs", "audit") in {(one.code, one.table) for one in findings(office)}


def test_a_lost_answer_of_the_server_raises_no_alarm(office: Counter, server: EmbeddedServer) -> None:
    """What the server countersigned last may never have come back."""
    office.store.write(lambda unit: unit.audit(office.actor("clerk"), "paper.printed", ("paper", "p")))
    office.engine.sync_now()
    office.store.close()
    burglar = Burglar(office)
    (last,) = burglar.rows("SELECT max(number) FROM audit_countersignature")
    burglar.run(
        ("DELETE FROM audit_countersignature WHERE number = ?", last),
        ("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'audit_countersignature'", ()),
    )
    burglar.close()
    office.reopen()
    office.store.write(lambda unit: unit.audit(office.actor("clerk"), "paper.printed", ("paper", "q")))
    office.engine.sync_now()
    assert office.store.read(lambda reader: reader.trail_state()).warnings == ()
    assert findings(office) == ()


def test_rows_are_signed_every_so_often_and_at_closing(office: Counter) -> None:
    clerk = office.actor("clerk")
    start = office.store.read(lambda reader: reader.audit_head()).number

    def work(unit: UnitOfWork) -> None:
        for _ in range(1_010):
            unit.audit(clerk, "learner.read", ("learner", "x"))

    office.store.write(work)
    signed = office.store.read(lambda reader: reader.trail_state()).signed
    assert signed == (start + 1_010) // 500 * 500
    office.reopen()
    state = office.store.read(lambda reader: reader.trail_state())
    assert state.signed == state.last
    assert findings(office) == ()


def test_the_chained_columns_are_all_there_are(office: Counter) -> None:
    """A column that nobody chains could be changed unseen."""

    def work(reader: Any) -> dict[str, set[str]]:
        return {
            table: {row[1] for row in reader.connection.exec_driver_sql(f"PRAGMA table_info({table})")}
            for table in COLUMNS
        }

    for table, columns in office.store.read(work).items():
        assert columns == {*COLUMNS[table], "row_hash"}
    assert row_hash("0" * 64, (1, b"x", None)) != row_hash("0" * 64, (1, b"y", None))
