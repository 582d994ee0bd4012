"""The page for a forgotten passphrase: recovery code or unlock file, and a new passphrase.

``RecoverPage(desk, runner)``: ``begin(login="")`` empties it. Signals: ``recovered(object)`` with the
session, ``left()`` when it was given up.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.ui.i18n import mark, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import SecretEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.login.desk import LoginDesk, RecoverRequest
from creditbank_desktop.ui.running import Notice, OperationRunner
from creditbank_desktop.ui.safety.folder_edit import FolderEdit
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_problem

CODE, UNLOCK_FILE = "code", "unlock_file"
_WAYS = (
    (CODE, mark("Recovery code from the safe")),
    (UNLOCK_FILE, mark("Unlock file from the organisation")),
)
_FIELD_OF = {
    "identity.wrong_recovery_code": "recovery_code",
    "identity.wrong_unlock_code": "recovery_code",
    "identity.unlock_used": "unlock_file",
    "identity.unlock_other_store": "unlock_file",
    "recovery.unknown_login": "login",
    "person.inactive": "login",
}


class RecoverPage(QWidget):
    """Who, by what, and the new passphrase; named in the module's text."""

    recovered = Signal(object)
    left = Signal()

    def __init__(self, desk: LoginDesk, runner: OperationRunner) -> None:
        """Begin empty."""
        super().__init__()
        self._desk, self._runner = desk, runner
        self.form = Form()
        self.login, self.code = TextEdit(), TextEdit()
        self.way: ChoiceCombo[str] = ChoiceCombo()
        self.unlock_file = FolderEdit(_choose_file, tr("Choose a file"), key="Ctrl+O")
        self.secret, self.repeated = SecretEdit(), SecretEdit()
        self.go = PrimaryButton(tr("Set the new passphrase"), key="Ctrl+Return")
        self.back = SecondaryButton(tr("Back"), key="Escape")
        self._rows = {
            "login": FieldRow(tr("Sign-in &name"), self.login, field="login", required=True),
            "way": FieldRow(tr("&By"), self.way, field="way"),
            "unlock_file": FieldRow(tr("&Unlock file"), self.unlock_file, field="unlock_file"),
            "recovery_code": FieldRow(
                tr("&Code"),
                self.code,
                field="recovery_code",
                required=True,
                hint=tr("32 letters and digits; spaces and hyphens do not matter."),
            ),
            "passphrase": FieldRow(
                tr("New &passphrase"),
                self.secret,
                field="passphrase",
                required=True,
                hint=tr("At least 12 characters; a Chinese character counts as two."),
            ),
            "repeated": FieldRow(tr("&Repeat it"), self.repeated, field="repeated", required=True),
        }
        self._lay_out()
        self.way.edited.connect(self._on_way_edited)
        self.go.clicked.connect(self._on_go_clicked)
        self.back.clicked.connect(self.left)

    def begin(self, login: str = "") -> None:
        """Empty the page; ``login`` is whose passphrase is lost."""
        self.form.clear_problems()
        self.login.setText(login)
        self.way.set_value(CODE)
        self._forget()
        self.unlock_file.set_text("")
        self._on_way_edited()
        (self.code if login else self.login).setFocus()

    def _lay_out(self) -> None:
        self.way.set_choices([Choice(value, tr(words)) for value, words in _WAYS])
        self.form.add_widget(Label(tr("Forgotten passphrase"), "title"))
        explained = tr(
            "Nothing is lost. An administrator who can sign in can also set a new passphrase under Settings, "
            "People."
        )
        self.form.add_widget(Label(explained, "secondary", wrap=True))
        self.form.add(*self._rows.values())
        self.form.add_side_action(self.back)
        self.form.add_action(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)

    def _forget(self) -> None:
        for editor in (self.code, self.secret, self.repeated):
            editor.clear()

    @Slot()
    def _on_way_edited(self) -> None:
        self._rows["unlock_file"].setVisible(self.way.value() == UNLOCK_FILE)

    @Slot()
    def _on_go_clicked(self) -> None:
        found = [
            Problem("field.required", name)
            for name, row in self._rows.items()
            if row.isVisibleTo(self) and name != "way" and not row.editor.text().strip()  # type: ignore[attr-defined]
        ]
        if self.repeated.text() and self.repeated.text() != self.secret.text():
            found.append(Problem("passphrase.differs", "repeated"))
        self.form.show_problems(found)
        if found:
            return
        by_file = self.way.value() == UNLOCK_FILE
        request = RecoverRequest(
            self.login.text().strip(),
            self.code.text(),
            self.unlock_file.text() if by_file else "",
            self.secret.text(),
        )
        self._runner.run(
            lambda: self._desk.recover(request),
            self._on_recovered,
            owner=self,
            on_problems=self._on_problems,
            on_refused=self._on_refused,
            busy=self.go,
        )

    def _on_recovered(self, session: object) -> None:
        self._forget()
        self.recovered.emit(session)

    def _on_problems(self, found: Problems) -> None:
        self._tell(self.form.show_problems(found.problems))

    def _on_refused(self, refused: Refused) -> None:
        problem = Problem(refused.code, _FIELD_OF.get(refused.code, ""), refused.params)
        self._tell(self.form.show_problems((problem,)))

    def _tell(self, rest: Sequence[Problem]) -> None:
        if rest:
            self._runner.tell(self, Notice("\n".join(word_problem(one) for one in rest), Tone.WARNING))


def _choose_file(parent: QWidget, present: str) -> str:
    return QFileDialog.getOpenFileName(parent, tr("Choose a file"), present)[0]
