"""Which account numbers of this device's blocks are free, and the reserving of many at once."""

from __future__ import annotations

from typing import cast

from creditbank_desktop.domain.codec import Plain
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.models.desk_writer import LEAST_ACCOUNT_NUMBERS
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork


def numbers_left(reader: Reader, year: int) -> int:
    """Return how many account numbers of a year this device may still give out.

    What a running import has reserved is not among them.
    """
    return sum(last - first + 1 for _block, first, last in free_numbers(reader, least_numbers(reader), year))


def free_numbers(reader: Reader, least: dict[str, int], year: int) -> list[tuple[str, int, int]]:
    """Return what is free in this device's blocks of a year: block, first and last number."""
    found = []
    for state in reader.number_blocks():
        first = max(state.next_number, least.get(state.block.block, 0))
        if state.block.year == year and first <= state.block.last:
            found.append((state.block.block, first, state.block.last))
    return found


def least_numbers(reader: Reader) -> dict[str, int]:
    """Return by block below which number nothing is given out."""
    kept = reader.setting(LEAST_ACCOUNT_NUMBERS)
    known = kept if isinstance(kept, dict) else {}
    return {block: number for block, number in known.items() if isinstance(number, int)}


def reserve(unit: UnitOfWork, year: int, wanted: int) -> list[list[Plain]]:
    """Take ``wanted`` account numbers out of this device's blocks and return them as ranges.

    Raises `Refused` ("number_block.too_few": needed, free).
    """
    least = least_numbers(unit)
    ranges: list[list[Plain]] = []
    missing = wanted
    free = free_numbers(unit, least, year)
    if sum(last - first + 1 for _block, first, last in free) < wanted:
        total = sum(last - first + 1 for _block, first, last in free)
        raise Refused("number_block.too_few", needed=wanted, free=total)
    for block, first, last in free:
        count = min(missing, last - first + 1)
        if count:
            ranges.append([first, first + count - 1])
            least[block] = first + count
            missing -= count
    unit.set_setting(LEAST_ACCOUNT_NUMBERS, cast(Plain, least))
    return ranges
