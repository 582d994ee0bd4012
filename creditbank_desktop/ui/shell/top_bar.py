"""The bar above the workplaces: title, search box, sync chip, look, user.

``TopBar()``: ``title``, ``search`` (SearchBox), ``sync_chip``, ``look_button``, ``user_button``;
``set_sync(SyncSummary)``, ``set_compact(bool)``. Signals: those of its parts.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import IconButton, PillButton
from creditbank_desktop.ui.kit.editors import SearchBox
from creditbank_desktop.ui.kit.surfaces import KeyHint, Label
from creditbank_desktop.ui.kit.traits import spoken
from creditbank_desktop.ui.shell.workplaces import ShellUser, SyncSummary
from creditbank_desktop.ui.theme.appearance import current_look
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.theme.measures import MEASURES


class TopBar(QFrame):
    """Title, search, sync and user in one line."""

    def __init__(self, user: ShellUser) -> None:
        """Show ``user`` at the right."""
        super().__init__()
        self.setProperty("kind", "topbar")
        self.setFixedHeight(MEASURES.top_bar_height)
        self.title = Label("", "title")
        self.search = SearchBox(tr("Search learners and applications"))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(460)
        self.search_key = KeyHint("Ctrl+K")
        self.sync_chip = PillButton(tr("Not synced yet"), icon=Icon.CLOUD_OFF)
        self.look_button = IconButton(Icon.MOON, tr("Light or dark"), key="Ctrl+Shift+L")
        self.user_button = PillButton(user.name, icon=Icon.USER_CIRCLE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 0, 14, 0)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addStretch(1)
        layout.addWidget(self.search, 8)
        layout.addWidget(self.search_key, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self.sync_chip)
        layout.addWidget(self.look_button)
        layout.addWidget(self.user_button)
        self._tint()

    def set_title(self, words: str) -> None:
        """Show the title of the workplace."""
        self.title.set_words(words)

    def set_sync(self, summary: SyncSummary) -> None:
        """Show how far the sync is."""
        self.sync_chip.set_words(summary.words)
        self.sync_chip.set_icon(summary.icon)

    def set_compact(self, compact: bool) -> None:
        """Leave out what has other places: the key beside the search box and most of its words."""
        self.search_key.setVisible(not compact)
        say(
            self.search.setPlaceholderText,
            tr("Search") if compact else tr("Search learners and applications"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self.look_button.set_icon(Icon.SUN if current_look() is Look.DARK else Icon.MOON)
        say(self.sync_chip.setToolTip, lambda: spoken(self.sync_chip.text()))
