"""Which column holds what: every column with its first values and a list of fields to choose from.

``ColumnsPane()``: ``show_look(look)``, ``assigned()`` returns the look with what was chosen, ``show_missing``
names what no column holds. Buttons ``back`` and ``go``.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from creditbank_desktop.services.learner_import_columns import FIELDS, missing
from creditbank_desktop.services.views_import import SheetLook
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.surfaces import Card, ElidedLabel, Label, SectionTitle, UprightArea
from creditbank_desktop.ui.wording.import_words import word_import_field

_COMBO_PX = 210


class ColumnsPane(Card):
    """The columns of a sheet; named in the module's text."""

    def __init__(self) -> None:
        """Begin without a sheet."""
        super().__init__()
        self.heading = SectionTitle("")
        self.note = Label("", "secondary", wrap=True)
        self.lacking = Label("", "warning", wrap=True)
        self.back = SecondaryButton(tr("Back"), key="Escape")
        self.go = PrimaryButton(tr("Examine every row"), key="Ctrl+Return")
        self.combos: list[ChoiceCombo[str]] = []
        self._look: SheetLook | None = None
        self._area: UprightArea | None = None
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.back)
        actions.addStretch(1)
        actions.addWidget(self.go)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.note)
        self.body.addWidget(self.lacking)
        self.body.addStretch(1)
        self.body.addLayout(actions)

    def show_look(self, look: SheetLook) -> None:
        """Show the columns of a sheet, each with what it seems to hold."""
        self._look = look
        self.heading.set_words(tr("What the columns of {file} hold").format(file=look.file_name))
        self.note.set_words(
            tr("As you assigned them last time. Change what is different.")
            if look.is_remembered
            else tr("Guessed from the headings. Look at the first values and change what is wrong.")
        )
        self._fill(look)
        self._show_missing()

    def assigned(self) -> SheetLook:
        """Return the sheet with the fields as they are chosen now."""
        assert self._look is not None
        pairs = zip(self._look.columns, self.combos, strict=True)
        columns = tuple(replace(column, field=combo.value() or "") for column, combo in pairs)
        return replace(self._look, columns=columns)

    def focus_first(self) -> None:
        """Go to the first column."""
        if self.combos:
            QTimer.singleShot(0, self.combos[0], self.combos[0].setFocus)

    def _fill(self, look: SheetLook) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        self.combos = []
        choices = [Choice("", str(tr("– left out –")))]
        choices += [Choice(name, str(word_import_field(name))) for name in FIELDS]
        for row, column in enumerate(look.columns):
            combo: ChoiceCombo[str] = ChoiceCombo(searchable=False)
            combo.set_choices(choices)
            combo.set_value(column.field)
            combo.setMinimumWidth(_COMBO_PX)
            name = tr("Column {letter}: {heading}").format(letter=column.letter, heading=column.heading)
            say(combo.setAccessibleName, name)
            combo.edited.connect(self._on_combo_edited)
            grid.addWidget(Label(column.letter, "secondary"), row, 0)
            grid.addWidget(ElidedLabel(column.heading or "–", "strong"), row, 1)
            grid.addWidget(ElidedLabel(" · ".join(column.samples) or "–", "secondary"), row, 2)
            grid.addWidget(combo, row, 3)
            self.combos.append(combo)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        grid.setRowStretch(len(look.columns), 1)
        area = UprightArea(inner)
        if self._area is not None:
            self.body.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        self._area = area
        self.body.insertWidget(3, area, 20)

    def _show_missing(self) -> None:
        fields = [combo.value() or "" for combo in self.combos]
        names = [str(word_import_field(name)) for name in missing(fields)]
        doubled = {field for field in fields if field and fields.count(field) > 1}
        told = []
        if names:
            told.append(str(tr("No column holds: {names}").format(names=" · ".join(names))))
        if doubled:
            names = [str(word_import_field(name)) for name in FIELDS if name in doubled]
            told.append(str(tr("More than one column holds: {names}").format(names=" · ".join(names))))
        self.lacking.setVisible(bool(told))
        self.lacking.set_words("\n".join(told))
        self.go.setEnabled(not told)

    @Slot()
    def _on_combo_edited(self) -> None:
        self._show_missing()
