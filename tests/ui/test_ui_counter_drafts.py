"""Nothing that was typed at the counter is lost: drafts, a killed program, bad files, new learners."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.states import State
from creditbank_desktop.ui.counter.intake_work import SAVE_AFTER_MS
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import resident_id
from tests.services.services_world import World
from tests.ui.counter_room import OpenRoom, pdf_file, rooms
from tests.ui.test_ui_counter import NUMBER, begin_certificate, fill_certificate, only_application

pytestmark = [
    pytest.mark.usefixtures("dress"),
    # Lists that pop up grab keyboard and top place where there is a screen.
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def drafts(world: World):  # noqa: F811
    return world.services.intake.drafts(world.actors["clerk"])


def test_two_idle_seconds_save_the_draft(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    desk.write("电工", 6)
    desk.settle(SAVE_AFTER_MS + 300)
    (draft,) = drafts(world)
    assert (draft.learner, draft.title) == (learner, "电工")
    desk.press("Return", "Down")
    desk.settle(SAVE_AFTER_MS + 300)
    assert [one.draft for one in drafts(world)] == [draft.draft]


def test_after_a_crash_one_question_names_learner_and_time(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    killed = room()
    begin_certificate(killed)
    fill_certificate(killed)
    killed.settle(SAVE_AFTER_MS + 300)
    desk = room()
    desk.window.open("counter")
    desk.settle(100)
    question = desk.counter.question
    assert desk.counter.middle.is_shown(question)
    asked = desk.words(question)
    assert "张雨桐" in asked
    assert drafts(world)[0].saved_at.astimezone().strftime("%H:%M:%S") in asked
    desk.press("Ctrl+Return")
    (outcome,) = desk.counter.intake.form().outcomes
    assert outcome.fields["evidence_number"] == NUMBER
    desk.press("Ctrl+Return")
    assert only_application(world, State.RECEIVED)
    assert drafts(world) == ()


def test_typing_without_a_pause_loses_no_more_than_two_seconds(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    for _ in range(8):
        desk.write("电", 1)
        desk.settle(SAVE_AFTER_MS // 5)
    (draft,) = drafts(world)
    assert draft.title.startswith("电电")


def test_several_drafts_are_named_and_the_newest_asked_about(room: OpenRoom, world: World) -> None:  # noqa: F811
    clerk = world.actors["clerk"]
    for name in ("张雨桐", "单于敏", "仇小红"):
        world.services.intake.save_draft(clerk, world.form(world.register(name=name)))
        world.clock.advance(minutes=5)
    desk = room()
    desk.window.open("counter")
    desk.settle(100)
    asked = desk.words(desk.counter.question)
    assert "仇小红" in asked.splitlines()[0]
    assert "张雨桐" in asked
    assert "单于敏" in asked


def two_windows_at_one_draft(room: OpenRoom, world: World):  # noqa: F811
    """Return two windows with one draft open, the second of which has saved something since."""
    world.register(name="张雨桐")
    first = room()
    begin_certificate(first)
    first.write("电工", 6)
    first.settle(SAVE_AFTER_MS + 300)
    second = room()
    second.window.open("counter")
    second.settle(100)
    second.press("Ctrl+Return")
    second.fill(issuer="示例鉴定中心")
    second.settle(SAVE_AFTER_MS + 300)
    with first.qtbot.waitActive(first.window):
        first.window.activateWindow()
    first.fill(evidence_number="Y0000")
    first.settle(SAVE_AFTER_MS + 600)
    return first, second


def test_two_windows_cannot_overwrite_each_other(room: OpenRoom, world: World) -> None:  # noqa: F811
    first, second = two_windows_at_one_draft(room, world)
    assert first.counter.middle.is_shown(first.counter.parting)
    rows = {row.draft: row for row in drafts(world)}
    own, other = rows.pop(first.counter.intake.draft), *rows.values()
    kept = [world.services.intake.draft(world.actors["clerk"], one.draft).form for one in (own, other)]
    assert kept[0].outcomes[0].fields["evidence_number"] == "Y0000"
    assert kept[0].outcomes[0].fields.get("issuer", "") == ""
    assert kept[1].outcomes[0].fields["issuer"] == "示例鉴定中心"
    first.press("Ctrl+Return")
    assert first.counter.middle.is_shown(first.counter.intake)
    assert first.counter.intake.draft == own.draft
    second.counter.work.keep()
    second.settle(100)
    assert len(drafts(world)) == 2


def test_the_other_windows_draft_is_taken(room: OpenRoom, world: World) -> None:  # noqa: F811
    first, second = two_windows_at_one_draft(room, world)
    first.press("Ctrl+Shift+X")
    first.settle(100)
    assert first.counter.intake.draft == second.counter.intake.draft
    assert first.counter.intake.form().outcomes[0].fields["issuer"] == "示例鉴定中心"


def test_what_another_window_handed_in_is_not_handed_in_twice(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    first = room()
    begin_certificate(first)
    fill_certificate(first)
    first.settle(SAVE_AFTER_MS + 300)
    second = room()
    second.window.open("counter")
    second.settle(100)
    second.press("Ctrl+Return")
    second.settle(300)
    second.press("Ctrl+Return")
    second.settle(300)
    with first.qtbot.waitActive(first.window):
        first.window.activateWindow()
    application = only_application(world, State.RECEIVED)
    assert drafts(world) == ()
    first.press("Ctrl+Return")
    first.settle(300)
    assert only_application(world, State.RECEIVED) == application
    assert first.counter.middle.is_shown(first.counter.parting)
    assert not first.counter.parting.other.isVisible()


def test_a_draft_is_discarded_after_one_question(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    desk.write("电工", 6)
    desk.settle(SAVE_AFTER_MS + 300)
    desk.press("Ctrl+Shift+X", "Escape")
    assert desk.counter.intake.form().outcomes[0].fields["title"] == "电工"
    desk.press("Ctrl+Shift+X", "Ctrl+Return")
    assert drafts(world) == ()
    assert desk.counter.finder.box.hasFocus()


def test_leaving_for_another_learner_keeps_what_was_typed(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    world.register(name="王子轩")
    desk = room()
    begin_certificate(desk)
    desk.write("电工", 6)
    desk.press("Escape")
    assert [draft.title for draft in drafts(world)] == ["电工"]
    begin_certificate(desk, "wzx")
    assert desk.counter.intake.form().outcomes[0].fields["title"] == ""


def test_discarding_while_it_is_being_saved_leaves_nothing(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    desk.write("电工", 6)
    desk.counter.work.keep()
    desk.counter.work.discard()
    desk.settle()
    assert drafts(world) == ()


def test_bad_files_are_told_one_by_one_and_good_ones_kept(
    room: OpenRoom,
    world: World,  # noqa: F811
    tmp_path: Path,
) -> None:
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    empty, wrong, huge = tmp_path / "empty.pdf", tmp_path / "letter.png", tmp_path / "huge.pdf"
    empty.write_bytes(b"")
    wrong.write_bytes(b"%PDF-1.7\n%%EOF\n")
    with huge.open("wb") as file:
        file.truncate(2 * 1024**3)
    desk.files.extend([str(empty), str(wrong), str(huge), str(tmp_path / "gone.pdf"), pdf_file(tmp_path)])
    desk.press("Ctrl+O")
    materials = desk.counter.intake.slot.materials  # type: ignore[union-attr]
    assert [file.file_name for file in materials.evidence()] == ["certificate.pdf"]
    said = desk.words(materials)
    for name in ("empty.pdf", "letter.png", "gone.pdf", "huge.pdf"):
        assert name in said
    assert desk.counter.evidence.isVisible()


def test_a_picture_is_pasted_and_a_file_taken_off(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(image)
    desk.press("Ctrl+Shift+V")
    materials = desk.counter.intake.slot.materials  # type: ignore[union-attr]
    assert [file.media_type for file in materials.evidence()] == ["image/png"]
    materials.table.setFocus()
    desk.press("Delete")
    assert materials.evidence() == ()
    QGuiApplication.clipboard().clear()
    desk.press("Ctrl+Shift+V")
    assert desk.notice()


def test_a_new_learner_is_registered_and_begins(room: OpenRoom, world: World) -> None:  # noqa: F811
    desk = room()
    desk.window.open("counter")
    desk.settle()
    before = desk.hands.keys
    desk.write("赵一诺", 8)
    desk.press("Return")
    assert desk.counter.finder._below.currentIndex() == 2
    desk.press("Ctrl+N")
    form = desk.counter.registration.form
    assert form is not None
    assert form.typed().name == "赵一诺"
    desk.type(resident_id(77))
    desk.press("Return")
    desk.type("460301")
    desk.press("Return", "Return")
    desk.settle(400)
    assert form.typed().birth_date
    desk.press("Ctrl+Return")
    found = world.services.learners.find(world.actors["clerk"], "赵一诺").hits
    assert [hit.name for hit in found] == ["赵一诺"]
    assert desk.counter.intake.learner == found[0].learner
    assert desk.hands.keys - before <= 45


def test_a_wrong_id_and_a_closed_programme_are_told_at_once(room: OpenRoom, world: World) -> None:  # noqa: F811
    desk = room()
    desk.window.open("counter")
    desk.settle()
    desk.press("Ctrl+N")
    form = desk.counter.registration.form
    assert form is not None
    desk.write("张3三", 6)
    desk.press("Return", "Return")
    good = resident_id(5)
    desk.type(good[:-1] + ("0" if good[-1] != "0" else "1"))
    desk.press("Ctrl+Return")
    desk.settle(300)
    codes = {row.field: [problem.code for problem in row.problems()] for row in form.rows if row.problems()}
    assert codes["document_number"] == ["resident_id.check"]
    assert codes["programme"] == ["programme.empty"]
    assert "name" in codes
    assert form.typed().document_number.startswith(good[:-1])
    assert world.services.learners.roll_count(world.actors["clerk"]) == 0


def test_the_same_id_offers_the_learner_who_has_it(room: OpenRoom, world: World) -> None:  # noqa: F811
    number = resident_id(31)
    learner = world.register(name="张雨桐", document_number=number)
    desk = room()
    desk.window.open("counter")
    desk.settle()
    desk.press("Ctrl+N")
    desk.write("张雨彤", 8)
    desk.press("Return", "Return")
    desk.type(number)
    desk.press("Return")
    desk.type("460301")
    desk.press("Return", "Return")
    desk.settle(400)
    assert "张雨桐" in desk.words(desk.counter.registration)
    desk.press("Ctrl+T")
    assert desk.counter.intake.learner == learner
