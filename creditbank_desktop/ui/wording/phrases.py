"""The phrase book: standard reasons behind decisions, refusals and returns, in words."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import Words, mark, tr

REASONS: Mapping[str, str] = {
    "content_match_lower": mark("The content agrees less than the rule assumes"),
    "content_match_higher": mark("The content agrees more than the rule assumes"),
    "level_not_comparable": mark("The level is not comparable"),
    "hours_not_proven": mark("The hours are not proven"),
    "partly_covered": mark("The outcome covers the course only in part"),
    "precedent": mark("As like cases were decided before"),
    "panel_judgement": mark("Judgement of the panel"),
    "target_fits_better": mark("Another course fits better"),
    "programme_rule": mark("A regulation of the programme says otherwise"),
    "rule_gap": mark("The rules do not cover this case"),
    "no_rule": mark("No rule gives credit for this outcome"),
    "below_score": mark("The score is below what is asked for"),
    "below_hours": mark("The hours are below what is asked for"),
    "expired": mark("The outcome is out of date"),
    "content_match_too_low": mark("The content does not agree enough"),
    "cap_reached": mark("The most that can be recognised is reached"),
    "already_used": mark("The outcome was used before"),
    "target_excluded": mark("The course is excluded from recognition"),
    "not_genuine": mark("The evidence is not genuine"),
    "not_relevant": mark("The outcome has nothing to do with the programme"),
    "materials_missing": mark("Materials are missing"),
    "not_of_this_office": mark("Another office is in charge"),
    "not_a_learner_here": mark("The applicant is no learner of this school"),
    "programme_closed": mark("The programme is closed"),
    "outcome_not_recognisable": mark("Such an outcome cannot be recognised"),
    "duplicate": mark("The outcome was applied for before"),
    "barred": mark("The applicant is barred for the time being"),
    "materials_unclear": mark("The materials are unclear"),
    "wrong_rule": mark("The wrong rule was applied"),
    "wrong_target": mark("The wrong course was chosen"),
    "credits_wrong": mark("The credits are wrong"),
    "reason_missing": mark("The reason is missing or too short"),
    "other": mark("Another reason, as written below"),
}


def word_reason(code: str) -> Words | str:
    """A reason of the phrase book."""
    return tr(REASONS[code]) if code in REASONS else code
