"""Everything that became of one entry, the latest first: who changed what, why, and who agreed.

``HistoryList()``: ``show_versions(kind, versions)``. Signals: ``undo_asked(str)`` with the operation that its
own author may still take back.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditbank_desktop.domain.reference_kinds import KindSpec, spec_of
from creditbank_desktop.services.views_reference import FieldChange, VersionView
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.surfaces import EmptyState, Hairline, Label, StateChip
from creditbank_desktop.ui.reference.editors import word_value
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.reference_words import word_field


class HistoryList(QScrollArea):
    """The versions of an entry. Signals: ``undo_asked(str)``."""

    undo_asked = Signal(str)

    def __init__(self) -> None:
        """Begin without versions."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say(self.setAccessibleName, tr("History"))
        self.undo: SecondaryButton | None = None
        self.show_versions("", ())

    def show_versions(self, kind: str, versions: Sequence[VersionView]) -> None:
        """Show ``versions`` of an entry of ``kind``, the newest first."""
        self.undo = None
        inner = QWidget()
        inner.setProperty("ground", "none")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(2, 2, 10, 2)
        layout.setSpacing(10)
        if not versions:
            layout.addWidget(EmptyState(Icon.HISTORY, tr("Nobody has changed this entry: it is as shipped.")))
        for place, version in enumerate(versions):
            if place:
                layout.addWidget(Hairline())
            layout.addWidget(self._told(kind, version))
        layout.addStretch(1)
        self.setWidget(inner)

    def _told(self, kind: str, version: VersionView) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        who = tr("{day} · {name}").format(day=version.on.isoformat(), name=version.person_name)
        head.addWidget(Label(who, "strong"))
        if version.is_undone:
            head.addWidget(StateChip(tr("Taken back"), Tone.NEUTRAL))
        head.addStretch(1)
        layout.addLayout(head)
        if version.settled_by_name:
            agreed = tr("Approved by {name}").format(name=version.settled_by_name)
            layout.addWidget(Label(agreed, "secondary", wrap=True))
        spec = spec_of(kind)
        for change in version.changes:
            told = Label("", wrap=True, selectable=True)
            say(told.setText, partial(word_field_change, kind, spec, change))
            layout.addWidget(told)
        if version.reason:
            layout.addWidget(Label(tr("Why: {reason}").format(reason=version.reason), "secondary", wrap=True))
        if version.can_undo and self.undo is None:
            self.undo = SecondaryButton(tr("Take back"), icon=Icon.UNDO)
            self.undo.clicked.connect(partial(self._ask_undo, version.operation))
            layout.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _ask_undo(self, operation: str, *_checked: bool) -> None:
        self.undo_asked.emit(operation)


def word_field_change(kind: str, spec: KindSpec | None, change: FieldChange) -> str:
    """One field before and after, in one line."""
    known = None if spec is None else spec.field(change.name)
    name = again(word_field(kind, change.name))
    before, after = (str(again(word_value(known, text))) for text in (change.before, change.after))
    return f"{name}: {after}" if not change.before else f"{name}: {before} → {after}"
