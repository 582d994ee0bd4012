"""What all papers share: colours and styles, letterhead, title, footer, marks, signature, and the
turning of pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.documents import wording
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import (
    A4_HEIGHT_PT,
    A4_WIDTH_PT,
    Colour,
    DisplayList,
    Group,
    Image,
    QrCode,
    Rectangle,
    Role,
    Style,
    Text,
)
from creditbank_desktop.documents.ornaments import crest, frame, rosette, seal
from creditbank_desktop.documents.papers_data import Bilingual, DocumentLanguage, PaperHead, PrintMarks
from creditbank_desktop.documents.sheet import Align, Paragraph, Sheet
from creditbank_desktop.documents.wording import CHINESE, ENGLISH, say

INK: Colour = (0.07, 0.13, 0.25)
QUIET: Colour = (0.36, 0.41, 0.50)
HAIRLINE: Colour = (0.72, 0.76, 0.81)
WEAVE: Colour = (0.55, 0.63, 0.73)
FAINT: Colour = (0.925, 0.945, 0.965)
WATERMARK: Colour = (0.89, 0.905, 0.92)
SEAL_RED: Colour = (0.75, 0.10, 0.13)

LEFT_PT, RIGHT_PT = 49.0, A4_WIDTH_PT - 49.0
WIDTH_PT = RIGHT_PT - LEFT_PT
TOP_PT = 58.0
BOTTOM_PT = A4_HEIGHT_PT - 74.0
FRAME_MARGIN_PT = 21.0
QR_PT, DENSE_QR_PT = 58.0, 74.0
DENSE_FROM_CHARACTERS = 60
"""From this length on the QR code is drawn larger (26 mm), so that a phone still reads it."""
SEAL_RADIUS_PT = 54.0
_SIGNATURE_ROOM_PT = 143.0
_WATERMARK_ROOM_PT = 580.0

LABEL = Style(Face.SANS, 7.0, QUIET)
VALUE = Style(Face.SERIF_BOLD, 11.0, INK)
VALUE_LEADING = 1.26
VALUE_LATIN = Style(Face.SERIF, 9.0, INK)
HEADING = Style(Face.SERIF_BOLD, 11.0, INK)
HEADING_LATIN = Style(Face.SERIF, 9.0, QUIET)
SMALL = Style(Face.SANS, 7.0, QUIET)


@dataclass(frozen=True, slots=True)
class Stationery:
    """What one paper is written on: its head, title, languages (Chinese, English or both) and marks."""

    fonts: Fonts
    head: PaperHead
    title: Bilingual
    languages: tuple[DocumentLanguage, ...]
    marks: PrintMarks
    framed_height_pt: float = A4_HEIGHT_PT
    footnote: Bilingual = wording.VERIFY
    watermark: Bilingual | None = None

    @property
    def language(self) -> DocumentLanguage:
        """Return the language that comes first."""
        return self.languages[0]

    def both(self, words: Bilingual, gap: str = " ", **filling: str | int) -> str:
        """Return words in the paper's languages, one after the other."""
        return gap.join(dict.fromkeys(say(words, language, **filling) for language in self.languages))


class Flow:
    """The pages of one paper while they fill from above; `y_pt` is where the next item goes."""

    def __init__(self, stationery: Stationery) -> None:
        self.stationery = stationery
        self.sheets: list[Sheet] = []
        self.y_pt = 0.0
        self._turn()
        self.y_pt = _title(self.sheet, stationery, _letterhead(self.sheet, stationery))

    @property
    def sheet(self) -> Sheet:
        """Return the page that is being filled."""
        return self.sheets[-1]

    def need(self, height_pt: float) -> bool:
        """Begin a new page if the height does not fit any more, and return whether one was begun."""
        bottom = (
            min(BOTTOM_PT, self.stationery.framed_height_pt - 70.0) if len(self.sheets) == 1 else BOTTOM_PT
        )
        if self.y_pt + height_pt <= bottom:
            return False
        self._turn()
        self.y_pt = _continuation(self.sheet, self.stationery)
        return True

    def finish(self) -> DisplayList:
        """Put the footers on all pages, now that their number is known, and return the whole paper."""
        for number, sheet in enumerate(self.sheets, start=1):
            _footer(sheet, self.stationery, (number, len(self.sheets)))
        stationery = self.stationery
        return DisplayList(
            pages=tuple(sheet.page() for sheet in self.sheets),
            title=f"{stationery.title.in_language(stationery.language)} {stationery.head.number}".strip(),
            author=stationery.head.office.school_name.in_language(stationery.language),
            language="en" if stationery.language is ENGLISH else "zh-CN",
        )

    def _turn(self) -> None:
        self.sheets.append(Sheet(self.stationery.fonts))
        height = self.stationery.framed_height_pt if len(self.sheets) == 1 else A4_HEIGHT_PT
        self.sheet.add(
            rosette(A4_WIDTH_PT / 2, height * 0.54, min(168.0, height * 0.26), FAINT),
            frame(A4_WIDTH_PT, height, FRAME_MARGIN_PT, (WEAVE, INK)),
        )
        if self.stationery.watermark is not None:
            _watermark(self.sheet, height, self.stationery.watermark)
        elif self.stationery.marks.draft:
            _watermark(self.sheet, height, wording.DRAFT)


