"""Taking back at the counter what has not left the office, with the papers that were issued for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import ApplicationBody, LineRestored
from creditbank_desktop.domain.operations.catalogue import Personal
from creditbank_desktop.domain.operations.registry_bodies import PaperVoided
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.models.views import Delivery
from creditbank_desktop.services.duplicates import check_no_duplicate
from creditbank_desktop.services.paper_issue import issued_before
from creditbank_desktop.services.performing import Aim, perform, undoing_body
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_evaluation import Decided
from creditbank_desktop.services.workroom import Workroom

PAPER_OF: Mapping[Act, PaperKind] = MappingProxyType(
    {
        Act.REQUEST_SUPPLEMENT: PaperKind.SUPPLEMENT_NOTICE,
        Act.WITHDRAW: PaperKind.WITHDRAWAL_SLIP,
        Act.WITHDRAW_LINE: PaperKind.WITHDRAWAL_SLIP,
    }
)
"""Which paper says that an act was done, and is wrong once the act is taken back."""
_STILL_HERE = frozenset({Delivery.SAVED, Delivery.IN_DOUBT})
_LIVE_AGAIN = frozenset({Act.WITHDRAW, Act.WITHDRAW_LINE})
TAKEN_BACK = "wrong_data"


def undo_at_counter(room: Workroom, actor: Actor, application: ApplicationId) -> OpResult[Decided]:
    """Take the actor's last act back and void what was printed for it, in one commit.

    Raises `Refused` as `CounterService.undo` says.
    """

    def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
        last = file.last_undoable()
        if last is None or last.person != actor.person:
            raise Refused("undo.nothing", application=application)
        if unit.deliveries([application]).get(application) not in _STILL_HERE:
            raise Refused("undo.synced", application=application)
        body = undoing_body(unit, file)
        if last.act in _LIVE_AGAIN:
            check_no_duplicate(unit, _live_again(file, body))
        kind = PAPER_OF.get(last.act)
        paper = None if kind is None else issued_before(unit, application, kind)
        if paper is not None:
            unit.record(actor, PaperVoided(paper.paper, TAKEN_BACK, room.clock.today()))
            unit.void_document_number(actor, paper.number, TAKEN_BACK)
        return body, None

    return perform(room, actor, Aim(application), make)


def _live_again(file: Application, body: ApplicationBody) -> Application:
    if not isinstance(body, LineRestored):
        return file
    return file.with_line(replace(file.line(body.line), withdrawn=False))
