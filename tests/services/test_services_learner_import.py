"""Learners opened in bulk: columns, spellings, problems by row and column, and nothing half-entered."""

from __future__ import annotations

import csv
import io
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter, sleep

import openpyxl
import pytest

from creditbank_desktop.app.bench.fiction_learners import LearnerWorld
from creditbank_desktop.app.bench.import_sheets import BAD_EVERY, HEADINGS, sheet_rows, write_sheet
from creditbank_desktop.app.sample.sources import read_sample_sources
from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.learners import AccountState
from creditbank_desktop.models.audit_trail import first_broken_audit
from creditbank_desktop.models.import_records import ImportState, RowKind
from creditbank_desktop.models.replay import replay, table_digests
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.learner_import_columns import FIELDS
from creditbank_desktop.services.views_import import (
    ImportProgress,
    ImportSummary,
    ImportWords,
    RunChoice,
    SheetLook,
)
from tests.conftest import Counts
from tests.services.services_samples import CURRICULUM, RESOURCES, resident_id
from tests.services.services_world import World

WORDS = ImportWords("Learners", {name: name for name in FIELDS}, problems="Problems")
HEAD = ("姓名", "身份证号", "学号", "专业", "年级", "性别", "出生日期", "电话")
CHOICE = RunChoice("new intake")
PROBLEM_KINDS = (RowKind.BAD, RowKind.LATE)


def person(number: int, **changed: str) -> tuple[str, ...]:
    cells = {
        "name": "曾敏",
        "document": resident_id(number),
        "student": f"20259{number:05d}",
        "programme": "460301",
        "year": "2025级",
        "sex": "女",
        "born": "1999/3/7",
        "phone": "13900001234",
    }
    return tuple((cells | changed).values())


def sheet(world: World, *rows: Sequence[str], head: Sequence[str] = HEAD, name: str = "roll.csv") -> Path:
    path = world.folder / name
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path


def look(world: World, path: Path) -> SheetLook:
    return world.services.learner_imports.look(world.actors["clerk"], str(path), (WORDS,))


def examined(world: World, path: Path) -> ImportSummary:
    summary = world.services.learner_imports.examine(
        world.actors["clerk"], look(world, path), (WORDS,), ImportProgress()
    )
    assert summary is not None
    return summary


def run(world: World, path: Path, choice: RunChoice = CHOICE) -> ImportSummary:
    summary = examined(world, path)
    imports = world.services.learner_imports
    return imports.run(world.actors["clerk"], summary.import_id, choice, ImportProgress()).value


def problems(world: World, summary: ImportSummary) -> list[tuple[int, str, str, str]]:
    rows = world.services.learner_imports.rows(
        world.actors["clerk"], summary.import_id, tuple(RowKind), 0, 1_000
    )
    return [
        (row.row, letter, problem.code, str(problem.params.get("row", "")))
        for row in rows
        for letter, problem in row.problems
    ]


def count(world: World) -> int:
    return world.store.read(lambda reader: reader.learner_count())


def more_numbers(world: World, wanted: int) -> None:
    while wanted > 0:
        world.services.identity.allot_numbers(world.actors["admin"], 2026, min(wanted, 10_000))
        wanted -= 10_000


def replayed_alike(world: World) -> None:
    copy = Store.create(world.folder / "copy", world.data_key, world.store.identity, world.ports)
    try:
        replay(world.store, copy)
        assert table_digests(copy) == table_digests(world.store)
    finally:
        copy.close()


def test_columns_are_guessed_shown_with_samples_and_remembered(world: World) -> None:
    path = sheet(world, person(1), person(2))
    seen = look(world, path)
    assert [column.field for column in seen.columns] == [
        "name",
        "document_number",
        "student_number",
        "programme",
        "intake_year",
        "sex",
        "birth_date",
        "phone",
    ]
    assert (seen.columns[1].letter, seen.columns[1].samples[0]) == ("B", resident_id(1))
    assert not seen.is_remembered
    columns = (*seen.columns[:-1], replace(seen.columns[-1], field=""))
    clerk, imports = world.actors["clerk"], world.services.learner_imports
    imports.examine(clerk, replace(seen, columns=columns), (WORDS,), ImportProgress())
    again = look(world, path)
    assert again.is_remembered
    assert again.columns[-1].field == ""
    lacking = replace(seen, columns=tuple(replace(column, field="") for column in seen.columns))
    with pytest.raises(Problems) as stopped:
        imports.examine(clerk, lacking, (WORDS,), ImportProgress())
    assert [problem.params["column"] for problem in stopped.value.problems] == [
        "name",
        "document_number",
        "programme",
        "intake_year",
    ]


