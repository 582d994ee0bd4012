"""Backups, their settings, the export and the restore by keys alone, in both languages and looks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.app.front_door import FrontDoor
from creditbank_desktop.app.office import Session
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.restoring import restore_as_asked
from creditbank_desktop.app.sample.people import read_sample_people
from creditbank_desktop.app.sample.staffing import StaffedOffice, staff_sample_office
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.views_backup import BackupSettings, BackupView, RestoreReport
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.safety.backup_desk import BackupDesk
from creditbank_desktop.ui.safety.backup_page import BackupPage
from creditbank_desktop.ui.safety.backup_watch import BackupWatch, back_up_before_closing
from creditbank_desktop.ui.safety.restore_desk import RestoreRequest
from creditbank_desktop.ui.safety.restore_page import CODE, RestorePage
from creditbank_desktop.ui.theme.colours import Look
from tests.flows.drilling import surroundings_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SIZES = ((1020, 640), (790, 400))


class Asked(QObject):
    """Takes note of what was asked to be restored."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []

    @Slot(str)
    def restore(self, path: str) -> None:
        self.paths.append(path)


class Room:
    """A staffed office whose backups go to a stick."""

    def __init__(self, folder: Path, runner: OperationRunner) -> None:
        self.place = OfficePlace(folder / "office")
        self.around = surroundings_of(SystemClock())  # type: ignore[arg-type]
        self.office: StaffedOffice = staff_sample_office(self.place, self.around)
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.runner = runner
        self.bus = ChangeBus()
        self.asked = Asked()
        people = read_sample_people(resources_folder() / "sample")
        self.admin = next(person for person in people if Role.ADMINISTRATOR in person.roles)

    @property
    def session(self) -> Session:
        return self.office.by_role()[Role.ADMINISTRATOR]

    def page(self) -> BackupPage:
        session = self.session
        services = session.services
        return BackupPage(
            BackupDesk(
                services.backups,
                services.exports,
                self.runner,
                self.bus,
                session.actor,
                session.room.clock,
                self.asked.restore,
            )
        )

    def restorable(self, folder: str) -> tuple[BackupView, ...]:
        return FrontDoor(self.place.folder.parent, resources_folder()).restorable(folder or str(self.stick))

    def restore(self, request: RestoreRequest, progress: BackupProgress) -> RestoreReport:
        return restore_as_asked(self.place, self.around, request, progress)


@pytest.fixture
def room(dress, qapp: QApplication, runner: OperationRunner, tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path, runner)
    yield made
    made.office.close()


@pytest.fixture
def page(qtbot, room: Room, keep: Callable[[QWidget], None]) -> BackupPage:
    made = room.page()
    keep(made)
    lay_out(made, *SIZES[0])
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.on_opened()
    settled(qtbot, room)
    return made


def settled(qtbot, room: Room) -> None:
    qtbot.waitUntil(lambda: not room.runner.is_busy, timeout=20_000)


def press(page: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.window().focusWidget() or page, key, modifier)


def told(page: BackupPage) -> str:
    return "" if page.messages.notice is None else str(page.messages.notice.text)


def test_the_first_backup_is_one_key_away(qtbot, room: Room, page: BackupPage) -> None:
    assert str(page.chip.words) == "Not backed up"
    press(page, Qt.Key.Key_B, CTRL)
    settled(qtbot, room)
    qtbot.waitUntil(lambda: bool(page.register.shown_rows()))
    assert told(page).startswith("Backed up and checked")
    assert str(page.chip.words) == "On this disk only"
    assert "second folder" in page.advice.text()


def test_settings_are_typed_checked_and_kept(qtbot, room: Room, page: BackupPage) -> None:
    press(page, Qt.Key.Key_E, CTRL)
    assert page.form.folder.path.hasFocus()
    QTest.keyClicks(page.form.folder.path, "/nowhere/at/all")
    press(page, Qt.Key.Key_Return, CTRL)
    settled(qtbot, room)
    assert page.form.row("folder").problems()[0].code == "backup.folder_missing"
    page.form.folder.path.selectAll()
    QTest.keyClicks(page.form.folder.path, str(room.stick))
    press(page, Qt.Key.Key_Return, CTRL)
    settled(qtbot, room)
    kept = room.session.services.backups.settings(room.session.actor)
    assert kept == BackupSettings(str(room.stick))
    assert json.loads((room.place.folder / "backup-places.json").read_text())["folder"] == str(room.stick)
    press(page, Qt.Key.Key_B, CTRL)
    settled(qtbot, room)
    qtbot.waitUntil(lambda: str(page.chip.words) == "Backed up")


def test_a_stick_that_was_pulled_out_is_told_and_tried_again(qtbot, room: Room, page: BackupPage) -> None:
    backups, actor = room.session.services.backups, room.session.actor
    backups.save_settings(actor, BackupSettings(str(room.stick)))
    room.stick.rename(room.stick.with_name("pocket"))
    press(page, Qt.Key.Key_B, CTRL)
    settled(qtbot, room)
    assert "is not there" in told(page)
    notes: list[str] = []
    watch = BackupWatch(backups, actor, room.runner, room.bus, page)
    watch.noted.connect(notes.append)
    watch.look()
    settled(qtbot, room)
    assert next(iter(notes)).startswith("The second folder is away")
    assert backups.backups(actor).newest_at is not None, "meanwhile it is kept on this computer"
    room.stick.with_name("pocket").rename(room.stick)
    watch.look()
    settled(qtbot, room)
    assert notes[-1].startswith("Backed up")
    assert backups.backups(actor).is_elsewhere
    watch.stop()


