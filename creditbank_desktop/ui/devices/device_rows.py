"""The devices of the office as rows: columns, how each stands, and the words of their sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from creditbank_desktop.services.views_office import DeviceCard
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.settings.sides import word_moment
from creditbank_desktop.ui.theme.colours import Tone


def device_columns() -> Sequence[Column[DeviceCard]]:
    """Return the columns of the table of devices."""
    return (
        Column(tr("Device"), lambda row: row.name, 0, strong=True),
        Column(tr("In use since"), lambda row: _day(row.since), 104, secondary=True),
        Column(tr("Last act"), lambda row: moment_text(row.last_act_at), 146, secondary=True),
        Column(tr("Standing"), lambda row: str(device_standing(row)), 116, chip=_tone),
    )


def device_standing(row: DeviceCard) -> Words:
    """How a device stands."""
    if row.is_this:
        return tr("This device")
    return tr("Active") if row.active else tr("Withdrawn")


def numbers_text(row: DeviceCard) -> str:
    """The account numbers of a device, a block a line."""
    return "\n".join(f"{one.year}: {one.first}–{one.last}" for one in row.blocks) or "–"


def device_sheet_words() -> tuple[str, ...]:
    """Return the title of the sheet of devices and the labels of its columns."""
    return (
        str(tr("Devices")),
        str(tr("Device name")),
        str(tr("Device id")),
        str(tr("In use since")),
        str(tr("Last act")),
        str(tr("Account numbers")),
        str(tr("Standing")),
    )


def moment_text(at: datetime | None) -> str:
    """A moment by the clock of this place, a dash for none."""
    return "–" if at is None else word_moment(at)


def _day(at: datetime | None) -> str:
    return "–" if at is None else at.astimezone().strftime("%Y-%m-%d")


def _tone(row: DeviceCard) -> Tone:
    if row.is_this:
        return Tone.INFO
    return Tone.SUCCESS if row.active else Tone.NEUTRAL
