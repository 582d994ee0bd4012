"""The learners as a list: the whole roll by its keys, or what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.learner_service import LearnerService
from creditbank_desktop.services.views_learners import LearnerHit
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.wording.registry_names import hit_programme


class RollSource:
    """All learners in the order of their account numbers, a block at a time."""

    def __init__(self, learners: LearnerService, actor: Actor) -> None:
        """Read as ``actor``."""
        self._learners = learners
        self._actor = actor

    def count(self) -> int:
        """Return how many learners there are."""
        return self._learners.roll_count(self._actor)

    def anchors(self, every: int) -> Sequence[Any]:
        """Return the keys after which the blocks begin."""
        return self._learners.roll_anchors(self._actor, every)

    def page(self, after: Any, n: int) -> Sequence[LearnerHit]:
        """Return up to ``n`` learners after the key ``after``."""
        return self._learners.roll_page(self._actor, after, n)

    def id_of(self, row: LearnerHit) -> str:
        """Return the learner's id."""
        return row.learner

    def position(self, row_id: str) -> int | None:
        """Return where the learner stands."""
        return self._learners.roll_position(self._actor, LearnerId(row_id))


def roll_table() -> KeysetTable[LearnerHit]:
    """Return the table of learners."""
    table: KeysetTable[LearnerHit] = KeysetTable(
        (
            Column(tr("Name"), lambda hit: hit.name or "–", 92, strong=True),
            Column(tr("Student no."), lambda hit: hit.student_number, 134),
            Column(tr("Programme"), hit_programme, secondary=True),
            Column(tr("Class"), lambda hit: hit.class_name, 104, secondary=True),
        ),
        name=tr("Learners"),
    )
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.empty_text = tr("Nobody was found. Check the spelling; learners are registered at the counter.")
    return table
