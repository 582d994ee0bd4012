"""The card of one learner: who, how many credits are posted and pending, applications and papers.

``CardView(actor)``: ``show_card(card)``, ``clear()``. Signals: ``application_opened(str)``,
``paper_opened(str)`` with the ids, ``correct_asked()``, ``begin_asked()``, ``statement_asked()``,
``reveal_asked()``, ``privacy_asked()``, ``account_asked()``, ``undo_asked()``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.learners import AccountState, LearnerProfile
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_applications import ApplicationRow
from creditbank_desktop.services.views_learners import LearnerCard, PendingCredit
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import ActionButton, IconButton, PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import (
    Card,
    EmptyState,
    Facts,
    Label,
    SectionTitle,
    StateChip,
    UprightArea,
)
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.ethnic_groups import word_ethnic_group
from creditbank_desktop.ui.wording.names import (
    word_account_state,
    word_document_kind,
    word_paper_kind,
    word_sex,
    word_state,
)
from creditbank_desktop.ui.wording.registry_names import programme_words
from creditbank_desktop.ui.wording.tones import due_to_learner, due_tone, state_tone, word_due

HEADER_PX = 34
MOST_ROWS = 5


class Balance(QFrame):
    """One sum of credits with what it is, large enough to be read across a counter."""

    def __init__(self, words: str, explanation: str) -> None:
        """Name the sum."""
        super().__init__()
        self.setProperty("kind", "note")
        self._sum = Label("0.0", "title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(0)
        layout.addWidget(Label(words, "small"))
        layout.addWidget(self._sum)
        layout.addWidget(Label(explanation, "small", wrap=True))

    def show_sum(self, text: str) -> None:
        """Show the sum."""
        self._sum.set_words(text)

    def sum_text(self) -> str:
        """Return the sum as shown."""
        return self._sum.text()


class CardView(Card):
    """One learner; its methods and signals are named in the module's text."""

    application_opened = Signal(str)
    paper_opened = Signal(str)
    correct_asked = Signal()
    begin_asked = Signal()
    statement_asked = Signal()
    reveal_asked = Signal()
    privacy_asked = Signal()
    account_asked = Signal()
    undo_asked = Signal()

    def __init__(
        self, actor: Actor, *, has_counter: bool, has_statements: bool, has_privacy: bool = False
    ) -> None:
        """Offer what ``actor`` may do and the program can open."""
        super().__init__()
        self._may_correct = may(actor, "LearnerService.correct")
        self._may_account = may(actor, "AccountService.merge")
        self._may_begin = has_counter and may(actor, "IntakeService.submit")
        self._may_print = has_statements and may(actor, "IssuingService.statement")
        self._may_reveal = may(actor, "PrivacyService.reveal")
        self._may_look_up = has_privacy and may(actor, "PrivacyService.report")
        self._name = Label("", "title")
        self._state = StateChip("", Tone.NEUTRAL)
        self._facts = Facts()
        self._more = Facts()
        self.posted = Balance(tr("Posted credits"), tr("In the account, on every statement"))
        self.pending = Balance(tr("Pending credits"), tr("Decided or on the way, not yet in the account"))
        self.waits = _waits_table()
        self.applications = _applications_table()
        self.papers = _papers_table()
        self.reveal = IconButton(Icon.EYE, tr("Show whole numbers"), key="Ctrl+I")
        self.privacy = IconButton(Icon.HISTORY, tr("Data held and its history"), key="Ctrl+D")
        self.correct = SecondaryButton(tr("Correct"), key="Ctrl+E", icon=Icon.PENCIL)
        self.account = IconButton(
            Icon.LEARNERS, tr("Merge, freeze, close or transfer the account"), key="Ctrl+M"
        )
        self.undo = IconButton(Icon.UNDO, tr("Take the last act on the account back"), key="Ctrl+Z")
        self.statement = SecondaryButton(tr("Statement"), key="Ctrl+P", icon=Icon.PRINTER)
        self.begin = PrimaryButton(tr("New application"), key="Ctrl+Return", icon=Icon.PLUS)
        self._stack = QStackedWidget()
        self._waits_title = SectionTitle(tr("What is pending, and why"))
        self._lay_out()
        self._connect()
        self.clear()

    def offered(self) -> tuple[ActionButton, ...]:
        """Return the actions that this person has at all."""
        actions: tuple[tuple[bool, ActionButton], ...] = (
            (self._may_correct, self.correct),
            (self._may_print, self.statement),
            (self._may_begin, self.begin),
        )
        return tuple(button for offered, button in actions if offered)

    def offered_icons(self) -> tuple[IconButton, ...]:
        """Return the actions with an icon only that this person has at all."""
        icons = (
            (self._may_account, self.account),
            (self._may_account, self.undo),
            (self._may_reveal, self.reveal),
            (self._may_look_up, self.privacy),
        )
        return tuple(button for offered, button in icons if offered)

    def show_profile(self, profile: LearnerProfile) -> None:
        """Show the values of a person that were asked for."""
        self._more.set_facts(_person_facts(profile))
        self.reveal.hide()

    def clear(self) -> None:
        """Show nobody."""
        self._stack.setCurrentIndex(0)

    def show_card(self, card: LearnerCard) -> None:
        """Show a learner."""
        learner, profile = card.learner, card.learner.profile
        self._name.set_words(profile.name if profile else tr("Learner (record disposed of)"))
        state = learner.account_state
        self._state.set_state(
            word_account_state(state.value), Tone.SUCCESS if state is AccountState.OPEN else Tone.WARNING
        )
        self._facts.set_facts(_study_facts(card))
        self._more.set_facts(_person_facts(profile))
        self.posted.show_sum(format_credits(card.balance))
        self.pending.show_sum(format_credits(card.pending_total))
        self._waits_title.setVisible(bool(card.pending))
        self.waits.setVisible(bool(card.pending))
        _load(self.waits, card.pending, lambda one: f"{one.application}:{one.line}")
        _load(self.applications, card.applications, lambda row: row.application)
        _load(self.papers, card.papers, lambda paper: paper.paper)
        here = profile is not None and not card.is_of_other_office
        self.correct.setVisible(self._may_correct and here)
        self.account.setVisible(self._may_account and profile is not None)
        self.undo.setVisible(self._may_account and bool(card.undoable))
        self.begin.setVisible(self._may_begin and profile is not None)
        self.statement.setVisible(self._may_print)
        self.reveal.setVisible(self._may_reveal and profile is not None)
        self.privacy.setVisible(self._may_look_up)
        self._stack.setCurrentIndex(1)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        facts = QHBoxLayout()
        facts.setSpacing(24)
        for part in (self._facts, self._more):
            facts.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        sums = QHBoxLayout()
        sums.setSpacing(MEASURES.gutter)
        sums.addWidget(self.posted, 1)
        sums.addWidget(self.pending, 1)
        column.addLayout(facts)
        column.addLayout(sums)
        column.addWidget(self._waits_title)
        column.addWidget(self.waits)
        for title, table in ((tr("Applications"), self.applications), (tr("Papers"), self.papers)):
            column.addWidget(SectionTitle(title))
            column.addWidget(table)
        column.addStretch(1)
        area = UprightArea(inner)
        self._stack.addWidget(
            EmptyState(
                Icon.LEARNER, tr("Choose a learner at the left, or type a number, a name or initials.")
            )
        )
        self._stack.addWidget(self._page(area))
        self.body.addWidget(self._stack)

    def _page(self, area: QScrollArea) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._name)
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(self.undo)
        head.addWidget(self.account)
        head.addWidget(self.reveal)
        head.addWidget(self.privacy)
        bar = QFrame()
        bar.setProperty("kind", "actionbar")
        actions = QHBoxLayout(bar)
        actions.setContentsMargins(0, 10, 0, 0)
        actions.addWidget(self.correct)
        actions.addStretch(1)
        actions.addWidget(self.statement)
        actions.addWidget(self.begin)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        layout.addWidget(bar)
        return page

    def _connect(self) -> None:
        self.correct.clicked.connect(self.correct_asked)
        self.account.clicked.connect(self.account_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.begin.clicked.connect(self.begin_asked)
        self.statement.clicked.connect(self.statement_asked)
        self.reveal.clicked.connect(self.reveal_asked)
        self.privacy.clicked.connect(self.privacy_asked)
        self.applications.row_opened.connect(self._on_applications_row_opened)
        self.papers.row_opened.connect(self._on_papers_row_opened)
        self.waits.row_opened.connect(self._on_applications_row_opened)

    def _on_applications_row_opened(self, row: ApplicationRow | PendingCredit) -> None:
        self.application_opened.emit(row.application)

    def _on_papers_row_opened(self, paper: Paper) -> None:
        self.paper_opened.emit(paper.paper)


def _study_facts(card: LearnerCard) -> tuple[tuple[str, str], ...]:
    learner, profile = card.learner, card.learner.profile
    facts = [
        (tr("Account"), learner.account_number),
        (tr("Student no."), (profile.student_number if profile else "") or "–"),
        (tr("Programme"), programme_words(card.programme) if card.programme else learner.programme),
        (tr("Intake year"), str(learner.intake_year)),
        (tr("Class"), learner.class_name or "–"),
        (tr("Opened on"), learner.opened_on.isoformat()),
    ]
    for one in card.merged:
        words = tr("{account} ({credits} credits)")
        merged = words.format(account=one.account_number, credits=format_credits(one.balance))
        facts.append((tr("Merged"), merged))
    if card.is_of_other_office:
        facts.append((tr("Kept by"), tr("another office, which alone corrects it")))
    if card.is_unchecked:
        facts.append((tr("Note"), tr("unknown here, not checked at the centre")))
    return tuple(facts)


def _person_facts(profile: LearnerProfile | None) -> tuple[tuple[str, str], ...]:
    if profile is None:
        return ()
    facts = [
        (word_document_kind(profile.document_kind.value), profile.document_number),
        (tr("Latin name"), profile.latin_name),
        (tr("Former name"), profile.former_name),
        (tr("Sex"), word_sex(profile.sex.value)),
        (tr("Born on"), profile.birth_date.isoformat() if profile.birth_date else ""),
        (tr("Ethnic group"), word_ethnic_group(profile.ethnic_group) if profile.ethnic_group else ""),
        (tr("Telephone"), profile.phone),
        (tr("E-mail"), profile.email),
        (tr("Address"), profile.address),
        (tr("Veteran"), tr("yes") if profile.is_veteran else ""),
    ]
    return tuple((name, value) for name, value in facts if value)


def _load(table: KeysetTable[Any], rows: Sequence[Any], id_of: Any) -> None:
    table.load(ListSource(rows, id_of))
    table.setFixedHeight(HEADER_PX + MEASURES.row_height * max(1, min(len(rows), MOST_ROWS)))


def _quiet(table: KeysetTable[Any], empty: str = "") -> None:
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.empty_text = empty


def _applications_table() -> KeysetTable[ApplicationRow]:
    table: KeysetTable[ApplicationRow] = KeysetTable(
        (
            Column(tr("Outcome"), _application_title, strong=True),
            Column(tr("Received on"), lambda row: row.received_on.isoformat(), 104, secondary=True),
            Column(
                tr("State"),
                lambda row: word_state(row.state.value),
                116,
                chip=lambda row: state_tone(row.state),
            ),
            Column(
                tr("Due"),
                _due_text,
                124,
                chip=_due_tone,
            ),
        ),
        name=tr("Applications"),
    )
    _quiet(table, tr("No applications yet."))
    return table


def _application_title(row: ApplicationRow) -> str:
    return (
        tr("{title} and {count} more").format(title=row.title, count=row.lines - 1)
        if row.lines > 1
        else row.title
    )


def _papers_table() -> KeysetTable[Paper]:
    table: KeysetTable[Paper] = KeysetTable(
        (
            Column(tr("Paper"), lambda paper: word_paper_kind(paper.kind.value), strong=True),
            Column(tr("No."), lambda paper: paper.number, 190, secondary=True),
            Column(tr("Issued on"), lambda paper: paper.issued_on.isoformat(), 104, secondary=True),
            Column(
                tr("State"),
                lambda paper: tr("Voided") if paper.voided else tr("In force"),
                84,
                chip=lambda paper: Tone.DANGER if paper.voided else Tone.SUCCESS,
            ),
        ),
        name=tr("Papers"),
    )
    _quiet(table, tr("No papers were issued yet."))
    return table


def _waits_table() -> KeysetTable[PendingCredit]:
    table: KeysetTable[PendingCredit] = KeysetTable(
        (
            Column(tr("Outcome"), lambda one: one.title, strong=True),
            Column(tr("Credits"), lambda one: format_credits(one.credits), 76, right=True),
            Column(tr("Why"), _why, 232, secondary=True),
        ),
        name=tr("Pending credits"),
    )
    _quiet(table)
    return table


def _why(one: PendingCredit) -> str:
    if one.takes_effect_on_sync:
        return tr("{state} · takes effect on sync").format(state=word_state(one.why))
    return word_state(one.why)


def _due_text(row: ApplicationRow) -> str:
    due = due_to_learner(row.due)
    return "" if due is None else word_due(due)


def _due_tone(row: ApplicationRow) -> Tone | None:
    due = due_to_learner(row.due)
    return None if due is None else due_tone(due)
