"""What can be wrong with reference data, sheets, seal and stationery, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_REFERENCE: Mapping[str, str] = {
    "reference.key": mark("This entry does not belong here."),
    "reference.key_fixed": mark("This cannot be changed later. Take the entry out of use and add another."),
    "reference.taken": mark("There is such an entry already: {key}."),
    "reference.dates": mark("The last day lies before the first."),
    "reference.shipped": mark("Shipped data is damaged: {kind}, {code}. Install the program again."),
    "number_format.taken": mark("{prefix} is, or was, in the numbers of another kind of paper."),
    "code.shape": mark("Write letters and digits without spaces, in the form asked for."),
    "list.too_long": mark("There are more than {most} items. Shorten the list."),
    "sheet.not_a_sheet": mark("This is no spreadsheet. Choose an .xlsx or .csv file."),
    "sheet.old": mark("This is a file of an old format. Save it as .xlsx and try again."),
    "sheet.protected": mark("This file is protected by a password. Save it without one and try again."),
    "sheet.too_big": mark("The file is larger than {most} MB. Split it."),
    "sheet.too_many_rows": mark("The sheet has more than {most} rows. Split it."),
    "sheet.bomb": mark("This file unpacks to far more than it should. It was not read."),
    "sheet.unreadable": mark("The file is damaged and could not be read. Save it anew and try again."),
    "sheet.empty": mark("The sheet has no rows below its header."),
    "sheet.no_header": mark("No row names the columns. Use the template."),
    "sheet.double": mark("The same entry stands in row {row} already."),
    "sheet.unknown_key": mark("There is no entry with the key {key}. Leave the cell empty for a new one."),
    "sheet.has_problems": mark("Nothing can be imported while a row has a problem."),
    "seal.picture": mark("Choose a PNG picture."),
    "seal.size": mark("The picture is larger than {most} KB."),
    "seal.pixels": mark("The picture must have {least} to {most} pixels a side."),
    "stationery.kind": mark("There is no such kind of paper: {kind}."),
    "stationery.paper_size": mark("Choose a size of paper from the list."),
    "stationery.copies": mark("Print {least} to {most} copies."),
    "stationery.range": mark("First, next and last number do not fit together."),
    "stationery.digits": mark("The numbers have {least} to {most} digits."),
    "stationery.overlap": mark("These numbers stand in another range already."),
}

REFUSALS_REFERENCE: Mapping[str, str] = {
    "reference.no_entry": mark("There is no such entry any more. Reload the list."),
    "reference.changed_since": mark("Somebody changed this meanwhile. Reload it and look again."),
    "reference.pending": mark("A proposal about this waits to be settled. Settle or withdraw it first."),
    "reference.needs_second_person": mark("This decides something: a second person has to agree."),
    "reference.own_proposal": mark("You proposed this yourself. Somebody else has to settle it."),
    "reference.settled_before": mark("This proposal was settled already ({state}). Reload the list."),
    "reference.stale": mark("“{title}” has changed since this was proposed. Turn it down and propose anew."),
    "reference.bad_value": mark("The operation has a value that cannot be ({field})."),
    "reference.too_many": mark("One operation holds 1 to {most} changes."),
    "reference.fixed": mark("Entries of this table stay in use."),
    "reference_proposal.unknown": mark("The proposal is not known here. Sync and try again."),
    "reference_proposal.exists": mark("The proposal exists already."),
    "reference_kind.unknown": mark("A newer program wrote this. Update the program."),
    "reference_field.unknown": mark("A newer program wrote this ({field}). Update the program."),
    "stationery.used_up": mark("The numbered blanks for this paper are used up. Enter a new range."),
    "undo.sent": mark("This was sent already and cannot be undone. Change it again instead."),
}
