"""The section of health: what was looked at, what was seen, and what helps.

``HealthPage(desk)``: the findings of the last examination at the left, the chosen one with its remedy at the
right. ``examine()`` looks at everything again, ``compare()`` makes the tables anew from the history beside
them; both last as long as the office is large, and can be stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_health import (
    HealthFinding,
    HealthProgress,
    HealthReport,
    Mend,
    Severity,
)
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.kit.surfaces import Card, Label, SectionTitle, StateChip, UprightArea
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.safety.examination_bar import ExaminationBar
from creditbank_desktop.ui.safety.health_desk import HealthDesk
from creditbank_desktop.ui.safety.run_bar import RunBar
from creditbank_desktop.ui.settings.sides import word_moment
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_failure
from creditbank_desktop.ui.wording.health_words import (
    SEVERITY_TONES,
    word_advice,
    word_area,
    word_mend,
    word_seen,
    word_severity,
    word_verdict,
)

_Outcome = OpResult[HealthReport] | OpResult[int] | EnvironmentFault | Refused
_BY_SEVERITY = (Severity.BAD, Severity.NOTE, Severity.GOOD)


def health_columns() -> Sequence[Column[HealthFinding]]:
    """Return the columns of the findings."""
    return (
        Column(tr("Looked at"), lambda row: str(word_area(row.area)), 150, strong=True),
        Column(tr("Seen"), lambda row: str(word_seen(row))),
        Column(
            tr("State"),
            lambda row: str(word_severity(row.severity)),
            116,
            chip=lambda row: SEVERITY_TONES[row.severity],
        ),
    )


class HealthPage(WorkplacePage):
    """Findings and what helps; named in the module's text."""

    def __init__(self, desk: HealthDesk) -> None:
        """Begin without findings."""
        super().__init__()
        self._desk = desk
        self._report: HealthReport | None = None
        self.verdict = Label("", "title", wrap=True)
        self.when = Label("", "secondary", wrap=True)
        self.chip = StateChip()
        self.examine_button = PrimaryButton(tr("Examine now"), key="Ctrl+R", icon=Icon.CHECKLIST)
        self.compare_button = SecondaryButton(tr("Compare with the history"), key="Ctrl+Shift+R")
        self.bar = ExaminationBar()
        self.backup_bar = RunBar(tr("Progress of the backup"), key="")
        self.table: KeysetTable[HealthFinding] = KeysetTable(health_columns(), name=tr("Findings"))
        self.area = SectionTitle()
        self.state = StateChip()
        self.seen = Label("", wrap=True, selectable=True)
        self.advice = Label("", "secondary", wrap=True)
        self.mend_button = SecondaryButton(tr("Examine again"), key="Ctrl+Return", icon=Icon.CHECK)
        self._lay_out()
        self._connect()
        self._list_keys()
        self._show(None)

    def on_opened(self) -> None:
        """Show what was seen last and go to the table."""
        self.refresh()
        QTimer.singleShot(0, self.table, self.table.setFocus)

    @Slot()
    def refresh(self) -> None:
        """Read the last examination again."""
        health, actor = self._desk.health, self._desk.actor
        self._desk.runner.run(lambda: health.last(actor), self._show, owner=self)

    @Slot()
    def examine(self) -> None:
        """Look at everything, unless that is under way."""
        health, actor = self._desk.health, self._desk.actor
        self._follow(lambda progress: health.examine(actor, progress), self._on_examined, self.examine_button)

    @Slot()
    def compare(self) -> None:
        """Compare the tables with the history, unless something is under way."""
        tables, actor = self._desk.tables, self._desk.actor
        self._follow(lambda progress: tables.compare(actor, progress), self._on_compared, self.compare_button)

    def _follow(
        self,
        act: Callable[[HealthProgress], OpResult[HealthReport] | OpResult[int]],
        ended: Callable[[_Outcome], None],
        button: QWidget,
    ) -> None:
        if self.bar.is_running:
            return
        progress = HealthProgress()

        def work() -> _Outcome:
            # The end must be told here whatever it was, so that nothing goes on looking busy.
            try:
                return act(progress)
            except (EnvironmentFault, Refused) as failure:
                return failure

        if self._desk.runner.run(work, ended, owner=self, busy=button):
            shown = self.messages.notice
            if shown is not None and shown.tone is Tone.DANGER:
                self.messages.dismiss()
            self.bar.follow(progress)

    def _lay_out(self) -> None:
        head = Card()
        top = QHBoxLayout()
        top.setSpacing(10)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.verdict)
        said.addWidget(self.when)
        top.addLayout(said, 1)
        top.addWidget(self.chip)
        top.addWidget(self.compare_button)
        top.addWidget(self.examine_button)
        head.body.addLayout(top)
        head.body.addWidget(self.bar)
        head.body.addWidget(self.backup_bar)
        listed = Card(padded=False)
        listed.body.addWidget(self.table, 1)
        detail = Card()
        title = QHBoxLayout()
        title.addWidget(self.area, 1)
        title.addWidget(self.state)
        text = QWidget()
        text.setProperty("ground", "none")
        lines = QVBoxLayout(text)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.seen)
        self.seen.hide()
        lines.addWidget(self.advice)
        lines.addStretch(1)
        detail.body.addLayout(title)
        detail.body.addWidget(UprightArea(text), 1)
        detail.body.addWidget(self.mend_button)
        self.body.addWidget(head)
        self.body.addWidget(
            Panes((Pane(tr("Findings"), listed, 420, 3), Pane(tr("Finding"), detail, 260, 1))), 1
        )

    def _connect(self) -> None:
        self.examine_button.clicked.connect(self.examine)
        self.compare_button.clicked.connect(self.compare)
        self.mend_button.clicked.connect(self._on_mend_button_clicked)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.row_opened.connect(self._on_mend_button_clicked)
        self._desk.bus.changed.connect(self._on_bus_changed)

    def _list_keys(self) -> None:
        self.shortcuts.add_button(self.examine_button, hint=True)
        self.shortcuts.add_button(self.compare_button, hint=True)
        self.shortcuts.add_button(self.bar.stop_button)
        self.shortcuts.add_button(self.mend_button, hint=True)

    def _show(self, report: HealthReport | None) -> None:
        self._report = report
        self.verdict.set_words(word_verdict(report))
        self.chip.setVisible(report is not None)
        if report is None:
            self.when.set_words(tr("An examination reads every page, every signature and every stored file."))
            self.table.set_empty_text(tr("Press “Examine now” to look at everything."))
            self._list(())
            return
        self.chip.set_state(word_severity(report.worst), SEVERITY_TONES[report.worst])
        self.when.set_words(tr("Examined {moment}").format(moment=word_moment(report.at)))
        self._list(sorted(report.findings, key=lambda found: _BY_SEVERITY.index(found.severity)))

    def _list(self, findings: Sequence[HealthFinding]) -> None:
        self.table.load(
            ListSource(list(findings), lambda row: f"{row.area} {row.code} {row.params[:1]}"),
            select_first=True,
        )
        if not findings:
            self._on_table_row_chosen(None)

    def _on_examined(self, outcome: _Outcome) -> None:
        report = self._ended(outcome, self.examine)
        if isinstance(report, HealthReport):
            self._show(report)
            self.noted.emit(word_verdict(report))

    def _on_compared(self, outcome: _Outcome) -> None:
        report = self._ended(outcome, self.compare)
        if not isinstance(report, HealthReport):
            return
        if report.cancelled:
            self.messages.show_notice(
                Notice(tr("The comparison was stopped before its end."), Tone.WARNING, self.compare)
            )
        if report.cancelled and report.findings:
            self._show(report)
        else:
            self.refresh()

    def _on_rebuilt(self, outcome: _Outcome) -> None:
        rows = self._ended(outcome, self._rebuild)
        if isinstance(rows, int):
            self._tell(tr("Backed up, and %n row(s) put right.", n=rows))
            self.refresh()

    def _ended(self, outcome: _Outcome, again: Callable[[], None]) -> HealthReport | int | None:
        self.bar.end()
        if isinstance(outcome, (EnvironmentFault, Refused)):
            tone = Tone.DANGER if isinstance(outcome, EnvironmentFault) else Tone.WARNING
            self.messages.show_notice(Notice(word_failure(outcome), tone, again))
            return None
        self._desk.bus.announce(outcome.changes)
        return outcome.value

    @Slot(object)
    def _on_table_row_chosen(self, found: HealthFinding | None) -> None:
        for widget in (self.state, self.mend_button):
            widget.setVisible(found is not None)
        if found is None:
            self.area.set_words(tr("Nothing is chosen"))
            self.seen.set_words("")
            # Without words it would be a stop of the Tab key that says nothing.
            self.seen.hide()
            self.advice.set_words("")
            return
        self.area.set_words(word_area(found.area))
        self.state.set_state(word_severity(found.severity), SEVERITY_TONES[found.severity])
        self.seen.set_words(word_seen(found))
        self.seen.show()
        self.advice.set_words(word_advice(found))
        self.mend_button.setVisible(found.mend is not Mend.NOTHING)
        if found.mend is not Mend.NOTHING:
            self.mend_button.set_words(word_mend(found.mend))

    @Slot()
    def _on_mend_button_clicked(self, *_row: object) -> None:
        found = self.table.selected()
        if found is not None and found.mend is not Mend.NOTHING:
            self._remedies()[found.mend]()

    def _remedies(self) -> dict[Mend, Callable[[], object]]:
        return {
            Mend.CHECK_AGAIN: self.examine,
            Mend.REMOVE_ORPHANS: self._remove_orphans,
            Mend.REBUILD: self._rebuild,
            Mend.BACK_UP: self._back_up,
            Mend.RESTORE: self._desk.open_backups,
            Mend.SYNC: self._desk.open_sync,
            Mend.RENEW_CODE: self._desk.open_keys,
        }

    def _rebuild(self) -> None:
        tables, actor = self._desk.tables, self._desk.actor
        self._follow(lambda progress: tables.rebuild(actor, progress), self._on_rebuilt, self.mend_button)

    def _remove_orphans(self) -> None:
        health, actor = self._desk.health, self._desk.actor
        self._desk.runner.run(
            lambda: health.remove_orphans(actor), self._on_removed, owner=self, busy=self.mend_button
        )

    def _on_removed(self, result: OpResult[int]) -> None:
        self._tell(tr("%n file(s) that nobody needs were removed.", n=result.value))
        self.examine()

    def _back_up(self) -> None:
        progress = BackupProgress()
        backups, actor = self._desk.backups, self._desk.actor

        def work() -> frozenset[tuple[str, str]] | EnvironmentFault | Refused:
            try:
                return backups.make(actor, progress).changes
            except (EnvironmentFault, Refused) as failure:
                return failure

        if self._desk.runner.run(work, self._on_backed_up, owner=self, busy=self.mend_button):
            self.backup_bar.follow(progress)

    def _on_backed_up(self, outcome: frozenset[tuple[str, str]] | EnvironmentFault | Refused) -> None:
        self.backup_bar.end()
        if isinstance(outcome, (EnvironmentFault, Refused)):
            self.messages.show_notice(Notice(word_failure(outcome), Tone.DANGER, self._back_up))
            return
        self._desk.bus.announce(outcome)
        self._tell(tr("Backed up and checked."))
        self.examine()

    def _tell(self, words: Words) -> None:
        self.messages.show_notice(Notice(words, Tone.SUCCESS))

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and not self.bar.is_running and any(kind == "health" for kind, _id in changes):
            self.refresh()
