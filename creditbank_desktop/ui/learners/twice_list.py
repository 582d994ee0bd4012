"""The records that one identity document has twice, as a list that takes the place of the roll.

``TwiceList()``: ``show_pairs(pairs)``. Signal: ``pair_opened(object)`` with `MetTwice`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.services.views_learners import MetTwice
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Label


class TwiceList(QWidget):
    """The list; its method and signal are named in the module's text."""

    pair_opened = Signal(object)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.table: KeysetTable[MetTwice] = KeysetTable(
            (
                Column(tr("Name"), _names, 120, strong=True),
                Column(tr("ID number"), lambda pair: pair.older.masked_document, secondary=True),
                Column(tr("Class"), lambda pair: pair.younger.class_name, 104, secondary=True),
            ),
            name=tr("The same person?"),
        )
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.empty_text = tr("Nobody is on record twice.")
        self.table.row_opened.connect(self.pair_opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            Label(
                tr("One ID number, two records: compare them, and merge what is one person."),
                "small",
                wrap=True,
            )
        )
        layout.addWidget(self.table, 1)

    def show_pairs(self, pairs: Sequence[MetTwice]) -> None:
        """Show ``pairs``."""
        source = ListSource(pairs, lambda pair: f"{pair.older.learner}:{pair.younger.learner}")
        self.table.load(source, select_first=bool(pairs))


def _names(pair: MetTwice) -> str:
    names = dict.fromkeys((pair.older.name, pair.younger.name))
    return " / ".join(names)
