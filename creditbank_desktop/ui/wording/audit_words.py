"""Words for the audit trail: what was done, to what, its particulars, and what a check found."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.domain.trail_heads import TrailVerdict
from creditbank_desktop.services.views_audit import (
    AuditGroup,
    AuditLine,
    AuditState,
    StoreFinding,
    TrailWarning,
)
from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.wording.operation_names import OPERATIONS, word_operation

GROUP_WORDS: Mapping[AuditGroup, str] = {
    AuditGroup.CHANGES: mark("Changes to records"),
    AuditGroup.READS: mark("Reading"),
    AuditGroup.PAPERS: mark("Papers"),
    AuditGroup.EXPORTS: mark("Exports"),
    AuditGroup.SIGN_INS: mark("Signing in and out"),
    AuditGroup.OFFICE: mark("Office, people, devices"),
    AuditGroup.SAFETY: mark("Safety and sync"),
}
ACTION_WORDS: Mapping[str, str] = {
    "account.read": mark("account read"),
    "application.read": mark("application read"),
    "audit.checked": mark("audit trail checked"),
    "audit.warning_seen": mark("warning about the trail noted"),
    "backup.checked": mark("backup checked"),
    "backup.configured": mark("backups set up"),
    "backup.made": mark("backup made"),
    "backup.restored": mark("backup restored"),
    "disposal.register_printed": mark("register of disposals printed"),
    "drafts.cleared": mark("old drafts cleared away"),
    "escrow.made": mark("key sealed for the organisation"),
    "evidence.opened": mark("evidence opened"),
    "export.devices": mark("list of devices exported"),
    "export.made": mark("export made"),
    "health.examined": mark("office examined"),
    "recovery_code.postponed": mark("new recovery code put off"),
    "health.compared": mark("tables compared with the history"),
    "health.tables_rebuilt": mark("tables rebuilt from the history"),
    "health.orphans_removed": mark("files that nobody needs removed"),
    "import.begun": mark("import of learners begun"),
    "import.exported": mark("problems of an import saved as a file"),
    "import.read": mark("rows of an import read"),
    "learners.imported": mark("learners imported"),
    "learners.import_taken_back": mark("import of learners taken back"),
    "learner.another_person": mark("registered beside somebody alike"),
    "learner.looked_up": mark("centre asked about a learner"),
    "learner.read": mark("learner's file read"),
    "learner.report": mark("report on a person made"),
    "learner.revealed": mark("masked value shown"),
    "lock.changed": mark("time until the lock changed"),
    "paper.opened": mark("paper opened"),
    "paper.printed": mark("paper printed"),
    "paper.saved": mark("paper saved as a file"),
    "paper.slip_drawn": mark("slip without a number made"),
    "paper.slip_printed": mark("slip without a number printed"),
    "paper.slip_saved": mark("slip without a number saved as a file"),
    "person.card_exported": mark("own card saved"),
    "person.card_imported": mark("card of a colleague let in"),
    "person.key_confirmed": mark("new key of a person confirmed"),
    "person.key_removed": mark("key of a person removed"),
    "person.passphrase_changed": mark("passphrase changed"),
    "person.passphrase_reset": mark("passphrase reset"),
    "person.recovered": mark("access recovered"),
    "person.signed_in": mark("signed in"),
    "recovery_code.renewed": mark("recovery code renewed"),
    "reference.exported": mark("reference data exported"),
    "reference.imported": mark("reference data imported"),
    "session.failed": mark("attempts to sign in failed"),
    "session.locked": mark("window locked"),
    "session.signed_out": mark("signed out"),
    "session.switched": mark("handed over to another person"),
    "session.unlocked": mark("window unlocked"),
    "settings.saved": mark("settings saved"),
    "staff_list.refused": mark("staff list refused"),
    "staff_list.taken": mark("staff list taken over"),
    "stationery.changed": mark("stationery changed"),
    "store.salvaged": mark("store salvaged from a damaged one"),
    "stream.begun": mark("new stream begun"),
    "sync.finished": mark("synced"),
}
SUBJECT_WORDS: Mapping[str, str] = {
    "account": mark("Credit account"),
    "application": mark("Application"),
    "countersignature": mark("Warning"),
    "device": mark("Device"),
    "disposal": mark("Disposal"),
    "export": mark("Export"),
    "learner": mark("Learner"),
    "office": mark("Office"),
    "paper": mark("Paper"),
    "person": mark("Person"),
    "reference": mark("Reference data"),
    "setting": mark("Setting"),
}
DETAIL_WORDS: Mapping[str, str] = {
    "bad": mark("Findings"),
    "blob": mark("File"),
    "code": mark("Code"),
    "count": mark("Count"),
    "encrypted": mark("Encrypted"),
    "files": mark("Files"),
    "hash": mark("Hash"),
    "incarnation": mark("Stream"),
    "kind": mark("Kind"),
    "minutes": mark("Minutes"),
    "program": mark("Program"),
    "protected": mark("Protected"),
    "pulled": mark("Received"),
    "purpose": mark("Purpose"),
    "pushed": mark("Sent"),
    "reason": mark("Reason"),
    "besides": mark("Alike"),
    "sequence": mark("Number"),
    "system": mark("System"),
    "version": mark("Version"),
    "whole": mark("To the end"),
}
TABLE_WORDS: Mapping[str, str] = {
    "account_head": mark("Account balances"),
    "audit": mark("Audit trail"),
    "audit_checkpoint": mark("Checkpoints"),
    "audit_countersignature": mark("Countersignatures"),
    "document_counter": mark("Numbers of papers"),
    "ledger_entry": mark("Ledger"),
    "operation": mark("Operations"),
    "person": mark("People"),
    "person_key": mark("Keys of people"),
    "receipt": mark("Receipts of the server"),
    "server_answer": mark("Answers of the server"),
    "stream": mark("Stream of this device"),
    "sync_state": mark("State of the sync"),
}
_ENDINGS: Mapping[str, str] = {
    "answer": mark("is not what the server signed ({detail})"),
    "broken": mark("does not fit its signature ({detail})"),
    "chain": mark("was changed ({detail})"),
    "column": mark("was changed in: {detail}"),
    "cut": mark("and what followed is gone ({detail})"),
    "end": mark("is not what was signed ({detail})"),
    "missing": mark("is gone ({detail})"),
    "not_posted": mark("was never posted by the server ({detail})"),
    "rewritten": mark("is not what was signed ({detail})"),
    "self_enrolment": mark("makes somebody a person by their own word ({detail})"),
    "signature": mark("was not signed by the person it names ({detail})"),
    "stranger": mark("is signed by somebody whom nobody enrolled ({detail})"),
    "shorter": mark(
        "and what followed had been seen by the server and is gone; a restored backup explains it ({detail})"
    ),
    "differs": mark(
        "or one before it is not what the server had seen; a restored backup explains it ({detail})"
    ),
}


def word_group(group: AuditGroup) -> Words:
    """Return the name of a group of lines."""
    return tr(GROUP_WORDS[group])


def word_action(action: str) -> Words | str:
    """Return what was done."""
    if action in ACTION_WORDS:
        return tr(ACTION_WORDS[action])
    return word_operation(action) if action in OPERATIONS else action


def word_subject(line: AuditLine) -> str:
    """Return what it was done to, as far as that has a name."""
    if not line.subject_kind:
        return ""
    kind = tr(SUBJECT_WORDS[line.subject_kind]) if line.subject_kind in SUBJECT_WORDS else line.subject_kind
    return f"{kind} {line.subject_number}".rstrip()


def word_detail(name: str) -> Words | str:
    """Return the name of a particular."""
    return tr(DETAIL_WORDS[name]) if name in DETAIL_WORDS else name


def word_who(line: AuditLine) -> Words | str:
    """Return who did it."""
    if not line.person:
        return tr("The program")
    return line.person_name or line.person


def word_table(table: str) -> Words | str:
    """Return the name of a table in which something was found."""
    return tr(TABLE_WORDS[table]) if table in TABLE_WORDS else table


def word_finding(finding: StoreFinding) -> Words:
    """Return what does not hold of which row."""
    ending = _ENDINGS.get(finding.code.rsplit(".", 1)[-1])
    detail = finding.detail or "–"
    told = (
        tr(ending).format(detail=detail) if ending else tr("does not hold ({detail})").format(detail=detail)
    )
    return tr("No. {key} {told}").format(key=finding.key, told=told)


def word_state(state: AuditState, moment: str) -> Words:
    """Return how far the trail is secured, in one sentence; ``moment`` is the server's time."""
    if state.countersigned and state.server_time is not None:
        return tr("Countersigned by the server up to No. {number}, {moment}").format(
            number=f"{state.countersigned:,}", moment=moment
        )
    if state.is_enrolled:
        return tr("Not countersigned yet: sync shows the server where the trail stands.")
    return tr("No server holds the end of this trail: a tail that is cut off may go unnoticed.")


def word_warning(warning: TrailWarning) -> Words:
    """Return what the server found."""
    if warning.verdict is TrailVerdict.SHORTER:
        source = tr(
            "The server had seen No. {held}; on {moment} the trail ended at No. {shown}. If a backup was "
            "restored before, that explains it: note it as the reason. If not, lines were cut off: find out "
            "who did it."
        )
    else:
        source = tr(
            "On {moment} the trail at No. {held} was not what the server had seen. If a backup was restored "
            "before, that explains it: note it as the reason. If not, the trail was written anew: find out "
            "who did it."
        )
    moment = warning.server_time.astimezone().strftime("%Y-%m-%d %H:%M")
    return source.format(held=f"{warning.held:,}", shown=f"{warning.shown:,}", moment=moment)
