"""Learners."""

from __future__ import annotations

from creditbank_desktop.ui.learners.desk import LearnersDesk
from creditbank_desktop.ui.shell.workplaces import WorkplacePage


class LearnersPage(WorkplacePage):
    """The workplace."""

    def __init__(self, desk: LearnersDesk) -> None:
        """Begin."""
        super().__init__()