def test_the_usual_spellings_are_understood(world: World) -> None:
    programme = CURRICULUM.programme("460301")
    assert programme is not None
    path = sheet(
        world,
        person(1, programme=programme.name_zh, year="2025年9月", sex="F", born="36226"),
        person(2, programme=f"{programme.name_zh}(460301)", year="25级", born="7 Mar 1999", sex="2"),
        person(3, year="2025-09-01", born="1999-03-07 00:00:00", sex="Female", phone="13900001234.0"),
        person(4, born="1999年3月7日", sex=""),
        person(5, born="13/03/1999"),
    )
    summary = run(world, path)
    assert summary.count(*PROBLEM_KINDS) == 0, problems(world, summary)
    assert summary.entered == 5
    found = world.store.read(lambda reader: reader.learners_with_documents([resident_id(2)]))[0]
    assert found.profile is not None
    assert (found.programme, found.intake_year) == ("460301", 2025)
    assert (found.profile.sex, str(found.profile.birth_date)) == ("2", "1999-03-07")
    assert found.account_state is AccountState.OPEN
    replayed_alike(world)


def test_every_problem_names_its_row_and_column(world: World) -> None:
    known = world.register(document_number=resident_id(40), student_number="2025940000")
    assert known
    path = sheet(
        world,
        person(1),
        person(2, document="1.10101E+17"),
        person(3, document="110101199903070000"),
        person(4, programme="999999"),
        person(5, name="", phone="x"),
        person(1, student="2025900009"),
        person(6, student="2025940000", name="别人"),
        person(7, born="03/04/1999"),
        person(8, sex="maybe"),
    )
    summary = examined(world, path)
    assert problems(world, summary) == [
        (3, "B", "import.digits_lost", ""),
        (4, "B", "import.digits_lost", ""),
        (5, "D", "programme.unknown", ""),
        (6, "A", "name.empty", ""),
        (6, "H", "phone.shape", ""),
        (7, "B", "sheet.double", "2"),
        (8, "C", "import.number_of_another", ""),
        (9, "G", "import.date_ambiguous", ""),
        (10, "F", "sex.unknown", ""),
    ]
    assert summary.counts == {RowKind.NEW: 1, RowKind.BAD: 8}
    data = world.services.learner_imports.export_problems(
        world.actors["clerk"], summary.import_id, WORDS, lambda problem: problem.code
    )
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    rows = list(page.iter_rows(values_only=True))
    assert rows[0] == (*HEAD, "Problems")
    assert rows[2][1] == "1.10101E+17"
    assert rows[2][-1] == "B: import.digits_lost"
    sent_back = world.folder / "back.xlsx"
    sent_back.write_bytes(data)
    again = look(world, sent_back)
    assert [column.field for column in again.columns][:2] == ["name", "document_number"]
    # Who was in the sheet twice stands in this one alone.
    assert examined(world, sent_back).counts == {RowKind.BAD: 7, RowKind.NEW: 1}


def test_who_is_here_is_left_alone_or_corrected_and_brought_back(world: World) -> None:
    same = world.register(document_number=resident_id(31), student_number="2025931000")
    path = sheet(
        world,
        person(31, student="2025931000", phone="13900009999"),
        person(32),
    )
    assert examined(world, path).counts == {RowKind.DIFFERS: 1, RowKind.NEW: 1}
    summary = run(world, path, replace(CHOICE, with_corrections=True))
    assert (summary.entered, summary.corrected) == (2, 1)
    card = world.store.read(lambda reader: reader.learner(same))
    assert card is not None
    assert card.profile is not None
    assert (card.profile.phone, card.profile.latin_name) == ("13900009999", "Zeng Min")
    assert examined(world, path).counts == {RowKind.SAME: 2}
    replayed_alike(world)


