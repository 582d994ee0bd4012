"""The bar that says what happened and what to do next.

``MessageBar()``: hidden until ``show_notice(Notice(text, tone, retry))``; ``dismiss()``. Put one at the top
of a workplace, as a direct child, and the operation runner finds it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import IconButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.kit.traits import set_trait
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon, pixmap
from creditbank_desktop.ui.theme.measures import MEASURES

_ICONS = {
    Tone.NEUTRAL: Icon.INFO,
    Tone.INFO: Icon.INFO,
    Tone.SUCCESS: Icon.CIRCLE_CHECK,
    Tone.WARNING: Icon.ALERT_TRIANGLE,
    Tone.DANGER: Icon.ALERT_CIRCLE,
}


class MessageBar(QFrame):
    """Shows one notice at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setProperty("kind", "message")
        self.setProperty("tone", Tone.INFO.value)
        self.notice: Notice | None = None
        self._picture = QLabel()
        self._text = Label("", wrap=True, selectable=True)
        self._retry = SecondaryButton(tr("Try again"), icon=Icon.REFRESH)
        self.undo_button = SecondaryButton(tr("Undo"), key="Ctrl+Z", icon=Icon.UNDO)
        self.undo_button.hide()
        self._close = IconButton(Icon.X, tr("Close this message"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MEASURES.gutter, 6, 6, 6)
        layout.setSpacing(10)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._retry)
        layout.addWidget(self.undo_button)
        layout.addWidget(self._close)
        self._retry.clicked.connect(self._on_retry_clicked)
        self.undo_button.clicked.connect(self._on_undo_button_clicked)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show ``notice`` instead of what was shown."""
        self.notice = notice
        set_trait(self, "tone", notice.tone.value)
        self._text.set_words(notice.text)
        self._retry.setVisible(notice.retry is not None)
        self.undo_button.setVisible(notice.undo is not None)
        self._tint()
        self.show()

    @Slot()
    def dismiss(self) -> None:
        """Hide the bar."""
        self.notice = None
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    @Slot()
    def _on_retry_clicked(self) -> None:
        notice = self.notice
        self.dismiss()
        if notice is not None and notice.retry is not None:
            notice.retry()

    @Slot()
    def _on_undo_button_clicked(self) -> None:
        notice = self.notice
        self.dismiss()
        if notice is not None and notice.undo is not None:
            notice.undo()

    def _tint(self) -> None:
        if self.notice is not None:
            ink = current_colours().tint(self.notice.tone).ink
            self._picture.setPixmap(pixmap(_ICONS[self.notice.tone], ink, 20, self.devicePixelRatioF()))
