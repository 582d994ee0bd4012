"""How the values of the field lie in columns: credits, moments and days."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Integer, String
from sqlalchemy.types import TypeDecorator

from creditbank_desktop.domain.codec import format_instant, parse_instant
from creditbank_desktop.domain.credits import from_hundredths, to_hundredths


class Credits(TypeDecorator[Decimal]):
    """Credits as a whole number of hundredths; ValueError for anything finer."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> int | None:
        """Return the hundredths that are stored."""
        return None if value is None else to_hundredths(value)

    def process_result_value(self, value: int | None, dialect: Any) -> Decimal | None:
        """Return the credits."""
        return None if value is None else from_hundredths(value)


class ExactDecimal(TypeDecorator[Decimal]):
    """A number of any precision (a raw score) as its decimal text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> str | None:
        """Return the decimal text that is stored."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Any) -> Decimal | None:
        """Return the number."""
        return None if value is None else Decimal(value)


class Moment(TypeDecorator[datetime]):
    """A moment as UTC text with milliseconds, so that its order is the order of the text.

    A naive datetime is refused with TypeError.
    """

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        """Return the text that is stored."""
        return None if value is None else format_instant(value)

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        """Return the moment, aware and in UTC."""
        return None if value is None else parse_instant(value).astimezone(UTC)


class Day(TypeDecorator[date]):
    """A calendar day as ISO text; a datetime is refused with TypeError, because a moment is no day."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Any) -> str | None:
        """Return the text that is stored."""
        if isinstance(value, datetime):
            raise TypeError("a moment is no day")
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Any) -> date | None:
        """Return the day."""
        return None if value is None else date.fromisoformat(value)
