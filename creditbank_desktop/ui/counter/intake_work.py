"""What happens behind the form: checks when a field is left, drafts after two idle seconds, submission.

``IntakeWork(desk, reader, pane, assessment)``: ``begin(opening)``, ``submit()``, ``keep()`` saves at once,
``discard()``, ``with_draft(then)`` gives the id that scanned pages belong to. Signals: ``filed(object)`` with
`Filed`, ``draft_saved(str)`` with the time, ``discarded()``, ``tray_met()`` when pages in a tray have to be
made into files before the form can be submitted, ``parted(object)`` with `Parted` when the draft was changed
from another window, and what stands here was kept as a draft of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.services.outcome_questions import fields_of_condition
from creditbank_desktop.services.results import NO_CHANGES, Changes, OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_intake import ApplicationCheck, ApplicationForm
from creditbank_desktop.ui.counter.assessment_card import AssessmentCard
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.intake_pane import IntakePane, OutcomeSlot
from creditbank_desktop.ui.counter.outcome_editor import OutcomeEditor
from creditbank_desktop.ui.counter.readings import CounterReader, Filed, Opening
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_fault, word_refused

CHECK_AFTER_MS = 15
CHECK_IDLE_MS = 600
SAVE_AFTER_MS = 2000
SAVE_AGAIN_AFTER_MS = 10_000
REASON_NEEDED = "duplicate.reason_needed"
PARTED_CODES = frozenset({"draft.changed", "draft.gone"})


@dataclass(frozen=True, slots=True)
class Parted:
    """Two windows were at one draft: what the other one did, the draft that was common, and the copy of this
    window's form; "" for a common draft that is gone.
    """

    why: Refused
    other: str
    own: str


@dataclass(frozen=True, slots=True)
class Kept:
    """How saving a draft ended: its id, or what prevented it."""

    draft: str = ""
    changes: Changes = NO_CHANGES
    failure: EnvironmentFault | Refused | None = None
    revision: int = 0
    parted: Parted | None = None


class IntakeWork(QObject):
    """The work behind the form; its methods and signals are named in the module's text."""

    filed = Signal(object)
    draft_saved = Signal(str)
    discarded = Signal()
    tray_met = Signal()
    parted = Signal(object)

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
        # Where the user was when the problems came: whoever has gone on since is not called back.
        self._asked_from: QWidget | None = None
        self._saving = False
        self._submit_waits = False
        # What is to be saved, the newest form of each session; a form may be put away before its turn comes.
        self._unsaved: dict[int, ApplicationForm] = {}
        self._failed: Notice | None = None
        self._session = 0
        self._thrown_away = -1
        # The id under which the form will be saved first, where pages came before that.
        self._reserved = ""
        self._wanting: list[tuple[int, Callable[[str], None]]] = []
        self._check_timer = QTimer(self, singleShot=True)
        self._check_timer.timeout.connect(self.check)
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self.keep)
        self._again_timer = QTimer(self, singleShot=True, interval=SAVE_AGAIN_AFTER_MS)
        self._again_timer.timeout.connect(self.keep)
        desk.runner.saving_works.connect(self._on_runner_saving_works)
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
        self._assessment.show_earlier(opening.earlier)
        self._pane.proxy.offer(opening.proxies)
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
        self._reserved = ""
        self._wanting.clear()
        self._assessment.clear()
        if self._failed is not None:
            # The screen is cleared after this; that a draft is not on the disk must stay in sight.
            QTimer.singleShot(0, self, self._remind)

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
        """Save the draft now, unless there is nothing to save, and whatever could not be saved before."""
        self._save_timer.stop()
        if self._pane.learner is not None and (self._pane.draft or not self._pane.is_blank()):
            self._unsaved[self._session] = self._form()
        self._keep_next()

    @Slot()
    def submit(self) -> None:
        """Submit the form, and accept it where it is complete."""
        if self._pane.trays():
            self.tray_met.emit()
            return
        if self._save_timer.isActive():
            # A submission that fails must leave a draft of all that was typed.
            self.keep()
        if self._saving:
            # The draft has to have its id, or it would outlive the application.
            self._submit_waits = True
            return
        form, reader = self._form(), self._reader
        accept = not self._pane.missing_materials() and may(reader.actor, "CounterService.accept")
        self._desk.runner.run(
            partial(_file, reader, form, accept),
            partial(self._on_filed, self._session),
            owner=self,
            on_problems=self._on_problems,
            on_refused=self._on_submit_refused,
            busy=self._pane.submit,
        )

    def _on_submit_refused(self, refused: Refused) -> None:
        if refused.code in PARTED_CODES:
            # Saving finds the same and keeps what stands here as a draft of its own.
            self.keep()
        else:
            self._desk.runner.tell(self._pane, Notice(word_refused(refused), Tone.WARNING))

    def form(self) -> ApplicationForm:
        """Return what is typed now."""
        return self._form()

    def with_draft(self, then: Callable[[str], None]) -> None:
        """Call ``then`` with the id of this form's draft, which need not be saved yet."""
        known = self._pane.draft or self._reserved
        if known:
            then(known)
            return
        self._wanting.append((self._session, then))
        if self._saving or len(self._wanting) > 1:
            # What is being saved gets its id from there.
            return
        reader, session = self._reader, self._session

        def reserve(new: LineId) -> None:
            if session == self._session:
                self._give_draft(self._pane.draft or str(new))

        self._desk.runner.run(reader.new_line, reserve, owner=self)

    def _give_draft(self, draft: str) -> None:
        if not self._pane.draft:
            self._reserved = draft
        wanting, self._wanting = self._wanting, []
        for session, then in wanting:
            if session == self._session:
                then(draft)

    def discard(self) -> None:
        """Throw the draft away."""
        draft = self._pane.draft
        self._forget(self._session)
        self.end()
        self._pane.close_form()
        if draft:
            self._throw_away(draft)
        self.discarded.emit()

    def _keep_next(self) -> None:
        if self._saving or not self._unsaved:
            return
        session = next(iter(self._unsaved))
        form = self._unsaved.pop(session)
        kept = partial(self._on_kept, session, form)
        self._again_timer.stop()
        self._saving = self._desk.runner.run(partial(_keep, self._reader, form), kept, owner=self)

    def _forget(self, session: int) -> None:
        """Save nothing of ``session`` any more, and throw away what is being saved of it."""
        self._unsaved.pop(session, None)
        if not self._unsaved:
            self._failed = None
            self._again_timer.stop()
        if self._saving:
            self._thrown_away = session

    def _throw_away(self, draft: str) -> None:
        reader = self._reader

        def gone(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)

        self._desk.runner.run(
            lambda: reader.services.intake.discard_draft(reader.actor, draft), gone, owner=self
        )

    def _form(self) -> ApplicationForm:
        form = self._pane.form(self._assessment.reason())
        return form if form.draft or not self._reserved else replace(form, draft=self._reserved)

    def _show_check(self, check: ApplicationCheck) -> None:
        self._last = check
        here = tuple(p for p in check.problems if p.code != REASON_NEEDED)
        self._pane.show_found(replace(check, problems=here), everything=self._everything)
        self._show_assessment()
        self._assessment.show_reason_problems([p for p in check.problems if p.code == REASON_NEEDED])
        if self._go_to_problem:
            self._go_to_problem = False
            if QApplication.focusWidget() is self._asked_from:
                self._pane.go_to_first_problem()

    def _show_assessment(self) -> None:
        slot = self._pane.slot
        if self._last is not None and slot is not None:
            self._assessment.show_check(self._last, slot.line, self._pane.lines())
            self._need_what_rules_miss(slot)

    def _need_what_rules_miss(self, slot: OutcomeSlot) -> None:
        """Unfold fields on which a rule that nearly fits found nothing."""
        said = () if self._last is None else self._last.assessments
        suggestion = next((one for one in said if one.line == slot.line), None)
        if suggestion is None or slot.editor is None or suggestion.fits:
            return
        for miss in suggestion.near_misses:
            for condition in miss.failed:
                if not condition.actual:
                    slot.editor.need(fields_of_condition(slot.editor.sheet.kind, condition.key))

    def _on_kept(self, session: int, form: ApplicationForm, kept: Kept) -> None:
        self._saving = False
        if kept.failure is not None and session != self._thrown_away:
            self._on_not_kept(session, form, kept.failure)
            return
        self._desk.bus.announce(kept.changes)
        if session == self._thrown_away:
            if kept.draft:
                self._throw_away(kept.draft)
        elif session == self._session:
            self._pane.draft, self._pane.draft_revision = kept.draft, kept.revision
            self._give_draft(kept.draft)
            self.draft_saved.emit(self._desk.clock.now().astimezone().strftime("%H:%M:%S"))
        newer = self._unsaved.get(session)
        if newer is not None:
            self._unsaved[session] = replace(newer, draft=kept.draft, draft_revision=kept.revision)
        if kept.parted is not None and session == self._session:
            self._submit_waits = False
            self.parted.emit(kept.parted)
        if self._unsaved:
            self._keep_next()
            return
        self._failed = None
        if self._submit_waits:
            self._submit_waits = False
            self.submit()

    def _on_not_kept(self, session: int, form: ApplicationForm, failure: EnvironmentFault | Refused) -> None:
        """Hold what is not on the disk, also when it is on the screen no more, and try again by and by."""
        self._unsaved.setdefault(session, form)
        if isinstance(failure, EnvironmentFault):
            self._desk.runner.fault_met.emit(failure)
        again = partial(self._submit_again, self._session) if self._submit_waits else self.keep
        self._submit_waits = False
        if isinstance(failure, Refused):
            self._failed = Notice(word_refused(failure), Tone.WARNING, again)
        else:
            self._failed = Notice(word_fault(failure), Tone.DANGER, again)
            self._again_timer.start()
        self._remind()

    @Slot()
    def _on_runner_saving_works(self) -> None:
        if self._failed is not None and self._again_timer.isActive():
            self.keep()

    @Slot()
    def _remind(self) -> None:
        if self._failed is not None:
            self._desk.runner.tell(self._pane, self._failed)

    def _submit_again(self, session: int) -> None:
        """Submit what the form says by now, unless another form took its place."""
        if session == self._session:
            self.submit()
        else:
            self.keep()

    def _on_filed(self, session: int, filed: Filed | EnvironmentFault) -> None:
        if isinstance(filed, EnvironmentFault):
            again = partial(self._submit_again, session)
            self._desk.runner.tell(self._pane, Notice(word_fault(filed), Tone.DANGER, again))
            return
        if session != self._session:
            self.keep()
        self._forget(session)
        self.end()
        self._desk.bus.announce(filed.changes)
        self.filed.emit(filed)

    def _on_problems(self, found: Problems) -> None:
        # The check names confirmed warnings too, so that their boxes stay; what was found here does not.
        self._everything = True
        self._go_to_problem = True
        self._asked_from = QApplication.focusWidget()
        if not self._form().outcomes:
            self._show_check(ApplicationCheck(found.problems))
        else:
            self.check()

    @Slot()
    def _on_pane_edited(self) -> None:
        # Not begun anew at every key: whoever types without a pause loses no more than the same two seconds.
        if not self._save_timer.isActive():
            self._save_timer.start()
        self._check_timer.start(CHECK_IDLE_MS)

    @Slot()
    def _on_pane_field_left(self) -> None:
        self._check_timer.start(CHECK_AFTER_MS)

    @Slot()
    def _on_pane_turned(self) -> None:
        self._show_assessment()
        if self._pane.slot is None:
            return
        if self._last is None or not any(one.line == self._pane.slot.line for one in self._last.assessments):
            self._assessment.show_check(ApplicationCheck(), self._pane.slot.line)

    @Slot(object)
    def _on_pane_editor_made(self, editor: OutcomeEditor) -> None:
        editor.lookup_asked.connect(partial(self._on_editor_lookup_asked, editor))
        editor.title_known.connect(partial(self._on_editor_title_known, editor))

    def _on_editor_lookup_asked(self, editor: OutcomeEditor, field: str, text: str) -> None:
        reader, kind = self._reader, editor.sheet.kind
        self._desk.runner.run(
            lambda: reader.services.known.find(reader.actor, kind, field, text),
            partial(editor.show_hits, field, text),
            owner=editor,
        )

    def _on_editor_title_known(self, editor: OutcomeEditor, title: str, issuer: str) -> None:
        reader, kind = self._reader, editor.sheet.kind
        self._desk.runner.run(
            lambda: reader.services.known.of_title(reader.actor, kind, title, issuer),
            editor.offer,
            owner=editor,
        )

    @Slot(bool)
    def _on_pane_outcome_asked(self, like_last: bool) -> None:
        reader, session, tabs = self._reader, self._session, self._pane.tabs

        def add(line: LineId) -> None:
            if session == self._session:
                self._pane.add_outcome(line, like_last)

        self._desk.runner.run(reader.new_line, add, owner=self, busy=tabs.copy if like_last else tabs.add)


