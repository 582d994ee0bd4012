"""Spreadsheets: written and read back alike; hostile ones answered by a code, in bounded memory."""

from __future__ import annotations

import io
import resource
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creditbank_desktop.devices import sheets
from creditbank_desktop.devices.limited_process import (
    LimitReached,
    Limits,
    TaskFailed,
    TaskRefused,
    run_limited,
)
from creditbank_desktop.devices.sheets import (
    Column,
    Sheet,
    read_csv,
    read_sheet,
    write_csv,
    write_xlsx,
)
from tests.devices.limited_tasks import burn, crash, refuse, shout, sleep, swell, write_a_file

SHEET = Sheet(
    "证书 [catalogue]",
    (
        Column("name_zh", "名称", "the official name"),
        Column("level", "级别", choices=("国家级", "省级")),
        Column("credits", "学分", choices=tuple(f"choice number {number}" for number in range(60))),
    ),
    (("大学英语四级 𬭎", "国家级", "4"), ("=1+1", "-", "0.5"), ("多\n行", "", "@x")),
)
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    ("task", "limit"), [(burn, "cpu"), (swell, "memory"), (shout, "output"), (sleep, "wall")]
)
def test_a_task_that_takes_too_much_is_ended(task, limit: str) -> None:
    limits = Limits(memory_bytes=120 << 20, cpu_seconds=1, wall_seconds=6, output_bytes=1000)
    if task is sleep:
        limits = Limits(wall_seconds=0.5)
    with pytest.raises(LimitReached) as caught:
        run_limited(task, b"data", limits)
    assert caught.value.limit == limit


def test_what_a_task_says_comes_back_and_a_crash_stays_inside(tmp_path: Path) -> None:
    with pytest.raises(TaskRefused) as caught:
        run_limited(refuse, b"")
    assert (caught.value.code, caught.value.params) == ("sheet.old", {"most": 3})
    with pytest.raises(TaskFailed):
        run_limited(crash, b"")
    with pytest.raises((TaskFailed, LimitReached)):
        run_limited(write_a_file, str(tmp_path / "trace").encode())
    assert not (tmp_path / "trace").exists() or (tmp_path / "trace").stat().st_size == 0


def test_an_xlsx_is_read_back_as_it_was_written() -> None:
    rows = read_sheet(write_xlsx(SHEET)).rows
    assert rows[0] == ("名称", "级别", "学分")
    assert rows[1] == ("name_zh", "level", "credits")
    assert rows[2:] == (*SHEET.rows[:2], SHEET.rows[2])


def test_an_xlsx_has_a_frozen_header_notes_and_drop_downs() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(SHEET)))
    page = book.worksheets[0]
    assert page.freeze_panes == "A3"
    assert page.row_dimensions[2].hidden
    assert page["A1"].comment.text == "the official name"
    assert sorted(str(one.sqref) for one in page.data_validations.dataValidation) == ["B3:B505", "C3:C505"]
    assert [cell.data_type for cell in page["A"][2:5]] == ["s", "s", "s"]
    book.close()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_every_encoding_people_save_it_in(encoding: str) -> None:
    data = write_csv(SHEET).decode("utf-8-sig").encode(encoding)
    assert read_csv(data).rows == (("名称", "级别", "学分"), *SHEET.rows)
    assert b"'=1+1" in write_csv(SHEET)


def test_numbers_days_and_truths_become_plain_texts() -> None:
    from datetime import date, datetime

    book = openpyxl.Workbook()
    moment = datetime(2026, 3, 1, 8, 30)  # noqa: DTZ001 - spreadsheets know no zones
    book.worksheets[0].append([3.0, 0.5, 1e21, moment, date(2026, 3, 2), True, None, "x"])
    target = io.BytesIO()
    book.save(target)
    (row,) = read_sheet(target.getvalue()).rows
    assert row == ("3", "0.5", "1" + "0" * 21, "2026-03-01", "2026-03-02", "yes", "", "x")


