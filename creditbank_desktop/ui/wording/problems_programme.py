"""Problems with a programme and its courses, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_PROGRAMME: Mapping[str, str] = {
    "programme.code": mark("“{code}” is no programme code; six digits are expected."),
    "programme.name_missing": mark("A name is missing, Chinese or English."),
    "programme.intake": mark("The last year of intake lies before the first."),
    "programme.total": mark("The modules ask for {modules} credits, the programme for {total}."),
    "programme.module_short": mark("A module asks for more credits than its courses give."),
    "programme.module_unknown": mark("Course {course} belongs to module {module}, which does not exist."),
    "programme.category_differs": mark("Course {course} and module {module} are of different categories."),
    "programme.course_credits": mark("The credits of course {course} cannot be right."),
    "programme.course_hours": mark("The hours of course {course} cannot be right."),
    "programme.twice": mark("{code} stands there twice."),
    "programme.malformed": mark("The file is not laid out as a programme: {detail}"),
}
