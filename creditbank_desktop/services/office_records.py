"""What the records say of the office: who changed what last, who signed in when, which devices work."""

from __future__ import annotations

from datetime import datetime

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_office import (
    BlockCard,
    ChangeNote,
    DeviceCard,
    DevicesView,
    StaffStanding,
)
from creditbank_desktop.services.workroom import Workroom

SIGNED_IN = "person.signed_in"


class OfficeRecordsService:
    """Reads only; nothing here changes a record."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def last_change(self, actor: Actor, kind: str, subject: str) -> ChangeNote | None:
        """Return who changed a record last, None if nothing is known of it here."""

        def work(reader: Reader) -> ChangeNote | None:
            return _last_change(reader, kind, subject)

        return self._room.store.read(work)

    @permitted
    def staff_standing(self, actor: Actor) -> StaffStanding:
        """Return the last change of everybody's record and when they signed in here last."""

        def work(reader: Reader) -> StaffStanding:
            changes: dict[PersonId, ChangeNote] = {}
            signed_in: dict[PersonId, datetime] = {}
            for person in reader.people():
                seen = reader.last_audit(("person", person.person), SIGNED_IN)
                note = _last_change(reader, "person", person.person)
                if seen is not None:
                    signed_in[person.person] = seen.at
                if note is not None:
                    changes[person.person] = note
            return StaffStanding(changes, signed_in)

        return self._room.store.read(work)

    @permitted
    def devices(self, actor: Actor) -> DevicesView:
        """Return the devices of the actor's office and the number blocks of this one."""
        year = self._room.clock.today().year

        def work(reader: Reader) -> DevicesView:
            own = reader.identity
            first = reader.audit_trail(limit=1)
            this = DeviceCard(
                own.device,
                own.name,
                own.code,
                is_this=True,
                active=True,
                since=first[0].at if first else None,
                last_act_at=reader.last_act_at(own.device),
            )
            others = (
                DeviceCard(
                    device.device,
                    device.name,
                    "",
                    is_this=False,
                    active=device.active,
                    since=_enrolled_at(reader, device.device),
                    last_act_at=reader.last_act_at(device.device),
                )
                for device in reader.devices()
                if device.office == actor.office and device.device != own.device
            )
            blocks = [
                BlockCard(state.block.year, state.block.first, state.block.last, state.left)
                for state in reversed(reader.number_blocks())
            ]
            return DevicesView((this, *others), tuple(blocks), year)

        return self._room.store.read(work)


def _last_change(reader: Reader, kind: str, subject: str) -> ChangeNote | None:
    line = reader.last_audit((kind, subject))
    if line is None:
        return None
    person = reader.person(line.person)
    return ChangeNote(line.action, line.person, "" if person is None else person.name, line.at)


def _enrolled_at(reader: Reader, device: str) -> datetime | None:
    line = reader.last_audit(("device", device), "device.enrolled")
    return None if line is None else line.at
