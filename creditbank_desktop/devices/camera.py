"""Document cameras through OpenCV, where it is installed: one frame is one page; fills `ScannerPort`."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.scans import ColourMode, RawPicture, ScanProfile, ScanSource, SourceKind

PREFIX = "camera:"
_MOST_CAMERAS = 3
_WARMING_FRAMES = 8
_WIDEST, _HIGHEST = 4_608, 3_456
_DPI = 200


def has_opencv() -> bool:
    """Return whether OpenCV can be imported; it is not loaded for the answer."""
    return importlib.util.find_spec("cv2") is not None


class Cameras:
    """The cameras of this computer; ``open_camera`` stands in for OpenCV's in tests."""

    def __init__(self, open_camera: Callable[[int], Any] | None = None) -> None:
        """Open nothing yet."""
        self._open = open_camera or _open_by_opencv

    def drives(self, source: str) -> bool:
        """Return whether ``source`` is a camera."""
        return source.startswith(PREFIX)

    def sources(self) -> tuple[ScanSource, ...]:
        """Return the cameras that open; each is opened for the answer."""
        found = []
        for number in range(_MOST_CAMERAS):
            camera = self._open(number)
            try:
                if camera.isOpened():
                    name = f"{number + 1}"
                    source = ScanSource(
                        f"{PREFIX}{number}", SourceKind.CAMERA, name, colours=(ColourMode.COLOUR,)
                    )
                    found.append(source)
            finally:
                camera.release()
        return tuple(found)

    def scan(
        self,
        profile: ScanProfile,
        on_picture: Callable[[RawPicture], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Take one frame after the camera had time for exposure and focus; see `ScannerPort.scan`."""
        number = profile.source.removeprefix(PREFIX)
        camera = self._open(int(number) if number.isdigit() else 0)
        try:
            if not camera.isOpened():
                raise EnvironmentFault("scanner.unknown")
            camera.set(3, _WIDEST)  # CAP_PROP_FRAME_WIDTH, CAP_PROP_FRAME_HEIGHT: the most it can do
            camera.set(4, _HIGHEST)
            frame: Any = None
            for _ in range(_WARMING_FRAMES):
                if cancelled():
                    return
                there, frame = camera.read()
                if not there:
                    raise EnvironmentFault("scanner.broken", reason="")
        finally:
            camera.release()
        on_picture(RawPicture(_as_bmp(frame), _DPI))


def _open_by_opencv(number: int) -> Any:
    import cv2

    return cv2.VideoCapture(number)


def _as_bmp(frame: Any) -> bytes:
    """Return a frame, rows of blue, green and red bytes, as an uncompressed picture (no need of OpenCV)."""
    height, width = frame.shape[:2]
    row = (width * 3 + 3) // 4 * 4
    padding = bytes(row - width * 3)
    body: bytes = b"".join(frame[place].tobytes() + padding for place in range(height - 1, -1, -1))
    size = 54 + len(body)
    head: bytes = b"BM" + size.to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little")
    sizes = (40).to_bytes(4, "little") + width.to_bytes(4, "little") + height.to_bytes(4, "little")
    planes = (1).to_bytes(2, "little") + (24).to_bytes(2, "little") + bytes(4)
    picture: bytes = head + sizes + planes + len(body).to_bytes(4, "little") + bytes(16) + body
    return picture
