"""The pages of the first start: set up an office or try with sample data; the form of a new office; its
recovery code.

* ``FirstRunPage()``: ``set_up`` and ``sample`` are its buttons.
* ``SetUpPage()``: ``form``; signals ``set_up_asked(OfficeSetup)``, ``back_asked()``.
* ``RecoveryPage()``: ``show_code(str)``; signals ``written_down()``, ``save_asked()`` for the page on paper.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import SecretEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Hairline, Label
from creditbank_desktop.ui.login.desk import OfficeSetup
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.theme.measures import MEASURES

SHORTEST_PASSPHRASE = 10


class FirstRunPage(QWidget):
    """Two ways to begin."""

    def __init__(self) -> None:
        """Offer both."""
        super().__init__()
        self.set_up = PrimaryButton(tr("Set up an office"), key="Alt+1", icon=Icon.BANK)
        self.sample = SecondaryButton(tr("Try with sample data"), key="Alt+2", icon=Icon.FLASK)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.gutter)
        layout.addWidget(Label(tr("Welcome"), "title"))
        layout.addWidget(
            Label(
                tr("There is no store on this computer yet. How do you want to begin?"),
                "secondary",
                wrap=True,
            )
        )
        layout.addSpacing(6)
        layout.addWidget(self.set_up)
        layout.addWidget(
            Label(
                tr("For real work: your office, your people, your own encrypted store."), "small", wrap=True
            )
        )
        layout.addWidget(Hairline())
        layout.addWidget(self.sample)
        layout.addWidget(
            Label(tr("Fictional learners to look around with; removed in one step."), "small", wrap=True)
        )
        layout.addStretch(1)


class SetUpPage(QWidget):
    """The form of a new office. Signals: ``set_up_asked(OfficeSetup)``, ``back_asked()``."""

    set_up_asked = Signal(object)
    back_asked = Signal()

    def __init__(self) -> None:
        """Begin with empty fields."""
        super().__init__()
        self.form = Form()
        self.office_name, self.school_code, self.office_code = TextEdit(), TextEdit(), TextEdit()
        self.administrator, self.server = TextEdit(), TextEdit("https://")
        self.secret, self.repeated = SecretEdit(), SecretEdit()
        self.school_code.setMaxLength(5)
        self.office_code.setMaxLength(2)
        self.back = SecondaryButton(tr("Back"), key="Alt+Left")
        self.go = PrimaryButton(tr("Set up the office"), key="Ctrl+Return")
        self._add_fields()
        self.form.add_side_action(self.back)
        self.form.add_action(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.gutter)
        layout.addWidget(Label(tr("Set up an office"), "title"))
        layout.addWidget(self.form, 1)
        self.back.clicked.connect(self.back_asked)
        self.go.clicked.connect(self._on_go_clicked)

    def problems(self) -> list[Problem]:
        """Return what is wrong with the entries, all at once."""
        found = [problem for row in self.form.rows if (problem := row.check()) is not None]
        for editor, field, digits in (
            (self.school_code, "school_code", 5),
            (self.office_code, "office_code", 2),
        ):
            text = editor.text().strip()
            if text and not (text.isascii() and text.isdigit() and len(text) == digits):
                found.append(Problem("setup.digits", field, {"digits": digits}))
        if 0 < len(self.secret.text()) < SHORTEST_PASSPHRASE:
            found.append(Problem("passphrase.short", "passphrase", {"least": SHORTEST_PASSPHRASE}))
        if self.repeated.text() and self.repeated.text() != self.secret.text():
            found.append(Problem("passphrase.differs", "repeated"))
        address = self.server.text().strip()
        if address and not address.startswith(("https://", "http://")):
            found.append(Problem("setup.address", "server_address"))
        return found

    def _add_fields(self) -> None:
        self.form.add(
            FieldRow(tr("&Office"), self.office_name, field="office_name", required=True),
            FieldRow(
                tr("School &code"),
                self.school_code,
                field="school_code",
                required=True,
                hint=tr("Five digits; account numbers carry them."),
            ),
            FieldRow(
                tr("Office &number"),
                self.office_code,
                field="office_code",
                required=True,
                hint=tr("Two digits, such as 01."),
            ),
            FieldRow(tr("&Administrator"), self.administrator, field="administrator", required=True),
            FieldRow(
                tr("&Passphrase"),
                self.secret,
                field="passphrase",
                required=True,
                hint=tr("At least 10 characters. Nobody can look it up for you."),
            ),
            FieldRow(tr("&Repeat it"), self.repeated, field="repeated", required=True),
            FieldRow(
                tr("&Server"),
                self.server,
                field="server_address",
                hint=tr("The address of the central server; empty to work without one."),
            ),
        )

    @Slot()
    def _on_go_clicked(self) -> None:
        found = self.problems()
        self.form.show_problems(found)
        if not found:
            self.set_up_asked.emit(
                OfficeSetup(
                    office_name=self.office_name.text().strip(),
                    school_code=self.school_code.text().strip(),
                    office_code=self.office_code.text().strip(),
                    administrator=self.administrator.text().strip(),
                    passphrase=self.secret.text(),
                    server_address=self.server.text().strip(),
                )
            )


class RecoveryPage(QWidget):
    """The recovery code, shown once. Signals: ``written_down()``, ``save_asked()``."""

    written_down = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        """Begin without a code."""
        super().__init__()
        self.code = Label("", "title", wrap=True, selectable=True)
        font = QFont(self.font())
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.code.setFont(font)
        say(self.code.setAccessibleName, tr("Recovery code"))
        self.box = QCheckBox()
        say(self.box.setText, tr("I have written it down and put it in the safe"))
        say(self.box.setAccessibleName, tr("I have written it down and put it in the safe"))
        self.save = SecondaryButton(tr("Save the page for the safe"), key="Ctrl+P")
        self.go = PrimaryButton(tr("Continue"), key="Ctrl+Return")
        self.go.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.gutter)
        layout.addWidget(Label(tr("Recovery code"), "title"))
        layout.addWidget(
            Label(
                tr(
                    "With this code the store can be opened when all passphrases are lost. It is shown "
                    "only now."
                ),
                "secondary",
                wrap=True,
            )
        )
        layout.addWidget(self.code)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        printed = tr("Print the page, put it into the safe, then delete the file.")
        layout.addWidget(Label(printed, "small", wrap=True))
        layout.addWidget(self.box)
        layout.addStretch(1)
        layout.addWidget(self.go, 0, Qt.AlignmentFlag.AlignRight)
        self.box.toggled.connect(self.go.setEnabled)
        self.save.clicked.connect(self.save_asked)
        self.go.clicked.connect(self.written_down)

    def show_code(self, code: str) -> None:
        """Show ``code`` in groups of four."""
        plain = code.replace("-", "").replace(" ", "")
        self.code.setText(" ".join(plain[place : place + 4] for place in range(0, len(plain), 4)))
        self.box.setChecked(False)
        self.box.setFocus()
