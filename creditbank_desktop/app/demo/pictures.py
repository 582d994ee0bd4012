"""Takes pictures of the program's screens, without a display, as people at the sample office see them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.app.desktop import LANGUAGES
from creditbank_desktop.app.sample.staffing import StaffedOffice
from creditbank_desktop.app.workplaces import COUNTER_KEY, EVALUATION, LEARNERS, STATEMENTS, SYNC, Workbench
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.collecting import Collecting
from creditbank_desktop.ui.i18n import Language, switch_language
from creditbank_desktop.ui.kit.screenshots import lay_out, save_picture
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.appearance import apply_look, start_appearance
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds

_SETTLE_SECONDS = 10.0
QUIET_MS = 300


def take_pictures(
    office: StaffedOffice, out: Path, language: str | None, learner: LearnerId | None = None
) -> list[str]:
    """Write one picture of every workplace at 1366×768 into ``out`` and return their names."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = cast(QApplication, QApplication.instance() or QApplication(["creditbank"]))
    resources = next(iter(office.sessions.values())).around.resources
    start_appearance(app, resources / "icons", Look.LIGHT)
    switch_language(app, LANGUAGES[language or "zh"], resources / "translations")
    names = []
    for name, window in screens(office, learner):
        save_picture(window, out / f"{name}.png", QSize(1366, 768))
        names.append(f"{name}.png")
    return names


def screens(office: StaffedOffice, learner: LearnerId | None = None) -> Iterator[tuple[str, QWidget]]:
    """Give every workplace in turn, opened by somebody who works there, read in and laid out."""
    collecting = Collecting()
    runner = OperationRunner()
    try:
        for role, key in (
            (Role.CLERK, COUNTER_KEY),
            (Role.EVALUATOR, EVALUATION),
            (Role.CLERK, STATEMENTS),
            (Role.CLERK, LEARNERS),
            (Role.ADMINISTRATOR, SYNC),
        ):
            bench = Workbench(office.by_role()[role], runner, AppearanceDeeds(_ignore_look, _ignore_language))
            try:
                lay_out(bench.window, 1366, 768)
                bench.window.open(key)
                if key == STATEMENTS and learner is not None:
                    bench.print_statement(learner)
                if key == LEARNERS and learner is not None:
                    bench.open_learner(learner)
                settle(lambda: runner.is_busy)
                yield key, bench.window
            finally:
                bench.close()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    finally:
        runner.close()
        collecting.stop()


def settle(is_busy: Callable[[], bool], quiet_ms: int = QUIET_MS) -> None:
    """Let the window work until nothing has been under way for ``quiet_ms``."""
    deadline = monotonic() + _SETTLE_SECONDS
    quiet_since = monotonic()
    while monotonic() < deadline and monotonic() - quiet_since < quiet_ms / 1_000:
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()
        if is_busy():
            quiet_since = monotonic()


def _ignore_look(look: Look) -> None:
    apply_look(cast(QApplication, QApplication.instance()), look)


def _ignore_language(_language: Language) -> None:
    """Pictures keep their language."""
