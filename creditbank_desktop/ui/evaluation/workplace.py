"""Registers the evaluation workplace with the shell."""

from __future__ import annotations

from functools import partial

from creditbank_desktop.services.roles import ACADEMIC_OFFICE, PANEL, REVIEWERS, SIGNATORIES
from creditbank_desktop.ui.evaluation.desk import EvaluationDesk
from creditbank_desktop.ui.evaluation.page import EvaluationPage
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def evaluation_workplace(desk: EvaluationDesk) -> Workplace:
    """Return the entry of the rail; open to everybody who works at one of the stages."""
    return Workplace(
        key="evaluation",
        title=tr("Evaluation"),
        icon=Icon.EVALUATION,
        factory=partial(EvaluationPage, desk),
        roles=REVIEWERS | PANEL | SIGNATORIES | ACADEMIC_OFFICE,
        keys="F3",
    )
