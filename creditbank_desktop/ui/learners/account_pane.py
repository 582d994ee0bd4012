"""What can be done to a whole account, one act at a time: each by a digit, with its reason.

``AccountPane(desk)``: ``open(card)``. Signals: ``done(object)`` with `Done`, ``merge_asked()``, ``closed()``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.learners import AccountState
from creditbank_desktop.services.results import Changes, OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_learners import LearnerCard
from creditbank_desktop.ui.i18n import mark, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, KeyedChoice
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Card, Label
from creditbank_desktop.ui.learners.desk import LearnersDesk


class Deed(StrEnum):
    """What can be done."""

    MERGE = "merge"
    UNMERGE = "unmerge"
    FREEZE = "freeze"
    REOPEN = "reopen"
    CLOSE = "close"
    TRANSFER = "transfer_out"


@dataclass(frozen=True, slots=True)
class Done:
    """What was done to whom."""

    deed: Deed
    learner: LearnerId
    changes: Changes
    destination: str = ""
    reason: str = ""


_WORDS = {
    Deed.MERGE: mark("Merge with another record of the same person"),
    Deed.UNMERGE: mark("Part from {account}"),
    Deed.FREEZE: mark("Freeze: nothing new is applied for"),
    Deed.REOPEN: mark("Open again"),
    Deed.CLOSE: mark("Close: nothing is under way, and no credit is left"),
    Deed.TRANSFER: mark("Transfer out to another house, with a certificate"),
}
_EXPLAINED = {
    Deed.MERGE: mark("You choose the other record next and see both side by side."),
    Deed.UNMERGE: mark("Both are records of their own again, with their own numbers and files."),
    Deed.FREEZE: mark("What is under way goes on. It can be opened again at any time."),
    Deed.REOPEN: mark("Applications can be taken in again."),
    Deed.CLOSE: mark("A registry officer can open it again."),
    Deed.TRANSFER: mark("This cannot be undone. The certificate is made at once."),
}


class AccountPane(Card):
    """The acts on an account; its method and signals are named in the module's text."""

    # The fields of the form in front; there are none before `open`.
    reason: TextEdit
    destination: TextEdit
    action: PrimaryButton
    cancel: SecondaryButton
    _explained: Label

    done = Signal(object)
    merge_asked = Signal()
    closed = Signal()

    def __init__(self, desk: LearnersDesk) -> None:
        """Begin with nobody."""
        super().__init__()
        self._desk = desk
        self._card: LearnerCard | None = None
        self.form: Form | None = None
        self.deed: KeyedChoice[tuple[Deed, str]] | None = None
        self._title = Label("", "title")
        self.body.addWidget(self._title)

    def open(self, card: LearnerCard) -> None:
        """Offer what can be done to the account of ``card``."""
        self._card = card
        profile = card.learner.profile
        name = card.learner.account_number if profile is None else profile.name
        self._title.set_words(tr("Account of {name}").format(name=name))
        self._drop_form()
        choices = [
            Choice(value, words, str(place)) for place, (value, words) in enumerate(self._offers(card), 1)
        ]
        self.deed = KeyedChoice(choices, columns=1)
        self.reason, self.destination = TextEdit(), TextEdit()
        form = Form()
        form.add(FieldRow(tr("Act"), self.deed, field="deed", required=True))
        self._explained = Label("", "secondary", wrap=True)
        form.add_widget(self._explained)
        form.add(FieldRow(tr("&House"), self.destination, field="destination", required=True))
        form.add(FieldRow(tr("&Reason"), self.reason, field="reason", required=True))
        self.cancel, self.action = (
            SecondaryButton(tr("Back"), key="Escape"),
            PrimaryButton(tr("Do it"), key="Ctrl+Return"),
        )
        form.add_side_action(self.cancel)
        form.add_action(self.action)
        self.cancel.clicked.connect(self.closed)
        self.action.clicked.connect(self._on_action_clicked)
        self.deed.edited.connect(self._on_deed_edited)
        self.body.addWidget(form)
        self.form = form
        self._on_deed_edited()
        # Digits choose from here; a text field would eat them.
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Forget what was typed."""
        self._card = None
        self._drop_form()

    def _drop_form(self) -> None:
        if self.form is not None:
            self.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _offers(self, card: LearnerCard) -> list[tuple[tuple[Deed, str], str]]:
        state, own = card.learner.account_state, not card.is_of_other_office
        shut = state in (AccountState.FROZEN, AccountState.CLOSED)
        ended = state in (AccountState.CLOSED, AccountState.TRANSFERRED)
        wanted = [(Deed.MERGE, not ended), (Deed.FREEZE, own and state is AccountState.OPEN)]
        wanted += [(Deed.REOPEN, own and shut), (Deed.CLOSE, own and not ended)]
        wanted += [(Deed.TRANSFER, own and not ended)]
        actor = self._desk.actor
        found: list[tuple[tuple[Deed, str], str]] = [
            ((deed, ""), tr(_WORDS[deed]))
            for deed, fits in wanted
            if fits and may(actor, f"AccountService.{deed.value}")
        ]
        for one in card.merged:
            words = tr(_WORDS[Deed.UNMERGE]).format(account=one.account_number)
            found.append(((Deed.UNMERGE, one.learner), words))
        return found

    def _chosen(self) -> tuple[Deed, str] | None:
        return None if self.deed is None else self.deed.value()

    @Slot()
    def _on_deed_edited(self) -> None:
        chosen, form = self._chosen(), self.form
        if form is None:
            return
        deed = None if chosen is None else chosen[0]
        self._explained.set_words("" if deed is None else tr(_EXPLAINED[deed]))
        self._explained.setVisible(deed is not None)
        form.row("destination").setVisible(deed is Deed.TRANSFER)
        form.row("reason").setVisible(deed not in (None, Deed.MERGE))
        self.action.set_words(tr("Choose the other record") if deed is Deed.MERGE else tr("Do it"))
        if deed is not None and deed is not Deed.MERGE:
            first = self.destination if deed is Deed.TRANSFER else self.reason
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_action_clicked(self) -> None:
        chosen, form, card = self._chosen(), self.form, self._card
        if form is None or card is None:
            return
        if chosen is None:
            form.show_problems([Problem("field.required", "deed")])
            return
        deed, subject = chosen
        if deed is Deed.MERGE:
            self.merge_asked.emit()
            return
        learner = LearnerId(subject) if subject else card.learner.learner
        act = self._act(deed, learner)
        house, reason = self.destination.text(), self.reason.text()

        def told(result: OpResult[None]) -> None:
            self.done.emit(Done(deed, card.learner.learner, result.changes, house, reason))

        self._desk.runner.run(act, told, owner=form, busy=self.action)

    def _act(self, deed: Deed, learner: LearnerId) -> Callable[[], OpResult[None]]:
        accounts, actor = self._desk.services.accounts, self._desk.actor
        reason, house = self.reason.text(), self.destination.text()
        if deed is Deed.TRANSFER:
            return lambda: accounts.transfer_out(actor, learner, house, reason)
        plain: dict[Deed, Callable[[], OpResult[None]]] = {
            Deed.UNMERGE: lambda: accounts.unmerge(actor, learner, reason),
            Deed.FREEZE: lambda: accounts.freeze(actor, learner, reason),
            Deed.REOPEN: lambda: accounts.reopen(actor, learner, reason),
            Deed.CLOSE: lambda: accounts.close(actor, learner, reason),
        }
        return plain[deed]
