"""The application form: learner, outcomes side by side as tabs, proxy and note, and the action that submits.

``IntakePane(today)``: ``open(opening)`` begins or continues an application; ``form()`` reads it;
``show_found(check, everything)`` puts problems under their fields; ``editor`` is the outcome in front.
Signals: ``edited()`` on every change, ``field_left()``, ``turned()`` when another outcome comes to the front,
``outcome_asked(bool)`` for one more, like the one in front or empty, ``submit_asked()``, ``discard_asked()``,
``closed()``, ``materials_made(object)`` and ``editor_made(object)`` for whoever serves them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import LearnerId, LineId
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.services.views_intake import (
    ApplicationCheck,
    ApplicationForm,
    MaterialSpec,
    OutcomeForm,
)
from creditbank_desktop.services.views_learners import CourseView
from creditbank_desktop.ui.counter.learner_header import LearnerHeader
from creditbank_desktop.ui.counter.materials_panel import MaterialsPanel
from creditbank_desktop.ui.counter.outcome_editor import OutcomeEditor, shared_part
from creditbank_desktop.ui.counter.outcome_tabs import OutcomeTabs
from creditbank_desktop.ui.counter.proxy_form import ProxyNoteForm
from creditbank_desktop.ui.counter.readings import Opening, Sheets
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_problem
from creditbank_desktop.ui.wording.names import word_outcome_type

AUTHORISATION = MaterialSpec("authorisation", required=True, compare=True)
"""What a proxy has to bring, beside what the rules ask for."""
DUPLICATE = "outcome.duplicate"
"""The warning that a typed reason confirms."""


class OutcomeSlot:
    """One outcome of the application: its line, its materials, and its editor once a type is chosen."""

    def __init__(self, line: LineId) -> None:
        self.line = line
        self.materials = MaterialsPanel(line)
        self.editor: OutcomeEditor | None = None
        self.asks_authorisation = False


class IntakePane(QWidget):
    """The form; its methods and signals are named in the module's text."""

    edited = Signal()
    field_left = Signal()
    turned = Signal()
    outcome_asked = Signal(bool)
    submit_asked = Signal()
    discard_asked = Signal()
    closed = Signal()
    materials_made = Signal(object)
    editor_made = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        """Begin without a learner; ``today`` is what 今天 means in a field for a day."""
        super().__init__()
        self._today = today
        self.header = LearnerHeader()
        self.tabs = OutcomeTabs()
        self.kind: ChoiceCombo[OutcomeType] = ChoiceCombo(searchable=True, placeholder=tr("Type to find"))
        self.kind_row = FieldRow(tr("T&ype"), self.kind, field="type", required=True)
        self.proxy = ProxyNoteForm(today)
        self.stack = QStackedWidget()
        self.submit = PrimaryButton(tr("Submit"), key="Ctrl+Return")
        self.back = QuietButton(tr("Other learner"), key="Escape")
        self.discard = QuietButton(tr("Discard"), key="Ctrl+Shift+X", icon=Icon.TRASH)
        self.problem = Label("", "problem", wrap=True)
        self._blank = QWidget()
        self._slots: list[OutcomeSlot] = []
        self._removed: tuple[int, OutcomeSlot] | None = None
        self._place = 0
        self._sheets: Sheets = {}
        self._courses: tuple[CourseView, ...] = ()
        self._learner: LearnerId | None = None
        self.draft = ""
        self.draft_revision = 0
        self._lay_out()
        self._connect()

    @property
    def learner(self) -> LearnerId | None:
        """The learner whose application it is."""
        return self._learner

    @property
    def slot(self) -> OutcomeSlot | None:
        """The outcome in front, None on the page of proxy and note."""
        return self._slots[self._place] if 0 <= self._place < len(self._slots) else None

    def open(self, opening: Opening) -> None:
        """Begin an application of the learner, or go on with the draft of ``opening``."""
        self.close_form()
        self._learner = opening.card.learner.learner
        self._sheets = opening.sheets
        self._courses = (
            tuple(c for c in opening.card.programme.courses if not c.excluded)
            if opening.card.programme
            else ()
        )
        self.header.show_card(opening.card)
        self.kind.set_choices(
            [
                Choice(
                    kind, tr("{number} {type}").format(number=f"{n:02d}", type=word_outcome_type(kind.value))
                )
                for n, kind in enumerate(opening.sheets, start=1)
            ],
            keep=False,
        )
        form = opening.draft.form if opening.draft else ApplicationForm()
        self.draft = opening.draft.draft if opening.draft else ""
        self.draft_revision = form.draft_revision
        for outcome in form.outcomes:
            slot = self._add_slot(outcome.line)
            slot.materials.set_evidence([file for file in form.evidence if file.line == outcome.line])
            slot.materials.set_documents([one for one in form.tray if one.line == outcome.line])
            self._make_editor(slot, outcome.type).show_outcome(outcome)
        if not form.outcomes:
            self._add_slot(opening.lines[0])
        self._take_loose(form)
        self.proxy.show_form(form)
        self._ask_for_authorisation()
        self.turn_to(0)

    def _take_loose(self, form: ApplicationForm) -> None:
        """Put into the first outcome's tray what came for no outcome, or for one that has no type yet."""
        known = {outcome.line for outcome in form.outcomes}
        first = self._slots[0]
        loose = [replace(one, line=first.line) for one in form.tray if one.line not in known]
        files = [replace(one, line=first.line) for one in form.evidence if one.line not in known]
        first.materials.set_documents((*first.materials.documents(), *loose))
        first.materials.set_evidence((*first.materials.evidence(), *files))
        for slot in self._slots:
            slot.materials.set_compared(form.compared & {f.evidence for f in slot.materials.evidence()})

    def close_form(self) -> None:
        """Forget the application."""
        for slot in self._slots:
            self._drop_slot(slot)
        self._slots.clear()
        self._forget_removed()
        self._learner, self.draft, self.draft_revision, self._place = None, "", 0, 0
        self.problem.hide()
        self.proxy.show_form(ApplicationForm())

    def form(self, reason: str = "") -> ApplicationForm:
        """Return what is typed; ``reason`` says why a duplicate may stand."""
        outcomes: list[OutcomeForm] = []
        evidence: list[Evidence] = []
        confirmed: set[str] = set()
        for slot in self._slots:
            evidence.extend(slot.materials.evidence())
            if slot.editor is not None:
                prefix = f"outcomes.{len(outcomes)}."
                confirmed |= {f"{prefix}{field}:{code}" for field, code in slot.editor.confirmed()}
                outcomes.append(slot.editor.outcome())
        proxy, note = self.proxy.typed()
        if reason:
            confirmed.add(DUPLICATE)
            note = "\n".join(part for part in (reason, note) if part)
        tray = tuple(one for slot in self._slots for one in slot.materials.documents())
        form = ApplicationForm(
            self._learner,
            tuple(outcomes),
            tuple(evidence),
            proxy,
            note,
            frozenset(confirmed),
            self.draft,
            tray,
            self.draft_revision,
        )
        compared = frozenset(one for slot in self._slots for one in slot.materials.compared())
        return replace(form, compared=compared)

    def lines(self) -> tuple[LineId, ...]:
        """Return the lines of the outcomes that have a type, in the order of `form`."""
        return tuple(slot.line for slot in self._slots if slot.editor is not None)

    def is_blank(self) -> bool:
        """Whether nothing was typed that would be worth keeping."""
        typed = any(
            slot.materials.evidence()
            or slot.materials.documents()
            or (slot.editor and not slot.editor.is_blank())
            for slot in self._slots
        )
        proxy, note = self.proxy.typed()
        return not typed and proxy is None and not note

    def trays(self) -> tuple[MaterialsPanel, ...]:
        """Return the lists of materials in whose trays something lies, in the order of the outcomes."""
        return tuple(slot.materials for slot in self._slots if slot.materials.documents())

    def slot_of(self, panel: MaterialsPanel) -> OutcomeSlot | None:
        """Return the outcome that a list of materials belongs to."""
        return next((slot for slot in self._slots if slot.materials is panel), None)

    def bring(self, panel: MaterialsPanel) -> None:
        """Bring the outcome of a list of materials to the front."""
        for place, slot in enumerate(self._slots):
            if slot.materials is panel and place != self._place:
                self.turn_to(place)

    def missing_materials(self) -> tuple[tuple[LineId, str], ...]:
        """Return the needed materials that are not there, with their lines."""
        return tuple(
            (slot.line, material)
            for slot in self._slots
            if slot.editor
            for material in slot.materials.missing()
        )

    def add_outcome(self, line: LineId, like_last: bool = False) -> None:
        """Begin one more outcome under the id ``line``, with type, issuer and day of the one before it."""
        before = self.slot or self._slots[-1]
        slot = self._add_slot(line)
        if like_last and before.editor is not None:
            self._make_editor(slot, before.editor.sheet.kind).show_outcome(shared_part(before.editor, line))
        self.turn_to(len(self._slots) - 1)
        self.edited.emit()

    @Slot()
    def remove_outcome(self) -> None:
        """Take the outcome in front out of the application, until `bring_back`; the last one stays."""
        slot = self.slot
        if slot is None or len(self._slots) < 2:
            return
        self._forget_removed()
        self._removed = (self._place, slot)
        self._slots.remove(slot)
        self.turn_to(min(self._place, len(self._slots) - 1))
        self.edited.emit()

    @Slot()
    def bring_back(self) -> None:
        """Put the outcome that was removed last in its place again."""
        if self._removed is None:
            return
        place, slot = self._removed
        self._removed = None
        self._slots.insert(place, slot)
        self.turn_to(place)
        self.edited.emit()

    @Slot()
    def take_offer(self) -> None:
        """Take the offer of the field in focus, or the first of the outcome in front."""
        if self.slot is not None and self.slot.editor is not None:
            self.slot.editor.offers.take_one()

    @Slot()
    def take_offers(self) -> None:
        """Take all offers for empty fields of the outcome in front."""
        if self.slot is not None and self.slot.editor is not None:
            self.slot.editor.offers.take_all()

    @Slot(int)
    def turn_to(self, place: int) -> None:
        """Bring an outcome to the front; -1 is the page of proxy and note."""
        self._place = place if place < len(self._slots) else len(self._slots) - 1
        slot = self.slot
        self.kind_row.setVisible(slot is not None)
        if slot is None:
            self.stack.setCurrentWidget(self.proxy)
            self.proxy.go_to_first()
        else:
            self.stack.setCurrentWidget(slot.editor or self._blank)
            self.kind.set_value(slot.editor.sheet.kind if slot.editor else None)
            self._go_into(slot)
        self._name_tabs()
        self.turned.emit()

    def show_found(self, check: ApplicationCheck, *, everything: bool) -> None:
        """Show the problems of a check under their fields; the rest above the action."""
        named: list[tuple[int, Problem]] = []
        editors = [slot.editor for slot in self._slots if slot.editor]
        for place, editor in enumerate(editors):
            prefix = f"outcomes.{place}."
            mine = [
                replace(p, field=p.field.removeprefix(prefix))
                for p in check.problems
                if p.field.startswith(prefix)
            ]
            left = editor.show_found(mine, everything=everything)
            named.extend((place, problem) for problem in left)
        others = [p for p in check.problems if not p.field.startswith("outcomes.")]
        named.extend((-1, problem) for problem in self.proxy.show_found(others, everything=everything))
        self.problem.setVisible(bool(named) and everything)
        self.problem.set_words("\n".join(_sentence(place, problem) for place, problem in named))
        self._name_tabs()

    def go_to_first_problem(self) -> None:
        """Bring the first outcome with a problem to the front and go to its field."""
        for place, slot in enumerate(self._slots):
            if slot.editor is None:
                continue
            if any(row.problems() for row in slot.editor.rows):
                self.turn_to(place)
                slot.editor.go_to_first_problem()
                return
        if self.proxy.has_problems():
            self.turn_to(-1)
            self.proxy.go_to_first_problem()

    def _lay_out(self) -> None:
        self.stack.addWidget(self._blank)
        self.stack.addWidget(self.proxy)
        bar = QFrame()
        bar.setProperty("kind", "actionbar")
        actions = QHBoxLayout(bar)
        actions.setContentsMargins(0, 10, 0, 0)
        actions.addWidget(self.back)
        actions.addWidget(self.discard)
        actions.addStretch(1)
        actions.addWidget(self.submit)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self.header, self.tabs, self.kind_row):
            layout.addWidget(part)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.problem)
        layout.addWidget(bar)

    def _connect(self) -> None:
        self.kind.edited.connect(self._on_kind_edited)
        self.tabs.chosen.connect(self.turn_to)
        self.tabs.add.clicked.connect(self._on_tabs_add_clicked)
        self.tabs.copy.clicked.connect(self._on_tabs_copy_clicked)
        self.tabs.undo.clicked.connect(self.bring_back)
        self.tabs.remove.clicked.connect(self.remove_outcome)
        self.proxy.edited.connect(self._ask_for_authorisation)
        self.proxy.edited.connect(self.edited)
        self.proxy.field_left.connect(self.field_left)
        self.submit.clicked.connect(self.submit_asked)
        self.discard.clicked.connect(self.discard_asked)
        self.back.clicked.connect(self.closed)

    def _add_slot(self, line: LineId) -> OutcomeSlot:
        slot = OutcomeSlot(line)
        # Until there is a form to stand in, the list belongs here, unseen.
        slot.materials.setParent(self)
        slot.materials.hide()
        self._slots.append(slot)
        slot.materials.edited.connect(self.edited)
        self.materials_made.emit(slot.materials)
        return slot

    def _make_editor(self, slot: OutcomeSlot, kind: OutcomeType) -> OutcomeEditor:
        before = slot.editor
        editor = OutcomeEditor(slot.line, self._sheets[kind], self._courses, slot.materials, self._today)
        if before is not None:
            editor.show_outcome(before.outcome())
            self._drop(before)
        slot.materials.show()
        slot.editor, slot.asks_authorisation = editor, False
        self._ask_for_authorisation()
        self.stack.addWidget(editor)
        editor.edited.connect(self._on_editor_edited)
        editor.field_left.connect(self.field_left)
        self.editor_made.emit(editor)
        return editor

    @Slot()
    def _ask_for_authorisation(self) -> None:
        """Ask for the authorisation among the materials of the first outcome while there is a proxy."""
        by_proxy = self.proxy.typed()[0] is not None
        for place, slot in enumerate(self._slots):
            asks = by_proxy and place == 0
            if slot.editor is not None and asks != slot.asks_authorisation:
                slot.asks_authorisation = asks
                more = (AUTHORISATION,) if asks else ()
                slot.materials.set_specs((*slot.editor.sheet.materials, *more))

    def _drop_slot(self, slot: OutcomeSlot) -> None:
        if slot.editor is not None:
            self._drop(slot.editor)
        slot.materials.deleteLater()

    def _forget_removed(self) -> None:
        if self._removed is not None:
            self._drop_slot(self._removed[1])
        self._removed = None

    def _drop(self, editor: OutcomeEditor) -> None:
        self.stack.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _go_into(self, slot: OutcomeSlot) -> None:
        if slot.editor is None:
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            slot.editor.go_to_first()

    def _name_tabs(self) -> None:
        titles: list[tuple[str, bool]] = []
        for slot in self._slots:
            title = slot.editor.outcome().fields.get("title", "").strip() if slot.editor else ""
            wrong = slot.editor is not None and any(row.problems() for row in slot.editor.rows)
            titles.append((title, wrong))
        self.tabs.show_outcomes(titles, self._place, can_bring_back=self._removed is not None)

    @Slot()
    def _on_tabs_add_clicked(self) -> None:
        self.outcome_asked.emit(False)

    @Slot()
    def _on_tabs_copy_clicked(self) -> None:
        self.outcome_asked.emit(True)

    @Slot()
    def _on_editor_edited(self) -> None:
        self._name_tabs()
        self.edited.emit()

    @Slot()
    def _on_kind_edited(self) -> None:
        slot, kind = self.slot, self.kind.value()
        if slot is None or kind is None or (slot.editor and slot.editor.sheet.kind is kind):
            return
        editor = self._make_editor(slot, kind)
        self.stack.setCurrentWidget(editor)
        editor.go_to_first()
        self._name_tabs()
        self.edited.emit()


def _sentence(place: int, problem: Problem) -> str:
    words = str(word_problem(problem))
    return (
        words if place < 0 else str(tr("Outcome {number}: {problem}").format(number=place + 1, problem=words))
    )
