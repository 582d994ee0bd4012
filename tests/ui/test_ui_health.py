"""The health section: examined by a key, findings with what helps, stopped when asked, remembered."""

from __future__ import annotations

import os
import time

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.services.views_health import Area, HealthFinding, HealthProgress, Mend, Severity
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.safety.health_page import HealthPage
from creditbank_desktop.ui.settings.page import SettingsPage
from creditbank_desktop.ui.wording.health_words import ADVICE_WORDS, SEEN_WORDS, word_seen
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.settings_rooms import SettingsRoom

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


@pytest.fixture
def room(qapp: QApplication, world: World, runner: OperationRunner, keep) -> SettingsRoom:  # noqa: F811
    made = SettingsRoom(world, runner, "admin")
    window = made.window(qapp)
    keep(window)
    window.resize(1366, 768)
    window.show()
    return made


def page(room: SettingsRoom) -> HealthPage:
    found = room.open("health")
    assert isinstance(found, HealthPage)
    return found


def select(room: SettingsRoom, shown: HealthPage, area: Area) -> HealthFinding:
    """Go down the list to an area."""
    shown.table.setFocus()
    room.press("Home")
    for _ in range(len(Area)):
        found = shown.table.selected()
        assert found is not None
        if found.area is area:
            return found
        room.press("Down")
    raise AssertionError(area)


def test_an_examination_by_one_key_is_remembered(room: SettingsRoom, world: World) -> None:  # noqa: F811
    shown = page(room)
    assert "not examined" in shown.verdict.text()
    room.press("Ctrl+R")
    assert "mended" in shown.verdict.text()  # there is no backup yet
    assert select(room, shown, Area.DATABASE).severity is Severity.GOOD
    assert "as they were written" in shown.seen.text()
    last = world.services.health.last(world.actors["admin"])
    assert last is not None
    room.open("people")
    again = page(room)
    assert again.verdict.text() == shown.verdict.text()


def test_what_nobody_needs_is_removed_by_its_button(room: SettingsRoom, world: World) -> None:  # noqa: F811
    blob, _size = world.room.files.put_bytes(b"left over")
    path = world.room.files.path(blob)
    long_ago = time.time() - 7_200
    os.utime(path, (long_ago, long_ago))
    shown = page(room)
    room.press("Ctrl+R")
    found = select(room, shown, Area.ORPHANS)
    assert found.mend is Mend.REMOVE_ORPHANS
    assert shown.mend_button.isVisible()
    room.press("Ctrl+Return")
    assert not path.exists()
    assert select(room, shown, Area.ORPHANS).severity is Severity.GOOD


def test_only_those_who_keep_the_office_safe_see_it(
    qapp: QApplication,
    world: World,  # noqa: F811
    runner: OperationRunner,
    keep,
) -> None:
    for who, sees in (("clerk", False), ("admin", True)):
        other = SettingsRoom(world, runner, who)
        window = other.window(qapp)
        keep(window)
        settings = window.open("settings")
        assert isinstance(settings, SettingsPage)
        assert ("health" in settings.section_keys) == sees
        other.settle()


def test_every_finding_has_its_words() -> None:
    for code in SEEN_WORDS:
        found = HealthFinding(Area.SPACE, Severity.NOTE, code, tuple((name, "7") for name in _gaps(code)))
        assert "{" not in str(word_seen(found)), code
    assert set(ADVICE_WORDS) <= set(SEEN_WORDS)


def _gaps(code: str) -> list[str]:
    from string import Formatter

    return [name for _text, name, _spec, _conv in Formatter().parse(SEEN_WORDS[code]) if name]


def test_progress_stops_what_it_follows() -> None:
    from creditbank_desktop.models.check_findings import CheckProgress

    progress, counting = HealthProgress(), CheckProgress()
    progress.enter(Area.CHAINS)
    progress.follow(counting)
    counting.done, counting.total = 3, 9
    assert progress.position == (3, 9)
    progress.cancel()
    assert counting.cancelled


def test_tables_are_compared_and_rebuilt_by_keys(room: SettingsRoom, world: World) -> None:  # noqa: F811
    shown = page(room)
    room.press("Ctrl+Shift+R")
    assert select(room, shown, Area.TABLES).severity is Severity.GOOD
    world.store.write(
        lambda unit: unit.connection.exec_driver_sql("UPDATE person SET name = 'x' WHERE login = 'clerk'")
    )
    room.press("Ctrl+Shift+R")
    found = select(room, shown, Area.TABLES)
    assert (found.severity, found.mend) == (Severity.BAD, Mend.REBUILD)
    assert "person" in shown.seen.text()
    assert "(name)" in shown.seen.text()
    room.press("Ctrl+Return")
    notice = shown.messages.notice
    assert notice is not None
    assert "Nothing can be backed up" in notice.text  # this office has no folder for backups
    assert select(room, shown, Area.TABLES).severity is Severity.BAD
