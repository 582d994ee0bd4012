"""Which scanners the system offers: only looked for, never opened."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_SECONDS_TO_ANSWER = 8


@dataclass(frozen=True, slots=True)
class ScannerSight:
    """What was seen: the system's scanning service ("" for none) and its devices, where it tells them."""

    service: str
    names: tuple[str, ...] = ()


def look_for_scanners(scanimage: str = "scanimage") -> ScannerSight:
    """Return the scanning service of this system and the names that it gives without opening a device.

    SANE on Linux (asked through its command ``scanimage``), WIA on Windows, Image Capture on macOS.
    """
    if sys.platform == "win32":
        library = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "wiaaut.dll"
        return ScannerSight("WIA" if library.exists() else "")
    if sys.platform == "darwin":
        return ScannerSight("Image Capture")
    command = shutil.which(scanimage)
    if command is None:
        return ScannerSight("")
    try:
        answer = subprocess.run(
            [command, "-f", "%v %m%n"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS_TO_ANSWER,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ScannerSight("SANE")
    return ScannerSight("SANE", tuple(line.strip() for line in answer.stdout.splitlines() if line.strip()))
