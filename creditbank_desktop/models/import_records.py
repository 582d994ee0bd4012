"""Values that an import of learners is kept in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from creditbank_desktop.domain.codec import Plain
from creditbank_desktop.domain.ids import LearnerId, PersonId


class ImportState(StrEnum):
    """Where an import stands.

    Until ``ENTERING`` nothing of it is in the records; from there on it is finished or taken back as a whole.
    """

    READING = "reading"
    LOOKED_AT = "looked_at"
    ENTERING = "entering"
    ENTERED = "entered"
    TAKING_BACK = "taking_back"
    TAKEN_BACK = "taken_back"


class RowKind(StrEnum):
    """What a row of the sheet is: somebody new, somebody new with a warning, somebody known as they stand or
    with other values, or a row that nothing can be made of.
    """

    NEW = "new"
    WARNED = "warned"
    SAME = "same"
    DIFFERS = "differs"
    BAD = "bad"
    LATE = "late"
    """Could not take effect any more when its turn came."""


@dataclass(frozen=True, slots=True)
class KeptImport:
    """An import; ``document`` holds counts and choices, ``entered_row`` the last row that took effect."""

    import_id: str
    person: PersonId
    state: ImportState
    file_name: str
    begun_at: datetime
    document: dict[str, Plain]
    entered_row: int = 0
    entered: int = 0


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row of the sheet; ``data`` is what it says, None once it took effect."""

    sheet_row: int
    kind: RowKind
    learner: LearnerId | None
    data: Plain
