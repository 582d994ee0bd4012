"""Acts on accounts and hints at the same person fit their windows and name their controls."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import resident_id
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms
from tests.ui.test_ui_counter_registration import fill

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)")
LOOKS = [
    (1366, 768, Look.LIGHT, Language.CHINESE),
    (1366, 768, Look.DARK, Language.ENGLISH),
    (853, 480, Look.LIGHT, Language.ENGLISH),
    (853, 480, Look.DARK, Language.CHINESE),
]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner, dress) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def faults(desk: CounterRoom, width: int, height: int) -> str:
    lay_out(desk.window, width, height)
    desk.settle()
    window = desk.window
    return "\n".join(clipped_words(window) + nameless_controls(window) + overlapping_parts(window))


@pytest.mark.parametrize(("width", "height", "look", "language"), LOOKS)
def test_hints_and_acts_fit(
    room: OpenRoom,
    world: World,  # noqa: F811
    dress,
    width: int,
    height: int,
    look: Look,
    language: Language,
) -> None:
    dress(look, language)
    number = resident_id(21)
    known = world.register(name="欧阳若兮", document_number=number)
    world.register(
        name="欧阳若曦",
        document_number=number,
        confirmed=frozenset({"learner.same_document"}),
        latin_name="Ouyang Ruoxi",
    )
    desk = room("everything", width, height)
    desk.press("Ctrl+N")
    fill(desk, name="欧阳若兮", document_number=number)
    assert desk.counter.registration.alike.isVisible()
    assert faults(desk, width, height) == ""
    desk.press("Escape")
    desk.window.open("learners")
    desk.settle(200)
    desk.press("Ctrl+G")
    assert faults(desk, width, height) == ""
    desk.press("Return")
    desk.settle(200)
    assert desk.learners.accounts.merge.isVisible()
    assert faults(desk, width, height) == ""
    desk.press("Escape")
    desk.learners.open_learner(known)
    desk.settle(300)
    assert faults(desk, width, height) == ""
    desk.press("Ctrl+M", "4")
    assert desk.learners.accounts.account.isVisible()
    assert faults(desk, width, height) == ""
