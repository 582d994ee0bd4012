"""Each of the fourteen forms is filled by keys alone, and what is read back is what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.outcome_writing import typed_fields
from creditbank_desktop.services.views_intake import FieldOffer, OfferSource
from creditbank_desktop.ui.counter.outcome_editor import OutcomeEditor
from creditbank_desktop.ui.counter.typed_values import FlagEdit, KeyedCombo, typed
from creditbank_desktop.ui.kit.editors import DateEdit
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import GOOD_FIELDS
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms
from tests.ui.test_ui_counter import NUMBER, begin_certificate, fill_certificate, only_application

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
MOST_STEPS = 60


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def editor_of(desk: CounterRoom) -> OutcomeEditor:
    editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
    assert editor is not None
    return editor


def begin(desk: CounterRoom, kind: OutcomeType) -> OutcomeEditor:
    """Find the learner and choose a type."""
    desk.window.open("counter")
    desk.settle()
    desk.type("zyt")
    desk.press("Return")
    desk.type(f"{list(OutcomeType).index(kind) + 1:02d}")
    desk.press("Return")
    return editor_of(desk)


def enter(desk: CounterRoom, editor: QWidget, text: str) -> None:
    """Type ``text`` into the editor in focus, as a clerk would."""
    if isinstance(editor, FlagEdit):
        if typed(editor) != text:
            desk.press("Space")
    elif isinstance(editor, KeyedCombo):
        place = [choice.value for choice in editor.choices()].index(text)
        desk.type(str(editor.choices()[place].words)[0].lower())
    elif isinstance(editor, DateEdit):
        desk.type(text.replace("-", ""))
    elif text.isascii():
        desk.type(text)
    else:
        desk.write(text, len(text))


def fill(desk: CounterRoom, wanted: dict[str, str]) -> None:
    """Go through the form with Tab and fill in each field that comes by."""
    left = dict(wanted)
    for _step in range(MOST_STEPS):
        focus = QApplication.focusWidget()
        row = next((row for row in editor_of(desk).rows if focus and row.isAncestorOf(focus)), None)
        if row is not None and row.field in left:
            text = left.pop(row.field)
            if typed(row.editor) != text:
                enter(desk, row.editor, text)
        if not left:
            return
        QTest.keyClick(QApplication.focusWidget() or desk.window, Qt.Key.Key_Tab)
        desk.settle()
    pytest.fail(f"never came by: {sorted(left)}")


@pytest.mark.parametrize("kind", list(OutcomeType))
def test_what_was_typed_into_a_form_is_read_back(room: OpenRoom, world: World, kind: OutcomeType) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, kind)
    folded = {spec.name for spec in editor.sheet.fields if not spec.asked}
    if folded & set(GOOD_FIELDS[kind]):
        desk.press("Ctrl+M")
        editor.go_to_first()
    fill(desk, GOOD_FIELDS[kind])
    desk.press("Ctrl+Return")
    outcome = world.file(only_application(world, State.RECEIVED)).lines[0].outcome
    assert outcome is not None
    read = dict(typed_fields(outcome))
    defaults = {spec.name: spec.default for spec in editor.sheet.fields if spec.default}
    expected = {**{name: text for name, text in defaults.items() if text != "false"}, **GOOD_FIELDS[kind]}
    expected |= {
        name: f"{Decimal(expected[name]):.1f}" for name in ("credits", "ratified_credits") if name in expected
    }
    assert {name: read.get(name) for name in expected} == expected


def test_only_what_the_rules_need_is_shown(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, OutcomeType.SKILL_CERTIFICATE)
    shown = {row.field for row in editor.rows if row.isVisible()}
    assert {"title", "evidence_number", "level", "issuer", "issued_on"} <= shown
    assert shown.isdisjoint({"occupation", "raw_score", "language", "aliases"})
    desk.press("Ctrl+M")
    assert editor.row("occupation").isVisible()
    assert QApplication.focusWidget() is editor.row("occupation").editor
    desk.type("x")
    desk.press("Ctrl+M")
    assert editor.row("occupation").isVisible(), "a field with a value never folds"
    assert not editor.row("raw_score").isVisible()


def test_a_folded_field_with_a_problem_unfolds(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    editor = editor_of(desk)
    desk.press("Ctrl+M", "Tab")
    desk.type("many")
    desk.press("Tab", "Ctrl+M", "Ctrl+Return")
    desk.settle(300)
    assert [problem.code for problem in editor.row("raw_score").problems()] == ["number.invalid"]
    assert editor.row("raw_score").isVisible()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20260115", "2026-01-15"),
        ("2026-1-15", "2026-01-15"),
        ("26.1.15", "2026-01-15"),
        ("２０２６０１１５", "2026-01-15"),
    ],
)
def test_a_day_is_typed_in_several_ways(room: OpenRoom, world: World, text: str, day: str) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, OutcomeType.SKILL_CERTIFICATE)
    editor.row("issued_on").editor.setFocus()
    desk.write(text, len(text))
    desk.press("Tab")
    assert editor.outcome().fields["issued_on"] == day


def test_today_is_a_word(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, OutcomeType.MOOC)
    editor.row("issued_on").editor.setFocus()
    desk.write("今天", 6)
    desk.press("Tab")
    assert editor.outcome().fields["issued_on"] == world.clock.today().isoformat()
    editor.row("hours").editor.setFocus()
    desk.write("３２", 2)
    desk.press("Tab")
    assert editor.outcome().fields["hours"] == "32"


def test_an_alias_brings_the_standard_title_and_is_kept(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, OutcomeType.CONTEST)
    desk.write("电赛", 4)
    desk.press("Down", "Return")
    fields = editor.outcome().fields
    assert fields["title"] == "全国大学生电子设计竞赛"
    assert (fields["level"], fields["organiser_kind"]) == ("national", "association")
    assert fields["aliases"] == "电赛"
    editor.row("level").editor.setFocus()
    desk.press("F12")
    assert editor.outcome().fields["level"] == ""


def test_initials_are_no_alias(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, OutcomeType.LANGUAGE_COMPUTER)
    desk.type("qgdxyysj")
    desk.press("Down", "Return")
    fields = editor.outcome().fields
    assert (fields["title"], fields["test"], fields["aliases"]) == ("全国大学英语四级考试", "cet4", "")


def test_another_type_keeps_what_was_typed(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, OutcomeType.TRAINING)
    fill(desk, GOOD_FIELDS[OutcomeType.TRAINING])
    desk.press("Alt+Y")
    desk.type("04")
    desk.press("Return")
    mooc = editor_of(desk)
    assert mooc is not editor
    fields = mooc.outcome().fields
    assert (fields["title"], fields["hours"], fields["issuer"]) == ("安全培训", "40", "示范培训中心")
    desk.press("Alt+Y")
    desk.type("07")
    desk.press("Return")
    again = editor_of(desk).outcome().fields
    assert {name: again[name] for name in GOOD_FIELDS[OutcomeType.TRAINING]} == GOOD_FIELDS[
        OutcomeType.TRAINING
    ]


def test_one_more_of_the_same_issuer_and_a_removal_undone(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    desk.press("Ctrl+Shift+C")
    fields = editor_of(desk).outcome().fields
    assert (fields["issuer"], fields["issued_on"], fields["title"]) == ("示范中心", "2025-05-20", "")
    assert editor_of(desk).row("title").editor.hasFocus()
    desk.press("Alt+1", "Ctrl+Shift+D")
    assert len(desk.counter.intake.form().outcomes) == 1
    desk.press("Ctrl+Shift+U")
    form = desk.counter.intake.form()
    assert len(form.outcomes) == 2
    assert form.outcomes[0].fields["evidence_number"] == NUMBER


def test_an_offer_waits_until_it_is_taken(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, OutcomeType.SKILL_CERTIFICATE)
    editor.offer(
        [
            FieldOffer("evidence_number", NUMBER, OfferSource.BARCODE),
            FieldOffer("issuer", "示范中心", OfferSource.OCR, 0.6),
            FieldOffer("nothing", "x", OfferSource.OCR),
        ]
    )
    assert editor.outcome().fields["evidence_number"] == ""
    editor.row("evidence_number").editor.setFocus()
    desk.press("F12")
    assert editor.outcome().fields["evidence_number"] == NUMBER
    assert editor.outcome().fields["level"] == "3"
    desk.press("Shift+F12")
    assert editor.outcome().fields["issuer"] == "示范中心"


def test_the_estimate_stands_beside_an_unfinished_form(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, OutcomeType.SKILL_CERTIFICATE)
    editor.row("level").editor.setFocus()
    desk.type("3")
    desk.press("Tab")
    desk.until(lambda: "3.0" in desk.words(desk.counter.assessment))
    assert "Cert. no." in desk.words(desk.counter.assessment)


def test_a_credit_code_is_checked_as_it_is_typed(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    editor = begin(desk, OutcomeType.WORK)
    desk.press("Ctrl+M")
    row = editor.row("unified_social_credit_code")
    row.editor.setFocus()
    desk.type("91440101MA5CXXX00")
    assert row.problems() == ()
    desk.type("0")
    assert [problem.code for problem in row.problems()] == ["social_credit_code.check"]


def test_a_proxy_brings_an_authorisation(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    desk.press("Alt+0")
    desk.write("王芳", 6)
    proxy = desk.counter.intake.proxy
    proxy.number.setFocus()
    desk.type("E7654321")
    proxy.authorisation.setFocus()
    desk.type("1")
    desk.press("Tab")
    desk.type("20260115")
    desk.press("Tab")
    form = desk.counter.intake.form()
    assert form.proxy is not None
    assert form.proxy.authorisation == "power_of_attorney 2026-01-15"
    assert "authorisation" in {material for _line, material in desk.counter.intake.missing_materials()}
