"""The watch over log lines, threads, windows and timers sees what it should and lets the rest pass."""

from __future__ import annotations

from pathlib import Path

import pytest

CASES = """
import logging, threading, time, warnings
import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_bad_log():
    logging.getLogger("x").warning("oh")

@pytest.mark.expects_log("^x WARNING: oh$")
def test_good_log():
    logging.getLogger("x").warning("oh")

@pytest.mark.expects_log("never")
def test_bad_silence():
    pass

def test_bad_thread():
    threading.Thread(target=time.sleep, args=(2,), daemon=True).start()

def test_good_thread():
    threading.Thread(target=time.sleep, args=(0.05,)).start()

def test_bad_window(qtbot):
    window = QWidget()
    window.show()
    kept.append(window)

def test_good_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_bad_timer(qtbot):
    timer = QTimer()
    timer.start(1000)
    kept.append(timer)

def test_good_timer(qtbot):
    timer = QTimer()
    timer.start(1000)

def test_wrong_qt_message(qtbot):
    qWarning("hm")

def test_wrong_warning():
    warnings.warn("hm")
"""


@pytest.mark.slow
def test_what_is_left_behind_fails_and_what_is_tidied_passes(
    pytester: pytest.Pytester, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makepyfile(CASES)
    pytester.makepyprojecttoml("""
        [tool.pytest.ini_options]
        filterwarnings = ["error"]
        qt_log_level_fail = "WARNING"
        markers = ["expects_log(pattern): as in the house"]
    """)
    pytester.makeconftest(
        "import tests.nothing_unexpected as watch\n"
        "watch.GRACE_S = 0.5\n"
        "from tests.nothing_unexpected import *\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(checkout))
    outcome = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider", "-v")
    verdicts: dict[str, set[str]] = {}
    for line in outcome.outlines:
        if "::test_" in line and "%]" in line:
            name, verdict = line.split("::")[1].split()[:2]
            verdicts.setdefault(name, set()).add(verdict)
    assert {name for name, found in verdicts.items() if found == {"PASSED"}} == {
        "test_good_log",
        "test_good_thread",
        "test_good_window",
        "test_good_timer",
    }
    assert {name for name, found in verdicts.items() if "ERROR" in found} == {
        "test_bad_log",
        "test_bad_silence",
        "test_bad_thread",
        "test_bad_window",
        "test_bad_timer",
    }
    assert {name for name, found in verdicts.items() if found == {"FAILED"}} == {
        "test_wrong_qt_message",
        "test_wrong_warning",
    }
