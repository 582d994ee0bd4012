"""The codes of standard reasons; screens and papers word them, free text stands beside them."""

from __future__ import annotations

DEPARTURE_REASONS = (
    "content_match_lower",
    "content_match_higher",
    "level_not_comparable",
    "hours_not_proven",
    "partly_covered",
    "precedent",
    "panel_judgement",
    "target_fits_better",
    "programme_rule",
    "rule_gap",
)
"""Why an evaluator departs from what the rules suggest."""

REFUSAL_REASONS = (
    "no_rule",
    "below_score",
    "below_hours",
    "expired",
    "content_match_too_low",
    "cap_reached",
    "already_used",
    "target_excluded",
    "not_genuine",
    "not_relevant",
    "materials_missing",
)
"""Why an outcome is not recognised."""

NOT_ACCEPTED_REASONS = (
    "not_of_this_office",
    "not_a_learner_here",
    "programme_closed",
    "outcome_not_recognisable",
    "duplicate",
    "barred",
)
"""Why an application is not taken up."""

SUPPLEMENT_PHRASES = (
    "copy_not_stamped",
    "copy_not_signed",
    "original_not_shown",
    "scan_unreadable",
    "page_missing",
    "name_differs",
    "number_unreadable",
    "hours_not_stated",
    "syllabus_missing",
    "translation_missing",
    "authorisation_missing",
)
"""What a supplement notice may ask for beside whole materials."""

RETURN_REASONS = (
    "materials_unclear",
    "wrong_rule",
    "wrong_target",
    "credits_wrong",
    "reason_missing",
    "other",
)
"""Why a file goes back."""

COPY_REASONS = ("lost", "damaged", "further_copy", "printer_fault")
"""Why a paper is printed again."""

VOID_REASONS = ("wrong_data", "spoiled", "revoked")
"""Why a paper counts no more."""

DELIVERY_WAYS = ("counter", "post", "electronic", "public_notice")
"""How a result reaches the learner."""

REVIEW_REASONS = (*DEPARTURE_REASONS, *REFUSAL_REASONS)
"""What may stand behind a decision on a line."""
