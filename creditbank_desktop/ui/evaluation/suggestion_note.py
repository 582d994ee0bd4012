"""What the rules suggest for an outcome and why, and how like cases were decided before.

``SuggestionNote()``: ``show_line(line, case)``, ``toggle_details()``. ``PrecedentList()``:
``show_precedents(precedents, case)``.
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.services.views_applications import DuplicateView, SuggestionView
from creditbank_desktop.services.views_evaluation import Case, CaseLine, PrecedentView
from creditbank_desktop.ui.evaluation.drafts import Habit, habits
from creditbank_desktop.ui.evaluation.wording import in_chinese, joined, word_target
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.buttons import QuietButton
from creditbank_desktop.ui.kit.surfaces import Label, Note, SectionTitle, StateChip
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.materials import word_material
from creditbank_desktop.ui.wording.names import word_line_result, word_state
from creditbank_desktop.ui.wording.registry_names import word_grade
from creditbank_desktop.ui.wording.rule_conditions import (
    word_condition,
    word_finding,
    word_step_of_rule,
)

_PRECEDENTS_SHOWN = 3
_CUTS = frozenset({"family", "split", "target", "cap"})
RESULT_TONES = {
    LineResult.RECOGNISED: Tone.SUCCESS,
    LineResult.PARTLY_RECOGNISED: Tone.WARNING,
    LineResult.NOT_RECOGNISED: Tone.DANGER,
    LineResult.WITHDRAWN: Tone.NEUTRAL,
}


class SuggestionNote(Note):
    """The suggestion on a tint; details by key."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._details_wanted = False
        self._suggestion: SuggestionView | None = None
        self.details = Label("", "small", wrap=True, selectable=True)
        self.why = QuietButton(tr("Why"), key="Y")
        self.why.clicked.connect(self.toggle_details)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        row = QHBoxLayout()
        layout.insertLayout(0, row)
        row.addWidget(self.title, 1)
        row.addWidget(self.why)
        self.text.setProperty("kind", "small")
        layout.addWidget(self.details)

    def show_line(self, line: CaseLine, case: Case) -> None:
        """Show what the rules say about ``line``."""
        suggestion = line.suggestion
        self._suggestion = suggestion
        self.title.set_words(suggestion_title(suggestion))
        self.text.set_words("\n".join(str(part) for part in _reasons(suggestion, case)))
        self.details.set_words("\n".join(str(part) for part in _details(suggestion)))
        self._show_details()

    @Slot()
    def toggle_details(self) -> None:
        """Show or hide what the rule looked at and which rules missed by how much."""
        self._details_wanted = not self._details_wanted
        self._show_details()

    def _show_details(self) -> None:
        suggestion = self._suggestion
        has_details = suggestion is not None and bool(suggestion.inputs or suggestion.near_misses)
        # Where no rule gives credit, why not is the first thing to know.
        misses = suggestion is not None and not suggestion.fits and bool(suggestion.near_misses)
        shown = has_details and (self._details_wanted or misses)
        self.details.setVisible(shown)
        self.why.setVisible(has_details and not misses)
        self.why.set_words(tr("Less") if shown else tr("Why"))


