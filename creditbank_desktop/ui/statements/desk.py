"""What the statements workplace is given by the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.services import Services
from creditbank_desktop.ui.papers.printing import PaperPrinting
from creditbank_desktop.ui.running import ChangeBus, OperationRunner


@dataclass(frozen=True, slots=True)
class StatementsDesk:
    """Services, threads, news, who works, and the one object that prints papers in this session."""

    services: Services
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    printing: PaperPrinting
