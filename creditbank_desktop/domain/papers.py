"""Issued papers: what was printed for whom, under which number, with which bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditbank_desktop.domain.ids import ApplicationId, LearnerId, OfficeId, OperationId, PaperId, PersonId


class PaperKind(StrEnum):
    """The papers of the field; the two-letter code enters the paper's number."""

    RECEIPT = "receipt"
    NOT_ACCEPTED_NOTICE = "not_accepted_notice"
    SUPPLEMENT_NOTICE = "supplement_notice"
    RESULT_NOTICE = "result_notice"
    REFUSAL_NOTICE = "refusal_notice"
    STATEMENT = "statement"
    TRANSCRIPT = "transcript"
    CONVERSION_CERTIFICATE = "conversion_certificate"
    WITHDRAWAL_SLIP = "withdrawal_slip"
    TRANSFER_CERTIFICATE = "transfer_certificate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Paper:
    """One issued paper.

    ``language`` is "zh", "en" or "zh+en"; ``data`` the canonical JSON it was drawn from (personal, None after
    disposal); ``sha256`` the hash of its PDF bytes; ``up_to_entry`` the last ledger entry number it shows;
    ``copies`` how often it was printed.
    """

    paper: PaperId
    kind: PaperKind
    number: str
    language: str
    learner: LearnerId
    office: OfficeId
    issued_by: PersonId
    issued_on: date
    sha256: str
    operation: OperationId
    application: ApplicationId | None = None
    up_to_entry: int = 0
    data: str | None = None
    copies: int = 1
    voided: bool = False
    void_reason: str = ""
