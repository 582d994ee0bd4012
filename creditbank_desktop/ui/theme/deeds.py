"""What a window asks of the program when the user wants another look or another language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.theme.colours import Look


@dataclass(frozen=True, slots=True)
class AppearanceDeeds:
    """Switches look and language at once; the program may remember them too."""

    switch_look: Callable[[Look], None]
    switch_language: Callable[[Language], None]
