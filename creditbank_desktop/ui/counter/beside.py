"""What stands beside the form: the pre-assessment, and under it the files of what is in front.

``Beside(desk)``: ``assessment`` and ``evidence`` are its parts; ``show_files(files, application)`` shows
files, the first in front, and hides the viewer where there are none.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.ui.counter.assessment_card import AssessmentCard
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.evidence_panel import EvidencePanel
from creditbank_desktop.ui.theme.measures import MEASURES


class Beside(QSplitter):
    """The right pane of the counter; its methods are named in the module's text."""

    def __init__(self, desk: CounterDesk) -> None:
        """Begin with an empty assessment and no file."""
        super().__init__(Qt.Orientation.Vertical)
        self._desk = desk
        self.assessment = AssessmentCard()
        self.evidence = EvidencePanel(desk.runner)
        self.evidence.hide()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(MEASURES.gutter)
        self.addWidget(self.assessment)
        self.addWidget(self.evidence)
        self.setStretchFactor(0, 4)
        self.setStretchFactor(1, 5)

    def show_files(self, files: tuple[Evidence, ...], application: ApplicationId | None = None) -> None:
        """Show ``files``, those of ``application`` if it has a number already."""
        services, actor = self._desk.services, self._desk.actor
        documents = [
            EvidenceDocument(
                file.blob, file.file_name, partial(services.evidence.open, actor, file.blob, application)
            )
            for file in files
        ]
        appears = bool(documents) and not self.evidence.isVisibleTo(self)
        self.evidence.setVisible(bool(documents))
        if appears:
            self.setSizes([self.height() // 2, self.height() // 2])
        if documents:
            self.evidence.show_documents(documents)
        else:
            self.evidence.clear()
