"""Problems with names and identity documents, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_IDENTITY: Mapping[str, str] = {
    "name.empty": mark("Enter the name."),
    "name.too_long": mark("The name has {length} characters; at most {most} are possible."),
    "name.digit": mark("A name has no digits. Remove them."),
    "name.control": mark("The name holds invisible characters. Type it again."),
    "name.separator": mark("The dot “·” stands between two parts of a name, once. Check it."),
    "name.character": mark("“{characters}” cannot stand in a name. Remove it."),
    "name.private_use": mark(
        "“{characters}” is a privately coded character that other systems may not show. Use the standard "
        "character if there is one."
    ),
    "latin_name.empty": mark("Enter the name in Latin letters as English papers shall print it."),
    "latin_name.too_long": mark("The name has {length} characters; at most {most} are possible."),
    "latin_name.character": mark("“{characters}” is no Latin letter. Write the name in Latin letters."),
    "resident_id.length": mark("A resident ID has 18 characters; this one has {length}."),
    "resident_id.characters": mark("A resident ID is 17 digits and a digit or X. Check the number."),
    "resident_id.check": mark("The check character does not agree. One digit is probably mistyped."),
    "resident_id.birth_date": mark("“{digits}” is no date of birth. Check digits 7 to 14."),
    "resident_id.future": mark("The date of birth {date} lies in the future. Check digits 7 to 14."),
    "resident_id.unknown_area": mark("The area code {area} is not in our table. Compare it with the card."),
    "resident_id.age": mark("By this number the learner is {age} years old. Compare it with the card."),
    "resident_id.sex": mark("The number and the sex disagree. Compare both with the card."),
    "identity_document.empty": mark("Enter the number of the document."),
    "identity_document.shape": mark("This is not how the number of this document looks ({kind}). Check it."),
}
