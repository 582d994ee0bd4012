"""The devices of the office: what they are called, shutting one out, and their list as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from creditbank_desktop.devices.sheets import Column, Sheet, write_xlsx
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import DeviceId
from creditbank_desktop.domain.operations.office_reducer import LONGEST_DEVICE_NAME
from creditbank_desktop.domain.operations.registry_bodies import DeviceRenamed, DeviceWithdrawn
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.reading import LONGEST_LONG_TEXT, read_text
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_office import DeviceCard
from creditbank_desktop.services.workroom import Workroom

_WIDTHS = (28, 40, 20, 20, 40, 16)


class DeviceService:
    """Actions on devices. They take effect here at once and at the server when this device has synced."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def rename(self, actor: Actor, device: DeviceId, name: str) -> OpResult[None]:
        """Call a device otherwise; raises `Problems` (on ``name``) and `Refused` ("device.unknown")."""
        called = read_text(name, "name", LONGEST_DEVICE_NAME)
        if not called:
            raise Problems([Problem("field.required", "name")])
        written = self._room.store.write(lambda unit: unit.record(actor, DeviceRenamed(device, called)))
        return OpResult(None, written.changes)

    @permitted
    def withdraw(self, actor: Actor, device: DeviceId, reason: str) -> OpResult[None]:
        """Shut a device out: the server takes nothing from it any more and gives it nothing.

        What it wrote before stays valid; what it has not sent stays on it. It comes back only by being
        enrolled anew. Raises `Problems` (on ``reason``) and `Refused` ("device.own", "device.unknown").
        """
        said = read_text(reason, "reason", LONGEST_LONG_TEXT)
        if not said:
            raise Problems([Problem("field.required", "reason")])
        written = self._room.store.write(lambda unit: unit.record(actor, DeviceWithdrawn(device, said)))
        return OpResult(None, written.changes)

    @permitted
    def export(
        self, actor: Actor, devices: Sequence[DeviceCard], words: tuple[str, ...], standings: Sequence[str]
    ) -> bytes:
        """Return a list of devices as xlsx; the export stands in the audit trail.

        ``words`` are the sheet's title and the labels of its six columns: name, id, in use since, last act,
        account numbers, standing; ``standings`` say how each device stands.
        """
        rows = tuple(
            (
                card.name,
                card.device,
                _moment(card.since),
                _moment(card.last_act_at),
                "; ".join(f"{block.year}: {block.first}-{block.last}" for block in card.blocks),
                standing,
            )
            for card, standing in zip(devices, standings, strict=True)
        )

        def work(unit: UnitOfWork) -> None:
            unit.audit(actor, "export.devices", ("office", actor.office), {"count": len(rows)})

        self._room.store.write(work)
        names = ("name", "device", "since", "last_act", "numbers", "standing")
        columns = tuple(
            Column(name, label, width=width)
            for name, label, width in zip(names, words[1:], _WIDTHS, strict=True)
        )
        return write_xlsx(Sheet(words[0], columns, rows), spare_rows=0)


def _moment(at: datetime | None) -> str:
    return "" if at is None else at.astimezone().strftime("%Y-%m-%d %H:%M")
