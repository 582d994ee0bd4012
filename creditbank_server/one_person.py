"""Which accounts are one person's, and the locks under which credits are posted to that person."""

from __future__ import annotations

from collections.abc import Iterable

import psycopg

from creditbank_desktop.domain.ids import LearnerId, OperationId
from creditbank_desktop.domain.operations.registry_bodies import LearnerAliased, LearnerUnaliased
from creditbank_server.database import Connection
from creditbank_server.office_work import OfficeWork
from creditbank_server.record_shelf import RecordShelf


def accounts_of(connection: Connection, learners: Iterable[LearnerId]) -> tuple[LearnerId, ...]:
    """Return every account joined to one of ``learners`` by merges of any office, themselves included.

    Merges are followed both ways and from one to the next; the ids come in their order.
    """
    rows = connection.execute(
        "WITH RECURSIVE person (account) AS ("
        " SELECT unnest(%s::text[])"
        " UNION SELECT CASE WHEN a.learner = p.account THEN a.canonical ELSE a.learner END"
        " FROM person p JOIN account_aliases a ON a.learner = p.account OR a.canonical = p.account"
        ") SELECT account FROM person",
        (list(learners),),
    )
    return tuple(sorted(LearnerId(row[0]) for row in rows))


def lock_accounts(connection: Connection, learners: Iterable[LearnerId]) -> tuple[LearnerId, ...]:
    """Lock all accounts of the persons whom ``learners`` belong to until the commit, and return them.

    The locks are taken in the order of the ids, so that two transactions never wait for each other. A merge
    that another office committed meanwhile changes who is meant: then the locks are let go and taken anew.
    """
    wanted = tuple(learners)
    while True:
        accounts = accounts_of(connection, wanted)
        with connection.transaction() as savepoint:
            connection.execute(
                "SELECT pg_advisory_xact_lock(place) FROM (SELECT hashtextextended(account, 0) AS place"
                " FROM unnest(%s::text[]) WITH ORDINALITY AS one (account, number)"
                " ORDER BY number OFFSET 0) AS ordered",
                (list(accounts),),
            )
            if accounts_of(connection, wanted) == accounts:
                return accounts
            raise psycopg.Rollback(savepoint)


def remaining_account(shelf: RecordShelf, learner: LearnerId) -> LearnerId:
    """Return the account that remains after every merge of the office, ``learner`` where there was none."""
    passed = {learner}
    while True:
        found = shelf.learner(learner)
        if found is None or found.alias_of is None or found.alias_of in passed:
            return learner
        learner = found.alias_of
        passed.add(learner)


def join(work: OfficeWork, operation: OperationId, body: LearnerAliased) -> tuple[LearnerId, ...]:
    """Join two accounts; return all of the person, locked."""
    lock_accounts(work.connection, (body.learner, body.canonical))
    work.connection.execute(
        "INSERT INTO account_aliases (office, learner, canonical, operation, made_at)"
        " VALUES (%s, %s, %s, %s, %s) ON CONFLICT (learner, office) DO UPDATE"
        " SET canonical = excluded.canonical, operation = excluded.operation, made_at = excluded.made_at",
        (work.office, body.learner, body.canonical, operation, work.moment),
    )
    return accounts_of(work.connection, (body.learner,))


def part(work: OfficeWork, body: LearnerUnaliased) -> None:
    """Part an account from the one that the office had merged it into."""
    lock_accounts(work.connection, (body.learner,))
    work.connection.execute(
        "DELETE FROM account_aliases WHERE office = %s AND learner = %s", (work.office, body.learner)
    )
