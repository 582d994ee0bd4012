"""Which panel an act of the counter needs, and what it does with what was typed there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.services.views_intake import MaterialSpec
from creditbank_desktop.ui.counter.act_panels import (
    ActPanel,
    AddSupplementPanel,
    ArrivedList,
    DeliverPanel,
    NotAcceptPanel,
    NotePanel,
    PromisePanel,
    SupplementArrivedPanel,
    SupplementPanel,
    WithdrawPanel,
)
from creditbank_desktop.ui.counter.case_view import CounterAct, word_missing
from creditbank_desktop.ui.counter.materials_panel import MaterialsPanel
from creditbank_desktop.ui.counter.readings import CounterReader
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.phrase_shelf import PhraseShelf
from creditbank_desktop.ui.wording.names import word_outcome_type

Run = Callable[[], OpResult[Any]]
"""Called when the panel is confirmed, on a worker thread: everything typed was read before."""


class PanelMaker:
    """Makes the panels of acts on a file."""

    def __init__(self, reader: CounterReader, phrases: PhraseShelf) -> None:
        """Act through ``reader``'s services; ``phrases`` are the office's reasons."""
        self._reader = reader
        self._phrases = phrases

    def panel(self, act: CounterAct, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        """Return the panel and what reads it into the work to be done."""
        makers: dict[CounterAct, Callable[[Case], tuple[ActPanel, Callable[[], Run]]]] = {
            CounterAct.NOT_ACCEPT: self._not_accept,
            CounterAct.REQUEST_SUPPLEMENT: self._request_supplement,
            CounterAct.EXTEND_SUPPLEMENT: self._extend,
            CounterAct.ADD_SUPPLEMENT: self._add_supplement,
            CounterAct.ADD_EVIDENCE: self._add_evidence,
            CounterAct.LAPSE: self._lapse,
            CounterAct.WITHDRAW: self._withdraw,
            CounterAct.MOVE_PROMISE: self._move_promise,
            CounterAct.DELIVER: self._deliver,
        }
        return makers[act](case)

    def _not_accept(self, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        panel = NotAcceptPanel(self._phrases.book)

        def read() -> Run:
            reason, note = panel.reason.value() or "", panel.note.text().strip()
            counter, actor = self._reader.services.counter, self._reader.actor
            application, revision = case.application.application, case.revision
            return lambda: counter.not_accept(actor, application, revision, reason, note)

        return panel, read

    def _request_supplement(self, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        missing = frozenset(m for line in case.lines for m in line.suggestion.missing_materials)
        panel = SupplementPanel(_materials(case), missing, self._phrases.book)

        def read() -> Run:
            wanted, note = panel.missing(), panel.note.text().strip()
            counter, actor = self._reader.services.counter, self._reader.actor
            application, revision = case.application.application, case.revision
            return lambda: counter.request_supplement(actor, application, revision, wanted, note)

        return panel, read

    def _extend(self, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        panel = NotePanel(
            tr("Extend the time"), tr("Extend"), tr("Once, by 5 working days. Say why."), required=True
        )

        def read() -> Run:
            reason = panel.note.text().strip()
            counter, actor = self._reader.services.counter, self._reader.actor
            application, revision = case.application.application, case.revision
            return lambda: counter.extend_supplement(actor, application, revision, reason)

        return panel, read

    def _add_supplement(self, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        materials = MaterialsPanel(None)
        materials.set_specs(
            [MaterialSpec(code) for code in dict.fromkeys(one.material for one in case.application.missing)]
        )
        file = case.application
        arrived = ArrivedList(file.missing, [word_missing(one, file) for one in file.missing])
        panel = SupplementArrivedPanel(materials, arrived)

        def read() -> Run:
            evidence, note = materials.evidence(), panel.note.text().strip()
            counter, actor = self._reader.services.counter, self._reader.actor
            rest = arrived.still_missing()
            return lambda: counter.add_supplement(
                actor, file.application, case.revision, evidence, note, still_missing=rest
            )

        return panel, read

    def _add_evidence(self, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        line = case.lines[0].line.line if len(case.lines) == 1 else None
        materials = MaterialsPanel(line)
        materials.set_specs([replace(spec, required=False) for _line, spec in _materials(case)])
        panel = AddSupplementPanel(materials, tr("Add materials"), tr("Add them"))

        def read() -> Run:
            evidence = materials.evidence()
            counter, actor = self._reader.services.counter, self._reader.actor
            application, revision = case.application.application, case.revision
            return lambda: counter.add_evidence(actor, application, revision, evidence)

        return panel, read

    def _lapse(self, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        panel = ActPanel(
            tr("End as lapsed"), tr("End it"), tr("The supplement did not come in time. The file is closed.")
        )

        def read() -> Run:
            counter, actor = self._reader.services.counter, self._reader.actor
            application, revision = case.application.application, case.revision
            return lambda: counter.lapse(actor, application, revision)

        return panel, read

    def _withdraw(self, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        panel = WithdrawPanel(_live_lines(case))

        def read() -> Run:
            line, note = panel.what.value(), panel.note.text().strip()
            counter, actor = self._reader.services.counter, self._reader.actor
            application, revision = case.application.application, case.revision
            if line is not None:
                return lambda: counter.withdraw_line(actor, application, revision, line, note)
            return lambda: counter.withdraw(actor, application, revision, note)

        return panel, read

    def _move_promise(self, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        panel = PromisePanel()

        def read() -> Run:
            day, reason = panel.day.day(), panel.reason.text().strip()
            counter, actor = self._reader.services.counter, self._reader.actor
            application, revision = case.application.application, case.revision
            assert day is not None
            return lambda: counter.move_promise(actor, application, revision, day, reason)

        return panel, read

    def _deliver(self, case: Case) -> tuple[ActPanel, Callable[[], Run]]:
        panel = DeliverPanel()

        def read() -> Run:
            how = panel.how.value() or ""
            delivery, actor = self._reader.services.delivery, self._reader.actor
            application, revision = case.application.application, case.revision
            return lambda: delivery.deliver(actor, application, revision, how)

        return panel, read


def _materials(case: Case) -> Sequence[tuple[LineId | None, MaterialSpec]]:
    found: dict[str, tuple[LineId | None, MaterialSpec]] = {}
    several = len(case.lines) > 1
    for line in case.lines:
        suggestion = line.suggestion
        for material in (*suggestion.materials, *suggestion.missing_materials):
            found.setdefault(material, (None if several else line.line.line, MaterialSpec(material)))
    return tuple(found.values())


def _live_lines(case: Case) -> list[tuple[LineId, str]]:
    return [
        (line.line, line.outcome.title if line.outcome else word_outcome_type(line.type.value))
        for line in case.application.live_lines
    ]