def double_rule(sheet: Sheet, y_pt: float) -> None:
    """Draw the heavy and the fine line that part the head from the body."""
    sheet.rule(LEFT_PT, RIGHT_PT, y_pt, 1.3, INK)
    sheet.rule(LEFT_PT, RIGHT_PT, y_pt + 2.6, 0.4, INK)


def heading(flow: Flow, words: Bilingual, note: Bilingual | None = None, *, continued: bool = False) -> None:
    """Set a section's heading with an optional quiet note behind it, and move below it."""
    sheet, languages = flow.sheet, flow.stationery.languages
    sheet.role = Role.HEADING
    x = LEFT_PT
    tail = wording.CONTINUED if continued else Bilingual("")
    first = words.in_language(languages[0]) + tail.in_language(languages[0])
    x += sheet.text(x, flow.y_pt, first, HEADING) + 7
    if len(languages) > 1:
        x += sheet.text(x, flow.y_pt, words.in_language(languages[1]), HEADING_LATIN) + 7
    if note is not None:
        sheet.text(x, flow.y_pt, flow.stationery.both(note, gap="  "), SMALL)
    sheet.role = Role.BODY
    flow.y_pt += 8


def labelled(
    sheet: Sheet, place: tuple[float, float, float], label: str, value: str, latin: str = ""
) -> float:
    """Set a small label and below it a value, with Latin text behind it or, where it does not fit, below.

    Args:
        sheet: the page.
        place: x, y of the label's baseline, and the room in points.
        label, value, latin: the texts.

    Returns:
        The y of the lowest baseline.
    """
    x, y, room = place
    sheet.role = Role.LABEL
    sheet.text(x, y, label, sheet.fitted(LABEL, label, room))
    sheet.role = Role.BODY
    y += 13.5
    style = sheet.fitted(VALUE, value, room)
    first, *others = sheet.lines_of(value, Paragraph(room + 0.5, style, 0.0)) or ("—",)
    width = sheet.text(x, y, first, style)
    for line in others:
        y += style.size_pt * VALUE_LEADING
        width = sheet.text(x, y, line, style)
    if latin:
        beside = room - width - 6
        if sheet.width_of(latin, VALUE_LATIN) <= beside:
            sheet.text(x + width + 6, y, latin, VALUE_LATIN)
        else:
            style = sheet.fitted(VALUE_LATIN, latin, room)
            for line in sheet.lines_of(latin, Paragraph(room + 0.5, style, 0.0)):
                y += style.size_pt * VALUE_LEADING
                sheet.text(x, y, line, style)
    return y


def signature(flow: Flow, radius_pt: float = SEAL_RADIUS_PT) -> None:
    """Set the office's name beside the seal and the date across its lower half, as custom has it."""
    office, day = flow.stationery.head.office, flow.stationery.head.issued_on
    flow.need(2 * radius_pt + 6)
    sheet = flow.sheet
    x, y = RIGHT_PT - radius_pt - 2, flow.y_pt + radius_pt
    sheet.add(office_seal(flow.stationery, (x, y), radius_pt))
    if flow.stationery.language is CHINESE:
        names, date_text = (office.school_name_zh, office.name_zh), wording.solemn_date(day)
    else:
        names, date_text = (office.school_name_en, office.name_en), wording.written_date(day, ENGLISH)
    paragraph = Paragraph(_SIGNATURE_ROOM_PT, Style(Face.SERIF_BOLD, 10.6, INK), 14.5)
    lines = [line for name in names for line in sheet.lines_of(name, paragraph)]
    for number, line in enumerate(reversed(lines)):
        baseline = y + 2 - paragraph.leading_pt * number
        sheet.text(x - radius_pt - 8, baseline, line, paragraph.style, Align.RIGHT)
    sheet.text(
        x + radius_pt * 0.55, y + radius_pt * 0.42, date_text, Style(Face.SERIF, 11.0, INK), Align.RIGHT
    )
    flow.y_pt += 2 * radius_pt + 6


