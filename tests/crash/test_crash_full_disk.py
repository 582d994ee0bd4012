"""A disk that is really full, for the store and for backups: nothing is lost, work goes on after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from creditbank_desktop.app.office import Session, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.views_health import Area, HealthProgress, Severity
from tests.crash.conftest import Stage
from tests.crash.desk_workflow import DESK, OFFICE, around, learner_form, sign_in
from tests.crash.small_disks import SmallDisk, small_disk

pytestmark = pytest.mark.slow


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", 12) as made:
        yield made


@pytest.fixture
def on_full_disk(disk: SmallDisk, stage: Stage) -> Iterator[dict[Role, Session]]:
    """Sign everybody in to an office whose store lies on the small disk."""
    shutil.copytree(stage(DESK) / OFFICE, disk.folder / OFFICE)
    staff = sign_in(disk.folder)
    yield staff
    staff[Role.CLERK].close()


def test_a_full_disk_takes_nothing_half_and_work_goes_on(
    disk: SmallDisk, on_full_disk: dict[Role, Session]
) -> None:
    clerk = on_full_disk[Role.CLERK]
    learners, actor = clerk.services.learners, clerk.actor
    known = [learners.register(actor, learner_form(10_000_000)).value.learner]
    disk.fill(leaving_kib=64)
    codes: set[str] = set()
    for number in range(10_000_001, 10_000_040):
        try:
            known.append(learners.register(actor, learner_form(number)).value.learner)
        except EnvironmentFault as fault:
            codes.add(fault.code)
    assert codes == {"store.disk_full"}
    held = clerk.store.read(lambda reader: [reader.learner(learner) is not None for learner in known])
    assert all(held), "reading goes on, and what was acknowledged is there"
    disk.empty()
    known.append(learners.register(actor, learner_form(20_000_000)).value.learner)
    clerk.close()
    again = unlock_office(clerk.place, around(), *_clerk())
    try:
        count = again.store.read(lambda reader: sum(reader.learner(one) is not None for one in known))
        assert count == len(known)
        assert again.services.learners.roll_count(again.actor) == len(known)
    finally:
        again.close()


def test_a_full_second_disk_keeps_its_last_good_backup(disk: SmallDisk, stage: Stage) -> None:
    from tests.app.test_app_health import administrator

    place, person = OfficePlace(stage(DESK) / OFFICE), administrator()
    session = unlock_office(place, around(), person.login, person.passphrase)
    try:
        backups, actor = session.services.backups, session.actor
        first = backups.make(actor, BackupProgress(), str(disk.folder)).value.backup
        disk.fill()
        with pytest.raises(EnvironmentFault) as caught:
            backups.make(actor, BackupProgress(), str(disk.folder))
        assert caught.value.code == "backup.target_full"
        assert caught.value.params["path"] == str(disk.folder), "the place is named as it was chosen"
        backups.check(actor, first.path, BackupProgress())
        left = [one.name for one in Path(first.path).parent.iterdir()]
        assert not any(name.startswith(".") and "making" in name for name in left), left
        health = session.services.health.examine(actor, HealthProgress()).value
        found = next(one for one in health.findings if one.area is Area.DATABASE)
        assert found.severity is Severity.GOOD
        disk.empty()
        second = backups.make(actor, BackupProgress(), str(disk.folder)).value.backup
        backups.check(actor, second.path, BackupProgress())
    finally:
        session.close()


def _clerk() -> tuple[str, str]:
    from tests.crash.desk_workflow import people

    clerk = people()[Role.CLERK]
    return clerk.login, clerk.passphrase
