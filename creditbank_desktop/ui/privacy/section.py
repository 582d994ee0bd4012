"""Registers personal data and disposal with the settings."""

from __future__ import annotations

from creditbank_desktop.domain.disposals import APPROVERS, PROPOSERS
from creditbank_desktop.services.roles import LEARNER_RECORDS
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.privacy.disposal_page import DisposalPage
from creditbank_desktop.ui.privacy.person_page import PersonPage
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon

PRIVACY = "privacy"
DISPOSAL = "disposal"


def privacy_sections(desk: SettingsDesk) -> tuple[Workplace, ...]:
    """Return what is held about a person, open to whoever keeps records, and disposal by retention."""
    return (
        Workplace(PRIVACY, tr("Personal data"), Icon.LEARNER, lambda: PersonPage(desk), LEARNER_RECORDS),
        Workplace(DISPOSAL, tr("Disposal"), Icon.TRASH, lambda: DisposalPage(desk), PROPOSERS | APPROVERS),
    )
