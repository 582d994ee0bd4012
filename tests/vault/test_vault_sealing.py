"""Personal fields under learner keys, and sealed boxes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.vault.sealing import (
    LearnerSealer,
    box_public_key,
    new_box_key,
    new_learner_key,
    open_sealed,
    seal_to,
)


class KeysInMemory:
    """Learner keys in a dictionary; a destroyed one leaves None behind."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes | None] = {}

    def get(self, learner: str) -> bytes | None:
        return self.keys.get(learner)

    def create(self, learner: str) -> bytes:
        if learner in self.keys:
            raise Refused("learner.key_destroyed")
        key = self.keys[learner] = new_learner_key()
        return key

    def destroy(self, learner: str) -> None:
        self.keys[learner] = None


def sealer():
    keys = KeysInMemory()
    return keys, LearnerSealer(keys)


def test_a_sealed_name_opens_in_its_place_only():
    keys, sealing = sealer()
    sealed = sealing.seal("l1", "李𬭎".encode(), b"op1/name")
    assert sealing.unseal("l1", sealed, b"op1/name") == "李𬭎".encode()
    assert sealing.seal("l1", "李𬭎".encode(), b"op1/name") != sealed
    sealing.seal("l2", b"x", b"c")
    keys.keys["l3"] = keys.keys["l1"]
    for learner, context in (("l1", b"op2/name"), ("l2", b"op1/name"), ("l3", b"op1/name")):
        with pytest.raises(EnvironmentFault) as caught:
            sealing.unseal(learner, sealed, context)
        assert caught.value.code == "vault.sealed_damaged"


@given(st.binary(max_size=60), st.data())
def test_every_flipped_byte_of_sealed_data_is_found(plaintext, data):
    _, sealing = sealer()
    sealed = bytearray(sealing.seal("l1", plaintext, b"c"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(EnvironmentFault):
        sealing.unseal("l1", bytes(sealed), b"c")


@pytest.mark.parametrize("sealed", [b"", b"\1", b"\1short", b"\2" + b"x" * 40])
def test_short_and_unknown_seals_are_damage(sealed):
    keys, sealing = sealer()
    keys.create("l1")
    with pytest.raises(EnvironmentFault):
        sealing.unseal("l1", sealed, b"c")


def test_after_disposal_nothing_opens_and_nothing_new_is_sealed():
    keys, sealing = sealer()
    sealed = sealing.seal("l1", b"name", b"c")
    keys.destroy("l1")
    assert sealing.unseal("l1", sealed, b"c") is None
    with pytest.raises(Refused):
        sealing.seal("l1", b"name", b"c")
    assert sealing.unseal("unknown", sealed, b"c") is None


@given(st.binary(max_size=100), st.binary(max_size=20))
def test_boxes_reach_their_receiver_only(plaintext, context):
    private = new_box_key()
    blob = seal_to(box_public_key(private), plaintext, context)
    assert len(blob) == len(plaintext) + 48
    assert open_sealed(private, blob, context) == plaintext
    for key, sent, bound in (
        (new_box_key(), blob, context),
        (private, blob, context + b"!"),
        (private, blob[:-1], context),
        (private, bytes([blob[0] ^ 1]) + blob[1:], context),
        (private, b"", context),
        (private, bytes(48), context),
    ):
        with pytest.raises(EnvironmentFault) as caught:
            open_sealed(key, sent, bound)
        assert caught.value.code == "vault.box_unreadable"


def test_a_sealed_data_key_takes_eighty_bytes():
    assert len(seal_to(box_public_key(new_box_key()), new_learner_key())) == 80
