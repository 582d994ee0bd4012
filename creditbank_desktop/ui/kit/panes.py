"""Panes side by side that stay usable on a narrow window.

``Panes([Pane(title, widget, least_width, share), …])``: where all fit they stand beside each other, with
movable borders. Where they do not, the first ones give way and a row of buttons (Ctrl+1, Ctrl+2, …) brings
them back in place of another. ``bring(place)`` does the same from code; ``is_whole`` says whether all are
visible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from creditbank_desktop.ui.kit.buttons import PillButton
from creditbank_desktop.ui.theme.measures import MEASURES


@dataclass(frozen=True, slots=True)
class Pane:
    """One pane: its name on the button, what it holds, the width it needs, its share of what is left."""

    title: str
    widget: QWidget
    least_width: int
    share: int = 1


class Panes(QWidget):
    """A splitter that shows as many panes as fit."""

    def __init__(self, panes: Sequence[Pane]) -> None:
        """Put ``panes`` beside each other, the ones that matter least first."""
        super().__init__()
        self._panes = tuple(panes)
        # The end of this list is what was wanted last and therefore stays longest.
        self._wanted = list(range(len(self._panes)))
        self._shown: set[int] = set()
        self._was_moved = False
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(MEASURES.gutter)
        self._split.splitterMoved.connect(self._on_split_splitter_moved)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        self._buttons: list[PillButton] = []
        for place, pane in enumerate(self._panes):
            # What a pane holds changes all the time; its borders shall not move with it.
            pane.widget.setMinimumWidth(pane.least_width)
            self._split.addWidget(pane.widget)
            self._split.setStretchFactor(place, pane.share)
            button = PillButton(pane.title, key=f"Ctrl+{place + 1}")
            button.setCheckable(True)
            button.clicked.connect(partial(self.bring, place))
            bar.addWidget(button)
            self._buttons.append(button)
        bar.addStretch(1)
        # Else the panes that are shown would keep the window from becoming so narrow that one gives way.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._bar)
        layout.addWidget(self._split, 1)
        self._bar.hide()

    @property
    def is_whole(self) -> bool:
        """Whether every pane is visible."""
        return not self._bar.isVisibleTo(self)

    def bring(self, place: int, *_checked: bool) -> None:
        """Show the pane at ``place``, in place of the one wanted least recently."""
        self._wanted.remove(place)
        self._wanted.append(place)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, shown = self.width(), set[int]()
        for place in reversed(self._wanted):
            needed = self._panes[place].least_width + (MEASURES.gutter if shown else 0)
            if shown and needed > room:
                break
            shown.add(place)
            room -= needed
        whole = len(shown) == len(self._panes)
        self._bar.setVisible(not whole)
        changed, self._shown = shown != self._shown, shown
        left = self._left_by_focus(shown)
        for place, pane in enumerate(self._panes):
            pane.widget.setVisible(place in shown)
            self._buttons[place].setChecked(place in shown)
        if changed or not self._was_moved:
            self._was_moved = False
            spare = max(0, room)
            # A pane that wants no share of what is left may stand alone.
            total = max(1, sum(self._panes[place].share for place in shown))
            sizes = [
                pane.least_width + spare * pane.share // total if place in shown else 0
                for place, pane in enumerate(self._panes)
            ]
            self._split.setSizes(sizes)
        if left:
            self._focus_into(self._wanted[-1])

    def _left_by_focus(self, shown: set[int]) -> bool:
        """Return whether the focus is in a pane that is about to go."""
        focus = QApplication.focusWidget()
        return focus is not None and any(
            pane.widget.isAncestorOf(focus) and place not in shown for place, pane in enumerate(self._panes)
        )

    def _focus_into(self, place: int) -> None:
        """Go into a pane: Qt alone would go to whatever comes next, which may be another workplace's key."""
        for widget in self._panes[place].widget.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @Slot()
    def _on_split_splitter_moved(self) -> None:
        self._was_moved = True
