"""The settings over a real office, worked by keys, and pictures of every section.

Run as a module with a folder to write pictures: ``python -m tests.ui.settings_rooms FOLDER [SECTION …]``.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QKeyCombination, QSize
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.app.office import Session, Surroundings, engine_of
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.sections import SectionRoom, section_groups
from creditbank_desktop.devices.printing import PrinterName, PrintJob
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.domain.ids import DeviceId
from creditbank_desktop.domain.operations.registry_bodies import DeviceEnrolled
from creditbank_desktop.sync.face import SyncStatus
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.screenshots import save_picture
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.settings.page import SettingsPage
from creditbank_desktop.ui.settings.workplace import settings_workplace
from creditbank_desktop.ui.shell.main_window import MainWindow
from creditbank_desktop.ui.shell.workplaces import ShellUser, WorkplacePage
from creditbank_desktop.ui.theme.colours import Look
from tests.services.services_samples import RESOURCES
from tests.services.services_world import CHEAP, IDS, World, new_world
from tests.ui.ui_gallery import Found, deeds, dressed

NOBODY_ASKED = SyncStatus(
    enrolled=True,
    address="https://creditbank.example",
    saved=0,
    sent=0,
    in_doubt=0,
    held_here=0,
    files=0,
    file_bytes=0,
    oldest_at=None,
    last_contact_at=datetime(2026, 3, 1, 9, 0, tzinfo=UTC),
    last_fault="",
    running=False,
)


class RecordingPrinter:
    """Two printers that keep what they get."""

    prints_directly = True

    def __init__(self) -> None:
        self.jobs: list[PrintJob] = []

    def printers(self) -> tuple[PrinterName, ...]:
        return (PrinterName("Counter", True), PrinterName("Archive", False))

    def print_pdf(self, job: PrintJob) -> str:
        self.jobs.append(job)
        return f"job-{len(self.jobs)}"


PageT = TypeVar("PageT", bound=WorkplacePage)


@dataclass
class SettingsRoom:
    """A window with the settings of one member of staff, and what they do in it.

    ``path`` is what the dialogs for files answer.
    """

    world: World
    runner: OperationRunner
    who: str = "everything"
    path: str = ""
    printer: RecordingPrinter = field(default_factory=RecordingPrinter)
    bus: ChangeBus = field(default_factory=ChangeBus)
    status: SyncStatus = NOBODY_ASKED

    def session(self) -> Session:
        """Return the open office as the composition root has it."""
        world = self.world
        enrolment = cast(Any, world.room.enrolment)
        return Session(
            OfficePlace(world.folder),
            Surroundings(RESOURCES, world.clock, IDS, CHEAP),
            enrolment.keyring,
            enrolment.unlocked,
            world.store,
            world.room,
            world.services,
            world.actors[self.who],
            engine_of(world.room),
        )

    def window(self, app: QApplication) -> MainWindow:
        """Return the window."""
        actor = self.world.actors[self.who]
        room = SectionRoom(
            self.session(),
            self.runner,
            self.bus,
            lambda: self.status,
            deeds(app),
            printer=self.printer,
        )
        settings = settings_workplace(section_groups(room), actor.roles)
        self.shown = MainWindow(
            (settings,), ShellUser(actor.name, actor.roles), self.runner, Found(), deeds(app)
        )
        return self.shown

    def open(self, section: str) -> WorkplacePage:
        """Bring a section to the front."""
        page = self.shown.open("settings")
        assert isinstance(page, SettingsPage)
        opened = page.open_section(section)
        self.settle()
        return opened

    def page(self, section: str, kind: type[PageT]) -> PageT:
        """Bring a section to the front, whose dialogs for files answer with `path`."""
        opened = self.open(section)
        assert isinstance(opened, kind)
        return opened

    def settle(self) -> None:
        """Wait until nothing is under way."""
        app = QApplication.instance()
        assert app is not None
        for _ in range(6):
            deadline = QDeadlineTimer(20_000)
            while self.runner.is_busy and not deadline.hasExpired():
                app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            app.processEvents()

    def rest(self) -> None:
        """Let typing rest for so long that what follows it begins, and wait for that."""
        QTest.qWait(500)
        self.settle()

    def focus(self) -> QWidget:
        """Return where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def press(self, *keys: str) -> None:
        """Press ``keys`` one after the other, each where the focus is."""
        for key in keys:
            combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
            QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())
            self.settle()

    def type(self, text: str) -> None:
        """Type ``text`` where the focus is, Chinese by an input method."""
        if text.isascii():
            QTest.keyClicks(self.focus(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.focus(), event)
        self.settle()


def second_device(world: World) -> None:
    """Let a second device be known, as sync brings it."""
    actor = world.actors["admin"]
    body = DeviceEnrolled(
        DeviceId(IDS.new_id()), actor.office, "Archive room laptop", b"\x01" * 32, b"\x02" * 32
    )
    world.store.write(lambda unit: unit.record(actor, body))


def pictures(out: Path, wanted: list[str]) -> None:
    """Write pictures of the sections in both looks and languages."""
    app = QApplication(sys.argv[:1])
    runner = OperationRunner()
    sizes = {"1366": (QSize(1366, 768), 1.0), "1280": (QSize(1280, 720), 1.5)}
    crashes: list[BaseException] = []
    runner.crashed.connect(crashes.append)
    with tempfile.TemporaryDirectory() as folder:
        world = new_world(Path(folder), Fonts(RESOURCES / "fonts"))
        second_device(world)
        for look, language, size in (
            (Look.LIGHT, Language.CHINESE, "1366"),
            (Look.DARK, Language.ENGLISH, "1366"),
            (Look.LIGHT, Language.ENGLISH, "1280"),
            (Look.DARK, Language.CHINESE, "1280"),
        ):
            dressed(app, look, language)
            room = SettingsRoom(world, runner)
            window = room.window(app)
            pixels, scale = sizes[size]
            window.resize(round(pixels.width() / scale), round(pixels.height() / scale))
            window.show()
            page = window.open("settings")
            assert isinstance(page, SettingsPage)
            for key in page.section_keys:
                if wanted and key not in wanted:
                    continue
                room.open(key)
                room.settle()
                name = f"{key}-{look.value}-{language.value}-{size}.png"
                save_picture(window, out / name, pixels, scale)
            window.close()
        world.close()
    runner.close()
    for crash in crashes:
        raise crash


if __name__ == "__main__":
    pictures(Path(sys.argv[1]), sys.argv[2:])
