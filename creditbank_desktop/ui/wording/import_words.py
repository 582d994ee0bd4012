"""Words for learners opened in bulk: fields, kinds of rows, stages, and what can be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from creditbank_desktop.ui.i18n import Words, mark, tr

if TYPE_CHECKING:
    from creditbank_desktop.services.views_import import RowKind

IMPORT_FIELDS: Mapping[str, str] = {
    "name": mark("Name"),
    "document_kind": mark("Kind of document"),
    "document_number": mark("Document number"),
    "student_number": mark("Student number"),
    "programme": mark("Programme"),
    "intake_year": mark("Year of intake"),
    "class_name": mark("Class"),
    "latin_name": mark("Latin name"),
    "former_name": mark("Former name"),
    "sex": mark("Sex"),
    "birth_date": mark("Date of birth"),
    "ethnic_group": mark("Ethnic group"),
    "phone": mark("Telephone"),
    "email": mark("E-mail"),
    "address": mark("Address"),
    "is_veteran": mark("Veteran"),
}
IMPORT_NOTES: Mapping[str, str] = {
    "name": mark("Must be filled in."),
    "document_number": mark("Must be filled in. Keep the cell a text: as a number the last digits are lost."),
    "programme": mark("Must be filled in: the code or the name."),
    "intake_year": mark("Must be filled in, for example 2026."),
    "birth_date": mark("For example 2007-03-07; a resident ID says it by itself."),
}
ROW_KINDS: Mapping[str, str] = {
    "new": mark("New"),
    "warned": mark("New, with a warning"),
    "same": mark("Already here"),
    "differs": mark("Already here, differs"),
    "bad": mark("Problem"),
    "late": mark("Came too late"),
}
STAGES: Mapping[str, str] = {
    "reading": mark("Reading the sheet …"),
    "entering": mark("Entering the learners …"),
    "taking_back": mark("Taking the import back …"),
}
PROBLEMS_IMPORT: Mapping[str, str] = {
    "import.digits_lost": mark(
        "The spreadsheet made a number of this ({text}) and its last digits are lost. Format the column as "
        "text and type it again."
    ),
    "import.column_missing": mark("No column holds this; it must be there."),
    "import.number_of_another": mark("This student number belongs to somebody else: account {account}."),
    "import.date_ambiguous": mark("Day and month of {text} can be meant either way. Write 2007-03-07."),
    "import.document_kind": mark("There is no kind of document called {text}."),
    "import.yes_no": mark("Write yes or no instead of {text}."),
    "import.came_meanwhile": mark("This person was registered while the import was looked at."),
    "import.changed_meanwhile": mark("This record was changed while the import was looked at."),
}
REFUSALS_IMPORT: Mapping[str, str] = {
    "number_block.too_few": mark(
        "{needed} account numbers are needed and this device has {free}. Synchronise to get a new block, or "
        "let a registry officer allot one under Settings › Devices; the sheet waits here meanwhile."
    ),
    "import.under_way": mark("Another import is under way. Finish it or take it back first."),
    "import.unknown": mark("This import is not kept any more."),
    "import.not_ready": mark("The import has gone on meanwhile. Open the page again."),
    "import.sent": mark(
        "Part of this import was sent to the centre already. Correct or close the accounts one by one."
    ),
}


def word_import_field(name: str) -> Words | str:
    """Return what a field of the sheet is called."""
    return tr(IMPORT_FIELDS[name]) if name in IMPORT_FIELDS else name


def word_row_kind(kind: RowKind) -> Words:
    """Return what a row is."""
    return tr(ROW_KINDS[kind.value])
