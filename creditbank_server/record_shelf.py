"""What every shelf of the server answers, given one way to look a record up."""

from __future__ import annotations

from typing import TypeVar

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.disposals import Disposal
from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    DisposalId,
    LearnerId,
    OfficeId,
    PaperId,
    PersonId,
    ProposalId,
    ReferenceId,
)
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Device, Office, Person
from creditbank_desktop.domain.reference import ReferenceItem, ReferenceProposal
from creditbank_server.documents import Document

D = TypeVar("D")


class RecordShelf:
    """The part of `creditbank_desktop.domain.operations.reducer.Shelf` that needs only ``_find``."""

    def __init__(self, office: OfficeId) -> None:
        """Hold the records of ``office``."""
        self._office = office

    def office(self) -> Office | None:
        """Return the office's card."""
        return self._get("office", self._office, Office)

    def person(self, person: PersonId) -> Person | None:
        """Return a member of staff, or the server's person."""
        return self._get("person", person, Person)

    def device(self, device: DeviceId) -> Device | None:
        """Return an enrolled device."""
        return self._get("device", device, Device)

    def learner(self, learner: LearnerId) -> Learner | None:
        """Return a learner of the office."""
        return self._get("learner", learner, Learner)

    def application(self, application: ApplicationId) -> Application | None:
        """Return an application of the office."""
        return self._get("application", application, Application)

    def paper(self, paper: PaperId) -> Paper | None:
        """Return an issued paper of the office."""
        return self._get("paper", paper, Paper)

    def disposal(self, disposal: DisposalId) -> Disposal | None:
        """Return an entry of the office's register of disposals."""
        return self._get("disposal", disposal, Disposal)

    def reference_item(self, item: ReferenceId) -> ReferenceItem | None:
        """Return an entry of the office's reference data."""
        return self._get("reference", item, ReferenceItem)

    def reference_proposal(self, proposal: ProposalId) -> ReferenceProposal | None:
        """Return a proposal about the office's reference data."""
        return self._get("proposal", proposal, ReferenceProposal)

    def _find(self, kind: str, key: str) -> Document | None:
        raise NotImplementedError

    def _get(self, kind: str, key: str, record_type: type[D]) -> D | None:
        found = self._find(kind, key)
        return found if isinstance(found, record_type) else None
