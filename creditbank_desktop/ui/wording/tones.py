"""Which tint a state has wherever it is shown; the words on it always say it too."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_applications import Due
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.theme.colours import Tone

_TONES: Mapping[State, Tone] = {
    State.RECEIVED: Tone.INFO,
    State.NOT_ACCEPTED: Tone.DANGER,
    State.SUPPLEMENT: Tone.WARNING,
    State.LAPSED: Tone.NEUTRAL,
    State.RECOGNISED: Tone.SUCCESS,
    State.PARTLY_RECOGNISED: Tone.SUCCESS,
    State.NOT_RECOGNISED: Tone.DANGER,
    State.NOTIFIED: Tone.SUCCESS,
    State.POSTED: Tone.SUCCESS,
    State.ARCHIVED: Tone.NEUTRAL,
    State.RETURNED: Tone.WARNING,
    State.OBJECTION: Tone.WARNING,
    State.APPEAL: Tone.WARNING,
    State.WITHDRAWN: Tone.NEUTRAL,
    State.REVOKED: Tone.DANGER,
    State.DRAFT: Tone.NEUTRAL,
    State.PRE_ASSESSED: Tone.NEUTRAL,
}


def state_tone(state: State) -> Tone:
    """Return the tint of a state; what is under way is quiet."""
    return _TONES.get(state, Tone.INFO)


def due_to_learner(due: Due | None) -> Due | None:
    """Return the deadline that a learner waits for; filing a settled file away concerns the archive alone."""
    return None if due is None or due.step is Step.ARCHIVE else due


def word_due(due: Due) -> Words:
    """Return how far away a deadline is."""
    if due.is_late:
        return tr("%n day(s) late", n=-due.working_days_left)
    if due.working_days_left == 0:
        return tr("Due today")
    if due.provisional:
        return tr("by {day} (provisional)").format(day=due.on.isoformat())
    return tr("by {day}").format(day=due.on.isoformat())


def word_due_short(due: Due) -> str:
    """Return the same for a narrow list, the day without its year."""
    if due.is_late or due.working_days_left == 0:
        return word_due(due)
    return due.on.strftime("%m-%d")


def due_tone(due: Due) -> Tone:
    """Return the tint of a deadline."""
    if due.is_late:
        return Tone.DANGER
    return Tone.WARNING if due.working_days_left <= 1 else Tone.NEUTRAL
