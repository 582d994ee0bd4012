"""The retention rules of the office as a table: each as a sentence, beside what the program ships."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.views_reference import (
    EntryForm,
    EntryPage,
    EntryRow,
    ReferenceQuery,
    RetentionEffect,
    RetentionRow,
)
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.reference.panel import Table
from creditbank_desktop.ui.reference.rows import STANDING_PX, standing_tone, standing_words, title_of
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.wording.privacy_words import word_retention_effect
from creditbank_desktop.ui.wording.registry_names import local_name


class RetentionReading:
    """Reads the retention rules and remembers their sentences."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Read as the actor of ``desk``."""
        self._desk = desk
        self._rows: Mapping[str, RetentionRow] = {}

    def table(self) -> Table:
        """Return what a panel of retention rules shows."""
        return Table(
            ReferenceKind.RETENTION,
            self.columns(),
            self.read,
            shy=(1,),
            effect=self.effect,
            sentence=self.sentence,
        )

    def read(self, query: ReferenceQuery) -> EntryPage:
        """Return the rules that fit the query; called on a worker thread."""
        found = self._desk.services.retention.table(self._desk.actor)
        self._rows = {row.entry.key: row for row in found.rows}
        asked = query.text.casefold()
        rows = tuple(
            row.entry
            for row in found.rows
            if not asked or any(asked in text.casefold() for text in self._texts(row))
        )
        return EntryPage(rows, len(rows))

    def effect(self, typed: EntryForm) -> Words | None:
        """Say how many records other periods would make due; called on a worker thread."""
        desk = self._desk
        found: RetentionEffect | None = desk.services.retention.effect(desk.actor, typed.key, typed.fields)
        return None if found is None else word_retention_effect(found)

    def columns(self) -> Sequence[Column[EntryRow]]:
        """Return the columns of the table."""
        return (
            Column(tr("Rule"), self.sentence, strong=True),
            Column(tr("As shipped"), lambda row: self._said(row, shipped=True), 250, secondary=True),
            Column(tr("Standing"), lambda row: str(standing_words(row)), STANDING_PX, chip=standing_tone),
        )

    def sentence(self, entry: EntryRow) -> str:
        """Return a rule in force as a sentence."""
        return self._said(entry, shipped=False)

    def _said(self, entry: EntryRow, *, shipped: bool) -> str:
        row = self._rows.get(entry.key)
        if row is None:
            return title_of(entry.kind, entry.key, entry.fields)
        if not any(row.clause):
            years = row.shipped_years if shipped else row.years
            return str(tr("A learner counts as graduated %n year(s) after intake", n=years))
        return local_name(*(row.shipped if shipped else row.clause))

    def _texts(self, row: RetentionRow) -> tuple[str, ...]:
        return (*row.clause, title_of(row.entry.kind, row.entry.key, row.entry.fields))
