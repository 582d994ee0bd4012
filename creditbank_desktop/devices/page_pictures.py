"""Pictures of pages: decoded within bounds, made plain, set straight, written again; runs in the worker."""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from PIL import Image, ImageChops, ImageFilter, ImageOps, JpegImagePlugin

from creditbank_desktop.devices.limited_process import TaskRefused

MOST_PIXELS = 64_000_000
"""An A4 page at 600 dpi has 35 million; a small file can claim a thousand times as many."""
MOST_PAGES = 200
MOST_SIDE = 32_000
FORMATS = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "TIFF": "image/tiff",
    "WEBP": "image/webp",
    "BMP": "image/bmp",
}
JPEG_QUALITY = 92
_LEAST_DPI, _MOST_DPI = 50, 1_200
_A4_INCHES = 11.69
_PNG_EFFORT = 3
_ORIENTATION = 0x0112
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_QUARTERS = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    struct.error,
    EOFError,
    KeyError,
    IndexError,
    TypeError,
    OverflowError,
)

Said = dict[str, Any]


def open_picture(data: bytes, formats: Sequence[str] = tuple(FORMATS)) -> Image.Image:
    """Return the picture in ``data``, not decoded yet, its size within bounds.

    Raises `TaskRefused` "evidence.damaged", "evidence.too_many_pixels" (width, height).
    """
    Image.MAX_IMAGE_PIXELS = None  # our own bound is checked before anything is decoded
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=list(formats))
    except Image.DecompressionBombError as bomb:
        raise TaskRefused("evidence.bomb") from bomb
    except _BROKEN as broken:
        raise TaskRefused("evidence.damaged") from broken
    check_size(*picture.size)
    return picture


def check_size(width: int, height: int) -> None:
    """Raise `TaskRefused` "evidence.too_many_pixels" for more than a page can have."""
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        raise TaskRefused("evidence.too_many_pixels", {"width": width, "height": height})
    if min(width, height) < 1:
        raise TaskRefused("evidence.damaged")


def frames_of(data: bytes) -> Iterator[tuple[Said, bytes]]:
    """Yield every page of a picture file, decoded and made plain."""
    picture = open_picture(data)
    if picture.format == "JPEG":
        yield plain_jpeg(picture, data)
        return
    number = 0
    while True:
        decode(picture)
        yield written(upright(plain(picture)), dpi_of(picture))
        number += 1
        if picture.format != "TIFF":
            return
        try:
            picture.seek(number)
        except EOFError:
            return
        except _BROKEN as broken:
            raise TaskRefused("evidence.damaged") from broken
        if number >= MOST_PAGES:
            raise TaskRefused("evidence.too_many_pages", {"pages": number + 1, "most": MOST_PAGES})
        check_size(*picture.size)


def decode(picture: Image.Image) -> None:
    """Decode; raises `TaskRefused` "evidence.damaged" for a picture that is broken or broke off."""
    try:
        picture.load()
    except _BROKEN as broken:
        raise TaskRefused("evidence.damaged") from broken


def plain_jpeg(picture: Image.Image, data: bytes) -> tuple[Said, bytes]:
    """Return a JPEG page: the very data without notes and trailers if it is upright and grey or RGB."""
    orientation = _orientation(picture)
    dpi = dpi_of(picture)
    mode = picture.mode
    decode(picture)
    if orientation == 1 and mode in ("L", "RGB"):
        kept = without_notes(data)
        if kept:
            return _said(picture, dpi, "image/jpeg"), kept
    return written(upright(plain(picture), orientation), dpi, jpeg_like(picture))


def _orientation(picture: Image.Image) -> int:
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return 1


def without_notes(data: bytes) -> bytes:
    """Return a JPEG up to its end without application and comment segments (JFIF and Adobe stay).

    b"" when its segments do not follow each other as ITU-T T.81, B.1.1, says.
    """
    kept, place = bytearray(b"\xff\xd8"), 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            return b""
        kind = data[place + 1]
        if kind == 0xFF:
            place += 1
            continue
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if length < 2 or kind in (0x00, 0x01, 0xD8, 0xD9):
            return b""
        end = place + 2 + length
        if kind not in (*range(0xE1, 0xEE), 0xEF, 0xFE):
            kept += data[place:end]
        place = end
        if kind == 0xDA:
            finish = _end_of_scan(data, place)
            if finish < 0:
                return b""
            kept += data[place:finish]
            place = finish
            if data[place : place + 2] == b"\xff\xd9":
                return bytes(kept + b"\xff\xd9")
    return b""


