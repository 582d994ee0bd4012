"""The rows that one record becomes: a main row and the child rows that it owns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from creditbank_desktop.models.row import TableRow

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Projection:
    """``table`` and ``values`` of the main row, and by child table all rows that belong to it.

    ``append_only`` rows are inserted and never changed. ``revision`` names the column that grows with every
    change, so that a lost update is noticed; without one the row's own ``version`` counts.
    """

    table: type[TableRow]
    values: Values
    children: Mapping[type[TableRow], tuple[Values, ...]] = field(default_factory=dict)
    revision: str | None = None
    append_only: bool = False
