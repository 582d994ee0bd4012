"""Words for how pages are scanned."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.domain.scans import AfterTaking, ColourMode, Feed, ScanSize
from creditbank_desktop.ui.i18n import Words, mark, tr

_COLOURS: Mapping[ColourMode, str] = {
    ColourMode.COLOUR: mark("Colour"),
    ColourMode.GREY: mark("Grey"),
    ColourMode.LINEART: mark("Black and white"),
}
_FEEDS: Mapping[Feed, str] = {
    Feed.FLATBED: mark("Glass, one page at a time"),
    Feed.FEEDER: mark("Feeder, one side"),
    Feed.DUPLEX: mark("Feeder, both sides"),
}
_SIZES: Mapping[ScanSize, str] = {
    ScanSize.A4: mark("A4"),
    ScanSize.A5: mark("A5"),
    ScanSize.LETTER: mark("Letter"),
    ScanSize.WHOLE: mark("All of the glass"),
}
_AFTER: Mapping[AfterTaking, str] = {
    AfterTaking.MOVE: mark("Move it into the folder “taken” beside it"),
    AfterTaking.DELETE: mark("Delete it"),
}


def word_colour(colour: ColourMode) -> Words:
    """How a scanner sees."""
    return tr(_COLOURS[colour])


def word_feed(feed: Feed) -> Words:
    """Where the paper lies."""
    return tr(_FEEDS[feed])


def word_size(size: ScanSize) -> Words:
    """How much is scanned."""
    return tr(_SIZES[size])


def word_after(after: AfterTaking) -> Words:
    """What becomes of a file that was taken."""
    return tr(_AFTER[after])
