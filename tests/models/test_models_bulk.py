"""What is written in bulk lies in the tables as if the projector had written it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.operations.reducer import Record
from creditbank_desktop.models.bulk import BulkWriter
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.replay import table_digests
from creditbank_desktop.models.store import Store
from tests.models.models_samples import DATA_KEY, World

TABLES = (
    "learner",
    "learner_search_key",
    "application",
    "outcome_line",
    "deed",
    "evidence",
    "comparison",
    "missing_material",
    "duplicate_key",
    "ledger_entry",
    "account_head",
)


def records(reader: Reader) -> list[Record]:
    found: list[Record] = []
    for hit in reader.learner_page(None, 10_000):
        learner = reader.learner(LearnerId(hit.learner))
        assert learner is not None
        head = reader.account(learner.learner)
        found += [learner, *reader.applications_of(learner.learner), *reader.ledger(learner.learner)]
        found += [] if head is None else [head]
    # A row may come before the one that it refers to.
    return found[::-1]


def empty_copy(world: World, folder: Path) -> Path:
    Store.create(folder, DATA_KEY, world.identity, world.ports).close()
    return folder


def test_bulk_rows_equal_projected_ones(filled: World, tmp_path: Path) -> None:
    folder = empty_copy(filled, tmp_path / "copy")
    writer = BulkWriter(folder, DATA_KEY)
    for record in filled.store.read(records):
        writer.add(record)
    writer.finish()

    copy = Store.open(folder, DATA_KEY, filled.ports)
    try:
        wanted, made = table_digests(filled.store), table_digests(copy)
        assert {name: made[name] for name in TABLES} == {name: wanted[name] for name in TABLES}
    finally:
        copy.close()


def test_a_row_that_refers_to_nothing_is_refused(filled: World, tmp_path: Path) -> None:
    folder = empty_copy(filled, tmp_path / "copy")
    application = filled.store.read(
        lambda reader: reader.applications_of(reader.learner_page(None, 1)[0].learner)[0]
    )
    writer = BulkWriter(folder, DATA_KEY)
    writer.add(application)
    with pytest.raises(dbapi2.IntegrityError):
        writer.finish()
