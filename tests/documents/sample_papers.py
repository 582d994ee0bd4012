"""Fictional papers for the tests of documents."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from creditbank_desktop.documents import papers
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.papers_data import (
    Bilingual,
    ClaimedOutcome,
    DocumentLanguage,
    LearnerCard,
    Material,
    NoticeData,
    NoticeLine,
    OfficeCard,
    PaperHead,
    ReceiptData,
    RefusalData,
    RefusedOutcome,
    StatementData,
    StatementRow,
)
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.outcomes import OutcomeType

OFFICE = OfficeCard(
    name_zh="学分银行管理中心",
    name_en="Credit Bank Office",
    school_name_zh="示例职业技术学院",
    school_name_en="Sample Vocational and Technical College",
    address="示例市示例区学府路 1 号行政楼 102 室",
    phone="000-1234 5678",
    opening_hours=Bilingual("工作日 8:30–11:30，14:00–17:00", "working days 8:30–11:30, 14:00–17:00"),
    is_sample=True,
)
RULES = "《学习成果认定规则》2026 年第 1 版"
ZH, EN = DocumentLanguage.CHINESE, DocumentLanguage.ENGLISH


def head(kind: str, name: str = "欧阳䶮", latin: str = "OUYANG Yan") -> PaperHead:
    learner = LearnerCard(
        name=name,
        latin_name=latin,
        account_number="XF10001202601000018",
        document_masked="110101********1234",
        student_number="20260000001",
        programme=Bilingual("机电一体化技术", "Mechatronics Technology"),
        programme_code="460301",
        programme_version="2026 版",
    )
    return PaperHead(f"{kind}-2026-01-000018", date(2026, 11, 20), OFFICE, learner, "7K3M-9QPT")


def receipt(name: str = "欧阳䶮", latin: str = "OUYANG Yan", language: DocumentLanguage = ZH) -> ReceiptData:
    return ReceiptData(
        head=head("SL", name, latin),
        language=language,
        application_number="A26-000018",
        received_on=date(2026, 11, 20),
        promised_on=date(2027, 2, 9),
        materials=(
            Material(Bilingual("学习成果认定申请表", "Application form"), 1, False),
            Material(
                Bilingual("职业技能等级证书复印件", "Copy of the skill certificate"),
                1,
                True,
                "已签字注明日期",
            ),
            Material(Bilingual("居民身份证复印件", "Copy of the identity card"), 1, True),
        ),
        outcomes=(
            ClaimedOutcome(
                Bilingual("电工（三级／高级工）", "Electrician, level three"),
                OutcomeType.SKILL_CERTIFICATE,
                "Y000011001263000018",
            ),
        ),
        queue_number="B017",
        files_ahead=4,
        received_by="王小梅",
        rule_set_version=RULES if language is ZH else "Recognition Rules 2026, version 1",
    )


def notice(name: str = "欧阳䶮", latin: str = "OUYANG Yan", language: DocumentLanguage = ZH) -> NoticeData:
    lines = (
        NoticeLine(
            Bilingual("电工（三级／高级工）", "Electrician, level three"),
            OutcomeType.SKILL_CERTIFICATE,
            LineResult.RECOGNISED,
            Decimal("3.0"),
            Bilingual("第 12 条第 3 款", "Art. 12 (3)"),
            "Y000011001263000018",
            "JD2207",
            Bilingual("电气控制与 PLC 技术", "Electrical Control and PLC"),
            "免修 85",
        ),
        NoticeLine(
            Bilingual("大学英语（一）慕课", "College English I (online course)"),
            OutcomeType.MOOC,
            LineResult.PARTLY_RECOGNISED,
            Decimal("1.5"),
            Bilingual("第 15 条", "Art. 15"),
            "MC-2026-88123",
            "GG1003",
            Bilingual("大学英语（一）", "College English I"),
            "82",
            True,
            Bilingual(
                "同类在线课程已认定 4.5 学分，上限 6 学分",
                "4.5 of at most 6 credits of online courses were already used",
            ),
        ),
        NoticeLine(
            Bilingual("市级技能竞赛优秀奖", "City skills contest, honourable mention"),
            OutcomeType.CONTEST,
            LineResult.NOT_RECOGNISED,
            Decimal(0),
            Bilingual("第 18 条", "Art. 18"),
            reason=Bilingual("优秀奖不在认定标准之内", "honourable mentions are not within the standard"),
        ),
    )
    return NoticeData(
        head=head("RD", name, latin),
        language=language,
        application_number="A26-000018",
        accepted_on=date(2026, 9, 7),
        decided_on=date(2026, 11, 18),
        lines=lines,
        rule_set_version=RULES if language is ZH else "the Recognition Rules 2026, version 1",
        appeal_until=date(2026, 11, 30),
        appeal_body=Bilingual("学院学习成果认定委员会", "the College's Recognition Committee"),
        publicity_from=date(2026, 11, 9),
        publicity_to=date(2026, 11, 13),
        prepared_by="王小梅",
    )


def refusal(name: str = "欧阳䶮", latin: str = "OUYANG Yan", language: DocumentLanguage = ZH) -> RefusalData:
    refused = RefusedOutcome(
        title=Bilingual("机床电气控制（外校课程）", "Machine Tool Electrics (course of another school)"),
        source=OutcomeType.FORMAL_COURSE,
        facts=Bilingual(
            "您提交的课程共 48 学时、3 学分，成绩 78 分。经两名评审人对照课程标准，"
            "内容与“电气控制与 PLC 技术”的吻合度为 64%；"
            "缺少可编程控制器编程与综合实训（合计 24 学时）。",
            "The course has 48 hours and 3 credits, with a mark of 78. Two evaluators compared "
            "it with the standard of Electrical "
            "Control and PLC and found 64 % of the content to match; PLC programming and the "
            "practical project (24 hours) are missing.",
        ),
        clause=Bilingual("第 8 条第 2 款", "Art. 8 (2)"),
        clause_text=Bilingual(
            "课程内容吻合度低于 70% 的，不予认定。",
            "A course is not recognised where less than 70 % of its content matches.",
        ),
        reason_code="R-204",
        reason=Bilingual("课程内容吻合度不足", "Insufficient match of content"),
        reason_text=Bilingual(
            "缺少的部分是后续课程的先修内容，不宜以其他课程替代。",
            "What is missing is required by later courses.",
        ),
        what_would_help=(
            Bilingual(
                "补修“PLC 编程实训”（24 学时）并取得成绩后，可再次申请。",
                "Take the PLC practical (24 hours) and apply again.",
            ),
            Bilingual(
                "提交电工三级及以上职业技能等级证书，按第 12 条认定。",
                "Submit an electrician certificate of level three or higher (Art. 12).",
            ),
        ),
        evidence_number="C438201",
    )
    return RefusalData(
        head=head("BY", name, latin),
        language=language,
        application_number="A26-000018",
        accepted_on=date(2026, 9, 7),
        decided_on=date(2026, 11, 18),
        refused=(refused,),
        rule_set_version=RULES if language is ZH else "the Recognition Rules 2026, version 1",
        appeal_until=date(2026, 11, 30),
        appeal_body=Bilingual("学院学习成果认定委员会", "the College's Recognition Committee"),
        prepared_by="王小梅",
    )


TITLES = (
    Bilingual("机床电气控制与 PLC", "Machine Tool Electrics and PLC"),
    Bilingual("电工（三级／高级工）", "Electrician, level three (advanced)"),
    Bilingual("酒店前厅服务与数字化运营", "Front-office Service and Digital Operation"),
    Bilingual("高等数学", "Advanced Mathematics"),
    Bilingual(
        "新能源汽车动力电池检测与维修职业技能等级证书",
        "New-energy Vehicle Battery Testing and Repair, 1+X Certificate",
    ),
    Bilingual("全国职业院校技能大赛二等奖", "National Skills Contest, second prize"),
    Bilingual("跨境电商运营", "Cross-border E-commerce Operations"),
)
SOURCES = (
    OutcomeType.FORMAL_COURSE,
    OutcomeType.SKILL_CERTIFICATE,
    OutcomeType.MOOC,
    OutcomeType.SELF_STUDY_EXAM,
    OutcomeType.ONE_PLUS_X,
    OutcomeType.CONTEST,
    OutcomeType.MOOC,
)
GRADES = ("84", "免修", "91", "合格", "免修", "免修", "77")


TARGETS = (
    ("JD2207", Bilingual("电气控制与 PLC 技术", "Electrical Control and PLC")),
    ("JD2211", Bilingual("电工技术基础", "Electrical Engineering")),
    ("", Bilingual("")),
    ("GG1005", Bilingual("高等数学（工科）", "Mathematics for Engineers")),
    ("JD2319", Bilingual("新能源汽车技术", "New-energy Vehicles")),
    ("JD2401", Bilingual("创新创业实践", "Innovation Practice")),
    ("GX0012", Bilingual("公共选修课", "Elective")),
)


def row(number: int, posted: bool = True) -> StatementRow:
    place = number % len(TITLES)
    has_hours = SOURCES[place] in (OutcomeType.FORMAL_COURSE, OutcomeType.MOOC)
    return StatementRow(
        title=TITLES[place],
        source=SOURCES[place],
        day=date(2025, 3, 3) + timedelta(days=9 * number),
        credits=Decimal(2 + number % 5) / 2,
        entry_number=number + 1 if posted else 0,
        hours=Decimal(16 * (1 + number % 4)) if has_hours else None,
        grade_text=GRADES[place],
        target_code=TARGETS[place][0],
        target=TARGETS[place][1],
    )


def statement(
    name: str = "欧阳䶮", latin: str = "OUYANG Yan", posted: int = 14, pending: int = 2
) -> StatementData:
    return StatementData(
        head=head("ZM", name, latin),
        posted=tuple(row(number) for number in range(posted)),
        up_to_entry=posted,
        pending=tuple(row(number, False) for number in range(pending)),
        required_credits=Decimal(140),
        account_opened_on=date(2024, 9, 1),
        prepared_by="王小梅",
        registrar="李建国",
    )


def render_all(fonts: Fonts, name: str = "欧阳䶮", latin: str = "OUYANG Yan") -> dict[str, bytes]:
    """Return every paper in every language it has, for one learner."""
    return {
        "receipt zh": papers.render_receipt(receipt(name, latin, ZH), fonts),
        "receipt en": papers.render_receipt(receipt(name, latin, EN), fonts),
        "notice zh": papers.render_notice(notice(name, latin, ZH), fonts),
        "notice en": papers.render_notice(notice(name, latin, EN), fonts),
        "refusal zh": papers.render_refusal(refusal(name, latin, ZH), fonts),
        "refusal en": papers.render_refusal(refusal(name, latin, EN), fonts),
        "statement": papers.render_statement(statement(name, latin), fonts),
    }
