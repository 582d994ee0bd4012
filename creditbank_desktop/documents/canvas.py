"""Draws a display list as a PDF file with ReportLab's canvas: the same input gives the same bytes."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from creditbank_desktop.documents.embedding import QUICK, EmbeddedFont, packed_stream
from creditbank_desktop.documents.fonts import Face, Fonts, Run
from creditbank_desktop.documents.layout import DisplayList, Group, Image, Page, Text
from creditbank_desktop.documents.operators import Operators

_ORNAMENTS_KEPT = 32
_PDF_VERSION = (1, 7)


class _BareCanvas(Canvas):
    """A canvas that does not begin each page with ReportLab's unembedded Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def render(drawing: DisplayList, fonts: Fonts) -> bytes:
    """Return the PDF file of a display list.

    Args:
        drawing: the settled pages.
        fonts: where the text's characters come from.

    Raises:
        Refused: "characters_without_font" when a character has no font.
        EnvironmentFault: "font_unreadable" when a font file is missing.
    """
    return _Press(drawing, fonts).run()


class _Press:
    """Writes one document and then is thrown away.

    Streams are compressed here and not by ReportLab, which would also write them as ASCII 85: that took
    a third
    of all time and made files a quarter larger.
    """

    def __init__(self, drawing: DisplayList, fonts: Fonts) -> None:
        self._drawing = drawing
        self._fonts = fonts
        self._file = io.BytesIO()
        first = drawing.pages[0]
        self._canvas: Any = _BareCanvas(
            self._file,
            pagesize=(first.width_pt, first.height_pt),
            invariant=1,
            pageCompression=0,
            pdfVersion=_PDF_VERSION,
            lang=drawing.language,
        )
        self._embedded: dict[str, EmbeddedFont] = {}
        self._groups: dict[Group, str] = {}

    def run(self) -> bytes:
        self._canvas.setTitle(self._drawing.title)
        self._canvas.setAuthor(self._drawing.author)
        self._canvas.setCreator("CreditBank Desktop")
        for page in self._drawing.pages:
            for item in page.items:
                if isinstance(item, Group) and item not in self._groups:
                    self._define(item, page)
        for page in self._drawing.pages:
            self._draw_page(page)
        self._canvas.save()
        return self._file.getvalue()

    def _define(self, group: Group, page: Page) -> None:
        """Write a group once, as a form that pages refer to."""
        name = f"group{len(self._groups) + 1}"
        self._groups[group] = name
        if any(isinstance(item, Text) for item in group.items):
            operators = Operators(page.height_pt, self._cut)
            for item in group.items:
                operators.draw(item)
            packed = zlib.compress(operators.content(), QUICK)
        else:
            packed = _packed_ornament(group, page.height_pt)
        self._canvas.beginForm(name, 0, 0, page.width_pt, page.height_pt)
        self._canvas.endForm()
        self._canvas._doc.idToObject[pdfdoc.xObjectName(name)].Contents = packed_stream(packed)

    def _draw_page(self, page: Page) -> None:
        canvas = self._canvas
        canvas.setPageSize((page.width_pt, page.height_pt))
        operators = Operators(page.height_pt, self._cut)
        canvas._code = operators.code
        for item in page.items:
            if isinstance(item, Group):
                canvas.doForm(self._groups[item])
            elif isinstance(item, Image):
                self._draw_image(item, page)
            else:
                operators.draw(item)
        name = canvas._doc.thisPageName()
        content = operators.content()
        canvas.showPage()
        canvas._doc.idToObject[name].Contents = packed_stream(zlib.compress(content, QUICK))

    def _cut(self, text: str, face: Face) -> list[tuple[EmbeddedFont, Run]]:
        return [(self._embed(run.typeface), run) for run in self._fonts.runs(text, face)]

    def _embed(self, name: str) -> EmbeddedFont:
        if name not in self._embedded:
            font = EmbeddedFont(f"F{len(self._embedded) + 1}", self._fonts.typeface(name))
            self._embedded[name] = font
            self._canvas._doc.delayedFonts.append(font)
        return self._embedded[name]

    def _draw_image(self, item: Image, page: Page) -> None:
        picture = ImageReader(io.BytesIO(item.data))
        bottom = page.height_pt - item.y_pt - item.height_pt
        self._canvas.drawImage(picture, item.x_pt, bottom, item.width_pt, item.height_pt, mask="auto")


@lru_cache(maxsize=_ORNAMENTS_KEPT)
def _packed_ornament(group: Group, height_pt: float) -> bytes:
    """Return a group without text, compressed; kept, because frames and crests are the same on every
    paper.
    """

    operators = Operators(height_pt, lambda text, face: ())
    for item in group.items:
        operators.draw(item)
    return zlib.compress(operators.content(), 9)
