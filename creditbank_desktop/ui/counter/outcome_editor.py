"""The form of one outcome: the fields of its type, the course it is wanted for, and its materials.

``OutcomeEditor(line, kind, sheet)``: ``outcome()`` reads it, ``show_outcome(form)`` fills it,
``show_found(problems, everything)`` puts problems under their fields: those of fields that were left, or of
all after an attempt to submit; ``offer(offers)`` shows values under their fields that can be taken with a
key. Signals: ``edited()`` of `Form`, ``field_left()``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from creditbank_desktop.domain.decisions import FREE_CREDITS, Target
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.numbers import certificate_level
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.services.views_intake import (
    FamiliarOutcome,
    FieldKind,
    FieldOffer,
    FieldSpec,
    MaterialSpec,
    OutcomeForm,
)
from creditbank_desktop.services.views_learners import CourseView
from creditbank_desktop.ui.counter.familiar_titles import FamiliarTitles
from creditbank_desktop.ui.counter.field_labels import field_source, label_with_keys
from creditbank_desktop.ui.counter.field_offers import FieldOffers
from creditbank_desktop.ui.counter.materials_panel import MaterialsPanel
from creditbank_desktop.ui.counter.typed_values import editor_for, show_typed, typed
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.checked_form import CheckedForm
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.wording.outcome_fields import word_outcome_field
from creditbank_desktop.ui.wording.registry_names import course_words

SHORT_KINDS = frozenset(
    {
        FieldKind.DATE,
        FieldKind.INTEGER,
        FieldKind.DECIMAL,
        FieldKind.CREDITS,
        FieldKind.CHOICE,
        FieldKind.FLAG,
    }
)
REQUESTED = "requested"
RARE = frozenset({"language", "aliases", "verified_by"})
"""Fields that every type has and few applications need; they stand behind the materials."""
ISSUER_FIELDS = ("issuer", "school", "platform", "provider", "examining_board", "journal", "organiser")
TAKEN_LETTERS = "Y"
"""Alt+Y belongs to the row in which the type is chosen."""


@dataclass(frozen=True, slots=True)
class TypeSheet:
    """What the form of one outcome type consists of."""

    kind: OutcomeType
    fields: tuple[FieldSpec, ...]
    materials: tuple[MaterialSpec, ...]


class OutcomeEditor(CheckedForm):
    """One outcome; its methods and signals are named in the module's text."""

    narrow_below_px = 230
    least_label_px = 64

    def __init__(
        self, line: LineId, sheet: TypeSheet, courses: Sequence[CourseView], materials: MaterialsPanel
    ) -> None:
        """Show the empty form of ``sheet``; ``materials`` is the list of the same line."""
        super().__init__()
        self.line = line
        self.sheet = sheet
        self.materials = materials
        self.target: ChoiceCombo[Target] = ChoiceCombo(searchable=True, placeholder=tr("Free credits"))
        self.target.set_choices(
            [Choice(Target(course.kind, course.code), course_words(course)) for course in courses]
        )
        materials.set_specs(sheet.materials)
        self._add_fields(materials)
        self._familiar = self._make_familiar()
        self.offers = FieldOffers(self)

    def outcome(self) -> OutcomeForm:
        """Return what is typed."""
        fields = {row.field: typed(row.editor) for row in self.rows if row.field != REQUESTED}
        return OutcomeForm(self.line, self.sheet.kind, fields, self.target.value() or FREE_CREDITS)

    def show_outcome(self, form: OutcomeForm) -> None:
        """Fill in what ``form`` has in common with this type."""
        for row in self.rows:
            if row.field in form.fields and row.field != REQUESTED:
                show_typed(row.editor, form.fields[row.field])
        self.target.set_value(form.requested if form.requested != FREE_CREDITS else None)

    def offer_familiar(self, outcomes: Sequence[FamiliarOutcome]) -> None:
        """Offer titles that were taken in before while one types."""
        if self._familiar is not None:
            self._familiar.offer(outcomes)

    def offer(self, offers: Sequence[FieldOffer]) -> None:
        """Show ``offers`` under their fields; those for fields that this type lacks are passed over."""
        self.offers.show_offers(offers)

    def is_blank(self) -> bool:
        """Whether nothing but defaults stands in it."""
        defaults = {spec.name: spec.default for spec in self.sheet.fields}
        typed_here = self.outcome()
        return (
            all(text == defaults.get(name, "") for name, text in typed_here.fields.items())
            and typed_here.requested == FREE_CREDITS
            and not self.materials.evidence()
        )

    def on_left(self, row: FieldRow) -> None:
        """Take the level from the number of a certificate."""
        if row.field == "evidence_number" and self.sheet.kind is OutcomeType.SKILL_CERTIFICATE:
            self._fill_level()

    def _add_fields(self, materials: MaterialsPanel) -> None:
        own = [spec for spec in self.sheet.fields if spec.name not in RARE]
        rare = [spec for spec in self.sheet.fields if spec.name in RARE]
        rows = {spec.name: self._row(spec) for spec in (*own, *rare)}
        requested = FieldRow(tr("Requested for the course"), self.target, field=REQUESTED)
        self._lay_rows(own, rows)
        self.add(requested)
        self.add_widget(materials)
        if rare:
            self.add_section(tr("More"))
        self._lay_rows(sorted(rare, key=lambda spec: spec.name == "aliases"), rows)
        labelled = [(row, field_source(row.field)) for row in (*rows.values(), requested)]
        label_with_keys(labelled, TAKEN_LETTERS)
        self.watch()

    def _make_familiar(self) -> FamiliarTitles | None:
        editors = {row.field: row.editor for row in self.rows}
        title = editors.get("title")
        issuer = next((editors[name] for name in ISSUER_FIELDS if name in editors), None)
        if not isinstance(title, QLineEdit):
            return None
        return FamiliarTitles(title, issuer if isinstance(issuer, QLineEdit) else None)

    def _fill_level(self) -> None:
        """Take the level from a certificate number that carries one, unless it was chosen."""
        level, number = self.row("level").editor, self.row("evidence_number").editor
        said = certificate_level(typed(number))
        if said is not None and not typed(level):
            show_typed(level, str(said))

    def _row(self, spec: FieldSpec) -> FieldRow:
        editor = editor_for(spec, self.sheet.kind)
        return FieldRow(word_outcome_field(spec.name), editor, field=spec.name, required=spec.required)

    def _lay_rows(self, specs: Sequence[FieldSpec], rows: Mapping[str, FieldRow]) -> None:
        """Put short fields that follow each other side by side."""
        waiting: FieldRow | None = None
        for spec in specs:
            row, short = rows[spec.name], spec.kind in SHORT_KINDS
            if waiting is not None and short:
                self.add_pair(waiting, row)
                waiting = None
                continue
            if waiting is not None:
                self.add(waiting)
            waiting = row if short else None
            if not short:
                self.add(row)
        if waiting is not None:
            self.add(waiting)
