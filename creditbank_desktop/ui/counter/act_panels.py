"""Small panels for the acts of the counter, each worked by keys alone.

Every panel is an `ActPanel`: ``go()`` puts the focus where it begins; signals ``confirmed_act()``
(Ctrl+Enter) and ``closed()`` (Esc). What was typed is read by the panel's own methods.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from creditbank_desktop.domain.applications import MissingMaterial
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.services.phrase_book import DELIVERY_WAYS
from creditbank_desktop.services.views_intake import MaterialSpec, Missing
from creditbank_desktop.ui.counter.materials_panel import OTHER, MaterialsPanel
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo, KeyedChoice
from creditbank_desktop.ui.kit.editors import DateEdit, LongTextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.wording.counter_words import word_delivery_way
from creditbank_desktop.ui.wording.materials import word_material
from creditbank_desktop.ui.wording.phrases import PhrasesInForce


class ActPanel(Form):
    """A question with what it needs, one action and a way back. Signals: ``confirmed_act()``,
    ``closed()``."""

    confirmed_act = Signal()
    closed = Signal()

    def __init__(self, title: str, action: str, explanation: str = "") -> None:
        """Ask under ``title``; ``action`` is the verb on the button."""
        super().__init__()
        self.add_section(title)
        if explanation:
            self.add_widget(Label(explanation, "secondary", wrap=True))
        self.cancel = SecondaryButton(tr("Back"), key="Escape")
        self.action = PrimaryButton(action, key="Ctrl+Return")
        self.add_side_action(self.cancel)
        self.add_action(self.action)
        self.cancel.clicked.connect(self.closed)
        self.action.clicked.connect(self.confirmed_act)

    def go(self) -> None:
        """Go to the first field, or to the action."""
        first = self.rows[0].editor if self.rows else self.action
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class NotePanel(ActPanel):
    """Asks for nothing but a note, which may stay empty unless ``required``."""

    def __init__(self, title: str, action: str, explanation: str = "", *, required: bool = False) -> None:
        """Ask for a note."""
        super().__init__(title, action, explanation)
        self.note = LongTextEdit(lines=3)
        words = tr("R&eason") if required else tr("N&ote")
        self.add(FieldRow(words, self.note, field="reason" if required else "note", required=required))


class NotAcceptPanel(ActPanel):
    """Why an application is not taken up."""

    def __init__(self, book: PhrasesInForce) -> None:
        """Offer the reasons in force by digit, from the tenth on by the mouse or the arrows alone."""
        super().__init__(
            tr("Do not accept"), tr("Do not accept"), tr("The learner gets a written notice with the reason.")
        )
        choices = [
            Choice(code, book.words(code, short=True), book.digit("not_accepted", code))
            for code in book.codes("not_accepted")
        ]
        self.reason: KeyedChoice[str] = KeyedChoice(choices, columns=1)
        self.note = LongTextEdit(lines=3)
        self.add(FieldRow(tr("Reason"), self.reason, field="reason", required=True))
        self.add(FieldRow(tr("N&ote"), self.note, field="note"))

    def go(self) -> None:
        """Go to the action: digits choose the reason from there, a text field would eat them."""
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)


class DeliverPanel(ActPanel):
    """How the result reached the learner."""

    def __init__(self) -> None:
        """Offer the ways by digit; over the counter is the usual one."""
        super().__init__(
            tr("Deliver the result"),
            tr("Delivered"),
            tr("The days for an appeal count from today. The credits are posted after the next sync."),
        )
        choices = [
            Choice(code, word_delivery_way(code), str(place))
            for place, code in enumerate(DELIVERY_WAYS, start=1)
        ]
        self.how: KeyedChoice[str] = KeyedChoice(choices, columns=1)
        self.how.set_value(DELIVERY_WAYS[0])
        self.add(FieldRow(tr("How"), self.how, field="how", required=True))

    def go(self) -> None:
        """Go to the action: digits choose the way from there."""
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)


class TickList(QWidget):
    """Boxes for the materials that a notice may name. Signals: ``edited()``."""

    edited = Signal()

    def __init__(
        self, materials: Sequence[tuple[LineId | None, MaterialSpec]], ticked: frozenset[str]
    ) -> None:
        """Offer ``materials``; those in ``ticked`` begin ticked."""
        super().__init__()
        self._boxes: list[tuple[QCheckBox, LineId | None, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        for line, spec in materials:
            box = QCheckBox()
            words = word_material(spec.material)
            say(box.setText, words)
            say(box.setAccessibleName, words)
            box.setChecked(spec.material in ticked)
            box.clicked.connect(self.edited)
            column.addWidget(box)
            self._boxes.append((box, line, spec.material))
        if self._boxes:
            self.setFocusProxy(self._boxes[0][0])

    def missing(self) -> tuple[Missing, ...]:
        """Return what is ticked."""
        return tuple(Missing(material, line) for box, line, material in self._boxes if box.isChecked())

    def own_problem(self) -> None:
        """Return what is wrong with the ticks by themselves; nothing can be."""

    def is_empty(self) -> bool:
        """Whether nothing is ticked."""
        return not self.missing()


class SupplementPanel(ActPanel):
    """One notice that names everything that is missing."""

    def __init__(
        self,
        materials: Sequence[tuple[LineId | None, MaterialSpec]],
        missing: frozenset[str],
        book: PhrasesInForce,
    ) -> None:
        """Offer ``materials`` with ``missing`` ticked, and the phrases of ``book``."""
        super().__init__(
            tr("Ask for a supplement"),
            tr("Ask for it"),
            tr("One notice names everything. Tick all that is missing; the learner has 10 working days."),
        )
        self.ticks = TickList(materials, missing)
        self.phrase: ChoiceCombo[str] = ChoiceCombo(searchable=True, placeholder=tr("Type to find"))
        self.phrase.set_choices([Choice(code, book.words(code)) for code in book.codes("supplement")])
        self._book = book
        self.other = LongTextEdit(lines=3)
        self.note = LongTextEdit(lines=2)
        self.add(
            FieldRow(tr("Missing"), self.ticks, field="missing"),
            FieldRow(tr("&Phrase"), self.phrase, field="phrase"),
            FieldRow(tr("Al&so, a line each"), self.other, field="other"),
            FieldRow(tr("N&ote on the notice"), self.note, field="note"),
        )
        self.phrase.edited.connect(self._on_phrase_edited)

    def missing(self) -> tuple[Missing, ...]:
        """Return everything that the notice asks for."""
        others = (line.strip() for line in self.other.text().splitlines())
        return (*self.ticks.missing(), *(Missing(OTHER, None, line) for line in others if line))

    @Slot()
    def _on_phrase_edited(self) -> None:
        """Write the chosen phrase as a line of its own, which can still be changed."""
        code = self.phrase.value()
        if code is None:
            return
        lines = [line for line in self.other.text().splitlines() if line.strip()]
        words = str(self._book.words(code))
        if words not in lines:
            self.other.setPlainText("\n".join([*lines, words]))


class ArrivedList(QWidget):
    """What a file waits for, to be ticked off as it arrives. Signals: ``edited()``."""

    edited = Signal()

    def __init__(self, missing: Sequence[MissingMaterial], words: Sequence[str]) -> None:
        """List ``missing``, each in its ``words``."""
        super().__init__()
        self._boxes: list[tuple[QCheckBox, MissingMaterial]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        for item, text in zip(missing, words, strict=True):
            box = QCheckBox()
            say(box.setText, text)
            say(box.setAccessibleName, text)
            box.clicked.connect(self.edited)
            column.addWidget(box)
            self._boxes.append((box, item))
        if self._boxes:
            self.setFocusProxy(self._boxes[0][0])

    def tick(self, materials: frozenset[str]) -> None:
        """Tick what came as a file; what was ticked by hand stays."""
        for box, item in self._boxes:
            if item.material in materials and item.material != OTHER:
                box.setChecked(True)

    def still_missing(self) -> tuple[MissingMaterial, ...]:
        """Return what has not arrived."""
        return tuple(item for box, item in self._boxes if not box.isChecked())

    def own_problem(self) -> None:
        """Return what is wrong with the ticks by themselves; nothing can be."""

    def is_empty(self) -> bool:
        """Whether nothing has arrived."""
        return not any(box.isChecked() for box, _item in self._boxes)


class AddSupplementPanel(ActPanel):
    """Takes in what was missing."""

    def __init__(self, materials: MaterialsPanel, title: str, action: str) -> None:
        """Show ``materials`` to be completed."""
        super().__init__(title, action)
        self.materials = materials
        self.note = LongTextEdit(lines=2)
        self.add_widget(materials)
        self.add(FieldRow(tr("N&ote"), self.note, field="note"))

    def go(self) -> None:
        """Go to the list of materials."""
        self.materials.table.setFocus(Qt.FocusReason.OtherFocusReason)


class SupplementArrivedPanel(AddSupplementPanel):
    """Takes in what was asked for, all of it or a part: the rest gets a new notice."""

    def __init__(self, materials: MaterialsPanel, arrived: ArrivedList) -> None:
        """Show ``materials`` to be completed, and tick off in ``arrived`` what came."""
        super().__init__(materials, tr("Take the supplement in"), tr("Take it in"))
        self.arrived = arrived
        told = tr("What is not ticked stays missing: the file goes on waiting and gets a new notice.")
        self.add_widget(Label(told, "secondary", wrap=True))
        self.add(FieldRow(tr("A&rrived"), arrived, field="missing"))
        materials.edited.connect(self._on_materials_edited)

    @Slot()
    def _on_materials_edited(self) -> None:
        self.arrived.tick(frozenset(file.material for file in self.materials.evidence()))


class WithdrawPanel(ActPanel):
    """Withdraws the application, or one of its outcomes."""

    def __init__(self, outcomes: Sequence[tuple[LineId, str]]) -> None:
        """Offer the live ``outcomes`` when there are several."""
        super().__init__(
            tr("Withdraw it"),
            tr("Withdraw it"),
            tr("On the learner's word, before it is decided. Ctrl+Z takes it back until it was sent."),
        )
        self.what: ChoiceCombo[LineId | None] = ChoiceCombo()
        choices: list[Choice[LineId | None]] = [Choice(None, tr("The whole application"))]
        choices += [Choice(line, title) for line, title in outcomes] if len(outcomes) > 1 else []
        self.what.set_choices(choices, keep=False)
        self.what.setCurrentIndex(0)
        self.note = LongTextEdit(lines=2)
        self.add(
            FieldRow(tr("Wh&at"), self.what, field="line"),
            FieldRow(tr("R&eason, as the learner gives it"), self.note, field="note"),
        )


class PromisePanel(ActPanel):
    """Gives a late file a new date with the reason."""

    def __init__(self) -> None:
        """Ask for day and reason."""
        super().__init__(
            tr("Move the promised date"),
            tr("Move it"),
            tr("The learner is told the reason and the new date in writing."),
        )
        self.day = DateEdit()
        self.reason = LongTextEdit(lines=2)
        self.add(
            FieldRow(tr("New &date"), self.day, field="promised_on", required=True),
            FieldRow(tr("R&eason"), self.reason, field="reason", required=True),
        )
