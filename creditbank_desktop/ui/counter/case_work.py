"""Acts on a file that has its number: each asks in a small panel and shows the file again.

``CaseWork(desk, reader, view, attacher)``: ``open(application)``, ``show(case)``, ``start(act)``. Signals:
``case_shown(object)``, ``panel_opened(object)`` with the `ActPanel`, ``panel_closed()``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.services.results import Changes, OpResult
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.counter.act_panels import ActPanel
from creditbank_desktop.ui.counter.acts import PanelMaker
from creditbank_desktop.ui.counter.case_view import PAPERS, CaseView, CounterAct, paper_of, possible_acts
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.materials_panel import MaterialsPanel
from creditbank_desktop.ui.counter.readings import CounterReader
from creditbank_desktop.ui.phrase_shelf import PhraseShelf
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_refused

PAPER_FOLLOWS = frozenset(
    {
        CounterAct.REQUEST_SUPPLEMENT,
        CounterAct.EXTEND_SUPPLEMENT,
        CounterAct.ADD_SUPPLEMENT,
        CounterAct.NOT_ACCEPT,
        CounterAct.WITHDRAW,
    }
)
"""Acts after which the learner is handed a paper."""


@dataclass(frozen=True, slots=True)
class Done:
    """A file after an act."""

    case: Case
    changes: Changes


class CaseWork(QObject):
    """The work behind a file; its methods and signals are named in the module's text."""

    case_shown = Signal(object)
    panel_opened = Signal(object)
    panel_closed = Signal()
    materials_made = Signal(object)

    def __init__(self, desk: CounterDesk, reader: CounterReader, view: CaseView) -> None:
        """Serve ``view``."""
        super().__init__(view)
        self._desk = desk
        self._reader = reader
        self._view = view
        self.phrases = PhraseShelf(desk.services, desk.runner, desk.bus, desk.actor, self)
        self._panels = PanelMaker(reader, self.phrases)
        self.case: Case | None = None
        self.panel: ActPanel | None = None
        view.act_asked.connect(self._on_view_act_asked)

    @property
    def materials(self) -> MaterialsPanel | None:
        """The list of materials of the open panel, if it has one."""
        return getattr(self.panel, "materials", None)

    def open(self, application: ApplicationId, *, for_supplement: bool = False) -> None:
        """Show the file of that id; ``for_supplement`` has the list of what is missing ready at once."""
        reader = self._reader
        shown = self._show_for_supplement if for_supplement else self.show
        self._desk.runner.run(
            lambda: reader.services.counter.case(reader.actor, application), shown, owner=self
        )

    def _show_for_supplement(self, case: Case) -> None:
        self.show(case)
        if CounterAct.ADD_SUPPLEMENT in possible_acts(case, self._reader.actor):
            self.start(CounterAct.ADD_SUPPLEMENT)

    def show(self, case: Case) -> None:
        """Show ``case``."""
        self.close_panel()
        self.case = case
        self._view.show_case(case)
        self.case_shown.emit(case)

    def refresh(self) -> None:
        """Show the file as it is now, unless a panel is being filled in."""
        if self.case is not None and self.panel is None:
            self.open(self.case.application.application)

    def forget(self) -> None:
        """Show no file any more."""
        self.close_panel()
        self.case = None

    def start(self, act: CounterAct) -> None:
        """Do ``act`` at once or open its panel."""
        case = self.case
        if case is None:
            return
        services, actor = self._reader.services, self._reader.actor
        application, revision = case.application.application, case.revision
        if act is CounterAct.ACCEPT:
            self._do(lambda: services.counter.accept(actor, application, revision), act, application)
        elif act is CounterAct.UNDO:
            self._do(lambda: services.counter.undo(actor, application), act, application)
        elif act in PAPERS:
            self._print(partial(self._reader.papers, act.value, application), act)
        elif act is CounterAct.EXTEND_SUPPLEMENT and case.application.supplement_extended:
            self._on_refused(Refused("supplement.extended_before"))
        else:
            self._open_panel(act, case)

    @Slot()
    def close_panel(self) -> None:
        """Put the open panel away."""
        if self.panel is not None:
            panel, self.panel = self.panel, None
            panel.hide()
            panel.deleteLater()
            self.panel_closed.emit()

    def _open_panel(self, act: CounterAct, case: Case) -> None:
        panel, read = self._panels.panel(act, case)
        self.panel = panel

        def confirm() -> None:
            if panel.check():
                return
            run, application = read(), case.application.application
            self._desk.runner.run(
                lambda: self._perform(run, application),
                partial(self._on_done, act),
                owner=panel,
                on_refused=self._on_refused,
                busy=panel.action,
            )

        panel.confirmed_act.connect(confirm)
        panel.closed.connect(self.close_panel)
        if self.materials is not None:
            self.materials_made.emit(self.materials)
        self.panel_opened.emit(panel)
        panel.go()

    def _do(self, work: Callable[[], OpResult[Any]], act: CounterAct, application: ApplicationId) -> None:
        self._desk.runner.run(
            lambda: self._perform(work, application),
            partial(self._on_done, act),
            owner=self,
            on_refused=self._on_refused,
            busy=self._view.buttons[act],
        )

    def _print(self, work: Callable[[], tuple[tuple[IssuedPaper, ...], Changes]], act: CounterAct) -> None:
        def show(done: tuple[tuple[IssuedPaper, ...], Changes]) -> None:
            papers, changes = done
            self._desk.bus.announce(changes)
            for paper in papers:
                self._desk.show_paper(paper)

        self._desk.runner.run(work, show, owner=self, busy=self._view.buttons[act])

    def _perform(self, work: Callable[[], OpResult[Any]], application: ApplicationId) -> Done:
        result = work()
        return Done(self._reader.services.counter.case(self._reader.actor, application), result.changes)

    def _on_done(self, act: CounterAct, done: Done) -> None:
        self.show(done.case)
        self._desk.bus.announce(done.changes)
        paper = paper_of(done.case, self._reader.actor)
        if act is CounterAct.WITHDRAW and paper is CounterAct.RECEIPT:
            paper = CounterAct.WITHDRAWAL_SLIP
        if act in PAPER_FOLLOWS and paper is not None and paper is not CounterAct.RECEIPT:
            # What the learner has to know in writing lies ready: one key prints it.
            self._print(partial(self._reader.papers, paper.value, done.case.application.application), paper)

    def _on_refused(self, refused: Refused) -> None:
        self._desk.runner.tell(self._view, Notice(word_refused(refused), Tone.WARNING))
        if refused.code == "application.changed" and self.case is not None:
            self.open(self.case.application.application)

    @Slot(str)
    def _on_view_act_asked(self, act: str) -> None:
        self.start(CounterAct(act))
