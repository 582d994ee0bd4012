"""The page with the recovery code that goes into the safe (恢复码), in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from creditbank_desktop.documents.canvas import render
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import DisplayList, Rectangle, Style
from creditbank_desktop.documents.papers_data import Bilingual
from creditbank_desktop.documents.sheet import Align, Paragraph, Sheet
from creditbank_desktop.documents.stationery import INK, LEFT_PT, QUIET, RIGHT_PT, WIDTH_PT
from creditbank_desktop.documents.wording import CHINESE, ENGLISH, written_date

_GROUP, _GROUPS_A_LINE = 4, 4
TITLE = Bilingual("学分银行恢复码", "Credit Bank recovery code")
_PURPOSE = Bilingual(
    "全部口令遗失时，凭此码可打开本办公室的数据，并为一名工作人员设置新口令。任何得到此码的人都能做到。",
    "When every passphrase is lost, this code opens the office's data and gives one member of staff a new "
    "passphrase. So it does for whoever finds it.",
)
_KEEP = Bilingual(
    "请放入保险柜，不要拍照、扫描或存入电脑。换发新码后，本页作废，应当销毁。",
    "Keep it in the safe. Do not photograph it, scan it or keep it on a computer. Once a new code is made, "
    "this page is void and to be destroyed.",
)
_USE = Bilingual(
    "使用：登录窗口 → 忘记口令 → 恢复码；或运行 creditbank recover --login 登录名。用后请管理员换发新码。",
    "To use it: sign-in window → Forgotten passphrase → Recovery code; or run creditbank recover "
    "--login NAME. Let an administrator make a new code afterwards.",
)
_KEPT_BY = Bilingual("保管人签字、日期", "Kept by (signature, day)")
_OFFICE = Bilingual("办公室", "Office")
_MADE = Bilingual("制作日期", "Made on")


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the page says: the office's name, the day, and the code in any grouping."""

    office: str
    made_on: date
    code: str = field(repr=False)


def render_recovery_sheet(data: RecoverySheet, fonts: Fonts) -> bytes:
    """Return the page as a PDF file.

    Raises `Refused` ("characters_without_font") and `EnvironmentFault` ("font_unreadable").
    """
    sheet = Sheet(fonts)
    y = _opening(sheet, data)
    y = _code(sheet, data.code, y)
    text = Style(Face.SERIF, 11.0, INK)
    for words in (_PURPOSE, _KEEP, _USE):
        for language, leading in ((CHINESE, 18.0), (ENGLISH, 15.0)):
            paragraph = Paragraph(WIDTH_PT, text, leading)
            y = sheet.paragraph(LEFT_PT, y, words.in_language(language), paragraph) + 3
        y += 10
    sheet.rule(LEFT_PT, LEFT_PT + 250, y + 44, 0.6, INK)
    sheet.text(LEFT_PT, y + 58, _both(_KEPT_BY), Style(Face.SANS, 8.5, QUIET))
    page = DisplayList((sheet.page(),), _both(TITLE), data.office, "zh-CN")
    return render(page, fonts)


def _opening(sheet: Sheet, data: RecoverySheet) -> float:
    middle = (LEFT_PT + RIGHT_PT) / 2
    sheet.text(middle, 96, TITLE.in_language(CHINESE), Style(Face.SERIF_BOLD, 24.0, INK), Align.CENTRE)
    sheet.text(middle, 120, TITLE.in_language(ENGLISH), Style(Face.SERIF, 13.0, QUIET), Align.CENTRE)
    sheet.rule(LEFT_PT, RIGHT_PT, 138, 0.8, INK)
    label, value = Style(Face.SANS, 9.0, QUIET), Style(Face.SERIF_BOLD, 13.0, INK)
    sheet.text(LEFT_PT, 160, _both(_OFFICE), label)
    sheet.text(LEFT_PT, 178, data.office, sheet.fitted(value, data.office, WIDTH_PT - 170))
    sheet.text(RIGHT_PT, 160, _both(_MADE), label, Align.RIGHT)
    sheet.text(RIGHT_PT, 178, written_date(data.made_on, CHINESE), value, Align.RIGHT)
    return 206.0


def _code(sheet: Sheet, code: str, y: float) -> float:
    plain = code.replace("-", "").replace(" ", "")
    groups = [plain[place : place + _GROUP] for place in range(0, len(plain), _GROUP)]
    lines = [groups[place : place + _GROUPS_A_LINE] for place in range(0, len(groups), _GROUPS_A_LINE)]
    height = 34.0 * len(lines) + 26
    sheet.add(Rectangle(LEFT_PT, y, WIDTH_PT, height, stroke=INK, line_pt=1.2))
    style = Style(Face.SANS_BOLD, 22.0, INK, 2.0)
    room = WIDTH_PT / _GROUPS_A_LINE
    for number, line in enumerate(lines):
        for place, group in enumerate(line):
            x = LEFT_PT + room * (place + 0.5)
            sheet.text(x, y + 40 + 34.0 * number, group, style, Align.CENTRE)
    return y + height + 34


def _both(words: Bilingual) -> str:
    return f"{words.in_language(CHINESE)} · {words.in_language(ENGLISH)}"
