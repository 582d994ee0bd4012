"""Checks operations (bytes, columns, chain, the person's signature) and the device's streams."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator
from typing import Any

from creditbank_desktop.domain.codec import Malformed, canonical_bytes, format_instant
from creditbank_desktop.domain.operations.envelope import Envelope, is_signed_by, read_envelope
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.check_findings import Bench, ChainWatch, StoreFinding, chained
from creditbank_desktop.models.operation_rows import OWN
from creditbank_desktop.models.row_chain import COLUMNS, GENESIS

_OPERATION = COLUMNS["operation"]
_DATA = _OPERATION.index("data")
_SERVER_ONLY = ("ledger.posted", "application.publicity_ended")
_UNSIGNED = "operation.unsigned"


def check_operations(bench: Bench) -> Iterator[StoreFinding]:
    """Yield what does not hold of the operations, and gather what other parts compare with."""
    watch = ChainWatch("operation")
    unsigned: list[tuple[str, Envelope]] = []
    first_person = True
    for row in bench.rows("operation", (*_OPERATION, "row_hash"), "local_order"):
        order, data = row[0], bytes(row[_DATA]) if isinstance(row[_DATA], bytes) else b""
        key = str(order)
        yield from watch.gap(order)
        bench.note("operation", order, row.row_hash)
        sound = watch.holds(row.row_hash, chained(row[:-1], row.row_hash))
        try:
            envelope = read_envelope(data)
        except Malformed:
            yield StoreFinding("operation.unreadable", "operation", key, row.op_id)
            continue
        operation = envelope.header.operation
        bench.digests[operation] = hashlib.sha256(data).digest()
        bench.devices[operation] = envelope.header.device
        if row.origin == OWN:
            bench.own.add(operation)
        _take_posting(bench, envelope)
        code, detail = _fault(bench, envelope, row, first_person)
        first_person = first_person and envelope.type != "person.enrolled"
        if not code and not sound:
            code, detail = "operation.chain", row.op_id
        if code == _UNSIGNED:
            unsigned.append((key, envelope))  # the office's first operation may come before its first person
        elif code:
            yield StoreFinding(code, "operation", key, detail)
        if code not in ("operation.signature", "operation.self_enrolment"):
            _take_key(bench, envelope)
    yield from _check_unsigned(bench, unsigned)
    yield from bench.check_end("operation", watch.last)


def _fault(bench: Bench, envelope: Envelope, row: Any, first_person: bool) -> tuple[str, str]:
    """Return what is wrong with one operation by itself: a code and where, ("", "") if nothing is."""
    header = envelope.header
    wrong = [name for name, value in _derived(envelope) if value != getattr(row, name)]
    if "op_id" in wrong or "type" in wrong:
        return "operation.column", f"{row.op_id}: {', '.join(wrong)}"
    if envelope.type == "person.enrolled" and _enrols_itself(envelope):
        if not first_person and not _is_server(bench, envelope):
            return "operation.self_enrolment", row.op_id
        _take_key(bench, envelope)
    server = bench.ports.server
    if header.person not in bench.people:
        return _UNSIGNED, ""
    if _is_forged(bench, envelope):
        return "operation.signature", f"{row.op_id}: {header.person}"
    if server is not None and envelope.type in _SERVER_ONLY and header.person != server.person:
        return "operation.server_only", f"{row.op_id}: {header.person}"
    return ("operation.column", f"{row.op_id}: {', '.join(wrong)}") if wrong else ("", "")


def _check_unsigned(bench: Bench, unsigned: list[tuple[str, Envelope]]) -> Iterator[StoreFinding]:
    """Yield the operations whose author was not known yet and did not sign them; of somebody who never became
    known only the first one.
    """
    strangers: set[str] = set()
    for key, envelope in unsigned:
        header = envelope.header
        detail = f"{header.operation}: {header.person}"
        if bench.progress.cancelled or header.person in strangers:
            continue
        if header.person not in bench.people:
            strangers.add(header.person)
            yield StoreFinding("operation.stranger", "operation", key, detail)
        elif _is_forged(bench, envelope):
            yield StoreFinding("operation.signature", "operation", key, detail)


def check_people(bench: Bench) -> Iterator[StoreFinding]:
    """Yield the people whose key in the tables is none that an operation gave them."""
    for table, columns in (("person", "person, public_key"), ("person_key", "person, public_key")):
        for person, key in bench.connection.exec_driver_sql(f"SELECT {columns} FROM {table}").all():
            # Of somebody whom no operation knows at all, the missing operation is named.
            if person in bench.people and bytes(key) not in bench.people[person]:
                yield StoreFinding("person.key", table, person, "public_key")


def check_streams(bench: Bench) -> Iterator[StoreFinding]:
    """Yield what does not hold of the device's streams: places, chain, and their ends."""
    placed: set[str] = set()
    ends: dict[str, tuple[int, str]] = {}
    watch = ChainWatch("stream")
    incarnation = ""
    statement = "SELECT incarnation, seq, device, op_id, head_hash FROM stream ORDER BY incarnation, seq"
    bench.progress.table = "stream"
    for row in bench.connection.exec_driver_sql(statement):
        if bench.progress.cancelled:
            return
        bench.progress.done += 1
        if row.incarnation != incarnation:
            incarnation, watch = row.incarnation, ChainWatch("stream")
        key = f"{incarnation}/{row.seq}"
        for gap in watch.gap(row.seq):
            yield StoreFinding(gap.code, gap.table, f"{incarnation}/{gap.key}", gap.detail)
        placed.add(row.op_id)
        ends[incarnation] = (row.seq, row.head_hash)
        bench.note(incarnation, row.seq, row.head_hash)
        digest = bench.digests.get(row.op_id)
        if digest is None:
            yield StoreFinding("stream.operation", "stream", key, f"op_id {row.op_id}")
            watch.trust(row.head_hash)
        elif not watch.holds(row.head_hash, _following(digest)):
            yield StoreFinding("stream.chain", "stream", key, row.op_id)
        elif row.op_id not in bench.own:
            yield StoreFinding("stream.not_own", "stream", key, row.op_id)
        elif bench.devices[row.op_id] != row.device:
            yield StoreFinding("stream.column", "stream", key, "device")
    yield from _check_ends(bench, placed, ends)


