"""The counter and the learners in the window of one member of staff, worked by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from creditbank_desktop.services.counter_papers import Slip
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.page import CounterPage
from creditbank_desktop.ui.counter.workplace import counter_workplace
from creditbank_desktop.ui.learners.desk import LearnersDesk
from creditbank_desktop.ui.learners.page import LearnersPage
from creditbank_desktop.ui.learners.workplace import learners_workplace
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.shell.main_window import MainWindow
from creditbank_desktop.ui.shell.workplaces import ShellUser
from tests.services.services_world import PDF, World
from tests.ui.ui_gallery import Found, deeds


class Hands(QObject):
    """Counts keys and notices a mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = 0
        self.clicks = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self.clicks += 1
        return False


@dataclass
class CounterRoom:
    """A window with both workplaces and what a clerk does in it."""

    qtbot: Any
    world: World
    window: MainWindow
    runner: OperationRunner
    bus: ChangeBus
    hands: Hands
    papers: list[IssuedPaper] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    crashes: list[BaseException] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)

    @property
    def counter(self) -> CounterPage:
        page = (
            self.window.open("counter")
            if self.window.page("counter") is None
            else self.window.page("counter")
        )
        assert isinstance(page, CounterPage)
        return page

    @property
    def learners(self) -> LearnersPage:
        page = self.window.page("learners")
        assert isinstance(page, LearnersPage)
        return page

    def settle(self, ms: int = 0) -> None:
        """Wait until nothing is under way, ``ms`` at least for timers."""
        if ms:
            self.qtbot.wait(ms)
        for _ in range(4):
            self.qtbot.waitUntil(lambda: not self.runner.is_busy, timeout=20_000)
            QApplication.processEvents()
        assert self.crashes == []

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what is to be seen, however slow the machine is, and for what is under way."""
        self.qtbot.waitUntil(is_so, timeout=20_000)
        self.settle()

    def hears_keys(self) -> QWidget:
        """Return what a key goes to: a list that popped up, as it would grab the keyboard, else the focus."""
        popup = next(
            (w for w in QApplication.topLevelWidgets() if w.isVisible() and isinstance(w, QListView)), None
        )
        return popup or QApplication.focusWidget() or self.window

    def press(self, *keys: str) -> None:
        """Press ``keys`` one after the other, each where the focus is, and wait for what follows."""
        for key in keys:
            self.hands.keys += 1
            QTest.keySequence(self.hears_keys(), QKeySequence(key))
            self.settle()

    def type(self, text: str) -> None:
        """Type ``text`` where the focus is."""
        self.hands.keys += len(text)
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        QApplication.processEvents()

    def write(self, text: str, keys: int) -> None:
        """Enter ``text`` by an input method, which takes ``keys`` keys."""
        self.hands.keys += keys
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or self.window, event)
        QApplication.processEvents()

    def fill(self, **fields: str) -> None:
        """Go to fields of the outcome in front and type into them."""
        editor = self.counter.intake.slot.editor  # type: ignore[union-attr]
        assert editor is not None
        for name, text in fields.items():
            row = editor.row(name)
            row.editor.setFocus()
            clear = getattr(row.editor, "clear", None)
            if clear is not None:
                clear()
            self.write(text, len(text))
        self.settle(250)

    def notice(self) -> str:
        """Return what the message bar says."""
        found = self.window.messages.notice or self.counter.messages.notice
        return found.text if found is not None else ""

    def words(self, widget: QWidget) -> str:
        """Return everything that labels below ``widget`` say."""
        from PySide6.QtWidgets import QLabel

        return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


OpenRoom = Callable[..., CounterRoom]


def rooms(qtbot: Any, qapp: QApplication, world: World, runner: OperationRunner) -> Iterator[OpenRoom]:
    """Give a function that opens the window for a member of staff, and take its windows down again."""
    windows: list[QWidget] = []
    hands = Hands()
    qapp.installEventFilter(hands)

    def open_room(login: str = "clerk", width: int = 1366, height: int = 768) -> CounterRoom:
        actor, bus, services = world.actors[login], ChangeBus(), world.services
        papers: list[IssuedPaper] = []
        files: list[str] = []
        statements: list[str] = []
        crashes: list[BaseException] = []
        slips: list[Slip] = []
        runner.crashed.connect(crashes.append)
        places: list[MainWindow] = []

        def to_counter(kind: str, found: str) -> None:
            page = places[0].open("counter")
            assert isinstance(page, CounterPage)
            (page.open_learner if kind == "learner" else page.open_application)(found)

        counter = CounterDesk(
            services,
            runner,
            bus,
            actor,
            world.clock,
            papers.append,
            choose_files=lambda _parent: tuple(files),
            show_slip=slips.append,
        )
        learners = LearnersDesk(
            services,
            runner,
            bus,
            actor,
            world.clock,
            papers.append,
            begin_application=lambda learner: to_counter("learner", learner),
            open_application=lambda application: to_counter("application", application),
            print_statement=statements.append,
        )
        window = MainWindow(
            (counter_workplace(counter), learners_workplace(learners)),
            ShellUser(actor.name, actor.roles),
            runner,
            Found(),
            deeds(qapp),
        )
        places.append(window)
        windows.append(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
        room = CounterRoom(
            qtbot, world, window, runner, bus, hands, papers, files, statements, crashes, slips
        )
        room.settle()
        return room

    yield open_room
    qapp.removeEventFilter(hands)
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert hands.clicks == 0


def pdf_file(folder: Path, name: str = "certificate.pdf") -> str:
    """Return the path of a PDF."""
    path = folder / name
    path.write_bytes(PDF)
    return str(path)
