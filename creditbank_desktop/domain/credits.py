"""Credit values: exact decimals, read from input, rounded down only and written with one decimal at least."""

from __future__ import annotations

import re
from decimal import Decimal

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.folding import fold_width

ZERO = Decimal("0")
HALF = Decimal("0.5")
MOST_IN_ONE_ENTRY = Decimal("60")

_HUNDRED = Decimal("100")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{0,6})?")


def parse_credits(text: str, field: str = "credits", step: Decimal = HALF) -> Decimal:
    """Return the credit value that ``text`` says.

    Full-width digits, point and sign are folded and spaces around are dropped; a comma is no decimal
    point. ``step`` is the finest step allowed (credits).

    Raises `Problems` with every finding at once: ``credits.invalid``, ``credits.negative``,
    ``credits.absurd`` (more than 60), ``credits.step``.
    """
    folded = fold_width(text).strip()
    if not _DECIMAL.fullmatch(folded):
        raise Problems([Problem("credits.invalid", field)])
    value = Decimal(folded)
    found = []
    if value < ZERO:
        found.append(Problem("credits.negative", field))
    if value > MOST_IN_ONE_ENTRY:
        found.append(Problem("credits.absurd", field, {"most": format_credits(MOST_IN_ONE_ENTRY)}))
    if value % step != ZERO:
        found.append(Problem("credits.step", field, {"step": format(step, "f")}))
    if found:
        raise Problems(found)
    return abs(value)


def round_down(value: Decimal, step: Decimal = HALF) -> Decimal:
    """Return the greatest multiple of ``step`` (credits, above zero) that is not above ``value``.

    Raises ValueError when ``step`` is not above zero.
    Source: rounding rule of the default rule set (step 0.5, down).
    """
    if step <= ZERO:
        raise ValueError("the step must be above zero")
    whole = value // step
    if value < ZERO and value % step != ZERO:
        whole -= 1
    return whole * step


def format_credits(value: Decimal) -> str:
    """Return ``value`` as papers and screens show it: no exponent, one decimal at least ("3.0", "2.25")."""
    digits = format(value, "f")
    if "." not in digits:
        return digits + ".0"
    whole, decimals = digits.split(".")
    return f"{whole}.{decimals.rstrip('0') or '0'}"


def to_hundredths(value: Decimal) -> int:
    """Return ``value`` as a whole number of hundredths of a credit, the unit of storage.

    Raises ValueError when ``value`` is finer than a hundredth.
    """
    hundredths = value * _HUNDRED
    if hundredths != hundredths.to_integral_value():
        raise ValueError(f"{value} credits are finer than a hundredth")
    return int(hundredths)


def from_hundredths(hundredths: int) -> Decimal:
    """Return the credits that ``hundredths`` of a credit make."""
    return Decimal(hundredths) / _HUNDRED
