"""How the sheets of reference data are worded, in one language or in all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.reference_kinds import FieldShape, FieldSpec, KindSpec, spec_of
from creditbank_desktop.services.views_reference import SheetWords
from creditbank_desktop.ui.i18n import CONTEXT, Language, current_language, mark
from creditbank_desktop.ui.wording.names import OUTCOME_TYPES
from creditbank_desktop.ui.wording.reference_words import (
    CHOICES,
    FIELDS,
    NOTES,
    SPECIAL_FIELDS,
    TABLES,
)

Say = Callable[[str], str]
_YES, _NO = mark("Yes"), mark("No")
_NEEDED = mark("Must be filled in.")


def sheet_words(kind: str) -> SheetWords:
    """Return the words of the language in force for a sheet of ``kind``."""
    return _worded(kind, lambda source: QCoreApplication.translate(CONTEXT, source))


def all_sheet_words(kind: str) -> tuple[SheetWords, ...]:
    """Return the words of every language, the one in force first: a sheet may come from anybody."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    catalogues = Path(str(app.property("catalogues") or ""))
    here = current_language(app)
    others = (
        _catalogue(catalogues / f"{language.value}.qm") for language in Language if language is not here
    )
    return (sheet_words(kind), *(_worded(kind, say) for say in others))


def _catalogue(path: Path) -> Say:
    translator = QTranslator()
    if not (path.is_file() and translator.load(path.read_bytes())):
        return str
    return lambda source: translator.translate(CONTEXT, source) or source


def _worded(kind: str, say: Say) -> SheetWords:
    spec = spec_of(kind)
    fields = () if spec is None else spec.fields
    labels = {field.name: say(_label(kind, field.name)) for field in fields}
    return SheetWords(
        title=say(TABLES.get(kind, kind)),
        labels=labels,
        notes={field.name: _note(field, say) for field in fields},
        choices=_choices(spec, say),
        yes=say(_YES),
        no=say(_NO),
    )


def _label(kind: str, name: str) -> str:
    return SPECIAL_FIELDS.get(f"{kind}.{name}") or FIELDS.get(name, name)


def _note(field: FieldSpec, say: Say) -> str:
    told = [say(NOTES[field.name])] if field.name in NOTES else []
    if field.required:
        told.append(say(_NEEDED))
    return " ".join(told)


def _choices(spec: KindSpec | None, say: Say) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in () if spec is None else spec.fields:
        if field.shape is FieldShape.CHOICE:
            for choice in field.choices:
                key = f"{field.name}.{choice}"
                source = OUTCOME_TYPES.get(choice) if field.name == "outcome_type" else CHOICES.get(key)
                found[key] = say(source or choice)
    return found
