"""The section of backups: how safe the office is, which backups there are, and what can be done with them.

``BackupPage(desk)``: a register of backups at the left; at the right how things stand with the actions, the
form of the settings, or that of the export.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_backup import (
    BackupList,
    BackupSettings,
    BackupView,
    ExportReport,
    MadeBackup,
)
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.kit.surfaces import Card, Facts, Label, StateChip
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.safety.backup_desk import BackupDesk
from creditbank_desktop.ui.safety.backup_forms import BackupSettingsForm, ExportForm
from creditbank_desktop.ui.safety.run_bar import RunBar
from creditbank_desktop.ui.settings.register import RegisterCard, RegisterWords, RowReading
from creditbank_desktop.ui.settings.sides import RegisterSides, word_moment
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.backup_words import (
    state_tone,
    word_kind,
    word_place_fault,
    word_size,
    word_state,
)
from creditbank_desktop.ui.wording.failures import word_fault, word_refused

Outcome = (
    OpResult[MadeBackup] | OpResult[ExportReport] | OpResult[None] | EnvironmentFault | Refused | Problems
)
_CONCERNED = frozenset({"backup", "setting"})
_LATE_AFTER_DAYS = 1


def backup_columns() -> Sequence[Column[BackupView]]:
    """Return the columns of the list."""
    return (
        Column(tr("Made"), lambda row: word_moment(row.made_at), 156, strong=True),
        Column(tr("Why"), lambda row: str(word_kind(row.kind))),
        Column(tr("Where"), lambda row: str(_where(row)), 112, secondary=True),
        Column(tr("Size"), lambda row: word_size(row.size_bytes), 84, right=True, secondary=True),
        Column(
            tr("State"), lambda row: str(word_state(row.fault)), 104, chip=lambda row: state_tone(row.fault)
        ),
    )


class BackupPage(WorkplacePage):
    """Register, standing and forms; named in the module's text."""

    def __init__(self, desk: BackupDesk) -> None:
        """Begin without backups."""
        super().__init__()
        self._desk = desk
        self._found = BackupList()
        self._settings = BackupSettings()
        actor = desk.actor
        self._may_make = may(actor, "BackupService.make")
        self._may_set = may(actor, "BackupService.save_settings")
        self._may_export = may(actor, "ExportService.everything")
        self.register = RegisterCard(
            backup_columns(),
            RegisterWords(
                tr("Backups"),
                tr("Day or reason"),
                tr("No backup yet. Press “Back up now” to make the first."),
            ),
            RowReading(
                lambda row: row.path, lambda row: (word_moment(row.made_at), str(word_kind(row.kind)))
            ),
        )
        self.chip = StateChip()
        self.headline = Label("", "section", wrap=True)
        self.advice = Label("", "secondary", wrap=True)
        self.facts = Facts()
        self.run_bar = RunBar(tr("Progress of the backup"))
        self.now = PrimaryButton(tr("Back up now"), key="Ctrl+B", icon=Icon.SAVE)
        self.check_button = SecondaryButton(tr("Check it whole"), key="Ctrl+J", icon=Icon.CHECKLIST)
        self.restore = SecondaryButton(tr("Restore it …"), key="Ctrl+T", icon=Icon.HISTORY)
        self.change = SecondaryButton(tr("Settings"), key="Ctrl+E", icon=Icon.SETTINGS)
        self.export_button = SecondaryButton(
            tr("Export everything …"), key="Ctrl+Shift+E", icon=Icon.DOWNLOAD
        )
        self.form = BackupSettingsForm(desk.choose_folder)
        self.export = ExportForm(desk.choose_folder)
        self._side = QStackedWidget()
        self._lay_out()
        self._connect()
        self._list_keys()

    def on_opened(self) -> None:
        """Read everything and go to the table."""
        self.refresh()
        QTimer.singleShot(0, self, self.register.go_to_table)

    @Slot()
    def refresh(self) -> None:
        """Read the backups and settings again."""
        backups, actor = self._desk.backups, self._desk.actor
        self._desk.runner.run(
            lambda: (backups.backups(actor), backups.settings(actor)), self._show, owner=self
        )

    def may_close(self) -> bool:
        """Let a run stop by itself: nothing half-made stays behind."""
        return True

    def _lay_out(self) -> None:
        standing = Card()
        scrolled = Form()
        for widget in (self.chip, self.headline, self.advice, self.facts):
            scrolled.add_widget(widget)
        standing.body.addWidget(scrolled, 1)
        standing.body.addWidget(self.run_bar)
        column = QVBoxLayout()
        column.setSpacing(8)
        for button, allowed in self._actions():
            if allowed and button in (self.check_button, self.restore):
                self.register.add_action(button)
            elif allowed:
                column.addWidget(button)
            else:
                button.setParent(self)
                button.hide()
                button.setEnabled(False)
        standing.body.addLayout(column)
        self._standing = standing
        self._side.addWidget(standing)
        for form in (self.form, self.export):
            card = Card()
            card.body.addWidget(form)
            self._side.addWidget(card)
        self.register.hide_when_narrow(2, 3)
        self.body.addWidget(RegisterSides(self.register, self._side), 1)

    def _actions(self) -> tuple[tuple[PrimaryButton | SecondaryButton, bool], ...]:
        return (
            (self.now, self._may_make),
            (self.check_button, self._may_make),
            (self.restore, self._may_make),
            (self.change, self._may_set),
            (self.export_button, self._may_export),
        )

    def _connect(self) -> None:
        self.now.clicked.connect(self.make)
        self.check_button.clicked.connect(self._on_check_button_clicked)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.export_button.clicked.connect(self._on_export_button_clicked)
        self.form.cancel.clicked.connect(self._show_standing)
        self.form.save.clicked.connect(self._on_form_save_clicked)
        self.export.cancel.clicked.connect(self._show_standing)
        self.export.go.clicked.connect(self._on_export_go_clicked)
        self.register.row_chosen.connect(self._on_register_row_chosen)
        self._desk.bus.changed.connect(self._on_bus_changed)

    def _list_keys(self) -> None:
        self.shortcuts.add("Ctrl+F", tr("Search"), self.register.go_to_search)
        for button, allowed in self._actions():
            if allowed:
                self.shortcuts.add_button(button, hint=button is self.now)

    @Slot()
    def make(self) -> None:
        """Make a backup now."""
        backups, actor = self._desk.backups, self._desk.actor
        self._run(lambda progress: backups.make(actor, progress), self._on_made, self.now)

    def _run(
        self,
        work: Callable[[BackupProgress], Outcome],
        on_success: Callable[[OpResult[object]], None],
        button: QWidget,
    ) -> None:
        """Run something long, follow it, and tell its end whatever it was."""
        if self.run_bar.is_running:
            return
        progress = BackupProgress()

        def guarded() -> Outcome:
            try:
                return work(progress)
            except (EnvironmentFault, Refused, Problems) as failure:
                return failure

        if self._desk.runner.run(guarded, partial(self._on_ended, on_success), owner=self, busy=button):
            self.messages.dismiss()
            self._show_standing()
            self.run_bar.follow(progress)

    def _on_ended(self, on_success: Callable[[OpResult[object]], None], outcome: Outcome) -> None:
        self.run_bar.end()
        if isinstance(outcome, OpResult):
            on_success(outcome)  # type: ignore[arg-type]
            self._desk.bus.announce(outcome.changes | {("backup", "")})
        elif isinstance(outcome, EnvironmentFault):
            self.messages.show_notice(Notice(word_fault(outcome), Tone.DANGER))
        elif isinstance(outcome, Refused):
            tone = Tone.INFO if outcome.code == "backup.cancelled" else Tone.WARNING
            self.messages.show_notice(Notice(word_refused(outcome), tone))
        else:
            self._side.setCurrentIndex(2)
            self.export.show_problems(outcome.problems)

    def _on_made(self, result: OpResult[object]) -> None:
        made = result.value
        assert isinstance(made, MadeBackup)
        words = tr("Backed up and checked: {count} operations, {files} files, {size}.").format(
            count=made.backup.operations, files=made.backup.files, size=word_size(made.backup.size_bytes)
        )
        self.messages.show_notice(Notice(words, Tone.SUCCESS))

    def _on_checked(self, _result: OpResult[object]) -> None:
        words = tr("The backup was read from beginning to end. Everything in it can be restored.")
        self.messages.show_notice(Notice(words, Tone.SUCCESS))

    def _on_exported(self, result: OpResult[object]) -> None:
        report = result.value
        assert isinstance(report, ExportReport)
        words = tr("Exported to {path}: {count} operations, {files} files, {papers} papers.").format(
            path=report.path, count=report.operations, files=report.files, papers=report.papers
        )
        tone = Tone.WARNING if report.missing_files else Tone.SUCCESS
        self.messages.show_notice(Notice(words, tone))
        self.export.begin()

    def _show(self, found: tuple[BackupList, BackupSettings]) -> None:
        self._found, self._settings = found
        self.register.show_rows(self._found.backups)
        words, tone = _standing_words(self._found)
        self.chip.set_state(words, tone)
        self.headline.set_words(_headline(self._found))
        advice = _advice(self._found, self._settings)
        self.advice.set_words(advice)
        self.advice.setVisible(bool(advice))
        self._on_register_row_chosen(self.register.table.selected())

    @Slot(object)
    def _on_register_row_chosen(self, row: BackupView | None) -> None:
        for button in (self.check_button, self.restore):
            button.setEnabled(row is not None and not row.fault and self._may_make)
        if row is None:
            self.facts.set_facts(())
            return
        facts: list[tuple[str, str]] = [
            (tr("Folder"), _broken(str(PurePath(row.path).parent.parent))),
            (tr("Operations"), str(row.operations)),
            (tr("Files"), str(row.files) if row.has_files else tr("The database alone")),
        ]
        if not row.is_own:
            facts.append((tr("Device"), row.device[:8]))
        if row.files_missing:
            facts.append((tr("Not on this computer"), str(row.files_missing)))
        self.facts.set_facts(tuple(facts))

    @Slot()
    def _on_check_button_clicked(self) -> None:
        row = self.register.table.selected()
        if row is not None:
            backups, actor, path = self._desk.backups, self._desk.actor, row.path
            self._run(
                lambda progress: backups.check(actor, path, progress), self._on_checked, self.check_button
            )

    @Slot()
    def _on_restore_clicked(self) -> None:
        row = self.register.table.selected()
        if row is not None and not self.run_bar.is_running:
            self._desk.ask_restore(row.path)

    @Slot()
    def _on_change_clicked(self) -> None:
        self.form.show_settings(self._settings)
        self._side.setCurrentIndex(1)
        self.form.folder.setFocus()

    @Slot()
    def _on_export_button_clicked(self) -> None:
        self._side.setCurrentIndex(2)
        self.export.begin()

    @Slot()
    def _show_standing(self) -> None:
        self._side.setCurrentIndex(0)
        self.register.go_to_table()

    @Slot()
    def _on_form_save_clicked(self) -> None:
        backups, actor, typed = self._desk.backups, self._desk.actor, self.form.typed()
        self._desk.runner.run(
            lambda: backups.save_settings(actor, typed),
            self._on_saved,
            owner=self.form,
            busy=self.form.save,
        )

    def _on_saved(self, result: OpResult[None]) -> None:
        self._show_standing()
        self.noted.emit(tr("Saved"))
        self._desk.bus.announce(result.changes)

    @Slot()
    def _on_export_go_clicked(self) -> None:
        form = self.export
        own = form.own_problems()
        if own:
            form.show_problems(own)
        if not form.purpose.accepts() or own:
            return
        exports, actor = self._desk.exports, self._desk.actor
        folder, purpose, secret = form.folder.text(), form.purpose.purpose(), form.passphrase()
        self._run(
            lambda progress: exports.everything(actor, folder, purpose, secret, progress),
            self._on_exported,
            form.go,
        )

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and not _CONCERNED.isdisjoint(kind for kind, _id in changes):
            self.refresh()


