"""A clerk who can only press keys, and how many that takes: the numbers stand in ``key_budgets.json``."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import segno
from PIL import Image
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.numbers import ticket_code
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.scan_ports import Scanning
from creditbank_desktop.services.services import build_services
from creditbank_desktop.services.views_intake import Missing
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import resident_id
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms
from tests.ui.scanning_hands import HAS_SANE, give_scanning, picture, remember_scanner
from tests.ui.test_ui_counter import NUMBER, only_application

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
needs_scanner = pytest.mark.skipif(not HAS_SANE, reason="SANE's test device is not installed here")

BUDGETS = Path(__file__).with_name("key_budgets.json")
LIMITS = {"known_learner_two_pages": 55, "known_learner_code": 30, "new_learner": 110}
"""What the design allows; the file may ask for less, never for more."""
PICTURES = ("Color pattern", "Grid", "Solid black")
"""What the test device draws, so that one page differs from the next."""


class Clerk:
    """Works the counter by keys, lays pages on the glass, and knows how many keys that took."""

    def __init__(self, desk: CounterRoom, folder: Path) -> None:
        self.desk = desk
        self.folder = folder
        self._pages = 0
        desk.window.open("counter")
        desk.settle(50)
        self._before = desk.hands.keys

    @property
    def keys(self) -> int:
        """Return how many keys were pressed."""
        return self.desk.hands.keys - self._before

    def write(self, text: str, pinyin: str) -> None:
        """Enter Chinese: its letters, and one more key that takes the candidate."""
        self.desk.write(text, len(pinyin) + 1)

    def scan(self) -> None:
        """Lay another page on the glass and scan it."""
        drawn = PICTURES[self._pages]
        conf = f'number_of_devices 1\ntest-picture "{drawn}"\n'
        (self.folder / "sane" / "test.conf").write_text(conf, encoding="ascii")
        self.desk.press("F9")
        self.wait_for_page()

    def wait_for_page(self) -> None:
        """Wait until one more page lies in the tray."""
        self._pages += 1
        desk = self.desk
        desk.until(lambda: len(self.pages()) == self._pages and not desk.runner.is_busy)
        desk.settle(200)

    def pages(self) -> list[str]:
        """Return the pages that lie in the tray."""
        session = self.desk.counter.trays.view.session
        return [] if session is None else [page.page for page in session.tray.pages]

    def scan_ticket(self, file: Application) -> None:
        """Point the wedge scanner at a receipt: its trigger is one key, the letters come from it."""
        pressed = self.desk.hands.keys
        self.desk.type(f"CB:{ticket_code(file.receipt_number).replace('-', '')}")
        self.desk.press("Return")
        self.desk.hands.keys = pressed + 1
        self.desk.settle(100)


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner, tmp_path: Path) -> Iterator[OpenRoom]:  # noqa: F811
    # Somebody had the same certificate before: its title, issuer and level are known here.
    world.submit(world.form(world.register(name="王子轩")))
    give_scanning(world, tmp_path)
    remember_scanner(world)
    yield from rooms(qtbot, qapp, world, runner)
    world.room.scanning.reader.close()


def keep_to_budget(clerk: Clerk, scenario: str) -> None:
    """Compare with the file: more keys are a loss, fewer a gain that the file has to keep."""
    budget = json.loads(BUDGETS.read_text("ascii"))[scenario]
    assert clerk.keys <= budget, f"{scenario} takes {clerk.keys} keys, {budget} at most"
    assert clerk.keys == budget, f"lower {scenario} to {clerk.keys} in {BUDGETS.name}, so that it stays so"


def find_by_initials(clerk: Clerk) -> None:
    clerk.desk.type("zyt")
    clerk.desk.press("Return")


def choose_certificate(clerk: Clerk) -> None:
    """Choose the type by its number and the title by its initials."""
    clerk.desk.type("02")
    clerk.desk.press("Return")
    clerk.desk.type("dg")
    clerk.desk.press("Down", "Return", "Return")


def scan_form_and_certificate(clerk: Clerk) -> None:
    """Scan two pages, say what the second one is, and make files of them."""
    clerk.scan()
    clerk.scan()
    clerk.desk.press("3", "Return")
    clerk.desk.settle(200)


def page_with_code(path: Path) -> None:
    """Write a page with the number of the certificate as a QR code."""
    code = io.BytesIO()
    segno.make(NUMBER, error="m").save(code, kind="png", scale=4, border=4)
    page = Image.open(io.BytesIO(picture("certificate", (840, 1188)))).convert("RGB")
    page.paste(Image.open(code).convert("RGB"), (560, 860))
    page.save(path, "PNG", dpi=(100, 100))


def waiting_for(world: World, *materials: str) -> ApplicationId:  # noqa: F811
    """Return a file that waits for ``materials``."""
    services = world.services
    # The files of that form are fictions that no reader of pages would take.
    world.services = build_services(replace(world.room, scanning=Scanning()))
    form = world.form(world.register(name="张雨桐"), evidence_number=NUMBER)
    world.services = services
    application = world.submit(replace(form, evidence=()))
    line = world.file(application).lines[0].line
    missing = tuple(Missing(key, line) for key in materials)
    world.services.counter.request_supplement(world.actors["clerk"], application, 1, missing)
    return application


def receipt_printed(clerk: Clerk) -> Application:
    """Print the receipt and return the file."""
    clerk.desk.press("Ctrl+P")
    file = clerk.desk.world.file(only_application(clerk.desk.world, State.ACCEPTED))
    (receipt,) = clerk.desk.papers
    assert (receipt.paper.kind, receipt.paper.number) == (PaperKind.RECEIPT, file.receipt_number)
    return file


@needs_scanner
def test_a_known_learner_with_two_scanned_pages(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    clerk = Clerk(room(), tmp_path)
    find_by_initials(clerk)
    choose_certificate(clerk)
    clerk.desk.type(NUMBER)
    clerk.desk.press("Return", "Return", "Return")
    clerk.desk.type("20250520")
    scan_form_and_certificate(clerk)
    # The identity card was looked at and given back: accepted as it is.
    clerk.desk.press("Ctrl+Return", "Ctrl+Return")
    file = receipt_printed(clerk)
    assert (file.learner, [one.material for one in file.evidence]) == (learner, ["form", "certificate"])
    keep_to_budget(clerk, "known_learner_two_pages")


@needs_scanner
def test_a_known_learner_whose_certificate_has_a_code(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    folder = tmp_path / "camera"
    folder.mkdir()
    remember_scanner(world, folder=str(folder))
    world.register(name="张雨桐")
    clerk = Clerk(room(), tmp_path)
    desk = clerk.desk
    find_by_initials(clerk)
    choose_certificate(clerk)
    clerk.scan()
    desk.press("F")
    page_with_code(folder / "certificate.png")
    # The trigger of the document camera.
    desk.hands.keys += 1
    clerk.wait_for_page()
    desk.press("3", "Return")
    desk.settle(300)
    editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
    assert editor is not None
    desk.until(lambda: bool(editor.offers.lines("evidence_number")))
    desk.press("Shift+F12", "Alt+S")
    desk.type("20250520")
    desk.press("Ctrl+Return", "Ctrl+Return")
    file = receipt_printed(clerk)
    outcome = file.lines[0].outcome
    assert outcome is not None
    assert (outcome.evidence_number, outcome.level) == (NUMBER, "3")
    keep_to_budget(clerk, "known_learner_code")


@needs_scanner
def test_a_new_learner_with_a_certificate(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    clerk = Clerk(room(), tmp_path)
    desk = clerk.desk
    clerk.write("赵一诺", "zhaoyinuo")
    desk.press("Ctrl+N")
    desk.type(resident_id(77))
    desk.press("Return")
    desk.type("460301")
    desk.press("Return")
    desk.type("2025099001")
    desk.press("Return")
    desk.type("2025")
    desk.press("Ctrl+Return")
    desk.settle(100)
    choose_certificate(clerk)
    desk.type(NUMBER)
    desk.press("Return", "Return", "Return")
    desk.type("20250520")
    scan_form_and_certificate(clerk)
    desk.press("Ctrl+Return", "Ctrl+Return")
    file = receipt_printed(clerk)
    (hit,) = world.services.learners.find(world.actors["clerk"], "赵一诺").hits
    assert (hit.learner, hit.student_number) == (file.learner, "2025099001")
    keep_to_budget(clerk, "new_learner")


@needs_scanner
def test_a_supplement_by_the_code_of_its_receipt(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    application = waiting_for(world, "certificate")
    clerk = Clerk(room(), tmp_path)
    clerk.scan_ticket(world.file(application))
    clerk.scan()
    clerk.desk.press("Return")
    clerk.desk.settle(200)
    clerk.desk.press("Ctrl+Return")
    clerk.desk.settle(200)
    assert world.file(application).state is State.RECEIVED
    clerk.desk.press("Ctrl+Return", "Ctrl+P")
    file = world.file(application)
    assert (file.state, len(file.evidence)) == (State.ACCEPTED, 1)
    assert clerk.desk.papers[-1].paper.kind is PaperKind.RECEIPT
    keep_to_budget(clerk, "supplement")


def test_a_withdrawal_with_its_slip(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    application = waiting_for(world, "certificate")
    clerk = Clerk(room(), tmp_path)
    clerk.scan_ticket(world.file(application))
    clerk.desk.press("Escape", "Ctrl+Shift+W", "Ctrl+Return")
    clerk.desk.settle(200)
    assert world.file(application).state is State.WITHDRAWN
    (slip,) = clerk.desk.papers
    assert slip.paper.kind is PaperKind.WITHDRAWAL_SLIP
    keep_to_budget(clerk, "withdrawal")


def test_no_budget_is_beyond_the_design() -> None:
    budgets = json.loads(BUDGETS.read_text("ascii"))
    assert budgets.keys() >= LIMITS.keys()
    assert all(isinstance(keys, int) and keys > 0 for keys in budgets.values())
    assert {name: keys for name, keys in budgets.items() if keys > LIMITS.get(name, keys)} == {}
