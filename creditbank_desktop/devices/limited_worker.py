"""A process of its own that runs our functions on untrusted bytes, one after the other, with bounded means.

It is started once and stays, because starting costs more than most tasks. Bytes go in and come out by pipes;
nothing is written to the disk. The kernel bounds memory and processor time where it can, a thread in the
process watches both everywhere, and this process watches the clock. A task that breaks a bound or the process
ends that process; the next task gets a new one.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from creditbank_desktop.devices.limited_process import (
    LimitReached,
    TaskFailed,
    TaskRefused,
    memory_in_use,
)

WORKER_FLAG = "--limited-worker"
"""First argument with which a bundle without an interpreter becomes the worker instead of the program."""

Said = dict[str, Any]
WorkerTask = Callable[[Said, bytes], Iterator[tuple[Said, bytes]]]

_MEMORY, _CPU = 70, 71
_PART, _END, _NO, _BROKEN = b"P", b"E", b"R", b"B"
_HEAD = struct.Struct(">cIQ")
_MOST_SAID = 1 << 20
_WATCH_S = 0.02
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What a task may use: memory and one part of its answer in bytes, processor and clock time in seconds.

    The times begin anew with each part of an answer; ``whole_s`` bounds a task from its beginning to its end.
    A process that holds more than ``keep_bytes`` after a task is replaced.
    """

    memory_bytes: int = 768 * _MEGABYTE
    addresses_bytes: int = 2_048 * _MEGABYTE
    cpu_s: int = 20
    wall_s: float = 30
    whole_s: float = 300
    part_bytes: int = 256 * _MEGABYTE
    keep_bytes: int = 300 * _MEGABYTE


