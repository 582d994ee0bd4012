"""What is held about one person: the history of the record, wishes for correction, and the report.

``PersonPage(desk)``: search at the left; at the right who wrote what into the record, a line to note a
wish or why it is declined, and the report on everything as PDF and JSON. ``open_hit(hit)`` shows the
learner of ``hit.id``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.views_learners import LearnerCard, LearnerHit, LearnerHits
from creditbank_desktop.services.views_privacy import CorrectionView
from creditbank_desktop.ui.i18n import Words, say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState, Label, SectionTitle, StateChip, UprightArea
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.register import RegisterCard, RegisterWords, RowReading
from creditbank_desktop.ui.settings.sides import RegisterSides, word_moment
from creditbank_desktop.ui.shell.workplaces import SearchHit, WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.privacy_words import word_correction, word_profile_field
from creditbank_desktop.ui.wording.registry_names import speaks_english

T = TypeVar("T")
MOST_FOUND = 30
LEAST_HISTORY_PX = 130
LANGUAGE_PX = 96
_TONES = {
    "registered": Tone.NEUTRAL,
    "corrected": Tone.SUCCESS,
    "requested": Tone.WARNING,
    "declined": Tone.DANGER,
}


def hit_columns() -> tuple[Column[LearnerHit], ...]:
    """Return the columns of the people found."""
    return (
        Column(tr("Name"), lambda hit: hit.name or "–", 0, strong=True),
        Column(tr("Student no."), lambda hit: hit.student_number, 134, secondary=True),
    )


def history_columns() -> tuple[Column[CorrectionView], ...]:
    """Return the columns of a record's history."""
    return (
        Column(tr("Time"), lambda row: word_moment(row.at), 136, secondary=True),
        Column(
            tr("What"), lambda row: str(word_correction(row.kind)), 150, chip=lambda row: _TONES[row.kind]
        ),
        Column(tr("Details"), details_text, strong=True),
    )


