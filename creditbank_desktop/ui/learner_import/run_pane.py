"""The import under way, and the report of one that ended.

``RunPane()``: ``follow(progress)`` while it lasts, ``end()``; button ``stop``. ``ReportPane()``:
``show_summary(summary)``; buttons ``save``, ``take_back``, ``discard``, ``another``.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from creditbank_desktop.services.views_import import (
    ImportProgress,
    ImportStage,
    ImportState,
    ImportSummary,
    RowKind,
)
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Card, Label, SectionTitle, StateChip
from creditbank_desktop.ui.learner_import.discarding import DiscardButton
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.import_words import STAGES

_POLL_MS = 100


class RunPane(Card):
    """Follows an import; named in the module's text."""

    def __init__(self) -> None:
        """Follow nothing yet."""
        super().__init__()
        self.heading = SectionTitle("")
        self.count = Label("", "secondary")
        self.note = Label("", "secondary", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        say(self.bar.setAccessibleName, tr("How far the import is"))
        self.stop = SecondaryButton(tr("Stop"), key="Escape")
        self._progress: ImportProgress | None = None
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.stop.clicked.connect(self._on_stop_clicked)
        actions = QHBoxLayout()
        actions.addStretch(1)
        actions.addWidget(self.stop)
        for widget in (self.heading, self.count, self.bar, self.note):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addLayout(actions)

    def follow(self, progress: ImportProgress) -> None:
        """Follow a run."""
        self._progress = progress
        self._timer.start()
        self._on_timer_timeout()
        self.stop.setFocus()

    def end(self) -> None:
        """Follow no run any more."""
        self._progress = None
        self._timer.stop()

    @Slot()
    def _on_timer_timeout(self) -> None:
        progress = self._progress
        if progress is None:
            return
        self.heading.set_words(tr(STAGES[progress.stage.value]))
        counted = progress.total > 0
        self.bar.setRange(0, 1_000 if counted else 0)
        if counted:
            self.bar.setValue(min(1_000, progress.done * 1_000 // progress.total))
        self.count.set_words(
            tr("{done} of {total}").format(done=progress.done, total=progress.total)
            if counted
            else tr("%n row(s)", n=progress.done)
        )
        self.stop.setEnabled(not progress.cancelled and progress.stage is not ImportStage.TAKING_BACK)
        told = {
            ImportStage.READING: tr("Nothing is entered before you have looked at it."),
            ImportStage.ENTERING: tr(
                "Others go on working meanwhile. Stopping takes back what was entered; should the program "
                "end, the import is finished when this page is opened again."
            ),
            ImportStage.TAKING_BACK: tr("Who is in use already stays."),
        }
        self.note.set_words(told[progress.stage])

    @Slot()
    def _on_stop_clicked(self) -> None:
        if self._progress is not None:
            self._progress.cancelled = True
            self.stop.setEnabled(False)


class ReportPane(Card):
    """What came of an import; named in the module's text."""

    def __init__(self) -> None:
        """Begin without a report."""
        super().__init__()
        self.heading = SectionTitle("")
        self.chips = [StateChip() for _ in range(3)]
        self.text = Label("", wrap=True)
        self.save = SecondaryButton(tr("Save the problems"), key="Ctrl+S", icon=Icon.FOLDER)
        self.take_back = SecondaryButton(tr("Take the import back"), key="Ctrl+Z")
        self.discard = DiscardButton()
        self.another = PrimaryButton(tr("Another sheet"), key="Ctrl+Return")
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self.chips:
            chips.addWidget(chip)
        chips.addStretch(1)
        chips.addWidget(self.discard)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.take_back)
        actions.addWidget(self.save)
        actions.addStretch(1)
        actions.addWidget(self.another)
        self.body.addWidget(self.heading)
        self.body.addLayout(chips)
        self.body.addWidget(self.text)
        self.body.addStretch(1)
        self.body.addWidget(self.discard.told)
        self.body.addLayout(actions)

    def show_summary(self, summary: ImportSummary) -> None:
        """Show how an import ended."""
        bad = summary.count(RowKind.BAD, RowKind.LATE)
        is_back = summary.state is ImportState.TAKEN_BACK
        self.heading.set_words(
            tr("{file} was taken back").format(file=summary.file_name)
            if is_back
            else tr("{file} was entered").format(file=summary.file_name)
        )
        entered = summary.kept if is_back else summary.entered - summary.corrected
        corrected = 0 if is_back else summary.corrected
        told = (
            (tr("%n learner(s) opened", n=entered), Tone.SUCCESS if entered else Tone.NEUTRAL),
            (tr("%n record(s) corrected", n=corrected), Tone.INFO if corrected else Tone.NEUTRAL),
            (tr("%n row(s) with problems", n=bad), Tone.DANGER if bad else Tone.SUCCESS),
        )
        for chip, (words, tone) in zip(self.chips, told, strict=True):
            chip.set_state(words, tone)
        self.text.set_words("\n".join(str(sentence) for sentence in _sentences(summary, bad)))
        self.save.setEnabled(bad > 0)
        self.take_back.setEnabled(summary.can_take_back)
        self.discard.begin(loses_way_back=summary.can_take_back)


def _sentences(summary: ImportSummary, bad: int) -> list[str]:
    told = []
    if summary.state is ImportState.TAKEN_BACK:
        if summary.kept:
            told.append(str(tr("%n learner(s) are in use already and stay.", n=summary.kept)))
        else:
            told.append(str(tr("Nothing of it is left in the records.")))
    elif summary.can_take_back:
        told.append(str(tr("Until it is sent to the centre the whole import can be taken back.")))
    else:
        told.append(str(tr("It was sent to the centre and can no longer be taken back as a whole.")))
    if bad:
        told.append(
            str(tr("Save the rows with problems, send them back to be mended, and choose that sheet again."))
        )
    return told
