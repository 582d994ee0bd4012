"""Words of backups, restores and exports: why one was made, how it stands, what goes on."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.domain.backup_progress import BackupStage
from creditbank_desktop.domain.backups import BackupKind
from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.theme.colours import Tone

KINDS: Mapping[BackupKind, str] = {
    BackupKind.DAILY: mark("After the day"),
    BackupKind.ASKED: mark("By hand"),
    BackupKind.BEFORE_RESTORE: mark("Before a restore"),
    BackupKind.BEFORE_MIGRATION: mark("Before an update"),
}
STAGES: Mapping[BackupStage, str] = {
    BackupStage.WAITING: mark("Beginning …"),
    BackupStage.DATABASE: mark("Records"),
    BackupStage.FILES: mark("Files"),
    BackupStage.CHECKING: mark("Checking"),
    BackupStage.PUTTING_BACK: mark("Putting back"),
    BackupStage.PAPERS: mark("Papers"),
    BackupStage.DONE: mark("Finishing …"),
}
_STATES: Mapping[str, str] = {
    "": mark("Checked"),
    "backup.damaged": mark("Damaged"),
    "backup.no_manifest": mark("Incomplete"),
    "backup.newer": mark("Newer program"),
}
PLACE_FAULTS: Mapping[str, str] = {
    "backup.target_missing": mark(
        "The second folder is away. Plug the stick in or connect the network drive."
    ),
    "backup.target_full": mark("The second folder is full. Free some space there or choose another."),
    "backup.target_read_only": mark("The second folder cannot be written. Check its permissions."),
}


def word_kind(kind: BackupKind) -> Words:
    """Return why a backup was made."""
    return tr(KINDS[kind])


def word_stage(stage: BackupStage) -> Words:
    """Return what a run is doing."""
    return tr(STAGES[stage])


def word_state(fault: str) -> Words:
    """Return how a backup stands."""
    return tr(_STATES.get(fault, _STATES["backup.damaged"]))


def state_tone(fault: str) -> Tone:
    """Return the tone of a backup's state."""
    return Tone.SUCCESS if not fault else Tone.DANGER


def word_place_fault(fault: str) -> Words:
    """Return why the second folder cannot be used now and what to do."""
    known = PLACE_FAULTS.get(fault)
    return tr(known) if known else tr("The second folder did not answer. Check it or choose another.")


def word_size(size_bytes: int) -> str:
    """Return a size as people read it."""
    if size_bytes < 1_000_000:
        return f"{max(1, round(size_bytes / 1_000))} kB"
    if size_bytes < 1_000_000_000:
        return f"{size_bytes / 1_000_000:.1f} MB"
    return f"{size_bytes / 1_000_000_000:.2f} GB"
