"""What an operation must show before the server applies it, and what becomes of it where it cannot be."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import DeviceId
from creditbank_desktop.domain.operations.application_bodies import (
    ApplicationLapsed,
    PublicityEnded,
)
from creditbank_desktop.domain.operations.catalogue import Body
from creditbank_desktop.domain.operations.envelope import (
    Envelope,
    Operation,
    is_signed_by,
    open_envelope,
    operation_hash,
    read_envelope,
)
from creditbank_desktop.domain.operations.registry_bodies import (
    DeviceEnrolled,
    LedgerPosted,
    NumberBlockAllotted,
    OfficeConfigured,
    PersonChanged,
    PersonEnrolled,
)
from creditbank_desktop.domain.people import Role
from creditbank_desktop.sync.protocol.messages import ItemState
from creditbank_server.documents import check_id
from creditbank_server.number_blocks import check_block
from creditbank_server.office_work import OfficeWork

SERVER_ONLY = frozenset(
    body.op_type for body in (LedgerPosted, PublicityEnded, ApplicationLapsed, DeviceEnrolled)
)
HELD_CODES = frozenset(
    {
        "person.unknown",
        "learner.unknown",
        "application.unknown",
        "paper.unknown",
        "learner_key.unknown",
        "reference_field.unknown",
        "reference_kind.unknown",
        "reference_proposal.unknown",
        "operation.unknown",
        "operation.behind_held",
    }
)
"""Refusals that wait for something to arrive."""
CONFLICT_CODES = frozenset(
    {
        "account.ended",
        "application.exists",
        "application.last_line",
        "application.line_withdrawn",
        "application.signed_before",
        "application.wrong_state",
        "evidence.unknown",
        "learner.alias_chain",
        "learner.exists",
        "learner.not_aliased",
        "number_block.overlaps",
        "paper.exists",
        "paper.voided",
        "person.exists",
        "reference.settled_before",
        "reference_proposal.exists",
        "supplement.extended_before",
        "undo.not_last",
    }
)
"""Refusals that come from two people working on the same thing: somebody has to decide."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Item:
    """One operation as it came: its bytes, their hash, and the envelope unless nothing could be read."""

    data: bytes
    sha256: str
    envelope: Envelope | None
    fault: str = ""

    @property
    def operation(self) -> str:
        """Return the operation's id, "" where it could not be read."""
        return "" if self.envelope is None else self.envelope.header.operation

    @property
    def subject(self) -> str:
        """Return the application or learner that the operation is about, "" where there is none."""
        if self.envelope is None:
            return ""
        for name in ("application", "learner"):
            value = self.envelope.body.get(name)
            if isinstance(value, str) and value:
                return value
        return ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an operation was not applied; ``waits_for`` the id that would release it, "" where none would."""

    state: ItemState
    code: str
    params: Mapping[str, str]
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class Admitted:
    """An operation that was applied, its feed number, and what it says."""

    feed_number: int
    body: Body


def read_item(data: bytes) -> Item:
    """Return the operation in ``data``, whatever it is."""
    sha256 = operation_hash(data)
    try:
        envelope = read_envelope(data)
        header = envelope.header
        for key in (header.operation, header.office, header.device, header.person):
            check_id(key)
        if header.learner is not None:
            check_id(header.learner)
    except ValueError as error:  # Malformed, and text that has no UTF-8 form
        return Item(data, sha256, None, type(error).__name__)
    return Item(data, sha256, envelope)


class Admission:
    """Checks operations for one office's work; ``devices`` are those whose operations the office may hold."""

    def __init__(self, work: OfficeWork, devices: frozenset[DeviceId]) -> None:
        """Check on behalf of ``work``."""
        self._work = work
        self._devices = devices

    def admit(self, item: Item) -> Admitted | Refusal:
        """Apply the operation, or say why not; then nothing changed."""
        try:
            return self._admit(item)
        except Refused as refused:
            return refusal_of(refused)
        except (Malformed, EnvironmentFault) as error:
            code = error.code if isinstance(error, EnvironmentFault) else "operation.malformed"
            return Refusal(ItemState.REJECTED, code, {})
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            # A body that decodes and still breaks the reducer must not stop those behind it.
            _log.error("operation failed", extra={"operation": item.operation, "error": type(error).__name__})
            return Refusal(ItemState.REJECTED, "operation.failed", {})

    def _admit(self, item: Item) -> Admitted:
        if item.envelope is None:
            raise Malformed(item.fault)
        envelope = item.envelope
        self._check_origin(envelope)
        learner = envelope.header.learner
        if envelope.sealed is not None and learner is not None and self._work.keys.is_awaited(learner):
            raise Refused("learner_key.unknown", learner=learner)
        operation = open_envelope(envelope, self._work.sealer)
        verifier = self._work.ports.verifier
        if not any(is_signed_by(envelope, key, verifier) for key in self._public_keys(operation)):
            raise Refused("signature.wrong")
        self._check_registry(operation)
        return Admitted(self._work.apply(item.data, operation), operation.body)

    def _check_origin(self, envelope: Envelope) -> None:
        header = envelope.header
        if header.office != self._work.office:
            raise Refused("operation.foreign_office")
        if header.device not in self._devices:
            raise Refused("operation.foreign_device")
        if envelope.type in SERVER_ONLY:
            raise Refused("operation.server_only", type=envelope.type)

    def _public_keys(self, operation: Operation) -> Iterable[bytes]:
        """Return the keys one of which must have signed: the author's, or the one of an office's first
        person.
        """
        header, body = operation.header, operation.body
        if isinstance(body, PersonEnrolled) and body.person.person == header.person:
            if self._work.shelf.has_staff(besides=self._work.ports.identity.person):
                raise Refused("person.self_enrolment", person=header.person)
            return (body.person.public_key,)
        person = self._work.shelf.person(header.person)
        if person is None:
            raise Refused("person.unknown", person=header.person)
        return self._work.shelf.public_keys(person)

    def _check_registry(self, operation: Operation) -> None:
        match operation.body:
            case PersonEnrolled(person=person):
                if person.office != self._work.office:
                    raise Refused("operation.foreign_office")
                self._check_roles(person.roles)
            case PersonChanged(person=changed, roles=roles):
                if changed == self._work.ports.identity.person:
                    raise Refused("person.central_role")
                self._check_roles(roles)
            case NumberBlockAllotted() as block:
                check_block(self._work, block)
            case OfficeConfigured(office=office) if office.office != self._work.office:
                raise Refused("operation.foreign_office")
            case _:
                return

    def _check_roles(self, roles: tuple[Role, ...]) -> None:
        if Role.CENTRAL_SERVER in roles:
            raise Refused("person.central_role")


def refusal_of(refused: Refused) -> Refusal:
    """Return what a refusal by the domain makes of an operation."""
    params = {name: str(value) for name, value in refused.params.items()}
    if refused.code in HELD_CODES:
        return Refusal(ItemState.HELD, refused.code, params, next(iter(params.values()), ""))
    state = ItemState.CONFLICT if refused.code in CONFLICT_CODES else ItemState.REJECTED
    return Refusal(state, refused.code, params)
