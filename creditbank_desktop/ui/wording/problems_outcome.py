"""Problems with a learning outcome, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_OUTCOME: Mapping[str, str] = {
    "outcome.valid_before_issued": mark("It would end before it was issued. Check both dates."),
    "outcome.ends_before_start": mark("It ends before it begins. Check both dates."),
    "outcome.award_or_rank": mark("Enter the award or the rank."),
    "outcome.rank_beyond_team": mark("The rank in the team is greater than the team. Check both."),
    "certificate_number.level_differs": mark(
        "The number carries level {number_level}, the form says {level}. Compare both with the certificate."
    ),
    "outcome.duplicate": mark(
        "The same outcome is in another application already: {title}, receipt {receipt}. Say beside the form "
        "why it may stand."
    ),
}
