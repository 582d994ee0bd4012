"""Health says of the archive what it can check: that sealed files are still what was sealed."""

from __future__ import annotations

from creditbank_desktop.services.views_health import Area, HealthFinding, HealthProgress
from tests.services.services_world import World


def seals(world: World) -> list[HealthFinding]:
    report = world.services.health.examine(world.actors["everything"], HealthProgress()).value
    return [found for found in report.findings if found.area is Area.SEALS]


def test_seals_are_compared_with_what_is_there(world: World) -> None:
    assert seals(world) == []
    application = world.delivered(world.form(world.register()))
    world.post(application)
    world.services.archive.archive(world.actors["archivist"], application, world.revision(application))
    (found,) = seals(world)
    assert (found.code, dict(found.params)) == ("seals.whole", {"count": "1"})
    # A paper that is issued behind the sealing changes nothing of what was sealed.
    world.services.issuing.receipt(world.actors["clerk"], application, "en")
    (found,) = seals(world)
    assert found.code == "seals.whole"
    world.store.write(
        lambda unit: unit.connection.exec_driver_sql("UPDATE outcome_line SET credits = '900' WHERE 1")
    )
    (found,) = seals(world)
    assert found.code == "seals.differ"
    assert dict(found.params)["first"] == world.file(application).receipt_number
