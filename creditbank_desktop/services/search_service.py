"""The one search box."""

from __future__ import annotations

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_ledger import SearchHits
from creditbank_desktop.services.workroom import Workroom


class SearchService:
    """Finds learners and applications; commands are the screens' own."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def search(self, actor: Actor, text: str, limit: int = 12) -> SearchHits:
        """Return learners and applications for ``text``, which may come from a scanner."""
        raise NotImplementedError
