"""Words of the counter: ways of delivery, what duplicates have in common, by what a learner was found."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import Words, mark, tr

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


def word_delivery_way(code: str) -> Words | str:
    """How a result reaches the learner."""
    return tr(DELIVERY_WAYS[code]) if code in DELIVERY_WAYS else code


def word_duplicate(code: str) -> Words | str:
    """What two outcomes have in common."""
    return tr(DUPLICATES[code]) if code in DUPLICATES else code


def word_match(code: str) -> Words | str:
    """By what a learner was found."""
    return tr(MATCHES[code]) if code in MATCHES else code
