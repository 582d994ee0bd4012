"""Checks the seals of archived files against what the store holds of them now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.states import Act
from creditbank_desktop.models.health_queries import ArchiveSeal, archive_seals, papers_before
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.archive_service import Manifest, manifest_of

_AFTERWARDS = frozenset({Act.REVOKE, Act.ARCHIVE})
"""Acts behind a sealing that leave what was sealed as it is."""


@dataclass(frozen=True, slots=True)
class SealCheck:
    """How many seals were compared, and the receipt numbers of the files whose seal does not fit."""

    compared: int
    wrong: tuple[str, ...]


def check_seals(reader: Reader, cancelled: Callable[[], bool]) -> SealCheck:
    """Make every archived file's manifest anew, as it was when it was sealed, and compare the seals.

    A file that went on behind its sealing, by an appeal for instance, is left out: its lines are others now.
    """
    compared, wrong = 0, []
    for seal in archive_seals(reader):
        if cancelled():
            break
        file = reader.application(seal.application)
        place = None if file is None else _place(file, seal)
        if file is None or place is None:
            wrong.append(str(seal.application) if file is None else file.receipt_number)
            continue
        if any(deed.act not in _AFTERWARDS and not deed.undone for deed in file.deeds[place + 1 :]):
            continue
        compared += 1
        sealed = replace(file, deeds=file.deeds[:place], state=file.deeds[place].before)
        if seal.seal not in {manifest.seal() for manifest in _manifests(reader, sealed, seal)}:
            wrong.append(file.receipt_number)
    return SealCheck(compared, tuple(wrong))


def _place(file: Application, seal: ArchiveSeal) -> int | None:
    places = (place for place, deed in enumerate(file.deeds) if deed.operation == seal.operation)
    return next(places, None)


def _manifests(reader: Reader, file: Application, seal: ArchiveSeal) -> Iterator[Manifest]:
    """Yield the manifest with all papers, and with those that were there when it was sealed."""
    manifest = manifest_of(reader, file)
    yield manifest
    known = papers_before(reader, seal)
    yield replace(manifest, papers=tuple(paper for paper in manifest.papers if paper[0] in known))
