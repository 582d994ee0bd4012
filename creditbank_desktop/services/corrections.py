"""The history of a learner's record, read from the operations that made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from creditbank_desktop.domain.codec import Plain, to_plain
from creditbank_desktop.domain.ids import LearnerId, OperationId, PersonId
from creditbank_desktop.domain.operations.application_bodies import Note
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.privacy_bodies import CorrectionDeclined, CorrectionRequested
from creditbank_desktop.domain.operations.registry_bodies import (
    LearnerCorrected,
    LearnerRegistered,
    ProfileChange,
)
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.views_privacy import CorrectionView, FieldChange

REGISTERED, CORRECTED, REQUESTED, DECLINED = "registered", "corrected", "requested", "declined"
_BODIES = (LearnerRegistered, LearnerCorrected, CorrectionRequested, CorrectionDeclined)
TYPES = tuple(body.op_type for body in _BODIES)
_OPEN_FIELDS = ("programme", "intake_year", "class_name")


def record_history(reader: Reader, learner: LearnerId) -> tuple[CorrectionView, ...]:
    """Return who wrote what into a learner's record and when, the newest first.

    A wish for a correction is open until the record is corrected after it or the wish is declined.
    """
    held: dict[str, str] = {}
    views: list[CorrectionView] = []
    for operation in reader.operations_about(learner, TYPES):
        views.append(_view(reader, operation, held))
        if isinstance(operation.body, LearnerCorrected):
            views[:] = [replace(view, is_open=False) for view in views]
        if isinstance(operation.body, CorrectionDeclined):
            answered = operation.body.request
            views[:] = [
                replace(view, is_open=False) if view.operation == answered else view for view in views
            ]
    return tuple(reversed(views))


def person_name(reader: Reader, person: PersonId) -> str:
    """Return the name of a member of staff, or the id of one who is not known here."""
    found = reader.person(person)
    return person if found is None else found.name


def _view(reader: Reader, operation: Operation, held: dict[str, str]) -> CorrectionView:
    header, body = operation.header, operation.body
    kind, reason, changes = REGISTERED, "", ()  # type: tuple[str, str, tuple[FieldChange, ...]]
    note = operation.personal.text if isinstance(operation.personal, Note) else ""
    match body:
        case LearnerRegistered():
            held.update(_registered(operation))
        case LearnerCorrected():
            kind, reason, changes = CORRECTED, body.reason, _changes(operation, held)
        case CorrectionRequested():
            kind, reason = REQUESTED, note
        case CorrectionDeclined():
            kind, reason = DECLINED, note
    return CorrectionView(
        OperationId(header.operation),
        kind,
        header.at,
        person_name(reader, header.person),
        reason,
        changes,
        is_open=kind == REQUESTED,
    )


def _registered(operation: Operation) -> dict[str, str]:
    body = cast(LearnerRegistered, operation.body)
    held = {name: str(getattr(body, name)) for name in _OPEN_FIELDS}
    if operation.personal is not None:
        held |= _texts(cast("Mapping[str, Plain]", to_plain(operation.personal)))
    return held


def _changes(operation: Operation, held: dict[str, str]) -> tuple[FieldChange, ...]:
    body = cast(LearnerCorrected, operation.body)
    fields = {name: str(value) for name in _OPEN_FIELDS if (value := getattr(body, name)) is not None}
    if isinstance(operation.personal, ProfileChange):
        fields |= operation.personal.fields
    found = tuple(FieldChange(name, held.get(name, ""), text) for name, text in fields.items())
    held.update(fields)
    return found


def _texts(plain: Mapping[str, Plain]) -> dict[str, str]:
    return {
        name: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in plain.items()
    }
