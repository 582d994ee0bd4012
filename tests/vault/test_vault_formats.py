"""Golden bytes: what an earlier release sealed, wrapped or encrypted must open for ever."""

from __future__ import annotations

import io

from creditbank_desktop.vault.passphrases import Cost, key_from_passphrase
from creditbank_desktop.vault.recovery import key_from_recovery_code
from creditbank_desktop.vault.sealing import LearnerSealer, open_sealed
from creditbank_desktop.vault.streams import decrypt_stream

KEY = bytes(range(32))
LEARNER = "0198c3a0-0000-7000-8000-000000000001"
SEALED = "01f3cd68925d0855105df776d11b522f5618eb976f8a03093b2362b7671da1164e7e2385"
BOX = (
    "9e39333214bc10122db5e67ade08f3652b1991bd6fd90259e3faed5130d2a161"
    "dfb9ee7050d7aeaabaeca645b207f8393a4fb590bb9a42acea7197d2f4e48ee5a4354fb165936a75e3bd5210c17cadee"
)
STREAM = (
    "434245319a864bcb861fe8f2ad7db77ad970d8f51a23b862a11ed098b0f5187a9bb6f80f"
    "0f100007ce6a22977926a661c5a6c5b3023a06d04d516ebc23709f2f63f9d3396f2ba8b13e"
)


class OneKey:
    """The same key for every learner."""

    def get(self, _learner: str) -> bytes | None:
        return KEY

    def create(self, learner: str) -> bytes:
        raise AssertionError(f"{learner} has a key")


def test_sealed_personal_fields_of_the_first_release_open():
    opened = LearnerSealer(OneKey()).unseal(LEARNER, bytes.fromhex(SEALED), b"learner/profile")
    assert opened == "李𬭎".encode()


def test_boxes_of_the_first_release_open():
    assert open_sealed(bytes(range(1, 33)), bytes.fromhex(BOX), b"learner-key") == KEY


def test_evidence_of_the_first_release_opens():
    out = io.BytesIO()
    assert decrypt_stream(io.BytesIO(bytes.fromhex(STREAM)), out, KEY, b"evidence-1").length == 21
    assert out.getvalue() == b"scan of a certificate"


def test_passphrases_and_recovery_codes_give_the_same_keys_for_ever():
    passphrase = "rain on the north gate"
    assert key_from_passphrase(passphrase, bytes(16), Cost()).hex() == (
        "4260295561d1c61a9cf30a2df5c05d8e2c286c86b8ad23219e73ba25cd0a6c05"
    )
    assert key_from_recovery_code("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ").hex() == (
        "13c44eba8192997d70164a0761f38075a202e2a61bebed173ead2f42158a0d79"
    )
