"""Which printer each kind of paper goes to on this computer, and the numbered blanks that lie in it.

``PrintingPage(desk, printing)``: kinds of paper at the left; at the right the printer, size and tray of the
one chosen, and the range of its numbered blanks. Ctrl+T prints a test page there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Slot

from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_reference import PrinterChoice, SerialRange, StationerySettings
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.kit.surfaces import Card
from creditbank_desktop.ui.preferences.printer_check import draw_test_page
from creditbank_desktop.ui.preferences.printing_desk import PrintingDesk
from creditbank_desktop.ui.preferences.stationery_form import StationeryForm
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.register import RegisterCard, RegisterWords, RowReading
from creditbank_desktop.ui.settings.sides import RegisterSides, word_moment
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.names import word_paper_kind

FEW_BLANKS = 20


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A kind of paper with what was set for it."""

    kind: PaperKind
    choice: PrinterChoice
    serials: tuple[SerialRange, ...]

    @property
    def left(self) -> int | None:
        """Return how many numbered blanks are left, None where the paper has none."""
        return sum(blanks.left for blanks in self.serials) if self.serials else None


def paper_columns() -> Sequence[Column[PaperRow]]:
    """Return the columns of the list of papers."""
    return (
        Column(tr("Paper"), lambda row: str(word_paper_kind(row.kind.value)), strong=True),
        Column(tr("Printer"), printer_text, 150),
        Column(tr("Size"), lambda row: row.choice.paper_size, 64, secondary=True),
        Column(tr("Blanks"), blanks_text, 110, chip=blanks_tone),
    )


def printer_text(row: PaperRow) -> str:
    """The printer of a paper."""
    return row.choice.printer or str(tr("System default"))


def blanks_text(row: PaperRow) -> str:
    """How many numbered blanks are left."""
    return "" if row.left is None else str(tr("%n left", n=row.left))


def blanks_tone(row: PaperRow) -> Tone | None:
    """The tint of how many are left."""
    if row.left is None:
        return None
    return Tone.DANGER if not row.left else Tone.WARNING if row.left < FEW_BLANKS else Tone.SUCCESS


class PrintingPage(WorkplacePage):
    """Papers and their printers; named in the module's text."""

    def __init__(self, desk: SettingsDesk, printing: PrintingDesk) -> None:
        """Begin without papers."""
        super().__init__()
        self._desk = desk
        self._printing = printing
        self._settings = StationerySettings()
        self.register = RegisterCard(
            paper_columns(),
            RegisterWords(tr("Papers"), tr("Paper or printer"), tr("No paper is known.")),
            RowReading(
                lambda row: row.kind.value,
                lambda row: (str(word_paper_kind(row.kind.value)), printer_text(row)),
            ),
        )
        self.register.hide_when_narrow(2, 1)
        self.form = StationeryForm(may_edit=may(desk.actor, "OfficeService.save_stationery"))
        side = Card()
        side.body.addWidget(self.form)
        self.body.addWidget(RegisterSides(self.register, side), 1)
        self.register.row_chosen.connect(self._on_register_row_chosen)
        self.register.row_opened.connect(self._on_register_row_opened)
        self.form.save.clicked.connect(self._on_save_clicked)
        self.form.test.clicked.connect(self._on_test_clicked)
        self.shortcuts.add("Ctrl+F", tr("Search"), self.register.go_to_search, hint=True)
        self.shortcuts.add_button(self.form.test, hint=True)
        self.shortcuts.add_button(self.form.save, hint=True)

    def on_opened(self) -> None:
        """Read settings and printers and go to the list."""
        self.refresh()
        self.register.go_to_table()

    def refresh(self, select: str | None = None) -> None:
        """Read settings and printers again."""
        office, actor, printing = self._desk.services.office, self._desk.actor, self._printing

        def work() -> tuple[StationerySettings, Sequence[str]]:
            return office.stationery(actor), printing.printers()

        def show(found: tuple[StationerySettings, Sequence[str]]) -> None:
            self._settings, printers = found
            self.form.offer(printers)
            rows = tuple(
                PaperRow(
                    kind,
                    self._settings.printers.get(kind.value, PrinterChoice()),
                    tuple(self._settings.serials.get(kind.value, ())),
                )
                for kind in PaperKind
            )
            chosen = select or self.register.table.selected_id() or rows[0].kind.value
            self.register.show_rows(rows, chosen)

        self._desk.runner.run(work, show, owner=self)

    @Slot(object)
    def _on_register_row_chosen(self, row: PaperRow | None) -> None:
        self.form.setVisible(row is not None)
        if row is not None:
            self.form.show_paper(word_paper_kind(row.kind.value), row.choice, row.serials)

    @Slot(object)
    def _on_register_row_opened(self, _row: object) -> None:
        self.form.printer.setFocus()

    @Slot()
    def _on_save_clicked(self) -> None:
        row = self.register.table.selected()
        if row is None or self.form.check() or self.form.own_problems():
            return
        before, kind = self._settings, row.kind.value
        printers: Mapping[str, PrinterChoice] = {**before.printers, kind: self.form.choice()}
        serials = {name: ranges for name, ranges in before.serials.items() if name != kind}
        if self.form.serials():
            serials[kind] = self.form.serials()
        after = StationerySettings(printers, serials)
        if after == before:
            self.noted.emit(tr("Nothing was changed."))
            return
        self._save(after, before, kind)

    def _save(self, after: StationerySettings, before: StationerySettings, kind: str) -> None:
        office, actor = self._desk.services.office, self._desk.actor
        self.form.kind = kind

        def undo() -> None:
            self._save(before, after, kind)

        def done(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)
            told = tr("{paper} is printed that way from now on.").format(paper=word_paper_kind(kind))
            self.messages.show_notice(Notice(told, Tone.SUCCESS, undo=undo))
            self.refresh(kind)
            QTimer.singleShot(0, self, self.register.go_to_table)

        self._desk.runner.run(
            lambda: office.save_stationery(actor, after), done, owner=self.form, busy=self.form.save
        )

    @Slot()
    def _on_test_clicked(self) -> None:
        choice = replace(self.form.choice(), copies=1)
        printer = choice.printer or str(tr("System default"))
        pdf = draw_test_page(choice.paper_size, printer, word_moment(self._desk.clock.now()))
        title, printing = str(tr("Test page")), self._printing

        def done(_job: object) -> None:
            told = tr("The test page is on its way to {printer}.").format(printer=printer)
            self.messages.show_notice(Notice(told, Tone.SUCCESS))

        self._desk.runner.run(
            lambda: printing.print_pdf(pdf, title, choice), done, owner=self.form, busy=self.form.test
        )
