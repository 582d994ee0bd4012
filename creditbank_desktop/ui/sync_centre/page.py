"""The sync centre: how far everything is, what waits and why, and the sync itself.

``SyncCentrePage(desk)``. Signals: ``summarised(object)`` with the `SyncSummary` for the window's chip, after
every reading. ``refresh()`` reads again, ``sync_now()`` begins a run, also when the page is not in front.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.sync.desk_views import SyncRow
from creditbank_desktop.sync.face import SyncProgress, SyncReport, SyncStatus
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.buttons import PillButton, SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.kit.surfaces import Card
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.sync_centre.connecting import ConnectForm
from creditbank_desktop.ui.sync_centre.desk import SyncCentreDesk
from creditbank_desktop.ui.sync_centre.detail import DetailCard
from creditbank_desktop.ui.sync_centre.head import StatusCard
from creditbank_desktop.ui.sync_centre.rows import EMPTY_WORDS, SHOWN_WORDS, Shown, columns, is_shown
from creditbank_desktop.ui.sync_centre.summary import summarise
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_fault, word_refused

Outcome = SyncReport | EnvironmentFault | Refused
_AGEING_MS = 30_000
_CONCERNED = frozenset({"sync", "application", "paper", "learner", "account", "setting"})


class SyncCentrePage(WorkplacePage):
    """Status, table and detail; named in the module's text."""

    summarised = Signal(object)

    def __init__(self, desk: SyncCentreDesk) -> None:
        """Begin without a status."""
        super().__init__()
        self._desk = desk
        self._rows: tuple[SyncRow, ...] = ()
        self._status: SyncStatus | None = None
        self._shown = Shown.EVERYTHING
        self.head = StatusCard()
        self.table: KeysetTable[SyncRow] = KeysetTable(columns(desk.clock.now), name=tr("On its way"))
        self.detail = DetailCard()
        self.connect_button = SecondaryButton(tr("Connect to a server"), key="Ctrl+E", icon=Icon.KEY)
        self.connecting = ConnectForm()
        self._filters: dict[Shown, PillButton] = {}
        self._ageing = QTimer(self, interval=_AGEING_MS)
        self._side = QStackedWidget()
        self._lay_out()
        self._connect()
        self._list_keys()

    def on_opened(self) -> None:
        """Read everything and go to the table."""
        self.refresh()
        self.table.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read status and rows again."""
        sync, actor = self._desk.sync, self._desk.actor
        self._desk.runner.run(lambda: (sync.status(), sync.rows(actor)), self._show, owner=self)

    @Slot()
    def sync_now(self) -> None:
        """Begin a run unless one is under way."""
        if self.head.is_running or (self._status is not None and not self._status.enrolled):
            return
        progress, sync = SyncProgress(), self._desk.sync

        def work() -> Outcome:
            # The run's end must be told here whatever it was, so that nothing goes on looking busy.
            try:
                return sync.sync_now(progress)
            except (EnvironmentFault, Refused) as error:
                return error

        if self._desk.runner.run(work, self._on_run_ended, owner=self, busy=self.head.sync_button):
            self.messages.dismiss()
            self.head.show_run(progress)
            if self._status is not None:
                self._show_status(replace(self._status, running=True))

    def _lay_out(self) -> None:
        card = Card(padded=False)
        pills = QHBoxLayout()
        pills.setContentsMargins(12, 10, 12, 0)
        pills.setSpacing(6)
        group = QButtonGroup(self)
        for place, shown in enumerate(Shown):
            button = PillButton(tr(SHOWN_WORDS[shown]).format(count=0), key=str(place + 1))
            button.setCheckable(True)
            button.setChecked(shown is self._shown)
            button.clicked.connect(partial(self._choose_shown, shown))
            group.addButton(button)
            pills.addWidget(button)
            self._filters[shown] = button
        pills.addStretch(1)
        card.body.addLayout(pills)
        card.body.addWidget(self.table, 1)
        connecting = Card()
        connecting.body.addWidget(self.connecting)
        self._side.addWidget(self.detail)
        self._side.addWidget(connecting)
        self.connect_button.hide()
        self.head.header_button(self.connect_button)
        panes = Panes((Pane(tr("Detail"), self._side, 320, 1), Pane(tr("On its way"), card, 560, 4)))
        self.panes = panes
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panes)
        self.body.addWidget(self.head)
        self.body.addWidget(inner, 1)

    def _connect(self) -> None:
        self.head.sync_button.clicked.connect(self.sync_now)
        self.detail.retry_button.clicked.connect(self.sync_now)
        self.detail.open_button.clicked.connect(self._open_current)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.row_opened.connect(self._open_current)
        self.connect_button.clicked.connect(self._on_connect_button_clicked)
        self.connecting.submitted.connect(self._on_connecting_submitted)
        self.connecting.cancelled.connect(self._on_connecting_cancelled)
        self._desk.bus.changed.connect(self._on_bus_changed)
        self._ageing.timeout.connect(self._on_ageing_timeout)
        self._ageing.start()

    def _list_keys(self) -> None:
        table = self.shortcuts
        table.add_button(self.head.sync_button, hint=True)
        table.add_button(self.head.cancel_button)
        table.add_note("J / K", tr("Next or previous row"), hint=True)
        table.add_note("1 / 2 / 3 / 4 / 5", tr("What is shown"), hint=True)
        table.add_button(self.detail.open_button, hint=True)
        table.add_button(self.detail.retry_button)
        if self._desk.actor.holds(Role.ADMINISTRATOR):
            table.add_button(self.connect_button)

    def _show(self, found: tuple[SyncStatus, tuple[SyncRow, ...]]) -> None:
        self._status, self._rows = found
        self._show_status(self._status)
        for shown, button in self._filters.items():
            count = sum(1 for row in self._rows if is_shown(row, shown))
            button.set_words(tr(SHOWN_WORDS[shown]).format(count=count))
        self._show_rows()

    def _show_status(self, status: SyncStatus) -> None:
        self.head.show_status(status, self._desk.clock.now())
        self.head.sync_button.setVisible(status.enrolled)
        may_connect = not status.enrolled and self._desk.actor.holds(Role.ADMINISTRATOR)
        self.connect_button.setVisible(may_connect)
        self.summarised.emit(summarise(status))

    def _show_rows(self) -> None:
        rows = [row for row in self._rows if is_shown(row, self._shown)]
        self.table.set_empty_text(tr(EMPTY_WORDS[self._shown]))
        self.table.load(ListSource(rows, lambda row: row.key), select_first=True)

    def _choose_shown(self, shown: Shown, *_checked: bool) -> None:
        self._shown = shown
        self._show_rows()
        self.table.setFocus()

    def _on_run_ended(self, outcome: Outcome) -> None:
        self.head.end_run()
        if isinstance(outcome, EnvironmentFault):
            self.messages.show_notice(Notice(word_fault(outcome), Tone.DANGER, self.sync_now))
        elif isinstance(outcome, Refused):
            self.messages.show_notice(Notice(word_refused(outcome), Tone.WARNING))
        else:
            self._tell(outcome)
            self._desk.bus.announce(outcome.changes)
        self.refresh()

    def _tell(self, report: SyncReport) -> None:
        if report.cancelled:
            self.messages.show_notice(
                Notice(tr("Stopped. What was done stays done, the rest waits for the next sync."), Tone.INFO)
            )
        elif report.in_doubt:
            sentence = tr("%n record(s) were held or refused. Look at the red rows.", n=report.in_doubt)
            self.messages.show_notice(Notice(sentence, Tone.WARNING))
        self.noted.emit(word_report(report))

    @Slot(object)
    def _on_table_row_chosen(self, row: SyncRow | None) -> None:
        enrolled = self._status is not None and self._status.enrolled
        may_retry = row is not None and enrolled and row.step.is_open and not row.step.needs_a_look
        self.detail.show_row(row, may_open=self._opener(row), may_retry=may_retry)

    def _opener(self, row: SyncRow | None) -> bool:
        if row is None or not row.id:
            return False
        desk = self._desk
        if row.kind == "application":
            return desk.open_application is not None
        return row.kind in ("learner", "account") and desk.open_learner is not None

    @Slot()
    def _open_current(self, *_row: object) -> None:
        row, desk = self.table.selected(), self._desk
        if row is None or not self._opener(row):
            return
        if row.kind == "application" and desk.open_application is not None:
            desk.open_application(ApplicationId(row.id))
        elif desk.open_learner is not None:
            desk.open_learner(LearnerId(row.id))

    @Slot()
    def _on_connect_button_clicked(self) -> None:
        self._side.setCurrentIndex(1)
        self.panes.bring(0)
        self.connecting.address.setFocus()

    @Slot(str, str)
    def _on_connecting_submitted(self, address: str, code: str) -> None:
        desk = self._desk
        desk.runner.run(
            lambda: desk.sync.enrol(desk.actor, address, code),
            self._on_enrolled,
            owner=self.connecting,
            busy=self.connecting.connect_button,
        )

    def _on_enrolled(self, changes: frozenset[tuple[str, str]]) -> None:
        self._side.setCurrentIndex(0)
        self.messages.show_notice(Notice(tr("Connected. The first sync sends everything."), Tone.SUCCESS))
        self._desk.bus.announce(changes)
        self.refresh()
        self.table.setFocus()

    @Slot()
    def _on_connecting_cancelled(self) -> None:
        self._side.setCurrentIndex(0)
        self.table.setFocus()

    @Slot()
    def _on_ageing_timeout(self) -> None:
        # Ages grow, and a sync in the background may have failed without changing anything.
        if self.isVisible() and not self.head.is_running:
            self.refresh()

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(kind in _CONCERNED for kind, _id in changes):
            self.refresh()


def word_report(report: SyncReport) -> Words:
    """What a run did, for the status line."""
    return tr("Sent {pushed}, received {pulled}, files {files}").format(
        pushed=report.pushed, pulled=report.pulled, files=report.files_sent + report.files_fetched
    )
