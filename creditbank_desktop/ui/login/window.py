"""The first window: painted before anything heavy is imported, it unlocks the store or begins a new one.

``LoginWindow(desk, runner, deeds)``: ``begin()`` asks the desk what there is, once the window is painted;
after a sign-out call it again. Signals: ``unlocked(object)`` with what ``desk.unlock`` returned,
``painted()`` once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.ui.i18n import Language, current_language, tr
from creditbank_desktop.ui.kit.buttons import IconButton, QuietButton
from creditbank_desktop.ui.kit.messages import MessageBar
from creditbank_desktop.ui.kit.surfaces import Card, Label, StateChip
from creditbank_desktop.ui.login.desk import LoginDesk, OfficeSetup, StoreGlance
from creditbank_desktop.ui.login.first_run import FirstRunPage, RecoveryPage, SetUpPage
from creditbank_desktop.ui.login.people import PeoplePage
from creditbank_desktop.ui.login.waiting import WaitingPage
from creditbank_desktop.ui.running import Notice, OperationRunner
from creditbank_desktop.ui.theme.appearance import current_colours, current_look
from creditbank_desktop.ui.theme.colours import Look, Tone
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds
from creditbank_desktop.ui.theme.icons import Icon, pixmap
from creditbank_desktop.ui.wording.failures import word_problem

if TYPE_CHECKING:
    from creditbank_desktop.ui.login.recover import RecoverPage
    from creditbank_desktop.ui.safety.restore_page import RestorePage

WINDOW_SIZE = (920, 680)
_CARD_PADDING = 24


class LoginWindow(QWidget):
    """Unlocks the store; its signals and methods are named in the module's text."""

    unlocked = Signal(object)
    painted = Signal()

    def __init__(self, desk: LoginDesk, runner: OperationRunner, deeds: AppearanceDeeds) -> None:
        """Build the pages; nothing is asked of ``desk`` before `begin`."""
        super().__init__()
        self._desk, self._runner, self._deeds = desk, runner, deeds
        self._was_painted = False
        self._is_making, self._is_troubled = False, False
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.people, self.first_run = PeoplePage(), FirstRunPage()
        self.set_up, self.recovery = SetUpPage(), RecoveryPage()
        self.waiting = WaitingPage()
        self.restoring: RestorePage | None = None
        self.recovering: RecoverPage | None = None
        self.forgotten_button = QuietButton(tr("Forgotten passphrase"), key="Ctrl+F", icon=Icon.KEY)
        self.restore_button = QuietButton(tr("Restore from a backup"), key="Ctrl+Shift+R", icon=Icon.HISTORY)
        self.messages = MessageBar()
        self.pages = QStackedWidget()
        for page in (self.waiting, self.people, self.first_run, self.set_up, self.recovery):
            self.pages.addWidget(page)
        self._lay_out()
        self._connect()
        self._show_ways_out()
        self.setWindowTitle("Credit Bank · 学分银行")
        self.setMinimumSize(520, 440)
        self.resize(*WINDOW_SIZE)

    def begin(self) -> None:
        """Ask what there is and show the page for it."""
        self.people.clear_secret()
        self._is_troubled = False
        self._show_ways_out()
        self._runner.run(self._desk.glance, self.show_glance, owner=self)

    def show_notice(self, notice: Notice) -> None:
        """Show a sentence about the store, also before there is a page of its own."""
        self._is_making, self._is_troubled = False, True
        self._show_ways_out()
        self.messages.show_notice(notice)

    def show_glance(self, glance: StoreGlance) -> None:
        """Show the people of the store, or the first choice when there is none."""
        self._is_making = False
        self.sample_chip.setVisible(glance.exists and glance.is_sample)
        if glance.exists:
            self.pages.setCurrentWidget(self.people)
            self.people.show_glance(glance)
            self._on_pages_current_changed()
        else:
            self.pages.setCurrentWidget(self.first_run)
            self.first_run.set_up.setFocus()
            self._show_ways_out()

    def show_restore(self, path: str = "") -> None:
        """Show the page on which a backup is put back, with the one at ``path`` chosen."""
        if self.restoring is None:
            from creditbank_desktop.ui.safety.restore_page import RestorePage

            self.restoring = RestorePage(self._desk, self._runner)
            self.restoring.left.connect(self.begin)
            self.pages.addWidget(self.restoring)
        self.messages.dismiss()
        self.pages.setCurrentWidget(self.restoring)
        self.restoring.begin(path)

    def show_recover(self) -> None:
        """Show the page on which somebody gets a new passphrase without the old one."""
        if self.recovering is None:
            from creditbank_desktop.ui.login.recover import RecoverPage

            self.recovering = RecoverPage(self._desk, self._runner)
            self.recovering.left.connect(self.begin)
            self.recovering.recovered.connect(self._on_unlocked)
            self.pages.addWidget(self.recovering)
        self.messages.dismiss()
        person = self.people.person() if self.pages.currentWidget() is self.people else None
        self.pages.setCurrentWidget(self.recovering)
        self.recovering.begin(person.id if person is not None else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _lay_out(self) -> None:
        self._sign = QLabel()
        self.sample_chip = StateChip(tr("Sample"), Tone.WARNING)
        self.sample_chip.hide()
        self.language = QuietButton("English / 中文", icon=Icon.LANGUAGE)
        self.look = IconButton(Icon.MOON, tr("Light or dark"), key="Ctrl+Shift+L")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign)
        head.addWidget(Label(tr("Credit Bank"), "title"))
        head.addWidget(self.sample_chip)
        head.addStretch(1)
        head.addWidget(self.language)
        head.addWidget(self.look)
        self.card = card = Card()
        card.set_padding(_CARD_PADDING)
        card.body.addWidget(self.pages, 1)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.messages)
        column.addWidget(card, 100)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addStretch(1)
        foot.addWidget(self.forgotten_button)
        foot.addWidget(self.restore_button)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(2)
        middle = QWidget()
        middle.setMaximumWidth(520)
        middle.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 24)
        outer.addStretch(1)
        outer.addWidget(middle, 100)
        outer.addStretch(1)
        self._tint()

    @Slot()
    def _on_pages_current_changed(self) -> None:
        """Let the card be as high as its page wants."""
        page = self.pages.currentWidget() or self.waiting
        wanted = 600 if page in (self.set_up, self.restoring, self.recovering) else page.sizeHint().height()
        self._show_ways_out()
        self.card.setMaximumHeight(max(wanted, 200) + 2 * _CARD_PADDING + 8)

    def _show_ways_out(self) -> None:
        """Offer what can be used: both for an office in trouble, nothing while the sample is made."""
        page = self.pages.currentWidget()
        in_trouble = page is self.waiting and self._is_troubled and not self._is_making
        begins = page in (self.people, self.first_run) and not self._is_making
        self.restore_button.setVisible(begins or in_trouble)
        # A lost keyring knows no people any more, and the recovery code brings it back.
        self.forgotten_button.setVisible(page is self.people or in_trouble)

    def _connect(self) -> None:
        self.pages.currentChanged.connect(self._on_pages_current_changed)
        self.people.unlock_asked.connect(self._on_people_unlock_asked)
        self.first_run.set_up.clicked.connect(self._on_set_up_clicked)
        self.first_run.sample.clicked.connect(self._on_sample_clicked)
        self.set_up.set_up_asked.connect(self._on_set_up_asked)
        self.set_up.back_asked.connect(self._on_back_asked)
        self.recovery.written_down.connect(self.begin)
        self.recovery.save_asked.connect(self._on_sheet_asked)
        self.restore_button.clicked.connect(self._on_restore_button_clicked)
        self.forgotten_button.clicked.connect(self.show_recover)
        self.language.clicked.connect(self._on_language_clicked)
        self.look.clicked.connect(self._on_look_clicked)

    @Slot(str, str)
    def _on_people_unlock_asked(self, person: str, passphrase: str) -> None:
        self.messages.dismiss()
        self._runner.run(
            lambda: self._desk.unlock(person, passphrase),
            self._on_unlocked,
            owner=self.people,
            on_problems=self._on_unlock_problems,
            on_refused=self._on_unlock_refused,
            busy=self.people.unlock,
        )

    def _on_unlocked(self, session: object) -> None:
        self.people.clear_secret()
        self.messages.dismiss()
        self.unlocked.emit(session)

    def _on_unlock_problems(self, found: Problems) -> None:
        self._show_people_problems(found.problems)

    def _on_unlock_refused(self, refused: Refused) -> None:
        self._show_people_problems((Problem(refused.code, "passphrase", refused.params),))

    def _show_people_problems(self, problems: Sequence[Problem]) -> None:
        rest = self.people.show_problems(problems)
        if rest:
            self._runner.tell(self, Notice("\n".join(word_problem(problem) for problem in rest), Tone.DANGER))
        QTimer.singleShot(0, self, self._on_pages_current_changed)

    @Slot()
    def _on_set_up_clicked(self) -> None:
        self.pages.setCurrentWidget(self.set_up)
        self.set_up.office_name.setFocus()

    @Slot()
    def _on_back_asked(self) -> None:
        self.pages.setCurrentWidget(self.first_run)

    @Slot()
    def _on_sample_clicked(self) -> None:
        self._is_making = True
        self._show_ways_out()
        self._runner.run(
            self._desk.load_sample,
            lambda _nothing: self.begin(),
            owner=self.first_run,
            busy=self.first_run.sample,
        )

    @Slot(object)
    def _on_set_up_asked(self, setup: OfficeSetup) -> None:
        self._runner.run(
            lambda: self._desk.set_up(setup), self._on_office_made, owner=self.set_up, busy=self.set_up.go
        )

    @Slot()
    def _on_sheet_asked(self) -> None:
        path = QFileDialog.getSaveFileName(self, tr("Save"), "recovery-code.pdf")[0]
        if path:
            self.save_sheet(path)

    def save_sheet(self, path: str) -> None:
        """Write the page with the code that is shown to ``path``."""
        code = self.recovery.code.text()
        done = Notice(
            tr("The page was saved. Print it, put it into the safe, delete the file."), Tone.SUCCESS
        )
        self._runner.run(
            lambda: self._desk.save_recovery_sheet(code, path),
            lambda _nothing: self.show_notice(done),
            owner=self.recovery,
            busy=self.recovery.save,
        )

    def _on_office_made(self, code: str) -> None:
        self.set_up.secret.clear()
        self.set_up.repeated.clear()
        if code:
            self.recovery.show_code(code)
            self.pages.setCurrentWidget(self.recovery)
        else:
            self.begin()

    @Slot()
    def _on_restore_button_clicked(self) -> None:
        self.show_restore()

    @Slot()
    def _on_language_clicked(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            chinese = current_language(app) is Language.CHINESE
            self._deeds.switch_language(Language.ENGLISH if chinese else Language.CHINESE)

    @Slot()
    def _on_look_clicked(self) -> None:
        self._deeds.switch_look(Look.LIGHT if current_look() is Look.DARK else Look.DARK)

    def _tint(self) -> None:
        self._sign.setPixmap(pixmap(Icon.BANK, current_colours().accent, 26, self.devicePixelRatioF()))
        self.look.set_icon(Icon.SUN if current_look() is Look.DARK else Icon.MOON)
