"""How far the sync is, in a few words: for the chip of the window and the head of the sync centre.

Nothing here says complete unless every single item is settled.
"""

from __future__ import annotations

from datetime import datetime

from creditbank_desktop.sync.face import SyncStatus
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.shell.workplaces import SyncSummary
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon

_MINUTE_SECONDS = 60
_HOUR_SECONDS = 3600
_DAY_SECONDS = 86_400
_MEGABYTE = 1_000_000
_KILOBYTE = 1_000


def waiting_count(status: SyncStatus) -> int:
    """Return how many records and files wait to reach the server or its answer."""
    return status.saved + status.sent + status.files


def troubled_count(status: SyncStatus) -> int:
    """Return how many records were held, refused or set aside."""
    return status.in_doubt + status.held_here


def summarise(status: SyncStatus) -> SyncSummary:
    """Return what the chip says."""
    waiting, troubled = waiting_count(status), troubled_count(status)
    if status.running:
        return SyncSummary(tr("Syncing …"), Tone.INFO, Icon.REFRESH)
    if not status.enrolled:
        return SyncSummary(tr("No server · {count} here").format(count=waiting), Tone.NEUTRAL, Icon.CLOUD_OFF)
    if troubled:
        return SyncSummary(tr("%n need a look", n=troubled), Tone.DANGER, Icon.CLOUD_X)
    if status.last_fault:
        return SyncSummary(
            tr("Offline · {count} waiting").format(count=waiting), Tone.WARNING, Icon.CLOUD_OFF
        )
    if waiting:
        return SyncSummary(tr("%n waiting", n=waiting), Tone.WARNING, Icon.CLOUD_UPLOAD)
    if status.is_complete:
        return SyncSummary(tr("All synced"), Tone.SUCCESS, Icon.CLOUD_CHECK)
    return SyncSummary(tr("Not synced yet"), Tone.NEUTRAL, Icon.CLOUD_OFF)


def link_state(status: SyncStatus) -> tuple[Words, Tone]:
    """Return whether the server was reached lately, and the tint of that."""
    if status.running:
        return tr("Syncing …"), Tone.INFO
    if not status.enrolled:
        return tr("No server"), Tone.NEUTRAL
    if status.last_fault:
        return tr("Offline"), Tone.WARNING
    if status.last_contact_at is None:
        return tr("Not synced yet"), Tone.NEUTRAL
    return tr("Last sync came through"), Tone.SUCCESS


def headline(status: SyncStatus) -> Words:
    """Return the sentence at the head of the sync centre."""
    if status.running:
        return tr("A sync is under way.")
    if not status.enrolled:
        return tr("This computer works without a server.")
    if status.trail_warnings:
        return tr(
            "The server had seen another audit trail of this computer. A restored backup explains that: a "
            "security officer notes it in “Audit trail”."
        )
    if troubled_count(status):
        return tr("%n record(s) need a look.", n=troubled_count(status))
    if status.last_fault:
        return tr("Offline: the last sync did not come through.")
    if waiting_count(status):
        return tr("%n record(s) wait for the next sync.", n=waiting_count(status))
    if status.is_complete:
        return tr("Everything is on the server and settled.")
    return tr("Not synced yet.")


def word_only_here(status: SyncStatus, now: datetime) -> Words:
    """How much of the work this computer alone has, and how old the oldest of it is."""
    count = status.saved + status.sent
    if not count:
        return tr("nothing")
    if status.oldest_at is None:
        return tr("%n record(s)", n=count)
    return tr("{count}, the oldest {age}").format(
        count=tr("%n record(s)", n=count), age=word_age(status.oldest_at, now)
    )


def word_files(status: SyncStatus) -> Words:
    """How many files the server lacks, and how much that is."""
    if not status.files:
        return tr("none")
    return tr("{count}, {size}").format(
        count=tr("%n file(s)", n=status.files), size=word_size(status.file_bytes)
    )


def word_size(count_bytes: int) -> str:
    """A number of bytes in round units."""
    if count_bytes >= _MEGABYTE:
        return f"{count_bytes / _MEGABYTE:.1f} MB"
    return f"{max(1, round(count_bytes / _KILOBYTE))} KB"


def word_age(then: datetime, now: datetime) -> Words:
    """How long ago something was."""
    seconds = max(0.0, (now - then).total_seconds())
    if seconds >= _DAY_SECONDS:
        return tr("%n day(s) ago", n=int(seconds // _DAY_SECONDS))
    if seconds >= _HOUR_SECONDS:
        return tr("%n hour(s) ago", n=int(seconds // _HOUR_SECONDS))
    if seconds >= _MINUTE_SECONDS:
        return tr("%n minute(s) ago", n=int(seconds // _MINUTE_SECONDS))
    return tr("just now")
