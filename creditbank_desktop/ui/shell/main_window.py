"""The window in which all work is done: rail, top bar, one workplace at a time, status line.

``MainWindow(workplaces, user, runner, searcher, deeds)``: signals ``sync_asked()`` (the chip was pressed),
``look_chosen(Look)`` and ``language_chosen(Language)`` (to be remembered), ``lock_asked()``,
``keys_asked()``, ``sign_out_asked()``. ``open(key)``, ``set_sync(SyncSummary)``, ``show_notice(Notice)``,
``page(key)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.ui.i18n import Language, again, say, tr
from creditbank_desktop.ui.kit.messages import MessageBar
from creditbank_desktop.ui.kit.shortcuts import ShortcutRow
from creditbank_desktop.ui.kit.traits import key_sequences
from creditbank_desktop.ui.running import Notice, OperationRunner
from creditbank_desktop.ui.shell.disk_banner import DiskBanner
from creditbank_desktop.ui.shell.rail import Rail
from creditbank_desktop.ui.shell.search_popup import SearchPopup
from creditbank_desktop.ui.shell.shortcut_overlay import ShortcutOverlay
from creditbank_desktop.ui.shell.status_line import StatusLine
from creditbank_desktop.ui.shell.top_bar import TopBar
from creditbank_desktop.ui.shell.workplaces import (
    Searcher,
    SearchHit,
    ShellUser,
    SyncSummary,
    Workplace,
    WorkplacePage,
)
from creditbank_desktop.ui.theme.appearance import current_look
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds
from creditbank_desktop.ui.theme.measures import COMPACT_BELOW_PX
from creditbank_desktop.ui.wording.names import word_role


class MainWindow(QMainWindow):
    """The shell; its signals and methods are named in the module's text."""

    sync_asked = Signal()
    lock_asked = Signal()
    keys_asked = Signal()
    sign_out_asked = Signal()
    look_chosen = Signal(object)
    language_chosen = Signal(object)

    def __init__(
        self,
        workplaces: Sequence[Workplace],
        user: ShellUser,
        runner: OperationRunner,
        searcher: Searcher,
        deeds: AppearanceDeeds,
    ) -> None:
        """Show the workplaces that ``user`` may open; the first of them opens when the window is shown
        first.
        """
        super().__init__()
        self._workplaces = tuple(place for place in workplaces if place.is_open_to(user.roles))
        self._pages: dict[str, WorkplacePage] = {}
        self._current = ""
        self._deeds = deeds
        self._user = user
        self.rail = Rail(self._workplaces)
        self.top = TopBar(user)
        self.disk = DiskBanner()
        self.messages = MessageBar()
        self.messages.setProperty("place", "window")
        self.stack = QStackedWidget()
        self.status = StatusLine()
        self._lay_out()
        self.popup = SearchPopup(self.top.search, searcher, runner, self)
        self.overlay = ShortcutOverlay(self)
        self._make_user_menu()
        self._connect(runner)
        self._bind_keys()
        say(self.setWindowTitle, tr("Credit Bank"))
        self.setMinimumSize(760, 440)
        self.resize(1366, 768)

    def open(self, key: str) -> WorkplacePage:
        """Bring the workplace ``key`` to the front, making its page when it is opened first."""
        workplace = next(place for place in self._workplaces if place.key == key)
        page = self._pages.get(key)
        if page is None:
            page = workplace.factory()
            self._pages[key] = page
            self.stack.addWidget(page)
            page.noted.connect(self.status.set_note)
            page.titled.connect(self.top.set_title)
            page.keys_changed.connect(self._on_page_keys_changed)
        self._current = key
        self.rail.select(key)
        self.top.set_title(workplace.title)
        self.status.set_note("")
        self.stack.setCurrentWidget(page)
        self.status.set_shortcuts(page.key_rows())
        page.on_opened()
        return page

    def page(self, key: str) -> WorkplacePage | None:
        """Return the page of ``key`` if it was opened."""
        return self._pages.get(key)

    @property
    def current_key(self) -> str:
        """The key of the workplace in front, "" before the first."""
        return self._current

    def set_sync(self, summary: SyncSummary) -> None:
        """Show how far the sync is."""
        self.top.set_sync(summary)

    def show_notice(self, notice: Notice) -> None:
        """Show ``notice`` above the workplace."""
        self.messages.show_notice(notice)

    def global_rows(self) -> tuple[ShortcutRow, ...]:
        """Return the keys that work everywhere."""
        entries = tuple(ShortcutRow(place.keys, place.title) for place in self._workplaces if place.keys)
        return (
            *entries,
            ShortcutRow("Ctrl+K", tr("Search")),
            ShortcutRow("Ctrl+Shift+L", tr("Light or dark")),
            ShortcutRow("Ctrl+L", tr("Lock")),
            ShortcutRow("Ctrl+Shift+P", tr("Passphrase and keys")),
            ShortcutRow("?", tr("All keys")),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Open the first workplace when the window is shown first."""
        super().showEvent(event)
        if not self._current and self._workplaces:
            self.open(self._workplaces[0].key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room on narrow windows."""
        super().resizeEvent(event)
        compact = self.width() < COMPACT_BELOW_PX
        self.rail.set_compact(compact)
        self.top.set_compact(compact)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask every page first."""
        if all(page.may_close() for page in self._pages.values()):
            super().closeEvent(event)
        else:
            event.ignore()

    def _lay_out(self) -> None:
        ground = QWidget()
        ground.setProperty("ground", "window")
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.disk)
        right.addWidget(self.messages)
        right.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        outer = QVBoxLayout(ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(across, 1)
        outer.addWidget(self.status)
        self.setCentralWidget(ground)

    def _connect(self, runner: OperationRunner) -> None:
        self.rail.chosen.connect(self.open)
        self.top.sync_chip.clicked.connect(self.sync_asked)
        self.top.look_button.clicked.connect(self._on_look_button_clicked)
        self.status.help_asked.connect(self.show_all_keys)
        self.popup.chosen.connect(self._on_popup_chosen)
        runner.progress_changed.connect(self.status.show_progress)
        runner.notice_raised.connect(self.show_notice)

    def _bind_keys(self) -> None:
        for keys, run in (
            ("Ctrl+K", self.focus_search),
            ("?", self.show_all_keys),
            ("F1", self.show_all_keys),
            ("Ctrl+L", self.lock_asked.emit),
            ("Ctrl+Shift+P", self.keys_asked.emit),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(key_sequences(keys))
            shortcut.activated.connect(run)

    def _make_user_menu(self) -> None:
        menu = QMenu(self.top.user_button)
        say(menu.setAccessibleName, tr("User"))
        roles = QAction(menu)
        say(roles.setText, lambda: ", ".join(sorted(str(word_role(role.value)) for role in self._user.roles)))
        roles.setEnabled(False)
        menu.addAction(roles)
        menu.addSeparator()
        for language, name in ((Language.CHINESE, "简体中文"), (Language.ENGLISH, "English")):
            action = QAction(name, menu)
            action.setData(language)
            action.triggered.connect(self._on_language_triggered)
            menu.addAction(action)
        menu.addSeparator()
        for words, asked in (
            (tr("Passphrase and keys"), self.keys_asked),
            (tr("Lock"), self.lock_asked),
            (tr("Sign out"), self.sign_out_asked),
        ):
            action = QAction(menu)
            say(action.setText, words)
            action.triggered.connect(asked)
            menu.addAction(action)
        self.top.user_button.setMenu(menu)

    @Slot()
    def focus_search(self) -> None:
        """Go to the search box."""
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    @Slot()
    def show_all_keys(self) -> None:
        """Show the keys of the workplace in front and those that work everywhere."""
        page = self._pages.get(self._current)
        title = next(
            (place.title for place in self._workplaces if place.key == self._current), tr("Workplace")
        )
        rows = page.key_rows() if page is not None else ()
        self.overlay.show_groups(((again(title), rows), (tr("Everywhere"), self.global_rows())))

    @Slot()
    def _on_page_keys_changed(self) -> None:
        page = self._pages.get(self._current)
        if page is not None and page is self.sender():
            self.status.set_shortcuts(page.key_rows())

    @Slot()
    def _on_look_button_clicked(self) -> None:
        look = Look.LIGHT if current_look() is Look.DARK else Look.DARK
        self._deeds.switch_look(look)
        self.look_chosen.emit(look)

    @Slot()
    def _on_language_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            language = Language(action.data())
            self._deeds.switch_language(language)
            self.language_chosen.emit(language)

    @Slot(object)
    def _on_popup_chosen(self, hit: SearchHit) -> None:
        if any(place.key == hit.workplace for place in self._workplaces):
            self.open(hit.workplace).open_hit(hit)
