"""One PostgreSQL for all tests of the server, one database for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import psycopg
import pytest

from creditbank_server.clocks import SettableClock
from creditbank_server.database import migrate
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.embedded_postgres import EmbeddedPostgres, create_database
from creditbank_server.settings import Settings
from tests.server.office_desk import NOW, OfficeDesk

TEMPLATE = "migrated"


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    cluster = EmbeddedPostgres(tmp_path_factory.mktemp("postgres"), durable=False)
    try:
        cluster.start()
        create_database(cluster.address("postgres"), TEMPLATE)
        migrate(cluster.address(TEMPLATE))
        yield cluster
    finally:
        cluster.stop()
        cluster.remove()


def a_clock() -> SettableClock:
    return SettableClock(Settings(Path()).time_zone, NOW)


@pytest.fixture(scope="session")
def shared_server(
    postgres: EmbeddedPostgres, tmp_path_factory: pytest.TempPathFactory, lasting_threads: list[str]
) -> Iterator[EmbeddedServer]:
    """Serve one database to all tests that keep to an office of their own."""
    lasting_threads += ["creditbank-server", "creditbank-calendar", "creditbank-pool"]
    create_database(postgres.address("postgres"), "shared", TEMPLATE)
    folder = tmp_path_factory.mktemp("server")
    settings = Settings(folder, database=postgres.address("shared"), port=0, tick_seconds=3600)
    embedded = EmbeddedServer(settings, a_clock())
    embedded.start()
    yield embedded
    embedded.stop()


@pytest.fixture
def own_database(postgres: EmbeddedPostgres, request: pytest.FixtureRequest) -> Iterator[str]:
    """Return the address of a database with empty tables."""
    name = f"test_{abs(hash(request.node.nodeid))}"
    create_database(postgres.address("postgres"), name, TEMPLATE)
    yield postgres.address(name)
    with psycopg.connect(postgres.address("postgres"), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def own_server(own_database: str, tmp_path: Path) -> Iterator[EmbeddedServer]:
    """Serve a database of the test's own."""
    settings = Settings(tmp_path / "server", database=own_database, port=0, tick_seconds=3600)
    embedded = EmbeddedServer(settings, a_clock())
    embedded.start()
    yield embedded
    embedded.stop()


@pytest.fixture
def server(shared_server: EmbeddedServer) -> EmbeddedServer:
    return shared_server


@pytest.fixture
def settings(server: EmbeddedServer) -> Settings:
    return server.central.settings


@pytest.fixture
def database(settings: Settings) -> str:
    assert settings.database is not None
    return settings.database


@pytest.fixture
def clock(server: EmbeddedServer) -> SettableClock:
    """Return the server's clock, set back to the day on which every test begins."""
    clock = server.central.ports.clock
    assert isinstance(clock, SettableClock)
    clock.set(NOW)
    return clock


@pytest.fixture
def new_desk(server: EmbeddedServer, clock: SettableClock) -> Iterator[Callable[..., OfficeDesk]]:
    """Return what makes an enrolled device: of a new office, or one more of another device's."""
    made: list[OfficeDesk] = []

    def make(joins: OfficeDesk | None = None) -> OfficeDesk:
        desk = OfficeDesk(server.address, joins=joins)
        made.append(desk)
        desk.enrol(server.enrolment_code(joins.office if joins else None))
        return desk

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def desk(new_desk: Callable[..., OfficeDesk]) -> OfficeDesk:
    """Return an enrolled device whose office and people are written, not yet pushed."""
    made = new_desk()
    made.open_office()
    return made


@pytest.fixture
def server_client(server: EmbeddedServer) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=server.address, timeout=30) as client:
        yield client
