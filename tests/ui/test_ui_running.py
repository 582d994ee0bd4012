"""Work goes away from the window's thread and comes home once, to the right place."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.messages import MessageBar
from creditbank_desktop.ui.running import ChangeBus, Notice, OperationRunner

pytestmark = pytest.mark.usefixtures("dress")


class Page(QWidget):
    """A page with a message bar and a form, as workplaces have."""

    def __init__(self) -> None:
        super().__init__()
        self.messages, self.form = MessageBar(), Form()
        self.name = FieldRow("&Name", TextEdit(), field="name")
        self.form.add(self.name)
        self.button = QPushButton()
        layout = QVBoxLayout(self)
        for part in (self.messages, self.form, self.button):
            layout.addWidget(part)


@pytest.fixture
def page(keep) -> Page:
    made = Page()
    keep(made)
    return made


def failing(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


class AtOnce(Executor):
    """Has done the work before anybody can wait for it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def test_no_result_arrives_before_its_errand_was_sent(qtbot, page: Page) -> None:
    runner = OperationRunner(executor=AtOnce())
    order: list[str] = []
    assert runner.run(lambda: "done", order.append, owner=page)
    order.append("sent")
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert order == ["sent", "done"]
    runner.close()


def test_the_result_arrives_on_the_window_s_thread(qtbot, runner: OperationRunner, page: Page) -> None:
    threads: list[int] = []
    results: list[int] = []

    def work() -> int:
        threads.append(threading.get_ident())
        return 42

    def arrive(result: int) -> None:
        threads.append(threading.get_ident())
        results.append(result)

    assert runner.run(work, arrive, owner=page)
    qtbot.waitUntil(lambda: results == [42])
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_pressing_twice_does_it_once(qtbot, runner: OperationRunner, page: Page) -> None:
    go, done = threading.Event(), list[int]()
    assert runner.run(go.wait, lambda _r: done.append(1), owner=page, busy=page.button)
    assert not page.button.isEnabled()
    assert not runner.run(go.wait, lambda _r: done.append(2), owner=page, busy=page.button)
    go.set()
    qtbot.waitUntil(lambda: done == [1])
    assert page.button.isEnabled()


def test_a_callback_for_a_screen_that_is_gone_is_dropped(qtbot, runner: OperationRunner) -> None:
    from shiboken6 import delete

    owner, go, called = QWidget(), threading.Event(), list[str]()
    runner.run(go.wait, lambda _r: called.append("late"), owner=owner)
    delete(owner)
    go.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert called == []


def test_problems_go_under_their_fields_and_the_rest_to_the_bar(
    qtbot, runner: OperationRunner, page: Page
) -> None:
    found = Problems([Problem("name.empty", "name"), Problem("field.empty", "elsewhere")])
    runner.run(failing(found), lambda _r: None, owner=page)
    qtbot.waitUntil(lambda: page.messages.notice is not None)
    assert [problem.code for problem in page.name.problems()] == ["name.empty"]
    assert page.messages.notice is not None
    assert page.messages.notice.text == "This field is needed."


def test_a_fault_offers_a_retry_that_does_the_work_again(qtbot, runner: OperationRunner, page: Page) -> None:
    tries, results = list[int](), list[str]()

    def work() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise EnvironmentFault("store.locked")
        return "saved"

    runner.run(work, results.append, owner=page.form, busy=page.button)
    qtbot.waitUntil(lambda: page.messages.notice is not None)
    assert page.messages.notice is not None
    assert page.messages.notice.retry is not None
    page.messages._retry.click()
    qtbot.waitUntil(lambda: results == ["saved"])
    assert page.messages.notice is None


def test_a_refusal_is_worded_or_handed_over(qtbot, runner: OperationRunner, page: Page) -> None:
    refused = Refused("application.undecided")
    runner.run(failing(refused), lambda _r: None, owner=page)
    qtbot.waitUntil(lambda: page.messages.notice is not None)
    handed: list[Refused] = []
    runner.run(failing(refused), lambda _r: None, owner=page, on_refused=handed.append)
    qtbot.waitUntil(lambda: handed == [refused])


def test_anything_else_is_a_bug_and_reaches_the_crash_handler(
    qtbot, runner: OperationRunner, page: Page
) -> None:
    bug = KeyError("x")
    with qtbot.waitSignal(runner.crashed) as seen:
        runner.run(failing(bug), lambda _r: None, owner=page)
    assert seen.args == [bug]

    def broken(_result: None) -> None:
        raise bug

    with qtbot.waitSignal(runner.crashed) as seen:
        runner.run(lambda: None, broken, owner=page)
    assert seen.args == [bug]


def test_progress_shows_only_when_work_lasts(qtbot, runner: OperationRunner, page: Page) -> None:
    shown: list[bool] = []
    runner.progress_changed.connect(shown.append)
    done: list[int] = []
    runner.run(lambda: 1, done.append, owner=page)
    qtbot.waitUntil(lambda: done == [1])
    assert shown == []
    go = threading.Event()
    runner.run(go.wait, lambda _r: done.append(2), owner=page)
    qtbot.waitUntil(lambda: shown == [True])
    go.set()
    qtbot.waitUntil(lambda: shown == [True, False])


def test_without_a_board_the_notice_is_raised(qtbot, runner: OperationRunner, keep) -> None:
    alone = QWidget()
    keep(alone)
    with qtbot.waitSignal(runner.notice_raised) as seen:
        runner.run(failing(Refused("application.undecided")), lambda _r: None, owner=alone)
    assert isinstance(seen.args[0], Notice)


def test_a_closed_runner_takes_no_work(page: Page, qapp) -> None:
    runner = OperationRunner()
    runner.close()
    assert not runner.run(lambda: 1, lambda _r: None, owner=page)


def test_the_bus_announces_changes_and_nothing_when_nothing_changed(qtbot) -> None:
    bus, seen = ChangeBus(), list[object]()
    bus.changed.connect(seen.append)
    bus.announce(frozenset())
    bus.announce(frozenset({("learner", "1")}))
    assert seen == [frozenset({("learner", "1")})]
