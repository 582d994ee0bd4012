"""Brings rows of a sheet and entries of the reference data together, both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from creditbank_desktop.devices.sheets import Column, ReadSheet, Sheet
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.outcomes import fold
from creditbank_desktop.domain.reference import Fields
from creditbank_desktop.domain.reference_book import Entry
from creditbank_desktop.domain.reference_kinds import NO, YES, FieldShape, FieldSpec, KindSpec, ReferenceKind
from creditbank_desktop.services.views_reference import SheetWords

KEY = "key"
"""The first column: the key of an entry that is there already, empty for a new one."""
_LOOK_FOR_HEADER = 10
_OTHER_NAMES: Mapping[tuple[ReferenceKind, str], str] = {(ReferenceKind.HOLIDAY, "kind"): "day_kind"}
_WIDE = (FieldShape.LIST, FieldShape.LONG_TEXT)


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One row below the header: where it stands (from 1) and its fields as typed."""

    row: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """The rows of a sheet by field, the letters of its columns by field, headers that nobody knows."""

    rows: tuple[TypedRow, ...]
    letters: Mapping[str, str]
    unknown: tuple[str, ...]


def sheet_of(spec: KindSpec, words: SheetWords, entries: Iterable[Entry] = ()) -> Sheet:
    """Return the sheet of a table in the words of one language."""
    columns = [Column(KEY, words.labels.get(KEY, KEY), words.notes.get(KEY, ""))]
    columns += [_column(field, words) for field in spec.fields if field.shape is not FieldShape.FILE]
    names = [column.name for column in columns[1:]]
    rows = tuple(
        (entry.key, *(_worded(spec, name, entry.fields.get(name, ""), words) for name in names))
        for entry in entries
    )
    return Sheet(words.title, tuple(columns), rows)


def typed_sheet(spec: KindSpec, read: ReadSheet, words: Sequence[SheetWords]) -> TypedSheet:
    """Return the rows of a sheet that was read, choices and yes/no as the fields have them.

    Raises `Problems` ("sheet.no_header") when no row among the first names the fields.
    """
    known = _headers(spec, words)
    head = next(
        (
            place
            for place, row in enumerate(read.rows[:_LOOK_FOR_HEADER])
            if sum(fold(cell) in known for cell in row) >= min(2, len(known))
        ),
        None,
    )
    if head is None:
        raise Problems([Problem("sheet.no_header")])
    places: dict[str, int] = {}
    unknown = []
    for place, cell in enumerate(read.rows[head]):
        name = known.get(fold(cell))
        if name is not None and name not in places:
            places[name] = place
        elif cell.strip():
            unknown.append(cell.strip()[:60])
    meanings = _meanings(spec, words)
    rows = tuple(
        TypedRow(number, {name: _meant(name, row, place, meanings) for name, place in places.items()})
        for number, row in enumerate(read.rows[head + 1 :], start=head + 2)
        if any(cell.strip() for cell in row) and not _is_header(row, known)
    )
    return TypedSheet(rows, {name: letter_of(place) for name, place in places.items()}, tuple(unknown))


def letter_of(place: int) -> str:
    """Return the letters of a column counted from 0: A, B, … Z, AA, …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _column(field: FieldSpec, words: SheetWords) -> Column:
    choices: tuple[str, ...] = ()
    if field.shape is FieldShape.YES_NO:
        choices = (words.yes, words.no)
    elif field.choices:
        choices = tuple(words.choices.get(f"{field.name}.{choice}", choice) for choice in field.choices)
    label = words.labels.get(field.name, field.name)
    width = 40 if field.shape in _WIDE or field.name.startswith(("name_", "text_")) else 16
    return Column(field.name, label, words.notes.get(field.name, ""), choices, width)


def _worded(spec: KindSpec, name: str, text: str, words: SheetWords) -> str:
    field = spec.field(name)
    if field is None or not text:
        return text
    if field.shape is FieldShape.YES_NO:
        return words.yes if text == YES else words.no
    if field.shape is FieldShape.LIST:
        return "; ".join(text.split("\n"))
    return words.choices.get(f"{name}.{text}", text)


def _headers(spec: KindSpec, words: Sequence[SheetWords]) -> dict[str, str]:
    """Return the fields by everything that their headers may say, folded."""
    found: dict[str, str] = {}
    for name in (KEY, *spec.names):
        for text in (name, *(one.labels[name] for one in words if name in one.labels)):
            found.setdefault(fold(text), name)
    for (kind, other), name in _OTHER_NAMES.items():
        if kind is spec.kind:
            found.setdefault(fold(other), name)
    return found


def _meanings(spec: KindSpec, words: Sequence[SheetWords]) -> dict[tuple[str, str], str]:
    """Return what a cell of a choice means, by field and folded text."""
    found: dict[tuple[str, str], str] = {}
    for field in spec.fields:
        for choice in field.choices:
            worded = (one.choices.get(f"{field.name}.{choice}", choice) for one in words)
            found.update({(field.name, fold(text)): choice for text in (choice, *worded)})
        if field.shape is FieldShape.YES_NO:
            found.update({(field.name, fold(one.yes)): YES for one in words})
            found.update({(field.name, fold(one.no)): NO for one in words})
    return found


def _meant(name: str, row: Sequence[str], place: int, meanings: Mapping[tuple[str, str], str]) -> str:
    cell = row[place].strip() if place < len(row) else ""
    return meanings.get((name, fold(cell)), cell) if cell else ""


def _is_header(row: Sequence[str], known: Mapping[str, str]) -> bool:
    """Return whether a row is the hidden one with the fields' names."""
    cells = [fold(cell) for cell in row if cell.strip()]
    return len(cells) > 1 and all(cell in known for cell in cells)
