"""The evaluation workplace in the window of one member of staff of the fictional office, worked by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.services.views_intake import ApplicationForm, OutcomeForm
from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
from creditbank_desktop.ui.evaluation.page import EvaluationPage
from creditbank_desktop.ui.evaluation.workplace import evaluation_workplace
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.shell.main_window import MainWindow
from creditbank_desktop.ui.shell.workplaces import ShellUser
from tests.services.services_samples import good_outcome
from tests.services.services_world import World
from tests.ui.ui_gallery import Found, deeds


class KeyCount(QObject):
    """Counts the keys that are pressed and refuses the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = 0
        self.clicks = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self.clicks += 1
        return False


@dataclass
class EvaluationRoom:
    """A window with the workplace open."""

    qtbot: Any
    world: World
    window: MainWindow
    page: EvaluationPage
    runner: OperationRunner
    bus: ChangeBus
    count: KeyCount

    def settle(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.runner.is_busy)
            QApplication.processEvents()

    def press(self, *keys: str) -> None:
        """Press ``keys`` one after the other, each where the focus is, and wait for what follows."""
        for key in keys:
            focus = QApplication.focusWidget() or self.window
            self.count.keys += 1
            QTest.keySequence(focus, QKeySequence(key))
            QApplication.processEvents()
        self.settle()

    def type(self, text: str) -> None:
        """Type ``text`` where the focus is."""
        self.count.keys += len(text)
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        QApplication.processEvents()

    def learners(self) -> list[str]:
        """Return the applications of the queue, as shown."""
        table = self.page.queue.table
        return [str(table.rows.id_at(row)) for row in range(table.rows.rowCount())]


OpenRoom = Callable[..., EvaluationRoom]


def rooms(qtbot: Any, qapp: QApplication, world: World, runner: OperationRunner) -> Iterator[OpenRoom]:
    """Give a function that opens the workplace for a member of staff, and take its windows down again."""
    windows: list[QWidget] = []
    count = KeyCount()
    qapp.installEventFilter(count)

    def open_room(login: str, width: int = 1366, height: int = 768) -> EvaluationRoom:
        actor, bus = world.actors[login], ChangeBus()
        desk = EvaluationDesk(world.services, runner, bus, actor, world.clock, world.room.diary)
        user = ShellUser(actor.name, actor.roles)
        window = MainWindow((evaluation_workplace(desk),), user, runner, Found(), deeds(qapp))
        windows.append(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
        page = window.open("evaluation")
        assert isinstance(page, EvaluationPage)
        room = EvaluationRoom(qtbot, world, window, page, runner, bus, count)
        room.settle()
        return room

    yield open_room
    qapp.removeEventFilter(count)
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert count.clicks == 0


def certificate(
    world: World, number: int, kind: OutcomeType = OutcomeType.SKILL_CERTIFICATE
) -> ApplicationForm:
    """Return a form of a learner of her own, with a certificate of her own."""
    changed = {"evidence_number": f"S00014401000125300{number:04d}"} if number else {}
    return world.form(world.register(), kind, **changed)


def two_outcomes(world: World) -> ApplicationForm:
    """Return a form with a certificate and a contest of one learner."""
    first = certificate(world, 77)
    line = world.services.intake.new_line(world.actors["clerk"])
    typed = good_outcome(OutcomeType.CONTEST, line)
    second = OutcomeForm(line, OutcomeType.CONTEST, typed.fields)
    materials = tuple(world.scan(key, line) for key in ("award", "contest_notice"))
    return ApplicationForm(
        first.learner, (*first.outcomes, second), (*first.evidence, *materials), confirmed=first.confirmed
    )


def state_of(world: World, application: ApplicationId) -> str:
    """Return the state of a file."""
    return world.file(application).state.value
