"""What stays of a learner's records without his key: exactly what replaying without it gives."""

from __future__ import annotations

from dataclasses import replace

from creditbank_desktop.domain.applications import Application, Deed, OutcomeLine
from creditbank_desktop.domain.decisions import LineDecision
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.states import Act

# The notes of these deeds come from the open part of their operations: a panel's minutes number and the act
# that was undone.
_OPEN_NOTES = frozenset({Act.DECIDE_PANEL, Act.UNDO})


def application_without_person(application: Application) -> Application:
    """Return the application without outcomes, materials, proxy, notes and texts of decisions."""
    return replace(
        application,
        lines=tuple(_line(line) for line in application.lines),
        evidence=(),
        proxy=None,
        note="",
        deeds=tuple(_deed(deed) for deed in application.deeds),
    )


def paper_without_person(paper: Paper) -> Paper:
    """Return the paper without the data that it was drawn from."""
    return replace(paper, data=None)


def _line(line: OutcomeLine) -> OutcomeLine:
    return replace(line, outcome=None, decision=_decision(line.decision), second=_decision(line.second))


def _decision(decision: LineDecision | None) -> LineDecision | None:
    return None if decision is None else replace(decision, reason_text="", explanation="")


def _deed(deed: Deed) -> Deed:
    return deed if deed.act in _OPEN_NOTES else replace(deed, note="")