def _file(reader: CounterReader, form: ApplicationForm, accept: bool) -> Filed | EnvironmentFault:
    # Also a value: trying again means the form as it stands then, not as it stood.
    try:
        return reader.file(form, accept=accept)
    except EnvironmentFault as fault:
        return fault


def _keep(reader: CounterReader, form: ApplicationForm) -> Kept:
    # A fault comes home as a value: saving has to know that it failed, to try again by itself.
    intake = reader.services.intake
    try:
        saved = intake.save_draft(reader.actor, form)
    except Refused as refused:
        if refused.code not in PARTED_CODES:
            return Kept(failure=refused)
        return _keep_apart(reader, form, refused)
    except EnvironmentFault as fault:
        return Kept(failure=fault)
    return Kept(saved.value, saved.changes, revision=form.draft_revision + 1)


def _keep_apart(reader: CounterReader, form: ApplicationForm, why: Refused) -> Kept:
    """Save as a draft of its own what would have overwritten another window's."""
    try:
        saved = reader.services.intake.save_draft(reader.actor, replace(form, draft="", draft_revision=0))
    except (EnvironmentFault, Refused) as failure:
        return Kept(failure=failure)
    other = form.draft if why.code == "draft.changed" else ""
    return Kept(saved.value, saved.changes, revision=1, parted=Parted(why, other, saved.value))
