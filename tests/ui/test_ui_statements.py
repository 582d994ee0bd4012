"""Printing staff find, issue, print, copy and void papers by keys alone, on a real store."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.shell.main_window import MainWindow
from creditbank_desktop.ui.statements.page import StatementsPage
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.papers_rooms import PaperRoom, furnish

pytestmark = pytest.mark.usefixtures("dress")
Opened = tuple[PaperRoom, MainWindow, StatementsPage]


@pytest.fixture
def opened(qtbot, qapp: QApplication, world: World, runner, keep) -> Callable[..., Opened]:
    """Return what opens the window for a member of staff, before any workplace was asked for."""

    def make(who: str = "clerk", width: int = 1366, height: int = 768) -> Opened:
        room = PaperRoom(world, runner, who)
        window = room.window(qapp)
        keep(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
        page = window.open("statements")
        assert isinstance(page, StatementsPage)
        room.settle()
        return room, window, page

    return make


def papers(world: World, learner: LearnerId):
    return world.services.issuing.papers(world.actors["clerk"], learner)


def pdf_text(pdf: bytes) -> str:
    """Return the text of a paper without white space: extraction may put it where fonts change."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_bounded())
        text_page.close()
        page.close()
    document.close()
    return "".join("".join(texts).split())


def test_initials_to_a_printed_statement_take_at_most_ten_keys(opened, world: World) -> None:
    learner = world.register(name="张雨桐")
    world.post(world.delivered(world.form(learner)))
    room, window, page = opened()
    window.open("sync")
    room.settle()
    keys = room.press("F4")
    keys += room.type("zyt")
    keys += room.press("Return")
    shown = page.view.shown
    assert shown is not None
    assert shown.issued is None
    assert "DRAFT" in pdf_text(shown.pdf)
    keys += room.press("Ctrl+Return")
    assert keys <= 10
    statement = papers(world, learner)[0]
    assert statement.kind is PaperKind.STATEMENT
    [(pdf, title)] = room.printer.jobs
    assert pdf == world.services.issuing.pdf(world.actors["clerk"], statement.paper)
    assert statement.number in title
    assert statement.number in pdf_text(pdf)
    assert "DRAFT" not in pdf_text(pdf)
    # What is seen now is what was printed, and the next learner can be typed at once.
    assert page.view.shown is not None
    assert page.view.shown.pdf == pdf
    assert page.finder.box.hasFocus()
    assert page.finder.box.selectedText() == "zyt"


def test_of_several_hits_one_is_chosen_in_the_list(opened, world: World) -> None:
    first = world.register(name="张雨桐")
    second = world.register(name="周一桐")
    room, _window, page = opened()
    keys = 1 + room.type("zyt") + room.press("Return")
    assert page.finder.hits.hasFocus()
    chosen = page.finder.hits.selected_id()
    keys += room.press("Down", "Return", "Ctrl+Return")
    assert keys <= 10
    other = second if chosen == first else first
    assert len(papers(world, other)) == 1
    assert papers(world, LearnerId(str(chosen))) == ()
    assert len(room.printer.jobs) == 1


def test_an_exact_number_opens_while_it_is_typed(opened, world: World) -> None:
    world.register(name="张雨桐", student_number="2025077001")
    room, _window, page = opened()
    room.type("2025077001")
    page.finder.box.searched.emit("2025077001")
    room.settle()
    assert page.panel.name.text() == "张雨桐"


def test_pending_credits_never_stand_among_the_posted_ones(opened, world: World) -> None:
    learner = furnish(world)
    room, _window, page = opened()
    page.choose(learner)
    room.settle()
    assert page.panel.posted.text() == "3.0"
    assert page.panel.pending.isVisible()
    assert "1.0" in page.panel.pending.title.text()
    assert "takes effect on sync" in page.panel.pending.text.text()
    without = world.register(name="无事")
    page.choose(without)
    room.settle()
    assert page.panel.posted.text() == "0.0"
    assert not page.panel.pending.isVisible()
    assert "would be empty" in page.panel.posted_words.text()


def test_a_printer_without_paper_issues_once_and_prints_on_retry(opened, world: World) -> None:
    learner = world.register(name="张雨桐")
    room, _window, page = opened()
    room.printer.out_of_paper = True
    room.type("zyt")
    room.press("Return", "Ctrl+Return")
    assert len(papers(world, learner)) == 1
    notice = page.messages.notice
    assert notice is not None
    assert "out of paper" in notice.text
    assert notice.retry is not None
    assert page.panel.print_original.isVisible()
    room.printer.out_of_paper = False
    room.press("Ctrl+Return")
    assert len(room.printer.jobs) == 1
    assert len(papers(world, learner)) == 1
    # The notice's own retry comes too late to print the original twice.
    assert not page.panel.print_original.isVisible()
    assert page.panel.copy.isVisible()


