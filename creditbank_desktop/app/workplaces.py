"""The main window of one person: every workplace with what it works on, and the sync behind them."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from creditbank_desktop.app.office import Session
from creditbank_desktop.app.printing_room import PrintingRoom
from creditbank_desktop.app.saving import try_saving
from creditbank_desktop.app.sections import SectionRoom, section_groups
from creditbank_desktop.devices.files import remove_folder, write_whole
from creditbank_desktop.devices.paths import passing_folder
from creditbank_desktop.devices.printing import PrintJob, system_printer
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.services.counter_papers import Slip
from creditbank_desktop.services.roles import CASEWORK, COUNTER, LEARNER_RECORDS, PRINTERS
from creditbank_desktop.services.views_ledger import SearchHits
from creditbank_desktop.sync.desk import EngineDesk
from creditbank_desktop.sync.face import SyncProgress, SyncReport
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.workplace import counter_workplace
from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
from creditbank_desktop.ui.evaluation.workplace import evaluation_workplace
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.learner_import.section import LEARNER_IMPORT
from creditbank_desktop.ui.learners.desk import LearnersDesk
from creditbank_desktop.ui.learners.workplace import learners_workplace
from creditbank_desktop.ui.papers.desk import PaperDesk
from creditbank_desktop.ui.papers.printing import PaperPrinting
from creditbank_desktop.ui.papers.slip_window import SlipOpener
from creditbank_desktop.ui.papers.window import PaperOpener
from creditbank_desktop.ui.preferences.coming_back import bring_back
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.safety.backup_watch import BackupWatch
from creditbank_desktop.ui.settings.workplace import settings_workplace
from creditbank_desktop.ui.shell.disk_banner import DiskWatch
from creditbank_desktop.ui.shell.main_window import MainWindow
from creditbank_desktop.ui.shell.workplaces import SearchHit, ShellUser, Workplace
from creditbank_desktop.ui.statements.desk import StatementsDesk
from creditbank_desktop.ui.statements.workplace import statements_workplace
from creditbank_desktop.ui.sync_centre.desk import SyncCentreDesk
from creditbank_desktop.ui.sync_centre.watch import SyncWatch
from creditbank_desktop.ui.sync_centre.workplace import sync_workplace
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds
from creditbank_desktop.ui.theme.icons import Icon

SYNC_EVERY_MS = 60_000
FIRST_SYNC_MS = 2_000
COUNTER_KEY, EVALUATION, STATEMENTS, LEARNERS, SYNC = (
    "counter",
    "evaluation",
    "statements",
    "learners",
    "sync",
)


class ServiceSearch:
    """Fills the shell's search box from the search service."""

    def __init__(self, session: Session) -> None:
        """Search as the session's person."""
        self._session = session

    def search(self, text: str) -> tuple[SearchHit, ...]:
        """Return learners and applications for ``text``."""
        session = self._session
        if session.actor.roles.isdisjoint(CASEWORK):
            return ()
        found: SearchHits = session.services.search.search(session.actor, text)
        learners = (
            SearchHit(LEARNERS, hit.learner, hit.name, f"{hit.student_number} · {hit.class_name}")
            for hit in found.learners
        )
        files = (
            SearchHit(
                COUNTER_KEY if session.actor.roles & COUNTER else EVALUATION,
                f"application:{hit.row.application}"
                if session.actor.roles & COUNTER
                else hit.row.application,
                hit.row.receipt_number,
                hit.row.learner_name,
                Icon.FILE_TEXT,
            )
            for hit in found.applications
        )
        return (*learners, *files)


