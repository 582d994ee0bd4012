"""Spreadsheets: xlsx and csv written, and read from anybody, however hostile.

Reading looks at the archive first and then unpacks in a limited process, so that no file can hang the program
or take its memory. Nothing is ever written to the disk.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

from creditbank_desktop.devices.limited_process import (
    LimitReached,
    Limits,
    TaskFailed,
    TaskRefused,
    run_limited,
)

MOST_BYTES = 20 << 20
MOST_MEMBERS = 500
MOST_UNPACKED = 120 << 20
MOST_RATIO = 250
MOST_COLUMNS = 80
MOST_ROWS = 5_000
LONGEST_CELL = 4_000

_READING = Limits(memory_bytes=400 << 20, cpu_seconds=15, wall_seconds=30, output_bytes=40 << 20)
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP = b"PK\x03\x04"
_SUSPICIOUS = tuple("=+-@\t\r")
_DOCTYPE_WITHIN = 1_024
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, RuntimeError, EOFError)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field's name, the header people read, a note, choices to pick from, width."""

    name: str
    label: str
    note: str = ""
    choices: tuple[str, ...] = ()
    width: int = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write: title, columns, and rows of texts in the order of the columns."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet as it was read: its rows from the first on, every cell a text; ``more`` rows were left out."""

    rows: tuple[tuple[str, ...], ...]
    more: bool = False


def write_xlsx(sheet: Sheet, spare_rows: int = 500) -> bytes:
    """Return an xlsx file: frozen header with notes, drop-downs for ``spare_rows`` more rows, all cells text.

    The second row is hidden and holds the fields' names, so that the file is understood in every language.
    """
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet(_title(sheet.title))
    head = book.add_format(
        {"bold": True, "bg_color": "#E8ECF1", "border": 1, "text_wrap": True, "valign": "top"}
    )
    text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    last = len(sheet.rows) + spare_rows + 1
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, text)
        page.write_string(0, place, column.label, head)
        page.write_string(1, place, column.name)
        if column.note:
            page.write_comment(0, place, column.note, {"x_scale": 2, "y_scale": 1.5})
        if column.choices:
            page.data_validation(2, place, last, place, _drop_down(book, column, place))
    page.set_row(1, None, None, {"hidden": True})
    page.freeze_panes(2, 0)
    page.autofilter(1, 0, max(2, len(sheet.rows) + 1), max(0, len(sheet.columns) - 1))
    for number, row in enumerate(sheet.rows, start=2):
        for place, cell in enumerate(row):
            page.write_string(number, place, cell, text)
    book.close()
    return target.getvalue()


