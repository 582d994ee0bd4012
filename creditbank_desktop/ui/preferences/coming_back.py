"""Brings back the look and the language that a person chose, when they sign in."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.settings_service import SettingsService
from creditbank_desktop.services.views_ledger import Preferences
from creditbank_desktop.ui.i18n import Language, current_language
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.appearance import current_look, system_look
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds

SYSTEM = "system"


def bring_back(
    settings: SettingsService, actor: Actor, runner: OperationRunner, deeds: AppearanceDeeds, owner: QObject
) -> None:
    """Read what ``actor`` chose and switch to it; whoever never chose keeps what is there."""

    def show(chosen: Preferences | None) -> None:
        app = QApplication.instance()
        if chosen is None or not isinstance(app, QApplication):
            return
        language = Language(chosen.language)
        look = system_look() if chosen.theme == SYSTEM else Look(chosen.theme)
        if language is not current_language(app):
            deeds.switch_language(language)
        if look is not current_look():
            deeds.switch_look(look)

    runner.run(lambda: settings.chosen(actor), show, owner=owner)
