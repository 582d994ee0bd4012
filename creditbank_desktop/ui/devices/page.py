"""The devices of the office and the account numbers that this one may give out.

``DevicesPage(desk, sync)``: a register of devices at the left; at the right this device's numbers, how it
stands with the server, and the form that allots the next block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_office import DeviceCard, DevicesView
from creditbank_desktop.sync.face import SyncStatus
from creditbank_desktop.ui.devices.numbers_card import NumbersCard
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.kit.surfaces import Card, Facts, UprightArea
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.register import RegisterCard, RegisterWords, RowReading
from creditbank_desktop.ui.settings.sides import RegisterSides, word_moment
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon

_CONCERNED = frozenset({"device", "number_block", "sync", "learner"})


def device_columns() -> Sequence[Column[DeviceCard]]:
    """Return the columns of the table of devices."""
    return (
        Column(tr("Device"), lambda row: row.name, 0, strong=True),
        Column(tr("In use since"), lambda row: _day(row.since), 104, secondary=True),
        Column(tr("Last act"), lambda row: _moment(row.last_act_at), 146, secondary=True),
        Column(tr("Standing"), lambda row: str(_standing(row)), 116, chip=_tone),
    )


class DevicesPage(WorkplacePage):
    """Register, facts and numbers; named in the module's text."""

    def __init__(self, desk: SettingsDesk, sync_status: Callable[[], SyncStatus]) -> None:
        """Begin without devices; ``sync_status`` is called on a worker thread."""
        super().__init__()
        self._desk = desk
        self._sync_status = sync_status
        self._status: SyncStatus | None = None
        self.register = RegisterCard(
            device_columns(),
            RegisterWords(tr("Devices"), tr("Name or id of a device"), tr("No device is known here.")),
            RowReading(lambda row: row.device, lambda row: (row.name, row.code, row.device)),
        )
        self.facts = Facts()
        self.numbers = NumbersCard(may_allot=may(desk.actor, "IdentityService.allot_numbers"))
        self.again = SecondaryButton(tr("Read again"), key="Ctrl+R", icon=Icon.REFRESH)
        self._side = QWidget()
        self._lay_out()
        self.register.row_chosen.connect(self._on_register_row_chosen)
        self.again.clicked.connect(self.refresh)
        self.numbers.allot.clicked.connect(self._on_numbers_allot_clicked)
        desk.bus.changed.connect(self._on_bus_changed)
        self.shortcuts.add("Ctrl+F", tr("Search"), self.register.go_to_search, hint=True)
        self.shortcuts.add_button(self.again)
        if self.numbers.may_allot:
            self.shortcuts.add_button(self.numbers.allot, hint=True)

    def on_opened(self) -> None:
        """Read everything and go to the table."""
        self.refresh()
        self.register.go_to_table()

    @Slot()
    def refresh(self) -> None:
        """Read devices, numbers and the standing with the server again."""
        records, actor, status = self._desk.services.office_records, self._desk.actor, self._sync_status
        self._desk.runner.run(lambda: (records.devices(actor), status()), self._show, owner=self)

    def _lay_out(self) -> None:
        about = Card(tr("This device and the others"))
        about.body.addWidget(self.facts)
        about.body.addStretch(1)
        inner = QWidget()
        inner.setProperty("ground", "none")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self.numbers, 1)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(UprightArea(inner))
        self.register.hide_when_narrow(1, 2)
        self.register.add_action(self.again)
        self.body.addWidget(RegisterSides(self.register, self._side), 1)

    def _show(self, found: tuple[DevicesView, SyncStatus]) -> None:
        view, self._status = found
        self.numbers.show_blocks(view)
        chosen = self.register.table.selected_id()
        self.register.show_rows(view.devices, chosen or view.devices[0].device)

    @Slot(object)
    def _on_register_row_chosen(self, row: DeviceCard | None) -> None:
        if row is None:
            self.facts.set_facts(())
            return
        facts: list[tuple[str, str]] = [
            (tr("Device name"), row.name),
            (tr("Device id"), _in_two_lines(row.device)),
            (tr("In use since"), _moment(row.since)),
        ]
        if row.is_this:
            facts.insert(1, (tr("Code in paper numbers"), row.code))
            facts.append((tr("Last sync"), word_contact(self._status)))
        else:
            facts.append((tr("Last act known here"), _moment(row.last_act_at)))
        self.facts.set_facts(tuple(facts))

    @Slot()
    def _on_numbers_allot_clicked(self) -> None:
        count = self.numbers.count()
        if count is None:
            self.numbers.form.show_problems([Problem("number.invalid", "count")])
            return
        identity, actor = self._desk.services.identity, self._desk.actor
        year = self._desk.clock.today().year

        def done(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)
            told = tr("%n account number(s) more may be given out on this computer.", n=count)
            self.messages.show_notice(Notice(told, Tone.SUCCESS))
            self.refresh()
            QTimer.singleShot(0, self, self.register.go_to_table)

        self._desk.runner.run(
            lambda: identity.allot_numbers(actor, year, count),
            done,
            owner=self.numbers.form,
            busy=self.numbers.allot,
        )

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(kind in _CONCERNED for kind, _id in changes):
            self.refresh()


def word_contact(status: SyncStatus | None) -> Words | str:
    """When the server was heard of last."""
    if status is None or not status.enrolled:
        return tr("No server: this computer works by itself")
    if status.last_contact_at is None:
        return tr("Not synced yet")
    return word_moment(status.last_contact_at)


def _moment(at: datetime | None) -> str:
    return "–" if at is None else word_moment(at)


def _day(at: datetime | None) -> str:
    return "–" if at is None else at.astimezone().strftime("%Y-%m-%d")


def _in_two_lines(device: str) -> str:
    # Nothing breaks at the dashes of an id, and all of it is wider than the card.
    return f"{device[:19]}\n{device[19:]}"


def _standing(row: DeviceCard) -> Words:
    if row.is_this:
        return tr("This device")
    return tr("Active") if row.active else tr("Withdrawn")


def _tone(row: DeviceCard) -> Tone:
    if row.is_this:
        return Tone.INFO
    return Tone.SUCCESS if row.active else Tone.NEUTRAL