def _check_ends(bench: Bench, placed: set[str], ends: dict[str, tuple[int, str]]) -> Iterator[StoreFinding]:
    present = bench.connection.exec_driver_sql("SELECT incarnation FROM device_identity").scalar() or ""
    anchor = bench.ports.anchor
    known = [*bench.streams_left]
    if anchor is not None:
        known.append((anchor.incarnation, anchor.sequence, anchor.hash))
    named = False
    for incarnation, sequence, hashed in known:
        last, _ = ends.get(incarnation, (0, GENESIS))
        if sequence > last:
            named = True
            detail = f"{last + 1}-{sequence}"
            yield StoreFinding("stream.cut", "stream", f"{incarnation}/{last + 1}", detail)
        elif sequence and hashed != _hash_at(bench, incarnation, sequence):
            yield StoreFinding("stream.end", "stream", f"{incarnation}/{sequence}", "head_hash")
    homeless = bench.own - placed
    if homeless and not named:
        named = True
        yield StoreFinding("stream.place_missing", "stream", min(homeless), str(len(homeless)))
    sequence, hashed = _acknowledged(bench)
    if not named and sequence and hashed != _hash_at(bench, present, sequence):
        yield StoreFinding("sync_state.acknowledged", "sync_state", "1", f"{present}/{sequence}")


def _acknowledged(bench: Bench) -> tuple[int, str]:
    row = bench.connection.exec_driver_sql(
        "SELECT acknowledged_sequence, acknowledged_hash FROM sync_state"
    ).one()
    return row[0], row[1]


def _hash_at(bench: Bench, incarnation: str, sequence: int) -> str | None:
    found = bench.connection.exec_driver_sql(
        "SELECT head_hash FROM stream WHERE incarnation = ? AND seq = ?", (incarnation, sequence)
    ).scalar()
    return None if found is None else str(found)


def _following(digest: bytes) -> Any:
    def compute(before: str) -> str:
        try:
            return hashlib.sha256(bytes.fromhex(before) + digest).hexdigest()
        except ValueError:
            return ""

    return compute


def _derived(envelope: Envelope) -> Iterator[tuple[str, object]]:
    """Yield the columns that follow from an operation's bytes."""
    header, body = envelope.header, envelope.body
    yield "op_id", header.operation
    yield "type", envelope.type
    yield "person", header.person
    yield "device", header.device
    yield "office", header.office
    yield "at", format_instant(header.at)
    yield "on_day", header.on.isoformat()
    yield "application", body.get("application")
    yield "learner", _learner(envelope)


def _learner(envelope: Envelope) -> object:
    if envelope.type == "ledger.posted":
        return envelope.body.get("account")
    return envelope.header.learner or envelope.body.get("learner")


def _is_forged(bench: Bench, envelope: Envelope) -> bool:
    keys = bench.people.get(envelope.header.person, set())
    return not any(is_signed_by(envelope, key, bench.ports.verifier) for key in keys)


def _enrols_itself(envelope: Envelope) -> bool:
    person = envelope.body.get("person")
    return isinstance(person, dict) and person.get("person") == envelope.header.person


def _is_server(bench: Bench, envelope: Envelope) -> bool:
    """Return whether it is the central server's person, by the keys of the enrolment where there is one."""
    person = envelope.body.get("person")
    server = bench.ports.server
    if not isinstance(person, dict) or person.get("roles") != [Role.CENTRAL_SERVER.value]:
        return False
    return server is None or _key(person.get("public_key")) == server.person_key


def _take_key(bench: Bench, envelope: Envelope) -> None:
    body = envelope.body
    if envelope.type == "person.enrolled" and isinstance(body.get("person"), dict):
        person = body["person"]
        assert isinstance(person, dict)
        name, key = person.get("person"), _key(person.get("public_key"))
    elif envelope.type == "person.changed":
        name, key = body.get("person"), _key(body.get("public_key"))
    else:
        return
    if isinstance(name, str) and key:
        bench.people.setdefault(name, set()).add(key)


def _key(text: object) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except binascii.Error:
        return b""


def _take_posting(bench: Bench, envelope: Envelope) -> None:
    entries = envelope.body.get("entries") if envelope.type == "ledger.posted" else None
    if isinstance(entries, list):
        for entry in entries:
            if isinstance(entry, dict):
                bench.posted[str(entry.get("entry"))] = canonical_bytes(entry).decode()
