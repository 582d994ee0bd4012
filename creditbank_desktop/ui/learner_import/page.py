"""Opening learners in bulk, step by step: file, columns, preview, run, report.

``LearnerImportPage(desk)``: an import that the end of the program interrupted is finished when the page
opens.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_import import (
    ImportProgress,
    ImportState,
    ImportSummary,
    RowView,
    SheetLook,
)
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState, Label, StateChip
from creditbank_desktop.ui.learner_import.columns_pane import ColumnsPane
from creditbank_desktop.ui.learner_import.preview_pane import MOST_SHOWN, Kinds, PreviewPane
from creditbank_desktop.ui.learner_import.run_pane import ReportPane, RunPane
from creditbank_desktop.ui.learner_import.words import all_import_words, import_words
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_fault, word_problem, word_refused

XLSX = "Excel (*.xlsx)"
FILE, COLUMNS, PREVIEW, RUN, REPORT = range(5)


class LearnerImportPage(WorkplacePage):
    """The steps of an import; named in the module's text."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin with the choice of a file."""
        super().__init__()
        self._desk = desk
        self._imports = desk.services.learner_imports
        self._summary: ImportSummary | None = None
        self._progress: ImportProgress | None = None
        self.choose = PrimaryButton(tr("Choose a sheet"), key="Ctrl+O", icon=Icon.FOLDER)
        self.template = SecondaryButton(tr("Save a template"), key="Ctrl+T")
        self.columns, self.preview = ColumnsPane(), PreviewPane()
        self.running, self.report = RunPane(), ReportPane()
        self.steps = QStackedWidget()
        self._places = [StateChip() for _ in range(5)]
        self._lay_out()
        self._connect()
        self._go_to(FILE)

    def on_opened(self) -> None:
        """Show what is under way or waits, else the choice of a file."""
        if self._progress is None:
            actor = self._desk.actor
            self._desk.runner.run(lambda: self._imports.latest(actor), self._show_latest, owner=self)

    def may_close(self) -> bool:
        """Let the window close: what was begun is finished the next time."""
        return True

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for chip in self._places:
            line.addWidget(chip)
        line.addStretch(1)
        self.body.addLayout(line)
        for pane in (self._file_pane(), self.columns, self.preview, self.running, self.report):
            self.steps.addWidget(pane)
        self.body.addWidget(self.steps, 1)

    def _file_pane(self) -> Card:
        card = Card()
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.template)
        row.addWidget(self.choose)
        row.addStretch(1)
        sentence = tr(
            "Choose an .xlsx or .csv file with a row a learner. Every row is examined and shown before "
            "anything is entered."
        )
        card.body.addWidget(EmptyState(Icon.LEARNER, sentence), 1)
        card.body.addWidget(buttons)
        hint = Label(tr("The template has the columns and lists to choose from."), "secondary")
        row_of_hint = QHBoxLayout()
        row_of_hint.addStretch(1)
        row_of_hint.addWidget(hint)
        row_of_hint.addStretch(1)
        card.body.addLayout(row_of_hint)
        card.body.addStretch(1)
        return card

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose_clicked)
        self.template.clicked.connect(self._on_template_clicked)
        self.columns.back.clicked.connect(self._on_columns_back_clicked)
        self.columns.go.clicked.connect(self._on_columns_go_clicked)
        self.preview.back.clicked.connect(self._on_preview_back_clicked)
        self.preview.save.clicked.connect(self._on_save_clicked)
        self.preview.go.clicked.connect(self._on_preview_go_clicked)
        self.preview.kinds_wanted.connect(self._on_preview_kinds_wanted)
        self.report.save.clicked.connect(self._on_save_clicked)
        self.report.take_back.clicked.connect(self._on_report_take_back_clicked)
        self.report.another.clicked.connect(self._on_report_another_clicked)
        for discard in (self.preview.discard, self.report.discard):
            discard.sure.connect(self._on_discard_sure)
        keys = self.shortcuts
        for button in (self.choose, self.template):
            keys.add_button(button, hint=True)
        keys.add_note("Escape", tr("Back, or stop"))
        keys.add_note("Ctrl+Return", tr("Next step"), hint=True)
        keys.add_button(self.preview.save)
        keys.add_button(self.report.take_back)
        keys.add_button(self.report.discard)
        keys.add_button(self.preview.warned)
        keys.add_button(self.preview.corrections)

    def _go_to(self, step: int) -> None:
        names = (tr("File"), tr("Columns"), tr("Preview"), tr("Entering"), tr("Report"))
        for place, (chip, name) in enumerate(zip(self._places, names, strict=True)):
            done = Tone.SUCCESS if place < step else Tone.NEUTRAL
            chip.set_state(f"{place + 1} {name}", Tone.INFO if place == step else done)
        self.steps.setCurrentIndex(step)
        first: tuple[Callable[[], object], ...] = (
            self.choose.setFocus,
            self.columns.focus_first,
            self.preview.focus_first,
            self.running.stop.setFocus,
            self.report.another.setFocus,
        )
        QTimer.singleShot(0, self, first[step])
        self.keys_changed.emit()

    def _show_latest(self, summary: ImportSummary | None) -> None:
        if summary is None:
            if self.steps.currentIndex() not in (FILE, COLUMNS):
                self._go_to(FILE)
        elif summary.state in (ImportState.ENTERING, ImportState.TAKING_BACK):
            self._finish_interrupted(summary)
        elif summary.state is ImportState.LOOKED_AT:
            if self.steps.currentIndex() != COLUMNS:
                self._show_preview(summary)
        elif self.steps.currentIndex() in (RUN, REPORT):
            self._show_report(summary)

    def _finish_interrupted(self, summary: ImportSummary) -> None:
        told = tr("An import of {file} was interrupted at {done}. It is finished now.")
        notice = told.format(file=summary.file_name, done=summary.entered)
        self.messages.show_notice(Notice(notice, Tone.INFO))
        progress = self._follow()
        actor, imports = self._desk.actor, self._imports
        self._carry_out(lambda: imports.resume(actor, summary.import_id, progress))

    def _follow(self) -> ImportProgress:
        progress = self._progress = ImportProgress()
        self._go_to(RUN)
        self.running.follow(progress)
        return progress

    def _carry_out(self, work: Callable[[], OpResult[ImportSummary]]) -> None:
        self._do(work, self._on_carried_out)

    def _do(self, work: Callable[[], Any], on_success: Callable[[Any], None]) -> None:
        """Run ``work``; whatever goes wrong, the page comes back from the bar."""

        def attempt() -> Any:
            try:
                return work()
            except EnvironmentFault as fault:
                return fault

        def settled(result: Any) -> None:
            if isinstance(result, EnvironmentFault):
                self._come_back(Notice(word_fault(result), Tone.DANGER, self.on_opened))
                return
            self._progress = None
            self.running.end()
            on_success(result)

        def told(found: Problems) -> None:
            words = "\n".join(str(word_problem(problem)) for problem in found.problems)
            self._come_back(Notice(words, Tone.DANGER))

        self._desk.runner.run(
            attempt,
            settled,
            owner=self,
            on_problems=told,
            on_refused=lambda refused: self._come_back(Notice(word_refused(refused), Tone.WARNING)),
        )

    def _come_back(self, notice: Notice) -> None:
        """Leave the bar for the step before it and say why."""
        self._progress = None
        self.running.end()
        summary = self._summary
        waits = summary is not None and summary.state is ImportState.LOOKED_AT
        self._go_to(PREVIEW if waits else COLUMNS if self.columns.combos else FILE)
        self.messages.show_notice(notice)

    def _on_carried_out(self, result: OpResult[ImportSummary]) -> None:
        self._desk.bus.announce(result.changes)
        self._show_report(result.value)

    def _show_preview(self, summary: ImportSummary) -> None:
        self._summary = summary
        self.preview.show_summary(summary)
        self._go_to(PREVIEW)

    def _show_report(self, summary: ImportSummary) -> None:
        self._summary = summary
        self.report.show_summary(summary)
        self._go_to(REPORT)

    @Slot()
    def _on_choose_clicked(self) -> None:
        if self.steps.currentIndex() == RUN:
            return
        path = self._desk.choose_open(self, f"{tr('Sheets')} (*.xlsx *.csv)")
        if path:
            actor, imports, words = self._desk.actor, self._imports, all_import_words()
            self._desk.runner.run(
                lambda: imports.look(actor, path, words), self._on_looked, owner=self, busy=self.choose
            )

    def _on_looked(self, look: SheetLook) -> None:
        self.messages.dismiss()
        self.columns.show_look(look)
        self._go_to(COLUMNS)

    @Slot()
    def _on_template_clicked(self) -> None:
        path = self._desk.choose_save(self, f"{tr('Learners')} {tr('Template')}.xlsx", XLSX)
        if path:
            desk, words = self._desk, import_words()

            def work() -> str:
                desk.write_file(path, desk.services.learner_imports.template(desk.actor, words))
                return path

            desk.runner.run(work, self._on_written, owner=self)

    @Slot()
    def _on_columns_back_clicked(self) -> None:
        self._go_to(FILE)

    @Slot()
    def _on_columns_go_clicked(self) -> None:
        look, words, actor = self.columns.assigned(), all_import_words(), self._desk.actor
        self._summary = None
        progress = self._follow()
        self._do(lambda: self._imports.examine(actor, look, words, progress), self._on_examined)

    def _on_examined(self, summary: ImportSummary | None) -> None:
        if summary is None:
            self._go_to(COLUMNS)
        else:
            self._show_preview(summary)

    @Slot()
    def _on_preview_back_clicked(self) -> None:
        self._go_to(COLUMNS if self.columns.combos else FILE)

    @Slot(object)
    def _on_preview_kinds_wanted(self, kinds: Kinds | None) -> None:
        summary, actor, imports = self._summary, self._desk.actor, self._imports
        if summary is None or kinds is None:
            return

        def show(rows: tuple[RowView, ...]) -> None:
            self.preview.show_rows(rows)

        self._desk.runner.run(
            lambda: imports.rows(actor, summary.import_id, kinds, 0, MOST_SHOWN), show, owner=self
        )

    @Slot()
    def _on_preview_go_clicked(self) -> None:
        summary, choice = self._summary, self.preview.choice()
        if summary is None:
            return
        if not choice.purpose:
            self.preview.purpose_row.show_problems([Problem("field.required", "purpose")])
            self.preview.purpose.setFocus()
            return
        actor, imports = self._desk.actor, self._imports
        progress = self._follow()
        self._carry_out(lambda: imports.run(actor, summary.import_id, choice, progress))

    @Slot()
    def _on_save_clicked(self) -> None:
        summary = self._summary
        if summary is None or self.steps.currentIndex() not in (PREVIEW, REPORT):
            return
        name = f"{PurePath(summary.file_name).stem} {tr('Problems')}.xlsx"
        path = self._desk.choose_save(self, name, XLSX)
        if path:
            desk, words = self._desk, import_words()

            def work() -> str:
                data = desk.services.learner_imports.export_problems(
                    desk.actor, summary.import_id, words, lambda problem: str(word_problem(problem))
                )
                desk.write_file(path, data)
                return path

            desk.runner.run(work, self._on_written, owner=self)

    def _on_written(self, path: str) -> None:
        self.noted.emit(tr("Saved: {path}").format(path=path))

    @Slot()
    def _on_report_take_back_clicked(self) -> None:
        summary, actor, imports = self._summary, self._desk.actor, self._imports
        if summary is not None and summary.can_take_back:
            progress = self._follow()
            self._carry_out(lambda: imports.take_back(actor, summary.import_id, progress))

    @Slot()
    def _on_discard_sure(self) -> None:
        summary, actor, imports = self._summary, self._desk.actor, self._imports
        if summary is None or self.steps.currentIndex() not in (PREVIEW, REPORT):
            return

        def gone(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)
            self._summary = None
            self._go_to(FILE)
            self.noted.emit(tr("The rows of {file} are discarded").format(file=summary.file_name))

        self._desk.runner.run(lambda: imports.discard(actor, summary.import_id), gone, owner=self)

    @Slot()
    def _on_report_another_clicked(self) -> None:
        self._go_to(FILE)
