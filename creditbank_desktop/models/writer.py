"""The one thread that writes, and the queue in front of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from creditbank_desktop.domain.failures import EnvironmentFault

T = TypeVar("T")


class WriterThread:
    """Runs jobs one after another on its own thread; result and exception take the same road home."""

    def __init__(self, name: str) -> None:
        """Start the thread."""
        self._jobs: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._closing = False
        self._gate = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=name, daemon=False)
        self._thread.start()

    def run(self, job: Callable[[], T]) -> T:
        """Run ``job`` on the thread, wait for it and return its value or raise its exception.

        Raises `EnvironmentFault` ("store.closed") after `close`, and RuntimeError from within a job, which
        would wait for itself.
        """
        if threading.current_thread() is self._thread:
            raise RuntimeError("a write inside a write would wait for itself")
        future: Future[T] = Future()
        with self._gate:
            if self._closing:
                raise EnvironmentFault("store.closed")
            self._jobs.put((job, future))
        return future.result()

    def queue(self, job: Callable[[], object]) -> None:
        """Let ``job`` run behind what is queued, without waiting; its exception is nobody's.

        Raises `EnvironmentFault` ("store.closed") after `close`.
        """
        with self._gate:
            if self._closing:
                raise EnvironmentFault("store.closed")
            self._jobs.put((job, Future()))

    def close(self) -> None:
        """Finish what is queued and end the thread; later jobs are refused. Calling it again is harmless."""
        with self._gate:
            if not self._closing:
                self._closing = True
                self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (item := self._jobs.get()) is not None:
            job, future = item
            try:
                future.set_result(job())
            except BaseException as error:  # noqa: BLE001 - whatever it is belongs to whoever asked
                future.set_exception(error)
            finally:
                # The exception's traceback holds this frame: without this, the last job would live on.
                del job, future, item
