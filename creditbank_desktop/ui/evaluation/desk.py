"""What the evaluation workplace is given by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.due import Diary
from creditbank_desktop.services.services import Services
from creditbank_desktop.ui.running import ChangeBus, OperationRunner


@dataclass(frozen=True, slots=True)
class EvaluationDesk:
    """Services, threads, news and clock; ``open_learner`` brings a learner's card to the front, if there is
    one.
    """

    services: Services
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    clock: Clock
    diary: Diary
    open_learner: Callable[[LearnerId], None] | None = None
