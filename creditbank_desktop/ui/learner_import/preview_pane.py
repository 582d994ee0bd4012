"""What entering a sheet would do: counts, every problem by row and column, and what to enter.

``PreviewPane()``: ``show_summary(summary)``, ``show_rows(rows)``, ``choice()`` returns what is to be entered.
Signals: ``kinds_wanted(object)`` with the kinds of rows to show. Buttons ``back``, ``save``,
``discard``, ``go``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from creditbank_desktop.domain.failures import Problem, Severity
from creditbank_desktop.services.views_import import ImportSummary, RowKind, RowView, RunChoice
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PillButton, PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, ElidedLabel, Label, SectionTitle, StateChip
from creditbank_desktop.ui.learner_import.discarding import DiscardButton
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_problem
from creditbank_desktop.ui.wording.import_words import word_import_field, word_row_kind

Kinds = tuple[RowKind, ...]
PROBLEMS: Kinds = (RowKind.BAD, RowKind.LATE)
MOST_SHOWN = 1_000
_TONES = {
    RowKind.NEW: Tone.SUCCESS,
    RowKind.WARNED: Tone.WARNING,
    RowKind.DIFFERS: Tone.INFO,
    RowKind.SAME: Tone.NEUTRAL,
    RowKind.BAD: Tone.DANGER,
    RowKind.LATE: Tone.DANGER,
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One problem of one row, or a row without any."""

    row: RowView
    place: int = 0
    letter: str = ""
    problem: Problem | None = None


def lines_of(rows: Sequence[RowView]) -> list[_Line]:
    """Return a line a problem, and one for a row that has none."""
    found = []
    for row in rows:
        if row.problems:
            found += [_Line(row, place, *pair) for place, pair in enumerate(row.problems)]
        else:
            found.append(_Line(row))
    return found


def _told(line: _Line) -> str:
    if line.problem is not None:
        return str(word_problem(line.problem))
    if line.row.changes:
        return " · ".join(str(word_import_field(name)) for name in line.row.changes)
    return " · ".join(cell for cell in line.row.cells[:4] if cell)


def _tone(line: _Line) -> Tone:
    if line.problem is not None and line.problem.severity is Severity.WARNING:
        return Tone.WARNING
    return _TONES[line.row.kind]


def row_columns() -> Sequence[Column[_Line]]:
    """Return the columns of the table of rows."""
    return (
        Column(tr("Row"), lambda line: str(line.row.row), 70, right=True),
        Column(tr("Column"), lambda line: line.letter or "–", 76),
        Column(tr("What"), lambda line: str(word_row_kind(line.row.kind)), 168, chip=_tone),
        Column(tr("What was found"), _told),
    )


