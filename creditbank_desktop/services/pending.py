"""Credits on their way into an account, and what holds them back."""

from __future__ import annotations

from collections.abc import Sequence

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.application_queries import ENDED_WITHOUT_CREDIT
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.views_learners import PendingCredit

_WAITS_FOR_SERVER = frozenset({State.NOTIFIED})


def applications_of_person(reader: Reader, learner: LearnerId) -> tuple[Application, ...]:
    """Return the files of a person under every merged record, the newest first."""
    found = [file for record in reader.same_person(learner) for file in reader.applications_of(record)]
    return tuple(sorted(found, key=lambda file: (file.received_on, file.application), reverse=True))


def pending_credits(applications: Sequence[Application]) -> tuple[PendingCredit, ...]:
    """Return the decided credits of these files that have no ledger entry yet."""
    return tuple(
        PendingCredit(
            application=file.application,
            receipt_number=file.receipt_number,
            line=line.line,
            title="" if line.outcome is None else line.outcome.title,
            credits=line.decision.credits,
            why=file.state.value,
            takes_effect_on_sync=file.state in _WAITS_FOR_SERVER,
        )
        for file in applications
        if file.state not in ENDED_WITHOUT_CREDIT
        for line in file.live_lines
        if line.entry is None and line.decision is not None and line.decision.result.gives_credit
    )
