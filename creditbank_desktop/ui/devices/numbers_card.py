"""The account numbers that this device may give out, and the form that allots more of them.

``NumbersCard(may_allot=…)``: ``show_blocks(view)``, ``count()``; button ``allot``, form ``form``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from creditbank_desktop.services.views_office import BlockCard, DevicesView
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, Note, StateChip
from creditbank_desktop.ui.theme.colours import Tone

USUAL_COUNT = "1000"


class NumbersCard(Card):
    """Blocks and how many numbers are left; named in the module's text."""

    def __init__(self, *, may_allot: bool) -> None:
        """Begin without blocks; ``may_allot`` shows the form."""
        super().__init__(tr("Account numbers"))
        self.may_allot = may_allot
        self.left = StateChip()
        self.low = Note()
        self.table: KeysetTable[BlockCard] = KeysetTable(
            (
                Column(tr("Of year"), lambda block: str(block.year), 64),
                Column(tr("From no."), lambda block: f"{block.first:06d}", 80, right=True),
                Column(tr("To no."), lambda block: f"{block.last:06d}", 72, right=True),
                Column(tr("Left"), lambda block: str(block.left), 0, right=True, strong=True),
            ),
            name=tr("Blocks of account numbers"),
        )
        self.table.set_empty_text(tr("This device has no account numbers yet."))
        self.form = Form()
        self.how_many = TextEdit()
        self.allot = PrimaryButton(tr("Allot numbers"), key="Ctrl+Return")
        self._lay_out()

    def show_blocks(self, view: DevicesView) -> None:
        """Show the blocks and whether they last."""
        tone = Tone.WARNING if view.is_low else Tone.SUCCESS
        self.left.set_state(tr("%n left this year", n=view.left), tone)
        self.low.setVisible(view.is_low)
        self.low.title.set_words(tr("Account numbers run low"))
        self.low.text.set_words(
            tr("Allot the next block here.")
            if self.may_allot
            else tr("Sync with the server, or ask the registry officer for the next block.")
        )
        self.table.load(ListSource(view.blocks, lambda block: f"{block.year}-{block.first}"))

    def count(self) -> int | None:
        """Return how many numbers are asked for, None when that is no number."""
        text = self.how_many.text().strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None

    def _lay_out(self) -> None:
        self.add_header(self.left)
        self.low.hide()
        self.table.setMinimumHeight(120)
        self.form.setMinimumHeight(150)
        self.body.addWidget(self.low)
        self.body.addWidget(self.table, 1)
        self.how_many.setText(USUAL_COUNT)
        self.form.add(
            FieldRow(
                tr("&How many"),
                self.how_many,
                field="count",
                required=True,
                hint=tr("Only for an office without a central server; else the server allots them."),
            )
        )
        self.form.add_action(self.allot)
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.form.setMaximumHeight(150)
        self.body.addWidget(self.form)
        # Shown before it has a parent it would be a window.
        self.form.setVisible(self.may_allot)
