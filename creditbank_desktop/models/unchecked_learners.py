"""Learners who were registered here without asking the centre whether it knows them; it is asked later."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.domain.ids import LearnerId, PersonId
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork

SERVER_LINK = "sync.link"
"""The setting that is there once this device is enrolled with a server."""
UNCHECKED = "learners.unchecked"


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A learner and who registered him: on that person's behalf the centre is asked."""

    learner: LearnerId
    person: PersonId


def unchecked(reader: Reader) -> tuple[Unchecked, ...]:
    """Return the learners about whom the centre was not asked yet, in the order of their registration."""
    kept = reader.setting(UNCHECKED)
    if not isinstance(kept, dict):
        return ()
    return tuple(Unchecked(LearnerId(one), PersonId(str(person))) for one, person in kept.items())


def note_unchecked(unit: UnitOfWork, one: Unchecked) -> None:
    """Remember to ask about a learner; nothing happens where there is no centre to ask."""
    if unit.setting(SERVER_LINK) is not None:
        _keep(unit, (*unchecked(unit), one))


def note_checked(unit: UnitOfWork, learner: LearnerId) -> None:
    """Forget about ``learner``: the centre has answered."""
    waiting = unchecked(unit)
    left = tuple(one for one in waiting if one.learner != learner)
    if left != waiting:
        _keep(unit, left)


def _keep(unit: UnitOfWork, waiting: tuple[Unchecked, ...]) -> None:
    unit.set_setting(UNCHECKED, {str(one.learner): str(one.person) for one in waiting})
