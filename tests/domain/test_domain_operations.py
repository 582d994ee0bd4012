"""Operations: golden bytes kept from the first day, signatures, sealing and the chain."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import DeviceId, LearnerId
from creditbank_desktop.domain.operations.catalogue import BODIES
from creditbank_desktop.domain.operations.envelope import (
    Envelope,
    Header,
    Operation,
    envelope_bytes,
    is_signed_by,
    open_envelope,
    read_envelope,
    write_operation,
)
from creditbank_desktop.domain.operations.stream import GENESIS, StreamHead
from tests.domain.domain_worlds import KeyedSigner, OpenSealer, example_of

GOLDEN = Path(__file__).parent / "golden" / "operations.json"
SIGNER = KeyedSigner("a fictional clerk")


def example_operation(op_type: str) -> Operation:
    body_type = BODIES[op_type]
    header: Header = example_of(Header)
    if body_type.personal_type is None:
        return Operation(replace(header, learner=None), example_of(body_type))
    return Operation(header, example_of(body_type), example_of(body_type.personal_type))


def stored(op_type: str) -> bytes:
    return write_operation(example_operation(op_type), SIGNER, OpenSealer())


def golden() -> dict[str, str]:
    if os.environ.get("CREDITBANK_WRITE_GOLDEN"):
        known = json.loads(GOLDEN.read_text("utf-8")) if GOLDEN.exists() else {}
        new = {f"{name}@{BODIES[name].op_version}": stored(name).decode() for name in sorted(BODIES)}
        # What was once written is never written anew: only types and versions that are new are added.
        GOLDEN.write_text(json.dumps({**new, **known}, ensure_ascii=False, indent=1, sort_keys=True), "utf-8")
    return json.loads(GOLDEN.read_text("utf-8"))  # type: ignore[no-any-return]


@pytest.mark.parametrize("op_type", sorted(BODIES))
def test_the_bytes_of_every_type_are_those_of_the_first_day(op_type: str) -> None:
    assert golden()[f"{op_type}@{BODIES[op_type].op_version}"].encode() == stored(op_type)


@pytest.mark.parametrize("name", sorted(golden()))
def test_every_golden_operation_is_still_read(name: str) -> None:
    data = golden()[name].encode()
    envelope = read_envelope(data)
    assert is_signed_by(envelope, SIGNER.public_key, SIGNER)
    opened = open_envelope(envelope, OpenSealer())
    assert opened.body.op_type == name.partition("@")[0]
    if envelope.version == opened.body.op_version:
        assert opened == example_operation(opened.body.op_type)


def test_personal_fields_stand_nowhere_in_the_stored_bytes() -> None:
    data = stored("learner.registered")
    assert b"document_number" not in data
    assert b"latin_name" not in data


def test_a_destroyed_key_leaves_the_history_whole_and_the_person_gone() -> None:
    sealer = OpenSealer()
    data = stored("learner.registered")
    sealer.destroyed.add(example_of(Header).learner)
    opened = open_envelope(read_envelope(data), sealer)
    assert opened.personal is None
    assert opened.body == example_operation("learner.registered").body


def test_every_change_of_a_byte_breaks_the_signature_or_the_form() -> None:
    data = stored("application.signed")
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1
        try:
            envelope = read_envelope(bytes(changed))
        except Malformed:
            continue
        assert not is_signed_by(envelope, SIGNER.public_key, SIGNER)


def test_another_spelling_of_the_same_operation_is_refused() -> None:
    data = stored("application.signed")
    with pytest.raises(Malformed, match="canonical"):
        read_envelope(data.replace(b'{"body"', b'{ "body"'))


def test_an_operation_from_the_future_is_refused_by_name() -> None:
    envelope = read_envelope(stored("application.signed"))
    later = replace(envelope, version=99)
    with pytest.raises(Refused) as refused:
        open_envelope(later, OpenSealer())
    assert refused.value.code == "operation.unknown"
    assert refused.value.params == {"type": "application.signed", "version": 99}


def test_a_personal_part_needs_a_learner_and_a_type_that_has_one() -> None:
    operation = example_operation("learner.registered")
    nobodys = replace(operation, header=replace(operation.header, learner=None))
    signed = example_operation("application.signed")
    header = replace(signed.header, learner=LearnerId("someone"))
    misplaced = Operation(header, signed.body, operation.personal)
    for wrong in (nobodys, misplaced):
        with pytest.raises(ValueError, match="personal"):
            write_operation(wrong, SIGNER, OpenSealer())


def test_a_sealed_part_cannot_be_moved_to_another_operation() -> None:
    envelope: Envelope = read_envelope(stored("learner.registered"))
    moved = replace(envelope, header=replace(envelope.header, operation="another"))  # type: ignore[arg-type]
    with pytest.raises(Malformed):
        open_envelope(read_envelope(envelope_bytes(moved)), OpenSealer())


def test_the_chain_tells_order_and_content() -> None:
    start = StreamHead(DeviceId("device"), "0" * 32)
    one, two = stored("application.signed"), stored("application.approved")
    head = start.followed_by(one).followed_by(two)
    assert (head.sequence, start.hash) == (2, GENESIS)
    assert head.hash != start.followed_by(two).followed_by(one).hash
    assert head == start.followed_by(one).followed_by(two)
