"""Asks the server whether an office knows a person: by hand, and at every sync whom nobody asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import LearnerId, PersonId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unchecked_learners import Unchecked, note_checked, unchecked
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.face import CentralFinding, CentralQuestion, Whereabouts
from creditbank_desktop.sync.protocol.look_ups import (
    LOOK_UPS_PATH,
    Found,
    LookUpAnswer,
    LookUpQuery,
    LookUpRequest,
    query_context,
)
from creditbank_desktop.sync.protocol.messages import Versions
from creditbank_desktop.sync.protocol.signing import seal_message
from creditbank_desktop.sync.session import Session
from creditbank_desktop.sync.transport import opened
from creditbank_desktop.vault.sealing import seal_to
from creditbank_desktop.version import VERSION

MOST_A_RUN = 20
TOO_MANY = "look_up.too_many"
_WHERE = {
    Found.UNKNOWN: Whereabouts.UNKNOWN,
    Found.OWN_OFFICE: Whereabouts.OWN_OFFICE,
    Found.BROUGHT: Whereabouts.BROUGHT,
}


def ask_centre(session: Session, actor: Actor, question: CentralQuestion) -> CentralFinding:
    """Ask on behalf of ``actor``; the record itself comes with the next pull.

    Raises `EnvironmentFault` as `Transport` does, `Refused` ("look_up.too_many") and others of the server.
    """
    answer = _ask(session, actor.person, LookUpQuery(question.kind, question.number), None)
    subject = ("learner", str(answer.learner)) if answer.learner else ("", "")
    said = {"found": answer.found.value}
    session.write(lambda unit: unit.audit(actor, "learner.looked_up", subject, said))
    return CentralFinding(_WHERE[answer.found], answer.learner)


def ask_about_unchecked(session: Session) -> bool:
    """Ask about those who were registered without asking; return whether a record waits to be pulled.

    A server that does not answer such questions yet is no fault: it is asked again at the next run.
    """
    waiting = session.store.read(lambda reader: tuple(_numbers(reader)))
    brought = False
    for one, query in waiting[:MOST_A_RUN]:
        try:
            answer = None if query is None else _ask(session, one.person, query, one.learner)
        except Refused:
            return brought
        except EnvironmentFault as fault:
            if fault.code == "sync.nonsense":
                return brought
            raise
        brought = brought or (answer is not None and answer.found is not Found.UNKNOWN)
        subject, found = ("learner", one.learner), "" if answer is None else answer.found.value
        _settle(session, one, subject, found)
    return brought


def _settle(session: Session, one: Unchecked, subject: tuple[str, str], found: str) -> None:
    def work(unit: UnitOfWork) -> None:
        note_checked(unit, one.learner)
        unit.audit_program("learner.looked_up", subject, {"found": found})

    session.write(work)
    session.changes |= {subject}


def _numbers(reader: Reader) -> Iterator[tuple[Unchecked, LookUpQuery | None]]:
    """Yield who waits with the document to ask by, None where there is nobody to ask about any more."""
    for one in unchecked(reader):
        learner = reader.learner(one.learner)
        profile = None if learner is None else learner.profile
        if profile is None:
            yield one, None
        else:
            yield one, LookUpQuery(profile.document_kind.value, profile.document_number)


def _ask(session: Session, person: PersonId, query: LookUpQuery, besides: LearnerId | None) -> LookUpAnswer:
    link, store = session.link, session.store
    sealed = seal_to(link.server.box_key, encode(query), query_context(store.device))
    request = LookUpRequest(
        device=store.device,
        office=link.office,
        person=person,
        query_sha256=hashlib.sha256(sealed).hexdigest(),
        asked_at=session.clock.now(),
        besides=besides,
        versions=Versions(program=VERSION),
    )
    try:
        data = session.transport.send(LOOK_UPS_PATH, seal_message(request, session.signer, (sealed,)))
    except EnvironmentFault as fault:
        if fault.params.get("reason") == TOO_MANY:
            raise Refused("look_up.too_many") from fault
        raise
    answer = opened(LookUpAnswer, data, link.server.signing_key, session.verifier).message
    if (answer.device, answer.query_sha256) != (store.device, request.query_sha256):
        raise EnvironmentFault("sync.nonsense")
    return answer
