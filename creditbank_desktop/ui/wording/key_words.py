"""Words for what can be wrong with keys, recoveries, cards and the staff list, by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

_RECOVERIES: Mapping[str, str] = {
    "identity.wrong_unlock_code": mark("This code does not open the unlock file. Check both."),
    "identity.unlock_used": mark("This unlock file was used already or is out of date. Ask for a new one."),
    "identity.unlock_other_store": mark("This unlock file belongs to another office or computer."),
    "recovery.unknown_login": mark("Nobody here signs in as {login}. Check the sign-in name."),
}
PROBLEMS_KEYS: Mapping[str, str] = {
    **_RECOVERIES,
    "file.unreadable": mark("This file cannot be read. Choose another one."),
    "lock.minutes": mark("Enter {least} to {most} minutes."),
}
REFUSALS_KEYS: Mapping[str, str] = {
    **_RECOVERIES,
    "identity.key_waits": mark(
        "Your new passphrase is set. An administrator must still confirm your new signature under Settings, "
        "People."
    ),
    "identity.key_store": mark(
        "The key store of this computer does not give its part. Sign in to it, or use “Forgotten passphrase”."
    ),
    "actor.recovery_only": mark("A recovery gives people new keys and can do nothing else."),
    "key.none_waiting": mark("No new signature of this person waits. Reload the list."),
    "person_card.unknown": mark(
        "The holder of this card does not work here. Sync, or ask the administrator."
    ),
    "person_card.other_key": mark("This card is out of date: its holder has a new key. Save a new card."),
    "staff_list.no_server": mark("This computer is not enrolled with a server, so there is no staff list."),
    "staff_list.not_listed": mark("This person is not on the staff list. Sync, or ask the central server."),
    "staff_list.enrolled": mark("This person is enrolled already."),
    "staff_list.code": mark("This one-time code is not the right one. Check it."),
    "staff_list.older": mark("This staff list is older than the one in force. It was not taken over."),
    "staff_list.signature": mark("This staff list was not signed by our server. It was not taken over."),
    "staff_list.other_office": mark("This staff list belongs to another office."),
    "staff_list.malformed": mark("This file is no staff list."),
    "staff.unknown": mark("Nobody on the staff list has this sign-in name."),
    "staff.last_administrator": mark("The last administrator of an office cannot be removed."),
    "escrow.none": mark("This file holds no escrow copy."),
    "escrow.other_key": mark("The escrow copy was sealed to another recovery key ({key_id})."),
}
FAULTS_KEYS: Mapping[str, str] = {
    "file.exists": mark("There is a file at {path} already. Choose another place."),
    "recovery_file.damaged": mark("This file is damaged. Use another copy of it."),
    "recovery_file.foreign": mark("This is not the file that is asked for. Choose another one."),
    "recovery_file.newer": mark("This file comes from a newer version. Update the program."),
    "person_card.foreign": mark("This file is no card. Choose another one."),
    "person_card.damaged": mark("This card is damaged. Save it again on the other computer."),
}
