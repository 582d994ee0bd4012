"""The line that follows an examination: what is looked at, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from creditbank_desktop.services.views_health import HealthProgress
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.running import PROGRESS_AFTER_MS
from creditbank_desktop.ui.wording.health_words import word_area

_POLL_MS = 100


class ExaminationBar(QWidget):
    """Follows an examination; shown only when it has lasted a moment."""

    def __init__(self) -> None:
        """Follow nothing yet."""
        super().__init__()
        self.stage = Label("", "secondary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        say(self.bar.setAccessibleName, tr("Progress of the examination"))
        self.stop_button = SecondaryButton(tr("Stop"), key="Escape")
        self.stop_button.clicked.connect(self._on_stop_button_clicked)
        self._progress: HealthProgress | None = None
        self._polls = 0
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.stage)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop_button)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether an examination is followed."""
        return self._progress is not None

    def follow(self, progress: HealthProgress) -> None:
        """Follow an examination."""
        self._progress, self._polls = progress, 0
        self.stop_button.setEnabled(True)
        self._timer.start()

    def end(self) -> None:
        """Follow nothing any more."""
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
        done, total = progress.position
        self.bar.setRange(0, 1_000 if total else 0)
        if total:
            self.bar.setValue(min(1_000, done * 1_000 // total))
        if progress.cancelled:
            self.stage.set_words(tr("Stopping …"))
        elif progress.area is not None:
            self.stage.set_words(tr("Looking at: {area}").format(area=word_area(progress.area)))

    @Slot()
    def _on_stop_button_clicked(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self.stop_button.setEnabled(False)
