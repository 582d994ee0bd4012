"""Importing a list: what would change, every problem with row and column, and the import itself.

``ImportPane()``: ``show_preview(preview)``; buttons ``back``, ``again``, ``go``; ``reason`` is typed here.
With any problem nothing can be imported: the list is mended outside and chosen again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from creditbank_desktop.domain.reference_kinds import spec_of
from creditbank_desktop.services.views_reference import ChangeView, ImportPreview, RowProblem
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, Note, SectionTitle, StateChip
from creditbank_desktop.ui.reference.history import word_field_change
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_problem
from creditbank_desktop.ui.wording.reference_words import word_table


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A problem with its place among all of them."""

    place: int
    problem: RowProblem


def problem_columns() -> Sequence[Column[_Numbered]]:
    """Return the columns of the table of problems."""
    return (
        Column(tr("Row"), lambda row: str(row.problem.row or "–"), 72, right=True),
        Column(tr("Column"), lambda row: row.problem.column or "–", 90),
        Column(tr("What is wrong"), lambda row: str(word_problem(row.problem.problem))),
    )


def change_columns() -> Sequence[Column[ChangeView]]:
    """Return the columns of the table of changes."""
    return (
        Column(
            tr("What"),
            lambda change: str(tr("New") if change.is_new else tr("Changed")),
            96,
            chip=lambda change: Tone.SUCCESS if change.is_new else Tone.INFO,
        ),
        Column(tr("Entry"), lambda change: change.title, 220, strong=True),
        Column(tr("Fields"), fields_text),
    )


class ImportPane(Card):
    """What an import would do; named in the module's text."""

    def __init__(self) -> None:
        """Begin without a preview."""
        super().__init__()
        self.heading = SectionTitle("")
        self.chips = [StateChip() for _ in range(4)]
        self.note = Note()
        self.problems: KeysetTable[_Numbered] = KeysetTable(problem_columns(), name=tr("Problems"))
        self.changes: KeysetTable[ChangeView] = KeysetTable(change_columns(), name=tr("Changes"))
        self.changes.set_empty_text(tr("Nothing would change: every entry is here already."))
        self.reason = TextEdit()
        self.reason_row = FieldRow(tr("&Why"), self.reason, field="reason")
        self.back = SecondaryButton(tr("Back"), key="Escape")
        self.again = SecondaryButton(tr("Choose again"), key="Ctrl+I", icon=Icon.FOLDER)
        self.go = PrimaryButton(tr("Import"), key="Ctrl+Return")
        self._tables = QStackedWidget()
        self._lay_out()

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what importing would do."""
        table = word_table(preview.kind.value)
        self.heading.set_words(tr("Import into {table}: {file}").format(table=table, file=preview.file_name))
        self._show_counts(preview)
        numbered = [_Numbered(place, problem) for place, problem in enumerate(preview.problems)]
        self.problems.load(ListSource(numbered, lambda row: str(row.place)), select_first=True)
        self.changes.load(ListSource(preview.changes, lambda change: change.key), select_first=True)
        self._tables.setCurrentWidget(self.problems if preview.problems else self.changes)
        self.reason.clear()
        self.reason_row.setVisible(preview.can_import)
        self.go.setEnabled(preview.can_import)
        self.go.set_words(tr("Import %n entries", n=len(preview.changes)))
        self._show_note(preview)

    @Slot()
    def go_to_table(self) -> None:
        """Put the focus into the table that is shown."""
        (self.problems if self.problems.isVisibleTo(self) else self.changes).setFocus()

    def _show_counts(self, preview: ImportPreview) -> None:
        changed = len(preview.changes) - preview.added
        told = (
            (tr("%n new", n=preview.added), Tone.SUCCESS if preview.added else Tone.NEUTRAL),
            (tr("%n changed", n=changed), Tone.INFO if changed else Tone.NEUTRAL),
            (tr("%n the same", n=preview.unchanged), Tone.NEUTRAL),
            (
                tr("%n problem(s)", n=len(preview.problems)),
                Tone.DANGER if preview.problems else Tone.SUCCESS,
            ),
        )
        for chip, (words, tone) in zip(self.chips, told, strict=True):
            chip.set_state(words, tone)

    def _show_note(self, preview: ImportPreview) -> None:
        told = []
        if preview.problems:
            told.append(tr("Mend the rows in the sheet, save it and choose it again. Nothing was imported."))
        if preview.absent:
            told.append(tr("%n entries are not in the file; they stay as they are.", n=preview.absent))
        if preview.unknown_columns:
            names = ", ".join(preview.unknown_columns)
            told.append(tr("These columns are not known and left out: {names}").format(names=names))
        self.note.setVisible(bool(told))
        self.note.title.hide()
        self.note.text.set_words("\n".join(str(sentence) for sentence in told))

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self.chips:
            chips.addWidget(chip)
        chips.addStretch(1)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.back)
        actions.addWidget(self.again)
        actions.addStretch(1)
        actions.addWidget(self.go)
        self._tables.addWidget(self.changes)
        self._tables.addWidget(self.problems)
        self.body.addWidget(self.heading)
        self.body.addLayout(chips)
        self.body.addWidget(self.note)
        self.body.addWidget(self._tables, 1)
        self.body.addWidget(self.reason_row)
        self.body.addLayout(actions)


def fields_text(change: ChangeView) -> str:
    """The fields of a change in one line."""
    spec = spec_of(change.kind.value)
    return " · ".join(word_field_change(change.kind.value, spec, field) for field in change.fields)
