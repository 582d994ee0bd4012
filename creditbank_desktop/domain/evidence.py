"""Evidence: the materials of an application and the files behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from creditbank_desktop.domain.ids import BlobHash, EvidenceId, LineId, PersonId


@dataclass(frozen=True, slots=True)
class Evidence:
    """One material: a file by its SHA-256, its size in bytes and media type, what it is and which line it
    supports.

    ``material`` is a key of the rule set's material list ("certificate_original", "form", …); ``line`` None
    means the whole file.
    """

    evidence: EvidenceId
    blob: BlobHash
    size_bytes: int
    media_type: str
    file_name: str
    material: str
    line: LineId | None = None
    pages: int = 1


@dataclass(frozen=True, slots=True)
class OriginalComparison:
    """Original and copy were compared, and the original went back at once (与原件核对无误)."""

    evidence: EvidenceId
    person: PersonId
    at: datetime
