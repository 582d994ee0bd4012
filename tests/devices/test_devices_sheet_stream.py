"""Long sheets come row by row, in flat memory, whoever wrote them; hostile ones are answered by a code."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from creditbank_desktop.devices import sheet_stream
from creditbank_desktop.devices.limited_process import (
    LimitReached,
    Limits,
    TaskFailed,
    TaskRefused,
    portions_limited,
)
from creditbank_desktop.devices.memory import resident_mib
from creditbank_desktop.devices.sheet_stream import SheetRow, stream_sheet
from creditbank_desktop.domain.failures import EnvironmentFault
from tests.devices.limited_tasks import count_portions, fail_late, hang_late, refuse_late, swell_late

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def rows_of(path: Path, most: int = 200_000) -> list[SheetRow]:
    return [row for portion in stream_sheet(path, most) for row in portion]


def refusal(path: Path, most: int = 200_000) -> str:
    with pytest.raises(TaskRefused) as caught:
        rows_of(path, most)
    return caught.value.code


def with_sheet(path: Path, xml: str) -> Path:
    """Return an xlsx file at ``path`` whose first sheet is ``xml``."""
    plain = io.BytesIO()
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            is_sheet = member.filename == "xl/worksheets/sheet1.xml"
            target.writestr(member.filename, xml if is_sheet else source.read(member))
    return path


def test_portions_come_one_after_another_and_leaving_early_ends_the_process() -> None:
    portions = portions_limited(count_portions, [b"7"])
    assert [next(portions) for _ in range(3)] == [b"0", b"1", b"2"]
    portions.close()
    assert list(portions_limited(count_portions, [b"2"])) == [b"0", b"1"]


def test_what_goes_wrong_between_two_portions_is_told() -> None:
    limits = Limits(memory_bytes=120 << 20, cpu_seconds=5, wall_seconds=1)
    for task, expected in (
        (refuse_late, TaskRefused),
        (fail_late, TaskFailed),
        (hang_late, LimitReached),
        (swell_late, LimitReached),
    ):
        portions = portions_limited(task, [b""], limits)
        assert next(portions) == b"first"
        with pytest.raises(expected):
            next(portions)


def test_an_xlsx_comes_with_row_numbers_days_and_exact_numbers(tmp_path: Path) -> None:
    path = tmp_path / "roll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
    page.write_row(0, 0, ["姓名", "证件号码", "出生日期", "电话"])
    page.write_row(3, 0, ["曾敏", 110105199003077530, "", 13900001234])
    page.write_number(3, 2, 32939, day)
    book.close()
    assert rows_of(path) == [
        SheetRow(1, ("姓名", "证件号码", "出生日期", "电话")),
        SheetRow(4, ("曾敏", "1.10105199003078E+17", "1990-03-07", "13900001234")),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "roll.csv"
    lines = [
        delimiter.join(cells)
        for cells in (("姓名", "备注"), ("曾敏", '"一\n二"'), ("", ""), ("单雄信", "'=1"))
    ]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    assert [row.cells for row in rows_of(path)] == [("姓名", "备注"), ("曾敏", "一\n二"), ("单雄信", "=1")]


def test_hostile_sheets_are_answered_by_a_code(tmp_path: Path) -> None:
    beginning = f'<worksheet xmlns="{MAIN}"><sheetData>'
    bomb = with_sheet(tmp_path / "ratio.xlsx", beginning + "<row/>" * 3_000_000 + "</sheetData></worksheet>")
    assert refusal(bomb) == "sheet.bomb"
    entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + beginning + "</sheetData></worksheet>"
    assert refusal(with_sheet(tmp_path / "entity.xlsx", entity)) == "sheet.bomb"
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(bomb.read_bytes()[:500])
    assert refusal(torn) == "sheet.unreadable"
    other = tmp_path / "other.xlsx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(other) == "sheet.not_a_sheet"
    old = tmp_path / "old.xls"
    old.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    assert refusal(old) == "sheet.old"
    noise = tmp_path / "noise.csv"
    noise.write_bytes(b"\x00\x01" * 400)
    assert refusal(noise) == "sheet.not_a_sheet"
    quote = tmp_path / "quote.csv"
    quote.write_text('name\n"never closed' + "x" * 3_000_000)
    assert refusal(quote) == "sheet.unreadable"
    with pytest.raises(EnvironmentFault):
        rows_of(tmp_path / "missing.xlsx")


def test_deep_xml_and_empty_rows_without_end_stop(tmp_path: Path) -> None:
    deep = (
        f'<worksheet xmlns="{MAIN}"><sheetData>'
        + "<a>" * 20_000
        + "</a>" * 20_000
        + "</sheetData></worksheet>"
    )
    with_sheet(tmp_path / "deep.xlsx", deep)
    try:
        found: object = rows_of(tmp_path / "deep.xlsx")
    except TaskRefused as refused:
        found = refused.code
    assert found in ([], "sheet.bomb", "sheet.unreadable")
    words = '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>'
    noise = "".join(
        f'<row r="{number}" ht="{number % 91}.{os.urandom(2).hex()}"/>' for number in range(2, 90_000)
    )
    far = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>far</t></is></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{words}{noise}{far}</sheetData></worksheet>'
    assert [row.cells for row in rows_of(with_sheet(tmp_path / "empty.xlsx", sheet))] == [("name",)]


def test_too_many_rows_and_too_large_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "roll.csv"
    path.write_text("name\n" + "x\n" * 50)
    assert refusal(path, 50) == "sheet.too_many_rows"
    assert len(rows_of(path, 51)) == 51
    monkeypatch.setattr(sheet_stream, "MOST_BYTES", 20)
    assert refusal(path) == "sheet.too_big"


def test_memory_does_not_grow_with_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "roll.csv"
    with path.open("w") as file:
        for number in range(60_000):
            file.write(f"{number},{'x' * 200}\n")
    portions = stream_sheet(path)
    next(portions)
    before = resident_mib()
    assert sum(len(portion) for portion in portions) > 59_000
    assert resident_mib() - before < 8
