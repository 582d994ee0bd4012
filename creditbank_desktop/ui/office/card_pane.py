"""The card of the office: names, school, codes, address; beside it the paper that carries them.

``CardPane(desk)``: ``open()`` reads the card. Signals: ``noted(str)``.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
from creditbank_desktop.ui.kit.surfaces import Card, Label, Note
from creditbank_desktop.ui.office.specimen import SpecimenCard
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.sides import ChangeLine
from creditbank_desktop.ui.theme.colours import Tone

_FIELDS = ("name_zh", "name_en", "school_name_zh", "school_name_en", "school", "code", "address", "phone")


class CardPane(QWidget):
    """The form of the card, and the paper; named in the module's text."""

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
        self.numbers = Label("", "small", wrap=True)
        self.specimen = SpecimenCard(desk)
        self.save = PrimaryButton(tr("Save"), key="Ctrl+Return")
        self._lay_out()
        self.save.clicked.connect(self._on_save_clicked)
        self.form.edited.connect(self._on_form_edited)

    def open(self) -> None:
        """Read the card and go to its first field."""
        self.refresh()
        # The texts and signatories on the paper may have changed meanwhile.
        self.specimen.redraw()
        self.editors["name_zh"].setFocus()

    def refresh(self) -> None:
        """Read the card again, unless something is being typed."""
        services, actor = self._desk.services, self._desk.actor

        def work() -> tuple[OfficeView, ChangeNote | None]:
            view = services.identity.office(actor)
            return view, services.office_records.last_change(actor, "office", view.office.office)

        self._desk.runner.run(work, self._show, owner=self)

    def _rows(self) -> dict[str, FieldRow]:
        five, two = (
            tr("Five digits; part of every account number."),
            tr("Two digits; offices of one school differ in it."),
        )
        said = {
            "name_zh": (tr("Office, in &Chinese"), True, ""),
            "name_en": (tr("Office, in &English"), False, ""),
            "school_name_zh": (tr("School, in C&hinese"), True, ""),
            "school_name_en": (tr("School, in Eng&lish"), False, ""),
            "school": (tr("School &code"), True, five),
            "code": (tr("&Office number"), True, two),
            "address": (tr("Street &address"), False, ""),
            "phone": (tr("&Phone"), False, ""),
        }
        return {
            name: FieldRow(words, self.editors[name], field=name, required=required, hint=hint)
            for name, (words, required, hint) in said.items()
        }

    def _lay_out(self) -> None:
        rows = self._rows()
        self.form.add(rows["name_zh"], rows["name_en"], rows["school_name_zh"], rows["school_name_en"])
        self.form.add_pair(rows["school"], rows["code"])
        self.form.add(rows["address"], rows["phone"])
        self.form.add_widget(self.sample)
        self.form.add_widget(self.numbers)
        self.form.add_widget(self.change)
        self.form.add_action(self.save)
        self.save.setVisible(self.may_edit)
        for editor in self.editors.values():
            editor.setReadOnly(not self.may_edit)
        self.sample.hide()
        card = Card()
        card.body.addWidget(self.form)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        card.setMinimumWidth(320)
        self.specimen.setMinimumWidth(260)
        layout.addWidget(card, 1)
        layout.addWidget(self.specimen, 1)

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
        example = f"XF{office.school}{year}{office.code}000001…"
        self.numbers.set_words(tr("Account numbers begin so: {example}").format(example=example))
        self.specimen.show_card(self._typed())

    @Slot()
    def _on_form_edited(self) -> None:
        self.specimen.show_card(self._typed())

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
