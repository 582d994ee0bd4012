"""``creditbank recover`` from the command line, in processes of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.front_door import OFFICE_FOLDER
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.devices.paths import folders_under
from tests.flows.recovery_office import CLERK, OTHER, Desk, founded_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return founded_desk(folders_under(tmp_path).data / OFFICE_FOLDER, SystemClock())


def creditbank(tmp_path: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "creditbank_desktop.app.main", "--data-dir", str(tmp_path), *arguments]
    return subprocess.run(
        command, input=typed, capture_output=True, text=True, timeout=120, check=False, env=dict(os.environ)
    )


def test_a_passphrase_is_set_by_the_recovery_code_and_told(tmp_path: Path, desk: Desk) -> None:
    desk.place.keyring.unlink()
    typed = f"{desk.code}\n{OTHER}\n"
    done = creditbank(tmp_path, "recover", "--login", "clerk", typed=typed)
    assert (done.returncode, done.stderr) == (Exit.DONE, "")
    assert "陈晓雨 (clerk)" in done.stdout
    for secret in (desk.code, OTHER):
        assert secret not in done.stdout
    desk.unlock("clerk", OTHER)
    desk.close()


def test_a_wrong_code_is_told_in_words_and_changes_nothing(tmp_path: Path, desk: Desk) -> None:
    wrong = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
    done = creditbank(tmp_path, "recover", "--login", "clerk", "--code", wrong, typed=OTHER + "\n")
    assert done.returncode == Exit.FINDINGS
    assert "recovery code does not open the store" in done.stderr
    desk.unlock("clerk", CLERK)
    desk.close()
