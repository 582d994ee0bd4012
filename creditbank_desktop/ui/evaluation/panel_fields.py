"""What a panel adds to its verdicts: its members and the number of its minutes; and what was said before.

``PanelFields()``: ``members()``, ``minutes_number()``, ``own_problems()``. ``OpinionsNote(phrases)``:
``show_line(line, case, seen)``.
"""

from __future__ import annotations

import re

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.views_evaluation import Case, CaseLine
from creditbank_desktop.ui.evaluation.case_facts import decision_text, reasons_text
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Note, SectionTitle
from creditbank_desktop.ui.phrase_shelf import PhraseShelf

LEAST_MEMBERS = 3
_BETWEEN = re.compile(r"[,，、;；\n]+")


class PanelFields(QWidget):
    """Members and minutes."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._members = TextEdit(tr("Three names or more: A, B, C"))
        self._minutes = TextEdit()
        self.rows = (
            FieldRow(tr("Mem&bers"), self._members, field="members"),
            FieldRow(tr("Min&utes no."), self._minutes, field="minutes_number"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(SectionTitle(tr("Panel")))

    def adopt_into(self, form: Form) -> None:
        """Let ``form`` show problems at these fields, and keep them together here."""
        form.add(*self.rows)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        for row in self.rows:
            layout.addWidget(row)

    def members(self) -> tuple[str, ...]:
        """Return the names that were typed, each once."""
        parts = (part.strip() for part in _BETWEEN.split(self._members.text()))
        return tuple(dict.fromkeys(part for part in parts if part))

    def minutes_number(self) -> str:
        """Return the number of the minutes."""
        return self._minutes.text().strip()

    def own_problems(self) -> tuple[Problem, ...]:
        """Return what is missing."""
        found = []
        if len(self.members()) < LEAST_MEMBERS:
            found.append(Problem("panel.too_small", "members", {"needed": LEAST_MEMBERS}))
        if not self.minutes_number():
            found.append(Problem("panel.minutes_missing", "minutes_number"))
        return tuple(found)


class OpinionsNote(Note):
    """The first and the second opinion, for those who may see them."""

    def __init__(self, phrases: PhraseShelf) -> None:
        """Begin without opinions; reasons are told in the words of ``phrases``."""
        super().__init__()
        self._phrases = phrases

    def show_line(self, line: CaseLine, case: Case, *, seen: bool) -> None:
        """Show what was decided on ``line``; a second evaluator does not see it (``seen`` False)."""
        first, second = line.line.decision, line.line.second
        self.setVisible(seen and first is not None)
        if not seen or first is None:
            return
        parts = [
            str(tr("First: {decision}").format(decision=decision_text(first, case))),
            reasons_text(first, self._phrases.book),
        ]
        if second is not None:
            said = tr("Second: {decision}").format(decision=decision_text(second, case))
            parts += [str(said), reasons_text(second, self._phrases.book)]
        self.title.set_words(tr("Opinions so far"))
        self.text.set_words("\n".join(part for part in parts if part))
