"""A real disk of a few megabytes that can be filled to its last byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass
class SmallDisk:
    """A file system of its own at ``folder``."""

    folder: Path

    def fill(self, *, leaving_kib: int = 0) -> None:
        """Write until nothing fits any more, or all but ``leaving_kib``."""
        with (self.folder / "filler").open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
            size = file.tell() - leaving_kib * 1024
            file.truncate(max(0, size))

    def empty(self) -> None:
        """Take the filling away."""
        (self.folder / "filler").unlink()


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[SmallDisk]:
    """Mount a disk in memory at ``folder``.

    Where that is not allowed (it takes root on Linux) the test is skipped: failing writes at every place are
    tried by `test_crash_faults` there, without a disk that is really full.
    """
    folder.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or mount is None or umount is None:
        pytest.skip("a disk of its own can only be mounted by root on Linux")
    words = [mount, "-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "creditbank-test", str(folder)]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a disk")
    try:
        yield SmallDisk(folder)
    finally:
        # Lazily: a file that a failed test left open must not keep it.
        subprocess.run([umount, "-l", str(folder)], capture_output=True, check=True)