class LimitedWorker:
    """Keeps the process; callable from any thread, one task at a time."""

    def __init__(self, preload: tuple[str, ...] = (), limits: WorkerLimits | None = None) -> None:
        """Start nothing yet; ``preload`` are modules that the process imports before its first task."""
        self._preload = preload
        self._limits = limits or WorkerLimits()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self.starts = 0
        self.peak_bytes = 0

    def run(self, task: str, said: Said, data: bytes, on_part: Callable[[Said, bytes], bool | None]) -> Said:
        """Run ``task`` ("module:function") and return what it says at the end.

        Every part of its answer goes to ``on_part``; one that returns False ends the task and the process.
        Raises `LimitReached` ("memory", "cpu", "wall"), `TaskRefused` as the task did, and `TaskFailed`.
        """
        with self._lock:
            try:
                return self._run(task, said, data, on_part)
            except TaskRefused:
                raise
            except BaseException:
                self._end()  # whoever took the parts failed: what is left in the pipe is nobody's answer
                raise

    def warm(self) -> None:
        """Start the process now, so that the first task need not wait; a failure shows at that task."""
        with self._lock, suppress(OSError):
            self._started()

    def close(self) -> None:
        """End the process; a later task starts a new one."""
        with self._lock:
            self._end()

    @property
    def process_id(self) -> int | None:
        """Return the id of the process, None while there is none."""
        process = self._process
        return None if process is None else process.pid

    def _run(self, task: str, said: Said, data: bytes, on_part: Callable[[Said, bytes], bool | None]) -> Said:
        process = self._asked({"task": task, **said}, data)
        assert process.stdout is not None
        until = time.monotonic() + self._limits.whole_s
        with _Patience(process, self._limits.wall_s, until) as patience:
            while True:
                kind, answer, payload = _read(process.stdout, self._limits.part_bytes)
                if kind != _PART:
                    break
                patience.pause()
                wanted = on_part(answer, payload)
                if wanted is False:
                    self._end()
                    return {"stopped": True}
                patience.begin()
        if kind == _END:
            self.peak_bytes = max(self.peak_bytes, int(answer.get("peak", 0)))
            if answer.get("held", 0) > self._limits.keep_bytes:
                self._end()
            return answer
        if kind == _NO:
            raise TaskRefused(str(answer["code"]), answer["params"])
        if kind == _BROKEN:
            raise TaskFailed(str(answer.get("reason", "")))
        self._raise_for(process, ran_out=patience.ran_out)
        raise TaskFailed("no answer")

    def _asked(self, said: Said, data: bytes) -> subprocess.Popen[bytes]:
        """Return the process with the task before it; one that went meanwhile is replaced once."""
        for _ in range(2):
            process = self._started()
            assert process.stdin is not None
            try:
                _write(process.stdin, _PART, said, data)
            except OSError:
                self._end()
            else:
                return process
        raise TaskFailed("no process takes tasks")

    def _raise_for(self, process: subprocess.Popen[bytes], *, ran_out: bool) -> None:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=2)
        if ran_out:
            raise LimitReached("wall")
        if process.returncode == _MEMORY:
            raise LimitReached("memory")
        if process.returncode in (_CPU, -24):  # SIGXCPU
            raise LimitReached("cpu")
        raise TaskFailed(f"exit code {process.returncode}")

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        limits = self._limits
        numbers = (limits.memory_bytes, limits.addresses_bytes, limits.cpu_s)
        self._process = subprocess.Popen(
            [*_interpreter(), *map(str, numbers), *self._preload],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.starts += 1
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        process.wait()


class _Patience:
    """Ends a process that lets one wait too long for a part, or for the whole."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float, until: float) -> None:
        self._process = process
        self._seconds = seconds
        self._until = until
        self._timer: threading.Timer | None = None
        self.ran_out = False

    def __enter__(self) -> _Patience:
        self.begin()
        return self

    def __exit__(self, *_raised: object) -> None:
        self.pause()

    def begin(self) -> None:
        left = max(0.0, min(self._seconds, self._until - time.monotonic()))
        self._timer = threading.Timer(left, self._run_out)
        self._timer.daemon = True
        self._timer.start()

    def pause(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            self._timer = None

    def _run_out(self) -> None:
        self.ran_out = True
        self._process.kill()


def _environment() -> dict[str, str]:
    path = os.pathsep.join(part for part in sys.path if part)
    # Each thread of a numeric library reserves addresses of its own; one is enough for a page.
    return {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def _interpreter() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    return [sys.executable, "-X", "utf8", "-m", __name__, WORKER_FLAG]


def _write(pipe: BinaryIO | Any, kind: bytes, said: Mapping[str, Any], data: bytes) -> None:
    words = json.dumps(said).encode()
    pipe.write(_HEAD.pack(kind, len(words), len(data)) + words)
    pipe.write(data)
    pipe.flush()


def _read(pipe: BinaryIO | Any, most: int) -> tuple[bytes, Said, bytes]:
    """Return kind, words and bytes of the next message; an empty kind at the end or for nonsense.

    What comes from the worker is not trusted either: a hostile file may have taken it over.
    """
    nothing: tuple[bytes, Said, bytes] = (b"", {}, b"")
    try:
        head = pipe.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return nothing
        kind, words, size = _HEAD.unpack(head)
        if words > _MOST_SAID or size > most:
            return nothing
        said, data = pipe.read(words), pipe.read(size)
        if len(said) < words or len(data) < size:
            return nothing
        found = json.loads(said)
    except (OSError, ValueError):
        return nothing
    return (kind, found, data) if isinstance(found, dict) else nothing


# -- the process itself -----------------------------------------------------------------------------


class _Watch(threading.Thread):
    """Ends this process when the task under way uses too much."""

    def __init__(self, memory: int, cpu_s: int) -> None:
        super().__init__(daemon=True)
        self._memory = memory
        self._cpu_s = cpu_s
        self._began: float | None = None

    def begin(self) -> None:
        self._began = time.process_time()
        _bound_time(self._cpu_s)

    def rest(self) -> None:
        self._began = None

    def run(self) -> None:
        while True:
            began = self._began
            if began is not None:
                if memory_in_use() > self._memory:
                    os._exit(_MEMORY)
                if time.process_time() - began > self._cpu_s:
                    os._exit(_CPU)
            time.sleep(_WATCH_S)


def worker_main(arguments: list[str]) -> int:
    """Be the worker: ``arguments`` are its limits and the modules to import first."""
    memory, addresses, cpu_s = map(int, arguments[:3])
    questions, answers = _private_pipes()
    for module in arguments[3:]:
        importlib.import_module(module)
    _bound_addresses(addresses)
    watch = _Watch(memory, cpu_s)
    watch.start()
    while True:
        kind, said, data = _read(questions, 1 << 40)
        if not kind:
            return 0
        try:
            watch.begin()
            _answer(watch, answers, said, data)
        except MemoryError:
            os._exit(_MEMORY)
        finally:
            watch.rest()
        del said, data
        gc.collect()


def _answer(watch: _Watch, answers: BinaryIO, said: Said, data: bytes) -> None:
    module, _, function = str(said.pop("task")).partition(":")
    task: WorkerTask = getattr(importlib.import_module(module), function)
    try:
        for words, payload in task(said, data):
            watch.rest()
            _write(answers, _PART, words, payload)
            watch.begin()
    except MemoryError:
        raise
    except TaskRefused as refused:
        _write(answers, _NO, {"code": refused.code, "params": refused.params}, b"")
    except Exception as broken:  # noqa: BLE001 - what a broken file does to a library ends with it
        _write(answers, _BROKEN, {"reason": type(broken).__name__}, b"")
    else:
        _write(answers, _END, {"peak": peak_memory(), "held": memory_in_use()}, b"")


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes to the program; what a library prints goes nowhere."""
    questions, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for place in (0, 1, 2):
        os.dup2(nowhere, place)
    os.close(nowhere)
    return os.fdopen(questions, "rb"), os.fdopen(answers, "wb")


def _bound_addresses(addresses: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = {"RLIMIT_AS": addresses, "RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0}
    for name, bound in wanted.items():
        with suppress(AttributeError, OSError, ValueError):
            resource.setrlimit(getattr(resource, name), (bound, bound))


def _bound_time(cpu_s: int) -> None:
    """Let the kernel end this process, because a library may keep the watching thread from running."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(AttributeError, OSError, ValueError):
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + cpu_s + 2, hard))


def peak_memory() -> int:
    """Return the most memory that this process had, in bytes; where that is unknown what it has now."""
    with suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        found = next(line for line in lines if line.startswith("VmHWM:"))
        return int(found.split()[1]) * 1024
    return memory_in_use()


if __name__ == "__main__":
    from creditbank_desktop.devices.limited_worker import worker_main as _worker_main

    sys.exit(_worker_main(sys.argv[2:]))
