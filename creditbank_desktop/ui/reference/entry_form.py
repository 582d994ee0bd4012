"""The form of one entry of reference data, made from what its table's fields are.

``EntryForm(kind, may_edit=…)``: ``show_entry(view)``, ``begin_new(fields)``, ``typed()`` (the `EntryForm` of
the services), ``reason.text()``, ``show_effect(words)``, ``show_sentence(words)``. Buttons ``save``,
``cancel``, ``use``. What needs a second person is said below the fields as soon as it is changed.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Slot

from creditbank_desktop.domain.reference_kinds import FieldShape, FieldSpec, KindSpec, ReferenceKind, spec_of
from creditbank_desktop.services.views_reference import EntryForm as TypedEntry
from creditbank_desktop.services.views_reference import EntryView, Fields
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label, Note
from creditbank_desktop.ui.reference.editors import FieldSlot, make_slot, word_value
from creditbank_desktop.ui.wording.reference_words import word_adding, word_field
from creditbank_desktop.ui.wording.registry_names import speaks_english

_HIDDEN = frozenset({"active"})
"""Taken out of use and back by a button, not by a field."""
_BESIDE = frozenset(
    {
        ("credits", "hours"),
        ("days", "unit"),
        ("years", "days"),
        ("date", "day_kind"),
    }
)


class EntryForm(Form):
    """One entry; named in the module's text."""

    # In the side of a register labels stand above their editors.
    narrow_below_px = 640

    def __init__(self, kind: ReferenceKind, *, may_edit: bool) -> None:
        """Begin with a new entry of ``kind``."""
        super().__init__()
        self.kind = kind
        self.may_edit = may_edit
        found = spec_of(kind)
        assert found is not None
        self.spec: KindSpec = found
        self._view: EntryView | None = None
        self._seen: Mapping[str, str] = {}
        self.is_new = False
        self.slots = {
            spec.name: make_slot(kind, spec)
            for spec in self.spec.fields
            if spec.name not in _HIDDEN and spec.shape is not FieldShape.FILE
        }
        self.pending, self.second, self.shipped = Note(), Note(), Label("", "small", wrap=True)
        self.effect = Note()
        self.reason = TextEdit()
        self.reason_row = FieldRow(
            tr("&Why"), self.reason, field="reason", hint=tr("Stands in the history beside your name.")
        )
        self.save = PrimaryButton(tr("Save"), key="Ctrl+Return")
        self.cancel = SecondaryButton(tr("Cancel"), key="Escape")
        self.use = SecondaryButton(tr("Take out of use"), key="Ctrl+D")
        self._lay_out()
        self.edited.connect(self._on_edited)

    def show_entry(self, view: EntryView) -> None:
        """Show an entry that is there."""
        self._view, self.is_new = view, False
        self._fill(view.row.fields)
        self._let_edit(new=False)
        self.pending.setVisible(bool(view.pending))
        self.pending.title.set_words(tr("A change waits for approval"))
        self.pending.text.set_words(tr("A second person looks at it in the section “Approvals”."))
        self._show_shipped(view)
        self.save.set_words(tr("Save"))
        self.use.set_words(tr("Take out of use") if view.row.is_active else tr("Use again"))
        has_use = self.spec.field("active") is not None
        self.use.setVisible(self.may_edit and has_use)
        self.cancel.hide()

    def begin_new(self, fields: Fields) -> None:
        """Show the form of a new entry that begins with ``fields``."""
        self._view, self.is_new = None, True
        self._fill(fields)
        self._let_edit(new=True)
        self._seen = {}
        self.pending.hide()
        self.shipped.hide()
        self.save.set_words(word_adding(self.kind.value))
        self.use.hide()
        self.cancel.show()
        self._tell_second()
        self.go_to_first()

    def go_to_first(self) -> None:
        """Go to the first field."""
        self.area.verticalScrollBar().setValue(0)
        first = next((slot for slot in self.slots.values() if slot.row.editor.isEnabled()), None)
        if first is not None:
            first.row.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_effect(self, told: str | None) -> None:
        """Say what the typed texts would do, None for nothing."""
        self.effect.setVisible(told is not None)
        if told is not None:
            self.effect.title.set_words(tr("What it would do"))
            self.effect.text.set_words(told)

    def show_sentence(self, sentence: str) -> None:
        """Say the entry as it is in force in one sentence."""
        self.effect.show()
        self.effect.title.set_words(tr("In force"))
        self.effect.text.set_words(sentence)

    def typed(self) -> TypedEntry:
        """Return what was typed, hidden fields as they were."""
        fields = dict(self._view.row.fields) if self._view is not None else {}
        fields.update({name: slot.read() for name, slot in self.slots.items()})
        if self._view is None:
            return TypedEntry(self.kind, fields)
        return TypedEntry(self.kind, fields, self._view.row.key, self._view.revision)

    def is_changed(self) -> bool:
        """Whether a field differs from what was shown first."""
        return bool(self._changed())

    def _fill(self, fields: Fields) -> None:
        for name, slot in self.slots.items():
            slot.write(fields.get(name, ""))
        self._seen = {name: slot.read() for name, slot in self.slots.items()}
        self.reason.clear()
        self.second.hide()
        self.effect.hide()
        self.clear_problems()
        self.reason_row.setVisible(self.may_edit)
        self.save.setVisible(self.may_edit)
        # What is below is laid out only when control is back at the event loop.
        QTimer.singleShot(0, self, self._to_top)

    def _let_edit(self, *, new: bool) -> None:
        # What decisions name an entry by stays; a catalogue may correct its names and codes.
        fixed = () if new or self.spec.is_catalogue else self.spec.key_fields
        for name, slot in self.slots.items():
            slot.row.editor.setEnabled(self.may_edit and name not in fixed)

    @Slot()
    def _to_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def _changed(self) -> list[FieldSpec]:
        return [slot.spec for name, slot in self.slots.items() if slot.read() != self._seen.get(name, "")]

    def _show_shipped(self, view: EntryView) -> None:
        differing: list[tuple[FieldSpec, str]] = []
        if view.shipped is not None:
            shipped = view.shipped
            differing = [
                (slot.spec, shipped.get(name, ""))
                for name, slot in self.slots.items()
                if shipped.get(name, "") != view.row.fields.get(name, "")
            ]
        self.shipped.setVisible(bool(differing))
        say(self.shipped.setText, lambda: _told(self.kind, differing))

    def _lay_out(self) -> None:
        self.add_widget(self.pending)
        waiting: FieldSlot | None = None
        for name, slot in self.slots.items():
            if waiting is not None:
                self.add_pair(waiting.row, slot.row)
                waiting = None
            elif any(left == name and right in self.slots for left, right in _BESIDE):
                waiting = slot
            else:
                self.add(slot.row)
        self.add_widget(self.shipped)
        self.add_widget(self.effect)
        self.add_widget(self.second)
        self.add(self.reason_row)
        for hidden in (self.pending, self.effect, self.second, self.shipped, self.cancel, self.use):
            hidden.hide()
        self.second.title.set_words(tr("Needs a second person"))
        self.add_side_action(self.use)
        self.add_side_action(self.cancel)
        self.add_action(self.save)

    def _tell_second(self) -> None:
        if self.is_new:
            self.second.setVisible(self.spec.additions_decide)
            self.second.text.set_words(tr("A new entry counts when somebody else has approved it."))
            return
        deciding = [spec for spec in self._changed() if spec.decides]
        self.second.setVisible(bool(deciding))
        say(self.second.text.setText, lambda: _told_second(self.kind, deciding))

    @Slot()
    def _on_edited(self) -> None:
        self._tell_second()


def _told_second(kind: ReferenceKind, deciding: list[FieldSpec]) -> str:
    between = ", " if speaks_english() else "、"
    fields = between.join(str(again(word_field(kind.value, spec.name))) for spec in deciding)
    return str(tr("{fields}: counts when somebody else has approved it.").format(fields=fields))


def _told(kind: ReferenceKind, differing: list[tuple[FieldSpec, str]]) -> str:
    told = " · ".join(
        f"{again(word_field(kind.value, s.name))} {word_value(s, text)}" for s, text in differing
    )
    return str(tr("As shipped: {fields}").format(fields=told))
