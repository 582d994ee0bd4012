"""Problems with numbers of accounts, papers and certificates, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_NUMBERS: Mapping[str, str] = {
    "account_number.shape": mark("An account number is XF and 18 digits. Check it."),
    "account_number.check": mark("The last digit does not agree. One digit is probably mistyped."),
    "document_number.shape": mark("This is no number of one of our papers. Check it."),
    "receipt_number.shape": mark("This is no receipt number. Check it."),
    "receipt_number.check": mark("The check character does not agree. One character is probably mistyped."),
    "social_credit_code.length": mark(
        "A unified social credit code has 18 characters; this one has {length}."
    ),
    "social_credit_code.characters": mark("“{characters}” cannot stand in a unified social credit code."),
    "social_credit_code.check": mark(
        "The check character does not agree. One character is probably mistyped."
    ),
    "certificate_number.shape": mark(
        "Numbers of skill certificates usually have 22 characters; this one has {length}. Compare it with "
        "the certificate."
    ),
    "certificate_number.province": mark(
        "The province code {province} in the number is unknown. Compare it with the certificate."
    ),
    "certificate_number.level": mark(
        "The level digit {level} in the number is unusual. Compare it with the certificate."
    ),
}
