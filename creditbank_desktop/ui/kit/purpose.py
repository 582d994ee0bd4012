"""Asks what an export is for, and says that the file leaves the protection of the store.

``PurposePanel()``: ``purpose()``, ``accepts()`` shows what is wrong and returns whether the export may begin,
``clear()``. Put it above the button that exports; `services.exporting` enters the answer into the trail.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.services.exporting import PURPOSES, ExportPurpose, check_purpose
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.wording.privacy_words import PURPOSE_WORDS


class PurposePanel(QWidget):
    """Purpose and own words; its methods are named in the module's text."""

    def __init__(self, *, holds_people: bool = True) -> None:
        """Begin without a purpose; ``holds_people`` adds the warning about personal data."""
        super().__init__()
        self.choice: ChoiceCombo[str] = ChoiceCombo(placeholder=tr("What is the export for?"))
        self.choice.set_choices([Choice(code, tr(PURPOSE_WORDS[code])) for code in PURPOSES])
        self.choice_row = FieldRow(tr("&Purpose"), self.choice, field="purpose", required=True)
        self.words = TextEdit(tr("Do not name anybody here."))
        self.words_row = FieldRow(tr("In your &words"), self.words, field="purpose_words")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.choice_row)
        layout.addWidget(self.words_row)
        if holds_people:
            text = tr(
                "The file is not encrypted. Keep it where only those entitled can read it, and delete it "
                "when it has served its purpose. The export stands in the audit trail."
            )
            layout.addWidget(Label(text, "warning", wrap=True))

    def purpose(self) -> ExportPurpose:
        """Return what was chosen and typed."""
        return ExportPurpose(self.choice.value() or "", self.words.text().strip())

    def accepts(self) -> bool:
        """Show what is wrong, go there, and return whether nothing is."""
        found = check_purpose(self.purpose())
        for row in (self.choice_row, self.words_row):
            row.clear_problems()
            row.show_problems([problem for problem in found if problem.field == row.field])
        if found:
            (self.choice if found[0].field == "purpose" else self.words).setFocus()
        return not found

    def clear(self) -> None:
        """Begin anew."""
        self.choice.set_value(None)
        self.words.clear()
        for row in (self.choice_row, self.words_row):
            row.clear_problems()
