"""The part of the unit of work for this device alone: drafts, settings, numbers of papers, evidence files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from creditbank_desktop.domain.codec import Plain, canonical_bytes
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import BlobHash, LearnerId
from creditbank_desktop.domain.numbers import RECEIPT_KIND, account_number, document_number, receipt_number
from creditbank_desktop.domain.people import Actor, Office
from creditbank_desktop.models.blob_disposal import note_removed, note_unneeded
from creditbank_desktop.models.ledger_rows import (
    BlobRow,
    DocumentCounterRow,
    DraftRow,
    SettingRow,
    VoidedNumberRow,
)
from creditbank_desktop.models.operation_writer import OperationWriter
from creditbank_desktop.models.registry_rows import NumberBlockRow

LEAST_ACCOUNT_NUMBERS = "numbers.least_accounts"


class DeskWriter(OperationWriter):
    """Writes what no operation carries."""

    def save_draft(
        self, actor: Actor, draft: str, kind: str, data: Plain, *, learner: LearnerId | None = None
    ) -> int:
        """Keep unfinished input under the id ``draft`` and return its new version.

        ``kind`` names the form ("intake", …), ``data`` is plain JSON data without floats. ``learner`` lets
        the draft go when that learner is disposed of.
        """
        values = {
            "draft": draft,
            "person": actor.person,
            "kind": kind,
            "learner": learner,
            "data": canonical_bytes(data).decode(),
            "updated_at": self._ports.clock.now(),
            "version": 1,
        }
        self._put(DraftRow, values)
        self._changes.add(("draft", draft))
        version = self._connection.scalar(select(DraftRow.version).where(DraftRow.draft == draft))
        return version or 1

    def delete_draft(self, draft: str) -> None:
        """Forget a draft; one that is not there is none."""
        self._connection.execute(delete(DraftRow).where(DraftRow.draft == draft))
        self._changes.add(("draft", draft))

    def set_setting(self, key: str, value: Plain) -> None:
        """Keep a setting of this device: plain JSON data without floats."""
        self._put(SettingRow, {"key": key, "value": canonical_bytes(value).decode(), "version": 1})
        self._changes.add(("setting", key))

    def next_document_number(self, kind: str) -> str:
        """Take the next number of a kind of paper (2 to 4 capitals, for example "TZ").

        The numbers of a year have no gap: a transaction that is rolled back gives its number back.
        Raises `Refused` ("office.unknown") before the office is set up.
        """
        office = self._own_office()
        year = self._ports.clock.today().year
        return document_number(
            office.code, self.identity.code, kind, year, self._count_up(office, kind, year)
        )

    def next_receipt_number(self) -> str:
        """Take the next number of an acceptance receipt, which carries a check character."""
        office = self._own_office()
        year = self._ports.clock.today().year
        sequence = self._count_up(office, RECEIPT_KIND, year)
        return receipt_number(office.code, self.identity.code, year, sequence)

    def void_document_number(self, actor: Actor, number: str, reason: str) -> None:
        """Log that a number was taken and not used."""
        values = {
            "number": number,
            "reason": reason,
            "person": actor.person,
            "at": self._ports.clock.now(),
        }
        self._connection.execute(insert(VoidedNumberRow), values)

    def next_account_number(self, year: int | None = None) -> str:
        """Return the next free account number of this device's blocks for ``year`` (this year if None).

        Registering the learner uses it up; until then the same number comes again. Raises `Refused`
        ("number_block.exhausted") when the blocks are used up: the server allots the next one.
        """
        office = self._own_office()
        wanted = self._ports.clock.today().year if year is None else year
        row = NumberBlockRow
        blocks = (
            select(row.block, row.next_number, row.last)
            .where(
                row.office == office.office,
                row.device == self.identity.device,
                row.year == wanted,
                row.next_number <= row.last,
            )
            .order_by(row.first)
        )
        least = self.least_account_numbers()
        free = (
            number
            for block in self._all(blocks)
            if (number := max(block.next_number, least.get(block.block, 0))) <= block.last
        )
        found = next(free, None)
        if found is None:
            raise Refused("number_block.exhausted", year=wanted)
        return account_number(office.school, wanted, office.code, found)

    def least_account_numbers(self) -> dict[str, int]:
        """Return by block below which number none is given out: a store that continues a copy leaves some."""
        kept = self.setting(LEAST_ACCOUNT_NUMBERS)
        if not isinstance(kept, dict):
            return {}
        return {block: number for block, number in kept.items() if isinstance(number, int)}

    def add_blob(self, blob: BlobHash, size_bytes: int) -> None:
        """Note that an evidence file is kept here and still has to be sent; known ones stay as they are.

        One that was disposed of and came in again counts as new.
        """
        values = {
            "blob": blob,
            "size_bytes": size_bytes,
            "stored_at": self._ports.clock.now(),
            "sent_at": None,
        }
        statement = insert(BlobRow)
        again = {name: statement.excluded[name] for name in ("stored_at", "sent_at")}
        statement = statement.on_conflict_do_update(
            index_elements=["blob"],
            set_={**again, "disposed_at": None, "removed_at": None},
            where=BlobRow.disposed_at.is_not(None),
        )
        self._connection.execute(statement, values)

    def mark_blob_sent(self, blob: BlobHash) -> None:
        """Note that the server has an evidence file."""
        sent = update(BlobRow).where(BlobRow.blob == blob).values(sent_at=self._ports.clock.now())
        self._connection.execute(sent)

    def note_stray_blobs(self, sizes: Mapping[str, int]) -> int:
        """Note those of ``sizes`` (bytes by hash) that nothing needs, and return how many."""
        return note_unneeded(self._connection, sizes, self._ports.clock.now())

    def note_blobs_removed(self, blobs: Iterable[BlobHash]) -> None:
        """Note that the files of contents that were disposed of are deleted."""
        note_removed(self._connection, blobs, self._ports.clock.now())

    def _own_office(self) -> Office:
        office = self.office()
        if office is None:
            raise Refused("office.unknown", office=self.identity.office)
        return office

    def _count_up(self, office: Office, kind: str, year: int) -> int:
        values = {
            "office_code": office.code,
            "device_code": self.identity.code,
            "kind": kind,
            "year": year,
            "next_number": 2,
            "version": 1,
        }
        row = DocumentCounterRow
        statement = insert(row).on_conflict_do_update(
            index_elements=["office_code", "device_code", "kind", "year"],
            set_={"next_number": row.next_number + 1, "version": row.version + 1},
        )
        taken = self._connection.execute(statement.returning(row.next_number), values).scalar_one()
        return int(taken) - 1

    def _put(self, row: Any, values: dict[str, Any]) -> None:
        table = row.__table__
        keys = [column.name for column in table.primary_key]
        statement = insert(row)
        changed = {name: statement.excluded[name] for name in values if name not in keys}
        changed["version"] = table.c.version + 1
        self._connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed), values)
