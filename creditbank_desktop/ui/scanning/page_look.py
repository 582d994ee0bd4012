"""One page of a tray as large as there is room.

``PageLook(runner, read)``: ``show_page(page, title)``. The keys of the evidence viewer work in it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.domain.scans import ScanPage
from creditbank_desktop.ui.kit.evidence import EvidenceViewer
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.surfaces import ElidedLabel
from creditbank_desktop.ui.running import OperationRunner


class PageLook(QWidget):
    """Shows a page; its methods are named in the module's text."""

    def __init__(self, runner: OperationRunner, read: Callable[[ScanPage], bytes]) -> None:
        """Begin without a page."""
        super().__init__()
        self._read = read
        self.viewer = EvidenceViewer(runner)
        self.title = ElidedLabel("", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.viewer, 1)

    def show_page(self, page: ScanPage, title: str) -> None:
        """Show ``page``; after an edit it is another picture."""
        self.title.set_words(title)
        self.viewer.show_document(EvidenceDocument(page.blob, title, partial(self._read, page)))
