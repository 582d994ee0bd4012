"""Nothing of a learner lies in the clear: not after the main path, not after a kill in its middle.

Every file in the folders for data, settings, cache, logs and temporary files is searched for the learner's
name, numbers and telephone and for the scan, in every way of writing them; a planted one of each is found.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from creditbank_desktop.app.demo.path import CERTIFICATE, WALK_IN
from creditbank_desktop.app.resources import resources_folder
from creditbank_server.embedded_postgres import EmbeddedPostgres
from tests.conftest import Counts
from tests.flows.at_rest_walker import DONE, WAITING
from tests.flows.byte_search import files_below, needles_for, search
from tests.flows.drilling import STEPS

SCAN = resources_folder() / "sample" / "certificates" / "skill-certificate-level-3.png"
TEXTS = {
    "name": WALK_IN.name,
    "Latin name": WALK_IN.latin_name,
    "document number": WALK_IN.document_number,
    "student number": WALK_IN.student_number,
    "telephone": WALK_IN.phone,
    "certificate number": CERTIFICATE["evidence_number"],
}
FOLDERS = ("home", "data", "config", "cache", "state", "runtime", "tmp")
PATIENCE_S = 240


def needles() -> dict[tuple[str, str], tuple[bytes, ...]]:
    return needles_for(TEXTS, (SCAN,))


def folders_of(root: Path) -> list[Path]:
    return [root / name for name in FOLDERS]


@contextmanager
def walker(root: Path, stop_after: str = "", pictures: str = "") -> Iterator[subprocess.Popen[str]]:
    """Give a process that walks the path with all its folders below ``root``."""
    for folder in folders_of(root):
        folder.mkdir(parents=True, mode=0o700)
    places = {
        "HOME": root / "home",
        "XDG_DATA_HOME": root / "data",
        "XDG_CONFIG_HOME": root / "config",
        "XDG_CACHE_HOME": root / "cache",
        "XDG_STATE_HOME": root / "state",
        "XDG_RUNTIME_DIR": root / "runtime",
        "TMPDIR": root / "tmp",
        "TEMP": root / "tmp",
        "TMP": root / "tmp",
    }
    environment = {**os.environ, **{name: str(path) for name, path in places.items()}}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.flows.at_rest_walker", stop_after, pictures],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=PATIENCE_S)
        stop_what_the_killed_left(root / "tmp")


def stop_what_the_killed_left(temporary: Path) -> None:
    """Stop and remove the database of a walker that was killed; one that ended by itself left none."""
    for folder in temporary.glob("creditbank-server-*"):
        cluster = EmbeddedPostgres(folder, durable=False)
        cluster.start()
        cluster.stop()
        cluster.remove()


def wait_for(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == word:
            return
    raise AssertionError(f"the walker ended before it said {word!r}: {process.poll()}")


@pytest.mark.slow
@pytest.mark.timeout(PATIENCE_S)
def test_the_main_path_leaves_nothing_in_the_clear(tmp_path: Path) -> None:
    with walker(tmp_path, pictures=str(tmp_path / "pictures")) as process:
        wait_for(process, DONE)
        assert search(folders_of(tmp_path), needles()) == []
        process.communicate("\n", timeout=PATIENCE_S)
        assert process.returncode == 0
    assert search(folders_of(tmp_path), needles()) == []
    log = tmp_path / "state" / "CreditBank" / "log" / "debug.log"
    assert log.stat().st_size > 0, "the search of the log must not be empty"
    written = files_below(folders_of(tmp_path))
    assert any(path.name == "keyring.json" for path in written)
    assert any("evidence" in path.parts for path in written)


@pytest.mark.slow
@pytest.mark.timeout(10 * PATIENCE_S)
@pytest.mark.skipif(sys.platform == "win32", reason="signals and /proc are POSIX")
def test_a_kill_in_the_middle_leaves_nothing_in_the_clear(tmp_path: Path, counts: Counts) -> None:
    """The step is drawn; many draws see every step before one comes again."""
    dice = random.Random(20_261_123)
    steps: list[str] = []
    for number in range(counts.pick(quick=1, gate=2, long=20)):
        steps = steps or dice.sample(STEPS, len(STEPS))
        kill_after(steps.pop(), tmp_path / str(number))


def kill_after(step: str, root: Path) -> None:
    folders = folders_of(root)
    with walker(root, stop_after=step) as process:
        wait_for(process, WAITING)
        assert_no_dumps(process.pid)
        os.kill(process.pid, signal.SIGKILL)
        process.wait(PATIENCE_S)
        assert search(folders, needles()) == [], step
        assert not [path for path in files_below(folders) if path.name.startswith("core")], step
        assert any(path.name == "store.db" for path in files_below(folders)), "the search is not empty"


def assert_no_dumps(pid: int) -> None:
    """Check that the system would write no memory of a process to the disk."""
    if not sys.platform.startswith("linux"):
        return
    limits = Path(f"/proc/{pid}/limits").read_text("ascii")
    (core,) = (line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]
    # What belongs to an undumpable process belongs to root, so that nobody of this user reads it.
    if os.geteuid() != 0:
        assert Path(f"/proc/{pid}/mem").stat().st_uid == 0


def planted() -> list[tuple[str, str, bytes]]:
    return [(what, written, needle) for (what, written), wanted in needles().items() for needle in wanted[:3]]


def test_the_search_finds_each_spelling_when_it_is_planted(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    noise = os.urandom(5_000)
    everything = needles()
    assert search([folder], everything) == []
    for place, (what, written, needle) in enumerate(planted()):
        path = folder / f"plant-{place}"
        path.write_bytes(noise + needle + noise)
        found = {(one.what, one.written) for one in search([folder], everything)}
        assert (what, written) in found, (what, written)
        path.unlink()


def test_the_search_finds_what_programs_really_write(tmp_path: Path) -> None:
    """The needles are not merely found again: other code writes the texts, not the search's own."""
    import base64
    import json
    from urllib.parse import urlencode

    from PIL import Image

    name = WALK_IN.name
    picture = Image.open(SCAN)
    pieces = {
        "a.json": json.dumps({"name": name}).encode(),
        "b.txt": f"姓名 {name}".encode("gb18030"),
        "c.txt": f"{name}".encode("utf-16"),
        "d.url": urlencode({"q": name}).encode(),
        "e.b64": base64.b64encode(f"ab{name}cd".encode()),
        "f.bmp": b"",
        "g.png": SCAN.read_bytes(),
    }
    for file, data in pieces.items():
        (tmp_path / file).write_bytes(data)
    picture.convert("RGB").save(tmp_path / "f.ppm")
    (tmp_path / "f.bmp").unlink()
    (tmp_path / f"{name}.pdf").write_bytes(b"x")
    found = {one.path.name for one in search([tmp_path], needles())}
    assert found == {"a.json", "b.txt", "c.txt", "d.url", "e.b64", "f.ppm", "g.png", f"{name}.pdf"}


def test_memory_is_kept_out_of_dumps_where_the_system_lets_us() -> None:
    script = (
        "from creditbank_desktop.devices.paths import forbid_memory_dumps, memory_dumps_forbidden\n"
        "taken = forbid_memory_dumps()\n"
        "print(taken, memory_dumps_forbidden())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
