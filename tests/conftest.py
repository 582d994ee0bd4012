"""What every test stands on: an isolated environment, the size of the counts, and the shared sample data."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import hypothesis
import pytest

pytest_plugins = ["pytester", "tests.nothing_unexpected"]

ROOT = Path(__file__).resolve().parents[1]
Level = Literal["quick", "gate", "long"]
UNHURRIED = ("app", "flows", "server", "sync", "ui")
"""Folders whose tests start servers, programs or whole windows: they wait for the gate."""
EXAMPLES: dict[Level, int] = {"quick": 15, "gate": 60, "long": 2_000}


def level() -> Level:
    """Return the size of this run, which CREDITBANK_COUNTS names."""
    named = os.environ.get("CREDITBANK_COUNTS", "gate")
    for known in EXAMPLES:
        if named == known:
            return known
    raise pytest.UsageError(f"CREDITBANK_COUNTS is {named!r}; it can be {', '.join(EXAMPLES)}")


@dataclass(frozen=True, slots=True)
class Counts:
    """How often a test repeats itself in this run."""

    level: Level

    def pick(self, *, quick: int, gate: int, long: int) -> int:
        """Return the number for this run."""
        return {"quick": quick, "gate": gate, "long": long}[self.level]


def pytest_configure(config: pytest.Config) -> None:
    for name, examples in EXAMPLES.items():
        hypothesis.settings.register_profile(
            name,
            max_examples=examples,
            stateful_step_count=30 if name != "long" else 80,
            deadline=None,  # the machine may be busy
            derandomize=name != "long",  # the same code is judged alike; the long run looks for news
            print_blob=True,
            suppress_health_check=[hypothesis.HealthCheck.too_slow],
        )
    hypothesis.settings.load_profile(level())


def pytest_report_header() -> str:
    return f"counts: {level()}; PYTHONHASHSEED={os.environ.get('PYTHONHASHSEED', 'random')}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is too long for this run; a test asked for by name always runs."""
    if any("::" in argument for argument in config.args):
        return
    unfit = {"quick": ("slow", "long"), "gate": ("long",), "long": ()}[level()]
    folders = UNHURRIED if level() == "quick" else ()
    left_out = [
        item
        for item in items
        if any(item.get_closest_marker(name) for name in unfit) or item.path.parent.name in folders
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def counts() -> Counts:
    return Counts(level())


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the folder that holds pyproject.toml."""
    return ROOT


@pytest.fixture(scope="session")
def resources() -> Path:
    """Return the folder of fonts, icons, translations, rule sets and sample data."""
    return ROOT / "resources"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of sample names, resident IDs and certificates that lies beside the checkout."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        explain = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        explain("the folder shared/data is not beside this checkout")
    return folder


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the folders of the person who runs them."""
    folder = tmp_path_factory.mktemp("home")
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
    with pytest.MonkeyPatch.context() as patch:
        for name in (*names, "APPDATA", "LOCALAPPDATA"):
            place = folder / name.lower()
            place.mkdir(mode=0o700)
            patch.setenv(name, str(place))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_way_out() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])
            if host != "localhost" and not ip_address(host).is_loopback:
                self.close()
                pytest.fail(f"a test tried to reach {host}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


@pytest.fixture(autouse=True, scope="module")
def what_stays_is_not_looked_through_again() -> None:
    """Put aside what lives as long as the run: else each collection after a test walks through all of it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collected_by_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep Python's collector away from worker threads while windows live, as the program does itself."""
    if request.path.parent.name not in ("app", "flows", "ui"):
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()
