"""A workplace made of every part of the kit, with fictional rows, for pictures and for tests of the shell."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused, Severity
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.views_backup import BackupView, RestoreReport
from creditbank_desktop.ui.i18n import Language, switch_language, tr
from creditbank_desktop.ui.kit.buttons import IconButton, PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo, KeyedChoice
from creditbank_desktop.ui.kit.editors import CreditsEdit, DateEdit, LongTextEdit, TextEdit
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.evidence_panel import EvidencePanel
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.panes import Pane, Panes
from creditbank_desktop.ui.kit.screenshots import lay_out, save_picture
from creditbank_desktop.ui.kit.surfaces import Card, ElidedLabel, EmptyState, Facts, Label, Note, StateChip
from creditbank_desktop.ui.login.desk import LoginPerson, OfficeSetup, RecoverRequest, StoreGlance
from creditbank_desktop.ui.login.window import LoginWindow
from creditbank_desktop.ui.running import Notice, OperationRunner
from creditbank_desktop.ui.safety.restore_desk import RestoreRequest
from creditbank_desktop.ui.shell.main_window import MainWindow
from creditbank_desktop.ui.shell.workplaces import (
    SearchHit,
    ShellUser,
    SyncSummary,
    Workplace,
    WorkplacePage,
)
from creditbank_desktop.ui.theme.appearance import apply_look, start_appearance
from creditbank_desktop.ui.theme.colours import Look, Tone
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.names import word_state

ROOT = Path(__file__).resolve().parents[2]
ICONS = ROOT / "resources" / "icons"
CATALOGUES = ROOT / "resources" / "translations"

_NAMES = (
    "张雨桐",
    "王子轩",
    "欧阳若兮",
    "刘浩然",
    "陈思远",
    "赵一诺",
    "单晓峰",
    "曾可欣",
    "孙铭泽",
    "马思琪",
    "何俊杰",
)
_STATES = ("evaluation", "material_review", "supplement", "recognised", "not_recognised", "publicity")
_TONES = {
    "evaluation": Tone.INFO,
    "material_review": Tone.INFO,
    "supplement": Tone.WARNING,
    "recognised": Tone.SUCCESS,
    "not_recognised": Tone.DANGER,
    "publicity": Tone.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class Case:
    """A fictional row."""

    id: str
    learner: str
    outcome: str
    state: str
    credits: Decimal


def cases(count: int) -> list[Case]:
    outcomes = (
        "电子商务师 三级",
        "技能大赛 二等奖",
        "企业实践 6 个月",
        "慕课《数据库原理》",
        "退役军人经历",
        "1+X 大数据 中级",
    )
    return [
        Case(str(n), _NAMES[n % 11], outcomes[n % 6], _STATES[n % 6], Decimal(n % 8 + 1) / 2)
        for n in range(count)
    ]


def columns() -> list[Column[Case]]:
    return [
        Column(tr("Learner"), lambda case: case.learner, 84, strong=True, sort_key="learner"),
        Column(tr("Outcome"), lambda case: case.outcome),
        Column(tr("State"), lambda case: word_state(case.state), 132, chip=lambda case: _TONES[case.state]),
        Column(tr("Credits"), lambda case: f"{case.credits:.1f}", 68, right=True),
    ]


def scan() -> bytes:
    """Return a drawn certificate, marked as fictional."""
    image = QImage(1200, 850, QImage.Format.Format_RGB32)
    image.fill(QColor("#FBF8F0"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("#B08A3C"))
    painter.drawRect(30, 30, 1140, 790)
    font = QFont(QApplication.font())
    font.setPixelSize(56)
    painter.setFont(font)
    painter.setPen(QColor("#222222"))
    painter.drawText(QRectF(0, 80, 1200, 80), Qt.AlignmentFlag.AlignCenter, "职业技能等级证书")
    font.setPixelSize(28)
    painter.setFont(font)
    lines = (
        "姓名：张雨桐",
        "职业名称：电子商务师",
        "职业技能等级：三级/高级工",
        "发证日期：2023年11月06日",
        "（虚构样例）",
    )
    for place, line in enumerate(lines):
        painter.drawText(QPointF(160, 260 + place * 70), line)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know bytes alone, the library str alone
    return bytes(data.data())


class GalleryPage(WorkplacePage):
    """Queue, viewer and form, as the evaluation desk will have them."""

    def __init__(self, runner: OperationRunner) -> None:
        super().__init__()
        self.runner = runner
        self.table = KeysetTable(columns(), name=tr("Queue"))
        self.panel = EvidencePanel(runner)
        self.form = self.make_form()
        queue = Card(tr("Queue"), padded=False)
        queue.header.insertWidget(1, Label(tr("%n case(s)", n=27), "secondary"))
        queue.add_header(IconButton(Icon.FILTER, tr("Filter")))
        queue.body.addWidget(self.table)
        side = Card()
        head = QHBoxLayout()
        head.addWidget(Label("张雨桐", "title"))
        head.addWidget(ElidedLabel("电子商务 2301 · 2023010417", "secondary"), 1)
        head.addWidget(StateChip(word_state("evaluation"), Tone.INFO))
        side.body.addLayout(head)
        side.body.addWidget(self.form)
        self.panes = Panes(
            (
                Pane(tr("Queue"), queue, 380, 3),
                Pane(tr("Evidence"), self.panel, 330, 3),
                Pane(tr("Decision"), side, 330, 2),
            )
        )
        self.body.addWidget(self.panes)
        self.shortcuts.add_note("J / K", tr("next or previous case"), hint=True)
        self.shortcuts.add_note("1 / 2 / 3 / 4", tr("decision"), hint=True)
        self.shortcuts.add("F9", tr("scan"), lambda: None, hint=True)
        self.shortcuts.add_button(self.save, hint=True)
        self.panel.list_shortcuts(self.shortcuts)

    def make_form(self) -> Form:
        form = Form()
        facts = Facts()
        facts.set_facts(((tr("Certificate"), "Y000037012023400187654"), (tr("Issued on"), "2023-11-06")))
        form.add_widget(facts)
        form.add_widget(
            Note(tr("Suggestion: 3.0 credits"), tr("Level 3 certificates count for 3.0 credits."))
        )
        self.choice = KeyedChoice(
            [
                Choice("full", tr("Recognise"), "1"),
                Choice("part", tr("Partly"), "2"),
                Choice("back", tr("Return"), "3"),
                Choice("none", tr("Refuse"), "4"),
            ]
        )
        self.choice.set_value("full")
        form.add_widget(self.choice)
        self.credits, self.day, self.course = CreditsEdit(), DateEdit(), ChoiceCombo[str](searchable=True)
        self.credits.set_credits(Decimal("3.0"))
        self.course.set_choices(
            [Choice("a", "BZ2031 电子商务基础 (4.0)"), Choice("b", "BZ2032 网店运营 (3.0)")]
        )
        self.course.set_value("a")
        form.add(
            FieldRow(tr("&Credits"), self.credits, field="credits", required=True),
            FieldRow(tr("C&ourse"), self.course, field="course"),
            FieldRow(tr("&Decided on"), self.day, field="day"),
            FieldRow(tr("&Number"), TextEdit(), field="number"),
            FieldRow(tr("O&pinion"), LongTextEdit(tr("Reason, or choose a phrase"), 3), field="opinion"),
        )
        form.add_side_action(SecondaryButton(tr("Skip"), key="Alt+Right"))
        self.save = PrimaryButton(tr("Save and next"), key="Ctrl+Return")
        form.add_action(self.save)
        return form

    def on_opened(self) -> None:
        self.table.load(ListSource(cases(27), lambda case: case.id), select_first=True)
        self.panel.show_documents((EvidenceDocument("1", "证书扫描件.png", scan),))
        self.noted.emit(tr("Draft saved {time}").format(time="10:42:05"))
        self.table.setFocus()


class EmptyPage(WorkplacePage):
    """A workplace with nothing in it yet."""

    def __init__(self) -> None:
        super().__init__()
        card = Card()
        button = PrimaryButton(tr("Take an application"), key="Ctrl+N", icon=Icon.PLUS)
        card.body.addWidget(EmptyState(Icon.INBOX, tr("No applications today yet."), button))
        self.body.addWidget(card)


class Found:
    """Finds the same fictional learners for every text."""

    def search(self, text: str) -> tuple[SearchHit, ...]:
        if text == "-":
            return ()
        return tuple(
            SearchHit("learners", str(n), name, f"202301{n:04d} · 电子商务") for n, name in enumerate(_NAMES)
        )


class Desk:
    """A store of sample people with one right passphrase."""

    def __init__(self, *, exists: bool = True) -> None:
        self.exists = exists
        self.setup: OfficeSetup | None = None

    def glance(self) -> StoreGlance:
        people = (
            LoginPerson("p1", "李敏", ("clerk", "printing_staff"), "counter-2301"),
            LoginPerson("p2", "周建国", ("evaluator",), "evaluate-2301"),
            LoginPerson("p3", "吴海燕", ("academic_office", "administrator"), "office-2301"),
        )
        return StoreGlance(self.exists, self.exists, people if self.exists else (), "p2")

    def unlock(self, person: str, passphrase: str) -> object:
        if passphrase != "evaluate-2301":
            raise Problems([Problem("passphrase.wrong", "passphrase")])
        return person

    def set_up(self, setup: OfficeSetup) -> str:
        self.setup = setup
        return "ABCD1234EFGH5678JKLM9012NPQR3456"

    def recover(self, request: RecoverRequest) -> object:
        if request.code != "right":
            raise Refused("identity.wrong_recovery_code")
        return request.login

    def save_recovery_sheet(self, code: str, path: str) -> None:
        Path(path).write_bytes(b"%PDF-")

    def restorable(self, folder: str) -> tuple[BackupView, ...]:
        return ()

    def restore(self, request: RestoreRequest, progress: BackupProgress) -> RestoreReport:
        raise EnvironmentFault("backup.none")

    def load_sample(self) -> None:
        self.exists = True


def deeds(app: QApplication) -> AppearanceDeeds:
    return AppearanceDeeds(
        lambda look: apply_look(app, look), lambda lang: switch_language(app, lang, CATALOGUES)
    )


def shell(app: QApplication, runner: OperationRunner) -> MainWindow:
    def gallery() -> WorkplacePage:
        return GalleryPage(runner)

    workplaces = (
        Workplace("counter", tr("Counter"), Icon.USER_PLUS, EmptyPage, frozenset({Role.EVALUATOR}), "F2"),
        Workplace(
            "evaluation", tr("Evaluation"), Icon.EVALUATION, gallery, frozenset({Role.EVALUATOR}), "F3"
        ),
        Workplace("statements", tr("Statements"), Icon.PRINTER, EmptyPage, frozenset(), "F4"),
        Workplace("learners", tr("Learners"), Icon.LEARNER, EmptyPage, frozenset(), "F5"),
        Workplace(
            "rules", tr("Rules"), Icon.SITEMAP, EmptyPage, frozenset({Role.RULE_AUTHOR}), "F7", below=True
        ),
        Workplace("sync", tr("Sync centre"), Icon.REFRESH, EmptyPage, frozenset(), "F8", below=True),
    )
    user = ShellUser("周建国", frozenset({Role.EVALUATOR}))
    window = MainWindow(workplaces, user, runner, Found(), deeds(app))
    window.set_sync(
        SyncSummary(tr("Offline · {count} waiting").format(count=12), Tone.WARNING, Icon.CLOUD_OFF)
    )
    return window


def dressed(app: QApplication, look: Look, language: Language) -> None:
    start_appearance(app, ICONS, look)
    switch_language(app, language, CATALOGUES)


def pictures(out: Path, wanted: Sequence[str]) -> None:
    """Write pictures of the gallery to ``out``."""
    app = QApplication(sys.argv[:1])
    sizes = {
        "1366": (QSize(1366, 768), 1.0),
        "1920": (QSize(1920, 1080), 1.0),
        "1280": (QSize(1280, 720), 1.5),
    }
    runner = OperationRunner()
    for name in wanted:
        part, look, language, size = name.split("-")
        dressed(app, Look(look), Language.CHINESE if language == "zh" else Language.ENGLISH)
        pixels, scale = sizes[size]
        if part.startswith("login"):
            desk = Desk(exists=part != "loginfirst")
            login = LoginWindow(desk, runner, deeds(app))
            login.show_glance(desk.glance())
            if part == "loginsetup":
                login.first_run.set_up.click()
                login.set_up.go.click()
            if part == "loginwrong":
                login._show_people_problems((Problem("passphrase.wrong", "passphrase"),))
            save_picture(login, out / f"{name}.png", pixels, scale)
            login.close()
            continue
        window = shell(app, runner)
        lay_out(window, round(pixels.width() / scale), round(pixels.height() / scale))
        page = window.open("counter" if part == "empty" else "evaluation")
        while runner.is_busy:
            app.processEvents()
        if part == "problems" and isinstance(page, GalleryPage):
            page.form.show_problems(
                (
                    Problem("credits.step", "credits", {"step": "0.5"}),
                    Problem("certificate_number.shape", "number", {"length": 21}, Severity.WARNING),
                )
            )
            window.show_notice(Notice(tr("The server cannot be reached."), Tone.DANGER, lambda: None))
        if part == "keys":
            window.show_all_keys()
        if part == "search":
            window.top.search.setText("zyt")
            window.popup._show(Found().search("zyt"))
        app.processEvents()
        save_picture(window, out / f"{name}.png", pixels, scale)
        window.close()
    runner.close()


if __name__ == "__main__":
    pictures(Path(sys.argv[1]), sys.argv[2:])
