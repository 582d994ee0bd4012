"""Brings up every screen of the program, one after the other, as the people of the sample office see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from creditbank_desktop.app.demo.path import CERTIFICATE, TARGET, WALK_IN
from creditbank_desktop.app.demo.pictures import QUIET_MS, settle
from creditbank_desktop.app.front_door import FrontDoor
from creditbank_desktop.app.office import Session
from creditbank_desktop.app.sample.staffing import StaffedOffice
from creditbank_desktop.app.workplaces import COUNTER_KEY, EVALUATION, LEARNERS, STATEMENTS, SYNC, Workbench
from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_applications import QueueFilter
from creditbank_desktop.services.views_intake import Attachment, OutcomeForm
from creditbank_desktop.services.views_learners import LearnerForm
from creditbank_desktop.ui.counter.case_view import CounterAct
from creditbank_desktop.ui.counter.page import CounterPage
from creditbank_desktop.ui.evaluation.page import EvaluationPage
from creditbank_desktop.ui.evaluation.stages import Stage
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.learners.page import LearnersPage
from creditbank_desktop.ui.login.window import WINDOW_SIZE, LoginWindow
from creditbank_desktop.ui.office.page import OfficePage
from creditbank_desktop.ui.people.page import PeoplePage
from creditbank_desktop.ui.reference.calendar_page import CalendarPage
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.settings.page import SettingsPage
from creditbank_desktop.ui.shell.workplaces import SearchHit
from creditbank_desktop.ui.statements.page import StatementsPage
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds

SCAN = Path("sample") / "certificates" / "skill-certificate-level-3.png"
WRONG = LearnerForm(name="张", document_number="370102200308171520", intake_year="1890", phone="12345")
"""What nobody can be registered with: the problems of the form shall be seen."""
RECOVERY_CODE = "EXAMPLEEXAMPLEEXAMPLEEXAMPLE2222"
_STAGES = (
    (Stage.REVIEW, Role.MATERIAL_REVIEWER),
    (Stage.EVALUATION, Role.EVALUATOR),
    (Stage.SECOND, Role.PANEL_MEMBER),
    (Stage.HEAD, Role.DEPARTMENT_HEAD),
    (Stage.DEAN, Role.DEAN),
    (Stage.APPROVAL, Role.ACADEMIC_OFFICE),
    (Stage.PUBLICITY, Role.ACADEMIC_OFFICE),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen that stands still; ``own_size`` is the size of a window that does not fill the display."""

    name: str
    window: QWidget
    own_size: tuple[int, int] | None = None

    def size_on(self, width: int, height: int) -> tuple[int, int]:
        """Return the size of the window on a display of ``width`` × ``height`` logical pixels."""
        if self.own_size is None:
            return width, height
        return min(width, self.own_size[0]), min(height, self.own_size[1])


