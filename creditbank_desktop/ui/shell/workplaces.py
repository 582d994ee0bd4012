"""What a workplace is to the shell.

A workplace is registered as ``Workplace(key="evaluation", title=tr("Evaluation"), icon=Icon.EVALUATION,
factory=make_page, roles=frozenset({Role.EVALUATOR}), keys="F3")``. The shell shows only those that one of
the user's roles may open, makes the page when it is opened first, and keeps it.

The factory returns a `WorkplacePage`: a widget with ``shortcuts`` (its table of keys), ``messages`` (its
message bar, already laid out at the top), ``body`` (the layout to fill) and three methods to override:
``on_opened()`` when it comes to the front, ``open_hit(hit)`` for a search result of its kind,
``may_close()`` before the window closes, ``key_rows()`` where more keys work than its table has. Signals:
``noted(str)`` for the left of the status line ("Draft saved 10:42"), ``titled(str)`` for the top bar,
``keys_changed()`` when other keys work now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.kit.messages import MessageBar
from creditbank_desktop.ui.kit.shortcuts import ShortcutRow, ShortcutTable
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.theme.measures import MEASURES


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One result of the search box: which workplace opens it, its id there, and how it reads."""

    workplace: str
    id: str
    title: str
    detail: str = ""
    icon: Icon = Icon.LEARNER


class Searcher(Protocol):
    """Finds learners, applications and papers."""

    def search(self, text: str) -> tuple[SearchHit, ...]:
        """Return the best hits for ``text``; called on a worker thread."""


class WorkplacePage(QWidget):
    """The ground of every workplace; signals and methods are named in the module's text."""

    noted = Signal(str)
    titled = Signal(str)
    keys_changed = Signal()

    def __init__(self) -> None:
        """Lay out the message bar and, below it, the body."""
        super().__init__()
        self.shortcuts = ShortcutTable(self)
        self.messages = MessageBar()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 14, 14, 14)
        outer.setSpacing(MEASURES.gutter)
        outer.addWidget(self.messages)
        self.body = QVBoxLayout()
        self.body.setSpacing(MEASURES.gutter)
        outer.addLayout(self.body, 1)

    def on_opened(self) -> None:
        """Refresh and put the focus where work begins; called each time the page comes to the front."""

    def open_hit(self, hit: SearchHit) -> None:
        """Show what the search found."""

    def key_rows(self) -> tuple[ShortcutRow, ...]:
        """Return the keys that work now, for the status line and the overlay."""
        return self.shortcuts.rows()

    def may_close(self) -> bool:
        """Return False to keep the window open, after having said why."""
        return True


@dataclass(frozen=True, slots=True)
class Workplace:
    """One entry of the rail."""

    key: str
    title: str
    icon: Icon
    factory: Callable[[], WorkplacePage]
    roles: frozenset[Role]
    keys: str = ""
    below: bool = False

    def is_open_to(self, roles: frozenset[Role]) -> bool:
        """Return whether one of ``roles`` may open it; no roles means everybody."""
        return not self.roles or not self.roles.isdisjoint(roles)


@dataclass(frozen=True, slots=True)
class ShellUser:
    """Who works: name and roles."""

    name: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class SyncSummary:
    """What the sync chip says: the words for it, their tone and icon."""

    words: str
    tone: Tone
    icon: Icon
