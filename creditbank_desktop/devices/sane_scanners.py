"""Scanners on Linux through SANE's command ``scanimage``; fills `ScannerPort`.

No pixel ever lies on the disk: a single page comes through the standard output, the pages of a feeder through
named pipes in a private folder, which scanimage takes for the files of its batch.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

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

PREFIX = "sane:"
_SECONDS_TO_LIST = 30
_SECONDS_TO_ANSWER = 20
_SILENT_S = 180.0
_TICK_S = 0.02
_RENAMED_WITHIN_S = 3.0
# A driver may hang after it told its fault (SANE's own test device does now and then): what was said counts.
_LINGERS_S = 3.0
_TOLD = (b"scanimage: sane_read:", b"scanimage: sane_start:")
_MOST_PICTURE = 512 << 20
_PIPES_AHEAD = 4
_MOST_PAGES = 500
_COMMON_DPI = (75, 100, 150, 200, 300, 400, 600)
_SIZES_MM = {ScanSize.A4: (210, 297), ScanSize.A5: (148, 210), ScanSize.LETTER: (216, 279)}

_CODES = {
    3: "scanner.busy",
    6: "scanner.jam",
    7: "scanner.no_paper",
    8: "scanner.cover",
    11: "scanner.denied",
}
"""SANE's status, with which scanimage ends (SANE standard 1.06, table 1)."""
_WORDS = (
    ("device busy", "scanner.busy"),
    ("jammed", "scanner.jam"),
    ("out of documents", "scanner.no_paper"),
    ("cover is open", "scanner.cover"),
    ("access to resource has been denied", "scanner.denied"),
)
_MODES: Mapping[ColourMode, tuple[str, ...]] = {
    ColourMode.COLOUR: ("color", "colour", "24bit", "24-bit", "rgb"),
    ColourMode.GREY: ("gray", "grey", "true gray", "8bit", "256"),
    ColourMode.LINEART: ("lineart", "black & white", "black&white", "binary", "monochrome", "bw"),
}
_CHOICES = re.compile(r"^\s+--?(mode|source|resolution)\s+(\S.*?)\s+\[", re.MULTILINE)
_LENGTHS = re.compile(r"^\s+-([xy])\s+[-\d.]+\.\.([\d.]+)mm", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Abilities:
    """What one device says it can do: the words of its own options."""

    modes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    resolutions: tuple[int, ...] = ()
    lengths_mm: Mapping[str, float] = field(default_factory=dict)

    def mode_for(self, wanted: ColourMode) -> str:
        """Return the device's word for a mode, "" for none."""
        beginnings = _MODES[wanted]
        return next((mode for mode in self.modes if mode.lower().startswith(beginnings)), "")

    def source_for(self, wanted: Feed) -> str:
        """Return the device's word for where the paper lies, "" for none."""
        return next((source for source in self.sources if _feed_of(source) is wanted), "")


def _feed_of(source: str) -> Feed:
    words = source.lower()
    if "duplex" in words or "both" in words:
        return Feed.DUPLEX
    return Feed.FEEDER if "adf" in words or "feeder" in words else Feed.FLATBED


class SaneScanners:
    """The scanners that SANE knows; ``environment`` is added to that of the program, for tests."""

    def __init__(self, command: str = "scanimage", environment: Mapping[str, str] | None = None) -> None:
        """Look for nothing yet."""
        self._command = command
        self._environment = {**os.environ, "LC_ALL": "C", **(environment or {})}
        self._known: dict[str, _Abilities] = {}

    def drives(self, source: str) -> bool:
        """Return whether ``source`` goes by SANE."""
        return source.startswith(PREFIX)

    def sources(self) -> tuple[ScanSource, ...]:
        """Return the scanners that are there; see `ScannerPort.sources`."""
        said = self._ask(["-f", "%d\t%v %m%n"], _SECONDS_TO_LIST)
        found = []
        for line in said.splitlines():
            device, tab, name = line.partition("\t")
            if tab and device:
                able = self._abilities(device)
                feeds = tuple(feed for feed in Feed if able.source_for(feed)) or (Feed.FLATBED,)
                colours = tuple(colour for colour in ColourMode if able.mode_for(colour))
                found.append(
                    ScanSource(
                        PREFIX + device, SourceKind.SCANNER, name.strip(), feeds, able.resolutions, colours
                    )
                )
        return tuple(found)

    def scan(
        self,
        profile: ScanProfile,
        on_picture: Callable[[RawPicture], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Scan one page, or all in the feeder; see `ScannerPort.scan`."""
        device = profile.source.removeprefix(PREFIX) or self._first()
        able = self._abilities(device)
        words = [self._program(), "-d", device, "--format=pnm", *_settings(able, profile)]
        feeder = profile.feed is not Feed.FLATBED and bool(able.source_for(profile.feed))
        if feeder:
            self._scan_feeder(words, profile, on_picture, cancelled)
        else:
            self._scan_one(words, profile, on_picture, cancelled)

    def _scan_one(
        self,
        words: Sequence[str],
        profile: ScanProfile,
        on_picture: Callable[[RawPicture], None],
        cancelled: Callable[[], bool],
    ) -> None:
        with _running(words, self._environment, subprocess.PIPE) as run:
            assert run.process.stdout is not None
            handle = run.process.stdout.fileno()
            os.set_blocking(handle, False)
            data = _drain(handle, run, cancelled)
            if data is None:
                return
            run.finish()
        on_picture(RawPicture(data, profile.dpi))

    def _scan_feeder(
        self,
        words: Sequence[str],
        profile: ScanProfile,
        on_picture: Callable[[RawPicture], None],
        cancelled: Callable[[], bool],
    ) -> None:
        folder = Path(tempfile.mkdtemp(prefix="creditbank-scan-"))  # open to this user alone
        try:
            batch = [*words, f"--batch={folder / 'p%d.pnm'}", f"--batch-count={_MOST_PAGES}"]
            pages = 0
            for number in range(1, _PIPES_AHEAD + 1):
                os.mkfifo(folder / f"p{number}.pnm.part", 0o600)
            with _running(batch, self._environment, subprocess.DEVNULL) as run:
                for number in range(1, _MOST_PAGES + 1):
                    os.mkfifo(folder / f"p{number + _PIPES_AHEAD}.pnm.part", 0o600)
                    data = _batch_page(folder / f"p{number}.pnm", run, cancelled)
                    if data is None:
                        break
                    pages += 1
                    on_picture(RawPicture(data, profile.dpi, str(number)))
                if cancelled():
                    return
                run.finish(empty_is_end=pages > 0)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _first(self) -> str:
        found = self.sources()
        if not found:
            raise EnvironmentFault("scanner.none")
        return found[0].source.removeprefix(PREFIX)

    def _abilities(self, device: str) -> _Abilities:
        if device not in self._known:
            self._known[device] = _abilities_in(self._ask(["-d", device, "-A"], _SECONDS_TO_ANSWER))
        return self._known[device]

    def _ask(self, words: Sequence[str], seconds: float) -> str:
        try:
            answer = subprocess.run(
                [self._program(), *words],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                check=False,
                env=self._environment,
            )
        except subprocess.TimeoutExpired as late:
            raise EnvironmentFault("scanner.silent", seconds=int(seconds)) from late
        except OSError as fault:
            raise EnvironmentFault("scanner.broken", reason=fault.strerror or "") from fault
        if answer.returncode:
            raise _fault(answer.returncode, answer.stderr.decode(errors="replace"))
        return answer.stdout.decode(errors="replace")

    def _program(self) -> str:
        found = shutil.which(self._command)
        if found is None:
            raise EnvironmentFault("scanner.no_sane")
        return found


def _abilities_in(said: str) -> _Abilities:
    choices = {found[1]: found[2] for found in _CHOICES.finditer(said)}
    lengths = {found[1]: float(found[2]) for found in _LENGTHS.finditer(said)}
    modes = tuple(choices["mode"].split("|")) if "mode" in choices else ()
    sources = tuple(choices["source"].split("|")) if "source" in choices else ()
    return _Abilities(modes, sources, _resolutions(choices.get("resolution", "")), lengths)


def _resolutions(said: str) -> tuple[int, ...]:
    span = re.match(r"([\d.]+)\.\.([\d.]+)", said)
    if span:
        low, high = float(span[1]), float(span[2])
        return tuple(dpi for dpi in _COMMON_DPI if low <= dpi <= high)
    return tuple(int(found) for found in re.findall(r"\d+", said))


def _settings(able: _Abilities, profile: ScanProfile) -> Iterator[str]:
    """Yield the options of a scan, as far as the device has them."""
    mode, source = able.mode_for(profile.colour), able.source_for(profile.feed)
    if source:
        yield f"--source={source}"
    if mode:
        yield f"--mode={mode}"
    if able.resolutions:
        yield f"--resolution={min(able.resolutions, key=lambda dpi: abs(dpi - profile.dpi))}"
    size = _SIZES_MM.get(profile.size)
    for axis, place in (("x", 0), ("y", 1)):
        most = able.lengths_mm.get(axis)
        if most is not None:
            yield f"-{axis}"
            yield f"{most if size is None else min(most, size[place]):g}"


class _Run:
    """A running scanimage and what it says."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._said: list[bytes] = []
        self._told_at: float | None = None
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._said = [*self._said[-40:], line]
            if line.startswith(_TOLD):
                self._told_at = time.monotonic()

    def lingers(self) -> bool:
        """Return whether scanimage told a fault a while ago: it is done, whether it ends or not."""
        return self._told_at is not None and time.monotonic() - self._told_at > _LINGERS_S

    def finish(self, *, empty_is_end: bool = False) -> None:
        """Wait for the end and raise the fault that it was, if it was one."""
        code = self._ending()
        said = b"".join(self._said).decode(errors="replace")
        if code is None and self._told_at is None:
            raise EnvironmentFault("scanner.silent", seconds=_SECONDS_TO_ANSWER)
        if code == 0:
            return
        fault = _fault(code, said)
        if not (empty_is_end and fault.code == "scanner.no_paper"):
            raise fault

    def _ending(self) -> int | None:
        """Wait for the exit code; None when scanimage does not end."""
        until = time.monotonic() + _SECONDS_TO_ANSWER
        while time.monotonic() < until and not self.lingers():
            with suppress(subprocess.TimeoutExpired):
                code = self.process.wait(timeout=0.1)
                self._listener.join(timeout=2)
                return code
        return None

    def stop(self) -> None:
        """Let the scanner bring its head home, and do not wait longer than that takes."""
        if self.process.poll() is None:
            with suppress(OSError):
                self.process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=1 if self.lingers() else 5)
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                self._listener.join(timeout=2)
                pipe.close()


@contextmanager
def _running(words: Sequence[str], environment: Mapping[str, str], output: int) -> Iterator[_Run]:
    try:
        process = subprocess.Popen(
            list(words),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            env=dict(environment),
        )
    except OSError as fault:
        raise EnvironmentFault("scanner.broken", reason=fault.strerror or "") from fault
    run = _Run(process)
    try:
        yield run
    finally:
        run.stop()


def _drain(handle: int, run: _Run, cancelled: Callable[[], bool], gone: Path | None = None) -> bytes | None:
    """Return everything that comes through a pipe until its writer closes it; None when cancelled, or when
    scanimage ends without ever opening the pipe ``gone``.
    """
    data = bytearray()
    since = time.monotonic()
    while not cancelled():
        try:
            part = os.read(handle, 1 << 16)
        except BlockingIOError:
            part = None
        if part:
            data += part
            since = time.monotonic()
            if len(data) > _MOST_PICTURE:
                raise EnvironmentFault("scanner.broken", reason="picture too large")
            continue
        if part == b"" and (data or gone is None or run.process.poll() is not None):
            return bytes(data) if data or gone is None else None
        if run.lingers():
            return bytes(data) if gone is None else None
        if time.monotonic() - since > _SILENT_S:
            raise EnvironmentFault("scanner.silent", seconds=int(_SILENT_S))
        time.sleep(_TICK_S)
    return None


def _batch_page(path: Path, run: _Run, cancelled: Callable[[], bool]) -> bytes | None:
    """Return the next picture of a feeder once scanimage calls it whole, None after the last one."""
    part = path.with_name(path.name + ".part")
    handle = os.open(part, os.O_RDONLY | os.O_NONBLOCK)
    try:
        data = _drain(handle, run, cancelled, gone=part)
    finally:
        os.close(handle)
    if data is None:
        return None
    until = time.monotonic() + _RENAMED_WITHIN_S
    while not path.exists():  # a page that failed half-way never gets its name
        if run.process.poll() is not None and not path.exists():
            return None
        if time.monotonic() > until:
            return None
        time.sleep(_TICK_S)
    path.unlink()
    return data


def _fault(code: int | None, said: str) -> EnvironmentFault:
    words = said.lower()
    known = _CODES.get(code or 0) or next((fault for mark, fault in _WORDS if mark in words), None)
    if known is not None:
        return EnvironmentFault(known)
    if "open of device" in words or "no scanners were identified" in words or "no sane devices" in words:
        return EnvironmentFault("scanner.unknown")
    lines = [line.strip() for line in said.splitlines() if line.startswith("scanimage:")]
    reason = lines[-1].removeprefix("scanimage:").strip() if lines else str(code)
    return EnvironmentFault("scanner.broken", reason=reason[:200])
