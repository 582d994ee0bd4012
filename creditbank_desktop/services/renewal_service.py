"""Whether the recovery code was used and must be made anew."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_keys import RenewalDue
from creditbank_desktop.services.workroom import Workroom

CODE_USED = "recovery.code_used"


class RenewalService:
    """Asks for a new code until there is one; `KeyService.renew_recovery` makes it."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def due(self, actor: Actor) -> RenewalDue | None:
        """Return that the code was used here and whether the new one may wait, None if it was not used."""
        return self._room.store.read(renewal_due)

    @permitted
    def postpone(self, actor: Actor) -> OpResult[None]:
        """Put the renewal off to the next sign-in, once; raises `Refused` ("recovery_code.postponed")."""

        def work(unit: UnitOfWork) -> None:
            due = renewal_due(unit)
            if due is None:
                return
            if not due.may_wait:
                raise Refused("recovery_code.postponed")
            unit.set_setting(CODE_USED, {"postponed": True})
            unit.audit(actor, "recovery_code.postponed")

        return OpResult(None, self._room.store.write(work).changes)


def renewal_due(reader: Reader) -> RenewalDue | None:
    """Return that the code was used and whether the new one may wait, None if it was not used."""
    kept = reader.setting(CODE_USED)
    return RenewalDue(not kept.get("postponed")) if isinstance(kept, Mapping) else None


def note_code_used(unit: UnitOfWork) -> None:
    """Remember that somebody typed the code: whoever saw it could open the office."""
    unit.set_setting(CODE_USED, {"postponed": False})


def note_code_renewed(unit: UnitOfWork) -> None:
    """Forget that the former code was used."""
    unit.set_setting(CODE_USED, None)
