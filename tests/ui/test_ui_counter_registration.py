"""A new learner at the counter by keys: hints at the same person, a reason to go on, the centre."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.sync.face import CentralFinding, CentralQuestion, Whereabouts
from creditbank_desktop.ui.counter.centre_work import CentreWork
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import resident_id
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


class Centre:
    """A line to the centre that answers as told and keeps what was asked."""

    def __init__(self, answer: CentralFinding | None) -> None:
        self.answer = answer
        self.asked: list[CentralQuestion] = []

    def ask(self, _actor: object, question: CentralQuestion) -> CentralFinding:
        self.asked.append(question)
        if self.answer is None:
            raise EnvironmentFault("sync.away")
        return self.answer


def with_centre(desk: CounterRoom, centre: Centre) -> None:
    """Put the counter in front of a centre."""
    page = desk.counter
    page._desk = replace(page._desk, ask_centre=centre.ask)
    page.registration._ask_centre = centre.ask
    page.centre = CentreWork(page._desk, page.finder, page.registration, page)
    page.centre.learner_found.connect(page.open_learner)


def fill(desk: CounterRoom, **fields: str) -> None:
    form = desk.counter.registration.form
    assert form is not None
    for name, text in fields.items():
        form.row(name).editor.setFocus()
        desk.write(text, len(text))
    desk.press("Tab")
    desk.settle(400)


def test_the_same_person_is_compared_and_taken(room: OpenRoom, world: World) -> None:  # noqa: F811
    number = resident_id(11)
    world.register(name="张雨桐", document_number=number)
    desk = room()
    desk.press("Ctrl+N")
    fill(desk, name="张雨桐", document_number=number)
    panel = desk.counter.registration.alike
    assert panel.isVisible()
    assert number not in desk.words(panel)
    desk.press("Ctrl+T")
    desk.settle(200)
    assert desk.counter.intake.isVisible()
    assert "张雨桐" in desk.words(desk.counter.intake)
    assert world.store.read(lambda reader: reader.learner_count()) == 1


def test_birth_date_and_sex_come_from_the_resident_id(room: OpenRoom, world: World) -> None:  # noqa: F811
    number = resident_id(12)
    desk = room()
    desk.press("Ctrl+N")
    fill(desk, name="张雨桐", document_number=f"{number[:6]} {number[6:14]} {number[14:]}")
    form = desk.counter.registration.form
    assert form is not None
    born = form.typed().birth_date.replace("-", "")
    assert born == number[6:14]
    assert form.typed().sex == ("1" if int(number[16]) % 2 else "2")


def test_another_person_needs_a_reason(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐", document_number=resident_id(13))
    before = world.store.read(lambda reader: reader.learner_count())
    desk = room()
    desk.press("Ctrl+N")
    fill(desk, name="张雨桐", document_number=resident_id(14), programme="460301")
    registration = desk.counter.registration
    registration._check()
    desk.settle(200)
    assert registration.alike.reason_row.isVisible()
    desk.press("Ctrl+Return")
    desk.settle(300)
    assert [p.code for p in registration.alike.reason_row.problems()] == ["learner.say_why_another"]
    desk.press("Down")
    desk.press("Ctrl+Return")
    desk.settle(300)
    assert world.store.read(lambda reader: reader.learner_count()) == before + 1


def test_nobody_here_is_asked_for_at_the_centre(room: OpenRoom, world: World) -> None:  # noqa: F811
    known = world.register(name="张雨桐")
    desk = room()
    centre = Centre(CentralFinding(Whereabouts.BROUGHT, known))
    with_centre(desk, centre)
    number = resident_id(15)
    desk.press("Ctrl+F")
    desk.type(number)
    desk.press("Return")
    desk.settle(300)
    assert desk.counter.finder.centre.isVisible()
    desk.press("Ctrl+G")
    desk.settle(300)
    assert [(one.kind, one.number) for one in centre.asked] == [("resident_id", number)]
    assert desk.counter.intake.isVisible()


def test_a_name_is_no_question_for_the_centre(room: OpenRoom, world: World) -> None:  # noqa: F811
    desk = room()
    with_centre(desk, Centre(None))
    desk.press("Ctrl+F")
    desk.write("无此人", 6)
    desk.press("Return")
    desk.settle(300)
    assert not desk.counter.finder.centre.isVisible()


def test_without_a_line_the_form_says_that_it_is_asked_later(room: OpenRoom, world: World) -> None:  # noqa: F811
    desk = room()
    centre = Centre(None)
    with_centre(desk, centre)
    desk.press("Ctrl+N")
    fill(desk, name="张雨桐", document_number=resident_id(16))
    registration = desk.counter.registration
    assert len(centre.asked) == 1
    assert registration._centre.isVisible()
    centre.answer = CentralFinding(Whereabouts.UNKNOWN, LearnerId(""))
    assert registration._answered is None
