"""Problems with rules and rule sets, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_RULES: Mapping[str, str] = {
    "rules.id_shape": mark("“{rule}” is no rule number. Check it."),
    "rules.clause_missing": mark("The clause is missing, Chinese or English."),
    "rules.credits_needed": mark("The rule gives credit and needs an amount."),
    "rules.credits_out_of_place": mark("The rule gives no credit, so the amount must stay empty."),
    "rules.reason_missing": mark("A refusing rule needs its reason."),
    "rules.reason_out_of_place": mark("Only a refusing rule has a reason."),
    "rules.number": mark("{value} cannot be right here."),
    "rules.percent": mark("A percentage from 0 to 100 is expected; {value} is none."),
    "rules.step": mark("{value} does not fit the step of the credits."),
    "rules.target": mark("The target does not fit the rule. Check it."),
    "rules.hours_per_credit": mark("The hours a credit cannot be right."),
    "rules.rank_awards": mark("Two awards claim the same rank, or a rank is missing."),
    "rules.version_number": mark("The number of the version cannot be right."),
    "rules.dates": mark("The version ends before it begins."),
    "rules.supersedes": mark("Version {version}, which this one replaces, does not exist."),
    "rules.periods_overlap": mark("Versions {one} and {other} are in force at the same time."),
    "rules.contradiction": mark("The rule asks for facts that exclude each other: {facts}."),
    "rules.range": mark("The lower end lies above the upper end."),
    "rules.unknown_key": mark("“{key}” is not known here. Choose from the list."),
    "rules.programme": mark("“{code}” is no programme code; six digits are expected."),
    "rules.grade_word": mark("The grade “{word}” is not known."),
    "rules.twice": mark("“{key}” stands there twice."),
    "rules.not_approved": mark("The version was not approved."),
    "rules.same_person": mark("The author of a version cannot approve it."),
    "rules.malformed": mark("The file is not laid out as a rule set: {detail}"),
    "rules.hash_differs": mark("The content does not match its digest; the file was changed."),
    "phrases.malformed": mark("The file is not laid out as a phrase book: {detail}"),
    "phrases.twice": mark("The phrase “{code}” stands there twice."),
    "phrases.untranslated": mark("The phrase “{code}” lacks its words in one of the languages."),
}
