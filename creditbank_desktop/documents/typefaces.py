"""Reads TrueType files without loading them whole, and cuts the few glyphs of one paper out of them."""

from __future__ import annotations

import mmap
import struct
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault

_KEPT_HEAD_BYTES = 54
_CHECKSUM_MAGIC = 0xB1B0AFBA


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a font says about itself, in thousandths of the type size."""

    postscript_name: str
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    box: tuple[int, int, int, int]


class Typeface:
    """One TrueType file with glyf outlines and no composite glyphs, mapped into memory.

    Raises `EnvironmentFault` ("font_unreadable", with ``file``) when the file is missing or not such a font.
    Only the tables that a lookup needs are read, so opening costs well under a millisecond.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._tables = self._read_directory()
            self._units_per_em: int = struct.unpack_from(">H", self._data, self._tables["head"][0] + 18)[0]
            self.glyph_count: int = struct.unpack_from(">H", self._data, self._tables["maxp"][0] + 4)[0]
            self._wide_offsets = struct.unpack_from(">h", self._data, self._tables["head"][0] + 50)[0] == 1
            self._advance_count: int = struct.unpack_from(">H", self._data, self._tables["hhea"][0] + 34)[0]
            self._starts, self._ends, self._first_glyphs = self._read_character_groups()
        except (OSError, ValueError, KeyError, struct.error) as error:
            raise EnvironmentFault("font_unreadable", file=path.name) from error

    def close(self) -> None:
        """Release the mapped file."""
        self._data.close()

    def glyph(self, code: int) -> int:
        """Return the glyph number of a code point, 0 when the font has none."""
        group = bisect_right(self._starts, code) - 1
        if group < 0 or code > self._ends[group]:
            return 0
        return self._first_glyphs[group] + code - self._starts[group]

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph in thousandths of the type size."""
        row = min(glyph, self._advance_count - 1)
        width: int = struct.unpack_from(">H", self._data, self._tables["hmtx"][0] + 4 * row)[0]
        return width * 1000 / self._units_per_em

    def outline(self, glyph: int) -> bytes:
        """Return the bytes of a glyph's outline, b"" for an empty one such as a space."""
        start, end = self._outline_range(glyph)
        return self._data[start:end]

    def metrics(self) -> Metrics:
        """Return name and vertical measures, as a PDF font descriptor asks for them."""
        head, hhea = self._tables["head"][0], self._tables["hhea"][0]
        scale = 1000 / self._units_per_em
        box = struct.unpack_from(">4h", self._data, head + 36)
        ascent, descent = struct.unpack_from(">2h", self._data, hhea + 4)
        return Metrics(
            postscript_name=self.path.stem,
            ascent=round(ascent * scale),
            descent=round(descent * scale),
            cap_height=self._cap_height(scale, ascent),
            italic_angle=0.0,
            box=(round(box[0] * scale), round(box[1] * scale), round(box[2] * scale), round(box[3] * scale)),
        )

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """Return a font program that holds .notdef and then ``glyphs`` in this order, numbered from 1.

        A glyph may be named twice (two characters of one shape); it then stands twice. The result has the
        tables that PDF asks of an embedded CIDFontType2 and nothing that depends on time or machine.
        """
        outlines = bytearray()
        offsets = [0]
        measures = bytearray()
        for glyph in (0, *glyphs):
            outlines += self.outline(glyph)
            outlines += b"\0" * (-len(outlines) % 4)
            offsets.append(len(outlines))
            measures += self._measures(glyph)
        count = len(glyphs) + 1
        tables = {
            b"glyf": bytes(outlines),
            b"head": self._head(),
            b"hhea": self._patched("hhea", 34, count),
            b"hmtx": bytes(measures),
            b"loca": struct.pack(f">{count + 1}L", *offsets),
            b"maxp": self._patched("maxp", 4, count),
        }
        return _assemble(tables)

    def _read_directory(self) -> dict[str, tuple[int, int]]:
        version, count = struct.unpack_from(">LH", self._data, 0)
        if version != 0x00010000:
            raise ValueError("not a TrueType font")
        found = {}
        for row in range(count):
            tag, _checksum, offset, length = struct.unpack_from(">4sLLL", self._data, 12 + 16 * row)
            found[tag.decode("latin-1")] = (offset, length)
        return found

    def _read_character_groups(self) -> tuple[array[int], array[int], array[int]]:
        """Read the cmap of format 12: closed code ranges, each with the glyph of its first code."""
        base = self._tables["cmap"][0]
        (count,) = struct.unpack_from(">H", self._data, base + 2)
        formats = {}
        for row in range(count):
            (offset,) = struct.unpack_from(">L", self._data, base + 8 + 8 * row)
            (kind,) = struct.unpack_from(">H", self._data, base + offset)
            formats[kind] = base + offset
        if 12 in formats:
            (groups,) = struct.unpack_from(">L", self._data, formats[12] + 12)
            numbers = struct.unpack_from(f">{3 * groups}L", self._data, formats[12] + 16)
            return array("L", numbers[0::3]), array("L", numbers[1::3]), array("L", numbers[2::3])
        return self._read_segments(formats[4])

    def _read_segments(self, start: int) -> tuple[array[int], array[int], array[int]]:
        """Read a cmap of format 4 (Basic Multilingual Plane only), one group a character."""
        (doubled,) = struct.unpack_from(">H", self._data, start + 6)
        count = doubled // 2
        ends = struct.unpack_from(f">{count}H", self._data, start + 14)
        starts = struct.unpack_from(f">{count}H", self._data, start + 16 + doubled)
        deltas = struct.unpack_from(f">{count}H", self._data, start + 16 + 2 * doubled)
        where = start + 16 + 3 * doubled
        ranges = struct.unpack_from(f">{count}H", self._data, where)
        codes, glyphs = array("L"), array("L")
        for segment in range(count):
            for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
                glyph = code
                if ranges[segment]:
                    place = where + 2 * segment + ranges[segment] + 2 * (code - starts[segment])
                    (glyph,) = struct.unpack_from(">H", self._data, place)
                glyph = (glyph + deltas[segment]) & 0xFFFF if glyph or not ranges[segment] else 0
                if glyph:
                    codes.append(code)
                    glyphs.append(glyph)
        return codes, codes, glyphs

    def _outline_range(self, glyph: int) -> tuple[int, int]:
        loca, glyf = self._tables["loca"][0], self._tables["glyf"][0]
        if self._wide_offsets:
            start, end = struct.unpack_from(">2L", self._data, loca + 4 * glyph)
        else:
            start, end = (2 * offset for offset in struct.unpack_from(">2H", self._data, loca + 2 * glyph))
        return glyf + start, glyf + end

    def _measures(self, glyph: int) -> bytes:
        """Return the four bytes of width and left bearing."""
        base = self._tables["hmtx"][0]
        if glyph < self._advance_count:
            return self._data[base + 4 * glyph : base + 4 * glyph + 4]
        width = self._data[base + 4 * self._advance_count - 4 : base + 4 * self._advance_count - 2]
        place = base + 4 * self._advance_count + 2 * (glyph - self._advance_count)
        return width + self._data[place : place + 2]

    def _cap_height(self, scale: float, ascent: int) -> int:
        start, length = self._tables.get("OS/2", (0, 0))
        if length >= 90 and struct.unpack_from(">H", self._data, start)[0] >= 2:
            height: int = struct.unpack_from(">h", self._data, start + 88)[0]
            return round(height * scale)
        return round(ascent * scale * 0.8)

    def _patched(self, tag: str, place: int, value: int) -> bytes:
        start, length = self._tables[tag]
        table = bytearray(self._data[start : start + length])
        struct.pack_into(">H", table, place, value)
        return bytes(table)

    def _head(self) -> bytes:
        start = self._tables["head"][0]
        head = bytearray(self._data[start : start + _KEPT_HEAD_BYTES])
        struct.pack_into(">L", head, 8, 0)
        struct.pack_into(">h", head, 50, 1)
        return bytes(head)


def _checksum(table: bytes) -> int:
    """Return the sum of a table's 32-bit words; its length is a multiple of four."""
    words: tuple[int, ...] = struct.unpack(f">{len(table) // 4}L", table)
    return sum(words) & 0xFFFFFFFF


def _assemble(tables: dict[bytes, bytes]) -> bytes:
    """Join tables to a font file with directory and checksums, as OpenType 1.9 (otff) lays it down."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = struct.pack(
        ">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    offset = 12 + 16 * count
    body = bytearray()
    head_place = total = 0
    for tag in sorted(tables):
        padded = tables[tag] + b"\0" * (-len(tables[tag]) % 4)
        if tag == b"head":
            head_place = offset + len(body)
        checksum = _checksum(padded)
        total += checksum
        directory += struct.pack(">4sLLL", tag, checksum, offset + len(body), len(tables[tag]))
        body += padded
    whole = bytearray(directory + body)
    total += _checksum(directory)
    struct.pack_into(">L", whole, head_place + 8, (_CHECKSUM_MAGIC - total) & 0xFFFFFFFF)
    return bytes(whole)
