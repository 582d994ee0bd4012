"""What the sync centre is given by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.sync.desk_views import SyncRow
from creditbank_desktop.sync.face import SyncProgress, SyncReport, SyncStatus
from creditbank_desktop.ui.running import ChangeBus, OperationRunner


class SyncDesk(Protocol):
    """The store's side of the sync centre; every method is called on a worker thread."""

    def status(self) -> SyncStatus:
        """Return how far everything is."""

    def rows(self, actor: Actor) -> tuple[SyncRow, ...]:
        """Return what is not settled, what needs a person first, then what was settled lately."""

    def sync_now(self, progress: SyncProgress) -> SyncReport:
        """Push, pull and move files; raises `Refused` and `EnvironmentFault`."""

    def enrol(self, actor: Actor, address: str, code: str) -> frozenset[tuple[str, str]]:
        """Connect this computer to the server at ``address`` by a one-time code; return what changed."""


@dataclass(frozen=True, slots=True)
class SyncCentreDesk:
    """The sync, threads, news, clock and the ways out.

    ``open_application`` and ``open_learner`` bring a record to the front where a workplace shows it.
    """

    sync: SyncDesk
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    clock: Clock
    open_application: Callable[[ApplicationId], None] | None = None
    open_learner: Callable[[LearnerId], None] | None = None