class PersonPage(WorkplacePage):
    """Search, history and report; named in the module's text."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin with nobody."""
        super().__init__()
        self._desk = desk
        self._learner = LearnerId("")
        words = RegisterWords(
            tr("People"), tr("Number, name, initials"), tr("Search for the person who asks about their data.")
        )
        reading: RowReading[LearnerHit] = RowReading(lambda hit: hit.learner, lambda hit: (hit.name,))
        self.register = RegisterCard(hit_columns(), words, reading, searches_itself=False)
        self.name, self.chip = SectionTitle(""), StateChip()
        self.facts = Label("", "secondary", wrap=True)
        self.history: KeysetTable[CorrectionView] = KeysetTable(history_columns(), name=tr("History"))
        self.changes = Label("", wrap=True, selectable=True)
        self.text = TextEdit()
        self.text_row = FieldRow(tr("&Wish or answer"), self.text, field="text")
        self.note = SecondaryButton(tr("Note the wish"), key="Ctrl+N", icon=Icon.MESSAGE)
        self.decline = SecondaryButton(tr("Decline it"), key="Ctrl+D")
        self.language: ChoiceCombo[str] = ChoiceCombo()
        self.language.set_choices([Choice("zh", "中文"), Choice("en", "English")])
        self.language.setFixedWidth(LANGUAGE_PX)
        say(self.language.setAccessibleName, tr("Language of the report"))
        self.json = SecondaryButton(tr("Data (JSON)"), key="Ctrl+J")
        self.pdf = PrimaryButton(tr("Report (PDF)"), key="Ctrl+P")
        self._side = QStackedWidget()
        self._lay_out()
        self._connect()

    def on_opened(self) -> None:
        """Go to the search."""
        if self.language.value() is None:
            self.language.set_value("en" if speaks_english() else "zh")
        QTimer.singleShot(0, self, self.register.go_to_search)

    def open_hit(self, hit: SearchHit) -> None:
        """Show the learner of that id."""
        self.show_learner(LearnerId(hit.id))

    def show_learner(self, learner: LearnerId) -> None:
        """Read what is known of a learner and show it."""
        self._learner = learner
        services, actor = self._desk.services, self._desk.actor
        self._desk.runner.run(
            lambda: (services.learners.card(actor, learner), services.privacy.history(actor, learner)),
            self._show,
            owner=self,
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.chip)
        wish = QHBoxLayout()
        wish.setSpacing(8)
        wish.addWidget(self.note)
        wish.addWidget(self.decline)
        wish.addStretch(1)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.language)
        actions.addStretch(1)
        actions.addWidget(self.json)
        actions.addWidget(self.pdf)
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.facts)
        column.addWidget(self.history, 1)
        column.addWidget(self.changes)
        column.addWidget(self.text_row)
        column.addLayout(wish)
        plain = tr("Report and data are not encrypted: hand them to the person concerned and nobody else.")
        column.addWidget(Label(plain, "small", wrap=True))
        self.history.setMinimumHeight(LEAST_HISTORY_PX)
        self.history.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = Card()
        card.body.addLayout(head)
        card.body.addWidget(UprightArea(inner), 1)
        card.body.addLayout(actions)
        empty = Card()
        sentence = tr("Everything that is held about a person, in one report, and who wrote it.")
        empty.body.addWidget(EmptyState(Icon.LEARNER, sentence))
        self._side.addWidget(empty)
        self._side.addWidget(card)
        self.register.hide_when_narrow(1)
        self.body.addWidget(RegisterSides(self.register, self._side, side_share=5), 1)

    def _connect(self) -> None:
        self.register.asked.connect(self._on_register_asked)
        self.register.row_chosen.connect(self._on_register_row_chosen)
        self.register.row_opened.connect(self._on_register_row_opened)
        self.history.row_chosen.connect(self._on_history_row_chosen)
        self.note.clicked.connect(self._on_note_clicked)
        self.decline.clicked.connect(self._on_decline_clicked)
        self.pdf.clicked.connect(self._on_pdf_clicked)
        self.json.clicked.connect(self._on_json_clicked)
        self._desk.bus.changed.connect(self._on_bus_changed)
        table = self.shortcuts
        table.add("Ctrl+F", tr("Search"), self.register.go_to_search, hint=True)
        for button in (self.pdf, self.json, self.note, self.decline):
            table.add_button(button, hint=button is not self.decline)

    def _show(self, found: tuple[LearnerCard, tuple[CorrectionView, ...]]) -> None:
        card, history = found
        learner, profile = card.learner, card.learner.profile
        self._learner = learner.learner
        self.name.set_words(profile.name if profile else tr("Learner (record disposed of)"))
        wishes = sum(view.is_open for view in history)
        self.chip.setVisible(wishes > 0)
        self.chip.set_state(tr("%n wish(es) open", n=wishes), Tone.WARNING)
        number = profile.student_number if profile else ""
        told = tr("Account {account} · {number} · %n application(s)", n=len(card.applications))
        self.facts.set_words(told.format(account=learner.account_number, number=number or "–"))
        self.history.load(ListSource(history, lambda view: view.operation), select_first=True)
        # What was noted last is what one goes on with.
        self.history.select_place(0)
        for widget in (self.note, self.pdf, self.json, self.text_row, self.language):
            widget.setVisible(profile is not None)
        self.text.clear()
        self.text_row.clear_problems()
        self._side.setCurrentIndex(1)

    @Slot(str)
    def _on_register_asked(self, text: str) -> None:
        if not text.strip():
            self.register.show_rows(())
            return
        learners, actor = self._desk.services.learners, self._desk.actor

        def show(found: LearnerHits) -> None:
            if found.text == self.register.search.text().strip() or found.text == text:
                self.register.show_rows(found.hits)
                if found.hits and self.register.table.hasFocus():
                    self.register.table.select_place(0)

        self._desk.runner.run(lambda: learners.find(actor, text, MOST_FOUND), show, owner=self)

    @Slot(object)
    def _on_register_row_chosen(self, hit: LearnerHit | None) -> None:
        if hit is not None:
            self.show_learner(hit.learner)

    @Slot(object)
    def _on_register_row_opened(self, _hit: object) -> None:
        self.history.setFocus()

    @Slot(object)
    def _on_history_row_chosen(self, view: CorrectionView | None) -> None:
        self.decline.setVisible(view is not None and view.is_open)
        self.changes.set_words(changes_text(view) if view is not None else "")
        self.changes.setVisible(view is not None and bool(view.changes))

    @Slot()
    def _on_note_clicked(self) -> None:
        privacy, actor, text = self._desk.services.privacy, self._desk.actor, self.text.text()
        learner = self._learner
        self._desk.runner.run(
            lambda: privacy.request_correction(actor, learner, text),
            lambda result: self._noted(result, tr("The wish is noted.")),
            owner=self.text_row,
            busy=self.note,
        )

    @Slot()
    def _on_decline_clicked(self) -> None:
        view = self.history.selected()
        if view is None:
            return
        privacy, actor, text = self._desk.services.privacy, self._desk.actor, self.text.text()
        learner, request = self._learner, view.operation
        self._desk.runner.run(
            lambda: privacy.decline_correction(actor, learner, request, text),
            lambda result: self._noted(result, tr("The answer is noted.")),
            owner=self.text_row,
            busy=self.decline,
        )

    def _noted(self, result: OpResult[T], words: Words) -> None:
        self._desk.bus.announce(result.changes)
        self.messages.show_notice(Notice(str(words), Tone.SUCCESS))
        self.show_learner(self._learner)
        QTimer.singleShot(0, self, self.history.setFocus)

    @Slot()
    def _on_pdf_clicked(self) -> None:
        language = self.language.value() or "zh"
        privacy, actor, learner = self._desk.services.privacy, self._desk.actor, self._learner
        self._save("pdf", "PDF (*.pdf)", lambda: privacy.report_pdf(actor, learner, language), self.pdf)

    @Slot()
    def _on_json_clicked(self) -> None:
        privacy, actor, learner = self._desk.services.privacy, self._desk.actor, self._learner
        self._save("json", "JSON (*.json)", lambda: privacy.report_json(actor, learner), self.json)

    def _save(self, ending: str, kind: str, draw: Callable[[], bytes], busy: QWidget) -> None:
        """Ask where to, then gather, draw and write; the name of the file names nobody."""
        day = self._desk.clock.today().isoformat()
        path = self._desk.choose_save(self, f"report-{day}.{ending}", kind)
        if not path:
            return

        def work() -> None:
            self._desk.write_file(path, draw())

        def done(_nothing: None) -> None:
            told = tr("Saved: {path}. The report stands in the audit trail.").format(path=path)
            self.messages.show_notice(Notice(str(told), Tone.SUCCESS))

        self._desk.runner.run(work, done, owner=self, busy=busy)

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and ("learner", self._learner) in changes:
            self.show_learner(self._learner)


def details_text(view: CorrectionView) -> str:
    """Say who did it, to which fields, and why."""
    between = ", " if speaks_english() else "、"
    fields = between.join(str(word_profile_field(change.field)) for change in view.changes)
    return " · ".join(part for part in (view.person, fields, view.reason) if part)


def changes_text(view: CorrectionView) -> str:
    """Say what each field held before and after."""
    lines = (
        f"{word_profile_field(change.field)}: {change.before or '–'} → {change.after or '–'}"
        for change in view.changes
    )
    return "\n".join(lines)
