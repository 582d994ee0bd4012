"""Registering a learner at the counter: the form, and who carries the same number already.

``RegistrationPane(reader, runner, clock, ask_centre)``: ``open(programmes, text)``. Signals:
``registered(object)`` with `OpResult[Registered]`, ``learner_chosen(str)`` when somebody on record is it,
``brought(object)`` with the `CentralFinding` of somebody whom another office knows, ``closed()``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problems, Severity
from creditbank_desktop.domain.identity_documents import normalise_document_number
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_learners import (
    LearnerCheck,
    LearnerForm,
    ProgrammeView,
    Registered,
)
from creditbank_desktop.sync.face import CentralFinding, CentralQuestion
from creditbank_desktop.ui.counter.alike_panel import AlikePanel
from creditbank_desktop.ui.counter.centre import AskCentre, ask_quietly
from creditbank_desktop.ui.counter.readings import CounterReader
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Label, UprightArea
from creditbank_desktop.ui.learners.profile_form import ProfileForm, with_confirmed
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.wording.failures import word_problem

CHECK_AFTER_MS = 150
LOW_PX = 520


class RegistrationPane(QWidget):
    """The form of a new learner; its signals are named in the module's text."""

    registered = Signal(object)
    learner_chosen = Signal(str)
    brought = Signal(object)
    closed = Signal()

    def __init__(
        self,
        reader: CounterReader,
        runner: OperationRunner,
        clock: Clock,
        ask_centre: AskCentre | None = None,
    ) -> None:
        """Begin without a form."""
        super().__init__()
        self._reader = reader
        self._runner = runner
        self._clock = clock
        self.form: ProfileForm | None = None
        self._ask_centre = ask_centre
        self._asked: CentralQuestion | None = None
        self._answered: CentralQuestion | None = None
        self._everything = False
        self._go_to_problem = False
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._timer.timeout.connect(self._check)
        self._holder = QVBoxLayout()
        self.alike = AlikePanel()
        self.alike.taken.connect(self.learner_chosen)
        self._hint = UprightArea(self.alike)
        self._hint.hide()
        self._centre = Label("", "secondary", wrap=True)
        self._problem = Label("", "problem", wrap=True)
        self.cancel = SecondaryButton(tr("Back"), key="Escape")
        self.action = PrimaryButton(tr("Register and begin"), key="Ctrl+Return")
        self.cancel.clicked.connect(self.closed)
        self.action.clicked.connect(self._on_action_clicked)
        self._lay_out()

    def open(self, programmes: Sequence[ProgrammeView], text: str = "") -> None:
        """Show an empty form, begun with what was searched for."""
        self.close_form()
        form = ProfileForm(programmes)
        form.show_form(LearnerForm(intake_year=str(self._clock.today().year)))
        if text:
            form.start_with(text)
        self._holder.addWidget(form)
        form.edited.connect(self._timer.start)
        form.field_left.connect(self._timer.start)
        self.form = form
        self._everything = False
        self._asked = self._answered = None
        self.alike.show_alike((), asks=False)
        self._fit_alike()
        self._tell("")
        form.go_to_first()

    def close_form(self) -> None:
        """Forget the form."""
        self._timer.stop()
        if self.form is not None:
            self._holder.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the fields where the window is low."""
        super().resizeEvent(event)
        self.alike.set_compact(self.height() < LOW_PX)
        self._fit_alike()

    def _fit_alike(self) -> None:
        """Give the hint what it needs, at most half of the pane; then it scrolls."""
        self._hint.setVisible(bool(self.alike.found))
        wanted = self.alike.sizeHint().height() + 2
        self._hint.setFixedHeight(min(wanted, self.height() // (3 if self.height() < LOW_PX else 2)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(Label(tr("New learner"), "title"))
        layout.addLayout(self._holder, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._centre)
        layout.addWidget(self._problem)
        bar = QFrame()
        bar.setProperty("kind", "actionbar")
        actions = QHBoxLayout(bar)
        actions.setContentsMargins(0, 10, 0, 0)
        actions.addWidget(self.cancel)
        actions.addStretch(1)
        actions.addWidget(self.action)
        layout.addWidget(bar)
        self._centre.hide()
        self._problem.hide()

    @Slot()
    def _check(self) -> None:
        if self.form is None:
            return
        form, typed, reader = self.form, with_confirmed(self.form.typed()), self._reader

        def show(check: LearnerCheck) -> None:
            if form is self.form:
                self._show_check(check)

        self._runner.run(lambda: reader.services.learners.check(reader.actor, typed), show, owner=self)

    def _show_check(self, check: LearnerCheck) -> None:
        assert self.form is not None
        rest = self.form.show_check(check, everything=self._everything)
        errors = [p for p in rest if p.severity is Severity.ERROR and self._everything]
        self._problem.set_words("\n".join(str(word_problem(problem)) for problem in errors))
        self._problem.setVisible(bool(errors))
        self.alike.show_alike(check.alike, asks=check.needs_reason)
        self._fit_alike()
        self._ask_about(check)
        if self._go_to_problem:
            self._go_to_problem = False
            self.form.go_to_first_problem()

    def _ask_about(self, check: LearnerCheck) -> None:
        """Ask the centre about a sound document number that nobody has here, once and in the background."""
        form, ask = check.form, self._ask_centre
        wrong = any(problem.field == "document_number" for problem in check.problems)
        number = normalise_document_number(form.document_number)
        if ask is None or wrong or not number or check.same_document:
            return
        question = CentralQuestion(form.document_kind.value, number)
        if question == self._asked:
            return
        self._asked = question
        actor = self._reader.actor

        def show(found: CentralFinding | None) -> None:
            if question == self._asked and self.form is not None:
                self._show_finding(question, found)

        self._runner.run(lambda: ask_quietly(ask, actor, question), show, owner=self)

    def _show_finding(self, question: CentralQuestion, found: CentralFinding | None) -> None:
        if found is None:
            self._tell(tr("Unknown here; the centre cannot be asked now. It is asked at the next sync."))
            return
        self._answered = question
        if found.learner:
            self.brought.emit(found)
            self._timer.start()
            self._tell(tr("Another office or computer knows this person; the record was brought here."))
        else:
            self._tell(tr("The centre does not know this person either."))

    def _tell(self, words: str) -> None:
        self._centre.set_words(words)
        self._centre.setVisible(bool(words))

    @Slot()
    def _on_action_clicked(self) -> None:
        if self.form is None:
            return
        typed, reader = replace(self.form.typed(), besides=self.alike.reason()), self._reader
        asked = self._answered is not None and self._answered == self._asked
        self._runner.run(
            lambda: reader.services.learners.register(reader.actor, typed, asked_centre=asked),
            self._on_registered,
            owner=self,
            on_problems=self._on_problems,
            busy=self.action,
        )

    def _on_registered(self, done: OpResult[Registered]) -> None:
        self.registered.emit(done)

    def _on_problems(self, found: Problems) -> None:
        if self.form is None:
            return
        reason = [problem for problem in found.problems if problem.field == "besides"]
        if reason:
            self.alike.show_reason_problem(reason)
            return
        # The check names confirmed warnings too, so that their boxes stay; what was found here does not.
        self._everything = True
        self._go_to_problem = True
        self._check()
