"""The deadlines of the office as a table: what is in force beside what the program ships."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.views_reference import (
    DeadlineTable,
    EntryPage,
    EntryRow,
    Fields,
    ReferenceQuery,
)
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.reference.panel import Table
from creditbank_desktop.ui.reference.rows import STANDING_PX, standing_tone, standing_words, title_of
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.wording.reference_words import word_choice


class DeadlineReading:
    """Reads the deadlines and remembers what is shipped and since when each is in force."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Read as the actor of ``desk``."""
        self._desk = desk
        self._shipped: Mapping[str, Fields] = {}
        self._since: Mapping[str, str] = {}

    def table(self) -> Table:
        """Return what a panel of deadlines shows."""
        return Table(ReferenceKind.DEADLINE, self.columns(), self.read, shy=(3, 2))

    def read(self, query: ReferenceQuery) -> EntryPage:
        """Return the deadlines and the delay before sending; called on a worker thread."""
        found: DeadlineTable = self._desk.services.office.deadlines(self._desk.actor)
        self._shipped = {row.entry.key: row.shipped for row in found.rows}
        self._since = {
            row.entry.key: row.in_force_since.isoformat()
            for row in found.rows
            if row.in_force_since is not None
        }
        asked = query.text.casefold()
        rows = tuple(
            row
            for row in (*(one.entry for one in found.rows), found.hold)
            if not asked or asked in title_of(row.kind, row.key, row.fields).casefold()
        )
        return EntryPage(rows, len(rows))

    def columns(self) -> Sequence[Column[EntryRow]]:
        """Return the columns of the table."""
        return (
            Column(tr("Step"), lambda row: title_of(row.kind, row.key, row.fields), strong=True),
            Column(tr("In force"), lambda row: span_text(row.fields), 150),
            Column(tr("As shipped"), self._shipped_text, 150, secondary=True),
            Column(tr("Since"), lambda row: self._since.get(row.key, "–"), 104, secondary=True),
            Column(tr("Standing"), lambda row: str(standing_words(row)), STANDING_PX, chip=standing_tone),
        )

    def _shipped_text(self, row: EntryRow) -> str:
        shipped = self._shipped.get(row.key)
        return "–" if shipped is None else span_text(shipped)


def span_text(fields: Fields) -> str:
    """How long something may take, in words."""
    if "seconds" in fields:
        return str(tr("{count} seconds").format(count=fields["seconds"]))
    unit = word_choice("unit", fields.get("unit", ""))
    told = str(tr("{count} {unit}").format(count=fields.get("days", "–"), unit=str(unit).lower()))
    extension = fields.get("extension", "")
    return f"{told} + {extension}" if extension not in ("", "0") else told
