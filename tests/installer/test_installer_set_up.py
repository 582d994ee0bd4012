"""The set-up finds a Python that works, notices every change, and says what a person has to do."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from installer import set_up

needs_scripts = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for interpreters are shell scripts")


def stand_in(path: Path, version: str, *, works: bool = True, complete: bool = True) -> Path:
    """Write a script that answers like an interpreter of a version, or fails like a stale shim."""
    path.parent.mkdir(parents=True, exist_ok=True)
    answer = f"""case "$2" in
*version_info*) echo {version.replace(".", " ")} ;;
*) exit {0 if complete else 1} ;;
esac"""
    path.write_text(f"#!/bin/sh\n{answer if works else 'exit 127'}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Return a folder on the path and a pyenv folder, and hide the machine's own interpreters."""
    on_path, pyenv = tmp_path / "bin", tmp_path / "pyenv"
    on_path.mkdir()
    monkeypatch.setenv("PATH", f"{on_path}{os.pathsep}/usr/bin:/bin")
    monkeypatch.setenv("PYENV_ROOT", str(pyenv))
    monkeypatch.setattr(sys, "_base_executable", str(tmp_path / "none"))
    return on_path, pyenv


@needs_scripts
def test_a_shim_that_fails_gives_way_to_the_interpreter_behind_it(folders: tuple[Path, Path]) -> None:
    on_path, pyenv = folders
    stand_in(on_path / "python3.13", "3.13", works=False)
    real = stand_in(pyenv / "versions/3.13.0/bin/python3", "3.13")
    assert set_up.choose_python() == (real, (3, 13))


@needs_scripts
def test_the_newest_interpreter_wins(folders: tuple[Path, Path]) -> None:
    on_path, _ = folders
    stand_in(on_path / "python3.12", "3.12")
    newest = stand_in(on_path / "python3.13", "3.13")
    assert set_up.choose_python() == (newest, (3, 13))


@needs_scripts
def test_an_interpreter_that_can_make_environments_wins_over_a_newer_one_that_cannot(
    folders: tuple[Path, Path],
) -> None:
    on_path, _ = folders
    stand_in(on_path / "python3.13", "3.13", complete=False)
    complete = stand_in(on_path / "python3.12", "3.12")
    assert set_up.choose_python() == (complete, (3, 12))


@needs_scripts
def test_without_any_python_the_versions_are_named(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "candidates", lambda: iter([folders[0] / "python3.13"]))
    with pytest.raises(set_up.SetUpFault, match=r"3\.13, 3\.12, 3\.11"):
        set_up.choose_python()


@needs_scripts
def test_without_the_right_to_install_the_command_is_named(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(folders[0] / "apt-get", "0")
    monkeypatch.setenv("PATH", str(folders[0]))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(set_up.SetUpFault, match="apt-get install --no-install-recommends libegl1 libgl1"):
        set_up.install_packages(["libegl1", "libgl1"])


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out a checkout whose stamp is right, with this very interpreter for its environment."""
    (tmp_path / "requirements.lock").write_text("one==1\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    monkeypatch.setattr(set_up, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(set_up, "STAMP", tmp_path / "set-up.json")
    monkeypatch.setattr(set_up, "venv_python", lambda: Path(sys.executable))
    version = ".".join(map(str, sys.version_info[:2]))
    set_up.STAMP.write_text(json.dumps({**set_up.fingerprint(), "python": version}), encoding="utf-8")
    return tmp_path


def test_an_unchanged_checkout_is_left_alone(ready: Path) -> None:
    assert set_up.is_current()


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_input_asks_for_a_new_set_up(ready: Path, name: str) -> None:
    (ready / name).write_text("changed\n", encoding="utf-8")
    assert not set_up.is_current()


def test_an_environment_of_another_python_asks_for_a_new_set_up(ready: Path) -> None:
    stamp = json.loads(set_up.STAMP.read_text(encoding="utf-8"))
    set_up.STAMP.write_text(json.dumps({**stamp, "python": "3.10"}), encoding="utf-8")
    assert not set_up.is_current()


def test_a_torn_stamp_asks_for_a_new_set_up(ready: Path) -> None:
    set_up.STAMP.write_text('{"requirements.lock": "ab', encoding="utf-8")
    assert not set_up.is_current()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Debian")
def test_a_tool_that_only_tests_use_holds_nothing_up(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_path, _ = folders
    monkeypatch.setenv("PATH", str(on_path))
    stand_in(on_path / "apt-get", "3.13")
    assert set_up.missing_test_tools() == ["sane-utils", "strace"]
    for command in ("scanimage", "strace"):
        stand_in(on_path / command, "3.13")
    assert set_up.missing_test_tools() == []

    def refused(packages: object) -> None:
        raise set_up.SetUpFault("no package sources")

    monkeypatch.setattr(set_up, "install_packages", refused)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    set_up.install_test_tools(["strace"])
    assert "going on without strace" in capsys.readouterr().out
