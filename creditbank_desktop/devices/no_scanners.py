"""Stands where a system has no way to scan from a program, as macOS; fills `ScannerPort`."""

from __future__ import annotations

from collections.abc import Callable

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.scans import RawPicture, ScanProfile, ScanSource


class NoScanners:
    """Names no scanner and points to the watched folder."""

    def drives(self, source: str) -> bool:
        """Return False: nothing is driven from here."""
        return False

    def sources(self) -> tuple[ScanSource, ...]:
        """Return nothing."""
        return ()

    def scan(
        self,
        profile: ScanProfile,
        on_picture: Callable[[RawPicture], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Raise `EnvironmentFault` "scanner.watched_folder"."""
        raise EnvironmentFault("scanner.watched_folder")
