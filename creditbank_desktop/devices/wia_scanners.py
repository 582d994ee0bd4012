"""Scanners on Windows through WIA, by PowerShell; fills `ScannerPort`. Not tried on a real device yet.

PowerShell is part of Windows and can speak to WIA's automation objects, so that nothing has to be installed.
A picture crosses as one line of base64 on the standard output; WIA writes none to the disk for it.
"""

from __future__ import annotations

import base64
import binascii
import json
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.scans import (
    ColourMode,
    Feed,
    RawPicture,
    ScanProfile,
    ScanSize,
    ScanSource,
    SourceKind,
)

PREFIX = "wia:"
_SECONDS_TO_LIST = 30
_SECONDS_A_PAGE = 180
_INTENTS = {ColourMode.COLOUR: 1, ColourMode.GREY: 2, ColourMode.LINEART: 4}
_HANDLING = {Feed.FLATBED: 2, Feed.FEEDER: 1, Feed.DUPLEX: 5}
_SIZES_INCHES = {ScanSize.A4: (8.27, 11.69), ScanSize.A5: (5.83, 8.27), ScanSize.LETTER: (8.5, 11.0)}
_FAULTS = {
    "80210001": "scanner.broken",  # WIA_ERROR_GENERAL_ERROR
    "80210002": "scanner.jam",  # WIA_ERROR_PAPER_JAM
    "80210003": "scanner.no_paper",  # WIA_ERROR_PAPER_EMPTY
    "80210004": "scanner.jam",  # WIA_ERROR_PAPER_PROBLEM
    "80210005": "scanner.unknown",  # WIA_ERROR_OFFLINE
    "80210006": "scanner.busy",  # WIA_ERROR_BUSY
    "80210016": "scanner.cover",  # WIA_ERROR_COVER_OPEN
    "80070005": "scanner.denied",  # E_ACCESSDENIED
    "8021000d": "scanner.busy",  # WIA_ERROR_DEVICE_LOCKED
}

_LIST = """
$ErrorActionPreference = 'Stop'
$manager = New-Object -ComObject WIA.DeviceManager
foreach ($info in $manager.DeviceInfos) {
  if ($info.Type -eq 1) {
    $name = $info.Properties.Item('Name').Value
    @{id = $info.DeviceID; name = $name} | ConvertTo-Json -Compress
  }
}
"""

_SCAN = """
$ErrorActionPreference = 'Stop'
function Put($owner, $id, $value) {
  foreach ($property in $owner.Properties) {
    if ($property.PropertyID -eq $id -and -not $property.IsReadOnly) {
      try { $property.Value = $value } catch { }
    }
  }
}
try {
  $want = [Console]::In.ReadLine() | ConvertFrom-Json
  $manager = New-Object -ComObject WIA.DeviceManager
  $device = $null
  foreach ($info in $manager.DeviceInfos) {
    if ($info.Type -eq 1 -and ($want.device -eq '' -or $info.DeviceID -eq $want.device)) {
      $device = $info.Connect(); break
    }
  }
  if ($device -eq $null) { Write-Output 'fault 80210005'; exit 0 }
  Put $device 3088 $want.handling
  Put $device 3096 1
  $item = $device.Items.Item(1)
  Put $item 6146 $want.intent
  Put $item 6147 $want.dpi
  Put $item 6148 $want.dpi
  if ($want.width -gt 0) {
    Put $item 6149 0
    Put $item 6150 0
    Put $item 6151 $want.width
    Put $item 6152 $want.height
  }
  $more = $true
  while ($more) {
    $picture = $item.Transfer('{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}')
    $bytes = $picture.FileData.BinaryData
    [Console]::Out.WriteLine('page ' + [Convert]::ToBase64String($bytes))
    $more = $want.feeder
    if ($more -and [Console]::In.ReadLine() -ne 'next') { exit 0 }
  }
  Write-Output 'end'
} catch {
  $code = $_.Exception.HResult
  if ($_.Exception.InnerException) { $code = $_.Exception.InnerException.HResult }
  [Console]::Out.WriteLine('fault ' + ('{0:x8}' -f $code) + ' ' + $_.Exception.Message)
}
"""


