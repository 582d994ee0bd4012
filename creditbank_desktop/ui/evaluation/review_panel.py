"""Reviewing the materials of a file: is everything there, is it genuine, was the original compared."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import EvidenceId, LineId
from creditbank_desktop.domain.states import Act
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_evaluation import Case, CaseLine
from creditbank_desktop.ui.evaluation.case_facts import hindrance
from creditbank_desktop.ui.evaluation.case_head import CaseHead
from creditbank_desktop.ui.evaluation.decision_panel import DecisionPanel, Deed, name_of, supplement_deed
from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
from creditbank_desktop.ui.evaluation.outcome_card import OutcomeFacts
from creditbank_desktop.ui.evaluation.stages import Stage
from creditbank_desktop.ui.evaluation.suggestion_note import duplicate_text
from creditbank_desktop.ui.evaluation.supplement_form import Asking, SupplementForm
from creditbank_desktop.ui.evaluation.wording import joined
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import LongTextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.kit.surfaces import Hairline, Label, SectionTitle
from creditbank_desktop.ui.wording.materials import word_material


class MaterialTick(QCheckBox):
    """One material and whether its original was compared. Signals: ``focused(str)`` with the evidence id."""

    focused = Signal(str)

    def __init__(self, evidence: Evidence) -> None:
        """Show ``evidence``."""
        super().__init__()
        self.evidence = evidence
        say(self.setText, self._words)
        say(self.setAccessibleName, self._words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell which material one has come to with a key."""
        super().focusInEvent(event)
        moved = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in moved:
            self.focused.emit(self.evidence.evidence)

    def _words(self) -> str:
        name = str(word_material(self.evidence.material))
        return f"{name} · {self.evidence.file_name}" if self.evidence.file_name else name


