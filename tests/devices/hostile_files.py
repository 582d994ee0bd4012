"""Small pictures and PDFs, the ways to break them, and bombs."""

from __future__ import annotations

import io
import random
import struct
import zlib
from functools import cache

from PIL import Image, ImageDraw

from creditbank_desktop.devices.pdf_binding import bind_pages
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.domain.scans import PageContent


def drawn(width: int = 160, height: int = 120, mode: str = "RGB") -> Image.Image:
    picture = Image.new(mode, (width, height), "white" if mode != "1" else 1)
    pen = ImageDraw.Draw(picture)
    for line in range(10, height - 10, 14):
        pen.line((12, line, width - 12 - line % 40, line), fill="black" if mode != "1" else 0, width=3)
    return picture


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()


def pdf(objects: dict[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a PDF without a table of places; readers rebuild it."""
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, data) for number, data in objects.items())
    return b"%PDF-1.7\n" + body + b"trailer\n<< " + trailer + b" >>\n%%EOF\n"


def page_pdf(extra: bytes = b"", page: bytes = b"", size: bytes = b"[0 0 200 150]", **more: bytes) -> bytes:
    """Return a PDF of one page; ``extra`` goes into the catalogue, ``page`` into the page."""
    content = b"0 0 1 rg 20 20 100 60 re f"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R " + extra + b" >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox " + size + b" /Contents 4 0 R " + page + b" >>",
        4: b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
    }
    objects |= {int(number.removeprefix("n")): data for number, data in more.items()}
    return pdf(objects)


@cache
def sound_files() -> tuple[tuple[str, bytes], ...]:
    """Return names and bytes of files that are taken."""
    colour, grey, ink = drawn(), drawn(mode="L"), drawn(mode="1")
    jpeg = saved(colour, "JPEG", quality=80)
    bound = bind_pages([(PageContent(BlobHash(""), len(jpeg), 160, 120, "image/jpeg", ""), 100, jpeg)])
    packed = zlib.compress(b"0 0 1 rg 20 20 100 60 re f " * 20)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(packed), packed)
    return (
        ("a.jpg", jpeg),
        ("p.jpg", saved(colour, "JPEG", quality=60, progressive=True)),
        ("g.jpg", saved(grey, "JPEG")),
        ("c.jpg", saved(colour.convert("CMYK"), "JPEG")),
        ("a.png", saved(colour, "PNG")),
        ("t.png", saved(colour.convert("RGBA"), "PNG")),
        ("p.png", saved(colour.convert("P"), "PNG")),
        ("i.png", saved(ink, "PNG")),
        ("a.tif", saved(colour, "TIFF", compression="tiff_lzw")),
        ("f.tif", saved(ink, "TIFF", compression="group4")),
        ("m.tif", saved(colour, "TIFF", save_all=True, append_images=[grey.convert("RGB")])),
        ("a.webp", saved(colour, "WEBP")),
        ("a.bmp", saved(colour, "BMP")),
        ("a.pdf", page_pdf()),
        ("z.pdf", page_pdf(n4=stream)),
        ("b.pdf", bound),
    )


def mutated(source: random.Random) -> tuple[str, bytes]:
    """Return a sound file after one to four accidents."""
    files = sound_files()
    name, data = source.choice(files)
    found = bytearray(data)
    for _ in range(source.randint(1, 4)):
        if not found:
            break
        place = source.randrange(len(found))
        match source.randrange(7):
            case 0:
                found[place] ^= 1 << source.randrange(8)
            case 1:
                del found[place:]
            case 2:
                found[place : place + 4] = source.choice(
                    (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff")
                )
            case 3:
                found[place:place] = source.randbytes(source.randint(1, 40))
            case 4:
                end = source.randint(place, min(len(found), place + 200))
                found[place:place] = found[place:end]
            case 5:
                other = source.choice(files)[1]
                found[place:] = other[source.randrange(len(other)) :]
            case _:
                del found[place : place + source.randint(1, 60)]
    return name, bytes(found)


def png_of_size(width: int, height: int, rows: int = 0) -> bytes:
    """Return a PNG in grey that claims a size and packs ``rows`` rows of nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(width + 1)) for _ in range(rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def png_with_much_text() -> bytes:
    """Return a PNG whose notes unpack to half a gigabyte."""
    note = b"note\0\0" + zlib.compress(bytes(512 << 20), 9)
    chunk = struct.pack(">I", len(note)) + b"zTXt" + note + struct.pack(">I", zlib.crc32(b"zTXt" + note))
    data = saved(drawn(), "PNG")
    return data[:33] + chunk + data[33:]


def pdf_with_picture_of_size(width: int, height: int) -> bytes:
    """Return a PDF whose only picture claims a size, in a few bytes."""
    packed = zlib.compress(bytes(2_000_000), 9)
    image = (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8"
        b" /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (width, height, len(packed), packed)
    )
    draw = b"q 200 0 0 150 0 0 cm /P Do Q"
    content = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(draw), draw)
    return page_pdf(page=b"/Resources << /XObject << /P 5 0 R >> >>", n4=content, n5=image)


def pdf_with_bomb_of_streams() -> bytes:
    """Return a PDF whose page is packed three times over: 300 MB out of some hundred bytes."""
    packed = zlib.compress(zlib.compress(zlib.compress(b"0 0 1 rg 0 0 9 9 re f\n" * 14_000_000, 9), 9), 9)
    content = b"<< /Filter [/FlateDecode /FlateDecode /FlateDecode] /Length %d >>\nstream\n%b\nendstream" % (
        len(packed),
        packed,
    )
    return page_pdf(n4=content)


def pdf_with_hidden_script() -> bytes:
    """Return a PDF whose script lies in an object stream, its name written with an escape."""
    inside = b"6 0 << /S /Java#53cript /JS (app.alert(1)) >>"
    packed = zlib.compress(inside)
    stream = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (
        len(packed),
        packed,
    )
    return page_pdf(n5=stream)


ACTIVE: dict[str, bytes] = {
    "script": page_pdf(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
    "launch": page_pdf(b"/OpenAction << /S /Launch /F (cmd.exe) >>"),
    "attachment": page_pdf(b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec >>] >> >>"),
    "hidden": pdf_with_hidden_script(),
    "form": page_pdf(page=b"/Annots [<< /Type /Annot /Subtype /Link /A << /S /SubmitForm >> >>]"),
}
