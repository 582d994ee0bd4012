"""Reads files from outside and works on pages, all of it in the limited worker; fills `PageReader`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

from creditbank_desktop.devices.limited_process import LimitReached, TaskFailed, TaskRefused
from creditbank_desktop.devices.limited_worker import LimitedWorker, WorkerLimits
from creditbank_desktop.devices.pdf_binding import bind_pages
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.page_views import DrawnPage, PagePlace, TextPiece
from creditbank_desktop.domain.scans import (
    WHOLE,
    PageContent,
    PageEdit,
    RawPicture,
    ReadCode,
    ReadFile,
    ReadPage,
)

PDF = "application/pdf"
TYPE_OF_SUFFIX = {
    ".pdf": PDF,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".jpe": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
    ".bmp": "image/bmp",
}
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"BM", "image/bmp"),
)
_SNIFFED = 1_024
_TASKS = "creditbank_desktop.devices.page_tasks"
_VIEWS = "creditbank_desktop.devices.view_tasks"
_PRELOAD = (_TASKS, "creditbank_desktop.devices.pdf_pages", "zxingcpp")
_REFUSALS = {"memory": "evidence.bomb", "cpu": "evidence.too_slow", "wall": "evidence.too_slow"}


def media_type_of(data: bytes) -> str | None:
    """Return what a file is by its beginning, None for what no page can come from.

    A PDF may have up to a kilobyte before its sign, as its readers allow.
    """
    for signature, media_type in _SIGNATURES:
        if data.startswith(signature):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return PDF if b"%PDF-" in data[:_SNIFFED] else None


class PageWorker:
    """Decodes in a process of its own; callable from any thread."""

    def __init__(self, limits: WorkerLimits | None = None) -> None:
        """Start nothing yet."""
        self.worker = LimitedWorker(_PRELOAD, limits)
        # Somebody who looks at a page must not wait for a stack of paper that is being scanned.
        self.viewer = LimitedWorker((_VIEWS,), limits)

    def read(
        self,
        data: bytes,
        name: str,
        on_page: Callable[[ReadPage], None],
        cancelled: Callable[[], bool],
    ) -> ReadFile:
        """Hand over every page of a picture or PDF; see `PageReader.read`."""
        pages, active = 0, False

        def on_part(said: dict[str, Any], payload: bytes) -> bool:
            nonlocal pages, active
            if "pixels" in said:
                pages += 1
                on_page(_read_page(said, payload))
            else:
                active = bool(said.get("active"))
            return not cancelled()

        task = "read_pdf" if self._kind(data, name) == PDF else "read_picture"
        self._run(task, {}, data, name, on_part)
        return ReadFile(pages, active)

    def examine(self, data: bytes, name: str) -> ReadFile:
        """Decode every page and keep nothing; see `PageReader.examine`."""
        found = {"pages": 0, "active": False}
        task = "examine_pdf" if self._kind(data, name) == PDF else "examine_picture"
        self._run(task, {}, data, name, lambda said, _payload: found.update(said))
        return ReadFile(int(found["pages"]), bool(found["active"]))

    def raw(self, picture: RawPicture) -> ReadPage:
        """Return what a device gave as a page; see `PageReader.raw`."""
        return self._one("raw_picture", {"dpi": picture.dpi}, picture.data, picture.name)

    def edited(self, data: bytes, edits: Sequence[PageEdit], dpi: int) -> ReadPage:
        """Return a page after ``edits``; see `PageReader.edited`."""
        plain = [
            (
                None
                if edit.crop is None
                else (edit.crop.left, edit.crop.top, edit.crop.right, edit.crop.bottom),
                edit.quarter_turns,
                edit.deskew,
            )
            for edit in edits
        ]
        return self._one("edit_page", {"edits": plain, "dpi": dpi, "whole": WHOLE}, data, "")

    def picture(self, data: bytes, longest_side: int) -> bytes:
        """Return a page as a JPEG; see `PageReader.picture`."""
        shown: list[bytes] = []
        self._run("show_page", {"longest": longest_side}, data, "", lambda _said, jpeg: shown.append(jpeg))
        return shown[0] if shown else b""

    def drawn(self, data: bytes, place: PagePlace) -> DrawnPage:
        """Return one page as bare pixels; see `PageReader.drawn`."""
        found: list[DrawnPage] = []
        task = "draw_pdf" if self._kind(data, "") == PDF else "draw_picture"
        said = {"page": place.page, "longest": place.longest_px}
        self._view(task, said, data, lambda told, pixels: found.append(_drawn_page(told, pixels)))
        if not found:
            raise _refused("evidence.damaged", "")
        return found[0]

    def pieces(self, data: bytes, page: int) -> tuple[TextPiece, ...]:
        """Return the text of one page; see `PageReader.pieces`."""
        if self._kind(data, "") != PDF:
            return ()
        found: list[TextPiece] = []

        def on_part(_said: dict[str, Any], rows: bytes) -> None:
            for text, left, top, right, bottom, after in json.loads(rows):
                box = (float(left), float(top), float(right), float(bottom))
                found.append(TextPiece(str(text), *box, str(after)))

        self._view("text_of_pdf", {"page": page}, data, on_part)
        return tuple(found)

    def codes(self, data: bytes) -> tuple[ReadCode, ...]:
        """Return the codes on a page; see `PageReader.codes`."""
        found: list[ReadCode] = []

        def on_part(said: dict[str, Any], picture: bytes) -> None:
            found.append(ReadCode(str(said["kind"]), str(said["text"]), picture))

        self._run("read_codes", {}, data, "", on_part)
        return tuple(found)

    def bind(self, pages: Sequence[tuple[PageContent, int, bytes]]) -> bytes:
        """Return one PDF of the pages; see `PageReader.bind`. Nothing is decoded for it."""
        return bind_pages(pages)

    def warm(self) -> None:
        """Start the process now."""
        self.worker.warm()

    def close(self) -> None:
        """End the process."""
        self.worker.close()
        self.viewer.close()

    def _one(self, task: str, said: dict[str, Any], data: bytes, name: str) -> ReadPage:
        found: list[ReadPage] = []
        self._run(task, said, data, name, lambda told, payload: found.append(_read_page(told, payload)))
        if not found:
            raise _refused("evidence.damaged", name)
        return found[0]

    def _kind(self, data: bytes, name: str) -> str:
        found = media_type_of(data)
        named = TYPE_OF_SUFFIX.get(PurePath(name).suffix.lower())
        if not data:
            raise _refused("evidence.empty", name)
        if found is None and named is not None:
            raise _refused("evidence.not_what_it_says", name, named=named, found="unknown")
        if found is None:
            raise _refused("evidence.kind", name)
        if named is not None and named != found:
            raise _refused("evidence.not_what_it_says", name, named=named, found=found)
        return found

    def _run(
        self,
        task: str,
        said: dict[str, Any],
        data: bytes,
        name: str,
        on_part: Callable[[dict[str, Any], bytes], bool | None],
    ) -> None:
        with _told_as_problems(name):
            self.worker.run(f"{_TASKS}:{task}", said, data, on_part)

    def _view(
        self,
        task: str,
        said: dict[str, Any],
        data: bytes,
        on_part: Callable[[dict[str, Any], bytes], bool | None],
    ) -> None:
        with _told_as_problems(""):
            self.viewer.run(f"{_VIEWS}:{task}", said, data, on_part)


@contextmanager
def _told_as_problems(name: str) -> Iterator[None]:
    try:
        yield
    except TaskRefused as refused:
        raise _refused(refused.code, name, **refused.params) from refused
    except LimitReached as reached:
        raise _refused(_REFUSALS.get(reached.limit, "evidence.damaged"), name) from reached
    except TaskFailed as failed:
        raise _refused("evidence.damaged", name) from failed


def _drawn_page(said: dict[str, Any], pixels: bytes) -> DrawnPage:
    """Return a drawn page as the worker told of it; raises ValueError for what no sound worker says."""
    width, height = int(said["width"]), int(said["height"])
    across, down, scale = float(said["across"]), float(said["down"]), float(said["scale"])
    if min(width, height) < 1 or len(pixels) != 3 * width * height or not 0 < min(across, down) <= 1e6:
        raise ValueError("the worker answered nonsense")
    return DrawnPage(
        pixels, width, height, int(said["page"]), int(said["pages"]), across, down, min(4.0, max(0.25, scale))
    )


def _read_page(said: dict[str, Any], data: bytes) -> ReadPage:
    """Return a page as the worker told of it; raises ValueError for what no sound worker says."""
    width, height, dpi = int(said["width"]), int(said["height"]), int(said["dpi"])
    media_type, pixels = str(said["media_type"]), str(said["pixels"])
    if media_type not in ("image/png", "image/jpeg") or min(width, height, dpi) < 1 or len(pixels) != 64:
        raise ValueError("the worker answered nonsense")
    return ReadPage(data, media_type, width, height, dpi, pixels)


def _refused(code: str, name: str, **params: str | int) -> Problems:
    return Problems([Problem(code, "file", {"name": name, **params})])
