"""Fictional papers of the counter for the tests of documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from creditbank_desktop.documents.counter_data import (
    ApplicationFormData,
    AssessedOutcome,
    FormOutcome,
    MissingItem,
    NotAcceptedData,
    PreAssessmentData,
    SourceSum,
    SupplementData,
    TransferData,
    WithdrawalData,
)
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.papers import NumberedData, SlipData, render_paper
from creditbank_desktop.documents.papers_data import (
    Bilingual,
    ClaimedOutcome,
    DocumentLanguage,
    Material,
    ReceiptData,
)
from creditbank_desktop.domain.outcomes import OutcomeType
from tests.documents import sample_papers as samples
from tests.documents.sample_papers import EN, RULES, SOURCES, TARGETS, TITLES, ZH, head

TICKET = "26A3-000018-K"
NUMBER = "SL-2026-01-A3-000018-K"
RULES_EN = "the Recognition Rules 2026, version 1"
LONG = Bilingual(
    "新能源汽车动力电池检测与维修职业技能等级证书及其配套实训项目结业证明",
    "Certificate of Battery Testing and Repair with proof of the practical project that belongs to it",
)
MATERIALS = (
    Bilingual("学习成果认定申请表", "Application form"),
    Bilingual("居民身份证", "Identity card"),
    Bilingual("证书复印件（加盖公章）", "Certificate, stamped copy"),
    LONG,
)
REMARKS = ("未签名、未注明日期", "", "复印件未加盖公章", "缺第 3 页；扫描件不清晰，无法辨认证书编号")


def claimed(count: int) -> tuple[ClaimedOutcome, ...]:
    return tuple(
        ClaimedOutcome(TITLES[n % len(TITLES)], SOURCES[n % len(SOURCES)], f"Y00001100126300{n:04d}")
        for n in range(count)
    )


def missing(count: int) -> tuple[MissingItem, ...]:
    return tuple(
        MissingItem(MATERIALS[n % 4], TITLES[n % len(TITLES)] if n % 4 > 1 else Bilingual(""), REMARKS[n % 4])
        for n in range(count)
    )


def supplement(
    name: str = "欧阳䶮", latin: str = "OUYANG Yan", language: DocumentLanguage = ZH, count: int = 3
) -> SupplementData:
    return SupplementData(
        head=head("BZ", name, latin),
        language=language,
        application_number=NUMBER,
        received_on=date(2026, 11, 20),
        due_on=date(2026, 12, 4),
        missing=missing(count),
        note="姓名与身份证件不一致，请附派出所证明。",
        ticket=TICKET,
        prepared_by="王小梅",
    )


def supplement_rest(
    name: str = "欧阳䶮", latin: str = "OUYANG Yan", language: DocumentLanguage = ZH
) -> SupplementData:
    """Return the notice that names the rest after a part came in and the time was extended."""
    rest = supplement(name, latin, language)
    return replace(
        rest,
        missing=missing(4)[3:],
        arrived=missing(3),
        extended=True,
        due_is_provisional=True,
        due_on=date(2027, 1, 8),
    )


def not_accepted(
    name: str = "欧阳䶮", latin: str = "OUYANG Yan", language: DocumentLanguage = ZH, count: int = 2
) -> NotAcceptedData:
    return NotAcceptedData(
        head=head("BS", name, latin),
        language=language,
        application_number=NUMBER,
        received_on=date(2026, 11, 20),
        decided_on=date(2026, 11, 23),
        outcomes=claimed(count),
        clause=Bilingual(
            f"{RULES} 受理条件", "the Recognition Rules 2026, version 1, conditions of acceptance"
        ),
        clause_text=Bilingual(
            "同一学习成果只能申请认定一次；正在办理或已经认定的，不再受理。",
            "An outcome is dealt with once; one being dealt with or recognised is not taken up again.",
        ),
        reason_code="duplicate",
        reason=Bilingual(
            "同一成果已在办理中或已认定。", "The outcome is being dealt with or was recognised."
        ),
        reason_text="原申请编号 SL-2026-01-A3-000011-4，目前处于评审阶段。",
        what_would_help=Bilingual("请查询原申请的进度。", "Ask for the state of the earlier application."),
        prepared_by="王小梅",
    )


def withdrawal(
    name: str = "欧阳䶮", latin: str = "OUYANG Yan", language: DocumentLanguage = ZH, left: int = 0
) -> WithdrawalData:
    return WithdrawalData(
        head=head("CH", name, latin),
        language=language,
        application_number=NUMBER,
        received_on=date(2026, 11, 20),
        withdrawn_on=date(2026, 11, 23),
        withdrawn=claimed(2),
        remaining=claimed(2 + left)[2:],
        reason="改报其他专业",
        ticket=TICKET,
        prepared_by="王小梅",
    )


def assessed(n: int) -> AssessedOutcome:
    place = n % len(TITLES)
    outcome = AssessedOutcome(
        title=TITLES[place],
        source=SOURCES[place],
        credits=Decimal(1 + n % 4),
        clause=Bilingual("第 12 条第 3 款", "Art. 12 (3)"),
        clause_text=Bilingual(
            "高级（三级）职业技能等级证书计 3 学分。", "A level three certificate counts 3."
        ),
        evidence_number=f"Y00001100126300{n:04d}",
        target_code=TARGETS[place][0],
        target=TARGETS[place][1],
    )
    if n % 4 == 1:
        return replace(
            outcome,
            missing=MATERIALS[:3],
            notes=(Bilingual("已达到在线课程学分上限，按上限计算", "cut to the cap of online courses"),),
        )
    if n % 4 == 2:
        return replace(outcome, credits=None, clause=Bilingual(""), clause_text=Bilingual(""))
    if n % 4 == 3:
        return replace(outcome, least=Decimal("0.5"), most=Decimal(2))
    return outcome


def pre_assessment(
    name: str = "欧阳䶮", latin: str = "OUYANG Yan", language: DocumentLanguage = ZH, count: int = 4
) -> PreAssessmentData:
    return PreAssessmentData(
        head=replace(head("YP", name, latin), number="", verification_code=""),
        language=language,
        outcomes=tuple(assessed(n) for n in range(count)),
        rule_set_version=RULES if language is ZH else RULES_EN,
        prepared_by="王小梅",
        unread=(TITLES[4],),
    )


def transfer(name: str = "欧阳䶮", latin: str = "OUYANG Yan", sums: int = 5) -> TransferData:
    found = tuple(
        SourceSum(source, 1 + n, Decimal(3 + 2 * n) / 2) for n, source in enumerate(tuple(OutcomeType)[:sums])
    )
    return TransferData(
        head=head("ZC", name, latin),
        balance=sum((one.credits for one in found), Decimal(0)),
        up_to_entry=sum(one.entries for one in found),
        transferred_on=date(2026, 11, 20),
        sums=found,
        ledger_hash="9d65bcf0dc4c8b166e1f431ad4acd45138634afc6aa570eb73f04d15d53fe536",
        receiver="示例市第二职业技术学院学分银行",
        reason="学习者转学",
        account_opened_on=date(2024, 9, 1),
        first_entry_on=date(2025, 3, 3) if found else None,
        last_entry_on=date(2026, 10, 9) if found else None,
        pending=Decimal("1.5"),
        prepared_by="王小梅",
        registrar="李建国",
    )


def application_form(
    name: str = "欧阳䶮",
    latin: str = "OUYANG Yan",
    language: DocumentLanguage = ZH,
    count: int = 2,
    materials: int = 5,
) -> ApplicationFormData:
    def outcome(n: int) -> FormOutcome:
        place = n % len(TITLES)
        values = (
            (Bilingual("名称", "Title"), TITLES[place]),
            (Bilingual("证书编号", "Evidence no."), Bilingual(f"Y00001100126300{n:04d}")),
            (Bilingual("等级", "Level"), Bilingual("三级（高级工）", "3 (advanced)")),
            (Bilingual("颁发机构", "Issuer"), Bilingual("示例市职业技能鉴定指导中心")),
            (Bilingual("颁发日期", "Issue date"), Bilingual("2026-05-18")),
            (Bilingual("专业核心技能", "Core skill of the major"), Bilingual("是", "yes")),
        )
        return FormOutcome(TITLES[place], SOURCES[place], values, TARGETS[place][1])

    return ApplicationFormData(
        head=replace(head("SQ", name, latin), number="", verification_code=""),
        language=language,
        application_number=NUMBER,
        received_on=date(2026, 11, 20),
        personal=(
            (Bilingual("姓名", "Name"), Bilingual(name)),
            (Bilingual("学分账户", "Credit account"), Bilingual("XF10001202601000018")),
            (Bilingual("证件号码", "ID document"), Bilingual("110101********1234")),
            (Bilingual("学号", "Student no."), Bilingual("20260000001")),
            (Bilingual("专业", "Programme"), Bilingual("机电一体化技术", "Mechatronics Technology")),
            (Bilingual("电话", "Telephone"), Bilingual("139****1234")),
        ),
        outcomes=tuple(outcome(n) for n in range(count)),
        materials=tuple(Material(MATERIALS[n % 4], 1 + n % 2, n % 3 == 0) for n in range(materials)),
        proxy=(
            (Bilingual("姓名", "Name"), Bilingual("欧阳守义")),
            (Bilingual("证件号码", "ID document"), Bilingual("110101********5678")),
            (Bilingual("与申请人关系", "Relation"), Bilingual("父亲")),
            (Bilingual("授权文件", "Authorisation"), Bilingual("委托书 2026-11-18")),
        ),
        note="申请人在外地实习，由其父代办。",
    )


def receipt(name: str = "欧阳䶮", latin: str = "OUYANG Yan", language: DocumentLanguage = ZH) -> ReceiptData:
    return replace(samples.receipt(name, latin, language), ticket=TICKET)


def counter_papers(name: str = "欧阳䶮", latin: str = "OUYANG Yan") -> dict[str, NumberedData | SlipData]:
    """Return every paper of the counter in every language it has, for one learner."""
    found: dict[str, NumberedData | SlipData] = {}
    for language in (ZH, EN):
        code = language.value
        found[f"receipt with code {code}"] = receipt(name, latin, language)
        found[f"supplement {code}"] = supplement(name, latin, language)
        found[f"supplement rest {code}"] = supplement_rest(name, latin, language)
        found[f"not accepted {code}"] = not_accepted(name, latin, language)
        found[f"withdrawal {code}"] = withdrawal(name, latin, language)
        found[f"withdrawal part {code}"] = withdrawal(name, latin, language, left=2)
        found[f"pre-assessment {code}"] = pre_assessment(name, latin, language)
        found[f"application form {code}"] = application_form(name, latin, language)
    found["transfer"] = transfer(name, latin)
    return found


def long_papers(name: str, latin: str) -> dict[str, NumberedData | SlipData]:
    """Return the papers with thirty outcomes and forty materials."""
    return {
        "supplement of forty": supplement(name, latin, ZH, 40),
        "supplement of forty en": supplement(name, latin, EN, 40),
        "not accepted of thirty": not_accepted(name, latin, ZH, 30),
        "withdrawal of thirty": withdrawal(name, latin, EN, 30),
        "pre-assessment of thirty": pre_assessment(name, latin, ZH, 30),
        "application form of thirty": application_form(name, latin, ZH, 30, 40),
        "transfer of fourteen sources": transfer(name, latin, 14),
    }


def render_counter_papers(fonts: Fonts) -> dict[str, bytes]:
    """Return every paper of the counter as a PDF file."""
    return {name: render_paper(data, fonts) for name, data in counter_papers().items()}
