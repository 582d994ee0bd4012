"""The programmes of the school as one list; fills the port `Curriculum`."""

from __future__ import annotations

from collections.abc import Iterable

from creditbank_desktop.domain.programmes import Programme


class ProgrammeList:
    """Programmes in all their versions, found by code and year of intake."""

    def __init__(self, programmes: Iterable[Programme]) -> None:
        """Take every version of every programme."""
        self._versions: dict[str, list[Programme]] = {}
        for programme in sorted(programmes, key=lambda found: (found.code, found.version)):
            self._versions.setdefault(programme.code, []).append(programme)

    def programmes(self) -> tuple[Programme, ...]:
        """Return the newest version of every programme, by code."""
        return tuple(versions[-1] for versions in self._versions.values())

    def programme(self, code: str, intake_year: int | None = None) -> Programme | None:
        """Return the version for learners who began in ``intake_year``, else the newest; None if unknown."""
        versions = self._versions.get(code)
        if not versions:
            return None
        fitting = [
            version
            for version in versions
            if intake_year is not None and version.takes_intake_of(intake_year)
        ]
        return (fitting or versions)[-1]