def test_a_copy_asks_for_a_reason_and_is_counted(opened, world: World) -> None:
    learner = furnish(world)
    world.clock.advance(days=1)
    room, _window, page = opened()
    page.choose(learner)
    room.settle()
    room.press("Ctrl+J", "Down", "R")
    assert page.panel.reasons.isVisible()
    room.press("Ctrl+Return")
    assert room.printer.jobs == []
    assert page.panel.reasons.isVisible()
    room.press("3", "Ctrl+Return")
    [(pdf, _title)] = room.printer.jobs
    paper = papers(world, learner)[0]
    assert paper.copies == 2
    assert pdf != world.services.issuing.pdf(world.actors["clerk"], paper.paper)
    assert "副本" in pdf_text(pdf)
    row = page.panel.current()
    assert row is not None
    assert row.id == paper.paper
    assert row.paper is not None
    assert row.paper.copies == 2


def test_receipts_and_notices_are_copied_here_too(opened, world: World) -> None:
    learner = furnish(world)
    room, _window, page = opened()
    page.choose(learner)
    room.settle()
    receipt = next(paper for paper in papers(world, learner) if paper.kind is PaperKind.RECEIPT)
    page.panel.papers.select_id(receipt.paper)
    room.settle()
    page.panel.papers.setFocus()
    room.press("R", "1", "Ctrl+Return")
    assert len(room.printer.jobs) == 1
    assert receipt.number in room.printer.jobs[0][1]


def test_a_voided_paper_is_neither_copied_nor_voided_again(opened, world: World) -> None:
    learner = furnish(world)
    room, _window, page = opened()
    page.choose(learner)
    room.settle()
    room.press("Ctrl+J", "Down", "V", "1", "Ctrl+Return")
    paper = papers(world, learner)[0]
    assert paper.voided
    assert page.view.chip.text() == "Voided"
    assert not page.panel.copy.isVisible()
    assert not page.panel.void.isVisible()
    assert room.printer.jobs == []


def test_escape_leaves_the_question_and_nothing_was_done(opened, world: World) -> None:
    learner = furnish(world)
    room, _window, page = opened()
    page.choose(learner)
    room.settle()
    before = papers(world, learner)
    room.press("Ctrl+J", "Down", "V", "1", "Escape")
    assert not page.panel.reasons.isVisible()
    assert page.panel.actions_bar.isVisible()
    assert papers(world, learner) == before


def test_a_draft_is_saved_as_what_it_is(opened, world: World, tmp_path: Path) -> None:
    learner = world.register(name="张雨桐")
    room, _window, page = opened()
    room.save_to = str(tmp_path / "statement.pdf")
    page.choose(learner)
    room.settle()
    room.press("Ctrl+S")
    assert page.view.shown is not None
    assert (tmp_path / "statement.pdf").read_bytes() == page.view.shown.pdf
    assert "DRAFT" in pdf_text(page.view.shown.pdf)
    assert papers(world, learner) == ()


def test_what_others_post_appears(opened, world: World) -> None:
    learner = world.register(name="张雨桐")
    application = world.delivered(world.form(learner))
    room, _window, page = opened()
    page.choose(learner)
    room.settle()
    assert page.panel.posted.text() == "0.0"
    world.post(application)
    room.bus.announce(frozenset({("account", learner)}))
    room.settle()
    assert page.panel.posted.text() == "3.0"
    assert not page.panel.pending.isVisible()


def test_nobody_found_says_what_to_do(opened, world: World) -> None:
    world.register(name="张雨桐")
    room, _window, page = opened()
    room.type("qqq")
    room.press("Return")
    assert page.finder.again.isVisible()
    assert page.panel.empty.isVisible()
    room.press("Ctrl+F")
    assert page.finder.box.hasFocus()


def test_who_may_not_issue_does_not_see_the_workplace(qapp, world: World, runner, keep) -> None:
    room = PaperRoom(world, runner, "evaluator")
    window = room.window(qapp)
    keep(window)
    assert set(window.rail.entries) == {"sync"}


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (853, 480)], ids=["1366x768", "1280x720-at-150"])
@pytest.mark.parametrize(
    ("look", "language"), [(Look.LIGHT, Language.CHINESE), (Look.DARK, Language.ENGLISH)], ids=["zh", "en"]
)
def test_nothing_is_clipped_and_everything_has_a_name(
    opened,
    dress,
    world: World,
    look: Look,
    language: Language,
    width: int,
    height: int,
) -> None:
    dress(look, language)
    learner = furnish(world)
    room, window, page = opened("clerk", width, height)

    def check(where: str) -> None:
        lay_out(window, width, height)
        room.settle()
        assert clipped_words(window) == [], where
        assert overlapping_parts(window) == [], where
        assert nameless_controls(window) == [], where

    check("empty")
    room.type("zyt")
    check("hits")
    page.choose(learner)
    room.settle()
    check("draft")
    page.panel.papers.select_place(1)
    room.settle()
    check("issued")
    page.panel.copy.click()
    room.settle()
    check("question")
    page.panel.reasons.confirm.click()
    check("question without a reason")
    window.show_all_keys()
    lay_out(window, width, height)
    assert clipped_words(window.overlay) == []
