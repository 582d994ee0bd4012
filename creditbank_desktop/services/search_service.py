"""The one search box."""

from __future__ import annotations

from creditbank_desktop.domain.folding import without_spaces
from creditbank_desktop.domain.numbers import RECEIPT_KIND, receipt_of_ticket
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.learner_search import find_learners, without_own_prefix
from creditbank_desktop.services.queues import application_rows
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_ledger import FoundApplication, SearchHits
from creditbank_desktop.services.workroom import Workroom

_SHORTEST_RECEIPT = 4


class SearchService:
    """Finds learners and applications; commands are the screens' own."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def search(self, actor: Actor, text: str, limit: int = 12) -> SearchHits:
        """Return learners and applications for ``text``, which may come from a scanner."""
        if not text.strip():
            return SearchHits(text)
        return self._room.store.read(lambda reader: self._search(reader, text, limit))

    def _search(self, reader: Reader, text: str, limit: int) -> SearchHits:
        learners = find_learners(reader, text, limit, self._room.curriculum)
        applications = self._applications(reader, text, limit)
        exact = [found for found in applications if found.exact]
        return SearchHits(
            text=text,
            learners=learners.hits,
            applications=applications,
            only_learner=None if learners.only is None or exact else learners.only.learner,
            only_application=exact[0].row.application if len(exact) == 1 else None,
        )

    def _applications(self, reader: Reader, text: str, limit: int) -> tuple[FoundApplication, ...]:
        wanted = without_spaces(without_own_prefix(text)).upper()
        if ticket := self._ticket(reader, wanted):
            return self._found(reader, ticket, 1, exact=True)
        if not wanted.startswith(RECEIPT_KIND) or len(wanted) < _SHORTEST_RECEIPT:
            return ()
        return self._found(reader, wanted, limit, exact=False)

    def _ticket(self, reader: Reader, wanted: str) -> str:
        """Return how the receipt number begins that an enquiry code of this office stands for."""
        office = reader.office()
        return "" if office is None else receipt_of_ticket(wanted, office.code)

    def _found(self, reader: Reader, wanted: str, limit: int, *, exact: bool) -> tuple[FoundApplication, ...]:
        rows = reader.find_applications(wanted, limit)
        files = reader.applications(row.application for row in rows)
        views = application_rows(reader, files, self._room.diary, self._room.clock.today())
        return tuple(FoundApplication(view, exact or view.receipt_number == wanted) for view in views)
