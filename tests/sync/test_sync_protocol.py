"""Frames, signed messages and codes: one spelling each, bounded in what they unpack to."""

from __future__ import annotations

from contextlib import suppress

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.ids import DeviceId, OfficeId
from creditbank_desktop.sync.protocol.enrolment_codes import (
    ALPHABET,
    new_enrolment_code,
    parse_enrolment_code,
)
from creditbank_desktop.sync.protocol.framing import (
    compress,
    decompress,
    join_operations,
    pack,
    split_operations,
    unpack,
)
from creditbank_desktop.sync.protocol.messages import HaveRequest, PullRequest, WantAnswer
from creditbank_desktop.sync.protocol.refusals import read_refusal, refusal_body
from creditbank_desktop.sync.protocol.signing import open_message, seal_message
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey

DEVICE = DeviceId("01900000-0000-7000-8000-000000000001")
OFFICE = OfficeId("01900000-0000-7000-8000-000000000002")
KEY = SigningKey(bytes(32))
GOLDEN_SIGNATURE = (
    "53e0ca98d8d1e5253fb77f032aca1ebc54424558281b262f6653404ff901aae8"
    "8050ff7d7963029882f2c4ad79ea0266be9c89f3ff7db8bce2ee79dc3718d203"
)


@given(st.lists(st.binary(max_size=200), max_size=6))
def test_a_frame_gives_its_parts_back(parts: list[bytes]) -> None:
    assert unpack(pack(parts)) == tuple(parts)


@given(st.binary(max_size=300))
def test_bytes_that_are_no_frame_are_malformed_and_nothing_else(data: bytes) -> None:
    for text in (data, b"CBF1" + data):
        with suppress(Malformed):
            assert pack(unpack(text)) == text


@given(st.lists(st.binary(min_size=1, max_size=200), max_size=20))
def test_a_payload_gives_its_operations_back(operations: list[bytes]) -> None:
    payload = join_operations(operations)
    packed = compress(payload)
    assert split_operations(decompress(packed, len(payload), 10_000)) == tuple(operations)


@pytest.mark.parametrize("cut", range(1, 10))
def test_a_cut_payload_is_malformed(cut: int) -> None:
    payload = join_operations([b"first", b"second"])
    with pytest.raises(Malformed):
        split_operations(payload[:-cut])


def test_what_unpacks_to_more_than_it_says_is_malformed() -> None:
    packed = compress(b"\0" * (16 << 20))
    for length, most in ((100, 1 << 20), (16 << 20, 1 << 20), (-1, 1 << 20)):
        with pytest.raises(Malformed):
            decompress(packed, length, most)
    lying = zstandard.ZstdCompressor(write_content_size=False).compress(b"x" * 5_000)
    assert decompress(lying, 5_000, 5_000) == b"x" * 5_000
    with pytest.raises(Malformed):
        decompress(lying, 4_999, 5_000)
    with pytest.raises(Malformed):
        decompress(b"not zstandard", 5, 100)


def test_a_frame_that_wants_a_huge_window_is_malformed() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27, write_content_size=False)
    stream = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    packed = stream.compress(b"x" * 1_000) + stream.flush()
    with pytest.raises(Malformed):
        decompress(packed, 1_000, 10_000)


def test_a_signed_message_comes_back_and_shows_who_sent_it() -> None:
    request = PullRequest(DEVICE, OFFICE, 7, 100, "1.1.x")
    signed = open_message(PullRequest, seal_message(request, KEY, (b"one", b"two")))
    assert signed.message == request
    assert signed.attachments == (b"one", b"two")
    assert signed.is_signed_by(KEY.public_key, Ed25519Verifier())
    assert not signed.is_signed_by(SigningKey.new().public_key, Ed25519Verifier())


def test_a_message_of_one_kind_never_passes_for_another() -> None:
    have = seal_message(HaveRequest(DEVICE, OFFICE, ()), KEY)
    with pytest.raises(Malformed):
        open_message(WantAnswer, have)
    parts = unpack(have)
    renamed = pack((b"want.answer", b'{"device":"x","epoch":"","operations":[]}', parts[2]))
    assert not open_message(WantAnswer, renamed).is_signed_by(KEY.public_key, Ed25519Verifier())


@pytest.mark.parametrize("change", [(b'"limit":100', b'"limit":1'), (b'"cursor":7', b'"cursor":7 ')])
def test_a_changed_message_is_found(change: tuple[bytes, bytes]) -> None:
    kind, body, signature = unpack(seal_message(PullRequest(DEVICE, OFFICE, 7, 100, ""), KEY))
    data = pack((kind, body.replace(*change), signature))
    try:
        assert not open_message(PullRequest, data).is_signed_by(KEY.public_key, Ed25519Verifier())
    except Malformed:
        assert change[1].endswith(b" ")


def test_the_bytes_of_a_message_stay_what_they_were() -> None:
    """Recorded when the protocol was settled: another team's implementation must give the same."""
    request = PullRequest(DEVICE, OFFICE, 7, 100, "1.1.x")
    kind, body, signature = unpack(seal_message(request, KEY))
    assert kind == b"pull.request"
    assert body == (
        b'{"cursor":7,"device":"01900000-0000-7000-8000-000000000001","epoch":"1.1.x","limit":100,'
        b'"office":"01900000-0000-7000-8000-000000000002","versions":{"program":"","protocol":1}}'
    )
    assert signature.hex() == GOLDEN_SIGNATURE


def test_a_code_is_read_however_it_is_typed() -> None:
    code = new_enrolment_code(KEY.public_key)
    text = str(code)
    assert len(text) == 24
    assert set(text) <= {*ALPHABET, "-"}
    for typed in (text, text.lower(), text.replace("-", " "), f" {text}　", text.replace("0", "o")):
        assert parse_enrolment_code(typed) == code
    assert parse_enrolment_code(text).is_of(KEY.public_key)
    assert not parse_enrolment_code(text).is_of(SigningKey.new().public_key)


@pytest.mark.parametrize("raw", ["", "123", "?" * 20, "A" * 21])
def test_a_code_of_no_shape_is_a_problem(raw: str) -> None:
    with pytest.raises(Problems):
        parse_enrolment_code(raw)


def test_a_refusal_is_told_from_any_other_json() -> None:
    refused = read_refusal(refusal_body("stream.gap", {"sequence": "4"}))
    assert (refused.code, refused.params) == ("stream.gap", {"sequence": "4"})
    for body in (b"", b"{}", b"[]", b'{"service":"other","code":"x","params":{}}', b"<html>"):
        with pytest.raises(Malformed):
            read_refusal(body)
