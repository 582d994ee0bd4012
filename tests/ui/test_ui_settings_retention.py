"""Retention periods are typed by keys; the form says what they would make due, and so does the approval."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.ui.reference.page import TablesPage
from creditbank_desktop.ui.reference.proposals import ProposalsPage
from creditbank_desktop.ui.shell.workplaces import SearchHit
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.settings_rooms import SettingsRoom

pytestmark = pytest.mark.usefixtures("dress")


def test_a_shorter_period_says_what_it_makes_due(
    qtbot, qapp: QApplication, world: World, runner, keep
) -> None:
    application = world.submit(world.form(world.register()))
    clerk = world.actors["clerk"]
    world.services.counter.withdraw(clerk, application, world.revision(application), "本人撤回")
    world.clock.go_to(date(2030, 6, 1))
    rooms = []
    for who in ("admin", "everything"):
        room = SettingsRoom(world, runner, who)
        window = room.window(qapp)
        keep(window)
        with qtbot.waitActive(window):
            window.show()
        rooms.append(room)
        if who == "admin":
            page = room.page("retention", TablesPage)
            page.open_hit(SearchHit("settings", "retention:refused_scans", ""))
            room.settle()
            form = page.panel.form
            assert "5 years after graduation" in form.effect.text.text()
            form.row("years").editor.setFocus()
            room.press("Ctrl+A")
            room.type("0")
            room.press("Ctrl+Return")
            assert form.row("years").problems(), "no time at all"
            room.press("Ctrl+A")
            room.type("1")
            room.rest()
            assert "One record that is still kept would be due" in form.effect.text.text()
            assert form.second.isVisible()
            room.press("Ctrl+Return")
    approvals = rooms[1].page("approvals", ProposalsPage)
    assert "One record that is still kept would be due" in approvals.effect.text()
    rooms[1].press("Ctrl+Return")
    fields = world.services.reference.entry(clerk, ReferenceKind.RETENTION, "refused_scans").row.fields
    assert fields["years"] == "1"
