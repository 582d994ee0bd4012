"""A register and, beside it, what is known of the chosen row.

``RegisterSides(register, side)`` lays both out so that they stand beside each other on every display.
``ChangeLine()``: ``show_note(note)`` says who changed the record last and when.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from creditbank_desktop.services.views_office import ChangeNote
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.theme.measures import MEASURES

LEAST_REGISTER_PX = 280
SIDE_PX = 328
WIDE_SIDE_PX = 420


class RegisterSides(QWidget):
    """The register takes what the side leaves; on a wide display both grow."""

    def __init__(self, register: QWidget, side: QWidget, *, side_share: int = 2) -> None:
        """Put ``side`` at the right of ``register``."""
        super().__init__()
        register.setMinimumWidth(LEAST_REGISTER_PX)
        side.setMinimumWidth(SIDE_PX)
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        register.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.gutter)
        layout.addWidget(register, 3)
        layout.addWidget(side, side_share)


class ChangeLine(Label):
    """Who changed the record last."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__("", "small", wrap=True)
        self.hide()

    def show_note(self, note: ChangeNote | None) -> None:
        """Say who it was, or nothing if that is not known."""
        self.setVisible(note is not None)
        if note is not None:
            self.set_words(word_change(note.person_name, note.at))


def word_change(person_name: str, at: datetime) -> Words:
    """Who changed something and when, by the clock of this place."""
    who = person_name or tr("Central server")
    return tr("Last changed by {name} on {when}").format(name=who, when=word_moment(at))


def word_moment(at: datetime) -> str:
    """A moment by the clock of this place, to the minute."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
