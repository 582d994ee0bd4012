"""The checklist of materials of one outcome: what the rules ask for, which files are there, what is missing.

``MaterialsPanel(line)``: ``set_specs(specs)``, ``set_evidence(evidence)``, ``add_evidence(evidence)``,
``evidence()``, ``missing()`` (required and not there), ``show_problems(problems)``. Signals:
``attach_asked(str)`` with the material, ``dropped(object)`` with (material, paths), ``file_opened(object)``
with the `Evidence`, ``edited()``, ``scan_asked()``, ``tray_asked()``. Enter opens a file or asks for one,
Delete takes it off the list.
O says of the chosen file that its original was compared and given back, ``compare_all()`` of every file;
``compared()`` and ``set_compared(ids)``. Who and when are noted when the application is submitted.

Pages that were scanned lie in the list's tray until files are made of them: ``documents()``,
``set_documents(documents)``; ``drafted_by(with_draft, keep)`` says whose draft they belong to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import EvidenceId, LineId
from creditbank_desktop.domain.scans import ScannedDocument
from creditbank_desktop.services.views_intake import MaterialSpec
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import QuietButton
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Label, SectionTitle
from creditbank_desktop.ui.scanning.page_taking import WithDraft
from creditbank_desktop.ui.scanning.tray_parts import only_printed
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.failures import word_problem
from creditbank_desktop.ui.wording.materials import word_material

OTHER = "other"
MOST_ROWS_SHOWN = 5
_KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One line of the checklist: a material with one of its files, or without any."""

    material: str
    required: bool
    compare: bool
    file: Evidence | None = None
    document: ScannedDocument | None = None
    is_compared: bool = False

    @property
    def id(self) -> str:
        """Return what the row is recognised by."""
        if self.document is not None:
            return f"document:{self.document.document}"
        return self.file.evidence if self.file is not None else f"material:{self.material}"


def size_text(size_bytes: int) -> str:
    """Return a size as people read it."""
    if size_bytes < _KILOBYTE * _KILOBYTE:
        return f"{max(1, round(size_bytes / _KILOBYTE))} KB"
    return f"{size_bytes / _KILOBYTE / _KILOBYTE:.1f} MB"


