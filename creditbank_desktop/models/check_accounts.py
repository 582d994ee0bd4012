"""Checks credit accounts against the postings, and the numbers of papers for gaps."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.ledger import GENESIS, LedgerEntry, entry_hash
from creditbank_desktop.domain.numbers import DocumentNumber
from creditbank_desktop.models.check_findings import Bench, StoreFinding
from creditbank_desktop.models.ledger_rows import AccountHeadRow, LedgerEntryRow
from creditbank_desktop.models.ledger_translation import entry_of, entry_projection

_RECEIPT_PARTS = 6


def check_ledger(bench: Bench) -> Iterator[StoreFinding]:
    """Yield what does not hold of the ledger: columns, postings, the chain of each account, and its head."""
    bench.progress.table = "ledger_entry"
    seen: set[str] = set()
    heads: dict[str, tuple[int, str, Decimal]] = {}
    statement = select(LedgerEntryRow).order_by(LedgerEntryRow.account, LedgerEntryRow.number)
    for (row,) in _objects(bench, statement):
        if bench.progress.cancelled:
            return
        bench.progress.done += 1
        seen.add(row.entry)
        number, before, balance = heads.get(row.account, (0, GENESIS, ZERO))
        entry, wrong = _entry(row, bench)
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
    for (row,) in _objects(bench, select(AccountHeadRow)):
        known.add(row.account)
        entries, hashed, balance = heads.get(row.account, (0, GENESIS, ZERO))
        wrong = [
            name
            for name, kept, made in (
                ("entries", row.entries, entries),
                ("hash", row.hash, hashed or row.hash),
                ("balance", row.balance, balance if hashed else row.balance),
            )
            if kept != made
        ]
        if wrong:
            yield StoreFinding("account.head", "account_head", row.account, ", ".join(wrong))
    for account in sorted(heads.keys() - known):
        yield StoreFinding("account.head", "account_head", account, "missing")


def _entry(row: Any, bench: Bench) -> tuple[LedgerEntry | None, str]:
    """Return the entry of a row and what is wrong with the row itself, "" if nothing is."""
    try:
        entry = entry_of(row)
    except (Malformed, AttributeError):
        return None, "written"
    values = entry_projection(entry).values
    wrong = [name for name, value in values.items() if getattr(row, name) != value]
    if wrong:
        return entry, ", ".join(wrong)
    return entry, "" if bench.posted.get(entry.entry) == row.written else "posting"


def _objects(bench: Bench, statement: Any) -> Iterator[Any]:
    """Yield each row by its attributes; a value that no column of ours holds raises nothing here."""
    for row in bench.connection.execute(statement.execution_options(yield_per=500)):
        yield (row,)
