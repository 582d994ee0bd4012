"""Checks a whole server: feeds without a gap, ledgers that hold, tables equal to a replay."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from creditbank_desktop.domain.codec import decode
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import EntryId, LearnerId, OfficeId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.ledger import GENESIS, AccountHead, LedgerEntry, first_broken
from creditbank_desktop.domain.operations.envelope import open_envelope, operation_hash, read_envelope
from creditbank_desktop.domain.operations.reducer import Record, reduce
from creditbank_desktop.vault.sealing import LearnerSealer
from creditbank_server.database import Connection
from creditbank_server.documents import Document, place_of, read_document
from creditbank_server.double_credits import CREDITED_TWICE, credited_twice
from creditbank_server.learner_keys import LearnerKeyShelf
from creditbank_server.one_person import accounts_of
from creditbank_server.record_shelf import RecordShelf
from creditbank_server.server_ports import ServerPorts
from creditbank_server.shelf import OfficeShelf

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold: a code, the office, and where."""

    code: str
    office: str
    place: str


def check_server(connection: Connection, ports: ServerPorts) -> Iterator[Finding]:
    """Yield everything that does not hold, office by office; reads only.

    Codes: ``feed.gap``, ``operation.damaged``, ``ledger.broken``, ``ledger.balance``, ``replay.refused``,
    ``replay.differs``, ``replay.surplus``, ``aliases.differ`` (a merge is in the records and not in the table
    that posting goes by, or the other way round) and ``posting.credited_twice``: two accounts of one person
    hold the same outcome until one of the two entries is revoked or the accounts are parted.
    """
    offices = connection.execute("SELECT office, feed_number FROM offices ORDER BY opened_at").fetchall()
    for office, feed_number in offices:
        yield from _check_feed(connection, office, feed_number)
        yield from _check_ledger(connection, office)
        yield from _check_replay(connection, ports, OfficeId(office))
    yield from _check_persons(connection, ports)


def _check_feed(connection: Connection, office: str, feed_number: int) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT f.number, o.sha256, o.data FROM feed f"
        " LEFT JOIN operations o ON o.office = f.office AND o.operation = f.operation"
        " WHERE f.office = %s ORDER BY f.number",
        (office,),
    )
    expected = 1
    for number, sha256, data in rows:
        if number != expected:
            yield Finding("feed.gap", office, str(expected))
        if data is None or operation_hash(bytes(data)) != sha256:
            yield Finding("operation.damaged", office, str(number))
        expected = number + 1
    if expected != feed_number + 1:
        yield Finding("feed.gap", office, str(expected))


def _check_ledger(connection: Connection, office: str) -> Iterator[Finding]:
    heads = connection.execute(
        "SELECT account, coalesce(h.entries, 0), coalesce(h.hash, ''), coalesce(h.balance, 0)"
        " FROM (SELECT * FROM account_heads WHERE office = %(office)s) h FULL JOIN"
        " (SELECT account FROM ledger_entries WHERE office = %(office)s AND number = 1) l USING (account)"
        " ORDER BY account",
        {"office": office},
    ).fetchall()
    for account, entries, chain, balance in heads:
        found = _entries_of(connection, account)
        if first_broken(account, found) is not None or len(found) != entries or found[-1].hash != chain:
            yield Finding("ledger.broken", office, account)
        if sum(entry.credits for entry in found) != balance:
            yield Finding("ledger.balance", office, account)


def _entries_of(connection: Connection, account: str) -> list[LedgerEntry]:
    rows = connection.execute(
        "SELECT document FROM ledger_entries WHERE account = %s ORDER BY number", (account,)
    )
    return [decode(LedgerEntry, bytes(row[0])) for row in rows]


def _check_replay(connection: Connection, ports: ServerPorts, office: OfficeId) -> Iterator[Finding]:
    """Apply the whole feed to an empty shelf and compare with the tables."""
    keys = LearnerKeyShelf(connection, ports.keys.storage_key)
    sealer = LearnerSealer(keys)
    shelf = EmptyShelf(office, dict(_shared_accounts(connection, office)))
    rows = connection.execute(
        "SELECT f.number, o.learner, o.data FROM feed f"
        " JOIN operations o ON o.office = f.office AND o.operation = f.operation"
        " WHERE f.office = %s ORDER BY f.number",
        (office,),
    ).fetchall()
    keys.load(learner for _, learner, _ in rows if learner is not None)
    for number, _, data in rows:
        try:
            shelf.put(reduce(open_envelope(read_envelope(bytes(data)), sealer), shelf))
        except (Refused, EnvironmentFault, ValueError):
            yield Finding("replay.refused", office, str(number))
    yield from _compare_aliases(connection, office, shelf)
    kept = connection.execute("SELECT kind, id, learner, document FROM records WHERE office = %s", (office,))
    for kind, key, learner, document in kept.fetchall():
        replayed = shelf.documents.pop((kind, key), None)
        if replayed != read_document(kind, key, learner, bytes(document), sealer):
            yield Finding("replay.differs", office, f"{kind} {key}")
    yield from (Finding("replay.surplus", office, " ".join(place)) for place in shelf.documents)
    yield from _compare_entries(connection, office, shelf)