def office_seal(
    stationery: Stationery, centre: tuple[float, float], radius_pt: float = SEAL_RADIUS_PT
) -> Group | Image:
    """Return the office's seal around a point: its own picture, else one made of its names.

    A sample office's seal says that it is one.
    """
    office = stationery.head.office
    if office.seal_png and not office.is_sample:
        x, y = centre
        return Image(x - radius_pt, y - radius_pt, 2 * radius_pt, 2 * radius_pt, office.seal_png)
    around = (
        office.name_zh
        if office.name_zh.startswith(office.school_name_zh)
        else office.school_name_zh + office.name_zh
    )
    below = f"{wording.SAMPLE.zh} {wording.SAMPLE.en}" if office.is_sample else wording.SEAL_PURPOSE.zh
    return seal(stationery.fonts, centre, (around, below), SEAL_RED, radius_pt)


def _letterhead(sheet: Sheet, stationery: Stationery) -> float:
    """Draw crest, names, number, code and QR code, and return the y below them."""
    head, office = stationery.head, stationery.head.office
    y = TOP_PT
    radius = 25.0
    if office.crest_png:
        sheet.add(Image(LEFT_PT, y, 2 * radius, 2 * radius, office.crest_png))
    else:
        sheet.add(crest(LEFT_PT + radius, y + radius, radius, INK))
    x, room = LEFT_PT + 2 * radius + 12, 262.0
    school = Style(Face.SERIF_BOLD, 19.0, INK, 1.4)
    sheet.text(x, y + 19, office.school_name_zh, sheet.fitted(school, office.school_name_zh, room))
    latin = Style(Face.SERIF, 9.6, INK, 0.15)
    sheet.text(x, y + 33, office.school_name_en, sheet.fitted(latin, office.school_name_en, room))
    both = f"{office.name_zh}  {office.name_en}"
    sheet.text(x, y + 46, both, sheet.fitted(Style(Face.SANS, 8.0, QUIET), both, room))
    if not head.number:
        return y + 2 * radius
    content = head.qr_content or head.number
    side = QR_PT if len(content) < DENSE_FROM_CHARACTERS else DENSE_QR_PT
    sheet.add(QrCode(RIGHT_PT - side, y - 3, side, content, INK))
    edge = RIGHT_PT - side - 9
    strong = Style(Face.SANS_BOLD, 10.0, INK)
    sheet.text(edge, y + 5, stationery.both(wording.NUMBER), LABEL, Align.RIGHT)
    sheet.text(edge, y + 18, head.number, sheet.fitted(strong, head.number, 118), Align.RIGHT)
    if head.verification_code:
        sheet.text(edge, y + 33, stationery.both(wording.CODE), LABEL, Align.RIGHT)
        sheet.text(edge, y + 46, head.verification_code, strong, Align.RIGHT)
    return y + 2 * radius


def _title(sheet: Sheet, stationery: Stationery, y_pt: float) -> float:
    """Set the letter-spaced title in the first language and, small, in the other one."""
    middle = A4_WIDTH_PT / 2
    title = stationery.title
    sheet.role = Role.TITLE
    if stationery.language is CHINESE:
        sheet.text(middle, y_pt + 38, title.zh, Style(Face.SERIF_BOLD, 25.0, INK, 9.0), Align.CENTRE)
        small = title.en.upper()
    else:
        sheet.text(middle, y_pt + 36, title.en, Style(Face.SERIF_BOLD, 21.0, INK, 1.6), Align.CENTRE)
        small = title.zh
    sheet.text(middle, y_pt + 54, small, Style(Face.SERIF, 9.5, QUIET, 2.8), Align.CENTRE)
    sheet.role = Role.BODY
    if stationery.marks.copy:
        _copy_mark(sheet, stationery, (LEFT_PT, y_pt + 38), 12.0)
    double_rule(sheet, y_pt + 64)
    return y_pt + 82


