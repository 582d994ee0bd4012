"""Pages of queues: rows with their deadlines, filtered and counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.folding import fold_width
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.models import views as stored
from creditbank_desktop.models.application_queries import queue_key
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.acts import possible_acts
from creditbank_desktop.services.due import Diary
from creditbank_desktop.services.views_applications import (
    ApplicationRow,
    QueueFilter,
    QueuePage,
    SendState,
)

_SEPARATOR = "|"
_SCAN = 500
_MOST_SCANS = 20
EVERYTHING = QueueFilter()


@dataclass(frozen=True, slots=True)
class QueueDesk:
    """Whose queue it is, on which day, by which calendar; ``acts`` is what it does with files.

    Of returned files it has those that were sent back to ``returned_to``.
    """

    actor: Actor
    diary: Diary
    today: date
    states: frozenset[State]
    acts: frozenset[Act] = frozenset()
    returned_to: State | None = None


def read_queue(
    reader: Reader, desk: QueueDesk, shown: QueueFilter | None, after: str = "", limit: int = 100
) -> QueuePage:
    """Return up to ``limit`` rows of a queue behind the key ``after``, those promised first coming first.

    A narrow filter may answer with fewer rows (even none) and a ``next_after`` to go on from.
    """
    shown = shown or EVERYTHING
    states = (shown.states & desk.states) if shown.states else desk.states
    wanted = stored.QueueFilter(tuple(sorted(states)), returned_to=desk.returned_to)
    every = reader.state_counts(desk.returned_to)
    counts = {state: count for state, count in every.items() if state in desk.states}
    if not states:
        return QueuePage((), "", counts)
    rows: list[ApplicationRow] = []
    place = after
    step = limit if shown == EVERYTHING else max(limit, _SCAN)
    for _ in range(_MOST_SCANS):
        found = reader.queue(wanted, _key_of(place), step)
        for row, key in _fitting(reader, found, desk, shown, wanted):
            rows.append(row)
            place = key
            if len(rows) == limit:
                return QueuePage(tuple(rows), place, counts)
        if len(found) < step:
            return QueuePage(tuple(rows), "", counts)
        place = _SEPARATOR.join(queue_key(found[-1], wanted))
    return QueuePage(tuple(rows), place, counts)


def queue_anchors(reader: Reader, states: frozenset[State], every: int) -> tuple[str, ...]:
    """Return the ``after`` of `read_queue` for every block of ``every`` rows, "" first."""
    wanted = stored.QueueFilter(tuple(sorted(states)))
    return tuple(_SEPARATOR.join(key or ()) for key in reader.queue_anchors(wanted, every))


def applications_in(reader: Reader, states: frozenset[State], limit: int) -> tuple[Application, ...]:
    """Return up to ``limit`` applications in these states, those promised first coming first."""
    rows = reader.queue(stored.QueueFilter(tuple(sorted(states))), None, limit)
    return reader.applications(row.application for row in rows)


def application_rows(
    reader: Reader,
    applications: Sequence[Application],
    diary: Diary,
    today: date,
    known: Sequence[stored.QueueRow] = (),
) -> tuple[ApplicationRow, ...]:
    """Return the rows that lists show of these applications; ``credits`` are those decided so far.

    ``known`` are the store's rows where they were read before.
    """
    keys = tuple(application.application for application in applications)
    heads = {head.application: head for head in known or reader.queue_rows(keys)}
    sent = reader.deliveries(keys)
    rows = []
    for application in applications:
        head = heads[application.application]
        decisions = [line.decision for line in application.live_lines if line.decision is not None]
        rows.append(
            ApplicationRow(
                application=application.application,
                receipt_number=application.receipt_number,
                learner=application.learner,
                learner_name=head.name or "",
                student_number=head.student_number or "",
                programme=application.programme,
                state=application.state,
                types=tuple(dict.fromkeys(line.type for line in application.lines)),
                title=head.title or "",
                lines=head.lines,
                received_on=application.received_on,
                promised_on=application.promised_on,
                due=diary.due_of(application, today),
                credits=sum((decision.credits for decision in decisions), ZERO) if decisions else None,
                revision=application.revision,
                sent=SendState(sent.get(application.application, stored.Delivery.SAVED).value),
            )
        )
    return tuple(rows)


def _fitting(
    reader: Reader,
    found: tuple[stored.QueueRow, ...],
    desk: QueueDesk,
    shown: QueueFilter,
    wanted: stored.QueueFilter,
) -> Iterator[tuple[ApplicationRow, str]]:
    kept = [row.application for row in found if _fits(row, shown)]
    applications = [
        application
        for application in reader.applications(kept)
        if not (shown.types and shown.types.isdisjoint(line.type for line in application.lines))
        and not (shown.mine_possible_only and desk.acts.isdisjoint(possible_acts(application, desk.actor)))
    ]
    keys = {row.application: _SEPARATOR.join(queue_key(row, wanted)) for row in found}
    for view in application_rows(reader, applications, desk.diary, desk.today, found):
        is_late = view.due is not None and (view.due.is_late or view.due.file_is_late)
        if is_late or not shown.late_only:
            yield view, keys[view.application]


def _fits(row: stored.QueueRow, shown: QueueFilter) -> bool:
    if shown.programme is not None and row.programme != shown.programme:
        return False
    text = fold_width(shown.text).strip().casefold()
    if not text:
        return True
    shown_texts = (row.receipt_number, row.name or "", row.student_number or "", row.title or "")
    return any(text in part.casefold() for part in shown_texts)


def _key_of(place: str) -> stored.Key | None:
    return tuple(place.split(_SEPARATOR)) if place else None