def test_an_import_is_taken_back_whole_until_it_is_sent(world: World) -> None:
    same = world.register(document_number=resident_id(31), student_number="2025931000")
    before = count(world)
    path = sheet(world, person(31, student="2025931000", phone="13900009999"), person(32), person(33))
    summary = run(world, path, replace(CHOICE, with_corrections=True))
    used = world.store.read(lambda reader: reader.learners_with_documents([resident_id(33)]))[0]
    world.submit(world.form(used.learner))
    imports, clerk = world.services.learner_imports, world.actors["clerk"]
    assert summary.can_take_back
    ended = imports.take_back(clerk, summary.import_id, ImportProgress()).value
    assert (ended.state, ended.kept) == (ImportState.TAKEN_BACK, 1)
    assert count(world) == before + 1
    assert world.store.read(lambda reader: reader.learners_with_documents([resident_id(32)])) == ()
    corrected = world.store.read(lambda reader: reader.learner(same))
    assert corrected is not None
    assert corrected.profile is not None
    assert corrected.profile.phone == "13900001234"
    replayed_alike(world)
    again = run(world, path)
    assert again.entered == 1
    head = world.store.read(lambda reader: reader.stream_head().sequence)
    world.store.write(lambda unit: unit.mark_sent(head))
    with pytest.raises(Refused) as refused:
        imports.take_back(clerk, again.import_id, ImportProgress())
    assert refused.value.code == "import.sent"


def test_too_few_account_numbers_stop_it_before_it_begins(world: World) -> None:
    path = sheet(world, *(person(number) for number in range(60)))
    summary = examined(world, path)
    imports, clerk = world.services.learner_imports, world.actors["clerk"]
    with pytest.raises(Refused) as refused:
        imports.run(clerk, summary.import_id, CHOICE, ImportProgress())
    assert refused.value.params == {"needed": 60, "free": 50}
    assert count(world) == 0
    more_numbers(world, 60)
    ended = imports.run(clerk, summary.import_id, CHOICE, ImportProgress()).value
    assert ended.entered == 60
    numbers = world.store.read(lambda reader: [hit.account_number for hit in reader.learner_page(None, 100)])
    assert len(set(numbers)) == 60
    world.register(document_number=resident_id(99), student_number="")
    replayed_alike(world)


def test_numbers_that_an_import_reserved_are_not_counted_as_left(world: World) -> None:
    """While 30 of 50 numbers wait for an import, a clerk beside it is told that 20 are left."""
    path = sheet(world, *(person(number) for number in range(30)))
    summary = examined(world, path)
    services, clerk = world.services, world.actors["clerk"]
    seen: list[tuple[int, int]] = []

    class Looking(ImportProgress):
        def __setattr__(self, name: str, value: object) -> None:
            if name == "total" and value == 30:
                seen.append((services.learners.numbers_left(clerk), count(world)))
            object.__setattr__(self, name, value)

    ended = services.learner_imports.run(clerk, summary.import_id, CHOICE, Looking()).value
    assert seen == [(20, 0)]
    assert ended.numbers_free == services.learners.numbers_left(clerk) == 20


def test_cancelling_keeps_nothing(world: World) -> None:
    more_numbers(world, 400)
    path = sheet(world, *(person(number) for number in range(300)))
    imports, clerk = world.services.learner_imports, world.actors["clerk"]
    gone = ImportProgress(cancelled=True)
    assert imports.examine(clerk, look(world, path), (WORDS,), gone) is None
    assert imports.latest(clerk) is None
    summary = examined(world, path)
    ended = imports.run(clerk, summary.import_id, CHOICE, _CancelledAfter(60)).value
    assert ended.state is ImportState.TAKEN_BACK
    assert ended.entered >= 60
    assert count(world) == 0
    replayed_alike(world)


