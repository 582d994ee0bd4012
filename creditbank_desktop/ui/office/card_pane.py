"""The card of the office: names, school, codes, address; every account number and paper carries it.

``CardPane(desk)``: ``open()`` reads the card. Signals: ``noted(str)``.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.people import Office
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_ledger import OfficeForm, OfficeView
from creditbank_desktop.services.views_office import ChangeNote
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Card, Facts, Note, UprightArea
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.sides import ChangeLine
from creditbank_desktop.ui.theme.colours import Tone

_FIELDS = ("name_zh", "name_en", "school_name_zh", "school_name_en", "school", "code", "address", "phone")


class CardPane(QWidget):
    """The form of the card, and where it shows; named in the module's text."""

    noted = Signal(str)

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin without a card."""
        super().__init__()
        self._desk = desk
        self.may_edit = may(desk.actor, "IdentityService.configure_office")
        self._seen: OfficeForm | None = None
        self.editors = {name: TextEdit() for name in _FIELDS}
        self.form = Form()
        self.change = ChangeLine()
        self.sample = Note()
        self.examples = Facts()
        self.save = PrimaryButton(tr("Save"), key="Ctrl+Return")
        self._lay_out()
        self.save.clicked.connect(self._on_save_clicked)

    def open(self) -> None:
        """Read the card and go to its first field."""
        self.refresh()
        self.editors["name_zh"].setFocus()

    def refresh(self) -> None:
        """Read the card again, unless something is being typed."""
        services, actor = self._desk.services, self._desk.actor

        def work() -> tuple[OfficeView, ChangeNote | None]:
            view = services.identity.office(actor)
            return view, services.office_records.last_change(actor, "office", view.office.office)

        self._desk.runner.run(work, self._show, owner=self)

    def _lay_out(self) -> None:
        rows = {
            "name_zh": FieldRow(
                tr("Office, in &Chinese"), self.editors["name_zh"], field="name_zh", required=True
            ),
            "name_en": FieldRow(tr("Office, in &English"), self.editors["name_en"], field="name_en"),
            "school_name_zh": FieldRow(
                tr("School, in C&hinese"),
                self.editors["school_name_zh"],
                field="school_name_zh",
                required=True,
            ),
            "school_name_en": FieldRow(
                tr("School, in Eng&lish"), self.editors["school_name_en"], field="school_name_en"
            ),
            "school": FieldRow(
                tr("School &code"),
                self.editors["school"],
                field="school",
                required=True,
                hint=tr("Five digits; part of every account number."),
            ),
            "code": FieldRow(
                tr("&Office number"),
                self.editors["code"],
                field="code",
                required=True,
                hint=tr("Two digits; offices of one school differ in it."),
            ),
            "address": FieldRow(tr("Street &address"), self.editors["address"], field="address"),
            "phone": FieldRow(tr("&Phone"), self.editors["phone"], field="phone"),
        }
        self.form.add(rows["name_zh"], rows["name_en"], rows["school_name_zh"], rows["school_name_en"])
        self.form.add_pair(rows["school"], rows["code"])
        self.form.add(rows["address"], rows["phone"])
        self.form.add_widget(self.change)
        self.form.add_action(self.save)
        self.save.setVisible(self.may_edit)
        for editor in self.editors.values():
            editor.setReadOnly(not self.may_edit)
        left = Card()
        left.body.addWidget(self.form)
        right, inner = Card(tr("Where it shows")), QWidget()
        inner.setProperty("ground", "none")
        shown = QVBoxLayout(inner)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.addWidget(self.sample)
        shown.addWidget(self.examples)
        shown.addStretch(1)
        right.body.addWidget(UprightArea(inner))
        self.sample.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        left.setMinimumWidth(340)
        right.setMinimumWidth(260)
        layout.addWidget(left, 3)
        layout.addWidget(right, 2)

    def _typed(self) -> OfficeForm:
        texts = {name: editor.text() for name, editor in self.editors.items()}
        return OfficeForm(**texts, is_sample=self._seen.is_sample if self._seen is not None else False)

    def _show(self, found: tuple[OfficeView, ChangeNote | None]) -> None:
        view, note = found
        seen = _form_of(view.office)
        if self._seen is None or self._typed() == self._seen:
            for name, editor in self.editors.items():
                editor.setText(getattr(seen, name))
                editor.setCursorPosition(0)
            self.form.clear_problems()
            self._seen = seen
        self.change.show_note(note)
        self.sample.setVisible(view.office.is_sample)
        self.sample.title.set_words(tr("Sample office"))
        self.sample.text.set_words(tr("Everything printed here is marked as a sample."))
        office, year = view.office, self._desk.clock.today().year
        self.examples.set_facts(
            (
                (tr("Head of papers"), "\n".join(_filled(office.school_name_zh, office.name_zh))),
                (tr("In English"), "\n".join(_filled(office.school_name_en, office.name_en)) or "–"),
                (tr("Account numbers"), f"XF{office.school}{year}{office.code}000001…"),
                (tr("At the foot"), " · ".join(_filled(office.address, office.phone)) or "–"),
            )
        )

    @Slot()
    def _on_save_clicked(self) -> None:
        if self.form.check():
            return
        typed = self._typed()
        if typed == self._seen:
            self.noted.emit(tr("Nothing was changed."))
            return
        self._configure(typed, self._seen)

    def _configure(self, typed: OfficeForm, before: OfficeForm | None) -> None:
        identity, actor = self._desk.services.identity, self._desk.actor

        def undo() -> None:
            if before is not None:
                self._configure(before, typed)

        def done(result: OpResult[Office]) -> None:
            self._seen = None
            self._desk.bus.announce(result.changes)
            told = tr("The office card was changed. Papers issued from now on carry it.")
            self._desk.runner.tell(self, Notice(told, Tone.SUCCESS, undo=undo))
            # In a field Ctrl+Z would undo typing.
            self.save.setFocus()
            self.refresh()

        self._desk.runner.run(
            lambda: identity.configure_office(actor, typed), done, owner=self.form, busy=self.save
        )


def _form_of(office: Office) -> OfficeForm:
    return OfficeForm(
        office.school,
        office.code,
        office.name_zh,
        office.name_en,
        office.school_name_zh,
        office.school_name_en,
        office.address,
        office.phone,
        office.is_sample,
    )


def _filled(*texts: str) -> list[str]:
    return [text for text in texts if text]
