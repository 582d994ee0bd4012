"""Runs one function of ours on untrusted bytes in a process of its own, with bounded memory and time.

The bytes go in and come out by pipes: nothing is written to the disk. On Linux the kernel bounds memory and
processor time; there and everywhere else a thread in the process watches both as well, because macOS does not
enforce its bound of memory and Windows knows none. Whatever happens in there, this process lives on.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FLAG = "--limited-task"
"""First argument with which a bundle without an interpreter runs a task instead of the program."""

Task = Callable[[bytes], bytes]
PortionTask = Callable[[bytes], Iterator[bytes]]

_MEMORY, _CPU, _REFUSED, _OUTPUT = 70, 71, 72, 73
_PORTION, _END, _SAYS_NO = b"D", b"E", b"R"
_HEAD_BYTES = 5
_WATCH_SECONDS = 0.02
_ROOM_TO_BREATHE = 64 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a task may use: memory and answer in bytes, processor and wall-clock time in seconds."""

    memory_bytes: int = 512 << 20
    cpu_seconds: int = 20
    wall_seconds: float = 40
    output_bytes: int = 64 << 20


class LimitReached(Exception):
    """The task used more than it may: ``limit`` is "memory", "cpu", "wall" or "output"."""

    def __init__(self, limit: str) -> None:
        self.limit = limit
        super().__init__(limit)


class TaskFailed(Exception):
    """The task broke down."""


class TaskRefused(Exception):
    """The task says no: a code and what fills its words."""

    def __init__(self, code: str, params: Mapping[str, str | int] | None = None) -> None:
        self.code = code
        self.params = dict(params or {})
        super().__init__(code, self.params)


def run_limited(task: Task, data: bytes, limits: Limits | None = None) -> bytes:
    """Return what ``task``, a function of a module, makes of ``data`` in a process of its own.

    Raises `LimitReached`, `TaskRefused` as the task raised it, and `TaskFailed` for anything else.
    """
    limits = limits or Limits()
    process = _started(task, limits)
    with process:
        try:
            answer, _errors = process.communicate(data, timeout=limits.wall_seconds)
        except subprocess.TimeoutExpired as late:
            process.kill()
            process.communicate()
            raise LimitReached("wall") from late
        except BaseException:
            process.kill()
            raise
    return _answer(process.returncode, answer)


def portions_limited(
    task: PortionTask, source: Iterable[bytes], limits: Limits | None = None
) -> Generator[bytes, None, None]:
    """Yield what ``task`` yields for the bytes of ``source``, each portion as soon as it is there.

    Neither side holds more than one portion: the process waits while nobody takes the next. The wall-clock
    limit counts the time that is waited for a portion. Leaving early ends the process. Raises as
    `run_limited`, between two portions.
    """
    limits = limits or Limits()
    process = _started(task, limits)
    patience = _Patience(process, limits.wall_seconds)
    feeder = threading.Thread(target=_feed, args=(process, source), name="limited-feeder")
    with process:
        feeder.start()
        try:
            yield from _portions(process, patience)
        finally:
            patience.end()
            process.kill()
            feeder.join()
            process.wait()


