"""Faults, problems and refusals of backups, restores and exports, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

FAULTS_BACKUP: Mapping[str, str] = {
    "backup.damaged": mark("The backup {path} is damaged. Choose another one."),
    "backup.no_manifest": mark("{path} is not a whole backup. Choose another one."),
    "backup.newer": mark("This backup was made by a newer version of the program. Update the program."),
    "backup.other_key": mark("This backup belongs to another office, or it was changed. Choose another one."),
    "backup.none": mark("There is no good backup within reach. Plug the stick in or name its folder."),
    "backup.target_missing": mark(
        "The folder {path} is not there. Plug the stick in or choose another folder; it is tried again."
    ),
    "backup.target_full": mark(
        "There is no room left in {path}. Free some space or choose another folder. "
        "Older backups are untouched."
    ),
    "backup.target_read_only": mark("The folder {path} cannot be written. Choose another folder."),
    "backup.target_failed": mark(
        "Writing to {path} failed ({reason}). Was the stick pulled out? Older backups are untouched."
    ),
    "export.exists": mark("There is an export in {path} already. Choose another folder."),
    "restore.under_way": mark("The office in {path} is being restored. Wait until that is done."),
    "export.unwritable": mark("The export could not be written to {path}: {reason}. Nothing of it was left."),
}
PROBLEMS_BACKUP: Mapping[str, str] = {
    "backup.folder_missing": mark("This folder is not there. Plug the stick in or choose another folder."),
    "backup.folder_relative": mark("Give the whole path of the folder."),
    "backup.folder_inside": mark("This folder lies inside the data folder. Choose one on another disk."),
    "backup.folder_unwritable": mark("This folder cannot be written. Choose another one."),
    "backup.none_here": mark("There is no backup in this folder. Choose another one."),
    "backup.kept": mark("Give a number from {least} to {most}."),
    "export.folder_missing": mark("This folder is not there. Choose another one."),
}
REFUSALS_BACKUP: Mapping[str, str] = {
    "backup.cancelled": mark("Stopped. Nothing was changed."),
    "backup.running": mark("A backup is being made already. Wait until it is done."),
    "backup.nowhere": mark("Nothing can be backed up here."),
}
