"""Sheets of reference data: out and back alike, previewed whole, imported in one go or not at all."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.devices.sheets import read_csv, write_csv
from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.reference_book import Entry
from creditbank_desktop.domain.reference_fields import check_fields, clean_fields
from creditbank_desktop.domain.reference_kinds import SPECS, FieldShape, ReferenceKind
from creditbank_desktop.services.sheet_rows import KEY, sheet_of, typed_sheet
from creditbank_desktop.services.views_reference import (
    EntryForm,
    ImportPreview,
    PrinterChoice,
    SerialRange,
    SheetFormat,
    SheetWords,
    StationerySettings,
)
from tests.services.services_world import World

ENGLISH = SheetWords(
    "Sheet",
    {
        KEY: "Key",
        "name_zh": "Chinese name",
        "level": "Level",
        "organiser_kind": "Organiser",
        "active": "Used",
    },
    {"name_zh": "as the body calls it"},
    {"level.national": "Nationwide", "level.provincial": "Province", "organiser_kind.association": "Society"},
    "yes",
    "no",
)
CHINESE = SheetWords(
    "表",
    {
        KEY: "键",
        "name_zh": "名称",
        "level": "级别",
        "organiser_kind": "主办方",
        "active": "使用",
        "date": "日期",
    },
    {},
    {"level.national": "国家级", "level.provincial": "省级", "organiser_kind.association": "协会"},
    "是",
    "否",
)
WORDS = (ENGLISH, CHINESE)
CONTEST = ReferenceKind.CONTEST
HOLIDAYS_2027 = """date,kind,name,source
2027-01-01,holiday,元旦,published
2027-01-02,holiday,元旦,published
2027-02-06,holiday,春节,published
2027-02-20,makeup,春节,published
"""


def preview(world: World, kind: ReferenceKind, data: bytes, who: str = "admin") -> ImportPreview:
    return world.services.sheets.preview(world.actors[who], kind, "contests.xlsx", data, WORDS)


def csv_of(*rows: str) -> bytes:
    return "\r\n".join(("名称,级别,主办方,学分,valid_to", *rows)).encode("gb18030")


@pytest.mark.parametrize("kind", list(ReferenceKind))
@pytest.mark.parametrize("fmt", list(SheetFormat))
def test_what_goes_out_comes_back_and_changes_nothing(
    world: World, kind: ReferenceKind, fmt: SheetFormat
) -> None:
    if kind is ReferenceKind.LETTERHEAD or not world.room.reference.book.entries(kind):
        return
    data = world.services.sheets.export(world.actors["clerk"], kind, CHINESE, fmt)
    found = preview(world, kind, data)
    assert found.problems == ()
    assert found.changes == ()
    assert found.unchanged == len(world.room.reference.book.entries(kind))
    assert (found.absent, found.unknown_columns) == (0, ())


def test_a_template_says_what_to_write_and_is_empty(world: World) -> None:
    data = world.services.sheets.template(world.actors["clerk"], CONTEST, ENGLISH)
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert page["B1"].value == "Chinese name"
    with pytest.raises(Problems) as caught:
        preview(world, CONTEST, data)
    assert caught.value.problems[0].code == "sheet.empty"


def test_every_problem_is_named_by_row_and_column_and_nothing_is_imported(world: World) -> None:
    data = csv_of(
        "星海杯（演示）,国家级,协会,,2026-13-40",
        "星海杯（演示）,省级,协会,,",
        ",省级,Society,,",
        "云帆杯（演示）,宇宙级,没有,,",
        "远山杯（演示）,Province,协会,,2027/1/5",
    )
    found = preview(world, CONTEST, data)
    places = {(one.row, one.column, one.problem.code) for one in found.problems}
    assert places == {
        (2, "E", "date.shape"),
        (3, "", "sheet.double"),
        (4, "A", "field.required"),
        (5, "B", "choice.unknown"),
        (5, "C", "choice.unknown"),
    }
    assert found.unknown_columns == ("学分",)
    assert not found.can_import
    with pytest.raises(Problems):
        world.services.sheets.import_rows(world.actors["admin"], found)
    assert world.services.proposals.pending(world.actors["admin"]) == ()


def test_an_import_is_one_proposal_that_another_person_settles(world: World) -> None:
    rows = [f"第{number}届星海杯（演示）,国家级,协会,,2030-01-0{number % 9 + 1}" for number in range(200)]
    found = preview(world, CONTEST, csv_of(*rows))
    assert (found.added, found.can_import) == (200, True)
    (proposal,) = world.services.sheets.import_rows(world.actors["admin"], found, "yearly list").value
    view = world.services.proposals.proposal(world.actors["office"], proposal)
    assert (view.row.title, view.row.changes, len(view.changes)) == ("contests.xlsx", 200, 200)
    before = len(world.room.reference.book.entries(CONTEST))
    world.services.proposals.approve(world.actors["office"], proposal)
    assert len(world.room.reference.book.entries(CONTEST)) == before + 200
    hits = world.services.catalogues.find(world.actors["clerk"], CONTEST, "第7届星海杯")
    assert hits[0].name_zh == "第7届星海杯（演示）"
    assert preview(world, CONTEST, csv_of(*rows)).unchanged == 200


def test_what_was_looked_at_is_what_is_imported(world: World) -> None:
    data = "键,aliases\r\nlanqiao,蓝桥杯;蓝桥赛\r\n".encode()
    found = preview(world, CONTEST, data)
    (change,) = found.changes
    assert [(one.name, one.after, one.decides) for one in change.fields] == [
        ("aliases", "蓝桥杯\n蓝桥赛", False)
    ]
    entry = world.services.reference.entry(world.actors["admin"], CONTEST, "lanqiao")
    form = EntryForm(CONTEST, {"aliases": "别的"}, "lanqiao", entry.revision)
    world.services.reference.save(world.actors["office"], form)
    with pytest.raises(Refused) as refused:
        world.services.sheets.import_rows(world.actors["admin"], found)
    assert refused.value.code == "reference.changed_since"
    again = preview(world, CONTEST, data)
    assert world.services.sheets.import_rows(world.actors["admin"], again).value == ()
    entry = world.services.reference.entry(world.actors["admin"], CONTEST, "lanqiao")
    assert entry.row.fields["aliases"] == "蓝桥杯\n蓝桥赛"


def test_the_published_year_takes_the_place_of_what_the_law_alone_said(world: World) -> None:
    office = world.services.office
    assert office.calendar(world.actors["clerk"], 2027).is_provisional
    found = preview(world, ReferenceKind.HOLIDAY, HOLIDAYS_2027.encode())
    assert found.problems == ()
    (proposal,) = world.services.sheets.import_rows(world.actors["admin"], found).value
    world.services.proposals.approve(world.actors["office"], proposal)
    year = office.calendar(world.actors["clerk"], 2027)
    assert not year.is_provisional
    assert {day.on.isoformat() for day in year.days if day.row.is_active} == {
        "2027-01-01",
        "2027-01-02",
        "2027-02-06",
        "2027-02-20",
    }
    assert world.room.calendar.covered_through.year == 2027


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(90), b"", b"only,one\r\nline,here"])
def test_what_is_no_sheet_is_answered_in_words(world: World, data: bytes) -> None:
    with pytest.raises(Problems) as caught:
        preview(world, CONTEST, data)
    assert caught.value.problems[0].code in ("sheet.not_a_sheet", "sheet.no_header")


def test_exports_and_imports_stand_in_the_audit_trail(world: World) -> None:
    world.services.sheets.export(world.actors["clerk"], CONTEST, CHINESE)
    rows = world.store.read(lambda reader: reader.audit_rows(limit=1))
    assert (rows[0].action, rows[0].subject) == ("reference.exported", "contest")


def png(side: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + side.to_bytes(4, "big") * 2 + bytes(200)


def test_a_seal_needs_two_people_and_a_picture(world: World) -> None:
    office = world.services.office
    for bad, code in (
        (b"GIF89a", "seal.picture"),
        (png(20), "seal.pixels"),
        (png(400) + bytes(300_000), "seal.size"),
    ):
        with pytest.raises(Problems) as caught:
            office.propose_seal(world.actors["admin"], bad)
        assert caught.value.problems[0].code == code
    saved = office.propose_seal(world.actors["admin"], png(400)).value
    assert saved.proposal is not None
    assert office.seal(world.actors["clerk"]) is None
    world.services.proposals.approve(world.actors["office"], saved.proposal)
    assert office.seal(world.actors["clerk"]) == png(400)
    details = office.details(world.actors["clerk"])
    assert details.has_seal
    assert details.letterhead.history[0].changes[0].after.startswith("sha256:")
    again = office.propose_seal(world.actors["admin"], png(500)).value
    assert again.proposal is not None
    view = world.services.proposals.proposal(world.actors["office"], again.proposal)
    assert not view.changes[0].is_stale


def test_printers_and_blanks_are_kept_for_this_device(world: World) -> None:
    office = world.services.office
    blanks = SerialRange("A", 1, 50, 1)
    wanted = StationerySettings(
        {"statement": PrinterChoice("Office 2", "A4", "tray 2", 2)}, {"statement": (blanks,)}
    )
    office.save_stationery(world.actors["clerk"], wanted)
    assert office.stationery(world.actors["dean"]) == wanted
    bad = StationerySettings(
        {"poster": PrinterChoice(paper_size="A0", copies=0)},
        {"statement": (blanks, SerialRange("A", 40, 90, 40), SerialRange("B", 9, 2, 9))},
    )
    with pytest.raises(Problems) as caught:
        office.save_stationery(world.actors["clerk"], bad)
    assert {(one.field, one.code) for one in caught.value.problems} == {
        ("printers.poster", "stationery.kind"),
        ("printers.poster.paper_size", "stationery.paper_size"),
        ("printers.poster.copies", "stationery.copies"),
        ("serials.statement.1.first", "stationery.overlap"),
        ("serials.statement.2.last", "stationery.range"),
    }


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30)
TEXTS = {
    FieldShape.TEXT: NAMES,
    FieldShape.LIST: st.lists(NAMES.filter(lambda text: not set(text) & set(";；")), max_size=4).map(
        "\n".join
    ),
    FieldShape.CREDITS: st.sampled_from(["", "0.5", "4", "12.25"]),
    FieldShape.WHOLE: st.integers(0, 5000).map(str),
    FieldShape.DAY: st.dates().map(lambda day: day.isoformat()),
    FieldShape.YES_NO: st.sampled_from(["", "yes", "no"]),
}


@given(st.data(), st.sampled_from([ReferenceKind.CERTIFICATE, ReferenceKind.COURSE]))
def test_any_entry_survives_the_way_through_a_csv_file(data: st.DataObject, kind: ReferenceKind) -> None:
    spec = SPECS[kind]
    typed = {
        field.name: data.draw(
            st.sampled_from(field.choices) if field.choices else TEXTS.get(field.shape, NAMES)
        )
        for field in spec.fields
    }
    fields = clean_fields(spec, typed)
    if check_fields(spec, "k", fields) or any(len(text) > 900 for text in fields.values()):
        return
    sheet = sheet_of(spec, CHINESE, [Entry(kind, "k", fields)])
    (row,) = typed_sheet(spec, read_csv(write_csv(sheet)), WORDS).rows
    back = clean_fields(spec, row.fields)
    assert {name: text for name, text in back.items() if text} == {
        name: text for name, text in fields.items() if text
    }
