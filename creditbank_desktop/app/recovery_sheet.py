"""Draws the page with the recovery code, before or after there is an open office."""

from __future__ import annotations

from pathlib import Path

from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.recovery_sheet import RecoverySheet, render_recovery_sheet
from creditbank_desktop.domain.ports import Clock


def recovery_sheet(resources: Path, clock: Clock, office: str, code: str) -> bytes:
    """Return the page (PDF) for the safe; raises as `render_recovery_sheet`."""
    fonts = Fonts(resources / "fonts")
    try:
        return render_recovery_sheet(RecoverySheet(office or "—", clock.today(), code), fonts)
    finally:
        fonts.close()
