"""Learners who might be one person, and what of an account's acts has not left this computer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select, union

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.learners import AccountState, Learner
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.models.learner_translation import learner_of
from creditbank_desktop.models.operation_rows import OperationRow, StreamRow
from creditbank_desktop.models.registry_rows import LearnerRow, SearchKeyRow
from creditbank_desktop.models.search_keys import SearchKind
from creditbank_desktop.models.sync_queries import SyncQueries

MOST_OF_A_KIND = 150
"""Candidates of one kind that are looked at: a name like 王伟 has hundreds, and hints must not lag."""

ACCOUNT_ACTS = ("learner.aliased", "learner.unaliased", "account.state_changed")


@dataclass(frozen=True, slots=True)
class LikenessProbe:
    """By what a learner might be known already; "" and None for what nobody has typed yet."""

    birth_date: date | None = None
    spellings: tuple[str, ...] = ()
    programme: str = ""
    intake_year: int = 0
    initials: tuple[str, ...] = ()
    """Only looked for within the same programme and year: alone they fit thousands."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What of a learner on record is compared; ``pinyin`` is the likeliest reading in one word."""

    learner: LearnerId
    name: str
    former_name: str
    pinyin: str
    birth_date: date | None
    document_kind: str
    document_number: str
    programme: str
    intake_year: int
    phone: str


class LikenessQueries(SyncQueries):
    """Queries about learners met twice."""

    def alike_candidates(self, probe: LikenessProbe) -> tuple[Candidate, ...]:
        """Return learners born on the same day, read the same way, or with the same initials in the same
        programme and year; each once, at most `MOST_OF_A_KIND` of a kind.
        """
        row, key = LearnerRow, SearchKeyRow
        parts = []
        if probe.birth_date is not None:
            parts.append(select(row.learner).where(row.birth_date == probe.birth_date).limit(MOST_OF_A_KIND))
        if probe.spellings:
            spelt = (key.kind == SearchKind.PINYIN.value, key.text.in_(probe.spellings))
            parts.append(select(key.learner).where(*spelt).limit(MOST_OF_A_KIND))
        if probe.programme and probe.intake_year and probe.initials:
            studies = (row.programme == probe.programme, row.intake_year == probe.intake_year)
            together = (*studies, row.initials.in_(probe.initials))
            parts.append(select(row.learner).where(*together).limit(MOST_OF_A_KIND))
        if not parts:
            return ()
        wanted = union(*(select(part.subquery()) for part in parts)).subquery()
        # Whole records of hundreds would take longer than a key may.
        columns = (
            row.learner,
            row.name,
            row.former_name,
            row.pinyin,
            row.birth_date,
            row.document_kind,
            row.document_number,
            row.programme,
            row.intake_year,
            row.phone,
        )
        found = self._all(select(*columns).where(row.learner.in_(select(wanted)), row.name.is_not(None)))
        return tuple(_candidate(one) for one in found)

    def met_twice(self, limit: int) -> tuple[tuple[Learner, ...], ...]:
        """Return groups of learners with the same identity document that nobody has merged yet."""
        row = LearnerRow
        numbers = (
            select(row.document_number)
            .where(row.document_number.is_not(None))
            .group_by(row.document_number)
            .having(func.count() > 1)
        )
        again = select(row).where(row.document_number.in_(numbers), row.alias_of.is_(None))
        groups: dict[tuple[str, str], list[Learner]] = {}
        for one in self._all(again.order_by(row.document_number, row.opened_on, row.learner)):
            groups.setdefault((one.document_kind, one.document_number), []).append(learner_of(one))
        return tuple(tuple(group) for group in groups.values() if len(group) > 1)[:limit]

    def unsent_account_act(self, learner: LearnerId) -> bytes | None:
        """Return the stored bytes of the last act on an account if this device did it and has not sent it."""
        sent = max(self.sent_sequence(), self.acknowledged().sequence)
        last = (
            select(OperationRow.data, StreamRow.seq)
            .outerjoin(StreamRow, StreamRow.op_id == OperationRow.op_id)
            .where(OperationRow.learner == learner, OperationRow.type.in_(ACCOUNT_ACTS))
            .order_by(OperationRow.local_order.desc())
            .limit(1)
        )
        found = self._connection.execute(last).one_or_none()
        if found is None or found.seq is None or found.seq <= sent:
            return None
        return bytes(found.data)

    def merged_into_before(self, learner: LearnerId) -> LearnerId | None:
        """Return the record that ``learner`` was merged into last, None if it never was."""
        return next(
            (LearnerId(str(body["canonical"])) for body in self._acts(learner, "learner.aliased")), None
        )

    def account_state_before(self, learner: LearnerId) -> AccountState:
        """Return the state of an account before its last change."""
        states = [str(body["state"]) for body in self._acts(learner, "account.state_changed")]
        return AccountState(states[1]) if len(states) > 1 else AccountState.OPEN

    def _acts(self, learner: LearnerId, op_type: str) -> Iterator[Mapping[str, object]]:
        """Yield the bodies of one type of act on an account, the latest first."""
        acts = select(OperationRow.data).where(OperationRow.learner == learner, OperationRow.type == op_type)
        for data in self._connection.scalars(acts.order_by(OperationRow.local_order.desc())):
            yield read_envelope(data).body


def _candidate(row: Any) -> Candidate:
    return Candidate(
        row.learner,
        row.name,
        row.former_name,
        (row.pinyin or "").replace(" ", ""),
        row.birth_date,
        row.document_kind,
        row.document_number,
        row.programme,
        row.intake_year,
        row.phone,
    )
