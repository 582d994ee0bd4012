"""One table of reference data: its list, the form and the history of the chosen entry, imports and exports.

``TablePanel(desk, table)``: ``open()`` reads the list and goes to it, ``open_key(key)`` chooses an entry,
``begin_new(fields)`` opens the form of a new one. What decides nothing takes effect when it is saved; the
rest becomes a proposal. Signals: ``noted(str)``, ``saved()`` after every change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import OperationId, ProposalId
from creditbank_desktop.domain.reference_kinds import YES, ReferenceKind, spec_of
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_reference import (
    Effect,
    EntryPage,
    EntryRow,
    EntryView,
    ImportPreview,
    ReferenceQuery,
    Saved,
)
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import IconButton, PillButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState, SectionTitle
from creditbank_desktop.ui.reference.effect import EffectTeller, Tell
from creditbank_desktop.ui.reference.entry_form import EntryForm
from creditbank_desktop.ui.reference.history import HistoryList
from creditbank_desktop.ui.reference.import_pane import ImportPane
from creditbank_desktop.ui.reference.rows import (
    entry_columns,
    entry_reading,
    row_id,
    shy_columns,
    title_of,
)
from creditbank_desktop.ui.reference.transfer import SheetTransfer
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.register import RegisterCard, RegisterWords
from creditbank_desktop.ui.settings.sides import RegisterSides
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.reference_words import (
    word_adding,
    word_choice,
    word_empty_table,
    word_table,
)

MOST_ROWS = 1_000
"""So many entries are shown at once; the search finds the others."""


@dataclass(frozen=True, slots=True)
class Table:
    """What of the reference data a panel shows.

    ``columns`` and ``read`` differ from the usual ones where a list shows more than its entries hold;
    ``part`` names the field by whose choices the list is divided, "" for none. ``sheets`` says that the table
    can be imported and exported, ``single`` that it has one entry only and needs no list; ``shy``
    are the places of ``columns`` that a narrow list leaves out. ``effect`` says what typed texts would do,
    ``sentence`` what an entry says as a whole.
    """

    kind: ReferenceKind
    columns: Sequence[Column[EntryRow]] = ()
    read: Callable[[ReferenceQuery], EntryPage] | None = None
    part: str = ""
    sheets: bool = True
    side_share: int = 2
    single: bool = False
    shy: tuple[int, ...] = ()
    effect: Tell | None = None
    sentence: Callable[[EntryRow], str] | None = None


class TablePanel(QWidget):
    """List and side; named in the module's text."""

    noted = Signal(str)
    saved = Signal()

    def __init__(self, desk: SettingsDesk, table: Table) -> None:
        """Begin without rows."""
        super().__init__()
        self._desk = desk
        self.table = table
        self.kind = table.kind
        self.may_edit = may(desk.actor, "ReferenceService.save")
        found = spec_of(table.kind)
        assert found is not None
        self.spec = found
        self._view: EntryView | None = None
        self._forms: dict[ReferenceKind, EntryForm] = {}
        self._begin_with: Mapping[str, str] = {}
        self._make_parts()
        self._lay_out()
        self._connect()

    @property
    def form(self) -> EntryForm:
        """The form in front, or the one of this table."""
        shown = self._form_stack.currentWidget()
        return shown if isinstance(shown, EntryForm) else self._form_of(self.kind)

    def open(self) -> None:
        """Read the list and go to it, unless a new entry is being typed."""
        self.refresh()
        if not self._is_typing() and self._pages.currentIndex() == 0:
            self._go_to_list()

    def open_key(self, key: str) -> None:
        """Choose the entry of that key."""
        self.refresh(select=f"{self.kind.value}:{key}")

    @Slot()
    def refresh(self, select: str | None = None) -> None:
        """Read the list again; ``select`` is chosen then."""
        query = ReferenceQuery(
            self.kind,
            self.register.search.text().strip(),
            self.part.value() or "" if self.part is not None else "",
            with_inactive=not self.in_use.isChecked(),
            changed_only=self.changed.isChecked(),
        )
        read = self.table.read or self._read
        self._desk.runner.run(partial(read, query), partial(self._show, select), owner=self)

    def begin_new(self, fields: Mapping[str, str] | None = None) -> None:
        """Show the form of a new entry that begins with ``fields``."""
        if not (self.may_edit and self.spec.can_grow):
            return
        begun = dict(fields or {})
        if self.part is not None and self.part.value():
            begun.setdefault(self.table.part, self.part.value() or "")
        form = self._form_of(self.kind)
        self._show_side(form)
        self.title.set_words(word_adding(self.kind.value))
        self.history_pill.hide()
        form.begin_new(begun)

    @Slot()
    def _go_to_list(self) -> None:
        if self.table.single:
            self.form.go_to_first()
        else:
            self.register.go_to_table()

    def show_nothing(self, words: str) -> None:
        """Say ``words`` where the chosen entry would be."""
        if not self._is_typing():
            self._nothing.sentence.set_words(words)
            self._side.setCurrentIndex(0)

    # -- making

    def _make_parts(self) -> None:
        kind, spec = self.kind, self.spec
        self.register = RegisterCard(
            self.table.columns or entry_columns(kind),
            RegisterWords(
                word_table(kind.value),
                tr("Search {table}").format(table=word_table(kind.value)),
                word_empty_table(kind.value),
            ),
            entry_reading(),
            searches_itself=False,
        )
        self.register.hide_when_narrow(*(self.table.shy if self.table.columns else shy_columns(kind)))
        self.in_use, self.changed = PillButton(tr("In use")), PillButton(tr("Changed here"))
        for pill in (self.in_use, self.changed):
            pill.setCheckable(True)
        self.part: ChoiceCombo[str] | None = None
        field = spec.field(self.table.part) if self.table.part else None
        if field is not None:
            self.part = ChoiceCombo()
            everything = Choice("", tr("All"))
            self.part.set_choices(
                [everything, *(Choice(choice, word_choice(field.name, choice)) for choice in field.choices)]
            )
            self.part.set_value("")
            self.part.setAccessibleName(str(word_table(kind.value)))
        self.add = SecondaryButton(tr("Add"), key="Ctrl+N")
        self.bring = SecondaryButton(tr("Import"), key="Ctrl+I")
        self.export = SecondaryButton(tr("Export"), key="Ctrl+E")
        self.template = IconButton(Icon.FILE_TEXT, tr("Empty sheet to fill in"), key="Ctrl+T")
        self.title = SectionTitle("")
        self.history_pill = PillButton(tr("History"), key="Ctrl+H", icon=Icon.HISTORY)
        self.history_pill.setCheckable(True)
        self.history = HistoryList()
        self.importing = ImportPane()
        self._form_stack, self._side, self._pages = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self.transfer = SheetTransfer(self._desk, kind, self)

    def _lay_out(self) -> None:
        register = self.register
        if self.part is not None:
            self.part.setMinimumWidth(150)
            register.add_head(self.part)
        register.add_head(self.in_use)
        if self.spec.can_grow:
            if self.may_edit:
                register.add_action(self.add)
        else:
            self.add.setParent(self)
            self.add.hide()
            self.in_use.setParent(self)
            self.in_use.hide()
        self.changed.setParent(self)
        self.changed.hide()
        self._lay_out_sheets()
        empty = Card()
        self._nothing = EmptyState(Icon.LIST, tr("Choose an entry to see all of it."))
        empty.body.addWidget(self._nothing)
        chosen = Card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.history_pill)
        chosen.body.addLayout(head)
        chosen.body.addWidget(self._form_stack, 1)
        self._form_stack.addWidget(self.history)
        self._side.addWidget(empty)
        self._side.addWidget(chosen)
        self._pages.addWidget(RegisterSides(register, self._side, side_share=self.table.side_share))
        self._pages.addWidget(self.importing)
        register.setVisible(not self.table.single)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _lay_out_sheets(self) -> None:
        for button, action in (
            (self.bring, "SheetService.import_rows"),
            (self.export, "SheetService.export"),
            (self.template, "SheetService.template"),
        ):
            if self.table.sheets and may(self._desk.actor, action):
                self.register.add_action(button)
            else:
                button.setParent(self)
                button.hide()

    def _connect(self) -> None:
        self.register.row_chosen.connect(self._on_register_row_chosen)
        self.register.row_opened.connect(self._on_register_row_opened)
        self.register.asked.connect(self._on_register_asked)
        self.in_use.toggled.connect(self._on_filter_changed)
        self.changed.toggled.connect(self._on_filter_changed)
        if self.part is not None:
            self.part.edited.connect(self._on_filter_changed)
        self.add.clicked.connect(self._on_add_clicked)
        self.history_pill.toggled.connect(self._on_history_pill_toggled)
        self.history.undo_asked.connect(self._undo)
        self.bring.clicked.connect(self.transfer.choose)
        self.export.clicked.connect(self.transfer.export)
        self.template.clicked.connect(self.transfer.save_template)
        self.importing.back.clicked.connect(self._on_importing_back_clicked)
        self.importing.again.clicked.connect(self.transfer.choose)
        self.importing.go.clicked.connect(self._on_importing_go_clicked)
        self.transfer.previewed.connect(self._on_transfer_previewed)
        self.transfer.imported.connect(self._on_transfer_imported)
        self.transfer.written.connect(self.noted)

    def _form_of(self, kind: ReferenceKind) -> EntryForm:
        form = self._forms.get(kind)
        if form is None:
            form = EntryForm(kind, may_edit=self.may_edit)
            form.save.clicked.connect(self._on_save_clicked)
            form.cancel.clicked.connect(self._on_cancel_clicked)
            form.use.clicked.connect(self._on_use_clicked)
            if self.table.effect is not None and self.may_edit:
                EffectTeller(self._desk, form, self.table.effect)
            self._forms[kind] = form
            self._form_stack.addWidget(form)
        return form

    # -- reading

    def _read(self, query: ReferenceQuery) -> EntryPage:
        return self._desk.services.reference.page(self._desk.actor, query, 0, MOST_ROWS)

    def _show(self, select: str | None, page: EntryPage) -> None:
        chosen = select or self.register.table.selected_id()
        self.register.show_rows(page.rows, chosen, total=page.total)
        wanted = self.table.single or self.register.table.isVisible()
        if self.register.table.selected() is None and page.rows and wanted:
            self.register.table.select_place(0)

    def _is_typing(self) -> bool:
        return self._side.currentIndex() == 1 and self.form.is_new

    def _read_entry(self, row: EntryRow) -> None:
        reference, actor = self._desk.services.reference, self._desk.actor

        def show(view: EntryView) -> None:
            now = self.register.table.selected()
            # An answer that was overtaken by another choice must not come back.
            if now is not None and row_id(now) == row_id(row) and not self._is_typing():
                self._show_entry(view)

        self._desk.runner.run(lambda: reference.entry(actor, row.kind, row.key), show, owner=self)

    def _show_entry(self, view: EntryView) -> None:
        self._view = view
        form = self._form_of(view.row.kind)
        form.show_entry(view)
        if self.table.sentence is not None:
            form.show_sentence(self.table.sentence(view.row))
        self.title.set_words(title_of(view.row.kind, view.row.key, view.row.fields))
        self.history.show_versions(view.row.kind.value, view.history)
        self.history_pill.show()
        self.history_pill.set_words(tr("History {count}").format(count=len(view.history)))
        self._show_side(self.history if self.history_pill.isChecked() else form)

    def _show_side(self, inner: QWidget) -> None:
        self._form_stack.setCurrentWidget(inner)
        self._side.setCurrentIndex(1)

    @Slot(object)
    def _on_register_row_chosen(self, row: EntryRow | None) -> None:
        if self._is_typing():
            return
        if row is None:
            self._view = None
            self._side.setCurrentIndex(0)
        else:
            self._read_entry(row)

    @Slot(object)
    def _on_register_row_opened(self, _row: object) -> None:
        if self._view is not None and not self._is_typing():
            self.history_pill.setChecked(False)
            self.form.go_to_first()

    @Slot(str)
    def _on_register_asked(self, _text: str) -> None:
        self.refresh()

    @Slot()
    def _on_filter_changed(self, *_now: object) -> None:
        self.refresh()

    @Slot(bool)
    def _on_history_pill_toggled(self, shown: bool) -> None:
        if self._view is not None:
            form = self._form_of(self._view.row.kind)
            self._show_side(self.history if shown else form)

    # -- changing

    @Slot()
    def _on_add_clicked(self) -> None:
        self.begin_new()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.form.is_new = False
        self._on_register_row_chosen(self.register.table.selected())
        self.register.go_to_table()

    @Slot()
    def _on_save_clicked(self) -> None:
        form = self.form
        if form.check():
            return
        if not form.is_new and not form.is_changed():
            self.noted.emit(tr("Nothing was changed."))
            return
        reference, actor = self._desk.services.reference, self._desk.actor
        typed, reason = form.typed(), form.reason.text()
        self._desk.runner.run(
            lambda: reference.save(actor, typed, reason), self._on_saved, owner=form, busy=form.save
        )

    @Slot()
    def _on_use_clicked(self) -> None:
        form, view = self.form, self._view
        if view is None or form.is_new:
            return
        reference, actor, reason = self._desk.services.reference, self._desk.actor, form.reason.text()
        if view.row.is_active:
            if not reason.strip():
                form.show_problems([Problem("field.required", "reason")])
                return
            row = view.row
            self._desk.runner.run(
                lambda: reference.retire(actor, row.kind, row.key, reason),
                self._on_saved,
                owner=form,
                busy=form.use,
            )
            return
        typed = form.typed()
        again = type(typed)(typed.kind, {**typed.fields, "active": YES}, typed.key, typed.revision)
        self._desk.runner.run(
            lambda: reference.save(actor, again, reason), self._on_saved, owner=form, busy=form.use
        )

    def _on_saved(self, result: OpResult[Saved]) -> None:
        saved, form = result.value, self.form
        form.is_new = False
        self._desk.bus.announce(result.changes)
        if Effect.PROPOSED in saved.effects:
            told = tr("Waits for approval: somebody else looks at it in the section “Approvals”.")
            undo = partial(self._withdraw, saved.proposal) if saved.proposal else None
            notice = Notice(told, Tone.INFO, undo=undo)
        else:
            back = partial(self._undo, saved.operation) if saved.operation else None
            notice = Notice(tr("Saved and in force."), Tone.SUCCESS, undo=back)
        self._desk.runner.tell(self, notice)
        self.refresh(select=f"{form.kind.value}:{saved.key}")
        self.saved.emit()
        QTimer.singleShot(0, self, self._go_to_list)

    @Slot(str)
    def _undo(self, operation: str) -> None:
        reference, actor = self._desk.services.reference, self._desk.actor
        self._desk.runner.run(
            lambda: reference.undo(actor, OperationId(operation)), self._on_taken_back, owner=self
        )

    def _withdraw(self, proposal: ProposalId) -> None:
        proposals, actor = self._desk.services.proposals, self._desk.actor
        self._desk.runner.run(lambda: proposals.withdraw(actor, proposal), self._on_taken_back, owner=self)

    def _on_taken_back(self, result: OpResult[None]) -> None:
        self._desk.bus.announce(result.changes)
        self._desk.runner.tell(self, Notice(tr("Taken back."), Tone.SUCCESS))
        self.refresh()
        self.saved.emit()

    # -- sheets

    @Slot(object)
    def _on_transfer_previewed(self, preview: ImportPreview) -> None:
        self.importing.show_preview(preview)
        self._pages.setCurrentIndex(1)
        QTimer.singleShot(0, self, self.importing.go_to_table)

    @Slot()
    def _on_importing_back_clicked(self) -> None:
        self._pages.setCurrentIndex(0)
        self.register.go_to_table()

    @Slot()
    def _on_importing_go_clicked(self) -> None:
        self.transfer.import_rows(self.importing.reason.text(), self.importing.go)

    @Slot(object)
    def _on_transfer_imported(self, notice: Notice) -> None:
        self._pages.setCurrentIndex(0)
        self._desk.runner.tell(self, notice)
        self.refresh()
        self.saved.emit()
        QTimer.singleShot(0, self, self._go_to_list)
