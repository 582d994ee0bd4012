"""Writes lines of the audit trail into files: a table for people, and JSON Lines that anybody can verify."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from enum import StrEnum

from creditbank_desktop.domain.codec import canonical_bytes, encode, format_instant, to_plain
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.audit_trail import AuditEntry
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.audit_subjects import subject_numbers

HOW_TO_VERIFY = (
    "Each entry's hash is the SHA-256 of its canonical JSON (keys sorted, no spaces, UTF-8) with hash set to "
    "the empty string; previous is the hash of the entry numbered one lower. A checkpoint's signature is "
    "Ed25519 by the device over 'creditbank trail head 1|' and the canonical JSON of head; a "
    "countersignature's is by the server over 'creditbank countersignature 1|' and that of said."
)
_COLUMNS = (
    "number",
    "at",
    "server_at",
    "person",
    "name",
    "device",
    "action",
    "subject_kind",
    "subject",
    "subject_number",
    "detail",
    "operation",
    "hash",
)
_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


class AuditFormat(StrEnum):
    """The kinds of file."""

    TABLE = "csv"
    VERIFIABLE = "jsonl"


def write_audit(reader: Reader, entries: Sequence[AuditEntry], form: AuditFormat, actor: Actor) -> bytes:
    """Return ``entries`` (in their order) as a file."""
    if form is AuditFormat.TABLE:
        return _table(reader, entries, actor)
    return _lines(reader, entries)


def _table(reader: Reader, entries: Sequence[AuditEntry], actor: Actor) -> bytes:
    names = {person.person: person.name for person in reader.people()}
    called = subject_numbers(reader, ((one.subject_kind, one.subject) for one in entries), actor.roles)
    times = [(said.audit.number, said.server_time) for _, said, _ in reader.countersignatures()]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    place = 0
    for entry in entries:
        while place < len(times) and times[place][0] < entry.number:
            place += 1
        writer.writerow(
            _harmless(value)
            for value in (
                str(entry.number),
                format_instant(entry.at),
                format_instant(times[place][1]) if place < len(times) else "",
                entry.person,
                names.get(entry.person, ""),
                entry.device,
                entry.action,
                entry.subject_kind,
                entry.subject,
                called.get((entry.subject_kind, entry.subject), ""),
                entry.detail,
                entry.operation or "",
                entry.hash,
            )
        )
    # The mark lets spreadsheet programs know that it is UTF-8.
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _lines(reader: Reader, entries: Sequence[AuditEntry]) -> bytes:
    head = {
        "kind": "creditbank audit trail 1",
        "device": reader.identity.device,
        "office": reader.identity.office,
        "entries": len(entries),
        "verify": HOW_TO_VERIFY,
    }
    lines = [canonical_bytes(to_plain(head))]
    lines.extend(b'{"entry":' + encode(entry) + b"}" for entry in entries)
    for checkpoint in reader.checkpoints():
        plain = {"head": to_plain(checkpoint.head), "signature": to_plain(checkpoint.signature)}
        lines.append(canonical_bytes({"checkpoint": plain}))
    for number, said, signature in reader.countersignatures():
        plain = {"number": number, "said": to_plain(said), "signature": to_plain(signature)}
        lines.append(canonical_bytes({"countersignature": plain}))
    return b"\n".join(lines) + b"\n"


def _harmless(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_MARKS) else text
