"""Reads the text of pages in a process of its own, where the recognition's packages are installed."""

from __future__ import annotations

import threading
from importlib.util import find_spec
from typing import Any

from creditbank_desktop.devices.limited_process import LimitReached, TaskFailed, TaskRefused
from creditbank_desktop.devices.limited_worker import LimitedWorker, WorkerLimits
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.page_text import Point, TextLine, TextPage

TASK = "creditbank_desktop.devices.text_task:read_text"
PACKAGES = ("cv2", "numpy", "onnxruntime", "rapidocr")
IDLE_S = 120.0
_MEGABYTE = 1 << 20
LIMITS = WorkerLimits(
    memory_bytes=1_536 * _MEGABYTE,
    addresses_bytes=8_192 * _MEGABYTE,
    cpu_s=120,
    wall_s=90,
    whole_s=120,
    part_bytes=4 * _MEGABYTE,
    keep_bytes=1_280 * _MEGABYTE,
)
"""The models take 0.7 GB once they have read a page; addresses are reserved by each of their threads."""


def is_installed() -> bool:
    """Return whether this computer can read text, without loading anything."""
    return all(find_spec(name) is not None for name in PACKAGES)


class RecognisingReader:
    """Starts its process at the first page and ends it when nothing was read for a while."""

    def __init__(self, idle_s: float | None = IDLE_S) -> None:
        """Start nothing yet; with ``idle_s`` None the process stays until `close`."""
        self._worker = LimitedWorker(limits=LIMITS)
        self._idle_s = idle_s
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def read(self, picture: bytes) -> TextPage:
        """Return what a picture says; raises `Problems` as `TextReader` names them."""
        self._rest()
        turned, lines = 0, []

        def take(said: dict[str, Any], payload: bytes) -> None:
            nonlocal turned
            if "turned" in said:
                turned = int(said["turned"])
            else:
                lines.append(_line(said, payload))

        try:
            self._worker.run(TASK, {}, picture, take)
        except TaskRefused as refused:
            raise Problems([Problem(refused.code, "page")]) from None
        except LimitReached as reached:
            code = "text.failed" if reached.limit == "memory" else "text.too_slow"
            raise Problems([Problem(code, "page")]) from None
        except (TaskFailed, OSError):
            raise Problems([Problem("text.failed", "page")]) from None
        finally:
            self._begin_idle()
        return TextPage(tuple(lines), turned)

    @property
    def peak_bytes(self) -> int:
        """Return the most memory that the process had."""
        return self._worker.peak_bytes

    @property
    def is_running(self) -> bool:
        """Return whether the process is there."""
        return self._worker.process_id is not None

    def close(self) -> None:
        """End the process."""
        self._rest()
        self._worker.close()

    def _begin_idle(self) -> None:
        if self._idle_s is None:
            return
        with self._lock:
            self._timer = threading.Timer(self._idle_s, self._worker.close)
            self._timer.daemon = True
            self._timer.start()

    def _rest(self) -> None:
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None


def _line(said: dict[str, Any], picture: bytes) -> TextLine:
    # What the process says is as little trusted as the picture: a wrong shape ends in a ValueError.
    corners = tuple(_point(corner) for corner in said["corners"])
    if len(corners) != 4:
        raise TaskFailed("corners")
    return TextLine(str(said["text"]), float(said["confidence"]), corners, picture)


def _point(corner: list[float]) -> Point:
    x, y = corner
    return float(x), float(y)
