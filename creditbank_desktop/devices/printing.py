"""Sending finished PDF papers to a printer of the system.

Where CUPS is there (Linux, macOS) papers go to its ``lp`` command. Elsewhere they are saved and opened in
the system's viewer, from which the user prints: sending silently to a Windows printer is not there yet.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from creditbank_desktop.devices.files import write_whole
from creditbank_desktop.domain.failures import EnvironmentFault

SHOWN_SECONDS = 900
"""How long a paper may lie in the clear for a viewer to print it."""
_SECONDS_TO_ANSWER = 20
_JOB = re.compile(r"request id is (\S+)")
_UNFIT_FOR_FILE_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True, slots=True)
class PrinterName:
    """A printer that papers can be sent to, as the system calls it."""

    name: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A paper to print: PDF bytes, title for the queue, printer ("" for the default), copies, sides.

    ``paper_size`` "A4", "A5" or "B5"; ``tray`` as the driver names it, "" for its default.
    """

    pdf: bytes
    title: str
    printer: str = ""
    copies: int = 1
    on_both_sides: bool = False
    paper_size: str = "A4"
    tray: str = ""


class Printer(Protocol):
    """Prints papers, or brings them to where they can be printed."""

    @property
    def prints_directly(self) -> bool:
        """Return whether `print_pdf` reaches paper without further steps of the user."""

    def printers(self) -> tuple[PrinterName, ...]:
        """Return the printers to choose from, the default first; none when the system chooses itself."""

    def print_pdf(self, job: PrintJob) -> str:
        """Hand over a paper; return the system's id of the job, or the path of the saved file.

        Raises `EnvironmentFault`: ``printer.none``, ``printer.silent`` (seconds without an answer),
        ``printer.refused`` (reason), ``file.unwritable``.
        """


class LpPrinter:
    """Prints through the commands of CUPS; ``lp`` and ``lpstat`` are their names or full paths."""

    def __init__(self, lp: str = "lp", lpstat: str = "lpstat") -> None:
        """Use the commands ``lp`` and ``lpstat``."""
        self._lp = lp
        self._lpstat = lpstat

    @property
    def prints_directly(self) -> bool:
        """Return True: papers go to the queue."""
        return True

    def printers(self) -> tuple[PrinterName, ...]:
        """Return the queues that CUPS names, the default first; raises `EnvironmentFault` as `print_pdf`."""
        names = [line.strip() for line in self._ask([self._lpstat, "-e"]).stdout.splitlines() if line.strip()]
        # Without a default lpstat says so in words; with one its name follows the colon.
        _, _, default = self._ask([self._lpstat, "-d"]).stdout.partition(":")
        found = [PrinterName(name, name == default.strip()) for name in names]
        return tuple(sorted(found, key=lambda printer: (not printer.is_default, printer.name)))

    def print_pdf(self, job: PrintJob) -> str:
        """Queue a paper and return the job's id; see `Printer.print_pdf`."""
        sides = "two-sided-long-edge" if job.on_both_sides else "one-sided"
        command = [self._lp, "-t", _plain_title(job.title), "-n", str(job.copies), "-o", f"sides={sides}"]
        media = ",".join(part for part in (job.paper_size, job.tray) if part)
        command += ["-o", f"media={media}", "-o", "document-format=application/pdf"]
        if job.printer:
            command += ["-d", job.printer]
        answer = self._ask(command, job.pdf)
        queued = _JOB.search(answer.stdout)
        if answer.returncode or queued is None:
            reason = answer.stderr.strip() or answer.stdout.strip()
            code = "printer.none" if "no default destination" in reason else "printer.refused"
            raise EnvironmentFault(code, reason=reason[:200])
        return queued.group(1)

    def _ask(self, command: list[str], sent: bytes = b"") -> subprocess.CompletedProcess[str]:
        # The answers are read, so they must not come in the user's language.
        environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "LANGUAGE": "C"}
        try:
            done = subprocess.run(
                command,
                input=sent,
                capture_output=True,
                env=environment,
                timeout=_SECONDS_TO_ANSWER,
                check=False,
            )
        except FileNotFoundError as missing:
            raise EnvironmentFault("printer.none", reason=command[0]) from missing
        except subprocess.TimeoutExpired as late:
            raise EnvironmentFault("printer.silent", seconds=_SECONDS_TO_ANSWER) from late
        except OSError as fault:
            raise EnvironmentFault("printer.refused", reason=fault.strerror or "") from fault
        return subprocess.CompletedProcess(
            command,
            done.returncode,
            done.stdout.decode(errors="replace"),
            done.stderr.decode(errors="replace"),
        )


class ViewerPrinter:
    """Saves papers into a folder and shows them with ``show``, so that the user prints from there."""

    def __init__(self, folder: Path, show: Callable[[Path], None]) -> None:
        """Save into ``folder``, which is there; ``show`` opens a file and returns at once."""
        self._folder = folder
        self._show = show

    @property
    def prints_directly(self) -> bool:
        """Return False: the user prints from the viewer."""
        return False

    def printers(self) -> tuple[PrinterName, ...]:
        """Return none: the viewer asks for the printer."""
        return ()

    def print_pdf(self, job: PrintJob) -> str:
        """Save the paper under its title, open it and return the path; see `Printer.print_pdf`."""
        self._forget_old()
        path = self._free_path(_file_name(job.title))
        write_whole(path, job.pdf)
        self._show(path)
        return str(path)

    def _forget_old(self) -> None:
        """Remove what was shown long ago; what a viewer still holds open goes another time."""
        for path in self._folder.glob("*.pdf"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > SHOWN_SECONDS:
                    path.unlink()

    def _free_path(self, name: str) -> Path:
        path = self._folder / f"{name}.pdf"
        count = 2
        while path.exists():
            path = self._folder / f"{name} ({count}).pdf"
            count += 1
        return path


def open_with_viewer(path: Path) -> None:
    """Open a file with the program that the system has for it and return at once.

    Raises `EnvironmentFault` ``viewer.none`` (path).
    """
    try:
        if sys.platform == "win32":
            os.startfile(path)
        else:
            command = "open" if sys.platform == "darwin" else "xdg-open"
            quiet = subprocess.DEVNULL
            subprocess.run(
                [command, str(path)], stdout=quiet, stderr=quiet, timeout=_SECONDS_TO_ANSWER, check=True
            )
    except (OSError, subprocess.SubprocessError) as fault:
        raise EnvironmentFault("viewer.none", path=str(path)) from fault


def system_printer(folder: Path) -> Printer:
    """Return the way to paper that this system has; ``folder`` takes the papers that a viewer shows."""
    if sys.platform != "win32" and shutil.which("lp") and shutil.which("lpstat"):
        return LpPrinter()
    return ViewerPrinter(folder, open_with_viewer)


def _plain_title(title: str) -> str:
    return " ".join(title.split())[:120] or "CreditBank"


def _file_name(title: str) -> str:
    return _UNFIT_FOR_FILE_NAMES.sub("_", _plain_title(title)).strip(" .") or "CreditBank"
