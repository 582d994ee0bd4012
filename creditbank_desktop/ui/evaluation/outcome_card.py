"""What one outcome says: title, type and its fields, the first of them or all.

``OutcomeFacts()``: ``show_line(line, case, whole=False)``, ``toggle()``.
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.applications import OutcomeLine
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.ui.evaluation.case_facts import Fact, outcome_facts, title_of
from creditbank_desktop.ui.evaluation.wording import word_target
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import QuietButton
from creditbank_desktop.ui.kit.surfaces import Facts, Label
from creditbank_desktop.ui.wording.names import word_outcome_type

FACTS_AT_FIRST = 4


class OutcomeFacts(QWidget):
    """Title, type, fields; what was applied for always stands last."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._facts: tuple[Fact, ...] = ()
        self._asked: Fact = ("", "")
        self._whole = False
        self.title = Label("", "strong", wrap=True)
        self.type = Label("", "small")
        self.facts = Facts()
        self.more = QuietButton(tr("All fields"), key="D")
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(first)
        layout.addWidget(self.type)
        layout.addSpacing(4)
        layout.addWidget(self.facts)
        self.more.clicked.connect(self.toggle)

    def show_line(self, line: OutcomeLine, case: Case, *, whole: bool = False) -> None:
        """Show ``line``, with all its fields at once where ``whole``."""
        self.title.set_words(title_of(line))
        self.type.set_words(word_outcome_type(line.type.value))
        self._facts = outcome_facts(line)
        self._asked = (tr("Applied for"), word_target(line.requested, case))
        self.more.setVisible(not whole and len(self._facts) > FACTS_AT_FIRST)
        self._whole = self._whole or whole
        self._tell()

    @Slot()
    def toggle(self) -> None:
        """Show all fields or the first ones."""
        self._whole = not self._whole
        self._tell()

    def _tell(self) -> None:
        shown = self._facts if self._whole else self._facts[:FACTS_AT_FIRST]
        self.facts.set_facts((*shown, self._asked))
        self.more.set_words(tr("Fewer fields") if self._whole else tr("All fields"))
