"""What the records say of the office: who changed what last, who signed in when, which devices work."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from creditbank_desktop.devices.sheets import Column, Sheet, write_xlsx
from creditbank_desktop.domain.failures import stop_on_errors
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.operations.registry_bodies import PersonRenamed
from creditbank_desktop.domain.people import Actor, Person, Role, signs_recoveries
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.exporting import Exported, ExportPurpose, check_purpose, note_export
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_office import (
    BlockCard,
    ChangeNote,
    DeviceCard,
    DevicesView,
    NameChange,
    StaffSheetWords,
    StaffStanding,
)
from creditbank_desktop.services.workroom import Workroom

SIGNED_IN = "person.signed_in"


class OfficeRecordsService:
    """Reads and exports; nothing here changes a record."""

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
            return StaffStanding(changes, signed_in, _name_changes(reader))

        return self._room.store.read(work)

    @permitted
    def export_people(self, actor: Actor, words: StaffSheetWords, purpose: ExportPurpose) -> bytes:
        """Return the people of the office as xlsx; the export stands in the audit trail.

        Raises `Problems` as `check_purpose` finds.
        """
        stop_on_errors(check_purpose(purpose))

        def work(unit: UnitOfWork) -> tuple[tuple[str, ...], ...]:
            people = [person for person in unit.people(actor.office) if _is_staff(person)]
            rows = tuple(_staff_line(unit, person, words) for person in people)
            note_export(unit, actor, self._room.ids, Exported("people", len(rows)), purpose)
            return rows

        rows = self._room.store.write(work).value
        names = ("name", "login", "roles", "standing", "signed_in")
        widths = (18, 18, 60, 14, 20)
        columns = tuple(
            Column(name, label, width=width)
            for name, label, width in zip(names, words.labels, widths, strict=True)
        )
        return write_xlsx(Sheet(words.title, columns, rows), spare_rows=0)

    @permitted
    def devices(self, actor: Actor) -> DevicesView:
        """Return the devices of the actor's office and the number blocks of this one."""
        year = self._room.clock.today().year

        def work(reader: Reader) -> DevicesView:
            own = reader.identity
            first = reader.audit_trail(limit=1)
            known = reader.device(own.device)
            allotted = reader.allotted_blocks()
            this = DeviceCard(
                own.device,
                own.name if known is None else known.name,
                own.code,
                is_this=True,
                active=True,
                since=first[0].at if first else None,
                last_act_at=reader.last_act_at(own.device),
                blocks=tuple(block for block in allotted if block.device == own.device),
                is_known=known is not None,
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
                    blocks=tuple(block for block in allotted if block.device == device.device),
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


def _is_staff(person: Person) -> bool:
    return Role.CENTRAL_SERVER not in person.roles and not signs_recoveries(person)


def _staff_line(reader: Reader, person: Person, words: StaffSheetWords) -> tuple[str, ...]:
    seen = reader.last_audit(("person", person.person), SIGNED_IN)
    return (
        person.name,
        person.login,
        "、".join(words.roles.get(role.value, role.value) for role in person.roles),
        words.active if person.active else words.inactive,
        "" if seen is None else seen.at.astimezone().strftime("%Y-%m-%d %H:%M"),
    )


def _last_change(reader: Reader, kind: str, subject: str) -> ChangeNote | None:
    line = reader.last_audit((kind, subject))
    if line is None:
        return None
    person = reader.person(line.person)
    return ChangeNote(line.action, line.person, "" if person is None else person.name, line.at)


def _name_changes(reader: Reader) -> dict[PersonId, tuple[NameChange, ...]]:
    found: dict[PersonId, tuple[NameChange, ...]] = {}
    for operation in reader.office_operations([PersonRenamed.op_type]):
        body = cast(PersonRenamed, operation.body)
        by = reader.person(operation.header.person)
        change = NameChange(
            body.before, body.name, body.reason, "" if by is None else by.name, operation.header.at
        )
        found[body.person] = (change, *found.get(body.person, ()))
    return found


def _enrolled_at(reader: Reader, device: str) -> datetime | None:
    line = reader.last_audit(("device", device), "device.enrolled")
    return None if line is None else line.at
