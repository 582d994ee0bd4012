"""The form of one kind of paper: printer, size, tray, copies, and its numbered blanks.

``StationeryForm(may_edit=…)``: ``offer(printers)``, ``show_paper(words, choice, serials)``, ``choice()``,
``serials()``. Buttons ``save`` and ``test``.
"""

from __future__ import annotations

from collections.abc import Sequence

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.views_reference import PrinterChoice, SerialRange
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label, SectionTitle
from creditbank_desktop.ui.theme.icons import Icon

PAPER_SIZES = ("A4", "A5", "B5")


class StationeryForm(Form):
    """One kind of paper; named in the module's text."""

    # In the side of a register labels stand above their editors.
    narrow_below_px = 640

    def __init__(self, *, may_edit: bool) -> None:
        """Begin without a paper."""
        super().__init__()
        self.kind = ""
        self._kept: tuple[SerialRange, ...] = ()
        self._printers: tuple[str, ...] = ()
        self.heading = SectionTitle("")
        self.printer: ChoiceCombo[str] = ChoiceCombo()
        self.paper_size: ChoiceCombo[str] = ChoiceCombo()
        self.duplex: ChoiceCombo[bool] = ChoiceCombo()
        self.tray, self.copies = TextEdit(), TextEdit()
        self.prefix, self.first, self.last, self.next = TextEdit(), TextEdit(), TextEdit(), TextEdit()
        self.save = PrimaryButton(tr("Save"), key="Ctrl+Return")
        self.test = SecondaryButton(tr("Test page"), key="Ctrl+T", icon=Icon.PRINTER)
        self._lay_out()
        self.save.setVisible(may_edit)
        for row in self.rows:
            row.editor.setEnabled(may_edit)

    def offer(self, printers: Sequence[str]) -> None:
        """Offer the printers of this computer, and the one that was chosen though it is away."""
        self._printers = tuple(printers)
        self._offer("")

    def show_paper(self, words: str, choice: PrinterChoice, serials: tuple[SerialRange, ...]) -> None:
        """Show what was set for a kind of paper."""
        self.clear_problems()
        self.heading.set_words(words)
        self._offer(choice.printer)
        self.printer.set_value(choice.printer)
        self.paper_size.set_value(choice.paper_size)
        self.duplex.set_value(choice.duplex)
        self.tray.setText(choice.tray)
        self.copies.setText(str(choice.copies))
        self._kept = serials
        present = next((blanks for blanks in serials if blanks.left), serials[-1] if serials else None)
        for editor, text in (
            (self.prefix, "" if present is None else present.prefix),
            (self.first, "" if present is None else _written(present, present.first)),
            (self.last, "" if present is None else _written(present, present.last)),
            (self.next, "" if present is None else _written(present, present.next)),
        ):
            editor.setText(text)

    def choice(self) -> PrinterChoice:
        """Return what was chosen for the printer."""
        copies = self.copies.text().strip()
        return PrinterChoice(
            self.printer.value() or "",
            self.paper_size.value() or PAPER_SIZES[0],
            self.tray.text().strip(),
            int(copies) if _is_number(copies) else 1,
            bool(self.duplex.value()),
        )

    def serials(self) -> tuple[SerialRange, ...]:
        """Return the ranges of blanks: the one that was typed in the place of the one that was shown."""
        first, last = self.first.text().strip(), self.last.text().strip()
        present = next(
            (blanks for blanks in self._kept if blanks.left), self._kept[-1] if self._kept else None
        )
        others = tuple(blanks for blanks in self._kept if blanks is not present)
        if not first and not last:
            return others
        following = self.next.text().strip() or first
        typed = SerialRange(self.prefix.text().strip(), int(first), int(last), int(following), len(first))
        return (*others, typed)

    def own_problems(self) -> tuple[Problem, ...]:
        """Show and return what is wrong with the numbers."""
        texts = {
            "copies": self.copies.text().strip(),
            "first": self.first.text().strip(),
            "last": self.last.text().strip(),
            "next": self.next.text().strip(),
        }
        found = [
            Problem("number.invalid", name) for name, text in texts.items() if text and not _is_number(text)
        ]
        found += [
            Problem("field.required", one)
            for one, other in (("first", "last"), ("last", "first"))
            if texts[other] and not texts[one]
        ]
        if found:
            super().show_problems(found)
        return tuple(found)

    def show_problems(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """Show problems of the service too: they name the kind of paper and the range before the field."""
        here = [Problem(one.code, one.field.rpartition(".")[2], one.params, one.severity) for one in problems]
        return super().show_problems(here)

    def _offer(self, chosen: str) -> None:
        names = [*self._printers, *([chosen] if chosen and chosen not in self._printers else [])]
        self.printer.set_choices([Choice("", tr("System default")), *(Choice(name, name) for name in names)])

    def _lay_out(self) -> None:
        self.paper_size.set_choices([Choice(size, size) for size in PAPER_SIZES])
        self.duplex.set_choices([Choice(False, tr("One side")), Choice(True, tr("Both sides"))])
        self.add_widget(self.heading)
        self.add(FieldRow(tr("&Printer"), self.printer, field="printer"))
        self.add_pair(
            FieldRow(tr("Paper &size"), self.paper_size, field="paper_size"),
            FieldRow(tr("Si&des"), self.duplex, field="duplex"),
        )
        self.add_pair(
            FieldRow(tr("&Tray"), self.tray, field="tray"),
            FieldRow(tr("&Copies"), self.copies, field="copies", required=True),
        )
        self.add_widget(SectionTitle(tr("Numbered blanks")))
        sentence = tr("Forms that carry a printed number. Leave empty where a paper needs none.")
        self.add_widget(Label(sentence, "secondary", wrap=True))
        self.add_pair(
            FieldRow(tr("&First number"), self.first, field="first"),
            FieldRow(tr("&Last number"), self.last, field="last"),
        )
        self.add_pair(
            FieldRow(tr("L&etters before"), self.prefix, field="prefix"),
            FieldRow(tr("&Next unused"), self.next, field="next"),
        )
        self.add_side_action(self.test)
        self.add_action(self.save)


def _written(blanks: SerialRange, number: int) -> str:
    return f"{number:0{blanks.digits}d}"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
