"""Every section of the settings fits the displays that people have, in both languages, and is named whole."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.views_reference import EntryForm
from creditbank_desktop.ui.devices.page import DevicesPage
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.office.page import OfficePage
from creditbank_desktop.ui.people.page import PeoplePage
from creditbank_desktop.ui.preferences.personal_page import PersonalPage
from creditbank_desktop.ui.preferences.printing_page import PrintingPage
from creditbank_desktop.ui.reference.calendar_page import CalendarPage
from creditbank_desktop.ui.reference.page import TablesPage
from creditbank_desktop.ui.reference.proposals import ProposalsPage
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.settings_rooms import SettingsRoom, second_device

pytestmark = pytest.mark.usefixtures("dress")
SIZES = {"1366x768": (1366, 768), "1280x720-at-150": (853, 480)}


def screens(room: SettingsRoom) -> Iterator[str]:
    """Bring up every screen of the sections in turn and name it."""
    yield from _office(room)
    yield from _people(room)
    devices = room.page("devices", DevicesPage)
    yield "devices"
    devices.numbers.how_many.setText("many")
    devices.numbers.allot.click()
    yield "devices-problem"
    yield from _reference(room)
    personal = room.page("personal", PersonalPage)
    yield "personal"
    personal.change.click()
    yield "personal-problems"
    room.open("lock")
    yield "lock"
    printing = room.page("printing", PrintingPage)
    printing.form.first.setText("x")
    printing.form.save.click()
    yield "printing-problem"


def _office(room: SettingsRoom) -> Iterator[str]:
    office = room.page("office", OfficePage)
    for place in range(len(office.pills)):
        office.bring(place)
        room.settle()
        yield f"office-{place}"
    office.bring(0)
    room.settle()
    office.card.editors["school"].setText("1")
    office.card.save.click()
    yield "office-problem"


def _people(room: SettingsRoom) -> Iterator[str]:
    people = room.page("people", PeoplePage)
    yield "people"
    people.begin_new()
    people.form.save.click()
    yield "people-problems"
    people.drop_new()
    people.change_standing()
    yield "people-question"
    people.leave_question()
    people.ask_reset()
    people.question.go.click()
    yield "people-passphrase"
    people.begin_export()
    people.exporting.go.click()
    yield "people-export"
    people.begin_card()
    people.carding.go.click()
    yield "people-card"
    people.leave_question()


def _reference(room: SettingsRoom) -> Iterator[str]:
    catalogues = room.page("catalogues", TablesPage)
    for place in range(len(catalogues.panels)):
        catalogues.bring(place)
        room.settle()
        yield f"catalogues-{place}"
    catalogues.panel.begin_new()
    catalogues.panel.form.save.click()
    yield "catalogues-problems"
    phrases = room.page("phrases", TablesPage)
    yield "phrases"
    phrases.panel.history_pill.click()
    room.settle()
    yield "phrases-history"
    calendar = room.page("calendar", CalendarPage)
    yield "calendar"
    calendar.as_list.click()
    room.settle()
    yield "calendar-list"
    room.page("deadlines", TablesPage)
    yield "deadlines"
    proposals = room.page("approvals", ProposalsPage)
    yield "approvals"
    proposals.settled.click()
    room.settle()
    yield "approvals-settled"


def propose(world: World) -> None:
    """Let one change wait and one be in force, with a history."""
    reference, admin = world.services.reference, world.actors["admin"]
    view = reference.entry(admin, ReferenceKind.DEADLINE, "intake")
    form = EntryForm(ReferenceKind.DEADLINE, {**view.row.fields, "days": "7"}, "intake", view.revision)
    reference.save(admin, form, "The counter is short of people in the summer")


@pytest.mark.slow
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize(
    ("look", "language"), [(Look.LIGHT, Language.CHINESE), (Look.DARK, Language.ENGLISH)], ids=["zh", "en"]
)
def test_every_section_fits_and_names_its_controls(
    qtbot, qapp: QApplication, world: World, runner, keep, dress, look: Look, language: Language, size: str
) -> None:
    dress(look, language)
    second_device(world)
    propose(world)
    room = SettingsRoom(world, runner)
    window = room.window(qapp)
    keep(window)
    window.resize(*SIZES[size])
    with qtbot.waitActive(window):
        window.show()
    found = []
    for name in screens(room):
        lay_out(window, *SIZES[size])
        room.settle()
        for check in (clipped_words, overlapping_parts, nameless_controls):
            found += [f"{name}: {fault}" for fault in check(window)]
    assert not found, "\n".join(found)
    window.show_all_keys()
    lay_out(window, *SIZES[size])
    assert clipped_words(window.overlay) == []
