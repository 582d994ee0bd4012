"""Pages of long lists by the key of the row before, so that any place is reached equally fast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, func, select, tuple_, type_coerce, union_all

from creditbank_desktop.models.views import Key

ANCHOR_EVERY = 200


@dataclass(frozen=True, slots=True)
class Keyset:
    """A list: its ``keys`` columns, which end in a unique one, and the ``branches`` of conditions it unites.

    Each branch must be served in the order of the keys by an index; several branches are merged.
    """

    keys: tuple[Any, ...]
    branches: tuple[tuple[ColumnElement[bool], ...], ...] = ((),)

    def page(self, connection: Connection, after: Key | None, limit: int) -> list[Key]:
        """Return up to ``limit`` keys behind ``after`` (from the beginning if None), in order."""
        texts = self._texts()
        parts = []
        for conditions in self.branches:
            statement = select(*texts).where(*conditions)
            if after is not None:
                statement = statement.where(tuple_(*texts) > tuple_(*after))
            parts.append(statement.order_by(*texts).limit(limit).subquery().select())
        if len(parts) == 1:
            rows: Sequence[Any] = connection.execute(parts[0]).all()
        else:
            merged = union_all(*parts).subquery()
            rows = connection.execute(select(merged).order_by(*merged.columns).limit(limit)).all()
        return [tuple(row) for row in rows]

    def count(self, connection: Connection) -> int:
        """Return how many rows the list has."""
        counts = (
            connection.scalar(select(func.count()).select_from(self.keys[0].table).where(*conditions))
            for conditions in self.branches
        )
        return sum(count or 0 for count in counts)

    def anchors(self, connection: Connection, every: int = ANCHOR_EVERY) -> tuple[Key | None, ...]:
        """Return the keys behind which the blocks of ``every`` rows begin: None for the first block, then the
        key of the last row of each block that another follows.
        """
        texts = self._texts()
        parts = [select(*texts).where(*conditions) for conditions in self.branches]
        # One state alone is numbered along its index; several have to be sorted together first.
        columns = texts if len(parts) == 1 else list(union_all(*parts).subquery().columns)
        place = func.row_number().over(order_by=columns).label("place")
        numbered = select(*columns, place)
        if len(parts) == 1:
            numbered = numbered.where(*self.branches[0])
        *keys, counted = numbered.subquery().columns
        total = self.count(connection)
        statement = select(*keys).where(counted % every == 0, counted < total).order_by(counted)
        return (None, *(tuple(row) for row in connection.execute(statement)))

    def position(self, connection: Connection, key: Key) -> int:
        """Return how many rows stand before ``key``, whether or not it is in the list."""
        texts = self._texts()
        counts = (
            connection.scalar(select(func.count()).where(*conditions, tuple_(*texts) < tuple_(*key)))
            for conditions in self.branches
        )
        return sum(count or 0 for count in counts)

    def _texts(self) -> list[ColumnElement[str]]:
        return [type_coerce(key, String).label(f"key_{place}") for place, key in enumerate(self.keys)]
