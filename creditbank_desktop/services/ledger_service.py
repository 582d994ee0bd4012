"""Credit accounts as they stand."""

from __future__ import annotations

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_ledger import AccountView
from creditbank_desktop.services.workroom import Workroom


class LedgerService:
    """Reading the ledger; only the central server posts."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def account(self, actor: Actor, learner: LearnerId) -> AccountView:
        """Return balance, entries with a check of their chain, and what is pending and why.

        Raises `Refused` ("learner.unknown").
        """
        raise NotImplementedError
