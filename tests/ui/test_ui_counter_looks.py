"""The counter and the learners fit their windows and name their controls, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.ui.counter.case_view import CounterAct, possible_acts
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms
from tests.ui.test_ui_counter import begin_certificate, fill_certificate

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)")
SIZES = [(1366, 768), (853, 480), (1920, 1080)]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner, dress) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def faults(desk: CounterRoom, size: tuple[int, int]) -> list[str]:
    lay_out(desk.window, *size)
    desk.settle()
    window = desk.window
    return clipped_words(window) + nameless_controls(window) + overlapping_parts(window)


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
@pytest.mark.parametrize("size", SIZES)
def test_the_counter_fits(
    room: OpenRoom,
    world: World,  # noqa: F811
    dress,
    language: Language,
    size: tuple[int, int],
) -> None:
    dress(Look.DARK if size[0] == 1920 else Look.LIGHT, language)
    world.register(name="张雨桐")
    other = world.submit(world.form(world.register(name="欧阳若兮")))
    desk = room(width=size[0], height=size[1])
    begin_certificate(desk)
    assert "\n".join(faults(desk, size)) == ""
    fill_certificate(desk, "S0001440100012530")
    desk.press("Ctrl+Return")
    desk.settle(300)
    assert "\n".join(faults(desk, size)) == ""
    desk.press("Alt+0")
    assert "\n".join(faults(desk, size)) == ""
    desk.press("Escape", "Ctrl+N")
    assert "\n".join(faults(desk, size)) == ""
    desk.counter.open_application(other)
    desk.settle()
    assert "\n".join(faults(desk, size)) == ""
    case = desk.counter.cases.case
    assert case is not None
    for act in sorted(possible_acts(case, world.actors["clerk"]) - {CounterAct.ACCEPT}):
        desk.counter.cases.start(act)
        desk.settle()
        assert "\n".join(faults(desk, size)) == "", act
        desk.counter.cases.close_panel()


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
def test_every_type_has_its_form(room: OpenRoom, world: World, dress, language: Language) -> None:  # noqa: F811
    dress(Look.LIGHT, language)
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    for place, kind in enumerate(OutcomeType, start=1):
        desk.press("Alt+Y")
        desk.type(f"{place:02d}")
        desk.press("Return")
        editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
        assert editor is not None
        assert editor.sheet.kind is kind
        assert "\n".join(faults(desk, (1366, 768))) == "", kind
        letters = [row.label.text().split("&")[1][0].upper() for row in editor.rows]
        assert len(set(letters)) == len(letters), kind
        for row in editor.rows:
            assert row.editor.accessibleName()


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
@pytest.mark.parametrize("size", SIZES)
def test_the_learners_fit(
    room: OpenRoom,
    world: World,  # noqa: F811
    dress,
    language: Language,
    size: tuple[int, int],
) -> None:
    dress(Look.DARK if size[0] == 1366 else Look.LIGHT, language)
    learner = world.register(name="欧阳若兮")
    posted = world.delivered(world.form(learner))
    world.post(posted)
    world.accepted(world.form(learner, OutcomeType.MOOC))
    desk = room(width=size[0], height=size[1])
    desk.window.open("learners")
    desk.settle(200)
    assert "\n".join(faults(desk, size)) == ""
    desk.learners.open_learner(learner)
    desk.settle()
    assert "\n".join(faults(desk, size)) == ""
    desk.press("Ctrl+J", "Return")
    assert desk.learners._right.currentWidget() is desk.learners.story
    assert "\n".join(faults(desk, size)) == ""
    desk.press("Escape", "Ctrl+E")
    assert desk.learners._right.currentWidget() is desk.learners.correction
    assert "\n".join(faults(desk, size)) == ""
