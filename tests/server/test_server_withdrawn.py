"""A device that was withdrawn is refused in words, and what it wrote before stays valid."""

from __future__ import annotations

from collections.abc import Callable

from creditbank_desktop.domain.operations import registry_bodies as registry
from tests.server.office_desk import OfficeDesk, codes, states
from tests.server.test_server_exchange import refused


def test_a_withdrawn_device_is_refused_and_its_work_stays(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk]
) -> None:
    desk.push()
    lost = new_desk(joins=desk)
    lost.pull()
    lost.learner()
    assert states(lost.push())[-1] == "accepted"
    desk.write(registry.DeviceWithdrawn(lost.device, "lost on the train"))
    assert states(desk.push()) == ["accepted"]
    lost.learner()
    push = lost.push_bytes(lost.stream[lost.pushed :])
    answer = lost.client.post("/v1/pushes", content=push)
    assert answer.status_code != 200
    assert refused(answer) == "device.inactive"
    assert len(desk.pull()) >= len(lost.stream) - 1, "what it wrote before is there"
    desk.learner()
    assert states(desk.push()) == ["accepted"], "the others go on"


def test_a_device_is_renamed_and_never_withdraws_itself(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk]
) -> None:
    desk.push()
    other = new_desk(joins=desk)
    desk.pull()
    desk.write(registry.DeviceRenamed(other.device, "Archive room"))
    desk.write(registry.DeviceWithdrawn(desk.device, "by itself"))
    answer = desk.push()
    assert states(answer) == ["accepted", "rejected"]
    assert codes(answer) == ["device.own"]