class ReviewPanel(DecisionPanel):
    """The form of the material reviewer. Signals besides those of the base: ``evidence_wanted(str)``."""

    evidence_wanted = Signal(str)

    def __init__(self, desk: EvaluationDesk) -> None:
        """Begin without a case."""
        super().__init__(desk)
        self.head = CaseHead()
        self.form = Form()
        self.ticks: dict[EvidenceId, MaterialTick] = {}
        self.open_look_ups: dict[LineId, QCheckBox] = {}
        self._checklist = QWidget()
        self._list = QVBoxLayout(self._checklist)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self.note = LongTextEdit(lines=2)
        self.pass_button = PrimaryButton(tr("Pass, next"), key="Ctrl+Return")
        self.ask_button = SecondaryButton(tr("Supplement"), key="Ctrl+M")
        self.start_button = SecondaryButton(tr("Take up"), key="T")
        self.supplement = SupplementForm()
        self._pages = QStackedWidget()
        self._lay_out()
        self.pass_button.clicked.connect(self.pass_materials)
        self.ask_button.clicked.connect(self._on_ask_button_clicked)
        self.start_button.clicked.connect(self._on_start_button_clicked)
        self.supplement.asked.connect(self._on_supplement_asked)
        self.supplement.cancelled.connect(self._on_supplement_cancelled)

    def show_case(self, case: Case, stage: Stage) -> None:
        """Show ``case``; ticks that were set stay when the same file comes again."""
        same = self.case is not None and self.case.application.application == case.application.application
        ticked = {key for key, box in self.ticks.items() if box.isChecked()} if same else set()
        compared = {one.evidence for one in case.application.compared}
        if not same:
            self.note.set_text("")
        self.case = case
        self._pages.setCurrentWidget(self.form)
        self.head.show_case(case)
        self._fill(case, ticked | compared)
        possible = Act.REVIEW_MATERIALS in case.possible
        self.head.show_kept("" if possible else hindrance(case, Act.REVIEW_MATERIALS))
        self.pass_button.setVisible(possible)
        may_ask = may(self.desk.actor, "CounterService.request_supplement")
        self.ask_button.setVisible(may_ask and Act.REQUEST_SUPPLEMENT in case.possible)
        self.start_button.setVisible(Act.START_REVIEW in case.possible)

    def show_changed(self, seen: Case, now: Case, stage: Stage) -> None:
        """Show the file as it stands now, what was ticked, and what changed."""
        self.show_case(now, stage)
        self.head.show_changed(seen, now)

    def enter_keys(self, table: ShortcutTable) -> None:
        """List the panel's keys in the table of the page."""
        table.add_button(self.pass_button)
        table.add_button(self.ask_button)
        table.add_button(self.start_button)

    def tick_all(self) -> None:
        """Tick every original as compared; when all are, none."""
        everything = all(box.isChecked() for box in self.ticks.values())
        for box in self.ticks.values():
            box.setChecked(not everything)

    @Slot()
    def pass_materials(self) -> None:
        """Find the materials complete and genuine."""
        case = self.case
        if case is None or Act.REVIEW_MATERIALS not in case.possible:
            return
        services, actor = self.desk.services, self.desk.actor
        application = case.application.application
        work = partial(
            services.review.pass_materials,
            actor,
            application,
            case.revision,
            tuple(key for key, box in self.ticks.items() if box.isChecked()),
            tuple(key for key, box in self.open_look_ups.items() if box.isChecked()),
            self.note.text().strip(),
        )
        words = tr("Materials passed: {name}").format(name=name_of(case))
        undo = partial(services.review.undo, actor, application)
        self.do(Deed(application, work, words, undo), self.pass_button)

    def _lay_out(self) -> None:
        self.form.add_widget(self.head)
        aside = QWidget()
        row = QHBoxLayout(aside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.start_button)
        row.addStretch(1)
        self.form.add_widget(aside)
        self.form.add_widget(self._checklist)
        self.form.add(FieldRow(tr("&Note"), self.note, field="note"))
        self.form.add_side_action(self.ask_button)
        self.form.add_action(self.pass_button)
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.supplement)
        self.body.addWidget(self._pages)

    def _fill(self, case: Case, ticked: set[EvidenceId]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.ticks, self.open_look_ups = {}, {}
        self._list.addWidget(SectionTitle(tr("Original compared (Ctrl A: all)")))
        if not case.evidence:
            self._list.addWidget(Label(tr("The file has no materials."), "secondary", wrap=True))
        for evidence in case.evidence:
            box = MaterialTick(evidence)
            box.setChecked(evidence.evidence in ticked)
            box.focused.connect(self.evidence_wanted)
            self.ticks[evidence.evidence] = box
            self._list.addWidget(box)
        for line in case.lines:
            if not line.line.withdrawn:
                self._add_line(line, case)

    def _add_line(self, line: CaseLine, case: Case) -> None:
        self._list.addSpacing(8)
        self._list.addWidget(Hairline())
        facts = OutcomeFacts()
        facts.show_line(line.line, case, whole=True)
        self._list.addWidget(facts)
        missing = joined([str(word_material(key)) for key in line.suggestion.missing_materials])
        if missing:
            words = tr("The rules ask for more: {materials}").format(materials=missing)
            self._list.addWidget(Label(words, "warning", wrap=True))
        for duplicate in line.duplicates:
            self._list.addWidget(Label(duplicate_text(duplicate), "warning", wrap=True))
        box = QCheckBox()
        say(box.setText, tr("Official look-up still open"))
        say(box.setAccessibleName, tr("Official look-up still open"))
        self.open_look_ups[line.line.line] = box
        self._list.addWidget(box)

    @Slot()
    def _on_ask_button_clicked(self) -> None:
        if self.case is not None:
            self._pages.setCurrentWidget(self.supplement)
            self.supplement.begin(self.case)

    @Slot()
    def _on_supplement_cancelled(self) -> None:
        self._pages.setCurrentWidget(self.form)

    @Slot(object)
    def _on_supplement_asked(self, asking: Asking) -> None:
        if self.case is not None:
            deed = supplement_deed(self.desk, self.case, asking, Stage.REVIEW)
            self.do(deed, self.supplement.ask_button)

    @Slot()
    def _on_start_button_clicked(self) -> None:
        case = self.case
        if case is None:
            return
        application = case.application.application
        work = partial(self.desk.services.review.start, self.desk.actor, application, case.revision)
        words = tr("Taken up: {name}").format(name=name_of(case))
        self.do(Deed(application, work, words), self.start_button)
