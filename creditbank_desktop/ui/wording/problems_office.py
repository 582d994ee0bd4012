"""Problems with the office, its people and its keys, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_OFFICE: Mapping[str, str] = {
    "office.school": mark("The school code has five digits."),
    "office.code": mark("The office number has two digits."),
    "person.login": mark("A sign-in name has letters and digits only."),
    "person.login_taken": mark("This sign-in name is taken. Choose another."),
    "person.no_role": mark("Choose at least one role."),
    "login.empty": mark("Enter a sign-in name."),
    "login.taken": mark("The sign-in name {login} is taken. Choose another."),
    "number_block.count": mark("A block has {least} to {most} numbers."),
    "passphrase.long": mark("Use at most {most} characters."),
    "passphrase.login": mark("The passphrase must not contain the sign-in name."),
    "passphrase.guessable": mark("This passphrase is easy to guess. Choose several unrelated words."),
    "recovery_code.length": mark("A recovery code has {expected} characters; this one has {length}."),
    "recovery_code.characters": mark("The recovery code holds characters that cannot be in it. Check it."),
    "enrolment_code.shape": mark("This is not how an enrolment code looks. Check it."),
    "preferences.language": mark("Choose Chinese or English."),
    "preferences.theme": mark("Choose light, dark or the system's look."),
}
