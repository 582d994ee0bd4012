"""Outcomes met before: the same certificate number, or one person's same outcome of the same day."""

from __future__ import annotations

from collections.abc import Iterable

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, LineId
from creditbank_desktop.domain.outcomes import Outcome, duplicate_keys
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.views import KnownOutcome
from creditbank_desktop.services.views_applications import DuplicateView, DuplicateWhy

_NUMBER = "number|"
_NOT_YET_ACCEPTED = frozenset({State.RECEIVED})


def find_duplicates(
    reader: Reader,
    learner: LearnerId | None,
    outcomes: Iterable[tuple[LineId, Outcome]],
    excluding: ApplicationId | None = None,
) -> tuple[DuplicateView, ...]:
    """Return the live records of the same outcomes, each other line once for a line.

    Another learner's record counts only by its certificate number, and does not block.
    """
    people = () if learner is None else reader.same_person(learner)
    found: list[DuplicateView] = []
    for line, outcome in outcomes:
        seen: set[LineId] = set()
        for known in reader.duplicates(duplicate_keys(outcome), excluding):
            same_person = known.learner in people
            by_number = known.duplicate_key.startswith(_NUMBER)
            if known.is_live and known.line not in seen and (same_person or by_number):
                seen.add(known.line)
                found.append(_view(reader, line, known, same_person))
    return tuple(found)


def check_no_duplicate(reader: Reader, application: Application) -> None:
    """Raise `Refused` ("application.duplicate": receipt, title) if a line must not pass acceptance.

    Of two files that were received and not accepted, only the later one is held back.
    """
    outcomes = [(line.line, line.outcome) for line in application.live_lines if line.outcome is not None]
    for view in find_duplicates(reader, application.learner, outcomes, application.application):
        other_is_later = view.state in _NOT_YET_ACCEPTED and view.application > application.application
        if view.blocks and not other_is_later:
            raise Refused("application.duplicate", receipt=view.receipt_number, title=view.title)


def _view(reader: Reader, line: LineId, known: KnownOutcome, same_person: bool) -> DuplicateView:
    application = reader.application(known.application)
    learner = reader.learner(known.learner)
    other = None if application is None else application.line(known.line)
    outcome = None if other is None else other.outcome
    profile = None if learner is None else learner.profile
    by_number = known.duplicate_key.startswith(_NUMBER)
    return DuplicateView(
        line=line,
        why=DuplicateWhy.CERTIFICATE_NUMBER if by_number else DuplicateWhy.SAME_OUTCOME,
        application=known.application,
        other_line=known.line,
        receipt_number=known.receipt_number,
        learner=known.learner,
        learner_name="" if profile is None else profile.name,
        state=known.state,
        title="" if outcome is None else outcome.title,
        issuer="" if outcome is None else outcome.issuer,
        issued_on=None if outcome is None else outcome.issued_on,
        evidence_number="" if outcome is None else outcome.evidence_number,
        posted=other is not None and other.entry is not None,
        blocks=same_person,
    )
