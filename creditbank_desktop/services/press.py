"""The shipped fonts with what draws papers, usable from several threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.papers import NO_MARKS, NumberedData, SlipData, render_paper
from creditbank_desktop.documents.papers_data import PrintMarks
from creditbank_desktop.documents.report import ReportData, render_report
from creditbank_desktop.documents.specimen import SpecimenData, render_specimen

PaperData = NumberedData
_Headed = TypeVar("_Headed", bound=PaperData | SlipData | ReportData | SpecimenData)


class Press:
    """Draws papers and knows which characters the fonts lack; fills the port `GlyphCheck`."""

    def __init__(self, fonts: Fonts) -> None:
        """Draw with ``fonts``, which are not built for several threads and are kept behind a lock."""
        self._fonts = fonts
        self._lock = threading.Lock()
        self._seals: Callable[[str], bytes | None] = _no_seal

    def find_seals_in(self, seals: Callable[[str], bytes | None]) -> None:
        """Ask ``seals`` for the picture (PNG) of the seal that a paper names by its hash."""
        self._seals = seals

    def close(self) -> None:
        """Close the font files."""
        with self._lock:
            self._fonts.close()

    def missing_characters(self, text: str) -> tuple[str, ...]:
        """Return the characters that no shipped font can draw, each once."""
        with self._lock:
            return self._fonts.missing_characters(text)

    def draw(self, data: PaperData | SlipData, marks: PrintMarks = NO_MARKS) -> bytes:
        """Return the paper's PDF; the same data and marks give the same bytes.

        Raises `Refused` ("characters_without_font") and `EnvironmentFault` ("font_unreadable").
        """
        data = self._sealed(data)
        with self._lock:
            return render_paper(data, self._fonts, marks)

    def draw_report(self, data: ReportData) -> bytes:
        """Return the PDF of a report that takes no number and is not recorded; raises as `draw`."""
        data = self._sealed(data)
        with self._lock:
            return render_report(data, self._fonts, NO_MARKS)

    def draw_specimen(self, data: SpecimenData) -> bytes:
        """Return the PDF of a specimen of the office's papers; raises as `draw`."""
        data = self._sealed(data)
        with self._lock:
            return render_specimen(data, self._fonts)

    def _sealed(self, data: _Headed) -> _Headed:
        """Return ``data`` with the picture of the seal that it names."""
        office = data.head.office
        picture = self._seals(office.seal) if office.seal and not office.seal_png else None
        if picture is None:
            return data
        return replace(data, head=replace(data.head, office=replace(office, seal_png=picture)))


def _no_seal(_name: str) -> bytes | None:
    return None
