"""Notes that somebody read a record: queued to the writer, once a while, so that reading stays fast."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.models.unit_of_work import UnitOfWork

AGAIN_AFTER = timedelta(minutes=15)
"""Screens read what they show again and again: one line stands for all reading of this long."""
_MOST_KEPT = 10_000


class ReadingNotes:
    """Enters what people read; callable from any thread."""

    def __init__(self, clock: Clock, write_later: Callable[[Callable[[UnitOfWork], object]], None]) -> None:
        """Hand lines to ``write_later``, which does not wait."""
        self._clock = clock
        self._write_later = write_later
        self._lock = threading.Lock()
        self._noted: dict[tuple[str, ...], datetime] = {}

    def note(
        self,
        actor: Actor,
        action: str,
        subject: tuple[str, str],
        detail: Mapping[str, str | int] | None = None,
    ) -> None:
        """Enter that ``actor`` did ``action`` to ``subject`` (kind, id), unless that was entered just now.

        Raises `EnvironmentFault` ("store.closed").
        """
        now = self._clock.now()
        key = (actor.person, action, *subject, *map(str, (detail or {}).values()))
        with self._lock:
            before = self._noted.get(key)
            # A clock that was set back must not silence anything either.
            if before is not None and before <= now < before + AGAIN_AFTER:
                return
            if len(self._noted) >= _MOST_KEPT:
                self._noted.clear()
            self._noted[key] = now
        self._write_later(lambda unit: unit.audit(actor, action, subject, detail))

    def begin_session(self, actor: Actor) -> None:
        """Let everything that ``actor`` reads from now on be entered anew."""
        with self._lock:
            for key in [key for key in self._noted if key[0] == actor.person]:
                del self._noted[key]
