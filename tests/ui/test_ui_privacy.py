"""Personal data and disposal in the settings by keys alone, on a real store."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.disposals import DisposalState
from creditbank_desktop.services.exporting import PURPOSES
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.purpose import PurposePanel
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.privacy.disposal_page import DisposalPage
from creditbank_desktop.ui.privacy.person_page import PersonPage
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.settings_hands import answering
from tests.ui.settings_rooms import SettingsRoom

pytestmark = pytest.mark.usefixtures("dress")
LATER = date(2036, 6, 1)
PageT = TypeVar("PageT", PersonPage, DisposalPage)


@pytest.fixture
def opened(
    qtbot, qapp: QApplication, world: World, runner, keep
) -> Callable[..., tuple[SettingsRoom, PageT]]:
    def make(who: str, section: str, kind: type[PageT], path: str = "") -> tuple[SettingsRoom, PageT]:
        room = SettingsRoom(world, runner, who)
        window = room.window(qapp)
        keep(window)
        with qtbot.waitActive(window):
            window.show()
        page = room.page(section, kind)
        page._desk = answering(page._desk, path)
        return room, page

    return make


def find(room: SettingsRoom, page: PersonPage, text: str) -> None:
    page.register.go_to_search()
    room.type(text)
    room.press("Return")
    assert page.register.table.hasFocus()
    room.settle()


def test_a_wish_is_noted_and_answered(opened, world: World) -> None:
    learner = world.register(name="张雨桐")
    room, page = opened("clerk", "privacy", PersonPage)
    find(room, page, "zyt")
    page.text.setFocus()
    room.press("Ctrl+N")
    assert page.text_row.isVisible(), "an empty wish is asked for under its field"
    room.type("phone has two digits swapped")
    room.press("Ctrl+N")
    newest = world.services.privacy.history(world.actors["clerk"], learner)[0]
    assert (newest.kind, newest.is_open) == ("requested", True)
    assert page.decline.isVisible()
    page.text.setFocus()
    room.type("the paper shows the same number")
    room.press("Ctrl+D")
    declined, request, _ = world.services.privacy.history(world.actors["clerk"], learner)
    assert (declined.kind, request.is_open) == ("declined", False)
    assert not page.chip.isVisible()


def test_the_report_is_saved_as_pdf_and_as_data(opened, world: World, tmp_path: Path) -> None:
    world.register(name="张雨桐")
    path = tmp_path / "report"
    room, page = opened("clerk", "privacy", PersonPage, str(path))
    find(room, page, "zyt")
    room.press("Ctrl+P")
    assert path.read_bytes().startswith(b"%PDF")
    room.press("Ctrl+J")
    assert json.loads(path.read_bytes())["profile"][0]["value"] == "张雨桐"


def test_disposal_takes_two_people_and_a_tick(opened, world: World) -> None:
    gone, kept = world.register(name="林一"), world.register(name="王子轩")
    world.clock.go_to(LATER)
    room, page = opened("archivist", "disposal", DisposalPage)
    page.rules.table.select_id("unused_accounts")
    room.settle()
    page.due.table.select_id(kept)
    page.due.table.setFocus()
    room.press("Ctrl+Space")
    assert page.due.chosen() == (gone,)
    room.press("Ctrl+Return")
    (entry,) = world.services.disposals.register(world.actors["archivist"])
    assert (entry.state, entry.items) == (DisposalState.PROPOSED, 1)
    room.press("Alt+2")
    assert page.entry.own.isVisible()
    assert not page.entry.approve.isVisible()

    second, seen = opened("office", "disposal", DisposalPage)
    second.press("Alt+2", "Ctrl+Return")
    (entry,) = world.services.disposals.register(world.actors["office"])
    assert entry.state is DisposalState.APPROVED
    assert not seen.entry.carry_out.isVisible()

    room.shown.activateWindow()
    page.refresh()
    room.settle()
    assert not page.entry.carry_out.isEnabled()
    page.entry.sure.setFocus()
    room.press("Space", "Ctrl+Return")
    left = world.store.read(lambda reader: (reader.learner(gone), reader.learner(kept)))
    assert [one is not None and one.profile is None for one in left] == [True, False]


def test_a_proposal_is_turned_down_with_a_reason(opened, world: World) -> None:
    learner = world.register(name="林一")
    world.clock.go_to(LATER)
    archivist = world.actors["archivist"]
    world.services.disposals.propose(archivist, "unused_accounts", LATER, [learner])
    room, page = opened("office", "disposal", DisposalPage)
    room.press("Alt+2", "Ctrl+D")
    assert page.entry.choice.hasFocus()
    page.entry.choice.set_value("still_needed")
    room.press("Ctrl+D")
    (entry,) = world.services.disposals.register(archivist)
    assert (entry.state, entry.reason) == (DisposalState.REJECTED, "still_needed")


def test_the_register_is_saved(opened, world: World, tmp_path: Path) -> None:
    path = tmp_path / "register.pdf"
    room, _page = opened("archivist", "disposal", DisposalPage, str(path))
    room.press("Alt+2", "Ctrl+P")
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
def test_nothing_is_clipped_and_everything_has_a_name(opened, world: World, dress, language) -> None:
    learner = world.register(name="张雨桐")
    world.services.privacy.request_correction(world.actors["clerk"], learner, "电话写错了")
    world.clock.go_to(LATER)
    world.services.disposals.propose(world.actors["admin"], "unused_accounts", LATER, [learner])
    dress(Look.LIGHT, language)
    room, page = opened("everything", "privacy", PersonPage)
    find(room, page, "zyt")
    for section in ("privacy", "disposal"):
        shown = room.open(section)
        for width, height in ((1366, 768), (853, 480)):
            lay_out(room.shown, width, height)
            room.settle()
            assert clipped_words(shown) == []
            assert overlapping_parts(shown) == []
            assert nameless_controls(shown) == []


def test_a_purpose_is_asked_for_before_an_export(keep) -> None:
    panel = PurposePanel()
    keep(panel)
    assert not panel.accepts()
    panel.choice.set_value("other")
    assert not panel.accepts()
    panel.words.setText("for the yearly inspection")
    assert panel.accepts()
    assert (panel.purpose().code, panel.purpose().words) == ("other", "for the yearly inspection")
    assert panel.choice.count() == len(PURPOSES)
    panel.clear()
    assert not panel.accepts()
