"""What the public sees today: masked names and numbers, with the days on which each row is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.services.views_evaluation import PublicityRow
from creditbank_desktop.ui.evaluation.wording import in_chinese
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, Label
from creditbank_desktop.ui.theme.colours import Tone

_WIDE_FROM_PX = 600
_WIDE_COLUMNS = (1, 3)


class PublicList(Card):
    """A table that is only read."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(tr("On show today"), padded=False)
        self.about = Label("", "secondary")
        self.header.insertWidget(1, self.about)
        self.table: KeysetTable[PublicityRow] = KeysetTable(
            (
                Column(tr("Name"), _name_text, width=76),
                Column(tr("Student number"), _number_text, width=124, secondary=True),
                Column(tr("Outcome"), _outcome_text),
                Column(tr("Course"), _course_text),
                Column(tr("Credits"), _credits_text, width=68, right=True),
                Column(tr("Until"), _until_text, width=108, chip=_until_tone),
            ),
            name=tr("On show today"),
        )
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.table.set_empty_text(tr("Nothing is on show today."))
        self.body.addWidget(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is least needed where the list is narrow."""
        super().resizeEvent(event)
        for column in _WIDE_COLUMNS:
            self.table.setColumnHidden(column, self.width() < _WIDE_FROM_PX)

    def show_rows(self, rows: tuple[PublicityRow, ...]) -> None:
        """Show ``rows``."""
        self.about.set_words(tr("{count} rows").format(count=len(rows)))
        self.table.load(ListSource(rows, _row_id))


def _row_id(row: PublicityRow) -> str:
    return f"{row.application}{row.title}"


def _name_text(row: PublicityRow) -> str:
    return row.masked_name


def _number_text(row: PublicityRow) -> str:
    return row.masked_student_number


def _outcome_text(row: PublicityRow) -> str:
    return row.title


def _course_text(row: PublicityRow) -> str:
    name = row.target_name_zh if in_chinese() else (row.target_name_en or row.target_name_zh)
    return name or str(tr("Free credits"))


def _credits_text(row: PublicityRow) -> str:
    return format_credits(row.credits)


def _until_text(row: PublicityRow) -> str:
    if row.is_over:
        return str(tr("ends on sync"))
    return row.to_on.isoformat() if row.to_on is not None else ""


def _until_tone(row: PublicityRow) -> Tone:
    return Tone.WARNING if row.is_over else Tone.INFO