def _end_of_scan(data: bytes, place: int) -> int:
    """Return where the coded data from ``place`` on end: before the next marker, -1 if there is none."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            return -1
        following = data[place + 1]
        if following != 0 and following != 0xFF and not 0xD0 <= following <= 0xD7:
            return place
        place += 1 if following == 0xFF else 2


def plain(picture: Image.Image) -> Image.Image:
    """Return a picture in black and white, grey or RGB, without anything behind or beside it."""
    mode = picture.mode
    if mode in ("1", "L", "RGB"):
        return picture
    if mode.startswith("I;16"):
        return picture.point(lambda value: value / 256).convert("L")
    if mode in ("I", "F"):
        low, high = (float(one) for one in picture.getextrema())  # type: ignore[arg-type]
        scale = 255 / (high - low) if high > low else 1.0
        return picture.point(lambda value: value * scale - low * scale).convert("L")
    if mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        white = Image.new("RGB", picture.size, "white")
        white.paste(coloured, mask=coloured.getchannel("A"))
        return white
    return picture.convert("RGB")


def upright(picture: Image.Image, orientation: int | None = None) -> Image.Image:
    """Return a picture turned as its camera noted."""
    wanted = _TURNED.get(_orientation(picture) if orientation is None else orientation)
    return picture if wanted is None else picture.transpose(wanted)


def dpi_of(picture: Image.Image) -> int:
    """Return how many pixels an inch has: what the file says, else as if the page were A4."""
    said = picture.info.get("dpi")
    try:
        dpi = round(float(said[0])) if said else 0
    except (*_BROKEN, ZeroDivisionError):
        dpi = 0
    if _LEAST_DPI <= dpi <= _MOST_DPI and dpi != 72:  # 72 is what programs write that do not know
        return dpi
    return min(600, max(72, round(max(picture.size) / _A4_INCHES)))


def jpeg_like(picture: Image.Image) -> Said:
    """Return how to write a JPEG with the same tables as the one that ``picture`` was read from."""
    if isinstance(picture, JpegImagePlugin.JpegImageFile) and picture.mode in ("L", "RGB"):
        sampling = JpegImagePlugin.get_sampling(picture)
        tables = dict(picture.quantization)
        if tables:
            return {"qtables": tables, "subsampling": sampling if sampling >= 0 else 0}
    return {"quality": JPEG_QUALITY, "subsampling": 0}


def written(picture: Image.Image, dpi: int, jpeg: Said | None = None) -> tuple[Said, bytes]:
    """Return what is known of a page and its bytes: PNG, or JPEG in the way of ``jpeg``."""
    target = io.BytesIO()
    clean = Image.Image()._new(picture.im)  # no notes of the original are written along
    if jpeg is None or picture.mode == "1":
        clean.save(target, "PNG", compress_level=_PNG_EFFORT, dpi=(dpi, dpi))
        return _said(picture, dpi, "image/png"), target.getvalue()
    clean.save(target, "JPEG", dpi=(dpi, dpi), optimize=False, **jpeg)
    data = target.getvalue()
    shown = Image.open(io.BytesIO(data), formats=["JPEG"])
    shown.load()
    return _said(shown, dpi, "image/jpeg"), data


def _said(picture: Image.Image, dpi: int, media_type: str) -> Said:
    width, height = picture.size
    pixels = pixel_hash(picture)
    return {"width": width, "height": height, "dpi": dpi, "media_type": media_type, "pixels": pixels}


def pixel_hash(picture: Image.Image) -> str:
    """Return the SHA-256 of what a picture shows, the same in black and white, grey and RGB."""
    digest = hashlib.sha256(f"{picture.width}x{picture.height}:".encode())
    rows = max(1, 4_000_000 // max(1, picture.width))
    for top in range(0, picture.height, rows):
        part = picture.crop((0, top, picture.width, min(picture.height, top + rows)))
        digest.update(part.convert("RGB").tobytes())
    return digest.hexdigest()


def cropped(picture: Image.Image, box: Sequence[int], whole: int) -> Image.Image:
    """Return the part within ``box``: left, top, right, bottom in ``whole``-ths of width and height."""
    width, height = picture.size
    left, top = round(box[0] * width / whole), round(box[1] * height / whole)
    right, bottom = round(box[2] * width / whole), round(box[3] * height / whole)
    return picture.crop((left, top, max(left + 1, right), max(top + 1, bottom)))


def turned(picture: Image.Image, quarters: int) -> Image.Image:
    """Return the picture turned clockwise by quarters."""
    wanted = _QUARTERS.get(quarters % 4)
    return picture if wanted is None else picture.transpose(wanted)


def straight(picture: Image.Image) -> Image.Image:
    """Return the picture with its lines level; one that is level within a twentieth of a degree stays."""
    angle = skew_of(picture)
    if abs(angle) < 0.05:
        return picture
    white: int | tuple[int, int, int] = (255, 255, 255) if picture.mode == "RGB" else 255
    source = picture.convert("L") if picture.mode == "1" else picture
    level = source.rotate(angle, Image.Resampling.BICUBIC, fillcolor=white)
    return level.point(lambda value: 255 if value > 127 else 0).convert("1") if picture.mode == "1" else level


_SKEW_SIDE = 1_000
_MOST_SKEW = 12.0
_INK = 24


def skew_of(picture: Image.Image) -> float:
    """Return by how many degrees clockwise the lines of a page lean, between -12 and 12.

    The sharper the profile of ink over the rows, the more level the lines: the angle of the sharpest is found
    in ever smaller steps (projection profile: W. Postl, Detection of linear oblique structures and skew scan
    in digitized documents, ICPR 1986).
    """
    grey = picture.convert("L")
    grey.thumbnail((_SKEW_SIDE, _SKEW_SIDE), Image.Resampling.BOX, reducing_gap=None)
    # Ink is what is darker than its surroundings, so that shadows over a photographed page do not count.
    around = grey.filter(ImageFilter.BoxBlur(12))
    ink = ImageChops.subtract(around, grey).point(lambda value: 255 if value > _INK else 0)
    ink = ImageOps.expand(ink.crop((3, 3, max(4, ink.width - 3), max(4, ink.height - 3))), 0)
    best, step = 0.0, 1.0
    near = [one * step for one in range(-int(_MOST_SKEW), int(_MOST_SKEW) + 1)]
    while step >= 0.02:
        best = max(near, key=lambda angle: (_sharpness(ink, angle), -abs(angle)))
        step /= 4
        near = [best + one * step for one in range(-4, 5)]
    return best if abs(best) <= _MOST_SKEW else 0.0


def _sharpness(ink: Image.Image, angle: float) -> float:
    level = ink.rotate(angle, Image.Resampling.BILINEAR)
    profile = array("f", level.convert("F").resize((1, level.height), Image.Resampling.BOX).tobytes())
    return sum((one - two) ** 2 for one, two in pairwise(profile))
