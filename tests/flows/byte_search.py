"""Looks for texts and pictures in files, however they may be written there."""

from __future__ import annotations

import base64
import json
import mmap
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from PIL import Image

SLICE_BYTES = 48
SLICES = 12
LEAST_DIFFERENT = 12
"""Values that differ in a slice of pixels: white paper is in every picture."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place where something lies in the clear."""

    path: Path
    what: str
    written: str


def spellings(text: str) -> dict[str, tuple[bytes, ...]]:
    """Return the bytes that ``text`` is, in every way of writing it that programs use."""
    utf8 = text.encode()
    escaped = json.dumps(text)[1:-1]
    percent = quote(text, safe="")
    found = {
        "utf-8": (utf8,),
        "utf-16le": (text.encode("utf-16-le"),),
        "utf-16be": (text.encode("utf-16-be"),),
        "gb18030": (text.encode("gb18030"),),
        "percent": (percent.encode(), percent.lower().encode()),
        "json": (escaped.encode(), escaped.upper().replace("\\U", "\\u").encode()),
        "base64": base64_anywhere(utf8),
        "hex": (utf8.hex().encode(), utf8.hex().upper().encode()),
    }
    return {name: tuple(dict.fromkeys(needles)) for name, needles in found.items()}


def base64_anywhere(data: bytes) -> tuple[bytes, ...]:
    """Return what base64 makes of ``data`` at each of the three places that it can have among other bytes."""
    found = []
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + data)
        # Characters at the edges hold bits of the neighbours.
        first = -(-before * 8 // 6)
        last = (before + len(data)) * 8 // 6
        found.append(coded[first:last])
    return tuple(found)


def picture_needles(scan: Path) -> dict[str, tuple[bytes, ...]]:
    """Return pieces of a picture's file (its IDAT or JPEG segments) and of its decoded rows."""
    data = scan.read_bytes()
    step = max(1, (len(data) - SLICE_BYTES) // SLICES)
    places = range(SLICE_BYTES, len(data) - SLICE_BYTES, step)
    raw = tuple(data[place : place + SLICE_BYTES] for place in places)
    found = {"file": raw, "file in base64": tuple(code for part in raw for code in base64_anywhere(part))}
    with Image.open(scan) as picture:
        for mode in ("RGB", "RGBA", "L", "BGRA"):
            found[f"pixels {mode}"] = tuple(_rows(picture, mode))
    return found


def _rows(picture: Image.Image, mode: str) -> Iterator[bytes]:
    if mode == "BGRA":
        red, green, blue, alpha = picture.convert("RGBA").split()
        picture = Image.merge("RGBA", (blue, green, red, alpha))
    else:
        picture = picture.convert(mode)
    width, height = picture.size
    given = 0
    for row in range(0, height, max(1, height // (SLICES * 8))):
        pixels = picture.crop((0, row, width, row + 1)).tobytes()
        middle = max(
            (
                pixels[place : place + SLICE_BYTES]
                for place in range(0, len(pixels) - SLICE_BYTES, SLICE_BYTES)
            ),
            key=lambda part: len(set(part)),
            default=b"",
        )
        if len(set(middle)) >= LEAST_DIFFERENT:
            given += 1
            yield middle
        if given == SLICES:
            return


def needles_for(
    texts: Mapping[str, str], scans: Iterable[Path] = ()
) -> dict[tuple[str, str], tuple[bytes, ...]]:
    """Return everything to look for by (what, how it is written)."""
    found = {
        (what, written): needles
        for what, text in texts.items()
        for written, needles in spellings(text).items()
    }
    for scan in scans:
        for written, needles in picture_needles(scan).items():
            assert needles, (scan, written)
            found[scan.name, written] = needles
    return found


def search(folders: Iterable[Path], needles: Mapping[tuple[str, str], tuple[bytes, ...]]) -> list[Found]:
    """Return every file below ``folders`` that holds one of ``needles``, in its content or its name."""
    found = []
    for path in files_below(folders):
        name = path.name.encode()
        for (what, written), wanted in needles.items():
            if any(needle in name for needle in wanted):
                found.append(Found(path, what, f"name, {written}"))
        if path.stat().st_size == 0:
            continue
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            for (what, written), wanted in needles.items():
                if any(content.find(needle) >= 0 for needle in wanted):
                    found.append(Found(path, what, written))
    return found


def files_below(folders: Iterable[Path]) -> list[Path]:
    """Return the plain files below ``folders``."""
    return [
        path for folder in folders for path in sorted(folder.rglob("*")) if stat.S_ISREG(path.lstat().st_mode)
    ]
