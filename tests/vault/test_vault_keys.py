"""Signatures, internal keys and passphrases."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey, new_data_key
from creditbank_desktop.vault.passphrases import (
    Cost,
    check_passphrase,
    key_from_passphrase,
    new_salt,
    unwrap,
    wrap,
)
from creditbank_desktop.vault.recovery import key_from_recovery_code, new_recovery_code, parse_recovery_code
from creditbank_desktop.vault.wrapping import binding, decrypt, encrypt

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
VERIFIER = Ed25519Verifier()


def test_signature_of_rfc_8032_first_vector():
    key = SigningKey.from_seed(
        bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    )
    assert key.public_key.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert key.sign(b"").hex() == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b"
    )


@given(st.binary(max_size=200), st.integers(0, 63), st.integers(0, 7))
def test_a_flipped_bit_of_message_or_signature_is_found(message, place, bit):
    key = SigningKey.from_seed(bytes(range(32)))
    signature = key.sign(message)
    flipped = bytearray(signature)
    flipped[place] ^= 1 << bit
    assert VERIFIER.verify(key.public_key, message, signature)
    assert not VERIFIER.verify(key.public_key, message, bytes(flipped))
    assert not VERIFIER.verify(key.public_key, message + b"\0", signature)
    assert not VERIFIER.verify(SigningKey.new().public_key, message, signature)


@pytest.mark.parametrize(
    ("key", "signature"), [(b"", b""), (b"\0" * 31, b"\0" * 64), (b"\xff" * 32, b"\0" * 63)]
)
def test_malformed_keys_and_signatures_never_verify(key, signature):
    assert not VERIFIER.verify(key, b"message", signature)


def test_seeds_have_32_bytes_and_are_not_shown():
    key = SigningKey.new()
    assert SigningKey.from_seed(key.seed).public_key == key.public_key
    assert key.seed.hex() not in repr(key)
    assert len(new_data_key()) == 32
    with pytest.raises(ValueError, match="32 bytes"):
        SigningKey.from_seed(b"short")


def test_internal_keys_are_uuid7_and_never_repeat():
    source = Uuid7Source()
    made = [source.new_id() for _ in range(1_000)]
    assert len(set(made)) == 1_000
    assert {UUID(text).version for text in made} == {7}
    assert all(len(text) == 36 for text in made)


@given(st.binary(max_size=100), st.data())
def test_encryption_finds_every_change(plaintext, data):
    key = bytes(32)
    sealed = encrypt(key, plaintext, b"here")
    assert decrypt(key, sealed, b"here") == plaintext
    assert decrypt(key, sealed, b"there") is None
    assert decrypt(b"\1" * 32, sealed, b"here") is None
    place = data.draw(st.integers(0, len(sealed) - 1))
    flipped = sealed[:place] + bytes([sealed[place] ^ 0x10]) + sealed[place + 1 :]
    assert decrypt(key, flipped, b"here") is None
    assert decrypt(key, sealed[:place], b"here") is None


@given(st.lists(st.binary(max_size=5), max_size=4), st.lists(st.binary(max_size=5), max_size=4))
def test_different_parts_never_bind_alike(first, second):
    assert (binding(*first) == binding(*second)) == (first == second)


def test_argon2id_depends_on_passphrase_salt_and_cost():
    salt = new_salt()
    key = key_from_passphrase("Fünf Störche über dem Moor", salt, CHEAP)
    assert len(key) == 32
    assert key == key_from_passphrase("Fu\u0308nf Sto\u0308rche u\u0308ber dem Moor", salt, CHEAP)
    assert key != key_from_passphrase("Fünf Störche über dem Moos", salt, CHEAP)
    assert key != key_from_passphrase("Fünf Störche über dem Moor", new_salt(), CHEAP)
    assert key != key_from_passphrase("Fünf Störche über dem Moor", salt, Cost(128, 1, 1))


def test_the_default_cost_is_the_documented_one():
    assert Cost() == Cost(memory_kib=64 * 1024, passes=3, lanes=4)
    assert Cost().is_bearable()
    assert not Cost(2**31, 3, 4).is_bearable()


def test_wrapped_keys_open_for_their_person_and_purpose_only():
    key = new_data_key()
    wrapped = wrap(key, b"secret", "p1", "data_key")
    assert unwrap(key, wrapped, "p1", "data_key") == b"secret"
    for person, purpose in (("p2", "data_key"), ("p1", "signing_seed")):
        with pytest.raises(Refused) as caught:
            unwrap(key, wrapped, person, purpose)
        assert caught.value.code == "identity.wrong_passphrase"


@pytest.mark.parametrize(
    "passphrase",
    ["correct horse battery", "rain on the north gate", "雨后青山入画屏", "Zt7-krumm-Ofen", "ein zwei Apfel"],
)
def test_good_passphrases_pass(passphrase):
    assert check_passphrase(passphrase, "wang.li") == ()


@pytest.mark.parametrize(
    ("passphrase", "codes"),
    [
        ("", ["passphrase.short"]),
        ("kurz und rau", []),
        ("seven ox", ["passphrase.short"]),
        ("山高水长流", ["passphrase.short"]),
        ("x9 " * 50, ["passphrase.long", "passphrase.guessable"]),
        ("password1234", ["passphrase.guessable"]),
        ("qwertyuiop123", ["passphrase.guessable"]),
        ("abcabcabcabcabc", ["passphrase.guessable"]),
        ("aaaaaaaaaaaaaaaa", ["passphrase.guessable"]),
        ("123456789012345", ["passphrase.guessable"]),
        ("Wang.Li at the window", ["passphrase.login"]),
        ("wang.li", ["passphrase.short", "passphrase.login"]),
    ],
)
def test_weak_passphrases_are_named_all_at_once(passphrase, codes):
    assert [problem.code for problem in check_passphrase(passphrase, "wang.li")] == codes


def test_recovery_codes_forgive_what_people_misread():
    code = new_recovery_code()
    assert len(code) == 39
    assert code != new_recovery_code()
    plain = parse_recovery_code(code)
    assert parse_recovery_code(code.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == plain
    assert key_from_recovery_code(code) == key_from_recovery_code(plain)


@pytest.mark.parametrize(
    ("raw", "code"), [("ABCD", "recovery_code.length"), ("U" * 32, "recovery_code.characters")]
)
def test_codes_of_another_shape_are_named(raw, code):
    with pytest.raises(Problems) as caught:
        parse_recovery_code(raw)
    assert [problem.code for problem in caught.value.problems] == [code]
