"""What operations change in an office: its people, devices and number blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import (
    DeviceId,
)
from creditbank_desktop.domain.learners import NumberBlock
from creditbank_desktop.domain.operations import registry_bodies as bodies
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.shelf import Handler, Record, Shelf, require
from creditbank_desktop.domain.people import Device, Person, Role, signs_recoveries

LONGEST_DEVICE_NAME = 60


def _configure_office(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.OfficeConfigured, operation.body)
    if shelf.office() is not None:
        require(operation, shelf, Role.ADMINISTRATOR)
    return (body.office,)


def _enrol_person(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PersonEnrolled, operation.body)
    if shelf.person(body.person.person) is not None:
        raise Refused("person.exists", person=body.person.person)
    enrols_self = body.person.person == operation.header.person
    if not enrols_self:
        require(operation, shelf, Role.ADMINISTRATOR, Role.CENTRAL_SERVER)
    return (body.person,)


def _change_person(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PersonChanged, operation.body)
    person = shelf.person(body.person)
    if person is None:
        raise Refused("person.unknown", person=body.person)
    acting = require(operation, shelf, Role.ADMINISTRATOR, Role.CENTRAL_SERVER)
    changed = replace(
        person, name=body.name, roles=body.roles, public_key=body.public_key, active=body.active
    )
    if signs_recoveries(acting):
        _check_recovery(acting, person, changed)
    return (changed,)


def _check_recovery(acting: Person, person: Person, changed: Person) -> None:
    """Allow a recovery two things: a new key for somebody who works here, and to end itself."""
    if person.person == acting.person:
        allowed = changed == replace(person, active=False)
    else:
        staff = person.active and not signs_recoveries(person) and Role.CENTRAL_SERVER not in person.roles
        allowed = staff and changed == replace(person, public_key=changed.public_key)
    if not allowed:
        raise Refused("actor.recovery_only", act=bodies.PersonChanged.op_type)


def _enrol_device(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.DeviceEnrolled, operation.body)
    require(operation, shelf, Role.ADMINISTRATOR, Role.CENTRAL_SERVER)
    return (Device(body.device, body.office, body.name, body.signing_key, body.box_key),)


def _rename_person(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PersonRenamed, operation.body)
    require(operation, shelf, Role.ADMINISTRATOR)
    person = shelf.person(body.person)
    if person is None or signs_recoveries(person) or Role.CENTRAL_SERVER in person.roles:
        raise Refused("person.unknown", person=body.person)
    if not body.name.strip() or not body.reason.strip():
        raise Refused("person.name", person=body.person)
    return (replace(person, name=body.name),)


def _rename_device(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.DeviceRenamed, operation.body)
    require(operation, shelf, Role.ADMINISTRATOR)
    if not body.name.strip() or len(body.name) > LONGEST_DEVICE_NAME:
        raise Refused("device.name", device=body.device)
    return (replace(_device(shelf, body.device), name=body.name),)


def _withdraw_device(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.DeviceWithdrawn, operation.body)
    require(operation, shelf, Role.ADMINISTRATOR, Role.SECURITY_OFFICER)
    if body.device == operation.header.device:
        # Whoever withdraws must still be able to say so to the server.
        raise Refused("device.own", device=body.device)
    if not body.reason.strip():
        raise Refused("device.no_reason", device=body.device)
    return (replace(_device(shelf, body.device), active=False),)


def _device(shelf: Shelf, device: DeviceId) -> Device:
    found = shelf.device(device)
    if found is None:
        raise Refused("device.unknown", device=device)
    return found


def _allot_block(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.NumberBlockAllotted, operation.body)
    require(operation, shelf, Role.REGISTRY_OFFICER, Role.CENTRAL_SERVER)
    block = NumberBlock(
        operation.header.operation, body.device, body.office, body.year, body.first, body.last
    )
    return (block,)


HANDLERS: Mapping[type, Handler] = MappingProxyType(
    {
        bodies.OfficeConfigured: _configure_office,
        bodies.PersonEnrolled: _enrol_person,
        bodies.PersonChanged: _change_person,
        bodies.PersonRenamed: _rename_person,
        bodies.DeviceEnrolled: _enrol_device,
        bodies.DeviceRenamed: _rename_device,
        bodies.DeviceWithdrawn: _withdraw_device,
        bodies.NumberBlockAllotted: _allot_block,
    }
)