def test_a_backup_is_read_whole_and_a_damaged_one_told(qtbot, room: Room, page: BackupPage) -> None:
    made = room.session.services.backups.make(room.session.actor, BackupProgress()).value.backup
    page.refresh()
    settled(qtbot, room)
    page.register.go_to_table()
    press(page, Qt.Key.Key_J, CTRL)
    settled(qtbot, room)
    assert "from beginning to end" in told(page)
    store = Path(made.path) / "store.db"
    data = bytearray(store.read_bytes())
    data[len(data) // 2] ^= 1
    store.write_bytes(bytes(data))
    press(page, Qt.Key.Key_J, CTRL)
    settled(qtbot, room)
    assert "damaged" in told(page)
    press(page, Qt.Key.Key_T, CTRL)
    assert room.asked.paths == [made.path]


def test_the_export_asks_for_purpose_and_passphrase(
    qtbot, room: Room, page: BackupPage, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    press(page, Qt.Key.Key_E, CTRL | SHIFT)
    form = page.export
    form.folder.set_text(str(out))
    press(page, Qt.Key.Key_Return, CTRL)
    settled(qtbot, room)
    assert form.row("passphrase").problems()
    assert form.purpose.choice_row.problems()
    form.purpose.choice.set_value("migration")
    for editor in (form.secret, form.again):
        QTest.keyClicks(editor, "a good long passphrase")
    press(page, Qt.Key.Key_Return, CTRL)
    settled(qtbot, room)
    assert told(page).startswith("Exported to")
    assert [path.name.endswith(".zip.age") for path in out.iterdir()] == [True]
    assert room.session.store.read(lambda reader: reader.audit_rows(limit=1))[0].action == "export.made"


def test_the_days_work_is_backed_up_before_the_program_ends(qtbot, room: Room) -> None:
    backups, actor = room.session.services.backups, room.session.actor
    assert backups.is_unsaved(actor)
    back_up_before_closing(backups, actor, room.runner)
    assert not backups.is_unsaved(actor)
    qtbot.waitUntil(lambda: not QApplication.topLevelWidgets(), timeout=5_000)


def test_a_backup_is_put_back_by_keys(qtbot, room: Room, keep: Callable[[QWidget], None]) -> None:
    backups, actor = room.session.services.backups, room.session.actor
    backups.make(actor, BackupProgress(), str(room.stick))
    room.office.close()
    page = RestorePage(room, room.runner)
    keep(page)
    lay_out(page, 470, 560)
    page.begin()
    settled(qtbot, room)
    QTest.keyClicks(page.login, room.admin.login)
    QTest.keyClicks(page.secret, "not the passphrase")
    QTest.keyClick(page.secret, Qt.Key.Key_Return, CTRL)
    settled(qtbot, room)
    assert page.form.row("passphrase").problems()[0].code == "identity.wrong_passphrase"
    QTest.keyClicks(page.secret, room.admin.passphrase)
    QTest.keyClick(page.secret, Qt.Key.Key_Return, CTRL)
    settled(qtbot, room)
    qtbot.waitUntil(page.done.isVisible)
    assert "operations as of" in page.report.text()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.done, Qt.Key.Key_Return)


def test_a_code_that_is_wrong_is_told_under_its_field(qtbot, room: Room, keep) -> None:
    room.session.services.backups.make(room.session.actor, BackupProgress(), str(room.stick))
    room.office.close()
    page = RestorePage(room, room.runner)
    keep(page)
    lay_out(page, 470, 560)
    page.begin()
    settled(qtbot, room)
    page.way.set_value(CODE)
    page.way.edited.emit()
    for typed, code in (("123", "recovery_code.length"), ("0000" * 8, "identity.wrong_recovery_code")):
        page.code.setText(typed)
        QTest.keyClick(page.code, Qt.Key.Key_Return, CTRL)
        settled(qtbot, room)
        assert page.form.row("recovery_code").problems()[0].code == code


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_nothing_is_clipped_or_nameless(
    qtbot, dress, room: Room, keep, look: Look, language: Language
) -> None:
    room.session.services.backups.make(room.session.actor, BackupProgress(), str(room.stick))
    dress(look, language)
    page = room.page()
    keep(page)
    restoring = RestorePage(room, room.runner)
    keep(restoring)
    restoring.begin()
    page.on_opened()
    settled(qtbot, room)
    for width, height in SIZES:
        for side in range(3):
            page._side.setCurrentIndex(side)
            lay_out(page, width, height)
            assert clipped_words(page) == []
            assert nameless_controls(page) == []
    lay_out(restoring, 470, 560)
    assert clipped_words(restoring) == []
    assert nameless_controls(restoring) == []
