"""Where pages come from and how they are scanned, for the tray's first scan and for the settings.

``SourceForm()``: ``show_profile(profile, sources)``, ``profile()`` reads it with what the form does not show
left as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, Slot

from creditbank_desktop.domain.scans import (
    ColourMode,
    Feed,
    ScanProfile,
    ScanSize,
    ScanSource,
    SourceKind,
)
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.wording.scan_words import word_colour, word_feed, word_size

USUAL_RESOLUTIONS = (150, 200, 300, 400, 600)
FEWEST_DPI = 75
MOST_DPI = 600
ChoiceT = TypeVar("ChoiceT")


class SourceForm(Form):
    """Source, resolution, colour, feeder and size; its methods are named in the module's text."""

    def __init__(self) -> None:
        """Begin without sources."""
        super().__init__()
        self._sources: tuple[ScanSource, ...] = ()
        self._profile = ScanProfile()
        self.source: ChoiceCombo[str] = ChoiceCombo()
        self.dpi: ChoiceCombo[int] = ChoiceCombo()
        self.colour: ChoiceCombo[ColourMode] = ChoiceCombo()
        self.feed: ChoiceCombo[Feed] = ChoiceCombo()
        self.paper: ChoiceCombo[ScanSize] = ChoiceCombo()
        self.add(FieldRow(tr("Scanner (&Q)"), self.source, field="source"))
        self.add_pair(
            FieldRow(tr("&Resolution"), self.dpi, field="dpi"),
            FieldRow(tr("Co&lour"), self.colour, field="colour"),
        )
        self.add_pair(
            FieldRow(tr("Pa&per lies"), self.feed, field="feed"),
            FieldRow(tr("Si&ze"), self.paper, field="size"),
        )
        self.source.edited.connect(self._on_source_edited)

    def show_profile(self, profile: ScanProfile, sources: Sequence[ScanSource]) -> None:
        """Show ``profile`` and offer ``sources`` that give pages on demand."""
        self._sources = tuple(one for one in sources if one.kind is not SourceKind.FOLDER)
        self._profile = profile
        self.source.set_choices([Choice(one.source, one.name) for one in self._sources], keep=False)
        known = any(one.source == profile.source for one in self._sources)
        first = self._sources[0].source if self._sources else None
        self.source.set_value(profile.source if known else first)
        self._offer()
        self._set(profile)

    def profile(self) -> ScanProfile:
        """Return the profile as chosen."""
        before = self._profile
        return replace(
            before,
            source=self.source.value() or before.source,
            dpi=self.dpi.value() or before.dpi,
            colour=self.colour.value() or before.colour,
            feed=self.feed.value() or before.feed,
            size=self.paper.value() or before.size,
        )

    def go(self) -> None:
        """Go to the first choice."""
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, profile: ScanProfile) -> None:
        self.dpi.set_value(_nearest(profile.dpi, self._resolutions()))
        self.colour.set_value(_one_of(profile.colour, self._colours()))
        self.feed.set_value(_one_of(profile.feed, self._feeds()))
        self.paper.set_value(profile.size)

    def _offer(self) -> None:
        self.dpi.set_choices([Choice(dpi, tr("{dpi} dpi").format(dpi=dpi)) for dpi in self._resolutions()])
        self.colour.set_choices([Choice(colour, word_colour(colour)) for colour in self._colours()])
        self.feed.set_choices([Choice(feed, word_feed(feed)) for feed in self._feeds()])
        self.paper.set_choices([Choice(size, word_size(size)) for size in ScanSize])

    def _chosen(self) -> ScanSource | None:
        return next((one for one in self._sources if one.source == self.source.value()), None)

    def _resolutions(self) -> tuple[int, ...]:
        source = self._chosen()
        told = source.resolutions if source is not None else ()
        usual = tuple(dpi for dpi in USUAL_RESOLUTIONS if not told or dpi in told)
        return usual or tuple(dpi for dpi in told if FEWEST_DPI <= dpi <= MOST_DPI) or USUAL_RESOLUTIONS

    def _colours(self) -> tuple[ColourMode, ...]:
        source = self._chosen()
        return (source.colours if source is not None else ()) or tuple(ColourMode)

    def _feeds(self) -> tuple[Feed, ...]:
        source = self._chosen()
        return (source.feeds if source is not None else ()) or tuple(Feed)

    @Slot()
    def _on_source_edited(self) -> None:
        self._offer()
        self._set(self.profile())


def _one_of(value: ChoiceT, offered: Sequence[ChoiceT]) -> ChoiceT:
    return value if value in offered else offered[0]


def _nearest(dpi: int, offered: Sequence[int]) -> int:
    return min(offered, key=lambda one: abs(one - dpi))
