"""Tables of learners opened in bulk: what was read from a sheet, and how far it was entered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from creditbank_desktop.models.row import TableRow


class LearnerImportRow(TableRow):
    """One sheet taken in; ``document`` is canonical JSON, ``entered_row`` the last row that took effect."""

    __tablename__ = "learner_import"
    import_id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str]
    state: Mapped[str]
    file_name: Mapped[str]
    begun_at: Mapped[datetime]
    document: Mapped[str]
    entered_row: Mapped[int]
    entered: Mapped[int]
    version: Mapped[int]


class SheetRowRow(TableRow):
    """One row of the sheet: what it is, whom it is about, and what it says as canonical JSON.

    Nothing that was read is left here once the row took effect; it then only says which learner it became.
    """

    __tablename__ = "learner_import_row"
    __table_args__ = (Index(None, "import_id", "kind", "sheet_row"), {"sqlite_with_rowid": False})
    import_id: Mapped[str] = mapped_column(ForeignKey("learner_import.import_id"), primary_key=True)
    sheet_row: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    learner: Mapped[str | None]
    data: Mapped[str | None]
