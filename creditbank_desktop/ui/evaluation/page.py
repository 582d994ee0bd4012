"""The evaluation workplace: stages above, queue, evidence and decision beside each other.

The page reads boards and cases on worker threads, reads the next case ahead, and refreshes only on news of
applications.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.ui.evaluation.bulk_panel import BulkPanel
from creditbank_desktop.ui.evaluation.decision_panel import Acted, DecisionPanel
from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
from creditbank_desktop.ui.evaluation.judging_panel import JudgingPanel
from creditbank_desktop.ui.evaluation.materials_viewer import MaterialsViewer
from creditbank_desktop.ui.evaluation.public_list import PublicList
from creditbank_desktop.ui.evaluation.queue_panel import QueuePanel
from creditbank_desktop.ui.evaluation.review_panel import ReviewPanel
from creditbank_desktop.ui.evaluation.stage_bar import StageBar
from creditbank_desktop.ui.evaluation.stages import Board, Stage, StageReader, Waiting
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState
from creditbank_desktop.ui.phrase_shelf import PhraseShelf
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.shell.workplaces import SearchHit, WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_refused

CASES_KEPT = 24


class EvaluationPage(WorkplacePage):
    """The workplace of everybody who judges, signs and publishes."""

    def __init__(self, desk: EvaluationDesk) -> None:
        """Build the page; nothing is read before it is opened."""
        super().__init__()
        self._desk = desk
        self._reader = StageReader(desk.services, desk.actor)
        self._stage = self._first_stage()
        self._cases: OrderedDict[tuple[Stage, ApplicationId], Case] = OrderedDict()
        self._asked_number = 0
        self._case_number = 0
        self._wanted: ApplicationId | None = None
        self._undo: Callable[[], OpResult[Any]] | None = None
        self._is_stale = True
        self.reads_ahead = True
        self.stages = StageBar(self._reader.stages)
        self.queue = QueuePanel()
        self.materials = MaterialsViewer(desk)
        self.public_list = PublicList()
        phrases = PhraseShelf(desk.services, desk.runner, desk.bus, desk.actor, self)
        self._phrases = phrases
        self.judging = JudgingPanel(desk, phrases)
        self.review = ReviewPanel(desk)
        self.bulk = BulkPanel(desk, phrases)
        self._nothing = Card()
        self._middle = QStackedWidget()
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()
        self._bind_keys()
        self.materials.set_list_shown(self._stage is not Stage.REVIEW)

    @property
    def stage(self) -> Stage:
        """The stage that is shown."""
        return self._stage

    def on_opened(self) -> None:
        """Read what waits and put the focus on the queue."""
        self.stages.select(self._stage)
        self._phrases.read()
        if self._is_stale:
            self.refresh()
        self.queue.table.setFocus()

    def open_hit(self, hit: SearchHit) -> None:
        """Go to the file that the search found, at the stage where it waits."""
        application = ApplicationId(hit.id)

        def arrive(stage: Stage | None) -> None:
            if stage is None:
                words = tr("This file does not wait at one of your stages.")
                self._desk.runner.tell(self, Notice(words, Tone.INFO))
                return
            self._wanted = application
            if stage is self._stage:
                self.refresh()
            else:
                self.open_stage(stage)

        self._desk.runner.run(partial(self._reader.place_of, application), arrive, owner=self)

    def open_stage(self, stage: Stage) -> None:
        """Show another stage."""
        if stage is self._stage:
            self.queue.table.setFocus()
            return
        # The same form serves several stages; a file must not stay in it from the one before.
        self._panel().clear()
        self._stage = stage
        self.stages.select(stage)
        self._right.setCurrentWidget(self._nothing)
        self._middle.setCurrentWidget(self.public_list if stage is Stage.PUBLICITY else self.materials)
        self.materials.set_list_shown(stage is not Stage.REVIEW)
        self.refresh()
        self.queue.table.setFocus()

    def refresh(self) -> None:
        """Read the queue and the counts again."""
        self._is_stale = False
        self._asked_number += 1
        number, asked = self._asked_number, self.queue.asked_for(self._stage)

        def arrive(board: Board) -> None:
            # An answer that was overtaken by a later question must not come back.
            if number == self._asked_number:
                self._show_board(board)

        def count(counts: dict[Stage, int]) -> None:
            if number == self._asked_number:
                self.stages.set_counts(counts)
                self.queue.set_counts(counts)

        self._desk.runner.run(partial(self._reader.board, asked), arrive, owner=self)
        # Counting every stage may last longer than reading one queue, which must not wait for it.
        self._desk.runner.run(self._reader.counts, count, owner=self)

    # building

    def _first_stage(self) -> Stage:
        """Return evaluation where the person evaluates, else their first stage."""
        stages = self._reader.stages
        return Stage.EVALUATION if Stage.EVALUATION in stages or not stages else stages[0]

    def _lay_out(self) -> None:
        nothing = EmptyState(Icon.INBOX, tr("No file is chosen. J and K go through the queue."))
        self._nothing.body.addWidget(nothing)
        for widget in (self.materials, self.public_list):
            self._middle.addWidget(widget)
        for panel in (self._nothing, self.judging, self.review, self.bulk):
            self._right.addWidget(panel)
        self.body.addWidget(self.stages)
        panes = Panes(
            (
                Pane(tr("Queue"), self.queue, 370, 2),
                Pane(tr("Evidence"), self._middle, 330, 4),
                Pane(tr("Decision"), self._right, 384, 2),
            )
        )
        self.panes = panes
        self.body.addWidget(panes, 1)

    def _connect(self) -> None:
        self.stages.chosen.connect(self.open_stage)
        self.queue.case_chosen.connect(self._on_queue_case_chosen)
        self.queue.narrowed.connect(self.refresh)
        self.queue.ticks_changed.connect(self._on_queue_ticks_changed)
        self.queue.elsewhere_asked.connect(self._on_queue_elsewhere_asked)
        self.review.evidence_wanted.connect(self.materials.show_evidence)
        for panel in (self.judging, self.review, self.bulk):
            panel.acted.connect(self._on_panel_acted)
            panel.overtaken.connect(self._on_panel_overtaken)
        self._desk.bus.changed.connect(self._on_bus_changed)

    def _bind_keys(self) -> None:
        keys = self.shortcuts
        keys.add("J", tr("Next file"), self.queue.go_next, hint=True)
        keys.add("K", tr("File before"), self.queue.go_previous, hint=True)
        keys.add_note("Ctrl+Return", tr("Save, sign or publish, and go on"), hint=True)
        self.review.enter_keys(keys)
        self.judging.enter_keys(keys)
        self.bulk.enter_keys(keys)
        keys.add_note("Space", tr("Tick the file"))
        keys.add("Ctrl+A", tr("Tick all"), self._on_tick_all)
        keys.add("Ctrl+Z", tr("Take the last act back"), self.undo, hint=True)
        keys.add("/", tr("Narrow the queue"), self.queue.search.setFocus)
        keys.add_button(self.queue.narrow_button)
        keys.add("Q", tr("To the queue"), self.queue.table.setFocus)
        if self._desk.open_learner is not None:
            keys.add("Ctrl+O", tr("Open the learner"), self._on_open_learner)
        for place, stage in enumerate(self._reader.stages):
            if len(self._reader.stages) > 1:
                keys.add_note(f"Alt+{place + 1}", self.stages.button(stage).words())
        self.materials.list_shortcuts(keys)

    # boards and cases

    def _panel(self) -> DecisionPanel:
        if self._stage.is_bulk:
            return self.bulk
        return self.review if self._stage is Stage.REVIEW else self.judging

    def _show_board(self, board: Board) -> None:
        self.queue.show_board(board)
        if board.asked.stage is Stage.PUBLICITY:
            self.public_list.show_rows(board.shown)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not self.queue.select(wanted):
            self._desk.runner.tell(self, Notice(tr("This file does not wait here any more."), Tone.INFO))

    @Slot(object)
    def _on_queue_case_chosen(self, row: Waiting | None) -> None:
        self.bulk.show_ticked(self._stage, self.queue.ticked(), row)
        if row is None:
            self._case_number += 1
            self._panel().clear()
            self.materials.clear()
            # The results of the last signatures stay to be read.
            self._right.setCurrentWidget(self.bulk if self._stage.is_bulk else self._nothing)
            return
        known = self._cases.get((self._stage, row.application))
        if known is not None and known.revision == row.revision:
            self._show_case(known)
        else:
            self._read_case(row.application, self._show_case)

    def _read_case(self, application: ApplicationId, then: Callable[[Case], None]) -> None:
        self._case_number += 1
        number, stage = self._case_number, self._stage

        def arrive(case: Case) -> None:
            self._keep(stage, case)
            if number == self._case_number and stage is self._stage:
                then(case)

        def refused(reason: Refused) -> None:
            if number == self._case_number:
                self._panel().clear()
                self._right.setCurrentWidget(self._nothing)
                self._desk.runner.tell(self, Notice(word_refused(reason), Tone.WARNING))

        work = partial(self._reader.case, stage, application)
        self._desk.runner.run(work, arrive, owner=self, on_refused=refused)

    def _show_case(self, case: Case) -> None:
        panel = self._panel()
        shown = panel.case
        same = shown is not None and shown.application.application == case.application.application
        if not (same and shown is not None and shown.revision == case.revision):
            panel.show_case(case, self._stage)
        self._right.setCurrentWidget(panel)
        self.materials.show_case(case)
        self._read_ahead()

    def _read_ahead(self) -> None:
        """Read the next case and its first material, so that it appears at once."""
        row, stage = self.queue.following(), self._stage
        if row is None or not self.reads_ahead:
            return
        known = self._cases.get((stage, row.application))
        if known is not None and known.revision == row.revision:
            self.materials.prefetch(known)
            return

        def arrive(case: Case) -> None:
            self._keep(stage, case)
            if stage is self._stage:
                self.materials.prefetch(case)

        work = partial(self._reader.case, stage, row.application)
        self._desk.runner.run(work, arrive, owner=self, on_refused=_ignore)

    def _keep(self, stage: Stage, case: Case) -> None:
        self._cases[stage, case.application.application] = case
        while len(self._cases) > CASES_KEPT:
            self._cases.popitem(last=False)

    # what happened

    @Slot(object)
    def _on_panel_acted(self, acted: Acted) -> None:
        self._undo = acted.undo
        self.judging.forget(acted.application)
        self.messages.dismiss()
        self.noted.emit(acted.words)
        if not self._stage.is_bulk:
            self.queue.go_next()
        self.queue.table.setFocus()
        self._desk.bus.announce(acted.result.changes)

    @Slot(str)
    def _on_panel_overtaken(self, application: str) -> None:
        """Show the file that somebody else changed beside what was seen."""
        seen = self._panel().case
        if seen is None or seen.application.application != application:
            self.refresh()
            return

        def compare(now: Case) -> None:
            self._panel().show_changed(seen, now, self._stage)
            self.materials.show_case(now)

        self._read_case(ApplicationId(application), compare)

    @Slot()
    def undo(self) -> None:
        """Take back the last act of this person: of this sitting, else the one on the file that is shown."""
        case = self._panel().case
        work = self._undo
        if work is None and case is not None and case.undoable is not None:
            service = (
                self._desk.services.review if self._stage is Stage.REVIEW else self._desk.services.evaluation
            )
            work = partial(service.undo, self._desk.actor, case.application.application)
        if work is None:
            self._desk.runner.tell(self, Notice(tr("There is nothing to take back."), Tone.INFO))
            return
        self._desk.runner.run(work, self._on_undone, owner=self)

    def _on_undone(self, result: OpResult[Any]) -> None:
        self._undo = None
        self._wanted = result.value.application
        self.noted.emit(tr("Taken back"))
        self._desk.bus.announce(result.changes)

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        touched = {ApplicationId(key) for kind, key in changes if kind == "application"}
        if not touched:
            return
        for key in [key for key in self._cases if key[1] in touched]:
            del self._cases[key]
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    @Slot()
    def _on_queue_ticks_changed(self) -> None:
        self.bulk.show_ticked(self._stage, self.queue.ticked(), self.queue.current())

    @Slot()
    def _on_queue_elsewhere_asked(self) -> None:
        counts = {stage: self.stages.button(stage).count for stage in self._reader.stages}
        waiting = [stage for stage, count in counts.items() if count and stage is not self._stage]
        if waiting:
            self.open_stage(waiting[0])

    @Slot()
    def _on_tick_all(self) -> None:
        if self._stage.is_bulk:
            self.queue.tick_all()
        elif self._stage is Stage.REVIEW:
            self.review.tick_all()

    @Slot()
    def _on_open_learner(self) -> None:
        case = self._panel().case
        if case is not None and self._desk.open_learner is not None:
            self._desk.open_learner(case.learner.learner)


def _ignore(_reason: Refused) -> None:
    """Say nothing: what was read ahead may be gone when its turn comes."""
