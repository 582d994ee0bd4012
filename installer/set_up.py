"""Prepare a checkout: find a Python, install what the system lacks, make .venv and fill it from the lock.

Runs with nothing but the system's own python3 and the standard library, on Linux, Windows and macOS. A stamp
in .venv remembers what was installed; while nothing has changed the script ends at once.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
LOCK = ROOT / "requirements.lock"
VERSIONS = ((3, 13), (3, 12), (3, 11))  # newest first

# What the wheels of Qt load from a Debian system, by the package that carries it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
CJK_FONT = re.compile(r"(noto.*cjk|source-?han|wqy|wenquanyi|droidsansfallback)", re.IGNORECASE)
CJK_FONT_PACKAGE = "fonts-noto-cjk"

# Commands that only the tests use, by the package that carries them: without strace some tests are skipped,
# without scanimage those of scanning fail and say so.
TEST_TOOLS = {"scanimage": "sane-utils", "strace": "strace"}


class SetUpFault(Exception):
    """Something that a person has to mend; the message says how."""


def say(text: str) -> None:
    print(f"set-up: {text}", flush=True)


def run(command: Sequence[str | Path], **environment: str) -> bool:
    """Run a command in the open and tell whether it succeeded."""
    arguments = [str(part) for part in command]
    say("$ " + " ".join(shlex.quote(part) for part in arguments))
    return subprocess.run(arguments, env={**os.environ, **environment}, check=False).returncode == 0


# -- which Python -----------------------------------------------------------------------------------


def candidates() -> Iterator[Path]:
    """Name every interpreter that could serve, newest version first."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    for major, minor in VERSIONS:
        named = shutil.which(f"python{major}.{minor}")
        if named and VENV not in Path(named).parents:
            yield Path(named)
        yield from sorted(pyenv.glob(f"versions/{major}.{minor}.*/bin/python3"), reverse=True)
        yield from (Path(folder, f"python{major}.{minor}") for folder in ("/usr/local/bin", "/usr/bin"))
    # Not the environment's own interpreter, which is about to be replaced.
    yield Path(getattr(sys, "_base_executable", None) or sys.executable)


def version_of(python: Path) -> tuple[int, int] | None:
    """Run an interpreter and return its version; None when it fails, as a stale shim does."""
    question = "import sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [str(python), "-c", question], capture_output=True, text=True, timeout=30, check=True
        )
        major, minor = answer.stdout.split()
        return int(major), int(minor)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def can_make_environments(python: Path) -> bool:
    """Tell whether venv and ensurepip are there; Debian packs them apart."""
    question = "import venv, ensurepip, ctypes, sqlite3"
    answer = subprocess.run([str(python), "-c", question], capture_output=True, check=False)
    return answer.returncode == 0


def choose_python() -> tuple[Path, tuple[int, int]]:
    """Return the newest Python that runs and can make environments, else the newest that runs."""
    working = [(path, found) for path in candidates() if (found := version_of(path)) in VERSIONS]
    if not working:
        wanted = ", ".join(f"{major}.{minor}" for major, minor in VERSIONS)
        raise SetUpFault(f"no working Python of {wanted} was found; install one and start again")
    working.sort(key=lambda entry: entry[1], reverse=True)
    complete = (entry for entry in working if can_make_environments(entry[0]))
    return next(complete, working[0])


# -- what the system lacks --------------------------------------------------------------------------


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_cjk_font() -> bool:
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    return any(CJK_FONT.search(path.name) for folder in folders for path in folder.rglob("*.[to]t[fc]"))


