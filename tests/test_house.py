"""The house itself: the lock, the one version, the resources, and a Qt that counts its references."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.version import VERSION


@pytest.fixture
def project(checkout: Path) -> dict[str, Any]:
    return tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture
def lock(checkout: Path) -> str:
    return (checkout / "requirements.lock").read_text(encoding="utf-8")


def locked_versions(lock: str) -> dict[str, set[Version]]:
    found: dict[str, set[Version]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(Version(version))
    return found


def test_the_lock_holds_what_the_project_asks_for(project: dict[str, Any], lock: str) -> None:
    locked = locked_versions(lock)
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    unmet = [
        text
        for text in wanted
        if not any(
            version in Requirement(text).specifier
            for version in locked.get(canonicalize_name(Requirement(text).name), set())
        )
    ]
    assert unmet == [], "run make lock"


def test_every_locked_version_has_hashes(lock: str) -> None:
    entries = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_says_nothing_of_where_files_come_from(lock: str) -> None:
    assert "://" not in lock
    assert not re.search(r"^\s*-", re.sub(r"^\s+--hash=.*$", "", lock, flags=re.MULTILINE), re.MULTILINE)


def test_the_changelog_opens_with_this_version_or_what_comes_next(checkout: Path) -> None:
    text = (checkout / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\S+)", text, re.MULTILINE)
    assert VERSION in headings[:2]


def test_the_resources_of_this_checkout_are_found(checkout: Path) -> None:
    assert resources_folder() == checkout / "resources"


def test_qt_gives_back_every_reference_to_none(qapp: Any) -> None:
    # PySide6 6.12.0 on Python 3.11 loses one at every void call and aborts after some thousand.
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(1_000):
        thing.setObjectName(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
