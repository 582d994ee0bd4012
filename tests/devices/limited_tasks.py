"""Tasks that behave badly in a limited process."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NoReturn

from creditbank_desktop.devices.limited_process import TaskRefused


def burn(data: bytes) -> NoReturn:
    while True:
        pass


def swell(data: bytes) -> NoReturn:
    held = []
    while True:
        held.append(bytearray(b"x" * (8 << 20)))


def shout(data: bytes) -> bytes:
    return data * 1000


def sleep(data: bytes) -> bytes:
    time.sleep(60)
    return data


def crash(data: bytes) -> NoReturn:
    os.abort()


def refuse(data: bytes) -> NoReturn:
    raise TaskRefused("sheet.old", {"most": 3})


def write_a_file(data: bytes) -> bytes:
    Path(data.decode()).write_bytes(b"x" * 10)
    return b""
