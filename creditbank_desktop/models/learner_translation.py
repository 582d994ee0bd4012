"""Learners as rows and back, with the texts by which they are found."""

from __future__ import annotations

from typing import Any

from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.learners import AccountState, Learner, LearnerProfile, Sex
from creditbank_desktop.models.pinyin import readings
from creditbank_desktop.models.projection import Projection
from creditbank_desktop.models.registry_rows import LearnerRow, SearchKeyRow
from creditbank_desktop.models.search_keys import search_keys

_PROFILE = (
    "name",
    "document_kind",
    "document_number",
    "student_number",
    "name_as_typed",
    "latin_name",
    "former_name",
    "sex",
    "birth_date",
    "ethnic_group",
    "phone",
    "email",
    "address",
    "is_veteran",
)


def learner_projection(learner: Learner) -> Projection:
    """Return the rows of a learner; without a profile nothing personal is in them."""
    profile = learner.profile
    values: dict[str, Any] = {
        "learner": learner.learner,
        "office": learner.office,
        "programme": learner.programme,
        "intake_year": learner.intake_year,
        "class_name": learner.class_name,
        "account_number": learner.account_number,
        "account_state": learner.account_state.value,
        "opened_on": learner.opened_on,
        "alias_of": learner.alias_of,
        "revision": learner.revision,
    }
    values |= {name: None if profile is None else getattr(profile, name) for name in _PROFILE}
    spoken = () if profile is None else readings(profile.name)
    values["pinyin"] = " ".join(spoken[0].syllables) if spoken else None
    values["initials"] = spoken[0].initials if spoken else None
    keys = tuple(
        {"text": text, "kind": kind, "learner": learner.learner} for text, kind in search_keys(learner)
    )
    return Projection(LearnerRow, values, {SearchKeyRow: keys}, revision="revision")


def learner_of(row: Any) -> Learner:
    """Return the learner that a `LearnerRow` holds."""
    return Learner(
        learner=row.learner,
        office=row.office,
        programme=row.programme,
        intake_year=row.intake_year,
        class_name=row.class_name,
        account_number=row.account_number,
        account_state=AccountState(row.account_state),
        opened_on=row.opened_on,
        profile=None if row.name is None else _profile_of(row),
        alias_of=row.alias_of,
        revision=row.revision,
    )


def _profile_of(row: Any) -> LearnerProfile:
    values = {name: getattr(row, name) for name in _PROFILE}
    values["document_kind"] = DocumentKind(row.document_kind)
    values["sex"] = Sex(row.sex)
    return LearnerProfile(**values)
