"""The outcomes of one application as a row of buttons, with one for proxy and note.

``OutcomeTabs()``: ``show_outcomes([(title, has_problems), …], current)``; ``add``, ``copy``, ``remove`` and
``undo`` are buttons.
Alt+1 to Alt+9 turn to an outcome, Alt+0 to proxy and note. Signals: ``chosen(int)``, -1 for proxy and note.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from unicodedata import east_asian_width

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import IconButton, PillButton
from creditbank_desktop.ui.kit.traits import key_text
from creditbank_desktop.ui.kit.wrapping_row import WrappingRow
from creditbank_desktop.ui.theme.icons import Icon

MOST_OUTCOMES = 9
ROOM = (16, 16, 12, 8, 6, 4)
"""How much of each title fits beside so many others, in narrow letters; a Chinese one is two wide."""
KEYS_FIT = 2
"""Of more outcomes only the number stands before the title, which is that of its key."""
PROXY_PLACE = -1


class OutcomeTabs(QWidget):
    """The row of outcomes. Signals: ``chosen(int)``."""

    chosen = Signal(int)

    def __init__(self) -> None:
        """Begin with one outcome."""
        super().__init__()
        self.add = IconButton(Icon.PLUS, tr("One more outcome"), key="Ctrl+Shift+A")
        self.copy = IconButton(Icon.COPY, tr("One more of the same issuer and day"), key="Ctrl+Shift+C")
        self.undo = IconButton(Icon.UNDO, tr("Bring back the removed outcome"), key="Ctrl+Shift+U")
        self.remove = IconButton(Icon.X, tr("Remove this outcome"), key="Ctrl+Shift+D")
        self.proxy = self._button(tr("Proxy, note"), PROXY_PLACE, "Alt+0")
        self._outcomes: list[PillButton] = []
        self._behind = (self.add, self.copy, self.remove, self.undo, self.proxy)
        self._row = WrappingRow(self._behind)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._row)

    def show_outcomes(
        self, outcomes: Sequence[tuple[str, bool]], current: int, *, can_bring_back: bool = False
    ) -> None:
        """Show a button for each outcome: its title and whether something is wrong with it."""
        while len(self._outcomes) < len(outcomes):
            place = len(self._outcomes)
            button = self._button(tr("Outcome"), place, f"Alt+{place + 1}")
            self._outcomes.append(button)
            self._row.hold((*self._outcomes, *self._behind))
        for place, button in enumerate(self._outcomes):
            button.setVisible(place < len(outcomes))
            if place < len(outcomes):
                self._name(button, place, len(outcomes), outcomes[place])
                button.setChecked(place == current)
        self.proxy.setChecked(current == PROXY_PLACE)
        self.remove.setVisible(len(outcomes) > 1 and current != PROXY_PLACE)
        self.add.setVisible(len(outcomes) < MOST_OUTCOMES)
        self.copy.setVisible(len(outcomes) < MOST_OUTCOMES and current != PROXY_PLACE)
        self.undo.setVisible(can_bring_back and len(outcomes) < MOST_OUTCOMES)

    def _button(self, words: str, place: int, key: str) -> PillButton:
        button = PillButton(words, key=key)
        button.setCheckable(True)
        button.clicked.connect(partial(self._on_button_clicked, place))
        return button

    def _name(self, button: PillButton, place: int, count: int, outcome: tuple[str, bool]) -> None:
        title, wrong = outcome
        short = shortened(title, ROOM[count] if count < len(ROOM) else 0)
        button.print_key(count <= KEYS_FIT)
        words: str = short or tr("Outcome {number}").format(number=place + 1)
        if count > KEYS_FIT:
            words = tr("{number} {title}").format(number=place + 1, title=short)
        if wrong:
            words = tr("{title} (!)").format(title=words)
        if str(words) != button.text():
            button.set_words(words)
            say(button.setToolTip, f"{title}  {key_text(button.key)}".strip())

    def _on_button_clicked(self, place: int, _checked: bool = False) -> None:
        self.chosen.emit(place)


def shortened(title: str, room: int) -> str:
    """Return as much of ``title`` as fits into ``room`` narrow letters, with a mark where it was cut."""
    width = 0
    for place, letter in enumerate(title):
        width += 2 if east_asian_width(letter) in "WF" else 1
        if width > room:
            return f"{title[: max(0, place - 1)]}…" if room else ""
    return title
