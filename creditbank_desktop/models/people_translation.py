"""Offices, people, devices and number blocks as rows and back."""

from __future__ import annotations

from typing import Any

from creditbank_desktop.domain.codec import decode, encode
from creditbank_desktop.domain.learners import NumberBlock
from creditbank_desktop.domain.people import Device, Office, Person, Role
from creditbank_desktop.models.projection import Projection
from creditbank_desktop.models.registry_rows import (
    DeviceRow,
    NumberBlockRow,
    OfficeRow,
    PersonKeyRow,
    PersonRow,
)


def office_projection(office: Office) -> Projection:
    """Return the row of an office."""
    values = {
        "office": office.office,
        "school": office.school,
        "code": office.code,
        "name_zh": office.name_zh,
        "name_en": office.name_en,
        "school_name_zh": office.school_name_zh,
        "school_name_en": office.school_name_en,
        "address": office.address,
        "phone": office.phone,
        "is_sample": office.is_sample,
    }
    return Projection(OfficeRow, values)


def office_of(row: Any) -> Office:
    """Return the office that an `OfficeRow` holds."""
    return Office(
        row.office,
        row.school,
        row.code,
        row.name_zh,
        row.name_en,
        row.school_name_zh,
        row.school_name_en,
        row.address,
        row.phone,
        row.is_sample,
    )


def person_projection(person: Person) -> Projection:
    """Return the rows of a member of staff: the person and the key in force."""
    values = {
        "person": person.person,
        "office": person.office,
        "login": person.login,
        "name": person.name,
        "roles": encode(person.roles).decode(),
        "public_key": person.public_key,
        "active": person.active,
    }
    keys = ({"person": person.person, "public_key": person.public_key},)
    return Projection(PersonRow, values, {PersonKeyRow: keys})


def person_of(row: Any) -> Person:
    """Return the member of staff that a `PersonRow` holds."""
    roles = decode(tuple[Role, ...], row.roles.encode())
    return Person(row.person, row.office, row.login, row.name, roles, row.public_key, row.active)


def device_projection(device: Device) -> Projection:
    """Return the row of a device."""
    values = {
        "device": device.device,
        "office": device.office,
        "name": device.name,
        "signing_key": device.signing_key,
        "box_key": device.box_key,
        "active": device.active,
    }
    return Projection(DeviceRow, values)


def device_of(row: Any) -> Device:
    """Return the device that a `DeviceRow` holds."""
    return Device(row.device, row.office, row.name, row.signing_key, row.box_key, row.active)


def block_projection(block: NumberBlock) -> Projection:
    """Return the row of a number block; its first number is free."""
    values = {
        "block": block.block,
        "device": block.device,
        "office": block.office,
        "year": block.year,
        "first": block.first,
        "last": block.last,
        "next_number": block.first,
    }
    return Projection(NumberBlockRow, values)


def block_of(row: Any) -> NumberBlock:
    """Return the number block that a `NumberBlockRow` holds."""
    return NumberBlock(row.block, row.device, row.office, row.year, row.first, row.last)
