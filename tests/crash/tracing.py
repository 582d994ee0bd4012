"""Runs a child under strace, where the system allows it, and reads what it did to its files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRACED = (
    "openat,creat,write,writev,pwrite64,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,"
    "unlink,unlinkat,link,linkat,mkdir,mkdirat,rmdir"
)
LONGEST_STRING = 4_000_000

_TEXT = r'"((?:\\x[0-9a-f]{2})*)"'
_HANDLE = r"\d+<((?:\\x[0-9a-f]{2})*)>(?:\(deleted\))?"
_AT = rf"(?:AT_FDCWD<[^>]*>|{_HANDLE}), "


@dataclass(frozen=True, slots=True)
class Deed:
    """One system call that ended well: its name, the file (or None), its other arguments."""

    call: str
    path: str
    data: bytes = b""
    offset: int = -1
    other: str = ""


@cache
def why_not() -> str:
    """Return why nothing can be traced here, "" when it can."""
    strace = shutil.which("strace")
    if strace is None:
        return "strace is not installed"
    tried = subprocess.run(
        [strace, "-f", "--seccomp-bpf", "-o", os.devnull, "-e", "inject=fsync:error=EIO:when=1", "true"],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if tried.returncode == 0 else f"strace may not trace here: {tried.stderr.strip()[:200]}"


def need_tracing() -> None:
    """Skip the test, with the reason, where no child can be traced."""
    reason = why_not()
    if reason:
        pytest.skip(reason)


def run_traced(
    options: Sequence[str], module: str, arguments: Sequence[str], told: int | None = None
) -> None:
    """Run a module of the harness under strace until it ends; it may write to the pipe ``told``."""
    command = ["strace", "-f", "--seccomp-bpf", *options, sys.executable, "-m", module, *arguments]
    passed = () if told is None else (told,)
    done = subprocess.run(
        command, cwd=ROOT, pass_fds=passed, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stderr[-3_000:]


def read_deeds(log: Path) -> Iterator[Deed]:
    """Return what a log written with ``-f -y -xx`` says of files, in the order in which the calls ended."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            process, _, call = line.rstrip("\n").partition(" ")
            call = call.lstrip()
            if call.endswith("<unfinished ...>"):
                begun[process] = call.removesuffix("<unfinished ...>").rstrip()
                continue
            resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", call)
            if resumed:
                # What was waited for is padded to a column: ")              = 0".
                call = begun.pop(process, "") + re.sub(r"^(.*\))\s+= ", r"\1 = ", resumed[1])
            deed = _read(call)
            if deed is not None:
                yield deed


def _read(call: str) -> Deed | None:
    name, _, rest = call.partition("(")
    arguments, _, result = rest.rpartition(") = ")
    if not arguments or result.startswith(("-", "?")):
        return None
    match name:
        case "openat":
            return _opened(arguments)
        case "write" | "pwrite64":
            return _written(name, arguments, result)
        case "writev":
            found = re.match(rf"{_HANDLE}, \[\{{iov_base={_TEXT}", arguments)
            return found and Deed(name, _plain(found[1]), bytes.fromhex(found[2].replace("\\x", "")))
        case "fsync" | "fdatasync":
            found = re.match(_HANDLE, arguments)
            return found and Deed("fsync", _plain(found[1]))
        case "ftruncate":
            found = re.match(rf"{_HANDLE}, (\d+)", arguments)
            return found and Deed(name, _plain(found[1]), offset=int(found[2]))
        case "rename" | "renameat" | "renameat2" | "link" | "linkat":
            old, new = re.findall(_TEXT, re.sub(_AT, "", arguments))[:2]
            return Deed("link" if name.startswith("link") else "rename", _plain(old), other=_plain(new))
        case "unlink" | "unlinkat" | "mkdir" | "mkdirat" | "rmdir":
            (path,) = re.findall(_TEXT, re.sub(_AT, "", arguments))[:1]
            is_folder = "AT_REMOVEDIR" in arguments
            return Deed("rmdir" if is_folder else name.removesuffix("at"), _plain(path))
    raise AssertionError(f"a call that the harness does not know: {name}")


def _opened(arguments: str) -> Deed | None:
    found = re.match(rf"{_AT}{_TEXT}, ([A-Z_|]+)", arguments)
    if found is None:
        return None
    path, flags = _plain(found[2]), found[3]
    if "O_WRONLY" not in flags and "O_RDWR" not in flags:
        return None
    return Deed("open", path, other=flags)


def _written(name: str, arguments: str, result: str) -> Deed | None:
    found = re.match(rf"{_HANDLE}, {_TEXT}(\.\.\.)?, \d+(?:, (\d+))?", arguments)
    if found is None:
        return None
    assert found[3] is None, "a write is longer than the log keeps"
    data = bytes.fromhex(found[2].replace("\\x", ""))[: int(result.split(maxsplit=1)[0])]
    return Deed("write", _plain(found[1]), data, -1 if found[4] is None else int(found[4]))


def _plain(text: str) -> str:
    return os.fsdecode(bytes.fromhex(text.replace("\\x", "")))
