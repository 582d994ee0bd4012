"""What the section of the audit trail is given by the composition root, and its rows for the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.audit_service import AuditService
from creditbank_desktop.services.views_audit import AuditLine, AuditWanted
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.settings.desk import ask_where_to_save


@dataclass(frozen=True, slots=True)
class AuditDesk:
    """The service, threads, news, who works and the way to files.

    ``write_file(path, data)`` is called on a worker thread and raises `EnvironmentFault`.
    """

    audit: AuditService
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    write_file: Callable[[str, bytes], object]
    choose_save: Callable[[QWidget, str, str], str] = ask_where_to_save


class AuditSource:
    """The lines that are wanted, block by block, the newest first."""

    def __init__(self, desk: AuditDesk, wanted: AuditWanted) -> None:
        """Serve what fits ``wanted``."""
        self._desk = desk
        self._wanted = wanted

    def count(self) -> int:
        """Return how many lines there are."""
        return self._desk.audit.count(self._desk.actor, self._wanted)

    def anchors(self, every: int) -> Sequence[int | None]:
        """Return the numbers behind which the blocks begin."""
        return self._desk.audit.anchors(self._desk.actor, self._wanted, every)

    def page(self, after: int | None, n: int) -> Sequence[AuditLine]:
        """Return up to ``n`` lines behind the number ``after``."""
        return self._desk.audit.page(self._desk.actor, self._wanted, after, n)

    def id_of(self, row: AuditLine) -> str:
        """Return a line's number."""
        return str(row.number)

    def position(self, row_id: str) -> int | None:
        """Return where the line stands now."""
        return self._desk.audit.position(self._desk.actor, self._wanted, int(row_id))
