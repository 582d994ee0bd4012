"""The window that shows a paper which was just issued, and the callback that every workplace opens it with.

``PaperOpener(printing, parent).show(issued)`` is the ``show_paper`` of the workplaces. In the window: Enter
prints and closes, Ctrl+S saves, R prints a copy with a reason, Esc closes.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.messages import MessageBar
from creditbank_desktop.ui.papers.printing import PaperPrinting
from creditbank_desktop.ui.papers.reason_panel import Question, ReasonPanel
from creditbank_desktop.ui.papers.view import PaperView
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.paper_words import COPY_REASONS, word_paper, word_printed

_WIDTH_PX, _HEIGHT_PX = 720, 900
_FRAME_PX = 64


class PaperWindow(QDialog):
    """One paper with what can be done with it; goes away by itself once it was printed."""

    def __init__(self, printing: PaperPrinting, issued: IssuedPaper, parent: QWidget | None = None) -> None:
        """Show ``issued``."""
        super().__init__(parent)
        self.setProperty("ground", "window")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._printing = printing
        self._issued = issued
        self.messages = MessageBar()
        self.view = PaperView(printing.desk.runner)
        self.reasons = ReasonPanel()
        direct = printing.desk.prints_directly
        print_words = tr("Print and close") if direct else tr("Open for printing")
        self.print_button = PrimaryButton(print_words, key="Return", icon=Icon.PRINTER)
        self.copy_button = SecondaryButton(tr("Print a copy"), key="R", icon=Icon.COPY)
        self.save_button = SecondaryButton(tr("Save as PDF"), key="Ctrl+S", icon=Icon.DOWNLOAD)
        self.close_button = SecondaryButton(tr("Close"), key="Escape")
        self.actions_bar = QWidget()
        self._lay_out()
        self._connect()
        say(self.setWindowTitle, lambda: str(again(word_paper(issued.paper))))
        self.view.show_paper(issued)
        self._offer()
        self.resize(_WIDTH_PX, min(_HEIGHT_PX, self.screen().availableGeometry().height() - _FRAME_PX))
        self.view.viewer.setFocus()

    def _lay_out(self) -> None:
        actions = QHBoxLayout(self.actions_bar)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(8)
        actions.addWidget(self.close_button)
        actions.addWidget(self.save_button)
        actions.addStretch(1)
        actions.addWidget(self.copy_button)
        actions.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(MEASURES.gutter)
        layout.addWidget(self.messages)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.reasons)
        layout.addWidget(self.actions_bar)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.close_button.clicked.connect(self.close)
        self.reasons.confirmed.connect(self._on_reasons_confirmed)
        self.reasons.cancelled.connect(self._on_reasons_cancelled)
        self._printing.printed.connect(self._on_printing_printed)
        self._printing.saved.connect(self._on_printing_saved)

    def _offer(self) -> None:
        """Offer the original while it may still be printed, after that a copy."""
        paper = self._issued.paper
        fresh = self._printing.is_fresh(self._issued)
        self.print_button.setVisible(fresh)
        self.copy_button.setVisible(not fresh and self._printing.may_copy and not paper.voided)

    @Slot()
    def _on_print_button_clicked(self) -> None:
        self._printing.print_original(self._issued, self.print_button)

    @Slot()
    def _on_copy_button_clicked(self) -> None:
        self.actions_bar.hide()
        self.reasons.ask(
            Question(
                tr("Why is a copy needed?"),
                tr("It is marked as a copy and counted."),
                COPY_REASONS,
                tr("Print a copy"),
            )
        )

    @Slot(str)
    def _on_reasons_confirmed(self, reason: str) -> None:
        self.actions_bar.show()
        self._printing.print_copy(self._issued.paper, reason, self.copy_button)

    @Slot()
    def _on_reasons_cancelled(self) -> None:
        self.actions_bar.show()
        self.view.viewer.setFocus()

    @Slot()
    def _on_save_button_clicked(self) -> None:
        if self.view.shown is not None:
            shown = self.view.shown
            self._printing.save(shown.pdf, shown.words, self.save_button, shown.issued)

    @Slot(object)
    def _on_printing_printed(self, issued: IssuedPaper) -> None:
        if issued.paper.paper == self._issued.paper.paper:
            self.close()

    @Slot(str)
    def _on_printing_saved(self, path: str) -> None:
        self.messages.show_notice(Notice(tr("Saved as {path}.").format(path=path), Tone.SUCCESS))


class PaperOpener(QObject):
    """Opens papers over one window. Signals: ``noted(str)`` with what was printed, for the status line."""

    noted = Signal(str)

    def __init__(self, printing: PaperPrinting, window: QWidget | None = None) -> None:
        """Open over ``window``."""
        super().__init__(window)
        self._printing = printing
        self._window = window
        printing.printed.connect(self._on_printing_printed)

    @Slot(object)
    def show(self, issued: IssuedPaper) -> PaperWindow:
        """Show ``issued`` in a window of its own."""
        window = PaperWindow(self._printing, issued, self._window)
        window.show()
        return window

    @Slot(object)
    def _on_printing_printed(self, issued: IssuedPaper) -> None:
        self.noted.emit(word_printed(issued, direct=self._printing.desk.prints_directly))
