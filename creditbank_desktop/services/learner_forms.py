"""Checks a learner's form: everything that is wrong with it at once, and what can be filled in from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from creditbank_desktop.domain.failures import Problem, Problems, Severity
from creditbank_desktop.domain.folding import without_spaces
from creditbank_desktop.domain.identity_documents import (
    DocumentKind,
    check_identity_document,
    normalise_document_number,
)
from creditbank_desktop.domain.learners import Learner, LearnerProfile, Sex
from creditbank_desktop.domain.names import check_latin_name, check_name, normalise_name
from creditbank_desktop.domain.resident_ids import parse_resident_id, resident_id_warnings
from creditbank_desktop.services.ports import Curriculum, GlyphCheck
from creditbank_desktop.services.reading import read_date, read_integer, read_text
from creditbank_desktop.services.views_learners import LearnerForm

_STUDENT_NUMBER = re.compile(r"[0-9A-Z-]{4,30}")
_PHONE = re.compile(r"\+?[0-9][0-9 -]{5,18}[0-9]")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ETHNIC_GROUP = re.compile(r"0[1-9]|[1-4][0-9]|5[0-8]|97|98|99")
_EARLIEST_INTAKE = 1990


@dataclass(frozen=True, slots=True)
class LearnerReading:
    """What a form says once read: the profile and the studies, or nothing while an error stands."""

    problems: tuple[Problem, ...]
    form: LearnerForm
    profile: LearnerProfile | None = None
    intake_year: int = 0


@dataclass(frozen=True, slots=True)
class FormCheck:
    """What a check of a form leans on."""

    today: date
    glyphs: GlyphCheck
    curriculum: Curriculum


def read_learner_form(form: LearnerForm, check: FormCheck, before: Learner | None = None) -> LearnerReading:
    """Return everything wrong with a form and, without errors, the profile it describes.

    ``before`` is the learner being corrected: his programme may be closed by now. Codes are those of the
    domain's checks and ``glyphs.missing``, ``student_number.shape``, ``phone.shape``, ``email.shape``,
    ``ethnic_group.unknown``, ``programme.empty``, ``programme.unknown``, ``programme.closed``,
    ``intake_year.empty``, ``sex.unknown``, ``birth_date.differs``.
    """
    filled, found = _filled_from_document(form, check.today)
    problems = [*found, *_check_person(filled, check), *_check_contact(filled)]
    studies, intake_year = _check_studies(filled, check, before)
    problems.extend(studies)
    problems = _once(problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return LearnerReading(tuple(problems), filled)
    return LearnerReading(tuple(problems), filled, _profile(filled), intake_year)


def unconfirmed(problems: Iterable[Problem], confirmed: frozenset[str]) -> tuple[Problem, ...]:
    """Return the errors and those warnings that ``confirmed`` ("code" or "field:code") does not name."""
    return tuple(
        problem
        for problem in problems
        if problem.severity is Severity.ERROR
        or not {problem.code, f"{problem.field}:{problem.code}"} & confirmed
    )


def form_of(learner: Learner) -> LearnerForm:
    """Return the filled form of a learner; only the studies are left after disposal."""
    form = LearnerForm(
        programme=learner.programme, intake_year=str(learner.intake_year), class_name=learner.class_name
    )
    profile = learner.profile
    if profile is None:
        return form
    return replace(
        form,
        name=profile.name,
        document_kind=profile.document_kind,
        document_number=profile.document_number,
        student_number=profile.student_number,
        latin_name=profile.latin_name,
        former_name=profile.former_name,
        sex=profile.sex.value,
        birth_date="" if profile.birth_date is None else profile.birth_date.isoformat(),
        ethnic_group=profile.ethnic_group,
        phone=profile.phone,
        email=profile.email,
        address=profile.address,
        is_veteran=profile.is_veteran,
    )


def _once(problems: Iterable[Problem]) -> list[Problem]:
    seen: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.code, problem.field), problem)
    return list(seen.values())


def _attempt(read: Callable[[], object]) -> tuple[Problem, ...]:
    try:
        read()
    except Problems as stopped:
        return stopped.problems
    return ()


def _filled_from_document(form: LearnerForm, today: date) -> tuple[LearnerForm, list[Problem]]:
    found = list(check_identity_document(form.document_kind, form.document_number, today))
    if found or form.document_kind is not DocumentKind.RESIDENT_ID:
        return form, found
    card = parse_resident_id(form.document_number, today, "document_number")
    filled = replace(
        form, sex=form.sex or card.sex_code, birth_date=form.birth_date or card.birth_date.isoformat()
    )
    found.extend(resident_id_warnings(card, today, sex=filled.sex, field="document_number"))
    try:
        differs = read_date(filled.birth_date, "birth_date") != card.birth_date
    except Problems:
        differs = False
    if differs:
        found.append(Problem("birth_date.differs", "birth_date", {}, Severity.WARNING))
    return filled, found


def _check_person(form: LearnerForm, check: FormCheck) -> list[Problem]:
    found = [*check_name(form.name), *_glyphs(form.name, "name", check.glyphs)]
    if form.former_name.strip():
        found.extend(check_name(form.former_name, "former_name"))
        found.extend(_glyphs(form.former_name, "former_name", check.glyphs))
    if form.latin_name.strip():
        found.extend(check_latin_name(form.latin_name))
        found.extend(_glyphs(form.latin_name, "latin_name", check.glyphs))
    if form.sex and form.sex not in list(Sex):
        found.append(Problem("sex.unknown", "sex"))
    if form.birth_date.strip():
        wrong = _attempt(lambda: read_date(form.birth_date, "birth_date"))
        found.extend(wrong)
        if not wrong and read_date(form.birth_date, "birth_date") > check.today:
            found.append(Problem("date.future", "birth_date"))
    if form.ethnic_group and not _ETHNIC_GROUP.fullmatch(without_spaces(form.ethnic_group)):
        found.append(Problem("ethnic_group.unknown", "ethnic_group"))
    return found


def _glyphs(text: str, field: str, glyphs: GlyphCheck) -> tuple[Problem, ...]:
    missing = "".join(glyphs.missing_characters(normalise_name(text)))
    return (Problem("glyphs.missing", field, {"characters": missing}),) if missing else ()


def _check_contact(form: LearnerForm) -> list[Problem]:
    found: list[Problem] = []
    number = without_spaces(form.student_number).upper()
    if number and not _STUDENT_NUMBER.fullmatch(number):
        found.append(Problem("student_number.shape", "student_number"))
    if form.phone.strip() and not _PHONE.fullmatch(form.phone.strip()):
        found.append(Problem("phone.shape", "phone"))
    if form.email.strip() and not _EMAIL.fullmatch(form.email.strip()):
        found.append(Problem("email.shape", "email"))
    found.extend(_attempt(lambda: read_text(form.address, "address")))
    found.extend(_attempt(lambda: read_text(form.class_name, "class_name")))
    return found


def _check_studies(form: LearnerForm, check: FormCheck, before: Learner | None) -> tuple[list[Problem], int]:
    found: list[Problem] = []
    code = without_spaces(form.programme)
    programme = check.curriculum.programme(code) if code else None
    keeps = before is not None and before.programme == code
    if not code:
        found.append(Problem("programme.empty", "programme"))
    elif programme is None and not keeps:
        found.append(Problem("programme.unknown", "programme", {"programme": code}))
    elif programme is not None and not programme.is_open and not keeps:
        found.append(Problem("programme.closed", "programme", {"programme": code}))
    year = 0
    if not form.intake_year.strip():
        found.append(Problem("intake_year.empty", "intake_year"))
    else:
        try:
            year = read_integer(form.intake_year, "intake_year", _EARLIEST_INTAKE, check.today.year + 1)
        except Problems as stopped:
            found.extend(stopped.problems)
    return found, year


def _profile(form: LearnerForm) -> LearnerProfile:
    name = normalise_name(form.name)
    number = normalise_document_number(form.document_number)
    return LearnerProfile(
        name=name,
        document_kind=form.document_kind,
        document_number=number,
        student_number=without_spaces(form.student_number).upper(),
        name_as_typed="" if form.name == name else form.name,
        latin_name=normalise_name(form.latin_name),
        former_name=normalise_name(form.former_name),
        sex=Sex(form.sex or Sex.UNKNOWN),
        birth_date=read_date(form.birth_date, "birth_date") if form.birth_date.strip() else None,
        ethnic_group=without_spaces(form.ethnic_group),
        phone=form.phone.strip(),
        email=form.email.strip(),
        address=read_text(form.address, "address"),
        is_veteran=form.is_veteran,
    )
