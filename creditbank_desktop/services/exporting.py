"""The rule for every bulk export: it asks what for, and leaves a line in the audit trail.

Whoever exports more than the one record at hand calls `check_purpose` on what was typed and `note_export` in
the transaction of the export (or right after the file was written). The trail keeps kind, count and the code
of the purpose; free text stays in the store's settings under the export's id, because people write names into
free text and the trail outlives every name.

Exported files leave the protection of the store. Files for the person concerned and for archives are plain,
and the screens say so before they are written; an export of everything is encrypted (`creditbank export`).
"""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import IdSource
from creditbank_desktop.models.unit_of_work import UnitOfWork

OTHER = "other"
PURPOSES = (
    "person_asked",
    "other_office",
    "authority",
    "statistics",
    "audit",
    "archive",
    "migration",
    OTHER,
)
"""Codes of the purposes that an export may have; worded in `ui.wording.purposes`."""

LEAST_WORDS = 4
MOST_WORDS = 200
EXPORT_MADE = "export.made"


@dataclass(frozen=True, slots=True)
class ExportPurpose:
    """What an export is for: a code of `PURPOSES`, and own words, which ``other`` cannot do without."""

    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """What the trail says of an export: its kind (for example "audit_trail"), rows, and whether a passphrase
    protects the file.
    """

    kind: str
    count: int
    is_protected: bool = False


def check_purpose(purpose: ExportPurpose) -> tuple[Problem, ...]:
    """Return all that is wrong with a purpose, on fields ``purpose`` and ``purpose_words``.

    Codes: "purpose.missing", "purpose.words_missing" (least), "purpose.words_long" (most).
    """
    words = purpose.words.strip()
    if purpose.code not in PURPOSES:
        return (Problem("purpose.missing", "purpose"),)
    if purpose.code == OTHER and len(words) < LEAST_WORDS:
        return (Problem("purpose.words_missing", "purpose_words", {"least": LEAST_WORDS}),)
    if len(words) > MOST_WORDS:
        return (Problem("purpose.words_long", "purpose_words", {"most": MOST_WORDS}),)
    return ()


def note_export(
    unit: UnitOfWork, actor: Actor, ids: IdSource, exported: Exported, purpose: ExportPurpose
) -> str:
    """Enter an export into the audit trail and return its id; raises `Problems` as `check_purpose` finds."""
    found = check_purpose(purpose)
    if found:
        raise Problems(found)
    export = ids.new_id()
    detail: dict[str, str | int] = {
        "kind": exported.kind,
        "count": exported.count,
        "purpose": purpose.code,
        "protected": int(exported.is_protected),
    }
    unit.audit(actor, EXPORT_MADE, ("export", export), detail)
    if purpose.words.strip():
        unit.set_setting(f"export.purpose.{export}", purpose.words.strip())
    return export