class Workbench(QObject):
    """The main window of a signed-in person with everything behind it; `close` takes it away again.

    Signals: ``restore_asked(str)`` with the path of the backup that shall be put back.
    """

    restore_asked = Signal(str)

    def __init__(
        self, session: Session, runner: OperationRunner, deeds: AppearanceDeeds, parent: QObject | None = None
    ) -> None:
        """Build the window for ``session``; nothing is read before a workplace is opened."""
        super().__init__(parent)
        self.session = session
        self.runner = runner
        self.bus = ChangeBus(self)
        self._deeds = deeds
        self._printed = passing_folder(session.place.folder)
        self._swept = False
        self.printing = PaperPrinting(self._paper_desk(), self)
        self.sync = EngineDesk(session.store, session.engine, session.settle)
        self._sync_desk = SyncCentreDesk(
            self.sync,
            runner,
            self.bus,
            session.actor,
            session.room.clock,
            self.open_application,
            self.open_learner,
        )
        user = ShellUser(session.actor.name, session.actor.roles)
        self.window = MainWindow(self._workplaces(), user, runner, ServiceSearch(session), deeds)
        self.disk_watch = DiskWatch(runner, partial(try_saving, session.room), self.window.disk, self)
        self.disk_watch.recovered.connect(self._on_disk_watch_recovered)
        self.papers = PaperOpener(self.printing, self.window)
        self.slips = SlipOpener(self.printing, session.services.counter_papers, self.window)
        self.papers.noted.connect(self.window.status.set_note)
        self.watch = SyncWatch(self._sync_desk, self)
        self.watch.summarised.connect(self.window.set_sync)
        self.window.sync_asked.connect(self._on_window_sync_asked)
        self._timer = QTimer(self, interval=SYNC_EVERY_MS)
        self._timer.timeout.connect(self.sync_quietly)
        self._timer.start()
        self.watch.refresh()
        self.backups = BackupWatch(session.services.backups, session.actor, runner, self.bus, self)
        self.backups.noted.connect(self.window.status.set_note)
        bring_back(session.services.settings, session.actor, runner, deeds, self)

    def pause(self) -> None:
        """Leave the sync to whoever works in front; the window and all that is typed in it stay."""
        self._timer.stop()

    def resume(self) -> None:
        """Sync again from time to time."""
        self._timer.start()

    def close(self) -> None:
        """Stop the clockwork and let the window go."""
        self._timer.stop()
        self.disk_watch.stop()
        # A run may wait for a server that says nothing; the program must not wait with it.
        self.sync.stop()
        self.backups.stop()
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()
        with suppress(EnvironmentFault):
            # A viewer may still hold a file open; the next person's leaving takes it.
            remove_folder(self._printed)

    @Slot()
    def sync_quietly(self) -> None:
        """Sync if this computer has a server; a fault only shows in the chip."""
        self.runner.run(self._sync_if_enrolled, self._announce, owner=self)

    def open_learner(self, learner: LearnerId) -> None:
        """Bring a learner's card to the front."""
        self._open(LEARNERS, SearchHit(LEARNERS, learner, ""))

    def open_application(self, application: ApplicationId) -> None:
        """Bring a file to the front where this person works on it."""
        if self.session.actor.roles & COUNTER:
            self._open(COUNTER_KEY, SearchHit(COUNTER_KEY, f"application:{application}", ""))
        else:
            self._open(EVALUATION, SearchHit(EVALUATION, application, ""))

    def _begin_application(self, learner: LearnerId) -> None:
        self._open(COUNTER_KEY, SearchHit(COUNTER_KEY, f"learner:{learner}", ""))

    def print_statement(self, learner: LearnerId) -> None:
        """Bring the statements of a learner to the front."""
        self._open(STATEMENTS, SearchHit(STATEMENTS, learner, ""))

    def ask_for_keys(self) -> None:
        """Ask for the dialog for passphrase and keys."""
        self.window.keys_asked.emit()

    def open_place(self, place: str) -> None:
        """Bring a workplace to the front, or a section of it: "settings:backup"."""
        key, _, section = place.partition(":")
        page = self.window.open(key)
        if section:
            page.open_hit(SearchHit(key, section, ""))

    def open_learner_import(self) -> None:
        """Show where learners are opened from a sheet."""
        self._open("settings", SearchHit("settings", LEARNER_IMPORT, ""))

    def open_privacy(self, learner: LearnerId) -> None:
        """Bring what is held about a learner to the front."""
        self._open("settings", SearchHit("settings", f"privacy:{learner}", ""))

    def _open(self, key: str, hit: SearchHit) -> None:
        self.window.open(key).open_hit(hit)

    def _sync_if_enrolled(self) -> SyncReport | None:
        session = self.session
        try:
            report = self.sync.sync_now(SyncProgress()) if self.sync.status().enrolled else None
            # What was disposed of elsewhere goes here too.
            session.services.disposals.sweep(session.actor)
            self._sweep_pages()
        except (EnvironmentFault, Refused):
            return None
        return report

    def _sweep_pages(self) -> None:
        """Once after the start, delete what interrupted scans left."""
        if not self._swept:
            self._swept = True
            self.session.services.scans.sweep(self.session.actor)

    def _announce(self, report: SyncReport | None) -> None:
        if report is not None:
            self.bus.announce(report.changes)
        self.watch.refresh()

    @Slot()
    def _on_disk_watch_recovered(self) -> None:
        self.window.status.set_note(tr("Saving works again. Press “Try again” where your work waits."))

    @Slot()
    def _on_window_sync_asked(self) -> None:
        self.window.open(SYNC)

    def _paper_desk(self) -> PaperDesk:
        session = self.session
        # Only where a viewer prints does a paper lie in the clear, and then until this person leaves.
        with suppress(EnvironmentFault):
            remove_folder(self._printed)
        self._printed.mkdir(mode=0o700, parents=True, exist_ok=True)
        printer = system_printer(self._printed)

        def print_pdf(pdf: bytes, title: str) -> object:
            return printer.print_pdf(PrintJob(pdf, title))

        return PaperDesk(
            issuing=session.services.issuing,
            runner=self.runner,
            bus=self.bus,
            actor=session.actor,
            clock=session.room.clock,
            print_pdf=print_pdf,
            write_file=write_file,
            prints_directly=printer.prints_directly,
            print_paper=PrintingRoom(session, printer).print_paper,
        )

    def _workplaces(self) -> tuple[Workplace, ...]:
        session, runner, bus = self.session, self.runner, self.bus
        services, actor, clock = session.services, session.actor, session.room.clock
        ask_centre = self.sync.look_up if self.sync.status().enrolled else None
        counter = CounterDesk(
            services,
            runner,
            bus,
            actor,
            clock,
            self._show_paper,
            self.open_learner,
            ask_centre=ask_centre,
            show_slip=self._show_slip,
        )
        evaluation = EvaluationDesk(
            services, runner, bus, actor, clock, session.room.diary, self.open_learner
        )
        statements = StatementsDesk(services, runner, bus, actor, self.printing)
        learners = LearnersDesk(
            services,
            runner,
            bus,
            actor,
            clock,
            self._show_paper,
            self._begin_application if actor.roles & COUNTER else None,
            self.open_application,
            self.print_statement if actor.roles & PRINTERS else None,
            self.open_privacy if actor.roles & LEARNER_RECORDS else None,
            self.open_learner_import if actor.roles & LEARNER_RECORDS else None,
        )
        groups = section_groups(
            SectionRoom(
                session,
                runner,
                bus,
                self.sync.status,
                self._deeds,
                self.restore_asked.emit,
                self.open_place,
                open_keys=self.ask_for_keys,
            )
        )
        settings = (settings_workplace(groups, actor.roles),) if any(g.sections for g in groups) else ()
        return (
            counter_workplace(counter),
            evaluation_workplace(evaluation),
            statements_workplace(statements),
            learners_workplace(learners),
            sync_workplace(self._sync_desk),
            *settings,
        )

    def _show_slip(self, slip: Slip) -> None:
        self.slips.show(slip)

    def _show_paper(self, issued: object) -> None:
        self.papers.show(issued)  # type: ignore[arg-type]


def write_file(path: str, data: bytes) -> None:
    """Write ``data`` to ``path`` in one step; raises `EnvironmentFault`."""
    write_whole(Path(path), data)
