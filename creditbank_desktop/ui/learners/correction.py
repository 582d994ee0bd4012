"""Correcting a learner's record: the filled form, a reason, and what changed meanwhile.

``CorrectionPane(desk)``: ``open(learner, form, revision, programmes)``. Signals: ``corrected(str)`` with the
learner's id, ``closed()``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_learners import LearnerCheck, LearnerForm, ProgrammeView
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.surfaces import Card, Label
from creditbank_desktop.ui.learners.desk import LearnersDesk
from creditbank_desktop.ui.learners.profile_form import ProfileForm, with_confirmed

CHECK_AFTER_MS = 150


class CorrectionPane(Card):
    """The form of a correction; its methods and signals are named in the module's text."""

    corrected = Signal(str)
    closed = Signal()

    def __init__(self, desk: LearnersDesk) -> None:
        """Begin without a form."""
        super().__init__()
        self._desk = desk
        self._learner = LearnerId("")
        self._revision = 0
        self._everything = False
        self._go_to_problem = False
        self.form: ProfileForm | None = None
        self.reason = TextEdit()
        self.reason_row = FieldRow(tr("Reason"), self.reason, field="reason", required=True)
        self._holder = QVBoxLayout()
        self.cancel = SecondaryButton(tr("Back"), key="Escape")
        self.save = PrimaryButton(tr("Save the correction"), key="Ctrl+Return")
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._timer.timeout.connect(self._check)
        self.cancel.clicked.connect(self.closed)
        self.save.clicked.connect(self._on_save_clicked)
        self._lay_out()

    def open(
        self, learner: LearnerId, filled: tuple[LearnerForm, int], programmes: Sequence[ProgrammeView]
    ) -> None:
        """Show the record of ``learner`` as it stood at the revision beside it."""
        self.close_form()
        form, self._revision = filled
        self._learner = learner
        self.form = ProfileForm(programmes, keeps=form.programme)
        self.form.show_form(form)
        self._holder.addWidget(self.form)
        self.form.edited.connect(self._timer.start)
        self.form.field_left.connect(self._timer.start)
        self.reason.clear()
        self.reason_row.clear_problems()
        self._everything = self._go_to_problem = False
        self.form.go_to_first()

    def close_form(self) -> None:
        """Forget the form."""
        self._timer.stop()
        if self.form is not None:
            self._holder.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("kind", "actionbar")
        actions = QHBoxLayout(bar)
        actions.setContentsMargins(0, 10, 0, 0)
        actions.addWidget(self.cancel)
        actions.addStretch(1)
        actions.addWidget(self.save)
        self.body.addWidget(Label(tr("Correct the record"), "title"))
        self.body.addLayout(self._holder, 1)
        self.body.addWidget(self.reason_row)
        self.body.addWidget(bar)

    @Slot()
    def _check(self) -> None:
        if self.form is None:
            return
        form, typed, learner = self.form, with_confirmed(self.form.typed()), self._learner
        learners, actor = self._desk.services.learners, self._desk.actor

        def show(check: LearnerCheck) -> None:
            if form is self.form:
                self._show_check(check)

        self._desk.runner.run(lambda: learners.check(actor, typed, learner), show, owner=self)

    def _show_check(self, check: LearnerCheck) -> None:
        assert self.form is not None
        self.form.show_check(check, everything=self._everything)
        if self._go_to_problem:
            self._go_to_problem = False
            if check.problems:
                self.form.go_to_first_problem()

    @Slot()
    def _on_save_clicked(self) -> None:
        if self.form is None:
            return
        typed, reason, learner, revision = (
            self.form.typed(),
            self.reason.text(),
            self._learner,
            self._revision,
        )
        if not reason.strip():
            self.reason_row.show_problems([Problem("field.required", "reason")])
            self.reason.setFocus()
            return
        learners, actor = self._desk.services.learners, self._desk.actor
        self._desk.runner.run(
            lambda: learners.correct(actor, learner, typed, revision, reason),
            self._on_corrected,
            owner=self,
            on_problems=self._on_problems,
            busy=self.save,
        )

    def _on_corrected(self, done: OpResult[None]) -> None:
        self._desk.bus.announce(done.changes)
        self.corrected.emit(self._learner)

    def _on_problems(self, _found: Problems) -> None:
        # The check names confirmed warnings too, so that their boxes stay; what was found here does not.
        self._everything = self._go_to_problem = True
        self._check()
