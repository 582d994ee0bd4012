"""The head of every decision form: whose file it is, until when, and what stands in the way.

``CaseHead()``: ``show_case(case)``, ``show_kept(words)`` when four eyes forbid, ``show_changed(seen, now)``
when somebody else was quicker.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.ui.evaluation.case_facts import deed_text, new_deeds, sum_up
from creditbank_desktop.ui.evaluation.wording import word_due_date, word_programme
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.surfaces import Label, Note, StateChip
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.names import word_state


class CaseHead(QWidget):
    """Name, programme, number, state and due date; below them what stands in the way."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.name = Label("", "title")
        self.state = StateChip()
        self.about = Label("", "small", wrap=True)
        self.due = Label("", "small", wrap=True)
        self.kept = Note()
        self.changed = Note()
        first = QHBoxLayout()
        first.addWidget(self.name)
        first.addStretch(1)
        first.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(first)
        for widget in (self.about, self.due, self.kept, self.changed):
            layout.addWidget(widget)
        self.kept.hide()
        self.changed.hide()

    def show_case(self, case: Case) -> None:
        """Show whose file it is."""
        profile = case.learner.profile
        self.name.set_words(profile.name if profile is not None else tr("(disposed of)"))
        number = profile.student_number if profile is not None else ""
        parts = (word_programme(case), case.learner.class_name, number)
        self.about.set_words(" · ".join(part for part in parts if part))
        self.state.set_state(word_state(case.application.state.value), Tone.INFO)
        due = case.due
        receipt = case.application.receipt_number
        self.due.set_words(f"{receipt} · {word_due_date(due)}" if due is not None else receipt)
        self.kept.hide()
        self.changed.hide()

    def show_kept(self, words: str) -> None:
        """Say why this person may not decide; nothing when ``words`` is empty."""
        self.kept.setVisible(bool(words))
        self.kept.title.set_words(tr("You cannot decide this file"))
        self.kept.text.set_words(words)

    def show_changed(self, seen: Case, now: Case) -> None:
        """Show what was seen and what is there now beside each other."""
        parts = [
            tr("You saw: {then}").format(then=sum_up(seen)),
            tr("Now: {now}").format(now=sum_up(now)),
            *(deed_text(deed) for deed in new_deeds(seen, now)),
            tr("What you entered is kept."),
        ]
        self.changed.title.set_words(tr("Somebody changed this file while you were deciding"))
        self.changed.text.set_words("\n".join(str(part) for part in parts))
        self.changed.show()