def _continuation(sheet: Sheet, stationery: Stationery) -> float:
    """Draw the short head of a following page: school, title, number and learner."""
    head, office = stationery.head, stationery.head.office
    sheet.add(crest(LEFT_PT + 15, TOP_PT + 11, 15.0, INK))
    sheet.text(LEFT_PT + 38, TOP_PT + 9, office.school_name_zh, Style(Face.SERIF_BOLD, 13.0, INK, 0.8))
    sheet.text(LEFT_PT + 38, TOP_PT + 21, office.school_name_en, Style(Face.SERIF, 8.0, QUIET))
    titles = [
        stationery.title.in_language(language) + wording.CONTINUED.in_language(language)
        for language in stationery.languages
    ]
    sheet.text(RIGHT_PT, TOP_PT + 8, "  ".join(titles), Style(Face.SERIF_BOLD, 10.0, INK), Align.RIGHT)
    small = Style(Face.SANS, 8.0, QUIET)
    who = [f"{head.number}   {head.learner.name}   {head.learner.account_number}".strip()]
    if sheet.width_of(who[0], small) > WIDTH_PT / 2:
        who = [f"{head.number}   {head.learner.account_number}", head.learner.name]
    y = TOP_PT + 21
    for line in who:
        sheet.text(RIGHT_PT, y, line, sheet.fitted(small, line, WIDTH_PT), Align.RIGHT)
        y += 11
    double_rule(sheet, y)
    return y + 22


def _footer(sheet: Sheet, stationery: Stationery, page: tuple[int, int]) -> None:
    """Draw the micro-text rule, how to verify, the marks and page x of y."""
    bottom = (stationery.framed_height_pt if page[0] == 1 else A4_HEIGHT_PT) - 62.0
    sheet.role = Role.ARTEFACT
    _micro_text(sheet, stationery, bottom)
    office = stationery.head.office
    lines = [say(stationery.footnote, language) for language in stationery.languages]
    if office.verification_address and stationery.footnote is wording.VERIFY:
        lines[0] += " " + say(wording.VERIFY_AT, stationery.language, address=office.verification_address)
    y = bottom + 10.5
    for number, line in enumerate(lines):
        sheet.text(LEFT_PT, y + 9.5 * number, line, SMALL)
    for number, language in enumerate(stationery.languages):
        style = Style(Face.SERIF_BOLD, 8.0, INK) if number == 0 else SMALL
        text = say(wording.PAGE, language, page=page[0], pages=page[1])
        sheet.text(RIGHT_PT, y + 9.5 * number, text, style, Align.RIGHT)
    if stationery.marks.copy and page[0] > 1:
        _copy_mark(sheet, stationery, (RIGHT_PT - 150, y + 3), 7.5)
    sheet.role = Role.BODY


def _micro_text(sheet: Sheet, stationery: Stationery, y_pt: float) -> None:
    """Draw a line that under a lens reads as text, with the paper's own number in it."""
    style = Style(Face.SANS, 1.5, INK)
    unit = f"{stationery.head.office.school_name_zh} CREDIT BANK {stationery.head.number} "
    times = int(WIDTH_PT / max(sheet.width_of(unit, style), 1.0))
    text = (unit * times).rstrip()
    spread = (WIDTH_PT - sheet.width_of(text, style)) / max(len(text) - 1, 1)
    sheet.add(Text(LEFT_PT, y_pt, text, Style(style.face, style.size_pt, INK, spread), role=Role.ARTEFACT))


def _watermark(sheet: Sheet, height_pt: float, words: Bilingual) -> None:
    """Set a mark as DRAFT across the page, under everything that follows."""
    text = f"{words.zh} {words.en}"
    style = sheet.fitted(Style(Face.SERIF_BOLD, 92.0, WATERMARK, 8.0), text, _WATERMARK_ROOM_PT)
    half = sheet.width_of(text, style) / 2
    cosine, sine = 0.788, 0.616
    x, y = A4_WIDTH_PT / 2 - half * cosine + 28 * sine, height_pt * 0.56 + half * sine + 28 * cosine
    sheet.add(Text(x, y, text, style, 38.0, Role.ARTEFACT))


def _copy_mark(sheet: Sheet, stationery: Stationery, place: tuple[float, float], size_pt: float) -> None:
    """Set the boxed word COPY, with the copy's number where there is one."""
    text = f"{wording.COPY.zh} {wording.COPY.en}"
    if stationery.marks.copy_number:
        text += f" {stationery.marks.copy_number}"
    style = Style(Face.SANS_BOLD, size_pt, INK, size_pt * 0.06)
    pad = size_pt * 0.5
    width = sheet.width_of(text, style) + 2 * pad
    sheet.add(
        Rectangle(
            place[0], place[1] - size_pt - pad * 0.6, width, size_pt + 1.9 * pad, stroke=INK, line_pt=1.0
        )
    )
    sheet.text(place[0] + pad, place[1], text, style)
