"""The paper window prints what it shows, once; everything after that is a counted copy with a reason."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.papers.printing import PaperPrinting
from creditbank_desktop.ui.papers.window import PaperOpener, PaperWindow
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.wording.paper_words import paper_file_name
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.papers_rooms import PaperRoom

pytestmark = pytest.mark.usefixtures("dress")
Show = Callable[[IssuedPaper], PaperWindow]


@pytest.fixture
def room(world: World, runner) -> PaperRoom:
    return PaperRoom(world, runner)


@pytest.fixture
def issued(world: World) -> IssuedPaper:
    """Return the receipt of an application that was just taken in."""
    application = world.submit(world.form(world.register(name="张雨桐")))
    return world.services.issuing.receipt(world.actors["clerk"], application).value


@pytest.fixture
def show(qtbot, room: PaperRoom, keep) -> Show:
    """Return what opens a paper as every workplace does."""
    parent = QWidget()
    keep(parent)
    opener = PaperOpener(room.printing, parent)
    parent.noted = []  # type: ignore[attr-defined]
    opener.noted.connect(parent.noted.append)  # type: ignore[attr-defined]
    room.opener = opener  # type: ignore[attr-defined]
    room.notes = parent.noted  # type: ignore[attr-defined]

    def open_window(paper: IssuedPaper) -> PaperWindow:
        window = opener.show(paper)
        with qtbot.waitActive(window):
            window.show()
        room.settle()
        return window

    return open_window


def copies(world: World, paper: IssuedPaper) -> int:
    found = world.services.issuing.papers(world.actors["clerk"], paper.paper.learner)
    return next(each.copies for each in found if each.paper == paper.paper.paper)


def test_enter_prints_what_is_shown_and_closes(room: PaperRoom, show: Show, issued: IssuedPaper) -> None:
    window = show(issued)
    assert window.view.shown is not None
    shown = window.view.shown.pdf
    assert room.press("Return") == 1
    assert [pdf for pdf, _title in room.printer.jobs] == [shown] == [issued.pdf]
    assert issued.paper.number in room.printer.jobs[0][1]
    assert room.notes == [f"Printed: Acceptance receipt {issued.paper.number}"]  # type: ignore[attr-defined]


def test_an_original_is_printed_once_and_then_copied(
    room: PaperRoom,
    show: Show,
    world: World,
    issued: IssuedPaper,
) -> None:
    show(issued)
    room.press("Return")
    window = show(issued)
    assert not window.print_button.isVisible()
    room.press("R")
    assert window.reasons.isVisible()
    room.press("1", "Ctrl+Return")
    assert len(room.printer.jobs) == 2
    assert room.printer.jobs[1][0] != issued.pdf
    assert copies(world, issued) == 2


def test_a_paper_of_yesterday_is_only_copied(
    room: PaperRoom,
    show: Show,
    world: World,
    issued: IssuedPaper,
) -> None:
    world.clock.advance(days=1)
    window = show(issued)
    assert not window.print_button.isVisible()
    assert window.copy_button.isVisible()
    room.printing.print_original(issued, window.copy_button)
    room.settle()
    assert room.printer.jobs == []


def test_a_voided_paper_is_only_looked_at(
    show: Show,
    world: World,
    issued: IssuedPaper,
) -> None:
    world.services.issuing.void(world.actors["clerk"], issued.paper.paper, "spoiled")
    paper = world.services.issuing.papers(world.actors["clerk"], issued.paper.learner)[0]
    window = show(replace(issued, paper=paper))
    assert window.view.chip.text() == "Voided"
    assert not window.print_button.isVisible()
    assert not window.copy_button.isVisible()
    assert window.save_button.isVisible()


def test_a_printer_fault_keeps_the_window_and_offers_a_retry(
    room: PaperRoom, show: Show, issued: IssuedPaper
) -> None:
    room.printer.out_of_paper = True
    window = show(issued)
    room.press("Return")
    assert window.isVisible()
    assert window.messages.notice is not None
    retry = window.messages.notice.retry
    assert retry is not None
    room.printer.out_of_paper = False
    retry()
    room.settle()
    assert len(room.printer.jobs) == 1


def test_saving_writes_the_very_bytes(
    room: PaperRoom, show: Show, issued: IssuedPaper, tmp_path: Path
) -> None:
    room.save_to = str(tmp_path / "receipt.pdf")
    window = show(issued)
    room.press("Ctrl+S")
    assert (tmp_path / "receipt.pdf").read_bytes() == issued.pdf
    assert window.messages.notice is not None
    assert "receipt.pdf" in window.messages.notice.text
    assert room.printer.jobs == []


def test_a_place_that_cannot_be_written_is_told(
    qtbot,
    room: PaperRoom,
    issued: IssuedPaper,
    keep,
) -> None:
    def full(path: str, _data: bytes) -> None:
        raise EnvironmentFault("file.unwritable", path=path, reason="disk full")

    room.save_to = "/full/receipt.pdf"
    window = PaperWindow(PaperPrinting(replace(room.printing.desk, write_file=full)), issued)
    keep(window)
    with qtbot.waitActive(window):
        window.show()
    room.settle()
    room.press("Ctrl+S")
    assert window.messages.notice is not None
    assert "disk full" in window.messages.notice.text
    assert window.messages.notice.retry is not None


def test_where_a_viewer_prints_the_words_say_so(qtbot, room: PaperRoom, issued: IssuedPaper, keep) -> None:
    printing = PaperPrinting(replace(room.printing.desk, prints_directly=False))
    window = PaperWindow(printing, issued)
    keep(window)
    assert "Open for printing" in window.print_button.text()


def test_escape_leaves_question_and_window(
    room: PaperRoom, show: Show, world: World, issued: IssuedPaper
) -> None:
    world.clock.advance(days=1)
    window = show(issued)
    room.press("R", "2", "Escape")
    assert window.isVisible()
    assert not window.reasons.isVisible()
    room.press("Escape")
    assert room.printer.jobs == []
    assert copies(world, issued) == 1


def test_who_may_not_copy_is_not_offered_it(
    world: World,
    runner,
    issued: IssuedPaper,
    keep,
) -> None:
    world.clock.advance(days=1)
    window = PaperWindow(PaperRoom(world, runner, "evaluator").printing, issued)
    keep(window)
    window.show()
    assert not window.copy_button.isVisible()
    assert not window.print_button.isVisible()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_nothing_is_clipped_and_everything_has_a_name(
    dress,
    room: PaperRoom,
    show: Show,
    issued: IssuedPaper,
    look: Look,
    language: Language,
) -> None:
    dress(look, language)
    window = show(issued)
    window._on_copy_button_clicked()
    for width, height in ((720, 700), (720, 480)):
        lay_out(window, width, height)
        room.settle()
        assert clipped_words(window) == []
        assert overlapping_parts(window) == []
        assert nameless_controls(window) == []


def test_file_names_are_fit_for_every_system() -> None:
    assert paper_file_name('收据 A/1: "x"?') == "收据 A_1_ _x_.pdf"
