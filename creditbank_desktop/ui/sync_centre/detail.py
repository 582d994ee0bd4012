"""One record on its way: the four steps, what the present one means, why it waits, and the way to it.

``DetailCard()``: ``show_row(row)``; buttons ``open_button`` and ``retry_button``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.sync.desk_views import Step, SyncRow
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.surfaces import (
    Card,
    EmptyState,
    Facts,
    Hairline,
    Label,
    Note,
    StateChip,
    UprightArea,
)
from creditbank_desktop.ui.sync_centre.rows import what_text, who_text
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_refused
from creditbank_desktop.ui.wording.names import word_state
from creditbank_desktop.ui.wording.operation_names import word_operations
from creditbank_desktop.ui.wording.registry_names import speaks_english
from creditbank_desktop.ui.wording.sync_words import (
    SERVER_REASONS,
    step_tone,
    word_meaning,
    word_record,
    word_server_reason,
    word_step,
)

ROAD = (Step.SAVED, Step.SENT, Step.REGISTERED, Step.POSTED)
_REACHED = {Step.SAVED: 0, Step.SENT: 1, Step.REGISTERED: 2, Step.POSTED: 3}
_ANSWERED = (Step.HELD, Step.CONFLICT, Step.REJECTED)
"""The server has it and did not register it: this stands on the road where "registered" would be."""


class DetailCard(Card):
    """What is known of one row; named in the module's text."""

    def __init__(self) -> None:
        """Begin without a row."""
        super().__init__()
        self.name = Label("", "title", wrap=True)
        self.what = Label("", "secondary", wrap=True)
        self.road = [StateChip(word_step(step)) for step in ROAD]
        self.meaning = Note()
        self.facts = Facts()
        self.open_button = SecondaryButton(tr("Open the file"), key="O", icon=Icon.FILE_SEARCH)
        self.retry_button = SecondaryButton(tr("Try again"), key="T", icon=Icon.REFRESH)
        self.empty = EmptyState(Icon.CLOUD_CHECK, tr("Choose a row to see how far it is."))
        self._content = QWidget()
        self._lay_out()
        self.show_row(None)

    def show_row(self, row: SyncRow | None, *, may_open: bool = False, may_retry: bool = False) -> None:
        """Show ``row``; ``may_open`` if a workplace shows its record, ``may_retry`` if a sync can help."""
        self._content.setVisible(row is not None)
        self.empty.setVisible(row is None)
        if row is None:
            return
        say(self.name.setText, lambda: who_text(row) if row.who else str(again(word_record(row.kind))))
        say(self.what.setText, lambda: what_text(row))
        self._show_road(row.step)
        self.meaning.title.set_words(word_step(row.step))
        say(self.meaning.text.setText, lambda: _meaning_text(row))
        self._show_facts(row)
        words = tr("Open the learner") if row.kind in ("learner", "account") else tr("Open the file")
        self.open_button.set_words(words)
        self.open_button.setVisible(may_open)
        self.retry_button.setVisible(may_retry)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        told = QVBoxLayout(inner)
        told.setContentsMargins(0, 0, 8, 0)
        told.setSpacing(10)
        self._road = QWidget()
        road = QHBoxLayout(self._road)
        road.setContentsMargins(0, 0, 0, 0)
        road.setSpacing(4)
        for place, chip in enumerate(self.road):
            if place:
                road.addWidget(Hairline(), 1)
            road.addWidget(chip)
        for part in (self.name, self.what, self._road, self.meaning, self.facts):
            told.addWidget(part)
        told.addStretch(1)
        area = UprightArea(inner)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.retry_button)
        actions.addStretch(1)
        actions.addWidget(self.open_button)
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(10)
        content.addWidget(area, 1)
        content.addLayout(actions)
        self.body.addWidget(self._content, 1)
        self.body.addWidget(self.empty, 1)

    def _show_road(self, step: Step) -> None:
        self._road.setVisible(step in _REACHED or step in _ANSWERED)
        reached = _REACHED.get(step, 1)
        for place, chip in enumerate(self.road):
            passed = place <= reached
            chip.set_state(_mark(ROAD[place], passed), Tone.SUCCESS if passed else Tone.NEUTRAL)
        if step in _ANSWERED:
            self.road[2].set_state(word_step(step), step_tone(step))

    def _show_facts(self, row: SyncRow) -> None:
        facts: list[tuple[str, str]] = []
        if row.number:
            facts.append((tr("Number"), row.number))
        if row.state:
            facts.append((tr("State"), word_state(row.state)))
        if row.acts:
            facts.append((tr("Not settled"), word_operations(row.acts)))
        if row.code:
            facts.append((tr("Code"), row.code))
        when = row.since.astimezone().strftime("%Y-%m-%d %H:%M")
        facts.append((tr("Since") if row.step.is_open else tr("Last step"), when))
        self.facts.set_facts(tuple(facts))


def _mark(step: Step, passed: bool) -> str:
    return tr("✓ {step}").format(step=word_step(step)) if passed else word_step(step)


def _meaning_text(row: SyncRow) -> str:
    parts = [str(word_meaning(row.step))]
    if row.code in SERVER_REASONS:
        parts.append(str(tr("Reason: {reason}.").format(reason=word_server_reason(row.code))))
    elif row.code:
        parts.append(str(word_refused(Refused(row.code))))
    return (" " if speaks_english() else "").join(parts)
