"""Acts of review, evaluation, signature and publicity that are not allowed now, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

REFUSALS_JUDGING: Mapping[str, str] = {
    "application.changed": mark("Somebody else changed the file meanwhile. Compare both and decide again."),
    "application.unknown": mark("The file is not on this computer any more."),
    "application.line_withdrawn": mark("The outcome was withdrawn meanwhile. Reload the file."),
    "application.signed_before": mark("This signature stands already: {act}."),
    "decision.needs_judgement": mark("The rules leave this value to people. Choose a verdict and credits."),
    "decision.second_missing": mark("An outcome still lacks its second opinion."),
    "evidence.unknown": mark("A material that was ticked is no longer in the file. Reload it."),
    "panel.too_small": mark("A panel has at least {needed} members. Add the others."),
    "publicity.ends_before_start": mark("The publicity period would end before it begins."),
    "publicity.not_over": mark("The publicity period lasts until {to_on}."),
    "reason.missing": mark("A reason is needed for this."),
    "supplement.nothing_missing": mark("Say what is missing: tick materials or write a line."),
    "undo.nothing": mark("There is nothing of yours on this file that could be taken back."),
    "undo.not_last": mark("Something followed on this file; it can no longer be taken back here."),
    "undo.other_person": mark("Somebody else did this; only they can take it back."),
    "undo.synced": mark("This has left the office already. Only a formal revocation can change it."),
}