@dataclass(slots=True)
class Stagehand:
    """Opens the windows; ``size`` is what they are opened at, ``deeds`` changes look and language.

    A screen stands still when nothing was under way for ``quiet_ms``.
    """

    office: StaffedOffice
    runner: OperationRunner
    deeds: AppearanceDeeds
    size: tuple[int, int] = (1366, 768)
    quiet_ms: int = QUIET_MS

    def scenes(self) -> Iterator[Scene]:
        """Give every screen in turn; each lasts until the next is asked for."""
        yield from self._login()
        for role, act in (
            (Role.CLERK, self._counter),
            (Role.CLERK, self._statements),
            (Role.CLERK, self._learners),
            (Role.ADMINISTRATOR, self._sync_centre),
            (Role.ADMINISTRATOR, self._settings),
        ):
            yield from self._at_work(role, act)
        for stage, role in _STAGES:
            yield from self._at_work(role, partial(self._evaluation, stage=stage))

    def _settle(self) -> None:
        settle(lambda: self.runner.is_busy, self.quiet_ms)

    def _at_work(self, role: Role, act: Callable[[Workbench], Iterator[Scene]]) -> Iterator[Scene]:
        bench = Workbench(self.office.by_role()[role], self.runner, self.deeds)
        try:
            lay_out(bench.window, *self.size)
            self._settle()
            yield from act(bench)
        finally:
            bench.close()
            _clear_away()

    def _login(self) -> Iterator[Scene]:
        session = next(iter(self.office.sessions.values()))
        door = FrontDoor(session.place.folder.parent, session.around.resources, sample=True)
        login = LoginWindow(door, self.runner, self.deeds)
        try:
            lay_out(login, *WINDOW_SIZE)
            login.show_glance(door.glance())
            yield Scene("login", login, WINDOW_SIZE)
            login.pages.setCurrentWidget(login.first_run)
            login.sample_chip.hide()
            yield Scene("login-first-run", login, WINDOW_SIZE)
            login.pages.setCurrentWidget(login.set_up)
            yield Scene("login-set-up", login, WINDOW_SIZE)
            login.set_up.go.click()
            yield Scene("login-set-up-problems", login, WINDOW_SIZE)
            login.recovery.show_code(RECOVERY_CODE)
            login.pages.setCurrentWidget(login.recovery)
            yield Scene("login-recovery", login, WINDOW_SIZE)
        finally:
            login.hide()
            login.deleteLater()
            _clear_away()

    def _counter(self, bench: Workbench) -> Iterator[Scene]:
        page = cast(CounterPage, bench.window.open(COUNTER_KEY))
        self._settle()
        yield Scene("counter-draft", bench.window)
        page.next_learner()
        self._settle()
        yield Scene("counter", bench.window)
        bench.window.top.search.setText("张")
        bench.window.focus_search()
        self._settle()
        yield Scene("search", bench.window)
        bench.window.popup.dismiss()
        bench.window.top.search.clear()
        yield from self._registration(page, bench)
        yield from self._application(page, bench)
        yield from self._case(page, bench)
        bench.window.show_all_keys()
        yield Scene("counter-keys", bench.window)
        bench.window.overlay.hide()
        yield from self._paper(bench)

    def _registration(self, page: CounterPage, bench: Workbench) -> Iterator[Scene]:
        page.open_registration("")
        self._settle()
        yield Scene("counter-new-learner", bench.window)
        form = page.registration.form
        if form is not None:
            form.show_form(WRONG)
            page.registration.action.click()
            self._settle()
            yield Scene("counter-new-learner-problems", bench.window)

    def _application(self, page: CounterPage, bench: Workbench) -> Iterator[Scene]:
        session = bench.session
        page.open_learner(_walk_in(session))
        self._settle()
        yield Scene("counter-type", bench.window)
        slot = page.intake.slot
        assert slot is not None
        page.intake.kind.set_value(OutcomeType.SKILL_CERTIFICATE)
        page.intake.kind.edited.emit()
        self._settle()
        assert slot.editor is not None
        slot.editor.show_outcome(OutcomeForm(slot.line, OutcomeType.SKILL_CERTIFICATE, CERTIFICATE, TARGET))
        scan = session.around.resources / SCAN
        attachment = Attachment("certificate", scan.name, str(scan), line=slot.line)
        slot.materials.add_evidence((session.services.evidence.attach(session.actor, attachment).value,))
        slot.materials.edited.emit()
        slot.editor.edited.emit()
        page.work.check()
        self._settle()
        yield Scene("counter-application", bench.window)
        page.intake.turn_to(-1)
        yield Scene("counter-proxy", bench.window)
        page.intake.turn_to(0)
        page.intake.discard.click()
        yield Scene("counter-discard", bench.window)
        page.work.discard()
        self._settle()

    def _case(self, page: CounterPage, bench: Workbench) -> Iterator[Scene]:
        session = bench.session
        for state, act in ((State.RECEIVED, CounterAct.REQUEST_SUPPLEMENT), (State.SUPPLEMENT, None)):
            waiting = session.services.counter.queue(session.actor, QueueFilter(frozenset({state})))
            if not waiting.rows:
                continue
            page.open_application(waiting.rows[0].application)
            self._settle()
            yield Scene(f"counter-case-{state.value}", bench.window)
            if act is not None:
                page.cases.start(act)
                self._settle()
                yield Scene(f"counter-{act.value.replace('_', '-')}", bench.window)
                page.cases.close_panel()

    def _paper(self, bench: Workbench) -> Iterator[Scene]:
        session = bench.session
        issued = session.services.issuing.statement(session.actor, _richest(session)).value
        window = bench.papers.show(issued)
        self._settle()
        yield Scene("paper", window, (window.width(), window.height()))
        window.close()

    def _statements(self, bench: Workbench) -> Iterator[Scene]:
        bench.window.open(STATEMENTS)
        self._settle()
        yield Scene("statements-nobody", bench.window)
        bench.print_statement(_richest(bench.session))
        self._settle()
        yield Scene("statements", bench.window)
        page = cast(StatementsPage, bench.window.page(STATEMENTS))
        page.panel.papers.select_place(page.panel.papers.rows.rowCount() - 1)
        self._settle()
        if page.panel.copy.isVisible():
            page.panel.copy.click()
            yield Scene("statements-copy", bench.window)

    def _learners(self, bench: Workbench) -> Iterator[Scene]:
        page = cast(LearnersPage, bench.window.open(LEARNERS))
        self._settle()
        yield Scene("learners", bench.window)
        bench.open_learner(_richest(bench.session))
        self._settle()
        yield Scene("learners-card", bench.window)
        row = page.card.applications.rows.row_at(0)
        if row is not None:
            page.card.application_opened.emit(row.application)
            self._settle()
            yield Scene("learners-story", bench.window)
            page.story.closed.emit()
        page.card.correct.click()
        self._settle()
        yield Scene("learners-correction", bench.window)

    def _sync_centre(self, bench: Workbench) -> Iterator[Scene]:
        bench.window.open(SYNC)
        self._settle()
        yield Scene("sync-centre", bench.window)

    def _settings(self, bench: Workbench) -> Iterator[Scene]:
        settings = cast(SettingsPage, bench.window.open("settings"))
        for key in settings.section_keys:
            page = settings.open_section(key)
            self._settle()
            yield Scene(f"settings-{key}", bench.window)
            if isinstance(page, OfficePage):
                for place in range(1, len(page.pills)):
                    page.bring(place)
                    self._settle()
                    yield Scene(f"settings-{key}-{place}", bench.window)
            if isinstance(page, PeoplePage):
                page.begin_new()
                page.form.save.click()
                yield Scene("settings-people-problems", bench.window)
                page.drop_new()
            if isinstance(page, CalendarPage):
                page.as_list.click()
                self._settle()
                yield Scene("settings-calendar-list", bench.window)

    def _evaluation(self, bench: Workbench, stage: Stage) -> Iterator[Scene]:
        page = cast(EvaluationPage, bench.window.open(EVALUATION))
        page.open_stage(stage)
        self._settle()
        plain = _plain_case(bench.session) if stage is Stage.EVALUATION else None
        if plain is not None:
            page.open_hit(SearchHit(EVALUATION, plain, ""))
            self._settle()
        name = "evaluation" if stage is Stage.EVALUATION else f"evaluation-{stage.value}"
        yield Scene(name, bench.window)
        if stage is Stage.HEAD:
            page.queue.tick_all()
            self._settle()
            yield Scene(f"{name}-ticked", bench.window)
        if stage is Stage.EVALUATION:
            bench.window.show_all_keys()
            yield Scene("evaluation-keys", bench.window)
            bench.window.overlay.hide()


def _walk_in(session: Session) -> LearnerId:
    """Return the learner at the counter, registered when the office does not know her yet."""
    found = session.services.learners.find(session.actor, WALK_IN.document_number).hits
    return (
        found[0].learner
        if found
        else session.services.learners.register(session.actor, WALK_IN).value.learner
    )


def _plain_case(session: Session) -> ApplicationId | None:
    """Return a file with one outcome that the rules know and that is in time."""
    asked = QueueFilter(frozenset({State.EVALUATION}))
    rows = session.services.evaluation.queue(session.actor, asked, "", 200).rows
    return next(
        (row.application for row in rows if row.lines == 1 and row.due is not None and not row.due.is_late),
        None,
    )


def _richest(session: Session) -> LearnerId:
    """Return the learner with most entries in the account."""
    services, actor = session.services, session.actor
    roll = services.learners.roll_page(actor, None, services.learners.roll_count(actor))
    return max(roll, key=lambda hit: len(services.ledger.account(actor, hit.learner).entries)).learner


def _clear_away() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
