"""The phrases that an administrator writes are offered at the counter and at the evaluation."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QRadioButton

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_reference import EntryForm
from creditbank_desktop.ui.i18n import Language, again, switch_language
from creditbank_desktop.ui.kit.choices import ChoiceCombo
from creditbank_desktop.ui.reference.page import TablesPage
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.wording.phrases import PhrasesInForce
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui import counter_room, evaluation_room
from tests.ui.evaluation_room import certificate
from tests.ui.settings_rooms import SettingsRoom
from tests.ui.ui_gallery import CATALOGUES

pytestmark = pytest.mark.usefixtures("dress")
PHRASE = ReferenceKind.PHRASE


@pytest.fixture
def evaluation(qtbot, qapp: QApplication, world: World, runner) -> Iterator[evaluation_room.OpenRoom]:
    yield from evaluation_room.rooms(qtbot, qapp, world, runner)


@pytest.fixture
def counter(qtbot, qapp: QApplication, world: World, runner) -> Iterator[counter_room.OpenRoom]:
    yield from counter_room.rooms(qtbot, qapp, world, runner)


@pytest.fixture
def administration(
    qtbot, qapp: QApplication, world: World, runner: OperationRunner, keep
) -> Callable[[ChangeBus], SettingsRoom]:
    def make(bus: ChangeBus) -> SettingsRoom:
        room = SettingsRoom(world, runner, "admin", bus=bus)
        window = room.window(qapp)
        keep(window)
        with qtbot.waitActive(window):
            window.show()
        return room

    return make


def add_phrase(room: SettingsRoom, purpose: str, code: str, zh: str, en: str) -> None:
    """Add a phrase in the settings, by keys but for the purpose."""
    page = room.page("phrases", TablesPage)
    room.press("Ctrl+N")
    form = page.panel.form
    chosen = form.row("purpose").editor
    assert isinstance(chosen, ChoiceCombo)
    chosen.set_value(purpose)
    for name, text in (("code", code), ("text_zh", zh), ("text_en", en)):
        form.row(name).editor.setFocus()
        room.type(text)
    room.press("Ctrl+Return")


def change(world: World, key: str, **fields: str) -> frozenset[tuple[str, str]]:
    """Change or add a phrase by the service and return what changed."""
    admin, reference = world.actors["admin"], world.services.reference
    revision = reference.entry(admin, PHRASE, key).revision if key else 0
    return reference.save(admin, EntryForm(PHRASE, fields, key, revision), "because").changes


def retire(world: World, key: str) -> frozenset[tuple[str, str]]:
    """Take a phrase out of use."""
    return world.services.reference.retire(world.actors["admin"], PHRASE, key, "never needed").changes


def signed(world: World, file: ApplicationId) -> None:
    for name, stage in (("head", SignStage.HEAD), ("dean", SignStage.DEAN)):
        world.services.sign_off.sign(world.actors[name], stage, ((file, world.revision(file)),))
    world.services.sign_off.approve(world.actors["office"], ((file, world.revision(file)),))


def test_a_phrase_of_the_office_is_picked_and_stands_on_the_paper(
    qtbot, evaluation, administration, world: World
) -> None:
    application = world.reviewed(certificate(world, 1))
    desk = evaluation("evaluator")
    add_phrase(
        administration(desk.bus), "refusal", "not_public", "成果未经公示。", "The outcome was not public."
    )
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    desk.settle()
    desk.page.queue.table.setFocus()
    before = desk.count.keys
    desk.press("4", "Alt+R")
    desk.type("38")
    picker = desk.page.judging.form.reasons
    assert [picker.matches.item(row).text() for row in range(picker.matches.count())] == [
        "38 The outcome was not public."
    ]
    desk.press("Return", "Ctrl+Return")
    assert desk.count.keys - before <= 12
    decision = world.file(application).lines[0].decision
    assert decision is not None
    assert decision.reason_codes == ("not_public",)
    signed(world, application)
    paper = world.services.issuing.refusal_notice(world.actors["clerk"], application).value.paper
    assert "成果未经公示。" in (paper.data or "")


def test_changed_phrases_show_their_text_and_retired_ones_are_gone(evaluation, world: World) -> None:
    world.reviewed(certificate(world, 1))
    change(world, "departure/precedent", text_en="As the council decided.")
    desk = evaluation("evaluator")
    desk.press("2")
    desk.press("Alt+R")
    picker = desk.page.judging.form.reasons

    def offered(typed: str) -> list[str]:
        picker.box.setText(typed)
        picker.box.edited.emit()
        return [picker.matches.item(row).text() for row in range(picker.matches.count())]

    assert offered("16") == ["16 As the council decided."]
    assert offered("17") == ["17 Judgement of the panel"]
    desk.bus.announce(retire(world, "departure/precedent"))
    desk.settle()
    assert offered("16") == []
    assert offered("17") == ["17 Judgement of the panel"], "numbers stay"


def test_the_counter_offers_what_the_office_wrote_by_its_digit(counter, world: World) -> None:
    application = world.submit(world.form(world.register(name="张雨桐")))
    desk = counter()
    desk.window.open("counter")
    desk.settle()
    desk.bus.announce(
        change(
            world,
            "",
            purpose="not_accepted",
            code="no_term",
            text_zh="不在受理期内。",
            text_en="Not in the time for applications.",
        )
    )
    desk.bus.announce(retire(world, "not_accepted/duplicate"))
    desk.settle()
    desk.press("Ctrl+J", "Return", "Ctrl+Shift+R")
    panel = desk.counter.cases.panel
    assert panel is not None
    shown = [radio.text() for radio in panel.findChildren(QRadioButton)]
    assert "Not in the time for applications." in shown
    assert "The outcome was applied for before" not in shown
    desk.press("7", "Ctrl+Return")
    assert world.file(application).state is State.NOT_ACCEPTED
    assert world.file(application).deeds[-1].reason == "no_term"


def test_the_words_follow_the_language_of_the_window(qapp: QApplication, world: World) -> None:
    change(world, "", purpose="return", code="typo", text_zh="有错别字。", text_en="It has slips.")
    change(world, "return/other", text_zh="其他，见附言。")
    book = PhrasesInForce(world.services.reference.phrase_book(world.actors["evaluator"]))
    words, other = book.words("typo"), book.words("other")
    assert (str(words), str(other)) == ("It has slips.", "Another reason, as written below")
    assert book.codes("return")[-1] == "typo"
    switch_language(qapp, Language.CHINESE, CATALOGUES)
    assert (again(words), again(other)) == ("有错别字。", "其他，见附言。")


def test_a_long_phrase_is_cut_where_nothing_wraps(world: World) -> None:
    change(world, "", purpose="not_accepted", code="long", text_zh="长" * 80, text_en="long " * 40)
    book = PhrasesInForce(world.services.reference.phrase_book(world.actors["clerk"]))
    assert len(str(book.words("long", short=True))) < 62
    assert len(str(book.words("long"))) > 150
