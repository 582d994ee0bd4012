"""The three kinds of failure that a user can meet; anything else is a bug."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

Parameters = Mapping[str, str | int]


class Severity(StrEnum):
    """How much a problem weighs: an error stops the action, a warning can be confirmed."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that the user can correct.

    ``code`` names the wording in the user interface, ``field`` the input it belongs to
    (dotted for nested input, "" for the whole), ``params`` fill the wording's gaps.
    """

    code: str
    field: str = ""
    params: Parameters = dataclasses.field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def within(self, prefix: str) -> Problem:
        """Return the same problem as seen from an outer form in which ``prefix`` holds this one."""
        inner = f"{prefix}.{self.field}" if self.field else prefix
        return Problem(self.code, inner, self.params, self.severity)


class Problems(Exception):
    """All problems of one input at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(f"{p.field}:{p.code}" for p in self.problems))


class Refused(Exception):
    """The action is not allowed now, for example because somebody else changed the file."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params: Parameters = params
        super().__init__(code, params)


class EnvironmentFault(Exception):
    """Disk, lock, network or printer failed; trying again may help."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params: Parameters = params
        super().__init__(code, params)


def stop_on_errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Raise `Problems` if any of them is an error; otherwise return the warnings."""
    found = tuple(problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise Problems(found)
    return found