class PreviewPane(Card):
    """What an import would do; named in the module's text."""

    kinds_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin without a summary."""
        super().__init__()
        self.heading = SectionTitle("")
        self.chips = [StateChip() for _ in range(4)]
        self.numbers = ElidedLabel("", "secondary")
        self.lacking = Label("", "warning", wrap=True)
        self.filter: ChoiceCombo[Kinds] = ChoiceCombo()
        say(self.filter.setAccessibleName, tr("Which rows are shown"))
        self.table: KeysetTable[_Line] = KeysetTable(row_columns(), name=tr("Rows of the sheet"))
        self.table.set_empty_text(tr("No row of this kind."))
        self.warned = PillButton(tr("Rows with a warning too"), key="Alt+W")
        self.corrections = PillButton(tr("Correct who is here"), key="Alt+C")
        for pill in (self.warned, self.corrections):
            pill.setCheckable(True)
        self.purpose = TextEdit(tr("For example: new intake, handed in by the registry"))
        self.purpose_row = FieldRow(tr("Pur&pose"), self.purpose, field="purpose", required=True)
        self.back = SecondaryButton(tr("Back"), key="Escape")
        self.save = SecondaryButton(tr("Save the problems"), key="Ctrl+S", icon=Icon.FOLDER)
        self.discard = DiscardButton()
        self.go = PrimaryButton(tr("Enter"), key="Ctrl+Return")
        self._summary: ImportSummary | None = None
        self._lay_out()
        self.filter.activated.connect(self._on_filter_activated)
        self.warned.toggled.connect(self._on_pill_toggled)
        self.corrections.toggled.connect(self._on_pill_toggled)

    def show_summary(self, summary: ImportSummary) -> None:
        """Show what an import comes to."""
        self._summary = summary
        self.heading.set_words(tr("Preview of {file}").format(file=summary.file_name))
        bad = summary.count(*PROBLEMS)
        told = (
            (tr("%n new", n=summary.count(RowKind.NEW, RowKind.WARNED)), Tone.SUCCESS),
            (tr("%n already here", n=summary.count(RowKind.SAME)), Tone.NEUTRAL),
            (tr("%n different", n=summary.count(RowKind.DIFFERS)), Tone.INFO),
            (tr("%n row(s) with problems", n=bad), Tone.DANGER if bad else Tone.SUCCESS),
        )
        for chip, (words, tone) in zip(self.chips, told, strict=True):
            chip.set_state(words, tone)
        self._offer_filters(summary)
        self.warned.setVisible(summary.count(RowKind.WARNED) > 0)
        self.warned.setChecked(True)
        self.corrections.setVisible(summary.count(RowKind.DIFFERS) > 0)
        self.corrections.setChecked(False)
        self.purpose.clear()
        self.purpose_row.clear_problems()
        self.save.setEnabled(bad > 0)
        self.discard.begin(loses_way_back=False)
        self._show_what_goes()
        self.kinds_wanted.emit(self.filter.value())

    def show_rows(self, rows: Sequence[RowView]) -> None:
        """Show rows of the chosen kind, a line a problem."""
        lines = lines_of(rows)
        self.table.load(
            ListSource(lines, lambda line: f"{line.row.row}.{line.place}"), select_first=bool(lines)
        )

    def choice(self) -> RunChoice:
        """Return what is to be entered."""
        warned = self.warned.isChecked()
        return RunChoice(self.purpose.text().strip(), warned, self.corrections.isChecked())

    def focus_first(self) -> None:
        """Go to the table when there is something to read, else to the purpose."""
        (self.table if self.table.rows.rowCount() else self.purpose).setFocus()

    def _offer_filters(self, summary: ImportSummary) -> None:
        offers: list[tuple[Kinds, str]] = [(PROBLEMS, tr("Problems"))]
        offers += [((kind,), word_row_kind(kind)) for kind in (RowKind.WARNED, RowKind.DIFFERS, RowKind.SAME)]
        there = [(kinds, words) for kinds, words in offers if summary.count(*kinds)]
        counted = [
            Choice(kinds, tr("{kind} ({count})").format(kind=words, count=summary.count(*kinds)))
            for kinds, words in there or offers[:1]
        ]
        self.filter.set_choices(counted, keep=False)
        self.filter.set_value(counted[0].value)

    def _show_what_goes(self) -> None:
        summary = self._summary
        if summary is None:
            return
        choice = self.choice()
        needed = summary.needed(choice)
        total = needed + (summary.count(RowKind.DIFFERS) if choice.with_corrections else 0)
        enough = needed <= summary.numbers_free
        self.numbers.set_words(
            tr("Account numbers: {needed} of {free}").format(needed=needed, free=summary.numbers_free)
        )
        self.lacking.setVisible(not enough)
        self.lacking.set_words(
            tr(
                "{needed} account numbers are needed and this device has {free}. Synchronise to get a new "
                "block, or let a registry officer allot one under Settings › Devices; the sheet waits here "
                "meanwhile."
            ).format(needed=needed, free=summary.numbers_free)
        )
        self.go.set_words(tr("Enter %n learner(s)", n=total))
        self.go.setEnabled(enough and total > 0)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.heading, 1)
        for chip in self.chips:
            chips.addWidget(chip)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        shown = Label(tr("&Show"))
        shown.setBuddy(self.filter)
        bar.addWidget(shown)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.warned)
        bar.addWidget(self.corrections)
        bar.addWidget(self.discard)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.back)
        actions.addWidget(self.save)
        actions.addWidget(self.numbers, 1)
        actions.addWidget(self.go)
        self.body.addLayout(chips)
        self.body.addLayout(bar)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.lacking)
        self.body.addWidget(self.purpose_row)
        self.body.addWidget(self.discard.told)
        self.body.addLayout(actions)

    @Slot(int)
    def _on_filter_activated(self, _place: int) -> None:
        self.kinds_wanted.emit(self.filter.value())

    @Slot(bool)
    def _on_pill_toggled(self, _checked: bool) -> None:
        self._show_what_goes()
