"""Problems with decisions, supplements and panels, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_DECISIONS: Mapping[str, str] = {
    "decision.verdict_missing": mark("Choose a verdict with 1 to 4."),
    "decision.reason_needed": mark("Choose a reason from the phrase book; free text may stand beside it."),
    "decision.reason_unknown": mark("This reason is not in the phrase book ({reason})."),
    "decision.no_credits": mark("Recognising needs credits above zero. Enter them, or refuse with 4."),
    "decision.refused_with_credits": mark("An outcome that is not recognised has no credits."),
    "decision.result": mark("This result cannot be decided here."),
    "decision.target_unknown": mark("The learner's programme has no course {target}."),
    "decision.target_excluded": mark("The course {target} is excluded from recognition."),
    "decision.above_target": mark(
        "The course {target} has {most} credits; more cannot be recognised for it."
    ),
    "decision.line_missing": mark("An outcome of the file is still undecided."),
    "decision.line_unknown": mark("The file no longer has this outcome. Reload it."),
    "decision.line_twice": mark("An outcome was decided twice."),
    "panel.too_small": mark("A panel has at least {needed} members. Add the others."),
    "panel.minutes_missing": mark("Enter the number of the minutes."),
    "content_match.empty": mark("Enter the topics of the target course."),
    "content_match.topic_missing": mark("Name the topic."),
    "content_match.topic_twice": mark("The topic {topic} stands here twice."),
    "content_match.hours": mark("Enter the hours of the topic: a number above 0."),
    "content_match.covered_hours": mark(
        "A topic covered in part has more than 0 and fewer than its own hours; any other has none."
    ),
    "supplement.nothing_missing": mark("Say what is missing: tick materials or write a line."),
}
