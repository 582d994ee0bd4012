"""The settings: what an office keeps in order, one section beside the list of all.

``SettingsPage(sections, roles)``: a list of the sections that one of ``roles`` may open, grouped; the chosen
one beside it. ``open_section(key)`` brings one to the front. A section is a `Workplace`, made when it is
opened first; its messages, notes and keys are those of every workplace page. Ctrl+PgUp and Ctrl+PgDown take
the section before or after; Esc goes back to the list, Return from the list into the section.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QStackedWidget, QWidget

from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.kit.shortcuts import ShortcutRow
from creditbank_desktop.ui.kit.surfaces import Card
from creditbank_desktop.ui.shell.workplaces import SearchHit, Workplace, WorkplacePage
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.icons import Icon, tinted
from creditbank_desktop.ui.theme.measures import MEASURES

_KEY = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 200
_SECTION_WIDTH = 620


@dataclass(frozen=True, slots=True)
class SectionGroup:
    """Sections under one heading."""

    title: str
    sections: tuple[Workplace, ...]


class SettingsPage(WorkplacePage):
    """The list of sections and the one in front; named in the module's text."""

    def __init__(self, groups: Sequence[SectionGroup], roles: frozenset[Role]) -> None:
        """List what somebody with ``roles`` may open; nothing is made yet."""
        super().__init__()
        self._sections: dict[str, Workplace] = {}
        self._pages: dict[str, WorkplacePage] = {}
        self._current = ""
        self._titles: list[tuple[QListWidgetItem, str, Icon | None]] = []
        self.list = QListWidget()
        self.stack = QStackedWidget()
        self._fill(groups, roles)
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_list_current_item_changed)
        self.list.itemActivated.connect(self._on_list_item_activated)
        self.shortcuts.add("Ctrl+PgDown", tr("Next section"), self.open_next, hint=True)
        self.shortcuts.add("Ctrl+PgUp", tr("Section before"), self.open_previous)
        self.shortcuts.add_note("Esc", tr("Back to the list of sections"))

    @property
    def section_keys(self) -> tuple[str, ...]:
        """The keys of the sections that are listed, in their order."""
        return tuple(self._sections)

    @property
    def current_key(self) -> str:
        """The key of the section in front, "" before the first."""
        return self._current

    def section(self, key: str) -> WorkplacePage | None:
        """Return the page of a section that was opened."""
        return self._pages.get(key)

    def open_section(self, key: str) -> WorkplacePage:
        """Bring a section to the front, making its page when it is opened first."""
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item.data(_KEY) == key:
                self.list.setCurrentItem(item)
                # Making a page may take the selection along with the focus.
                item.setSelected(True)
        return self._pages[key]

    @Slot()
    def open_next(self) -> None:
        """Open the section after the one in front."""
        self._step(1)

    @Slot()
    def open_previous(self) -> None:
        """Open the section before the one in front."""
        self._step(-1)

    def on_opened(self) -> None:
        """Open the first section, or read the one in front again."""
        if not self._current and self._sections:
            self.open_section(next(iter(self._sections)))
        elif self._current:
            self.titled.emit(again(self._sections[self._current].title))
            self._pages[self._current].on_opened()

    def open_hit(self, hit: SearchHit) -> None:
        """Open the section that a search or another workplace names as ``section`` or ``section:rest``."""
        key, _, rest = hit.id.partition(":")
        page = self.open_section(key)
        if rest:
            page.open_hit(SearchHit(key, rest, hit.title))

    def key_rows(self) -> tuple[ShortcutRow, ...]:
        """Return the keys of the section in front, then those that go from section to section."""
        page = self._pages.get(self._current)
        return (*(page.key_rows() if page is not None else ()), *self.shortcuts.rows())

    def may_close(self) -> bool:
        """Ask every section."""
        return all(page.may_close() for page in self._pages.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Escape, unless something in the section has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and look: items of a list are no widgets that could do so themselves."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._dress_items()
            if self._current and self.isVisible():
                self.titled.emit(again(self._sections[self._current].title))

    def _fill(self, groups: Sequence[SectionGroup], roles: frozenset[Role]) -> None:
        for group in groups:
            open_to = [section for section in group.sections if section.is_open_to(roles)]
            if not open_to:
                continue
            heading = QListWidgetItem()
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(heading)
            self._titles.append((heading, group.title, None))
            for section in open_to:
                item = QListWidgetItem()
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setData(_KEY, section.key)
                self.list.addItem(item)
                self._titles.append((item, section.title, section.icon))
                self._sections[section.key] = section
        self._dress_items()

    def _dress_items(self) -> None:
        colours = current_colours()
        for item, title, icon in self._titles:
            item.setText(again(title))
            if icon is None:
                item.setFont(_small(self.list.font()))
            else:
                item.setIcon(tinted(icon, colours.text, colours.secondary, MEASURES.icon))

    def _lay_out(self) -> None:
        say(self.list.setAccessibleName, tr("Sections"))
        self.list.setProperty("kind", "sections")
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = Card(padded=False)
        card.set_padding(6)
        card.body.addWidget(self.list, 1)
        self.panes = Panes(
            (Pane(tr("Sections"), card, _LIST_WIDTH, 0), Pane(tr("Section"), self.stack, _SECTION_WIDTH, 1))
        )
        self.body.addWidget(self.panes, 1)

    def _step(self, by: int) -> None:
        keys = self.section_keys
        if keys:
            place = keys.index(self._current) if self._current else 0
            self.open_section(keys[(place + by) % len(keys)])

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_list_current_item_changed(self, item: QListWidgetItem | None, _before: object) -> None:
        key = item.data(_KEY) if item is not None else None
        if not key:
            return
        page = self._pages.get(key)
        if page is None:
            page = self._sections[key].factory()
            # The section stands inside a page that has margins already.
            page.setContentsMargins(-14, -14, -14, -14)
            self._pages[key] = page
            self.stack.addWidget(page)
            page.noted.connect(self.noted)
            page.keys_changed.connect(self.keys_changed)
        self._current = key
        self.stack.setCurrentWidget(page)
        self.titled.emit(again(self._sections[key].title))
        self.keys_changed.emit()
        page.on_opened()

    @Slot(QListWidgetItem)
    def _on_list_item_activated(self, _item: QListWidgetItem) -> None:
        for widget in self.stack.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(MEASURES.secondary_px)
    return small
