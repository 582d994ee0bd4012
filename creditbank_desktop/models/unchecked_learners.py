"""Learners who were registered here without asking the centre whether it knows them; it is asked later."""

from __future__ import annotations

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork

SERVER_LINK = "sync.link"
"""The setting that is there once this device is enrolled with a server."""
UNCHECKED = "learners.unchecked"


def unchecked_learners(reader: Reader) -> tuple[LearnerId, ...]:
    """Return the learners about whom the centre was not asked yet, in the order of their registration."""
    kept = reader.setting(UNCHECKED)
    return tuple(LearnerId(one) for one in kept if isinstance(one, str)) if isinstance(kept, list) else ()


def note_unchecked(unit: UnitOfWork, learner: LearnerId) -> None:
    """Remember to ask about ``learner``; nothing happens where there is no centre to ask."""
    if unit.setting(SERVER_LINK) is not None:
        unit.set_setting(UNCHECKED, [*unchecked_learners(unit), learner])


def note_checked(unit: UnitOfWork, learner: LearnerId) -> None:
    """Forget about ``learner``: the centre has answered."""
    waiting = unchecked_learners(unit)
    if learner in waiting:
        unit.set_setting(UNCHECKED, [one for one in waiting if one != learner])