def missing_packages(python: Path) -> list[str]:
    """Return the Debian packages without which the program would not start or could not be read."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if not can_make_environments(python):
        missing.append("python3-venv")
    if not has_cjk_font():
        missing.append(CJK_FONT_PACKAGE)
    return sorted(missing)


def missing_test_tools() -> list[str]:
    """Return the Debian packages that only tests need, for disks that fail and a scanner that is none."""
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return []
    return sorted(package for command, package in TEST_TOOLS.items() if shutil.which(command) is None)


def install_test_tools(packages: Sequence[str]) -> None:
    """Install what only the tests use, if that can be done without asking."""
    try:
        if os.geteuid() != 0 and not run(["sudo", "-n", "true"]):
            raise SetUpFault("that needs the rights of root")
        install_packages(packages)
    except (SetUpFault, OSError) as fault:
        say(f"going on without {' '.join(packages)}, which only tests use: {fault}")


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, as root or through sudo, after saying which."""
    listed = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise SetUpFault(
            f"this system lacks what Debian calls {listed}; install the like of it and start again"
        )
    say(f"this system lacks {listed}; installing with apt-get")
    rights: list[str] = []
    if os.geteuid() != 0:
        if shutil.which("sudo") is None:
            raise SetUpFault(f"as root, run: apt-get install --no-install-recommends {listed}")
        rights = ["sudo"]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", "Dpkg::Use-Pty=0"]
    install = [*rights, *quiet, "install", "--no-install-recommends", *packages]
    if run(install):
        return
    say("fetching the package lists first")
    if not (run([*rights, *quiet, "update"]) and run(install)):
        raise SetUpFault(f"apt-get could not install {listed}; mend the package sources and start again")


# -- the environment --------------------------------------------------------------------------------


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint() -> dict[str, str]:
    """Return what the environment depends on, each input by its digest."""
    inputs = (LOCK, ROOT / "pyproject.toml", Path(__file__).resolve())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in inputs}


def is_current() -> bool:
    """Tell whether the environment was made from just these inputs and still runs."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    found = version_of(venv_python())
    return bool(found and stamp == {**fingerprint(), "python": ".".join(map(str, found))})


def make_environment(python: Path, version: tuple[int, int]) -> None:
    """Make .venv afresh unless it already runs the chosen version."""
    if version_of(venv_python()) == version:
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    if not run([python, "-m", "venv", VENV]):
        raise SetUpFault(f"{python} could not make {VENV}; see its message above")


def fill_environment() -> None:
    """Install exactly what the lock names, hash by hash, then this checkout itself."""
    STAMP.unlink(missing_ok=True)
    pip: list[str | Path] = [venv_python(), "-m", "pip"]
    quiet = ["-qq", "--disable-pip-version-check", "--no-input"]
    # The lock names everything, so pip need not work out dependencies, and only hashed wheels are taken.
    locked = [*pip, "install", *quiet, "--no-deps", "--require-hashes", "--only-binary=:all:", "-r", LOCK]
    # Built with the setuptools of the lock: a build in isolation would fetch one without a hash.
    itself = [*pip, "install", *quiet, "--no-deps", "--no-build-isolation", "--editable", ROOT]
    if not (run(locked) and run(itself)):
        raise SetUpFault("pip could not install what the lock names; see its message above and start again")
    drop_strangers(pip)
    if not run([*pip, "check"]):
        raise SetUpFault("the lock does not fit together on this system; see the message above")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def drop_strangers(pip: Sequence[str | Path]) -> None:
    """Uninstall what an older lock brought and the present one does not name."""
    wanted = {canonical(name) for name in re.findall(r"^([\w.-]+)==", LOCK.read_text(encoding="utf-8"), re.M)}
    wanted |= {"pip", "creditbank-desktop"}
    command = [str(part) for part in (*pip, "list", "--format=json", "--disable-pip-version-check")]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    strangers = sorted({canonical(entry["name"]) for entry in json.loads(answer.stdout)} - wanted)
    if strangers:
        run([*pip, "uninstall", "--quiet", "--yes", *strangers])


def check_qt() -> None:
    """Load the Qt modules that the program uses, without a display."""
    modules = "QtCore, QtGui, QtWidgets, QtPrintSupport, QtPdf, QtSvg"
    question = f"from PySide6 import {modules}; QtWidgets.QApplication([])"
    if not run([venv_python(), "-c", question], QT_QPA_PLATFORM="offscreen"):
        raise SetUpFault("Qt does not start; the message above names the library that the system lacks")


def set_up() -> None:
    """Bring the checkout to the state that the lock and pyproject.toml describe."""
    if is_current():
        return
    python, version = choose_python()
    say(f"using Python {version[0]}.{version[1]} ({python})")
    missing = missing_packages(python)
    if missing:
        install_packages(missing)
    wanted = missing_test_tools()
    if wanted:
        install_test_tools(wanted)
    make_environment(python, version)
    fill_environment()
    check_qt()
    stamp = {**fingerprint(), "python": ".".join(map(str, version))}
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    say("ready")


def main() -> int:
    try:
        set_up()
    except SetUpFault as fault:
        print(f"set-up: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
