"""The learners as the shell registers them."""

from __future__ import annotations

from functools import partial

from creditbank_desktop.services.roles import CASEWORK
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.learners.desk import LearnersDesk
from creditbank_desktop.ui.learners.page import LearnersPage
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def learners_workplace(desk: LearnersDesk) -> Workplace:
    """Return the workplace of everybody who works on learners' files, behind F5."""
    return Workplace("learners", tr("Learners"), Icon.LEARNER, partial(LearnersPage, desk), CASEWORK, "F5")
