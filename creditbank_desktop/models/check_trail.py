"""Checks the audit trail, its checkpoints and countersignatures, and the server's receipts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from creditbank_desktop.domain.codec import Malformed, Plain, canonical_bytes, decode, encode, plain_of
from creditbank_desktop.domain.ids import DeviceId
from creditbank_desktop.domain.trail_heads import (
    GENESIS,
    ChainHead,
    Countersignature,
    TrailHead,
    TrailVerdict,
    head_hash,
    signed_countersignature,
    signed_head,
)
from creditbank_desktop.models.check_findings import Answered, Bench, ChainWatch, StoreFinding, chained
from creditbank_desktop.models.registry_rows import DeviceRow
from creditbank_desktop.models.row_chain import COLUMNS
from creditbank_desktop.models.trail_queries import WARNING_SEEN
from creditbank_desktop.vault.keys import SigningKey

_AUDIT = (
    "number",
    "at",
    "person",
    "device",
    "action",
    "subject_kind",
    "subject",
    "detail",
    "op_id",
    "previous",
    "hash",
)
_CHECKPOINT = ("number", "audit_number", "data", "signature")
_COUNTERSIGNATURE = COLUMNS["audit_countersignature"]
_RECEIPT = COLUMNS["receipt"]


class Trail:
    """The checkpoints of one check, read before everything that they speak of."""

    def __init__(self, bench: Bench) -> None:
        """Check in ``bench``."""
        self._bench = bench
        self._heads: dict[int, TrailHead] = {}

    def read_checkpoints(self) -> Iterator[StoreFinding]:
        """Yield what does not hold of the checkpoints themselves, and note which rows they name."""
        bench = self._bench
        watch = ChainWatch("audit_checkpoint")
        previous: str | None = GENESIS
        for row in bench.rows("audit_checkpoint", _CHECKPOINT, "number"):
            for gap in watch.gap(row.number):
                yield gap
                previous = None
            head = _read(TrailHead, row.data)
            fault = "data" if head is None else self._fault(row, head, previous)
            if fault:
                yield StoreFinding("audit_checkpoint.broken", "audit_checkpoint", str(row.number), fault)
            if head is None or fault == "signature":
                previous = None  # what the next one calls its predecessor cannot be known
                continue
            previous = head_hash(head)
            self._heads[row.number] = head
            self._want(head)
        yield from bench.check_end("audit_checkpoint", watch.last)

    def check_audit(self) -> Iterator[StoreFinding]:
        """Yield what does not hold of the audit trail's lines."""
        bench = self._bench
        watch = ChainWatch("audit")
        for row in bench.rows("audit", _AUDIT, "number"):
            yield from watch.gap(row.number)
            bench.note("audit", row.number, row.hash)
            if not watch.holds(row.hash, _line_hash(row)):
                yield StoreFinding("audit.chain", "audit", str(row.number), row.action)
                continue
            if row.action == WARNING_SEEN:
                bench.seen_warnings.add(row.subject)
            if row.action == "stream.begun":
                bench.streams_left.append(_left(row.detail))
        yield from bench.check_end("audit", watch.last)
        anchor = bench.ports.anchor
        if anchor is not None and anchor.audit_number > watch.last and not bench.progress.cancelled:
            detail = f"{watch.last + 1}-{anchor.audit_number}"
            yield StoreFinding("audit.cut", "audit", str(watch.last + 1), detail)

    def check_receipts(self) -> Iterator[StoreFinding]:
        """Yield what does not hold of the server's answers to this device's operations."""
        bench = self._bench
        watch = ChainWatch("receipt")
        answers = _Answers(bench)
        for row in bench.rows("receipt", (*_RECEIPT, "row_hash"), "number"):
            yield from watch.gap(row.number)
            bench.note("receipt", row.number, row.row_hash)
            sound = watch.holds(row.row_hash, chained(row[:-1], row.row_hash))
            wrong = "" if row.answer is None else answers.differs(row)
            if wrong or not sound:
                code = "receipt.answer" if wrong else "receipt.chain"
                yield StoreFinding(code, "receipt", str(row.number), wrong or row.op_id)
        yield from bench.check_end("receipt", watch.last)
        yield from answers.findings()

    def compare(self) -> Iterator[StoreFinding]:
        """Yield where the rows are not those that a checkpoint or a countersignature tells of."""
        bench = self._bench
        if bench.progress.cancelled:
            return
        told: set[tuple[str, str]] = set()
        for number, head in self._heads.items():
            for table, end in _ends(head):
                finding = self._compare(number, table, end)
                if finding is not None and (finding.table, finding.key) not in told:
                    told.add((finding.table, finding.key))
                    yield finding
        yield from self._countersignatures()

    def _compare(self, checkpoint: int, table: str, end: ChainHead) -> StoreFinding | None:
        """Return what speaks against one end that a checkpoint names."""
        bench = self._bench
        if end.number == 0:
            return None
        kept = bench.kept.get((table, end.number))
        if kept == end.hash:
            return None
        detail = f"audit_checkpoint {checkpoint}"
        if table not in _TABLES:
            return StoreFinding("stream.end", "stream", f"{table}/{end.number}", detail)
        last = bench.ends.get(table, 0)
        if kept is None and end.number > last:
            return StoreFinding(f"{table}.cut", table, str(last + 1), detail)
        return StoreFinding(f"{table}.rewritten", table, str(end.number), detail)

    def _countersignatures(self) -> Iterator[StoreFinding]:
        bench = self._bench
        table = "audit_countersignature"
        watch = ChainWatch(table)
        for row in bench.rows(table, (*_COUNTERSIGNATURE, "row_hash"), "number"):
            yield from watch.gap(row.number)
            key = str(row.number)
            sound = watch.holds(row.row_hash, chained(row[:-1], row.row_hash))
            said = _read(Countersignature, row.data)
            fault = "data" if said is None else self._unsound(row, said)
            if fault or not sound:
                yield StoreFinding("audit_countersignature.broken", table, key, fault or "row_hash")
            elif (
                said is not None and said.verdict is not TrailVerdict.SOUND and key not in bench.seen_warnings
            ):
                yield _warning(said)
        yield from bench.check_end(table, watch.last)

    def _unsound(self, row: Any, said: Countersignature) -> str:
        server = self._bench.ports.server
        if server is not None and not self._bench.ports.verifier.verify(
            server.signing_key, signed_countersignature(said), row.signature
        ):
            return "signature"
        head = self._heads.get(row.checkpoint)
        return "" if head is not None and head_hash(head) == said.head_sha256 else "checkpoint"

    def _fault(self, row: Any, head: TrailHead, previous: str | None) -> str:
        verifier = self._bench.ports.verifier
        keys = self._device_keys(head.device)
        if not any(verifier.verify(key, signed_head(head), row.signature) for key in keys):
            return "signature"
        if (row.number, row.audit_number) != (head.number, head.audit.number):
            return "number"
        return "" if previous in (None, head.previous) else "previous"

    def _device_keys(self, device: DeviceId) -> list[bytes]:
        identity = self._bench.identity
        if device == identity.device:
            return [SigningKey(identity.signing_seed).public_key]
        statement = select(DeviceRow.signing_key).where(DeviceRow.device == device)
        return list(self._bench.connection.scalars(statement))

    def _want(self, head: TrailHead) -> None:
        for table, end in _ends(head):
            if end.number:
                self._bench.wanted.setdefault(table, set()).add(end.number)


