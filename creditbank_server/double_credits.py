"""Finds outcomes that two accounts of one person both hold credits for: a merge may bring them together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from creditbank_desktop.domain.applications import OutcomeLine
from creditbank_desktop.domain.ids import ApplicationId, EntryId, LearnerId, LineId, OfficeId, OperationId
from creditbank_desktop.domain.ledger import source_keys
from creditbank_server.database import Connection
from creditbank_server.office_work import OfficeWork
from creditbank_server.shelf import OfficeShelf

CREDITED_TWICE = "posting.credited_twice"
Place = tuple[str, str, str]
ShelfOf = Callable[[OfficeId], OfficeShelf]


@dataclass(frozen=True, slots=True)
class Holding:
    """An entry that holds an outcome for a target under a rule family, and the file that it came from."""

    account: LearnerId
    office: OfficeId
    entry: EntryId
    place: Place
    application: ApplicationId
    line: LineId


Double = tuple[Holding, Holding]


def credited_twice(
    connection: Connection, accounts: Sequence[LearnerId], shelf_of: ShelfOf
) -> Iterator[Double]:
    """Yield every two entries in different ``accounts`` that hold the same outcome for the same target.

    Keys are salted with their account: what one account holds is looked for under the other's salt. A
    revoked entry holds nothing. What was disposed of on both sides cannot be told any more.
    """
    rows = connection.execute(
        "SELECT learner, source_key, target_kind, target_code, rule_family, office, entry"
        " FROM posting_guards WHERE learner = ANY(%s) ORDER BY learner, entry",
        (list(accounts),),
    ).fetchall()
    if len({row[0] for row in rows}) < 2:
        return
    held: dict[tuple[str, str, Place], EntryId] = {}
    known: dict[EntryId, tuple[Holding, OutcomeLine]] = {}
    for account, key, *place, office, entry in rows:
        held[account, key, (place[0], place[1], place[2])] = entry
        if entry not in known:
            found = _holding(shelf_of(office), account, office, entry, (place[0], place[1], place[2]))
            if found is not None:
                known[entry] = found
    seen: set[frozenset[EntryId]] = set()
    for one, line in known.values():
        for other in _others(one, line, accounts, held):
            pair = frozenset((one.entry, other))
            if other in known and pair not in seen:
                seen.add(pair)
                yield one, known[other][0]


def tell(work: OfficeWork, accounts: Sequence[LearnerId], operation: OperationId) -> tuple[Double, ...]:
    """Note what a merge brought together among the conflicts of the files concerned, and return it.

    Nothing is taken back: which of the two entries stands is for a person to decide.
    """
    shelves = {work.office: work.shelf}

    def shelf_of(office: OfficeId) -> OfficeShelf:
        return shelves.setdefault(office, OfficeShelf(work.connection, office, work.keys))

    doubles = tuple(credited_twice(work.connection, accounts, shelf_of))
    rows = [
        (
            one.office,
            one.application,
            one.line,
            operation,
            CREDITED_TWICE,
            json.dumps({"entry": one.entry, "other": other.entry, "account": other.account}, sort_keys=True),
            work.moment,
        )
        for double in doubles
        for one, other in (double, double[::-1])
    ]
    with work.connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO posting_conflicts (office, application, line, operation, code, params, found_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            rows,
        )
    return doubles


def _holding(
    shelf: OfficeShelf, account: LearnerId, office: OfficeId, entry: EntryId, place: Place
) -> tuple[Holding, OutcomeLine] | None:
    """Return what an entry holds and the line that it was posted for, None where its file is not there."""
    posted = shelf.entry(entry)
    if posted is None or posted.application is None:
        return None
    file = shelf.application(posted.application)
    lines = () if file is None else file.lines
    line = next((one for one in lines if one.line == posted.line), None)
    if line is None:
        return None
    return Holding(account, office, entry, place, posted.application, line.line), line


def _others(
    one: Holding,
    line: OutcomeLine,
    accounts: Sequence[LearnerId],
    held: dict[tuple[str, str, Place], EntryId],
) -> Iterator[EntryId]:
    if line.outcome is None:
        return
    for account in accounts:
        if account == one.account:
            continue
        for key in source_keys(account, line.outcome, line.line):
            other = held.get((account, key, one.place))
            if other is not None:
                yield other
