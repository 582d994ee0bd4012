"""The middle of the counter: one pane at a time, from the empty start to the file that was accepted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.services.views_applications import DraftRow
from creditbank_desktop.ui.counter.act_panels import ActPanel
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState, Label
from creditbank_desktop.ui.theme.icons import Icon

_QUESTION_PX = 420
_MOST_NAMED = 5


class StartPane(QWidget):
    """Nothing is open: one sentence and the way in. Signals: ``find_asked()``."""

    find_asked = Signal()

    def __init__(self) -> None:
        """Point to the box."""
        super().__init__()
        button = PrimaryButton(tr("Find the learner"), key="Ctrl+F", icon=Icon.SEARCH)
        # The page works this key everywhere; the button only prints it, for two owners would silence it.
        for shortcut in button.findChildren(QShortcut):
            shortcut.setEnabled(False)
        button.clicked.connect(self.find_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            EmptyState(
                Icon.USER_PLUS,
                tr("Who is at the counter? Type a number, a name or its initials, or scan a code."),
                button,
            )
        )


class DraftQuestion(QWidget):
    """One question after a start: go on with what was unfinished, or throw it away.

    Signals: ``continued(str)``, ``discarded(str)``, ``left()``.
    """

    continued = Signal(str)
    discarded = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        """Begin without a draft."""
        super().__init__()
        self._draft = ""
        self._what = Label("", "section", wrap=True)
        self._when = Label("", "secondary", wrap=True)
        self._others = Label("", "secondary", wrap=True)
        self.recover = PrimaryButton(tr("Continue it"), key="Ctrl+Return")
        self.discard = SecondaryButton(tr("Discard it"), key="Ctrl+Shift+X", icon=Icon.TRASH)
        self.later = QuietButton(tr("Later"), key="Escape")
        narrow = QWidget()
        narrow.setProperty("ground", "none")
        narrow.setMaximumWidth(_QUESTION_PX)
        layout = QVBoxLayout(narrow)
        layout.setSpacing(12)
        layout.addStretch(1)
        for part in (self._what, self._when, self._others):
            layout.addWidget(part)
        for button in (self.recover, self.discard, self.later):
            layout.addWidget(button)
        layout.addStretch(2)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(narrow, 100)
        across.addStretch(1)
        self.recover.clicked.connect(self._on_recover_clicked)
        self.discard.clicked.connect(self._on_discard_clicked)
        self.later.clicked.connect(self.left)

    def ask(self, draft: DraftRow, others: Sequence[DraftRow] = ()) -> None:
        """Ask about ``draft``, the newest; ``others`` are named and stay in their list."""
        self._draft = draft.draft
        self._others.set_words(_named(others))
        self._others.setVisible(bool(others))
        title = draft.title or tr("no title yet")
        self._what.set_words(
            tr("Unfinished application of {learner}: {title}").format(learner=draft.learner_name, title=title)
        )
        self._when.set_words(tr("Saved {time}. Nothing of it was lost.").format(time=_time(draft)))

    @Slot()
    def _on_recover_clicked(self) -> None:
        self.continued.emit(self._draft)

    @Slot()
    def _on_discard_clicked(self) -> None:
        self.discarded.emit(self._draft)


class PartedQuestion(QWidget):
    """Two windows were at one draft: go on with one's own copy, or with the other window's.

    Signals: ``own_chosen()``, ``other_chosen(str)`` with the other draft; one's own copy stays in the list.
    """

    own_chosen = Signal()
    other_chosen = Signal(str)

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__()
        self._other = ""
        self._what = Label("", "section", wrap=True)
        told = tr("What you typed here was kept as a draft of its own. Nothing was overwritten.")
        self.own = PrimaryButton(tr("Go on with mine"), key="Ctrl+Return")
        self.other = SecondaryButton(tr("Take the other one"), key="Ctrl+Shift+X")
        narrow = QWidget()
        narrow.setProperty("ground", "none")
        narrow.setMaximumWidth(_QUESTION_PX)
        layout = QVBoxLayout(narrow)
        layout.setSpacing(12)
        layout.addStretch(1)
        for part in (self._what, Label(told, "secondary", wrap=True), self.own, self.other):
            layout.addWidget(part)
        layout.addStretch(2)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(narrow, 100)
        across.addStretch(1)
        self.own.clicked.connect(self.own_chosen)
        self.other.clicked.connect(self._on_other_clicked)

    def ask(self, what: str, other: str) -> None:
        """Say ``what`` happened; there is nothing else to take where ``other`` is empty."""
        self._other = other
        self._what.set_words(what)
        self.other.setVisible(bool(other))

    @Slot()
    def _on_other_clicked(self) -> None:
        self.other_chosen.emit(self._other)


def _time(draft: DraftRow) -> str:
    return draft.saved_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _named(others: Sequence[DraftRow]) -> str:
    """Name other drafts, one a line; all of them stand in the list of what waits."""
    lines = [
        tr("{time}  {learner}: {title}").format(
            time=_time(draft), learner=draft.learner_name, title=draft.title or tr("no title yet")
        )
        for draft in others[:_MOST_NAMED]
    ]
    more = len(others) - len(lines)
    if more:
        lines.append(tr("%n more draft(s) stay in the list (Ctrl+J).", n=more))
    else:
        lines.append(tr("They stay in the list (Ctrl+J)."))
    return "\n".join(lines)


class Middle(Card):
    """Shows one pane at a time; panels of acts come and go."""

    def __init__(self) -> None:
        """Begin without panes."""
        super().__init__()
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack)

    def add(self, *panes: QWidget) -> None:
        """Hold ``panes``."""
        for pane in panes:
            self.stack.addWidget(pane)

    def show_pane(self, pane: QWidget) -> None:
        """Bring ``pane`` to the front."""
        self.stack.setCurrentWidget(pane)

    def is_shown(self, pane: QWidget) -> bool:
        """Whether ``pane`` is in front."""
        return self.stack.currentWidget() is pane

    def show_panel(self, panel: ActPanel) -> None:
        """Show a panel until it is deleted."""
        self.stack.addWidget(panel)
        self.stack.setCurrentWidget(panel)
