"""How fast the list of learners jumps about in a million rows of a real store, painted each time."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, cast

from creditbank_desktop.app.bench.big_store import BigStore, roll_store
from creditbank_desktop.app.bench.measures import Report, figure, milliseconds
from creditbank_desktop.app.office import Session
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.devices.memory import resident_mib
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.services.views_learners import LearnerHit, Matched

ROWS_A_LEARNER = 10
JUMPS = 400
"""Of which every fifth is measured by counting rows."""
TARGET = "≤ 60 ms at p99"


def measure(learners: int) -> Report:
    """Jump about in a roll of ten rows for each of ``learners``: a million by default."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    store = roll_store(learners * ROWS_A_LEARNER)
    session = store.open()
    try:
        return _report(store, session)
    finally:
        session.close()


class CountedSource:
    """The roll read the plain way: by counting rows from its beginning (OFFSET) on a bare connection."""

    def __init__(self, session: Session) -> None:
        """Read the session's file, and give the rows the look of the roll's."""
        path = session.place.store / DATABASE_NAME
        key = session.unlocked.data_key
        self._connection: Any = open_database(path, key, busy_timeout_ms=5_000, read_only=True)

    def count(self) -> int:
        """Return how many rows there are."""
        return int(self._connection.execute("SELECT count(*) FROM learner").fetchone()[0])

    def anchors(self, every: int) -> Sequence[int]:
        """Return the places before each block."""
        return range(0, self.count(), every)

    def page(self, after: int | None, n: int) -> Sequence[LearnerHit]:
        """Return up to ``n`` rows from the place ``after``."""
        rows = self._connection.execute(
            "SELECT learner, name, student_number, account_number, programme, class_name FROM learner "
            "ORDER BY account_number, learner LIMIT ? OFFSET ?",
            (n, after or 0),
        )
        return [
            LearnerHit(
                learner=row[0],
                name=row[1],
                student_number=row[2],
                account_number=row[3],
                masked_document="",
                programme=row[4],
                programme_name_zh="",
                programme_name_en="",
                class_name=row[5],
                matched=Matched.NAME,
            )
            for row in rows
        ]

    def id_of(self, row: LearnerHit) -> str:
        """Return the id of a row."""
        return row.learner

    def position(self, row_id: str) -> int | None:
        """Return None: nothing is selected."""
        return None


def _report(store: BigStore, session: Session) -> Report:
    from PySide6.QtWidgets import QApplication

    from creditbank_desktop.ui.kit.table_bench import jump_times
    from creditbank_desktop.ui.learners.roll import RollSource, roll_table
    from creditbank_desktop.ui.theme.appearance import start_appearance
    from creditbank_desktop.ui.theme.colours import Look

    app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
    start_appearance(app, resources_folder() / "icons", Look.LIGHT)
    table = roll_table()
    table.resize(760, 640)
    table.show()
    loaded = milliseconds(lambda: table.load(RollSource(session.services.learners, session.actor)))
    ours = jump_times(table, JUMPS, store.seed)
    table.load(CountedSource(session))
    counted = jump_times(table, JUMPS // 5, store.seed)
    table.close()
    table.deleteLater()
    figures = (
        figure("a jump, painted", "ms", ours, target=TARGET, baseline=("a jump by OFFSET, painted", counted)),
        figure("loading the list: count and anchors", "ms", [loaded]),
        figure("memory", "MiB", [resident_mib()]),
    )
    note = f"the roll of the learners' workplace over {store.learners} rows of an encrypted file, off screen"
    return Report("table", store.seed, figures, (note,))
