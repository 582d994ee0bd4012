"""The devices of the office and the account numbers that this one may give out.

``DevicesPage(desk, sync)``: a register of devices at the left; at the right this device's numbers, how it
stands with the server, and the form that allots the next block.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_office import DeviceCard, DevicesView
from creditbank_desktop.sync.face import SyncStatus
from creditbank_desktop.ui.devices.device_form import DeviceForm
from creditbank_desktop.ui.devices.device_rows import (
    device_columns,
    device_sheet_words,
    device_standing,
    moment_text,
    numbers_text,
)
from creditbank_desktop.ui.devices.numbers_card import NumbersCard
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Card, Facts, UprightArea
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.register import RegisterCard, RegisterWords, RowReading
from creditbank_desktop.ui.settings.sides import RegisterSides, word_moment
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.version import VERSION

_CONCERNED = frozenset({"device", "number_block", "sync", "learner"})


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
        self.form = DeviceForm(
            may_rename=may(desk.actor, "DeviceService.rename"),
            may_withdraw=may(desk.actor, "DeviceService.withdraw"),
        )
        self.again = SecondaryButton(tr("Read again"), key="Ctrl+R", icon=Icon.REFRESH)
        self.export = SecondaryButton(tr("Export"), key="Ctrl+E")
        self._side = QWidget()
        self._lay_out()
        self.register.row_chosen.connect(self._on_register_row_chosen)
        self.again.clicked.connect(self.refresh)
        self.export.clicked.connect(self._on_export_clicked)
        self.form.rename.clicked.connect(self._on_rename_clicked)
        self.form.withdraw.clicked.connect(self._on_withdraw_clicked)
        self.numbers.allot.clicked.connect(self._on_numbers_allot_clicked)
        desk.bus.changed.connect(self._on_bus_changed)
        self.shortcuts.add("Ctrl+F", tr("Search"), self.register.go_to_search, hint=True)
        for button in (self.again, self.export, self.form.rename, self.form.withdraw):
            self.shortcuts.add_button(button)
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
        about.body.addWidget(self.form)
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
        self._area = UprightArea(inner)
        side.addWidget(self._area)
        self.register.hide_when_narrow(1, 2)
        self.register.add_action(self.again, self.export)
        self.export.setVisible(may(self._desk.actor, "DeviceService.export"))
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
            (tr("In use since"), moment_text(row.since)),
        ]
        if row.is_this:
            facts.insert(1, (tr("Code in paper numbers"), row.code))
            facts.append((tr("Program"), VERSION))
            facts.append((tr("Last sync"), word_contact(self._status)))
        else:
            facts.append((tr("Last act known here"), moment_text(row.last_act_at)))
        if row.blocks:
            facts.append((tr("Account numbers"), numbers_text(row)))
        self.form.show_device(row)
        # The numbers are those that this computer gives out.
        self.numbers.setVisible(row.is_this)
        self.facts.set_facts(tuple(facts))

    @Slot()
    def _on_rename_clicked(self) -> None:
        row = self.register.table.selected()
        if row is None or self.form.name_row.isHidden():
            return
        devices, actor, name = self._desk.services.devices, self._desk.actor, self.form.name.text()
        self._desk.runner.run(
            lambda: devices.rename(actor, row.device, name),
            partial(self._done, tr("The device is called {name} now.").format(name=name.strip())),
            owner=self.form,
            busy=self.form.rename,
        )

    @Slot()
    def _on_withdraw_clicked(self) -> None:
        row = self.register.table.selected()
        if row is None:
            return
        if not self.form.is_sure:
            self.form.make_sure()
            QTimer.singleShot(0, self, self._show_reason)
            return
        devices, actor, reason = self._desk.services.devices, self._desk.actor, self.form.reason.text()
        told = tr("{name} is withdrawn. The server learns of it at the next sync.").format(name=row.name)
        self._desk.runner.run(
            lambda: devices.withdraw(actor, row.device, reason),
            partial(self._done, told),
            owner=self.form,
            busy=self.form.withdraw,
        )

    @Slot()
    def _show_reason(self) -> None:
        self._area.ensureWidgetVisible(self.form.withdraw)

    def _done(self, told: str, result: OpResult[None]) -> None:
        self._desk.bus.announce(result.changes)
        self.messages.show_notice(Notice(told, Tone.SUCCESS))
        self.refresh()
        QTimer.singleShot(0, self, self.register.go_to_table)

    @Slot()
    def _on_export_clicked(self) -> None:
        desk, rows = self._desk, self.register.shown_rows()
        name = f"{tr('Devices')} {desk.clock.today().isoformat()}.xlsx"
        path = desk.choose_save(self, name, "Excel (*.xlsx)")
        if not path:
            return
        words, standings = device_sheet_words(), [str(device_standing(row)) for row in rows]

        def work() -> None:
            desk.write_file(path, desk.services.devices.export(desk.actor, rows, words, standings))

        def done(_nothing: None) -> None:
            self.messages.show_notice(Notice(tr("Saved: {path}").format(path=path), Tone.SUCCESS))

        desk.runner.run(work, done, owner=self, busy=self.export)

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


def _in_two_lines(device: str) -> str:
    # Nothing breaks at the dashes of an id, and all of it is wider than the card.
    return f"{device[:19]}\n{device[19:]}"
