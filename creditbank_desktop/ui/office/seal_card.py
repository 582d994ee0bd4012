"""The seal of the office: the one in force, and another one to be proposed.

``SealCard(desk)``: ``refresh()`` reads the seal. A chosen picture is looked at before it is proposed: a PNG
of 100 to 2,000 pixels a side, at most 1 MB; one without a transparent ground is told. A second person agrees
before it is printed. Signals: ``proposed()``.
"""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_reference import Saved
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Card, Label
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_problem

MOST_BYTES = 1_000_000
LEAST_PX, MOST_PX = 100, 2_000
_PAPER = "#FFFFFF"
_SIDE_PX = 132


class SealPicture(QWidget):
    """A seal as it lies on paper: white ground in every look; a chequered one shows through where it is
    transparent.
    """

    def __init__(self, name: str) -> None:
        """Begin empty; ``name`` is the accessible name."""
        super().__init__()
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        say(self.setAccessibleName, name)

    def sizeHint(self) -> QSize:
        """Return the size of the picture's place."""
        return QSize(_SIDE_PX, _SIDE_PX)

    def show_png(self, data: bytes | None) -> None:
        """Show a picture, or nothing."""
        self.image = QImage() if data is None else QImage.fromData(data)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper and picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_colours().hairline), 1))
        painter.setBrush(QColor(_PAPER))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        if self.image.isNull():
            painter.setPen(QColor("#566573"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(tr("None")))
        else:
            room = self.rect().adjusted(8, 8, -8, -8)
            size = self.image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self.image)
        painter.end()


class SealCard(Card):
    """The seal in force and the one to be proposed; named in the module's text."""

    proposed = Signal()

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin without a seal."""
        super().__init__(tr("Seal"))
        self._desk = desk
        self._chosen: bytes | None = None
        self.may_propose = may(desk.actor, "OfficeService.propose_seal")
        self.now, self.next = SealPicture(tr("Seal in force")), SealPicture(tr("Chosen seal"))
        self.told = Label("", "secondary", wrap=True)
        self.problem = Label("", "problem", wrap=True)
        self.choose = SecondaryButton(tr("Choose a picture"), key="Ctrl+O", icon=Icon.FOLDER)
        self.propose = PrimaryButton(tr("Propose"), key="Ctrl+Shift+Return")
        self._lay_out()
        self.choose.clicked.connect(self._on_choose_clicked)
        self.propose.clicked.connect(self._on_propose_clicked)

    def refresh(self) -> None:
        """Read the seal in force."""
        office, actor = self._desk.services.office, self._desk.actor
        self._desk.runner.run(lambda: office.seal(actor), self.now.show_png, owner=self)

    def show_problems(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Show what is wrong with the chosen picture."""
        say(self.problem.setText, lambda: "\n".join(str(again(word_problem(one))) for one in problems))
        self.problem.setVisible(bool(problems))
        self.propose.setVisible(not problems and self._chosen is not None)
        return ()

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(16)
        for words, picture in ((tr("In force"), self.now), (tr("Chosen"), self.next)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(Label(words, "small"))
            column.addWidget(picture)
            beside.addLayout(column)
        beside.addStretch(1)
        self.told.set_words(
            tr("A PNG with a transparent ground, 100 to 2,000 pixels a side. A second person approves it.")
        )
        actions = QHBoxLayout()
        actions.addWidget(self.choose)
        actions.addStretch(1)
        self.body.addLayout(beside)
        self.body.addWidget(self.told)
        self.body.addWidget(self.problem)
        self.body.addLayout(actions)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.propose)
        self.body.addLayout(line)
        self.body.addStretch(1)
        self.problem.hide()
        self.propose.hide()
        self.choose.setVisible(self.may_propose)

    @Slot()
    def _on_choose_clicked(self) -> None:
        desk = self._desk
        path = desk.choose_open(self, "PNG (*.png)")
        if not path:
            return

        def show(data: bytes) -> None:
            self._show_chosen(PurePath(path).name, data)

        desk.runner.run(lambda: desk.read_file(path, MOST_BYTES), show, owner=self)

    def _show_chosen(self, name: str, data: bytes) -> None:
        self._chosen = data
        self.next.show_png(data)
        image = self.next.image
        if image.isNull():
            self.show_problems((Problem("seal.picture", "seal"),))
            return
        clear = image.hasAlphaChannel() and _has_clear_ground(image)
        size = tr("{name}: {width} × {height} pixels.").format(
            name=name, width=image.width(), height=image.height()
        )
        ground = (
            tr("Its ground is transparent.")
            if clear
            else tr("Its ground is not transparent: it would cover what is printed below it.")
        )
        say(self.told.setText, lambda: f"{again(size)} {again(ground)}")
        fits = all(LEAST_PX <= side <= MOST_PX for side in (image.width(), image.height()))
        self.show_problems(
            () if fits else (Problem("seal.pixels", "seal", {"least": LEAST_PX, "most": MOST_PX}),)
        )

    @Slot()
    def _on_propose_clicked(self) -> None:
        office, actor, data = self._desk.services.office, self._desk.actor, self._chosen
        if data is None:
            return

        def done(result: OpResult[Saved]) -> None:
            self._chosen = None
            self.propose.hide()
            self._desk.bus.announce(result.changes)
            told = tr("The seal waits for approval: somebody else looks at it in the section “Approvals”.")
            self._desk.runner.tell(self, Notice(told, Tone.INFO))
            self.proposed.emit()

        self._desk.runner.run(lambda: office.propose_seal(actor, data), done, owner=self, busy=self.propose)


def _has_clear_ground(image: QImage) -> bool:
    """Return whether all four corners let through what lies below."""
    right, bottom = image.width() - 1, image.height() - 1
    corners = ((0, 0), (right, 0), (0, bottom), (right, bottom))
    return all(image.pixelColor(x, y).alpha() == 0 for x, y in corners)
