"""Records that changed meanwhile or cannot be taken in, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

REFUSALS_RECORDS: Mapping[str, str] = {
    "record.changed": mark("Somebody else changed this meanwhile. Reload and compare."),
    "operation.signature": mark("The signature of a record does not agree. Tell the security officer."),
    "operation.differs": mark("The same record arrived with other content. Tell the security officer."),
    "recovery_code.postponed": mark("The new recovery code was put off before; make it now."),
    "rebuild.cancelled": mark("The tables were not rebuilt; nothing was changed."),
    "rebuild.impossible": mark(
        "{count} operations (the first is number {operation}) would not be allowed a second time, so the"
        " tables cannot be made from the history. Nothing was changed. Restore a backup."
    ),
    "salvage.not_empty": mark("There is something in {path} already. Name a folder that is not there yet."),
    "application.no_lines": mark("An application needs at least one outcome."),
    "application.last_line": mark("The last outcome cannot be withdrawn. Withdraw the application instead."),
    "application.not_posted": mark("The application is not posted yet."),
    "application.exists": mark("The application exists already."),
    "text.not_there": mark("Text recognition is not installed on this computer. Type the fields."),
    "supplement.extended_before": mark(
        "The time for the supplement was extended once; that is all there is."
    ),
    "supplement.not_asked": mark("This was not asked for, or has arrived meanwhile. Reload the file."),
    "supplement.not_later": mark("The new day must be later than the old one."),
    "supplement.not_due": mark("The supplement is due on {due_on}; before that day it cannot lapse."),
    "ledger.reversal_mismatch": mark("The reversal does not fit its entry. Reload the account."),
    "ledger.broken_chain": mark(
        "The chain of the account is broken at entry {number}. Tell the security officer."
    ),
    "paper.exists": mark("The paper exists already."),
    "paper.unknown": mark("The paper is not known here."),
    "paper.voided": mark("The paper was voided."),
    "paper.nothing_refused": mark("Nothing was refused in this application, so there is no refusal notice."),
    "characters_without_font": mark("No font can print “{characters}”. Check the name."),
    "stream.forked": mark(
        "This store was restored from an older copy or copied to a second computer. The administrator has "
        "to look at it."
    ),
    "application.duplicate": mark(
        "The same outcome is in another application already: {title}, receipt {receipt}."
    ),
    "scan.page_gone": mark("This page is no longer there: its draft has ended."),
    "draft.changed": mark("This draft was changed in another window."),
    "draft.gone": mark("This draft was handed in or thrown away in another window."),
    "draft.unknown": mark("The draft is no longer there."),
    "learner.changed": mark("Somebody else changed this learner meanwhile. Reload and compare."),
    "rules.none_in_force": mark("No rules are in force on {on}. Ask the rule approver."),
    "rules.unknown_version": mark(
        "Version {version} of the rules is not on this computer. Sync and try again."
    ),
    "credits.too_fine": mark(
        "These credits are finer than the ledger counts. Round them to the step of the rules."
    ),
    "demo.other_state": mark(
        "The demonstration stopped: the application should be “{expected}” and is “{found}”."
    ),
}
