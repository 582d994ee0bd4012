"""Registering a learner at the counter: the form, and who carries the same number already.

``RegistrationPane(reader, runner, clock)``: ``open(programmes, text)``. Signals: ``registered(object)`` with
`OpResult[Registered]`, ``learner_chosen(str)`` when somebody with that number is the one, ``closed()``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problems, Severity
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_learners import (
    LearnerCheck,
    LearnerForm,
    LearnerHit,
    ProgrammeView,
    Registered,
)
from creditbank_desktop.ui.counter.readings import CounterReader
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Label, Note
from creditbank_desktop.ui.learners.profile_form import ProfileForm, with_confirmed
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_problem
from creditbank_desktop.ui.wording.registry_names import hit_programme

CHECK_AFTER_MS = 150


class RegistrationPane(QWidget):
    """The form of a new learner; its signals are named in the module's text."""

    registered = Signal(object)
    learner_chosen = Signal(str)
    closed = Signal()

    def __init__(self, reader: CounterReader, runner: OperationRunner, clock: Clock) -> None:
        """Begin without a form."""
        super().__init__()
        self._reader = reader
        self._runner = runner
        self._clock = clock
        self.form: ProfileForm | None = None
        self._same: LearnerHit | None = None
        self._everything = False
        self._go_to_problem = False
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._timer.timeout.connect(self._check)
        self._holder = QVBoxLayout()
        self._warning = Note()
        self._warning.setProperty("tone", Tone.WARNING.value)
        self._take = SecondaryButton(tr("Take this learner"), key="Ctrl+T")
        self._take.clicked.connect(self._on_take_clicked)
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
        self._show_same(None)
        form.go_to_first()

    def close_form(self) -> None:
        """Forget the form."""
        self._timer.stop()
        if self.form is not None:
            self._holder.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(Label(tr("New learner"), "title"))
        layout.addLayout(self._holder, 1)
        below = self._warning.layout()
        if below is not None:
            below.addWidget(self._take)
        layout.addWidget(self._warning)
        layout.addWidget(self._problem)
        bar = QFrame()
        bar.setProperty("kind", "actionbar")
        actions = QHBoxLayout(bar)
        actions.setContentsMargins(0, 10, 0, 0)
        actions.addWidget(self.cancel)
        actions.addStretch(1)
        actions.addWidget(self.action)
        layout.addWidget(bar)
        self._warning.hide()
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
        same = (*check.same_document, *check.same_number)
        self._show_same(same[0] if same else None)
        if self._go_to_problem:
            self._go_to_problem = False
            self.form.go_to_first_problem()

    def _show_same(self, hit: LearnerHit | None) -> None:
        self._same = hit
        self._warning.setVisible(hit is not None)
        if hit is not None:
            self._warning.title.set_words(tr("This number is on record already"))
            parts = (hit.name, hit.student_number, hit.masked_document, hit_programme(hit))
            self._warning.text.set_words(" · ".join(part for part in parts if part))

    @Slot()
    def _on_take_clicked(self) -> None:
        if self._same is not None:
            self.learner_chosen.emit(self._same.learner)

    @Slot()
    def _on_action_clicked(self) -> None:
        if self.form is None:
            return
        typed, reader = self.form.typed(), self._reader
        self._runner.run(
            lambda: reader.services.learners.register(reader.actor, typed),
            self._on_registered,
            owner=self,
            on_problems=self._on_problems,
            busy=self.action,
        )

    def _on_registered(self, done: OpResult[Registered]) -> None:
        self.registered.emit(done)

    def _on_problems(self, _found: Problems) -> None:
        if self.form is None:
            return
        # The check names confirmed warnings too, so that their boxes stay; what was found here does not.
        self._everything = True
        self._go_to_problem = True
        self._check()
