"""The server goes away in the middle of the work and comes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.views import Delivery
from creditbank_desktop.sync.face import ItemStanding
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.settings import Settings
from tests.sync.conftest import Counter

NewCounter = Callable[..., Counter]


@pytest.fixture
def server(own_server: EmbeddedServer) -> EmbeddedServer:
    return own_server


def test_while_the_server_is_away_everything_is_kept(
    new_counter: NewCounter, server: EmbeddedServer, settings: Settings, clock: SettableClock
) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    case = counter.receive()
    port = int(server.address.rsplit(":", 1)[1])
    server.stop()
    with pytest.raises(EnvironmentFault, match=r"sync\.away"):
        counter.engine.sync_now()
    assert counter.engine.status().last_fault == "sync.away"
    assert {item.standing for item in counter.engine.items()} == {ItemStanding.SENT}
    deliveries = counter.store.read(lambda reader: reader.deliveries([case.application]))
    assert deliveries[case.application] is Delivery.SENT
    again = EmbeddedServer(Settings(settings.data_folder, settings.database, port=port), clock)
    again.start()
    try:
        counter.reopen()
        report = counter.engine.sync_now()
        assert (report.accepted, report.in_doubt) == (2, 0)
        assert counter.engine.status().is_complete
    finally:
        again.stop()
