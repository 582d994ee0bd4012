"""The tables of disposal: rules with what is due, records, and the register."""

from __future__ import annotations

from collections.abc import Callable

from creditbank_desktop.domain.disposals import DisposalState
from creditbank_desktop.services.views_privacy import DisposalView, DueItem, DueRule
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.settings.sides import word_moment
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.privacy_words import word_disposal, word_subject
from creditbank_desktop.ui.wording.registry_names import local_name

STATE_TONES = {
    DisposalState.PROPOSED: Tone.WARNING,
    DisposalState.APPROVED: Tone.INFO,
    DisposalState.REJECTED: Tone.NEUTRAL,
    DisposalState.CARRIED_OUT: Tone.SUCCESS,
}


def rule_columns() -> tuple[Column[DueRule], ...]:
    """Return the columns of the retention rules."""
    return (
        Column(tr("Records"), lambda row: str(word_subject(row.subject.value)), 0, strong=True),
        Column(tr("Due"), _due_text, 116, chip=_due_tone),
    )


def register_columns() -> tuple[Column[DisposalView], ...]:
    """Return the columns of the register."""
    return (
        Column(tr("Proposed"), lambda row: word_moment(row.proposed_at), 136, secondary=True),
        Column(tr("By"), lambda row: row.proposed_by, 0, strong=True),
        Column(
            tr("Standing"),
            lambda row: str(word_disposal(row.state.value)),
            146,
            chip=lambda row: STATE_TONES[row.state],
        ),
    )


def item_columns(is_out: Callable[[str], bool] | None = None) -> tuple[Column[DueItem], ...]:
    """Return the columns of records; ``is_out`` tells by id which were left out, where one can choose."""
    columns: tuple[Column[DueItem], ...] = (
        Column(tr("No."), lambda row: row.number, 0, strong=True),
        Column(tr("Learner"), lambda row: row.name or "–", 72),
        Column(tr("Kept until"), lambda row: row.kept_until.isoformat(), 104, secondary=True),
        Column(tr("Scans"), lambda row: str(row.pieces), 56, right=True),
    )
    if is_out is None:
        return columns
    chosen: Column[DueItem] = Column(
        tr("Goes"),
        lambda row: str(tr("left out") if is_out(row.item.subject) else tr("yes")),
        80,
        chip=lambda row: Tone.NEUTRAL if is_out(row.item.subject) else Tone.WARNING,
    )
    return (*columns, chosen)


def clause_text(row: DueRule | DisposalView) -> str:
    """Say what a disposal rests on."""
    return local_name(row.clause_zh, row.clause_en)


def _due_text(row: DueRule) -> str:
    if row.is_permanent:
        return str(tr("kept for good"))
    return str(row.due) if row.due else str(tr("nothing due"))


def _due_tone(row: DueRule) -> Tone:
    if row.is_permanent:
        return Tone.INFO
    return Tone.WARNING if row.due else Tone.NEUTRAL
