"""A document of evidence, how it is looked at, and what comes home from drawing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.page_views import DrawnPage, PagePlace, TextPiece
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.evidence_pages import (
    RenderedPage,
    UnreadableEvidenceError,
    page_of,
    render_page,
)

_REASONS = {
    "evidence.empty": "empty",
    "evidence.protected": "locked",
    "evidence.too_many_pixels": "too_large",
    "evidence.bomb": "too_heavy",
    "evidence.too_slow": "too_heavy",
    "evidence.kind": "unknown_format",
}


@dataclass(frozen=True, slots=True)
class EvidenceDocument:
    """What the viewer shows: an id, a title, and how to read the bytes (called on a worker thread).

    What came from outside has ``draw`` and ``pieces`` as well: its pages are then drawn, and its text found,
    by the limited process, and ``read`` is not called.
    """

    id: str
    title: str
    read: Callable[[], bytes] = field(compare=False)
    draw: Callable[[PagePlace], DrawnPage] | None = field(default=None, compare=False)
    pieces: Callable[[int], tuple[TextPiece, ...]] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """How one document was last looked at; ``zoom`` None fits the width, or the page where it ``is_whole``;
    ``centre`` is in parts of the page.
    """

    page: int = 0
    rotation: int = 0
    zoom: float | None = None
    centre: tuple[float, float] | None = None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class DrawnDocument:
    """What comes home from a worker: the bytes for later pages and the page, or why there is none."""

    data: bytes
    page: RenderedPage | None
    reason: str = ""


def draw_document(document: EvidenceDocument, data: bytes | None, page: int, side: int) -> DrawnDocument:
    """Read ``document`` unless ``data`` is at hand and draw one page; to be called on a worker thread."""
    if document.draw is not None:
        return _drawn_outside(document.draw, PagePlace(page, side))
    content = document.read() if data is None else data
    try:
        return DrawnDocument(content, render_page(content, page, side))
    except UnreadableEvidenceError as error:
        return DrawnDocument(content, None, error.reason)


def _drawn_outside(draw: Callable[[PagePlace], DrawnPage], place: PagePlace) -> DrawnDocument:
    try:
        return DrawnDocument(b"", page_of(draw(place)))
    except Problems as found:
        return DrawnDocument(b"", None, _REASONS.get(found.problems[0].code, "damaged"))


def word_reason(reason: str) -> Words:
    """Return the sentence for why a document cannot be shown."""
    sentences = {
        "empty": tr("The file is empty (0 bytes). Scan or attach it again."),
        "locked": tr("The PDF is protected by a password. Ask for an open copy."),
        "damaged": tr("The file is damaged and cannot be shown. Scan or attach it again."),
        "too_large": tr("The picture has more pixels than can be shown. Scan it at a lower resolution."),
        "too_heavy": tr("The file asks for more memory or time than a page needs. Scan or attach it again."),
        "unknown_format": tr("The file is neither a PDF nor an image. Attach another one."),
    }
    return sentences.get(reason, sentences["damaged"])
