"""Keeps drawn pages within a bound of memory, so that a document looked at again, or read ahead, is there.

``PageCache(most_mb)``: ``keep(document_id, page)``, ``find(document_id, number)``, ``megabytes``.
"""

from __future__ import annotations

from collections import OrderedDict

from creditbank_desktop.ui.kit.evidence_pages import RenderedPage

_MEGABYTE = 1 << 20


class PageCache:
    """Drawn pages by document and number; the one that was wanted least recently goes first."""

    def __init__(self, most_mb: int) -> None:
        """Keep at most ``most_mb`` megabytes of pixels, and always the page that came last."""
        self._most = most_mb * _MEGABYTE
        self._pages: OrderedDict[tuple[str, int], RenderedPage] = OrderedDict()
        self._bytes = 0

    @property
    def megabytes(self) -> float:
        """Return how much is kept."""
        return self._bytes / _MEGABYTE

    def keep(self, document_id: str, page: RenderedPage) -> None:
        """Keep a page, and let others go where there is no room for all."""
        self._drop((document_id, page.page))
        self._pages[document_id, page.page] = page
        self._bytes += page.image.sizeInBytes()
        while self._bytes > self._most and len(self._pages) > 1:
            self._drop(next(iter(self._pages)))

    def find(self, document_id: str, number: int) -> RenderedPage | None:
        """Return a page that is kept."""
        found = self._pages.get((document_id, number))
        if found is not None:
            self._pages.move_to_end((document_id, number))
        return found

    def _drop(self, key: tuple[str, int]) -> None:
        gone = self._pages.pop(key, None)
        if gone is not None:
            self._bytes -= gone.image.sizeInBytes()
