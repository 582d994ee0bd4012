"""Printers and numbered blank forms of one device: what may be set, and the next blank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from creditbank_desktop.domain.codec import Malformed, from_plain, to_plain
from creditbank_desktop.domain.failures import Problem, Refused
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.views_reference import PrinterChoice, SerialRange, StationerySettings

SETTING = "stationery"
PAPER_SIZES = ("A4", "A5", "B5")
MOST_COPIES = 20
_LONGEST_NAME = 200
_LONGEST_PREFIX = 12
_MOST_DIGITS = 12
_KINDS = frozenset(kind.value for kind in PaperKind)


def kept_stationery(reader: Reader) -> StationerySettings:
    """Return what was set for this device, defaults where nothing was."""
    kept = reader.setting(SETTING)
    if kept is None:
        return StationerySettings()
    try:
        return from_plain(StationerySettings, kept)
    except Malformed:
        return StationerySettings()  # written by a later version with more in it


def keep_stationery(unit: UnitOfWork, settings: StationerySettings) -> None:
    """Keep what was set for this device."""
    unit.set_setting(SETTING, to_plain(settings))


def check_stationery(settings: StationerySettings) -> Iterator[Problem]:
    """Yield what cannot be set.

    Codes: ``stationery.kind``, ``stationery.paper_size``, ``stationery.copies`` (least, most),
    ``text.too_long``, ``stationery.range``, ``stationery.digits`` (least, most), ``stationery.overlap``.
    """
    for kind, choice in settings.printers.items():
        yield from (problem.within(f"printers.{kind}") for problem in _check_choice(kind, choice))
    for kind, ranges in settings.serials.items():
        yield from (problem.within(f"serials.{kind}") for problem in _check_ranges(kind, ranges))


def take_serial(unit: UnitOfWork, kind: PaperKind) -> str | None:
    """Take the next numbered blank for a kind of paper; None where the device has no blanks for it.

    Raises `Refused` ("stationery.used_up") when there were some and all are used.
    """
    settings = kept_stationery(unit)
    ranges = settings.serials.get(kind.value, ())
    if not ranges:
        return None
    for place, blanks in enumerate(ranges):
        if blanks.left:
            taken = f"{blanks.prefix}{blanks.next:0{blanks.digits}d}"
            later = replace(blanks, next=blanks.next + 1)
            changed = (*ranges[:place], later, *ranges[place + 1 :])
            serials = {**settings.serials, kind.value: changed}
            keep_stationery(unit, replace(settings, serials=serials))
            return taken
    raise Refused("stationery.used_up", kind=kind.value)


def _check_choice(kind: str, choice: PrinterChoice) -> Iterator[Problem]:
    if kind not in _KINDS:
        yield Problem("stationery.kind", "", {"kind": kind})
    if choice.paper_size not in PAPER_SIZES:
        yield Problem("stationery.paper_size", "paper_size")
    if not 1 <= choice.copies <= MOST_COPIES:
        yield Problem("stationery.copies", "copies", {"least": 1, "most": MOST_COPIES})
    for name, text in (("printer", choice.printer), ("tray", choice.tray)):
        if len(text) > _LONGEST_NAME:
            yield Problem("text.too_long", name, {"most": _LONGEST_NAME, "length": len(text)})


def _check_ranges(kind: str, ranges: tuple[SerialRange, ...]) -> Iterator[Problem]:
    if kind not in _KINDS:
        yield Problem("stationery.kind", "", {"kind": kind})
    for place, blanks in enumerate(ranges):
        where = str(place)
        if not 1 <= blanks.digits <= _MOST_DIGITS:
            yield Problem("stationery.digits", f"{where}.digits", {"least": 1, "most": _MOST_DIGITS})
        elif blanks.last >= 10**blanks.digits:
            yield Problem("stationery.digits", f"{where}.last", {"least": 1, "most": blanks.digits})
        if not 0 <= blanks.first <= blanks.last or not blanks.first <= blanks.next <= blanks.last + 1:
            yield Problem("stationery.range", f"{where}.last")
        if len(blanks.prefix) > _LONGEST_PREFIX or not blanks.prefix.isprintable():
            length = len(blanks.prefix)
            yield Problem("text.too_long", f"{where}.prefix", {"most": _LONGEST_PREFIX, "length": length})
        for other in ranges[:place]:
            shared = blanks.first <= other.last and other.first <= blanks.last
            if blanks.prefix == other.prefix and shared:
                yield Problem("stationery.overlap", f"{where}.first")
