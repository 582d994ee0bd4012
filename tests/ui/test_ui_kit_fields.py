"""Fields answer in words, keys do all the work, and screen readers hear names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.failures import Problem, Severity
from creditbank_desktop.ui.i18n import Language, switch_language, tr
from creditbank_desktop.ui.kit.buttons import IconButton, PrimaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo, KeyedChoice
from creditbank_desktop.ui.kit.editors import (
    CreditsEdit,
    DateEdit,
    SearchBox,
    SecretEdit,
    TextEdit,
    parse_typed_date,
)
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.kit.surfaces import Card
from creditbank_desktop.ui.kit.traits import key_text, spoken
from creditbank_desktop.ui.theme.icons import Icon
from tests.ui.ui_gallery import CATALOGUES

pytestmark = pytest.mark.usefixtures("dress")


@pytest.mark.parametrize("text", ["2026-03-15", "20260315", "2026/3/15", " 2026.03.15 ", "2026年3月15日"])
def test_a_date_is_typed_in_many_ways(text: str) -> None:
    assert parse_typed_date(text) == date(2026, 3, 15)


@pytest.mark.parametrize("text", ["", "2026-02-30", "15.3.2026", "2026031", "abc"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_typed_date(text) is None


def test_the_date_is_written_out_and_moves_by_a_day(qtbot) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, "20251231")
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.text() == "2026-01-01"
    edit.setText("31.12.2025")
    problem = edit.own_problem()
    assert problem is not None
    assert problem.code == "date.invalid"


def test_credits_move_by_steps_and_never_below_zero(qtbot) -> None:
    edit = CreditsEdit()
    qtbot.addWidget(edit)
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.credits() == Decimal("0.5")
    qtbot.keyClick(edit, Qt.Key.Key_PageUp)
    assert edit.text() == "1.5"
    for _ in range(5):
        qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert edit.credits() == Decimal("0")
    edit.setText("2.3")
    assert edit.credits() is None
    problem = edit.own_problem()
    assert problem is not None
    assert problem.code == "credits.step"


def test_problems_stand_under_their_field_and_go_when_it_is_edited(qtbot) -> None:
    row = FieldRow("&Name", TextEdit(), field="name")
    qtbot.addWidget(row)
    row.show_problems((Problem("name.empty", "name"), Problem("name.digit", "name")))
    assert len(row.problems()) == 2
    assert row.editor.property("problem") == "error"
    assert "Enter the name." in row.editor.accessibleDescription()
    qtbot.keyClicks(row.editor, "x")
    assert row.problems() == ()
    assert row.editor.accessibleDescription() == ""


def test_a_warning_can_be_confirmed_and_stays_confirmed(qtbot) -> None:
    form = Form()
    qtbot.addWidget(form)
    row = FieldRow("&Number", TextEdit(), field="number")
    form.add(row)
    warning = Problem("certificate_number.shape", "number", {"length": 21}, Severity.WARNING)
    form.show_problems((warning,))
    assert form.unconfirmed() == (warning,)
    row._lines[0].box.click()
    form.show_problems((warning,))
    assert form.unconfirmed() == ()
    assert form.confirmed() == frozenset({("number", "certificate_number.shape")})


def test_a_form_shows_all_problems_at_once_and_goes_to_the_first(qtbot) -> None:
    form = Form()
    qtbot.addWidget(form)
    first, second = TextEdit(), TextEdit()
    form.add(
        FieldRow("&A", first, field="a", required=True), FieldRow("&B", second, field="b", required=True)
    )
    with qtbot.waitExposed(form):
        form.show()
    second.setFocus()
    found = form.check()
    assert [problem.field for problem in found] == ["a", "b"]
    assert form.focusWidget() is first
    rest = form.show_problems((Problem("name.empty", "b.inner"), Problem("name.empty", "z")))
    assert [problem.field for problem in rest] == ["z"]
    assert form.row("b").problems()[0].field == "b.inner"


def test_enter_goes_to_the_next_field(qtbot) -> None:
    form = Form()
    qtbot.addWidget(form)
    first, second = TextEdit(), TextEdit()
    form.add(FieldRow("&A", first), FieldRow("&B", second))
    with qtbot.waitExposed(form):
        form.show()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert form.focusWidget() is second


def test_a_name_is_spoken_without_its_mnemonic() -> None:
    assert spoken("认定学分(&C)") == "认定学分"
    assert spoken("认定学分（&C）") == "认定学分"
    assert spoken("&Save && close") == "Save & close"


def test_accessible_names_follow_the_language(qtbot, qapp: QApplication) -> None:
    row = FieldRow(tr("&Passphrase"), SecretEdit())
    button = IconButton(Icon.X, tr("Close"))
    for widget in (row, button):
        qtbot.addWidget(widget)
        widget.show()
    assert (row.editor.accessibleName(), button.accessibleName()) == ("Passphrase", "Close")
    switch_language(qapp, Language.CHINESE, CATALOGUES)
    assert (row.editor.accessibleName(), button.accessibleName()) == ("口令", "关闭")
    assert row.label.text() == "口令(&P)"


def test_a_button_works_by_its_key_and_not_while_it_is_disabled(qtbot) -> None:
    card = Card()
    qtbot.addWidget(card)
    button = PrimaryButton("Save", key="Ctrl+Return")
    card.body.addWidget(button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    with qtbot.waitActive(card):
        card.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(card, key, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 2
    button.setEnabled(False)
    qtbot.keyClick(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 2


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("Ctrl+Return", "Ctrl ↵"), ("J / K", "J / K"), ("+", "+"), ("Alt+Right", "Alt →"), ("F2", "F2")],
)
def test_keys_are_printed_alike_in_every_language(
    keys: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert key_text(keys) == shown


def test_a_combo_keeps_its_value_when_choices_or_language_change(qtbot, qapp: QApplication) -> None:
    combo = ChoiceCombo[str]()
    qtbot.addWidget(combo)
    combo.set_choices([Choice("a", tr("Search")), Choice("b", tr("Lock"))])
    combo.set_value("b")
    combo.show()
    switch_language(qapp, Language.CHINESE, CATALOGUES)
    assert (combo.value(), combo.currentText()) == ("b", "锁定")
    combo.set_choices([Choice("b", tr("Lock")), Choice("c", tr("User"))])
    assert combo.value() == "b"
    combo.set_choices([Choice("c", tr("User"))])
    assert combo.value() is None


def test_a_searchable_combo_takes_any_part_of_the_words(qtbot) -> None:
    combo = ChoiceCombo[int](searchable=True)
    qtbot.addWidget(combo)
    combo.set_choices([Choice(1, "BZ2031 电子商务基础"), Choice(2, "BZ2032 网店运营")])
    line = combo.lineEdit()
    assert line is not None
    edited: list[int] = []
    combo.edited.connect(lambda: edited.append(1))
    line.setText("网店")
    line.editingFinished.emit()
    assert (combo.value(), edited) == (2, [1])
    line.setText("nonsense")
    line.editingFinished.emit()
    assert (combo.value(), line.text()) == (2, "BZ2032 网店运营")


def test_a_choice_is_made_by_its_key(qtbot) -> None:
    card = Card()
    qtbot.addWidget(card)
    choice = KeyedChoice([Choice("yes", "Recognise", "1"), Choice("no", "Refuse", "2")])
    card.body.addWidget(choice)
    with qtbot.waitActive(card):
        card.show()
    qtbot.keyClick(card, Qt.Key.Key_2)
    assert choice.value() == "no"
    choice.set_value(None)
    assert choice.is_empty()


def test_the_search_box_waits_for_the_last_key_but_not_for_enter(qtbot) -> None:
    box = SearchBox(tr("Search"))
    qtbot.addWidget(box)
    searched, submitted = list[str](), list[str]()
    box.searched.connect(searched.append)
    box.submitted.connect(submitted.append)
    qtbot.keyClicks(box, "zyt")
    assert searched == []
    qtbot.waitUntil(lambda: searched == ["zyt"])
    qtbot.keyClicks(box, "1")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert submitted == ["zyt1"]


def test_panes_give_way_and_come_back(qtbot) -> None:
    cards = [Card("One"), Card("Two"), Card("Three")]
    panes = Panes([Pane(name, card, 300) for name, card in zip(("One", "Two", "Three"), cards, strict=True)])
    qtbot.addWidget(panes)
    panes.resize(1000, 300)
    panes.show()
    assert panes.is_whole
    panes.resize(640, 300)
    assert [card.isVisible() for card in cards] == [False, True, True]
    panes.bring(0)
    assert [card.isVisible() for card in cards] == [True, False, True]
    panes.resize(1000, 300)
    assert panes.is_whole