_TABLES = ("audit", "operation", "receipt")


def _ends(head: TrailHead) -> tuple[tuple[str, ChainHead], ...]:
    """Return what a checkpoint says, by table, the stream by its incarnation."""
    return (*zip(_TABLES, head.chains, strict=True), (head.incarnation, head.stream))


class _Answers:
    """The server's signed answers, each read when the first receipt of it comes."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._number = 0
        self._said: Mapping[str, Answered] | None = None
        self._unsigned: set[int] = set()
        self._missing: set[int] = set()

    def differs(self, row: Any) -> str:
        """Return what of a receipt is not what the server signed, "" if nothing or if it cannot be read."""
        read_answer = self._bench.ports.read_answer
        if read_answer is None:
            return ""
        if row.answer != self._number:
            self._number = row.answer
            self._said = self._open(row.answer)
        if self._said is None:
            return ""  # the answer itself is named
        said = self._said.get(row.op_id)
        if said is None:
            return "op_id"
        told = (row.result, row.code, row.server_sequence, row.server_at)
        signed = (said.result, said.code, said.server_sequence, said.server_at)
        names = ("result", "code", "server_sequence", "server_at")
        return ", ".join(
            name for name, mine, theirs in zip(names, told, signed, strict=True) if mine != theirs
        )

    def findings(self) -> Iterator[StoreFinding]:
        """Yield the answers themselves that are gone, changed or not the server's."""
        bench = self._bench
        watch = ChainWatch("server_answer")
        for row in bench.rows("server_answer", ("number",), "number"):
            yield from watch.gap(row.number)
        yield from bench.check_end("server_answer", watch.last)
        for number in sorted(self._unsigned):
            yield StoreFinding("server_answer.signature", "server_answer", str(number), "data")
        for number in sorted(self._missing):
            yield StoreFinding("server_answer.missing", "server_answer", str(number))

    def _open(self, number: int) -> Mapping[str, Answered] | None:
        read_answer = self._bench.ports.read_answer
        statement = "SELECT data FROM server_answer WHERE number = ?"
        data = self._bench.connection.exec_driver_sql(statement, (number,)).scalar()
        if not isinstance(data, bytes) or read_answer is None:
            self._missing.add(number)
            return None
        said = read_answer(data)
        if said is None:
            self._unsigned.add(number)
        return said


def _warning(said: Countersignature) -> StoreFinding:
    """Return what the server found: it had seen rows that are not, or not so, here any more."""
    held, shown = said.held[0], said.audit
    detail = f"{held.number}/{shown.number} {said.server_time.isoformat()}"
    if said.verdict is TrailVerdict.SHORTER:
        return StoreFinding("trail.shorter", "audit", str(shown.number + 1), detail)
    return StoreFinding("trail.differs", "audit", str(held.number), detail)


def _line_hash(row: Any) -> Any:
    """Return what computes a line's hash from the hash before: nothing, unless the line names that hash."""

    def compute(before: str) -> str:
        if row.previous != before:
            return ""
        plain: dict[str, Plain] = {name: getattr(row, name) for name in _AUDIT if name != "op_id"}
        plain |= {"operation": row.op_id, "hash": ""}
        try:
            return hashlib.sha256(canonical_bytes(plain)).hexdigest()
        except (TypeError, ValueError):
            return ""

    return compute


def _left(detail: str) -> tuple[str, int, str]:
    """Return incarnation, sequence and hash of the stream that a line says was left."""
    try:
        plain = plain_of(detail.encode())
    except Malformed:
        return "", 0, ""
    assert isinstance(plain, dict)
    return str(plain.get("incarnation")), int(str(plain.get("sequence", 0))), str(plain.get("hash"))


def _read(kind: Any, data: object) -> Any:
    """Return the value of ``kind`` in canonical ``data``, None if it holds none."""
    if not isinstance(data, bytes):
        return None
    try:
        value = decode(kind, data)
    except Malformed:
        return None
    return value if encode(value) == data else None
