"""Scans at the counter: pages as they arrive, how they may be changed, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from creditbank_desktop.domain.failures import EnvironmentFault, Problem
from creditbank_desktop.domain.ids import BlobHash, LineId

WHOLE = 10_000
"""The edges of a cropped picture are counted in ten-thousandths of its width and height."""
MOST_EDITS = 12


@dataclass(frozen=True, slots=True)
class CropBox:
    """What is kept of a picture, its edges in ten-thousandths of its width and height from the upper left."""

    left: int = 0
    top: int = 0
    right: int = WHOLE
    bottom: int = WHOLE

    @property
    def is_sound(self) -> bool:
        """Return whether the edges lie inside the picture and leave at least a fiftieth of each side."""
        least = WHOLE // 50
        inside = self.left >= 0 and self.right <= WHOLE and self.top >= 0 and self.bottom <= WHOLE
        return inside and self.right - self.left >= least and self.bottom - self.top >= least


@dataclass(frozen=True, slots=True)
class PageEdit:
    """One change of a page: first cropped, then turned clockwise by quarters, then set straight."""

    quarter_turns: int = 0
    crop: CropBox | None = None
    deskew: bool = False


@dataclass(frozen=True, slots=True)
class PageContent:
    """A stored picture of a page: by its SHA-256, its size in bytes, its width and height in pixels.

    ``pixels`` is the SHA-256 of what it shows, the same for one picture in different kinds of file;
    ``media_type`` is "image/jpeg" or "image/png".
    """

    blob: BlobHash
    size_bytes: int
    width: int
    height: int
    media_type: str
    pixels: str


@dataclass(frozen=True, slots=True)
class ScanPage:
    """One page as it looks now, all its edits baked in; ``page`` names it for as long as it is there.

    ``dpi`` is how many pixels an inch has. ``origin`` is the page as it came in, None while it was never
    edited; ``edits`` lead from there to here, so that the last can be taken back. ``name`` says where it came
    from: a file and its page, a scanner.
    """

    page: str
    blob: BlobHash
    size_bytes: int
    width: int
    height: int
    dpi: int
    media_type: str
    pixels: str
    name: str = ""
    origin: PageContent | None = None
    edits: tuple[PageEdit, ...] = ()

    @property
    def content(self) -> PageContent:
        """Return the picture that is stored now."""
        return PageContent(self.blob, self.size_bytes, self.width, self.height, self.media_type, self.pixels)


@dataclass(frozen=True, slots=True)
class ScannedDocument:
    """Pages that belong together and will be bound into one piece of evidence.

    ``material`` is what they show ("" while nobody said), ``line`` the outcome, None for the whole file.
    """

    document: str
    material: str = ""
    line: LineId | None = None
    pages: tuple[ScanPage, ...] = ()


class SourceKind(StrEnum):
    """What pages come from."""

    SCANNER = "scanner"
    FOLDER = "folder"
    CAMERA = "camera"


class ColourMode(StrEnum):
    """How a scanner sees."""

    COLOUR = "colour"
    GREY = "grey"
    LINEART = "lineart"


class Feed(StrEnum):
    """Where the paper lies."""

    FLATBED = "flatbed"
    FEEDER = "feeder"
    DUPLEX = "duplex"


class ScanSize(StrEnum):
    """How much of the glass is scanned."""

    A4 = "a4"
    A5 = "a5"
    LETTER = "letter"
    WHOLE = "whole"


class AfterTaking(StrEnum):
    """What becomes of a file in the watched folder once its pages are stored."""

    MOVE = "move"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class ScanSource:
    """Something that gives pages; ``source`` is how it is asked for, ``name`` how people know it.

    The tuples say what it can do, each in the order of the device; empty where it does not tell.
    """

    source: str
    kind: SourceKind
    name: str
    feeds: tuple[Feed, ...] = ()
    resolutions: tuple[int, ...] = ()
    colours: tuple[ColourMode, ...] = ()


@dataclass(frozen=True, slots=True)
class ScanProfile:
    """How this device scans; ``source`` "" means the first that is there.

    ``folder`` is the folder that is watched, "" for none; ``after`` what becomes of files taken from it.
    """

    source: str = ""
    dpi: int = 300
    colour: ColourMode = ColourMode.COLOUR
    feed: Feed = Feed.FLATBED
    size: ScanSize = ScanSize.A4
    folder: str = ""
    after: AfterTaking = AfterTaking.MOVE


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file to take pages from: either ``path`` on disk or its ``data`` (dropped, pasted) with a name."""

    name: str
    path: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class RawPicture:
    """An undecoded picture from a device, and how many pixels it has to an inch."""

    data: bytes
    dpi: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A picture that was decoded within bounds and written anew or found to be sound; not stored yet."""

    data: bytes
    media_type: str
    width: int
    height: int
    dpi: int
    pixels: str


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code on a page: its kind ("qr_code", "code_128", …), its text, and a PNG of the place."""

    kind: str
    text: str
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """How the reading of a whole file ended: how many pages it has, whether active content was left out."""

    pages: int
    flattened: bool = False


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """A file in the watched folder that nobody writes to any more."""

    path: str
    name: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ScanEnd:
    """How taking pages ended; every page in ``pages`` is stored, whatever else went wrong.

    ``doubled`` are the ids of pages already there that came a second time; ``problems`` name files that were
    refused (field "file", parameter ``name``); ``fault`` is what the device or the disk said.
    ``flattened`` are names of files whose active content (scripts, attachments, forms) was left out.
    """

    pages: tuple[ScanPage, ...] = ()
    doubled: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    fault: EnvironmentFault | None = None
    cancelled: bool = False
    flattened: tuple[str, ...] = ()
