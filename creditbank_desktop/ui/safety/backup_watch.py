"""Makes backups while nobody works, also behind a locked window, and one more before the program ends."""

from __future__ import annotations

import time
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.backup_service import BackupService
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_backup import MadeBackup
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.safety.run_bar import RunBar
from creditbank_desktop.ui.settings.sides import word_moment
from creditbank_desktop.ui.wording.backup_words import word_place_fault
from creditbank_desktop.ui.wording.failures import word_failure

FIRST_LOOK_MS = 20_000
LOOK_EVERY_MS = 5 * 60_000
_WORK = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})

Outcome = OpResult[MadeBackup | None] | EnvironmentFault | Refused


class BackupWatch(QObject):
    """Looks every few minutes whether a backup is due. Signals: ``noted(str)`` for the status line."""

    noted = Signal(str)

    def __init__(
        self,
        backups: BackupService,
        actor: Actor,
        runner: OperationRunner,
        bus: ChangeBus,
        parent: QObject | None = None,
    ) -> None:
        """Watch on behalf of who is signed in; the first look comes soon, for the work of the day before."""
        super().__init__(parent)
        self._backups = backups
        self._actor = actor
        self._runner = runner
        self._bus = bus
        self._progress: BackupProgress | None = None
        self._worked_at = time.monotonic()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        # A timer of its own, which goes with the window; `QTimer.singleShot` leaves one running behind it.
        self._first = QTimer(self, interval=FIRST_LOOK_MS, singleShot=True)
        self._first.timeout.connect(self.look)
        self._first.start()
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of every key and click, and let it pass."""
        if event.type() in _WORK:
            self._worked_at = time.monotonic()
        return False

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._progress is not None

    @Slot()
    def look(self) -> None:
        """Make a backup if one is due."""
        if self._progress is not None:
            return
        progress = self._progress = BackupProgress()
        backups, actor = self._backups, self._actor
        idle = timedelta(seconds=time.monotonic() - self._worked_at)

        def work() -> Outcome:
            try:
                return backups.make_if_due(actor, idle, progress)
            except (EnvironmentFault, Refused) as failure:
                return failure

        if not self._runner.run(work, self._on_looked, owner=self):
            self._progress = None

    def stop(self) -> None:
        """Look no more, and stop a backup that is under way: nothing half-made stays behind."""
        self._timer.stop()
        self._first.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if self._progress is not None:
            self._progress.cancel()

    def _on_looked(self, outcome: Outcome) -> None:
        self._progress = None
        if isinstance(outcome, EnvironmentFault | Refused):
            if outcome.code not in ("backup.running", "backup.cancelled", "store.closed"):
                self.noted.emit(word_failure(outcome))
            return
        made = outcome.value
        if made is None:
            return
        if made.fault:
            self.noted.emit(word_place_fault(made.fault))
        else:
            self.noted.emit(tr("Backed up {when}").format(when=word_moment(made.backup.made_at)))
        self._bus.announce(outcome.changes)


class ClosingBackup(QWidget):
    """The small window that is shown while the day's work is backed up before the program ends."""

    def __init__(self) -> None:
        """Begin without a run."""
        super().__init__()
        self.setProperty("ground", "window")
        self.setWindowTitle("Credit Bank · 学分银行")
        self.bar = RunBar(tr("Progress of the backup"))
        self.bar.stop_button.set_words(tr("Close without"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addWidget(Label(tr("Backing up today's work before the program ends …"), "section"))
        layout.addWidget(self.bar)
        self.setMinimumWidth(460)


def back_up_before_closing(backups: BackupService, actor: Actor, runner: OperationRunner) -> None:
    """Back up what no backup holds, while a small window says so and offers to close without.

    What cannot be backed up now is, at the next start: closing never fails for it.
    """
    try:
        if not backups.is_unsaved(actor):
            return
    except (EnvironmentFault, Refused):
        return
    progress, loop, window = BackupProgress(), QEventLoop(), ClosingBackup()

    def work() -> None:
        try:
            backups.make_if_due(actor, timedelta.max, progress)
        except (EnvironmentFault, Refused):
            return

    def on_done(_nothing: None) -> None:
        loop.quit()

    if runner.run(work, on_done, owner=window):
        window.bar.follow(progress)
        window.show()
        loop.exec()
        window.bar.end()
    window.close()
    window.deleteLater()
