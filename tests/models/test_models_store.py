"""The store's two ways in: one writer at a time, two readers, all or nothing."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from sqlcipher3 import dbapi2

from creditbank_desktop.domain.codec import Plain
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import PaperId
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.unit_of_work import UnitOfWork
from tests.models.models_samples import DATA_KEY, World


def test_a_write_returns_its_value_and_what_changed(world: World) -> None:
    learner = world.register()
    clerk = world.clerk
    body = registry.LearnerCorrected(learner, 1, class_name="26 软件 1 班")
    written = world.store.write(lambda unit: unit.record(clerk, body))
    assert written.changes == {("learner", learner), ("sync", "")}
    found = world.store.read(lambda reader: reader.learner(learner))
    assert found is not None
    assert (found.class_name, found.revision) == ("26 软件 1 班", 2)


def test_a_unit_of_work_sees_what_it_wrote(world: World) -> None:
    learner = world.register()

    def work(unit: UnitOfWork) -> str:
        unit.record(world.clerk, registry.LearnerCorrected(learner, 1, class_name="x"))
        found = unit.learner(learner)
        return "" if found is None else found.class_name

    assert world.store.write(work).value == "x"


def test_an_exception_undoes_everything_and_travels_home(world: World) -> None:
    learner = world.register()
    before = world.store.read(lambda reader: (reader.stream_head(), len(reader.audit_trail())))

    def work(unit: UnitOfWork) -> NoReturn:
        unit.record(world.clerk, registry.LearnerCorrected(learner, 1, class_name="x"))
        unit.set_setting("look", "dark")
        unit.next_document_number("TZ")
        raise LookupError("a bug")

    with pytest.raises(LookupError, match="a bug"):
        world.store.write(work)
    assert before == world.store.read(lambda reader: (reader.stream_head(), len(reader.audit_trail())))
    assert world.store.read(lambda reader: reader.setting("look")) is None
    # The rolled back number comes again: the row of numbers has no gap.
    numbers = [world.store.write(lambda unit: unit.next_document_number("TZ")).value for _ in range(2)]
    assert numbers == ["TZ-2026-01-A1-000001", "TZ-2026-01-A1-000002"]


def test_a_refusal_by_the_rules_of_the_field_writes_nothing(world: World) -> None:
    learner = world.register()
    with pytest.raises(Refused, match=r"actor\.role_missing"):
        world.do(Role.EVALUATOR, registry.LearnerCorrected(learner, 1, class_name="x"))
    assert len(world.store.read(lambda reader: reader.audit_rows(subject=("learner", learner)))) == 1


def test_somebody_signed_in_at_another_device_cannot_write_here(world: World, filled: World) -> None:
    learner = world.register()
    stranger = filled.clerk
    body = registry.LearnerCorrected(learner, 1, class_name="x")
    with pytest.raises(Refused, match=r"actor\.other_device"):
        world.store.write(lambda unit: unit.record(stranger, body))


def test_writes_from_many_threads_come_one_after_another(world: World) -> None:
    inside = threading.Lock()

    def work(unit: UnitOfWork) -> str:
        assert inside.acquire(blocking=False)
        try:
            return unit.next_document_number("TZ")
        finally:
            inside.release()

    with ThreadPoolExecutor(8) as pool:
        numbers = [
            future.result().value for future in [pool.submit(world.store.write, work) for _ in range(60)]
        ]
    assert sorted(numbers) == [f"TZ-2026-01-A1-{number:06d}" for number in range(1, 61)]


def test_reading_goes_on_while_somebody_writes(world: World) -> None:
    started, go_on = threading.Event(), threading.Event()

    def slow(unit: UnitOfWork) -> None:
        unit.set_setting("look", "dark")
        started.set()
        go_on.wait(20)

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(world.store.write, slow)
        assert started.wait(20)
        assert world.store.read(lambda reader: reader.setting("look")) is None
        go_on.set()
        writing.result()
    assert world.store.read(lambda reader: reader.setting("look")) == "dark"


def test_readers_cannot_write(world: World) -> None:
    with pytest.raises(EnvironmentFault, match=r"store\.read_only"):
        world.store.read(lambda reader: reader._connection.exec_driver_sql("DELETE FROM setting"))


def test_a_write_inside_a_write_is_a_bug_and_no_deadlock(world: World) -> None:
    with pytest.raises(RuntimeError, match="wait for itself"):
        world.store.write(lambda unit: world.store.write(lambda inner: None))


def test_closing_finishes_what_is_queued_and_refuses_the_rest(world: World) -> None:
    with ThreadPoolExecutor(4) as pool:
        futures = [
            pool.submit(world.store.write, lambda unit: unit.next_document_number("TZ")) for _ in range(8)
        ]
        for future in futures:
            future.result()
    world.store.close()
    world.store.close()
    with pytest.raises(EnvironmentFault, match=r"store\.closed"):
        world.store.write(lambda unit: None)
    with pytest.raises(EnvironmentFault, match=r"store\.closed"):
        world.store.read(lambda reader: None)


def test_nothing_is_readable_without_the_key(world: World) -> None:
    world.register("欧阳䶮")
    world.store.close()
    data = (world.store.folder / DATABASE_NAME).read_bytes()
    assert not data.startswith(b"SQLite format 3")
    assert "欧阳䶮".encode() not in data
    assert b"operation" not in data


def test_the_database_works_as_safely_as_it_can(world: World) -> None:
    def pragmas(unit: UnitOfWork) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        run = unit._connection.exec_driver_sql
        return {name: run(f"PRAGMA {name}").scalar() for name in names}

    found = world.store.write(pragmas).value
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_errors_that_are_ours_stay_what_they_are(world: World) -> None:
    with pytest.raises(Exception, match="no such table") as caught:
        world.store.write(lambda unit: unit._connection.exec_driver_sql("SELECT * FROM nowhere"))
    assert isinstance(caught.value.__cause__, dbapi2.Error)
    assert not isinstance(caught.value, EnvironmentFault)


def test_drafts_keep_what_was_typed_until_they_are_deleted(world: World) -> None:
    clerk = world.clerk
    data: Plain = {"name": "欧阳䶮", "lines": [{"credits": "3.0"}]}
    assert world.store.write(lambda unit: unit.save_draft(clerk, "d1", "intake", data)).value == 1
    assert world.store.write(lambda unit: unit.save_draft(clerk, "d1", "intake", data)).value == 2
    (draft,) = world.store.read(lambda reader: reader.drafts(clerk.person, "intake"))
    assert (draft.data, draft.version) == (data, 2)
    assert world.store.write(lambda unit: unit.delete_draft("d1")).changes == {("draft", "d1")}
    assert world.store.read(lambda reader: reader.draft("d1")) is None


def test_account_numbers_come_from_the_block_until_it_is_used_up(world: World) -> None:
    world.serve(registry.NumberBlockAllotted(world.identity.device, world.identity.office, 2026, 500, 501))
    first = world.store.write(lambda unit: (unit.next_account_number(), unit.next_account_number())).value
    assert first[0] == first[1]
    learners = [world.register() for _ in range(102)]
    found = world.store.read(lambda reader: [reader.learner(learner) for learner in learners])
    sequences = [int(learner.account_number[13:19]) for learner in found if learner]
    assert sequences == [*range(1, 101), 500, 501]
    with pytest.raises(Refused, match=r"number_block\.exhausted"):
        world.register()
    assert [state.left for state in world.store.read(lambda reader: reader.number_blocks())] == [0, 0]


def test_voided_numbers_are_logged_once(world: World) -> None:
    clerk = world.clerk
    world.store.write(lambda unit: unit.void_document_number(clerk, "TZ-2026-01-A1-000001", "printer jam"))
    (voided,) = world.store.read(lambda reader: reader.voided_numbers())
    assert (voided.number, voided.reason, voided.person) == (
        "TZ-2026-01-A1-000001",
        "printer jam",
        clerk.person,
    )


def test_a_read_inside_a_read_sees_the_same_and_never_waits(world: World) -> None:
    def outer(place: int) -> str | None:
        def inside(reader: Reader) -> str | None:
            name = world.store.read(lambda inner: inner.office())
            assert name == reader.office()
            return None if name is None else name.code

        return world.store.read(inside)

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(outer, range(60))) == {"01"}


def test_a_store_that_cannot_be_made_leaves_nothing_behind(world: World, tmp_path: Path) -> None:
    def no_key() -> bytes:
        raise OSError("no randomness")

    folder = tmp_path / "second"
    with pytest.raises(OSError, match="no randomness"):
        Store.create(folder, DATA_KEY, world.identity, replace(world.ports, new_key=no_key))
    assert list(folder.iterdir()) == []
    Store.create(folder, DATA_KEY, world.identity, world.ports).close()


def test_numbers_of_papers_that_come_back_from_the_feed_are_not_given_out_again(world: World) -> None:
    """A device restored from a backup meets its own later papers in the feed."""
    learner = world.register()
    body = registry.PaperIssued(
        PaperId("01900000-0000-7000-8000-00000000000a"),
        PaperKind.STATEMENT,
        "DZ-2026-01-A1-000007",
        "zh",
        learner,
        "a" * 64,
    )
    world.serve(body)
    assert world.store.write(lambda unit: unit.next_document_number("DZ")).value == "DZ-2026-01-A1-000008"
    assert world.store.write(lambda unit: unit.next_document_number("TZ")).value == "TZ-2026-01-A1-000001"