class MaterialsPanel(QWidget):
    """The checklist; its methods and signals are named in the module's text."""

    attach_asked = Signal(str)
    dropped = Signal(object)
    file_opened = Signal(object)
    edited = Signal()
    scan_asked = Signal()
    tray_asked = Signal()

    def __init__(self, line: LineId | None) -> None:
        """Begin without materials; ``line`` is the outcome they belong to."""
        super().__init__()
        self.line = line
        self._specs: tuple[MaterialSpec, ...] = ()
        self._evidence: tuple[Evidence, ...] = ()
        self._documents: tuple[ScannedDocument, ...] = ()
        self._compared: frozenset[EvidenceId] = frozenset()
        self.may_compare = True
        self._with_draft: WithDraft | None = None
        self._keep: Callable[[], None] | None = None
        self._count = Label("", "secondary")
        self._problem = Label("", "problem", wrap=True)
        self._problem.hide()
        self.table: KeysetTable[MaterialRow] = KeysetTable(
            (
                Column(tr("Material"), _material_text, strong=True),
                Column(tr("File"), _file_text, secondary=True),
                Column(tr("State"), _state_text, 96, chip=_state_tone),
            ),
            name=tr("Materials handed in"),
        )
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(SectionTitle(tr("Materials handed in")))
        self.head.addWidget(self._count)
        self.head.addStretch(1)
        self.scan = only_printed(QuietButton(tr("Scan"), key="F9", icon=Icon.SCAN))
        self.head.addWidget(self.scan)
        self.scan.clicked.connect(self.scan_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.head)
        layout.addWidget(self.table)
        layout.addWidget(self._problem)
        self.setAcceptDrops(True)
        self.table.installEventFilter(self)
        self.table.row_opened.connect(self._on_row_opened)
        self._show()

    def set_specs(self, specs: Sequence[MaterialSpec]) -> None:
        """Ask for ``specs``; files of other materials stay."""
        self._specs = tuple(specs)
        self._show()

    def set_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show ``evidence`` instead of what is there."""
        self._evidence = tuple(evidence)
        self._show()

    def add_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Add files."""
        self._evidence = (*self._evidence, *evidence)
        self._show()
        if evidence:
            self.table.select_id(evidence[-1].evidence)

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the files."""
        return self._evidence

    def specs(self) -> tuple[MaterialSpec, ...]:
        """Return the materials that are asked for."""
        return self._specs

    def documents(self) -> tuple[ScannedDocument, ...]:
        """Return what lies in the tray of this list."""
        return self._documents

    def set_documents(self, documents: Sequence[ScannedDocument]) -> None:
        """Keep what lies in the tray now; whoever changes it says when it is to be saved."""
        if self._documents != tuple(documents):
            self._documents = tuple(documents)
            self._show()

    def compared(self) -> frozenset[EvidenceId]:
        """Return the files whose originals were compared and given back."""
        return self._compared & {file.evidence for file in self._evidence}

    def set_compared(self, compared: frozenset[EvidenceId]) -> None:
        """Say of these files, and of no other, that their originals were compared."""
        if self.may_compare and compared != self._compared:
            self._compared = compared
            self._show()

    @Slot()
    def compare_all(self) -> None:
        """Say of every file that its original was compared and given back; if it was said of all, of none."""
        every = frozenset(file.evidence for file in self._evidence)
        if every and self.may_compare:
            self.set_compared(frozenset() if self.compared() == every else every)
            self.edited.emit()

    def _compare(self, file: Evidence) -> None:
        self.set_compared(self._compared ^ {file.evidence})
        self.edited.emit()

    def drafted_by(self, with_draft: WithDraft, keep: Callable[[], None] | None = None) -> None:
        """Let pages belong to the draft whose id ``with_draft`` gives; ``keep`` saves it."""
        self._with_draft, self._keep = with_draft, keep

    def keep(self) -> None:
        """Save the draft that the list belongs to, where there is one."""
        if self._keep is not None:
            self._keep()

    def with_draft(self, then: Callable[[str], None]) -> None:
        """Call ``then`` with the id of the draft that pages belong to."""
        if self._with_draft is not None:
            self._with_draft(then)

    def missing(self) -> tuple[str, ...]:
        """Return the required materials of which nothing is there, not even in the tray."""
        there = self._there()
        return tuple(spec.material for spec in self._specs if spec.required and spec.material not in there)

    def next_materials(self, count: int) -> tuple[str, ...]:
        """Return for ``count`` files what each is most likely: the chosen row's material if it has none yet,
        then what is missing, in order.
        """
        row = self.table.selected()
        wanted = [spec.material for spec in self._specs if spec.material not in self._there()]
        if row is not None and self.table.hasFocus():
            wanted = [row.material, *(material for material in wanted if material != row.material)]
        last = wanted[-1] if wanted else self._specs[-1].material if self._specs else OTHER
        return tuple(wanted[place] if place < len(wanted) else last for place in range(count))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say below the list what was wrong with files, nothing for none."""
        shown = tuple(problems)
        say(self._problem.setText, lambda: "\n".join(str(word_problem(problem)) for problem in shown))
        self._problem.setVisible(bool(shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the chosen file off the list with Delete."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            row = self.table.selected()
            if event.key() == Qt.Key.Key_Delete and row is not None and row.file is not None:
                self._remove(row.file)
                return True
            if event.text().lower() == "o" and row is not None and row.file is not None and self.may_compare:
                self._compare(row.file)
                return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped, to the row under the pointer if it lacks a file."""
        paths = tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        index = self.table.indexAt(self.table.viewport().mapFrom(self, event.position().toPoint()))
        row = self.table.rows.row_at(index.row()) if index.isValid() else None
        if paths:
            event.acceptProposedAction()
            self.dropped.emit((row.material if row is not None else "", paths))

    def _there(self) -> set[str]:
        return {file.material for file in self._evidence} | {one.material for one in self._documents}

    def _remove(self, file: Evidence) -> None:
        self._evidence = tuple(one for one in self._evidence if one.evidence != file.evidence)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        rows = self._rows()
        self.table.load(ListSource(rows, lambda row: row.id), select_first=True)
        shown = max(1, min(len(rows), MOST_ROWS_SHOWN))
        # The header is 34 px; a table that scrolls inside a form that scrolls is hard to work with.
        self.table.setFixedHeight(34 + shown * MEASURES.row_height)
        needed = sum(spec.required for spec in self._specs)
        there = needed - len(self.missing())
        self._count.set_words(tr("{there} of {needed} needed").format(there=there, needed=needed))

    def _rows(self) -> list[MaterialRow]:
        rows: list[MaterialRow] = []
        known = {spec.material for spec in self._specs}
        others = [file for file in self._evidence if file.material not in known]
        for spec in self._specs:
            blank = MaterialRow(spec.material, spec.required, spec.compare)
            files = [file for file in self._evidence if file.material == spec.material]
            here = [replace(blank, file=f, is_compared=f.evidence in self._compared) for f in files]
            here += [replace(blank, document=one) for one in self._documents if one.material == spec.material]
            rows.extend(here or [blank])
        rows.extend(
            MaterialRow(f.material, False, False, f, is_compared=f.evidence in self._compared) for f in others
        )
        loose = [one for one in self._documents if one.material not in known]
        rows.extend(MaterialRow(one.material, False, False, document=one) for one in loose)
        return rows

    @Slot(object)
    def _on_row_opened(self, row: MaterialRow) -> None:
        if row.document is not None:
            self.tray_asked.emit()
        elif row.file is not None:
            self.file_opened.emit(row.file)
        else:
            self.attach_asked.emit(row.material)


def _material_text(row: MaterialRow) -> str:
    return word_material(row.material) if row.material else tr("Which material?")


def _file_text(row: MaterialRow) -> str:
    if row.document is not None:
        return tr("%n page(s) in the tray", n=len(row.document.pages))
    if row.file is None:
        return tr("original to be shown") if row.compare else ""
    pages = tr("%n page(s)", n=row.file.pages)
    return f"{row.file.file_name} · {pages} · {size_text(row.file.size_bytes)}"


def _state_text(row: MaterialRow) -> str:
    if row.file is not None:
        return tr("Compared") if row.is_compared else tr("There")
    if row.document is not None:
        return tr("In the tray")
    return tr("Missing") if row.required else tr("If any")


def _state_tone(row: MaterialRow) -> Tone:
    if row.file is not None:
        return Tone.SUCCESS
    if row.document is not None:
        return Tone.INFO if row.material else Tone.WARNING
    return Tone.WARNING if row.required else Tone.NEUTRAL
