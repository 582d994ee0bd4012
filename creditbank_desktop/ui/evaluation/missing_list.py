"""What is missing: materials to tick and a line for anything else; everything goes into one notice.

``MissingList()``: ``set_materials(wanted, missing)``, ``missing(line)`` gives what the notice asks for.
Signals: ``edited()``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.services.views_intake import Missing
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.wording.materials import word_material

_ALWAYS = ("form",)
OTHER = "other"


class MissingList(QWidget):
    """Ticks and a line of text. Signals: ``edited()``."""

    edited = Signal()

    def __init__(self) -> None:
        """Begin without materials."""
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self.other = TextEdit(tr("Anything else that is missing"))
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._ticks)
        layout.addWidget(self.other)
        say(self.other.setAccessibleName, tr("Anything else that is missing"))
        self.other.edited.connect(self.edited)
        # A label's Alt key goes only to widgets that take the focus themselves.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.other)

    def set_materials(self, wanted: Sequence[str], missing: Sequence[str]) -> None:
        """Offer the ``wanted`` materials; those ``missing`` from the file are ticked already."""
        keys = tuple(dict.fromkeys((*wanted, *missing, *_ALWAYS)))
        if tuple(self._boxes) == keys:
            for key, box in self._boxes.items():
                box.setChecked(key in missing)
            self.other.clear()
            return
        for box in self._boxes.values():
            self._ticks.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {}
        self.other.clear()
        for key in keys:
            box = QCheckBox()
            say(box.setText, word_material(key))
            say(box.setAccessibleName, word_material(key))
            box.setChecked(key in missing)
            box.clicked.connect(self._on_box_clicked)
            self._ticks.addWidget(box)
            self._boxes[key] = box
        first = next(iter(self._boxes.values()))
        self.setFocusProxy(first)
        for before, after in pairwise([*self._boxes.values(), self.other]):
            QWidget.setTabOrder(before, after)

    def missing(self, line: LineId | None) -> tuple[Missing, ...]:
        """Return what is ticked and written, as belonging to ``line``."""
        ticked = [Missing(key, line) for key, box in self._boxes.items() if box.isChecked()]
        text = self.other.text().strip()
        return (*ticked, Missing(OTHER, line, text)) if text else tuple(ticked)

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the list by itself; nothing can be."""
        return None

    def is_empty(self) -> bool:
        """Whether nothing is ticked and written."""
        return not self.missing(None)

    @Slot()
    def _on_box_clicked(self) -> None:
        self.edited.emit()
