"""Faults of the store, the keys and the data folder, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

FAULTS_STORE: Mapping[str, str] = {
    "store.locked": mark("Another program holds the store open. Close it and try again."),
    "store.read_only": mark(
        "The store cannot be written. Check the permissions of the data folder and try again."
    ),
    "store.io": mark("The disk did not answer. Try again; if it happens again, make a backup."),
    "store.damaged": mark("The store is damaged or is not one of ours. Restore a backup."),
    "store.disk_full": mark(
        "The disk is full. Free some space and try again; nothing that was saved is lost."
    ),
    "store.cannot_open": mark(
        "The store cannot be opened. Check that the data folder is there and readable."
    ),
    "store.gone": mark(
        "The data folder {path} is gone. Plug the disk in again or bring the folder back; nothing that was"
        " saved is lost."
    ),
    "store.closed": mark("The store was closed. Sign in again."),
    "folder.unwritable": mark("The folder {path} cannot be written: {reason}. Check its permissions."),
    "folder.unremovable": mark(
        "The folder {path} cannot be removed: {reason}. Close the program and try again."
    ),
    "resources-missing": mark("Parts of the program are missing ({searched}). Install it again."),
    "font_unreadable": mark("The font file {file} cannot be read. Install the program again."),
    "keyring.damaged": mark("The key file {path} is damaged. Restore it from a backup."),
    "keyring.foreign": mark("{path} is not one of our key files. Check the data folder."),
    "keyring.newer": mark("The key file {path} comes from a newer version ({version}). Update the program."),
    "keyring.missing": mark("The key file {path} is missing. Restore it from a backup."),
    "keyring.unreadable": mark("The key file {path} cannot be read: {reason}."),
    "keyring.unwritable": mark("The key file {path} cannot be written: {reason}."),
    "vault.sealed_damaged": mark(
        "Sealed data of a learner cannot be read. Make a backup and tell the security officer."
    ),
    "vault.box_unreadable": mark("An encrypted package cannot be opened with this office's key."),
    "evidence.damaged": mark(
        "The stored evidence is damaged and cannot be decrypted. Restore it from a backup or scan it again."
    ),
    "evidence.unreadable": mark(
        "The evidence {name} cannot be read. Restore it from a backup or scan it again."
    ),
    "evidence.disk_full": mark(
        "The disk is full, so the file was not stored. Free some space and try again; nothing else is lost."
    ),
    "evidence.not_written": mark("The file could not be stored: {detail}. Check the disk and try again."),
    "evidence.not_read": mark("A stored file cannot be read: {reason}. Check the disk and try again."),
    "store.missing": mark("The store {path} is missing. Check the data folder, or restore a backup."),
    "store.foreign": mark("This file is not a store of this program. Check the data folder."),
    "store.newer": mark("The store comes from a newer version of the program. Update the program."),
    "store.exists": mark("There is a store in {path} already. Choose another folder."),
    "store.wrong_key": mark("The keys do not open this store. Check that both come from the same office."),
    "evidence.missing": mark(
        "A stored file is missing from the data folder. Restore it from a backup or scan it again."
    ),
    "store.migration_failed": mark(
        "The store could not be brought up to date ({what}). It was left as it was; a copy is in {backup}."
    ),
    "evidence.not_removed": mark("A file could not be removed: {reason}. Try again."),
    "salvage.missing": mark("There is no office in {path}. Choose the folder that holds its key file."),
    "salvage.nothing": mark(
        "The head of the database {path} is damaged, so nothing can be read. Restore a backup."
    ),
    "salvage.no_device": mark("It cannot be read which computer this database belongs to. Restore a backup."),
}
