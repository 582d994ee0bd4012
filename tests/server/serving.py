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


@pytest.fixture
def database(postgres: EmbeddedPostgres, request: pytest.FixtureRequest) -> Iterator[str]:
    """Return the address of a database with empty tables."""
    name = f"test_{abs(hash(request.node.nodeid))}"
    create_database(postgres.address("postgres"), name, TEMPLATE)
    yield postgres.address(name)
    with psycopg.connect(postgres.address("postgres"), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(Settings(Path()).time_zone, NOW)


@pytest.fixture
def settings(database: str, tmp_path: Path) -> Settings:
    return Settings(tmp_path / "server", database=database, port=0, tick_seconds=3600)


@pytest.fixture
def server(settings: Settings, clock: SettableClock) -> Iterator[EmbeddedServer]:
    embedded = EmbeddedServer(settings, clock)
    embedded.start()
    yield embedded
    embedded.stop()


@pytest.fixture
def new_desk(server: EmbeddedServer) -> Iterator[Callable[..., OfficeDesk]]:
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