class WiaScanners:
    """The scanners that Windows knows."""

    def drives(self, source: str) -> bool:
        """Return whether ``source`` goes by WIA."""
        return source.startswith(PREFIX)

    def sources(self) -> tuple[ScanSource, ...]:
        """Return the scanners that are there; see `ScannerPort.sources`."""
        try:
            answer = subprocess.run(
                _powershell(_LIST), capture_output=True, timeout=_SECONDS_TO_LIST, check=False, **_hidden()
            )
        except subprocess.TimeoutExpired as late:
            raise EnvironmentFault("scanner.silent", seconds=_SECONDS_TO_LIST) from late
        except OSError as fault:
            raise EnvironmentFault("scanner.broken", reason=fault.strerror or "") from fault
        return sources_in(answer.stdout.decode("utf-8", "replace"))

    def scan(
        self,
        profile: ScanProfile,
        on_picture: Callable[[RawPicture], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Scan one page, or all in the feeder; see `ScannerPort.scan`."""
        process = subprocess.Popen(
            _powershell(_SCAN),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **_hidden(),
        )
        assert process.stdin is not None
        assert process.stdout is not None
        patience = threading.Timer(_SECONDS_A_PAGE, process.kill)
        try:
            process.stdin.write(json.dumps(wanted(profile)).encode() + b"\n")
            process.stdin.flush()
            pages = 0
            while not cancelled():
                patience = threading.Timer(_SECONDS_A_PAGE, process.kill)
                patience.start()
                line = process.stdout.readline()
                patience.cancel()
                picture = picture_in(line, pages)
                if picture is None:
                    return
                pages += 1
                on_picture(RawPicture(picture, profile.dpi, str(pages)))
                with suppress(OSError):  # after a single page it is gone already
                    process.stdin.write(b"next\n")
                    process.stdin.flush()
        finally:
            patience.cancel()
            process.kill()
            process.communicate()


def sources_in(said: str) -> tuple[ScanSource, ...]:
    """Return the scanners in the answer of PowerShell, one JSON object a line."""
    found = []
    for line in said.splitlines():
        with suppress(ValueError, KeyError, TypeError):
            entry = json.loads(line)
            found.append(
                ScanSource(
                    PREFIX + str(entry["id"]),
                    SourceKind.SCANNER,
                    str(entry["name"]),
                    tuple(Feed),
                    (),
                    tuple(ColourMode),
                )
            )
    return tuple(found)


def wanted(profile: ScanProfile) -> dict[str, Any]:
    """Return what the scan script is told; lengths in pixels, 0 for the whole glass."""
    size = _SIZES_INCHES.get(profile.size)
    width, height = (0, 0) if size is None else (int(size[0] * profile.dpi), int(size[1] * profile.dpi))
    return {
        "device": profile.source.removeprefix(PREFIX),
        "intent": _INTENTS[profile.colour],
        "handling": _HANDLING[profile.feed],
        "feeder": profile.feed is not Feed.FLATBED,
        "dpi": profile.dpi,
        "width": width,
        "height": height,
    }


def picture_in(line: bytes, pages: int) -> bytes | None:
    """Return the picture in a line of the script's answer, None at the end, which an empty feeder is too.

    Raises `EnvironmentFault` for a fault and for an answer that broke off.
    """
    word, _, rest = line.strip().partition(b" ")
    if word == b"page":
        try:
            return base64.b64decode(rest, validate=True)
        except binascii.Error:
            raise EnvironmentFault("scanner.broken", reason="base64") from None
    if word == b"end":
        return None
    if word == b"fault":
        number, _, reason = rest.decode("utf-8", "replace").partition(" ")
        code = _FAULTS.get(number.lower(), "scanner.broken")
        if code == "scanner.no_paper" and pages:
            return None
        raise EnvironmentFault(code, **({"reason": reason[:200]} if code == "scanner.broken" else {}))
    raise EnvironmentFault("scanner.silent", seconds=_SECONDS_A_PAGE)


def _powershell(script: str) -> list[str]:
    packed = base64.b64encode(script.encode("utf-16-le")).decode()
    return ["powershell.exe", "-NoProfile", "-NonInteractive", "-STA", "-EncodedCommand", packed]


def _hidden() -> dict[str, Any]:
    return {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)}
