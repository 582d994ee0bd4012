"""Tasks that behave badly in a limited process."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
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


def count_portions(data: bytes) -> Iterator[bytes]:
    return (b"%d" % number for number in range(int(data)))


def refuse_late(data: bytes) -> Iterator[bytes]:
    yield b"first"
    raise TaskRefused("sheet.old")


def fail_late(data: bytes) -> Iterator[bytes]:
    yield b"first"
    raise ZeroDivisionError


def hang_late(data: bytes) -> Iterator[bytes]:
    yield b"first"
    time.sleep(60)


def swell_late(data: bytes) -> Iterator[bytes]:
    yield b"first"
    yield bytes(400 << 20)
