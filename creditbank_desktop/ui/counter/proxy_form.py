"""Who applies for the learner, if somebody else does, and a note on the application.

``ProxyNoteForm()``: ``typed()`` gives (`ProxyForm` or None, note), ``show_form(form)`` fills it,
``show_found(problems, everything)`` shows those of its fields and returns the rest. Signals:
``field_left()``.
"""

from __future__ import annotations

from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.services.views_intake import ApplicationForm, ProxyForm
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.checked_form import CheckedForm
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import LongTextEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.wording.names import word_document_kind


class ProxyNoteForm(CheckedForm):
    """Proxy and note; its methods and signals are named in the module's text."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.name, self.number, self.relation, self.authorisation = (TextEdit() for _ in range(4))
        self.kind: ChoiceCombo[str] = ChoiceCombo()
        self.kind.set_choices([Choice(kind.value, word_document_kind(kind.value)) for kind in DocumentKind])
        self.note = LongTextEdit(lines=3)
        self.add_section(tr("Handed in by somebody else"))
        self.add(
            FieldRow(tr("&Name"), self.name, field="proxy.name"),
            FieldRow(tr("Docu&ment"), self.kind, field="proxy.document_kind"),
            FieldRow(tr("N&umber"), self.number, field="proxy.document_number"),
            FieldRow(tr("&Relation"), self.relation, field="proxy.relation"),
            FieldRow(tr("&Authorisation"), self.authorisation, field="proxy.authorisation"),
        )
        self.add_section(tr("Note"))
        self.add(FieldRow(tr("N&ote"), self.note, field="note"))
        self.watch()
        self.show_form(ApplicationForm())

    def typed(self) -> tuple[ProxyForm | None, str]:
        """Return the proxy, None while nothing is typed about one, and the note."""
        editors = (self.name, self.number, self.relation, self.authorisation)
        note = self.note.text().strip()
        if not any(editor.text().strip() for editor in editors):
            return None, note
        kind = self.kind.value() or DocumentKind.RESIDENT_ID.value
        proxy = ProxyForm(
            self.name.text(), kind, self.number.text(), self.relation.text(), self.authorisation.text()
        )
        return proxy, note

    def show_form(self, form: ApplicationForm) -> None:
        """Show the proxy and the note of ``form``."""
        proxy = form.proxy or ProxyForm()
        self.name.setText(proxy.name)
        self.kind.set_value(proxy.document_kind)
        self.number.setText(proxy.document_number)
        self.relation.setText(proxy.relation)
        self.authorisation.setText(proxy.authorisation)
        self.note.set_text(form.note)
        self.start_anew()

    def has_problems(self) -> bool:
        """Whether something is wrong here."""
        return any(row.problems() for row in self.rows)
