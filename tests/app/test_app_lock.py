"""The window locks, hands over and lets people back in who forgot: keys only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from creditbank_desktop.app.desktop import Desktop
from creditbank_desktop.app.front_door import OFFICE_FOLDER
from creditbank_desktop.app.main import main
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.devices.paths import folders_under
from creditbank_desktop.ui.shell.idle_watch import IdleWatch
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.main import main as server_main
from tests.flows.recovery_office import ADMIN, CLERK, OTHER, Desk, copied_desk, enrol, founded_desk
from tests.server.serving import own_database, own_server, postgres  # noqa: F401 - fixtures

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments
WAIT_MS = 30_000
PRESSED_MS = 150
"""A button that is pressed by its key is let go a tenth of a second later."""


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return founded_desk(tmp_path_factory.mktemp("founded") / "office", SystemClock())


@pytest.fixture
def office(founded: Desk, tmp_path: Path) -> Desk:
    return copied_desk(founded, folders_under(tmp_path).data / OFFICE_FOLDER, SystemClock())


@pytest.fixture
def start(
    qapp: QApplication, resources: Path, tmp_path: Path, office: Desk
) -> Iterator[Callable[[], Desktop]]:
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


def settled(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: not desktop.runner.is_busy, timeout=WAIT_MS)


def asks_for_a_passphrase(qtbot: QtBot, desktop: Desktop) -> None:
    people = desktop.login.people
    qtbot.waitUntil(
        lambda: desktop.login.isVisible() and desktop.login.pages.currentWidget() is people, timeout=WAIT_MS
    )
    settled(qtbot, desktop)


def choose(desktop: Desktop, login: str) -> None:
    """Move to the person with Up and Down, as the keyboard does from the passphrase."""
    people = desktop.login.people
    for key in [Qt.Key.Key_Up] * people.list.count():
        QTest.keyClick(people.secret, key)
    for _ in range(people.list.count()):
        person = people.person()
        if person is not None and person.id == login:
            return
        QTest.keyClick(people.secret, Qt.Key.Key_Down)
    raise AssertionError(login)


def type_in(qtbot: QtBot, desktop: Desktop, login: str, passphrase: str) -> None:
    asks_for_a_passphrase(qtbot, desktop)
    choose(desktop, login)
    QTest.keyClicks(desktop.login.people.secret, passphrase)
    QTest.keyClick(desktop.login.people.secret, Qt.Key.Key_Return)
    qtbot.wait(PRESSED_MS)


def works_as(qtbot: QtBot, desktop: Desktop, name: str) -> None:
    qtbot.waitUntil(
        lambda: (
            desktop.bench is not None
            and desktop.bench.window.isVisible()
            and desktop.bench.session.actor.name == name
        ),
        timeout=WAIT_MS,
    )


def words_of(widget: QWidget) -> str:
    parts = [child.property("text") for child in widget.findChildren(QWidget) if child.isVisibleTo(widget)]
    return "\n".join(str(part) for part in parts if part)


def lock(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.bench is not None
    QTest.keyClick(desktop.bench.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    asks_for_a_passphrase(qtbot, desktop)


def test_a_locked_window_keeps_what_was_typed_and_lets_somebody_else_work(qtbot: QtBot, start) -> None:
    desktop = start()
    type_in(qtbot, desktop, "clerk", CLERK)
    works_as(qtbot, desktop, "陈晓雨")
    first = desktop.bench
    assert first is not None
    settled(qtbot, desktop)
    search = first.window.top.search
    QTest.keyClicks(search, "half a na")
    dialog = QDialog(first.window)
    line = QLineEdit(dialog)
    dialog.open()
    QTest.keyClicks(line, "unsaved")
    desktop._idle.idled.emit()
    asks_for_a_passphrase(qtbot, desktop)
    assert not first.window.isVisible()
    assert not dialog.isVisible()
    assert "Locked: the session of 陈晓雨" in words_of(desktop.login.people)
    person = desktop.login.people.person()
    assert person is not None
    assert person.id == "clerk"
    type_in(qtbot, desktop, "admin", ADMIN)
    works_as(qtbot, desktop, "秦岚")
    second = desktop.bench
    assert second is not None
    assert second.session.store is first.session.store
    assert not first.window.isVisible()
    lock(qtbot, desktop)
    type_in(qtbot, desktop, "clerk", CLERK)
    works_as(qtbot, desktop, "陈晓雨")
    assert desktop.bench is first
    assert search.text() == "half a na"
    assert dialog.isVisible()
    assert line.text() == "unsaved"
    dialog.close()
    settled(qtbot, desktop)
    first.window.sign_out_asked.emit()
    asks_for_a_passphrase(qtbot, desktop)
    # Somebody else's session is locked beside it: the store stays open for them.
    assert desktop.door.session is second.session
    type_in(qtbot, desktop, "admin", ADMIN)
    works_as(qtbot, desktop, "秦岚")
    assert desktop.bench is second
    settled(qtbot, desktop)
    second.window.sign_out_asked.emit()
    qtbot.waitUntil(lambda: desktop.door.session is None, timeout=WAIT_MS)
    asks_for_a_passphrase(qtbot, desktop)


def test_without_input_the_window_locks_and_the_store_stays_open(qtbot: QtBot, start) -> None:
    desktop = start()
    type_in(qtbot, desktop, "clerk", CLERK)
    works_as(qtbot, desktop, "陈晓雨")
    assert desktop.bench is not None
    qtbot.waitUntil(lambda: desktop._idle.is_watching, timeout=WAIT_MS)
    desktop._idle.idled.emit()
    asks_for_a_passphrase(qtbot, desktop)
    session = desktop.door.session
    assert session is not None
    assert session.store.read(lambda reader: reader.office()) is not None
    settled(qtbot, desktop)
    actions = [row.action for row in session.store.read(lambda reader: reader.audit_rows())]
    assert actions[0] == "session.locked"


def test_the_idle_time_counts_by_a_clock_that_nobody_sets(qtbot: QtBot, qapp: QApplication) -> None:
    moment = [5_000_000]
    watch = IdleWatch(lambda: moment[0])
    locked: list[bool] = []
    watch.idled.connect(lambda: locked.append(True))
    field = QLineEdit()
    qtbot.addWidget(field)
    watch.watch(10)
    moment[0] += 9 * 60_000
    QTest.keyClick(field, Qt.Key.Key_A)
    moment[0] += 9 * 60_000
    watch.look()
    assert locked == []
    moment[0] += 60_000
    watch.look()
    assert locked == [True]
    watch.watch(10)
    # A computer that slept meanwhile: the first key comes too late to prolong anything.
    moment[0] += 3 * 3_600_000
    QTest.keyClick(field, Qt.Key.Key_A)
    assert locked == [True, True]
    watch.rest()


def test_five_wrong_passphrases_are_told_and_delay_the_right_one(qtbot: QtBot, start) -> None:
    desktop = start()
    for _ in range(4):
        type_in(qtbot, desktop, "clerk", OTHER)
        settled(qtbot, desktop)
        assert "not right" in words_of(desktop.login.people)
    type_in(qtbot, desktop, "clerk", CLERK)
    settled(qtbot, desktop)
    assert "Try again in" in words_of(desktop.login.people)
    assert desktop.bench is None
    qtbot.wait(2_100)
    type_in(qtbot, desktop, "clerk", OTHER)
    settled(qtbot, desktop)
    qtbot.wait(4_100)
    type_in(qtbot, desktop, "clerk", CLERK)
    works_as(qtbot, desktop, "陈晓雨")


def fill_recovery(qtbot: QtBot, desktop: Desktop, values: dict[str, str]) -> None:
    page = desktop.login.recovering
    assert page is not None
    page.way.set_value("unlock_file" if "unlock_file" in values else "code")
    page.way.edited.emit()
    lines = {
        "login": page.login,
        "unlock_file": page.unlock_file.path,
        "code": page.code,
        "passphrase": page.secret,
        "repeated": page.repeated,
    }
    for name, text in values.items():
        lines[name].clear()
        QTest.keyClicks(lines[name], text)
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(PRESSED_MS)
    settled(qtbot, desktop)


def open_recovery(qtbot: QtBot, desktop: Desktop) -> None:
    QTest.keyClick(desktop.login, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(
        lambda: (
            desktop.login.recovering is not None
            and desktop.login.pages.currentWidget() is desktop.login.recovering
        ),
        timeout=WAIT_MS,
    )


@pytest.mark.parametrize("lost", ["passphrase", "keyring"])
def test_the_recovery_code_lets_somebody_in_from_the_window(
    qtbot: QtBot, start, office: Desk, lost: str
) -> None:
    if lost == "keyring":
        office.place.keyring.unlink()
        office.place.keyring_copy.unlink()
    desktop = start()
    if lost == "keyring":
        qtbot.waitUntil(desktop.login.messages.isVisible, timeout=WAIT_MS)
    else:
        asks_for_a_passphrase(qtbot, desktop)
    open_recovery(qtbot, desktop)
    typed = {"login": "clerk", "code": "0" * 32, "passphrase": OTHER, "repeated": OTHER}
    fill_recovery(qtbot, desktop, typed | {"repeated": CLERK})
    assert "differ" in words_of(desktop.login)
    fill_recovery(qtbot, desktop, typed)
    assert "does not open the store" in words_of(desktop.login)
    fill_recovery(qtbot, desktop, typed | {"code": office.code})
    works_as(qtbot, desktop, "陈晓雨")


def test_somebody_recovers_beside_a_locked_session(qtbot: QtBot, start, office: Desk) -> None:
    desktop = start()
    type_in(qtbot, desktop, "admin", ADMIN)
    works_as(qtbot, desktop, "秦岚")
    settled(qtbot, desktop)
    lock(qtbot, desktop)
    open_recovery(qtbot, desktop)
    typed = {"login": "clerk", "code": office.code, "passphrase": OTHER, "repeated": OTHER}
    fill_recovery(qtbot, desktop, typed)
    works_as(qtbot, desktop, "陈晓雨")
    assert desktop.door.session is not None


@pytest.fixture
def unlock_file(office: Desk, own_server: EmbeddedServer, tmp_path: Path, capsys) -> tuple[Path, str]:
    """Return an unlock file that the organisation made from the office's escrow copy, and its code."""
    settings = own_server.central.settings
    assert settings.database is not None
    base = ["--data-dir", str(settings.data_folder), "--database", settings.database]
    secret, key, out = tmp_path / "secret", tmp_path / "recovery.key", tmp_path / "unlock.json"
    secret.write_text("four geese over the weir", "utf-8")
    assert server_main([*base, "recovery-key", "--out", str(key), "--passphrase-file", str(secret)]) == 0
    enrol(office, own_server)
    office.close()
    capsys.readouterr()
    copy = str(office.place.recovery)
    more = ["--key", str(key), "--out", str(out), "--passphrase-file", str(secret)]
    assert server_main([*base, "open-escrow", copy, *more]) == 0
    return out, capsys.readouterr().out.strip().rpartition(" ")[2]


def test_escrow_lets_somebody_in_from_the_window(qtbot: QtBot, start, unlock_file: tuple[Path, str]) -> None:
    file, code = unlock_file
    desktop = start()
    asks_for_a_passphrase(qtbot, desktop)
    open_recovery(qtbot, desktop)
    typed = {"login": "admin", "unlock_file": str(file), "code": code, "passphrase": OTHER, "repeated": OTHER}
    fill_recovery(qtbot, desktop, typed)
    works_as(qtbot, desktop, "秦岚")


def test_escrow_lets_somebody_in_from_the_command_line(
    office: Desk, unlock_file: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    file, code = unlock_file
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{code}\n{OTHER}\n"))
    monkeypatch.setattr("creditbank_desktop.app.main.forbid_memory_dumps", lambda: True)
    base = ["--data-dir", str(tmp_path), "recover", "--login", "admin", "--escrow-answer", str(file)]
    assert main(base) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{code}\n{OTHER}\n"))
    assert main(base) == 1
    office.unlock("admin", OTHER)
    office.close()
