"""What people type wrong, at the window and in the service: words under the field, all at once, nothing lost.

| what | answer | where |
|---|---|---|
| resident ID with a wrong check character, of 17 digits, of no day | error under it | `BAD_LEARNER` |
| a day that no calendar has, a day to come, no day at all | error under it | `BAD_LEARNER`, `BAD_OUTCOME` |
| certificate number of another shape | warning, confirmed with a key | `test_a_certificate_number_…` |
| credits below zero, absurd, between two steps, no number | error under the credits | `BAD_OUTCOME` |
| a character that no font has (U+30EDE is drawn, U+323B0 is not) | error, by name | `test_a_name_…` |
| a programme that is closed | error, at registration and at intake | `test_a_closed_programme_…` |
| everything at once | a sentence a field, what was typed stays, also as draft | `test_everything_…` |
"""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from creditbank_desktop.domain.failures import Problems, Severity
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import LearnerId, ProgrammeCode
from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.operations.registry_bodies import LearnerRegistered
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_intake import ApplicationForm
from creditbank_desktop.ui.counter.intake_work import SAVE_AFTER_MS
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.wording.failures import word_problem
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import CLOSED, GOOD_FIELDS, resident_id
from tests.services.services_world import IDS, World
from tests.ui.conftest import dress, runner  # noqa: F401 - fixtures
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
HAN = re.compile("[\u4e00-\u9fff]")
GOOD_ID = resident_id(5)
WRONG_CHECK = GOOD_ID[:-1] + ("0" if GOOD_ID[-1] != "0" else "1")
NO_FONT = "\U000323b0"
BIANG = "\U00030ede"

# Field, what is typed, the codes of which one answers (a screen may find it before the service does).
BAD_LEARNER = [
    ("document_number", WRONG_CHECK, "resident_id.check"),
    ("document_number", GOOD_ID[:-1], "resident_id.length"),
    ("document_number", "11010120230230001X", "resident_id.birth_date"),
    ("document_number", "一二三", "resident_id.length resident_id.characters"),
    ("document_number", "", "identity_document.empty"),
    ("birth_date", "1990-02-30", "date.impossible date.invalid"),
    ("birth_date", "2999-01-01", "date.future"),
    ("birth_date", "yesterday", "date.shape date.invalid"),
    ("name", "", "name.empty"),
    ("name", "张3", "name.digit"),
    ("name", "张\u0000三", "name.control"),
    ("name", "张" * 300, "name.too_long"),
    ("name", "😀", "name.character"),
    ("latin_name", "张三", "latin_name.character"),
    ("student_number", "?", "student_number.shape"),
    ("phone", "call me", "phone.shape"),
    ("email", "nobody", "email.shape"),
    ("intake_year", "1850", "number.range"),
    ("intake_year", "soon", "number.invalid"),
    ("address", "x" * 201, "text.too_long"),
]
COURSE, SKILL, WORK, CONTEST, MOOC = (
    OutcomeType.FORMAL_COURSE,
    OutcomeType.SKILL_CERTIFICATE,
    OutcomeType.WORK,
    OutcomeType.CONTEST,
    OutcomeType.MOOC,
)
BAD_OUTCOME = [
    (COURSE, "credits", "-3", "credits.negative"),
    (COURSE, "credits", "61", "credits.absurd"),
    (COURSE, "credits", "0.3", "credits.step"),
    (COURSE, "credits", "three", "credits.invalid"),
    (COURSE, "credits", "1,5", "credits.invalid"),
    (COURSE, "credits", "", "field.required"),
    (COURSE, "hours", "-5", "number.range"),
    (COURSE, "hours", "1.5", "number.invalid"),
    (COURSE, "hours", "9" * 30, "number.invalid"),
    (COURSE, "raw_score", "101", "number.range"),
    (COURSE, "content_match_percent", "300", "number.range"),
    (COURSE, "issued_on", "2025-02-30", "date.impossible date.invalid"),
    (COURSE, "issued_on", "2999-01-01", "date.future"),
    (COURSE, "issued_on", "0000-00-00", "date.impossible date.invalid"),
    (COURSE, "issued_on", "1200-01-01", "date.too_early"),
    (COURSE, "title", "", "field.required"),
    (COURSE, "title", "制" * 300, "text.too_long"),
    (COURSE, "title", f"机械{NO_FONT}图", "glyphs.missing"),
    (COURSE, "school", "a\u0007b", "text.control"),
    (SKILL, "valid_until", "2020-01-01", "outcome.valid_before_issued"),
    (WORK, "unified_social_credit_code", "91440101MA5CXXX000", "social_credit_code.check"),
    (WORK, "unified_social_credit_code", "914", "social_credit_code.length"),
    (WORK, "to_on", "2020-01-01", "outcome.ends_before_start"),
    (CONTEST, "member_rank", "7", "outcome.rank_beyond_team"),
    (MOOC, "tasks_percent", "101", "number.range"),
]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:
    yield from rooms(qtbot, qapp, world, runner)


