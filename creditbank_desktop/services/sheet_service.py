"""Reference data as spreadsheets: templates, exports, and imports that are looked at before."""

from __future__ import annotations

from collections.abc import Sequence

from creditbank_desktop.domain.ids import ProposalId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_reference import ImportPreview, SheetFormat, SheetWords
from creditbank_desktop.services.workroom import Workroom

MOST_ROWS = 2_000


class SheetService:
    """Actions on sheets; ``words`` come from the screens, headers are understood in every language given."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def template(self, actor: Actor, kind: ReferenceKind, words: SheetWords) -> bytes:
        """Return an empty xlsx with headers, notes and drop-downs."""
        raise NotImplementedError

    @permitted
    def export(
        self, actor: Actor, kind: ReferenceKind, words: SheetWords, fmt: SheetFormat = SheetFormat.XLSX
    ) -> bytes:
        """Return every entry of a table as a sheet; the export is entered into the audit trail."""
        raise NotImplementedError

    @permitted
    def preview(
        self, actor: Actor, kind: ReferenceKind, file_name: str, data: bytes, words: Sequence[SheetWords]
    ) -> ImportPreview:
        """Return what importing a file would do, with every problem by row and column; nothing is written.

        Raises `Problems` ("sheet.not_a_sheet", "sheet.too_big", "sheet.bomb", "sheet.protected",
        "sheet.empty", "sheet.unreadable", "sheet.no_header") for a file that is none.
        """
        raise NotImplementedError

    @permitted
    def import_rows(
        self, actor: Actor, preview: ImportPreview, reason: str = ""
    ) -> OpResult[tuple[ProposalId, ...]]:
        """Propose (or, where nothing is decided, make) every change of a preview in one transaction.

        Raises `Problems` ("sheet.has_problems") and `Refused` ("reference.changed_since").
        """
        raise NotImplementedError
