"""Who applies for the learner, if somebody else does, and a note on the application.

``ProxyNoteForm(today)``: ``offer(proxies)`` offers people who came before by their names; ``typed()`` gives
(`ProxyForm` or None, note), ``show_form(form)`` fills it, ``show_found(problems, everything)`` shows those of
its fields and returns the rest. Signals:
``field_left()``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QCompleter

from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.services.views_intake import ApplicationForm, ProxyForm
from creditbank_desktop.ui.counter.typed_values import KeyedCombo
from creditbank_desktop.ui.i18n import mark, tr
from creditbank_desktop.ui.kit.checked_form import CheckedForm
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import DateEdit, LongTextEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.wording.names import word_document_kind

AUTHORISATIONS: Mapping[str, str] = {
    "power_of_attorney": mark("Power of attorney"),
    "guardianship": mark("Proof of guardianship"),
    "letter_of_unit": mark("Letter of school or employer"),
}
"""How somebody may apply for another, by the code that is kept before the day."""


class ProxyNoteForm(CheckedForm):
    """Proxy and note; its methods and signals are named in the module's text."""

    def __init__(self, today: Callable[[], date]) -> None:
        """Begin empty; ``today`` is what 今天 means."""
        super().__init__()
        self.name, self.number, self.relation = (TextEdit() for _ in range(3))
        self.authorisation = KeyedCombo([(code, tr(words)) for code, words in AUTHORISATIONS.items()])
        self.authorised_on = DateEdit(today=today)
        self._known: tuple[ProxyForm, ...] = ()
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
            FieldRow(tr("Authorised &on"), self.authorised_on, field="proxy.authorised_on"),
        )
        self.add_section(tr("Note"))
        self.add(FieldRow(tr("N&ote"), self.note, field="note"))
        self.watch()
        self.show_form(ApplicationForm())

    def typed(self) -> tuple[ProxyForm | None, str]:
        """Return the proxy, None while nothing is typed about one, and the note."""
        editors = (self.name, self.number, self.relation, self.authorised_on)
        note = self.note.text().strip()
        if not any(editor.text().strip() for editor in editors) and self.authorisation.is_empty():
            return None, note
        kind = self.kind.value() or DocumentKind.RESIDENT_ID.value
        given = (self.authorisation.value() or "", self.authorised_on.text().strip())
        authorisation = " ".join(part for part in given if part)
        proxy = ProxyForm(self.name.text(), kind, self.number.text(), self.relation.text(), authorisation)
        return proxy, note

    def show_form(self, form: ApplicationForm) -> None:
        """Show the proxy and the note of ``form``."""
        proxy = form.proxy or ProxyForm()
        self.name.setText(proxy.name)
        self.kind.set_value(proxy.document_kind)
        self.number.setText(proxy.document_number)
        self.relation.setText(proxy.relation)
        how, _space, day = proxy.authorisation.partition(" ")
        self.authorisation.set_value(how if how in AUTHORISATIONS else None)
        self.authorised_on.setText(day if how in AUTHORISATIONS else proxy.authorisation)
        self.note.set_text(form.note)
        self.start_anew()

    def offer(self, proxies: Sequence[ProxyForm]) -> None:
        """Offer ``proxies`` by their names; choosing one fills in document and relation."""
        self._known = tuple(proxies)
        completer = QCompleter([f"{one.name} · {one.document_number[-4:]}" for one in proxies], self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_completer_activated)
        self.name.setCompleter(completer)

    @Slot(str)
    def _on_completer_activated(self, line: str) -> None:
        for one in self._known:
            if line == f"{one.name} · {one.document_number[-4:]}":
                QTimer.singleShot(0, self, partial(self._fill, one))
                return

    def _fill(self, proxy: ProxyForm) -> None:
        # Qt puts the chosen line into the field only after it has told of the choice.
        self.name.setText(proxy.name)
        self.kind.set_value(proxy.document_kind)
        self.number.setText(proxy.document_number)
        if proxy.relation and not self.relation.text().strip():
            self.relation.setText(proxy.relation)
        self.edited.emit()

    def has_problems(self) -> bool:
        """Whether something is wrong here."""
        return any(row.problems() for row in self.rows)
