"""The plan of the sample store: learners and applications spread over all states and all outcome types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from types import MappingProxyType

from creditbank_desktop.app.sample.learners import LearnerOrder, LearnerPlan, plan_learners
from creditbank_desktop.app.sample.lines import LineOrder, LinePlan, plan_line
from creditbank_desktop.app.sample.sources import CatalogueEntry, SampleSources, Worth
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.programmes import Programme
from creditbank_desktop.domain.states import State

LEARNERS = 200
APPLICATIONS = 400

_S = State
SPREAD: Mapping[State, tuple[int, int, int]] = MappingProxyType(
    {
        _S.DRAFT: (6, 0, 2),
        _S.PRE_ASSESSED: (4, 0, 2),
        _S.RECEIVED: (22, 0, 5),
        _S.NOT_ACCEPTED: (8, 12, 120),
        _S.SUPPLEMENT: (16, 4, 14),
        _S.LAPSED: (6, 45, 150),
        _S.ACCEPTED: (18, 4, 10),
        _S.MATERIAL_REVIEW: (18, 6, 16),
        _S.EVALUATION: (44, 10, 26),
        _S.PANEL: (14, 16, 34),
        _S.SIGN_OFF: (18, 22, 40),
        _S.ACADEMIC_OFFICE: (14, 26, 42),
        _S.PROPOSED: (10, 30, 44),
        _S.PUBLICITY: (16, 32, 46),
        _S.OBJECTION: (4, 34, 48),
        _S.RECOGNISED: (14, 44, 56),
        _S.PARTLY_RECOGNISED: (8, 44, 56),
        _S.NOT_RECOGNISED: (10, 34, 52),
        _S.NOTIFIED: (16, 48, 64),
        _S.APPEAL: (4, 52, 66),
        _S.POSTED: (86, 66, 230),
        _S.ARCHIVED: (24, 120, 240),
        _S.RETURNED: (8, 20, 38),
        _S.WITHDRAWN: (8, 18, 150),
        _S.REVOKED: (4, 100, 220),
    }
)
"""By target state: how many of 400 applications, and between how many days ago they came in."""

_CHOOSY = frozenset({_S.PANEL, _S.PARTLY_RECOGNISED, _S.NOT_RECOGNISED})
_EXTRACURRICULAR = frozenset(
    {OutcomeType.CONTEST, OutcomeType.PATENT, OutcomeType.PUBLICATION, OutcomeType.OTHER}
)
_SECOND_OPINION = frozenset({OutcomeType.WORK, OutcomeType.PATENT, OutcomeType.OTHER, OutcomeType.MILITARY})
_LINE_COUNTS = (1, 1, 1, 2, 2, 3)


@dataclass(frozen=True, slots=True)
class ApplicationPlan:
    """One application: whose (the learner's number), what, and the state to leave it in.

    An application in ``draft`` stays a saved form, one in ``pre_assessed`` a form that was assessed.
    """

    number: int
    learner: int
    received_on: date
    target_state: State
    lines: tuple[LinePlan, ...]


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """All learners, and all applications in the order in which they came in."""

    learners: tuple[LearnerPlan, ...]
    applications: tuple[ApplicationPlan, ...]


@dataclass(frozen=True, slots=True)
class PlanOrder:
    """What to plan: the same order gives the same plan."""

    learners: LearnerOrder
    applications: int = APPLICATIONS
    seed: int = 2026


def make_plan(sources: SampleSources, programmes: tuple[Programme, ...], order: PlanOrder) -> SamplePlan:
    """Return the plan; nothing is stored and no clock is read.

    No learner presents two outcomes of one type, nor two that share the extracurricular cap, so that the
    default rules give each line what its catalogue entry says.
    """
    random = Random(order.seed)
    learners = plan_learners(sources, programmes, order.learners, random)
    states = _states(order.applications, random)
    planner = _Planner(sources.entries, order.learners.today, random)
    planned = []
    # Files that need a certain kind of outcome choose first, while their learners have everything to present.
    for number, state in sorted(enumerate(states), key=lambda item: (item[1] not in _CHOOSY, item[0])):
        learner = learners[number % len(learners)]
        planned.append(planner.application(number, learner, state))
    planned.sort(key=lambda plan: (plan.received_on, plan.number))
    return SamplePlan(learners, tuple(planned))


def _states(count: int, random: Random) -> list[State]:
    states = [state for state, (share, _, _) in SPREAD.items() for _ in range(share)]
    random.shuffle(states)
    return [states[number % len(states)] for number in range(count)]


class _Planner:
    """Gives each learner outcomes of types that they have not presented yet."""

    def __init__(self, entries: tuple[CatalogueEntry, ...], today: date, random: Random) -> None:
        self._entries = entries
        self._today = today
        self._random = random
        self._presented: dict[int, set[OutcomeType]] = {}
        self._targets: dict[int, set[str]] = {}

    def application(self, number: int, learner: LearnerPlan, state: State) -> ApplicationPlan:
        _, newest, oldest = SPREAD[state]
        received = self._weekday(self._today - timedelta(days=self._random.randint(newest, oldest)))
        lines = []
        for place, wanted in enumerate(self._worths(state)):
            entry = self._choose(learner, wanted, state if place == 0 else None)
            if entry is None:
                continue
            order = LineOrder(learner.form.programme, received, number * 10 + place + 1)
            lines.append(plan_line(entry, order, self._random))
        return ApplicationPlan(number, learner.number, received, state, tuple(lines))

    def _worths(self, state: State) -> Iterator[frozenset[Worth]]:
        """Give what each line has to be worth for the file to end in ``state``."""
        if state is State.PARTLY_RECOGNISED:
            yield from (frozenset({Worth.CREDIT}), frozenset({Worth.NONE}))
            return
        if state is State.NOT_RECOGNISED:
            yield frozenset({Worth.NONE})
            return
        fits = frozenset({Worth.CREDIT, Worth.JUDGED})
        for _ in range(self._random.choice(_LINE_COUNTS)):
            yield fits

    def _choose(
        self, learner: LearnerPlan, wanted: frozenset[Worth], state: State | None
    ) -> CatalogueEntry | None:
        form = learner.form
        presented = self._presented.setdefault(learner.number, set())
        targets = self._targets.setdefault(learner.number, set())
        fitting = [
            entry
            for entry in self._entries
            if entry.worth in wanted
            and entry.type not in presented
            and not (entry.type in _EXTRACURRICULAR and presented & _EXTRACURRICULAR)
            and (not entry.programmes or form.programme in entry.programmes)
            and entry.targets.get(form.programme, "free") not in targets
            and (form.is_veteran or not entry.veteran)
        ]
        if state is State.PANEL:
            fitting = [entry for entry in fitting if _asks_a_panel(entry)]
        if form.is_veteran and OutcomeType.MILITARY not in presented and Worth.CREDIT in wanted:
            fitting = [entry for entry in fitting if entry.veteran] or fitting
        if not fitting:
            return None
        kinds = sorted({entry.type for entry in fitting})
        kind = self._random.choice(kinds)
        entry = self._random.choice([found for found in fitting if found.type is kind])
        presented.add(entry.type)
        if form.programme in entry.targets:
            targets.add(entry.targets[form.programme])
        return entry

    def _weekday(self, day: date) -> date:
        """Return ``day`` or the Friday before it: the counter is closed at the weekend."""
        return day - timedelta(days=max(day.weekday() - 4, 0))


def _asks_a_panel(entry: CatalogueEntry) -> bool:
    """Return whether the default rules ask for a second opinion on such an outcome."""
    judged = entry.worth is Worth.JUDGED and entry.type is not OutcomeType.PUBLICATION
    return judged or entry.type in _SECOND_OPINION
