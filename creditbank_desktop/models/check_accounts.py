"""Checks credit accounts against the postings, and the numbers of papers for gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy.dialects import sqlite

from creditbank_desktop.domain.codec import decode
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.ledger import GENESIS, LedgerEntry, entry_hash
from creditbank_desktop.domain.numbers import DocumentNumber
from creditbank_desktop.models.check_findings import Bench, StoreFinding
from creditbank_desktop.models.ledger_rows import AccountHeadRow, LedgerEntryRow
from creditbank_desktop.models.ledger_translation import entry_projection
from creditbank_desktop.models.row import TableRow

_RECEIPT_PARTS = 6
_DIALECT = sqlite.dialect()

Form = Callable[[Any], Any]


def check_ledger(bench: Bench) -> Iterator[StoreFinding]:
    """Yield what does not hold of the ledger: columns, postings, the chain of each account, and its head."""
    bench.progress.table = "ledger_entry"
    seen: set[str] = set()
    heads: dict[str, tuple[int, str, Decimal]] = {}
    forms = _stored_forms(LedgerEntryRow)
    statement = f"SELECT {', '.join(forms)} FROM ledger_entry ORDER BY account, number"
    for row in bench.connection.exec_driver_sql(statement):
        if bench.progress.cancelled:
            return
        bench.progress.done += 1
        seen.add(row.entry)
        number, before, balance = heads.get(row.account, (0, GENESIS, ZERO))
        entry, wrong = _entry(row, forms, bench)
        if entry is None:
            yield StoreFinding("ledger.column", "ledger_entry", row.entry, wrong)
            heads[row.account] = (number + 1, "", balance)
            continue
        # Behind a bad entry the chain goes on from what was posted, so that one change is one finding.
        if not wrong and before and (entry.number, entry.previous) != (number + 1, before):
            wrong = "chain"
        if not wrong and entry.hash != entry_hash(entry):
            wrong = "hash"
        if wrong:
            code = "ledger.not_posted" if wrong == "posting" else "ledger.column"
            yield StoreFinding(code, "ledger_entry", row.entry, wrong)
        heads[row.account] = (number + 1, "" if wrong else entry.hash, balance + entry.credits)
    missing = bench.posted.keys() - seen
    for gone in sorted(missing):
        yield StoreFinding("ledger.missing", "ledger_entry", gone)
    yield from _check_heads(bench, heads)


def check_numbers(bench: Bench) -> Iterator[StoreFinding]:
    """Yield the numbers of papers that were given out and neither stand on a paper nor are voided."""
    bench.progress.table = "document_counter"
    used: set[str] = set()
    for statement in (
        "SELECT number FROM paper",
        "SELECT receipt_number FROM application",
        "SELECT number FROM voided_number",
    ):
        for (number,) in bench.connection.exec_driver_sql(statement):
            parts = str(number).split("-")
            used.add("-".join(parts[:-1]) if len(parts) == _RECEIPT_PARTS else str(number))
    counters = "SELECT office_code, device_code, kind, year, next_number FROM document_counter"
    for office, device, kind, year, following in bench.connection.exec_driver_sql(counters).all():
        gaps = [
            number
            for sequence in range(1, following)
            if (number := str(DocumentNumber(office, device, kind, year, sequence))) not in used
        ]
        if gaps:
            yield StoreFinding("number.missing", "document_counter", gaps[0], str(len(gaps)))


def _check_heads(bench: Bench, heads: dict[str, tuple[int, str, Decimal]]) -> Iterator[StoreFinding]:
    known: set[str] = set()
    to_stored = _stored_forms(AccountHeadRow)["balance"]
    for row in bench.connection.exec_driver_sql("SELECT account, entries, hash, balance FROM account_head"):
        known.add(row.account)
        entries, hashed, balance = heads.get(row.account, (0, GENESIS, ZERO))
        wrong = [
            name
            for name, kept, made in (
                ("entries", row.entries, entries),
                ("hash", row.hash, hashed or row.hash),
                ("balance", row.balance, to_stored(balance) if hashed else row.balance),
            )
            if kept != made
        ]
        if wrong:
            yield StoreFinding("account.head", "account_head", row.account, ", ".join(wrong))
    for account in sorted(heads.keys() - known):
        yield StoreFinding("account.head", "account_head", account, "missing")


def _entry(row: Any, forms: Mapping[str, Form], bench: Bench) -> tuple[LedgerEntry | None, str]:
    """Return the entry of a row and what is wrong with the row itself, "" if nothing is."""
    try:
        entry = decode(LedgerEntry, row.written.encode())
        values = entry_projection(entry).values
        stored = {name: forms[name](value) for name, value in values.items()}
    except (ValueError, AttributeError):
        return None, "written"
    wrong = [name for name, value in stored.items() if getattr(row, name) != value]
    if wrong:
        return entry, ", ".join(wrong)
    return entry, "" if bench.posted.get(entry.entry) == row.written else "posting"


def _stored_forms(row: type[TableRow]) -> dict[str, Form]:
    """Return, by column, what turns a value into the form in which the database keeps it."""
    forms: dict[str, Form] = {}
    for column in row.__table__.columns:
        form = column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)
        forms[column.name] = form or _as_it_is
    return forms


def _as_it_is(value: Any) -> Any:
    return value
