"""Every record reads back from the tables as the very value that was written."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError

from creditbank_desktop.domain.applications import Application, OutcomeLine
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LearnerId, ProgrammeCode
from creditbank_desktop.domain.learners import AccountState, Learner
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry
from creditbank_desktop.domain.operations.reducer import Record
from creditbank_desktop.domain.outcomes import DETAILS_OF, Outcome, OutcomeType
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Device, Office, Person
from creditbank_desktop.models.column_types import Day, Moment
from creditbank_desktop.models.database import writer_engine
from creditbank_desktop.models.projector import projection_of, write_projection
from creditbank_desktop.models.schema import create_tables
from creditbank_desktop.models.shelf_reader import ShelfReader
from tests.models.models_samples import DATA_KEY, new_identity

IDENTITY = new_identity()
LEARNER = "learner"

texts = st.text(max_size=12)
words = st.text("abc欧阳𬭎·-0123", min_size=1, max_size=8)
small = st.integers(0, 9_999)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
moments = st.integers(0, 2_000_000_000_000).map(
    lambda milliseconds: datetime(1990, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
)
amounts = st.integers(-100_000, 100_000).map(lambda hundredths: Decimal(hundredths) / 100)
scalars: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: small,
    date: days,
    datetime: moments,
    Decimal: amounts,
    bytes: st.binary(min_size=1, max_size=32),
}


def built(kind: type, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for a frozen value from the types of its fields; ``fixed`` ones go first."""
    hints = get_type_hints(kind)
    fields = {f.name: hints[f.name] for f in dataclasses.fields(kind)}
    free = {name: of_type(hint) for name, hint in fields.items() if name not in fixed}
    return st.builds(kind, **free, **fixed)


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if get_origin(hint) is tuple:
        return st.lists(of_type(get_args(hint)[0]), max_size=2).map(tuple)
    if get_origin(hint) is Union or type(hint).__name__ == "UnionType":
        return st.one_of([st.none() if one is type(None) else of_type(one) for one in get_args(hint)])
    if hint in scalars:
        return scalars[hint]
    if dataclasses.is_dataclass(hint):
        return SPECIAL[hint] if hint in SPECIAL else built(cast(type, hint))
    return st.from_type(hint)


outcomes = st.sampled_from(OutcomeType).flatmap(
    lambda one: built(
        Outcome,
        type=st.just(one),
        details=built(DETAILS_OF[one]),
        raw_score=st.one_of(st.none(), st.decimals(0, 1_000, places=5)),
    )
)
SPECIAL: dict[Any, st.SearchStrategy[Any]] = {Outcome: outcomes}
lines = outcomes.flatmap(
    lambda outcome: built(
        OutcomeLine, type=st.just(outcome.type), outcome=st.sampled_from([outcome, None]), line=words
    )
)
learners = built(Learner, learner=st.just(LEARNER), alias_of=st.none())
applications = built(
    Application,
    application=st.just("application"),
    learner=st.just(LEARNER),
    lines=st.lists(lines, max_size=3, unique_by=lambda line: line.line).map(tuple),
)
records = st.one_of(
    learners,
    applications,
    built(LedgerEntry, account=st.just(LEARNER), number=st.integers(1, 99), reverses=st.none()),
    built(AccountHead, account=st.just(LEARNER)),
    built(Paper, learner=st.just(LEARNER)),
    built(Person),
    built(Device),
    built(Office, office=st.just(IDENTITY.office)),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    path = tmp_path_factory.mktemp("round") / "store.db"
    found = writer_engine(path, DATA_KEY, 200)
    with found.begin() as connection:
        create_tables(connection)
        owner = Learner(
            LearnerId(LEARNER),
            IDENTITY.office,
            ProgrammeCode("530701"),
            2025,
            "",
            "",
            AccountState.OPEN,
            date(2026, 1, 1),
            None,
        )
        write_projection(connection, projection_of(owner), None)
    yield found
    found.dispose()


READ: dict[type, Callable[[ShelfReader, Any], Record | None]] = {
    Learner: lambda shelf, record: shelf.learner(record.learner),
    Application: lambda shelf, record: shelf.application(record.application),
    LedgerEntry: lambda shelf, record: shelf.entry(record.entry),
    AccountHead: lambda shelf, record: shelf.account(record.account),
    Paper: lambda shelf, record: shelf.paper(record.paper),
    Person: lambda shelf, record: shelf.person(record.person),
    Device: lambda shelf, record: shelf.device(record.device),
    Office: lambda shelf, record: shelf.office(),
}


def write(connection: Connection, record: Record, before: Record | None) -> None:
    write_projection(connection, projection_of(record), None if before is None else projection_of(before))


def present(shelf: ShelfReader, record: Record) -> Record | None:
    return READ[type(record)](shelf, record)


@given(record=records)
def test_what_is_projected_reads_back_as_it_was(engine: Engine, record: Record) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        shelf = ShelfReader(connection, IDENTITY)
        write(connection, record, present(shelf, record))
        assert present(shelf, record) == record
        transaction.rollback()


@given(first=applications, second=applications)
def test_a_changed_application_leaves_nothing_of_the_old_one(
    engine: Engine, first: Application, second: Application
) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        shelf = ShelfReader(connection, IDENTITY)
        write(connection, first, None)
        write(connection, second, first)
        assert present(shelf, second) == second
        transaction.rollback()


@given(first=learners, second=learners)
def test_a_changed_learner_is_found_by_what_is_true_now(
    engine: Engine, first: Learner, second: Learner
) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        shelf = ShelfReader(connection, IDENTITY)
        write(connection, first, shelf.learner(first.learner))
        write(connection, second, first)
        assert present(shelf, second) == second
        transaction.rollback()


def test_a_record_written_from_an_outdated_one_is_refused(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        known = ShelfReader(connection, IDENTITY).learner(LearnerId(LEARNER))
        assert known is not None
        newer = dataclasses.replace(known, class_name="b", revision=2)
        write(connection, newer, known)
        with pytest.raises(Refused, match=r"record\.changed"):
            write(connection, dataclasses.replace(known, class_name="c", revision=2), known)
        with pytest.raises(Refused, match=r"record\.changed"):
            write(connection, newer, None)
        transaction.rollback()


def test_credits_finer_than_a_hundredth_are_no_credits(engine: Engine) -> None:
    head = AccountHead(LearnerId(LEARNER), 1, "0" * 64, Decimal("0.125"))
    with engine.connect() as connection, connection.begin() as transaction:
        with pytest.raises(StatementError, match="finer than a hundredth"):
            write(connection, head, None)
        transaction.rollback()


def test_naive_moments_and_moments_for_days_are_refused() -> None:
    dialect = sqlite.dialect()
    with pytest.raises(TypeError):
        Moment().process_bind_param(datetime(2026, 1, 1), dialect)  # noqa: DTZ001
    with pytest.raises(TypeError):
        Day().process_bind_param(datetime(2026, 1, 1, tzinfo=UTC), dialect)
