"""Keeps counters ahead of every number that is already in use, wherever the operation that used it came from.

A device that was restored from a backup learns of its own later papers from the feed; without this it would
give their numbers out a second time.
"""

from __future__ import annotations

from sqlalchemy import Connection, update
from sqlalchemy.dialects.sqlite import insert

from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.numbers import DocumentNumber, parse_account_number, parse_document_number
from creditbank_desktop.models.ledger_rows import DocumentCounterRow
from creditbank_desktop.models.registry_rows import NumberBlockRow


def use_account_number(connection: Connection, learner: Learner, used: int = 1) -> None:
    """Move the office's block that a learner's account number comes from past it.

    ``used`` numbers in a row end with this one.
    """
    try:
        number = parse_account_number(learner.account_number)
    except Problems:
        return  # a number from another house
    row = NumberBlockRow
    connection.execute(
        update(row)
        .where(
            row.office == learner.office,
            row.year == number.year,
            row.first <= number.sequence,
            row.last >= number.sequence,
            row.next_number <= number.sequence,
        )
        .values(next_number=number.sequence + 1, version=row.version + used)
    )


def use_document_number(connection: Connection, office_code: str, device_code: str, printed: str) -> None:
    """Move this device's counter past the number of a paper or receipt; other devices' numbers move none."""
    try:
        number = parse_document_number(_without_check(printed))
    except Problems:
        return
    if (number.office, number.device) == (office_code, device_code):
        _move_counter(connection, number)


def _without_check(printed: str) -> str:
    """Return the number without the check character that receipts carry as a sixth part."""
    parts = printed.split("-")
    return "-".join(parts[:-1]) if len(parts) == 6 else printed


def _move_counter(connection: Connection, number: DocumentNumber) -> None:
    row = DocumentCounterRow
    values = {
        "office_code": number.office,
        "device_code": number.device,
        "kind": number.kind,
        "year": number.year,
        "next_number": number.sequence + 1,
        "version": 1,
    }
    statement = insert(row).on_conflict_do_update(
        index_elements=["office_code", "device_code", "kind", "year"],
        set_={"next_number": number.sequence + 1, "version": row.version + 1},
        where=row.next_number <= number.sequence,
    )
    connection.execute(statement, values)
