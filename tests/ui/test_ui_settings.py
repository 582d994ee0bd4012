"""The settings list what a role may open, open it by keys, and speak both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.i18n import Language, tr
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.settings.page import SectionGroup, SettingsPage
from creditbank_desktop.ui.settings.workplace import settings_workplace
from creditbank_desktop.ui.shell.workplaces import SearchHit, Workplace, WorkplacePage
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.theme.icons import Icon
from tests.ui.ui_gallery import EmptyPage

ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


class Asked(WorkplacePage):
    """A section that remembers what it was asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: list[str] = []

    def open_hit(self, hit: SearchHit) -> None:
        self.hits.append(hit.id)


def groups() -> tuple[SectionGroup, ...]:
    return (
        SectionGroup(
            tr("Office"),
            (
                Workplace("people", tr("People"), Icon.USER, EmptyPage, ADMINISTRATOR),
                Workplace(
                    "audit", tr("Audit trail"), Icon.HISTORY, Asked, frozenset({Role.SECURITY_OFFICER})
                ),
            ),
        ),
        SectionGroup(tr("Safety"), (Workplace("health", tr("Health"), Icon.SHIELD, Asked, frozenset()),)),
    )


@pytest.fixture
def page(dress, qapp: QApplication, keep) -> SettingsPage:
    made = SettingsPage(groups(), ADMINISTRATOR)
    keep(made)
    return made


def test_only_what_the_role_may_open_is_listed(page: SettingsPage) -> None:
    assert page.section_keys == ("people", "health")
    everything = settings_workplace(groups(), ADMINISTRATOR)
    assert everything.is_open_to(frozenset({Role.CLERK})), "health is open to everybody"
    some = settings_workplace(groups()[:1], ADMINISTRATOR)
    assert not some.is_open_to(frozenset({Role.CLERK}))
    assert some.is_open_to(frozenset({Role.SECURITY_OFFICER}))


def test_keys_walk_through_the_sections(qtbot, page: SettingsPage) -> None:
    lay_out(page, 1000, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.on_opened()
    assert page.current_key == "people"
    for key in ("health", "people"):
        qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert page.current_key == key
    qtbot.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.current_key == "health"


def test_a_hit_reaches_its_section(page: SettingsPage) -> None:
    page.open_hit(SearchHit("settings", "health:finding", ""))
    section = page.section("health")
    assert isinstance(section, Asked)
    assert section.hits == ["finding"]
    assert page.section("people") is None, "what nobody opened is not made"


@pytest.mark.parametrize("language", list(Language))
def test_the_list_is_whole_in_every_language(dress, qapp: QApplication, keep, language: Language) -> None:
    dress(Look.LIGHT, language)
    page = SettingsPage(groups(), ADMINISTRATOR)
    keep(page)
    lay_out(page, 853, 480)
    page.on_opened()
    lay_out(page, 853, 480)
    assert clipped_words(page) == []
    assert nameless_controls(page) == []


def test_the_list_follows_the_language(dress, qapp: QApplication, keep) -> None:
    dress(Look.LIGHT, Language.ENGLISH)
    page = SettingsPage(groups(), ADMINISTRATOR)
    keep(page)
    dress(Look.LIGHT, Language.CHINESE)
    QApplication.processEvents()
    assert page.list.item(0).text() == str(tr("Office"))
