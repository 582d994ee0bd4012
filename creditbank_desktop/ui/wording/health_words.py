"""Words for the health of an office: what is looked at, what was seen, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.services.views_health import Area, HealthFinding, HealthReport, Mend, Severity
from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.theme.colours import Tone

AREA_WORDS: Mapping[Area, str] = {
    Area.SPACE: mark("Free space"),
    Area.KEYRING: mark("Key file"),
    Area.RECOVERY: mark("Recovery code"),
    Area.CLOCK: mark("Clock"),
    Area.SYNC: mark("Sync"),
    Area.NUMBERS: mark("Account numbers"),
    Area.BACKUP: mark("Backup"),
    Area.FONTS: mark("Fonts"),
    Area.PRINTER: mark("Printer"),
    Area.SCANNER: mark("Scanner"),
    Area.SEALS: mark("Archive seals"),
    Area.DATABASE: mark("Database"),
    Area.CHAINS: mark("Records and signatures"),
    Area.TABLES: mark("Tables and history"),
    Area.EVIDENCE: mark("Evidence files"),
    Area.ORPHANS: mark("Files that nobody needs"),
}
SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.GOOD: mark("In order"),
    Severity.NOTE: mark("Worth a look"),
    Severity.BAD: mark("To be mended"),
}
SEVERITY_TONES: Mapping[Severity, Tone] = {
    Severity.GOOD: Tone.SUCCESS,
    Severity.NOTE: Tone.WARNING,
    Severity.BAD: Tone.DANGER,
}
MEND_WORDS: Mapping[Mend, str] = {
    Mend.CHECK_AGAIN: mark("Examine again"),
    Mend.REMOVE_ORPHANS: mark("Remove these files"),
    Mend.REBUILD: mark("Back up, then rebuild the tables"),
    Mend.RENEW_CODE: mark("Make a new recovery code"),
    Mend.BACK_UP: mark("Back up now"),
    Mend.RESTORE: mark("Go to the backups"),
    Mend.SYNC: mark("Go to the sync centre"),
}
SEEN_WORDS: Mapping[str, str] = {
    "space.enough": mark("{free} MiB are free."),
    "space.little": mark("Only {free} MiB are free."),
    "space.short": mark("Only {free} MiB are free: work will soon not be saved any more."),
    "keyring.whole": mark("The key file and its copy are there, for {people} people."),
    "keyring.one_copy": mark("There is only one copy of the key file, for {people} people."),
    "recovery.code_used": mark("The recovery code was used, so it is no secret any more."),
    "clock.unknown": mark("No server has told the time yet."),
    "clock.right": mark("The clock agrees with the server within {seconds} seconds."),
    "clock.ahead": mark("The clock of this computer is {minutes} minutes ahead of the server's."),
    "clock.behind": mark("The clock of this computer is {minutes} minutes behind the server's."),
    "sync.not_connected": mark("This computer is not connected to a server."),
    "sync.never": mark("The server has never been reached."),
    "sync.lately": mark("The server was reached {hours} hours ago."),
    "sync.long_ago": mark("The server was last reached {days} days ago."),
    "numbers.enough": mark("{left} account numbers can still be given out this year."),
    "numbers.few": mark("Only {left} account numbers can still be given out this year."),
    "numbers.none": mark("No account number is left for this year: learners cannot be registered."),
    "backup.recent": mark("The newest good backup is {days} days old."),
    "backup.old": mark("The newest good backup is {days} days old."),
    "backup.none": mark("There is no good backup within reach."),
    "fonts.whole": mark("All {count} font files are as they were shipped."),
    "fonts.damaged": mark("Font files are missing or damaged: {files}."),
    "printer.ready": mark("Printers: {names}."),
    "printer.by_viewer": mark("Papers are printed from the system's viewer."),
    "printer.none": mark("No printer is set up; papers are opened in the system's viewer."),
    "scanner.ready": mark("{service} offers: {names}."),
    "scanner.service": mark("{service} is there; no scanner answers now."),
    "scanner.none": mark("There is no scanning service; scans are added as files."),
    "seals.whole": mark("{count} archived files are as they were sealed."),
    "seals.differ": mark("{count} archived files are not as they were sealed: {first}."),
    "database.whole": mark("All {pages} pages are as they were written."),
    "database.pages": mark("{count} of {of} pages are damaged: {pages}."),
    "database.structure": mark("The tables do not fit together: {detail}."),
    "chains.whole": mark("All {rows} rows of the history hold, with their signatures."),
    "chains.broken": mark("{count} rows do not hold; the first is {table} {key} ({code})."),
    "chains.trail": mark("The server had seen another audit trail of this computer ({count} times)."),
    "chains.unreadable": mark("The history cannot be read to its end, because pages are damaged."),
    "tables.whole": mark("The tables are what {operations} operations make of them (read in {seconds} s)."),
    "tables.rebuilt": mark("The tables were rebuilt from the history; {rows} rows were put right."),
    "tables.refused": mark("{count} operations would not be allowed a second time: {keys}."),
    "tables.differs": mark("{count} rows of {table} are not what the history makes of them: {keys}."),
    "tables.missing": mark("{count} rows of {table} are missing that the history makes: {keys}."),
    "tables.surplus": mark("{count} rows of {table} follow from nothing in the history: {keys}."),
    "evidence.whole": mark("All {count} files are there and as they were stored."),
    "evidence.files_missing": mark("{count} files are missing; the first are {first}."),
    "evidence.files_damaged": mark("{count} files are damaged; the first are {first}."),
    "evidence.elsewhere": mark("{count} files lie on other computers and come with the next sync."),
    "orphans.none": mark("Every stored file belongs to a record."),
    "orphans.pages": mark("{count} scanned pages belong to no draft and no file ({megabytes} MB)."),
    "orphans.found": mark("{count} files belong to no record ({megabytes} MB)."),
}
ADVICE_WORDS: Mapping[str, str] = {
    "space.little": mark("Delete what is not needed on this disk, or move it away. Then examine again."),
    "space.short": mark("Free at least 500 MiB on this disk now. What was saved is safe."),
    "keyring.one_copy": mark("A backup holds the key file too."),
    "recovery.code_used": mark("An administrator makes a new one and puts its page into the safe."),
    "clock.ahead": mark("Set the clock in the system's settings; deadlines and papers carry its date."),
    "clock.behind": mark("Set the clock in the system's settings; deadlines and papers carry its date."),
    "sync.not_connected": mark("An administrator connects it in the sync centre."),
    "sync.never": mark("Check the network and sync."),
    "sync.long_ago": mark("What was done since lies on this computer only. Sync, or make a backup."),
    "numbers.few": mark("A sync brings the next block when the registry has released one."),
    "numbers.none": mark("Ask the registry officer for a block of numbers, then sync."),
    "backup.old": mark("Back up now, best to a second disk or a stick."),
    "backup.none": mark("Back up now, best to a second disk or a stick."),
    "fonts.damaged": mark("Install the program again; papers would look wrong."),
    "database.pages": mark(
        "Restore a backup. Without one, 'creditbank salvage' brings back what can still be read."
    ),
    "database.structure": mark(
        "Restore a backup. Without one, 'creditbank salvage' brings back what can still be read."
    ),
    "chains.broken": mark(
        "Somebody or something changed rows behind the program's back. Tell the security officer."
    ),
    "chains.trail": mark(
        "A restored backup explains this: a security officer notes it as the reason in “Audit trail”. If"
        " nothing was restored, somebody changed the trail: find out who."
    ),
    "seals.differ": mark("Compare these files with a backup, and tell the security officer."),
    "chains.unreadable": mark("Restore a backup; the finding on the database names the pages."),
    "tables.refused": mark("Tell the security officer, and restore a backup from before."),
    "tables.differs": mark("The history counts: rebuild the tables from it. A backup is made first."),
    "tables.missing": mark("The history counts: rebuild the tables from it. A backup is made first."),
    "tables.surplus": mark("The history counts: rebuild the tables from it. A backup is made first."),
    "evidence.files_missing": mark("Restore them from a backup, or scan them again."),
    "evidence.files_damaged": mark("Restore them from a backup, or scan them again."),
    "orphans.pages": mark("They are what drafts that ended left. Removing them loses nothing."),
    "orphans.found": mark("They are what interrupted work left. Removing them loses nothing."),
}


def word_area(area: Area) -> Words:
    """Return the name of what is looked at."""
    return tr(AREA_WORDS[area])


def word_severity(severity: Severity) -> Words:
    """Return how a finding is meant."""
    return tr(SEVERITY_WORDS[severity])


def word_seen(found: HealthFinding) -> Words:
    """Return the sentence that says what was seen."""
    source = SEEN_WORDS.get(found.code)
    return tr(source).format(**dict(found.params)) if source else tr("{code}").format(code=found.code)


def word_advice(found: HealthFinding) -> Words | str:
    """Return what to do, "" where nothing needs to be done."""
    source = ADVICE_WORDS.get(found.code)
    return tr(source) if source else ""


def word_mend(mend: Mend) -> Words:
    """Return the label of the button that helps."""
    return tr(MEND_WORDS[mend])


def word_verdict(report: HealthReport | None) -> Words:
    """Return how an office is, in one sentence."""
    if report is None:
        return tr("This office was not examined on this computer yet.")
    bad = sum(found.severity is Severity.BAD for found in report.findings)
    notes = sum(found.severity is Severity.NOTE for found in report.findings)
    if bad:
        return tr("%n thing(s) must be mended.", n=bad)
    if report.cancelled:
        return tr("The examination was stopped before its end.")
    if notes:
        return tr("Everything is safe; %n thing(s) are worth a look.", n=notes)
    return tr("Everything is in order.")
