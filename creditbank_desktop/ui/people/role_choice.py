"""Choosing roles: a list to tick, with what each may do and what the chosen ones keep apart.

``RoleChoice()``: ``roles()``, ``set_roles(roles)``, signal ``edited()``. Up and Down go from role to role,
Space ticks.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.surfaces import Label, Note
from creditbank_desktop.ui.wording.names import word_role
from creditbank_desktop.ui.wording.role_words import ROLE_GROUPS, kept_apart, word_duty

_INDENT_PX = 26


class RoleChoice(QWidget):
    """Roles to tick. Signals: ``edited()``."""

    edited = Signal()

    def __init__(self) -> None:
        """Begin with none chosen."""
        super().__init__()
        self.boxes: dict[Role, QCheckBox] = {}
        self.apart = Note()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        for title, roles in ROLE_GROUPS:
            heading = Label(tr(title), "strong")
            heading.setContentsMargins(0, 8, 0, 2)
            layout.addWidget(heading)
            for role in roles:
                self._add(layout, role)
        layout.addSpacing(8)
        layout.addWidget(self.apart)
        self.apart.title.set_words(tr("Kept apart on every file"))
        self.apart.hide()
        self.setFocusProxy(next(iter(self.boxes.values())))

    def roles(self) -> frozenset[Role]:
        """Return what is ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def set_roles(self, roles: Iterable[Role]) -> None:
        """Tick ``roles`` and nothing else; this is no edit."""
        held = frozenset(roles)
        for role, box in self.boxes.items():
            blocked = box.blockSignals(True)
            box.setChecked(role in held)
            box.blockSignals(blocked)
        self._tell_apart()

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the choice by itself; nothing can be."""
        return None

    def is_empty(self) -> bool:
        """Whether nothing is ticked."""
        return not self.roles()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the role above or below."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            boxes = list(self.boxes.values())
            if step is not None and isinstance(watched, QCheckBox):
                place = max(0, min(len(boxes) - 1, boxes.index(watched) + step))
                boxes[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _add(self, layout: QVBoxLayout, role: Role) -> None:
        box = QCheckBox()
        say(box.setText, word_role(role))
        say(box.setAccessibleName, word_role(role))
        say(box.setAccessibleDescription, word_duty(role))
        box.installEventFilter(self)
        box.toggled.connect(self._on_box_toggled)
        duty = Label(word_duty(role), "small", wrap=True)
        duty.setContentsMargins(_INDENT_PX, 0, 0, 4)
        duty.setBuddy(box)
        layout.addWidget(box)
        layout.addWidget(duty)
        self.boxes[role] = box

    def _tell_apart(self) -> None:
        roles = self.roles()
        self.apart.setVisible(bool(kept_apart(roles)))
        say(self.apart.text.setText, lambda: "\n".join(str(again(told)) for told in kept_apart(roles)))

    @Slot(bool)
    def _on_box_toggled(self, _ticked: bool) -> None:
        self._tell_apart()
        self.edited.emit()
