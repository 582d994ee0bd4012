"""Finding, registering and correcting learners, and the card of one learner."""

from __future__ import annotations

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_learners import (
    LearnerCard,
    LearnerCheck,
    LearnerForm,
    LearnerHits,
    ProgrammeView,
    Registered,
)
from creditbank_desktop.services.workroom import Workroom


class LearnerService:
    """Actions on learners."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def find(self, actor: Actor, text: str, limit: int = 20) -> LearnerHits:
        """Return learners by number, name, pinyin, initials or the last digits of the telephone, best first."""
        raise NotImplementedError

    @permitted
    def programmes(self, actor: Actor) -> tuple[ProgrammeView, ...]:
        """Return all programmes, open ones first."""
        raise NotImplementedError

    @permitted
    def check(self, actor: Actor, form: LearnerForm, learner: LearnerId | None = None) -> LearnerCheck:
        """Return everything that is wrong with a form at once, for a new learner or a correction of one."""
        raise NotImplementedError

    @permitted
    def register(self, actor: Actor, form: LearnerForm) -> OpResult[Registered]:
        """Open a learner's record and account, numbered from this device's block.

        Raises `Problems` and `Refused` ("number_block.empty").
        """
        raise NotImplementedError

    @permitted
    def form_of(self, actor: Actor, learner: LearnerId) -> tuple[LearnerForm, int]:
        """Return the filled form of a learner and the revision that a correction starts from."""
        raise NotImplementedError

    @permitted
    def correct(
        self, actor: Actor, learner: LearnerId, form: LearnerForm, base_revision: int, reason: str
    ) -> OpResult[None]:
        """Correct a learner's record; raises `Problems` and `Refused` ("learner.changed")."""
        raise NotImplementedError

    @permitted
    def card(self, actor: Actor, learner: LearnerId) -> LearnerCard:
        """Return a learner with applications, papers, balance and what is pending.

        Raises `Refused` ("learner.unknown"); a merged record answers with the one it was merged into.
        """
        raise NotImplementedError

    @permitted
    def numbers_left(self, actor: Actor) -> int:
        """Return how many account numbers this device may still give out this year."""
        raise NotImplementedError
