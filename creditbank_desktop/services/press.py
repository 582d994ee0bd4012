"""The shipped fonts with what draws papers, usable from several threads."""

from __future__ import annotations

import threading

from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.papers import NO_MARKS, NumberedData, SlipData, render_paper
from creditbank_desktop.documents.papers_data import PrintMarks
from creditbank_desktop.documents.report import ReportData, render_report

PaperData = NumberedData


class Press:
    """Draws papers and knows which characters the fonts lack; fills the port `GlyphCheck`."""

    def __init__(self, fonts: Fonts) -> None:
        """Draw with ``fonts``, which are not built for several threads and are kept behind a lock."""
        self._fonts = fonts
        self._lock = threading.Lock()

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
        with self._lock:
            return render_paper(data, self._fonts, marks)

    def draw_report(self, data: ReportData) -> bytes:
        """Return the PDF of a report that takes no number and is not recorded; raises as `draw`."""
        with self._lock:
            return render_report(data, self._fonts, NO_MARKS)
