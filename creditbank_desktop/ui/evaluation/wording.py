"""Words that only this workplace says: stages, deadlines, verdicts, and names kept in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.decisions import FREE_CREDITS, Target
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_applications import Due
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.services.views_learners import CourseView
from creditbank_desktop.ui.evaluation.drafts import Verdict
from creditbank_desktop.ui.evaluation.stages import Narrowing, Stage, Waiting
from creditbank_desktop.ui.i18n import Language, Words, mark, tr
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.names import word_state

STAGES: Mapping[Stage, str] = {
    Stage.REVIEW: mark("Materials"),
    Stage.EVALUATION: mark("Evaluation"),
    Stage.SECOND: mark("Panel"),
    Stage.HEAD: mark("Head signs"),
    Stage.DEAN: mark("Dean signs"),
    Stage.APPROVAL: mark("Approval"),
    Stage.PUBLICITY: mark("Publicity"),
}

EMPTY: Mapping[Stage, str] = {
    Stage.REVIEW: mark("No file waits for material review."),
    Stage.EVALUATION: mark("No file waits for evaluation."),
    Stage.SECOND: mark("No file waits for a second opinion or the panel."),
    Stage.HEAD: mark("No file waits for the head's signature."),
    Stage.DEAN: mark("No file waits for the dean's signature."),
    Stage.APPROVAL: mark("No file waits for approval."),
    Stage.PUBLICITY: mark("No result waits to be published."),
}

NARROWINGS: Mapping[Narrowing, str] = {
    Narrowing.ALL: mark("all"),
    Narrowing.LATE: mark("late ones only"),
    Narrowing.MINE: mark("those I may decide"),
}

VERDICTS: Mapping[Verdict, str] = {
    Verdict.RECOGNISE: mark("Recognise"),
    Verdict.PARTLY: mark("Partly"),
    Verdict.SUPPLEMENT: mark("Supplement"),
    Verdict.REFUSE: mark("Not recognise"),
}


def in_chinese() -> bool:
    """Return whether the screen speaks Chinese, for names that are kept in both languages."""
    app = QApplication.instance()
    return app is not None and app.property("language") == Language.CHINESE.value


RESULTS: Mapping[State, str] = {
    State.RECOGNISED: mark("Full"),
    State.PARTLY_RECOGNISED: mark("Partly"),
    State.NOT_RECOGNISED: mark("Refused"),
}
_TONES = {
    State.RETURNED: Tone.WARNING,
    State.RECOGNISED: Tone.SUCCESS,
    State.PARTLY_RECOGNISED: Tone.WARNING,
    State.NOT_RECOGNISED: Tone.DANGER,
}


def word_chip(waiting: Waiting) -> Words | str:
    """The chip of a file: the result that is to be signed, a deadline that presses, else the state."""
    if waiting.state in RESULTS:
        return tr(RESULTS[waiting.state])
    due = waiting.due
    if due is None or due.working_days_left > 1:
        return word_state(waiting.state.value)
    if due.is_late:
        return tr("{days} d late").format(days=-due.working_days_left)
    return tr("Due today") if due.working_days_left == 0 else tr("1 day left")


def tone_of(waiting: Waiting) -> Tone:
    """The tone of that chip."""
    due = waiting.due
    if waiting.state in RESULTS or due is None or due.working_days_left > 1:
        return _TONES.get(waiting.state, Tone.INFO)
    return Tone.DANGER if due.working_days_left <= 0 else Tone.WARNING


def word_due_date(due: Due) -> Words:
    """When a step is due, with a word when the holiday table does not reach so far."""
    day: Words | str = due.on.isoformat()
    if due.provisional:
        day = tr("{day} (provisional)").format(day=day)
    if due.is_late:
        return tr("Late since {day}").format(day=day)
    if due.working_days_left == 0:
        return tr("Due today, {day}").format(day=day)
    return tr("Due {day}, {days} working days left").format(day=day, days=due.working_days_left)


def word_course(course: CourseView) -> str:
    """A course as it stands in a list: code, name, credits."""
    name = course.name_zh if in_chinese() else (course.name_en or course.name_zh)
    return f"{course.code} {name} ({format_credits(course.credits)})"


def word_target(target: Target, case: Case) -> Words | str:
    """What credits are recognised for."""
    if target == FREE_CREDITS:
        return tr("Free credits")
    course = next((known for known in case.targets if known.code == target.code), None)
    if course is None and case.programme is not None:
        course = case.programme.course(target.code)
    return word_course(course) if course is not None else target.code


def word_programme(case: Case) -> str:
    """The name of the learner's programme, else its code."""
    programme = case.programme
    if programme is None:
        return str(case.application.programme)
    return programme.name_zh if in_chinese() else (programme.name_en or programme.name_zh)


def joined(parts: Sequence[str]) -> str:
    """Return ``parts`` with the comma of the language between them."""
    whole = ""
    for part in parts:
        whole = str(tr("{first}, {second}").format(first=whole, second=part)) if whole else str(part)
    return whole


def said_of(name: str, what: str) -> str:
    """Return ``name`` and what is said of it, with the colon of the language between."""
    return str(tr("{name}: {what}").format(name=name, what=what))
