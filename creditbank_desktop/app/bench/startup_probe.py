"""Runs the real program in a process of its own and notes when what can be seen; prints the notes as JSON.

The program is not changed: its `Desktop` is watched from outside, keys are typed through Qt's event queue.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.app import desktop as program
from creditbank_desktop.app.main import main as run_program

_IMPORTS = "imports"
"""The thread on which the program imports what a session needs."""
_LAST_IMPORTED = "creditbank_desktop.app.workplaces"
_LOOK_AGAIN_MS = 10
_PATIENCE_S = 60


class Watch(QObject):
    """Notes the moments of one start: painted, usable, imported, unlocked; then ends the program."""

    def __init__(self, desktop: program.Desktop, began_ns: int, login: str, passphrase: str) -> None:
        """Watch ``desktop``; the process began at ``began_ns`` (as `time.time_ns`)."""
        super().__init__(desktop)
        self._desktop, self._began_ns = desktop, began_ns
        self._login, self._passphrase = login, passphrase
        self._asked_ns = 0
        self.marks: dict[str, float] = {}
        desktop.login.painted.connect(self._on_login_painted)
        desktop.login.people.secret.textChanged.connect(self._on_secret_text_changed)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._deadline = QTimer(self, singleShot=True, interval=_PATIENCE_S * 1000)
        self._deadline.timeout.connect(self._end)
        self._deadline.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Notice the first painting of the main window."""
        bench = self._desktop.bench
        if (
            event.type() is QEvent.Type.Paint
            and bench is not None
            and watched is bench.window
            and "workplace" not in self.marks
        ):
            self.marks["workplace"] = 0.0
            QTimer.singleShot(0, self, self._on_workplace_painted)
        return False

    @Slot()
    def _on_login_painted(self) -> None:
        self.marks["painted"] = self._since(self._began_ns)
        self.marks["painted_processor"] = time.process_time() * 1e3
        self._type_when_asked()

    @Slot()
    def _type_when_asked(self) -> None:
        people = self._desktop.login.people
        if self._desktop.login.pages.currentWidget() is not people or people.person() is None:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, self._type_when_asked)
            return
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x")
        QCoreApplication.postEvent(_editor(people.secret), key)

    @Slot()
    def _on_secret_text_changed(self) -> None:
        if "usable" not in self.marks and self._desktop.login.people.secret.text():
            self.marks["usable"] = self._since(self._began_ns)
            self.marks["usable_processor"] = time.process_time() * 1e3
            self._unlock_when_imported()

    @Slot()
    def _unlock_when_imported(self) -> None:
        """Wait, as for somebody who types a passphrase, until the program has imported everything."""
        under_way = any(thread.name == _IMPORTS for thread in threading.enumerate())
        if under_way or _LAST_IMPORTED not in sys.modules:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, self._unlock_when_imported)
            return
        self.marks["imported"] = self._since(self._began_ns)
        self.marks["imported_processor"] = time.process_time() * 1e3
        people = self._desktop.login.people
        people.secret.setText(self._passphrase)
        self._asked_ns = time.time_ns()
        people.unlock_asked.emit(self._login, self._passphrase)

    @Slot()
    def _on_workplace_painted(self) -> None:
        self.marks["workplace"] = self._since(self._asked_ns)
        self.marks["workplace_processor"] = time.process_time() * 1e3 - self.marks["imported_processor"]
        QTimer.singleShot(1_000, self, self._end)  # what the first workplace loads belongs to the memory

    @Slot()
    def _end(self) -> None:
        from creditbank_desktop.devices.memory import resident_mib

        self.marks["memory"] = resident_mib()
        print(json.dumps(self.marks), flush=True)
        QApplication.closeAllWindows()
        QApplication.quit()

    @staticmethod
    def _since(moment_ns: int) -> float:
        return (time.time_ns() - moment_ns) / 1e6


def _editor(field: QWidget) -> QWidget:
    """Return the widget that takes the keys of a field."""
    return field.focusProxy() or field


def main(arguments: list[str]) -> int:
    """Run the program on the folder ``arguments[0]``; then: start in ns, login, passphrase."""
    root, began, login, passphrase = arguments

    class Watched(program.Desktop):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self.watch = Watch(self, int(began), login, passphrase)

    program.Desktop = Watched  # type: ignore[misc]
    return run_program(["--data-dir", root, "--lang", "zh"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
