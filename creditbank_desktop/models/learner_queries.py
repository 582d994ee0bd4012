"""Finding learners, and what hangs on one."""

from __future__ import annotations

from typing import cast

from sqlalchemy import ColumnElement, select, text

from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import LearnerId, OfficeId, PaperId
from creditbank_desktop.domain.learners import Learner, NumberBlock
from creditbank_desktop.domain.ledger import LedgerEntry
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Device, Office, Person
from creditbank_desktop.models.keyset import ANCHOR_EVERY, Keyset
from creditbank_desktop.models.learner_translation import learner_of
from creditbank_desktop.models.ledger_rows import LedgerEntryRow, PaperRow, VoidedNumberRow
from creditbank_desktop.models.ledger_translation import entry_of, paper_of
from creditbank_desktop.models.people_translation import block_of, device_of, office_of, person_of
from creditbank_desktop.models.registry_rows import (
    NOT_TAKEN_BACK,
    DeviceRow,
    LearnerRow,
    NumberBlockRow,
    OfficeRow,
    PersonRow,
    SearchKeyRow,
)
from creditbank_desktop.models.search_keys import fold_search, phone_tail_key
from creditbank_desktop.models.shelf_reader import ShelfReader
from creditbank_desktop.models.views import BlockState, Key, LearnerHit, VoidedNumber

_LAST_CHARACTER = "\U0010ffff"
_SHORTEST_PHONE_TAIL = 4
_KEYS_A_LEARNER = 6


class LearnerQueries(ShelfReader):
    """Queries about people: learners, staff, devices."""

    def find_learners(self, text: str, limit: int = 50) -> tuple[LearnerHit, ...]:
        """Return learners found by the beginning of a number, name, pinyin or initials, or a phone's tail.

        Exact hits come first, then by the text that was hit. Each learner comes once.
        """
        folded = fold_search(text)
        if not folded:
            return ()
        found: dict[str, str] = {}
        beginnings = [folded]
        if folded.isdigit() and len(folded) >= _SHORTEST_PHONE_TAIL:
            beginnings.append(phone_tail_key(folded))
        for beginning in beginnings:
            for row in self._keys_from(beginning, limit * _KEYS_A_LEARNER):
                found.setdefault(row.learner, row.kind)
        return self._hits(dict(list(found.items())[:limit]))

    def _keys_from(self, beginning: str, limit: int) -> list[SearchKeyRow]:
        statement = (
            select(SearchKeyRow.learner, SearchKeyRow.kind)
            .where(SearchKeyRow.text >= beginning, SearchKeyRow.text < beginning + _LAST_CHARACTER)
            .order_by(SearchKeyRow.text, SearchKeyRow.kind, SearchKeyRow.learner)
            .limit(limit)
        )
        return list(self._all(statement))

    def _hits(self, matched: dict[str, str]) -> tuple[LearnerHit, ...]:
        rows = self._all(select(LearnerRow).where(LearnerRow.learner.in_(list(matched))))
        hits = {row.learner: _hit(row, matched[row.learner]) for row in rows}
        return tuple(hits[learner] for learner in matched if learner in hits)

    def learners_by_document(self, kind: DocumentKind, number: str) -> tuple[Learner, ...]:
        """Return the learners with that identity document; two mean that one was met twice."""
        statement = select(LearnerRow).where(
            LearnerRow.document_number == number, LearnerRow.document_kind == kind.value
        )
        return tuple(learner_of(row) for row in self._all(statement.order_by(LearnerRow.learner)))

    def learners_by_student_number(self, number: str) -> tuple[Learner, ...]:
        """Return the learners with that student number."""
        statement = select(LearnerRow).where(LearnerRow.student_number == number)
        return tuple(learner_of(row) for row in self._all(statement.order_by(LearnerRow.learner)))

    def learner_by_account(self, account_number: str) -> Learner | None:
        """Return the learner of a credit account's number."""
        wanted = select(LearnerRow).where(LearnerRow.account_number == account_number, _ON_ROLL)
        found = self._all(wanted.limit(1))
        return learner_of(found[0]) if found else None

    def same_person(self, learner: LearnerId) -> tuple[LearnerId, ...]:
        """Return the ids of all records merged with ``learner``, itself included, the canonical one first."""
        canonical = self._connection.scalar(select(LearnerRow.alias_of).where(LearnerRow.learner == learner))
        root = canonical or learner
        aliases = self._connection.scalars(select(LearnerRow.learner).where(LearnerRow.alias_of == root))
        return (LearnerId(root), *(LearnerId(alias) for alias in sorted(aliases)))

    def learner_count(self) -> int:
        """Return how many learners there are."""
        return _LEARNERS.count(self._connection)

    def learner_anchors(self, every: int = ANCHOR_EVERY) -> tuple[Key | None, ...]:
        """Return the keys behind which blocks of ``every`` learners begin, ordered by account number."""
        return _LEARNERS.anchors(self._connection, every)

    def learner_position(self, learner: LearnerId) -> int | None:
        """Return the place of a learner in that order, counted from 0; None if there is no such learner."""
        found = self.learner(learner)
        if found is None:
            return None
        return _LEARNERS.position(self._connection, (found.account_number, learner))

    def learner_page(self, after: Key | None, limit: int) -> tuple[LearnerHit, ...]:
        """Return up to ``limit`` learners behind the key ``after``; a hit's key is `learner_key`."""
        keys = _LEARNERS.page(self._connection, after, limit)
        return self._hits({key[-1]: "" for key in keys})

    def ledger(self, account: LearnerId) -> tuple[LedgerEntry, ...]:
        """Return the entries of an account in their order."""
        statement = select(LedgerEntryRow.written).where(LedgerEntryRow.account == account)
        return tuple(entry_of(row) for row in self._all(statement.order_by(LedgerEntryRow.number)))

    def papers_of(self, learner: LearnerId) -> tuple[Paper, ...]:
        """Return the papers issued to a learner, the newest first."""
        statement = select(PaperRow).where(PaperRow.learner == learner)
        ordered = statement.order_by(PaperRow.issued_on.desc(), PaperRow.paper.desc())
        return tuple(paper_of(row) for row in self._all(ordered))

    def papers_of_application(self, application: str) -> tuple[Paper, ...]:
        """Return the papers issued for an application, the oldest first."""
        statement = select(PaperRow).where(PaperRow.application == application)
        return tuple(paper_of(row) for row in self._all(statement.order_by(PaperRow.paper)))

    def paper_by_number(self, number: str) -> Paper | None:
        """Return the paper with that printed number."""
        found = self._all(select(PaperRow).where(PaperRow.number == number).limit(1))
        return paper_of(found[0]) if found else None

    def recent_papers(self, limit: int = 100, before: PaperId | None = None) -> tuple[Paper, ...]:
        """Return papers by their ids, the newest first, those before ``before`` if given."""
        statement = select(PaperRow).order_by(PaperRow.paper.desc()).limit(limit)
        if before is not None:
            statement = statement.where(PaperRow.paper < before)
        return tuple(paper_of(row) for row in self._all(statement))

    def voided_numbers(self) -> tuple[VoidedNumber, ...]:
        """Return the log of numbers that were taken and not used."""
        rows = self._all(select(VoidedNumberRow).order_by(VoidedNumberRow.number))
        return tuple(VoidedNumber(row.number, row.reason, row.person, row.at) for row in rows)


