"""From the first start to the window: set up, unlock, lock, hand over, sign out - and what can go wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from creditbank_desktop.app.desktop import Desktop
from creditbank_desktop.app.warming import Warming
from creditbank_desktop.devices.paths import folders_under
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.views_ledger import PersonForm
from creditbank_desktop.ui.login.desk import OfficeSetup

SETUP = OfficeSetup(
    office_name="示例学院学分银行",
    school_code="99801",
    office_code="01",
    administrator="秦岚",
    passphrase="velvet engine island",
    server_address="",
)
CLERK = PersonForm("counter1", "陈晓雨", "apricot lantern harbour", frozenset({Role.CLERK}))


@pytest.fixture
def start(qapp: QApplication, resources: Path, tmp_path: Path) -> Iterator[Callable[[], Desktop]]:
    started: list[Desktop] = []

    def begin() -> Desktop:
        desktop = Desktop(qapp, folders_under(tmp_path).make(), resources, "en", sample=False)
        started.append(desktop)
        desktop.start()
        return desktop

    yield begin
    for desktop in started:
        desktop.close()
        desktop.login.hide()
        desktop.login.deleteLater()
        desktop.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shows(desktop: Desktop, page: QWidget) -> Callable[[], bool]:
    return lambda: desktop.login.isVisible() and desktop.login.pages.currentWidget() is page


def works(desktop: Desktop) -> Callable[[], bool]:
    return lambda: desktop.bench is not None and desktop.bench.window.isVisible()


def unlock(qtbot: QtBot, desktop: Desktop, login: str, passphrase: str) -> None:
    qtbot.waitUntil(shows(desktop, desktop.login.people), timeout=20_000)
    desktop.login.people.unlock_asked.emit(login, passphrase)


def set_up(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(shows(desktop, desktop.login.first_run), timeout=20_000)
    desktop.login.set_up.set_up_asked.emit(SETUP)
    qtbot.waitUntil(shows(desktop, desktop.login.recovery), timeout=20_000)
    desktop.login.recovery.written_down.emit()


def test_an_office_is_set_up_opened_locked_and_opened_again(
    qtbot: QtBot, start: Callable[[], Desktop]
) -> None:
    desktop = start()
    set_up(qtbot, desktop)
    unlock(qtbot, desktop, "admin", "velvet engine island")
    qtbot.waitUntil(works(desktop), timeout=20_000)
    assert desktop.bench is not None
    first = desktop.bench.window
    assert first.current_key
    assert not desktop.login.isVisible()
    first.lock_asked.emit()
    assert not first.isVisible()
    unlock(qtbot, desktop, "admin", "velvet engine island")
    qtbot.waitUntil(works(desktop), timeout=20_000)
    assert desktop.bench.window is first


def test_a_wrong_passphrase_says_so_under_the_field(qtbot: QtBot, start: Callable[[], Desktop]) -> None:
    desktop = start()
    set_up(qtbot, desktop)
    unlock(qtbot, desktop, "admin", "not the right one")
    qtbot.waitUntil(lambda: not desktop.runner.is_busy, timeout=20_000)
    assert desktop.bench is None
    assert any("passphrase" in text.lower() for text in texts(desktop.login.people))


def texts(widget: QWidget) -> list[str]:
    found = [child.property("text") for child in widget.findChildren(QWidget) if child.isVisibleTo(widget)]
    return [str(text) for text in found if text]


def test_another_person_takes_over_in_the_same_open_store(qtbot: QtBot, start: Callable[[], Desktop]) -> None:
    desktop = start()
    set_up(qtbot, desktop)
    unlock(qtbot, desktop, "admin", "velvet engine island")
    qtbot.waitUntil(works(desktop), timeout=20_000)
    assert desktop.bench is not None
    session = desktop.bench.session
    session.services.identity.add_person(session.actor, CLERK)
    desktop.bench.window.lock_asked.emit()
    unlock(qtbot, desktop, "counter1", "apricot lantern harbour")
    qtbot.waitUntil(
        lambda: desktop.bench is not None and desktop.bench.session is not session, timeout=20_000
    )
    assert desktop.bench.session.actor.roles == {Role.CLERK}
    assert desktop.bench.session.store is session.store


def test_signing_out_closes_the_store(qtbot: QtBot, start: Callable[[], Desktop]) -> None:
    desktop = start()
    set_up(qtbot, desktop)
    unlock(qtbot, desktop, "admin", "velvet engine island")
    qtbot.waitUntil(works(desktop), timeout=20_000)
    assert desktop.bench is not None
    desktop.bench.window.sign_out_asked.emit()
    qtbot.waitUntil(lambda: desktop.door.session is None, timeout=20_000)
    unlock(qtbot, desktop, "admin", "velvet engine island")
    qtbot.waitUntil(works(desktop), timeout=20_000)


@pytest.mark.parametrize("damage", ["keyring", "store", "foreign"])
def test_a_damaged_office_is_a_sentence_and_no_crash(
    qtbot: QtBot, start: Callable[[], Desktop], tmp_path: Path, damage: str
) -> None:
    desktop = start()
    set_up(qtbot, desktop)
    qtbot.waitUntil(shows(desktop, desktop.login.people), timeout=20_000)
    qtbot.waitUntil(lambda: not desktop.runner.is_busy, timeout=20_000)
    place = desktop.door.place
    crashes: list[BaseException] = []
    desktop.runner.crashed.connect(crashes.append)
    match damage:
        case "keyring":
            place.keyring.write_text("{", "utf-8")
            place.keyring_copy.unlink()
        case "store":
            for file in place.store.iterdir():
                file.unlink()
        case _:
            for file in place.store.glob("*.db"):
                file.write_bytes(b"SQLite format 3\x00" + bytes(5_000))
    desktop.login.people.unlock_asked.emit("admin", "velvet engine island")
    qtbot.waitUntil(desktop.login.messages.isVisible, timeout=20_000)
    assert desktop.bench is None
    assert crashes == []
    assert any(len(text) > 20 for text in texts(desktop.login.messages))


def clerk_works(qtbot: QtBot, desktop: Desktop) -> Warming:
    """Let a clerk sign in to a new office; return what warms the hints for them."""
    set_up(qtbot, desktop)
    unlock(qtbot, desktop, "admin", "velvet engine island")
    qtbot.waitUntil(works(desktop), timeout=20_000)
    assert desktop.bench is not None
    before = desktop.bench
    before.session.services.identity.add_person(before.session.actor, CLERK)
    before.window.lock_asked.emit()
    unlock(qtbot, desktop, "counter1", "apricot lantern harbour")
    qtbot.waitUntil(lambda: desktop.bench is not None and desktop.bench is not before, timeout=20_000)
    return desktop.bench.findChildren(Warming)[0]


def test_hints_are_warmed_after_the_first_paint_and_only_for_a_clerk(
    qtbot: QtBot, start: Callable[[], Desktop]
) -> None:
    desktop = start()
    mine = clerk_works(qtbot, desktop)
    assert not mine.is_begun, "the window is painted first"
    qtbot.waitUntil(mine.warmth.ended.is_set, timeout=20_000)
    assert mine.warmth.asked
    others = [one for one in desktop._warming.values() if one is not mine]
    assert others
    assert not any(one.is_begun for one in others), "an administrator opens no accounts"


def test_a_close_while_hints_are_warmed_waits_for_no_import_and_asks_nothing(
    qtbot: QtBot, start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch
) -> None:
    importing, imported = threading.Event(), threading.Event()

    def slow_tables() -> None:
        importing.set()
        assert imported.wait(20)

    monkeypatch.setattr("creditbank_desktop.app.warming.read_tables", slow_tables)
    desktop = start()
    mine = clerk_works(qtbot, desktop)
    qtbot.waitUntil(importing.is_set, timeout=20_000)
    warmth = mine.warmth
    desktop.close()
    assert not warmth.ended.is_set(), "the close did not wait for the import"
    assert desktop.door.session is None
    imported.set()
    assert warmth.ended.wait(20)
    assert not warmth.asked
