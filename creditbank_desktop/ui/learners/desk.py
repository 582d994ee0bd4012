"""What the learners' workplace is given by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.services import Services
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.running import ChangeBus, OperationRunner


@dataclass(frozen=True, slots=True)
class LearnersDesk:
    """Services, threads, news, clock and the ways out of the learners' workplace.

    ``show_paper`` opens an issued paper; ``begin_application`` takes a learner to the counter,
    ``open_application`` a file, ``print_statement`` a learner to the statements,
    ``open_privacy`` a learner to what is held about him, ``open_import`` opens learners from a sheet; each
    may be missing.
    """

    services: Services
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    clock: Clock
    show_paper: Callable[[IssuedPaper], None]
    begin_application: Callable[[LearnerId], None] | None = None
    open_application: Callable[[ApplicationId], None] | None = None
    print_statement: Callable[[LearnerId], None] | None = None
    open_privacy: Callable[[LearnerId], None] | None = None
    open_import: Callable[[], None] | None = None
