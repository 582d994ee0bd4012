"""What the forms at the right have in common: a case, acts that run elsewhere, news of what was done.

``DecisionPanel(desk)``: ``show_case(case)``, ``show_changed(case)``, ``clear()``, ``enter_keys(table)``.
Signals: ``acted(Acted)`` after an act succeeded, ``overtaken(str)`` with the id of a file that somebody else
changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
from creditbank_desktop.ui.evaluation.return_form import Sending
from creditbank_desktop.ui.evaluation.stages import Stage
from creditbank_desktop.ui.evaluation.supplement_form import Asking
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.kit.surfaces import Card
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_refused


@dataclass(frozen=True, slots=True)
class Acted:
    """An act that was done: on which file, how to say it, how its author can take it back."""

    application: ApplicationId
    words: str
    result: OpResult[Any]
    undo: Callable[[], OpResult[Any]] | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """An act to be done: the file, the work for a worker thread, words for afterwards, the way back."""

    application: ApplicationId
    work: Callable[[], OpResult[Any]]
    words: str
    undo: Callable[[], OpResult[Any]] | None = None


class DecisionPanel(Card):
    """The ground of the decision forms; its signals are named in the module's text."""

    acted = Signal(object)
    overtaken = Signal(str)

    def __init__(self, desk: EvaluationDesk) -> None:
        """Begin without a case."""
        super().__init__()
        self.desk = desk
        self.case: Case | None = None

    def show_case(self, case: Case, stage: Stage) -> None:
        """Show ``case`` as it is worked on at ``stage``."""
        raise NotImplementedError

    def show_changed(self, seen: Case, now: Case, stage: Stage) -> None:
        """Show the file as it stands now, what was typed, and what changed."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show no case."""
        self.case = None

    def enter_keys(self, table: ShortcutTable) -> None:
        """List the panel's keys in the table of the page."""

    def do(
        self, deed: Deed, busy: QPushButton, on_problems: Callable[[Problems], None] | None = None
    ) -> None:
        """Do ``deed`` on a worker thread, once however often it is asked for."""
        self.desk.runner.run(
            deed.work,
            partial(self._on_done, deed),
            owner=self,
            busy=busy,
            on_problems=on_problems,
            on_refused=partial(self._on_refused, deed.application),
        )

    def _on_done(self, deed: Deed, result: OpResult[Any]) -> None:
        self.acted.emit(Acted(deed.application, deed.words, result, deed.undo))

    def _on_refused(self, application: ApplicationId, refused: Refused) -> None:
        if refused.code == "application.changed":
            self.overtaken.emit(application)
        else:
            self.desk.runner.tell(self, Notice(word_refused(refused), Tone.WARNING))


def supplement_deed(desk: EvaluationDesk, case: Case, asking: Asking, stage: Stage) -> Deed:
    """Return the act of asking once for everything that is missing."""
    application = case.application.application
    work = partial(
        desk.services.counter.request_supplement,
        desk.actor,
        application,
        case.revision,
        asking.missing,
        asking.note,
    )
    undo = desk.services.review.undo if stage is Stage.REVIEW else desk.services.evaluation.undo
    words = tr("Supplement asked for: {name}").format(name=name_of(case))
    return Deed(application, work, words, partial(undo, desk.actor, application))


def return_deed(desk: EvaluationDesk, case: Case, sending: Sending) -> Deed:
    """Return the act of sending a file back."""
    application = case.application.application
    work = partial(
        desk.services.evaluation.return_file,
        desk.actor,
        application,
        case.revision,
        sending.to,
        sending.reason,
        sending.note,
    )
    return Deed(application, work, tr("Sent back: {name}").format(name=name_of(case)))


def name_of(case: Case) -> str:
    """Return the learner's name, else the receipt number."""
    profile = case.learner.profile
    return profile.name if profile is not None else case.application.receipt_number