class PeopleQueries(ShelfReader):
    """Queries about offices, staff, devices and number blocks."""

    def offices(self) -> tuple[Office, ...]:
        """Return every office that is known here."""
        return tuple(office_of(row) for row in self._all(select(OfficeRow).order_by(OfficeRow.office)))

    def people(self, office: OfficeId | None = None) -> tuple[Person, ...]:
        """Return the members of staff, of one office or of all, by login."""
        statement = select(PersonRow).order_by(PersonRow.login, PersonRow.person)
        if office is not None:
            statement = statement.where(PersonRow.office == office)
        return tuple(person_of(row) for row in self._all(statement))

    def person_by_login(self, login: str) -> Person | None:
        """Return the member of this office's staff with that login."""
        row = self._one(PersonRow, PersonRow.login == login, PersonRow.office == self.identity.office)
        return None if row is None else person_of(row)

    def devices(self) -> tuple[Device, ...]:
        """Return every enrolled device."""
        return tuple(device_of(row) for row in self._all(select(DeviceRow).order_by(DeviceRow.device)))

    def number_blocks(self) -> tuple[BlockState, ...]:
        """Return the blocks of account numbers of this device, the oldest first."""
        statement = select(NumberBlockRow).where(NumberBlockRow.device == self.identity.device)
        rows = self._all(statement.order_by(NumberBlockRow.year, NumberBlockRow.first))
        return tuple(BlockState(block_of(row), row.next_number) for row in rows)

    def allotted_blocks(self) -> tuple[NumberBlock, ...]:
        """Return the blocks of account numbers of every device, the oldest first."""
        statement = select(NumberBlockRow).order_by(NumberBlockRow.year, NumberBlockRow.first)
        return tuple(block_of(row) for row in self._all(statement))


_ON_ROLL = cast("ColumnElement[bool]", text(NOT_TAKEN_BACK))
_LEARNERS = Keyset((LearnerRow.__table__.c.account_number, LearnerRow.__table__.c.learner), ((_ON_ROLL,),))


def learner_key(hit: LearnerHit) -> Key:
    """Return where a learner stands in the list of `LearnerQueries.learner_page`."""
    return (hit.account_number, hit.learner)


def _hit(row: LearnerRow, matched: str) -> LearnerHit:
    return LearnerHit(
        learner=LearnerId(row.learner),
        name=row.name,
        latin_name=row.latin_name,
        student_number=row.student_number,
        account_number=row.account_number,
        document_number=row.document_number,
        programme=row.programme,  # type: ignore[arg-type]
        class_name=row.class_name,
        alias_of=None if row.alias_of is None else LearnerId(row.alias_of),
        matched=matched,
    )
