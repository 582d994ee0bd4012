"""Encrypted evidence files: any length, any damage."""

from __future__ import annotations

import hashlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.vault.streams import (
    MAGIC,
    SALT_BYTES,
    SEGMENT_BYTES,
    TAG_BYTES,
    StreamDigest,
    decrypt_stream,
    encrypt_stream,
)

KEY = bytes(range(32))
CONTEXT = b"evidence-1"
HEAD = len(MAGIC) + SALT_BYTES
SEALED = SEGMENT_BYTES + TAG_BYTES
LENGTHS = [
    0,
    1,
    SEGMENT_BYTES - 1,
    SEGMENT_BYTES,
    SEGMENT_BYTES + 1,
    2 * SEGMENT_BYTES,
    3 * SEGMENT_BYTES + 7,
]


class Trickle(io.BytesIO):
    """Gives at most 1,000 bytes at a time, as pipes do."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size, 1_000) if size and size > 0 else size)


def content(length):
    return hashlib.shake_128(str(length).encode()).digest(length)


def encrypted(plaintext, context=CONTEXT):
    out = io.BytesIO()
    encrypt_stream(io.BytesIO(plaintext), out, KEY, context)
    return out.getvalue()


def decrypted(sealed, key=KEY, context=CONTEXT):
    out = io.BytesIO()
    decrypt_stream(io.BytesIO(sealed), out, key, context)
    return out.getvalue()


def damaged_segment(sealed, **other):
    with pytest.raises(EnvironmentFault) as caught:
        decrypted(sealed, **other)
    assert caught.value.code == "evidence.damaged"
    return caught.value.params["segment"]


@pytest.mark.parametrize("length", LENGTHS)
def test_files_of_every_length_come_back(length):
    plaintext = content(length)
    out = io.BytesIO()
    digest = encrypt_stream(Trickle(plaintext), out, KEY, CONTEXT)
    assert digest == StreamDigest(length, hashlib.sha256(plaintext).hexdigest())
    back = io.BytesIO()
    assert decrypt_stream(Trickle(out.getvalue()), back, KEY, CONTEXT) == digest
    assert back.getvalue() == plaintext
    segments = max(1, -(-length // SEGMENT_BYTES))
    assert len(out.getvalue()) == HEAD + length + TAG_BYTES * segments


@pytest.mark.parametrize("length", LENGTHS)
def test_cutting_at_and_around_segments_is_found(length):
    sealed = encrypted(content(length))
    cuts = {0, 3, HEAD - 1, HEAD, len(sealed) - 1, len(sealed) - TAG_BYTES}
    cuts |= {HEAD + SEALED * count for count in range(4)}
    for cut in cuts:
        if cut < len(sealed):
            damaged_segment(sealed[:cut])


@settings(max_examples=60)
@given(st.sampled_from([1, 500, SEGMENT_BYTES + 1]), st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_every_flipped_byte_of_a_file_is_found(length, where, flip):
    sealed = bytearray(encrypted(content(length)))
    sealed[int(where * len(sealed))] ^= flip
    damaged_segment(bytes(sealed))


def test_reordered_repeated_and_foreign_segments_are_found():
    sealed = encrypted(content(3 * SEGMENT_BYTES + 7))
    head, body = sealed[:HEAD], sealed[HEAD:]
    parts = [body[start : start + SEALED] for start in range(0, len(body), SEALED)]
    other = encrypted(content(3 * SEGMENT_BYTES + 7))[HEAD:][:SEALED]
    first, second, third, last = parts
    assert damaged_segment(head + second + first + third + last) == 1
    assert damaged_segment(head + first + first + third + last) == 2
    assert damaged_segment(head + first + third + last) == 2
    assert damaged_segment(head + first + second + third) == 3
    assert damaged_segment(head + other + second + third + last) == 1
    assert damaged_segment(sealed + b"\0") == 4
    assert damaged_segment(sealed + last) == 4


def test_another_key_context_or_file_opens_nothing():
    sealed = encrypted(b"scan")
    assert damaged_segment(sealed, key=bytes(32)) == 1
    assert damaged_segment(sealed, context=b"evidence-2") == 1
    assert damaged_segment(b"%PDF-1.7" + bytes(100)) == 0
    assert encrypted(b"scan") != sealed
