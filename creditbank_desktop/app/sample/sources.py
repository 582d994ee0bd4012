"""What sample learners and applications are made from: names, name parts, the catalogue of outcomes."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from creditbank_desktop.domain.codec import from_plain, plain_of
from creditbank_desktop.domain.outcomes import OutcomeType


class Worth(StrEnum):
    """What the default rules make of a catalogue entry: credit, a judged value, or nothing."""

    CREDIT = "credit"
    JUDGED = "judged"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SampleName:
    """A name in both scripts."""

    zh: str
    latin: str


@dataclass(frozen=True, slots=True)
class NameParts:
    """Surnames and given names to combine."""

    surnames: tuple[SampleName, ...]
    given_male: tuple[SampleName, ...]
    given_female: tuple[SampleName, ...]


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """Something that learners present.

    ``fields`` are those of the outcome form that never vary. ``days`` bounds how long before the application
    it was issued, ``number`` is the pattern of its evidence number ("skill" for the 22 characters of a skill
    certificate), ``targets`` the course or module by programme, ``programmes`` for whom it makes sense (all
    when empty), ``judged_credits`` what people give where the rules leave it to them.
    """

    key: str
    type: OutcomeType
    worth: Worth
    fields: Mapping[str, str]
    days: tuple[int, ...]
    number: str
    targets: Mapping[str, str] = field(default_factory=dict)
    programmes: tuple[str, ...] = ()
    judged_credits: str = ""
    veteran: bool = False


@dataclass(frozen=True, slots=True)
class _Catalogue:
    entries: tuple[CatalogueEntry, ...]


@dataclass(frozen=True, slots=True)
class SampleSources:
    """Everything that the plan draws on; ``hard_names`` come first among the learners."""

    hard_names: tuple[SampleName, ...]
    parts: NameParts
    entries: tuple[CatalogueEntry, ...]


def read_sample_sources(folder: Path) -> SampleSources:
    """Return the sources in ``folder`` (names.csv, name_parts.json, catalogue.json).

    Raises `Malformed` for another shape.
    """
    with (folder / "names.csv").open(encoding="utf-8", newline="") as lines:
        hard_names = tuple(SampleName(row["name"], row["latin"]) for row in csv.DictReader(lines))
    parts = from_plain(NameParts, plain_of((folder / "name_parts.json").read_bytes()))
    catalogue = from_plain(_Catalogue, plain_of((folder / "catalogue.json").read_bytes()))
    return SampleSources(hard_names, parts, catalogue.entries)
