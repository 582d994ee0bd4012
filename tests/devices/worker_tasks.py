"""Tasks that behave badly in the limited worker."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from typing import Any

from creditbank_desktop.devices.limited_process import TaskRefused

Parts = Iterator[tuple[dict[str, Any], bytes]]


def echo(said: dict[str, Any], data: bytes) -> Parts:
    for number in range(int(said.get("times", 1))):
        yield {"number": number}, data


def burn(said: dict[str, Any], data: bytes) -> Parts:
    while True:
        pass
    yield {}, b""


def swell(said: dict[str, Any], data: bytes) -> Parts:
    held = []
    while True:
        held.append(bytearray(b"x" * (8 << 20)))
    yield {}, b""


def sleep(said: dict[str, Any], data: bytes) -> Parts:
    time.sleep(60)
    yield {}, b""


def crash(said: dict[str, Any], data: bytes) -> Parts:
    os.abort()
    yield {}, b""


def stumble(said: dict[str, Any], data: bytes) -> Parts:
    yield {}, b"first"
    raise ZeroDivisionError


def refuse(said: dict[str, Any], data: bytes) -> Parts:
    raise TaskRefused("evidence.damaged", {"most": 3})
    yield {}, b""


def chatter(said: dict[str, Any], data: bytes) -> Parts:
    print("what a library says")
    sys.stderr.write("more of it")
    yield {}, b"quiet"


def write_a_file(said: dict[str, Any], data: bytes) -> Parts:
    with open(data.decode(), "wb") as file:  # noqa: PTH123
        file.write(b"x" * 10)
    yield {}, b""
