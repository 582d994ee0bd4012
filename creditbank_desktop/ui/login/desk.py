"""What the login window needs of the program, and the values that go between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from creditbank_desktop.domain.backup_progress import BackupProgress
    from creditbank_desktop.services.views_backup import BackupView, RestoreReport
    from creditbank_desktop.ui.safety.restore_desk import RestoreRequest


@dataclass(frozen=True, slots=True)
class LoginPerson:
    """Somebody who can unlock the store; ``passphrase`` is filled for people of the sample store alone."""

    id: str
    name: str
    roles: tuple[str, ...]
    passphrase: str = ""


@dataclass(frozen=True, slots=True)
class OfficeSetup:
    """What setting up an office asks for."""

    office_name: str
    school_code: str
    office_code: str
    administrator: str
    passphrase: str
    server_address: str


@dataclass(frozen=True, slots=True)
class RecoverRequest:
    """Whose passphrase is lost, what opens the store instead (``unlock_file`` is a path, "" for the recovery
    code), and the new passphrase.
    """

    login: str
    code: str
    unlock_file: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class StoreGlance:
    """What can be seen of the store before it is unlocked; ``locked`` are those whose session is open."""

    exists: bool
    is_sample: bool
    people: tuple[LoginPerson, ...]
    last_person: str = ""
    locked: tuple[str, ...] = ()


class LoginDesk(Protocol):
    """Does the work of the login window; every method is called on a worker thread.

    They raise `Problems` (field ``passphrase`` and the fields of `OfficeSetup`), `Refused` and
    `EnvironmentFault`.
    """

    def glance(self) -> StoreGlance:
        """Return what can be seen of the store without opening it."""

    def unlock(self, person: str, passphrase: str) -> object:
        """Unlock the store and return the session that goes with the signal ``unlocked``."""

    def set_up(self, setup: OfficeSetup) -> str:
        """Make a new store and return its recovery code, to be written down."""

    def recover(self, request: RecoverRequest) -> object:
        """Give somebody a new passphrase and return the session as `unlock` does."""

    def save_recovery_sheet(self, code: str, path: str) -> None:
        """Write the page (PDF) that goes into the safe with the recovery code just shown."""

    def load_sample(self) -> None:
        """Make the sample store."""

    def restorable(self, folder: str) -> tuple[BackupView, ...]:
        """Return the backups in ``folder``, or with "" all within reach, the newest first."""

    def restore(self, request: RestoreRequest, progress: BackupProgress) -> RestoreReport:
        """Put a backup back; when it fails all is as it was."""
