"""What the rules say about the outcome that is being typed, what was met before, and the promised day.

``AssessmentCard()``: ``show_check(check, line)`` for one line of an `ApplicationCheck`, ``clear()``,
``reason()`` why a duplicate may stand. ``show_reason_problems(problems)``; ``show_earlier(outcomes)`` names
what the learner presented before; ``print_slip`` is the button of the slip. Signals: ``reason_edited()``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.decisions import TargetKind
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.services.views_applications import DuplicateView, SuggestionView
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.services.views_intake import ApplicationCheck, EarlierOutcome
from creditbank_desktop.services.views_learners import ProgrammeView
from creditbank_desktop.ui.counter.field_labels import field_source
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import QuietButton
from creditbank_desktop.ui.kit.editors import LongTextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.surfaces import Card, Label, Note, SectionTitle, StateChip, UprightArea
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.counter_words import word_duplicate
from creditbank_desktop.ui.wording.materials import word_material
from creditbank_desktop.ui.wording.names import word_state
from creditbank_desktop.ui.wording.registry_names import course_words, local_name, word_grade
from creditbank_desktop.ui.wording.rule_conditions import word_cap, word_condition

MOST_NEAR_MISSES = 4
MOST_EARLIER = 6


class AssessmentCard(Card):
    """The card at the right of the form; its methods and signals are named in the module's text."""

    reason_edited = Signal()

    def __init__(self) -> None:
        """Begin without anything to say."""
        super().__init__(tr("Pre-assessment"))
        self._programme: ProgrammeView | None = None
        self._answer_by = StateChip("", Tone.INFO)
        self._answer_by.hide()
        self.add_header(self._answer_by)
        self._idle = Label(
            tr("As soon as an outcome can be read, the rules say here what it is worth."),
            "secondary",
            wrap=True,
        )
        self._note = Note()
        self._said = _Lines()
        self._earlier = _Lines()
        self._duplicates = _Lines()
        self._boxes: tuple[DuplicateView, ...] = ()
        self.print_slip = QuietButton(tr("Print the pre-assessment"), key="Ctrl+P", icon=Icon.PRINTER)
        self.may_print_slip = False
        self._reason = LongTextEdit(tr("Why it may stand all the same (Ctrl+R)"), lines=2)
        self._reason_row = FieldRow(tr("Reason"), self._reason, field="note")
        self._reason.edited.connect(self.reason_edited)
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        for part in (self._duplicates, self._reason_row, self._idle, self._note, self._said, self._earlier):
            column.addWidget(part)
        column.addStretch(1)
        area = UprightArea(inner)
        self.body.addWidget(area)
        self.body.addWidget(self.print_slip)
        self.clear()

    def set_programme(self, programme: ProgrammeView | None) -> None:
        """Know the programme whose courses the rules name."""
        self._programme = programme

    def clear(self) -> None:
        """Say nothing."""
        self._note.hide()
        self.print_slip.hide()
        for lines in (self._said, self._earlier, self._duplicates):
            lines.tell(())
        self._boxes = ()
        self._reason.set_text("")
        self._reason_row.hide()
        self._answer_by.hide()
        self._idle.show()

    def show_check(self, check: ApplicationCheck, line: LineId, places: Sequence[LineId] = ()) -> None:
        """Show what was found about ``line`` and the whole form, whose lines are ``places`` in order."""
        suggestion = next((one for one in check.assessments if one.line == line), None)
        self._idle.setVisible(suggestion is None)
        self._note.setVisible(suggestion is not None)
        self.print_slip.setVisible(suggestion is not None and self.may_print_slip)
        if suggestion is None:
            self._said.tell(())
        else:
            self._show_suggestion(suggestion, _empty_fields(check, line, places))
        self._show_duplicates(tuple(one for one in check.duplicates if one.line == line))
        self._show_promise(check.promised_on)

    def show_case(self, case: Case) -> None:
        """Show what the rules say about the first outcome of a file that has its number."""
        self.set_programme(case.programme)
        if case.lines:
            first = case.lines[0]
            check = ApplicationCheck((), first.duplicates, (first.suggestion,), case.application.promised_on)
            self.show_check(check, first.line.line)
            self._reason_row.hide()
            self.print_slip.hide()

    def go_to_reason(self) -> None:
        """Go to where a duplicate is justified, if there is one."""
        if self._reason_row.isVisible():
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reason(self) -> str:
        """Return why a duplicate may stand, "" while there is nothing to justify."""
        return self._reason.text().strip() if self._reason_row.isVisibleTo(self) else ""

    def show_reason_problems(self, problems: Sequence[Problem]) -> None:
        """Say under the reason what is wrong with it."""
        if tuple(problems) != self._reason_row.problems():
            self._reason_row.show_problems(problems)

    def show_earlier(self, outcomes: Sequence[EarlierOutcome]) -> None:
        """Name what the learner presented before, recognised outcomes first."""
        said: list[Said] = []
        ordered = sorted(outcomes, key=lambda one: one.credits is None)
        for outcome in ordered[:MOST_EARLIER]:
            credits = None if outcome.credits is None else format_credits(outcome.credits)
            state = str(word_state(outcome.state.value))
            words = tr("{credits} credits").format(credits=credits) if credits else ""
            parts = (outcome.title, outcome.issued_on.isoformat() if outcome.issued_on else "", words, state)
            said.append(Said(" · ".join(str(part) for part in parts if part)))
        self._earlier.tell([Said(tr("Presented before"), "title"), *said] if said else [])

    def _show_suggestion(self, suggestion: SuggestionView, empty: Sequence[str]) -> None:
        if suggestion.needs_judgement:
            title = tr("The rules leave the value to people")
        elif suggestion.fits:
            title = tr("About {credits} credits").format(credits=format_credits(suggestion.credits))
        else:
            title = tr("No rule gives credit as it stands")
        self._note.title.set_words(title)
        say(self._note.text.setText, lambda: "\n".join(self._reasons(suggestion)))
        self._note.text.setVisible(any(self._reasons(suggestion)))
        said: list[Said] = []
        if empty or suggestion.missing_materials:
            said.append(Said(tr("Still missing"), "title"))
        if empty:
            names = tr(", ").join(str(tr(field_source(name))) for name in empty)
            said.append(Said(tr("· Fields: {names}").format(names=names)))
        said.extend(
            Said(tr("· {material}").format(material=word_material(material)))
            for material in suggestion.missing_materials
        )
        if suggestion.near_misses:
            said.append(Said(tr("Nearly fits"), "title"))
            for miss in suggestion.near_misses[:MOST_NEAR_MISSES]:
                said.append(Said(local_name(miss.clause, miss.clause_en) or miss.rule, "strong"))
                said.extend(Said(word_condition(condition)) for condition in miss.failed)
        self._said.tell(said)

    def _reasons(self, suggestion: SuggestionView) -> Iterator[str]:
        if suggestion.rule is not None:
            yield suggestion.rule_label or f"{suggestion.rule.rule} v{suggestion.rule.version}"
            clause = local_name(suggestion.rule.clause, suggestion.clause_en)
            if clause:
                yield clause
        if suggestion.needs_judgement and suggestion.most_credits is not None:
            least = format_credits(suggestion.least_credits or suggestion.credits)
            yield tr("{least} to {most} credits").format(
                least=least, most=format_credits(suggestion.most_credits)
            )
        if suggestion.target.kind is not TargetKind.FREE:
            course = self._programme.course(suggestion.target.code) if self._programme else None
            yield tr("For {course}").format(course=course_words(course) if course else suggestion.target.code)
        if suggestion.grade_text:
            yield tr("Grade: {grade}").format(grade=word_grade(suggestion.grade_text))
        if suggestion.cut_by:
            yield tr("Lowered from {credits} by: {cap}").format(
                credits=format_credits(suggestion.uncut_credits), cap=word_cap(suggestion.cut_by)
            )
        if suggestion.needs_second_opinion:
            yield tr("A second evaluator will judge it too.")

    def _show_duplicates(self, duplicates: tuple[DuplicateView, ...]) -> None:
        if duplicates != self._boxes:
            self._boxes = duplicates
            self._duplicates.show_widgets([_duplicate_box(duplicate) for duplicate in duplicates])
        self._reason_row.setVisible(bool(duplicates))

    def _show_promise(self, day: date | None) -> None:
        self._answer_by.setVisible(day is not None)
        if day is not None:
            self._answer_by.set_state(tr("by {day}").format(day=day.isoformat()), Tone.INFO)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of the card, "title" for the head of a section."""

    words: str
    kind: str = "secondary"


class _Lines(QWidget):
    """A column of labels; one that says the same as before stays as it is, so that nothing flickers."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._told: list[tuple[Said, QWidget]] = []
        self.hide()

    def tell(self, said: Sequence[Said]) -> None:
        """Say ``said`` instead of what stands there."""
        same = 0
        while same < min(len(said), len(self._told)) and said[same] == self._told[same][0]:
            same += 1
        for _said, widget in self._told[same:]:
            self._drop(widget)
        del self._told[same:]
        for one in said[same:]:
            is_title = one.kind == "title"
            widget = SectionTitle(one.words) if is_title else Label(one.words, one.kind, wrap=True)
            self._column.addWidget(widget)
            self._told.append((one, widget))
        self.setVisible(bool(said))

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show ``widgets`` instead of what stands there."""
        for _said, widget in self._told:
            self._drop(widget)
        self._told = [(Said(""), widget) for widget in widgets]
        for widget in widgets:
            self._column.addWidget(widget)
        self.setVisible(bool(widgets))

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _empty_fields(check: ApplicationCheck, line: LineId, places: Sequence[LineId]) -> tuple[str, ...]:
    """Return the fields of a line that are needed and empty."""
    if line not in places:
        return ()
    prefix = f"outcomes.{places.index(line)}."
    return tuple(
        problem.field.removeprefix(prefix)
        for problem in check.problems
        if problem.code == "field.required" and problem.field.startswith(prefix)
    )


def _duplicate_box(duplicate: DuplicateView) -> QFrame:
    box = QFrame()
    box.setProperty("kind", "message")
    box.setProperty("tone", Tone.WARNING.value)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(12, 8, 12, 8)
    layout.setSpacing(4)
    layout.addWidget(
        Label(tr("Met before: {why}").format(why=word_duplicate(duplicate.why.value)), "strong", wrap=True)
    )
    issued = duplicate.issued_on.isoformat() if duplicate.issued_on else ""
    who = (duplicate.learner_name, duplicate.receipt_number, word_state(duplicate.state.value))
    what = (duplicate.title, duplicate.evidence_number, duplicate.issuer, issued)
    for parts in (who, what):
        layout.addWidget(Label(" · ".join(str(part) for part in parts if part), wrap=True))
    if duplicate.posted:
        layout.addWidget(Label(tr("Its credits are posted."), "strong", wrap=True))
    if duplicate.blocks:
        layout.addWidget(
            Label(tr("The file cannot be accepted while the other one lives."), "strong", wrap=True)
        )
    return box
