"""How this computer scans: scanner and profile, the watched folder, and a test scan.

``ScannerPage(desk)``: Ctrl+Return saves, Ctrl+T scans one page by what is chosen and shows it, F5 looks for
scanners again, Ctrl+O chooses the folder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from creditbank_desktop.domain.scans import AfterTaking, ScanEnd, ScanPage, ScanProfile, ScanSource
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.evidence_panel import EvidencePanel
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.kit.surfaces import Card, Label
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.scanning.source_form import SourceForm
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_fault, word_problem
from creditbank_desktop.ui.wording.scan_words import word_after

TEST_DRAFT = "scanner-test"
"""Under which the page of a test scan is kept for as long as it is read."""


@dataclass(frozen=True, slots=True)
class ScannedSample:
    """How a test scan ended, and the picture of its first page."""

    end: ScanEnd
    picture: bytes = b""


def ask_for_folder(parent: QWidget, folder: str) -> str:
    """Let the user choose a folder; "" when the dialog is closed without."""
    return QFileDialog.getExistingDirectory(parent, tr("Watched folder"), folder)


class ScannerPage(WorkplacePage):
    """The scanner's settings; its keys are named in the module's text."""

    def __init__(
        self, desk: SettingsDesk, choose_folder: Callable[[QWidget, str], str] = ask_for_folder
    ) -> None:
        """Begin without a profile."""
        super().__init__()
        self._desk = desk
        self._choose_folder = choose_folder
        self._kept = ScanProfile()
        self.form = SourceForm()
        self.words = Label("", "secondary", wrap=True)
        self.folder = TextEdit(tr("None"))
        self.after: ChoiceCombo[AfterTaking] = ChoiceCombo()
        self.save = PrimaryButton(tr("Save"), key="Ctrl+Return")
        self.test = SecondaryButton(tr("Test scan"), key="Ctrl+T")
        self.search = SecondaryButton(tr("Look again"), key="Ctrl+Shift+F9")
        self.choose = SecondaryButton(tr("Choose folder"), key="Ctrl+O")
        self.result = EvidencePanel(desk.runner)
        self._lay_out()
        self._connect()

    def on_opened(self) -> None:
        """Read the profile and look for scanners."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the profile and look for scanners again, which takes some seconds."""
        scans, actor = self._desk.services.scans, self._desk.actor
        self.words.set_words(tr("Looking for scanners…"))

        def work() -> tuple[ScanProfile, tuple[ScanSource, ...]]:
            return scans.profile(actor), scans.sources(actor)

        def show(found: tuple[ScanProfile, tuple[ScanSource, ...]]) -> None:
            profile, sources = found
            self._show(profile, sources)
            QTimer.singleShot(0, self.form, self.form.go)

        self._desk.runner.run(work, show, owner=self, busy=self.search)

    def _lay_out(self) -> None:
        card = Card(tr("Scanner of this computer"))
        self.after.set_choices([Choice(after, word_after(after)) for after in AfterTaking])
        self.form.add(
            FieldRow(
                tr("Watched &folder"),
                self.folder,
                field="folder",
                hint=tr("Files that a document camera or another program puts there fall into an open tray."),
            ),
            FieldRow(tr("File &that was taken"), self.after, field="after"),
        )
        self.form.add_side_action(self.search)
        self.form.add_side_action(self.choose)
        self.form.add_action(self.test)
        self.form.add_action(self.save)
        card.body.addWidget(self.words)
        card.body.addWidget(self.form, 1)
        panes = Panes((Pane(tr("Test scan"), self.result, 300, 4), Pane(tr("Scanner"), card, 500, 6)))
        self.body.addWidget(panes, 1)

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save_clicked)
        self.test.clicked.connect(self._on_test_clicked)
        self.search.clicked.connect(self.refresh)
        self.choose.clicked.connect(self._on_choose_clicked)
        may_scan = may(self._desk.actor, "ScanService.scan")
        self.test.setVisible(may_scan)
        for button in (self.save, *((self.test,) if may_scan else ()), self.search, self.choose):
            self.shortcuts.add_button(button, hint=True)
        self.result.list_shortcuts(self.shortcuts)

    def _show(self, profile: ScanProfile, sources: tuple[ScanSource, ...]) -> None:
        self._kept = profile
        self.form.show_profile(profile, sources)
        self.folder.setText(profile.folder)
        self.after.set_value(profile.after)
        self.test.setEnabled(bool(sources))
        if sources:
            self.words.set_words(
                tr("%n scanner(s) or camera(s) found. F9 at the counter scans like this.", n=len(sources))
            )
        else:
            self.words.set_words(
                tr("No scanner answered. Switch it on and look again; the watched folder works without one.")
            )

    def _profile(self) -> ScanProfile:
        return replace(
            self.form.profile(),
            folder=self.folder.text().strip(),
            after=self.after.value() or AfterTaking.MOVE,
        )

    @Slot()
    def _on_save_clicked(self) -> None:
        profile = self._profile()
        if profile == self._kept:
            self.noted.emit(tr("Nothing was changed."))
        else:
            self._save(profile, self._kept)

    def _save(self, profile: ScanProfile, before: ScanProfile) -> None:
        scans, actor = self._desk.services.scans, self._desk.actor

        def undo() -> None:
            self.folder.setText(before.folder)
            self._save(before, profile)

        def done(result: OpResult[None]) -> None:
            self._kept = profile
            self._desk.bus.announce(result.changes)
            told = tr("This computer scans like this from now on.")
            self.messages.show_notice(Notice(told, Tone.SUCCESS, undo=undo))

        self._desk.runner.run(
            lambda: scans.set_profile(actor, profile), done, owner=self.form, busy=self.save
        )

    @Slot()
    def _on_choose_clicked(self) -> None:
        folder = self._choose_folder(self, self.folder.text())
        if folder:
            self.folder.setText(str(Path(folder)))

    @Slot()
    def _on_test_clicked(self) -> None:
        profile = self._profile()
        self._desk.runner.run(
            partial(self._scan_once, profile, self._kept), self._show_test, owner=self.form, busy=self.test
        )

    def _scan_once(self, profile: ScanProfile, kept: ScanProfile) -> ScannedSample:
        """Scan by ``profile``, which is remembered only if it is saved; to be called on a worker thread."""
        services, actor = self._desk.services, self._desk.actor
        first: list[ScanPage] = []
        services.scans.set_profile(actor, profile)
        try:
            end = services.scans.scan(actor, TEST_DRAFT, first.append, lambda: bool(first))
            picture = services.pages.picture(actor, first[0]) if first else b""
        finally:
            services.scans.set_profile(actor, kept)
            services.scans.let_go(actor, TEST_DRAFT)
        return ScannedSample(end, picture)

    def _show_test(self, test: ScannedSample) -> None:
        if test.picture:
            number = str(self._desk.clock.now().timestamp())
            self.result.show_documents([EvidenceDocument(number, tr("Test scan"), lambda: test.picture)])
            self.messages.show_notice(
                Notice(tr("The test page is at the left. Nothing of it is kept."), Tone.SUCCESS)
            )
        elif test.end.fault is not None:
            self.messages.show_notice(Notice(word_fault(test.end.fault), Tone.DANGER, self._on_test_clicked))
        else:
            words = "\n".join(str(word_problem(one)) for one in test.end.problems)
            self.messages.show_notice(Notice(words or tr("The scanner gave no page."), Tone.WARNING))
