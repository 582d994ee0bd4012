"""Fails a test that leaves a log line, thread, window or timer behind that nobody expects.

Warnings and Qt's own messages fail by the settings in pyproject.toml.
"""

from __future__ import annotations

import gc
import logging
import re
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

GRACE_S = 3.0  # how long a thread that was told to end may take


class Unexpected(logging.Handler):
    """Keeps every record of level warning and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name} {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def only_expected_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """Compare what was logged with the patterns of the ``expects_log`` markers; both must agree."""
    patterns = [str(marker.args[0]) for marker in request.node.iter_markers("expects_log")]
    handler = Unexpected()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    surplus = [line for line in handler.lines if not any(re.search(one, line) for one in patterns)]
    absent = [one for one in patterns if not any(re.search(one, line) for line in handler.lines)]
    if surplus:
        pytest.fail("unexpected log lines:\n" + "\n".join(surplus))
    if absent:
        pytest.fail(f"log lines that should have come: {absent}")


@pytest.fixture(scope="session")
def lasting_threads() -> list[str]:
    """Return a list to which a fixture wider than one test adds the name prefixes of its threads."""
    return ["pytest_timeout", "AnyIO worker thread"]


@pytest.fixture(autouse=True)
def no_thread_left(lasting_threads: list[str]) -> Iterator[None]:
    """Wait a little for threads that are ending, then fail for the others."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + GRACE_S
    while left := _surplus_threads(before, lasting_threads):
        if time.monotonic() > deadline:
            pytest.fail("threads left running: " + ", ".join(thread.name for thread in left))
        time.sleep(0.01)


def _surplus_threads(before: set[threading.Thread], lasting: list[str]) -> list[threading.Thread]:
    return [
        thread
        for thread in threading.enumerate()
        # A thread that Qt started shows as a dummy, which outlives it on older Pythons.
        if thread not in before
        and not isinstance(thread, threading._DummyThread)
        and not thread.name.startswith(tuple(lasting))
    ]


@pytest.fixture(autouse=True)
def no_window_or_timer_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail for windows, running timers and working Qt threads that a test of screens leaves."""
    if "qapp" not in request.fixturenames:
        yield
        return
    before = set(map(id, _windows()))
    yield
    from PySide6.QtCore import QThreadPool

    if not QThreadPool.globalInstance().waitForDone(int(GRACE_S * 1000)):
        pytest.fail("work left in Qt's thread pool")
    left = [window for window in _windows() if id(window) not in before]
    if left:
        gc.collect()
        left = [window for window in _windows() if id(window) not in before]
    if left:
        pytest.fail(
            "windows left: " + ", ".join(f"{w.metaObject().className()} {w.objectName()!r}" for w in left)
        )
    at_work = _at_work()
    if at_work:
        pytest.fail("left running: " + ", ".join(at_work))


def _windows() -> list[Any]:
    """Return the top-level widgets, after those that were told to go are gone."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [
        widget for widget in QApplication.topLevelWidgets() if widget.metaObject().className() != "QTipLabel"
    ]


def _at_work() -> list[str]:
    """Name the timers and Qt threads that still run and that Python knows of."""
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import isValid

    found: list[str] = []
    here = QThread.currentThread()
    for thing in gc.get_objects():
        if isinstance(thing, QTimer) and isValid(thing) and thing.isActive():
            found.append(f"timer of {_owner(thing)}")
            thing.stop()  # the next test is not to blame
        elif isinstance(thing, QThread) and isValid(thing) and thing.isRunning() and thing is not here:
            found.append(f"Qt thread {thing.objectName()!r}")
    return found


def _owner(timer: Any) -> str:
    parent = timer.parent()
    return parent.metaObject().className() if parent is not None else "nobody"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Close the application's last windows, so that the interpreter ends without them."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        widgets.QApplication.closeAllWindows()
