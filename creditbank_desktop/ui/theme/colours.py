"""The colour roles of the light and the dark look, as frozen values whose contrast can be computed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """The two looks of the program."""

    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a tint says; the text on it always says it too."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Tint:
    """A quiet ground and the ink that is read on it."""

    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour role of one look as ``#RRGGBB``."""

    look: Look
    window: str
    card: str
    text: str
    secondary: str
    hairline: str
    control_border: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selection: str
    hover: str
    key_ground: str
    viewer_ground: str
    disabled: str
    neutral: Tint
    info: Tint
    success: Tint
    warning: Tint
    danger: Tint

    def tint(self, tone: Tone) -> Tint:
        """Return ground and ink of ``tone``."""
        return {
            Tone.NEUTRAL: self.neutral,
            Tone.INFO: self.info,
            Tone.SUCCESS: self.success,
            Tone.WARNING: self.warning,
            Tone.DANGER: self.danger,
        }[tone]


# The control border is a shade darker than the first draft's #8494A3, which reached only 2.9 on the window.
LIGHT = Colours(
    look=Look.LIGHT,
    window="#F4F6F8",
    card="#FFFFFF",
    text="#1B2733",
    secondary="#566573",
    hairline="#D9E0E6",
    control_border="#768696",
    accent="#1F6F8B",
    accent_hover="#195E76",
    accent_pressed="#134B5F",
    on_accent="#FFFFFF",
    selection="#DCEEF4",
    hover="#EEF2F5",
    key_ground="#F4F6F8",
    viewer_ground="#DDE4EA",
    disabled="#98A5B1",
    neutral=Tint("#E9EDF1", "#485664"),
    info=Tint("#E3EFF8", "#1F5A86"),
    success=Tint("#E2F3E6", "#1E6B36"),
    warning=Tint("#FDF0D5", "#7F4D00"),
    danger=Tint("#FCE4E4", "#A32020"),
)

DARK = Colours(
    look=Look.DARK,
    window="#171C21",
    card="#1F262D",
    text="#E6EBEF",
    secondary="#A3B1BD",
    hairline="#35404A",
    control_border="#7C8B98",
    accent="#5DB3CF",
    accent_hover="#7AC4DC",
    accent_pressed="#4A9DB8",
    on_accent="#10202A",
    selection="#24424E",
    hover="#28313A",
    key_ground="#28313A",
    viewer_ground="#12171B",
    disabled="#66737E",
    neutral=Tint("#323C45", "#C3CED7"),
    info=Tint("#1E3A52", "#9CCBF0"),
    success=Tint("#1C3B27", "#8FD6A4"),
    warning=Tint("#46330F", "#F1C16B"),
    danger=Tint("#4C2224", "#F3A9A6"),
)


def colours_for(look: Look) -> Colours:
    """Return the colour roles of ``look``."""
    return DARK if look is Look.DARK else LIGHT


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio (1 to 21) of two ``#RRGGBB`` colours after WCAG 2.2, 1.4.3."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
