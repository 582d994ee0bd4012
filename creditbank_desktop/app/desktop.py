"""Opens the window: login first, everything heavy afterwards, one main window for each person signed in."""

from __future__ import annotations

import logging
import sys
import threading
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import isValid

from creditbank_desktop.app.crash import CrashHandler
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.front_door import FrontDoor, Tell
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.devices.clock import SystemRunningClock
from creditbank_desktop.devices.paths import Folders, folders_under, forbid_memory_dumps, system_folders
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.ui.collecting import Collecting
from creditbank_desktop.ui.i18n import Language, switch_language, system_language, tr
from creditbank_desktop.ui.login.window import LoginWindow
from creditbank_desktop.ui.running import Notice, OperationRunner
from creditbank_desktop.ui.shell.idle_watch import IdleWatch
from creditbank_desktop.ui.theme.appearance import apply_look, start_appearance
from creditbank_desktop.ui.theme.colours import Look, Tone
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds

if TYPE_CHECKING:
    from creditbank_desktop.app.office import Session, Surroundings
    from creditbank_desktop.app.places import OfficePlace
    from creditbank_desktop.app.sample.server import SampleServer
    from creditbank_desktop.app.warming import Warming
    from creditbank_desktop.app.workplaces import Workbench

_LOG = logging.getLogger(__name__)
LOCK_SETTING = "lock.idle_minutes"
"""As in `services.key_service`, which is too heavy for the first window."""
_Choice = TypeVar("_Choice", bound=StrEnum)
IMPORTS_AFTER_MS = 100
"""How long the people of the office have been shown before the heavy imports begin."""
LANGUAGES = {"zh": Language.CHINESE, "en": Language.ENGLISH}


def run_desktop(data_dir: Path | None, language: str | None, *, sample: bool) -> int:
    """Open the window on the office in ``data_dir`` (default: the user's folder); return the exit code."""
    forbid_memory_dumps()
    folders = (system_folders() if data_dir is None else folders_under(data_dir)).make()
    app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
    app.setApplicationName("CreditBank")
    app.setQuitOnLastWindowClosed(True)
    from creditbank_desktop.app.single_instance import SingleInstance

    instance = SingleInstance(folders.data)
    if not instance.take():
        print("creditbank: the program is running already; its window was brought forward.")
        return Exit.DONE
    crashes = CrashHandler(folders.logs)
    crashes.install()
    desktop = Desktop(app, folders, resources_folder(), language, sample=sample)
    desktop.mind(crashes)
    instance.asked_to_show.connect(desktop.come_forward)
    desktop.start()
    try:
        return int(app.exec())
    finally:
        desktop.close()
        instance.release()


def make_sample(place: OfficePlace, around: Surroundings, tell: Tell) -> None:
    """Make the sample office; imported late, because it needs everything."""
    from creditbank_desktop.app.sample.loader import make_sample_office

    make_sample_office(place, around, tell=tell)


