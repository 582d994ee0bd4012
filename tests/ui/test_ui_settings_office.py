"""The office's card, seal and numbers, printers, lock and preferences are set by keys, on a real store."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.views_ledger import OfficeForm
from creditbank_desktop.services.views_reference import EntryForm, PrinterChoice
from creditbank_desktop.ui.devices.page import DevicesPage
from creditbank_desktop.ui.i18n import Language, current_language
from creditbank_desktop.ui.office.page import OfficePage
from creditbank_desktop.ui.office.specimen import SpecimenCard
from creditbank_desktop.ui.preferences.lock_page import LockPage
from creditbank_desktop.ui.preferences.personal_page import PersonalPage
from creditbank_desktop.ui.preferences.printing_page import PrintingPage
from creditbank_desktop.ui.theme.appearance import current_look
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.vault.keyring import Keyring
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import CHEAP, PASSPHRASE, World
from tests.ui.settings_hands import answering
from tests.ui.settings_rooms import SettingsRoom, second_device

pytestmark = pytest.mark.usefixtures("dress")
OpenRoom = Callable[..., SettingsRoom]
NEXT = "green lamp over still water"


@pytest.fixture
def opened(qtbot, qapp: QApplication, world: World, runner, keep) -> OpenRoom:
    def make(who: str = "admin") -> SettingsRoom:
        room = SettingsRoom(world, runner, who)
        window = room.window(qapp)
        keep(window)
        with qtbot.waitActive(window):
            window.show()
        return room

    return make


def office(world: World):
    return world.services.identity.office(world.actors["admin"]).office


def paper_text(card: SpecimenCard) -> str:
    """Return what the paper that is shown says."""
    document = card.viewer.document
    assert document is not None
    with pypdfium2.PdfDocument(document.read()) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def picture(side: int, ground: str) -> bytes:
    """Return a PNG of a red disc on ``ground``."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(QColor(ground))
    for x in range(side // 4, 3 * side // 4):
        for y in range(side // 4, 3 * side // 4):
            image.setPixelColor(x, y, QColor("#C00000"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


def test_the_card_is_changed_and_taken_back(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("office", OfficePage)
    assert page.card.editors["name_zh"].hasFocus()
    before = office(world)
    page.card.editors["address"].setFocus()
    room.type("1 Sample Road")
    room.press("Ctrl+Return")
    assert office(world).address == "1 Sample Road"
    assert "管理员" in page.card.change.text()
    room.press("Ctrl+Z")
    assert office(world) == before


def test_the_paper_beside_the_card_shows_what_is_typed(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("office", OfficePage)
    admin = world.actors["admin"]
    text = world.services.reference.entry(admin, ReferenceKind.OFFICE_TEXT, "greeting")
    fields = {"text_zh": "您好，感谢使用学分银行。", "text_en": "Thank you for using the credit bank."}
    form = EntryForm(ReferenceKind.OFFICE_TEXT, fields, "greeting", text.revision)
    world.services.reference.save(admin, form)
    page.card.editors["address"].setFocus()
    room.type("1 Sample Road")
    room.rest()
    said = paper_text(page.card.specimen)
    assert "Sample Road" in said
    assert "感谢使用学分银行" in said
    assert office(world).address != "1 Sample Road", "nothing is written"
    room.press("Alt+7")
    said = paper_text(page.card.specimen)
    assert "Thank you" in said
    assert "感谢使用" not in said
    room.press("Alt+8")
    said = paper_text(page.card.specimen)
    assert "Thank you" in said
    assert "感谢使用" in said


def test_the_seal_in_force_is_printed_and_an_old_paper_keeps_its_own(world: World) -> None:
    admin, services = world.actors["admin"], world.services

    def put(colour: str) -> None:
        saved = services.office.propose_seal(admin, picture(200, colour)).value
        assert saved.proposal is not None
        services.proposals.approve(world.actors["everything"], saved.proposal)

    card = OfficeForm("10293", "01", "学分认定中心", "Office", "职业学院", "College")
    services.identity.configure_office(admin, card)
    application = world.submit(world.form(world.register()))
    clerk = world.actors["clerk"]
    put("#00FFFFFF")
    issued = services.issuing.receipt(clerk, application).value
    assert b"/SMask" in issued.pdf, "the picture with its transparent ground"
    put("#00000000")
    world.room.files.remove(BlobHash(issued.paper.sha256))
    assert services.issuing.pdf(clerk, issued.paper.paper) == issued.pdf, (
        "drawn again with the seal of its day"
    )


def test_a_wrong_card_says_everything_under_its_fields(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("office", OfficePage)
    for name in ("school", "code"):
        page.card.editors[name].setFocus()
        room.press("Ctrl+A")
        room.type("7")
    room.press("Ctrl+Return")
    shown = {row.field: [one.code for one in row.problems()] for row in page.card.form.rows}
    assert shown["school"] == ["office.school"]
    assert shown["code"] == ["office.code"]
    assert office(world).code == "01"


def test_a_seal_is_looked_at_before_it_is_proposed(opened: OpenRoom, world: World, tmp_path: Path) -> None:
    room = opened()
    page = room.page("office", OfficePage)
    room.press("Alt+2")
    small, opaque, good = tmp_path / "small.png", tmp_path / "opaque.png", tmp_path / "good.png"
    small.write_bytes(picture(40, "#00000000"))
    opaque.write_bytes(picture(200, "#FFFFFF"))
    good.write_bytes(picture(200, "#00FFFFFF"))
    page.seal._desk = answering(page._desk, small)
    room.press("Ctrl+O")
    assert page.seal.problem.isVisible()
    assert not page.seal.propose.isVisible()
    page.seal._desk = answering(page._desk, opaque)
    room.press("Ctrl+O")
    assert "not transparent" in page.seal.told.text()
    page.seal._desk = answering(page._desk, good)
    room.press("Ctrl+O")
    assert "Its ground is transparent" in page.seal.told.text()
    assert not page.seal.problem.isVisible()
    room.press("Ctrl+Shift+Return")
    [proposal] = world.services.proposals.pending(world.actors["admin"])
    assert world.services.office.seal(world.actors["admin"]) is None
    world.services.proposals.approve(world.actors["everything"], proposal.proposal)
    assert world.services.office.seal(world.actors["admin"]) == good.read_bytes()
    room.bus.announce(frozenset({("reference", "letterhead/office")}))
    room.settle()
    assert not page.seal.now.image.isNull()


def test_what_is_no_picture_is_refused_in_words(opened: OpenRoom, tmp_path: Path) -> None:
    room = opened()
    page = room.page("office", OfficePage)
    room.press("Alt+2")
    fake = tmp_path / "fake.png"
    fake.write_bytes(b"not a picture")
    page.seal._desk = answering(page._desk, fake)
    room.press("Ctrl+O")
    assert page.seal.problem.isVisible()
    fake.write_bytes(b"\0" * 1_200_000)
    room.press("Ctrl+O")
    assert "too large" in page.seal.problem.text() or page.messages.notice is not None


def test_a_device_is_renamed_withdrawn_and_exported(opened: OpenRoom, world: World, tmp_path: Path) -> None:
    second_device(world)
    room = opened()
    page = room.page("devices", DevicesPage)
    assert not page.form.withdraw.isVisible(), "nobody withdraws the device they sit at"
    room.press("Down")
    page.form.name.setFocus()
    room.press("Ctrl+A")
    room.type("Laptop 2")
    room.press("Ctrl+Shift+Return")
    assert [row.name for row in page.register.shown_rows()] == ["counter 1", "Laptop 2"]
    room.press("Ctrl+D")
    assert page.form.warning.isVisible()
    room.rest()
    room.press("Ctrl+D")
    assert page.form.reason_row.problems(), "not without a reason"
    page.form.reason.setFocus()
    room.type("lost on the train")
    room.press("Ctrl+D")
    [_this, other] = world.services.office_records.devices(world.actors["admin"]).devices
    assert (other.name, other.active) == ("Laptop 2", False)
    assert not page.form.withdraw.isVisible()
    target = tmp_path / "devices.xlsx"
    page._desk = answering(page._desk, target)
    room.press("Ctrl+E")
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert sheet.cell(sheet.max_row, 1).value == "Laptop 2"


def test_devices_and_numbers_are_seen_and_allotted(opened: OpenRoom, world: World) -> None:
    second_device(world)
    room = opened()
    page = room.page("devices", DevicesPage)
    names = [row.name for row in page.register.shown_rows()]
    assert names == ["counter 1", "Archive room laptop"]
    left = world.services.office_records.devices(world.actors["admin"]).left
    page.numbers.how_many.setFocus()
    room.press("Ctrl+A")
    room.type("many")
    room.press("Ctrl+Return")
    assert page.numbers.form.row("count").problems()
    room.press("Ctrl+A")
    room.type("200")
    room.press("Ctrl+Return")
    view = world.services.office_records.devices(world.actors["admin"])
    assert view.left == left + 200
    assert not page.numbers.low.isVisible()


def test_few_numbers_are_warned_of(opened: OpenRoom, world: World) -> None:
    for _ in range(3):
        world.register()
    room = opened()
    page = room.page("devices", DevicesPage)
    assert page.numbers.low.isVisible()
    assert page.numbers.left.text() == "47 left this year"


def test_an_administrator_without_the_registry_sees_no_form(opened: OpenRoom, world: World) -> None:
    world.actors["plain"] = replace(
        world.actors["admin"], roles=world.actors["admin"].roles - {"registry_officer"}
    )
    page = opened("plain").page("devices", DevicesPage)
    assert not page.numbers.form.isVisible()


def test_a_paper_goes_to_the_printer_that_is_set_for_it(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("printing", PrintingPage)
    page.register.table.select_id(PaperKind.STATEMENT.value)
    room.press("Return")
    assert page.form.printer.hasFocus()
    room.press("Down", "Down")
    page.form.first.setFocus()
    room.type("000101")
    page.form.last.setFocus()
    room.type("000150")
    room.press("Ctrl+T", "Ctrl+Return")
    [job] = room.printer.jobs
    assert job.printer == "Archive"
    text = pypdfium2.PdfDocument(job.pdf)[0].get_textpage().get_text_bounded()
    assert "Test page" in text
    settings = world.services.office.stationery(world.actors["admin"])
    assert settings.printers["statement"] == PrinterChoice(printer="Archive")
    [blanks] = settings.serials["statement"]
    assert (blanks.first, blanks.last, blanks.next, blanks.digits) == (101, 150, 101, 6)
    room.press("Ctrl+Z")
    assert "statement" not in world.services.office.stationery(world.actors["admin"]).serials


def test_wrong_numbers_of_blanks_stand_under_their_fields(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("printing", PrintingPage)
    page.form.first.setFocus()
    room.type("20")
    room.press("Ctrl+Return")
    assert page.form.row("last").problems()
    page.form.last.setFocus()
    room.type("10")
    room.press("Ctrl+Return")
    assert [one.code for one in page.form.row("last").problems()] == ["stationery.range"]
    assert world.services.office.stationery(world.actors["admin"]).serials == {}


def test_the_lock_is_set_between_its_bounds(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("lock", LockPage)
    room.press("Ctrl+A")
    room.type("600")
    room.press("Ctrl+Return")
    assert [one.code for one in page.form.row("minutes").problems()] == ["lock.minutes"]
    room.press("Ctrl+A")
    room.type("20")
    assert page.note.isVisible(), "that is long"
    room.press("Ctrl+Return")
    assert world.services.keys.lock_minutes(world.actors["admin"]) == 20
    room.press("Ctrl+Z")
    assert world.services.keys.lock_minutes(world.actors["admin"]) == 10


def test_language_and_look_change_at_once_and_are_kept(
    opened: OpenRoom, world: World, qapp: QApplication
) -> None:
    room = opened()
    page = room.page("personal", PersonalPage)
    assert page.language.hasFocus()
    room.press("Up")
    assert current_language(qapp) is Language.CHINESE
    page.look.setFocus()
    room.press("End")
    assert current_look() is Look.DARK
    kept = world.services.settings.chosen(world.actors["admin"])
    assert kept is not None
    assert (kept.language, kept.theme) == ("zh_CN", "dark")


def test_a_passphrase_is_changed_by_who_knows_it(opened: OpenRoom, world: World) -> None:
    room = opened()
    page = room.page("personal", PersonalPage)
    page.old.setFocus()
    for text in ("wrong", NEXT, "other"):
        room.type(text)
        room.press("Return")
    room.press("Ctrl+Return")
    assert [one.code for one in page.form.row("repeated").problems()] == ["passphrase.differs"]
    page.repeated.setText(NEXT)
    room.press("Ctrl+Return")
    assert page.messages.notice is not None or page.form.row("old").problems(), "the old one is wrong"
    page.old.setText(PASSPHRASE)
    room.press("Ctrl+Return")
    keyring = Keyring.open(world.folder / "keyring.json", world.clock, CHEAP)
    world.clock.advance(hours=1)
    assert keyring.unlock("admin", NEXT)
    assert not page.new.text()


def test_a_card_for_another_computer_is_saved(opened: OpenRoom, tmp_path: Path) -> None:
    room = opened()
    page = room.page("personal", PersonalPage)
    target = tmp_path / "my.card"
    page._desk = answering(page._desk, target)
    page.card_secret.setFocus()
    page.card_secret.setText(PASSPHRASE)
    room.press("Ctrl+E")
    assert target.exists()
    assert PASSPHRASE.encode() not in target.read_bytes()
