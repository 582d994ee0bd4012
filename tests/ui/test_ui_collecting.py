"""Garbage with widgets in it is collected on the window's thread alone."""

from __future__ import annotations

import gc
import threading

from PySide6.QtWidgets import QApplication

from creditbank_desktop.ui.collecting import Collecting


class Knot:
    """A cycle that tells where it was collected."""

    def __init__(self, told: list[str]) -> None:
        self.me, self._told = self, told

    def __del__(self) -> None:
        self._told.append(threading.current_thread().name)


def test_a_worker_thread_collects_nothing(qapp: QApplication) -> None:
    told: list[str] = []
    collecting = Collecting()
    try:
        Knot(told)
        worker = threading.Thread(target=lambda: [[] for _ in range(50_000)], name="worker")
        worker.start()
        worker.join()
        assert told == []
        for _ in range(2_000):
            Knot(told)
        collecting.collect_due()
        assert set(told) == {threading.main_thread().name}
    finally:
        collecting.stop()
    assert gc.isenabled()
