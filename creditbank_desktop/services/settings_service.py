"""What a person has set for this device."""

from __future__ import annotations

from creditbank_desktop.domain.codec import Malformed, from_plain, to_plain
from creditbank_desktop.domain.failures import Problem, stop_on_errors
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_ledger import Preferences
from creditbank_desktop.services.workroom import Workroom

LANGUAGES = ("zh_CN", "en")
THEMES = ("system", "light", "dark")
_FORMER = frozenset({"hold_seconds"})
"""Fields that people have stored and that mean nothing any more: the delay is the office's."""


class SettingsService:
    """Reads and keeps preferences."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def preferences(self, actor: Actor) -> Preferences:
        """Return the actor's preferences, defaults where nothing was set."""
        kept = self._room.store.read(lambda reader: reader.setting(_key(actor)))
        if kept is None:
            return Preferences()
        if isinstance(kept, dict):
            kept = {name: value for name, value in kept.items() if name not in _FORMER}
        try:
            return from_plain(Preferences, kept)
        except Malformed:
            return Preferences()  # written by a later version with more in it

    @permitted
    def chosen(self, actor: Actor) -> Preferences | None:
        """Return what the actor has chosen, None if they never chose anything."""
        kept = self._room.store.read(lambda reader: reader.setting(_key(actor)))
        return None if kept is None else self.preferences(actor)

    @permitted
    def save(self, actor: Actor, preferences: Preferences) -> OpResult[None]:
        """Keep the actor's preferences; raises `Problems` ("preferences.language", "preferences.theme")."""
        found = []
        if preferences.language not in LANGUAGES:
            found.append(Problem("preferences.language", "language"))
        if preferences.theme not in THEMES:
            found.append(Problem("preferences.theme", "theme"))
        stop_on_errors(found)

        def work(unit: UnitOfWork) -> None:
            unit.set_setting(_key(actor), to_plain(preferences))
            unit.audit(actor, "settings.saved", ("setting", "preferences"))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)


def _key(actor: Actor) -> str:
    return f"preferences.{actor.person}"
