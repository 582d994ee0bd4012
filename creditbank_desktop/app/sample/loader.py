"""Makes the sample store: the plan performed through the real services, day by day, with a real server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import groupby
from operator import attrgetter

from creditbank_desktop.app.office import Surroundings
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.sample.desk_papers import STRANGER, SampleScans
from creditbank_desktop.app.sample.ink import Ink
from creditbank_desktop.app.sample.learners import LearnerOrder
from creditbank_desktop.app.sample.lines import LinePlan
from creditbank_desktop.app.sample.plan import (
    APPLICATIONS,
    LEARNERS,
    ApplicationPlan,
    PlanOrder,
    SamplePlan,
    make_plan,
)
from creditbank_desktop.app.sample.roads import LOOKED_AT, SERVER_STEPS, Errand, Step, errands
from creditbank_desktop.app.sample.server import SampleServer
from creditbank_desktop.app.sample.sources import read_sample_sources
from creditbank_desktop.app.sample.staffing import StaffedOffice, staff_sample_office
from creditbank_desktop.app.sample.walker import Walker
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.views_intake import Attachment
from creditbank_desktop.services.views_learners import LearnerForm
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.vault.passphrases import Cost
from creditbank_server.clocks import SettableClock

Tell = Callable[[int, int], None]
SAMPLE_COST = Cost(8_192, 1, 1)
"""The sample's passphrases are shown to everybody, so that making them dear to guess protects nothing."""
_OFFICE_HOURS = time(9, 0)


@dataclass(frozen=True, slots=True)
class SampleSize:
    """How much to make."""

    learners: int = LEARNERS
    applications: int = APPLICATIONS
    seed: int = 2026


def make_sample_office(
    place: OfficePlace, around: Surroundings, size: SampleSize | None = None, tell: Tell | None = None
) -> SamplePlan:
    """Make the sample office in ``place`` and return what was planned; ``tell`` hears (done, of all) steps.

    The office lives through its past year on a clock that is set from day to day; afterwards its last steps
    wait for the next sync.
    """
    clock = SettableClock(around.clock.now().astimezone().tzinfo or around.clock.now().tzinfo)  # type: ignore[arg-type]
    today = around.clock.today()
    office = staff_sample_office(place, replace(around, clock=clock, cost=around.cost or SAMPLE_COST))
    ink = Ink(around.resources / "fonts")
    scans = SampleScans(ink)
    server = SampleServer(place.folder, clock, durable=False)
    try:
        server.start()
        plan = _plan(office, around, today, size or SampleSize())
        clock.set(_morning(min(item.received_on for item in plan.applications)))
        engine = server.engine_for(office.by_role()[Role.ADMINISTRATOR])
        engine.sync_now()
        _Year(office, plan, clock, engine, tell or _silent).live(today, scans)
        return plan
    finally:
        server.stop()
        scans.close()
        ink.close()
        office.close()


def _plan(office: StaffedOffice, around: Surroundings, today: date, size: SampleSize) -> SamplePlan:
    room = office.by_role()[Role.CLERK].room
    order = LearnerOrder(size.learners, today, lambda text: not room.press.missing_characters(text))
    sources = read_sample_sources(around.resources / "sample")
    return make_plan(sources, room.curriculum.programmes(), PlanOrder(order, size.applications, size.seed))


@dataclass(slots=True)
class _Year:
    """Performs the plan's steps in the order of their days."""

    office: StaffedOffice
    plan: SamplePlan
    clock: SettableClock
    engine: SyncEngine
    tell: Tell

    def live(self, today: date, scans: SampleScans) -> None:
        forms = {learner.number: learner.form for learner in self.plan.learners}

        def holder(plan: ApplicationPlan) -> LearnerForm:
            return forms[plan.learner] if plan.target_state in LOOKED_AT else STRANGER

        def scan(plan: ApplicationPlan, line: LinePlan, material: str) -> Attachment:
            return scans.of(holder(plan), line, material)

        for plan in self.plan.applications:
            for line in plan.lines:
                scans.foresee(holder(plan), line)
        work = sorted(
            (errand for plan in self.plan.applications for errand in errands(plan, today)),
            key=attrgetter("on"),
        )
        done, total = len(forms), len(forms) + len(work)
        walker = Walker(self.office, self._register(total), scan)
        for day, group in groupby(work, key=attrgetter("on")):
            self.clock.set(_morning(day))
            todo = list(group)
            self._live_day(walker, todo)
            done += len(todo)
            self.tell(done, total)

    def _live_day(self, walker: Walker, todo: Sequence[Errand]) -> None:
        steps = {errand.step for errand in todo}
        if Step.PUBLICITY_OVER in steps:
            # The first run makes the server's calendar look, the second brings what it found.
            self.engine.sync_now()
            self.engine.sync_now()
        for errand in todo:
            if errand.step not in SERVER_STEPS:
                walker.walk(errand.plan, errand.step)
        if Step.POSTED in steps:
            self.engine.sync_now()

    def _register(self, total: int) -> dict[int, LearnerId]:
        clerks = self.office.holding(Role.CLERK)
        registered = {}
        for learner in self.plan.learners:
            clerk = clerks[learner.number % len(clerks)]
            result = clerk.services.learners.register(clerk.actor, learner.form)
            registered[learner.number] = result.value.learner
            self.tell(len(registered), total)
        return registered


def _morning(day: date) -> datetime:
    return datetime.combine(day, _OFFICE_HOURS).astimezone()


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""
