"""Whatever a clerk types: the store keeps just that, or the form says under the field what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.outcomes import Outcome
from creditbank_desktop.services.outcome_fields import FIELDS_OF
from creditbank_desktop.services.views_intake import FieldKind
from creditbank_desktop.ui.counter.outcome_editor import OutcomeEditor
from creditbank_desktop.ui.counter.typed_values import typed
from tests.conftest import level
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms
from tests.ui.intake_drawings import Drawing, drawings

pytestmark = [
    pytest.mark.usefixtures("dress"),
    # Lists that pop up grab keyboard and top place where there is a screen.
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
APPLICATIONS = {"quick": 3, "gate": 30, "long": 1_000}


@dataclass
class Clerk:
    """A clerk who types whole applications, one after the other, for one learner."""

    desk: CounterRoom
    learner: LearnerId
    filed: list[object] = field(default_factory=list)
    kept: int = 0
    refused: int = 0

    def begin(self, drawing: Drawing) -> OutcomeEditor:
        """Open an empty form of the drawn type with all its fields."""
        counter = self.desk.counter
        counter.open_learner(self.learner)
        self.desk.until(lambda: counter.intake.learner == self.learner and counter.intake.slot is not None)
        kinds = [choice.value for choice in counter.intake.kind.choices()]
        QTest.keyClicks(counter.intake.kind, f"{kinds.index(drawing.kind) + 1:02d}")
        QTest.keyClick(self.desk.hears_keys(), Qt.Key.Key_Return)
        self.desk.settle()
        slot = counter.intake.slot
        assert slot is not None
        assert slot.editor is not None
        assert slot.editor.sheet.kind is drawing.kind
        slot.editor.folded.toggle()
        return slot.editor

    def type(self, editor: OutcomeEditor, drawing: Drawing) -> None:
        """Enter every field by an input method, choices and boxes by keys."""
        for spec in FIELDS_OF[drawing.kind]:
            row, text = editor.row(spec.name), drawing.fields[spec.name].text
            self._go_to(row.editor)
            if spec.kind is FieldKind.FLAG:
                if typed(row.editor) != text:
                    QTest.keyClick(row.editor, Qt.Key.Key_Space)
            elif spec.kind is FieldKind.CHOICE:
                self._choose(row.editor, text)
            else:
                self._write(row.editor, text)
            QApplication.processEvents()
        editor.setFocus()

    def _go_to(self, editor: QWidget) -> None:
        """Put the focus into a field; without a screen a list that popped up would keep the window's keys."""

        def is_there() -> bool:
            heard = self.desk.hears_keys()
            if heard.isWindow() and heard is not self.desk.window:
                heard.hide()
            if QApplication.activeWindow() is not self.desk.window:
                self.desk.window.activateWindow()
                QApplication.processEvents()
            editor.setFocus()
            focus = QApplication.focusWidget()
            return focus is not None and (focus is editor or editor.isAncestorOf(focus))

        self.desk.qtbot.waitUntil(is_there, timeout=20_000)

    def _choose(self, editor: QWidget, code: str) -> None:
        if not code or typed(editor) == code:
            return
        words = next(one.words for one in editor.choices() if one.value == code)  # type: ignore[attr-defined]
        editor.lineEdit().selectAll()  # type: ignore[attr-defined]
        _commit(editor, str(words))
        QTest.keyClick(self.desk.hears_keys(), Qt.Key.Key_Tab)

    def _write(self, editor: QWidget, text: str) -> None:
        editor.clear()  # type: ignore[attr-defined]
        if text:
            _commit(editor, text)


def _commit(editor: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget() or editor, event)


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def test_what_is_read_back_is_what_was_entered(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    desk = room()
    desk.window.open("counter")
    desk.settle()
    clerk = Clerk(desk, learner)
    desk.counter.work.filed.connect(clerk.filed.append)

    @settings(
        max_examples=APPLICATIONS[level()],
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    )
    @given(drawings())
    def enter(drawing: Drawing) -> None:
        clerk.filed.clear()
        editor = clerk.begin(drawing)
        clerk.type(editor, drawing)
        _submit(clerk, editor, drawing, world)

    enter()
    assert min(clerk.kept, clerk.refused) > 0
    assert world.services.intake.drafts(world.actors["clerk"]) == ()


def _submit(clerk: Clerk, editor: OutcomeEditor, drawing: Drawing, world: World) -> None:  # noqa: F811
    desk = clerk.desk
    desk.press("Ctrl+Return")
    desk.until(lambda: bool(clerk.filed) or _problems(editor) != {})
    if not clerk.filed:
        clerk.refused += 1
        shown = _problems(editor)
        assert set(drawing.wrong) <= set(shown)
        _all_under_their_fields(clerk, editor, world)
        if not drawing.wrong:
            _confirm_warnings(editor)
            desk.press("Ctrl+Return")
            desk.settle()
    if clerk.filed:
        clerk.kept += 1
        assert not drawing.wrong
        (filed,) = clerk.filed
        application = filed.submitted.application  # type: ignore[attr-defined]
        file = world.file(application)
        _agrees(file.lines[0].outcome, drawing)
        # What stays in force would be met as a duplicate by the next application of the same outcome.
        world.services.counter.withdraw(world.actors["clerk"], application, file.revision, "try the next")
        return
    desk.counter.work.discard()
    desk.settle()


def _problems(editor: OutcomeEditor) -> dict[str, tuple[Any, ...]]:
    return {row.field: row.problems() for row in editor.rows if row.problems()}


def _all_under_their_fields(clerk: Clerk, editor: OutcomeEditor, world: World) -> None:  # noqa: F811
    """Compare what the form shows with everything that the service finds in it."""
    counter = clerk.desk.counter
    check = world.services.intake.check(world.actors["clerk"], counter.intake.form())
    found = {p.field.removeprefix("outcomes.0.") for p in check.problems if p.field.startswith("outcomes.0.")}
    shown = _problems(editor)
    assert found <= set(shown)
    for name in found:
        assert editor.row(name).isVisibleTo(editor), name
        assert clerk.desk.words(editor.row(name)).strip() != "", name


def _confirm_warnings(editor: OutcomeEditor) -> None:
    """Press Space on the box of every warning, as somebody does who has looked at it."""
    from PySide6.QtWidgets import QCheckBox

    for row in editor.rows:
        if row.problems():
            for box in row.findChildren(QCheckBox):
                if box.isVisible() and not box.isChecked() and box is not row.editor:
                    QTest.keyClick(box, Qt.Key.Key_Space)
    QApplication.processEvents()


def _agrees(outcome: Outcome | None, drawing: Drawing) -> None:
    assert outcome is not None
    assert outcome.type is drawing.kind
    for name, one in drawing.fields.items():
        if one.text == "" and one.kept is None:
            continue
        if name in ("aliases", "score_scale"):
            continue
        where: Any = outcome if hasattr(outcome, name) else outcome.details
        kept = getattr(where, name)
        assert (kept.value if hasattr(kept, "value") else kept) == one.kept, name
