"""The table of the sync centre and what of it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from creditbank_desktop.sync.desk_views import Step, SyncRow
from creditbank_desktop.ui.i18n import mark, tr
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.sync_centre.summary import word_age
from creditbank_desktop.ui.wording.names import word_state
from creditbank_desktop.ui.wording.operation_names import word_operation, word_operations
from creditbank_desktop.ui.wording.sync_words import step_tone, word_record, word_step


class Shown(StrEnum):
    """Which rows are shown."""

    EVERYTHING = "everything"
    A_LOOK = "a_look"
    WAITING = "waiting"
    REGISTERED = "registered"
    POSTED = "posted"


SHOWN_WORDS: Mapping[Shown, str] = {
    Shown.EVERYTHING: mark("All {count}"),
    Shown.A_LOOK: mark("Need a look {count}"),
    Shown.WAITING: mark("Waiting {count}"),
    Shown.REGISTERED: mark("Registered {count}"),
    Shown.POSTED: mark("Posted {count}"),
}
EMPTY_WORDS: Mapping[Shown, str] = {
    Shown.EVERYTHING: mark("Nothing was done on this computer yet."),
    Shown.A_LOOK: mark("Nothing needs a look."),
    Shown.WAITING: mark("Nothing waits."),
    Shown.REGISTERED: mark("Nothing of the last work is registered only."),
    Shown.POSTED: mark("Nothing of the last work is posted yet."),
}


def is_shown(row: SyncRow, shown: Shown) -> bool:
    """Return whether ``row`` belongs to what is shown."""
    if shown is Shown.A_LOOK:
        return row.step.needs_a_look
    if shown is Shown.WAITING:
        return row.step.is_open and not row.step.needs_a_look
    if shown is Shown.REGISTERED:
        return row.step is Step.REGISTERED
    return shown is Shown.EVERYTHING or row.step is Step.POSTED


def columns(now: Callable[[], datetime]) -> Sequence[Column[SyncRow]]:
    """Return the columns; ``now`` tells the time that ages count from."""
    return (
        Column(tr("Learner"), who_text, 96, strong=True),
        Column(tr("What"), what_text),
        Column(tr("Number"), lambda row: row.number, 200, secondary=True),
        Column(tr("Since"), lambda row: str(word_age(row.since, now())), 118, secondary=True),
        Column(
            tr("On its way"), lambda row: str(word_step(row.step)), 116, chip=lambda row: step_tone(row.step)
        ),
    )


def who_text(row: SyncRow) -> str:
    """Whom a row is about."""
    return row.who or ("–" if row.kind != "application" else str(tr("(disposed of)")))


def what_text(row: SyncRow) -> str:
    """What a row is about: the outcome, or the kind of record, and what was done."""
    if row.kind == "application":
        done = word_operation(row.acts[-1]) if row.acts else word_state(row.state)
        return " · ".join(part for part in (row.title, str(done)) if part)
    return " · ".join(part for part in (str(word_record(row.kind)), word_operations(row.acts)) if part)
