"""Registers personal data and disposal with the settings."""

from __future__ import annotations

from creditbank_desktop.domain.disposals import APPROVERS, PROPOSERS
from creditbank_desktop.services.roles import LEARNER_RECORDS, PERMITTED
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.privacy.disposal_page import DisposalPage
from creditbank_desktop.ui.privacy.person_page import PersonPage
from creditbank_desktop.ui.privacy.retention import RetentionReading
from creditbank_desktop.ui.reference.page import TablesPage
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon

PRIVACY = "privacy"
DISPOSAL = "disposal"
RETENTION = "retention"


def privacy_sections(desk: SettingsDesk) -> tuple[Workplace, ...]:
    """Return what is held about a person, open to whoever keeps records, disposal, and the retention rules.

    Whoever proposes to destroy records sees the rules as well; to change them takes an editor.
    """
    keepers = PERMITTED["ReferenceService.save"] | PERMITTED["ProposalService.approve"]
    return (
        Workplace(PRIVACY, tr("Personal data"), Icon.LEARNER, lambda: PersonPage(desk), LEARNER_RECORDS),
        Workplace(DISPOSAL, tr("Disposal"), Icon.TRASH, lambda: DisposalPage(desk), PROPOSERS | APPROVERS),
        Workplace(
            RETENTION,
            tr("Retention"),
            Icon.ARCHIVE,
            lambda: TablesPage(desk, (RetentionReading(desk).table(),)),
            keepers | PROPOSERS | APPROVERS,
        ),
    )
