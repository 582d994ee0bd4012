"""The audit trail is read, filtered, checked and exported by keys alone, on a real store."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.codec import canonical_bytes
from creditbank_desktop.domain.ids import DeviceId
from creditbank_desktop.domain.trail_heads import Countersignature, TrailVerdict, head_hash
from creditbank_desktop.models.check_findings import CheckProgress, StoreFinding
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.services import build_services
from creditbank_desktop.ui.audit.page import AuditPage
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.settings_rooms import SettingsRoom

pytestmark = pytest.mark.usefixtures("dress")
Opened = tuple[SettingsRoom, AuditPage]


class Chains:
    """What the composition root asks about the store, with an answer that is known."""

    def __init__(self, *findings: StoreFinding) -> None:
        self.findings = findings

    def look(self) -> tuple[()]:
        return ()

    def check_chains(self, progress: CheckProgress) -> tuple[StoreFinding, ...]:
        return self.findings


@pytest.fixture
def opened(qtbot, qapp: QApplication, world: World, runner, keep) -> Callable[..., Opened]:
    def make(who: str = "everything", *findings: StoreFinding) -> Opened:
        world.room = replace(world.room, machine=Chains(*findings))
        world.services = build_services(world.room)
        room = SettingsRoom(world, runner, who)
        window = room.window(qapp)
        keep(window)
        with qtbot.waitActive(window):
            window.show()
        page = room.open("audit")
        assert isinstance(page, AuditPage)
        return room, page

    return make


def actions(page: AuditPage) -> list[str]:
    model = page.table.rows
    return [model.index(row, 3).data() for row in range(model.rowCount())]


def warned(world: World) -> None:
    """Let the server have found that the trail was cut."""

    def work(unit: UnitOfWork) -> None:
        head = unit.make_checkpoint().head
        held = (replace(head.audit, number=head.audit.number + 9), *head.chains[1:])
        said = Countersignature(
            DeviceId(head.device),
            head_hash(head),
            head.audit,
            TrailVerdict.SHORTER,
            held,
            world.clock.now(),
        )
        unit.save_countersignature(head.number, said, b"signature")

    world.store.write(work)


def test_reading_shows_and_can_be_looked_for(world: World, opened: Callable[..., Opened]) -> None:
    learner = world.register()
    services, clerk = world.services, world.actors["clerk"]
    for _ in range(3):
        services.learners.card(clerk, learner)
    number = services.ledger.account(clerk, learner).account_number
    world.store.write(lambda unit: None)
    room, page = opened()
    room.press("Ctrl+F")
    room.type(number)
    room.press("Return")
    assert page.table.rows.rowCount() == 3
    assert sorted(actions(page)) == ["account read", "learner registered", "learner's file read"]
    room.press("Down", "Ctrl+0")
    assert page.table.rows.rowCount() > 3


def test_reading_is_entered_again_after_a_while_and_in_a_new_session(world: World) -> None:
    learner = world.register()
    clerk = world.actors["clerk"]

    def read() -> int:
        world.services.learners.card(clerk, learner)
        world.store.write(lambda unit: None)
        rows = world.store.read(lambda reader: reader.audit_rows(subject=("learner", learner)))
        return sum(row.action == "learner.read" for row in rows)

    assert [read(), read()] == [1, 1]
    world.clock.advance(minutes=16)
    assert read() == 2
    world.store.readings.begin_session(clerk)
    assert read() == 3
    world.clock.advance(hours=-5)
    assert read() == 4, "a clock that was set back silences nothing"


def test_an_administrator_sees_no_whole_account_number(world: World, opened: Callable[..., Opened]) -> None:
    learner = world.register()
    number = world.services.ledger.account(world.actors["clerk"], learner).account_number
    world.store.write(lambda unit: None)
    _room, page = opened("admin")
    shown = {page.table.rows.index(row, 4).data() for row in range(page.table.rows.rowCount())}
    assert not any(number in text for text in shown)
    assert any(text.endswith("*" + number[-4:]) for text in shown)
    assert not any("曾敏" in text for text in shown)


def test_a_check_names_what_is_wrong(world: World, opened: Callable[..., Opened]) -> None:
    finding = StoreFinding("audit.chain", "audit", "12", "learner.read")
    room, page = opened("everything", finding)
    room.press("Ctrl+R")
    assert page.side.currentWidget() is page.findings
    assert "12" in page.findings.told.text()
    notice = page.messages.notice
    assert notice is not None
    assert "1 row" in notice.text
    assert "audit trail checked" in actions(page)


def test_a_whole_store_is_called_whole(opened: Callable[..., Opened]) -> None:
    room, page = opened()
    room.press("Ctrl+R")
    notice = page.messages.notice
    assert notice is not None
    assert notice.text.startswith("Everything holds")
    assert page.check_button.isEnabled()
    assert not page.bar.is_running


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_an_export_asks_what_for_and_can_be_verified(
    world: World, opened: Callable[..., Opened], tmp_path: Path, kind: str
) -> None:
    written: dict[str, bytes] = {}
    room, page = opened()
    page._desk = replace(
        page._desk,
        choose_save=lambda _parent, name, _kind: str(tmp_path / name),
        write_file=lambda path, data: written.update({path: data}),
    )
    room.press("Ctrl+E", "Ctrl+Return")
    assert written == {}
    page.export.purpose.choice.set_value("audit")
    if kind == "jsonl":
        page.export.form.set_value(next(one for one in type(page.export.form.value()) if one.value == kind))  # type: ignore[union-attr]
    room.press("Ctrl+Return")
    ((path, data),) = written.items()
    assert path.endswith(kind)
    (entry,) = world.store.read(lambda reader: reader.audit_rows(limit=1))
    assert entry.action == "export.made"
    if kind == "csv":
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
        assert [int(row["number"]) for row in rows] == list(range(1, len(rows) + 1))
        return
    lines = [json.loads(line) for line in data.splitlines()]
    entries = [line["entry"] for line in lines if "entry" in line]
    assert len(entries) == lines[0]["entries"] == entries[-1]["number"]
    before = "0" * 64
    for one in entries:
        assert one["previous"] == before
        before = hashlib.sha256(canonical_bytes({**one, "hash": ""})).hexdigest()
        assert one["hash"] == before


def test_what_the_server_found_stays_until_somebody_says_why(
    world: World, opened: Callable[..., Opened]
) -> None:
    warned(world)
    room, page = opened()
    assert page.side.currentWidget() is page.warnings
    room.press("Ctrl+W", "Return")
    assert page.warnings.row.problems()
    room.type("restored after a disk failed")
    room.press("Return")
    assert page.side.currentWidget() is page.line
    assert not page.warning_button.isVisible()
    (entry,) = world.store.read(lambda reader: reader.audit_rows(limit=1))
    assert entry.action == "audit.warning_seen"


def test_days_that_are_none_are_said_so(opened: Callable[..., Opened]) -> None:
    room, page = opened()
    page.filters.since.setFocus()
    room.type("2026-13-45")
    assert page.filters.problem.isVisible()
    assert page.table.rows.rowCount() > 0


@pytest.mark.parametrize("size", [(1366, 768), (853, 480)], ids=["1366", "853"])
@pytest.mark.parametrize("language", list(Language))
def test_everything_fits(
    dress, qapp: QApplication, world: World, runner, keep, language: Language, size: tuple[int, int]
) -> None:
    dress(Look.LIGHT, language)
    warned(world)
    room = SettingsRoom(world, runner)
    window = room.window(qapp)
    keep(window)
    lay_out(window, *size)
    page = room.open("audit")
    assert isinstance(page, AuditPage)
    page.findings.show_findings((StoreFinding("audit.chain", "audit", "12", "learner.read"),))
    for show in (
        lambda: page.side.setCurrentWidget(page.line),
        page._on_warning_button_clicked,
        page._on_export_button_clicked,
        lambda: page.side.setCurrentWidget(page.findings),
    ):
        show()
        room.settle()
        lay_out(window, *size)
        assert clipped_words(page) == []
        assert overlapping_parts(page) == []
        assert nameless_controls(page) == []
