"""A file that has its number, as the counter sees it: what it holds and what can be done with it now.

``CaseView(actor)``: ``show_case(case, specs)``. Signals: ``act_asked(str)`` with a `CounterAct`,
``file_opened(object)`` with the `Evidence`, ``next_asked()`` for the next learner.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.applications import Application, MissingMaterial
from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import DECIDED, Act, State
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_evaluation import Case, CaseLine
from creditbank_desktop.ui.counter.learner_header import LearnerHeader
from creditbank_desktop.ui.counter.materials_panel import OTHER, MaterialRow, size_text
from creditbank_desktop.ui.i18n import mark, tr
from creditbank_desktop.ui.kit.buttons import ActionButton, PrimaryButton, QuietButton, SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Facts, Label, SectionTitle, StateChip, UprightArea
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.materials import word_material
from creditbank_desktop.ui.wording.names import (
    word_act,
    word_actor,
    word_line_result,
    word_outcome_type,
    word_state,
)
from creditbank_desktop.ui.wording.registry_names import local_name
from creditbank_desktop.ui.wording.tones import due_to_learner, due_tone, state_tone, word_due


class CounterAct(StrEnum):
    """What can be done with a file at the counter."""

    ACCEPT = "accept"
    NOT_ACCEPT = "not_accept"
    REQUEST_SUPPLEMENT = "request_supplement"
    EXTEND_SUPPLEMENT = "extend_supplement"
    ADD_SUPPLEMENT = "add_supplement"
    ADD_EVIDENCE = "add_evidence"
    LAPSE = "lapse"
    WITHDRAW = "withdraw"
    MOVE_PROMISE = "move_promise"
    RECEIPT = "receipt"
    SUPPLEMENT_NOTICE = "supplement_notice"
    NOT_ACCEPTED_NOTICE = "not_accepted_notice"
    WITHDRAWAL_SLIP = "withdrawal_slip"
    NOTICE = "notice"
    UNDO = "undo"
    DELIVER = "deliver"


WORDS: Mapping[CounterAct, str] = {
    CounterAct.ACCEPT: mark("Accept"),
    CounterAct.NOT_ACCEPT: mark("Do not accept"),
    CounterAct.REQUEST_SUPPLEMENT: mark("Ask for a supplement"),
    CounterAct.EXTEND_SUPPLEMENT: mark("Extend the time"),
    CounterAct.ADD_SUPPLEMENT: mark("Take the supplement in"),
    CounterAct.ADD_EVIDENCE: mark("Add materials"),
    CounterAct.LAPSE: mark("End as lapsed"),
    CounterAct.WITHDRAW: mark("Withdraw it"),
    CounterAct.MOVE_PROMISE: mark("Move the date"),
    CounterAct.RECEIPT: mark("Receipt"),
    CounterAct.SUPPLEMENT_NOTICE: mark("Print the notice"),
    CounterAct.NOT_ACCEPTED_NOTICE: mark("Print the notice"),
    CounterAct.WITHDRAWAL_SLIP: mark("Withdrawal slip"),
    CounterAct.NOTICE: mark("Print the notice"),
    CounterAct.UNDO: mark("Take it back"),
    CounterAct.DELIVER: mark("Deliver"),
}
KEYS: Mapping[CounterAct, str] = {
    CounterAct.ACCEPT: "Ctrl+Return",
    CounterAct.NOT_ACCEPT: "Ctrl+Shift+R",
    CounterAct.REQUEST_SUPPLEMENT: "Ctrl+Shift+S",
    CounterAct.EXTEND_SUPPLEMENT: "Ctrl+Shift+E",
    CounterAct.ADD_SUPPLEMENT: "Ctrl+Return",
    CounterAct.ADD_EVIDENCE: "Ctrl+Shift+O",
    CounterAct.LAPSE: "Ctrl+Shift+T",
    CounterAct.WITHDRAW: "Ctrl+Shift+W",
    CounterAct.MOVE_PROMISE: "Ctrl+Shift+M",
    CounterAct.RECEIPT: "Ctrl+P",
    CounterAct.SUPPLEMENT_NOTICE: "Ctrl+P",
    CounterAct.NOT_ACCEPTED_NOTICE: "Ctrl+P",
    CounterAct.WITHDRAWAL_SLIP: "Ctrl+P",
    CounterAct.NOTICE: "Ctrl+P",
    CounterAct.UNDO: "Ctrl+Z",
    CounterAct.DELIVER: "Ctrl+Return",
}
_ACTIONS: Mapping[CounterAct, tuple[Act, str]] = {
    CounterAct.ACCEPT: (Act.ACCEPT, "CounterService.accept"),
    CounterAct.NOT_ACCEPT: (Act.NOT_ACCEPT, "CounterService.not_accept"),
    CounterAct.REQUEST_SUPPLEMENT: (Act.REQUEST_SUPPLEMENT, "CounterService.request_supplement"),
    CounterAct.EXTEND_SUPPLEMENT: (Act.EXTEND_SUPPLEMENT, "CounterService.extend_supplement"),
    CounterAct.ADD_SUPPLEMENT: (Act.SUPPLEMENT, "CounterService.add_supplement"),
    CounterAct.ADD_EVIDENCE: (Act.ADD_EVIDENCE, "CounterService.add_evidence"),
    CounterAct.LAPSE: (Act.LAPSE, "CounterService.lapse"),
    CounterAct.WITHDRAW: (Act.WITHDRAW, "CounterService.withdraw"),
    CounterAct.MOVE_PROMISE: (Act.MOVE_PROMISE, "CounterService.move_promise"),
    CounterAct.DELIVER: (Act.NOTIFY, "DeliveryService.deliver"),
}
MAIN = frozenset({CounterAct.ACCEPT, CounterAct.ADD_SUPPLEMENT, CounterAct.DELIVER})
PAPERS = frozenset(
    {
        CounterAct.RECEIPT,
        CounterAct.SUPPLEMENT_NOTICE,
        CounterAct.NOT_ACCEPTED_NOTICE,
        CounterAct.WITHDRAWAL_SLIP,
        CounterAct.NOTICE,
    }
)
"""One of them at a time, all under one key."""
IN_MAIN_ROW = MAIN | PAPERS
_ACTIONS_PINNED_FROM_PX = 380
NEVER_PRINTED = frozenset({State.RECEIVED, State.NOT_ACCEPTED, State.SUPPLEMENT, State.LAPSED})


def possible_acts(case: Case, actor: Actor) -> frozenset[CounterAct]:
    """Return what ``actor`` may do with the file now, papers included."""
    acts = {act for act, (move, service) in _ACTIONS.items() if move in case.possible and may(actor, service)}
    supplemented = case.application.state is State.SUPPLEMENT
    if supplemented and case.due is not None and not case.due.is_late:
        acts.discard(CounterAct.LAPSE)
    if supplemented:
        acts.discard(CounterAct.ADD_EVIDENCE)
    if case.undoable is not None and may(actor, "CounterService.undo"):
        acts.add(CounterAct.UNDO)
    paper = paper_of(case, actor)
    return frozenset(acts if paper is None else {*acts, paper})


def paper_of(case: Case, actor: Actor) -> CounterAct | None:
    """Return the paper that the learner gets in this state, None where ``actor`` prints none."""
    file = case.application
    by_state = {
        State.SUPPLEMENT: (CounterAct.SUPPLEMENT_NOTICE, "CounterPaperService.supplement_notice"),
        State.NOT_ACCEPTED: (CounterAct.NOT_ACCEPTED_NOTICE, "CounterPaperService.not_accepted_notice"),
        State.WITHDRAWN: (CounterAct.WITHDRAWAL_SLIP, "CounterPaperService.withdrawal_slip"),
        **dict.fromkeys(DECIDED, (CounterAct.NOTICE, "IssuingService.result_notice")),
    }
    found = by_state.get(file.state)
    if found is None and file.accepted_on is not None and file.state not in NEVER_PRINTED:
        found = (CounterAct.RECEIPT, "IssuingService.receipt")
    return found[0] if found is not None and may(actor, found[1]) else None


class CaseView(QWidget):
    """One file; its methods and signals are named in the module's text."""

    act_asked = Signal(str)
    file_opened = Signal(object)
    next_asked = Signal()

    def __init__(self, actor: Actor) -> None:
        """Offer what ``actor`` may do."""
        super().__init__()
        self._actor = actor
        self.header = LearnerHeader()
        self._chip = StateChip()
        self._due = StateChip()
        self.header.side.addWidget(self._chip)
        self._lapse = StateChip()
        self._lapse.hide()
        self.header.side.addWidget(self._due)
        self.header.side.addWidget(self._lapse)
        self._facts = Facts()
        self.lines: KeysetTable[CaseLine] = _lines_table()
        self.files: KeysetTable[MaterialRow] = _files_table()
        self.files.row_opened.connect(self._on_files_row_opened)
        self._deeds = Label("", "secondary", wrap=True)
        self.buttons: dict[CounterAct, ActionButton] = {}
        self.back = QuietButton(tr("Close"), key="Escape")
        self.next = PrimaryButton(tr("Next learner"), key="Ctrl+Return")
        self.back.clicked.connect(self.next_asked)
        self.next.clicked.connect(self.next_asked)
        self._is_low = False
        self._lay_out()

    def show_case(self, case: Case) -> None:
        """Show ``case`` with what can be done now."""
        file = case.application
        self.header.show_learner(case.learner, case.programme)
        self._chip.set_state(word_state(file.state.value), state_tone(file.state))
        lapsed = _has_lapsed(case)
        self._lapse.setVisible(lapsed)
        if lapsed:
            self._lapse.set_state(tr("Lapsed: takes effect on sync"), Tone.DANGER)
        due = due_to_learner(case.due)
        self._due.setVisible(due is not None)
        if due is not None:
            self._due.set_state(word_due(due), due_tone(due))
        self._facts.set_facts(_facts(case))
        self.lines.load(ListSource(case.lines, lambda line: line.line.line))
        _fit(self.lines, len(case.lines), 4)
        files = [MaterialRow(one.material, False, False, one) for one in case.evidence]
        self.files.load(ListSource(files, lambda row: row.id), select_first=True)
        _fit(self.files, len(files), 5)
        self._deeds.set_words("\n".join(_story(case)[-4:]))
        self._offer(possible_acts(case, self._actor))

    def go(self) -> None:
        """Go to the main action, or to the next learner where there is none."""
        main = next((self.buttons[act] for act in MAIN if self.buttons[act].isVisibleTo(self)), self.next)
        main.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rarer actions scroll with the file where both have no room; their keys go on working."""
        super().resizeEvent(event)
        low = self.height() < _ACTIONS_PINNED_FROM_PX
        if low != self._is_low:
            self._is_low = low
            if low:
                self._column.insertWidget(self._column.count() - 1, self._side_place)
            else:
                self._bar_column.insertWidget(0, self._side_place)

    def _offer(self, acts: frozenset[CounterAct]) -> None:
        for act, button in self.buttons.items():
            button.setVisible(act in acts)
            if act not in IN_MAIN_ROW:
                self._side.removeWidget(button)
        beside = [button for act, button in self.buttons.items() if act in acts - IN_MAIN_ROW]
        for place, button in enumerate(beside):
            self._side.addWidget(button, place // 2, place % 2)
        self.next.setVisible(not acts & MAIN)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = self._column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (
            self._facts,
            SectionTitle(tr("Outcomes")),
            self.lines,
            SectionTitle(tr("Materials handed in")),
            self.files,
            SectionTitle(tr("What happened")),
            self._deeds,
        ):
            column.addWidget(part)
        column.addStretch(1)
        area = UprightArea(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.header)
        layout.addWidget(area, 1)
        layout.addWidget(self._action_bar())

    def _action_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("kind", "actionbar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(0, 10, 0, 0)
        self._bar_column = column
        self._side_place = QWidget()
        self._side = QGridLayout(self._side_place)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(8)
        main = QHBoxLayout()
        main.addWidget(self.back)
        main.addStretch(1)
        for act in CounterAct:
            kind = PrimaryButton if act in MAIN else SecondaryButton
            button = kind(tr(WORDS[act]), key=KEYS[act])
            button.clicked.connect(partial(self._on_button_clicked, act))
            self.buttons[act] = button
            button.setParent(self._side_place)
            if act in IN_MAIN_ROW:
                main.addWidget(button)
        main.addWidget(self.next)
        column.addWidget(self._side_place)
        column.addLayout(main)
        return bar

    def _on_button_clicked(self, act: CounterAct, _checked: bool = False) -> None:
        self.act_asked.emit(act.value)

    def _on_files_row_opened(self, row: MaterialRow) -> None:
        self.file_opened.emit(row.file)


def _lines_table() -> KeysetTable[CaseLine]:
    table: KeysetTable[CaseLine] = KeysetTable(
        (
            Column(tr("Type"), lambda line: word_outcome_type(line.line.type.value), 128, secondary=True),
            Column(tr("Outcome"), _title, strong=True),
            Column(tr("Credits"), _credits, 72, right=True),
            Column(tr("Result"), _result, 104, secondary=True),
        ),
        name=tr("Outcomes"),
    )
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _files_table() -> KeysetTable[MaterialRow]:
    table: KeysetTable[MaterialRow] = KeysetTable(
        (
            Column(tr("Material"), lambda row: word_material(row.material), strong=True),
            Column(tr("File"), lambda row: row.file.file_name if row.file else "", secondary=True),
            Column(tr("Pages"), lambda row: str(row.file.pages) if row.file else "", 64, right=True),
            Column(
                tr("Size"), lambda row: size_text(row.file.size_bytes) if row.file else "", 80, right=True
            ),
        ),
        name=tr("Materials handed in"),
    )
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.empty_text = tr("No files yet.")
    return table


def _fit(table: KeysetTable[Any], rows: int, most: int) -> None:
    table.setFixedHeight(34 + MEASURES.row_height * max(1, min(rows, most)))


def _title(line: CaseLine) -> str:
    return line.line.outcome.title if line.line.outcome is not None else "–"


def _credits(line: CaseLine) -> str:
    decision = line.line.decision
    if decision is not None:
        return format_credits(decision.credits)
    return (
        tr("≈ {credits}").format(credits=format_credits(line.suggestion.credits))
        if line.suggestion.fits
        else ""
    )


def _result(line: CaseLine) -> str:
    return word_line_result(line.line.result.value) if line.line.result else tr("Undecided")


def _facts(case: Case) -> tuple[tuple[str, str], ...]:
    file = case.application
    facts: list[tuple[str, str]] = [
        (tr("Receipt number"), file.receipt_number),
        (tr("Received on"), file.received_on.isoformat()),
        (tr("Answer by"), file.promised_on.isoformat()),
    ]
    if file.supplement_due_on is not None and file.missing:
        by = file.supplement_due_on.isoformat()
        extended = tr("{day}, extended once").format(day=by)
        facts.append((tr("Supplement by"), extended if file.supplement_extended else by))
        facts.append((tr("Still missing"), "\n".join(word_missing(one, file) for one in file.missing)))
    rules = local_name(case.rule_set_title_zh, case.rule_set_title_en)
    if rules:
        facts.append((tr("Rules"), rules))
    if file.proxy is not None:
        facts.append(
            (tr("Handed in by"), " · ".join(part for part in (file.proxy.name, file.proxy.relation) if part))
        )
    if file.note:
        facts.append((tr("Note"), file.note))
    return tuple(facts)


def word_missing(item: MissingMaterial, file: Application) -> str:
    """Name what is missing, of which outcome where there are several, and what is wrong with it."""
    parts = [] if item.material == OTHER else [str(word_material(item.material))]
    titles = {line.line: line.outcome.title for line in file.lines if line.outcome is not None}
    if item.line in titles and len(file.lines) > 1:
        parts.append(titles[item.line])
    return " · ".join((*parts, item.note) if item.note else parts)


def _has_lapsed(case: Case) -> bool:
    """Whether the last day of a supplement has passed, and only the central clock has not said so yet."""
    return case.application.state is State.SUPPLEMENT and case.due is not None and case.due.is_late


def _story(case: Case) -> list[str]:
    return [
        tr("{time}  {person}: {act}").format(
            time=deed.at.astimezone().strftime("%m-%d %H:%M"),
            person=word_actor(deed),
            act=word_act(deed.act.value),
        )
        for deed in case.deeds
    ]
