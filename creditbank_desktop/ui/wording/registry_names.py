"""Names from the registry in the language of the screen: programmes and courses carry both."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.services.views_learners import CourseView, LearnerHit, ProgrammeView
from creditbank_desktop.ui.i18n import Language

EXEMPT = "免修"
"""How the rules write an exemption into a grade."""


def speaks_english() -> bool:
    """Return whether the screen is in English."""
    app = QCoreApplication.instance()
    return app is not None and app.property("language") == Language.ENGLISH.value


def local_name(name_zh: str, name_en: str) -> str:
    """Return the name for the language in force, the other one where it is missing."""
    return (name_en or name_zh) if speaks_english() else (name_zh or name_en)


def word_grade(grade: str) -> str:
    """Return a grade as papers carry it; in English the word for an exemption is said in English."""
    return grade.replace(EXEMPT, "exempt") if speaks_english() else grade


def programme_words(programme: ProgrammeView) -> str:
    """Return name and code of a programme."""
    return f"{local_name(programme.name_zh, programme.name_en)} {programme.code}"


def hit_programme(hit: LearnerHit) -> str:
    """Return the programme's name of a learner that was found."""
    return local_name(hit.programme_name_zh, hit.programme_name_en)


def course_words(course: CourseView) -> str:
    """Return code, name and credits of a course."""
    return f"{course.code} {local_name(course.name_zh, course.name_en)} ({format_credits(course.credits)})"
