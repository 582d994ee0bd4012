"""The evidence of a file: the viewer and below it the list of materials.

``MaterialsViewer(desk)``: ``show_case(case)``, ``prefetch(case)``, ``show_evidence(id)``,
``next_document()``, ``previous_document()``, ``clear()``, ``set_list_shown(bool)``. Only these move it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import ApplicationId, EvidenceId
from creditbank_desktop.domain.page_views import DrawnPage, PagePlace, TextPiece
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.ui.evaluation.case_facts import title_of
from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.kit.surfaces import Card
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.viewer.document_panel import DocumentPanel
from creditbank_desktop.ui.wording.materials import word_material

_MOST_ROWS = 4
_LINE_COLUMN = 1
_LIST_FROM_PX = 460
_PAGES_AHEAD = 3
_DOCUMENTS_AHEAD = 3
_PAPERWORK = frozenset({"form", "identity_document"})
"""Materials that say nothing about the outcome; who judges it begins with what proves it."""


class MaterialsViewer(QWidget):
    """Viewer and list of one case."""

    def __init__(self, desk: EvaluationDesk) -> None:
        """Begin empty."""
        super().__init__()
        self._desk = desk
        self._case: Case | None = None
        self._shown: EvidenceId | None = None
        self._list_shown = True
        self.panel = DocumentPanel(desk.runner)
        self.table: KeysetTable[Evidence] = KeysetTable(
            (
                Column(tr("Material"), _material_text),
                Column(tr("Belongs to"), self._line_text, secondary=True),
                Column(tr("Pages"), _pages_text, width=68, right=True),
            ),
            name=tr("Materials"),
        )
        self.list = Card(padded=False)
        self.list.body.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.gutter)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.list)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.panel.side_changed.connect(self._on_panel_side_changed)
        self.panel.beside_asked.connect(self._on_panel_beside_asked)
        self.list.hide()

    def show_case(self, case: Case) -> None:
        """Show the first material of another file; the same file read again leaves everything in place."""
        same = self._case is not None and self._case.application.application == case.application.application
        self._case = case
        kept = self._shown if same else None
        if not same and self.panel.has_beside:
            self.panel.close_beside()
        self.table.load(ListSource(case.evidence, _evidence_id))
        self.table.setColumnHidden(_LINE_COLUMN, len(case.application.live_lines) < 2)
        self._size_list()
        first = self._first(case)
        if first is None:
            self._shown = None
            self.panel.clear()
        else:
            self.show_evidence(kept or first.evidence)

    def prefetch(self, case: Case) -> None:
        """Have the first pages of the case that comes next drawn, beginning with what is shown first."""
        first = self._first(case)
        if first is None:
            return
        viewer = self.panel.sides[0].viewer
        viewer.prefetch(self._document(first, case), min(_PAGES_AHEAD, max(1, first.pages)))
        others = (item for item in case.evidence if item is not first)
        for item in list(others)[: _DOCUMENTS_AHEAD - 1]:
            viewer.prefetch(self._document(item, case))

    def show_evidence(self, evidence: EvidenceId) -> None:
        """Show one material of the case."""
        found = next((item for item in self._evidence() if item.evidence == evidence), None)
        if found is None or self._case is None:
            return
        self._shown = evidence
        self.table.select_place(self._evidence().index(found))
        self.panel.show_document(self._document(found, self._case))

    def clear(self) -> None:
        """Show nothing."""
        self._case, self._shown = None, None
        self.table.load(ListSource((), _evidence_id))
        self.list.hide()
        self.panel.clear()

    def set_list_shown(self, shown: bool) -> None:
        """Leave the list out where another one stands beside it."""
        self._list_shown = shown
        self._size_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list out where the page itself would have no room; the keys go on working."""
        super().resizeEvent(event)
        self._size_list()

    @Slot()
    def next_document(self) -> None:
        """Show the next material, after the last the first."""
        self._step(1)

    @Slot()
    def previous_document(self) -> None:
        """Show the material before."""
        self._step(-1)

    def list_shortcuts(self, table: ShortcutTable) -> None:
        """Work and list the keys of viewer and list."""
        table.add("Ctrl+Tab", tr("Next document"), self.next_document)
        table.add("Ctrl+Shift+Tab", tr("Document before"), self.previous_document)
        self.panel.list_shortcuts(table)

    def _first(self, case: Case) -> Evidence | None:
        """Return what is shown of a file first: what proves an outcome, at the review the first."""
        proofs = (item for item in case.evidence if item.material not in _PAPERWORK)
        first = case.evidence[0] if case.evidence else None
        return next(proofs, first) if self._list_shown else first

    def _step(self, by: int) -> None:
        items = self._evidence()
        if not items:
            return
        place = next((i for i, item in enumerate(items) if item.evidence == self._shown), 0)
        self.show_evidence(items[(place + by) % len(items)].evidence)

    def _evidence(self) -> tuple[Evidence, ...]:
        return self._case.evidence if self._case is not None else ()

    def _document(self, evidence: Evidence, case: Case) -> EvidenceDocument:
        return document_of(self._desk, evidence, case.application.application)

    def _line_text(self, evidence: Evidence) -> str:
        if self._case is None or evidence.line is None:
            return str(tr("the whole file"))
        line = next((one for one in self._case.application.lines if one.line == evidence.line), None)
        return title_of(line) if line is not None else ""

    def _size_list(self) -> None:
        count = len(self._evidence())
        self.list.setVisible(self._list_shown and count > 1 and self.height() >= _LIST_FROM_PX)
        rows = min(count, _MOST_ROWS) * MEASURES.row_height
        self.list.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + 6)

    @Slot()
    def _on_panel_side_changed(self) -> None:
        """Let the list follow the document that the keys work on."""
        document = self.panel.viewer.document
        place = next(
            (i for i, one in enumerate(self._evidence()) if document and one.evidence == document.id), -1
        )
        if place >= 0:
            self._shown = self._evidence()[place].evidence
            self.table.select_place(place)

    @Slot()
    def _on_panel_beside_asked(self) -> None:
        """Show the next material beside this one, or the same again where there is no other."""
        items = self._evidence()
        place = next((i for i, item in enumerate(items) if item.evidence == self._shown), None)
        if place is not None and self._case is not None:
            self.panel.open_beside(self._document(items[(place + 1) % len(items)], self._case))

    @Slot(object)
    def _on_table_row_chosen(self, row: Evidence | None) -> None:
        if row is not None and row.evidence != self._shown and self.table.hasFocus():
            self.show_evidence(row.evidence)


def document_of(desk: EvaluationDesk, evidence: Evidence, application: ApplicationId) -> EvidenceDocument:
    """Return what the viewer needs to show ``evidence``; the reading enters the audit trail."""
    service, actor, blob = desk.services.evidence, desk.actor, evidence.blob

    def draw(place: PagePlace) -> DrawnPage:
        return service.draw(actor, blob, place, application)

    def pieces(page: int) -> tuple[TextPiece, ...]:
        return service.pieces(actor, blob, page, application)

    read = partial(service.open, actor, blob, application)
    return EvidenceDocument(evidence.evidence, _title(evidence), read, draw, pieces)


def _title(evidence: Evidence) -> str:
    return evidence.file_name or str(word_material(evidence.material))


def _material_text(evidence: Evidence) -> str:
    return str(word_material(evidence.material))


def _pages_text(evidence: Evidence) -> str:
    return str(evidence.pages)


def _evidence_id(evidence: Evidence) -> str:
    return evidence.evidence