class _Patience:
    """Ends a process that lets one wait too long for its next portion."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self._process = process
        self._seconds = seconds
        self._timer: threading.Timer | None = None
        self.ran_out = False

    def begin(self) -> None:
        self._timer = threading.Timer(self._seconds, self._run_out)
        self._timer.start()

    def end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            self._timer = None

    def _run_out(self) -> None:
        self.ran_out = True
        self._process.kill()


def _feed(process: subprocess.Popen[bytes], source: Iterable[bytes]) -> None:
    assert process.stdin is not None
    with suppress(OSError):  # a process that ended early takes no more
        for part in source:
            process.stdin.write(part)
        process.stdin.flush()
    with suppress(OSError):
        process.stdin.close()


def _portions(process: subprocess.Popen[bytes], patience: _Patience) -> Iterator[bytes]:
    assert process.stdout is not None
    while True:
        patience.begin()
        head = process.stdout.read(_HEAD_BYTES)
        size = int.from_bytes(head[1:], "big")
        data = process.stdout.read(size) if len(head) == _HEAD_BYTES else b""
        patience.end()
        if head[:1] == _PORTION and len(data) == size:
            yield data
        elif head[:1] == _END:
            return
        elif head[:1] == _SAYS_NO and len(data) == size:
            _answer(_REFUSED, data)
        else:
            process.wait()
            if patience.ran_out:
                raise LimitReached("wall")
            _answer(process.returncode or -1, b"")


def _started(task: Callable[..., object], limits: Limits) -> subprocess.Popen[bytes]:
    name = f"{task.__module__}:{task.__qualname__}"
    return subprocess.Popen(
        [*_interpreter(), name, str(limits.memory_bytes), str(limits.cpu_seconds), str(limits.output_bytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _interpreter() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-X", "utf8", "-m", __name__, FLAG]


def _answer(code: int, answer: bytes) -> bytes:
    if code == 0:
        return answer
    if code == _REFUSED:
        said = json.loads(answer)
        raise TaskRefused(said["code"], said["params"])
    if code == _MEMORY:
        raise LimitReached("memory")
    # A kernel that bounds the time ends the process by SIGXCPU, or by SIGKILL one second later.
    if code == _CPU or code in (-24, -9):
        raise LimitReached("cpu")
    if code == _OUTPUT:
        raise LimitReached("output")
    raise TaskFailed(f"exit code {code}")


def main(arguments: list[str]) -> int:
    """Be the limited process: ``arguments`` are the task and its limits."""
    name, memory, cpu, output = arguments
    data = sys.stdin.buffer.read()
    _bound(int(memory), int(cpu))
    try:
        module, _, function = name.partition(":")
        task: Task | PortionTask = getattr(importlib.import_module(module), function)
        answer = task(data)
        if not isinstance(answer, bytes):
            return _say_portions(answer, int(output))
    except MemoryError:
        return _MEMORY
    except TaskRefused as refused:
        _say(json.dumps({"code": refused.code, "params": refused.params}).encode())
        return _REFUSED
    if len(answer) > int(output):
        return _OUTPUT
    _say(answer)
    return 0


def _say_portions(portions: Iterator[bytes], most: int) -> int:
    """Write each portion behind its kind and length, as soon as it is made."""
    total = 0
    try:
        for portion in portions:
            total += len(portion)
            if total > most:
                return _OUTPUT
            _say(_PORTION + len(portion).to_bytes(_HEAD_BYTES - 1, "big") + portion)
    except TaskRefused as refused:
        said = json.dumps({"code": refused.code, "params": refused.params}).encode()
        _say(_SAYS_NO + len(said).to_bytes(_HEAD_BYTES - 1, "big") + said)
        return 0
    _say(_END + bytes(_HEAD_BYTES - 1))
    return 0


def _say(answer: bytes) -> None:
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _bound(memory: int, cpu: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        pass
    else:
        _bound_by_kernel(resource, memory, cpu)
    watch = threading.Thread(target=_watch, args=(memory, cpu), daemon=True)
    watch.start()


def _bound_by_kernel(resource: object, memory: int, cpu: int) -> None:
    """Bound by the kernel what it can bound; addresses are more than memory in use."""
    wanted = {
        "RLIMIT_AS": (memory + _ROOM_TO_BREATHE,) * 2,
        "RLIMIT_CPU": (cpu, cpu + 1),
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_FSIZE": (0, 0),
    }
    for name, bounds in wanted.items():
        try:
            resource.setrlimit(getattr(resource, name), bounds)  # type: ignore[attr-defined]
        except (AttributeError, OSError, ValueError):
            continue  # this system bounds it otherwise, and the watch is there


def _watch(memory: int, cpu: int) -> None:
    while True:
        if memory_in_use() > memory:
            os._exit(_MEMORY)
        if time.process_time() > cpu:
            os._exit(_CPU)
        time.sleep(_WATCH_SECONDS)


def memory_in_use() -> int:
    """Return the memory that this process has, in bytes; where that is unknown the most it had so far."""
    if sys.platform == "win32":
        return _windows_memory()
    import resource

    if sys.platform.startswith("linux"):
        # Linux hands the high-water mark of the parent on to the child, so it says nothing about the child.
        with suppress(OSError), Path("/proc/self/statm").open(encoding="ascii") as pages:
            return int(pages.read().split()[1]) * resource.getpagesize()

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _windows_memory() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = [
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((f"size{place}", ctypes.c_size_t) for place in range(8)),
        ]

    counters = Counters()
    counters.cb = ctypes.sizeof(Counters)
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    read = kernel.K32GetProcessMemoryInfo
    read.argtypes = [wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD]
    read(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.size7)  # PeakPagefileUsage: what the process asked for, paged out or not


if __name__ == "__main__":
    from creditbank_desktop.devices.limited_process import main as _main

    sys.exit(_main(sys.argv[2:]))
