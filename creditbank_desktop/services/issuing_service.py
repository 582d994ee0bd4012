"""Issuing papers: number, frozen data, bytes, hash, and copies of the same bytes."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ApplicationId, LearnerId, PaperId
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.services.workroom import Workroom


class IssuingService:
    """Actions on papers. ``language`` is "zh" or "en"; a statement carries both.

    Asking again for a notice or receipt that was issued and not voided returns the issued one.
    """

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def receipt(
        self, actor: Actor, application: ApplicationId, language: str = "zh"
    ) -> OpResult[IssuedPaper]:
        """Issue the acceptance receipt under the application's receipt number."""
        raise NotImplementedError

    @permitted
    def result_notice(
        self, actor: Actor, application: ApplicationId, language: str = "zh"
    ) -> OpResult[IssuedPaper]:
        """Issue the result notice of a decided file; raises `Refused` ("paper.not_decided")."""
        raise NotImplementedError

    @permitted
    def refusal_notice(
        self, actor: Actor, application: ApplicationId, language: str = "zh"
    ) -> OpResult[IssuedPaper]:
        """Issue the refusal notice for the lines not recognised; raises `Refused` ("paper.nothing_refused")."""
        raise NotImplementedError

    @permitted
    def statement(self, actor: Actor, learner: LearnerId) -> OpResult[IssuedPaper]:
        """Issue a credit statement up to the account's last entry."""
        raise NotImplementedError

    @permitted
    def preview_statement(self, actor: Actor, learner: LearnerId) -> bytes:
        """Return the statement's PDF as it would be issued now, marked as a draft; nothing is written."""
        raise NotImplementedError

    @permitted
    def reprint(self, actor: Actor, paper: PaperId, reason: str, printer: str = "") -> OpResult[IssuedPaper]:
        """Record one more copy and return the page marked 副本; ``reason`` from `phrase_book.COPY_REASONS`."""
        raise NotImplementedError

    @permitted
    def void(self, actor: Actor, paper: PaperId, reason: str) -> OpResult[None]:
        """Take a paper out of force; its number stays used."""
        raise NotImplementedError

    @permitted
    def papers(self, actor: Actor, learner: LearnerId) -> tuple[Paper, ...]:
        """Return the papers issued to a learner, newest first."""
        raise NotImplementedError

    @permitted
    def pdf(self, actor: Actor, paper: PaperId) -> bytes:
        """Return the bytes of an issued paper, whose hash is checked; raises `EnvironmentFault`
        ("paper.differs") if they cannot be had any more.
        """
        raise NotImplementedError
