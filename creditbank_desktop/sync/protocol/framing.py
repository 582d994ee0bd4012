"""Packs byte strings into one message, and operations into a compressed payload, within fixed limits."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import zstandard

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.sync.protocol.limits import MOST_OPERATION_BYTES, MOST_PARTS

MAGIC = b"CBF1"
_LENGTH_BYTES = 4
_LEVEL = 3
_MOST_WINDOW = 1 << 23


def pack(parts: Sequence[bytes]) -> bytes:
    """Return the parts as one frame: ``CBF1``, the number of parts, then each with its length before it
    (4 bytes, big-endian).
    """
    if len(parts) > MOST_PARTS:
        raise ValueError(f"at most {MOST_PARTS} parts")
    return b"".join((MAGIC, bytes([len(parts)]), _joined(parts)))


def unpack(data: bytes) -> tuple[bytes, ...]:
    """Return the parts of a frame; raise `Malformed` for anything else, trailing bytes included."""
    start = len(MAGIC) + 1
    if data[: len(MAGIC)] != MAGIC or len(data) < start or data[len(MAGIC)] > MOST_PARTS:
        raise Malformed("not a frame")
    parts = _split(data, start, len(data))
    if len(parts) != data[len(MAGIC)]:
        raise Malformed("wrong number of parts")
    return parts


def join_operations(operations: Iterable[bytes]) -> bytes:
    """Return the payload: each operation's bytes with their length before them (4 bytes, big-endian)."""
    return _joined(operations)


def split_operations(payload: bytes) -> tuple[bytes, ...]:
    """Return the operations of a payload; raise `Malformed` for one that is cut, empty or too long."""
    return _split(payload, 0, MOST_OPERATION_BYTES, least=1)


def compress(payload: bytes) -> bytes:
    """Return ``payload`` as one Zstandard frame that states its length."""
    return zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True).compress(payload)


def decompress(packed: bytes, length: int, most: int) -> bytes:
    """Return the payload of ``length`` bytes that ``packed`` holds.

    Never writes more than ``length`` bytes (which must not be above ``most``) to memory, whatever the frame
    says of itself. Raises `Malformed` for another length, a damaged frame or one that needs a window above
    8 MiB.
    """
    if not 0 <= length <= most:
        raise Malformed("payload too large")
    reader = zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW).stream_reader(io.BytesIO(packed))
    try:
        payload = _read(reader, length + 1)
    except zstandard.ZstdError as error:
        raise Malformed(f"payload: {error}") from error
    if len(payload) != length:
        raise Malformed("payload has another length")
    return payload


def _read(reader: zstandard.ZstdDecompressionReader, most: int) -> bytes:
    chunks: list[bytes] = []
    left = most
    while left > 0:
        chunk = reader.read(left)
        if not chunk:
            break
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def _joined(parts: Iterable[bytes]) -> bytes:
    pieces: list[bytes] = []
    for part in parts:
        pieces.append(len(part).to_bytes(_LENGTH_BYTES, "big"))
        pieces.append(part)
    return b"".join(pieces)


def _split(data: bytes, start: int, most: int, least: int = 0) -> tuple[bytes, ...]:
    parts: list[bytes] = []
    place = start
    while place < len(data):
        begin = place + _LENGTH_BYTES
        length = int.from_bytes(data[place:begin], "big")
        place = begin + length
        if begin > len(data) or place > len(data) or not least <= length <= most:
            raise Malformed("a part is cut or too long")
        parts.append(data[begin:place])
    return tuple(parts)
