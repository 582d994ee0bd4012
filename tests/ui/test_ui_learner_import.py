"""Learners from a sheet, by keys alone: columns, preview, run, report, taking back."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.services.views_import import ImportProgress, ImportState, RunChoice
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out, save_picture
from creditbank_desktop.ui.learner_import.page import COLUMNS, FILE, PREVIEW, REPORT, LearnerImportPage
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import RESOURCES, resident_id
from tests.services.services_world import World, new_world
from tests.ui.conftest import Dress
from tests.ui.settings_hands import answering
from tests.ui.settings_rooms import SettingsRoom
from tests.ui.ui_gallery import dressed

HEAD = ("姓名", "身份证号", "学号", "专业", "年级", "班级", "电话", "备注")
SIZES = {"1366x768": (1366, 768), "1280x720-at-150": (853, 480)}


def write_roll(path: Path, people: int) -> Path:
    rows = [
        [
            "曾敏",
            resident_id(number),
            f"20259{number:05d}",
            "460301",
            "2025级",
            "机电 2501",
            "13900001234",
            "x",
        ]
        for number in range(people)
    ]
    rows += [
        ["单雄信", "1.10101E+17", "2025911111", "460301", "2025", "机电 2501", "", ""],
        ["", resident_id(77), "", "999999", "2025", "", "123", ""],
    ]
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    return path


@pytest.fixture
def room(
    world: World, runner: OperationRunner, keep: Callable[[QWidget], None], qapp: QApplication
) -> SettingsRoom:
    """Return a window with the settings of somebody who may do everything."""
    made = SettingsRoom(world, runner)
    keep(made.window(qapp))
    made.shown.show()
    return made


def opened(room: SettingsRoom, path: Path) -> LearnerImportPage:
    page = room.page("learner_import", LearnerImportPage)
    page._desk = answering(page._desk, path)
    return page


def count(world: World) -> int:
    return world.store.read(lambda reader: reader.learner_count())


@pytest.mark.usefixtures("dress")
def test_a_sheet_is_entered_by_keys_and_taken_back(room: SettingsRoom, world: World, tmp_path: Path) -> None:
    page = opened(room, write_roll(tmp_path / "roll.csv", 5))
    room.press("Ctrl+O")
    assert page.steps.currentIndex() == COLUMNS
    assert [combo.value() for combo in page.columns.combos][:5] == [
        "name",
        "document_number",
        "student_number",
        "programme",
        "intake_year",
    ]
    page.columns.combos[0].setFocus()
    room.press("Home")
    assert page.columns.combos[0].value() == ""
    assert not page.columns.go.isEnabled()
    assert page.columns.lacking.isVisible()
    page.columns.combos[0].set_value("name")
    page.columns.combos[0].edited.emit()
    room.press("Ctrl+Return")
    assert page.steps.currentIndex() == PREVIEW
    told = [page.preview.table.rows.index(row, 3).data() for row in range(page.preview.table.rows.rowCount())]
    assert len(told) == 4
    assert any("1.10101E+17" in str(text) for text in told)
    room.press("Ctrl+Return")
    assert page.steps.currentIndex() == PREVIEW  # a purpose is asked for
    assert page.preview.purpose_row.problems()
    room.type("新生入学")
    room.press("Ctrl+Return")
    assert page.steps.currentIndex() == REPORT
    assert count(world) == 5
    page._desk = answering(page._desk, tmp_path / "back.xlsx")
    room.press("Ctrl+S")
    sent_back = openpyxl.load_workbook(tmp_path / "back.xlsx").worksheets[0]
    assert sent_back.max_row == 4
    room.press("Ctrl+Z")
    assert page.steps.currentIndex() == REPORT
    assert count(world) == 0
    assert not page.report.take_back.isEnabled()
    room.press("Ctrl+Return")
    assert page.steps.currentIndex() == FILE


@pytest.mark.usefixtures("dress")
def test_kept_rows_are_discarded_by_a_second_press_alone(
    room: SettingsRoom, world: World, tmp_path: Path
) -> None:
    page = opened(room, write_roll(tmp_path / "roll.csv", 3))
    room.press("Ctrl+O", "Ctrl+Return")
    discard = page.preview.discard
    room.press("Ctrl+D")
    assert (page.steps.currentIndex(), discard.told.isVisible()) == (PREVIEW, True)
    room.press("Tab")
    assert not discard.told.isVisible()
    room.press("Ctrl+D")
    assert world.store.read(lambda reader: len(reader.learner_imports())) == 1  # asked anew
    room.press("Ctrl+D")
    assert page.steps.currentIndex() == FILE
    assert world.store.read(lambda reader: reader.learner_imports()) == ()
    room.press("Ctrl+O", "Ctrl+Return")
    page.preview.purpose.setText("新生入学")
    room.press("Ctrl+Return")
    assert page.steps.currentIndex() == REPORT
    room.press("Ctrl+D")
    assert page.report.discard.told.isVisible()
    room.press("Ctrl+D")
    assert page.steps.currentIndex() == FILE
    assert world.store.read(lambda reader: reader.learner_imports()) == ()
    assert count(world) == 3  # who was opened stays


@pytest.mark.usefixtures("dress")
def test_an_interrupted_import_is_finished_when_the_page_opens(
    room: SettingsRoom, world: World, tmp_path: Path
) -> None:
    page = opened(room, write_roll(tmp_path / "roll.csv", 45))
    imports, actor = world.services.learner_imports, world.actors[room.who]
    summary = imports.examine(
        actor, imports.look(actor, str(tmp_path / "roll.csv"), ()), (), ImportProgress()
    )
    assert summary is not None

    class Fault(ImportProgress):
        def __setattr__(self, name: str, value: object) -> None:
            object.__setattr__(self, name, value)
            if name == "done" and value:
                raise EnvironmentFault("store.io")

    with pytest.raises(EnvironmentFault):
        imports.run(actor, summary.import_id, RunChoice("test"), Fault())
    assert 0 < count(world) < 45
    page.on_opened()
    room.settle()
    assert page.steps.currentIndex() == REPORT
    assert count(world) == 45
    latest = imports.latest(actor)
    assert latest is not None
    assert latest.state is ImportState.ENTERED


@pytest.mark.usefixtures("dress")
def test_too_few_numbers_and_a_file_that_is_none_say_what_to_do(
    room: SettingsRoom, world: World, tmp_path: Path
) -> None:
    page = opened(room, write_roll(tmp_path / "roll.csv", 60))
    room.press("Ctrl+O", "Ctrl+Return")
    assert page.steps.currentIndex() == PREVIEW
    assert not page.preview.go.isEnabled()
    assert "60" in page.preview.lacking.text()
    none = tmp_path / "none.xlsx"
    none.write_bytes(b"PK\x03\x04 no archive")
    page._desk = answering(page._desk, none)
    room.press("Escape", "Escape", "Ctrl+O")
    assert page.messages.isVisible()
    assert page.steps.currentIndex() == FILE


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("language", list(Language))
def test_every_step_fits(
    room: SettingsRoom, world: World, tmp_path: Path, size: str, language: Language, dress: Dress
) -> None:
    page = opened(room, write_roll(tmp_path / "roll.csv", 6))
    world.register(document_number=resident_id(3), student_number="2025900003")
    dress(Look.LIGHT, language)
    for step in ("file", "columns", "preview", "report"):
        advance(room, page, step)
        lay_out(room.shown, *SIZES[size])
        room.settle()
        if step in ("preview", "report"):
            (page.preview if step == "preview" else page.report).discard.click()
            room.settle()
        assert clipped_words(room.shown) == [], step
        assert overlapping_parts(room.shown) == [], step
        assert nameless_controls(room.shown) == [], step


def advance(room: SettingsRoom, page: LearnerImportPage, step: str) -> None:
    """Bring up one step after the other."""
    if step == "columns":
        page.choose.click()
    elif step == "preview":
        page.columns.go.click()
    elif step == "report":
        page.preview.purpose.setText("新生入学")
        page.preview.go.click()
    room.settle()


def pictures(out: Path) -> None:
    """Write pictures of every step."""
    app = QApplication(sys.argv[:1])
    runner = OperationRunner()
    sizes = {"1366": (QSize(1366, 768), 1.0), "1280": (QSize(1280, 720), 1.5)}
    with tempfile.TemporaryDirectory() as folder:
        office = new_world(Path(folder), Fonts(RESOURCES / "fonts"))
        office.register(document_number=resident_id(3), student_number="2025900003")
        roll = write_roll(Path(folder) / "2026 级新生.csv", 8)
        for look, language, size in (
            (Look.LIGHT, Language.CHINESE, "1366"),
            (Look.DARK, Language.ENGLISH, "1280"),
        ):
            dressed(app, look, language)
            room = SettingsRoom(office, runner)
            room.window(app)
            room.shown.show()
            page = opened(room, roll)
            for step in ("file", "columns", "preview", "report"):
                advance(room, page, step)
                name = f"{step}-{language.value}-{look.value}-{size}.png"
                save_picture(room.shown, out / name, *sizes[size])
            page.report.take_back.click()
            room.settle()
            office.services.learner_imports.discard(
                office.actors["everything"], office.store.read(lambda r: r.learner_imports())[0].import_id
            )
            room.shown.close()
        office.close()
    runner.close()


if __name__ == "__main__":
    pictures(Path(sys.argv[1]))
