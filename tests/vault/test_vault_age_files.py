"""Files under a passphrase open in any program that reads the age format, and only with the passphrase."""

from __future__ import annotations

import io
import random

import pyrage
import pytest

from creditbank_desktop.vault.age_files import SEGMENT_BYTES, AgeWriter

QUICK = 10


def encrypted(pieces: list[bytes], passphrase: str = "梅花香自苦寒来") -> bytes:
    target = io.BytesIO()
    writer = AgeWriter(target, passphrase, QUICK)
    for piece in pieces:
        writer.write(piece)
    writer.finish()
    return target.getvalue()


@pytest.mark.parametrize(
    "size", [0, 1, SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, 3 * SEGMENT_BYTES]
)
def test_another_program_reads_what_was_written(size: int) -> None:
    data = random.Random(size).randbytes(size)
    assert pyrage.passphrase.decrypt(encrypted([data]), "梅花香自苦寒来") == data


def test_pieces_of_any_size_give_the_same_content() -> None:
    dice = random.Random(5)
    pieces = [dice.randbytes(dice.randrange(90_000)) for _ in range(12)]
    assert pyrage.passphrase.decrypt(encrypted(pieces), "梅花香自苦寒来") == b"".join(pieces)


def test_another_passphrase_or_a_changed_byte_opens_nothing() -> None:
    data = encrypted([b"a learner's name"])
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(data, "another one")
    for place in (40, len(data) - 20):
        changed = bytearray(data)
        changed[place] ^= 1
        with pytest.raises(pyrage.DecryptError):
            pyrage.passphrase.decrypt(bytes(changed), "梅花香自苦寒来")


def test_a_file_that_was_cut_short_is_no_file() -> None:
    target = io.BytesIO()
    writer = AgeWriter(target, "梅花香自苦寒来", QUICK)
    writer.write(b"x" * (2 * SEGMENT_BYTES + 5))
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(target.getvalue(), "梅花香自苦寒来")
