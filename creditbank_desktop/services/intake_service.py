"""Taking an application in at the counter: forms, checks, drafts, submission."""

from __future__ import annotations

from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import DraftRow
from creditbank_desktop.services.views_intake import (
    ApplicationCheck,
    ApplicationForm,
    Draft,
    FieldSpec,
    MaterialSpec,
    Submitted,
)
from creditbank_desktop.services.workroom import Workroom


class IntakeService:
    """Actions on an application before it has a number."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def fields(self, actor: Actor, outcome_type: OutcomeType) -> tuple[FieldSpec, ...]:
        """Return the fields of an outcome type in the order of the form."""
        raise NotImplementedError

    @permitted
    def materials(self, actor: Actor, outcome_type: OutcomeType) -> tuple[MaterialSpec, ...]:
        """Return the materials that the rules in force ask for with an outcome type."""
        raise NotImplementedError

    @permitted
    def new_line(self, actor: Actor) -> LineId:
        """Return the id of a new outcome line."""
        raise NotImplementedError

    @permitted
    def check(self, actor: Actor, form: ApplicationForm) -> ApplicationCheck:
        """Return all problems at once, duplicates and what the rules say; writes nothing."""
        raise NotImplementedError

    @permitted
    def save_draft(self, actor: Actor, form: ApplicationForm) -> OpResult[str]:
        """Save a form as it is, however unfinished; returns the draft's id (``form.draft`` or a new one)."""
        raise NotImplementedError

    @permitted
    def drafts(self, actor: Actor) -> tuple[DraftRow, ...]:
        """Return the actor's own drafts on this device, newest first, all of them."""
        raise NotImplementedError

    @permitted
    def draft(self, actor: Actor, draft: str) -> Draft:
        """Return one draft; raises `Refused` ("draft.unknown")."""
        raise NotImplementedError

    @permitted
    def discard_draft(self, actor: Actor, draft: str) -> OpResult[None]:
        """Throw a draft away; nothing happens if there is none."""
        raise NotImplementedError

    @permitted
    def submit(self, actor: Actor, form: ApplicationForm) -> OpResult[Submitted]:
        """Receive the application: number, promised day, operation and audit in one commit; the draft ends.

        Raises `Problems` with every error and every warning that is not confirmed.
        """
        raise NotImplementedError
