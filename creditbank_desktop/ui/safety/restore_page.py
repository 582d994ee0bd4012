"""The page on which a backup is put back, before anybody has signed in.

``RestorePage(desk, runner)``: ``begin(path="")`` looks for backups and chooses the one at ``path``, else the
newest good one. Signals: ``left()`` when it is over or was given up.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.services.views_backup import BackupView, RestoreReport
from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import SecretEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label, Note
from creditbank_desktop.ui.running import Notice, OperationRunner
from creditbank_desktop.ui.safety.folder_edit import FolderEdit
from creditbank_desktop.ui.safety.restore_desk import (
    SALVAGE,
    RestoreDesk,
    RestoreRequest,
    choose_file,
    choose_folder,
)
from creditbank_desktop.ui.safety.run_bar import RunBar
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.backup_words import word_kind, word_size, word_state
from creditbank_desktop.ui.wording.failures import word_failure, word_problem

PASSPHRASE, CODE, UNLOCK_FILE = "passphrase", "code", "unlock_file"
_WAYS = (
    (PASSPHRASE, mark("Passphrase of an administrator")),
    (CODE, mark("Recovery code")),
    (UNLOCK_FILE, mark("Unlock file with its code")),
)
Outcome = RestoreReport | EnvironmentFault | Refused | Problems


class RestorePage(QWidget):
    """Which backup, what opens it, and what came of it; named in the module's text."""

    left = Signal()

    def __init__(self, desk: RestoreDesk, runner: OperationRunner) -> None:
        """Begin without backups."""
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._wanted = ""
        self.folder = FolderEdit(choose_folder, key="Ctrl+O")
        self.backup: ChoiceCombo[str] = ChoiceCombo()
        self.way: ChoiceCombo[str] = ChoiceCombo()
        self.login, self.secret, self.code = TextEdit(), SecretEdit(), TextEdit()
        self.unlock_file = FolderEdit(choose_file, tr("Choose a file"))
        self.go = PrimaryButton(tr("Restore"), key="Ctrl+Return")
        self.back = SecondaryButton(tr("Back"), key="Escape")
        self.done = PrimaryButton(tr("Go on"), key="Return")
        self.run_bar = RunBar(tr("Progress of the restore"), key="Ctrl+.")
        self.ended = Label("", "title")
        self.report = Label("", "", wrap=True)
        self.advice = Note()
        self.form = Form()
        self._pages = QStackedWidget()
        self._rows = {
            "folder": FieldRow(
                tr("&Folder or stick"),
                self.folder,
                field="folder",
                hint=tr("Empty: where this office has them."),
            ),
            "backup": FieldRow(tr("&Backup"), self.backup, field="backup", required=True),
            "way": FieldRow(tr("&Open it by"), self.way, field="way"),
            "login": FieldRow(tr("Sign-in &name"), self.login, field="login"),
            "passphrase": FieldRow(tr("&Passphrase"), self.secret, field="passphrase"),
            "unlock_file": FieldRow(tr("&Unlock file"), self.unlock_file, field="unlock_file"),
            "recovery_code": FieldRow(tr("&Code"), self.code, field="recovery_code"),
        }
        self._lay_out()
        self._connect()

    def begin(self, path: str = "") -> None:
        """Look for backups and choose the one at ``path``, else the newest good one."""
        self._wanted = path
        self.form.clear_problems()
        for editor in (self.secret, self.code):
            editor.clear()
        self._pages.setCurrentIndex(0)
        self._on_way_edited()
        self._look()

    def _lay_out(self) -> None:
        self.way.set_choices([Choice(value, tr(words)) for value, words in _WAYS])
        self.way.set_value(PASSPHRASE)
        self.form.add_widget(Label(tr("Restore from a backup"), "title"))
        explained = tr(
            "What is on this computer now is backed up first and kept. Work done after the backup comes back "
            "from the server at the next sync."
        )
        self.form.add_widget(Label(explained, "secondary", wrap=True))
        self.form.add(*self._rows.values())
        self.form.add_side_action(self.back)
        self.form.add_action(self.go)
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form, 1)
        column.addWidget(self.run_bar)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.ended)
        column.addWidget(self.report)
        column.addWidget(self.advice)
        column.addStretch(1)
        column.addWidget(self.done)
        self._pages.addWidget(asking)
        self._pages.addWidget(told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _connect(self) -> None:
        self.folder.edited.connect(self._look)
        self.way.edited.connect(self._on_way_edited)
        self.go.clicked.connect(self._on_go_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self.done.clicked.connect(self.left)

    @Slot()
    def _look(self) -> None:
        folder = self.folder.text()

        def work() -> tuple[BackupView, ...] | EnvironmentFault:
            try:
                return self._desk.restorable(folder)
            except EnvironmentFault as fault:
                return fault

        def show(found: tuple[BackupView, ...] | EnvironmentFault) -> None:
            # Each letter typed starts a search, and an earlier one may come back later.
            if folder == self.folder.text():
                self._show_found(found)

        self._runner.run(work, show, owner=self)

    def _show_found(self, found: tuple[BackupView, ...] | EnvironmentFault) -> None:
        self.form.clear_problems()
        if isinstance(found, EnvironmentFault):
            self.backup.set_choices([])
            self.form.show_problems((Problem("backup.folder_missing", "folder"),))
            return
        choices = [Choice(one.path, _words(one)) for one in found]
        if not self.folder.text():
            choices.append(Choice(SALVAGE, tr("No backup: what can be read of the damaged store")))
        self.backup.set_choices(choices, keep=True)
        good = [one.path for one in found if not one.fault and one.has_files]
        if self._wanted in [one.path for one in found]:
            self.backup.set_value(self._wanted)
        elif good:
            self.backup.set_value(good[0])
        if not found:
            self.form.show_problems((Problem("backup.none_here", "folder"),))

    @Slot()
    def _on_way_edited(self) -> None:
        way = self.way.value()
        self._rows["login"].setVisible(way == PASSPHRASE)
        self._rows["passphrase"].setVisible(way == PASSPHRASE)
        self._rows["unlock_file"].setVisible(way == UNLOCK_FILE)
        self._rows["recovery_code"].setVisible(way != PASSPHRASE)

    @Slot()
    def _on_back_clicked(self) -> None:
        if not self.run_bar.is_running:
            self.left.emit()

    @Slot()
    def _on_go_clicked(self) -> None:
        missing = [
            Problem("field.required", name)
            for name, row in self._rows.items()
            if name not in ("folder", "way") and row.isVisibleTo(self) and _is_empty(row)
        ]
        if missing or self.run_bar.is_running:
            self.form.show_problems(missing)
            return
        request, progress = self._request(), BackupProgress()

        def work() -> Outcome:
            try:
                return self._desk.restore(request, progress)
            except (EnvironmentFault, Refused, Problems) as failure:
                return failure

        if self._runner.run(work, self._on_ended, owner=self, busy=self.go):
            self.form.clear_problems()
            self.run_bar.follow(progress)

    def _request(self) -> RestoreRequest:
        path, way = self.backup.value() or "", self.way.value()
        if way == PASSPHRASE:
            return RestoreRequest(path, self.login.text().strip(), self.secret.text())
        file = self.unlock_file.text() if way == UNLOCK_FILE else ""
        return RestoreRequest(path, code=self.code.text(), unlock_file=file)

    def _on_ended(self, outcome: Outcome) -> None:
        self.run_bar.end()
        self.secret.clear()
        if isinstance(outcome, RestoreReport):
            self.code.clear()
            self._show_report(outcome)
        elif isinstance(outcome, Problems):
            self._tell(self.form.show_problems(outcome.problems))
        elif isinstance(outcome, Refused) and outcome.code.startswith("identity."):
            field = "passphrase" if self.way.value() == PASSPHRASE else "recovery_code"
            self.form.show_problems((Problem(outcome.code, field, outcome.params),))
        else:
            tone = Tone.DANGER if isinstance(outcome, EnvironmentFault) else Tone.WARNING
            self._runner.tell(self, Notice(word_failure(outcome), tone))

    def _tell(self, rest: Sequence[Problem]) -> None:
        if rest:
            self._runner.tell(self, Notice("\n".join(word_problem(one) for one in rest), Tone.DANGER))

    def _show_report(self, report: RestoreReport) -> None:
        what = (
            tr("What could be read was brought back.") if report.salvaged else tr("The backup was restored.")
        )
        self.ended.set_words(what)
        self.report.set_words(_report_words(report))
        if self.way.value() != PASSPHRASE:
            self.advice.title.set_words(tr("Choose a new passphrase next"))
            self.advice.text.set_words(
                tr("Press “Forgotten passphrase” in this window and use the same code.")
            )
        elif report.is_enrolled:
            self.advice.title.set_words(tr("Sync before new work"))
            self.advice.text.set_words(tr("The server may have operations that were made after the backup."))
        else:
            self.advice.title.set_words(tr("Look at the last days"))
            self.advice.text.set_words(tr("Work done after the backup may have to be entered again."))
        self._pages.setCurrentIndex(1)
        self.done.setFocus()


def _words(backup: BackupView) -> str:
    when = backup.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
    parts = [when, str(word_kind(backup.kind)), word_size(backup.size_bytes)]
    if backup.fault:
        parts.append(str(word_state(backup.fault)))
    return " · ".join(parts)


def _report_words(report: RestoreReport) -> Words:
    if report.salvaged:
        return tr(
            "{count} operations were brought back; {lost} rows could not be read. "
            "The damaged store is kept in {folder}, with a report."
        ).format(count=report.operations, lost=report.unreadable, folder=report.replaced)
    when = report.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
    words = tr(
        "{count} operations as of {when}. {rescued} later ones were still readable and were brought over. "
        "What was there before is kept in {folder}."
    ).format(count=report.operations, when=when, rescued=report.rescued, folder=report.replaced)
    if not report.findings:
        return words
    told = tr("{count} rows do not hold; look at “Health” in the settings.").format(count=report.findings)
    return tr("{first} {second}").format(first=words, second=told)


def _is_empty(row: FieldRow) -> bool:
    editor = row.editor
    if isinstance(editor, ChoiceCombo):
        return not editor.value()
    return not editor.text()  # type: ignore[attr-defined]
