"""What a person has set for this device."""

from __future__ import annotations

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_ledger import Preferences
from creditbank_desktop.services.workroom import Workroom


class SettingsService:
    """Reads and keeps preferences."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def preferences(self, actor: Actor) -> Preferences:
        """Return the actor's preferences, defaults where nothing was set."""
        raise NotImplementedError

    @permitted
    def save(self, actor: Actor, preferences: Preferences) -> OpResult[None]:
        """Keep the actor's preferences; raises `Problems` ("preferences.language", "preferences.theme",
        "preferences.hold").
        """
        raise NotImplementedError
