"""Administrators keep people and their roles by keys alone, on a real store and keyring."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import ACT_RULES, KEPT_APART
from creditbank_desktop.ui.people.page import PeoplePage
from creditbank_desktop.ui.wording.failures import word_problem
from creditbank_desktop.ui.wording.role_words import ROLE_DUTIES, ROLE_GROUPS, kept_apart
from creditbank_desktop.vault.keyring import Keyring
from creditbank_desktop.vault.person_card import PersonCard, write_card
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import CHEAP, PASSPHRASE, World
from tests.ui.settings_hands import answering
from tests.ui.settings_rooms import SettingsRoom

pytestmark = pytest.mark.usefixtures("dress")
Opened = tuple[SettingsRoom, PeoplePage]
FIRST = "seven plums under snow"
COMES_BACK = "grey heron by the weir"
SET_ANEW = "paper boat on cold tea"


@pytest.fixture
def opened(qtbot, qapp: QApplication, world: World, runner, keep) -> Callable[..., Opened]:
    def make(who: str = "admin") -> Opened:
        room = SettingsRoom(world, runner, who)
        window = room.window(qapp)
        keep(window)
        with qtbot.waitActive(window):
            window.show()
        return room, room.page("people", PeoplePage)

    return make


def person(world: World, login: str):
    found = world.store.read(lambda reader: reader.person_by_login(login))
    assert found is not None
    return found


def unlock(world: World, login: str, passphrase: str):
    return Keyring.open(world.folder / "keyring.json", world.clock, CHEAP).unlock(login, passphrase)


def select(room: SettingsRoom, page: PeoplePage, login: str) -> None:
    page.register.table.select_id(person(room.world, login).person)
    page.register.table.setFocus()
    room.settle()


def test_a_person_is_added_and_can_sign_in(opened, world: World) -> None:
    room, page = opened()
    room.press("Ctrl+N")
    for text in ("li.min", "李敏", FIRST, FIRST):
        room.type(text)
        room.press("Return")
    # The first role is the clerk's; two further down are the printing staff's.
    assert page.form.roles.boxes[Role.CLERK].hasFocus()
    room.press("Space", "Down", "Down", "Space", "Ctrl+Return")
    added = person(world, "li.min")
    assert added.name == "李敏"
    assert set(added.roles) == {Role.CLERK, Role.PRINTING_STAFF}
    assert unlock(world, "li.min", FIRST).person_id == added.person
    assert page.register.table.selected_id() == added.person
    assert page.register.table.hasFocus()
    assert page.messages.notice is not None


def test_everything_wrong_is_said_at_once_and_nothing_is_lost(opened, world: World) -> None:
    room, page = opened()
    room.press("Ctrl+N", "Ctrl+Return")
    assert {row.field for row in page.form.rows if row.problems()} == {
        "login",
        "name",
        "passphrase",
        "again",
        "roles",
    }
    for text in ("clerk", "李敏", FIRST, FIRST):
        page.form.row("login").editor.setFocus() if text == "clerk" else None
        room.type(text)
        room.press("Return")
    room.press("Space", "Ctrl+Return")
    [problem] = page.form.row("login").problems()
    assert problem.code == "person.login_taken"
    assert page.form.name.text() == "李敏"
    room.press("Escape")
    assert page.register.table.hasFocus()


def test_roles_are_changed_and_taken_back(opened, world: World) -> None:
    room, page = opened()
    select(room, page, "archivist")
    room.press("Return")
    assert page.form.roles.boxes[Role.CLERK].hasFocus()
    room.press("Space", "Ctrl+Return")
    assert set(person(world, "archivist").roles) == {Role.ARCHIVIST, Role.CLERK}
    assert "管理员" in page.form.change.text()
    room.press("Ctrl+Z")
    assert set(person(world, "archivist").roles) == {Role.ARCHIVIST}


def test_a_name_is_changed_for_a_reason_and_the_old_one_is_remembered(opened, world: World) -> None:
    room, page = opened()
    clerk = world.actors["clerk"]
    before = clerk.name
    application = world.submit(world.form(world.register()))
    printed = world.services.issuing.receipt(clerk, application).value
    page.refresh(clerk.person)
    room.settle()
    assert not page.form.reason.isVisible()
    page.form.name.setFocus()
    room.press("Ctrl+A")
    room.type("欧阳静")
    assert page.form.reason.isVisible()
    room.press("Ctrl+Return")
    assert page.form.row("reason").problems(), "no name without a reason"
    page.form.reason.setFocus()
    room.type("结婚改姓")
    room.press("Ctrl+Return")
    rows = {row.person: row.name for row in world.services.identity.office(clerk).people}
    assert rows[clerk.person] == "欧阳静"
    [change] = world.services.office_records.staff_standing(world.actors["admin"]).names[clerk.person]
    assert (change.before, change.name, change.reason) == (before, "欧阳静", "结婚改姓")
    assert world.services.issuing.pdf(clerk, printed.paper.paper) == printed.pdf
    page.register.search.setFocus()
    room.type(before)
    assert [row.person.person for row in page.register.shown_rows()] == [clerk.person], (
        "found by the old name"
    )


def test_the_login_window_follows_a_name_that_changed_elsewhere(world: World) -> None:
    admin = world.actors["admin"]
    enrolment = world.room.enrolment
    enrolment.rename(admin.person, "别处的旧名")
    assert enrolment.names()[admin.person] == "别处的旧名"
    world.services.keys.tidy(admin)
    assert enrolment.names()[admin.person] == admin.name


def test_the_last_administrator_stays(opened, world: World) -> None:
    for login in ("everything",):
        world.services.identity.change_roles(
            world.actors["admin"], person(world, login).person, frozenset({Role.CLERK})
        )
    room, page = opened()
    select(room, page, "admin")
    room.press("Ctrl+D", "Ctrl+Return")
    assert person(world, "admin").active
    notice = page.messages.notice
    assert notice is not None
    assert "last administrator" in notice.text


def test_whoever_leaves_loses_the_key_and_comes_back_with_a_new_passphrase(opened, world: World) -> None:
    room, page = opened()
    select(room, page, "panel")
    room.press("Ctrl+D")
    assert person(world, "panel").active, "it is asked first"
    room.press("Escape")
    assert person(world, "panel").active
    room.press("Ctrl+D", "Ctrl+Return")
    assert not person(world, "panel").active
    with pytest.raises(Exception, match=r"unknown_person|wrong_passphrase"):
        unlock(world, "panel", PASSPHRASE)
    select(room, page, "panel")
    room.press("Ctrl+D")
    for text in (COMES_BACK,) * 2:
        room.type(text)
        room.press("Return")
    room.press("Ctrl+Return")
    assert person(world, "panel").active
    assert unlock(world, "panel", COMES_BACK).person_id == person(world, "panel").person


def test_a_forgotten_passphrase_is_set_anew(opened, world: World) -> None:
    room, page = opened()
    select(room, page, "clerk")
    room.press("Ctrl+P")
    for text in (SET_ANEW, "other"):
        room.type(text)
        room.press("Return")
    room.press("Ctrl+Return")
    assert [problem.code for problem in page.question.row("again").problems()] == ["passphrase.differs"]
    page.question.again.clear()
    page.question.again.setFocus()
    room.type(SET_ANEW)
    room.press("Ctrl+Return")
    assert unlock(world, "clerk", SET_ANEW)
    assert not page.question.first.text(), "what was typed is forgotten"


def test_the_search_looks_at_names_logins_and_roles(opened) -> None:
    room, page = opened()
    room.press("Ctrl+F")
    room.type("archiv")
    page.register.search.searched.emit("archiv")
    assert {row.person.login for row in page.register.shown_rows()} == {"archivist", "everything"}
    room.press("Escape")
    page.register.search.searched.emit("")
    assert len(page.register.shown_rows()) > 5
    assert all(row.person.login != "server" for row in page.register.shown_rows()), "the server is no staff"


def test_the_list_is_exported_for_a_purpose(opened, world: World, tmp_path: Path) -> None:
    target = tmp_path / "people.xlsx"
    room, page = opened()
    page.ways._desk = answering(page.ways._desk, target)
    room.press("Ctrl+E", "Ctrl+Return")
    assert page.exporting.purpose.choice_row.problems(), "nothing leaves without a purpose"
    assert not target.exists()
    page.exporting.purpose.choice.set_value("audit")
    page.exporting.purpose.choice.setFocus()
    room.press("Ctrl+Return")
    texts = zipfile.ZipFile(io.BytesIO(target.read_bytes())).read("xl/sharedStrings.xml").decode()
    assert "archivist" in texts
    assert "server" not in texts
    trail = world.store.read(lambda reader: reader.audit_rows(limit=5))
    assert any(line.action == "export.made" and "audit" in line.detail for line in trail)


def test_somebody_from_another_computer_is_let_in_by_their_card(opened, world: World, tmp_path: Path) -> None:
    keyring = Keyring.open(world.folder / "keyring.json", world.clock, CHEAP)
    clerk = keyring.unlock("clerk", PASSPHRASE)
    mine = PersonCard(person(world, "clerk").person, "clerk", "Clerk", clerk.signer.seed)
    target = tmp_path / "clerk.card.json"
    target.write_bytes(write_card(mine, PASSPHRASE, CHEAP))
    room, page = opened()
    world.room.enrolment.withdraw(person(world, "clerk").person)
    page.carding._desk = answering(page.carding._desk, target)
    room.press("Ctrl+I", "Ctrl+Return")
    wrong = {row.field: [one.code for one in row.problems()] for row in page.carding.rows}
    assert wrong == {"card": ["field.empty"], "passphrase": ["field.empty"]}
    room.press("Ctrl+O", "Tab")
    assert page.carding.card.text() == str(target)
    page.carding.secret.setFocus()
    room.type("not this one")
    room.press("Ctrl+Return")
    assert [one.code for one in page.carding.row("passphrase").problems()] == ["identity.wrong_passphrase"]
    room.press("Ctrl+A")
    page.carding.secret.setText(PASSPHRASE)  # no key of this keyboard types it
    room.press("Ctrl+Return")
    assert unlock(world, "clerk", PASSPHRASE).signer.public_key == clerk.signer.public_key
    assert not page.carding.secret.text(), "what was typed is forgotten"
    chosen = page.register.table.selected()
    assert chosen is not None
    assert chosen.person.login == "clerk"


def test_what_is_no_card_is_said_under_the_card(opened, tmp_path: Path) -> None:
    target = tmp_path / "photo.json"
    target.write_bytes(b"{}")
    room, page = opened()
    room.press("Ctrl+I")
    page.carding.card.set_text(str(target))
    page.carding.secret.setFocus()
    room.type("whatever")
    room.press("Ctrl+Return")
    assert [one.code for one in page.carding.row("card").problems()] == ["person_card.foreign"]
    page.carding.card.set_text(str(tmp_path / "nowhere.json"))
    room.press("Ctrl+Return")
    assert [one.code for one in page.carding.row("card").problems()] == ["file.unreadable"]
    assert "file.unreadable" not in word_problem(page.carding.row("card").problems()[0])
    room.press("Escape")
    assert page.register.table.hasFocus()


def test_every_role_has_its_duty_and_its_place() -> None:
    staff = set(Role) - {Role.CENTRAL_SERVER}
    assert set(ROLE_DUTIES) == staff
    listed = [role for _title, roles in ROLE_GROUPS for role in roles]
    assert sorted(listed) == sorted(staff)


def test_what_is_said_to_be_kept_apart_is_what_the_guard_keeps_apart(dress) -> None:
    server = {Role.CENTRAL_SERVER}
    guarded = {
        frozenset({first, second})
        for act, earlier in KEPT_APART.items()
        for before in earlier
        for first in ACT_RULES[act].roles - server
        for second in ACT_RULES[before].roles - server
        if first is not second
    }
    guarded.add(frozenset({Role.RULE_AUTHOR, Role.RULE_APPROVER}))
    staff = [role for role in Role if role is not Role.CENTRAL_SERVER]
    told = {
        frozenset({first, second})
        for place, first in enumerate(staff)
        for second in staff[place + 1 :]
        if kept_apart((first, second))
    }
    assert told == guarded
