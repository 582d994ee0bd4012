"""Registers the opening of learners in bulk with the settings."""

from __future__ import annotations

from creditbank_desktop.services.roles import LEARNER_RECORDS
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.learner_import.page import LearnerImportPage
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon

LEARNER_IMPORT = "learner_import"


def learner_import_section(desk: SettingsDesk) -> Workplace:
    """Return the import of learners, open to whoever keeps their records."""
    return Workplace(
        LEARNER_IMPORT,
        tr("Import learners"),
        Icon.LEARNER,
        lambda: LearnerImportPage(desk),
        LEARNER_RECORDS,
    )
