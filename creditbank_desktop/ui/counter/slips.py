"""Slips of what is typed: the pre-assessment that binds nobody, and the application form to be signed.

``SlipWork(desk, reader, work, assessment)``: ``print_pre_assessment()``, ``print_form()``. Both show the slip
in its window, where one key prints it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from creditbank_desktop.services.counter_papers import Slip
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_intake import ApplicationForm
from creditbank_desktop.ui.counter.assessment_card import AssessmentCard
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.intake_work import IntakeWork
from creditbank_desktop.ui.counter.readings import CounterReader
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone


class SlipWork(QObject):
    """Draws slips and shows them; named in the module's text."""

    def __init__(
        self, desk: CounterDesk, reader: CounterReader, work: IntakeWork, assessment: AssessmentCard
    ) -> None:
        """Serve the button of ``assessment``."""
        super().__init__(assessment)
        self._desk, self._reader, self._work, self._assessment = desk, reader, work, assessment
        self._can_show = desk.show_slip is not None
        permitted = may(desk.actor, "CounterPaperService.pre_assessment")
        assessment.may_print_slip = self._can_show and permitted
        assessment.print_slip.clicked.connect(self.print_pre_assessment)

    @Slot()
    def print_pre_assessment(self) -> None:
        """Show what the rules say of the form as it is now."""
        reader = self._reader

        def draw(form: ApplicationForm) -> OpResult[Slip]:
            check = reader.services.intake.check(reader.actor, form)
            return reader.services.counter_papers.pre_assessment(reader.actor, form, check)

        self._draw(draw, self._assessment.print_slip)

    @Slot()
    def print_form(self) -> None:
        """Show the application form with what was typed, for the applicant to sign."""
        reader = self._reader
        self._draw(lambda form: reader.services.counter_papers.application_form(reader.actor, form), None)

    def _draw(self, draw: Callable[[ApplicationForm], OpResult[Slip]], busy: QWidget | None) -> None:
        form = self._work.form()
        if not self._can_show or form.learner is None:
            return
        if not form.outcomes:
            notice = Notice(tr("Choose a type and type the outcome first."), Tone.INFO)
            self._desk.runner.tell(self._assessment, notice)
            return
        self._desk.runner.run(lambda: draw(form), self._show, owner=self, busy=busy)

    def _show(self, drawn: OpResult[Slip]) -> None:
        self._desk.bus.announce(drawn.changes)
        if self._desk.show_slip is not None:
            self._desk.show_slip(drawn.value)
