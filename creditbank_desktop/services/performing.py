"""Does one act to one file: at the revision that was seen, in one commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId, LineId
from creditbank_desktop.domain.operations.application_bodies import (
    ActUndone,
    ApplicationBody,
    LineRestored,
    Note,
)
from creditbank_desktop.domain.operations.catalogue import Personal
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.models.views import QueueFilter
from creditbank_desktop.services.acts import load
from creditbank_desktop.services.results import Changes, ItemResult, OpResult
from creditbank_desktop.services.views_evaluation import Decided
from creditbank_desktop.services.workroom import Workroom

T = TypeVar("T")

_LOOK_AHEAD = 5


@dataclass(frozen=True, slots=True)
class Aim:
    """A file at the revision that somebody saw (None: as it is), and where the next one comes from."""

    application: ApplicationId
    revision: int | None = None
    queue: frozenset[State] = frozenset()


Making = Callable[[UnitOfWork, Application], tuple[ApplicationBody, Personal | None]]
"""Makes the operation's body and personal part from the file as it stands inside the transaction."""


def perform(room: Workroom, actor: Actor, aim: Aim, make: Making) -> OpResult[Decided]:
    """Do an act and return where it led.

    Raises `Refused`: "application.unknown", "application.changed", and as the reducer does.
    """

    def work(unit: UnitOfWork) -> Decided:
        file = load(unit, aim.application, aim.revision)
        body, personal = make(unit, file)
        learner = None if personal is None else file.learner
        operation = unit.record(actor, body, learner=learner, personal=personal)
        after = load(unit, aim.application)
        following = _next_in(unit, aim)
        return Decided(aim.application, after.state, after.revision, operation, following)

    written = room.store.write(work)
    return OpResult(written.value, written.changes)


def perform_body(
    room: Workroom, actor: Actor, aim: Aim, body: ApplicationBody, note: str = ""
) -> OpResult[Decided]:
    """Do an act whose body is known beforehand; ``note`` is sealed under the learner's key."""
    personal = Note(note.strip()) if note.strip() else None

    def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
        return body, personal

    return perform(room, actor, aim, make)


def perform_many(
    files: Iterable[tuple[ApplicationId, int]], one: Callable[[Aim], OpResult[T]]
) -> OpResult[tuple[ItemResult[T], ...]]:
    """Do an act to many files, each in its own commit and with its own result.

    A refused file does not hold back the others; a fault of the environment ends the run with what was done,
    unless nothing was.
    """
    results: list[ItemResult[T]] = []
    changes: set[tuple[str, str]] = set()
    for application, revision in files:
        try:
            done = one(Aim(application, revision))
        except Refused as refused:
            results.append(ItemResult(application, None, refused.code, tuple(refused.params.items())))
        except Problems as stopped:
            first = stopped.problems[0]
            results.append(ItemResult(application, None, first.code, tuple(first.params.items())))
        except EnvironmentFault as fault:
            if not changes:
                raise
            results.append(ItemResult(application, None, fault.code, tuple(fault.params.items())))
        else:
            results.append(ItemResult(application, done.value))
            changes |= done.changes
    return OpResult(tuple(results), Changes(changes))


def undo_last(room: Workroom, actor: Actor, application: ApplicationId) -> OpResult[Decided]:
    """Take the actor's own last act on a file back.

    Raises `Refused`: "undo.nothing" if nothing can be taken back, "undo.other_person" (by the reducer).
    """

    def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
        return undoing_body(unit, file), None

    return perform(room, actor, Aim(application), make)


def undoing_body(reader: Reader, file: Application) -> ApplicationBody:
    """Return the operation that takes the last act on a file back; raises `Refused` ("undo.nothing")."""
    last = file.last_undoable()
    if last is None:
        raise Refused("undo.nothing", application=file.application)
    if last.act is not Act.WITHDRAW_LINE:
        return ActUndone(file.application, last.operation)
    data = reader.operation_data(last.operation)
    if data is None:
        raise Refused("undo.nothing", application=file.application)
    line = LineId(str(read_envelope(data).body["line"]))
    return LineRestored(file.application, line, last.operation)


def _next_in(reader: Reader, aim: Aim) -> ApplicationId | None:
    if not aim.queue:
        return None
    wanted = QueueFilter(tuple(sorted(aim.queue)))
    rows = reader.queue(wanted, None, _LOOK_AHEAD)
    return next((row.application for row in rows if row.application != aim.application), None)
