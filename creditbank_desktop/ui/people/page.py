"""The people of the office and what they may do.

``PeoplePage(desk)``: a register of everybody at the left; at the right the form of the one chosen, or of a
new person. Ctrl+N adds, Ctrl+B enrols from the server's list, Ctrl+I reads a card in, Ctrl+Enter saves,
Ctrl+D lets a person in no more or in again, Ctrl+P gives a new passphrase.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_ledger import OfficeView
from creditbank_desktop.services.views_office import StaffStanding
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PillButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState
from creditbank_desktop.ui.people.card_pane import CardPane
from creditbank_desktop.ui.people.passphrase_pane import PassphrasePane, Question
from creditbank_desktop.ui.people.person_form import PersonForm
from creditbank_desktop.ui.people.rows import StaffRow, staff_columns, staff_reading
from creditbank_desktop.ui.people.ways_in import WaysIn
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.register import RegisterCard, RegisterWords
from creditbank_desktop.ui.settings.sides import RegisterSides
from creditbank_desktop.ui.shell.workplaces import SearchHit, WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon

Reading = tuple[OfficeView, StaffStanding, frozenset[PersonId]]
_CONCERNED = frozenset({"person", "office"})
_QUESTION, _LIST, _EXPORT, _CARD = 2, 3, 4, 5


class PeoplePage(WorkplacePage):
    """Register and form; named in the module's text."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin without people."""
        super().__init__()
        self._desk = desk
        self._is_new = False
        self.register = RegisterCard(
            staff_columns(),
            RegisterWords(tr("People"), tr("Name, sign-in name or role"), tr("Nobody works here yet.")),
            staff_reading(),
        )
        self.form = PersonForm()
        self.question = PassphrasePane()
        self.ways = WaysIn(desk, self)
        self.staff_list, self.exporting = self.ways.staff_list, self.ways.exporting
        self.carding = CardPane(desk)
        self._answer: Callable[[], None] = self.leave_question
        self.add = SecondaryButton(tr("Add"), key="Ctrl+N")
        self.from_list = SecondaryButton(tr("From list"), key="Ctrl+B")
        self.read_card = SecondaryButton(tr("Read a card in"), key="Ctrl+I")
        self.export = SecondaryButton(tr("Export"), key="Ctrl+E")
        self.only_active = PillButton(tr("Only active"))
        self.only_active.setCheckable(True)
        self._side = QStackedWidget()
        self._lay_out()
        self._connect()
        self._list_keys()

    def on_opened(self) -> None:
        """Read everybody and go to the table."""
        self.refresh()
        if not self._is_new:
            self.register.go_to_table()

    def open_hit(self, hit: SearchHit) -> None:
        """Show the person of that id."""
        self.refresh(hit.id)

    def refresh(self, select: str | None = None) -> None:
        """Read everybody again; ``select`` is chosen then."""
        services, actor = self._desk.services, self._desk.actor

        def work() -> Reading:
            waiting = frozenset(key.person for key in services.keys.waiting_keys(actor))
            return services.identity.office(actor), services.office_records.staff_standing(actor), waiting

        self._desk.runner.run(work, partial(self._show, select), owner=self)

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.form)
        empty = Card()
        empty.body.addWidget(EmptyState(Icon.LEARNERS, tr("Choose somebody to see what they may do.")))
        asked, listed, carded = Card(), Card(), Card()
        carded.body.addWidget(self.carding)
        asked.body.addWidget(self.question)
        listed.body.addWidget(self.staff_list)
        for page in (empty, card, asked, listed, self.exporting, carded):
            self._side.addWidget(page)
        self.register.hide_when_narrow(1)
        self.register.add_head(self.only_active)
        self.register.add_action(self.add, self.from_list, self.export)
        self.register.add_action_row(self.read_card)
        self.body.addWidget(RegisterSides(self.register, self._side), 1)

    def _connect(self) -> None:
        self.register.row_chosen.connect(self._on_register_row_chosen)
        self.register.row_opened.connect(self._on_register_row_opened)
        self.only_active.toggled.connect(self._on_only_active_toggled)
        self.add.clicked.connect(self.begin_new)
        self.form.save.clicked.connect(self.save)
        self.form.cancel.clicked.connect(self.drop_new)
        self.form.standing.clicked.connect(self.change_standing)
        self.form.reset.clicked.connect(self.ask_reset)
        self.form.confirm.clicked.connect(self.confirm_key)
        self.question.go.clicked.connect(self._on_question_go_clicked)
        self.question.back.clicked.connect(self.leave_question)
        self.from_list.clicked.connect(self.ways.open_list)
        self.ways.opened.connect(self._on_ways_opened)
        self.ways.let_in.connect(self._on_ways_let_in)
        self.ways.told.connect(self.messages.show_notice)
        self.ways.exported.connect(self.leave_question)
        self.export.clicked.connect(self.begin_export)
        self.read_card.clicked.connect(self.begin_card)
        self.carding.back.clicked.connect(self.leave_question)
        self.carding.taken.connect(self._on_carding_taken)
        self.exporting.back.clicked.connect(self.leave_question)
        self.staff_list.back.clicked.connect(self.leave_question)
        self._desk.bus.changed.connect(self._on_bus_changed)

    def _list_keys(self) -> None:
        self.shortcuts.add("Ctrl+F", tr("Search"), self.register.go_to_search, hint=True)
        self.shortcuts.add_button(self.add, hint=True)
        self.shortcuts.add_button(self.form.save, hint=True)
        self.shortcuts.add_button(self.form.standing)
        self.shortcuts.add_button(self.form.reset)
        self.shortcuts.add_button(self.form.confirm)
        self.shortcuts.add_button(self.from_list)
        self.shortcuts.add_button(self.read_card)
        self.shortcuts.add_button(self.export)
        self.shortcuts.add_note("Return", tr("Into the form"))

    def _show(self, select: str | None, found: Reading) -> None:
        view, standing, waiting = found
        rows = tuple(
            StaffRow(
                person,
                person.person == self._desk.actor.person,
                standing.signed_in_at.get(person.person),
                standing.changes.get(person.person),
                person.person in waiting,
                standing.names.get(person.person, ()),
            )
            for person in view.people
            if Role.CENTRAL_SERVER not in person.roles
        )
        before = self.register.table.selected_id()
        self.register.show_rows(rows, select or before or self._desk.actor.person)

    @Slot(object)
    def _on_register_row_chosen(self, row: StaffRow | None) -> None:
        if self._is_new:
            return
        self._side.setCurrentIndex(0 if row is None else 1)
        if row is not None:
            self.form.show_row(row)

    @Slot(object)
    def _on_register_row_opened(self, _row: object) -> None:
        if not self._is_new:
            self.form.roles.setFocus()

    @Slot()
    def begin_new(self) -> None:
        """Show the form of a new person."""
        self._is_new = True
        self._side.setCurrentIndex(1)
        self.form.begin_new()

    @Slot()
    def drop_new(self) -> None:
        """Leave the form of a new person."""
        self._is_new = False
        self._on_register_row_chosen(self.register.table.selected())
        self.register.go_to_table()

    @Slot()
    def save(self) -> None:
        """Add the new person, or give the chosen one the roles that are ticked."""
        if self._is_new:
            self._add_new()
            return
        row = self.register.table.selected()
        if row is not None:
            before, after = frozenset(row.person.roles), self.form.roles.roles()
            if self.form.new_name():
                self._rename(row, after)
                return
            if before == after:
                self.noted.emit(tr("Nothing was changed."))
                return
            self._give_roles(row, before, after)

    def _add_new(self) -> None:
        found = (*self.form.check(), *self.form.own_problems())
        if found:
            self.form.show_problems(found)
            return
        identity, actor, typed = self._desk.services.identity, self._desk.actor, self.form.typed()

        def done(result: OpResult[PersonId]) -> None:
            self._is_new = False
            self._desk.bus.announce(result.changes)
            told = tr("{name} can sign in on this computer now.").format(name=typed.name.strip())
            self.messages.show_notice(Notice(told, Tone.SUCCESS))
            self.refresh(result.value)
            QTimer.singleShot(0, self, self.register.go_to_table)

        self._desk.runner.run(
            lambda: identity.add_person(actor, typed), done, owner=self.form, busy=self.form.save
        )

    def _rename(self, row: StaffRow, roles: frozenset[Role]) -> None:
        identity, actor, person = self._desk.services.identity, self._desk.actor, row.person.person
        name, reason = self.form.new_name(), self.form.reason.text()
        told = tr("{before} is called {name} from now on.").format(before=row.person.name, name=name)

        def done(result: OpResult[None]) -> None:
            self._on_done(told, person, result)
            if roles != frozenset(row.person.roles):
                self._give_roles(row, frozenset(row.person.roles), roles)

        self._desk.runner.run(
            lambda: identity.rename(actor, person, name, reason), done, owner=self.form, busy=self.form.save
        )

    def _give_roles(self, row: StaffRow, before: frozenset[Role], after: frozenset[Role]) -> None:
        identity, actor, person = self._desk.services.identity, self._desk.actor, row.person.person

        def undo() -> None:
            self._give_roles(row, after, before)

        def done(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)
            told = tr("The roles of {name} were changed. They count from the next sign-in.")
            self.messages.show_notice(Notice(told.format(name=row.person.name), Tone.SUCCESS, undo=undo))
            self.refresh(person)

        self._desk.runner.run(
            lambda: identity.change_roles(actor, person, after), done, owner=self.form, busy=self.form.save
        )

    @Slot()
    def change_standing(self) -> None:
        """Ask before the chosen person is let in no more, or for a passphrase before they are again."""
        row = self.register.table.selected()
        if row is None or self._is_new:
            return
        if row.person.active:
            question = Question(
                tr("Deactivate {name}?").format(name=row.person.name),
                tr(
                    "Their key is taken off this computer at once and off the others at their next sync. "
                    "What they did stays theirs. To come back they need a new passphrase."
                ),
                tr("Deactivate"),
                needs_passphrase=False,
            )
        else:
            question = Question(
                tr("Reactivate {name}").format(name=row.person.name),
                tr("They get a new signature, and type a new passphrase themselves."),
                tr("Reactivate"),
                needs_passphrase=True,
            )
        self._ask(question, partial(self._set_active, row, not row.person.active))

    @Slot()
    def ask_reset(self) -> None:
        """Ask for a new passphrase for somebody who forgot theirs."""
        row = self.register.table.selected()
        if row is None or self._is_new:
            return
        question = Question(
            tr("A new passphrase for {name}").format(name=row.person.name),
            tr(
                "For somebody who forgot theirs. What they signed before stays valid. "
                "They type it themselves."
            ),
            tr("Save"),
            needs_passphrase=True,
        )
        self._ask(question, partial(self._reset, row))

    @Slot()
    def confirm_key(self) -> None:
        """Let the waiting signature of the chosen person count."""
        row = self.register.table.selected()
        if row is None:
            return
        keys, actor = self._desk.services.keys, self._desk.actor
        told = tr("The signature of {name} counts from now on.").format(name=row.person.name)
        self._desk.runner.run(
            lambda: keys.confirm_key(actor, row.person.person),
            partial(self._on_done, told, row.person.person),
            owner=self.form,
            busy=self.form.confirm,
        )

    @Slot()
    def _on_ways_opened(self) -> None:
        self._is_new = True
        self._side.setCurrentIndex(_LIST)
        self.staff_list.table.setFocus()

    @Slot(str, object)
    def _on_ways_let_in(self, told: str, result: OpResult[PersonId]) -> None:
        self._on_done(told, result.value, result)

    @Slot()
    def begin_card(self) -> None:
        """Ask for the card and the passphrase of somebody who signs in on another computer already."""
        self._is_new = True
        self._side.setCurrentIndex(_CARD)
        self.carding.begin()

    @Slot(object)
    def _on_carding_taken(self, result: OpResult[PersonId]) -> None:
        self._on_done(tr("The holder of the card can sign in here now."), result.value, result)

    @Slot()
    def begin_export(self) -> None:
        """Ask what the list of people is exported for."""
        self._is_new = True
        self._side.setCurrentIndex(_EXPORT)
        self.exporting.begin()

    @Slot()
    def leave_question(self) -> None:
        """Go back to the chosen person."""
        self.question.forget()
        self.staff_list.forget()
        self.carding.forget()
        self.drop_new()

    def _ask(self, question: Question, answer: Callable[[], None]) -> None:
        self._answer = answer
        self._is_new = True
        self._side.setCurrentIndex(_QUESTION)
        self.question.ask(question)

    @Slot()
    def _on_question_go_clicked(self) -> None:
        if self.question.is_filled():
            self._answer()

    def _set_active(self, row: StaffRow, active: bool) -> None:
        identity, actor, person = self._desk.services.identity, self._desk.actor, row.person.person
        secret = self.question.secret()
        told = (tr("{name} may sign in again.") if active else tr("{name} can sign in no more.")).format(
            name=row.person.name
        )
        self._desk.runner.run(
            lambda: identity.set_active(actor, person, active, secret),
            partial(self._on_done, told, person),
            owner=self.question,
            busy=self.question.go,
        )

    def _reset(self, row: StaffRow) -> None:
        keys, actor, person = self._desk.services.keys, self._desk.actor, row.person.person
        secret = self.question.secret()
        told = tr("{name} signs in with the new passphrase from now on.").format(name=row.person.name)
        self._desk.runner.run(
            lambda: keys.reset_passphrase(actor, person, secret),
            partial(self._on_done, told, person),
            owner=self.question,
            busy=self.question.go,
        )

    def _on_done(self, told: str, person: PersonId, result: OpResult[Any]) -> None:
        self.leave_question()
        self._desk.bus.announce(result.changes)
        self.messages.show_notice(Notice(told, Tone.SUCCESS))
        self.refresh(person)

    @Slot(bool)
    def _on_only_active_toggled(self, only: bool) -> None:
        self.register.set_filter((lambda row: row.person.active) if only else None)

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and not self._is_new and any(kind in _CONCERNED for kind, _id in changes):
            self.refresh()
