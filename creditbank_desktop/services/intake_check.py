"""Checks an application as typed: learner, outcomes, proxy, evidence and duplicates, all at once."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.domain.applications import Proxy
from creditbank_desktop.domain.failures import Problem, Problems, Severity
from creditbank_desktop.domain.identity_documents import (
    DocumentKind,
    check_identity_document,
    normalise_document_number,
)
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.learners import AccountState, Learner
from creditbank_desktop.domain.names import check_name, normalise_name
from creditbank_desktop.domain.outcomes import Outcome, duplicate_keys
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.duplicates import find_duplicates
from creditbank_desktop.services.learner_forms import unconfirmed
from creditbank_desktop.services.outcome_parsing import parse_outcome
from creditbank_desktop.services.reading import LONGEST_LONG_TEXT, read_text
from creditbank_desktop.services.views_applications import DuplicateView
from creditbank_desktop.services.views_intake import ApplicationForm, ProxyForm
from creditbank_desktop.services.workroom import Workroom

MOST_OUTCOMES = 30
DUPLICATE = "outcome.duplicate"
"""The warning that a clerk confirms, with a reason in the note."""


@dataclass(frozen=True, slots=True)
class IntakeReading:
    """What a form says once read; ``problems`` are errors and warnings that were not confirmed.

    ``outcomes`` are those without an error, ``so_far`` all of them as far as they could be read.
    """

    problems: tuple[Problem, ...]
    learner: Learner | None
    outcomes: tuple[tuple[LineId, Outcome], ...]
    duplicates: tuple[DuplicateView, ...]
    proxy: Proxy | None
    so_far: tuple[tuple[LineId, Outcome], ...] = ()


def read_application_form(reader: Reader, form: ApplicationForm, room: Workroom) -> IntakeReading:
    """Return everything wrong with a form and what could be read of it.

    Codes beside those of outcomes, names and documents: ``learner.needed``, ``learner.unknown``,
    ``learner.disposed``, ``account.not_open``, ``programme.closed``, ``application.no_outcome``,
    ``application.too_many``, ``outcome.line_twice``, ``outcome.duplicate_in_form``,
    ``evidence.line_unknown``, ``evidence.file_missing``, ``duplicate.reason_needed``; warning
    ``outcome.duplicate`` (receipt, title).
    """
    learner, problems = _learner(reader, form, room)
    outcomes, so_far, found = _outcomes(form, room)
    problems.extend(found)
    proxy, found = _proxy(form.proxy, room)
    problems.extend(found)
    problems.extend(_check_evidence(form, room))
    problems.extend(_check_note(form))
    person = None if learner is None else learner.learner
    duplicates = find_duplicates(reader, person, outcomes)
    problems.extend(_duplicate_problems(form, duplicates))
    return IntakeReading(unconfirmed(problems, form.confirmed), learner, outcomes, duplicates, proxy, so_far)


def _learner(reader: Reader, form: ApplicationForm, room: Workroom) -> tuple[Learner | None, list[Problem]]:
    if form.learner is None:
        return None, [Problem("learner.needed", "learner")]
    learner = reader.learner(form.learner)
    if learner is not None and learner.alias_of is not None:
        learner = reader.learner(learner.alias_of)
    if learner is None:
        return None, [Problem("learner.unknown", "learner")]
    found = []
    if learner.profile is None:
        found.append(Problem("learner.disposed", "learner"))
    if learner.account_state is not AccountState.OPEN:
        found.append(Problem("account.not_open", "learner", {"state": learner.account_state.value}))
    programme = room.curriculum.programme(learner.programme, learner.intake_year)
    if programme is None:
        found.append(Problem("programme.unknown", "learner", {"programme": learner.programme}))
    elif not programme.is_open:
        found.append(Problem("programme.closed", "learner", {"programme": learner.programme}))
    return learner, found


def _outcomes(
    form: ApplicationForm, room: Workroom
) -> tuple[tuple[tuple[LineId, Outcome], ...], tuple[tuple[LineId, Outcome], ...], list[Problem]]:
    found: list[Problem] = []
    if not form.outcomes:
        found.append(Problem("application.no_outcome", "outcomes"))
    if len(form.outcomes) > MOST_OUTCOMES:
        found.append(Problem("application.too_many", "outcomes", {"most": MOST_OUTCOMES}))
    outcomes: list[tuple[LineId, Outcome]] = []
    so_far: list[tuple[LineId, Outcome]] = []
    seen: dict[str, int] = {}
    for place, typed in enumerate(form.outcomes):
        parsed = parse_outcome(typed, room.clock.today(), room.glyphs)
        inside = f"outcomes.{place}"
        found.extend(problem.within(inside) for problem in parsed.problems)
        if not typed.line or typed.line in [line for line, _ in outcomes]:
            found.append(Problem("outcome.line_twice", inside))
        so_far.append((typed.line, parsed.so_far))
        if parsed.outcome is None:
            continue
        outcomes.append((typed.line, parsed.outcome))
        for key in duplicate_keys(parsed.outcome):
            if key in seen:
                params = {"other": seen[key] + 1}
                found.append(Problem("outcome.duplicate_in_form", f"{inside}.title", params))
                break
            seen[key] = place
    return tuple(outcomes), tuple(so_far), found


def _proxy(form: ProxyForm | None, room: Workroom) -> tuple[Proxy | None, list[Problem]]:
    if form is None:
        return None, []
    found = list(check_name(form.name))
    missing = "".join(room.glyphs.missing_characters(normalise_name(form.name)))
    if missing:
        found.append(Problem("glyphs.missing", "name", {"characters": missing}))
    if form.document_kind not in list(DocumentKind):
        found.append(Problem("choice.unknown", "document_kind", {"text": form.document_kind}))
    else:
        kind = DocumentKind(form.document_kind)
        found.extend(check_identity_document(kind, form.document_number, room.clock.today()))
    proxy = Proxy(
        normalise_name(form.name),
        form.document_kind,
        normalise_document_number(form.document_number),
        form.relation.strip(),
        form.authorisation.strip(),
    )
    return proxy, [problem.within("proxy") for problem in found]


def _check_evidence(form: ApplicationForm, room: Workroom) -> list[Problem]:
    lines = {typed.line for typed in form.outcomes}
    found = []
    for place, item in enumerate(form.evidence):
        if item.line is not None and item.line not in lines:
            found.append(Problem("evidence.line_unknown", f"evidence.{place}", {"name": item.file_name}))
        if not room.files.has(item.blob):
            found.append(Problem("evidence.file_missing", f"evidence.{place}", {"name": item.file_name}))
    return found


def _check_note(form: ApplicationForm) -> tuple[Problem, ...]:
    try:
        read_text(form.note, "note", LONGEST_LONG_TEXT)
    except Problems as stopped:
        return stopped.problems
    return ()


def _duplicate_problems(form: ApplicationForm, duplicates: tuple[DuplicateView, ...]) -> list[Problem]:
    places = {typed.line: place for place, typed in enumerate(form.outcomes)}
    found = [
        Problem(
            DUPLICATE,
            f"outcomes.{places[view.line]}.title",
            {"receipt": view.receipt_number, "title": view.title},
            Severity.WARNING,
        )
        for view in duplicates
    ]
    if found and not unconfirmed(found, form.confirmed) and not form.note.strip():
        found.append(Problem("duplicate.reason_needed", "note"))
    return found
