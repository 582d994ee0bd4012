"""Who on record might be the person whose form is being filled in, one at a time, beside what was typed.

``AlikePanel()``: ``show_alike(found, asks)``, ``reason()``, ``show_reason_problem(problems)``. Signal:
``taken(str)`` with the learner who is the same person.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.learner_service import ANOTHER_PERSON
from creditbank_desktop.services.views_learners import AlikeLearner, ComparedFact, Likeness
from creditbank_desktop.ui.i18n import mark, tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.surfaces import Note
from creditbank_desktop.ui.learners.profile_form import LABELS
from creditbank_desktop.ui.learners.side_by_side import SideBySide
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.registry_names import hit_programme

_TITLES = {
    Likeness.SAME_DOCUMENT: mark("This ID number is on record already"),
    Likeness.SAME_STUDENT_NUMBER: mark("This student number is on record already"),
    Likeness.SAME_NAME_AND_BIRTH: mark("Somebody of this name and birth date is on record"),
    Likeness.SIMILAR: mark("Somebody alike is on record"),
}
_REASONS = {
    "namesake": mark("Another person of the same name"),
    "twins": mark("Twins or other relatives"),
    "other_record_wrong": mark("The record on file has a mistake"),
    "other": mark("Another reason, checked with the learner"),
}
_SHOWN = ("name", "document_number", "birth_date", "student_number", "phone")
"""What tells people apart; the studies stand in the line above."""


class AlikePanel(Note):
    """The hint; its methods and signal are named in the module's text."""

    taken = Signal(str)

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self.setProperty("tone", Tone.WARNING.value)
        self.found: tuple[AlikeLearner, ...] = ()
        self._place = 0
        self._compact = False
        self._facts = SideBySide(tr("Typed here"), tr("On record"))
        self.take = SecondaryButton(tr("This is the same person"), key="Ctrl+T")
        self.following = SecondaryButton(tr("Next"), key="Ctrl+Shift+T")
        self._reason: ChoiceCombo[str] = ChoiceCombo()
        self._reason.set_choices([Choice(code, tr(_REASONS[code])) for code in ANOTHER_PERSON])
        self.reason_row = FieldRow(tr("&Why another person"), self._reason, field="besides", required=True)
        self.take.clicked.connect(self._on_take_clicked)
        self.following.clicked.connect(self._on_following_clicked)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.addWidget(self.take)
        buttons.addWidget(self.following)
        buttons.addStretch(1)
        below = self.layout()
        assert isinstance(below, QVBoxLayout)
        below.addWidget(self._facts)
        below.addLayout(buttons)
        below.addWidget(self.reason_row)
        self.hide()

    def show_alike(self, found: Sequence[AlikeLearner], *, asks: bool) -> None:
        """Show ``found``, the likeliest first; with ``asks`` going on needs a reason."""
        learners = [one.hit.learner for one in found]
        if learners != [one.hit.learner for one in self.found]:
            self._place = 0
        self.found = tuple(found)
        self.setVisible(bool(found))
        self.reason_row.setVisible(asks)
        if not asks:
            self._reason.set_value(None)
            self.reason_row.clear_problems()
        self._show_one()

    def set_compact(self, compact: bool) -> None:
        """Say in one line what is equal and what differs where there is little room."""
        self._facts.setVisible(not compact)
        if compact != self._compact:
            self._compact = compact
            self._show_one()

    def reason(self) -> str:
        """Return the code of the reason why this is another person, "" for none."""
        return self._reason.value() or ""

    def show_reason_problem(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the reason and go there."""
        self.reason_row.show_problems(problems)
        self._reason.setFocus()

    def _show_one(self) -> None:
        if not self.found:
            return
        one = self.found[self._place % len(self.found)]
        self.title.set_words(tr(_TITLES[one.why]))
        hit = one.hit
        parts: tuple[str, ...] = (hit.account_number, hit_programme(hit), hit.class_name)
        told = [fact for fact in one.facts if _tells(fact)]
        if self._compact:
            parts = (hit.account_number, *_in_words(told))
        self.text.set_words(" · ".join(part for part in parts if part))
        self._facts.show_facts(() if self._compact else told)
        self.following.setVisible(len(self.found) > 1)
        place = self._place % len(self.found) + 1
        self.following.set_words(tr("Next ({place} of {count})").format(place=place, count=len(self.found)))

    @Slot()
    def _on_take_clicked(self) -> None:
        if self.found:
            self.taken.emit(self.found[self._place % len(self.found)].hit.learner)

    @Slot()
    def _on_following_clicked(self) -> None:
        self._place += 1
        self._show_one()


def _in_words(facts: Sequence[ComparedFact]) -> tuple[str, ...]:
    """Return the names of the fields that are equal, and of those that differ."""
    both = [fact for fact in facts if fact.mine and fact.other]
    words = ((True, tr("equal: {fields}")), (False, tr("differs: {fields}")))
    named = {
        equal: tr(", ").join(tr(LABELS[fact.field]) for fact in both if fact.equal is equal)
        for equal, _text in words
    }
    return tuple(text.format(fields=named[equal]) for equal, text in words if named[equal])


def _tells(fact: ComparedFact) -> bool:
    return fact.field in _SHOWN and bool(fact.other)