class Desktop(QObject):
    """Holds the windows of the running program; only one of them is shown at a time."""

    def __init__(
        self, app: QApplication, folders: Folders, resources: Path, language: str | None, *, sample: bool
    ) -> None:
        """Dress the program in the user's last look and language; `start` shows the first window."""
        super().__init__()
        self._app = app
        self._resources = resources
        self._settings = QSettings(str(folders.config / "desktop.ini"), QSettings.Format.IniFormat)
        start_appearance(app, resources / "icons", self._remembered("look", Look))
        self.deeds = AppearanceDeeds(self._switch_look, self._switch_language)
        self._switch_language(self._first_language(language), remember=False)
        self._collecting = Collecting(self)
        self.runner = OperationRunner(self)
        self.door = FrontDoor(folders.data, resources, sample, make_sample)
        self.login = LoginWindow(self.door, self.runner, self.deeds)
        self.login.painted.connect(self._on_login_painted)
        self.login.unlocked.connect(self._on_login_unlocked)
        self._making = QTimer(self, interval=200)
        self._making.timeout.connect(self._on_making_timeout)
        # A timer of its own, which `close` can stop.
        self._imports = QTimer(self, interval=IMPORTS_AFTER_MS, singleShot=True)
        self._imports.timeout.connect(self._begin_imports)
        self.bench: Workbench | None = None
        self._benches: dict[str, Workbench] = {}
        self._put_away: dict[int, list[QWidget]] = {}
        self._warming: dict[int, Warming] = {}
        self._idle = IdleWatch(SystemRunningClock().milliseconds, self)
        self._idle.idled.connect(self._on_lock_asked)
        self._server: SampleServer | None = None

    def start(self) -> None:
        """Show the login window."""
        self.login.show()

    def mind(self, crashes: CrashHandler) -> None:
        """Report bugs of operations and tell the user about every report."""
        self.runner.crashed.connect(crashes.handle)
        crashes.tell_by(self._tell_crash)

    @Slot()
    def come_forward(self) -> None:
        """Bring the present window to the front."""
        window: QWidget = (
            self.login if self.bench is None or not self.bench.window.isVisible() else self.bench.window
        )
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """End work in good order: the day's backup, threads, then the store."""
        if self.bench is not None and not self.door.sample:
            from creditbank_desktop.ui.safety.backup_watch import back_up_before_closing

            session = self.bench.session
            self.bench.backups.stop()
            back_up_before_closing(session.services.backups, session.actor, self.runner)
        self._imports.stop()
        self._drop_bench()
        self.runner.close()
        if self._server is not None:
            self._server.stop()
        self.door.close()
        self._collecting.stop()

    def _first_language(self, asked: str | None) -> Language:
        if asked is not None:
            return LANGUAGES[asked]
        return self._remembered("language", Language) or system_language()

    def _remembered(self, name: str, kind: type[_Choice]) -> _Choice | None:
        """Return what was chosen once; None for nothing, and for what somebody else wrote into the file."""
        try:
            return kind(str(self._settings.value(name)))
        except ValueError:
            return None

    def _switch_language(self, language: Language, *, remember: bool = True) -> None:
        folder = self._resources / "translations"
        try:
            switch_language(self._app, language, folder)
        except FileNotFoundError as missing:
            raise EnvironmentFault("resources-missing", searched=str(folder)) from missing
        if remember:
            self._settings.setValue("language", language.value)

    def _switch_look(self, look: Look) -> None:
        apply_look(self._app, look)
        self._settings.setValue("look", look.value)

    @Slot()
    def _on_login_painted(self) -> None:
        self.login.pages.currentChanged.connect(self._on_login_pages_current_changed)
        if self.door.sample and not self.door.exists:
            self._make_sample()
        else:
            self.login.begin()

    def _make_sample(self) -> None:
        """Make the sample office while the login window tells how far that is."""
        self.login.pages.setCurrentWidget(self.login.waiting)
        self._making.start()
        self.runner.run(self.door.load_sample, self._on_sample_made, owner=self.login)

    def _on_sample_made(self, _nothing: None) -> None:
        self._making.stop()
        self.login.begin()

    @Slot()
    def _on_making_timeout(self) -> None:
        done, total = self.door.making
        words = tr("Making the sample office with 200 fictional learners. This is done once.")
        self.login.waiting.show_progress(words, done, total)

    @Slot()
    def _on_login_pages_current_changed(self) -> None:
        # Imports hold Python's lock: before the people are shown, they would hold the window back too.
        self.login.pages.currentChanged.disconnect(self._on_login_pages_current_changed)
        self._imports.start()

    @Slot()
    def _begin_imports(self) -> None:
        # Whatever a session needs is imported while the passphrase is typed.
        threading.Thread(target=_import_what_is_heavy, name="imports", daemon=True).start()

    @Slot(object)
    def _on_login_unlocked(self, session: Session) -> None:
        from creditbank_desktop.app.warming import Warming
        from creditbank_desktop.app.workplaces import Workbench

        person = session.actor.person
        present = self._benches.get(person)
        if present is not None and present.session is not session:
            # A recovery gave them another signature: what was open cannot sign any more.
            self._forget_bench(present)
            present = None
        if self.bench is not None and self.bench is not present:
            self.bench.pause()
        if present is not None:
            self.bench = present
            present.resume()
            self._show_bench()
            return
        self.bench = self._benches[person] = Workbench(session, self.runner, self.deeds)
        self.bench.window.lock_asked.connect(self._on_lock_asked)
        self.bench.window.keys_asked.connect(self._on_keys_asked)
        self.bench.bus.changed.connect(self._on_bus_changed)
        self.bench.window.sign_out_asked.connect(self._on_sign_out_asked)
        self.bench.restore_asked.connect(self._on_restore_asked)
        self._warming[id(self.bench)] = Warming(session, self.bench.window, self.bench)
        self._show_bench()
        from creditbank_desktop.app.my_keys import ask_for_renewal

        ask_for_renewal(self.bench, self.runner)
        if self.door.sample and self._server is None:
            self._serve_sample(session)

    def _serve_sample(self, session: Session) -> None:
        """Start the sample's own central server behind the window that is open already."""
        from creditbank_desktop.app.sample.server import SampleServer

        server = self._server = SampleServer(session.place.folder)

        def begin() -> None:
            server.start()
            server.engine_for(session)

        self.runner.run(begin, self._on_sample_served, owner=self)

    def _on_sample_served(self, _nothing: None) -> None:
        if self.bench is not None:
            self.bench.sync_quietly()

    def _show_bench(self) -> None:
        if self.bench is not None:
            self.bench.window.show()
            for window in self._put_away.pop(id(self.bench), ()):
                if isValid(window):
                    window.show()
            self.bench.window.activateWindow()
            self.login.hide()
            self._watch_idle(self.bench)

    @Slot()
    def _on_lock_asked(self) -> None:
        """Hide the work and ask for a passphrase; the store stays open, so that sync goes on.

        Nothing that is typed is lost: windows and dialogs are put away as they are.
        """
        self._idle.rest()
        self.login.show()
        if self.bench is not None:
            note = partial(self.bench.session.note, "session.locked")
            self.runner.run(note, _nothing, owner=self.login)
            others = [window for window in self._app.topLevelWidgets() if self._is_work(window)]
            self._put_away[id(self.bench)] = others
            for window in (*others, self.bench.window):
                window.hide()
        self.login.begin()
        self.login.activateWindow()

    def _is_work(self, window: QWidget) -> bool:
        """Return whether a window shows somebody's work beside the main window."""
        mine = self.bench.window if self.bench is not None else None
        return window.isVisible() and window not in (self.login, mine)

    def _watch_idle(self, bench: Workbench) -> None:
        keys, actor = bench.session.services.keys, bench.session.actor
        self.runner.run(lambda: keys.lock_minutes(actor), self._idle.watch, owner=bench.window)

    @Slot()
    def _on_keys_asked(self) -> None:
        if self.bench is not None:
            from creditbank_desktop.app.my_keys import open_my_keys

            open_my_keys(self.bench, self.runner)

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        bench = self.bench
        if bench is None:
            return
        if ("setting", LOCK_SETTING) in changes and self._idle.is_watching:
            self._watch_idle(bench)
        if ("person", bench.session.actor.person) in changes:
            session = bench.session
            self.runner.run(session.still_works, self._on_standing_known, owner=bench.window)

    def _on_standing_known(self, still_works: bool) -> None:
        if not still_works:
            self._on_sign_out_asked()
            notice = Notice(tr("You no longer work here, so your session was ended."), Tone.WARNING)
            self.login.show_notice(notice)

    @Slot()
    def _on_sign_out_asked(self) -> None:
        """End the session; the store is closed unless somebody else's session is locked beside it."""
        self._idle.rest()
        self.login.show()
        bench = self.bench
        if bench is not None:
            session = bench.session
            self._forget_bench(bench)
            self.bench = next(iter(self._benches.values()), None)
            if self.bench is not None:
                self.bench.resume()
            self.runner.run(partial(self.door.leave, session), self._on_left, owner=self.login)

    def _on_left(self, _nothing: None) -> None:
        self.login.begin()

    @Slot(str)
    def _on_restore_asked(self, path: str) -> None:
        """Leave the office and show the page on which the backup at ``path`` is put back."""
        self.login.show()
        self._drop_bench()
        self.runner.run(self.door.close, partial(self._on_left_for_restore, path), owner=self.login)

    def _on_left_for_restore(self, path: str, _nothing: None) -> None:
        self.login.show_restore(path)

    def _drop_bench(self) -> None:
        """Let every window go."""
        self._idle.rest()
        for bench in tuple(self._benches.values()):
            self._forget_bench(bench)
        self.bench = None

    def _forget_bench(self, bench: Workbench) -> None:
        self._warming.pop(id(bench)).stop()
        for window in self._put_away.pop(id(bench), ()):
            if isValid(window):
                window.close()
        self._benches = {person: one for person, one in self._benches.items() if one is not bench}
        bench.close()

    def _tell_crash(self, report: Path | None) -> None:
        if threading.current_thread() is not threading.main_thread():
            _LOG.error("crash report: %s", report)
            return
        text = tr("Something went wrong that should not have. What you saved is safe.\nReport: {path}")
        QMessageBox.critical(None, tr("Credit Bank"), text.format(path=str(report or "–")))


def _import_what_is_heavy() -> None:
    import creditbank_desktop.app.office
    import creditbank_desktop.app.warming
    import creditbank_desktop.app.workplaces  # noqa: F401


def _nothing(_value: Any) -> None:
    """Take note that it is done."""
