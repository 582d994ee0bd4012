"""The counter: from the learner at the window to the printed receipt, and what comes back to the window.

``CounterPage(desk)``: ``open_learner(id)``, ``open_application(id)``; a search hit's id is ``learner:<id>``
or ``application:<id>`` (without either it is an application).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.services.results import NO_CHANGES, OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.services.views_learners import ProgrammeView, Registered
from creditbank_desktop.ui.counter.act_panels import ActPanel
from creditbank_desktop.ui.counter.attaching import Attacher
from creditbank_desktop.ui.counter.beside import Beside
from creditbank_desktop.ui.counter.case_view import CaseView
from creditbank_desktop.ui.counter.case_work import CaseWork
from creditbank_desktop.ui.counter.centre_work import CentreWork
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.finder import Finder
from creditbank_desktop.ui.counter.intake_pane import IntakePane
from creditbank_desktop.ui.counter.intake_work import IntakeWork, Parted
from creditbank_desktop.ui.counter.keys import list_keys
from creditbank_desktop.ui.counter.middle import DraftQuestion, Middle, PartedQuestion, StartPane
from creditbank_desktop.ui.counter.page_materials import PageMaterials
from creditbank_desktop.ui.counter.page_texts import PageTexts
from creditbank_desktop.ui.counter.readings import CounterReader, Filed, Opening, Waiting
from creditbank_desktop.ui.counter.registration import RegistrationPane
from creditbank_desktop.ui.counter.slips import SlipWork
from creditbank_desktop.ui.counter.trays import CounterTrays
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.shell.workplaces import SearchHit, WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_failure, word_refused

REFRESH_AFTER_MS = 200
CONCERNS = frozenset({"application", "draft", "drafts", "learner"})
FINDER, MIDDLE, RIGHT = range(3)


class CounterPage(WorkplacePage):
    """The workplace; its methods are named in the module's text."""

    def __init__(self, desk: CounterDesk) -> None:
        """Lay the counter out for the actor of ``desk``."""
        super().__init__()
        self._desk = desk
        self._reader = CounterReader(desk.services, desk.actor)
        self._asked_about_draft = False
        self._make_panes()
        self._lay_out()
        self._connect()
        list_keys(self)

    def on_opened(self) -> None:
        """Read what waits; at the first time ask about an unfinished application."""
        self.cases.phrases.read()
        self._refresh()
        # The panes know what fits only when the page has got its size.
        QTimer.singleShot(0, self, self._go_to_start)

    def open_hit(self, hit: SearchHit) -> None:
        """Open the learner or the file that the search found."""
        kind, _colon, found = hit.id.rpartition(":")
        if kind == "learner":
            self.open_learner(LearnerId(found))
        else:
            self.open_application(ApplicationId(found))

    def may_close(self) -> bool:
        """Save the draft; nothing keeps the window open."""
        self.work.keep()
        return True

    @Slot(str)
    def open_learner(self, learner: str) -> None:
        """Begin an application of the learner of that id."""
        reader = self._reader
        self.work.keep()
        self._desk.runner.run(lambda: reader.opening(LearnerId(learner)), self._show_opening, owner=self)

    @Slot(str)
    def open_application(self, application: str) -> None:
        """Show a file that has its number."""
        self.work.keep()
        self.cases.open(ApplicationId(application))

    @Slot(str)
    def open_found_application(self, application: str) -> None:
        """Show a file whose number or code was scanned or typed: one that waits is ready to be completed."""
        self.work.keep()
        self.cases.open(ApplicationId(application), for_supplement=True)

    @Slot(str)
    def open_draft(self, draft: str) -> None:
        """Go on with a draft."""
        reader = self._reader
        self.work.keep()
        self._desk.runner.run(lambda: reader.opening_of_draft(draft), self._show_opening, owner=self)

    @Slot(str)
    def open_registration(self, text: str) -> None:
        """Register a learner, beginning with what was searched for."""
        reader = self._reader

        def show(programmes: tuple[ProgrammeView, ...]) -> None:
            self._clear()
            self._show(self.registration)
            self.registration.open(programmes, text)

        self.work.keep()
        self._desk.runner.run(lambda: reader.services.learners.programmes(reader.actor), show, owner=self)

    @Slot()
    def next_learner(self) -> None:
        """Put away what is open and go to the search box."""
        self.work.keep()
        self._clear()
        self.middle.show_pane(self.start)
        self.panes.bring(FINDER)
        self.finder.focus_search()

    def show_in_front(self, pane: QWidget) -> None:
        """Show ``pane`` in the middle, also where only one column fits."""
        self.middle.show_pane(pane)
        self.panes.bring(MIDDLE)

    def _clear(self) -> None:
        self.trays.close()
        self.texts.forget()
        self.work.end()
        self.cases.forget()
        self.intake.close_form()
        self.registration.close_form()
        self.beside.show_files(())
        self.messages.dismiss()
        self.finder.reset()

    def _make_panes(self) -> None:
        desk, reader = self._desk, self._reader
        self.finder = Finder(
            desk.runner, reader.search, may_register=may(desk.actor, "LearnerService.register")
        )
        self.start = StartPane()
        self.question = DraftQuestion()
        self.parting = PartedQuestion()
        self.registration = RegistrationPane(reader, desk.runner, desk.clock, desk.ask_centre)
        self.centre = CentreWork(desk, self.finder, self.registration, self)
        self.intake = IntakePane(desk.clock.today)
        self.case_view = CaseView(desk.actor)
        self.beside = Beside(desk)
        self.assessment, self.evidence = self.beside.assessment, self.beside.evidence
        self.work = IntakeWork(desk, reader, self.intake, self.assessment)
        self.slips = SlipWork(desk, reader, self.work, self.assessment)
        self.cases = CaseWork(desk, reader, self.case_view)
        self.attacher = Attacher(desk, reader, self)
        self.trays = CounterTrays(desk, self)
        self.texts = PageTexts(desk, self)
        self.middle = Middle()
        self.middle.add(
            self.start, self.question, self.registration, self.intake, self.case_view, self.trays.view
        )
        self.middle.add(self.parting)
        self.materials = PageMaterials(self)
        self._refresh_timer = QTimer(self, singleShot=True, interval=REFRESH_AFTER_MS)
        self._refresh_timer.timeout.connect(self._refresh)

    def _lay_out(self) -> None:
        self.panes = Panes(
            (
                Pane(tr("Learner"), self.finder, 254, 1),
                Pane(tr("Application"), self.middle, 498, 8),
                Pane(tr("Pre-assessment"), self.beside, 290, 1),
            )
        )
        self.body.addWidget(self.panes)

    def _connect(self) -> None:
        finder = self.finder
        finder.learner_chosen.connect(self.open_learner)
        finder.application_chosen.connect(self.open_found_application)
        finder.draft_chosen.connect(self.open_draft)
        finder.registration_asked.connect(self.open_registration)
        self.centre.learner_found.connect(self.open_learner)
        self.start.find_asked.connect(self.find_learner)
        self.question.continued.connect(self.open_draft)
        self.question.discarded.connect(self._on_question_discarded)
        self.question.left.connect(self.next_learner)
        self.registration.closed.connect(self.next_learner)
        self.registration.learner_chosen.connect(self.open_learner)
        self.registration.registered.connect(self._on_registered)
        self.intake.closed.connect(self.next_learner)
        self.intake.discard_asked.connect(self._on_discard_asked)
        self.work.filed.connect(self._on_filed)
        self.work.draft_saved.connect(self._on_draft_saved)
        self.work.discarded.connect(self.next_learner)
        self.case_view.next_asked.connect(self.next_learner)
        self.cases.case_shown.connect(self._on_case_shown)
        self.cases.panel_opened.connect(self._on_panel_opened)
        self.cases.panel_closed.connect(self._on_panel_closed)
        self.work.parted.connect(self._on_work_parted)
        self.parting.own_chosen.connect(self._on_own_chosen)
        self.parting.other_chosen.connect(self.open_draft)
        self._desk.bus.changed.connect(self._on_bus_changed)

    def _show(self, pane: object) -> None:
        for one in (self.start, self.question, self.registration, self.intake, self.case_view):
            if one is pane:
                self.middle.show_pane(one)
        self.panes.bring(MIDDLE)

    def _show_opening(self, opening: Opening) -> None:
        self._clear()
        self._show(self.intake)
        self.work.begin(opening)
        self.materials.preview()

    @Slot()
    def _go_to_start(self) -> None:
        if self.middle.is_shown(self.start):
            self.find_learner()

    @Slot()
    def _refresh(self) -> None:
        self._desk.runner.run(self._reader.waiting, self._show_waiting, owner=self)

    def _show_waiting(self, waiting: Waiting) -> None:
        self.finder.show_waiting(waiting)
        if self._asked_about_draft:
            return
        self._asked_about_draft = True
        if waiting.drafts and self.middle.is_shown(self.start):
            self.question.ask(waiting.drafts[0], waiting.drafts[1:])
            self._show(self.question)
            self.question.recover.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def find_learner(self) -> None:
        """Go to the box."""
        self.panes.bring(FINDER)
        self.finder.focus_search()

    @Slot()
    def show_waiting_list(self) -> None:
        """Go to what waits."""
        self.panes.bring(FINDER)
        self.finder.focus_waiting()

    @Slot(object)
    def _on_registered(self, done: OpResult[Registered]) -> None:
        self._desk.bus.announce(done.changes)
        self.open_learner(done.value.learner)
        if done.value.is_low:
            left = tr(
                "%n account number(s) left on this computer. Ask the registry officer.",
                n=done.value.numbers_left,
            )
            self.messages.show_notice(Notice(left, Tone.WARNING))

    @Slot(object)
    def _on_work_parted(self, parted: Parted) -> None:
        self.parting.ask(word_refused(parted.why), parted.other)
        self.show_in_front(self.parting)
        self.parting.own.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_own_chosen(self) -> None:
        self._show(self.intake)

    @Slot()
    def _on_discard_asked(self) -> None:
        panel = ActPanel(
            tr("Discard this application?"),
            tr("Discard"),
            tr("What was typed is thrown away. Stored files stay stored."),
        )
        panel.confirmed_act.connect(partial(self._end_discarding, panel, True))
        panel.closed.connect(partial(self._end_discarding, panel, False))
        self.middle.show_panel(panel)
        panel.go()

    def _end_discarding(self, panel: ActPanel, confirmed: bool) -> None:
        panel.hide()
        panel.deleteLater()
        self._show(self.intake)
        if confirmed:
            self.work.discard()

    @Slot(str)
    def _on_question_discarded(self, draft: str) -> None:
        reader = self._reader

        def gone(result: object) -> None:
            self._desk.bus.announce(getattr(result, "changes", NO_CHANGES))
            self.next_learner()

        self._desk.runner.run(
            lambda: reader.services.intake.discard_draft(reader.actor, draft), gone, owner=self
        )

    @Slot(object)
    def _on_filed(self, filed: Filed) -> None:
        self.intake.close_form()
        self.cases.show(filed.case)
        number, day = filed.submitted.receipt_number, filed.submitted.promised_on.isoformat()
        if filed.accepted:
            text = tr("Accepted as {number}; the answer is due by {day}. Print the receipt.")
            self.messages.show_notice(Notice(text.format(number=number, day=day), Tone.SUCCESS))
        elif filed.refused is not None:
            text = tr("Received as {number}, but not accepted: {why}")
            self.messages.show_notice(
                Notice(text.format(number=number, why=word_failure(filed.refused)), Tone.WARNING)
            )
        else:
            text = tr(
                "Received as {number}. Materials are missing: ask for a supplement, or accept it as it is."
            )
            self.messages.show_notice(Notice(text.format(number=number), Tone.WARNING))

    @Slot(str)
    def _on_draft_saved(self, time: str) -> None:
        self.noted.emit(tr("Draft saved {time}").format(time=time))

    @Slot(object)
    def _on_case_shown(self, case: Case) -> None:
        self.trays.close()
        self.trays.settle(case)
        self.intake.close_form()
        self.registration.close_form()
        self.work.end()
        self.finder.reset()
        self._show(self.case_view)
        self.beside.show_files(case.evidence, case.application.application)
        self.assessment.show_case(case)
        self.case_view.go()

    @Slot(object)
    def _on_panel_opened(self, panel: ActPanel) -> None:
        self.middle.show_panel(panel)

    @Slot()
    def _on_panel_closed(self) -> None:
        if self.cases.case is not None:
            self._show(self.case_view)
            self.case_view.go()

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if any(kind in CONCERNS for kind, _id in changes):
            self._refresh_timer.start()
        case = self.cases.case
        if case is not None and ("application", case.application.application) in changes:
            self.cases.refresh()
