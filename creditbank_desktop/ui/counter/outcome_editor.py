"""The form of one outcome: the fields of its type, the course it is wanted for, and its materials.

``OutcomeEditor(line, sheet, courses, materials, today)``: ``outcome()`` reads it, ``show_outcome(form)``
fills it; what belongs to fields of another type is kept and comes back with that type.
``show_found(problems, everything)`` puts problems under their fields: those of fields that were left, or of
all after an attempt to submit; ``offer(offers)`` shows values under their fields that can be taken with a
key. Signals: ``edited()`` of `Form`, ``field_left()``, ``lookup_asked(str, str)`` with field and text,
answered by ``show_hits(field, text, hits)``; ``title_known(str, str)`` with title and issuer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from creditbank_desktop.domain.decisions import FREE_CREDITS, Target
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.numbers import certificate_level
from creditbank_desktop.domain.outcomes import OutcomeType, fold
from creditbank_desktop.services.views_intake import (
    FieldHit,
    FieldKind,
    FieldOffer,
    FieldSpec,
    MaterialSpec,
    OfferSource,
    OutcomeForm,
)
from creditbank_desktop.services.views_learners import CourseView
from creditbank_desktop.ui.counter.field_labels import field_source, label_with_keys
from creditbank_desktop.ui.counter.field_offers import FieldOffers
from creditbank_desktop.ui.counter.folded_fields import FoldedFields
from creditbank_desktop.ui.counter.materials_panel import MaterialsPanel
from creditbank_desktop.ui.counter.typed_values import CreditCodeEdit, editor_for, put, show_typed, typed
from creditbank_desktop.ui.counter.value_lookup import ValueLookup
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
ISSUER_FIELDS = ("issuer", "school", "provider", "examining_board", "organiser", "employer", "journal")
LOOKED_UP = ("title", "platform", "issuer", "school", "provider", "examining_board", "organiser")
STAND_INS: Mapping[str, tuple[str, ...]] = {"grade": ("raw_score", "score_scale")}
"""What is asked for when the rules cannot read a field that was filled."""
SHARED_FIELDS = frozenset({*ISSUER_FIELDS, "platform", "organiser_kind", "issued_on", "verified_by"})
ALIAS_SEPARATOR = "；"
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
    lookup_asked = Signal(str, str)
    title_known = Signal(str, str)

    def __init__(
        self,
        line: LineId,
        sheet: TypeSheet,
        courses: Sequence[CourseView],
        materials: MaterialsPanel,
        today: Callable[[], date],
    ) -> None:
        """Show the empty form of ``sheet``; ``materials`` is the list of the same line."""
        super().__init__()
        self.line = line
        self.sheet = sheet
        self.materials = materials
        self._today = today
        self._kept: dict[str, str] = {}
        self._asked_title = ("", "")
        self.target: ChoiceCombo[Target] = ChoiceCombo(searchable=True, placeholder=tr("Free credits"))
        self.target.set_choices(
            [Choice(Target(course.kind, course.code), course_words(course)) for course in courses]
        )
        materials.set_specs(sheet.materials)
        self.folded = FoldedFields(self)
        self._add_fields(materials)
        self._lookups = self._make_lookups()
        self.offers = FieldOffers(self)
        self.offers.taken.connect(self._on_offers_taken)
        code = next((row for row in self.rows if isinstance(row.editor, CreditCodeEdit)), None)
        if code is not None:
            code.edited.connect(self._on_credit_code_edited)

    def outcome(self) -> OutcomeForm:
        """Return what is typed, with what was typed into fields that only another type has."""
        fields = {row.field: typed(row.editor) for row in self.rows if row.field != REQUESTED}
        kept = {name: text for name, text in self._kept.items() if name not in fields}
        return OutcomeForm(
            self.line, self.sheet.kind, {**kept, **fields}, self.target.value() or FREE_CREDITS
        )

    def show_outcome(self, form: OutcomeForm) -> None:
        """Fill in what ``form`` has in common with this type, and keep the rest."""
        own = {row.field for row in self.rows}
        self._kept = {name: text for name, text in form.fields.items() if name not in own and text}
        for row in self.rows:
            if row.field in form.fields and row.field != REQUESTED:
                show_typed(row.editor, form.fields[row.field])
        self._carry_issuer(form)
        self.target.set_value(form.requested if form.requested != FREE_CREDITS else None)
        self.folded.refresh()

    def offer(self, offers: Sequence[FieldOffer]) -> None:
        """Show ``offers`` under their fields; those for fields that this type lacks are passed over."""
        self.offers.show_offers(offers)
        self.folded.unfold({offer.field for offer in offers if self.offers.lines(offer.field)})

    def show_hits(self, field: str, text: str, hits: Sequence[FieldHit]) -> None:
        """Offer ``hits`` for what was typed into ``field``."""
        if field in self._lookups:
            self._lookups[field].show_hits(text, hits)

    def need(self, names: Sequence[str]) -> None:
        """Show fields that the rules miss, or what can stand in for those that are filled."""
        rows = {row.field: row for row in self.rows}
        for name in names:
            filled = name in rows and not rows[name].is_empty()
            self.folded.unfold(STAND_INS.get(name, ()) if filled else (name,))

    def is_blank(self) -> bool:
        """Whether nothing but defaults stands in it."""
        defaults = {spec.name: spec.default for spec in self.sheet.fields}
        typed_here = self.outcome()
        return (
            all(text == defaults.get(name, "") for name, text in typed_here.fields.items())
            and typed_here.requested == FREE_CREDITS
            and not self.materials.evidence()
        )

    def show_found(self, problems: Sequence[Problem], *, everything: bool) -> tuple[Problem, ...]:
        """Show problems under their fields; a folded field that has one unfolds."""
        rest = super().show_found(problems, everything=everything)
        self.folded.refresh()
        return rest

    def on_left(self, row: FieldRow) -> None:
        """Take the level from a certificate's number, and ask what is known of the title."""
        if row.field == "evidence_number" and self.sheet.kind is OutcomeType.SKILL_CERTIFICATE:
            self._fill_level()
        if row.field in ("title", *ISSUER_FIELDS):
            self._ask_about_title()

    def _add_fields(self, materials: MaterialsPanel) -> None:
        asked = [spec for spec in self.sheet.fields if spec.asked]
        more = [spec for spec in self.sheet.fields if not spec.asked]
        rows = {spec.name: self._row(spec) for spec in self.sheet.fields}
        requested = FieldRow(tr("Requested for the course"), self.target, field=REQUESTED)
        self._lay_rows(asked, rows)
        self.add(requested)
        self.add_widget(materials)
        self.add_widget(self.folded.bar)
        self._lay_rows(more, rows)
        labelled = [(row, field_source(row.field)) for row in (*rows.values(), requested)]
        label_with_keys(labelled, TAKEN_LETTERS)
        self.folded.hold([rows[spec.name] for spec in more], {spec.name: spec.default for spec in more})
        self.watch()

    def _make_lookups(self) -> dict[str, ValueLookup]:
        lookups: dict[str, ValueLookup] = {}
        for row in self.rows:
            if row.field in LOOKED_UP and isinstance(row.editor, QLineEdit):
                lookup = ValueLookup(row.field, row.editor)
                lookup.asked.connect(self.lookup_asked)
                lookup.chosen.connect(self._on_lookup_chosen)
                lookups[row.field] = lookup
        return lookups

    def _carry_issuer(self, form: OutcomeForm) -> None:
        """Bring who stands behind the outcome along when the other type calls it otherwise."""
        mine = next((row for name in ISSUER_FIELDS for row in self.rows if row.field == name), None)
        said = next((text for name in ISSUER_FIELDS if (text := form.fields.get(name, "").strip())), "")
        if mine is not None and mine.is_empty() and said:
            show_typed(mine.editor, said)

    def _fill_level(self) -> None:
        """Take the level from a certificate number that carries one, unless it was chosen."""
        level, number = self.row("level").editor, self.row("evidence_number").editor
        said = certificate_level(typed(number))
        if said is not None and not typed(level):
            show_typed(level, str(said))

    def _ask_about_title(self) -> None:
        title = typed(self.row("title").editor).strip()
        name = next((name for name in ISSUER_FIELDS if any(row.field == name for row in self.rows)), "")
        issuer = typed(self.row(name).editor).strip() if name and name not in self.offers.filled() else ""
        if title and (title, issuer) != self._asked_title:
            self._asked_title = (title, issuer)
            self.title_known.emit(title, issuer)

    def _row(self, spec: FieldSpec) -> FieldRow:
        editor = editor_for(spec, self.sheet.kind, self._today)
        return FieldRow(word_outcome_field(spec.name), editor, field=spec.name, required=spec.required)

    @Slot(str, object, str)
    def _on_lookup_chosen(self, field: str, hit: FieldHit, text: str) -> None:
        if field == "title":
            self._keep_alias(hit, text)
            self.offer([FieldOffer(name, said, OfferSource.EARLIER) for name, said in hit.fills.items()])
            self._ask_about_title()
        self.edited.emit()

    def _keep_alias(self, hit: FieldHit, text: str) -> None:
        """Keep another name that was typed, but no initials: a reviewer meets it on the paper."""
        is_name = fold(text) == fold(hit.matched) or any("\u4e00" <= sign <= "\u9fff" for sign in text)
        aliases = self.row("aliases").editor
        there = [part for part in typed(aliases).split(ALIAS_SEPARATOR) if part]
        if is_name and fold(text) not in fold(hit.text) and text not in there:
            put(
                aliases,
                ALIAS_SEPARATOR.join([*there, hit.matched if fold(text) == fold(hit.matched) else text]),
            )
            self.folded.refresh()

    @Slot(str)
    def _on_offers_taken(self, field: str) -> None:
        if field in ("evidence_number", "title"):
            self.on_left(self.row(field))
        self.field_left.emit()

    @Slot()
    def _on_credit_code_edited(self) -> None:
        row = self.row("unified_social_credit_code")
        if isinstance(row.editor, CreditCodeEdit) and row.editor.is_whole():
            own = row.editor.own_problem()
            row.show_problems([] if own is None else [replace(own, field=row.field)])

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


def shared_part(editor: OutcomeEditor, line: LineId) -> OutcomeForm:
    """Return what a second certificate of the same day and issuer shares with that of ``editor``."""
    form = editor.outcome()
    fields = {name: text for name, text in form.fields.items() if name in SHARED_FIELDS}
    return OutcomeForm(line, form.type, fields)
