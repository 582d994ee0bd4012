"""The way of a table of reference data into sheets and back.

``SheetTransfer(desk, kind, parent)``: ``choose()`` asks for a file and looks at it, ``import_rows(reason,
busy)`` takes over what was looked at, ``export()`` and ``save_template()`` write sheets. Signals:
``previewed(object)`` with the `ImportPreview`, ``imported(object)`` with the `Notice` of what came of it,
``written(str)`` with a sentence.
"""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.ids import ProposalId
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_reference import ImportPreview, SheetFormat
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.reference.sheets import all_sheet_words, sheet_words
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.reference_words import word_table

XLSX, CSV = "Excel (*.xlsx)", "CSV (*.csv)"
LARGEST_SHEET_BYTES = 10_000_000


class SheetTransfer(QObject):
    """Imports and exports; named in the module's text."""

    previewed = Signal(object)
    imported = Signal(object)
    written = Signal(str)

    def __init__(self, desk: SettingsDesk, kind: ReferenceKind, parent: QWidget) -> None:
        """Work for the table ``kind``; ``parent`` is told what goes wrong."""
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._parent = parent
        self._preview: ImportPreview | None = None

    @Slot()
    def choose(self) -> None:
        """Ask for a file and look at it; nothing is written."""
        desk, kind = self._desk, self._kind
        path = desk.choose_open(self._parent, f"{tr('Sheets')} (*.xlsx *.csv)")
        if not path:
            return
        words = all_sheet_words(kind.value)

        def work() -> ImportPreview:
            data = desk.read_file(path, LARGEST_SHEET_BYTES)
            return desk.services.sheets.preview(desk.actor, kind, PurePath(path).name, data, words)

        desk.runner.run(work, self._on_previewed, owner=self._parent)

    def import_rows(self, reason: str, busy: QWidget) -> None:
        """Take over what was looked at."""
        desk, preview = self._desk, self._preview
        if preview is None or not preview.can_import:
            return
        desk.runner.run(
            lambda: desk.services.sheets.import_rows(desk.actor, preview, reason),
            self._on_imported,
            owner=self._parent,
            busy=busy,
        )

    @Slot()
    def export(self) -> None:
        """Ask for a place and write every entry there, as xlsx or csv after the name."""
        desk, kind = self._desk, self._kind
        name = f"{word_table(kind.value)} {desk.clock.today().isoformat()}.xlsx"
        path = desk.choose_save(self._parent, name, f"{XLSX};;{CSV}")
        if path:
            words = sheet_words(kind.value)
            fmt = SheetFormat.CSV if path.lower().endswith(".csv") else SheetFormat.XLSX

            def work() -> str:
                desk.write_file(path, desk.services.sheets.export(desk.actor, kind, words, fmt))
                return path

            desk.runner.run(work, self._on_written, owner=self._parent)

    @Slot()
    def save_template(self) -> None:
        """Ask for a place and write an empty sheet there that can be filled in and imported."""
        desk, kind = self._desk, self._kind
        name = f"{word_table(kind.value)} {tr('Template')}.xlsx"
        path = desk.choose_save(self._parent, name, XLSX)
        if path:
            words = sheet_words(kind.value)

            def work() -> str:
                desk.write_file(path, desk.services.sheets.template(desk.actor, kind, words))
                return path

            desk.runner.run(work, self._on_written, owner=self._parent)

    def _on_previewed(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.previewed.emit(preview)

    def _on_imported(self, result: OpResult[tuple[ProposalId, ...]]) -> None:
        preview, self._preview = self._preview, None
        self._desk.bus.announce(result.changes)
        count = 0 if preview is None else len(preview.changes)
        if result.value:
            told = tr("%n change(s) wait for approval in the section “Approvals”.", n=count)
            self.imported.emit(Notice(told, Tone.INFO))
        else:
            self.imported.emit(Notice(tr("%n change(s) are in force.", n=count), Tone.SUCCESS))

    def _on_written(self, path: str) -> None:
        self.written.emit(tr("Saved: {path}").format(path=path))
