"""The part of the unit of work that goes on from a copy: no number of the lost days is given out again."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select, update

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.models.desk_writer import LEAST_ACCOUNT_NUMBERS, DeskWriter
from creditbank_desktop.models.operation_rows import OWN, DeviceIdentityRow
from creditbank_desktop.models.registry_rows import NumberBlockRow
from creditbank_desktop.models.sync_records import LearnerKey
from creditbank_desktop.models.sync_writer import SyncWriter
from creditbank_desktop.models.views import HistoricOperation

RECONCILE = "sync.reconcile"
"""The setting that has synchronisation fetch before it sends: the new incarnation, "" when it need not."""
SKIPPED_ACCOUNTS = 20
_CODE_CHARACTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 4


class RestoredWriter(DeskWriter, SyncWriter):
    """Writes what a store needs to know when it continues an older copy of itself."""

    def continue_copy(self, skipped_accounts: int = SKIPPED_ACCOUNTS) -> str:
        """Go on from a copy of this device's store and return the new incarnation.

        The operations of the time behind the copy come back with the feed; what was never sent may be lost,
        but its numbers stand on papers. So this device numbers its papers under a new code, leaves the next
        ``skipped_accounts`` account numbers out, and synchronisation fetches before it sends.
        """
        fresh = self.begin_incarnation()
        self._take_new_code()
        row = NumberBlockRow
        mine = select(row.block, row.next_number).where(
            row.device == self.identity.device, row.next_number <= row.last
        )
        least = {each.block: each.next_number + skipped_accounts for each in self._all(mine)}
        # Beside the blocks, not in them: those follow from the operations alone.
        self.set_setting(LEAST_ACCOUNT_NUMBERS, {**self.least_account_numbers(), **least})
        self.set_setting(RECONCILE, fresh)
        return fresh

    def rescue(self, keys: Iterable[LearnerKey], operations: Iterable[HistoricOperation]) -> tuple[int, int]:
        """Let operations take effect that a store behind this copy still held; return how many did and how
        many could not.

        Own ones enter the stream of this device, so that they are sent; one that cannot stops no other.
        """
        self.take_learner_keys(keys)
        done = failed = 0
        for operation in operations:
            if self._rescued(operation):
                done += 1
            elif self.operation_data(read_envelope(operation.data).header.operation) is None:
                failed += 1
        return done, failed

    def _rescued(self, operation: HistoricOperation) -> bool:
        try:
            with self._connection.begin_nested():
                if not self.apply_stored(operation.data, operation.origin, operation.feed_number):
                    return False
                if operation.origin == OWN:
                    self._append_to_stream(read_envelope(operation.data).header.operation, operation.data)
                return True
        except (Refused, ValueError):
            return False
        except EnvironmentFault as fault:
            if not fault.code.startswith("vault."):
                raise
            return False

    def _take_new_code(self) -> None:
        random = int.from_bytes(self._ports.new_key(), "big")
        code = ""
        for _ in range(_CODE_LENGTH):
            random, place = divmod(random, len(_CODE_CHARACTERS))
            code += _CODE_CHARACTERS[place]
        self._connection.execute(
            update(DeviceIdentityRow).values(code=code, version=DeviceIdentityRow.version + 1)
        )
