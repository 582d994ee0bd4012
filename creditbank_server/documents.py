"""Records as the server keeps them: canonical JSON, sealed under the learner's key where it is personal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from creditbank_desktop.domain.applications import Application, OutcomeLine
from creditbank_desktop.domain.codec import Malformed, decode, encode
from creditbank_desktop.domain.decisions import LineDecision
from creditbank_desktop.domain.disposals import Disposal
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.learners import Learner, NumberBlock
from creditbank_desktop.domain.operations.reference_reducer import ReferenceRecord
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Device, Office, Person
from creditbank_desktop.domain.reference import ReferenceItem, ReferenceProposal
from creditbank_desktop.domain.states import Act
from creditbank_desktop.vault.sealing import LearnerSealer
from creditbank_server.learner_keys import LearnerKeyShelf

Document = Office | Person | Device | NumberBlock | Learner | Application | Paper | Disposal | ReferenceRecord

KINDS: Mapping[str, type[Document]] = MappingProxyType(
    {
        "office": Office,
        "person": Person,
        "device": Device,
        "number_block": NumberBlock,
        "learner": Learner,
        "application": Application,
        "paper": Paper,
        "disposal": Disposal,
        "reference": ReferenceItem,
        "proposal": ReferenceProposal,
    }
)
_PLAIN = b"\x00"
_SEALED = b"\x01"
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_OPEN_NOTES = frozenset({Act.DECIDE_PANEL, Act.UNDO})


def place_of(record: Document) -> tuple[str, str]:
    """Return under which kind and id a record is kept."""
    match record:
        case Office():
            return "office", record.office
        case Person():
            return "person", record.person
        case Device():
            return "device", record.device
        case NumberBlock():
            return "number_block", record.block
        case Learner():
            return "learner", record.learner
        case Application():
            return "application", record.application
        case Paper():
            return "paper", record.paper
        case Disposal():
            return "disposal", record.disposal
        case ReferenceItem():
            return "reference", record.item
        case ReferenceProposal():
            return "proposal", record.proposal


def learner_of(record: Document) -> str | None:
    """Return the learner whom a record is about."""
    return record.learner if isinstance(record, Learner | Application | Paper) else None


def is_id(text: str) -> bool:
    """Return whether ``text`` is an id in its 36-character form."""
    return _ID.fullmatch(text) is not None


def check_id(text: str) -> str:
    """Return ``text`` if it is an id; raise `Malformed` otherwise."""
    if not is_id(text):
        raise Malformed("not an id")
    return text


def write_document(record: Document, keys: LearnerKeyShelf, sealer: LearnerSealer) -> bytes:
    """Return the bytes to keep; records of a learner without a key hold nothing personal any more."""
    learner = learner_of(record)
    if learner is None or keys.get(learner) is None:
        return _PLAIN + encode(record)
    return _SEALED + sealer.seal(learner, encode(record), _context(*place_of(record)))


def read_document(kind: str, key: str, learner: str | None, data: bytes, sealer: LearnerSealer) -> Document:
    """Return the record that was kept; raise `EnvironmentFault` ``server.record_unreadable`` (kind, id)."""
    if data[:1] == _PLAIN:
        return decode(KINDS[kind], data[1:])
    plain = None if learner is None else sealer.unseal(learner, data[1:], _context(kind, key))
    if plain is None:
        raise EnvironmentFault("server.record_unreadable", kind=kind, id=key)
    return decode(KINDS[kind], plain)


def without_person(record: Document) -> Document:
    """Return the record as it reads once the learner's key is destroyed: what replaying would give."""
    match record:
        case Learner():
            return replace(record, profile=None)
        case Paper():
            return replace(record, data=None)
        case Application():
            deeds = tuple(
                deed if deed.act in _OPEN_NOTES else replace(deed, note="") for deed in record.deeds
            )
            lines = tuple(_without_texts(line) for line in record.lines)
            return replace(record, lines=lines, deeds=deeds, evidence=(), proxy=None, note="")
        case _:
            return record


def _without_texts(line: OutcomeLine) -> OutcomeLine:
    return replace(line, outcome=None, decision=_bare(line.decision), second=_bare(line.second))


def _bare(decision: LineDecision | None) -> LineDecision | None:
    return None if decision is None else replace(decision, reason_text="", explanation="")


def _context(kind: str, key: str) -> bytes:
    return f"creditbank record 1|{kind}|{key}".encode()
