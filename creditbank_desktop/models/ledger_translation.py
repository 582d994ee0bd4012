"""Ledger entries, account heads and papers as rows and back."""

from __future__ import annotations

from typing import Any

from creditbank_desktop.domain.codec import decode, encode
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry
from creditbank_desktop.domain.papers import Paper, PaperKind
from creditbank_desktop.models.ledger_rows import AccountHeadRow, LedgerEntryRow, PaperRow
from creditbank_desktop.models.projection import Projection


def entry_projection(entry: LedgerEntry) -> Projection:
    """Return the row of a ledger entry."""
    values = {
        "entry": entry.entry,
        "account": entry.account,
        "number": entry.number,
        "kind": entry.kind.value,
        "credits": entry.credits,
        "effective_on": entry.effective_on,
        "posted_at": entry.posted_at,
        "application": entry.application,
        "line": entry.line,
        "outcome_type": None if entry.outcome_type is None else entry.outcome_type.value,
        "source": entry.source,
        "target_kind": entry.target.kind.value,
        "target_code": entry.target.code,
        "rule": None if entry.rule is None else entry.rule.rule,
        "rule_family": None if entry.rule is None else entry.rule.family,
        "reverses": entry.reverses,
        "valid_until": entry.valid_until,
        "server_sequence": entry.server_sequence,
        "written": encode(entry).decode(),
    }
    return Projection(LedgerEntryRow, values, append_only=True)


def entry_of(row: Any) -> LedgerEntry:
    """Return the entry that a `LedgerEntryRow` holds, in the very form that its hash covers."""
    return decode(LedgerEntry, row.written.encode())


def head_projection(head: AccountHead) -> Projection:
    """Return the row of an account's end."""
    values = {
        "account": head.account,
        "entries": head.entries,
        "hash": head.hash,
        "balance": head.balance,
    }
    return Projection(AccountHeadRow, values, revision="entries")


def head_of(row: Any) -> AccountHead:
    """Return the account's end that an `AccountHeadRow` holds."""
    return AccountHead(row.account, row.entries, row.hash, row.balance)


def paper_projection(paper: Paper) -> Projection:
    """Return the row of an issued paper."""
    values = {
        "paper": paper.paper,
        "kind": paper.kind.value,
        "number": paper.number,
        "language": paper.language,
        "learner": paper.learner,
        "office": paper.office,
        "issued_by": paper.issued_by,
        "issued_on": paper.issued_on,
        "sha256": paper.sha256,
        "operation": paper.operation,
        "application": paper.application,
        "up_to_entry": paper.up_to_entry,
        "data": paper.data,
        "copies": paper.copies,
        "voided": paper.voided,
        "void_reason": paper.void_reason,
    }
    return Projection(PaperRow, values)


def paper_of(row: Any) -> Paper:
    """Return the paper that a `PaperRow` holds."""
    return Paper(
        paper=row.paper,
        kind=PaperKind(row.kind),
        number=row.number,
        language=row.language,
        learner=row.learner,
        office=row.office,
        issued_by=row.issued_by,
        issued_on=row.issued_on,
        sha256=row.sha256,
        operation=row.operation,
        application=row.application,
        up_to_entry=row.up_to_entry,
        data=row.data,
        copies=row.copies,
        voided=row.voided,
        void_reason=row.void_reason,
    )
