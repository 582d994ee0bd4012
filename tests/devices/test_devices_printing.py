"""Printing through CUPS commands and through the viewer."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from creditbank_desktop.devices.printing import (
    SHOWN_SECONDS,
    LpPrinter,
    PrinterName,
    PrintJob,
    ViewerPrinter,
    system_printer,
)
from creditbank_desktop.domain.failures import EnvironmentFault

PDF = b"%PDF-1.7\n\xff\x00 paper"
posix_only = pytest.mark.skipif(os.name != "posix", reason="CUPS commands are scripts here")


@pytest.fixture
def command(tmp_path):
    def write(name, body):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)
        return str(path)

    return write


@posix_only
def test_a_paper_reaches_lp_with_its_options(command, tmp_path):
    keep = f'printf "%s\\n" "$@" > {tmp_path}/args; cat > {tmp_path}/sent'
    lp = command("lp", f'{keep}; echo "request id is Hall-12 (0 file(s))"')
    job = PrintJob(PDF, "受理回执\n SL-1", printer="Hall", copies=2, on_both_sides=True)
    assert LpPrinter(lp).print_pdf(job) == "Hall-12"
    assert (tmp_path / "sent").read_bytes() == PDF
    args = (tmp_path / "args").read_text(encoding="utf-8").splitlines()
    assert args[:4] == ["-t", "受理回执 SL-1", "-n", "2"]
    assert args[-2:] == ["-d", "Hall"]
    assert "sides=two-sided-long-edge" in args


@posix_only
def test_printers_are_listed_default_first(command):
    lpstat = command(
        "lpstat",
        'if [ "$1" = -e ]; then printf "Annex\\nHall\\n"; else echo "system default destination: Hall"; fi',
    )
    assert LpPrinter(lpstat=lpstat).printers() == (PrinterName("Hall", True), PrinterName("Annex", False))


@posix_only
def test_no_printers_is_an_empty_list(command):
    lpstat = command("lpstat", 'if [ "$1" = -e ]; then exit 1; else echo "no system default destination"; fi')
    assert LpPrinter(lpstat=lpstat).printers() == ()


@posix_only
@pytest.mark.parametrize(
    ("body", "code", "reason"),
    [
        ("echo 'lp: Error - no default destination available.' >&2; exit 1", "printer.none", "no default"),
        ("echo 'lp: The printer or class does not exist.' >&2; exit 1", "printer.refused", "does not exist"),
        ("exit 0", "printer.refused", ""),
    ],
)
def test_refusals_are_passed_on_in_the_systems_words(command, body, code, reason):
    with pytest.raises(EnvironmentFault) as caught:
        LpPrinter(command("lp", "cat > /dev/null; " + body)).print_pdf(PrintJob(PDF, "t"))
    assert caught.value.code == code
    assert reason in str(caught.value.params["reason"])


def test_a_missing_command_means_no_printer(tmp_path):
    with pytest.raises(EnvironmentFault) as caught:
        LpPrinter(str(tmp_path / "no-lp")).print_pdf(PrintJob(PDF, "t"))
    assert caught.value.code == "printer.none"


def test_the_viewer_shows_the_saved_paper_and_keeps_earlier_ones(tmp_path):
    shown: list[Path] = []
    printer = ViewerPrinter(tmp_path, shown.append)
    first = printer.print_pdf(PrintJob(PDF, 'SL-2026/01: "回执"'))
    second = printer.print_pdf(PrintJob(b"%PDF other", 'SL-2026/01: "回执"'))
    assert [str(path) for path in shown] == [first, second]
    assert [path.name for path in shown] == ["SL-2026_01_ _回执_.pdf", "SL-2026_01_ _回执_ (2).pdf"]
    assert shown[0].read_bytes() == PDF
    assert printer.printers() == ()
    assert not printer.prints_directly


def test_the_systems_way_to_paper_says_whether_it_is_direct(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert isinstance(system_printer(tmp_path), ViewerPrinter)
    if sys.platform != "win32":
        for name in ("lp", "lpstat"):
            (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
            (tmp_path / name).chmod(0o755)
        assert system_printer(tmp_path).prints_directly


def test_a_paper_that_was_shown_long_ago_is_removed(tmp_path: Path) -> None:
    shown: list[Path] = []
    printer = ViewerPrinter(tmp_path, shown.append)
    old = Path(printer.print_pdf(PrintJob(b"%PDF old", "old")))
    long_ago = time.time() - SHOWN_SECONDS - 1
    os.utime(old, (long_ago, long_ago))
    new = Path(printer.print_pdf(PrintJob(b"%PDF new", "new")))
    assert not old.exists()
    assert new.read_bytes() == b"%PDF new"
