"""The enquiry code on papers of the counter: a strip with the code, its bar code and what it is for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode.code128 import Code128

from creditbank_desktop.documents import counter_words as words
from creditbank_desktop.documents.fonts import Face
from creditbank_desktop.documents.layout import Path, Rectangle, Segment, Style
from creditbank_desktop.documents.papers_data import DocumentLanguage
from creditbank_desktop.documents.sheet import Paragraph, Sheet
from creditbank_desktop.documents.stationery import (
    HAIRLINE,
    INK,
    LABEL,
    LEFT_PT,
    QUIET,
    RIGHT_PT,
    WIDTH_PT,
    Flow,
)
from creditbank_desktop.documents.wording import say

OWN_CODE_PREFIX = "CB:"
"""What stands before our own codes in bar and QR codes, so that the counter knows them from others."""
STRIP_PT = 40.0
TICKET_PT = 296.0
_MODULE_PT, _BARS_PT = 0.78, 22.0
_ADVICE_PT = 205.0


def ticket(sheet: Sheet, place: tuple[float, float], code: str, language: DocumentLanguage) -> None:
    """Set a code with its bars into a box of `STRIP_PT` height that ends at the right margin.

    Args:
        sheet: the page.
        place: x of the text and y of the box's upper edge, in points.
        code: as people read it; the bars say it without hyphens behind `OWN_CODE_PREFIX`.
        language: of the label.
    """
    x, y = place
    bars, width = _bars(OWN_CODE_PREFIX + code.replace("-", ""), RIGHT_PT - 12, y + (STRIP_PT - _BARS_PT) / 2)
    sheet.add(bars)
    sheet.text(x, y + 13, say(words.TICKET, language), LABEL)
    style = sheet.fitted(Style(Face.SANS_BOLD, 13.0, INK, 0.6), code, RIGHT_PT - 24 - width - x)
    sheet.text(x, y + 30, code, style)


def ticket_strip(flow: Flow, code: str) -> None:
    """Draw the strip with an enquiry code and what it is for; nothing for an empty one."""
    if not code:
        return
    flow.need(STRIP_PT + 8)
    sheet, y, language = flow.sheet, flow.y_pt - 4, flow.stationery.language
    sheet.add(Rectangle(LEFT_PT, y, WIDTH_PT, STRIP_PT, fill=(1.0, 1.0, 1.0), stroke=HAIRLINE, line_pt=0.6))
    ticket(sheet, (LEFT_PT + _ADVICE_PT, y), code, language)
    paragraph = Paragraph(_ADVICE_PT - 24, Style(Face.SANS, 7.6, QUIET), 10.4)
    lines = sheet.lines_of(say(words.TICKET_ADVICE, language), paragraph)
    first = y + STRIP_PT / 2 + 3 - paragraph.leading_pt * (len(lines) - 1) / 2
    sheet.paragraph(LEFT_PT + 12, first, say(words.TICKET_ADVICE, language), paragraph)
    flow.y_pt += STRIP_PT + 12


def _bars(content: str, right_pt: float, top_pt: float) -> tuple[Path, float]:
    """Return a Code 128 that ends at ``right_pt``, and its width in points."""
    widths = _modules(content)
    total = sum(width for _dark, width in widths) * _MODULE_PT
    x, segments = right_pt - total, list[Segment]()
    for dark, width in widths:
        end = x + width * _MODULE_PT
        if dark:
            corners = ((x, top_pt), (end, top_pt), (end, top_pt + _BARS_PT), (x, top_pt + _BARS_PT))
            segments.append(("M", corners[0]))
            segments.extend(("L", corner) for corner in corners[1:])
            segments.append(("Z", ()))
        x = end
    return Path(tuple(segments), fill=INK), total


@lru_cache(maxsize=8)
def _modules(content: str) -> tuple[tuple[bool, int], ...]:
    """Return the bars (True) and spaces of a Code 128 (ISO/IEC 15417) with their widths in modules."""
    code: Any = Code128(content, quiet=0)
    code.validate()
    code.encode()
    code.decompose()
    return tuple((mark.isupper(), ord(mark.lower()) - ord("a") + 1) for mark in code.decomposed)
