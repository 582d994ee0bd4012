"""Entries that the ledger does not take, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

REFUSALS_LEDGER: Mapping[str, str] = {
    "ledger.negative": mark("The account holds {balance} credits; {credits} cannot be taken from it."),
    "ledger.other_account": mark("The entry belongs to another account. Reload the account."),
    "ledger.reversal_of_reversal": mark("A reversal cannot be reversed. Make a new entry."),
    "ledger.validity": mark("The credits would expire on {until}, before they count from {effective}."),
    "ledger.sign": mark("The sign of the credits does not suit this kind of entry: {kind}."),
    "ledger.zero": mark("An entry of zero credits changes nothing."),
    "operation.unknown": mark(
        "This record comes from a newer version of the program ({type}, version {version}). Update the "
        "program."
    ),
}
