"""The page on which a person chooses their name and gives their passphrase.

``PeoplePage()``: ``show_glance(StoreGlance)``, ``show_problems(problems)``, ``clear_secret()``. Signals:
``unlock_asked(str, str)`` with person and passphrase.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton
from creditbank_desktop.ui.kit.editors import SecretEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.surfaces import Label, Note
from creditbank_desktop.ui.login.desk import LoginPerson, StoreGlance
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.names import word_role

_PERSON_HEIGHT = 48
_MOST_SHOWN = 6
_ROOMY_PX = 560


class _PersonDelegate(QStyledItemDelegate):
    """Draws a person as an initial on a tint, the name, and the roles in secondary ink."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = current_colours()
        person: LoginPerson = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.selection if chosen else colours.hover))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        circle = QRect(rect.left() + 10, rect.center().y() - 14, 30, 30)
        painter.setBrush(QColor(colours.accent if chosen else colours.neutral.ground))
        painter.drawEllipse(circle)
        painter.setPen(QColor(colours.on_accent if chosen else colours.neutral.ink))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, person.name[:1])
        painter.setPen(QColor(colours.text))
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        words = rect.adjusted(52, 5, -10, -5)
        painter.drawText(words.adjusted(0, 0, 0, -words.height() // 2), left | middle, person.name)
        font = QFont(painter.font())
        font.setPixelSize(MEASURES.secondary_px)
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary))
        roles = QFontMetrics(font).elidedText(roles_of(person), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words.adjusted(0, words.height() // 2, 0, 0), left | middle, roles)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _PERSON_HEIGHT)


class _PeopleList(QListWidget):
    """As high as its people, and lower with a scroll bar where there is no room."""

    def sizeHint(self) -> QSize:
        return QSize(240, min(self.count(), _MOST_SHOWN) * _PERSON_HEIGHT + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, min(self.count(), 1) * _PERSON_HEIGHT + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollToItem(self.currentItem())


def roles_of(person: LoginPerson) -> str:
    """Return the words for the roles of ``person``."""
    return " · ".join(str(word_role(role)) for role in person.roles)


class PeoplePage(QWidget):
    """Who are you, and your passphrase. Signals: ``unlock_asked(str, str)``."""

    unlock_asked = Signal(str, str)

    def __init__(self) -> None:
        """Begin without people."""
        super().__init__()
        self._people: tuple[LoginPerson, ...] = ()
        self.list = _PeopleList()
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.list.setItemDelegate(_PersonDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say(self.list.setAccessibleName, tr("People of this office"))
        self.secret = SecretEdit()
        self.row = FieldRow(tr("&Passphrase"), self.secret, field="passphrase")
        self.sample = Note()
        self.sample.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sample.hide()
        self._is_locked = False
        self.title = Label(tr("Who is working?"), "title")
        self.locked = Label(tr("The work is kept; others can sign in meanwhile."), "secondary", wrap=True)
        self.locked.hide()
        self.unlock = PrimaryButton(tr("Unlock"), key="Return")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.gutter)
        layout.addWidget(self.title)
        layout.addWidget(self.locked)
        layout.addWidget(self.list)
        layout.addWidget(self.sample)
        layout.addWidget(self.row)
        layout.addWidget(self.unlock, 0, Qt.AlignmentFlag.AlignRight)
        self.secret.installEventFilter(self)
        self.unlock.clicked.connect(self._on_unlock_clicked)
        self.list.currentRowChanged.connect(self._on_list_current_row_changed)
        self.list.itemActivated.connect(self._on_list_item_activated)

    def show_glance(self, glance: StoreGlance) -> None:
        """Show the people of the store and go to the passphrase of who worked last."""
        self._people = ()
        self.list.clear()
        self._people = glance.people
        for person in glance.people:
            item = QListWidgetItem(person.name)
            item.setData(Qt.ItemDataRole.UserRole, person)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{person.name}, {roles_of(person)}")
            self.list.addItem(item)
        self.list.updateGeometry()
        self._show_locked(glance)
        places = [place for place, person in enumerate(glance.people) if person.id == glance.last_person]
        self.list.setCurrentRow(places[0] if places else 0)
        self.secret.setFocus()

    def _show_locked(self, glance: StoreGlance) -> None:
        names = ", ".join(person.name for person in glance.people if person.id in glance.locked)
        self._is_locked = bool(names)
        self._make_room()
        self.title.set_words(
            tr("Locked: the session of {names}").format(names=names) if names else tr("Who is working?")
        )

    def _make_room(self) -> None:
        """Leave out on low windows what the title says already."""
        self.locked.setVisible(self._is_locked and self.window().height() >= _ROOMY_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the height of the window."""
        super().resizeEvent(event)
        self._make_room()

    def person(self) -> LoginPerson | None:
        """Return who is chosen."""
        place = self.list.currentRow()
        return self._people[place] if 0 <= place < len(self._people) else None

    def show_problems(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Show what is wrong with the passphrase and let it be typed again."""
        mine = [problem for problem in problems if problem.field == self.row.field]
        self.secret.selectAll()
        self.secret.setFocus()
        self.row.show_problems(mine)
        return [problem for problem in problems if problem not in mine]

    def clear_secret(self) -> None:
        """Forget the passphrase."""
        self.secret.clear()
        self.row.clear_problems()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose another person with Up and Down while the passphrase has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    @Slot(int)
    def _on_list_current_row_changed(self, _row: int) -> None:
        self.clear_secret()
        person = self.person()
        shown = person is not None and bool(person.passphrase)
        self.sample.setVisible(shown)
        if person is not None and shown:
            self.sample.title.set_words(tr("Sample data, fictional people"))
            self.sample.text.set_words(
                tr("The passphrase of {name} is: {passphrase}").format(
                    name=person.name, passphrase=person.passphrase
                )
            )

    @Slot(QListWidgetItem)
    def _on_list_item_activated(self, _item: QListWidgetItem) -> None:
        self.secret.setFocus()

    @Slot()
    def _on_unlock_clicked(self) -> None:
        person = self.person()
        if person is None:
            return
        if self.secret.is_empty():
            self.show_problems((Problem("passphrase.empty", self.row.field),))
            return
        self.unlock_asked.emit(person.id, self.secret.text())
