"""What an operator does: set up, issue codes, serve, check; and that checks find what was broken."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx2
import psycopg
import pytest

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.sync.protocol.enrolment_codes import parse_enrolment_code
from creditbank_server.checking import check_server
from creditbank_server.clocks import SettableClock
from creditbank_server.database import migrate
from creditbank_server.embedded import EmbeddedServer, temporary_server
from creditbank_server.embedded_postgres import EmbeddedPostgres
from creditbank_server.main import main
from creditbank_server.settings import Settings
from tests.server.office_desk import OfficeDesk, states, types_of


@pytest.fixture
def server(own_server: EmbeddedServer) -> EmbeddedServer:
    return own_server


def findings(server: EmbeddedServer) -> list[str]:
    with server.central.pool.connection() as connection:
        return [finding.code for finding in check_server(connection, server.central.ports)]


def test_a_replay_of_all_operations_gives_the_same_tables(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer
) -> None:
    kept, gone = desk.received(number="A"), desk.received(number="B")
    for case in (kept, gone):
        desk.walk(case)
    desk.push()
    clock.advance(timedelta(days=2))
    desk.day += timedelta(days=2)
    desk.pull()
    for case in (kept, gone):
        desk.deliver(case)
    desk.dispose(gone.learner)
    desk.push()
    assert findings(server) == []


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("DELETE FROM feed WHERE number = 6", "feed.gap"),
        (
            "UPDATE operations SET data = data || '\\x20' WHERE type = 'office.configured'",
            "operation.damaged",
        ),
        ("UPDATE account_heads SET balance = balance + 1", "ledger.balance"),
        ("DELETE FROM records WHERE kind = 'application'", "replay.surplus"),
    ],
)
def test_a_check_finds_what_was_changed_behind_the_servers_back(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer, database: str, damage: str, code: str
) -> None:
    case = desk.received()
    desk.walk(case)
    desk.push()
    clock.advance(timedelta(days=2))
    desk.day += timedelta(days=2)
    desk.pull()
    desk.deliver(case)
    desk.push()
    with psycopg.connect(database) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(damage.encode())
    assert code in findings(server)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a data folder; the embedded database in it is deleted afterwards."""
    folder = tmp_path / "site"
    yield folder
    cluster = EmbeddedPostgres(folder)
    cluster.start()
    cluster.stop()
    cluster.remove()


def test_a_cluster_whose_files_are_gone_is_told_and_not_made_anew(tmp_path: Path) -> None:
    (tmp_path / "postgres.place").write_text(str(tmp_path / "gone" / "cluster"), "utf-8")
    (tmp_path / "postgres.password").write_text("secret", "utf-8")
    with pytest.raises(EnvironmentFault) as told:
        EmbeddedPostgres(tmp_path).start()
    assert told.value.code == "postgres.lost"
    assert not (tmp_path / "gone").exists()


def test_one_command_serves_on_an_embedded_database(folder: Path) -> None:
    def command(*words: str) -> list[str]:
        return [sys.executable, "-m", "creditbank_server.main", "--data-dir", str(folder), *words]

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serving = subprocess.Popen(command("serve", "--port", str(port)), stderr=subprocess.PIPE)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        said = subprocess.run(command("enrol-code"), capture_output=True, text=True, check=True)
        desk = OfficeDesk(address)
        answer = desk.enrol(said.stdout.strip())
        assert parse_enrolment_code(said.stdout).is_of(answer.server.signing_key)
        desk.open_office()
        desk.received()
        assert desk.push().feed_number == 4 + len(desk.stream)
        desk.close()
    finally:
        serving.send_signal(signal.SIGTERM)
        _, errors = serving.communicate(timeout=30)
    lines = [json.loads(line) for line in errors.decode().splitlines()]
    assert {line["route"] for line in lines if line["event"] == "request"} == {
        "/v1/health",
        "/v1/enrolments",
        "/v1/pushes",
    }
    assert subprocess.run(command("check"), capture_output=True, check=True).stdout == b""


def wait_for(address: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            assert httpx2.get(f"{address}/v1/health", params={"nonce": "a"}).status_code == 200
            return
        except httpx2.TransportError:
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_a_temporary_server_leaves_nothing_behind(capfd: pytest.CaptureFixture[str]) -> None:
    with temporary_server() as server:
        folder = server.central.settings.data_folder
        place = Path((folder / "postgres.place").read_text("utf-8"))
        assert httpx2.get(f"{server.address}/v1/health", params={"nonce": "a"}).status_code == 200
        port = int((place / "postmaster.pid").read_text().splitlines()[3])
    assert not folder.exists()
    assert not place.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
    assert capfd.readouterr().out == ""


def test_a_database_that_cannot_be_reached_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [
        "--data-dir",
        str(tmp_path),
        "--database",
        "postgresql://127.0.0.1:9/none?connect_timeout=1",
        "init",
    ]
    assert main(words) == 3
    assert "database.away" in capsys.readouterr().err


def test_models_and_migrations_agree(database: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    from creditbank_server.schema import tables

    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"), poolclass=NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables()) == []
    engine.dispose()


def test_the_revision_of_the_code_is_the_newest_migration(database: str) -> None:
    from creditbank_server.database import HEAD

    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(EnvironmentFault, match=r"database\.newer"):
        migrate(database)


def test_after_a_restart_everything_is_there(
    server: EmbeddedServer, settings: Settings, clock: SettableClock, desk: OfficeDesk
) -> None:
    case = desk.received()
    desk.walk(case)
    push = desk.push_bytes(desk.stream)
    first = desk.post("/v1/pushes", push).content
    desk.pushed = len(desk.stream)
    identity = server.central.ports.identity
    server.stop()
    again = EmbeddedServer(settings, clock)
    try:
        desk.client.base_url = again.start()
        assert again.central.ports.identity == identity
        assert again.central.ports.epoch == desk.server.epoch
        assert desk.post("/v1/pushes", push).content == first
        assert len(desk.pull()) == 4 + len(desk.stream)
        clock.advance(timedelta(days=2))
        assert types_of(desk.pull()) == ["application.publicity_ended"]
        desk.day += timedelta(days=2)
        desk.deliver(case)
        assert states(desk.push()) == ["accepted"]
    finally:
        again.stop()
