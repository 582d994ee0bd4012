"""The banner that stays as long as nothing can be saved, and what watches for the end of that.

``DiskBanner()``: ``show_fault(fault)``, ``end()``; ``try_button``. ``DiskWatch(runner, probe, banner)``: a
fault of the disk that the runner meets shows the banner; from then on ``probe`` (called on a worker thread)
is asked again and again, at growing intervals, until it finds that saving works. Signals: ``recovered()``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon, pixmap
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.failures import word_fault

LASTING = frozenset(
    {
        "store.locked",
        "store.read_only",
        "store.io",
        "store.disk_full",
        "store.cannot_open",
        "store.damaged",
        "store.gone",
        "evidence.disk_full",
        "evidence.not_written",
    }
)
"""Faults that hold up all work, not one deed."""
FIRST_PROBE_MS, LONGEST_PAUSE_MS = 2_000, 30_000

Probe = Callable[[], EnvironmentFault | None]


class DiskBanner(QFrame):
    """Says what is wrong with the disk and what to do, until it is over."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self.setProperty("kind", "message")
        self.setProperty("tone", Tone.DANGER.value)
        self.setProperty("place", "window")
        self.fault: EnvironmentFault | None = None
        self._picture = QLabel()
        self.words = Label("", wrap=True, selectable=True)
        self.promise = Label(
            tr("What you typed stays here. Saving is tried again by itself until it works."),
            "secondary",
            wrap=True,
        )
        self.try_button = SecondaryButton(tr("Try now"), icon=Icon.REFRESH)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(self.words)
        text.addWidget(self.promise)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MEASURES.gutter, 6, 10, 6)
        layout.setSpacing(10)
        layout.addWidget(self._picture)
        layout.addLayout(text, 1)
        layout.addWidget(self.try_button)
        say(self.setAccessibleName, tr("Nothing can be saved now"))
        self.hide()

    def show_fault(self, fault: EnvironmentFault) -> None:
        """Show ``fault`` until `end`."""
        self.fault = fault
        self.words.set_words(word_fault(fault))
        self._tint()
        self.show()

    def end(self) -> None:
        """Hide: it is over."""
        self.fault = None
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        if self.fault is not None:
            ink = current_colours().tint(Tone.DANGER).ink
            self._picture.setPixmap(pixmap(Icon.ALERT_CIRCLE, ink, 20, self.devicePixelRatioF()))


class DiskWatch(QObject):
    """Shows the banner when the disk fails and takes it away when saving works. Signals: ``recovered()``."""

    recovered = Signal()

    def __init__(
        self, runner: OperationRunner, probe: Probe, banner: DiskBanner, parent: QObject | None = None
    ) -> None:
        """Watch what ``runner`` meets."""
        super().__init__(parent)
        self._runner = runner
        self._probe = probe
        self.banner = banner
        self._pause_ms = FIRST_PROBE_MS
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.probe_now)
        runner.fault_met.connect(self._on_runner_fault_met)
        banner.try_button.clicked.connect(self._on_try_button_clicked)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._runner.fault_met.disconnect(self._on_runner_fault_met)

    @Slot()
    def probe_now(self) -> None:
        """Ask whether saving works, unless that is being asked."""
        self._timer.stop()
        if self.banner.fault is not None:
            self._runner.run(self._probe, self._on_probed, owner=self, busy=self.banner.try_button)

    @Slot(object)
    def _on_runner_fault_met(self, fault: EnvironmentFault) -> None:
        if fault.code not in LASTING:
            return
        was_shown = self.banner.fault is not None
        self.banner.show_fault(fault)
        if not was_shown:
            self._pause_ms = FIRST_PROBE_MS
            self._timer.start(self._pause_ms)

    @Slot()
    def _on_try_button_clicked(self) -> None:
        self._pause_ms = FIRST_PROBE_MS
        self.probe_now()

    def _on_probed(self, fault: EnvironmentFault | None) -> None:
        if fault is None:
            self.banner.end()
            self.recovered.emit()
            self._runner.saving_works.emit()
            return
        self.banner.show_fault(fault)
        self._pause_ms = min(self._pause_ms * 2, LONGEST_PAUSE_MS)
        self._timer.start(self._pause_ms)
