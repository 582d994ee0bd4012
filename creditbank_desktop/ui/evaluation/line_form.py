"""The form for one outcome: what it says, what the rules suggest, the verdict and what belongs to it.

``LineForm(phrases, may_supplement)``: ``show_line(line, case, draft)``, ``draft()``,
``show_problems(problems)``. Verdicts go by the keys 1 to 4. Signals: ``edited()``,
``supplement_asked()`` for the one that concerns the whole file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import HALF
from creditbank_desktop.domain.decisions import FREE_CREDITS, Target
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.phrase_book import REFUSAL_REASONS
from creditbank_desktop.services.views_evaluation import Case, CaseLine
from creditbank_desktop.ui.evaluation.drafts import (
    Verdict,
    VerdictDraft,
    broken_habit,
    departs,
)
from creditbank_desktop.ui.evaluation.outcome_card import OutcomeFacts
from creditbank_desktop.ui.evaluation.phrase_picker import PhrasePicker
from creditbank_desktop.ui.evaluation.suggestion_note import (
    PrecedentList,
    SuggestionNote,
    duplicate_text,
    habit_text,
)
from creditbank_desktop.ui.evaluation.wording import VERDICTS, word_course
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo, KeyedChoice
from creditbank_desktop.ui.kit.editors import CreditsEdit, LongTextEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.phrase_shelf import PhraseShelf

_FINE = Decimal("0.01")


class LineForm(Form):
    """What is decided about one outcome; its signals are named in the module's text."""

    supplement_asked = Signal()

    def __init__(self, phrases: PhraseShelf, *, may_supplement: bool) -> None:
        """Begin empty; ``may_supplement`` offers to send the file back for materials."""
        super().__init__()
        self._phrases = phrases
        self._case: Case | None = None
        self._line: CaseLine | None = None
        self._draft: VerdictDraft | None = None
        self._chosen: Verdict | None = None
        self.head = QWidget()
        self.head_box = QVBoxLayout(self.head)
        self.head_box.setContentsMargins(0, 0, 0, 0)
        self.facts = OutcomeFacts()
        self.warnings = Label("", "warning", wrap=True)
        self.suggestion = SuggestionNote()
        self.verdict: KeyedChoice[Verdict] = KeyedChoice(_verdict_choices(may_supplement))
        self.credits = CreditsEdit()
        self.target: ChoiceCombo[Target] = ChoiceCombo(searchable=True)
        self.grade = TextEdit()
        self.reasons = PhrasePicker()
        self.reason_text = LongTextEdit(lines=2)
        self.departure = Label("", "warning", wrap=True)
        self.precedents = PrecedentList()
        self._rows_of_value: tuple[FieldRow, ...] = ()
        self._lay_out()
        self.edited.connect(self._on_edited)
        self.verdict.edited.connect(self._on_verdict_edited)
        phrases.changed.connect(self._arrange)

    def show_line(self, line: CaseLine, case: Case, draft: VerdictDraft) -> None:
        """Show ``line`` with what was typed about it."""
        another = self._line is None or self._line.line.line != line.line.line
        self._line, self._case, self._draft = line, case, draft
        self.facts.show_line(line.line, case)
        self.warnings.set_words("\n".join(str(duplicate_text(one)) for one in line.duplicates))
        self.warnings.setVisible(bool(line.duplicates))
        self.suggestion.show_line(line, case)
        self.precedents.show_precedents(line.precedents)
        self._fill(line, case, draft)
        self.clear_problems()
        self._arrange()
        if another:
            self.area.verticalScrollBar().setValue(0)

    def draft(self) -> VerdictDraft | None:
        """Return what is typed now."""
        if self._draft is None:
            return None
        self.reasons.commit()
        return replace(
            self._draft,
            verdict=self.verdict.value(),
            credits=self.credits.text(),
            target=self.target.value() or FREE_CREDITS,
            grade_text=self.grade.text(),
            reasons=self.reasons.codes(),
            reason_text=self.reason_text.text(),
        )

    def show_problems(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """Show problems at their fields; where a problem is, the mouse is not needed to get there."""
        rest = super().show_problems(problems)
        if any(problem.field == "verdict" for problem in problems):
            self.verdict.setFocus()
        return rest

    def go_to(self, editor: QWidget) -> None:
        """Put the focus on ``editor`` and scroll to it."""
        editor.setFocus()
        self.area.ensureWidgetVisible(editor, 0, 60)

    def _lay_out(self) -> None:
        self.add_widget(self.head)
        self.add_widget(self.facts)
        self.add_widget(self.warnings)
        self.add_widget(self.suggestion)
        verdict = FieldRow(tr("Verdict"), self.verdict, field="verdict")
        verdict.label.hide()
        self.add(verdict)
        self._rows_of_value = (
            FieldRow(tr("&Credits"), self.credits, field="credits"),
            FieldRow(tr("Tar&get course"), self.target, field="target"),
            FieldRow(tr("Gra&de"), self.grade, field="grade_text"),
        )
        self.add(*self._rows_of_value)
        self.add_widget(self.departure)
        self.add(
            FieldRow(tr("&Reason"), self.reasons, field="reason_codes"),
            FieldRow(tr("&Note"), self.reason_text, field="reason_text"),
        )
        self.add_widget(self.precedents)

    def _fill(self, line: CaseLine, case: Case, draft: VerdictDraft) -> None:
        self.credits.step = HALF if line.suggestion.credits % HALF == 0 else _FINE
        self.target.set_choices(_target_choices(case, line.suggestion.target), keep=False)
        self._chosen = draft.verdict
        self.verdict.set_value(draft.verdict)
        self.credits.setText(draft.credits)
        self.target.set_value(draft.target)
        self.grade.setText(draft.grade_text)
        self.reasons.set_codes(draft.reasons)
        self.reason_text.set_text(draft.reason_text)

    @Slot()
    def _arrange(self) -> None:
        """Show the fields that the verdict asks for, and what it departs from."""
        draft, line = self._typed(), self._line
        if draft is None or line is None:
            return
        refused = draft.verdict is Verdict.REFUSE
        for row in self._rows_of_value:
            row.setVisible(not refused)
        purposes = ("refusal", "departure") if refused else ("departure",)
        if draft.verdict is Verdict.PARTLY:
            purposes = ("departure", "partial")
        self.reasons.set_phrases(self._phrases.book.codes(*purposes), self._phrases.book)
        sentences = []
        if departs(draft, line.suggestion) and not refused:
            sentences.append(str(tr("This departs from what the rules suggest; say why.")))
        usual = broken_habit(draft, line.precedents)
        if usual is not None:
            text = tr("Like cases were mostly decided otherwise: {habit}.").format(habit=habit_text(usual))
            sentences.append(str(text))
        self.departure.set_words("\n".join(sentences))
        self.departure.setVisible(bool(sentences))

    def _typed(self) -> VerdictDraft | None:
        """Return what is typed without taking over a phrase that is still being typed."""
        if self._draft is None:
            return None
        return replace(
            self._draft,
            verdict=self.verdict.value(),
            credits=self.credits.text(),
            target=self.target.value() or FREE_CREDITS,
            reasons=self.reasons.codes(),
        )

    @Slot()
    def _on_edited(self) -> None:
        self._arrange()

    @Slot()
    def _on_verdict_edited(self) -> None:
        verdict, line = self.verdict.value(), self._line
        if verdict is None or line is None:
            return
        if verdict is Verdict.SUPPLEMENT:
            # It concerns the whole file and has a form of its own; the outcome keeps its verdict.
            self.verdict.set_value(self._chosen)
            self.supplement_asked.emit()
            return
        self._chosen = verdict
        self._arrange()
        if verdict is Verdict.REFUSE and not line.suggestion.fits and self.reasons.is_empty():
            self.reasons.set_codes(_refusals_found(line))
        if verdict is Verdict.PARTLY or (verdict is Verdict.RECOGNISE and not self.credits.text()):
            self.go_to(self.credits)
            self.credits.selectAll()
        elif verdict is Verdict.REFUSE and self.reasons.is_empty():
            self.go_to(self.reasons)
        else:
            self.area.ensureWidgetVisible(self.verdict, 0, 80)


def _verdict_choices(may_supplement: bool) -> list[Choice[Verdict]]:
    keys = {Verdict.RECOGNISE: "1", Verdict.PARTLY: "2", Verdict.SUPPLEMENT: "3", Verdict.REFUSE: "4"}
    return [
        Choice(verdict, tr(VERDICTS[verdict]), key)
        for verdict, key in keys.items()
        if may_supplement or verdict is not Verdict.SUPPLEMENT
    ]


def _target_choices(case: Case, suggested: Target) -> list[Choice[Target]]:
    choices: list[Choice[Target]] = [Choice(FREE_CREDITS, tr("Free credits"))]
    for course in case.targets:
        target = Target(course.kind, course.code)
        if not course.excluded or target == suggested:
            choices.append(Choice(target, word_course(course)))
    return choices


def _refusals_found(line: CaseLine) -> tuple[str, ...]:
    """Return the reasons that the rules found themselves, else that no rule fits."""
    found = tuple(code for code in line.suggestion.findings if code in REFUSAL_REASONS and code != "no_rule")
    return tuple(str(code) for code in found) or ("no_rule",)
