"""Asking once for everything that is missing from a file.

``SupplementForm()``: ``begin(case)``. Signals: ``asked(Asking)`` when something is named, ``cancelled()``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.services.views_intake import Missing
from creditbank_desktop.ui.evaluation.case_facts import title_of
from creditbank_desktop.ui.evaluation.missing_list import MissingList
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import LongTextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label, SectionTitle


@dataclass(frozen=True, slots=True)
class Asking:
    """What a supplement notice names, and a note for the learner."""

    missing: tuple[Missing, ...]
    note: str


class SupplementForm(Form):
    """One list of materials for each outcome; its signals are named in the module's text."""

    asked = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        """Begin without a file."""
        super().__init__()
        self.lists: dict[LineId, MissingList] = {}
        self._box = QWidget()
        self._box_layout = QVBoxLayout(self._box)
        self._box_layout.setContentsMargins(0, 0, 0, 0)
        self._box_layout.setSpacing(8)
        self.problem = Label("", "problem", wrap=True)
        self.note = LongTextEdit(lines=3)
        self.ask_button = PrimaryButton(tr("Ask for it, next"), key="Ctrl+Return")
        self.cancel_button = SecondaryButton(tr("Cancel"), key="Esc")
        self.add_section(tr("What is missing?"))
        self.add_widget(
            Label(tr("One notice names everything; the learner has 10 working days."), "secondary", wrap=True)
        )
        self.add_widget(self._box)
        self.add_widget(self.problem)
        self.add(FieldRow(tr("&Note"), self.note, field="note"))
        self.add_side_action(self.cancel_button)
        self.add_action(self.ask_button)
        self.problem.hide()
        self.ask_button.clicked.connect(self._on_ask_button_clicked)
        self.cancel_button.clicked.connect(self.cancelled)

    def begin(self, case: Case) -> None:
        """Start anew for ``case``; what the rules miss is ticked already."""
        while (item := self._box_layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.lists = {}
        for line in case.lines:
            if line.line.withdrawn:
                continue
            missing = MissingList()
            missing.set_materials(line.suggestion.materials, line.suggestion.missing_materials)
            missing.edited.connect(self.problem.hide)
            self._box_layout.addWidget(SectionTitle(title_of(line.line)))
            self._box_layout.addWidget(missing)
            self.lists[line.line.line] = missing
        self.note.set_text("")
        self.problem.hide()
        first = next(iter(self.lists.values()), None)
        if first is not None:
            first.setFocus()

    @Slot()
    def _on_ask_button_clicked(self) -> None:
        missing = tuple(one for line, box in self.lists.items() for one in box.missing(line))
        if missing:
            self.asked.emit(Asking(missing, self.note.text().strip()))
        else:
            self.problem.set_words(tr("Say what is missing: tick materials or write a line."))
            self.problem.show()
