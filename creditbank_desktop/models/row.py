"""What all tables share: constraints with names, and columns typed by their Python types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from creditbank_desktop.models.column_types import Credits, Day, Moment

# SQLite can drop or change only what has a name (Alembic, batch migrations), so names come first.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class TableRow(DeclarativeBase):
    """The declarative ground of every table; rows never leave this package."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[Mapping[Any, Any]] = {Decimal: Credits, datetime: Moment, date: Day}
