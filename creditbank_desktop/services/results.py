"""What every action of a service answers: its value and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

Changes = frozenset[tuple[str, str]]
"""Pairs of kind and id that a write touched, for example ("application", id); screens refresh by them."""

NO_CHANGES: Changes = frozenset()


@dataclass(frozen=True, slots=True)
class OpResult(Generic[T]):
    """The value of a write and the records it changed."""

    value: T
    changes: Changes = NO_CHANGES


@dataclass(frozen=True, slots=True)
class ItemResult(Generic[T]):
    """How one item of a bulk action ended: the value, or the code of the refusal with its parameters."""

    item: str
    value: T | None = None
    refused_code: str = ""
    refused_params: tuple[tuple[str, str | int], ...] = ()

    @property
    def succeeded(self) -> bool:
        """Return whether the item was done."""
        return not self.refused_code
