"""A folder into which a document camera or another program puts its files; fills `FolderWatch`."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.scans import AfterTaking, FinishedFile

TAKEN_FOLDER = "taken"
_ENDINGS = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".jpe", ".tif", ".tiff", ".webp", ".bmp"})
_STABLE_S = 1.0
_MOST_FILES = 500
_MOST_NAMES = 1_000

Shape = tuple[int, int]


class WatchedFolder:
    """Remembers how files looked, so that one that still grows is left alone."""

    def __init__(self, running: Callable[[], float] = time.monotonic) -> None:
        """``running`` gives seconds that only grow."""
        self._running = running
        self._seen: dict[str, tuple[Shape, float]] = {}

    def finished(self, folder: Path) -> tuple[FinishedFile, ...]:
        """Return the files that looked the same for a second and that nobody holds; the oldest first.

        Only files whose ending a page can have; hidden ones, links and folders are left alone. Raises
        `EnvironmentFault` "folder.unreadable" (path, reason).
        """
        now = self._running()
        seen: dict[str, tuple[Shape, float]] = {}
        found: list[tuple[int, FinishedFile]] = []
        try:
            for entry in list(os.scandir(folder))[:_MOST_FILES]:
                shape = _shape_of(entry)
                if shape is None:
                    continue
                known, since = self._seen.get(entry.path, (None, now))
                seen[entry.path] = (shape, since if known == shape else now)
                if known == shape and now - since >= _STABLE_S and _is_free(entry.path):
                    found.append((shape[1], FinishedFile(entry.path, entry.name, shape[0])))
        except OSError as fault:
            raise EnvironmentFault(
                "folder.unreadable", path=str(folder), reason=fault.strerror or ""
            ) from fault
        self._seen = seen
        return tuple(file for _age, file in sorted(found, key=lambda one: (one[0], one[1].name)))

    def let_go(self, file: FinishedFile, after: AfterTaking) -> None:
        """Move a file into the folder "taken" beside it, under a name of its own, or delete it.

        Raises `EnvironmentFault` "file.unmovable" (path, reason).
        """
        path = Path(file.path)
        try:
            if after is AfterTaking.DELETE:
                path.unlink(missing_ok=True)
            else:
                folder = path.parent / TAKEN_FOLDER
                folder.mkdir(exist_ok=True)
                path.rename(_free_name(folder, path))
        except OSError as fault:
            raise EnvironmentFault("file.unmovable", path=file.path, reason=fault.strerror or "") from fault
        self._seen.pop(file.path, None)


def _shape_of(entry: os.DirEntry[str]) -> Shape | None:
    """Return size in bytes and time of the last change, None for what is no file to take."""
    name = entry.name
    if name.startswith((".", "~")) or Path(name).suffix.lower() not in _ENDINGS:
        return None
    with suppress(OSError):  # it went while we looked
        if entry.is_file(follow_symlinks=False):
            known = entry.stat(follow_symlinks=False)
            return (known.st_size, known.st_mtime_ns) if known.st_size else None
    return None


def _is_free(path: str) -> bool:
    """Return whether the file opens; on Windows not while another program writes it."""
    try:
        with Path(path).open("rb+" if os.name == "nt" else "rb"):
            return True
    except OSError:
        return False


def _free_name(folder: Path, path: Path) -> Path:
    for number in range(1, _MOST_NAMES):
        name = path.name if number == 1 else f"{path.stem} ({number}){path.suffix}"
        if not (folder / name).exists():
            return folder / name
    raise OSError("too many files of this name")
