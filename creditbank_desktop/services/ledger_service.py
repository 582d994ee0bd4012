"""Credit accounts as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry, first_broken
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.account_acts import balance_together
from creditbank_desktop.services.paper_assembly import PersonLedger
from creditbank_desktop.services.pending import applications_of_person, pending_credits
from creditbank_desktop.services.programme_views import programme_view
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_learners import ProgrammeView
from creditbank_desktop.services.views_ledger import AccountView, EntryView
from creditbank_desktop.services.workroom import Workroom


class LedgerService:
    """Reading the ledger; only the central server posts."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def account(self, actor: Actor, learner: LearnerId) -> AccountView:
        """Return balance, entries with a check of their chain, and what is pending and why.

        Raises `Refused` ("learner.unknown").
        """

        def work(reader: Reader) -> AccountView:
            found = reader.learner(learner)
            if found is None:
                raise Refused("learner.unknown", learner=learner)
            self._room.store.readings.note(actor, "account.read", ("account", learner))
            records = reader.same_person(learner)
            ledgers = {record: reader.ledger(record) for record in records}
            entries = in_order(entry for ledger in ledgers.values() for entry in ledger)
            files = applications_of_person(reader, learner)
            pending = pending_credits(files)
            programme = self._room.curriculum.programme(found.programme, found.intake_year)
            view = None if programme is None else programme_view(programme)
            head = reader.account(learner) or AccountHead(learner)
            return AccountView(
                learner=learner,
                account_number=found.account_number,
                balance=balance_together(reader, learner),
                pending_total=sum((credit.credits for credit in pending), ZERO),
                pending=pending,
                entries=_entry_views(entries, {file.application: file for file in files}, view),
                head_hash=head.hash,
                broken_at=_first_break(reader, ledgers),
            )

        return self._room.store.read(work)


def person_ledger(reader: Reader, learner: LearnerId) -> PersonLedger:
    """Return the entries of every account of the person whose record is ``learner``."""
    records = reader.same_person(learner)
    merged = {record: found.account_number for record in records if (found := reader.learner(record))}
    merged.pop(learner, None)
    return PersonLedger(in_order(entry for record in records for entry in reader.ledger(record)), merged)


def in_order(entries: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Return the entries of one person's accounts in the order in which they were posted."""
    return tuple(sorted(entries, key=lambda entry: (entry.posted_at, entry.account, entry.number)))


def _first_break(reader: Reader, ledgers: Mapping[LearnerId, Sequence[LedgerEntry]]) -> int | None:
    """Return where the first of some chains breaks, each by itself."""
    for account, entries in ledgers.items():
        broken = _broken_at(account, entries, reader.account(account) or AccountHead(account))
        if broken is not None:
            return broken
    return None


def _broken_at(learner: LearnerId, entries: Sequence[LedgerEntry], head: AccountHead) -> int | None:
    """Return where the chain breaks: inside, or behind its last entry if the head says otherwise."""
    inside = first_broken(learner, entries)
    if inside is not None:
        return inside
    last = entries[-1].hash if entries else AccountHead(learner).hash
    return None if (len(entries), last) == (head.entries, head.hash) else len(entries) + 1


def _entry_views(
    entries: Sequence[LedgerEntry],
    files: Mapping[ApplicationId, Application],
    programme: ProgrammeView | None,
) -> tuple[EntryView, ...]:
    views = []
    balance = ZERO
    for entry in entries:
        balance += entry.credits
        file = None if entry.application is None else files.get(entry.application)
        titles = () if file is None else (line for line in file.lines if line.line == entry.line)
        course = programme.course(entry.target.code) if programme else None
        views.append(
            EntryView(
                entry=entry,
                title=next((line.outcome.title for line in titles if line.outcome), ""),
                receipt_number="" if file is None else file.receipt_number,
                target_name_zh="" if course is None else course.name_zh,
                target_name_en="" if course is None else course.name_en,
                running_balance=balance,
            )
        )
    return tuple(views)
