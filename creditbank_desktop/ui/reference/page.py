"""A section with tables of reference data, one in front; Alt+1, Alt+2, … bring the others there.

``TablesPage(desk, tables)``. ``open_hit`` takes ``kind`` or ``kind:key``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget

from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PillButton
from creditbank_desktop.ui.reference.panel import Table, TablePanel
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import SearchHit, WorkplacePage
from creditbank_desktop.ui.wording.reference_words import word_table

CONCERNED = frozenset({"reference", "proposal"})


class TablesPage(WorkplacePage):
    """Tables beside each other; named in the module's text."""

    def __init__(self, desk: SettingsDesk, tables: Sequence[Table]) -> None:
        """Begin with the first of ``tables``."""
        super().__init__()
        self._desk = desk
        self.panels = tuple(TablePanel(desk, table) for table in tables)
        self.pills: list[PillButton] = []
        self._stack = QStackedWidget()
        for panel in self.panels:
            self._stack.addWidget(panel)
            panel.noted.connect(self.noted)
        if len(self.panels) > 1:
            self._add_pills()
        self.body.addWidget(self._stack, 1)
        desk.bus.changed.connect(self._on_bus_changed)
        self._list_keys()

    @property
    def panel(self) -> TablePanel:
        """The table in front."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, TablePanel)
        return shown

    def on_opened(self) -> None:
        """Read the table in front."""
        self.panel.open()

    def open_hit(self, hit: SearchHit) -> None:
        """Bring a table to the front, and in it the entry of that key."""
        kind, _, key = hit.id.partition(":")
        for place, panel in enumerate(self.panels):
            if panel.kind.value == kind:
                self.bring(place)
                if key:
                    panel.open_key(key)

    def bring(self, place: int, *_checked: bool) -> None:
        """Bring a table to the front."""
        self._stack.setCurrentIndex(place)
        if self.pills:
            self.pills[place].setChecked(True)
        self.panel.open()

    def _add_pills(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        group = QButtonGroup(self)
        for place, panel in enumerate(self.panels):
            pill = PillButton(word_table(panel.kind.value), key=f"Alt+{place + 1}")
            pill.setCheckable(True)
            pill.setChecked(place == 0)
            pill.clicked.connect(partial(self.bring, place))
            group.addButton(pill)
            line.addWidget(pill)
            self.pills.append(pill)
        line.addStretch(1)
        self.body.addLayout(line)

    def _list_keys(self) -> None:
        first, table = self.panels[0], self.shortcuts
        table.add("Ctrl+F", tr("Search"), self._go_to_search, hint=True)
        if first.may_edit:
            if any(panel.spec.can_grow for panel in self.panels):
                table.add_note("Ctrl+N", tr("Add"), hint=True)
            table.add_note("Ctrl+Return", tr("Save"), hint=True)
            table.add_note("Ctrl+D", tr("Take out of use, or use again"))
        if first.table.sheets:
            table.add_note("Ctrl+I", tr("Import"))
            table.add_note("Ctrl+E", tr("Export"))
            table.add_note("Ctrl+T", tr("Empty sheet to fill in"))
        table.add_note("Ctrl+H", tr("History"))
        if self.pills:
            table.add_note(f"Alt+1 … Alt+{len(self.pills)}", tr("Another table"))

    @Slot()
    def _go_to_search(self) -> None:
        self.panel.register.go_to_search()

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(kind in CONCERNED for kind, _id in changes):
            self.panel.refresh()
