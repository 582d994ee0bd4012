"""The days off of the office, a year at a glance, with the yearly import.

``CalendarPage(desk)``: the year at the left, drawn or as a list; at the right the chosen day. Alt+Left and
Alt+Right take the year before and after, Ctrl+N makes an entry of the chosen day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditbank_desktop.domain.calendar import DayKind
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.views_reference import CalendarYear, EntryPage, EntryRow, ReferenceQuery
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PillButton, SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.kit.surfaces import Label, StateChip
from creditbank_desktop.ui.reference.page import CONCERNED
from creditbank_desktop.ui.reference.panel import Table, TablePanel
from creditbank_desktop.ui.reference.rows import STANDING_PX, standing_tone, standing_words
from creditbank_desktop.ui.reference.year_view import YearView
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.reference_words import word_choice

_MOST_DAYS = 400
_FIRST_YEAR, _LAST_YEAR = 1970, 2200


def day_columns() -> Sequence[Column[EntryRow]]:
    """Return the columns of the list of days."""
    return (
        Column(tr("Day"), lambda row: row.fields.get("date", row.key), 112, strong=True),
        Column(tr("Holiday"), lambda row: row.fields.get("name", "")),
        Column(
            tr("Kind of day"),
            lambda row: str(word_choice("day_kind", row.fields.get("day_kind", ""))),
            150,
            chip=_day_tone,
        ),
        Column(tr("Standing"), lambda row: str(standing_words(row)), STANDING_PX, chip=standing_tone),
    )


class CalendarPage(WorkplacePage):
    """Year and days; named in the module's text."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin with the present year."""
        super().__init__()
        self._desk = desk
        self._year = desk.clock.today().year
        self._shown: CalendarYear | None = None
        self.view = YearView()
        self.before = SecondaryButton(str(self._year - 1), key="Alt+Left", icon=Icon.CHEVRON_LEFT)
        self.after = SecondaryButton(str(self._year + 1), key="Alt+Right", icon=Icon.CHEVRON_RIGHT)
        self.title, self.chip = Label(str(self._year), "title"), StateChip()
        self.count = Label("", "secondary")
        self.as_list = PillButton(tr("As a list"), key="Alt+2", icon=Icon.LIST)
        self.as_list.setCheckable(True)
        table = Table(ReferenceKind.HOLIDAY, day_columns(), self._read, side_share=1, shy=(1,))
        self.panel = TablePanel(desk, table)
        self._lay_out()
        self._connect()

    def on_opened(self) -> None:
        """Read the year and go to it."""
        self.refresh()
        if self.as_list.isChecked():
            self.panel.register.go_to_table()
        else:
            self.view.setFocus()

    def refresh(self) -> None:
        """Read the year again."""
        office, actor, year = self._desk.services.office, self._desk.actor, self._year
        self._desk.runner.run(lambda: office.calendar(actor, year), self._show, owner=self)
        self.panel.refresh()

    def _read(self, query: ReferenceQuery) -> EntryPage:
        reference, actor = self._desk.services.reference, self._desk.actor
        asked = ReferenceQuery(query.kind, query.text, str(self._year), query.with_inactive)
        return reference.page(actor, asked, 0, _MOST_DAYS)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.before, self.title, self.after, self.chip):
            head.addWidget(widget)
        head.addWidget(self.count, 1)
        head.addWidget(self.as_list)
        inner = QWidget()
        inner.setProperty("ground", "none")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(14, 4, 8, 4)
        legend = QHBoxLayout()
        legend.setSpacing(8)
        legend.addWidget(StateChip(tr("Day off"), Tone.SUCCESS))
        legend.addWidget(StateChip(tr("Worked to make up"), Tone.WARNING))
        legend.addStretch(1)
        layout.addLayout(legend)
        layout.addWidget(self.view)
        layout.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        register = self.panel.register
        register.add_picture(self.area)
        register.show_picture(True)
        self.chip.hide()
        self.body.addLayout(head)
        self.body.addWidget(self.panel, 1)

    def _connect(self) -> None:
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.as_list.toggled.connect(self._on_as_list_toggled)
        self.view.day_chosen.connect(self._on_view_day_chosen)
        self.view.day_opened.connect(self._on_view_day_opened)
        self.panel.noted.connect(self.noted)
        self.panel.saved.connect(self.refresh)
        self.panel.add.clicked.disconnect()
        self.panel.add.clicked.connect(self._on_add_clicked)
        self._desk.bus.changed.connect(self._on_bus_changed)
        table = self.shortcuts
        table.add_button(self.before, hint=True)
        table.add_button(self.after, hint=True)
        table.add_button(self.as_list)
        table.add_note("Return", tr("Open the day"))
        table.add_note("Ctrl+N", tr("Add"), hint=True)
        table.add_note("Ctrl+I", tr("Import"), hint=True)
        table.add_note("Ctrl+E", tr("Export"))
        table.add_note("Ctrl+Return", tr("Save"))

    def _show(self, year: CalendarYear) -> None:
        if year.year != self._year:
            return
        self._shown = year
        self.title.set_words(str(year.year))
        self.before.set_words(str(year.year - 1))
        self.after.set_words(str(year.year + 1))
        self.chip.show()
        if year.is_provisional:
            self.chip.set_state(tr("Not published yet: deadlines are provisional"), Tone.WARNING)
        else:
            self.chip.set_state(tr("Published"), Tone.SUCCESS)
        self.count.set_words(tr("%n working day(s)", n=year.working_days))
        marks = {day.on: day.kind for day in year.days if day.row.is_active}
        self.view.show_year(year.year, marks, self._desk.clock.today())
        self._choose_in_panel(self.view.day())
        QTimer.singleShot(0, self, self._show_day)

    def _turn(self, by: int) -> None:
        self._year = max(_FIRST_YEAR, min(_LAST_YEAR, self._year + by))
        self.refresh()

    def _choose_in_panel(self, day: date) -> None:
        table = self.panel.register.table
        if not table.select_id(f"{ReferenceKind.HOLIDAY.value}:{day.isoformat()}"):
            table.clearSelection()
            table.setCurrentIndex(table.rows.index(-1, -1))
            self.panel.show_nothing(
                tr("{day} is an ordinary day. Press Ctrl+N to change that.").format(day=day.isoformat())
            )

    @Slot()
    def _on_before_clicked(self) -> None:
        self._turn(-1)

    @Slot()
    def _on_after_clicked(self) -> None:
        self._turn(1)

    @Slot(bool)
    def _on_as_list_toggled(self, as_list: bool) -> None:
        self.panel.register.show_picture(not as_list)
        if as_list:
            self.panel.register.go_to_table()
        else:
            self.view.setFocus()

    @Slot(object)
    def _on_view_day_chosen(self, day: date) -> None:
        self._choose_in_panel(day)
        self._show_day()

    @Slot()
    def _show_day(self) -> None:
        left, top = self.view.place_of(self.view.day())
        self.area.ensureVisible(left, self.view.y() + top, 20, 60)

    @Slot(object)
    def _on_view_day_opened(self, day: date) -> None:
        if self.panel.register.table.selected() is not None:
            self.panel.form.go_to_first()
        else:
            self._begin(day)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._begin(self.view.day())

    def _begin(self, day: date) -> None:
        kind = DayKind.MAKEUP if day.weekday() > 4 else DayKind.HOLIDAY
        self.panel.begin_new({"date": day.isoformat(), "day_kind": kind.value, "source": "published"})

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(kind in CONCERNED for kind, _id in changes):
            self.refresh()


def _day_tone(row: EntryRow) -> Tone:
    return Tone.SUCCESS if row.fields.get("day_kind") == DayKind.HOLIDAY.value else Tone.WARNING
