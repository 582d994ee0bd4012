"""Signing, approving and publishing: what will be done to the ticked files, then how each of them ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.results import ItemResult, OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_evaluation import Case, Decided, Published
from creditbank_desktop.ui.evaluation.case_facts import (
    decision_text,
    hindrance,
    reasons_text,
    title_of,
)
from creditbank_desktop.ui.evaluation.case_head import CaseHead
from creditbank_desktop.ui.evaluation.decision_panel import Acted, DecisionPanel, return_deed
from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
from creditbank_desktop.ui.evaluation.return_form import ReturnForm, Sending
from creditbank_desktop.ui.evaluation.stages import Stage, Waiting
from creditbank_desktop.ui.evaluation.wording import in_chinese, joined, said_of
from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.kit.surfaces import Facts, Label, Note, SectionTitle
from creditbank_desktop.ui.phrase_shelf import PhraseShelf
from creditbank_desktop.ui.wording.failures import word_refused
from creditbank_desktop.ui.wording.names import word_state

_DONE_WITH = {
    Stage.HEAD: Act.SIGN_HEAD,
    Stage.DEAN: Act.SIGN_DEAN,
    Stage.APPROVAL: Act.APPROVE,
    Stage.PUBLICITY: Act.PUBLISH,
}
_BUTTONS = {
    Stage.HEAD: (mark("Sign this file"), mark("Sign {count} files")),
    Stage.DEAN: (mark("Sign this file"), mark("Sign {count} files")),
    Stage.APPROVAL: (mark("Approve this file"), mark("Approve {count} files")),
    Stage.PUBLICITY: (mark("Publish this file"), mark("Publish {count} files")),
}
_TITLES = {
    Stage.HEAD: mark("What you will sign"),
    Stage.DEAN: mark("What you will sign"),
    Stage.APPROVAL: mark("What you will approve"),
    Stage.PUBLICITY: mark("What you will publish"),
}


@dataclass(frozen=True, slots=True)
class _Run:
    """A bulk act on its way: at which stage, on which files."""

    stage: Stage
    files: tuple[Waiting, ...]


class BulkPanel(DecisionPanel):
    """Preview, the selected file, results."""

    def __init__(self, desk: EvaluationDesk, phrases: PhraseShelf) -> None:
        """Begin with nothing ticked."""
        super().__init__(desk)
        self._phrases = phrases
        self._stage = Stage.HEAD
        self._ticked: tuple[Waiting, ...] = ()
        self._current: Waiting | None = None
        self.form = Form()
        self.preview_title = SectionTitle("")
        self.preview = Facts()
        self.results = Note()
        self.head = CaseHead()
        self.lines = QWidget()
        self._lines_box = QVBoxLayout(self.lines)
        self._lines_box.setContentsMargins(0, 0, 0, 0)
        self._lines_box.setSpacing(3)
        self.do_button = PrimaryButton("", key="Ctrl+Return")
        self.return_button = SecondaryButton(tr("Send back"), key="Ctrl+R")
        self.returning = ReturnForm(phrases)
        self._pages = QStackedWidget()
        self._lay_out()
        self.do_button.clicked.connect(self.do_ticked)
        self.return_button.clicked.connect(self._on_return_button_clicked)
        self.returning.sent.connect(self._on_returning_sent)
        self.returning.cancelled.connect(self._on_returning_cancelled)

    def show_case(self, case: Case, stage: Stage) -> None:
        """Show the file that is selected in the queue."""
        self.case, self._stage = case, stage
        self._pages.setCurrentWidget(self.form)
        self.head.show_case(case)
        self.head.show()
        self.lines.show()
        self._fill_lines(case)
        act = _DONE_WITH[stage]
        self.head.show_kept("" if act in case.possible else hindrance(case, act))
        may_return = may(self.desk.actor, "EvaluationService.return_file")
        self.return_button.setVisible(may_return and Act.RETURN in case.possible)
        self._tell()

    def show_changed(self, seen: Case, now: Case, stage: Stage) -> None:
        """Show the file as it stands now and what changed."""
        self.show_case(now, stage)
        self.head.show_changed(seen, now)

    def show_ticked(self, stage: Stage, ticked: Sequence[Waiting], current: Waiting | None) -> None:
        """Show what the button would do; stages at which files go one by one are none of its business."""
        if not stage.is_bulk:
            return
        if stage is not self._stage or ticked:
            self.results.hide()
        self._stage, self._ticked, self._current = stage, tuple(ticked), current
        self._tell()

    def clear(self) -> None:
        """Show no file; the results of the last act stay."""
        super().clear()
        self._ticked, self._current = (), None
        self.head.hide()
        self.lines.hide()
        self.return_button.hide()
        self._tell()

    def enter_keys(self, table: ShortcutTable) -> None:
        """List the panel's keys in the table of the page."""
        table.add_button(self.return_button)

    @Slot()
    def do_ticked(self) -> None:
        """Sign, approve or publish the ticked files, or the selected one when none is ticked."""
        files = self._meant()
        if not files:
            return
        pairs = tuple((row.application, row.revision) for row in files)
        services, actor = self.desk.services, self.desk.actor
        work: partial[OpResult[Any]]
        if self._stage is Stage.PUBLICITY:
            work = partial(services.publicity.publish, actor, pairs)
        elif self._stage is Stage.APPROVAL:
            work = partial(services.sign_off.approve, actor, pairs)
        else:
            signs = SignStage.HEAD if self._stage is Stage.HEAD else SignStage.DEAN
            work = partial(services.sign_off.sign, actor, signs, pairs)
        run = _Run(self._stage, files)
        self.desk.runner.run(work, partial(self._on_finished, run), owner=self, busy=self.do_button)

    def _on_finished(self, run: _Run, result: OpResult[tuple[ItemResult[Any], ...]]) -> None:
        names = {row.application: row for row in run.files}
        lines = [_result_text(item, names.get(ApplicationId(item.item))) for item in result.value]
        done = [item for item in result.value if item.succeeded]
        title = tr("{done} of {count} done").format(done=len(done), count=len(result.value))
        self.results.title.set_words(title)
        self.results.text.set_words("\n".join(lines))
        self.results.show()
        undo = None
        if len(done) == 1 and run.stage in (Stage.HEAD, Stage.DEAN):
            service = self.desk.services.evaluation
            undo = partial(service.undo, self.desk.actor, ApplicationId(done[0].item))
        application = ApplicationId(done[0].item) if done else run.files[0].application
        self.acted.emit(Acted(application, title, result, undo))

    def _lay_out(self) -> None:
        self.form.add_widget(self.results)
        self.form.add_widget(self.preview_title)
        self.form.add_widget(self.preview)
        self.form.add_widget(self.head)
        self.form.add_widget(self.lines)
        self.form.add_side_action(self.return_button)
        self.form.add_action(self.do_button)
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.returning)
        self.body.addWidget(self._pages)
        self.results.hide()
        self.return_button.hide()

    def _meant(self) -> tuple[Waiting, ...]:
        if self._ticked:
            return self._ticked
        current = self._current
        return (current,) if current is not None and current.kept_from is None else ()

    def _tell(self) -> None:
        files = self._meant()
        self.preview_title.set_words(tr(_TITLES[self._stage]))
        one, many = _BUTTONS[self._stage]
        self.do_button.set_words(tr(many).format(count=len(files)) if self._ticked else tr(one))
        self.do_button.setVisible(bool(files))
        self.preview.setVisible(bool(files))
        self.preview_title.setVisible(bool(files))
        self.preview.set_facts(self._preview(files))

    def _preview(self, files: tuple[Waiting, ...]) -> tuple[tuple[str, str], ...]:
        total = sum((row.credits for row in files if row.credits is not None), Decimal(0))
        facts: list[tuple[str, str]] = [
            (tr("How many files"), str(len(files))),
            (tr("Credits"), format_credits(total)),
        ]
        if self._stage is Stage.PUBLICITY:
            facts.append((tr("Shown to the public"), self._period_text()))
            facts.append((tr("With"), tr("masked names and numbers, outcome, course, credits")))
            return tuple(facts)
        for state in (State.RECOGNISED, State.PARTLY_RECOGNISED, State.NOT_RECOGNISED):
            count = sum(1 for row in files if row.state is state)
            if count:
                facts.append((word_state(state.value), str(count)))
        departing = sum(1 for row in files if row.departs)
        if departing:
            facts.append((tr("Depart from the rules"), str(departing)))
        facts.append((tr("Then"), self._next_text(files)))
        return tuple(facts)

    def _period_text(self) -> Words:
        today = self.desk.clock.today()
        first = self.desk.diary.calendar.next_working_day(today + timedelta(days=1))
        last = self.desk.diary.step(Step.PUBLICITY, today)
        words = tr("{first} to {last} (provisional)") if last.provisional else tr("{first} to {last}")
        return words.format(first=first.on.isoformat(), last=last.on.isoformat())

    def _next_text(self, files: tuple[Waiting, ...]) -> str:
        if self._stage is Stage.APPROVAL:
            refused = sum(1 for row in files if row.state is State.NOT_RECOGNISED)
            parts = [str(tr("{count} to publicity").format(count=len(files) - refused))]
            if refused:
                parts.append(str(tr("{count} to delivery").format(count=refused)))
            return joined(parts)
        other = Act.SIGN_DEAN if self._stage is Stage.HEAD else Act.SIGN_HEAD
        complete = sum(1 for row in files if other in row.signed)
        waits = (
            tr("{count} wait for the dean") if self._stage is Stage.HEAD else tr("{count} wait for the head")
        )
        parts = [str(tr("{count} to the academic office").format(count=complete))] if complete else []
        if len(files) > complete:
            parts.append(str(waits.format(count=len(files) - complete)))
        return joined(parts)

    def _fill_lines(self, case: Case) -> None:
        while (item := self._lines_box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for line in case.application.live_lines:
            self._lines_box.addWidget(Label(title_of(line), "strong", wrap=True))
            decision = line.decision
            if decision is None:
                continue
            self._lines_box.addWidget(Label(decision_text(decision, case), wrap=True))
            why = [reasons_text(decision, self._phrases.book)]
            if decision.rule is not None:
                clause = decision.rule.clause if in_chinese() else ""
                rule = tr("Rule {rule}, version {version}").format(
                    rule=decision.rule.rule, version=decision.rule.version
                )
                why.insert(0, f"{rule} {clause}".strip())
            if decision.computed_credits != decision.credits:
                suggested = tr("The rules suggested {credits}")
                why.append(str(suggested.format(credits=format_credits(decision.computed_credits))))
            text = "\n".join(part for part in why if part)
            if text:
                self._lines_box.addWidget(Label(text, "small", wrap=True))

    @Slot()
    def _on_return_button_clicked(self) -> None:
        self._pages.setCurrentWidget(self.returning)
        self.returning.begin(self.head.name.text())

    @Slot()
    def _on_returning_cancelled(self) -> None:
        self._pages.setCurrentWidget(self.form)

    @Slot(object)
    def _on_returning_sent(self, sending: Sending) -> None:
        if self.case is not None:
            self.do(return_deed(self.desk, self.case, sending), self.returning.send_button)


def _result_text(item: ItemResult[Any], row: Waiting | None) -> str:
    name = f"{row.learner_name} {row.titles[0] if row.titles else ''}".strip() if row else item.item
    if not item.succeeded:
        why = word_refused(Refused(item.refused_code, **dict(item.refused_params)))
        return f"✗ {said_of(name, why)}"
    value = item.value
    if isinstance(value, Published):
        words = tr("shown {first} to {last}")
        said: str = words.format(first=value.from_on.isoformat(), last=value.to_on.isoformat())
    elif isinstance(value, Decided):
        said = word_state(value.state.value)
    else:
        said = ""
    return f"✓ {said_of(name, said)}"
