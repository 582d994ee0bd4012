"""The form of a learner's record, for a new one and for correcting one.

``ProfileForm(programmes)``: ``typed()`` reads it, ``show_form(form)`` fills it, ``show_check(check,
everything)`` fills in what an ID card says and shows problems under fields that were left. Signals:
``edited()``, ``field_left()``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.learners import Sex
from creditbank_desktop.services.views_learners import LearnerCheck, LearnerForm, ProgrammeView
from creditbank_desktop.ui.counter.field_labels import label_with_keys
from creditbank_desktop.ui.counter.typed_values import FieldEditor, FlagEdit, show_typed, typed
from creditbank_desktop.ui.i18n import mark, tr
from creditbank_desktop.ui.kit.checked_form import CheckedForm
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import DateEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.wording.ethnic_groups import ETHNIC_GROUPS, word_ethnic_group
from creditbank_desktop.ui.wording.names import word_document_kind, word_sex
from creditbank_desktop.ui.wording.registry_names import programme_words

LABELS = {
    "name": mark("Name"),
    "document_kind": mark("Document"),
    "document_number": mark("ID number"),
    "student_number": mark("Student no."),
    "programme": mark("Programme"),
    "intake_year": mark("Year"),
    "class_name": mark("Class"),
    "sex": mark("Sex"),
    "birth_date": mark("Born on"),
    "phone": mark("Telephone"),
    "email": mark("E-mail"),
    "latin_name": mark("Latin name"),
    "former_name": mark("Old name"),
    "ethnic_group": mark("Ethnicity"),
    "address": mark("Address"),
    "is_veteran": mark("Veteran"),
}
REQUIRED = frozenset({"name", "document_number", "programme", "intake_year"})
PAIRS = (
    ("student_number", "intake_year"),
    ("class_name", "sex"),
    ("birth_date", "ethnic_group"),
    ("phone", "is_veteran"),
)
ORDER: tuple[str | tuple[str, str], ...] = (
    "name",
    "document_kind",
    "document_number",
    "programme",
    *PAIRS,
    "email",
    "latin_name",
    "former_name",
    "address",
)


class ProfileForm(CheckedForm):
    """The record of a learner; its methods and signals are named in the module's text."""

    narrow_below_px = 230
    least_label_px = 64

    def __init__(self, programmes: Sequence[ProgrammeView], *, keeps: str = "") -> None:
        """Offer the open ``programmes`` and, for a correction, the one that the learner is in."""
        super().__init__()
        offered = [programme for programme in programmes if programme.is_open or programme.code == keeps]
        for place in ORDER:
            if isinstance(place, tuple):
                self.add_pair(*(self._row(name, offered) for name in place))
            else:
                self.add(self._row(place, offered))
        label_with_keys([(row, LABELS[row.field]) for row in self.rows])
        self.watch()
        self.show_form(LearnerForm())

    def typed(self) -> LearnerForm:
        """Return what is typed, with the warnings that were confirmed."""
        values = {row.field: typed(row.editor) for row in self.rows}
        veteran = bool(values.pop("is_veteran"))
        kind = DocumentKind(values.pop("document_kind") or DocumentKind.RESIDENT_ID.value)
        confirmed = frozenset(f"{field}:{code}" for field, code in self.confirmed())
        return LearnerForm(document_kind=kind, is_veteran=veteran, confirmed=confirmed, **values)

    def show_form(self, form: LearnerForm) -> None:
        """Fill the form in."""
        for row in self.rows:
            value = getattr(form, row.field)
            show_typed(row.editor, "true" if value is True else str(value or ""))
        self.start_anew()

    def start_with(self, text: str) -> None:
        """Put what was searched for where it belongs: digits are a number, the rest is a name."""
        field = "name"
        if len(text) >= 15 and text[:-1].isdigit():
            field = "document_number"
        elif any(character.isdigit() for character in text):
            field = "student_number"
        show_typed(self.row(field).editor, text)

    def show_check(self, check: LearnerCheck, *, everything: bool) -> tuple[Problem, ...]:
        """Fill in what the document says, show problems and return those of no field."""
        for name in ("sex", "birth_date"):
            editor = self.row(name).editor
            if not typed(editor) and not editor.hasFocus():
                show_typed(editor, getattr(check.form, name))
        return self.show_found(check.problems, everything=everything)

    def _row(self, name: str, programmes: Sequence[ProgrammeView]) -> FieldRow:
        return FieldRow(tr(LABELS[name]), _editor(name, programmes), field=name, required=name in REQUIRED)


def _editor(name: str, programmes: Sequence[ProgrammeView]) -> FieldEditor:
    match name:
        case "birth_date":
            return DateEdit()
        case "is_veteran":
            return FlagEdit()
        case "document_kind":
            return _combo([Choice(kind.value, word_document_kind(kind.value)) for kind in DocumentKind])
        case "sex":
            return _combo([Choice(sex.value, word_sex(sex.value)) for sex in Sex])
        case "ethnic_group":
            words = [(code, word_ethnic_group(code)) for code in ETHNIC_GROUPS]
            return _combo(
                [Choice(code, tr("{code} {name}").format(code=code, name=name)) for code, name in words]
            )
        case "programme":
            return _combo([Choice(str(one.code), programme_words(one)) for one in programmes])
    return TextEdit()


def _combo(choices: Sequence[Choice[str]]) -> ChoiceCombo[str]:
    combo: ChoiceCombo[str] = ChoiceCombo(searchable=True)
    combo.set_choices(choices)
    return combo


def with_confirmed(form: LearnerForm) -> LearnerForm:
    """Return the form for a check that reports confirmed warnings too, so that their boxes stay."""
    return replace(form, confirmed=frozenset())
