"""The window that shows a slip without a number (pre-assessment, application form) for printing or saving.

``SlipOpener(printing, counter_papers, window).show(slip)`` is the ``show_slip`` of the counter. In the
window: Enter prints and closes, Ctrl+S saves, Esc closes. Printing and saving are entered in the audit trail.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.services.counter_papers import CounterPaperService, Slip, SlipKind, SlipUse
from creditbank_desktop.ui.i18n import mark, say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.papers.printing import PaperPrinting
from creditbank_desktop.ui.papers.view import PaperView
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.paper_words import paper_file_name

SLIP_WORDS: Mapping[SlipKind, str] = {
    SlipKind.PRE_ASSESSMENT: mark("Pre-assessment"),
    SlipKind.APPLICATION_FORM: mark("Application form"),
}
_WIDTH_PX, _HEIGHT_PX = 720, 900
_FRAME_PX = 64


class SlipWindow(QDialog):
    """One slip with what can be done with it. Signals: ``printed()``."""

    printed = Signal()

    def __init__(
        self,
        printing: PaperPrinting,
        counter_papers: CounterPaperService,
        slip: Slip,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``slip``."""
        super().__init__(parent)
        self.setProperty("ground", "window")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._counter_papers, self._slip = printing.desk, counter_papers, slip
        self.view = PaperView(printing.desk.runner)
        words = tr("Print and close") if printing.desk.prints_directly else tr("Open for printing")
        self.print_button = PrimaryButton(words, key="Return", icon=Icon.PRINTER)
        self.save_button = SecondaryButton(tr("Save as PDF"), key="Ctrl+S", icon=Icon.DOWNLOAD)
        self.close_button = SecondaryButton(tr("Close"), key="Escape")
        self._lay_out()
        title = tr(SLIP_WORDS[slip.kind])
        say(self.setWindowTitle, title)
        self.view.show_slip(slip.pdf, title)
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.close_button.clicked.connect(self.close)
        self.resize(_WIDTH_PX, min(_HEIGHT_PX, self.screen().availableGeometry().height() - _FRAME_PX))
        self.view.viewer.setFocus()

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.close_button)
        actions.addWidget(self.save_button)
        actions.addStretch(1)
        actions.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(MEASURES.gutter)
        layout.addWidget(self.view, 1)
        layout.addLayout(actions)

    @Slot()
    def _on_print_button_clicked(self) -> None:
        desk, slip, title = self._desk, self._slip, str(tr(SLIP_WORDS[self._slip.kind]))

        def work() -> None:
            if desk.print_paper is not None:
                desk.print_paper(slip.pdf, title, PaperKind.OTHER.value)
            else:
                desk.print_pdf(slip.pdf, title)
            self._counter_papers.note_slip(desk.actor, slip, SlipUse.PRINTED)

        def handed_over(_done: None) -> None:
            self.printed.emit()
            self.close()

        desk.runner.run(work, handed_over, owner=self, busy=self.print_button)

    @Slot()
    def _on_save_button_clicked(self) -> None:
        desk, slip = self._desk, self._slip
        path = desk.choose_path(self, paper_file_name(str(tr(SLIP_WORDS[slip.kind]))))

        def work() -> None:
            desk.write_file(path, slip.pdf)
            self._counter_papers.note_slip(desk.actor, slip, SlipUse.SAVED)

        if path:
            desk.runner.run(work, lambda _done: None, owner=self, busy=self.save_button)


class SlipOpener(QObject):
    """Opens slips over one window."""

    def __init__(
        self, printing: PaperPrinting, counter_papers: CounterPaperService, window: QWidget | None = None
    ) -> None:
        """Open over ``window``."""
        super().__init__(window)
        self._printing, self._counter_papers, self._window = printing, counter_papers, window

    def show(self, slip: Slip) -> SlipWindow:
        """Show ``slip`` in a window of its own."""
        shown = SlipWindow(self._printing, self._counter_papers, slip, self._window)
        shown.show()
        return shown
