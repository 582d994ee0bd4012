"""A disk that is cut off: rebuilds, from the trace of a run, what could lie on it at any moment.

What a file was given since its last flush may be there, be missing or be torn at a sector's edge, each write
for itself and in any order. New names, renamed and removed ones count up to any moment since the last flush
of their folder. That is what POSIX allows and more than most file systems do.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.tracing import Deed

SECTOR_BYTES = 512
_SHARED_MEMORY = "-shm"
"""Never flushed and made anew at every opening."""


@dataclass(slots=True)
class _Write:
    """Bytes at an offset, or a new size (``data`` None)."""

    offset: int
    data: bytes | None


@dataclass(slots=True)
class _File:
    """What is surely on the disk of one file, and what came since."""

    flushed: bytes = b""
    pending: list[_Write] = field(default_factory=list)
    position: int = 0
    size: int = 0

    def take(self, write: _Write) -> None:
        self.pending.append(write)
        end = write.offset if write.data is None else max(self.size, write.offset + len(write.data))
        self.size = end

    def flush(self) -> None:
        self.flushed = _applied(self.flushed, self.pending)
        self.pending.clear()


@dataclass(frozen=True, slots=True)
class _Naming:
    """A change of names that its folder has not flushed: ``gone`` leaves, ``path`` comes to mean ``file``."""

    folder: str
    gone: str = ""
    path: str = ""
    file: _File | None = None


class Disk:
    """Follows the deeds of a run; `cut` writes one possible remainder into a folder."""

    def __init__(self, folder: Path) -> None:
        """Begin with what lies in ``folder``, all of it on the disk."""
        self._root = str(folder)
        self._names: dict[str, _File | None] = {}
        for place, folders, files in os.walk(folder):
            for name in folders:
                self._names[os.path.join(place, name)] = None  # noqa: PTH118 - traced paths are texts
            for name in files:
                data = Path(place, name).read_bytes()
                self._names[str(Path(place, name))] = _File(data, size=len(data))
        self._flushed_names = dict(self._names)
        self._pending: list[_Naming] = []

    def follow(self, deed: Deed) -> None:
        """Take note of one deed; those outside of the folder change nothing."""
        if not deed.path.startswith(self._root + "/") and deed.path != self._root:
            return
        if deed.path.endswith(_SHARED_MEMORY):
            return
        match deed.call:
            case "open":
                self._open(deed)
            case "write":
                self._write(deed)
            case "ftruncate":
                self._file(deed.path).take(_Write(deed.offset, None))
            case "fsync":
                self._flush(deed.path)
            case "rename":
                file = self._names[deed.path]
                self._name(_Naming(_folder(deed.other), deed.path, deed.other, file))
            case "link":
                self._name(_Naming(_folder(deed.other), "", deed.other, self._names[deed.path]))
            case "unlink" | "rmdir":
                self._name(_Naming(_folder(deed.path), gone=deed.path))
            case "mkdir":
                self._name(_Naming(_folder(deed.path), path=deed.path))

    def cut(self, into: Path, dice: random.Random) -> None:
        """Write into ``into`` what may be left if the power goes now, as ``dice`` choose."""
        names = dict(self._flushed_names)
        for naming in self._pending[: dice.randint(0, len(self._pending))]:
            _renamed(names, naming)
        keeps = dice.choice((0.0, 0.5, 0.9, 1.0))
        for path, file in sorted(names.items()):
            place = into / os.path.relpath(path, self._root)
            if not place.parent.is_dir():
                continue  # the folder itself never came to the disk
            if file is None:
                place.mkdir(exist_ok=True)
            else:
                place.write_bytes(_remainder(file, keeps, dice))

    def _open(self, deed: Deed) -> None:
        file = self._names.get(deed.path)
        if file is None:
            file = _File()
            self._name(_Naming(_folder(deed.path), path=deed.path, file=file))
        if "O_TRUNC" in deed.other and file.size:
            file.take(_Write(0, None))
        file.position = file.size if "O_APPEND" in deed.other else 0

    def _write(self, deed: Deed) -> None:
        file = self._file(deed.path)
        offset = deed.offset
        if offset < 0:
            offset = file.position
            file.position += len(deed.data)
        file.take(_Write(offset, deed.data))

    def _file(self, path: str) -> _File:
        file = self._names.get(path)
        # A file that was removed while it is open is nobody's loss.
        return _File() if file is None else file

    def _flush(self, path: str) -> None:
        file = self._names.get(path)
        if file is not None:
            file.flush()
            return
        waiting = []
        for naming in self._pending:
            if naming.folder == path:
                _renamed(self._flushed_names, naming)
            else:
                waiting.append(naming)
        self._pending = waiting

    def _name(self, naming: _Naming) -> None:
        _renamed(self._names, naming)
        self._pending.append(naming)


def states(start: Path, deeds: Iterable[Deed], moments: set[int]) -> Iterable[tuple[int, Disk, list[bytes]]]:
    """Give the disk at each of the ``moments`` (numbers of deeds) with what was acknowledged until then."""
    disk = Disk(start)
    told: list[bytes] = []
    for number, deed in enumerate(deeds):
        if deed.call == "writev":
            told.append(deed.data)
        else:
            disk.follow(deed)
        if number in moments:
            yield number, disk, told


def choose_moments(deeds: list[Deed], count: int, dice: random.Random) -> list[int]:
    """Choose moments of a run: half of them just behind an acknowledgement, where a loss would be one."""
    behind = [number for number, deed in enumerate(deeds) if deed.call == "writev"]
    return sorted(
        dice.choice(behind) if behind and turn % 2 else dice.randrange(len(deeds)) for turn in range(count)
    )


def empty(folder: Path) -> Path:
    """Return ``folder`` with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _renamed(names: dict[str, _File | None], naming: _Naming) -> None:
    if naming.gone:
        names.pop(naming.gone, None)
    if naming.path:
        names[naming.path] = naming.file
    if naming.gone and naming.path and naming.file is None:
        # A folder takes with it what is in it.
        for old in [name for name in names if name.startswith(naming.gone + "/")]:
            names[naming.path + old.removeprefix(naming.gone)] = names.pop(old)


def _applied(data: bytes, writes: Iterable[_Write]) -> bytes:
    content = bytearray(data)
    for write in writes:
        if write.data is None:
            del content[write.offset :]
            content.extend(bytes(write.offset - len(content)))
        else:
            content.extend(bytes(max(0, write.offset - len(content))))
            content[write.offset : write.offset + len(write.data)] = write.data
    return bytes(content)


def _remainder(file: _File, keeps: float, dice: random.Random) -> bytes:
    kept = []
    for write in file.pending:
        chance = dice.random()
        if chance < keeps:
            kept.append(write)
        elif write.data is not None and chance < keeps + (1 - keeps) * 0.2:
            kept.extend(_torn(write.offset, write.data, dice))
    return _applied(file.flushed, kept)


def _torn(offset: int, data: bytes, dice: random.Random) -> list[_Write]:
    """Return some of the sectors of a write."""
    pieces = range(0, len(data), SECTOR_BYTES)
    return [
        _Write(offset + start, data[start : start + SECTOR_BYTES]) for start in pieces if dice.random() < 0.5
    ]
