"""The audit trail: who did, saw, printed and exported what, and whether that still holds.

``AuditPage(desk)``: above, how far the trail is signed and countersigned, what the server found, and the
check of every chain; below, the lines with their filters and, beside them, the chosen line, the findings of
a check, or the export.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QWidget

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_audit import AuditLine, AuditState, CheckProgress, StoreFinding
from creditbank_desktop.ui.audit.desk import AuditDesk, AuditSource
from creditbank_desktop.ui.audit.filter_bar import FilterBar
from creditbank_desktop.ui.audit.side import ExportCard, FindingsCard, LineCard
from creditbank_desktop.ui.audit.warning_card import WarningCard
from creditbank_desktop.ui.i18n import Words, say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.kit.surfaces import Card, Label, StateChip
from creditbank_desktop.ui.running import PROGRESS_AFTER_MS, Notice
from creditbank_desktop.ui.settings.sides import word_moment
from creditbank_desktop.ui.shell.workplaces import SearchHit, WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.audit_words import (
    word_action,
    word_state,
    word_subject,
    word_table,
    word_who,
)
from creditbank_desktop.ui.wording.failures import word_failure

_POLL_MS = 100
_WIDE_PX = 560
Outcome = OpResult[tuple[StoreFinding, ...]] | EnvironmentFault | Refused


def audit_columns() -> Sequence[Column[AuditLine]]:
    """Return the columns of the trail."""
    return (
        Column(tr("No."), lambda row: f"{row.number:,}", 76, right=True, secondary=True),
        Column(tr("When"), lambda row: row.at.astimezone().strftime("%m-%d %H:%M:%S"), 122),
        Column(tr("Who"), lambda row: str(word_who(row)), 96, strong=True),
        Column(tr("Did"), lambda row: str(word_action(row.action)), 138),
        Column(tr("To"), word_subject),
    )


class LinesCard(Card):
    """The filters above the lines; a narrow card leaves the numbers out, which the line's own card has."""

    def __init__(self, filters: FilterBar, table: KeysetTable[AuditLine]) -> None:
        """Hold ``filters`` and ``table``."""
        super().__init__(padded=False)
        self._table = table
        self.body.addWidget(filters)
        self.body.addWidget(table, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._table.setColumnHidden(0, self.width() < _WIDE_PX)


class CheckBar(QWidget):
    """Follows a check; shown only when it has lasted a moment. Esc stops it."""

    def __init__(self) -> None:
        """Follow nothing yet."""
        super().__init__()
        self.stage = Label("", "secondary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        say(self.bar.setAccessibleName, tr("Progress of the check"))
        self.stop_button = SecondaryButton(tr("Stop"), key="Escape")
        self._progress: CheckProgress | None = None
        self._polls = 0
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.stop_button.clicked.connect(self._on_stop_button_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.stage)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop_button)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether a check is followed."""
        return self._progress is not None

    def follow(self, progress: CheckProgress) -> None:
        """Follow a check."""
        self._progress, self._polls = progress, 0
        self.stop_button.setEnabled(True)
        self._timer.start()

    def end(self) -> bool:
        """Follow nothing any more; return whether the check was stopped."""
        stopped = self._progress is not None and self._progress.cancelled
        self._progress = None
        self._timer.stop()
        self.hide()
        return stopped

    @Slot()
    def _on_timer_timeout(self) -> None:
        progress = self._progress
        if progress is None:
            return
        self._polls += 1
        if self._polls * _POLL_MS >= PROGRESS_AFTER_MS:
            self.show()
        self.bar.setRange(0, 1_000 if progress.total else 0)
        if progress.total:
            self.bar.setValue(min(1_000, progress.done * 1_000 // progress.total))
        words = tr("Stopping …") if progress.cancelled else word_table(progress.table)
        self.stage.set_words(words)

    @Slot()
    def _on_stop_button_clicked(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self.stop_button.setEnabled(False)


class AuditPage(WorkplacePage):
    """Named in the module's text."""

    def __init__(self, desk: AuditDesk) -> None:
        """Begin without lines."""
        super().__init__()
        self._desk = desk
        self.chip = StateChip()
        self.standing = Label("", wrap=True)
        self.check_button = PrimaryButton(tr("Check everything"), key="Ctrl+R", icon=Icon.CHECKLIST)
        self.bar = CheckBar()
        self.warning_button = SecondaryButton(tr("Show warning"), key="Ctrl+W", icon=Icon.ALERT_TRIANGLE)
        self.warnings = WarningCard(may_note=may(desk.actor, "AuditService.note_warning"))
        self.filters = FilterBar()
        self.table: KeysetTable[AuditLine] = KeysetTable(audit_columns(), name=tr("Audit trail"))
        self.line = LineCard()
        self.findings = FindingsCard()
        self.export = ExportCard()
        self.side = QStackedWidget()
        self._lay_out()
        self._connect()
        self._list_keys()
        self.warning_button.hide()

    def on_opened(self) -> None:
        """Read the trail and go to its lines."""
        self.refresh()
        QTimer.singleShot(0, self.table, self.table.setFocus)

    def open_hit(self, hit: SearchHit) -> None:
        """Show the lines about a number or an id."""
        self.filters.clear()
        self.filters.search.setText(hit.id)
        self.load()

    @Slot()
    def refresh(self) -> None:
        """Read how the trail stands, and its lines."""
        audit, actor = self._desk.audit, self._desk.actor
        self._desk.runner.run(lambda: audit.state(actor), self._show_state, owner=self)
        self.load()

    @Slot()
    def load(self) -> None:
        """Read the lines that are wanted."""
        if not self.filters.is_sound():
            return
        self.table.load(
            AuditSource(self._desk, self.filters.wanted()), runner=self._desk.runner, select_first=True
        )

    @Slot()
    def check(self) -> None:
        """Check every chain and signature, unless that is under way."""
        if self.bar.is_running:
            return
        progress = CheckProgress()
        audit, actor = self._desk.audit, self._desk.actor

        def work() -> Outcome:
            # The end must be told here whatever it was, so that nothing goes on looking busy.
            try:
                return audit.check(actor, progress)
            except (EnvironmentFault, Refused) as failure:
                return failure

        if self._desk.runner.run(work, self._on_checked, owner=self, busy=self.check_button):
            self.bar.follow(progress)

    def _lay_out(self) -> None:
        head = Card()
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.chip)
        top.addWidget(self.standing, 1)
        top.addWidget(self.warning_button)
        top.addWidget(self.check_button)
        head.body.addLayout(top)
        head.body.addWidget(self.bar)
        listed = LinesCard(self.filters, self.table)
        self.table.set_empty_text(tr("No line fits. Press Ctrl+0 to show all lines."))
        for card in (self.line, self.findings, self.export, self.warnings):
            self.side.addWidget(card)
        self.body.addWidget(head)
        self.panes = Panes((Pane(tr("Lines"), listed, 470, 5), Pane(tr("Line"), self.side, 270, 2)))
        self.body.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.check_button.clicked.connect(self.check)
        self.filters.changed.connect(self.load)
        self.filters.search.descended.connect(self._on_search_descended)
        self.filters.export_button.clicked.connect(self._on_export_button_clicked)
        self.export.save.clicked.connect(self._on_export_save_clicked)
        self.export.back.clicked.connect(self._on_back_clicked)
        self.findings.back.clicked.connect(self._on_back_clicked)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.loaded.connect(self._on_table_loaded)
        self.warning_button.clicked.connect(self._on_warning_button_clicked)
        self.warnings.back.clicked.connect(self._on_back_clicked)
        self.warnings.noted.connect(self._on_warnings_noted)
        self._desk.bus.changed.connect(self._on_bus_changed)

    def _list_keys(self) -> None:
        self.shortcuts.add("Ctrl+F", tr("Search"), self.filters.go_to_search, hint=True)
        self.shortcuts.add_button(self.check_button, hint=True)
        self.shortcuts.add_button(self.bar.stop_button)
        self.shortcuts.add_button(self.warning_button)
        self.shortcuts.add_button(self.filters.all_button)
        self.shortcuts.add_button(self.filters.export_button, hint=True)
        self.shortcuts.add_button(self.export.save)

    def _show_state(self, state: AuditState) -> None:
        moment = "" if state.server_time is None else word_moment(state.server_time)
        self.standing.set_words(word_state(state, moment))
        if state.warnings:
            self.chip.set_state(tr("To be looked at"), Tone.DANGER)
        elif state.countersigned:
            self.chip.set_state(tr("Secured"), Tone.SUCCESS)
        else:
            self.chip.set_state(tr("Signed here only"), Tone.WARNING)
        self.warning_button.setVisible(bool(state.warnings))
        self.warnings.show_warnings(state.warnings)
        if state.warnings and self.side.currentWidget() is self.line:
            self.side.setCurrentWidget(self.warnings)
        elif not state.warnings and self.side.currentWidget() is self.warnings:
            self.side.setCurrentWidget(self.line)
        self.filters.show_people(state.people)

    def _on_checked(self, outcome: Outcome) -> None:
        stopped = self.bar.end()
        if isinstance(outcome, (EnvironmentFault, Refused)):
            tone = Tone.DANGER if isinstance(outcome, EnvironmentFault) else Tone.WARNING
            self.messages.show_notice(Notice(word_failure(outcome), tone, self.check))
            return
        self._desk.bus.announce(outcome.changes)
        found = outcome.value
        self.messages.show_notice(Notice(_verdict(len(found), stopped), _tone(len(found), stopped)))
        if found:
            self.findings.show_findings(found)
            self.side.setCurrentWidget(self.findings)
            self.panes.bring(1)
        elif self.side.currentWidget() is self.findings:
            self.side.setCurrentWidget(self.line)
        self.refresh()

    @Slot(object)
    def _on_table_row_chosen(self, line: AuditLine | None) -> None:
        self.line.show_line(line)

    @Slot(int)
    def _on_table_loaded(self, count: int) -> None:
        self.filters.show_count(count)

    @Slot()
    def _on_search_descended(self) -> None:
        self.table.setFocus()

    @Slot()
    def _on_export_button_clicked(self) -> None:
        self.export.begin(self.table.model().rowCount())
        self.side.setCurrentWidget(self.export)
        self.panes.bring(1)
        QTimer.singleShot(0, self.export.purpose.choice, self.export.purpose.choice.setFocus)

    @Slot()
    def _on_export_save_clicked(self) -> None:
        if self.side.currentWidget() is not self.export or not self.export.purpose.accepts():
            return
        desk, form = self._desk, self.export.form.value()
        wanted, purpose = self.filters.wanted(), self.export.purpose.purpose()
        if form is None:
            return
        path = desk.choose_save(self, f"audit-trail.{form.value}", f"{form.value.upper()} (*.{form.value})")
        if not path:
            return

        def work() -> OpResult[bytes]:
            made = desk.audit.export(desk.actor, wanted, purpose, form)
            desk.write_file(path, made.value)
            return made

        def done(made: OpResult[bytes]) -> None:
            desk.bus.announce(made.changes)
            self.messages.show_notice(Notice(tr("Saved as {path}").format(path=path), Tone.SUCCESS))
            self._on_back_clicked()
            self.load()

        desk.runner.run(work, done, owner=self, busy=self.export.save)

    @Slot()
    def _on_warning_button_clicked(self) -> None:
        self.side.setCurrentWidget(self.warnings)
        self.panes.bring(1)
        QTimer.singleShot(0, self.warnings.reason, self.warnings.reason.setFocus)

    @Slot()
    def _on_back_clicked(self) -> None:
        self.side.setCurrentWidget(self.line)
        QTimer.singleShot(0, self.table, self.table.setFocus)

    @Slot(int, str)
    def _on_warnings_noted(self, number: int, reason: str) -> None:
        audit, actor = self._desk.audit, self._desk.actor

        def done(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)
            self.warnings.clear()
            self.refresh()

        self._desk.runner.run(
            lambda: audit.note_warning(actor, number, reason),
            done,
            owner=self.warnings,
            busy=self.warnings.note,
        )

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(kind in ("audit", "sync") for kind, _id in changes):
            audit, actor = self._desk.audit, self._desk.actor
            self._desk.runner.run(lambda: audit.state(actor), self._show_state, owner=self)


def _verdict(found: int, stopped: bool) -> Words:
    if found:
        return tr("%n row(s) do not hold. Tell the security officer; the check changed nothing.", n=found)
    if stopped:
        return tr("The check was stopped. What it came to was whole.")
    return tr("Everything holds: every line, operation, receipt and account is what was signed.")


def _tone(found: int, stopped: bool) -> Tone:
    if found:
        return Tone.DANGER
    return Tone.WARNING if stopped else Tone.SUCCESS
