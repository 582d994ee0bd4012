"""The shape of the house, one rule a test: where things stand and what they may touch."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DESKTOP = ROOT / "creditbank_desktop"
SERVER = ROOT / "creditbank_server"


def modules(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(path: Path) -> Iterator[str]:
    """Name every module that a file imports, wherever the import stands."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Give every call with the last word of what is called."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node


def place(path: Path, line: int = 1) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


def within(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)


def test_package_files_are_empty() -> None:
    full = [
        place(path) for path in modules(DESKTOP, SERVER) if path.name == "__init__.py" and path.stat().st_size
    ]
    assert full == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in modules(DESKTOP, SERVER)}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_domain_needs_only_the_standard_library() -> None:
    allowed = (*sys.stdlib_module_names, "creditbank_desktop.domain")
    foreign = {
        f"{place(path)} imports {name}"
        for path in modules(DESKTOP / "domain")
        for name in imported(path)
        if not within(name, allowed)
    }
    assert foreign == set()


def test_the_server_shares_only_domain_rules_vault_and_envelopes() -> None:
    parts = ("domain", "rules", "vault", "sync.protocol", "version")
    allowed = tuple(f"creditbank_desktop.{part}" for part in parts)
    foreign = {
        f"{place(path)} imports {name}"
        for path in modules(SERVER)
        for name in imported(path)
        # "from creditbank_desktop.sync import protocol" names the parent too
        if name.startswith("creditbank_desktop.") and not within(name, allowed)
        if name != "creditbank_desktop.sync"
    }
    assert foreign == set()


def test_screens_know_of_papers_only_their_layout() -> None:
    foreign = {
        f"{place(path)} imports {name}"
        for path in modules(DESKTOP / "ui")
        for name in imported(path)
        if name.startswith("creditbank_desktop.documents.")
        and not within(name, ("creditbank_desktop.documents.layout",))
    }
    assert foreign == set()


def test_what_only_one_system_has_stays_behind_a_port() -> None:
    bound = {
        "fcntl",
        "grp",
        "msvcrt",
        "posix",
        "pwd",
        "pty",
        "resource",
        "termios",
        "tty",
        "winreg",
        "winsound",
    }
    outside = [
        path
        for path in modules(DESKTOP, SERVER)
        if path.relative_to(ROOT).parts[1] not in {"devices", "vault"}
    ]
    found = {f"{place(path)} imports {name}" for path in outside for name in imported(path) if name in bound}
    assert found == set()


def test_wording_is_translated_only_where_people_read_it() -> None:
    readers = {"ui", "app"}
    inner = [path for path in modules(DESKTOP, SERVER) if path.relative_to(ROOT).parts[1] not in readers]
    found = [place(path, call.lineno) for path in inner for name, call in called(path) if name == "tr"]
    assert found == []


def test_wording_is_never_an_f_string() -> None:
    # pyside6-lupdate does not see them, so they would stay English.
    found = [
        place(path, call.lineno)
        for path in modules(DESKTOP)
        for name, call in called(path)
        if name in {"tr", "translate"} and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert found == []


def test_screens_neither_sleep_nor_turn_the_event_loop_themselves() -> None:
    banned = {"processEvents", "sleep", "msleep"}
    found = [
        place(path, call.lineno)
        for path in modules(DESKTOP / "ui")
        for name, call in called(path)
        if name in banned
    ]
    assert found == []


def test_nobody_subclasses_a_qt_thread() -> None:
    found = [
        place(path, node.lineno)
        for path in modules(DESKTOP)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base).split(".")[-1] == "QThread" for base in node.bases)
    ]
    assert found == []


def test_names_are_words_of_the_field() -> None:
    empty = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc", "base2"}
    found = [
        place(path)
        for path in modules(DESKTOP, SERVER, ROOT / "tests", ROOT / "installer")
        if empty & set(path.stem.lower().split("_")) or path.parent.name in empty
    ]
    assert found == []


def test_few_files_are_long_and_none_very_long() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(DESKTOP, SERVER)}
    long = [f"{place(path)}: {lines} lines" for path, lines in lengths.items() if lines > 400]
    assert len(long) <= len(lengths) // 20, long
    assert max(lengths.values()) <= 700, long


def test_tests_replace_nothing_by_mocks() -> None:
    found = [
        f"{place(path)} imports {name}"
        for path in modules(ROOT / "tests")
        for name in imported(path)
        if within(name, ("unittest.mock", "mock", "pytest_mock"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "folder", ["creditbank_desktop", "creditbank_server", "resources", "tests", "installer"]
)
def test_the_folders_of_the_owner_are_there(folder: str) -> None:
    assert (ROOT / folder).is_dir()
