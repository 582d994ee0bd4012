"""Replays all operations of a store into an empty one, and tells whether two stores hold the same tables."""

from __future__ import annotations

import hashlib

from creditbank_desktop.models.application_rows import (
    ApplicationRow,
    ComparisonRow,
    DeedRow,
    DuplicateKeyRow,
    EvidenceRow,
    MissingMaterialRow,
    OutcomeLineRow,
)
from creditbank_desktop.models.disposal_rows import DisposalRow
from creditbank_desktop.models.ledger_rows import AccountHeadRow, LedgerEntryRow, PaperRow
from creditbank_desktop.models.projector import table_of
from creditbank_desktop.models.reference_rows import ReferenceItemRow, ReferenceProposalRow
from creditbank_desktop.models.registry_rows import (
    DeviceRow,
    LearnerRow,
    NumberBlockRow,
    OfficeRow,
    PersonKeyRow,
    PersonRow,
    SearchKeyRow,
)
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.models.views import HistoricOperation

CHUNK = 200
PROJECTIONS = (
    OfficeRow,
    PersonRow,
    PersonKeyRow,
    DeviceRow,
    NumberBlockRow,
    LearnerRow,
    SearchKeyRow,
    ApplicationRow,
    OutcomeLineRow,
    DeedRow,
    EvidenceRow,
    ComparisonRow,
    MissingMaterialRow,
    DuplicateKeyRow,
    LedgerEntryRow,
    AccountHeadRow,
    PaperRow,
    DisposalRow,
    ReferenceItemRow,
    ReferenceProposalRow,
)
"""Tables that follow from the operations alone."""


def replay(source: Store, target: Store) -> int:
    """Let every operation of ``source`` take effect in the empty ``target``, in order, and return how many.

    The learners' keys go before them, so that what is personal can be read; destroyed ones stay destroyed.
    Both stores must be of one office. Raises `Refused` if an operation is not allowed the second time.
    """
    keys = source.read(lambda reader: reader.all_learner_keys())
    target.write(lambda unit: unit.take_keys_for_replay(keys))
    replayed = last = 0
    while chunk := _behind(source, last):
        _apply(target, chunk)
        replayed, last = replayed + len(chunk), chunk[-1].local_order
    return replayed


def table_digests(store: Store) -> dict[str, str]:
    """Return a SHA-256 (hexadecimal) of the rows of each projected table, by table name."""
    tables = [table_of(row) for row in PROJECTIONS]
    return store.read(lambda reader: {table.name: reader.rows_digest(table) for table in tables})


def table_digest(store: Store) -> str:
    """Return one SHA-256 (hexadecimal) over all projected tables: equal stores have equal ones."""
    parts = [f"{name}={digest}" for name, digest in sorted(table_digests(store).items())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _behind(source: Store, last: int) -> tuple[HistoricOperation, ...]:
    return source.read(lambda reader: reader.all_operations(last, CHUNK))


def _apply(target: Store, chunk: tuple[HistoricOperation, ...]) -> None:
    def work(unit: UnitOfWork) -> None:
        for operation in chunk:
            unit.apply_stored(operation.data, operation.origin, operation.feed_number)

    target.write(work)
