"""Words for the standard reasons and ways of the counter (`services.phrase_book`)."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import Words, mark, tr

NOT_ACCEPTED: Mapping[str, str] = {
    "not_of_this_office": mark("Another office is competent"),
    "not_a_learner_here": mark("Not a learner of this school"),
    "programme_closed": mark("The programme is closed"),
    "outcome_not_recognisable": mark("Such outcomes cannot be recognised"),
    "duplicate": mark("The outcome was already used"),
    "barred": mark("The learner is barred for the time being"),
}

DELIVERY_WAYS: Mapping[str, str] = {
    "counter": mark("Handed over at the counter"),
    "post": mark("Sent by post"),
    "electronic": mark("Sent electronically"),
    "public_notice": mark("By public notice"),
}

DUPLICATES: Mapping[str, str] = {
    "certificate_number": mark("Same certificate number"),
    "same_outcome": mark("Same outcome, issuer and date"),
}

MATCHES: Mapping[str, str] = {
    "student_number": mark("student number"),
    "account_number": mark("account number"),
    "document_number": mark("ID number"),
    "receipt_number": mark("receipt number"),
    "name": mark("name"),
    "pinyin": mark("pinyin"),
    "initials": mark("initials"),
    "phone": mark("telephone"),
}


def word_not_accepted(code: str) -> Words | str:
    """Reason not to take an application up."""
    return tr(NOT_ACCEPTED[code]) if code in NOT_ACCEPTED else code


def word_delivery_way(code: str) -> Words | str:
    """How a result reaches the learner."""
    return tr(DELIVERY_WAYS[code]) if code in DELIVERY_WAYS else code


def word_duplicate(code: str) -> Words | str:
    """What two outcomes have in common."""
    return tr(DUPLICATES[code]) if code in DUPLICATES else code


def word_match(code: str) -> Words | str:
    """By what a learner was found."""
    return tr(MATCHES[code]) if code in MATCHES else code
