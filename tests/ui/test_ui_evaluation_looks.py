"""Every stage of the evaluation workplace fits every size, look and language, and everything has a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.ui.evaluation.stages import Stage
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.evaluation_room import EvaluationRoom, OpenRoom, certificate, rooms, two_outcomes


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def fill(world: World) -> None:  # noqa: F811
    """Bring a file to every stage."""
    world.accepted(certificate(world, 1))
    world.reviewed(certificate(world, 2))
    world.reviewed(two_outcomes(world))
    world.reviewed(world.form(world.register(), OutcomeType.MOOC, raw_score="41"))
    world.evaluated(certificate(world, 0, OutcomeType.WORK))
    world.evaluated(certificate(world, 3))
    world.approved(certificate(world, 4))


def check(desk: EvaluationRoom, where: str, width: int, height: int) -> None:
    lay_out(desk.window, width, height)
    desk.settle()
    assert clipped_words(desk.window) == [], where
    assert overlapping_parts(desk.window) == [], where
    assert nameless_controls(desk.window) == [], where


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (853, 480)], ids=["1366x768", "1280x720-at-150"])
@pytest.mark.parametrize(
    ("look", "language"), [(Look.LIGHT, Language.CHINESE), (Look.DARK, Language.ENGLISH)], ids=["zh", "en"]
)
def test_nothing_is_clipped_and_everything_has_a_name(
    room: OpenRoom,
    dress,
    world: World,  # noqa: F811
    look: Look,
    language: Language,
    width: int,
    height: int,
) -> None:
    dress(look, language)
    fill(world)
    desk = room("everything", width, height)
    for place, stage in enumerate(Stage, start=1):
        desk.press(f"Alt+{place}")
        assert desk.page.stage is stage
        check(desk, stage, width, height)
    desk.press("Alt+2")
    for keys in (("4",), ("Y",), ("D",), ("J",), ("3",), ("Escape",), ("Ctrl+R",), ("Escape",)):
        desk.press(*keys)
        check(desk, f"evaluation after {keys}", width, height)
    desk.press("Alt+4", "Ctrl+A")
    check(desk, "ticked", width, height)
    desk.press("?")
    lay_out(desk.window, width, height)
    assert clipped_words(desk.window.overlay) == []
