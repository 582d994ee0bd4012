"""The filters above the audit trail: period, person, kind of action, and a number to look for.

``FilterBar()``: ``wanted()``, ``show_people(people)``, ``show_count(count)``, ``go_to_search()``,
``clear()``, ``is_sound()``; buttons ``all_button``, ``export_button``.
Signals: ``changed()`` when other lines are wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.services.views_audit import AuditGroup, AuditPerson, AuditWanted
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import IconButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import DateEdit, SearchBox
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.audit_words import word_group
from creditbank_desktop.ui.wording.failures import word_problem

_SETTLE_MS = 250
_WIDE_PX = 540
_ANYBODY = PersonId("-")


class FilterBar(QWidget):
    """Named in the module's text."""

    changed = Signal()

    def __init__(self) -> None:
        """Begin with nothing left out."""
        super().__init__()
        self.search = SearchBox(tr("Look for a number"))
        self.since = DateEdit()
        self.until = DateEdit()
        self.person: ChoiceCombo[PersonId] = ChoiceCombo(placeholder=tr("Everybody"))
        self.group: ChoiceCombo[str] = ChoiceCombo(placeholder=tr("All actions"))
        self.count = Label("", "secondary")
        self.all_button = IconButton(Icon.FILTER, tr("Show all lines"), key="Ctrl+0")
        self.export_button = SecondaryButton(tr("Export"), key="Ctrl+E", icon=Icon.DOWNLOAD)
        self.problem = Label("", "problem", wrap=True)
        self.problem.hide()
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.changed)
        self._name()
        self._lay_out()
        groups = [Choice(group.value, word_group(group)) for group in AuditGroup]
        self.group.set_choices([Choice("", tr("All actions")), *groups])
        self.show_people(())
        for editor in (self.since, self.until, self.person, self.group):
            editor.edited.connect(self._on_edited)
        self.search.searched.connect(self._on_edited)
        self.search.submitted.connect(self._on_search_submitted)
        self.all_button.clicked.connect(self.clear)

    def show_people(self, people: Sequence[AuditPerson]) -> None:
        """Offer these people."""
        named = [Choice(one.person, f"{one.name} ({one.login})") for one in people]
        program = Choice(PersonId(""), tr("The program"))
        self.person.set_choices([Choice(_ANYBODY, tr("Everybody")), *named, program])

    def wanted(self) -> AuditWanted:
        """Return which lines are wanted; days are those of this place."""
        person, until = self.person.value(), self.until.day()
        return AuditWanted(
            since=_begin(self.since.day()),
            until=_begin(None if until is None else until + timedelta(days=1)),
            person=None if person == _ANYBODY else person,
            group=AuditGroup(self.group.value() or "") if self.group.value() else None,
            subject=self.search.text().strip(),
        )

    def is_sound(self) -> bool:
        """Show what is wrong with the days and return whether nothing is."""
        problem = self.since.own_problem() or self.until.own_problem()
        self.problem.setVisible(problem is not None)
        if problem is not None:
            self.problem.set_words(word_problem(problem))
        return problem is None

    def show_count(self, count: int) -> None:
        """Say how many lines fit."""
        self.count.set_words(tr("%n line(s)", n=count))

    def go_to_search(self) -> None:
        """Put the focus where one searches."""
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def clear(self) -> None:
        """Leave nothing out any more."""
        for editor in (self.search, self.since, self.until):
            editor.clear()
        self.person.set_value(_ANYBODY)
        self.group.set_value("")
        self._timer.stop()
        self.changed.emit()

    def _name(self) -> None:
        say(self.since.setAccessibleName, tr("From day"))
        say(self.until.setAccessibleName, tr("Up to day"))
        say(self.person.setAccessibleName, tr("Person"))
        say(self.group.setAccessibleName, tr("Kind of action"))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 6)
        rows.setSpacing(8)
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(8)
            rows.addLayout(row)
        rows.addWidget(self.problem)
        above.addWidget(self.search, 1)
        for day in (self.since, self.until):
            day.setFixedWidth(112)
            above.addWidget(day)
        above.addWidget(self.all_button)
        for combo in (self.person, self.group):
            combo.setMinimumWidth(80)
            combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            below.addWidget(combo, 1)
        below.addWidget(self.count)
        below.addWidget(self.export_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the count out where the choices need its room."""
        super().resizeEvent(event)
        self.count.setVisible(self.width() >= _WIDE_PX)

    @Slot()
    def _on_edited(self, *_anything: object) -> None:
        if self.is_sound():
            self._timer.start()

    @Slot(str)
    def _on_search_submitted(self, _text: str) -> None:
        self._timer.stop()
        self.changed.emit()


def _begin(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time()).astimezone(UTC)
