"""What the server does in answer to an operation: it posts and reverses credits, and destroys keys."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from psycopg.errors import UniqueViolation

from creditbank_desktop.domain.applications import Application, OutcomeLine
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import EntryId, LearnerId, OperationId
from creditbank_desktop.domain.ledger import (
    AccountHead,
    EntryKind,
    LedgerEntry,
    append,
    reversal,
    source_keys,
)
from creditbank_desktop.domain.operations.application_bodies import (
    AppealDecided,
    ApplicationRevoked,
    ResultDelivered,
)
from creditbank_desktop.domain.operations.catalogue import Body
from creditbank_desktop.domain.operations.registry_bodies import (
    LearnerAliased,
    LearnerDisposed,
    LearnerUnaliased,
    LedgerPosted,
)
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.sync.protocol.messages import ItemState
from creditbank_server.admission import Refusal
from creditbank_server.bringing import catch_up, forget_elsewhere
from creditbank_server.documents import without_person
from creditbank_server.double_credits import CREDITED_TWICE, tell
from creditbank_server.office_work import OfficeWork
from creditbank_server.one_person import join, lock_accounts, part, remaining_account

_DECIDING = frozenset({Act.EVALUATE, Act.DECIDE_PANEL, Act.DECIDE_APPEAL})


def answer_to(work: OfficeWork, operation: OperationId, body: Body) -> Refusal | None:
    """Do what follows from an operation just applied; return the conflict that a person must settle."""
    match body:
        case ResultDelivered(application=application) | AppealDecided(application=application):
            found = work.shelf.application(application)
            if found is not None and found.state is State.NOTIFIED:
                return _post(work, found, operation)
        case ApplicationRevoked(application=application):
            found = work.shelf.application(application)
            if found is not None:
                return _reverse(work, found, operation)
        case LearnerAliased():
            return _merge(work, operation, body)
        case LearnerUnaliased():
            part(work, body)
        case LearnerDisposed(learner=learner):
            _dispose(work, learner)
        case _:
            pass
    return None


def open_lines(application: Application) -> tuple[OutcomeLine, ...]:
    """Return the lines that give credit and have no entry yet."""
    return tuple(
        line
        for line in application.live_lines
        if line.decision is not None
        and line.decision.result.gives_credit
        and line.decision.credits > 0
        and line.entry is None
    )


def _post(work: OfficeWork, application: Application, operation: OperationId) -> Refusal | None:
    """Post every open line of a delivered application whose outcome the person did not use before."""
    account = remaining_account(work.shelf, application.learner)
    person = lock_accounts(work.connection, (application.learner, account))
    catch_up(work, account)
    head = work.shelf.account(account) or AccountHead(account)
    entries: list[LedgerEntry] = []
    conflict: Refusal | None = None
    try:
        with work.connection.transaction():
            for line in open_lines(application):
                entry = _deposit(work, application, line, account)
                objection = _cap(work, application, (*entries, entry), person) or _guard(
                    work, entry, line, person
                )
                if objection is None:
                    placed, head = append(head, entry)
                    entries.append(placed)
                else:
                    conflict = objection
            if entries:
                work.author(LedgerPosted(account, tuple(entries), application.application))
    except Refused as refused:
        conflict = Refusal(ItemState.CONFLICT, refused.code, _texts(refused.params))
    except UniqueViolation:  # another office posted the same outcome in this moment
        conflict = Refusal(ItemState.CONFLICT, "posting.duplicate", {})
    if conflict is not None:
        for line in open_lines(work.shelf.application(application.application) or application):
            _report(work, application, line, operation, conflict)
    return conflict


def _merge(work: OfficeWork, operation: OperationId, body: LearnerAliased) -> Refusal | None:
    """Join two accounts; say so where both hold the same outcome, which only a person can settle."""
    doubles = tell(work, join(work, operation, body), operation)
    if not doubles:
        return None
    one, other = doubles[0]
    params = {"entry": one.entry, "other": other.entry, "count": str(len(doubles))}
    return Refusal(ItemState.CONFLICT, CREDITED_TWICE, params)


def _deposit(
    work: OfficeWork, application: Application, line: OutcomeLine, account: LearnerId
) -> LedgerEntry:
    assert line.decision is not None
    decision = line.decision
    entry = LedgerEntry(
        entry=EntryId(work.ports.ids.new_id()),
        account=account,
        number=0,
        kind=EntryKind.DEPOSIT,
        credits=decision.credits,
        effective_on=work.today,
        posted_by=work.ports.identity.person,
        posted_at=work.moment,
        previous="",
        application=application.application,
        line=line.line,
        outcome_type=line.type,
        source=_source_keys(account, line)[0],
        target=decision.target,
        programme=application.programme,
        grade_text=decision.grade_text,
        counts_for_gpa=decision.counts_for_gpa,
        rule=decision.rule,
        decision=_deciding_operation(application),
        server_sequence=work.feed_number + 1,
    )
    return replace(entry, valid_until=work.ports.reference.valid_until(entry))


def _source_keys(account: LearnerId, line: OutcomeLine) -> tuple[str, ...]:
    if line.outcome is None:
        raise Refused("posting.outcome_unreadable", line=line.line)
    return source_keys(account, line.outcome, line.line)


def _deciding_operation(application: Application) -> OperationId | None:
    deciding = [deed for deed in application.standing_deeds if deed.act in _DECIDING]
    return deciding[-1].operation if deciding else None


def _cap(
    work: OfficeWork,
    application: Application,
    entries: Sequence[LedgerEntry],
    person: Sequence[LearnerId],
) -> Refusal | None:
    """Check the caps again for the last of ``entries``, the others being placed before it in this posting.

    Another application may have been posted since the decision; all accounts of the person count.
    """
    learner = work.shelf.learner(application.learner)
    if learner is None:
        return None
    reference = work.ports.reference
    programme = reference.programme(application.programme, learner.intake_year)
    *placed, entry = entries
    before = [posted for account in person for posted in work.shelf.entries_of(account)]
    found = reference.exceeded_cap(entry, (*before, *placed), programme)
    if found is None:
        return None
    params = {"cap": found.key, "amount": format(found.amount, "f"), "used": format(found.used, "f")}
    return Refusal(ItemState.CONFLICT, "posting.cap_exceeded", params)


def _guard(
    work: OfficeWork, entry: LedgerEntry, line: OutcomeLine, person: Sequence[LearnerId]
) -> Refusal | None:
    """Take every key of the line's outcome for ``entry``, unless another entry holds one of them.

    The unique key is learner, outcome, target and rule family: it holds whichever office posts. Keys are
    salted with the account, so each account of the person is asked for its own.
    """
    family = entry.rule.family if entry.rule is not None else ""
    keys = _source_keys(entry.account, line)
    place = (entry.target.kind.value, entry.target.code, family)
    asked = [(account, key) for account in person for key in _source_keys(account, line)]
    taken = work.connection.execute(
        "SELECT g.entry, g.learner FROM posting_guards g JOIN unnest(%s::text[], %s::text[]) AS one"
        " (learner, source_key) ON g.learner = one.learner AND g.source_key = one.source_key"
        " WHERE g.target_kind = %s AND g.target_code = %s AND g.rule_family = %s"
        " ORDER BY g.learner <> %s, g.entry LIMIT 1",
        ([account for account, _ in asked], [key for _, key in asked], *place, entry.account),
    ).fetchone()
    if taken is not None:
        code = "posting.duplicate" if taken[1] == entry.account else "posting.duplicate_of_person"
        return Refusal(ItemState.CONFLICT, code, {"entry": str(taken[0]), "account": str(taken[1])})
    with work.connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO posting_guards"
            " (learner, source_key, target_kind, target_code, rule_family, office, entry)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)",
            [(entry.account, key, *place, work.office, entry.entry) for key in dict.fromkeys(keys)],
        )
    return None


def _reverse(work: OfficeWork, application: Application, operation: OperationId) -> Refusal | None:
    """Take back every entry of a revoked application and free the keys of its outcomes."""
    entries = [work.shelf.entry(line.entry) for line in application.lines if line.entry is not None]
    by_account: dict[LearnerId, list[LedgerEntry]] = {}
    for entry in entries:
        if entry is not None:
            by_account.setdefault(entry.account, []).append(entry)
    lock_accounts(work.connection, by_account)
    for account, found in by_account.items():
        catch_up(work, account)
        head = work.shelf.account(account) or AccountHead(account)
        placed: list[LedgerEntry] = []
        try:
            for entry in found:
                taken_back, head = append(head, _taken_back(work, entry))
                placed.append(taken_back)
            work.author(LedgerPosted(account, tuple(placed), application.application))
        except Refused as refused:
            conflict = Refusal(ItemState.CONFLICT, refused.code, _texts(refused.params))
            for line in application.lines:
                _report(work, application, line, operation, conflict)
            return conflict
        work.connection.execute(
            "DELETE FROM posting_guards WHERE learner = %s AND entry = ANY(%s)",
            (account, [entry.entry for entry in found]),
        )
    return None


def _taken_back(work: OfficeWork, entry: LedgerEntry) -> LedgerEntry:
    ports = work.ports
    back = reversal(entry, EntryId(ports.ids.new_id()), ports.identity.person, work.moment, work.today)
    return replace(back, server_sequence=work.feed_number + 1)


def _dispose(work: OfficeWork, learner: LearnerId) -> None:
    """Destroy the learner's key and what is personal in every record about him."""
    bare = tuple(without_person(record) for record in work.shelf.of_learner(learner))
    forget_elsewhere(work, learner)
    work.shelf.put(bare)


def _report(
    work: OfficeWork, application: Application, line: OutcomeLine, operation: OperationId, conflict: Refusal
) -> None:
    work.connection.execute(
        "INSERT INTO posting_conflicts (office, application, line, operation, code, params, found_at)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        (
            work.office,
            application.application,
            line.line,
            operation,
            conflict.code,
            json.dumps(dict(conflict.params), sort_keys=True),
            work.moment,
        ),
    )


def _texts(params: Mapping[str, str | int]) -> dict[str, str]:
    return {name: str(value) for name, value in params.items()}
