"""One learner's credits and papers: what is posted, what is only on its way, what was issued.

``LearnerPanel(actor)``: ``show_learner(found)``, ``show_nobody()``, ``current()`` is the selected `PaperRow`,
``select(row_id)``, ``offer(row, fresh)`` shows the actions for it. Buttons: ``issue``, ``print_original``,
``copy``, ``void``, ``save``. Signals: ``row_chosen(object)`` with the `PaperRow`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_learners import PendingCredit
from creditbank_desktop.ui.i18n import Words, say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, ElidedLabel, EmptyState, Label, Note
from creditbank_desktop.ui.papers.reason_panel import Question, ReasonPanel
from creditbank_desktop.ui.statements.readings import LearnerPapers, PaperRow, paper_rows
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.names import word_paper_kind, word_state
from creditbank_desktop.ui.wording.registry_names import local_name

_MOST_PENDING = 3
_DATE_COLUMN = 2
_DATES_FROM_PX = 490
_LIST_AND_QUESTION_FROM_PX = 540


class LearnerPanel(Card):
    """Learner, balance, papers and what can be done; named in the module's text."""

    row_chosen = Signal(object)

    def __init__(self, actor: Actor, *, prints_directly: bool = True) -> None:
        """Show what ``actor`` may see."""
        super().__init__()
        self._actor = actor
        self._loading = False
        self.name = ElidedLabel("", "title")
        self.about = ElidedLabel("", "secondary")
        self.posted = Label("", "title")
        self.posted_words = Label("", "secondary", wrap=True)
        self.pending = Note()
        self.empty = EmptyState(Icon.LEARNER, tr("Find a learner to see credits and papers."))
        self.papers = self._table()
        self.reasons = ReasonPanel()
        issue_words = tr("Issue and print") if prints_directly else tr("Issue and open")
        print_words = tr("Print") if prints_directly else tr("Open for printing")
        self.issue = PrimaryButton(issue_words, key="Ctrl+Return", icon=Icon.PRINTER)
        self.print_original = PrimaryButton(print_words, key="Ctrl+Return", icon=Icon.PRINTER)
        self.copy = SecondaryButton(tr("Copy"), key="R")
        self.void = SecondaryButton(tr("Void"), key="V")
        self.save = SecondaryButton(tr("Save PDF"), key="Ctrl+S")
        self.actions_bar = QFrame()
        self._lay_out()
        self.papers.row_chosen.connect(self._on_papers_row_chosen)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Show no learner."""
        self._parts(visible=False)
        self.reasons.hide()

    def show_learner(self, found: LearnerPapers, select: str = "") -> None:
        """Show a learner; the row with the id ``select`` is chosen, else the one before, else the first."""
        self._parts(visible=True)
        say(self.name.setText, lambda: _name(found))
        say(self.about.setText, lambda: _about(found))
        account = found.account
        self.posted.set_words(format_credits(account.balance))
        self.posted_words.set_words(
            tr("credits posted, %n entries", n=len(account.entries))
            if account.entries
            else tr("credits posted. Nothing is in the account yet, the statement would be empty.")
        )
        self._show_pending(found)
        self._loading = True
        self.papers.load(ListSource(paper_rows(found, self._actor), lambda row: row.id), select_first=True)
        if select:
            self.papers.select_id(select)
        self._loading = False
        self.row_chosen.emit(self.papers.selected())

    def ask(self, question: Question) -> None:
        """Ask for a reason in place of the actions; the list gives way where there is no room for both."""
        self.actions_bar.hide()
        self.reasons.ask(question)
        self._make_room()

    def stop_asking(self) -> None:
        """Show list and actions again."""
        self.reasons.hide()
        for part in (self._credits, self._pending_place, self.papers, self.actions_bar):
            part.show()

    def current(self) -> PaperRow | None:
        """Return the row that is selected."""
        return self.papers.selected()

    def offer(self, row: PaperRow | None, *, fresh: bool) -> None:
        """Offer what can be done with ``row``; ``fresh`` when its original may still be printed."""
        paper = None if row is None else row.paper
        may_act = may(self._actor, "IssuingService.reprint")
        self.issue.setVisible(row is not None and paper is None)
        self.print_original.setVisible(paper is not None and fresh)
        self.copy.setVisible(paper is not None and not fresh and may_act and not paper.voided)
        may_void = may(self._actor, "IssuingService.void")
        self.void.setVisible(paper is not None and may_void and not paper.voided)
        self.save.setVisible(row is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the dates out where there is no room: kind and number tell papers apart."""
        super().resizeEvent(event)
        self.papers.setColumnHidden(_DATE_COLUMN, self.width() < _DATES_FROM_PX)
        if self.reasons.isVisibleTo(self):
            self._make_room()

    def _make_room(self) -> None:
        roomy = self.height() >= _LIST_AND_QUESTION_FROM_PX
        for part in (self._credits, self._pending_place, self.papers):
            part.setVisible(roomy)

    def _table(self) -> KeysetTable[PaperRow]:
        table: KeysetTable[PaperRow] = KeysetTable(
            (
                Column(tr("Paper"), _kind_text),
                Column(tr("Number"), _number_text, 190, secondary=True),
                Column(tr("Issued on"), _date_text, 96, secondary=True),
                Column(tr("Copies"), _copies_text, 66, chip=_copies_tone),
            ),
            name=tr("Papers"),
        )
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.set_empty_text(tr("No paper was issued for this learner yet."))
        return table

    def _lay_out(self) -> None:
        balance = QHBoxLayout()
        balance.setSpacing(8)
        balance.addWidget(self.posted)
        balance.addWidget(self.posted_words, 1)
        self._credits = QWidget()
        balance.setContentsMargins(0, 0, 0, 0)
        self._credits.setLayout(balance)
        self.actions_bar.setProperty("kind", "actionbar")
        actions = QHBoxLayout(self.actions_bar)
        actions.setContentsMargins(0, 10, 0, 0)
        actions.setSpacing(8)
        actions.addWidget(self.void)
        actions.addStretch(1)
        for button in (self.save, self.copy, self.issue, self.print_original):
            actions.addWidget(button)
        self._head = QWidget()
        self._head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.reasons.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(2)
        head.addWidget(self.name)
        head.addWidget(self.about)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self._head)
        self.body.addWidget(self._credits)
        self._pending_place = QWidget()
        place = QVBoxLayout(self._pending_place)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.pending)
        self.body.addWidget(self._pending_place)
        self.body.addWidget(self.papers, 1)
        # Takes the room while the list is away, so that nothing else is stretched.
        self.body.addStretch(0)
        self.body.addWidget(self.reasons)
        self.body.addWidget(self.actions_bar)

    def _parts(self, *, visible: bool) -> None:
        self.empty.setVisible(not visible)
        for part in (self._head, self._credits, self._pending_place, self.papers, self.actions_bar):
            part.setVisible(visible)

    def _show_pending(self, found: LearnerPapers) -> None:
        account = found.account
        self.pending.setVisible(bool(account.pending))
        self.pending.title.set_words(
            tr("On the way, not posted: {credits} credits").format(
                credits=format_credits(account.pending_total)
            )
        )
        say(self.pending.text.setText, lambda: _pending_text(account.pending))

    @Slot(object)
    def _on_papers_row_chosen(self, row: PaperRow | None) -> None:
        if not self._loading:
            self.row_chosen.emit(row)