def _shared_accounts(connection: Connection, office: str) -> Iterator[tuple[str, SharedAccount]]:
    """Yield the accounts on which this office and another have posted."""
    rows = connection.execute(
        "SELECT account FROM ledger_entries WHERE account IN"
        " (SELECT account FROM ledger_entries WHERE office = %(office)s)"
        " GROUP BY account HAVING count(DISTINCT office) > 1",
        {"office": office},
    )
    for (account,) in rows.fetchall():
        numbers = connection.execute(
            "SELECT number FROM ledger_entries WHERE account = %s AND office = %s ORDER BY number",
            (account, office),
        )
        own = tuple(number for (number,) in numbers)
        yield account, SharedAccount(tuple(_entries_of(connection, account)), own)


def _compare_entries(connection: Connection, office: str, shelf: EmptyShelf) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT entry, document FROM ledger_entries WHERE office = %s ORDER BY account, number", (office,)
    )
    kept = {entry: decode(LedgerEntry, bytes(document)) for entry, document in rows}
    for key in kept.keys() | shelf.entries.keys():
        if kept.get(key) != shelf.entries.get(key):
            one = kept.get(key) or shelf.entries[key]
            yield Finding("replay.differs", office, f"account {one.account} entry {one.number}")


def _compare_aliases(connection: Connection, office: str, shelf: EmptyShelf) -> Iterator[Finding]:
    rows = connection.execute("SELECT learner, canonical FROM account_aliases WHERE office = %s", (office,))
    kept = set(rows.fetchall())
    learners = (record for record in shelf.documents.values() if isinstance(record, Learner))
    replayed = {(one.learner, one.alias_of) for one in learners if one.alias_of is not None}
    for learner, _ in sorted(kept ^ replayed):
        yield Finding("aliases.differ", office, f"learner {learner}")


def _check_persons(connection: Connection, ports: ServerPorts) -> Iterator[Finding]:
    keys = LearnerKeyShelf(connection, ports.keys.storage_key)

    def shelf_of(office: OfficeId) -> OfficeShelf:
        return OfficeShelf(connection, office, keys)

    merged = connection.execute("SELECT DISTINCT canonical FROM account_aliases ORDER BY canonical")
    checked: set[LearnerId] = set()
    for (canonical,) in merged.fetchall():
        if canonical in checked:
            continue
        accounts = accounts_of(connection, (canonical,))
        checked.update(accounts)
        for one, other in credited_twice(connection, accounts, shelf_of):
            place = f"{one.account} entry {one.entry}, {other.account} entry {other.entry}"
            yield Finding(CREDITED_TWICE, one.office, place)


@dataclass(frozen=True, slots=True)
class SharedAccount:
    """An account with entries of several offices: all of them by number, and the numbers of the own ones."""

    entries: Sequence[LedgerEntry]
    own: Sequence[int]

    def before_own(self, posted: int) -> AccountHead:
        """Return where the account ended before the first own entry with a number above ``posted``."""
        later = self.own[bisect_right(self.own, posted) :]
        before = self.entries[: later[0] - 1] if later else self.entries
        return AccountHead(
            self.entries[0].account,
            len(before),
            before[-1].hash if before else GENESIS,
            sum((entry.credits for entry in before), ZERO),
        )


class EmptyShelf(RecordShelf):
    """A shelf in memory; fills `creditbank_desktop.domain.operations.reducer.Shelf`.

    What other offices posted on an account between two own entries is taken as the ledger has it, whose
    chain has a check of its own.
    """

    def __init__(self, office: OfficeId, shared: Mapping[str, SharedAccount]) -> None:
        """Begin without any record."""
        super().__init__(office)
        self.documents: dict[tuple[str, str], Document] = {}
        self.entries: dict[str, LedgerEntry] = {}
        self._heads: dict[str, AccountHead] = {}
        self._shared = shared

    def put(self, records: Iterable[Record]) -> None:
        """Take what an operation made or replaced."""
        for record in records:
            match record:
                case AccountHead():
                    self._heads[record.account] = record
                case LedgerEntry():
                    self.entries[record.entry] = record
                case _:
                    self.documents[place_of(record)] = record

    def account(self, account: LearnerId) -> AccountHead | None:
        """Return where an account's ledger ends."""
        head = self._heads.get(account)
        shared = self._shared.get(account)
        return shared.before_own(head.entries if head is not None else 0) if shared is not None else head

    def entry(self, entry: EntryId) -> LedgerEntry | None:
        """Return a ledger entry."""
        return self.entries.get(entry)

    def _find(self, kind: str, key: str) -> Document | None:
        return self.documents.get((kind, key))
