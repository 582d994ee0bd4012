"""The screens of papers and sync over a real office, and pictures of them.

Run as a module with a folder to write pictures: ``python -m tests.ui.papers_rooms FOLDER``.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QKeyCombination, QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.sync.desk import EngineDesk
from creditbank_desktop.sync.desk_views import Step, SyncRow
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.sync.face import Stage, SyncProgress, SyncReport, SyncStatus
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.screenshots import save_picture
from creditbank_desktop.ui.papers.desk import PaperDesk
from creditbank_desktop.ui.papers.printing import PaperPrinting
from creditbank_desktop.ui.papers.window import PaperWindow
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.shell.main_window import MainWindow
from creditbank_desktop.ui.shell.workplaces import ShellUser
from creditbank_desktop.ui.statements.desk import StatementsDesk
from creditbank_desktop.ui.statements.page import StatementsPage
from creditbank_desktop.ui.statements.workplace import statements_workplace
from creditbank_desktop.ui.sync_centre.desk import SyncCentreDesk, SyncDesk
from creditbank_desktop.ui.sync_centre.page import SyncCentrePage
from creditbank_desktop.ui.sync_centre.summary import summarise
from creditbank_desktop.ui.sync_centre.workplace import sync_workplace
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.vault.keys import Ed25519Verifier
from tests.services.services_samples import RESOURCES
from tests.services.services_world import World, new_world
from tests.ui.ui_gallery import Found, deeds, dressed


class RecordingPrinter:
    """A printer that keeps what it gets, and can be out of paper."""

    def __init__(self) -> None:
        self.jobs: list[tuple[bytes, str]] = []
        self.out_of_paper = False

    def print_pdf(self, pdf: bytes, title: str) -> str:
        if self.out_of_paper:
            raise EnvironmentFault("printer.refused", reason="out of paper")
        self.jobs.append((pdf, title))
        return f"job-{len(self.jobs)}"


@dataclass
class PaperRoom:
    """One office with a window in which statements and sync can be opened."""

    world: World
    runner: OperationRunner
    who: str = "clerk"
    bus: ChangeBus = field(default_factory=ChangeBus)
    printer: RecordingPrinter = field(default_factory=RecordingPrinter)
    opened: list[str] = field(default_factory=list)
    save_to: str = ""

    def __post_init__(self) -> None:
        actor = self.world.actors[self.who]
        desk = PaperDesk(
            self.world.services.issuing,
            self.runner,
            self.bus,
            actor,
            self.world.clock,
            self.printer.print_pdf,
            lambda path, data: Path(path).write_bytes(data),
            choose_path=lambda _parent, _name: self.save_to,
        )
        self.printing = PaperPrinting(desk)
        self.statements_desk = StatementsDesk(
            self.world.services, self.runner, self.bus, actor, self.printing
        )
        engine = SyncEngine(self.world.store, self.world.room.files, self.world.clock, Ed25519Verifier())
        self.sync_desk = SyncCentreDesk(
            EngineDesk(self.world.store, engine),
            self.runner,
            self.bus,
            actor,
            self.world.clock,
            open_application=self.opened.append,
            open_learner=self.opened.append,
        )

    def window(self, app: QApplication, sync: SyncDesk | None = None) -> MainWindow:
        """Return the window with both workplaces; ``sync`` stands in for the real engine."""
        sync_desk = self.sync_desk if sync is None else replace(self.sync_desk, sync=sync)
        places = (statements_workplace(self.statements_desk), sync_workplace(sync_desk))
        actor = self.world.actors[self.who]
        return MainWindow(places, ShellUser(actor.name, actor.roles), self.runner, Found(), deeds(app))

    def settle(self) -> None:
        """Wait until nothing is under way."""
        app = QApplication.instance()
        assert app is not None
        for _ in range(6):
            deadline = QDeadlineTimer(20_000)
            while self.runner.is_busy and not deadline.hasExpired():
                app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            app.processEvents()

    def press(self, *keys: str) -> int:
        """Press ``keys`` one after the other, each where the focus is; return how many they are."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
            QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())
            self.settle()
        return len(keys)

    def type(self, text: str) -> int:
        """Type ``text`` where the focus is; return how many keys that takes."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        self.settle()
        return len(text)


def furnish(world: World) -> LearnerId:
    """Give the office three learners; the first has posted credits, credits on the way and papers."""
    first = world.register(name="张雨桐", latin_name="Zhang Yutong")
    world.register(name="周一桐", latin_name="Zhou Yitong")
    world.register(name="欧阳若兮", latin_name="Ouyang Ruoxi")
    posted = world.delivered(world.form(first))
    world.post(posted)
    clerk = world.actors["clerk"]
    world.services.issuing.receipt(clerk, posted)
    world.services.issuing.statement(clerk, first)
    world.delivered(world.form(first, OutcomeType.LANGUAGE_COMPUTER))
    world.evaluated(world.form(first, OutcomeType.MOOC))
    return first


class SampleSync:
    """The desk of an enrolled computer with one record on every step, for pictures."""

    def __init__(self, desk: SyncCentreDesk, world: World, learner: LearnerId) -> None:
        self._real = desk.sync
        self._world, self._learner = world, learner

    def enrol(self, actor: Actor, address: str, code: str) -> frozenset[tuple[str, str]]:
        raise EnvironmentFault("sync.away")

    def status(self) -> SyncStatus:
        now = self._world.clock.now()
        return replace(
            self._real.status(),
            enrolled=True,
            address="https://creditbank.example",
            in_doubt=2,
            saved=9,
            sent=3,
            files=4,
            file_bytes=3_210_000,
            last_fault="sync.away",
            oldest_at=now - timedelta(days=3),
            last_contact_at=now - timedelta(days=3, hours=2),
        )

    def rows(self, actor: Actor) -> tuple[SyncRow, ...]:
        now = self._world.clock.now()
        names = ("张雨桐", "王子轩", "欧阳若兮", "刘浩然", "陈思远", "赵一诺", "单晓峰", "曾可欣")
        titles = ("电工 三级", "技能大赛 二等奖", "企业实践 6 个月", "慕课《数据库原理》")
        codes = {Step.REJECTED: "application.wrong_state", Step.HELD: "learner_key.unknown"}
        order = (*list(Step)[6:7], *list(Step)[5:6], *list(Step)[4:5], *list(Step)[7:], *list(Step)[:4])
        rows = []
        for n in range(16):
            step = order[min(n // 2 if n < 8 else n - 4, len(order) - 1)]
            acts = ("application.received", "application.accepted") if step.is_open else ()
            number = f"01A1-SL-2026-{n + 1:06d}-X"
            rows.append(
                SyncRow(
                    "application",
                    str(n),
                    step,
                    now - timedelta(hours=n * n),
                    number,
                    names[n % 8],
                    titles[n % 4],
                    "accepted",
                    acts,
                    codes.get(step, ""),
                )
            )
        return tuple(rows)

    def sync_now(self, progress: SyncProgress) -> SyncReport:
        raise EnvironmentFault("sync.away")


def pictures(out: Path) -> None:
    """Write pictures of every screen in both looks and languages."""
    app = QApplication(sys.argv[:1])
    runner = OperationRunner()
    sizes = {
        "1366": (QSize(1366, 768), 1.0),
        "1920": (QSize(1920, 1080), 1.0),
        "1280": (QSize(1280, 720), 1.5),
    }
    with tempfile.TemporaryDirectory() as folder:
        world = new_world(Path(folder), Fonts(RESOURCES / "fonts"))
        learner = furnish(world)
        for look, language, size in (
            (Look.LIGHT, Language.CHINESE, "1366"),
            (Look.DARK, Language.ENGLISH, "1366"),
            (Look.LIGHT, Language.ENGLISH, "1920"),
            (Look.DARK, Language.CHINESE, "1280"),
        ):
            dressed(app, look, language)
            _pictures(
                app,
                PaperRoom(world, runner),
                learner,
                out / f"{look.value}-{language.value}-{size}",
                sizes[size],
            )
        world.close()
    runner.close()


def _pictures(
    app: QApplication, room: PaperRoom, learner: LearnerId, stem: Path, size: tuple[QSize, float]
) -> None:
    settle = room.settle
    sample = SampleSync(room.sync_desk, room.world, learner)
    window = room.window(app, sample)
    pixels, scale = size
    window.resize(round(pixels.width() / scale), round(pixels.height() / scale))
    window.show()
    window.set_sync(summarise(sample.status()))
    page = window.open("statements")
    assert isinstance(page, StatementsPage)
    settle()
    save_picture(window, Path(f"{stem}-empty.png"), pixels, scale)
    page.finder.box.setText("zyt")
    page.finder.box.searched.emit("zyt")
    settle()
    page.choose(learner)
    settle()
    save_picture(window, Path(f"{stem}-draft.png"), pixels, scale)
    page.panel.papers.select_place(1)
    settle()
    page.panel.copy.click()
    settle()
    save_picture(window, Path(f"{stem}-copy.png"), pixels, scale)
    sync = window.open("sync")
    assert isinstance(sync, SyncCentrePage)
    settle()
    save_picture(window, Path(f"{stem}-sync.png"), pixels, scale)
    progress = SyncProgress()
    progress.enter(Stage.PUSHING, 12)
    progress.done = 5
    sync.head.show_run(progress)
    for _ in range(8):
        sync.head._on_timer_timeout()
    settle()
    save_picture(window, Path(f"{stem}-run.png"), pixels, scale)
    issued = room.world.services.issuing.papers(room.world.actors["clerk"], learner)[0]
    pdf = room.world.services.issuing.pdf(room.world.actors["clerk"], issued.paper)
    paper = PaperWindow(room.printing, IssuedPaper(issued, pdf))
    paper.show()
    settle()
    save_picture(paper, Path(f"{stem}-window.png"), QSize(720, 700))
    paper.close()
    window.close()


if __name__ == "__main__":
    pictures(Path(sys.argv[1]))
