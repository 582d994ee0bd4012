"""The worker that stays: it answers, it is bounded, and it comes back after every end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from creditbank_desktop.devices.limited_process import LimitReached, TaskFailed, TaskRefused
from creditbank_desktop.devices.limited_worker import LimitedWorker, WorkerLimits

TASKS = "tests.devices.worker_tasks"
TIGHT = WorkerLimits(memory_bytes=120 << 20, addresses_bytes=900 << 20, cpu_s=1, wall_s=5, whole_s=20)


@pytest.fixture
def worker() -> Iterator[LimitedWorker]:
    worker = LimitedWorker((), TIGHT)
    yield worker
    worker.close()


def told(worker: LimitedWorker, task: str, data: bytes = b"", **said: int) -> list[bytes]:
    parts: list[bytes] = []
    worker.run(f"{TASKS}:{task}", dict(said), data, lambda _said, part: parts.append(part))
    return parts


def test_one_process_serves_many_tasks(worker: LimitedWorker) -> None:
    assert told(worker, "echo", b"one", times=3) == [b"one"] * 3
    first = worker.process_id
    assert told(worker, "echo", b"x" * 5_000_000) == [b"x" * 5_000_000]
    assert worker.process_id == first
    assert worker.starts == 1


@pytest.mark.parametrize(
    ("task", "limit"),
    [("burn", "cpu"), ("swell", "memory")],
)
def test_a_bound_ends_the_task_and_the_next_one_works(worker: LimitedWorker, task: str, limit: str) -> None:
    with pytest.raises(LimitReached) as reached:
        told(worker, task)
    assert reached.value.limit == limit
    assert told(worker, "echo", b"again") == [b"again"]
    assert worker.starts == 2


def test_the_clock_bounds_a_task_that_only_waits() -> None:
    worker = LimitedWorker((), WorkerLimits(wall_s=0.5))
    try:
        with pytest.raises(LimitReached) as reached:
            told(worker, "sleep")
        assert reached.value.limit == "wall"
    finally:
        worker.close()


def test_a_crash_is_a_failure_of_that_task_alone(worker: LimitedWorker) -> None:
    with pytest.raises(TaskFailed):
        told(worker, "crash")
    assert told(worker, "echo", b"again") == [b"again"]


def test_an_exception_fails_the_task(worker: LimitedWorker) -> None:
    with pytest.raises(TaskFailed, match="ZeroDivisionError"):
        told(worker, "stumble")


def test_a_refusal_comes_with_its_parameters_and_keeps_the_process(worker: LimitedWorker) -> None:
    with pytest.raises(TaskRefused) as refused:
        told(worker, "refuse")
    assert (refused.value.code, refused.value.params) == ("evidence.damaged", {"most": 3})
    told(worker, "echo")
    assert worker.starts == 1


def test_what_a_library_prints_does_not_disturb(worker: LimitedWorker) -> None:
    assert told(worker, "chatter") == [b"quiet"]


def test_who_listens_no_more_ends_the_task(worker: LimitedWorker) -> None:
    heard: list[int] = []

    def on_part(said: dict[str, int], _data: bytes) -> bool:
        heard.append(said["number"])
        return len(heard) < 2

    said = worker.run(f"{TASKS}:echo", {"times": 1_000_000}, b"x", on_part)
    assert (heard, said) == ([0, 1], {"stopped": True})
    assert told(worker, "echo", b"again") == [b"again"]


def test_who_fails_over_a_part_leaves_nothing_of_it_to_the_next_task(worker: LimitedWorker) -> None:
    def on_part(_said: dict[str, int], _data: bytes) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        worker.run(f"{TASKS}:echo", {"times": 3}, b"old", on_part)
    assert told(worker, "echo", b"new") == [b"new"]


def test_a_process_that_died_between_tasks_is_replaced(worker: LimitedWorker) -> None:
    told(worker, "echo")
    assert worker.process_id is not None
    dead = psutil.Process(worker.process_id)
    dead.kill()
    dead.wait()
    assert told(worker, "echo", b"again") == [b"again"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no bound on the size of files")
def test_the_worker_writes_no_file(worker: LimitedWorker, tmp_path: Path) -> None:
    with pytest.raises(TaskFailed):
        told(worker, "write_a_file", str(tmp_path / "written").encode())
    written = tmp_path / "written"
    assert not written.exists() or written.stat().st_size == 0


def test_a_closed_worker_leaves_no_process(worker: LimitedWorker) -> None:
    told(worker, "echo")
    assert worker.process_id is not None
    process = psutil.Process(worker.process_id)
    worker.close()
    assert not process.is_running()
