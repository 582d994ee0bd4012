"""Sizes and distances of the look in logical pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """Every size that more than one widget uses, in logical pixels."""

    body_px: int = 14
    secondary_px: int = 12
    section_px: int = 15
    title_px: int = 18
    card_radius: int = 10
    card_padding: int = 14
    gutter: int = 12
    control_radius: int = 6
    control_height: int = 34
    row_height: int = 40
    rail_width: int = 184
    rail_width_compact: int = 60
    top_bar_height: int = 50
    status_height: int = 28
    icon: int = 18
    label_width: int = 96


MEASURES = Measures()
COMPACT_BELOW_PX = 1100
