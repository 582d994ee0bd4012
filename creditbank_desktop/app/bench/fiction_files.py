"""Seeded fictional applications in every state, with their deeds and what was posted of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from random import Random
from types import MappingProxyType
from typing import Any

from creditbank_desktop.app.bench.fiction_lines import LinePattern
from creditbank_desktop.app.bench.standing import AS_OF, SeededIds
from creditbank_desktop.domain.applications import (
    Application,
    Deed,
    MissingMaterial,
    OutcomeLine,
    RuleSetReference,
)
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.evidence import Evidence, OriginalComparison
from creditbank_desktop.domain.ids import (
    ApplicationId,
    BlobHash,
    DeviceId,
    EntryId,
    EvidenceId,
    LearnerId,
    LineId,
    OperationId,
    PersonId,
)
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.ledger import AccountHead, EntryKind, LedgerEntry, append, source_keys
from creditbank_desktop.domain.numbers import receipt_number
from creditbank_desktop.domain.people import Office, Role
from creditbank_desktop.domain.states import Act, State

_S, _A, _R = State, Act, Role
_DAYS = 990
_UNDER_WAY_DAYS = 90
"""Younger files are still somewhere on the way, older ones have mostly ended."""
_DAYS_BETWEEN_DEEDS = 3
_LINE_COUNTS = (1, 1, 1, 2, 2, 3)

Step = tuple[Act, Role, State]
_MAIN: tuple[Step, ...] = (
    (_A.ACCEPT, _R.CLERK, _S.ACCEPTED),
    (_A.REVIEW_MATERIALS, _R.MATERIAL_REVIEWER, _S.EVALUATION),
    (_A.EVALUATE, _R.EVALUATOR, _S.SIGN_OFF),
    (_A.SIGN_HEAD, _R.DEPARTMENT_HEAD, _S.SIGN_OFF),
    (_A.SIGN_DEAN, _R.DEAN, _S.ACADEMIC_OFFICE),
    (_A.APPROVE, _R.ACADEMIC_OFFICE, _S.PROPOSED),
    (_A.PUBLISH, _R.ACADEMIC_OFFICE, _S.PUBLICITY),
    (_A.END_PUBLICITY, _R.CENTRAL_SERVER, _S.RECOGNISED),
    (_A.NOTIFY, _R.CLERK, _S.NOTIFIED),
    (_A.POST, _R.CENTRAL_SERVER, _S.POSTED),
    (_A.ARCHIVE, _R.ARCHIVIST, _S.ARCHIVED),
)
PATHS: Mapping[State, tuple[Step, ...]] = MappingProxyType(
    {
        _S.RECEIVED: (),
        _S.NOT_ACCEPTED: ((_A.NOT_ACCEPT, _R.CLERK, _S.NOT_ACCEPTED),),
        _S.SUPPLEMENT: (*_MAIN[:1], (_A.REQUEST_SUPPLEMENT, _R.CLERK, _S.SUPPLEMENT)),
        _S.LAPSED: (
            *_MAIN[:1],
            (_A.REQUEST_SUPPLEMENT, _R.CLERK, _S.SUPPLEMENT),
            (_A.LAPSE, _R.CLERK, _S.LAPSED),
        ),
        _S.ACCEPTED: _MAIN[:1],
        _S.MATERIAL_REVIEW: (*_MAIN[:1], (_A.START_REVIEW, _R.MATERIAL_REVIEWER, _S.MATERIAL_REVIEW)),
        _S.EVALUATION: _MAIN[:2],
        _S.PANEL: (*_MAIN[:2], (_A.EVALUATE, _R.EVALUATOR, _S.PANEL)),
        _S.SIGN_OFF: _MAIN[:3],
        _S.ACADEMIC_OFFICE: _MAIN[:5],
        _S.PROPOSED: _MAIN[:6],
        _S.PUBLICITY: _MAIN[:7],
        _S.OBJECTION: (*_MAIN[:7], (_A.FILE_OBJECTION, _R.CLERK, _S.OBJECTION)),
        _S.RECOGNISED: _MAIN[:8],
        _S.PARTLY_RECOGNISED: (*_MAIN[:7], (_A.END_PUBLICITY, _R.CENTRAL_SERVER, _S.PARTLY_RECOGNISED)),
        _S.NOT_RECOGNISED: (*_MAIN[:5], (_A.APPROVE, _R.ACADEMIC_OFFICE, _S.NOT_RECOGNISED)),
        _S.NOTIFIED: _MAIN[:9],
        _S.APPEAL: (*_MAIN[:9], (_A.FILE_APPEAL, _R.CLERK, _S.APPEAL)),
        _S.POSTED: _MAIN[:10],
        _S.ARCHIVED: _MAIN,
        _S.RETURNED: (*_MAIN[:3], (_A.RETURN, _R.DEPARTMENT_HEAD, _S.RETURNED)),
        _S.WITHDRAWN: (*_MAIN[:2], (_A.WITHDRAW, _R.CLERK, _S.WITHDRAWN)),
        _S.REVOKED: (*_MAIN[:9], (_A.REVOKE, _R.ACADEMIC_OFFICE, _S.REVOKED)),
    }
)
"""By final state: how a file gets there from being received."""

_UNDER_WAY = tuple(state for state in PATHS if state not in (_S.ARCHIVED, _S.REVOKED, _S.LAPSED))
_ENDED = (
    *(_S.POSTED,) * 66,
    *(_S.ARCHIVED,) * 20,
    *(_S.NOTIFIED,) * 2,
    *(_S.NOT_RECOGNISED,) * 4,
    *(_S.NOT_ACCEPTED,) * 2,
    *(_S.WITHDRAWN,) * 2,
    *(_S.LAPSED,) * 3,
    _S.REVOKED,
)


@dataclass(frozen=True, slots=True)
class FileWorld:
    """What applications are made from.

    ``staff`` says who does what, ``patterns`` what is presented by programme code; ``device_code`` enters
    the receipts' numbers.
    """

    office: Office
    device: DeviceId
    device_code: str
    rule_set: RuleSetReference
    staff: Mapping[Role, PersonId]
    patterns: Mapping[str, tuple[LinePattern, ...]]


@dataclass(slots=True)
class FileMaker:
    """Makes applications one after another, keeping the ends of the accounts that they are posted to."""

    world: FileWorld
    ids: SeededIds
    chance: Random
    heads: dict[LearnerId, AccountHead] = field(default_factory=dict)
    sequences: dict[int, int] = field(default_factory=dict)
    """By year: the last sequence given out in a receipt's number."""
    _lines: int = 0

    def files(self, learners: list[Learner], count: int) -> Iterator[Application | LedgerEntry]:
        """Yield ``count`` applications in the order of receipt, each with the entries that it led to.

        Nobody applies before the account was opened: ``learners`` are in the order of opening.
        """
        for number in range(count):
            received = AS_OF - timedelta(days=_DAYS - number * _DAYS // count)
            known = max(1, (number * len(learners)) // count)
            learner = learners[self.chance.randrange(known)]
            young = (AS_OF - received).days < _UNDER_WAY_DAYS
            states = _UNDER_WAY if young else _ENDED
            # Round robin, so that every state is there in small stores too.
            yield from self._file(learner, received, states[number % len(states)])

    def _file(self, learner: Learner, received: date, state: State) -> Iterator[Application | LedgerEntry]:
        path = PATHS[state]
        acts = {act for act, _, _ in path}
        days = [received + timedelta(days=_DAYS_BETWEEN_DEEDS * place) for place in range(len(path) + 1)]
        by_act = dict(zip((_A.RECEIVE, *(act for act, _, _ in path)), days, strict=True))
        evidence = tuple(self._evidence() for _ in range(self.chance.choice((1, 2, 2))))
        key = ApplicationId(self.ids.new_id())
        lines = self._make_lines(learner, received, by_act.get(_A.EVALUATE), state)
        entries: list[LedgerEntry] = []
        if _A.POST in acts:
            lines, entries = self._post(learner, key, lines, by_act[_A.POST])
        yield Application(
            application=key,
            learner=learner.learner,
            office=self.world.office.office,
            programme=learner.programme,
            receipt_number=self._receipt(received.year),
            state=state,
            received_on=received,
            entered_on=days[-1],
            promised_on=received + timedelta(days=60),
            lines=lines,
            evidence=evidence,
            compared=self._compared(evidence, by_act.get(_A.REVIEW_MATERIALS)),
            deeds=self._deeds(path, days),
            rule_set=self.world.rule_set if _A.ACCEPT in acts else None,
            revision=len(days),
            **_dates(by_act, state),
        )
        yield from entries

    def _receipt(self, year: int) -> str:
        sequence = self.sequences[year] = self.sequences.get(year, 0) + 1
        return receipt_number(self.world.office.code, self.world.device_code, year, sequence)

    def _evidence(self) -> Evidence:
        blob = BlobHash(f"{self.chance.getrandbits(256):064x}")
        name = f"scan-{blob[:8]}.jpg"
        return Evidence(EvidenceId(self.ids.new_id()), blob, 400_000, "image/jpeg", name, "certificate")

    def _make_lines(
        self, learner: Learner, received: date, evaluated: date | None, state: State
    ) -> tuple[OutcomeLine, ...]:
        patterns = self.world.patterns[learner.programme]
        made = []
        for place in range(self.chance.choice(_LINE_COUNTS)):
            self._lines += 1
            pattern = patterns[self._lines % len(patterns)]
            decision = None if evaluated is None else pattern.decided(evaluated, _result(state, place))
            made.append(
                OutcomeLine(
                    LineId(self.ids.new_id()),
                    pattern.outcome.type,
                    pattern.made(self._lines, received, self.chance),
                    pattern.requested,
                    decision,
                )
            )
        return tuple(made)

    def _compared(self, evidence: tuple[Evidence, ...], on: date | None) -> tuple[OriginalComparison, ...]:
        if on is None:
            return ()
        reviewer = self.world.staff[_R.MATERIAL_REVIEWER]
        return tuple(OriginalComparison(item.evidence, reviewer, _moment(on, 10)) for item in evidence)

    def _deeds(self, path: tuple[Step, ...], days: list[date]) -> tuple[Deed, ...]:
        made = []
        before = _S.DRAFT
        for place, (act, role, after) in enumerate(((_A.RECEIVE, _R.CLERK, _S.RECEIVED), *path)):
            moment = _moment(days[place], 9)
            person, operation = self.world.staff[role], OperationId(self.ids.new_id())
            made.append(Deed(operation, act, person, self.world.device, moment, before, after))
            before = after
        return tuple(made)

    def _post(
        self, learner: Learner, application: ApplicationId, lines: tuple[OutcomeLine, ...], on: date
    ) -> tuple[tuple[OutcomeLine, ...], list[LedgerEntry]]:
        """Return the lines with their entries, and the entries, appended to the learner's account."""
        posted, entries = [], []
        for line in lines:
            decision = line.decision
            if decision is None or line.outcome is None or not decision.result.gives_credit:
                posted.append(line)
                continue
            head = self.heads.get(learner.learner) or AccountHead(learner.learner)
            entry = LedgerEntry(
                entry=EntryId(self.ids.new_id()),
                account=learner.learner,
                number=0,
                kind=EntryKind.DEPOSIT,
                credits=decision.credits,
                effective_on=on,
                posted_by=self.world.staff[_R.CENTRAL_SERVER],
                posted_at=_moment(on, 2),
                previous="",
                application=application,
                line=line.line,
                outcome_type=line.type,
                source=source_keys(learner.learner, line.outcome, line.line)[0],
                target=decision.target,
                programme=learner.programme,
                grade_text=decision.grade_text,
                counts_for_gpa=decision.counts_for_gpa,
                rule=decision.rule,
            )
            appended, self.heads[learner.learner] = append(head, entry)
            entries.append(appended)
            posted.append(replace(line, entry=appended.entry))
        return tuple(posted), entries


@lru_cache(maxsize=4_000)
def _moment(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def _result(state: State, place: int) -> LineResult:
    if state is _S.NOT_RECOGNISED:
        return LineResult.NOT_RECOGNISED
    if state is _S.PARTLY_RECOGNISED and place == 0:
        return LineResult.PARTLY_RECOGNISED
    return LineResult.RECOGNISED


def _dates(by_act: Mapping[Act, date], state: State) -> dict[str, Any]:
    """Return the fields that single acts set, as the reducer does."""
    found: dict[str, Any] = {"accepted_on": by_act.get(_A.ACCEPT)}
    if _A.REQUEST_SUPPLEMENT in by_act:
        found["missing"] = (MissingMaterial("certificate"),)
        found["supplement_due_on"] = by_act[_A.REQUEST_SUPPLEMENT] + timedelta(days=1)
        found["resume_to"] = _S.ACCEPTED
    if _A.PUBLISH in by_act:
        found["publicity_from"] = by_act[_A.PUBLISH]
        found["publicity_to"] = by_act[_A.PUBLISH] + timedelta(days=2)
    if _A.NOTIFY in by_act:
        found["delivered_on"], found["delivered_how"] = by_act[_A.NOTIFY], "counter"
    if state is _S.RETURNED:
        found["resume_to"] = _S.EVALUATION
    if state is _S.APPEAL:
        found["resume_to"] = _S.NOTIFIED
    return found
