"""What a write gives back: its value and the ids that changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

Change = tuple[str, str]
"""A kind ("application", "learner", "account", "paper", "person", "office", "device", "number_block",
"draft", "setting", "sync") and the id that changed ("" where there is only one)."""
Changes = frozenset[Change]

SYNC_CHANGED: Change = ("sync", "")


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """The value that the work returned, and what it changed, all of it committed."""

    value: T
    changes: Changes
