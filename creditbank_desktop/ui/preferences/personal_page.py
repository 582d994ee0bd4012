"""What a person sets for themselves: language, look, passphrase, and their card for another computer.

``PersonalPage(desk, deeds)``. Language and look change at once and are remembered for this person.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_keys import OwnKeys
from creditbank_desktop.services.views_ledger import Preferences
from creditbank_desktop.ui.i18n import Language, current_language, mark, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import SecretEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Card, Facts, Label, UprightArea
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.appearance import current_look, system_look
from creditbank_desktop.ui.theme.colours import Look, Tone
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.names import word_role

SYSTEM = "system"
LOOKS = {SYSTEM: mark("As the computer has it"), "light": mark("Light"), "dark": mark("Dark")}
CARD_KIND = "Card (*.card)"


class PersonalPage(WorkplacePage):
    """Look, language and passphrase; named in the module's text."""

    def __init__(self, desk: SettingsDesk, deeds: AppearanceDeeds) -> None:
        """Begin with what is in force."""
        super().__init__()
        self._desk = desk
        self._deeds = deeds
        self._kept = Preferences()
        self.language: ChoiceCombo[str] = ChoiceCombo()
        self.look: ChoiceCombo[str] = ChoiceCombo()
        self.facts = Facts()
        self.old, self.new, self.repeated = SecretEdit(), SecretEdit(), SecretEdit()
        self.form = Form()
        self.change = PrimaryButton(tr("Change the passphrase"), key="Ctrl+Return")
        self.card_form = Form()
        self.card_secret = SecretEdit()
        self.card = SecondaryButton(tr("Save my card"), key="Ctrl+E", icon=Icon.KEY)
        self._lay_out()
        self._connect()

    def on_opened(self) -> None:
        """Read what was chosen and go to the language."""
        services, actor = self._desk.services, self._desk.actor

        def work() -> tuple[Preferences, OwnKeys]:
            return services.settings.preferences(actor), services.keys.mine(actor)

        self._desk.runner.run(work, self._show, owner=self)
        self.language.setFocus()

    def _lay_out(self) -> None:
        # A language is named in itself, so that whoever is lost in the other one finds it.
        self.language.set_choices([Choice("zh_CN", "简体中文"), Choice("en", "English")])
        self.look.set_choices([Choice(key, tr(words)) for key, words in LOOKS.items()])
        look = Card(tr("How the program looks"))
        looks = Form()
        looks.setMinimumHeight(118)
        looks.add(
            FieldRow(tr("&Language"), self.language, field="language"),
            FieldRow(tr("Loo&k"), self.look, field="theme"),
        )
        told = Label(tr("Both change at once, and come back whenever you sign in."), "small", wrap=True)
        looks.add_widget(told)
        look.body.addWidget(looks)
        me = Card(tr("You"))
        me.body.addWidget(self.facts)
        me.body.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(look)
        left.addWidget(me, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._passphrase_card(), 3)
        right.addWidget(self._card_card(), 2)
        across = QHBoxLayout()
        across.setSpacing(12)
        for column in (left, right):
            holder = QWidget()
            holder.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            holder.setMinimumWidth(290)
            across.addWidget(holder, 1)
        inner = QWidget()
        inner.setProperty("ground", "none")
        across.setContentsMargins(0, 0, 0, 0)
        inner.setLayout(across)
        self.body.addWidget(UprightArea(inner), 1)

    def _passphrase_card(self) -> Card:
        card = Card(tr("Passphrase"))
        self.form.narrow_below_px = 640
        self.form.setMinimumHeight(300)
        self.form.add(
            FieldRow(tr("&Present passphrase"), self.old, field="old", required=True),
            FieldRow(
                tr("&New passphrase"),
                self.new,
                field="passphrase",
                required=True,
                hint=tr("Several unrelated words are easy to keep in mind and hard to guess."),
            ),
            FieldRow(tr("New one a&gain"), self.repeated, field="repeated", required=True),
        )
        self.form.add_action(self.change)
        card.body.addWidget(self.form)
        return card

    def _card_card(self) -> Card:
        card = Card(tr("Another computer of the office"))
        sentence = tr("Your card lets you sign in there with the same passphrase. Keep it like a key.")
        self.card_form.narrow_below_px = 640
        self.card_form.setMinimumHeight(180)
        self.card_form.add_widget(Label(sentence, "secondary", wrap=True))
        self.card_form.add(
            FieldRow(tr("Your passphra&se"), self.card_secret, field="passphrase", required=True)
        )
        self.card_form.add_action(self.card)
        card.body.addWidget(self.card_form)
        return card

    def _connect(self) -> None:
        self.language.edited.connect(self._on_language_edited)
        self.look.edited.connect(self._on_look_edited)
        self.change.clicked.connect(self._on_change_clicked)
        self.card.clicked.connect(self._on_card_clicked)
        self.shortcuts.add_button(self.change, hint=True)
        self.shortcuts.add_button(self.card, hint=True)

    def _show(self, found: tuple[Preferences, OwnKeys]) -> None:
        self._kept, own = found
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.language.set_value(current_language(app).value)
        in_force = self._kept.theme
        look = system_look() if in_force == SYSTEM else in_force
        self.look.set_value(in_force if current_look().value == look else current_look().value)
        roles = self._desk.actor.roles
        self.facts.set_facts(
            (
                (tr("Name"), own.name or self._desk.actor.name),
                (tr("Sign-in name"), own.login),
                (tr("Roles"), " · ".join(str(word_role(role)) for role in sorted(roles))),
            )
        )

    @Slot()
    def _on_language_edited(self) -> None:
        value = self.language.value()
        if value is not None:
            self._keep(replace(self._kept, language=value))
            self._deeds.switch_language(Language(value))

    @Slot()
    def _on_look_edited(self) -> None:
        value = self.look.value()
        if value is not None:
            self._keep(replace(self._kept, theme=value))
            self._deeds.switch_look(system_look() if value == SYSTEM else Look(value))

    def _keep(self, preferences: Preferences) -> None:
        settings, actor = self._desk.services.settings, self._desk.actor
        self._kept = preferences

        def done(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)
            self.noted.emit(tr("Remembered."))

        self._desk.runner.run(lambda: settings.save(actor, preferences), done, owner=self)

    @Slot()
    def _on_change_clicked(self) -> None:
        found = list(self.form.check())
        if not found and self.new.text() != self.repeated.text():
            found.append(Problem("passphrase.differs", "repeated"))
        if found:
            self.form.show_problems(found)
            return
        keys, actor, old, new = self._desk.services.keys, self._desk.actor, self.old.text(), self.new.text()

        def done(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)
            for editor in (self.old, self.new, self.repeated):
                editor.clear()
            told = tr("The passphrase was changed. The old one opens nothing any more.")
            self.messages.show_notice(Notice(told, Tone.SUCCESS))

        self._desk.runner.run(
            lambda: keys.change_passphrase(actor, old, new), done, owner=self.form, busy=self.change
        )

    @Slot()
    def _on_card_clicked(self) -> None:
        if self.card_form.check():
            return
        desk, secret = self._desk, self.card_secret.text()
        name = f"{self._desk.actor.name}.card"
        path = desk.choose_save(self, name, CARD_KIND)
        if not path:
            return

        def work() -> str:
            desk.write_file(path, desk.services.keys.export_card(desk.actor, secret))
            return path

        def done(written: str) -> None:
            self.card_secret.clear()
            told = tr("Your card was saved: {path}").format(path=written)
            self.messages.show_notice(Notice(told, Tone.SUCCESS))

        desk.runner.run(work, done, owner=self.card_form, busy=self.card)