class PrecedentList(QWidget):
    """How often like outcomes were decided how, and the latest of them."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.summary = Label("", "secondary", wrap=True)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(10)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(SectionTitle(tr("Precedents")))
        layout.addWidget(self.summary)
        layout.addLayout(self._rows)

    def show_precedents(self, precedents: tuple[PrecedentView, ...]) -> None:
        """Show ``precedents`` instead of what was shown."""
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.summary.set_words(_habit_text(precedents))
        for place, precedent in enumerate(precedents[:_PRECEDENTS_SHOWN]):
            day = precedent.decided_on.isoformat() if precedent.decided_on is not None else ""
            name = " · ".join(part for part in (day, precedent.title, precedent.issuer) if part)
            self._rows.addWidget(Label(name, "small", wrap=True), place, 0)
            self._rows.addWidget(StateChip(_result_text(precedent), RESULT_TONES[precedent.result]), place, 1)


def suggestion_title(suggestion: SuggestionView) -> Words:
    """Return the suggestion in one line."""
    if suggestion.needs_judgement and suggestion.most_credits is not None:
        return tr("The rules leave the value to you: {least} to {most} credits").format(
            least=format_credits(suggestion.least_credits or suggestion.credits),
            most=format_credits(suggestion.most_credits),
        )
    if suggestion.needs_judgement:
        return tr("The rules leave the value to you")
    if not suggestion.fits:
        return tr("No rule gives credit")
    return tr("The rules suggest {credits} credits").format(credits=format_credits(suggestion.credits))


def duplicate_text(duplicate: DuplicateView) -> Words:
    """Return another record of the same outcome in one line."""
    return tr("Met before: {title} in {receipt} of {who}, {state}").format(
        title=duplicate.title,
        receipt=duplicate.receipt_number,
        who=duplicate.learner_name,
        state=word_state(duplicate.state.value),
    )


def _reasons(suggestion: SuggestionView, case: Case) -> list[Words | str]:
    parts: list[Words | str] = []
    rule = suggestion.rule
    if rule is not None:
        clause = rule.clause if in_chinese() else (suggestion.clause_en or rule.clause)
        parts.append(
            tr("Rule {rule}, version {version}: {clause}").format(
                rule=rule.rule, version=rule.version, clause=clause
            )
        )
        target = word_target(suggestion.target, case)
        for_target = tr("For {target}").format(target=target)
        grade = (
            tr("grade {grade}").format(grade=word_grade(suggestion.grade_text))
            if suggestion.grade_text
            else ""
        )
        parts.append(joined((for_target, grade)) if grade else for_target)
    cuts = [step for step in suggestion.steps if step.code in _CUTS and step.after < step.before]
    parts.extend(word_step_of_rule(step) for step in cuts)
    parts.extend(word_finding(code) for code in suggestion.findings if code != "cut_by_cap")
    if suggestion.needs_second_opinion:
        parts.append(tr("A second evaluator or the panel has to agree."))
    if suggestion.missing_materials:
        names = joined([str(word_material(key)) for key in suggestion.missing_materials])
        parts.append(tr("Missing: {materials}").format(materials=names))
    if case.rule_set_is_stale:
        label = case.rule_set_title_zh if in_chinese() else case.rule_set_title_en
        parts.append(tr("The file keeps the rules of its acceptance: {rules}").format(rules=label))
    return parts


def _details(suggestion: SuggestionView) -> list[str]:
    lines = [f"{'✓' if one.holds else '✗'} {word_condition(one)}" for one in suggestion.inputs]
    lines.extend(str(word_step_of_rule(step)) for step in suggestion.steps if step.before != step.after)
    for miss in suggestion.near_misses:
        failed = "; ".join(str(word_condition(condition)) for condition in miss.failed)
        clause = miss.clause if in_chinese() else (miss.clause_en or miss.clause)
        lines.append(f"✗ {miss.rule} {clause} – {failed}")
    return lines


def _habit_text(precedents: tuple[PrecedentView, ...]) -> Words | str:
    if not precedents:
        return tr("No like case was decided here yet.")
    parts = [f"{one.times} × {habit_text(one)}" for one in habits(precedents)]
    return tr("{count} like cases: {habits}").format(count=len(precedents), habits=joined(parts))


def habit_text(habit: Habit) -> str:
    """Return result and credits of a habit."""
    return _worded(habit.result, format_credits(habit.credits))


def _result_text(precedent: PrecedentView) -> str:
    return _worded(precedent.result, format_credits(precedent.credits))


def _worded(result: LineResult, amount: str) -> str:
    word = str(word_line_result(result.value))
    return f"{word} {amount}" if result.gives_credit else word
