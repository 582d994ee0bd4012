"""The table holds a million rows by keys, keeps its selection by id and never lets an item be edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from creditbank_desktop.ui.kit.keyset_model import (
    BLOCK_ROWS,
    BLOCKS_KEPT,
    Column,
    KeysetTableModel,
    ListSource,
    take_snapshot,
)
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.table_bench import measure_jumps

pytestmark = pytest.mark.usefixtures("dress")

COLUMNS: list[Column[int]] = [
    Column("Number", str, 100),
    Column("Square", lambda row: str(row * row), right=True),
]


@dataclass
class Numbers:
    """Rows 0 … count − 1 whose key is the row itself; notes every page that was read."""

    rows: int
    pages: list[int | None] = field(default_factory=list)

    def count(self) -> int:
        return self.rows

    def anchors(self, every: int) -> Sequence[int | None]:
        return [None, *range(every - 1, self.rows - 1, every)]

    def page(self, after: int | None, n: int) -> Sequence[int]:
        self.pages.append(after)
        start = 0 if after is None else after + 1
        return range(start, min(self.rows, start + n))

    def id_of(self, row: int) -> str:
        return str(row)

    def position(self, row_id: str) -> int | None:
        return int(row_id) if int(row_id) < self.rows else None


@pytest.mark.parametrize("count", [0, 1, BLOCK_ROWS, BLOCK_ROWS + 1, 1000])
def test_the_model_keeps_the_rules_of_qt(qtmodeltester, count: int) -> None:
    model = KeysetTableModel[int](COLUMNS)
    model.show(take_snapshot(Numbers(count)))
    qtmodeltester.check(model)
    assert model.rowCount() == count


@pytest.mark.parametrize("count", [1, 199, 200, 201, 400, 999])
def test_every_row_stands_at_its_place(count: int) -> None:
    for source in (Numbers(count), ListSource(range(count), str)):
        model = KeysetTableModel[int](COLUMNS)
        model.show(take_snapshot(source))
        assert [model.row_at(place) for place in range(count)] == list(range(count))
        assert model.row_at(count) is None
        assert model.row_at(-1) is None


def test_a_jump_reads_one_block_and_old_blocks_are_forgotten() -> None:
    source, model = Numbers(1_000_000), KeysetTableModel[int](COLUMNS)
    model.show(take_snapshot(source))
    assert source.pages == []
    assert model.row_at(777_777) == 777_777
    assert source.pages == [777_777 // BLOCK_ROWS * BLOCK_ROWS - 1]
    for block in range(BLOCKS_KEPT + 20):
        model.row_at(block * BLOCK_ROWS)
    assert len(model._blocks) == BLOCKS_KEPT


def test_items_are_never_editable_so_that_no_input_method_eats_keys() -> None:
    model = KeysetTableModel[int](COLUMNS)
    model.show(take_snapshot(Numbers(3)))
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_the_selection_survives_a_reload_by_id(qtbot) -> None:
    table = KeysetTable[str]([Column("Id", str, 80)], name="Numbers")
    qtbot.addWidget(table)
    chosen: list[object] = []
    table.row_chosen.connect(chosen.append)
    table.load(ListSource(["a", "b", "c"], str))
    assert table.selected() is None
    table.select_place(1)
    table.load(ListSource(["x", "a", "b", "c"], str))
    assert (table.selected_id(), table.currentIndex().row()) == ("b", 2)
    table.load(ListSource(["x", "c"], str))
    assert table.selected() is None
    assert chosen[-1] is None


def test_a_late_answer_of_an_earlier_load_is_dropped(qtbot, runner) -> None:
    table = KeysetTable[int](COLUMNS, name="Numbers")
    qtbot.addWidget(table)
    table.load(Numbers(5), runner=runner)
    table.load(Numbers(9), runner=runner, select_first=True)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert table.rows.rowCount() == 9
    assert table.selected() == 0


def test_the_table_is_worked_by_keys(qtbot) -> None:
    table = KeysetTable[int](COLUMNS, name="Numbers")
    qtbot.addWidget(table)
    table.load(Numbers(3), select_first=True)
    opened: list[int] = []
    table.row_opened.connect(opened.append)
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Return):
        qtbot.keyClick(table, key)
    assert table.selected() == 1
    assert opened == [1]
    assert not table.select_place(3)
    assert table.select_id("2")
    assert table.selected() == 2


def test_a_million_rows_are_jumped_through_and_measured(qtbot) -> None:
    table = KeysetTable[int](COLUMNS, name="Numbers")
    qtbot.addWidget(table)
    table.resize(600, 500)
    table.load(Numbers(1_000_000))
    table.show()
    times = measure_jumps(table, jumps=5)
    assert (times.jumps, times.rows) == (5, 1_000_000)
    assert 0 < times.median_ms <= times.p99_ms <= times.worst_ms
    assert table.selected() is not None


def test_the_chosen_row_is_in_sight_though_the_first_column_is_hidden(qtbot) -> None:
    table = KeysetTable(COLUMNS, name="Numbers")
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    table.setColumnHidden(0, True)
    table.load(Numbers(500))
    assert table.select_id("400")
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
    assert table.visualRect(table.currentIndex()).height() > 0
    assert table.select_next()
    assert table.selected() == 401
