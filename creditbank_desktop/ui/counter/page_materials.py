"""The lists of materials of the counter: scans, files and pastes go to the one in front; it is shown beside.

``PageMaterials(page)``: ``scan()``, ``attach()``, ``paste()``, ``compare_originals()``, ``preview()``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.scans import ScanPage
from creditbank_desktop.services.views_intake import FieldOffer
from creditbank_desktop.ui.counter.materials_panel import MaterialsPanel
from creditbank_desktop.ui.counter.outcome_editor import OutcomeEditor

if TYPE_CHECKING:
    from creditbank_desktop.ui.counter.page import CounterPage


class PageMaterials(QObject):
    """Between the lists of materials, the trays and what is shown beside; see the module's text."""

    def __init__(self, page: CounterPage) -> None:
        """Serve the lists of ``page``, whose parts are made."""
        super().__init__(page)
        self._page = page
        page.intake.materials_made.connect(self._on_materials_made)
        page.intake.turned.connect(self.preview)
        page.case_view.file_opened.connect(self._on_file_opened)
        page.cases.materials_made.connect(self._on_materials_made)
        page.attacher.attached.connect(self._on_attached)
        page.trays.opened.connect(self._on_trays_opened)
        page.trays.closed.connect(self._on_trays_closed)
        page.trays.offered.connect(self._on_trays_offered)
        page.trays.page_came.connect(self._on_trays_page_came)
        page.intake.editor_made.connect(self._on_intake_editor_made)
        page.work.tray_met.connect(self._on_work_tray_met)

    def _materials(self) -> MaterialsPanel | None:
        page = self._page
        if page.cases.panel is not None:
            return page.cases.materials
        if page.middle.is_shown(page.intake) and page.intake.slot is not None:
            return page.intake.slot.materials
        return None

    @Slot()
    def scan(self) -> None:
        """Scan into the tray of the list of materials in front, if there is one."""
        page = self._page
        panel = self._materials()
        if page.trays.panel is not None:
            page.trays.view.scan()
        elif panel is not None:
            page.trays.scan(panel)

    @Slot()
    def compare_originals(self) -> None:
        """Say of all files in front that their originals were compared and given back."""
        panel = self._materials()
        if panel is not None:
            panel.compare_all()

    @Slot()
    def attach(self) -> None:
        """Attach files to the list of materials in front, if there is one; in a tray, take their pages."""
        page = self._page
        if page.trays.panel is not None:
            page.trays.view.add()
            return
        panel = self._materials()
        if panel is not None:
            page.attacher.ask(panel)

    @Slot()
    def paste(self) -> None:
        """Attach what the clipboard holds."""
        page = self._page
        if page.trays.panel is not None:
            page.trays.view.paste()
            return
        panel = self._materials()
        if panel is not None:
            page.attacher.paste(panel)

    @Slot()
    def preview(self) -> None:
        """Show the files of the list in front beside the form, the latest first."""
        page = self._page
        slot = page.intake.slot
        if slot is not None:
            page.beside.show_files(tuple(reversed(slot.materials.evidence())))

    @Slot(object)
    def _on_materials_made(self, panel: MaterialsPanel) -> None:
        page = self._page
        page.attacher.watch(panel)
        page.trays.watch(panel)
        case, act = page.cases.case, page.cases.panel
        if case is None or act is None:
            panel.drafted_by(page.work.with_draft, page.work.keep)
        else:
            page.trays.adopt(act, panel, case.application.application)
        panel.file_opened.connect(self._on_file_opened)
        panel.edited.connect(self.preview)

    @Slot()
    def _on_trays_opened(self) -> None:
        page = self._page
        page.show_in_front(page.trays.view)

    @Slot(object)
    def _on_trays_closed(self, panel: MaterialsPanel) -> None:
        page = self._page
        if page.cases.panel is not None:
            page.show_in_front(page.cases.panel)
        else:
            page.show_in_front(page.intake)
            page.intake.bring(panel)
        self.preview()

    @Slot(object, object)
    def _on_trays_offered(self, panel: MaterialsPanel, offers: Sequence[FieldOffer]) -> None:
        page = self._page
        slot = page.intake.slot_of(panel)
        if slot is not None and slot.editor is not None:
            slot.editor.offer(offers)

    @Slot(object, object)
    def _on_trays_page_came(self, panel: MaterialsPanel, came: ScanPage) -> None:
        page = self._page
        slot = page.intake.slot_of(panel)
        if slot is not None and slot.editor is not None:
            page.texts.read(slot.editor, (came,), page.intake.learner)

    @Slot(object)
    def _on_intake_editor_made(self, editor: OutcomeEditor) -> None:
        # Pages may come before anybody has said what they show.
        pages = (page for document in editor.materials.documents() for page in document.pages)
        self._page.texts.read(editor, pages, self._page.intake.learner)

    @Slot()
    def _on_work_tray_met(self) -> None:
        page = self._page
        page.trays.bind(page.intake.trays(), page.work.submit)

    @Slot(object)
    def _on_attached(self, panel: MaterialsPanel) -> None:
        page = self._page
        if page.cases.panel is not None:
            page.beside.show_files(tuple(reversed(panel.evidence())))

    @Slot(object)
    def _on_file_opened(self, file: Evidence) -> None:
        page = self._page
        case = page.cases.case
        others = case.evidence if case is not None else ()
        slot = page.intake.slot
        if case is None and slot is not None:
            others = slot.materials.evidence()
        rest = tuple(one for one in others if one.evidence != file.evidence)
        page.beside.show_files((file, *rest), case.application.application if case is not None else None)
