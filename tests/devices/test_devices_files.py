"""Writing whole files, folders and the clock."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.devices.files import write_whole, writing_whole
from creditbank_desktop.devices.paths import folders_under, system_folders
from creditbank_desktop.domain.failures import EnvironmentFault


def test_whole_files_replace_the_old(tmp_path):
    path = tmp_path / "paper.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_while_writing_keeps_the_old_file(tmp_path):
    path = tmp_path / "paper.pdf"
    write_whole(path, b"old")

    def stop_half_way():
        with writing_whole(path) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop_half_way()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_the_environments_fault(tmp_path):
    path = tmp_path / "paper.pdf"
    with pytest.raises(EnvironmentFault) as caught, writing_whole(path):
        raise OSError(28, "No space left on device")
    assert caught.value.code == "file.unwritable"
    assert caught.value.params["reason"] == "No space left on device"
    with pytest.raises(EnvironmentFault):
        write_whole(tmp_path / "away" / "paper.pdf", b"x")
    assert list(tmp_path.iterdir()) == []


def test_folders_are_made_for_this_user_only(tmp_path):
    folders = folders_under(tmp_path / "root").make()
    for folder in (folders.data, folders.config, folders.cache, folders.logs):
        assert folder.is_dir()
        assert os.name != "posix" or stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert folders.make() == folders


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path):
    (tmp_path / "root").write_bytes(b"")
    with pytest.raises(EnvironmentFault) as caught:
        folders_under(tmp_path / "root").make()
    assert caught.value.code == "folder.unwritable"


def test_system_folders_are_distinct_and_absolute():
    folders = system_folders()
    found = {folders.data, folders.config, folders.cache, folders.logs}
    assert all(folder.is_absolute() and "CreditBank" in str(folder) for folder in found)
    if sys.platform == "linux":
        assert len(found) == 4


@pytest.mark.skipif(os.name != "posix", reason="core dumps are a thing of POSIX")
def test_memory_dumps_are_forbidden_in_a_process_of_its_own():
    check = (
        "import resource; from creditbank_desktop.devices.paths import forbid_memory_dumps;"
        "assert forbid_memory_dumps(); assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", check], cwd=root, check=True, timeout=60)


def test_the_clock_tells_utc_and_the_offices_day():
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert abs(datetime.now(UTC) - clock.now()) < timedelta(minutes=1)
    early, late = (SystemClock(timezone(timedelta(hours=hours))) for hours in (-12, 14))
    assert early.today() < late.today()
    assert isinstance(clock.today(), date)
