"""Acts that people, learners and devices may not do now, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

REFUSALS_PEOPLE: Mapping[str, str] = {
    "identity.wrong_passphrase": mark(
        "This passphrase is not right. Check Caps Lock and the input method and try again."
    ),
    "identity.wait": mark("Too many wrong passphrases. Try again in {seconds} seconds."),
    "identity.wrong_recovery_code": mark("This recovery code does not open the store. Check it."),
    "keyring.exists": mark("There are keys in {path} already. Choose another folder."),
    "keyring.unknown_person": mark("This person has no key here. Ask the administrator."),
    "keyring.last_person": mark("The last person cannot be removed."),
    "person.unknown": mark("This person is not known here. Reload the list."),
    "person.inactive": mark("This person no longer works here."),
    "person.exists": mark("This person exists already."),
    "person.other_key": mark("The signing key of this person was replaced. Sign in again."),
    "person.last_administrator": mark("The last administrator cannot be removed."),
    "person.name": mark("This name cannot be given. Type it again, with the reason."),
    "device.name": mark("A device's name has 1 to 60 characters."),
    "device.unknown": mark("This device is not known here. Sync and try again."),
    "device.own": mark("This is the computer you sit at. Withdraw it from another one."),
    "device.no_reason": mark("Say why the device is withdrawn."),
    "office.exists": mark("The office is set up already."),
    "office.unknown": mark("The office is not set up yet."),
    "number_block.exhausted": mark(
        "The account numbers of this computer for {year} are used up. "
        "Sync now: the server sends the next ones. "
        "Without a line, the registry officer can allot a block under Settings, Devices."
    ),
    "number_block.full": mark("There are no more numbers for {year}."),
    "actor.other_device": mark("This was begun on another device. Sign in again."),
    "learner.unknown": mark("The learner is not known here. Sync and try again."),
    "learner.exists": mark("The learner exists already."),
    "learner.disposed": mark("The particulars of this learner were destroyed as the law asks."),
    "learner.key_unknown": mark(
        "The key to this learner's particulars is not on this device. Sync and try again."
    ),
    "learner.bad_change": mark("This change to the learner cannot be made ({field}). Reload and try again."),
    "learner.alias_chain": mark("This learner was merged already. Use the remaining one."),
    "learner.same_record": mark("Both are one record already: account {account}."),
    "learner.other_office": mark(
        "Another office keeps the record of account {account}: it alone corrects, merges or ends it."
    ),
    "account.wrong_state": mark("This cannot be done to an account that is {state}."),
    "account.files_open": mark(
        "{count} application(s) of this account are under way, {receipt} among them. "
        "End or withdraw them first."
    ),
    "account.merged_credits": mark(
        "Credits lie in the merged account {account}, which the certificate could not vouch for. "
        "Part it first."
    ),
    "account.has_balance": mark(
        "The account holds {credits} credits. Only an empty account is closed; transfer this one out instead."
    ),
    "learner.not_aliased": mark("These two learners are not merged."),
    "account.ended": mark("The account is no longer open ({state})."),
    "learner.in_use": mark("This learner’s account is in use; the registration cannot be taken back."),
}
