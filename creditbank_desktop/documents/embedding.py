"""Embeds the fonts of one paper in a ReportLab document: one subset for each font, with correct
Unicode maps.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from creditbank_desktop.documents.typefaces import Typeface

QUICK = 4
"""The level at which glyphs are packed: the usual one makes them 2 % smaller and takes three times as
long.
"""
_SYMBOLIC = 4
_STEM_REGULAR, _STEM_BOLD = 80, 140
_MAPPINGS_IN_A_BLOCK = 100


class _Codes(dict[str, str]):
    """Characters with their numbers as four hexadecimal digits; an unknown character gets the next one."""

    def __missing__(self, char: str) -> str:
        self[char] = code = f"{len(self) + 1:04X}"
        return code


class EmbeddedFont:
    """The characters that one paper takes from one font, numbered in the order of their first use.

    ReportLab's own TrueType support writes fonts of 256 characters whose Unicode map is wrong above U+FFFF
    (seen in 5.1, ``makeToUnicodeCMap``); this one writes a single Type 0 font (ISO 32000-1, 9.7).
    """

    def __init__(self, resource: str, typeface: Typeface) -> None:
        self.resource = resource
        self._typeface = typeface
        self._codes = _Codes()

    def encode(self, text: str) -> str:
        """Return the text as the hexadecimal digits of a PDF string, taking up new characters."""
        codes = self._codes
        return "".join([codes[char] for char in text])

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it so
        """Write the font into the document; ReportLab calls this when the document is finished."""
        glyphs = [self._typeface.glyph(ord(char)) for char in self._codes]
        program = self._typeface.subset(glyphs)
        metrics = self._typeface.metrics()
        tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
        name = f"{tag}+{metrics.postscript_name}"
        descriptor = document.Reference(self._descriptor(document, name, program), f"descriptor:{name}")
        widths = " ".join([f"{self._typeface.advance(glyph):.5g}" for glyph in glyphs])
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": descriptor,
                "DW": 1000,
                "W": f"[1 [{widths}]]".encode("ascii"),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"descendant:{name}")]),
                "ToUnicode": document.Reference(
                    packed_stream(zlib.compress(self._unicode_map(), QUICK)), f"unicode:{name}"
                ),
            }
        )

    def _descriptor(self, document: Any, name: str, program: bytes) -> Any:
        metrics = self._typeface.metrics()
        file = packed_stream(zlib.compress(program, QUICK))
        file.dictionary["Length1"] = len(program)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(metrics.box),
                "ItalicAngle": metrics.italic_angle,
                "Ascent": metrics.ascent,
                "Descent": metrics.descent,
                "CapHeight": metrics.cap_height,
                "StemV": _STEM_BOLD if "Bold" in name else _STEM_REGULAR,
                "FontFile2": document.Reference(file, f"program:{name}"),
            }
        )

    def _unicode_map(self) -> bytes:
        """Return the ToUnicode stream, UTF-16 surrogates included (Adobe Technical Note 5411)."""
        rows = [f"<{code}> <{char.encode('utf-16-be').hex().upper()}>" for char, code in self._codes.items()]
        blocks = [
            rows[start : start + _MAPPINGS_IN_A_BLOCK] for start in range(0, len(rows), _MAPPINGS_IN_A_BLOCK)
        ]
        lines = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
        ]
        for block in blocks:
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return "\n".join(lines).encode("ascii")


def packed_stream(packed: bytes) -> Any:
    """Return a stream object of bytes that are compressed already."""
    stream = pdfdoc.PDFStream(content=packed)
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    return stream
