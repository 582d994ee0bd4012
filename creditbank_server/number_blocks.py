"""Blocks of account numbers: no two of an office overlap, and a device gets its next one in time."""

from __future__ import annotations

from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.ids import DeviceId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.numbers import parse_account_number
from creditbank_desktop.domain.operations.registry_bodies import NumberBlockAllotted
from creditbank_server.office_work import OfficeWork

LAST_NUMBER = 999_999
_TOP_UP_FRACTION = 5
"""A new block comes when less than a fifth of the present one is left."""


def next_number(work: OfficeWork, year: int) -> int:
    """Return the first account number of a year that lies in no block of the office."""
    return max((block.last for block in work.shelf.number_blocks() if block.year == year), default=0) + 1


def next_block(work: OfficeWork, device: DeviceId, size: int, used: int = 0) -> NumberBlockAllotted | None:
    """Return a device's next block of this year, behind ``used``; None when the numbers have run out."""
    year = work.today.year
    first = max(next_number(work, year), used + 1)
    if first > LAST_NUMBER:
        return None
    return NumberBlockAllotted(device, work.office, year, first, min(first + size - 1, LAST_NUMBER))


def top_up(work: OfficeWork, device: DeviceId, size: int) -> None:
    """Allot a block to a device that has none for this year or has nearly used its last one."""
    own = [
        block
        for block in work.shelf.number_blocks()
        if block.device == device and block.year == work.today.year
    ]
    last = max(own, key=lambda block: block.last, default=None)
    if last is not None:
        used = max((number for number in _new_numbers(work) if last.first <= number <= last.last), default=0)
        if last.last - used >= (last.last - last.first + 1) // _TOP_UP_FRACTION:
            return
    block = next_block(work, device, size)
    if block is not None:
        work.author(block)


def check_block(work: OfficeWork, block: NumberBlockAllotted) -> None:
    """Raise `Refused` ``number_block.overlaps`` (first, last) for numbers that are in another block."""
    if not 1 <= block.first <= block.last <= LAST_NUMBER:
        raise Refused("number_block.empty")
    for other in work.shelf.number_blocks():
        if other.year == block.year and other.first <= block.last and block.first <= other.last:
            raise Refused("number_block.overlaps", first=other.first, last=other.last)


def _new_numbers(work: OfficeWork) -> list[int]:
    """Return the account numbers of this year that the work brought in."""
    found = []
    for record in work.shelf.changed():
        if isinstance(record, Learner):
            try:
                number = parse_account_number(record.account_number)
            except Problems:
                continue
            if number.year == work.today.year:
                found.append(number.sequence)
    return found
