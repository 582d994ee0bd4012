"""The head of the sync centre: how far everything is, the sync button, and the run with its progress.

``StatusCard()``: ``show_status(status, now)``, ``show_run(progress)`` while one lasts, ``end_run()``.
Buttons: ``sync_button``, ``cancel_button``.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from creditbank_desktop.sync.face import Stage, SyncProgress, SyncStatus
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Card, ElidedLabel, Label, StateChip
from creditbank_desktop.ui.running import PROGRESS_AFTER_MS
from creditbank_desktop.ui.sync_centre.summary import (
    headline,
    link_state,
    word_age,
    word_files,
    word_only_here,
)
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.sync_words import word_stage

_POLL_MS = 100


class _Figure(QWidget):
    """A name above a value."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.value = ElidedLabel("–")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(Label(name, "small"))
        layout.addWidget(self.value)


class StatusCard(Card):
    """How far everything is; named in the module's text."""

    def __init__(self) -> None:
        """Begin without a status."""
        super().__init__()
        self.chip = StateChip()
        self.headline = Label("", "title", wrap=True)
        self.only_here = _Figure(tr("Only on this computer"))
        self.files = _Figure(tr("Files to send"))
        self.contact = _Figure(tr("Last contact"))
        self.server = _Figure(tr("Server"))
        self.sync_button = PrimaryButton(tr("Sync now"), key="Ctrl+R", icon=Icon.REFRESH)
        self.cancel_button = SecondaryButton(tr("Stop"), key="Escape")
        self.bar = QProgressBar()
        self.stage = Label("", "secondary")
        self._progress: SyncProgress | None = None
        self._polls = 0
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._lay_out()
        self.cancel_button.clicked.connect(self._on_cancel_button_clicked)
        self.end_run()

    def show_status(self, status: SyncStatus, now: datetime) -> None:
        """Show ``status`` as of ``now``."""
        self.chip.set_state(*link_state(status))
        self.headline.set_words(headline(status))
        say(self.only_here.value.setText, lambda: str(word_only_here(status, now)))
        say(self.files.value.setText, lambda: str(word_files(status)))
        contact = status.last_contact_at
        say(self.contact.value.setText, lambda: str(word_age(contact, now) if contact else tr("never")))
        say(self.server.value.setText, lambda: status.address or str(tr("none")))

    def show_run(self, progress: SyncProgress) -> None:
        """Follow a run; its progress appears when it has lasted a moment."""
        self._progress = progress
        self._polls = 0
        self._timer.start()

    def end_run(self) -> None:
        """Follow no run any more."""
        self._progress = None
        self._timer.stop()
        self._run.hide()
        self.cancel_button.setEnabled(True)

    @property
    def is_running(self) -> bool:
        """Whether a run is followed."""
        return self._progress is not None

    def header_button(self, button: SecondaryButton) -> None:
        """Put one more button at the right of the headline."""
        self._top.addWidget(button)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.headline, 1)
        top.addWidget(self.chip)
        top.addWidget(self.sync_button)
        self._top = top
        figures = QHBoxLayout()
        figures.setSpacing(24)
        for figure, share in ((self.only_here, 3), (self.files, 2), (self.contact, 2), (self.server, 3)):
            figures.addWidget(figure, share)
        self._run = QWidget()
        run = QHBoxLayout(self._run)
        run.setContentsMargins(0, 0, 0, 0)
        run.setSpacing(10)
        self.bar.setTextVisible(False)
        say(self.bar.setAccessibleName, tr("Progress of the sync"))
        run.addWidget(self.stage)
        run.addWidget(self.bar, 1)
        run.addWidget(self.cancel_button)
        self.body.addLayout(top)
        self.body.addLayout(figures)
        self.body.addWidget(self._run)

    @Slot()
    def _on_timer_timeout(self) -> None:
        progress = self._progress
        if progress is None:
            return
        self._polls += 1
        if self._polls * _POLL_MS >= PROGRESS_AFTER_MS:
            self._run.show()
        counted = progress.total > 0 and progress.stage is not Stage.DONE
        self.bar.setRange(0, progress.total if counted else 0)
        self.bar.setValue(min(progress.done, progress.total))
        if progress.cancelled:
            self.stage.set_words(tr("Stopping after this item …"))
        elif counted:
            self.stage.set_words(
                tr("{stage} {done} of {total}").format(
                    stage=word_stage(progress.stage), done=progress.done, total=progress.total
                )
            )
        else:
            self.stage.set_words(word_stage(progress.stage))

    @Slot()
    def _on_cancel_button_clicked(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self.cancel_button.setEnabled(False)
