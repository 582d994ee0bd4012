"""What the statements workplace reads of one learner, and the rows that it makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.services import Services
from creditbank_desktop.services.views_learners import LearnerCard
from creditbank_desktop.services.views_ledger import AccountView

DRAFT_ROW = "draft"


@dataclass(frozen=True, slots=True)
class LearnerPapers:
    """A learner's card, the account behind it and the papers issued so far, the newest first."""

    card: LearnerCard
    account: AccountView
    papers: tuple[Paper, ...]

    @property
    def learner(self) -> LearnerId:
        """Return whose papers they are."""
        return self.card.learner.learner

    def concerns(self, changes: frozenset[tuple[str, str]]) -> bool:
        """Return whether something changed that is shown here."""
        shown = {("learner", str(self.learner)), ("account", str(self.learner))}
        shown |= {("application", str(row.application)) for row in self.card.applications}
        shown |= {("paper", str(paper.paper)) for paper in self.papers}
        # A paper that was issued meanwhile is not known here yet.
        return any(change in shown or change[0] == "paper" for change in changes)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One row of the list: an issued paper, or the statement that would be issued now (``paper`` None)."""

    paper: Paper | None

    @property
    def id(self) -> str:
        """Return the id by which the row is recognised after a reload."""
        return DRAFT_ROW if self.paper is None else self.paper.paper


def reading_of(services: Services, actor: Actor, learner: LearnerId) -> Callable[[], LearnerPapers]:
    """Return what reads ``learner`` on a worker thread."""

    def read() -> LearnerPapers:
        return LearnerPapers(
            services.learners.card(actor, learner),
            services.ledger.account(actor, learner),
            services.issuing.papers(actor, learner),
        )

    return read


def paper_rows(found: LearnerPapers, actor: Actor) -> tuple[PaperRow, ...]:
    """Return the draft, where the actor may issue it, and the issued papers."""
    draft = (PaperRow(None),) if may(actor, "IssuingService.statement") else ()
    return (*draft, *(PaperRow(paper) for paper in found.papers))