def _name(found: LearnerPapers) -> str:
    profile = found.card.learner.profile
    return profile.name if profile is not None else str(tr("(disposed of)"))


def _about(found: LearnerPapers) -> str:
    card = found.card
    number = "" if card.learner.profile is None else card.learner.profile.student_number
    programme = "" if card.programme is None else local_name(card.programme.name_zh, card.programme.name_en)
    parts = (number or card.learner.account_number, programme, card.learner.class_name)
    return " · ".join(part for part in parts if part)


def _pending_text(pending: tuple[PendingCredit, ...]) -> str:
    lines = [str(_pending_line(credit)) for credit in pending[:_MOST_PENDING]]
    if len(pending) > _MOST_PENDING:
        lines.append(str(tr("and %n more", n=len(pending) - _MOST_PENDING)))
    return "\n".join(lines)


def _pending_line(credit: PendingCredit) -> Words:
    if credit.takes_effect_on_sync:
        line = tr("{credits} {title}: delivered, takes effect on sync")
    else:
        line = tr("{credits} {title}: {state}")
    return line.format(
        credits=format_credits(credit.credits),
        title=credit.title or credit.receipt_number,
        state=word_state(credit.why),
    )


def _kind_text(row: PaperRow) -> str:
    return str(tr("New statement") if row.paper is None else word_paper_kind(row.paper.kind.value))


def _number_text(row: PaperRow) -> str:
    return "" if row.paper is None else row.paper.number


def _date_text(row: PaperRow) -> str:
    return "" if row.paper is None else row.paper.issued_on.isoformat()


def _copies_text(row: PaperRow) -> str:
    if row.paper is None:
        return str(tr("Draft", note="paper"))
    return str(tr("Voided")) if row.paper.voided else str(row.paper.copies)


def _copies_tone(row: PaperRow) -> Tone | None:
    if row.paper is None:
        return Tone.WARNING
    return Tone.DANGER if row.paper.voided else None