@pytest.fixture(scope="module")
def office(founded: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Return an office that only checks, so that the cases need no store each."""
    found = founded.copied_to(tmp_path_factory.mktemp("forms"))
    yield found
    found.close()


def shown(row: FieldRow) -> list[str]:
    """Return the sentences under a field as they stand on the screen."""
    return [
        label.text()
        for line in row._lines
        for label in line.findChildren(QLabel)
        if label.isVisibleTo(row) and label.text()
    ]


def check_words(row: FieldRow, codes: str, dress) -> None:
    """Check that one of ``codes`` is told under the field, in words of both languages."""
    assert [p.code for p in row.problems() if p.code in codes.split()], (row.field, row.problems())
    english = " ".join(shown(row))
    assert english
    assert not re.search(r"\b[a-z_]+\.[a-z_]+\b", english)
    dress(Look.LIGHT, Language.CHINESE)
    assert HAN.search(" ".join(shown(row)))
    dress(Look.LIGHT, Language.ENGLISH)


@pytest.mark.parametrize(
    ("field", "typed", "codes"), BAD_LEARNER, ids=[f"{f}-{c}" for f, _t, c in BAD_LEARNER]
)
def test_the_service_says_what_is_wrong_with_a_learner(
    office: World, field: str, typed: str, codes: str
) -> None:
    changed: dict[str, Any] = {field: typed}
    form = replace(office.learner_form(), **changed)
    with pytest.raises(Problems) as stopped:
        office.services.learners.register(office.actors["clerk"], form)
    found = [problem for problem in stopped.value.problems if problem.field == field]
    assert [problem.code for problem in found if problem.code in codes.split()]
    assert office.services.learners.roll_count(office.actors["clerk"]) == 0


@pytest.mark.parametrize(
    ("kind", "field", "typed", "codes"),
    BAD_OUTCOME,
    ids=[f"{k.value}-{f}-{c}-{n}" for n, (k, f, _t, c) in enumerate(BAD_OUTCOME)],
)
def test_the_service_says_what_is_wrong_with_an_outcome(
    office: World, kind: OutcomeType, field: str, typed: str, codes: str
) -> None:
    form = office.form(LearnerId("nobody"), kind, **{field: typed})
    clerk = office.actors["clerk"]
    found = office.services.intake.check(clerk, form).problems
    mine = [problem for problem in found if problem.field == f"outcomes.0.{field}"]
    assert [problem.code for problem in mine if problem.code in codes.split()], found
    with pytest.raises(Problems) as stopped:
        office.services.intake.submit(clerk, form)
    assert [problem for problem in mine if problem not in stopped.value.problems] == []
    assert office.services.counter.queue(clerk).rows == ()


def open_registration(desk: CounterRoom) -> None:
    desk.window.open("counter")
    desk.settle()
    desk.press("Ctrl+N")


def test_the_window_says_what_is_wrong_with_a_learner(room: OpenRoom, world: World, dress) -> None:
    desk = room()
    open_registration(desk)
    form = desk.counter.registration.form
    assert form is not None
    for field, typed, codes in BAD_LEARNER:
        row = form.row(field)
        row.editor.setFocus()
        row.editor.clear()  # type: ignore[attr-defined]
        desk.write(typed, len(typed))
        kept = row.editor.text()  # type: ignore[attr-defined]
        desk.press("Ctrl+Return")
        desk.settle(300)
        check_words(row, codes, dress)
        assert row.editor.text() == kept  # type: ignore[attr-defined]
    assert world.services.learners.roll_count(world.actors["clerk"]) == 0


def fill(desk: CounterRoom, **fields: str) -> None:
    """Type into text fields of the outcome in front, choose in its lists."""
    editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
    assert editor is not None
    for name, text in fields.items():
        row = editor.row(name)
        row.editor.setFocus()
        if hasattr(row.editor, "set_value"):
            row.editor.set_value(text)
            row.editor.edited.emit()  # type: ignore[union-attr]
        elif hasattr(row.editor, "setChecked"):
            row.editor.setChecked(text == "true")
        else:
            getattr(row.editor, "clear", lambda: None)()
            desk.write(text, len(text))


def begin(desk: CounterRoom, kind: OutcomeType) -> None:
    desk.window.open("counter")
    desk.settle()
    desk.type("zyt")
    desk.press("Return")
    desk.type(f"{list(OutcomeType).index(kind) + 1:02d}")
    desk.press("Return")
    fill(desk, **GOOD_FIELDS[kind])
    desk.settle(300)


@pytest.mark.parametrize("kind", [COURSE, SKILL, WORK, CONTEST, MOOC], ids=lambda kind: kind.value)
def test_the_window_says_what_is_wrong_with_an_outcome(
    room: OpenRoom, world: World, dress, kind: OutcomeType
) -> None:
    world.register(name="张雨桐")
    desk = room()
    begin(desk, kind)
    editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
    assert editor is not None
    for _kind, field, typed, codes in [row for row in BAD_OUTCOME if row[0] is kind]:
        fill(desk, **{field: typed})
        kept = editor.outcome().fields[field]
        desk.press("Ctrl+Return")
        desk.settle(350)
        check_words(editor.row(field), codes, dress)
        assert editor.outcome().fields[field] == kept
        fill(desk, **{field: GOOD_FIELDS[kind].get(field, "")})
    assert world.services.counter.queue(world.actors["clerk"]).rows == ()


def test_everything_at_once_stands_under_its_field_and_the_draft_has_it(room: OpenRoom, world: World) -> None:
    learner = world.register(name="张雨桐")
    desk = room()
    begin(desk, COURSE)
    editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
    assert editor is not None
    wrong = {
        "title": f"机械{NO_FONT}",
        "school": "",
        "credits": "-3",
        "hours": "1.5",
        "raw_score": "101",
        "issued_on": "2025-02-30",
        "content_match_percent": "300",
    }
    fill(desk, **wrong)
    desk.press("Ctrl+Return")
    desk.settle(350)
    assert {row.field for row in editor.rows if row.problems()} == set(wrong)
    assert all(shown(row) for row in editor.rows if row.problems())
    assert editor.row("title").editor.hasFocus()
    typed = editor.outcome().fields
    assert {name: typed[name] for name in wrong} == wrong
    desk.settle(SAVE_AFTER_MS + 300)
    world.reopen()
    (draft,) = world.services.intake.drafts(world.actors["clerk"])
    kept = world.services.intake.draft(world.actors["clerk"], draft.draft).form
    assert kept.learner == learner
    assert {name: kept.outcomes[0].fields[name] for name in wrong} == wrong


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("S123456789", "certificate_number.shape"),
        ("S000199010001253000017", "certificate_number.province"),
        ("S000144010001259000017", "certificate_number.level"),
        ("S000144010001252000017", "certificate_number.level_differs"),
    ],
)
def test_a_certificate_number_of_another_shape_is_taken_after_a_second_look(
    room: OpenRoom, world: World, dress, number: str, code: str
) -> None:
    world.register(name="张雨桐")
    desk = room()
    begin(desk, SKILL)
    fill(desk, evidence_number=number)
    desk.press("Ctrl+Return")
    desk.settle(350)
    clerk = world.actors["clerk"]
    assert world.services.counter.queue(clerk).rows == ()
    editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
    assert editor is not None
    (row,) = [row for row in editor.rows if row.problems()]
    assert {problem.severity for problem in row.problems()} == {Severity.WARNING}
    check_words(row, code, dress)
    desk.press("Space", "Ctrl+Return")
    (taken,) = world.services.counter.queue(clerk).rows
    assert taken.state is State.RECEIVED


def test_a_name_that_no_font_can_print_is_refused_at_the_window_by_name(room: OpenRoom, world: World) -> None:
    desk = room()
    open_registration(desk)
    form = desk.counter.registration.form
    assert form is not None
    form.row("name").editor.setFocus()
    desk.write(f"李{NO_FONT}", 2)
    desk.press("Return")
    desk.settle(350)
    (problem,) = form.row("name").problems()
    assert problem.code == "glyphs.missing"
    assert NO_FONT in "".join(shown(form.row("name")))
    desk.write(f"李{BIANG}", 2)
    with pytest.raises(Problems):
        world.register(name=f"李{NO_FONT}")
    learner = world.register(name=f"李{BIANG}")
    found = world.store.read(lambda reader: reader.learner(learner))
    assert found is not None
    assert found.profile is not None
    assert found.profile.name == f"李{BIANG}"


def test_a_closed_programme_takes_nobody_and_no_application(room: OpenRoom, world: World) -> None:
    form = world.learner_form(programme=str(CLOSED.code))
    with pytest.raises(Problems) as stopped:
        world.services.learners.register(world.actors["clerk"], form)
    assert [(p.field, p.code) for p in stopped.value.problems] == [("programme", "programme.closed")]
    learner = _of_a_programme_closed_since(world)
    desk = room()
    begin(desk, SKILL)
    desk.press("Ctrl+Return")
    desk.settle(350)
    told = desk.counter.intake.problem
    assert told.isVisible()
    assert str(CLOSED.code) in told.text()
    assert world.services.counter.queue(world.actors["clerk"]).rows == ()
    assert desk.counter.intake.learner == learner
    assert desk.counter.intake.form().outcomes[0].fields["title"] == GOOD_FIELDS[SKILL]["title"]


def _of_a_programme_closed_since(world: World) -> LearnerId:
    learner = LearnerId(IDS.new_id())
    profile = LearnerProfile("张雨桐", DocumentKind.RESIDENT_ID, resident_id(9))

    def work(unit) -> None:
        body = LearnerRegistered(learner, ProgrammeCode(CLOSED.code), 2024, "1", unit.next_account_number())
        unit.record(world.actors["clerk"], body, learner=learner, personal=profile)

    world.store.write(work)
    return learner


def test_a_draft_takes_what_no_form_would(world: World) -> None:
    clerk = world.actors["clerk"]
    form = world.form(world.register(), COURSE, title="\u0000\u202e" + "x" * 100_000, credits="∞")
    draft = world.services.intake.save_draft(clerk, form).value
    world.reopen()
    kept = world.services.intake.draft(clerk, draft).form
    assert kept.outcomes == form.outcomes
    check = world.services.intake.check(clerk, kept)
    assert {p.code for p in check.problems} >= {"text.too_long", "credits.invalid"}


def test_a_form_without_anything_in_it_is_answered_too(world: World) -> None:
    with pytest.raises(Problems) as stopped:
        world.services.intake.submit(world.actors["clerk"], ApplicationForm())
    said = [word_problem(problem) for problem in stopped.value.problems]
    assert {p.code for p in stopped.value.problems} == {"learner.needed", "application.no_outcome"}
    assert all(str(words).endswith(".") for words in said)
