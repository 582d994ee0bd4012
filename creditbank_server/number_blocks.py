"""Blocks of account numbers: no two of an office may overlap, whoever allotted them."""

from __future__ import annotations

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.operations.registry_bodies import NumberBlockAllotted
from creditbank_server.office_work import OfficeWork


def next_number(work: OfficeWork, year: int) -> int:
    """Return the first account number of a year that lies in no block of the office."""
    return max((block.last for block in work.shelf.number_blocks() if block.year == year), default=0) + 1


def check_block(work: OfficeWork, block: NumberBlockAllotted) -> None:
    """Raise `Refused` ``number_block.overlaps`` (first, last) for numbers that are in another block."""
    if not 1 <= block.first <= block.last:
        raise Refused("number_block.empty")
    for other in work.shelf.number_blocks():
        if other.year == block.year and other.first <= block.last and block.first <= other.last:
            raise Refused("number_block.overlaps", first=other.first, last=other.last)