def parts(**changed: str | bytes) -> dict[str, str | bytes]:
    """Return the members of the smallest xlsx, some of them others."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{NAMESPACE}" xmlns:r="{relations}"><sheets>'
        '<sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
        f'Type="{relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{NAMESPACE}"><sheetData><row r="1">'
        '<c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{NAMESPACE}"><si><t>plain</t></si></sst>',
        **changed,
    }


def archive(members: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return target.getvalue()


def page_of(rows: str) -> str:
    return f'<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData></worksheet>'


def hostile() -> Iterator[tuple[str, bytes, set[str]]]:
    """Yield (name, file, codes) of files made to do harm; "" stands for being read after all."""
    sheet = "xl/worksheets/sheet1.xml"
    row_bomb = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 300_001))
    yield "rows", archive(parts(**{sheet: page_of(row_bomb)})), {"", "sheet.bomb"}
    sparse = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    yield "sparse", archive(parts(**{sheet: page_of(sparse)})), {""}
    far = '<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row>'
    yield "far away", archive(parts(**{sheet: page_of(far)})), {"", "sheet.unreadable"}
    yield "zeros", archive(parts(**{"xl/media/zero": bytes(100 << 20)})), {"sheet.bomb"}
    strings = f'<sst xmlns="{NAMESPACE}">' + "<si><t>a</t></si>" * 1_000_000 + "</sst>"
    yield "strings", archive(parts(**{"xl/sharedStrings.xml": strings})), {"", "sheet.bomb"}
    entities = '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    laughs = f'{entities}]><sst xmlns="{NAMESPACE}"><si><t>&a9;</t></si></sst>'
    yield "entities", archive(parts(**{"xl/sharedStrings.xml": laughs})), {"sheet.bomb"}
    outside = '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'
    yield "outside", archive(parts(**{"xl/sharedStrings.xml": outside})), {"sheet.bomb"}
    yield "members", archive(parts(**{f"x/{n}": b"" for n in range(2_000)})), {"sheet.bomb"}
    names = {"../../../../evil": b"x", "/etc/evil": b"x", "C:\\evil": b"x", "n" * 60_000: b"x"}
    yield "names", archive(parts(**names)), {"", "sheet.unreadable"}
    deep = page_of("<row>" * 100_000)
    yield "deep", archive(parts(**{sheet: deep})), {"sheet.unreadable", "sheet.bomb"}
    yield "another zip", archive({"hello.txt": b"x"}), {"sheet.not_a_sheet"}
    yield "broken zip", archive(parts())[:-30], {"sheet.unreadable"}
    yield "old", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000), {"sheet.old"}
    protected = "EncryptedPackage".encode("utf-16-le")
    yield "protected", bytes.fromhex("d0cf11e0a1b11ae1") + protected, {"sheet.protected"}
    yield "picture", b"\x89PNG\r\n\x1a\n" + bytes(500), {"sheet.not_a_sheet"}
    yield "nothing", b"", {""}
    yield "quotes", b'a,b\n"never closed', {"sheet.unreadable"}
    yield "too big", bytes(sheets.MOST_BYTES + 1), {"sheet.too_big"}
    yield "long line", b"a," * 2_000_000, {"", "sheet.unreadable"}
    relations = '<Relationships xmlns="x"><Relationship Id="r1" Type="t" Target="../../../etc/passwd"/>'
    yield "relations", archive(parts(**{"xl/_rels/workbook.xml.rels": relations})), {"sheet.unreadable"}


def answer_to(data: bytes) -> str:
    try:
        found = read_sheet(data, 2_000)
    except TaskRefused as refused:
        return refused.code
    assert len(found.rows) <= 2_000
    assert all(len(row) <= sheets.MOST_COLUMNS for row in found.rows)
    return ""


HOSTILE = list(hostile())


@pytest.mark.parametrize(("data", "codes"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_file_is_answered_in_bounded_memory(data: bytes, codes: set[str]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert answer_to(data) in codes
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 << 10


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_changed_byte_crashes_the_look_at_an_archive(data: st.DataObject) -> None:
    good = bytearray(archive(parts()))
    for place in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=6)):
        good[place] = data.draw(st.integers(0, 255))
    try:
        sheets.check_archive(io.BytesIO(bytes(good)), len(good))
        sheets.unpack((100).to_bytes(4, "big") + bytes(good))
    except TaskRefused:
        pass  # anything else would end the process that reads
