"""Reference data is changed, proposed, approved, imported and exported by keys, on a real store."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.calendar import DayKind
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.views_reference import EntryForm
from creditbank_desktop.ui.reference.calendar_page import CalendarPage
from creditbank_desktop.ui.reference.page import TablesPage
from creditbank_desktop.ui.reference.proposals import ProposalsPage
from creditbank_desktop.ui.shell.workplaces import SearchHit
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.settings_hands import answering
from tests.ui.settings_rooms import SettingsRoom

pytestmark = pytest.mark.usefixtures("dress")
CERTIFICATE, PHRASE = ReferenceKind.CERTIFICATE, ReferenceKind.PHRASE
OpenRoom = Callable[..., SettingsRoom]


@pytest.fixture
def opened(qtbot, qapp: QApplication, world: World, runner, keep) -> OpenRoom:
    def make(who: str = "admin") -> SettingsRoom:
        room = SettingsRoom(world, runner, who)
        window = room.window(qapp)
        keep(window)
        with qtbot.waitActive(window):
            window.show()
        return room

    return make


def entry(world: World, kind: ReferenceKind, key: str):
    return world.services.reference.entry(world.actors["admin"], kind, key)


def pending(world: World):
    return world.services.proposals.pending(world.actors["admin"])


def test_a_phrase_counts_at_once_and_is_taken_back(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("phrases", TablesPage)
    page.open_hit(SearchHit("settings", "phrase:refusal/expired", ""))
    room.settle()
    chosen = page.panel.register.table.selected()
    assert chosen is not None
    key = chosen.key
    before = entry(world, PHRASE, key).row.fields["text_zh"]
    editor = page.panel.form.row("text_zh").editor
    editor.setFocus()
    room.press("Ctrl+A")
    room.type("证书在受理之日已经过期。")
    room.press("Ctrl+Return")
    assert entry(world, PHRASE, key).row.fields["text_zh"] == "证书在受理之日已经过期。"
    assert pending(world) == ()
    assert page.panel.history_pill.text().endswith("1")
    room.press("Ctrl+Z")
    assert entry(world, PHRASE, key).row.fields["text_zh"] == before


def test_what_decides_waits_and_somebody_else_approves_it(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("catalogues", TablesPage)
    chosen = page.panel.register.table.selected()
    assert chosen is not None
    page.panel.form.row("credits").editor.setFocus()
    room.press("Ctrl+A")
    room.type("3.5")
    assert page.panel.form.second.isVisible(), "it is said before it is saved"
    room.press("Ctrl+Return")
    [proposal] = pending(world)
    assert entry(world, CERTIFICATE, chosen.key).row.fields.get("credits", "") != "3.5"
    own = room.page("approvals", ProposalsPage)
    assert not own.approve.isVisible()
    assert own.withdraw.isVisible()
    other = opened("everything")
    theirs = other.page("approvals", ProposalsPage)
    assert theirs.after.text() == "3.5"
    other.press("Ctrl+Return")
    assert entry(world, CERTIFICATE, chosen.key).row.fields["credits"] == "3.5"
    assert pending(world) == ()
    assert proposal.proposed_by == world.actors["admin"].person
    other.press("Ctrl+Z")
    assert entry(world, CERTIFICATE, chosen.key).row.fields.get("credits", "") != "3.5"


def test_turning_down_asks_why(opened: OpenRoom, world: World) -> None:
    world.services.reference.save(
        world.actors["admin"], _with(world, CERTIFICATE, _first(world), credits="9")
    )
    room = opened("everything")
    page = room.page("approvals", ProposalsPage)
    room.press("Ctrl+D")
    assert [one.code for one in page.reason_row.problems()] == ["field.required"]
    assert len(pending(world)) == 1
    room.type("too much")
    room.press("Ctrl+D")
    assert pending(world) == ()
    [settled] = world.services.proposals.settled(world.actors["admin"])
    assert settled.settle_reason == "too much"
    room.press("Alt+2")
    assert [row.proposal for row in page.register.shown_rows()] == [settled.proposal]


def test_taking_out_of_use_asks_why(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("phrases", TablesPage)
    room.press("Ctrl+D")
    assert page.panel.form.row("reason").problems()
    room.type("nobody uses it")
    chosen = page.panel.register.table.selected()
    assert chosen is not None
    room.press("Ctrl+D")
    view = entry(world, PHRASE, chosen.key)
    assert not view.row.is_active
    assert view.history[0].reason == "nobody uses it"
    assert page.panel.form.use.text().strip().startswith("Use again")


def test_a_new_entry_says_everything_that_is_missing(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("catalogues", TablesPage)
    room.press("Alt+5", "Ctrl+N", "Ctrl+Return")
    missing = {row.field for row in page.panel.form.rows if row.problems()}
    assert missing == {"name_zh", "issuer_kind"}
    room.type("示范考试院")
    page.panel.form.row("issuer_kind").editor.setFocus()
    room.press("Down")
    room.press("Ctrl+Return")
    assert len(pending(world)) == 1
    room.press("Ctrl+Z")
    assert pending(world) == (), "withdrawn again"


def test_a_bad_sheet_is_answered_by_row_and_column(opened: OpenRoom, world: World, tmp_path: Path) -> None:
    room = opened()
    page = room.page("catalogues", TablesPage)
    sheet = tmp_path / "issuers.csv"
    sheet.write_text("Chinese name,Kind of body\n示范考试院,Examining board\n,No such kind\n", "utf-8")
    panel = page.panels[4]
    room.press("Alt+5")
    panel.transfer._desk = answering(page._desk, sheet)
    room.press("Ctrl+I")
    preview = panel.transfer._preview
    assert preview is not None
    assert not preview.can_import
    assert {problem.row for problem in preview.problems} == {3}
    assert not panel.importing.go.isEnabled()
    assert panel.importing.problems.isVisible()
    sheet.write_text("名称\n", "utf-8")
    room.press("Escape")
    assert panel.register.table.hasFocus()
    assert pending(world) == ()


def test_what_is_exported_comes_back_unchanged_and_mended(
    opened: OpenRoom, world: World, tmp_path: Path
) -> None:
    room = opened()
    page = room.page("catalogues", TablesPage)
    sheet = tmp_path / "contests.csv"
    panel = page.panels[1]
    room.press("Alt+2")
    panel.transfer._desk = answering(page._desk, sheet)
    room.press("Ctrl+E")
    text = sheet.read_text("utf-8-sig")
    room.press("Ctrl+I")
    assert panel.transfer._preview is not None
    assert panel.transfer._preview.changes == ()
    room.press("Escape")
    first = next(row for row in panel.register.shown_rows())
    name = first.fields["name_zh"]
    sheet.write_text(text.replace(name, f"{name}（更名）", 1), "utf-8-sig")
    room.press("Ctrl+I", "Ctrl+Return")
    changed = entry(world, ReferenceKind.CONTEST, first.key).row.fields["name_zh"]
    assert changed == f"{name}（更名）"


def test_a_template_is_written(opened: OpenRoom, tmp_path: Path) -> None:
    room = opened()
    page = room.page("catalogues", TablesPage)
    target = tmp_path / "template.xlsx"
    page.panel.transfer._desk = answering(page._desk, target)
    room.press("Ctrl+T")
    assert target.read_bytes().startswith(b"PK")


def test_the_search_forgives_slips(opened: OpenRoom) -> None:
    room = opened()
    page = room.page("catalogues", TablesPage)
    room.press("Ctrl+F")
    room.type("cet4")
    page.panel.register.search.searched.emit("cet4")
    room.settle()
    assert page.panel.register.shown_rows()[0].fields["name_zh"] == "全国大学英语四级考试"


def test_a_day_off_is_proposed_from_the_year(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("calendar", CalendarPage)
    assert page.view.hasFocus()
    assert page.view.day() == world.clock.today()
    room.press("Right", "Down")
    day = page.view.day()
    assert day == date(2026, 3, 10)
    room.press("Return")
    form = page.panel.form
    assert form.is_new
    assert form.row("date").editor.text() == "2026-03-10"  # type: ignore[attr-defined]
    form.row("name").editor.setFocus()
    room.type("校庆日")
    room.press("Ctrl+Return")
    [proposal] = pending(world)
    world.services.proposals.approve(world.actors["everything"], proposal.proposal)
    room.bus.announce(frozenset({("reference", "holiday/2026-03-10")}))
    room.settle()
    assert page.view._marks[day] is DayKind.HOLIDAY
    room.press("Alt+Right")
    assert page.title.text() == "2027"


def test_a_year_without_arrangement_says_so(opened: OpenRoom) -> None:
    room = opened()
    page = room.page("calendar", CalendarPage)
    room.press("Alt+Right", "Alt+Right", "Alt+Right")
    assert page.title.text() == "2029"
    assert "provisional" in page.chip.text()


def test_a_deadline_shows_what_is_in_force_and_what_is_shipped(opened: OpenRoom, world: World) -> None:
    key = "intake"
    [proposal] = _proposed(world, ReferenceKind.DEADLINE, key, days="7")
    world.services.proposals.approve(world.actors["everything"], proposal.proposal)
    room = opened()
    page = room.page("deadlines", TablesPage)
    rows = page.panel.register.table.rows
    place = rows.place_of(f"deadline:{key}")
    assert place is not None
    texts = [rows.index(place, column).data() for column in range(rows.columnCount())]
    assert texts[:3] == ["Intake", "7 working days", "5 working days"]
    assert any("seconds" in row.fields for row in page.panel.register.shown_rows())


def test_who_may_not_change_sees_no_buttons(opened: OpenRoom, world: World) -> None:
    room = opened("clerk")
    page = room.shown.open("settings")
    assert not {"catalogues", "people", "deadlines"} & set(page.section_keys)  # type: ignore[attr-defined]


def _first(world: World) -> str:
    from creditbank_desktop.services.views_reference import ReferenceQuery

    asked = ReferenceQuery(CERTIFICATE)
    return world.services.reference.page(world.actors["admin"], asked, 0, 1).rows[0].key


def _with(world: World, kind: ReferenceKind, key: str, **fields: str) -> EntryForm:
    view = entry(world, kind, key)
    return EntryForm(kind, {**view.row.fields, **fields}, key, view.revision)


def _proposed(world: World, kind: ReferenceKind, key: str, **fields: str):
    world.services.reference.save(world.actors["admin"], _with(world, kind, key, **fields))
    return pending(world)
