"""Programmes of study: their modules and courses, and what is wrong with a description of one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.codec import Malformed, from_plain, plain_of
from creditbank_desktop.domain.credits import HALF, ZERO
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import CourseCode, ProgrammeCode

_PROGRAMME_CODE = re.compile(r"[1-9][0-9]{5}")
_MOST_HOURS_IN_A_COURSE = 1000


class CourseCategory(StrEnum):
    """How a course stands in its programme."""

    REQUIRED = "required"
    ELECTIVE = "elective"
    PRACTICE = "practice"
    PUBLIC = "public"

    @property
    def is_compulsory(self) -> bool:
        """Return whether every learner of the programme takes such a course."""
        return self is not CourseCategory.ELECTIVE


class CourseSubject(StrEnum):
    """Subjects that recognition rules treat apart; most courses are ``general``."""

    GENERAL = "general"
    IDEOLOGICAL_POLITICAL = "ideological_political"
    PHYSICAL_EDUCATION = "physical_education"
    MILITARY_THEORY = "military_theory"
    MILITARY_SKILLS = "military_skills"
    GRADUATION_PROJECT = "graduation_project"


@dataclass(frozen=True, slots=True)
class Course:
    """One course of a programme; ``credits`` are what passing it gives, ``hours`` class hours.

    Which subjects are excluded from recognition is a matter of the rule set, not of the course.
    """

    code: CourseCode
    name_zh: str
    name_en: str
    credits: Decimal
    hours: int
    category: CourseCategory
    module: str
    subject: CourseSubject = CourseSubject.GENERAL


@dataclass(frozen=True, slots=True)
class Module:
    """A group of courses of which ``min_credits`` have to be earned."""

    code: str
    name_zh: str
    name_en: str
    category: CourseCategory
    min_credits: Decimal


@dataclass(frozen=True, slots=True)
class Programme:
    """A version of a programme for the learners who began in the years ``intake_from`` to ``intake_to``.

    ``code`` has the six digits of the national catalogue of vocational programmes; ``intake_to`` None means
    that the version is still used for new learners; ``is_open`` says whether applications are taken.
    """

    code: ProgrammeCode
    name_zh: str
    name_en: str
    version: int
    intake_from: int
    intake_to: int | None
    total_credits: Decimal
    modules: tuple[Module, ...]
    courses: tuple[Course, ...]
    is_open: bool = True
    is_sample: bool = False

    def course(self, code: str) -> Course | None:
        """Return the course of that code."""
        return next((course for course in self.courses if course.code == code), None)

    def module(self, code: str) -> Module | None:
        """Return the module of that code."""
        return next((module for module in self.modules if module.code == code), None)

    def courses_of(self, module: str) -> tuple[Course, ...]:
        """Return the courses of a module, in the programme's order."""
        return tuple(course for course in self.courses if course.module == module)

    @property
    def elective_credits(self) -> Decimal:
        """Return the credits that have to be earned in elective modules."""
        electives = (
            module.min_credits for module in self.modules if module.category is CourseCategory.ELECTIVE
        )
        return sum(electives, ZERO)

    def takes_intake_of(self, year: int) -> bool:
        """Return whether learners who began in ``year`` study by this version."""
        return self.intake_from <= year and (self.intake_to is None or year <= self.intake_to)


def parse_programme(data: bytes) -> Programme:
    """Return the programme that UTF-8 JSON ``data`` describes (credits as text, never as floats).

    Raises `Problems`: ``programme.malformed`` (detail) for another shape or an unknown field, else everything
    that `check_programme` finds.
    """
    try:
        programme = from_plain(Programme, plain_of(data))
    except Malformed as error:
        raise Problems([Problem("programme.malformed", "", {"detail": str(error)})]) from error
    found = check_programme(programme)
    if found:
        raise Problems(found)
    return programme


def check_programme(programme: Programme) -> tuple[Problem, ...]:
    """Return all that is wrong with a programme.

    Codes: ``programme.code`` (not six digits), ``programme.name_missing``, ``programme.intake``,
    ``programme.total`` (total, modules), ``programme.twice`` (code), ``programme.module_unknown`` (course,
    module), ``programme.module_short`` (module, offered, wanted), ``programme.category_differs`` (course),
    ``programme.course_credits`` (course), ``programme.course_hours`` (course).
    """
    return (*_check_head(programme), *_check_modules(programme), *_check_courses(programme))


def _check_head(programme: Programme) -> Iterator[Problem]:
    if not _PROGRAMME_CODE.fullmatch(programme.code):
        yield Problem("programme.code", "code", {"code": programme.code})
    if not programme.name_zh or not programme.name_en:
        yield Problem("programme.name_missing", "name_zh" if not programme.name_zh else "name_en")
    if programme.intake_to is not None and programme.intake_to < programme.intake_from:
        yield Problem("programme.intake", "intake_to")
    asked = sum((module.min_credits for module in programme.modules), ZERO)
    if programme.total_credits <= ZERO or asked != programme.total_credits:
        params = {"total": format(programme.total_credits, "f"), "modules": format(asked, "f")}
        yield Problem("programme.total", "total_credits", params)


def _check_modules(programme: Programme) -> Iterator[Problem]:
    yield from _twice((module.code for module in programme.modules), "modules")
    for module in programme.modules:
        offered = sum((course.credits for course in programme.courses_of(module.code)), ZERO)
        if offered < module.min_credits:
            params = {
                "module": module.code,
                "offered": format(offered, "f"),
                "wanted": format(module.min_credits, "f"),
            }
            yield Problem("programme.module_short", "modules", params)


def _check_courses(programme: Programme) -> Iterator[Problem]:
    yield from _twice((course.code for course in programme.courses), "courses")
    for course in programme.courses:
        module = programme.module(course.module)
        params = {"course": course.code, "module": course.module}
        if module is None:
            yield Problem("programme.module_unknown", "courses", params)
        elif module.category is not course.category:
            yield Problem("programme.category_differs", "courses", params)
        if not course.name_zh or not course.name_en:
            yield Problem("programme.name_missing", "courses", params)
        if course.credits <= ZERO or course.credits % HALF != ZERO:
            yield Problem("programme.course_credits", "courses", params)
        if not 0 < course.hours <= _MOST_HOURS_IN_A_COURSE:
            yield Problem("programme.course_hours", "courses", params)


def _twice(codes: Iterable[str], field: str) -> Iterator[Problem]:
    for code, count in sorted(Counter(codes).items()):
        if count > 1:
            yield Problem("programme.twice", field, {"code": code})