class _CancelledAfter(ImportProgress):
    """Cancels itself once so many rows are in."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)
        if name == "done" and isinstance(value, int) and value >= getattr(self, "_rows", 10**9):
            object.__setattr__(self, "cancelled", True)


def test_what_a_crash_interrupts_is_finished_by_whoever_comes_next(world: World) -> None:
    more_numbers(world, 400)
    path = sheet(world, *(person(number) for number in range(300)))
    imports, clerk = world.services.learner_imports, world.actors["clerk"]
    summary = examined(world, path)

    class Fault(ImportProgress):
        def __setattr__(self, name: str, value: object) -> None:
            object.__setattr__(self, name, value)
            if name == "done" and isinstance(value, int) and value >= 60:
                raise EnvironmentFault("store.io")

    with pytest.raises(EnvironmentFault):
        imports.run(clerk, summary.import_id, CHOICE, Fault())
    half = count(world)
    assert 60 <= half < 300
    world.reopen()
    imports = world.services.learner_imports
    found = imports.latest(clerk)
    assert found is not None
    assert found.state is ImportState.ENTERING
    with pytest.raises(Refused):
        imports.discard(clerk, found.import_id)
    ended = imports.resume(world.actors["everything"], found.import_id, ImportProgress()).value
    assert (ended.state, ended.entered, count(world)) == (ImportState.ENTERED, 300, 300)
    replayed_alike(world)
    imports.discard(clerk, found.import_id)
    assert imports.latest(clerk) is None


def test_who_was_registered_meanwhile_is_not_registered_twice(world: World) -> None:
    summary = examined(world, sheet(world, person(1), person(2)))
    world.register(document_number=resident_id(1), student_number="2025900001")
    imports, clerk = world.services.learner_imports, world.actors["clerk"]
    ended = imports.run(clerk, summary.import_id, CHOICE, ImportProgress()).value
    assert ended.entered == 1
    assert ended.count(RowKind.LATE) == 1
    assert problems(world, ended)[0][2] == "import.came_meanwhile"
    assert count(world) == 2


def test_only_who_keeps_records_may_and_a_purpose_is_asked(world: World) -> None:
    path = sheet(world, person(1))
    with pytest.raises(Refused):
        world.services.learner_imports.look(world.actors["reviewer"], str(path), (WORDS,))
    summary = examined(world, path)
    with pytest.raises(Problems):
        world.services.learner_imports.run(
            world.actors["clerk"], summary.import_id, RunChoice(" "), ImportProgress()
        )
    assert count(world) == 0


def test_the_template_is_understood_and_its_hidden_row_is_none(world: World) -> None:
    imports, clerk = world.services.learner_imports, world.actors["clerk"]
    path = world.folder / "template.xlsx"
    path.write_bytes(imports.template(clerk, WORDS))
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    cells = dict(zip(FIELDS, [""] * len(FIELDS), strict=True)) | {
        "name": "曾敏",
        "document_number": resident_id(5),
        "programme": "460301",
        "intake_year": "2025",
    }
    for place, name in enumerate(FIELDS, start=1):
        page.cell(row=3, column=place, value=cells[name])
    book.save(path)
    assert [column.field for column in look(world, path).columns] == list(FIELDS)
    assert examined(world, path).counts == {RowKind.NEW: 1}


def test_two_hundredths_of_bad_rows_and_nobody_waits(world: World, counts: Counts) -> None:
    """Many rows with 2 % bad ones: all good ones are in, all bad ones reported, saves do not wait."""
    total = counts.pick(quick=300, gate=2_000, long=50_000)
    more_numbers(world, total)
    office = world.store.read(lambda reader: reader.office())
    assert office is not None
    open_ones = tuple(one for one in CURRICULUM.programmes() if one.is_open)
    people = LearnerWorld(office, open_ones, read_sample_sources(RESOURCES / "sample"))
    path = world.folder / "many.xlsx"
    write_sheet(path, sheet_rows(people, total, 7))
    bad = total // BAD_EVERY
    summary = examined(world, path)
    assert len(HEADINGS) == 14
    assert summary.count(RowKind.BAD) == bad, problems(world, summary)[:5]
    waits: list[float] = []
    done = threading.Event()

    def save() -> None:
        while not done.is_set():
            begin = perf_counter()
            world.store.write(lambda unit: unit.set_setting("probe", len(waits)))
            waits.append(perf_counter() - begin)
            sleep(0.01)

    saver = threading.Thread(target=save)
    saver.start()
    try:
        ended = world.services.learner_imports.run(
            world.actors["clerk"], summary.import_id, CHOICE, ImportProgress()
        ).value
    finally:
        done.set()
        saver.join()
    assert ended.entered == total - bad
    assert count(world) == total - bad
    assert len(waits) > total / 500  # many steps, between which others had their turn
    entries = world.store.read(lambda reader: reader.audit_rows(None, 10 * total))
    assert first_broken_audit(reversed(entries)) is None
    if total <= 2_000:
        replayed_alike(world)
