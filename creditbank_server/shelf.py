"""The records of one office as one transaction sees and changes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.codec import decode, encode
from creditbank_desktop.domain.ids import EntryId, LearnerId, OfficeId, PersonId
from creditbank_desktop.domain.learners import Learner, NumberBlock
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry
from creditbank_desktop.domain.operations.reducer import Record
from creditbank_desktop.domain.people import Device, Person
from creditbank_desktop.vault.sealing import LearnerSealer
from creditbank_server.blob_uses import write_uses
from creditbank_server.database import Connection
from creditbank_server.documents import (
    Document,
    check_id,
    is_id,
    learner_of,
    place_of,
    read_document,
    write_document,
)
from creditbank_server.learner_keys import LearnerKeyShelf
from creditbank_server.record_shelf import RecordShelf

D = TypeVar("D")
DueOn = Callable[[Application], date | None]


class OfficeShelf(RecordShelf):
    """Fills `creditbank_desktop.domain.operations.reducer.Shelf` for one locked office.

    What is put is seen at once and written by `flush`; the office's row must be locked until then.
    """

    def __init__(self, connection: Connection, office: OfficeId, keys: LearnerKeyShelf) -> None:
        """Read and write the records of ``office`` through ``connection``."""
        super().__init__(office)
        self._connection = connection
        self._keys = keys
        self._sealer = LearnerSealer(keys)
        self._found: dict[tuple[str, str], Document | None] = {}
        self._changed: dict[tuple[str, str], Document] = {}
        self._asked: set[str] = set()
        self._heads: dict[str, AccountHead] = {}
        self._entries: dict[str, LedgerEntry] = {}
        self._new_entries: list[LedgerEntry] = []
        self._public_keys: dict[str, set[bytes]] = {}
        self._keys_loaded: set[str] = set()

    def prefetch(self, ids: Iterable[str]) -> None:
        """Fetch every record that goes by one of ``ids`` in one go, and remember which ids have none."""
        wanted = list(set(ids) - self._asked)
        self._asked.update(wanted)
        self._read("id = ANY(%s)", wanted)

    def of_learner(self, learner: LearnerId) -> tuple[Document, ...]:
        """Return every record about a learner."""
        self._read("learner = ANY(%s)", [learner])
        return tuple(
            record for record in self._found.values() if record is not None and learner_of(record) == learner
        )

    def put(self, records: Iterable[Record]) -> tuple[str, ...]:
        """Take what an operation made or replaced; return the ids; raise `Malformed` for one that is none."""
        records = tuple(records)
        for record in records:
            if not isinstance(record, AccountHead | LedgerEntry):
                check_id(place_of(record)[1])
        return tuple(self._put(record) for record in records)

    def flush(self, due_on: DueOn) -> None:
        """Write what was put; ``due_on`` tells on which day an application becomes due by the calendar."""
        self._write_documents()
        self._write_public_keys()
        self._write_devices()
        self._write_deadlines(due_on)
        self._write_uses()
        self._write_ledger()
        self._write_marks()

    def rewrite(self, records: Iterable[Document]) -> None:
        """Put ``records`` in place of what is kept and write nothing else."""
        self._changed = {place_of(record): record for record in records}
        self._write_documents()

    def reread_account(self, account: LearnerId) -> None:
        """Forget where an account ended, as another office may have moved it; own entries stay."""
        if not any(entry.account == account for entry in self._new_entries):
            self._heads.pop(account, None)

    def account(self, account: LearnerId) -> AccountHead | None:
        """Return where an account's ledger ends."""
        if account not in self._heads and is_id(account):
            row = self._connection.execute(
                "SELECT entries, hash, balance FROM account_heads WHERE account = %s", (account,)
            ).fetchone()
            if row is None:
                return None
            self._heads[account] = AccountHead(account, *row)
        return self._heads.get(account)

    def entry(self, entry: EntryId) -> LedgerEntry | None:
        """Return a ledger entry of the office."""
        if entry not in self._entries and is_id(entry):
            row = self._connection.execute(
                "SELECT document FROM ledger_entries WHERE office = %s AND entry = %s", (self._office, entry)
            ).fetchone()
            if row is None:
                return None
            self._entries[entry] = decode(LedgerEntry, row[0])
        return self._entries.get(entry)

    def entries_of(self, account: LearnerId) -> tuple[LedgerEntry, ...]:
        """Return every entry of an account in its order."""
        rows = self._connection.execute(
            "SELECT document FROM ledger_entries WHERE account = %s ORDER BY number", (account,)
        )
        kept = [decode(LedgerEntry, row[0]) for row in rows]
        return (*kept, *(entry for entry in self._new_entries if entry.account == account))

    def changed(self) -> tuple[Document, ...]:
        """Return the records that were put."""
        return tuple(self._changed.values())

    def has_staff(self, besides: PersonId) -> bool:
        """Return whether the office knows a person other than ``besides``, the server."""
        if any(kind == "person" and key != besides for kind, key in self._changed):
            return True
        row = self._connection.execute(
            "SELECT 1 FROM records WHERE office = %s AND kind = 'person' AND id <> %s LIMIT 1",
            (self._office, besides),
        ).fetchone()
        return row is not None

    def number_blocks(self) -> tuple[NumberBlock, ...]:
        """Return every block of account numbers of the office."""
        self._read("kind = ANY(%s)", ["number_block"])
        return tuple(record for record in self._found.values() if isinstance(record, NumberBlock))

    def people(self) -> tuple[Person, ...]:
        """Return every person of the office and those who sign for it, by login."""
        self._read("kind = ANY(%s)", ["person"])
        people = (record for record in self._found.values() if isinstance(record, Person))
        return tuple(sorted(people, key=lambda one: (one.login, one.person)))

    def public_keys(self, person: Person) -> frozenset[bytes]:
        """Return every key that the person ever signed with: what was signed before a change stays valid."""
        if person.person not in self._keys_loaded:
            rows = self._connection.execute(
                "SELECT public_key FROM person_keys WHERE office = %s AND person = %s",
                (self._office, person.person),
            )
            self._keys_loaded.add(person.person)
            self._public_keys.setdefault(person.person, set()).update(bytes(row[0]) for row in rows)
        return frozenset(self._public_keys[person.person] | {person.public_key})

    def _find(self, kind: str, key: str) -> Document | None:
        if (kind, key) not in self._found and key not in self._asked and is_id(key):
            self.prefetch((key,))
        return self._found.get((kind, key))

    def _read(self, where: str, values: list[str]) -> None:
        if not values:
            return
        rows = self._connection.execute(
            f"SELECT kind, id, learner, document FROM records WHERE office = %s AND {where}",
            (self._office, values),
        ).fetchall()
        self._keys.load(learner for _, _, learner, _ in rows if learner is not None)
        for kind, key, learner, document in rows:
            if (kind, key) not in self._found:
                self._found[kind, key] = read_document(kind, key, learner, document, self._sealer)

    def _put(self, record: Record) -> str:
        match record:
            case AccountHead():
                self._heads[record.account] = record
                return record.account
            case LedgerEntry():
                self._entries[record.entry] = record
                self._new_entries.append(record)
                return record.entry
            case _:
                place = place_of(record)
                if isinstance(record, Person):
                    self._public_keys.setdefault(record.person, set()).add(record.public_key)
                self._found[place] = self._changed[place] = record
                return place[1]

    def _write_documents(self) -> None:
        rows = [
            (self._office, *place, learner_of(record), write_document(record, self._keys, self._sealer))
            for place, record in self._changed.items()
        ]
        if not rows:
            return
        with self._connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO records (office, kind, id, learner, document) VALUES (%s, %s, %s, %s, %s)"
                " ON CONFLICT (office, kind, id) DO UPDATE SET document = excluded.document",
                rows,
            )

    def _write_devices(self) -> None:
        devices = [record for record in self._changed.values() if isinstance(record, Device)]
        with self._connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE devices SET name = %s, active = active AND %s WHERE office = %s AND device = %s",
                [(one.name, one.active, self._office, one.device) for one in devices],
            )

    def _write_public_keys(self) -> None:
        people = [record for record in self._changed.values() if isinstance(record, Person)]
        with self._connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO person_keys (office, person, public_key) VALUES (%s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                [(self._office, one.person, key) for one in people for key in self._public_keys[one.person]],
            )

    def _write_marks(self) -> None:
        learners = [record for record in self._changed.values() if isinstance(record, Learner)]
        if learners:
            office = self.office()
            self._keys.marks.write(self._office, "" if office is None else office.school, learners)

    def _write_uses(self) -> None:
        files = (record for record in self._changed.values() if isinstance(record, Application))
        write_uses(self._connection, self._office, files)

    def _write_deadlines(self, due_on: DueOn) -> None:
        applications = [record for record in self._changed.values() if isinstance(record, Application)]
        if not applications:
            return
        due = [(item, due_on(item)) for item in applications]
        gone = [item.application for item, day in due if day is None]
        kept = [(self._office, item.application, item.state.value, day) for item, day in due if day]
        with self._connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM case_deadlines WHERE office = %s AND application = ANY(%s)", (self._office, gone)
            )
            cursor.executemany(
                "INSERT INTO case_deadlines (office, application, state, due_on) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT (office, application)"
                " DO UPDATE SET state = excluded.state, due_on = excluded.due_on",
                kept,
            )

    def _write_ledger(self) -> None:
        if not self._new_entries:
            return
        heads = {entry.account: self._heads[entry.account] for entry in self._new_entries}
        with self._connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO account_heads (account, office, entries, hash, balance)"
                " VALUES (%s, %s, %s, %s, %s) ON CONFLICT (account) DO UPDATE"
                " SET entries = excluded.entries, hash = excluded.hash, balance = excluded.balance",
                [(h.account, self._office, h.entries, h.hash, h.balance) for h in heads.values()],
            )
            cursor.executemany(
                "UPDATE account_views SET entries = %s WHERE office = %s AND account = %s",
                [(h.entries, self._office, h.account) for h in heads.values()],
            )
            cursor.executemany(
                "INSERT INTO ledger_entries (account, number, entry, office, kind, hash, credits,"
                " application, line, reverses, server_sequence, effective_on, posted_at, document)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
                [self._entry_row(entry) for entry in self._new_entries],
            )

    def _entry_row(self, entry: LedgerEntry) -> tuple[object, ...]:
        return (
            entry.account,
            entry.number,
            entry.entry,
            self._office,
            entry.kind.value,
            entry.hash,
            entry.credits,
            entry.application,
            entry.line,
            entry.reverses,
            entry.server_sequence,
            entry.effective_on,
            entry.posted_at,
            encode(entry),
        )
