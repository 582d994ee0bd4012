"""Evaluating a file: every outcome gets its verdict, the last one sends them all.

The same form serves the second opinion, blind to the first, and the panel, which sees both.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import ApplicationId, LineId
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_evaluation import Case, CaseLine, PanelForm
from creditbank_desktop.ui.evaluation.case_facts import hindrance
from creditbank_desktop.ui.evaluation.case_head import CaseHead
from creditbank_desktop.ui.evaluation.decision_panel import (
    DecisionPanel,
    Deed,
    return_deed,
    supplement_deed,
)
from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
from creditbank_desktop.ui.evaluation.drafts import (
    VerdictDraft,
    blind_draft,
    decided_draft,
    draft_problems,
    suggested_draft,
)
from creditbank_desktop.ui.evaluation.line_form import LineForm
from creditbank_desktop.ui.evaluation.panel_fields import OpinionsNote, PanelFields
from creditbank_desktop.ui.evaluation.return_form import ReturnForm, Sending
from creditbank_desktop.ui.evaluation.stages import Stage
from creditbank_desktop.ui.evaluation.supplement_form import Asking, SupplementForm
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import IconButton, PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.phrase_shelf import PhraseShelf
from creditbank_desktop.ui.theme.icons import Icon


class Mode(StrEnum):
    """In what role a file is judged."""

    EVALUATE = "evaluate"
    SECOND = "second"
    PANEL = "panel"


ACT_OF = {Mode.EVALUATE: Act.EVALUATE, Mode.SECOND: Act.EVALUATE_SECOND, Mode.PANEL: Act.DECIDE_PANEL}


class JudgingPanel(DecisionPanel):
    """The form of the evaluator, the second evaluator and the panel."""

    def __init__(self, desk: EvaluationDesk, phrases: PhraseShelf) -> None:
        """Begin without a case."""
        super().__init__(desk)
        self._phrases = phrases
        self._mode = Mode.EVALUATE
        self._stage = Stage.EVALUATION
        self._drafts: dict[tuple[ApplicationId, Mode], dict[LineId, VerdictDraft]] = {}
        self._problems: dict[LineId, tuple[Problem, ...]] = {}
        self._place = 0
        may_supplement = may(desk.actor, "CounterService.request_supplement")
        self.form = LineForm(phrases, may_supplement=may_supplement)
        self.head = CaseHead()
        self.lines_label = Label("", "strong", wrap=True)
        self.line_before = IconButton(Icon.CHEVRON_LEFT, tr("Outcome before"), key="Alt+PgUp")
        self.line_after = IconButton(Icon.CHEVRON_RIGHT, tr("Next outcome"), key="Alt+PgDown")
        self.lines_bar = QWidget()
        self.opinions = OpinionsNote(phrases)
        self.panel_fields = PanelFields()
        self.mode_button = SecondaryButton(tr("Panel's decision"), key="P")
        self.return_button = SecondaryButton(tr("Send back"), key="Ctrl+R")
        self.save_button = PrimaryButton(tr("Save and next"), key="Ctrl+Return")
        self.supplement = SupplementForm()
        self.returning = ReturnForm(phrases)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_case(self, case: Case, stage: Stage) -> None:
        """Show ``case``; what was typed about it before comes back."""
        self._keep_typed()
        self.case, self._stage = case, stage
        self._mode = self._first_mode(case) if stage is Stage.SECOND else Mode.EVALUATE
        self._problems.clear()
        self._place = 0
        self._pages.setCurrentWidget(self.form)
        self.head.show_case(case)
        self._show_mode()

    def show_changed(self, seen: Case, now: Case, stage: Stage) -> None:
        """Show the file as it stands now, what was typed, and what changed."""
        self.show_case(now, stage)
        self.head.show_changed(seen, now)

    def clear(self) -> None:
        """Keep what was typed and show no case."""
        self._keep_typed()
        super().clear()

    def forget(self, application: ApplicationId) -> None:
        """Drop what was typed about a file that is decided."""
        for mode in Mode:
            self._drafts.pop((application, mode), None)
        if self.case is not None and self.case.application.application == application:
            self.case = None

    def enter_keys(self, table: ShortcutTable) -> None:
        """List the panel's keys in the table of the page."""
        table.add_button(self.save_button)
        table.add_note("1 / 2 / 3 / 4", tr("Verdict"), hint=True)
        table.add_button(self.form.suggestion.why)
        table.add_button(self.form.facts.more)
        table.add_button(self.line_after)
        table.add_button(self.line_before)
        table.add_button(self.mode_button)
        table.add_button(self.return_button)

    # what is shown

    def _lay_out(self) -> None:
        bar = QHBoxLayout(self.lines_bar)
        bar.setContentsMargins(0, 4, 0, 0)
        bar.setSpacing(2)
        bar.addWidget(self.lines_label, 1)
        bar.addWidget(self.line_before)
        bar.addWidget(self.line_after)
        modes = QHBoxLayout()
        modes.addWidget(self.mode_button)
        modes.addStretch(1)
        self.form.head_box.addWidget(self.head)
        self.form.head_box.addLayout(modes)
        self.form.head_box.addWidget(self.lines_bar)
        self.form.head_box.addWidget(self.opinions)
        self.form.add_widget(self.panel_fields)
        self.panel_fields.adopt_into(self.form)
        self.form.add_side_action(self.return_button)
        self.form.add_action(self.save_button)
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.supplement)
        self._pages.addWidget(self.returning)
        self.body.addWidget(self._pages)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.line_before.clicked.connect(self._on_line_before_clicked)
        self.line_after.clicked.connect(self._on_line_after_clicked)
        self.mode_button.clicked.connect(self._on_mode_button_clicked)
        self.return_button.clicked.connect(self._on_return_button_clicked)
        self.returning.sent.connect(self._on_returning_sent)
        self.returning.cancelled.connect(self._on_aside_cancelled)
        self.form.supplement_asked.connect(self._on_form_supplement_asked)
        self.supplement.asked.connect(self._on_supplement_asked)
        self.supplement.cancelled.connect(self._on_aside_cancelled)

    def _first_mode(self, case: Case) -> Mode:
        """Return the second opinion while one is wanted and allowed, else the panel."""
        wanted = any(line.line.second is None for line in _lines_for(Mode.SECOND, case))
        may_second = Act.EVALUATE_SECOND in case.possible
        may_panel = Act.DECIDE_PANEL in case.possible
        return Mode.SECOND if wanted and (may_second or not may_panel) else Mode.PANEL

    def _show_mode(self) -> None:
        case = self.case
        if case is None:
            return
        possible = ACT_OF[self._mode] in case.possible
        self.head.show_kept("" if possible else hindrance(case, ACT_OF[self._mode]))
        other = Mode.PANEL if self._mode is Mode.SECOND else Mode.SECOND
        both = self._stage is Stage.SECOND and ACT_OF[other] in case.possible and _lines_for(other, case)
        self.mode_button.setVisible(bool(both))
        self.mode_button.set_words(
            tr("Second opinion") if self._mode is Mode.PANEL else tr("Panel's decision")
        )
        self.save_button.setVisible(possible)
        self.return_button.setVisible(
            Act.RETURN in case.possible and may(self.desk.actor, "EvaluationService.return_file")
        )
        self.panel_fields.setVisible(self._mode is Mode.PANEL and possible)
        for widget in self.form.rows:
            widget.setEnabled(possible)
        self._show_line(0)

    def _show_line(self, place: int) -> None:
        case, lines = self.case, self._lines()
        if case is None or not lines:
            return
        self._place = max(0, min(place, len(lines) - 1))
        line = lines[self._place]
        self.form.show_line(line, case, self._draft_of(line))
        self.form.show_problems(self._problems.get(line.line.line, ()))
        self.opinions.show_line(line, case, seen=self._mode is Mode.PANEL)
        self._tell_lines()

    def _tell_lines(self) -> None:
        lines = self._lines()
        self.lines_bar.setVisible(len(lines) > 1)
        marks = ["✓" if self._draft_of(line).is_done else "–" for line in lines]
        marks[self._place] = "●"
        self.lines_label.set_words(
            tr("Outcome {number} of {count}  {marks}").format(
                number=self._place + 1, count=len(lines), marks=" ".join(marks)
            )
        )
        others_open = any(
            not self._draft_of(line).is_done for i, line in enumerate(lines) if i != self._place
        )
        self.save_button.set_words(tr("Next outcome") if others_open else tr("Save and next"))

    # what is typed

    def _lines(self) -> tuple[CaseLine, ...]:
        return _lines_for(self._mode, self.case) if self.case is not None else ()

    def _drafts_here(self) -> dict[LineId, VerdictDraft]:
        assert self.case is not None
        return self._drafts.setdefault((self.case.application.application, self._mode), {})

    def _draft_of(self, line: CaseLine) -> VerdictDraft:
        known = self._drafts_here().get(line.line.line)
        if known is not None:
            return known
        if self._mode is Mode.SECOND:
            return blind_draft(line)
        if self._mode is Mode.PANEL and line.line.decision is not None:
            return decided_draft(line.line.line, line.line.decision)
        return suggested_draft(line)

    def _keep_typed(self) -> None:
        draft = self.form.draft() if self.case is not None else None
        if draft is not None and any(draft.line == line.line.line for line in self._lines()):
            self._drafts_here()[draft.line] = draft

    @Slot()
    def save(self) -> None:
        """Confirm this outcome and go to the next open one; after the last send all of them."""
        case, draft = self.case, self.form.draft()
        if case is None or draft is None or ACT_OF[self._mode] not in case.possible:
            return
        line = self._lines()[self._place]
        found = draft_problems(draft, line.suggestion, self._phrases.book.codes("refusal"))
        self._problems.pop(draft.line, None)
        if found:
            self.form.show_problems(found)
            return
        self.form.clear_problems()
        self._drafts_here()[draft.line] = replace(draft, is_done=True)
        open_ones = [i for i, one in enumerate(self._lines()) if not self._draft_of(one).is_done]
        if open_ones:
            later = [place for place in open_ones if place > self._place]
            self._show_line((later or open_ones)[0])
        else:
            self._send(case)

    def _send(self, case: Case) -> None:
        services, actor = self.desk.services, self.desk.actor
        application, revision = case.application.application, case.revision
        verdicts = tuple(self._draft_of(line).as_verdict() for line in self._lines())
        undo = partial(services.evaluation.undo, actor, application)
        name = self.head.name.text()
        if self._mode is Mode.EVALUATE:
            work = partial(services.evaluation.decide, actor, application, revision, verdicts)
            deed = Deed(application, work, tr("Evaluated: {name}").format(name=name), undo)
        elif self._mode is Mode.SECOND:
            work = partial(services.panel.decide_second, actor, application, revision, verdicts)
            deed = Deed(application, work, tr("Second opinion given: {name}").format(name=name), undo)
        else:
            found = self.panel_fields.own_problems()
            if found:
                self.form.show_problems(found)
                return
            form = PanelForm(verdicts, self.panel_fields.members(), self.panel_fields.minutes_number())
            panel_work = partial(services.panel.decide_panel, actor, application, revision, form)
            deed = Deed(application, panel_work, tr("Panel's decision entered: {name}").format(name=name))
        self.do(deed, self.save_button, self._on_problems)

    def _on_problems(self, problems: Problems) -> None:
        """Bring each problem to the outcome and the field that it belongs to."""
        lines, rest = self._lines(), []
        self._problems.clear()
        for problem in problems.problems:
            first, _, inner = problem.field.partition(".")
            number, _, field = inner.partition(".")
            if first == "verdicts" and number.isdigit() and int(number) < len(lines):
                line = lines[int(number)].line.line
                own = Problem(problem.code, field, problem.params, problem.severity)
                self._problems[line] = (*self._problems.get(line, ()), own)
            else:
                rest.append(problem)
        places = [i for i, one in enumerate(lines) if one.line.line in self._problems]
        for place in places:
            line = lines[place].line.line
            self._drafts_here()[line] = replace(self._draft_of(lines[place]), is_done=False)
        self._show_line(places[0] if places else self._place)
        if rest:
            self.form.show_problems(rest)

    # keys

    @Slot()
    def _on_line_before_clicked(self) -> None:
        self._keep_typed()
        self._show_line(self._place - 1)

    @Slot()
    def _on_line_after_clicked(self) -> None:
        self._keep_typed()
        self._show_line(self._place + 1)

    @Slot()
    def _on_form_supplement_asked(self) -> None:
        if self.case is not None and Act.REQUEST_SUPPLEMENT in self.case.possible:
            self._keep_typed()
            self._pages.setCurrentWidget(self.supplement)
            self.supplement.begin(self.case)

    @Slot(object)
    def _on_supplement_asked(self, asking: Asking) -> None:
        case = self.case
        if case is not None:
            self.do(supplement_deed(self.desk, case, asking, Stage.EVALUATION), self.supplement.ask_button)

    @Slot()
    def _on_mode_button_clicked(self) -> None:
        self._keep_typed()
        self._mode = Mode.PANEL if self._mode is Mode.SECOND else Mode.SECOND
        self._show_mode()

    @Slot()
    def _on_return_button_clicked(self) -> None:
        self._keep_typed()
        self._pages.setCurrentWidget(self.returning)
        to = State.MATERIAL_REVIEW if self._mode is Mode.EVALUATE else State.EVALUATION
        self.returning.begin(self.head.name.text(), to)

    @Slot()
    def _on_aside_cancelled(self) -> None:
        self._pages.setCurrentWidget(self.form)

    @Slot(object)
    def _on_returning_sent(self, sending: Sending) -> None:
        if self.case is not None:
            self.do(return_deed(self.desk, self.case, sending), self.returning.send_button)


def _lines_for(mode: Mode, case: Case) -> tuple[CaseLine, ...]:
    """Return the outcomes that are decided in ``mode``."""
    live = tuple(line for line in case.lines if not line.line.withdrawn)
    if mode is Mode.SECOND:
        return tuple(
            line
            for line in live
            if line.line.decision is not None and line.line.decision.needs_second_opinion
        )
    return live
