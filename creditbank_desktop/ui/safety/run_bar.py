"""The line that follows a long piece of work: what it does, how far it is, and a way to stop it.

``RunBar(name)``: ``follow(progress)`` while the work lasts, ``end()``; ``stop_button`` stops it. It appears
only when the work has lasted a moment.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from creditbank_desktop.domain.backup_progress import BackupProgress, BackupStage
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.running import PROGRESS_AFTER_MS
from creditbank_desktop.ui.wording.backup_words import word_stage

_POLL_MS = 100


class RunBar(QWidget):
    """Follows one run; named in the module's text."""

    def __init__(self, name: str, *, key: str = "Escape") -> None:
        """Follow nothing yet; ``name`` is what screen readers call the bar."""
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        say(self.bar.setAccessibleName, name)
        self.stage = Label("", "secondary")
        self.stop_button = SecondaryButton(tr("Stop"), key=key)
        self._progress: BackupProgress | None = None
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
        """Whether a run is followed."""
        return self._progress is not None

    def follow(self, progress: BackupProgress) -> None:
        """Follow a run."""
        self._progress = progress
        self._polls = 0
        self.stop_button.setEnabled(True)
        self._timer.start()

    def end(self) -> None:
        """Follow no run any more."""
        self._progress = None
        self._timer.stop()
        self.hide()

    @Slot()
    def _on_timer_timeout(self) -> None:
        progress = self._progress
        if progress is None:
            return
        self._polls += 1
        if self._polls * _POLL_MS >= PROGRESS_AFTER_MS:
            self.show()
        counted = progress.total > 0 and progress.stage is not BackupStage.DONE
        # Bytes of a large database do not fit into the bar's numbers; thousandths do.
        self.bar.setRange(0, 1_000 if counted else 0)
        if counted:
            self.bar.setValue(min(1_000, progress.done * 1_000 // progress.total))
        words = tr("Stopping …") if progress.cancelled else word_stage(progress.stage)
        self.stage.set_words(words)

    @Slot()
    def _on_stop_button_clicked(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self.stop_button.setEnabled(False)
