"""The dialog for one's own keys: passphrase, card, and for administrators recovery code and lock.

``MyKeysDialog(desk, parent)``. Signals: those of a dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.key_service import (
    LEAST_LOCK_MINUTES,
    LOCK_MINUTES,
    MOST_LOCK_MINUTES,
    KeyService,
)
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_keys import OwnKeys, RecoveryState
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import SecretEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.messages import MessageBar
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.running import ChangeBus, Notice, OperationRunner
from creditbank_desktop.ui.safety.folder_edit import FolderEdit
from creditbank_desktop.ui.theme.colours import Tone

DIALOG_SIZE = (600, 640)


@dataclass(frozen=True, slots=True)
class MyKeysDesk:
    """What the dialog works with; ``sheet`` draws the page for the safe, ``choose`` asks where a file goes,
    ``read`` and ``write`` move bytes.
    """

    keys: KeyService
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    sheet: Callable[[str], bytes]
    read: Callable[[str], bytes]
    write: Callable[[str, bytes], None]
    choose: Callable[[QWidget, str], str]


@dataclass(frozen=True, slots=True)
class _Shown:
    own: OwnKeys
    recovery: RecoveryState | None
    minutes: int


class MyKeysDialog(QDialog):
    """Named in the module's text."""

    def __init__(self, desk: MyKeysDesk, parent: QWidget | None = None) -> None:
        """Read how the person signs in and show it."""
        super().__init__(parent)
        self._desk = desk
        self._code = ""
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        say(self.setWindowTitle, tr("Passphrase and keys"))
        self.messages = MessageBar()
        self.form = Form()
        self.old, self.secret, self.repeated = SecretEdit(), SecretEdit(), SecretEdit()
        self.key_store = QCheckBox()
        say(self.key_store.setText, tr("Also ask the key store of this computer"))
        say(self.key_store.setAccessibleName, tr("Also ask the key store of this computer"))
        self.change = PrimaryButton(tr("Change the passphrase"), key="Ctrl+Return")
        self.save_card = SecondaryButton(tr("Save my card"), key="Ctrl+S")
        self.card_file = FolderEdit(_which_file, tr("Choose a file"), key="Ctrl+O")
        self.card_secret = SecretEdit()
        self.take_card = SecondaryButton(tr("Let this card in"), key="Ctrl+I")
        self.recovery = Label("", "secondary", wrap=True)
        self.renew = SecondaryButton(tr("Make a new recovery code"), key="Ctrl+N")
        self.code = Label("", "title", wrap=True, selectable=True)
        self.save_sheet = SecondaryButton(tr("Save the page for the safe"), key="Ctrl+P")
        self.minutes = TextEdit()
        self.set_minutes = SecondaryButton(tr("Set"), key="Ctrl+M")
        self.close_button = SecondaryButton(tr("Close"), key="Escape")
        self._lay_out()
        self._connect()
        self.resize(*DIALOG_SIZE)
        self._read()

    def show_notice(self, notice: Notice) -> None:
        """Show a sentence above the form."""
        self.messages.show_notice(notice)

    def _lay_out(self) -> None:
        form, actor = self.form, self._desk.actor
        form.add_section(tr("Passphrase"))
        form.add(
            FieldRow(tr("&Present passphrase"), self.old, field="old"),
            FieldRow(
                tr("&New passphrase"),
                self.secret,
                field="passphrase",
                hint=tr("At least 12 characters; a Chinese character counts as two."),
            ),
            FieldRow(tr("&Repeat it"), self.repeated, field="repeated"),
        )
        form.add_widget(self.key_store)
        form.add_widget(_at_left(self.change))
        form.add_section(tr("My card"))
        words = tr(
            "With your card you can sign in on another computer of this office. It opens with your "
            "passphrase, typed above as the present one."
        )
        form.add_widget(Label(words, "secondary", wrap=True))
        form.add_widget(_at_left(self.save_card))
        form.add_section(tr("Card of a colleague"))
        form.add(
            FieldRow(tr("&Card"), self.card_file, field="card"),
            FieldRow(tr("&Their passphrase"), self.card_secret, field="card_passphrase"),
        )
        form.add_widget(_at_left(self.take_card))
        if may(actor, "KeyService.renew_recovery"):
            form.add_section(tr("Recovery code"))
            for widget in (self.recovery, _at_left(self.renew), self.code, _at_left(self.save_sheet)):
                form.add_widget(widget)
            self.code.hide()
            self.save_sheet.hide()
        if may(actor, "KeyService.set_lock_minutes"):
            form.add_section(tr("Lock"))
            form.add(
                FieldRow(
                    tr("&Minutes without input"),
                    self.minutes,
                    field="minutes",
                    hint=tr("After them the window locks; sync and backup go on."),
                )
            )
            form.add_widget(_at_left(self.set_minutes))
        form.add_action(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.messages)
        layout.addWidget(form, 1)

    def _connect(self) -> None:
        self.change.clicked.connect(self._on_change_clicked)
        self.save_card.clicked.connect(self._on_save_card_clicked)
        self.take_card.clicked.connect(self._on_take_card_clicked)
        self.renew.clicked.connect(self._on_renew_clicked)
        self.save_sheet.clicked.connect(self._on_save_sheet_clicked)
        self.set_minutes.clicked.connect(self._on_set_minutes_clicked)
        self.close_button.clicked.connect(self.accept)

    def _read(self) -> None:
        keys, actor = self._desk.keys, self._desk.actor

        def work() -> _Shown:
            knows = may(actor, "KeyService.recovery_state")
            recovery = keys.recovery_state(actor) if knows else None
            return _Shown(keys.mine(actor), recovery, keys.lock_minutes(actor))

        self._desk.runner.run(work, self._show, owner=self)

    def _show(self, shown: _Shown) -> None:
        own = shown.own
        self.key_store.setChecked(own.asks_key_store)
        self.key_store.setEnabled(own.key_store or own.asks_key_store)
        none = tr("This computer has no key store that could be used.")
        say(self.key_store.setToolTip, "" if own.key_store else none)
        self.minutes.setText(str(shown.minutes))
        if shown.recovery is not None:
            self._show_recovery(shown.recovery)
        self.old.setFocus()

    def _show_recovery(self, state: RecoveryState) -> None:
        signs = (
            tr("The recovery code in the safe gives anybody here a new passphrase.")
            if state.code_signs
            else tr("The recovery code in the safe needs an administrator's help. Make a new one.")
        )
        held = (
            tr("The organisation can help as well (key {key}).").format(key=state.escrow_key)
            if state.escrow_key
            else tr("No escrow copy: the server has not told a recovery key yet.")
        )
        self.recovery.set_words(signs + " " + held)

    @Slot()
    def _on_change_clicked(self) -> None:
        found = _missing((self.old, "old"), (self.secret, "passphrase"), (self.repeated, "repeated"))
        if self.repeated.text() and self.repeated.text() != self.secret.text():
            found.append(Problem("passphrase.differs", "repeated"))
        keys, actor = self._desk.keys, self._desk.actor
        old, new = self.old.text(), self.secret.text()
        asks = self.key_store.isChecked() if self.key_store.isEnabled() else None
        self._run(
            found,
            lambda: keys.change_passphrase(actor, old, new, asks),
            tr("The passphrase was changed."),
            "old",
        )

    @Slot()
    def _on_save_card_clicked(self) -> None:
        desk, passphrase = self._desk, self.old.text()
        found = _missing((self.old, "old"))
        path = "" if found else desk.choose(self, f"{desk.actor.name}.card.json")
        if not found and not path:
            return
        done = tr("The card was saved. Carry it yourself.")
        self._run(found, lambda: desk.write(path, desk.keys.export_card(desk.actor, passphrase)), done, "old")

    @Slot()
    def _on_take_card_clicked(self) -> None:
        desk, path, passphrase = self._desk, self.card_file.text(), self.card_secret.text()
        found = _missing((self.card_file, "card"), (self.card_secret, "card_passphrase"))
        done = tr("The holder of the card can sign in here now.")
        self._run(
            found,
            lambda: desk.keys.import_card(desk.actor, desk.read(path), passphrase),
            done,
            "card_passphrase",
        )

    @Slot()
    def _on_renew_clicked(self) -> None:
        keys, actor = self._desk.keys, self._desk.actor
        self._desk.runner.run(
            lambda: keys.renew_recovery(actor), self._on_renewed, owner=self, busy=self.renew
        )

    def _on_renewed(self, made: OpResult[str]) -> None:
        self._desk.bus.announce(made.changes)
        self._code = made.value
        plain = made.value.replace("-", " ")
        self.code.setText(plain)
        say(self.code.setAccessibleName, tr("Recovery code"))
        self.code.show()
        self.save_sheet.show()
        self.save_sheet.setFocus()
        words = tr(
            "The old code opens nothing any more. Print the page, put it into the safe, delete the file."
        )
        self.show_notice(Notice(words, Tone.WARNING))
        self._read()

    @Slot()
    def _on_save_sheet_clicked(self) -> None:
        desk, code = self._desk, self._code
        path = desk.choose(self, "recovery-code.pdf")
        if path:
            done = tr("The page was saved. Print it, put it into the safe, delete the file.")
            self._run([], lambda: desk.write(path, desk.sheet(code)), done, "")

    @Slot()
    def _on_set_minutes_clicked(self) -> None:
        keys, actor, text = self._desk.keys, self._desk.actor, self.minutes.text().strip()
        sound = text.isascii() and text.isdigit()
        params = {"least": LEAST_LOCK_MINUTES, "most": MOST_LOCK_MINUTES}
        found = [] if sound else [Problem("lock.minutes", "minutes", params)]
        minutes = int(text) if sound else LOCK_MINUTES
        self._run(found, lambda: keys.set_lock_minutes(actor, minutes), tr("Saved."), "minutes")

    def _run(self, found: list[Problem], work: Callable[[], object], done: str, field: str) -> None:
        """Do ``work`` unless something is missing; a refusal belongs under ``field``."""
        self.form.show_problems(found)
        if found:
            return

        def succeeded(outcome: object) -> None:
            for editor in (self.old, self.secret, self.repeated, self.card_secret):
                editor.clear()
            if isinstance(outcome, OpResult):
                self._desk.bus.announce(outcome.changes)
            self.show_notice(Notice(done, Tone.SUCCESS))
            self._read()

        def refused(failure: Refused) -> None:
            self.form.show_problems((Problem(failure.code, field, failure.params),))

        def problems(failure: Problems) -> None:
            self.form.show_problems(failure.problems)

        self._desk.runner.run(work, succeeded, owner=self, on_problems=problems, on_refused=refused)


def _at_left(button: QWidget) -> QWidget:
    """Return a line with ``button`` as wide as it wants to be."""
    line = QWidget()
    line.setProperty("ground", "none")
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(button)
    across.addStretch(1)
    return line


def _missing(*editors: tuple[SecretEdit | FolderEdit, str]) -> list[Problem]:
    return [Problem("field.required", name) for editor, name in editors if not editor.text()]


def _which_file(parent: QWidget, present: str) -> str:
    return QFileDialog.getOpenFileName(parent, tr("Choose a file"), present)[0]


def where_to(parent: QWidget, name: str) -> str:
    """Let the user say where a file goes; "" when the dialog is closed without."""
    return QFileDialog.getSaveFileName(parent, tr("Save"), name)[0]
