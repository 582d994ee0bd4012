"""Lists that come into the office and go out of it: the server's list of staff, and the sheet of people.

``WaysIn(desk, page)``: ``open_list()`` shows the server's list in ``staff_list``, ``exporting`` asks what the
sheet is for. Signals: ``opened()``, ``let_in(str, object)`` with the words and the result, ``exported()``,
``told(object)`` with a `Notice`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_keys import StaffListView
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.people.export_pane import ExportPane, staff_sheet_words
from creditbank_desktop.ui.people.staff_list import StaffListPane
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.theme.colours import Tone

_LARGEST_LIST_BYTES = 1_000_000


class WaysIn(QObject):
    """The list of staff and the sheet of people; named in the module's text."""

    opened = Signal()
    let_in = Signal(str, object)
    exported = Signal()
    told = Signal(object)

    def __init__(self, desk: SettingsDesk, page: QWidget) -> None:
        """Work for ``page``, which shows both panes."""
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.staff_list, self.exporting = StaffListPane(), ExportPane()
        self.staff_list.take.clicked.connect(self._on_take_clicked)
        self.staff_list.enrol.clicked.connect(self._on_enrol_clicked)
        self.exporting.go.clicked.connect(self._on_exporting_go_clicked)

    @Slot()
    def open_list(self) -> None:
        """Show the server's list."""
        staff, actor = self._desk.services.staff, self._desk.actor

        def show(view: StaffListView) -> None:
            self.staff_list.forget()
            self.staff_list.show_list(view)
            self.opened.emit()

        self._desk.runner.run(lambda: staff.listed(actor), show, owner=self._page)

    @Slot()
    def _on_exporting_go_clicked(self) -> None:
        if not self.exporting.purpose.accepts():
            return
        desk, purpose = self._desk, self.exporting.purpose.purpose()
        name = f"{tr('People')} {desk.clock.today().isoformat()}.xlsx"
        path = desk.choose_save(self._page, name, "Excel (*.xlsx)")
        if not path:
            return
        words = staff_sheet_words()

        def work() -> str:
            desk.write_file(path, desk.services.office_records.export_people(desk.actor, words, purpose))
            return path

        def done(written: str) -> None:
            self.exported.emit()
            told = tr("The list of people was saved: {path}").format(path=written)
            self.told.emit(Notice(told, Tone.SUCCESS))

        desk.runner.run(work, done, owner=self._page, busy=self.exporting.go)

    @Slot()
    def _on_take_clicked(self) -> None:
        desk = self._desk
        path = desk.choose_open(self._page, f"{tr('Lists of staff')} (*)")
        if not path:
            return

        def work() -> OpResult[StaffListView]:
            return desk.services.staff.take_list(desk.actor, desk.read_file(path, _LARGEST_LIST_BYTES))

        def done(result: OpResult[StaffListView]) -> None:
            desk.bus.announce(result.changes)
            self.staff_list.show_list(result.value)
            self.told.emit(Notice(tr("The list was taken over."), Tone.SUCCESS))

        desk.runner.run(work, done, owner=self.staff_list, busy=self.staff_list.take)

    @Slot()
    def _on_enrol_clicked(self) -> None:
        listed = self.staff_list.chosen()
        if listed is None or not self.staff_list.is_filled():
            return
        staff, actor = self._desk.services.staff, self._desk.actor
        code, secret = self.staff_list.code.text(), self.staff_list.secret()
        told = tr("{name} can sign in on this computer now.").format(name=listed.name)

        def done(result: OpResult[PersonId]) -> None:
            self.let_in.emit(told, result)

        self._desk.runner.run(
            lambda: staff.enrol_listed(actor, listed.login, code, secret),
            done,
            owner=self.staff_list,
            busy=self.staff_list.enrol,
        )
