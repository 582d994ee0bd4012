"""One program per data folder: the second start shows the first window and ends."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from creditbank_desktop.app.single_instance import SingleInstance


def test_a_second_start_shows_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.take()
    second = SingleInstance(tmp_path)
    with qtbot.waitSignal(first.asked_to_show, timeout=5_000):
        assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_another_data_folder_is_another_program(qtbot: QtBot, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    first, second = SingleInstance(one), SingleInstance(two)
    assert first.take()
    assert second.take()
    first.release()
    second.release()
