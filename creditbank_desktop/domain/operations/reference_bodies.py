"""Operations about the office's reference data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from creditbank_desktop.domain.ids import OperationId, ProposalId
from creditbank_desktop.domain.reference import ReferenceChange


@dataclass(frozen=True, slots=True)
class ReferenceChanged:
    """Entries changed in what decides nothing: phrases, aliases, texts, signatories, contacts."""

    op_type: ClassVar[str] = "reference.changed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    changes: tuple[ReferenceChange, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceProposed:
    """Changes that decide something were proposed; ``title`` names an import by its file."""

    op_type: ClassVar[str] = "reference.proposed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    proposal: ProposalId
    changes: tuple[ReferenceChange, ...]
    title: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceSettled:
    """Another person agreed to a proposal or turned it down.

    ``revisions`` are those of the entries as that person saw them, in the order of the proposal's changes:
    the versions that come into force are numbered behind them, on every device alike.
    """

    op_type: ClassVar[str] = "reference.settled"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    proposal: ProposalId
    approved: bool
    reason: str = ""
    revisions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceWithdrawn:
    """The person who made a proposal took it back before it was settled."""

    op_type: ClassVar[str] = "reference.withdrawn"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    proposal: ProposalId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EntryName:
    """Which entry: its kind and its key in it."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class ReferenceUndone:
    """A person took their own change of ``entries``, or their settling of ``proposal``, back."""

    op_type: ClassVar[str] = "reference.undone"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    operation: OperationId
    entries: tuple[EntryName, ...] = ()
    proposal: ProposalId | None = None


ReferenceBody = ReferenceChanged | ReferenceProposed | ReferenceSettled | ReferenceWithdrawn | ReferenceUndone