def write_csv(sheet: Sheet) -> bytes:
    """Return a csv file in UTF-8 with the mark that spreadsheets know.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front; reading takes it off again.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([column.label for column in sheet.columns])
    writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return target.getvalue().encode("utf-8-sig")


def read_sheet(data: bytes, most_rows: int = MOST_ROWS) -> ReadSheet:
    """Return the first sheet of an xlsx or csv file, whatever ``data`` is.

    Raises `TaskRefused`: "sheet.too_big" (most), "sheet.bomb", "sheet.protected", "sheet.old",
    "sheet.unreadable", "sheet.not_a_sheet".
    """
    if len(data) > MOST_BYTES:
        raise TaskRefused("sheet.too_big", {"most": MOST_BYTES >> 20})
    if data[: len(OLD_OFFICE)] == OLD_OFFICE:
        raise TaskRefused("sheet.protected" if b"E\x00n\x00c\x00r\x00y\x00p\x00t" in data else "sheet.old")
    if data[: len(ZIP)] != ZIP:
        return read_csv(data, most_rows)
    check_archive(io.BytesIO(data), len(data))
    try:
        answer = run_limited(unpack, most_rows.to_bytes(4, "big") + data, _READING)
    except LimitReached as reached:
        raise TaskRefused("sheet.bomb") from reached
    except TaskFailed as failed:
        raise TaskRefused("sheet.unreadable") from failed
    said = json.loads(answer)
    return ReadSheet(tuple(tuple(row) for row in said["rows"]), said["more"])


def check_archive(file: BinaryIO, size: int, most_unpacked: int = MOST_UNPACKED) -> None:
    """Look at the directory of a zip archive of ``size`` bytes without unpacking it.

    Raises `TaskRefused` as `read_sheet`.
    """
    try:
        members = zipfile.ZipFile(file).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise TaskRefused("sheet.unreadable") from error
    if len(members) > MOST_MEMBERS:
        raise TaskRefused("sheet.bomb")
    if any(member.flag_bits & 0x1 for member in members):
        raise TaskRefused("sheet.protected")
    total = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    # Members may share their packed bytes; no honest archive unpacks to so much more than it holds.
    if total > most_unpacked or total > MOST_RATIO * max(1, size) or packed > size:
        raise TaskRefused("sheet.bomb")
    if not any(member.filename == "xl/workbook.xml" for member in members):
        raise TaskRefused("sheet.not_a_sheet")


def read_csv(data: bytes, most_rows: int = MOST_ROWS) -> ReadSheet:
    """Return the rows of a csv file in UTF-8, UTF-16 (with its mark) or GB 18030; raises as `read_sheet`."""
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            if len(rows) >= most_rows:
                return ReadSheet(tuple(rows), more=True)
            rows.append(tuple(plain_cell(cell) for cell in row[:MOST_COLUMNS]))
    except csv.Error as error:
        raise TaskRefused("sheet.unreadable") from error
    return ReadSheet(tuple(rows))


def unpack(data: bytes) -> bytes:
    """Return the rows of the first sheet of an xlsx file as JSON; runs in the limited process."""
    import openpyxl

    most_rows, data = int.from_bytes(data[:4], "big"), data[4:]
    refuse_entities(io.BytesIO(data))
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        page = book.worksheets[0]
        found = page.iter_rows(max_row=most_rows + 1, max_col=MOST_COLUMNS, values_only=True)
        rows = [_without_tail([cell_text(cell) for cell in row]) for row in found]
    except (MemoryError, TaskRefused):
        raise
    except Exception as error:  # whatever a broken file does to the library, it is unreadable
        raise TaskRefused("sheet.unreadable", {"reason": type(error).__name__}) from error
    while rows and not rows[-1]:
        rows.pop()
    return json.dumps({"rows": rows[:most_rows], "more": len(rows) > most_rows}).encode()


def _without_tail(cells: list[str]) -> list[str]:
    """Return the cells up to the last that says something."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def refuse_entities(file: BinaryIO) -> None:
    """Refuse an archive whose parts declare entities of their own; raises `TaskRefused` as `read_sheet`."""
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            if not member.filename.endswith((".xml", ".rels", ".vml")):
                continue
            try:
                with archive.open(member) as opened:
                    beginning = opened.read(_DOCTYPE_WITHIN)
            except _BROKEN as error:
                raise TaskRefused("sheet.unreadable") from error
            if b"<!DOCTYPE" in beginning or "<!DOCTYPE".encode("utf-16-le") in beginning:
                raise TaskRefused("sheet.bomb")


def cell_text(cell: object) -> str:
    """Return the value of a cell as text: days in ISO form, numbers without an exponent."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case float():
            return format(Decimal(repr(cell)).normalize(), "f")
    return str(cell)[:LONGEST_CELL]


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: Sequence[str] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise TaskRefused("sheet.not_a_sheet")


def plain_cell(cell: str) -> str:
    """Return a cell of a csv file without the apostrophe that `write_csv` put in front."""
    if cell[:1] == "'" and cell[1:2] in _SUSPICIOUS:
        cell = cell[1:]
    return cell[:LONGEST_CELL]


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_SUSPICIOUS) else cell


def _title(title: str) -> str:
    """Return a name that a worksheet may have."""
    return "".join(one for one in title if one not in "[]:*?/\\'")[:31] or "Sheet"


def _drop_down(book: object, column: Column, place: int) -> dict[str, object]:
    """Return a list validation; a list longer than the format allows stands on a sheet of its own."""
    if len(",".join(column.choices)) <= 250 and not any("," in choice for choice in column.choices):
        return {"validate": "list", "source": list(column.choices), "error_type": "warning"}
    name = f"choices{place}"
    page = book.add_worksheet(name)  # type: ignore[attr-defined]
    page.hide()
    _fill(page, column.choices)
    source = f"={name}!$A$1:$A${len(column.choices)}"
    return {"validate": "list", "source": source, "error_type": "warning"}


def _fill(page: object, texts: Iterable[str]) -> None:
    for number, text in enumerate(texts):
        page.write_string(number, 0, text)  # type: ignore[attr-defined]
