"""Brings learners of one office to another, and keeps whoever holds an account at its end.

An account's chain is one, whichever office's work posts to it: before an office's server posts, and whenever
a device of it pulls, it gets the entries that other offices' work led to. The record itself is kept by the
office that registered the learner; the others get it again when it changes.
"""

from __future__ import annotations

from creditbank_desktop.domain.codec import decode
from creditbank_desktop.domain.ids import LearnerId, OfficeId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.ledger import LedgerEntry
from creditbank_desktop.domain.operations.registry_bodies import LearnerBrought, LedgerBrought
from creditbank_server.database import Connection
from creditbank_server.documents import read_document, without_person
from creditbank_server.office_work import OfficeWork
from creditbank_server.shelf import OfficeShelf


def bring(work: OfficeWork, home: OfficeId, learner: LearnerId) -> LearnerId | None:
    """Bring a learner of ``home`` to the office of ``work``; return who it is, None when the record is gone.

    A record that was merged into another answers with that one.
    """
    found = _record(work, home, learner)
    if found is not None and found[0].alias_of is not None:
        found = _record(work, home, found[0].alias_of)
    if found is None or found[0].profile is None:
        return None
    record, sha256 = found
    _author(work, record)
    work.connection.execute(
        "INSERT INTO brought_learners (office, learner, home, home_sha256, brought_at)"
        " VALUES (%s, %s, %s, %s, %s) ON CONFLICT (office, learner)"
        " DO UPDATE SET home_sha256 = excluded.home_sha256, brought_at = excluded.brought_at",
        (work.office, record.learner, home, sha256, work.moment),
    )
    work.connection.execute(
        "INSERT INTO account_views (office, account, entries)"
        " SELECT %(home)s, %(account)s, coalesce((SELECT entries FROM account_heads"
        " WHERE account = %(account)s), 0) UNION ALL SELECT %(office)s, %(account)s, 0"
        " ON CONFLICT DO NOTHING",
        {"home": home, "office": work.office, "account": record.learner},
    )
    catch_up(work, record.learner)
    return record.learner


def catch_up(work: OfficeWork, account: LearnerId) -> None:
    """Give the office the entries of an account that it shares; from here to the commit nobody else posts."""
    view = work.connection.execute(
        "SELECT entries FROM account_views WHERE office = %s AND account = %s", (work.office, account)
    ).fetchone()
    if view is None:
        return
    head = work.connection.execute(
        "SELECT entries FROM account_heads WHERE account = %s FOR UPDATE", (account,)
    ).fetchone()
    if head is None or head[0] <= view[0]:
        return
    work.shelf.reread_account(account)
    rows = work.connection.execute(
        "SELECT document FROM ledger_entries WHERE account = %s AND number > %s ORDER BY number",
        (account, view[0]),
    )
    work.author(LedgerBrought(account, tuple(decode(LedgerEntry, row[0]) for row in rows)))
    work.connection.execute(
        "UPDATE account_views SET entries = %s WHERE office = %s AND account = %s",
        (head[0], work.office, account),
    )


def is_behind(connection: Connection, office: OfficeId) -> bool:
    """Return whether `refresh` has anything to do for an office."""
    return bool(_changed_accounts(connection, office) or _changed_records(connection, office))


def refresh(work: OfficeWork) -> None:
    """Give the office what changed about the learners that it shares; its row is locked."""
    for learner, home in _changed_records(work.connection, work.office):
        found = _record(work, home, learner)
        if found is not None:
            _author(work, found[0])
            work.connection.execute(
                "UPDATE brought_learners SET home_sha256 = %s, brought_at = %s"
                " WHERE office = %s AND learner = %s",
                (found[1], work.moment, work.office, learner),
            )
    for account in _changed_accounts(work.connection, work.office):
        catch_up(work, account)


def forget_elsewhere(work: OfficeWork, learner: LearnerId) -> None:
    """Take what is personal out of the records that other offices have of a learner just disposed of here.

    Their devices hear of it with the next pull.
    """
    rows = work.connection.execute(
        "SELECT office FROM brought_learners WHERE learner = %s AND home = %s", (learner, work.office)
    ).fetchall()
    shelves = [OfficeShelf(work.connection, OfficeId(row[0]), work.keys) for row in rows]
    bare = [tuple(map(without_person, shelf.of_learner(learner))) for shelf in shelves]
    work.keys.destroy(work.office, learner, work.moment)
    for shelf, records in zip(shelves, bare, strict=True):
        shelf.rewrite(records)


def _author(work: OfficeWork, record: Learner) -> None:
    body = LearnerBrought(
        learner=record.learner,
        home=record.office,
        programme=record.programme,
        intake_year=record.intake_year,
        class_name=record.class_name,
        account_number=record.account_number,
        account_state=record.account_state,
        opened_on=record.opened_on,
    )
    work.author(body, None if record.profile is None else record.learner, record.profile)


def _record(work: OfficeWork, home: OfficeId, learner: LearnerId) -> tuple[Learner, bytes] | None:
    """Return a learner as ``home`` has him, and the hash of the document as it is kept."""
    row = work.connection.execute(
        "SELECT document, sha256(document) FROM records WHERE office = %s AND kind = 'learner' AND id = %s",
        (home, learner),
    ).fetchone()
    if row is None:
        return None
    work.keys.load((learner,))
    record = read_document("learner", learner, learner, bytes(row[0]), work.sealer)
    return (record, bytes(row[1])) if isinstance(record, Learner) else None


def _changed_records(connection: Connection, office: OfficeId) -> list[tuple[LearnerId, OfficeId]]:
    return connection.execute(
        "SELECT b.learner, b.home FROM brought_learners b"
        " JOIN records r ON r.office = b.home AND r.kind = 'learner' AND r.id = b.learner"
        " WHERE b.office = %s AND sha256(r.document) <> b.home_sha256 ORDER BY b.learner",
        (office,),
    ).fetchall()


def _changed_accounts(connection: Connection, office: OfficeId) -> list[LearnerId]:
    rows = connection.execute(
        "SELECT v.account FROM account_views v JOIN account_heads h ON h.account = v.account"
        " WHERE v.office = %s AND h.entries > v.entries ORDER BY v.account",
        (office,),
    )
    return [row[0] for row in rows]