def _where(row: BackupView) -> Words:
    return tr("Second folder") if row.is_elsewhere else tr("This computer")


def _broken(path: str) -> str:
    """Let a long path break where its folders end."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def _standing_words(found: BackupList) -> tuple[Words, Tone]:
    days = found.working_days
    if days is None:
        return tr("Not backed up"), Tone.DANGER
    if days > _LATE_AFTER_DAYS and found.unsaved:
        return tr("Overdue"), Tone.DANGER
    if not found.is_elsewhere:
        return tr("On this disk only"), Tone.WARNING
    return tr("Backed up"), Tone.SUCCESS


def _headline(found: BackupList) -> Words:
    if found.newest_at is None:
        return tr("There is no backup yet.")
    return tr("Last backup: {when}").format(when=word_moment(found.newest_at))


def _advice(found: BackupList, settings: BackupSettings) -> str:
    parts: list[str] = []
    if found.unsaved:
        parts.append(tr("%n operation(s) are in no backup yet.", n=found.unsaved))
    fault = next((place.fault for place in found.places if place.is_elsewhere and place.fault), "")
    if fault:
        parts.append(word_place_fault(fault))
    elif not settings.folder:
        parts.append(tr("Choose a second folder or stick: a backup on the same disk is lost with it."))
    if not settings.automatic:
        parts.append(tr("Backups are not made by themselves."))
    return " ".join(str(part) for part in parts)
