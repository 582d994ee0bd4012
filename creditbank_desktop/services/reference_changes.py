"""What a form changes of an entry, and which part of it needs a second person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ProposalId
from creditbank_desktop.domain.reference import (
    Fields,
    ReferenceChange,
    ReferenceProposal,
    needs_second_person,
    told,
)
from creditbank_desktop.domain.reference_book import Entry, ReferenceBook
from creditbank_desktop.domain.reference_fields import check_fields, clean_fields, key_of
from creditbank_desktop.domain.reference_kinds import SPECS, FieldShape, KindSpec, ReferenceKind
from creditbank_desktop.services.ports import GlyphCheck
from creditbank_desktop.services.views_reference import EntryForm

_PRINTED = frozenset(
    {
        ReferenceKind.PHRASE,
        ReferenceKind.OFFICE_TEXT,
        ReferenceKind.SIGNATORY,
        ReferenceKind.LETTERHEAD,
    }
)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a form comes to: the part that takes effect at once and the part that is proposed."""

    key: str
    plain: ReferenceChange | None = None
    deciding: ReferenceChange | None = None

    @property
    def changes(self) -> tuple[ReferenceChange, ...]:
        """Return both parts, as far as there are any."""
        return tuple(change for change in (self.plain, self.deciding) if change is not None)


def plan(book: ReferenceBook, form: EntryForm, glyphs: GlyphCheck) -> Planned:
    """Return what ``form`` changes of the entries in force.

    Raises `Problems` (by field: as `check_fields`, "reference.taken", "reference.key_fixed",
    "number_format.taken", and "glyphs.missing" (characters) for what papers print) and `Refused`:
    "reference.no_entry", "reference.changed_since".
    """
    spec = SPECS[form.kind]
    fields = clean_fields(spec, form.fields)
    planned = _plan_change(book, spec, form, fields) if form.key else _plan_addition(book, spec, fields)
    if spec.kind in _PRINTED:
        found = [problem for change in planned.changes for problem in _check_glyphs(spec, change, glyphs)]
        if found:
            raise Problems(found)
    return planned


def _check_glyphs(spec: KindSpec, change: ReferenceChange, glyphs: GlyphCheck) -> Iterator[Problem]:
    """Yield what no font can print: it would stop every paper that carries it."""
    for name, text in change.fields.items():
        field = spec.field(name)
        if field is None or field.shape not in (FieldShape.TEXT, FieldShape.LONG_TEXT):
            continue
        missing = "".join(glyphs.missing_characters(text.replace("\n", " ")))
        if missing:
            yield Problem("glyphs.missing", name, {"characters": missing})


def _plan_addition(book: ReferenceBook, spec: KindSpec, fields: dict[str, str]) -> Planned:
    if not spec.can_grow:
        raise Refused("reference.no_entry", kind=spec.kind.value, key="")
    wanted = {name: text for name, text in fields.items() if text}
    key = key_of(spec, wanted)
    found = list(check_fields(spec, key, wanted))
    named = {problem.field for problem in found}
    if not key and not named & set(spec.key_fields):
        found.append(Problem("field.required", spec.key_fields[-1]))
    if key and book.entry(spec.kind, key) is not None:
        found.append(Problem("reference.taken", spec.key_fields[-1], {"key": key}))
    if found:
        raise Problems(found)
    change = ReferenceChange(spec.kind.value, key, wanted, {}, creates=True)
    if needs_second_person(spec, wanted, creates=True):
        return Planned(key, deciding=change)
    return Planned(key, plain=change)


def _plan_change(book: ReferenceBook, spec: KindSpec, form: EntryForm, fields: dict[str, str]) -> Planned:
    entry = book.entry(spec.kind, form.key)
    if entry is None:
        raise Refused("reference.no_entry", kind=spec.kind.value, key=form.key)
    changed = {name: text for name, text in fields.items() if text != entry.fields.get(name, _unsaid(name))}
    if changed and form.revision != entry.revision:
        raise Refused("reference.changed_since", revision=entry.revision, seen=form.revision)
    merged = {**entry.fields, **changed}
    found = [
        problem
        for problem in check_fields(spec, form.key, merged, complete=False)
        if problem.field in changed or not problem.field
    ]
    if spec.key_fields and not spec.is_catalogue:
        found += [Problem("reference.key_fixed", name) for name in spec.key_fields if name in changed]
    found += _check_prefix(book, spec, form.key, changed)
    if found:
        raise Problems(found)
    parts = [
        {name: text for name, text in changed.items() if needs_second_person(spec, [name]) is decides}
        for decides in (False, True)
    ]
    plain, deciding = (_change(entry, part) if part else None for part in parts)
    return Planned(form.key, plain, deciding)


def _change(entry: Entry, fields: Mapping[str, str]) -> ReferenceChange:
    spec = SPECS[entry.kind]
    before = {name: told(spec, name, entry.fields.get(name, "")) for name in fields}
    return ReferenceChange(entry.kind.value, entry.key, dict(fields), before, entry.revision)


def _unsaid(name: str) -> str:
    """Return what a field says that an entry does not have: an entry is in use unless it says otherwise."""
    return "yes" if name == "active" else ""


def _check_prefix(book: ReferenceBook, spec: KindSpec, key: str, changed: Fields) -> list[Problem]:
    prefix = changed.get("prefix")
    if spec.kind is not ReferenceKind.NUMBER_FORMAT or not prefix:
        return []
    others = (entry for entry in book.entries(spec.kind) if entry.key != key)
    # A prefix once used stays with its kind of paper: numbers printed long ago must name one kind only.
    used = {text for entry in others for text in _prefixes(entry)}
    return [Problem("number_format.taken", "prefix", {"prefix": prefix})] if prefix in used else []


def _prefixes(entry: Entry) -> set[str]:
    versions = () if entry.item is None else entry.item.standing
    shipped = (entry.shipped or {}).get("prefix", "")
    return {shipped, *(one.fields.get("prefix", "") for one in versions)} - {""}


def stale(book: ReferenceBook, change: ReferenceChange) -> bool:
    """Return whether an entry no longer says what the change found before, or exists already."""
    entry = book.entry(ReferenceKind(change.kind), change.key)
    if change.creates:
        return entry is not None
    if entry is None:
        return True
    spec = SPECS[entry.kind]
    return any(
        told(spec, name, entry.fields.get(name, "")) != change.before.get(name, "") for name in change.fields
    )


def open_about(
    proposals: Iterable[ReferenceProposal], changes: Iterable[ReferenceChange]
) -> ProposalId | None:
    """Return an open proposal about one of the fields of ``changes``, None if there is none."""
    wanted = {(one.kind, one.key, name) for one in changes for name in one.fields}
    for proposal in proposals:
        if any((one.kind, one.key, name) in wanted for one in proposal.changes for name in one.fields):
            return proposal.proposal
    return None
