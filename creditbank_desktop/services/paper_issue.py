"""Issues one paper inside a write: data frozen, drawn, hashed, kept, recorded; and gets its bytes again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from creditbank_desktop.documents.counter_data import (
    NotAcceptedData,
    SupplementData,
    TransferData,
    WithdrawalData,
)
from creditbank_desktop.documents.papers_data import (
    NoticeData,
    PrintMarks,
    ReceiptData,
    RefusalData,
    StatementData,
)
from creditbank_desktop.domain.codec import decode, encode
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import ApplicationId, BlobHash, LearnerId, PaperId
from creditbank_desktop.domain.operations.registry_bodies import PaperIssued, PaperText
from creditbank_desktop.domain.papers import Paper, PaperKind
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.press import PaperData
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.services.workroom import Workroom

NUMBER_KINDS: Mapping[PaperKind, str] = MappingProxyType(
    {
        PaperKind.RESULT_NOTICE: "TZ",
        PaperKind.REFUSAL_NOTICE: "BY",
        PaperKind.STATEMENT: "ZM",
        PaperKind.SUPPLEMENT_NOTICE: "BZ",
        PaperKind.NOT_ACCEPTED_NOTICE: "BS",
        PaperKind.WITHDRAWAL_SLIP: "CH",
        PaperKind.TRANSFER_CERTIFICATE: "ZC",
    }
)
"""The capitals in the number of each kind of paper: 通知, 不予, 证明, 补正, 不受, 撤回, 转出.

A receipt has the file's own number.
"""

_DATA_TYPES: Mapping[PaperKind, type[PaperData]] = MappingProxyType(
    {
        PaperKind.RECEIPT: ReceiptData,
        PaperKind.RESULT_NOTICE: NoticeData,
        PaperKind.REFUSAL_NOTICE: RefusalData,
        PaperKind.STATEMENT: StatementData,
        PaperKind.SUPPLEMENT_NOTICE: SupplementData,
        PaperKind.NOT_ACCEPTED_NOTICE: NotAcceptedData,
        PaperKind.WITHDRAWAL_SLIP: WithdrawalData,
        PaperKind.TRANSFER_CERTIFICATE: TransferData,
    }
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper ready to be issued: its id, kind, number, language, and the data it says."""

    paper: PaperId
    kind: PaperKind
    number: str
    language: str
    data: PaperData
    application: ApplicationId | None = None
    up_to_entry: int = 0


def issue(unit: UnitOfWork, actor: Actor, drawn: Drawn, learner: LearnerId, room: Workroom) -> IssuedPaper:
    """Draw a paper, keep its bytes and record it; without the record nothing counts.

    Raises `Refused` ("characters_without_font") and `EnvironmentFault` for fonts and disk; the number is then
    not used up.
    """
    pdf = room.press.draw(drawn.data)
    digest = hashlib.sha256(pdf).hexdigest()
    body = PaperIssued(
        drawn.paper,
        drawn.kind,
        drawn.number,
        drawn.language,
        learner,
        digest,
        drawn.application,
        drawn.up_to_entry,
    )
    unit.record(actor, body, learner=learner, personal=PaperText(encode(drawn.data).decode()))
    room.files.put_bytes(pdf)
    return IssuedPaper(known_paper(unit, drawn.paper), pdf)


def known_paper(reader: Reader, paper: PaperId) -> Paper:
    """Return an issued paper; raises `Refused` ("paper.unknown")."""
    found = reader.paper(paper)
    if found is None:
        raise Refused("paper.unknown", paper=paper)
    return found


def issued_before(reader: Reader, application: ApplicationId, kind: PaperKind) -> Paper | None:
    """Return the latest paper of that kind in force for a file, None if there is none."""
    papers = reader.papers_of_application(application)
    found = (paper for paper in papers if paper.kind is kind and not paper.voided)
    return max(found, key=lambda paper: (paper.issued_on, paper.number), default=None)


def original_pdf(paper: Paper, room: Workroom) -> bytes:
    """Return the very bytes of an issued paper: those kept here, or drawn again from its frozen data.

    Raises `Refused` ("learner.disposed") when the data is gone, `EnvironmentFault` ("paper.differs") when
    drawing does not give the same bytes any more.
    """
    blob = BlobHash(paper.sha256)
    if room.files.has(blob):
        return room.files.open(blob)
    pdf = room.press.draw(frozen_data(paper))
    if hashlib.sha256(pdf).hexdigest() != paper.sha256:
        raise EnvironmentFault("paper.differs", number=paper.number)
    return pdf


def copy_pdf(paper: Paper, room: Workroom) -> bytes:
    """Return the page of an issued paper with the mark 副本 and the number of the copy."""
    marks = PrintMarks(copy=True, copy_number=paper.copies - 1)
    return room.press.draw(frozen_data(paper), marks)


def frozen_data(paper: Paper) -> PaperData:
    """Return what a paper said when it was issued; raises `Refused` ("learner.disposed", "paper.no_data")."""
    data_type = _DATA_TYPES.get(paper.kind)
    if data_type is None:
        raise Refused("paper.no_data", kind=paper.kind.value)
    if paper.data is None:
        raise Refused("learner.disposed", learner=paper.learner)
    return decode(data_type, paper.data.encode())
