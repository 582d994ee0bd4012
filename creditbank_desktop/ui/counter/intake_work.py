"""What happens behind the form: checks when a field is left, drafts after two idle seconds, submission.

``IntakeWork(desk, reader, pane, assessment)``: ``begin(opening)``, ``submit()``, ``keep()`` saves at once,
``discard()``. Signals: ``filed(object)`` with `Filed`, ``draft_saved(str)`` with the time, ``discarded()``,
``problem_count_changed(int)``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.services.results import NO_CHANGES, Changes, OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_intake import ApplicationCheck, ApplicationForm
from creditbank_desktop.ui.counter.assessment_card import AssessmentCard
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.intake_pane import IntakePane
from creditbank_desktop.ui.counter.outcome_editor import OutcomeEditor
from creditbank_desktop.ui.counter.readings import CounterReader, Filed, Opening
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_fault

CHECK_AFTER_MS = 120
CHECK_IDLE_MS = 600
SAVE_AFTER_MS = 2000
REASON_NEEDED = "duplicate.reason_needed"


@dataclass(frozen=True, slots=True)
class Kept:
    """How saving a draft ended: its id, or the fault that prevented it."""

    draft: str = ""
    changes: Changes = NO_CHANGES
    fault: EnvironmentFault | None = None


class IntakeWork(QObject):
    """The work behind the form; its methods and signals are named in the module's text."""

    filed = Signal(object)
    draft_saved = Signal(str)
    discarded = Signal()

    def __init__(
        self, desk: CounterDesk, reader: CounterReader, pane: IntakePane, assessment: AssessmentCard
    ) -> None:
        """Serve ``pane``."""
        super().__init__(pane)
        self._desk = desk
        self._reader = reader
        self._pane = pane
        self._assessment = assessment
        self._check_number = 0
        self._last: ApplicationCheck | None = None
        self._everything = False
        self._go_to_problem = False
        self._saving = False
        self._submit_waits = False
        self._waits: tuple[int, ApplicationForm] | None = None
        self._session = 0
        self._thrown_away = -1
        self._check_timer = QTimer(self, singleShot=True)
        self._check_timer.timeout.connect(self.check)
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self.keep)
        pane.edited.connect(self._on_pane_edited)
        pane.field_left.connect(self._on_pane_field_left)
        pane.turned.connect(self._on_pane_turned)
        pane.outcome_asked.connect(self._on_pane_outcome_asked)
        pane.submit_asked.connect(self.submit)
        pane.editor_made.connect(self._on_pane_editor_made)
        assessment.reason_edited.connect(self._on_pane_edited)

    def begin(self, opening: Opening) -> None:
        """Open the form for a learner or a draft."""
        self.end()
        self._assessment.set_programme(opening.card.programme)
        self._pane.open(opening)
        if opening.draft is not None:
            self._check_timer.start(CHECK_AFTER_MS)

    def end(self) -> None:
        """Stop checking and saving; what is under way concerns nobody any more."""
        self._session += 1
        self._check_number += 1
        self._check_timer.stop()
        self._save_timer.stop()
        self._last = None
        self._everything = self._go_to_problem = self._submit_waits = False
        self._assessment.clear()

    @Slot()
    def check(self) -> None:
        """Ask what is wrong and what the rules say."""
        form = replace(self._form(), confirmed=frozenset())
        if not form.outcomes or form.learner is None:
            return
        self._check_number += 1
        number, reader = self._check_number, self._reader

        def arrive(check: ApplicationCheck) -> None:
            # What was typed meanwhile is checked anew; an older answer would only flicker.
            if number == self._check_number:
                self._show_check(check)

        self._desk.runner.run(lambda: reader.services.intake.check(reader.actor, form), arrive, owner=self)

    @Slot()
    def keep(self) -> None:
        """Save the draft now, unless there is nothing to save."""
        self._save_timer.stop()
        if self._pane.learner is None or (self._pane.is_blank() and not self._pane.draft):
            return
        if self._saving:
            # The form may be put away before its turn comes.
            self._waits = (self._session, self._form())
            return
        self._keep(self._session, self._form())

    @Slot()
    def submit(self) -> None:
        """Submit the form, and accept it where it is complete."""
        if self._saving:
            # The draft has to have its id, or it would outlive the application.
            self._submit_waits = True
            return
        self._save_timer.stop()
        form, reader = self._form(), self._reader
        accept = not self._pane.missing_materials() and may(reader.actor, "CounterService.accept")
        self._desk.runner.run(
            lambda: reader.file(form, accept=accept),
            self._on_filed,
            owner=self,
            on_problems=self._on_problems,
            busy=self._pane.submit,
        )

    def discard(self) -> None:
        """Throw the draft away."""
        draft = self._pane.draft
        self._waits = None
        if self._saving:
            self._thrown_away = self._session
        self.end()
        self._pane.close_form()
        if draft:
            self._throw_away(draft)
        self.discarded.emit()

    def _keep(self, session: int, form: ApplicationForm) -> None:
        self._saving = True
        self._desk.runner.run(partial(_keep, self._reader, form), partial(self._on_kept, session), owner=self)

    def _throw_away(self, draft: str) -> None:
        reader = self._reader

        def gone(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)

        self._desk.runner.run(
            lambda: reader.services.intake.discard_draft(reader.actor, draft), gone, owner=self
        )

    def _form(self) -> ApplicationForm:
        return self._pane.form(self._assessment.reason())

    def _show_check(self, check: ApplicationCheck) -> None:
        self._last = check
        here = tuple(p for p in check.problems if p.code != REASON_NEEDED)
        self._pane.show_found(replace(check, problems=here), everything=self._everything)
        self._show_assessment()
        self._assessment.show_reason_problems([p for p in check.problems if p.code == REASON_NEEDED])
        if self._go_to_problem:
            self._go_to_problem = False
            self._pane.go_to_first_problem()

    def _show_assessment(self) -> None:
        slot = self._pane.slot
        if self._last is not None and slot is not None:
            self._assessment.show_check(self._last, slot.line)

    def _on_kept(self, session: int, kept: Kept) -> None:
        self._saving = False
        waiting, self._waits = self._waits, None
        submits, self._submit_waits = self._submit_waits, False
        if kept.fault is not None:
            self._desk.runner.tell(self._pane, Notice(word_fault(kept.fault), Tone.DANGER, self.keep))
            return
        self._desk.bus.announce(kept.changes)
        if session == self._thrown_away:
            self._throw_away(kept.draft)
        elif session == self._session:
            self._pane.draft = kept.draft
            self.draft_saved.emit(self._desk.clock.now().astimezone().strftime("%H:%M:%S"))
        if waiting is not None:
            waiting_session, form = waiting
            same = waiting_session == session
            self._keep(waiting_session, replace(form, draft=form.draft or kept.draft) if same else form)
        elif submits:
            self.submit()

    def _on_filed(self, filed: Filed) -> None:
        self.end()
        self._desk.bus.announce(filed.changes)
        self.filed.emit(filed)

    def _on_problems(self, found: Problems) -> None:
        # The check names confirmed warnings too, so that their boxes stay; what was found here does not.
        self._everything = True
        self._go_to_problem = True
        if not self._form().outcomes:
            self._show_check(ApplicationCheck(found.problems))
        else:
            self.check()

    @Slot()
    def _on_pane_edited(self) -> None:
        self._save_timer.start()
        self._check_timer.start(CHECK_IDLE_MS)

    @Slot()
    def _on_pane_field_left(self) -> None:
        self._check_timer.start(CHECK_AFTER_MS)

    @Slot()
    def _on_pane_turned(self) -> None:
        self._show_assessment()
        if self._last is None or self._pane.slot is None:
            self._assessment.clear()

    @Slot(object)
    def _on_pane_editor_made(self, editor: OutcomeEditor) -> None:
        reader, kind = self._reader, editor.sheet.kind
        self._desk.runner.run(
            lambda: reader.services.intake.familiar(reader.actor, kind), editor.offer_familiar, owner=editor
        )

    @Slot()
    def _on_pane_outcome_asked(self) -> None:
        reader, session = self._reader, self._session

        def add(line: LineId) -> None:
            if session == self._session:
                self._pane.add_outcome(line)

        self._desk.runner.run(reader.new_line, add, owner=self, busy=self._pane.tabs.add)


def _keep(reader: CounterReader, form: ApplicationForm) -> Kept:
    # A fault comes home as a value: saving has to know that it failed, to try again by itself.
    try:
        saved = reader.services.intake.save_draft(reader.actor, form)
    except EnvironmentFault as fault:
        return Kept(fault=fault)
    except Refused:
        return Kept()
    return Kept(saved.value, saved.changes)
