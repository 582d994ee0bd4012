"""Papers, supplements and withdrawals at the counter, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.numbers import ticket_code
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.counter_papers import Slip, SlipKind
from creditbank_desktop.services.views_intake import Missing
from creditbank_desktop.ui.counter.act_panels import SupplementArrivedPanel, SupplementPanel
from creditbank_desktop.ui.counter.case_view import CounterAct
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.counter_room import OpenRoom, pdf_file, rooms
from tests.ui.test_ui_counter import begin_certificate, fill_certificate, only_application

pytestmark = [
    pytest.mark.usefixtures("dress"),
    # Lists that pop up grab keyboard and top place where there is a screen.
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def waiting_file(world: World, *materials: str):  # noqa: F811
    """Return a file that waits for ``materials``."""
    form = world.form(world.register(name="张雨桐"))
    application = world.submit(replace(form, evidence=()))
    line = world.file(application).lines[0].line
    missing = tuple(Missing(key, line) for key in materials)
    world.services.counter.request_supplement(world.actors["clerk"], application, 1, missing)
    return application


def scan_code(desk, world: World, application) -> None:  # noqa: F811
    """Let a scanner read the code of a receipt into the box."""
    desk.window.open("counter")
    desk.settle(50)
    desk.press("Ctrl+F")
    desk.type(f"CB:{ticket_code(world.file(application).receipt_number).replace('-', '')}")
    desk.press("Return")
    desk.settle(100)


def test_a_supplement_is_asked_for_with_a_phrase_and_its_notice_lies_ready(
    room: OpenRoom,
    world: World,  # noqa: F811
) -> None:
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    desk.press("Ctrl+Return")
    desk.settle(200)
    application = only_application(world, State.RECEIVED)
    desk.press("Ctrl+Shift+S")
    panel = desk.counter.cases.panel
    assert isinstance(panel, SupplementPanel)
    panel.phrase.setFocus()
    desk.type("stamped")
    desk.press("Return")
    assert "stamped" in panel.other.text()
    desk.press("Ctrl+Return")
    desk.settle(200)
    assert any("stamped" in item.note for item in world.file(application).missing)
    (notice,) = desk.papers
    assert notice.paper.kind is PaperKind.SUPPLEMENT_NOTICE
    desk.press("Ctrl+P")
    desk.settle(100)
    assert [paper.paper.number for paper in desk.papers] == [notice.paper.number] * 2


def test_the_receipt_is_scanned_and_what_arrived_is_ticked_off(
    room: OpenRoom,
    world: World,  # noqa: F811
    tmp_path: Path,
) -> None:
    application = waiting_file(world, "certificate", "form")
    desk = room()
    scan_code(desk, world, application)
    panel = desk.counter.cases.panel
    assert isinstance(panel, SupplementArrivedPanel)
    desk.files.append(pdf_file(tmp_path))
    desk.press("Ctrl+O")
    desk.settle(200)
    assert [item.material for item in panel.arrived.still_missing()] == ["form"]
    desk.press("Ctrl+Return")
    desk.settle(200)
    file = world.file(application)
    assert (file.state, [item.material for item in file.missing]) == (State.SUPPLEMENT, ["form"])
    assert desk.papers[-1].paper.kind is PaperKind.SUPPLEMENT_NOTICE
    desk.press("Ctrl+Return")
    desk.files[:] = [pdf_file(tmp_path, "form.pdf")]
    desk.press("Ctrl+O", "Ctrl+Return")
    desk.settle(200)
    assert world.file(application).state is State.RECEIVED


def test_the_time_is_extended_once_and_refused_in_words_the_second_time(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = waiting_file(world, "form")
    desk = room()
    desk.counter.open_application(application)
    desk.settle(100)
    desk.press("Ctrl+Shift+E")
    desk.write("在外地实习", 10)
    desk.press("Ctrl+Return")
    desk.settle(200)
    assert world.file(application).supplement_extended
    desk.press("Ctrl+Shift+E")
    assert desk.counter.cases.panel is None
    assert "extended once" in desk.notice()


def test_a_lapsed_supplement_says_that_it_takes_effect_on_sync(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = waiting_file(world, "form")
    world.clock.advance(days=40)
    desk = room()
    desk.counter.open_application(application)
    desk.settle(100)
    assert "Lapsed: takes effect on sync" in desk.words(desk.counter.case_view)
    assert CounterAct.LAPSE in {
        act for act, button in desk.counter.case_view.buttons.items() if button.isVisible()
    }


def test_a_withdrawal_gets_its_slip_and_is_taken_back(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.accepted(world.form(world.register()))
    desk = room()
    desk.counter.open_application(application)
    desk.settle(100)
    desk.press("Ctrl+Shift+W", "Ctrl+Return")
    desk.settle(200)
    assert world.file(application).state is State.WITHDRAWN
    assert desk.papers[-1].paper.kind is PaperKind.WITHDRAWAL_SLIP
    desk.press("Ctrl+Z")
    desk.settle(200)
    assert world.file(application).state is State.ACCEPTED


def test_slips_are_printed_from_what_is_typed(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    slips: list[Slip] = desk.slips
    begin_certificate(desk)
    desk.press("Ctrl+Shift+F")
    fill_certificate(desk)
    desk.settle(800)
    desk.press("Ctrl+P")
    desk.settle(200)
    desk.press("Ctrl+Shift+F")
    desk.settle(200)
    assert [slip.kind for slip in slips][-2:] == [SlipKind.PRE_ASSESSMENT, SlipKind.APPLICATION_FORM]
    assert desk.papers == []
