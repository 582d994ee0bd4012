"""Shows the server where this device's audit trail stands, and brings its countersignature back."""

from __future__ import annotations

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.trail_heads import (
    ChainHead,
    TrailVerdict,
    head_hash,
    signed_countersignature,
)
from creditbank_desktop.models.trail_queries import Checkpoint
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.protocol.messages import Versions
from creditbank_desktop.sync.protocol.signing import seal_message
from creditbank_desktop.sync.protocol.trails import TRAILS_PATH, TrailAnswer, TrailReport
from creditbank_desktop.sync.session import Session
from creditbank_desktop.sync.transport import opened
from creditbank_desktop.version import VERSION

_UNHEARD = ("sync.nonsense", "sync.refused")
_ROUNDS = 3


def secure_trail(session: Session, moved: dict[str, str | int]) -> None:
    """Sign where every chain stands, show it to the server and keep what it says.

    ``moved`` are the counts of this run, which the trail keeps where anything went over the line. A server
    that does not know trails yet is no fault. Raises `EnvironmentFault` as `Transport` does.
    """

    def work(unit: UnitOfWork) -> tuple[Checkpoint, tuple[ChainHead, ...]]:
        if any(moved.values()):
            unit.audit_program("sync.finished", detail=moved)
        earlier = unit.countersigned_chains()
        known = unit.chains_at(tuple(chain.number for chain in earlier)) if earlier else ()
        return unit.make_checkpoint(), known

    checkpoint, known = session.write(work)
    try:
        _show(session, checkpoint, known)
    except EnvironmentFault as fault:
        if fault.code not in _UNHEARD:
            raise


def _show(session: Session, checkpoint: Checkpoint, known: tuple[ChainHead, ...]) -> None:
    for _ in range(_ROUNDS):
        said = _ask(session, checkpoint, known)
        if said.countersignature is not None:
            _keep(session, checkpoint, said)
            return
        places = said.ask
        if len(places) != len(checkpoint.head.chains):
            break
        known = session.store.read(lambda reader, places=places: reader.chains_at(places))  # type: ignore[misc]
    raise EnvironmentFault("sync.nonsense")


def _ask(session: Session, checkpoint: Checkpoint, known: tuple[ChainHead, ...]) -> TrailAnswer:
    report = TrailReport(
        device=session.store.device,
        office=session.link.office,
        head=checkpoint.head,
        signature=checkpoint.signature,
        known=known,
        versions=Versions(program=VERSION),
    )
    answer = session.transport.send(TRAILS_PATH, seal_message(report, session.signer))
    return opened(TrailAnswer, answer, session.link.server.signing_key, session.verifier).message


def _keep(session: Session, checkpoint: Checkpoint, answer: TrailAnswer) -> None:
    said = answer.countersignature
    assert said is not None
    signed = session.verifier.verify(
        session.link.server.signing_key, signed_countersignature(said), answer.signature
    )
    if not signed or said.head_sha256 != head_hash(checkpoint.head):
        raise EnvironmentFault("sync.nonsense")

    def work(unit: UnitOfWork) -> None:
        if unit.save_countersignature(checkpoint.head.number, said, answer.signature):
            unit.tell("audit", "trail" if said.verdict is TrailVerdict.SOUND else "warning")

    session.write(work)
