"""Programmes as screens show them: what credits can be recognised for."""

from __future__ import annotations

from collections.abc import Collection

from creditbank_desktop.domain.decisions import TargetKind
from creditbank_desktop.domain.ids import CourseCode
from creditbank_desktop.domain.programmes import Course, CourseSubject, Module, Programme
from creditbank_desktop.services.views_learners import CourseView, ProgrammeView


def programme_view(programme: Programme, excluded: Collection[CourseSubject] = ()) -> ProgrammeView:
    """Return a programme with its courses, then its modules; ``excluded`` subjects are marked."""
    courses = [_course(course, excluded) for course in programme.courses]
    modules = [_module(module) for module in programme.modules]
    return ProgrammeView(
        code=programme.code,
        name_zh=programme.name_zh,
        name_en=programme.name_en,
        version=programme.version,
        total_credits=programme.total_credits,
        is_open=programme.is_open,
        courses=(*courses, *modules),
    )


def _course(course: Course, excluded: Collection[CourseSubject]) -> CourseView:
    return CourseView(
        code=course.code,
        name_zh=course.name_zh,
        name_en=course.name_en,
        credits=course.credits,
        module=course.module,
        required=course.category.is_compulsory,
        excluded=course.subject in excluded,
    )


def _module(module: Module) -> CourseView:
    return CourseView(
        code=CourseCode(module.code),
        name_zh=module.name_zh,
        name_en=module.name_en,
        credits=module.min_credits,
        module=module.code,
        required=module.category.is_compulsory,
        kind=TargetKind.MODULE,
    )
