"""The words of the papers in Chinese and English; what stands in braces is filled in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from creditbank_desktop.documents.papers_data import Bilingual, DocumentLanguage
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.outcomes import OutcomeType

CHINESE, ENGLISH = DocumentLanguage.CHINESE, DocumentLanguage.ENGLISH

RECEIPT_TITLE = Bilingual("受理回执", "Receipt of Application")
NOTICE_TITLE = Bilingual("认定结果通知书", "Notice of Recognition")
REFUSAL_TITLE = Bilingual("不予认定通知书", "Notice of Refusal")
STATEMENT_TITLE = Bilingual("学分证明", "Statement of Credits")
CONTINUED = Bilingual("（续）", ", continued")

NUMBER = Bilingual("编号", "No.")
CODE = Bilingual("验证码", "Code")
NAME = Bilingual("姓名", "Name")
ACCOUNT = Bilingual("学分账户", "Credit account")
STUDENT_NUMBER = Bilingual("学号", "Student no.")
DOCUMENT = Bilingual("证件号码", "ID document")
PROGRAMME = Bilingual("专业", "Programme")
APPLICATION = Bilingual("申请编号", "Application")
ACCOUNT_OPENED = Bilingual("开户日期", "Account opened")
ISSUED_ON = Bilingual("签发日期", "Date of issue")
PREPARED_BY = Bilingual("经办人", "Prepared by")
REGISTRAR = Bilingual("负责人", "Registrar")
RECEIVED_BY = Bilingual("收件人", "Received by")
APPLICANT_SIGNATURE = Bilingual("申请人签字", "Applicant's signature")
NAMED = Bilingual("{role}：{name}", "{role}: {name}")
SIGNED_ON = Bilingual("日期", "Date")
DRAFT = Bilingual("样张", "DRAFT")
COPY = Bilingual("副本", "COPY")
SAMPLE = Bilingual("样章", "SAMPLE")
SEAL_PURPOSE = Bilingual("学分认定专用章", "Credit recognition")
PAGE = Bilingual("第 {page} 页 / 共 {pages} 页", "Page {page} of {pages}")
ADDRESS = Bilingual("地址：{address}", "Address: {address}")
PHONE = Bilingual("电话：{phone}", "Telephone: {phone}")
HOURS = Bilingual("办公时间：{hours}", "Opening hours: {hours}")
VERIFY = Bilingual(
    "凭编号与验证码，或扫描二维码，可核验本文件。",
    "Verify this paper by its number and code, or by the QR code.",
)
VERIFY_AT = Bilingual("核验：{address}", "Verify at {address}")

RECEIPT_GREETING = Bilingual("{name}：", "To {name},")
RECEIPT_BODY = Bilingual(
    "您于{received}提交的学习成果认定申请（编号 {application}）材料齐全，本中心予以受理，"
    "并将于{promised}前书面答复认定结果。"
    "受理之日施行的认定规则为{rules}，本申请始终适用该版本。",
    "Your application of {received} for recognition of learning outcomes (no. {application}) is "
    "complete and has been "
    "accepted. You will have our answer in writing by {promised}. The rules in force on the day "
    "of acceptance, {rules}, "
    "apply to it throughout.",
)
RECEIPT_PROVISIONAL = Bilingual(
    "答复日期为暂定：届时的法定节假日安排尚未公布。",
    "The date is provisional: the public holidays of that period are not yet announced.",
)
PROMISED = Bilingual("答复期限", "Answer by")
PROVISIONAL = Bilingual("暂定", "provisional")
QUEUE = Bilingual("排队号", "Queue")
QUEUE_AHEAD = Bilingual("受理时前面还有 {count} 件", "{count} files ahead when accepted")
QUEUE_FIRST = Bilingual("受理时前面没有待办件", "No file ahead when accepted")
QUEUE_UNKNOWN = Bilingual("按受理顺序办理", "Handled in order of acceptance")
OUTCOMES_CLAIMED = Bilingual("申请认定的学习成果", "Outcomes submitted for recognition")
MATERIALS = Bilingual("收取材料清单", "Materials received")
SERIAL = Bilingual("序号", "No.")
OUTCOME = Bilingual("学习成果", "Learning outcome")
EVIDENCE_NUMBER = Bilingual("证书编号", "Evidence no.")
MATERIAL = Bilingual("材料名称", "Material")
COPIES = Bilingual("份数", "Copies")
ORIGINAL = Bilingual("原件", "Original")
REMARK = Bilingual("备注", "Remark")
ORIGINAL_COMPARED = Bilingual("核对无误，已退还", "Compared, returned")
ORIGINAL_NOT_ASKED = Bilingual("不需", "Not required")
RECEIPT_ADVICE = Bilingual(
    "请妥善保存本回执，领取结果时请出示。办理进度可凭编号到窗口或致电查询。原件已当场退还；本中心只留存复印件。",
    "Please keep this receipt and show it when you collect the result. Ask at the counter or by "
    "telephone for progress, "
    "quoting the number. Originals have been returned to you; the office keeps copies only.",
)
RECEIPT_ADVICE_CODE = Bilingual(
    "请妥善保存本回执，领取结果时请出示。凭进度查询码到窗口、致电或扫描条码，即可查询办理进度；"
    "补交材料时请出示本回执。原件已当场退还；本中心只留存复印件。",
    "Please keep this receipt and show it when you bring materials or collect the result. Quote or "
    "scan the enquiry code at the counter or by telephone to ask how the application stands. "
    "Originals have been returned to you; the office keeps copies only.",
)
STUB_TITLE = Bilingual("受理回执存根（办理机构留存）", "Counterfoil of the receipt, kept by the office")
CUT_HERE = Bilingual("沿此线裁开", "Cut here")

NOTICE_BODY = Bilingual(
    "您的学习成果认定申请（编号 {application}，{accepted}受理）已审核完毕。依据{rules}，"
    "本中心于{decided}作出如下认定：",
    "Your application no. {application}, accepted on {accepted}, has been examined. Under "
    "{rules} the following was decided "
    "on {decided}:",
)
NOTICE_PUBLICITY = Bilingual(
    "上述结果已于{start}至{end}公示，期间无有效异议。",
    "The result was on public display from {start} to {end}; no objection was upheld.",
)
NOTICE_CREDIT = Bilingual(
    "以上认定学分合计 {credits} 学分，送达后记入您的学分账户（{account}）。"
    "记入账户后方可用于转换和毕业审核。",
    "The credits recognised come to {credits} in all. They are posted to your credit account "
    "({account}) after delivery, and "
    "count for conversion and graduation once posted.",
)
NOTICE_NO_CREDIT = Bilingual("本次没有认定学分。", "No credits were recognised.")
APPEAL = Bilingual(
    "如有异议，可于{until}前（含当日）向{body}书面申请复核。",
    "If you disagree with this decision you may ask for a review in writing to {body}, no later "
    "than {until} (that day included).",
)
APPEAL_LABEL = Bilingual("申请复核截止", "Last day to appeal")
RESULT = Bilingual("结果", "Result")
CREDITS = Bilingual("学分", "Credits")
COUNTS_FOR = Bilingual("对应课程", "Counts for")
GRADE = Bilingual("成绩", "Grade")
CLAUSE = Bilingual("依据", "Clause")
NOT_IN_GPA = Bilingual("不计绩点", "not in GPA")
REASON = Bilingual("理由：{reason}", "Reason: {reason}")
TOTAL = Bilingual("合计", "Total")

REFUSAL_BODY = Bilingual(
    "您的学习成果认定申请（编号 {application}，{accepted}受理）已审核完毕。依据{rules}，"
    "本中心于{decided}决定对下列学习成果不予认定：",
    "Your application no. {application}, accepted on {accepted}, has been examined. Under "
    "{rules} it was decided on {decided} "
    "not to recognise the following:",
)
FACTS = Bilingual("查明事实", "Facts found")
APPLIED_CLAUSE = Bilingual("适用条款", "Clause applied")
STANDARD_REASON = Bilingual("不予认定理由", "Reason for refusal")
EXPLANATION = Bilingual("说明", "Explanation")
WOULD_HELP = Bilingual("补救途径", "What would help")
REFUSAL_RIGHTS = Bilingual(
    "不予认定不影响您今后凭新的材料或新的学习成果再次申请。",
    "This refusal does not prevent you from applying again with new evidence or another outcome.",
)

POSTED_HEADING = Bilingual("已入账学分", "Credits posted to the account")
PENDING_HEADING = Bilingual("待入账学分", "Credits pending")
MERGED_NOTE = Bilingual(
    "{mark} 记于并入账户 {account}，截至第 {entry} 号账目", "held by the merged account, up to entry {entry}"
)
PENDING_NOTE = Bilingual("尚未生效，不计入合计", "not yet in force, not counted in the total")
NO_POSTED = Bilingual("账户中尚无已入账学分。", "No credits have been posted to this account yet.")
SOURCE = Bilingual("来源", "Source")
POSTED_DAY = Bilingual("入账日期", "Posted")
RECOGNISED_DAY = Bilingual("认定日期", "Recognised")
LEARNING_HOURS = Bilingual("学时", "Hours")
SUMMARY = Bilingual("学分汇总", "Summary by source")
ITEMS = Bilingual("项数", "Items")
SHARE = Bilingual("占比", "Share")
POSTED_TOTAL = Bilingual("已入账学分合计", "Total credits posted")
PENDING_TOTAL = Bilingual("待入账（不计入）", "Pending, not counted")
REQUIRED = Bilingual("专业要求 {credits} 学分", "{credits} required by the programme")
AS_OF = Bilingual("截至第 {entry} 号账目", "up to ledger entry {entry}")
LEGEND = Bilingual("说明", "Notes")
LEGEND_LINES = (
    Bilingual(
        "本证明只列账户账目；“待入账”以 ◇ 和虚线标示，尚未生效。",
        "This statement shows ledger entries only. Pending credits are marked ◇ and ruled with "
        "dashes; they are not in force.",
    ),
    Bilingual(
        "“免修”指凭证书、奖项或经历免修对应课程，计学分、不计绩点。",
        "“免修” (exempt): credited on a certificate, award or experience; counts for credit, not "
        "for the GPA.",
    ),
    Bilingual(
        "“—”表示不适用。负数为冲正账目。",
        "A dash means not applicable. A negative figure is a reversing entry.",
    ),
)

RESULTS = {
    LineResult.RECOGNISED: Bilingual("予以认定", "Recognised"),
    LineResult.PARTLY_RECOGNISED: Bilingual("部分认定", "Partly recognised"),
    LineResult.NOT_RECOGNISED: Bilingual("不予认定", "Not recognised"),
    LineResult.WITHDRAWN: Bilingual("已撤回", "Withdrawn"),
}
SOURCES = {
    OutcomeType.FORMAL_COURSE: Bilingual("学校课程", "Formal course"),
    OutcomeType.SKILL_CERTIFICATE: Bilingual("职业技能等级证书", "Skill certificate"),
    OutcomeType.ONE_PLUS_X: Bilingual("1+X 证书", "1+X certificate"),
    OutcomeType.MOOC: Bilingual("在线课程", "Online course"),
    OutcomeType.CONTEST: Bilingual("竞赛获奖", "Contest award"),
    OutcomeType.WORK: Bilingual("工作经历", "Work experience"),
    OutcomeType.TRAINING: Bilingual("社会培训", "Social training"),
    OutcomeType.SELF_STUDY_EXAM: Bilingual("自学考试", "Self-study exam"),
    OutcomeType.MILITARY: Bilingual("服役经历", "Military service"),
    OutcomeType.PATENT: Bilingual("专利与软件著作权", "Patent, software"),
    OutcomeType.PUBLICATION: Bilingual("发表论著", "Publication"),
    OutcomeType.PROFESSIONAL_QUALIFICATION: Bilingual("职业资格", "Qualification"),
    OutcomeType.LANGUAGE_COMPUTER: Bilingual("外语与计算机", "Language, computer"),
    OutcomeType.OTHER: Bilingual("其他", "Other"),
}

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_CHINESE_DIGITS = "〇一二三四五六七八九"


def say(words: Bilingual, language: DocumentLanguage, **filling: str | int) -> str:
    """Return words of the catalogue in one language with their gaps filled."""
    return words.in_language(language).format(**filling)


def written_date(day: date, language: DocumentLanguage) -> str:
    """Return a date as it stands in running text: 2026年11月20日, 20 November 2026."""
    if language is CHINESE:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def solemn_date(day: date) -> str:
    """Return a date in Chinese figures as it stands under a signature: 二〇二六年十一月二十日 (GB/T
    15835).
    """
    year = "".join(_CHINESE_DIGITS[int(digit)] for digit in f"{day.year:04d}")
    return f"{year}年{_counted(day.month)}月{_counted(day.day)}日"


def _counted(number: int) -> str:
    """Return 1 to 99 in Chinese figures."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_CHINESE_DIGITS[tens]}十"
    return head + (_CHINESE_DIGITS[ones] if ones else "")


def written_credits(credits: Decimal) -> str:
    """Return credits with at least one decimal place and a true minus sign: 3.0, 0.25, −1.5."""
    plain = credits.normalize()
    exponent = plain.as_tuple().exponent
    places = max(1, -exponent) if isinstance(exponent, int) else 1
    return f"{plain:.{places}f}".replace("-", "−")


def written_hours(hours: Decimal | None) -> str:
    """Return class hours without needless decimals, a dash when there are none."""
    if hours is None:
        return "—"
    return f"{hours.normalize():f}"
