"""The forms beside the list of backups: where and how long they are kept, and the export of everything.

* ``BackupSettingsForm(choose)``: ``show_settings(settings)``, ``typed()``; ``save``, ``cancel``.
* ``ExportForm(choose)``: ``folder``, ``purpose``, ``secret``, ``encrypted``; ``go``, ``cancel``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.backup_service import MOST_KEPT
from creditbank_desktop.services.views_backup import BackupSettings
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import SecretEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.purpose import PurposePanel
from creditbank_desktop.ui.kit.surfaces import Label, Note
from creditbank_desktop.ui.kit.traits import spoken
from creditbank_desktop.ui.safety.folder_edit import FolderEdit

Choose = Callable[[QWidget, str], str]


class BackupSettingsForm(Form):
    """Where backups go and how long they are kept; named in the module's text."""

    narrow_below_px = 640

    def __init__(self, choose: Choose) -> None:
        """Begin with what holds when nobody decided anything."""
        super().__init__()
        self.folder = FolderEdit(choose, key="Ctrl+O")
        self.automatic = _box(tr("&Back up by itself after the day"))
        self._kept = {"days": TextEdit(), "weeks": TextEdit(), "months": TextEdit()}
        self.save = PrimaryButton(tr("Save"), key="Ctrl+Return")
        self.cancel = SecondaryButton(tr("Cancel"), key="Escape")
        self.add_section(tr("Backup settings"))
        self.add(
            FieldRow(
                tr("Second &folder or stick"),
                self.folder,
                field="folder",
                hint=tr("On another disk than this computer's. Several computers may share it."),
            )
        )
        self.add_widget(self.automatic)
        self.add_widget(
            Label(tr("Of each of the last days, weeks and months the newest stays."), "secondary", wrap=True)
        )
        self.add(
            FieldRow(tr("&Days kept"), self._kept["days"], field="days"),
            FieldRow(tr("&Weeks kept"), self._kept["weeks"], field="weeks"),
            FieldRow(tr("&Months kept"), self._kept["months"], field="months"),
        )
        self.add_side_action(self.cancel)
        self.add_action(self.save)

    def show_settings(self, settings: BackupSettings) -> None:
        """Show what was decided."""
        self.clear_problems()
        self.folder.set_text(settings.folder)
        self.automatic.setChecked(settings.automatic)
        for name, editor in self._kept.items():
            editor.setText(str(getattr(settings, name)))

    def typed(self) -> BackupSettings:
        """Return what was typed; what is no number counts as 0, which the service refuses."""
        kept = {name: _number(editor.text()) for name, editor in self._kept.items()}
        return BackupSettings(self.folder.text(), self.automatic.isChecked(), **kept)


class ExportForm(Form):
    """Folder, purpose and, for one encrypted file, its passphrase; named in the module's text."""

    narrow_below_px = 640

    def __init__(self, choose: Choose) -> None:
        """Begin empty and encrypted."""
        super().__init__()
        self.folder = FolderEdit(choose, key="Ctrl+O")
        self.purpose = PurposePanel(holds_people=False)
        self.encrypted = _box(tr("&Encrypt it into one file (age)"))
        self.encrypted.setChecked(True)
        self.secret, self.again = SecretEdit(), SecretEdit()
        self.warning = Note(
            tr("Not encrypted"), tr("Whoever has the folder can read every name, number and scan in it.")
        )
        self.go = PrimaryButton(tr("Export"), key="Ctrl+Return")
        self.cancel = SecondaryButton(tr("Cancel"), key="Escape")
        self._secrets = (
            FieldRow(tr("Pass&phrase"), self.secret, field="passphrase"),
            FieldRow(tr("Passphrase a&gain"), self.again, field="again"),
        )
        self.add_section(tr("Export everything in open formats"))
        about = tr("All records as JSON Lines, all materials and papers as files, with a text that explains.")
        self.add_widget(Label(about, "secondary", wrap=True))
        for row in (self.purpose.choice_row, self.purpose.words_row):
            row.set_stacked(True)
        self.add_widget(self.purpose)
        self.add(FieldRow(tr("&Folder"), self.folder, field="folder"))
        self.add_widget(self.encrypted)
        self.add(*self._secrets)
        self.add_widget(self.warning)
        self.add_side_action(self.cancel)
        self.add_action(self.go)
        self.encrypted.toggled.connect(self._on_encrypted_toggled)
        self._on_encrypted_toggled(True)

    def begin(self) -> None:
        """Forget the passphrase and the problems of the last time."""
        self.clear_problems()
        self.secret.clear()
        self.again.clear()
        self.purpose.clear()
        self.purpose.choice.setFocus()

    def passphrase(self) -> str:
        """Return the passphrase, "" for an export in the clear."""
        return self.secret.text() if self.encrypted.isChecked() else ""

    def own_problems(self) -> tuple[Problem, ...]:
        """Return what the form by itself finds wrong."""
        if not self.encrypted.isChecked():
            return ()
        if not self.secret.text():
            return (Problem("field.required", "passphrase"),)
        differs = self.secret.text() != self.again.text()
        return (Problem("passphrase.differs", "again"),) if differs else ()

    @Slot(bool)
    def _on_encrypted_toggled(self, encrypted: bool) -> None:
        for row in self._secrets:
            row.setVisible(encrypted)
        self.warning.setVisible(not encrypted)


def _box(words: str) -> QCheckBox:
    box = QCheckBox()
    say(box.setText, words)
    say(box.setAccessibleName, lambda: spoken(again(words)))
    return box


def _number(text: str) -> int:
    stripped = text.strip()
    return min(int(stripped), MOST_KEPT + 1) if stripped.isascii() and stripped.isdecimal() else 0
