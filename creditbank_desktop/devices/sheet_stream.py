"""Long spreadsheets, read row by row from anybody in a limited process: memory does not grow with the file.

An xlsx file is looked at before it is unpacked, a csv file is decoded as it comes. What comes across are
portions of rows; nobody holds the whole sheet. Nothing is ever written to the disk.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from creditbank_desktop.devices import sheets
from creditbank_desktop.devices.limited_process import (
    LimitReached,
    Limits,
    PortionTask,
    TaskFailed,
    TaskRefused,
    portions_limited,
)
from creditbank_desktop.domain.failures import EnvironmentFault

MOST_BYTES = 64 << 20
MOST_ROWS = 200_000
MOST_EMPTY_ROWS = 20_000
"""Rows without a word, one after another, behind which nothing is looked for any more."""

_LIMITS = Limits(memory_bytes=400 << 20, cpu_seconds=300, wall_seconds=60, output_bytes=512 << 20)
_PORTION_ROWS = 200
_READ_BYTES = 1 << 20
_EXACT_DIGITS = 15
"""Significant digits that a spreadsheet keeps of a number."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that says something: its number in the sheet, counted from 1, and its cells as texts."""

    number: int
    cells: tuple[str, ...]


def stream_sheet(path: Path, most_rows: int = MOST_ROWS) -> Generator[tuple[SheetRow, ...], None, None]:
    """Yield the rows of the first sheet of an xlsx or csv file in portions, empty rows left out.

    Numbers come exactly; one that a spreadsheet rounded comes in E notation, as csv files have it.
    Raises `TaskRefused` as `sheets.read_sheet` does, also between two portions, and "sheet.too_many_rows"
    (most); `EnvironmentFault` ("file.unreadable") for the disk.
    """
    task = _look(path)
    try:
        with closing(portions_limited(task, _told(path, most_rows), _LIMITS)) as portions:
            for portion in portions:
                yield tuple(SheetRow(number, tuple(cells)) for number, cells in json.loads(portion))
    except LimitReached as reached:
        raise TaskRefused("sheet.bomb") from reached
    except TaskFailed as failed:
        raise TaskRefused("sheet.unreadable") from failed


def _look(path: Path) -> PortionTask:
    """Return what reads the file, after a look at its size, its first bytes and the archive's directory."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            beginning = file.read(4_096)
            if size > MOST_BYTES:
                raise TaskRefused("sheet.too_big", {"most": MOST_BYTES >> 20})
            if beginning.startswith(sheets.OLD_OFFICE):
                file.seek(0)
                is_locked = "EncryptedPackage".encode("utf-16-le") in file.read()
                raise TaskRefused("sheet.protected" if is_locked else "sheet.old")
            if not beginning.startswith(sheets.ZIP):
                return csv_portions
            sheets.check_archive(file, size, sheets.MOST_UNPACKED * 4)
            return xlsx_portions
    except OSError as fault:
        raise EnvironmentFault("file.unreadable", path=str(path), reason=fault.strerror or "") from fault


def _told(path: Path, most_rows: int) -> Iterator[bytes]:
    yield most_rows.to_bytes(4, "big")
    with path.open("rb") as file:
        while part := file.read(_READ_BYTES):
            yield part


def xlsx_portions(data: bytes) -> Iterator[bytes]:
    """Yield portions of the first sheet of an xlsx file; runs in the limited process."""
    import openpyxl

    most_rows, archive = int.from_bytes(data[:4], "big"), io.BytesIO(data[4:])
    sheets.refuse_entities(archive)
    try:
        book = openpyxl.load_workbook(archive, read_only=True, data_only=True, keep_links=False)
        page = book.worksheets[0]
        page.reset_dimensions()  # what the file says of its size is not to be relied upon
        found = page.iter_rows(max_col=sheets.MOST_COLUMNS, values_only=True)
        yield from _portions(([exact_text(cell) for cell in row] for row in found), most_rows)
    except (MemoryError, TaskRefused):
        raise
    except Exception as error:  # whatever a broken file does to the library, it is unreadable
        raise TaskRefused("sheet.unreadable", {"reason": type(error).__name__}) from error


def csv_portions(data: bytes) -> Iterator[bytes]:
    """Yield portions of a csv file in UTF-8, UTF-16 (with its mark) or GB 18030; runs in that process."""
    most_rows, body = int.from_bytes(data[:4], "big"), data[4:]
    encoding = _encoding_of(body)
    text = io.TextIOWrapper(io.BytesIO(body), encoding=encoding, newline="")
    first = text.readline(100_000)
    delimiter = max(",;\t", key=first.count)
    text.seek(0)
    csv.field_size_limit(1 << 20)
    try:
        rows = csv.reader(text, delimiter=delimiter, strict=True)
        yield from _portions(
            ([sheets.plain_cell(cell) for cell in row[: sheets.MOST_COLUMNS]] for row in rows), most_rows
        )
    except csv.Error as error:
        raise TaskRefused("sheet.unreadable", {"reason": str(error)[:100]}) from error


def exact_text(cell: object) -> str:
    """Return a cell as text; a number with more digits than a spreadsheet keeps comes in E notation."""
    if isinstance(cell, float) and abs(cell) >= 10**_EXACT_DIGITS:
        return format(Decimal(repr(cell)), ".14E")
    return sheets.cell_text(cell)


def _portions(rows: Iterable[list[str]], most_rows: int) -> Iterator[bytes]:
    portion: list[tuple[int, list[str]]] = []
    taken = empty = 0
    for number, cells in enumerate(rows, start=1):
        while cells and not cells[-1].strip():
            cells.pop()
        if not cells:
            empty += 1
            if empty > MOST_EMPTY_ROWS:
                break
            continue
        empty = 0
        taken += 1
        if taken > most_rows:
            raise TaskRefused("sheet.too_many_rows", {"most": most_rows})
        portion.append((number, cells))
        if len(portion) >= _PORTION_ROWS:
            yield json.dumps(portion).encode()
            portion = []
    if portion:
        yield json.dumps(portion).encode()


def _encoding_of(data: bytes) -> str:
    """Return the first encoding in which the whole of ``data`` can be read."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if b"\x00" in data:
        raise TaskRefused("sheet.not_a_sheet")
    for encoding in ("utf-8-sig", "gb18030"):
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            for start in range(0, len(data), _READ_BYTES):
                decoder.decode(data[start : start + _READ_BYTES])
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise TaskRefused("sheet.not_a_sheet")
