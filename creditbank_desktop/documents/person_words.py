"""The words of the report on what is held about a person, and of the register of disposals."""

from __future__ import annotations

from creditbank_desktop.documents.papers_data import Bilingual
from creditbank_desktop.domain.disposals import DisposalState
from creditbank_desktop.domain.ledger import EntryKind
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.states import State

TITLE = Bilingual("个人信息查阅报告", "What Is Held About You")
FOOTNOTE = Bilingual(
    "本报告含个人信息，仅交本人。",
    "This report holds personal data. It is for the person named and nobody else.",
)
OPENING = Bilingual(
    "{name}：以下是截至{day}本中心处理的与您有关的全部个人信息、用途、保存期限与查阅记录，由{person}整理。"
    "处理目的为学习成果认定、学分存储与转换；依据为您的申请与学分银行管理规定。",
    "{name}: this is all personal data about you that the office held on {day}, what it is "
    "used for, how long it is "
    "kept and who has read it; drawn up by {person}. It is processed to recognise learning "
    "outcomes and to keep and "
    "convert credits, on your application and under the regulations of the credit bank.",
)
RIGHTS = (
    Bilingual(
        "您有权查阅、复制、更正、补充您的个人信息；保存期限届满后，本中心将依规定销毁。"
        "如有错误，请向本中心提出更正。",
        "You may see, copy, correct and complete your data. When its time is over it is "
        "destroyed under the rules above. "
        "Please tell the office if anything is wrong.",
    ),
    Bilingual(
        "账目与已签发的证明须永久保存，不能应要求删除；更正以冲正账目另行登记。",
        "The ledger and issued statements are kept for good and cannot be deleted on request; "
        "they are corrected by "
        "reversing entries.",
    ),
)

PROFILE = Bilingual("基本信息与账户", "Profile and account")
LEDGER = Bilingual("账户流水", "Ledger")
FILES = Bilingual("申请与结果", "Applications and results")
SCANS = Bilingual("留存的扫描件", "Scans that are kept")
SCANS_NOTE = Bilingual("× 为已销毁日期", "× marks the day of disposal")
PAPERS_ISSUED = Bilingual("已签发的文件", "Papers issued")
CORRECTED = Bilingual("更正记录", "Corrections")
RETENTION = Bilingual("保存期限", "How long it is kept")
READ_BY = Bilingual("查阅与更改记录", "Who read or changed it")
LEFT_OUT = Bilingual("另有更早的 {count} 条", "and {count} earlier ones")
BALANCE = Bilingual("余额 {balance}，待入账 {pending}", "balance {balance}, pending {pending}")

FIELD = Bilingual("项目", "Item")
VALUE = Bilingual("内容", "Content")
SERIAL = Bilingual("编号", "No.")
DAY = Bilingual("日期", "Date")
TIME = Bilingual("时间", "Time")
ENTRY = Bilingual("类型", "Kind")
OUTCOME = Bilingual("学习成果", "Outcome")
CREDITS = Bilingual("学分", "Credits")
RECEIPT = Bilingual("受理编号", "Receipt")
STATE = Bilingual("状态", "State")
RESULT = Bilingual("结果", "Result")
MATERIAL = Bilingual("材料", "Material")
FILE_NAME = Bilingual("文件名", "File name")
SIZE = Bilingual("大小", "Size")
KEPT_UNTIL = Bilingual("保存至", "Kept until")
PAPER = Bilingual("文件", "Paper")
COPIES = Bilingual("份数", "Copies")
PERSON = Bilingual("经办人", "Person")
WHAT = Bilingual("事项", "What")
TEXT = Bilingual("说明", "Details")
RULE = Bilingual("规则", "Rule")
UNDECIDED = Bilingual("未决定", "Undecided")
VOIDED = Bilingual("已作废", "Voided")
IN_FORCE = Bilingual("有效", "In force")
FOR_GOOD = Bilingual("永久", "for good")
NOT_YET = Bilingual("结案归档后起算", "counts from sealing")

NO_ENTRIES = Bilingual("账户尚无账目。", "The account has no entries yet.")
NO_FILES = Bilingual("没有申请。", "No applications.")
NO_SCANS = Bilingual("没有留存的扫描件。", "No scans are kept.")
NO_PAPERS = Bilingual("没有签发过文件。", "No papers were issued.")
NO_CORRECTIONS = Bilingual("没有更正。", "Nothing was corrected.")
NO_READINGS = Bilingual("没有记录。", "No entries.")

FIELDS = {
    "name": Bilingual("姓名", "Name"),
    "name_as_typed": Bilingual("录入的姓名", "Name as typed"),
    "latin_name": Bilingual("拉丁字母姓名", "Latin name"),
    "former_name": Bilingual("曾用名", "Former name"),
    "document_kind": Bilingual("证件类型", "Kind of document"),
    "document_number": Bilingual("证件号码", "Document number"),
    "student_number": Bilingual("学号", "Student number"),
    "sex": Bilingual("性别代码（GB/T 2261.1）", "Sex, code of GB/T 2261.1"),
    "birth_date": Bilingual("出生日期", "Born on"),
    "ethnic_group": Bilingual("民族代码（GB/T 3304）", "Ethnic group, code of GB/T 3304"),
    "phone": Bilingual("电话", "Telephone"),
    "email": Bilingual("电子邮箱", "E-mail"),
    "address": Bilingual("地址", "Address"),
    "is_veteran": Bilingual("退役军人", "Veteran"),
    "programme": Bilingual("专业", "Programme"),
    "intake_year": Bilingual("入学年份", "Year of intake"),
    "class_name": Bilingual("班级", "Class"),
    "account_number": Bilingual("学分账户", "Credit account"),
    "account_state": Bilingual("账户状态", "State of the account"),
    "opened_on": Bilingual("开户日期", "Opened on"),
    "merged": Bilingual("并入的账户", "Merged account"),
    "draft": Bilingual("未提交的草稿", "Form not handed in"),
}
DOCUMENT_KINDS = {
    "resident_id": Bilingual("居民身份证", "Resident ID"),
    "passport": Bilingual("护照", "Passport"),
    "hk_macao_permit": Bilingual("港澳居民来往内地通行证", "Hong Kong/Macao permit"),
    "taiwan_permit": Bilingual("台湾居民来往大陆通行证", "Taiwan permit"),
    "foreign_permanent_residence": Bilingual("外国人永久居留身份证", "Permanent residence card"),
}
ACCOUNT_STATES = {
    "open": Bilingual("正常", "Open"),
    "frozen": Bilingual("冻结", "Frozen"),
    "closed": Bilingual("已销户", "Closed"),
    "transferred": Bilingual("已转出", "Transferred"),
}
ENTRY_KINDS = {
    EntryKind.DEPOSIT: Bilingual("存入", "Deposit"),
    EntryKind.CONVERT: Bilingual("转换", "Conversion"),
    EntryKind.EXPIRE: Bilingual("失效", "Expiry"),
    EntryKind.REVERSE: Bilingual("冲正", "Reversal"),
    EntryKind.ADJUST: Bilingual("调整", "Adjustment"),
}
CORRECTIONS = {
    "registered": Bilingual("登记", "Registered"),
    "corrected": Bilingual("更正", "Corrected"),
    "requested": Bilingual("申请更正", "Correction asked for"),
    "declined": Bilingual("不予更正", "Correction declined"),
}
READINGS = {
    "opened": Bilingual("查看学习者信息", "Looked at the learner's card"),
    "revealed": Bilingual("查看证件号码与联系方式", "Looked at document number and contacts"),
    "file_opened": Bilingual("查看申请", "Looked at an application"),
    "scan_opened": Bilingual("查看扫描件", "Looked at a scan"),
    "paper_opened": Bilingual("查看签发文件", "Looked at an issued paper"),
    "account_read": Bilingual("查看学分账户", "Looked at the account"),
    "printed": Bilingual("打印或签发文件", "Printed or issued a paper"),
    "reported": Bilingual("出具本报告", "Made this report"),
    "exported": Bilingual("导出", "Exported"),
    "changed": Bilingual("更改", "Changed"),
}
PAPERS = {
    PaperKind.RECEIPT: Bilingual("受理回执", "Receipt"),
    PaperKind.NOT_ACCEPTED_NOTICE: Bilingual("不予受理通知书", "Notice of non-acceptance"),
    PaperKind.SUPPLEMENT_NOTICE: Bilingual("补正通知书", "Supplement notice"),
    PaperKind.RESULT_NOTICE: Bilingual("认定结果通知书", "Notice of recognition"),
    PaperKind.REFUSAL_NOTICE: Bilingual("不予认定通知书", "Notice of refusal"),
    PaperKind.STATEMENT: Bilingual("学分证明", "Statement of credits"),
    PaperKind.TRANSCRIPT: Bilingual("成绩单", "Transcript"),
    PaperKind.CONVERSION_CERTIFICATE: Bilingual("学分转换证明", "Conversion certificate"),
    PaperKind.WITHDRAWAL_SLIP: Bilingual("撤回凭证", "Confirmation of withdrawal"),
    PaperKind.TRANSFER_CERTIFICATE: Bilingual("学分账户转出证明", "Certificate of transfer"),
    PaperKind.OTHER: Bilingual("其他", "Other"),
}
STATES = {
    State.DRAFT: Bilingual("草稿", "Draft"),
    State.PRE_ASSESSED: Bilingual("预评估", "Pre-assessed"),
    State.RECEIVED: Bilingual("已收件", "Received"),
    State.NOT_ACCEPTED: Bilingual("不予受理", "Not accepted"),
    State.SUPPLEMENT: Bilingual("待补正", "Supplement asked for"),
    State.LAPSED: Bilingual("逾期终止", "Lapsed"),
    State.ACCEPTED: Bilingual("已受理", "Accepted"),
    State.MATERIAL_REVIEW: Bilingual("初审", "Material review"),
    State.EVALUATION: Bilingual("评审", "Evaluation"),
    State.PANEL: Bilingual("二评合议", "Panel"),
    State.SIGN_OFF: Bilingual("会签", "Sign-off"),
    State.ACADEMIC_OFFICE: Bilingual("教务处审批", "Academic office"),
    State.PROPOSED: Bilingual("拟认定", "Proposed"),
    State.PUBLICITY: Bilingual("公示", "On public display"),
    State.OBJECTION: Bilingual("异议核查", "Objection"),
    State.RECOGNISED: Bilingual("已认定", "Recognised"),
    State.PARTLY_RECOGNISED: Bilingual("部分认定", "Partly recognised"),
    State.NOT_RECOGNISED: Bilingual("不予认定", "Not recognised"),
    State.NOTIFIED: Bilingual("已送达", "Notified"),
    State.APPEAL: Bilingual("复核申诉", "Appeal"),
    State.POSTED: Bilingual("已入账", "Posted"),
    State.ARCHIVED: Bilingual("已归档", "Archived"),
    State.RETURNED: Bilingual("退回", "Returned"),
    State.WITHDRAWN: Bilingual("已撤回", "Withdrawn"),
    State.REVOKED: Bilingual("已撤销", "Revoked"),
}

REGISTER_TITLE = Bilingual("档案销毁登记册", "Register of Disposals")
REGISTER_FOOTNOTE = Bilingual(
    "本登记册永久保存，不含个人信息。", "This register is kept for good and names no learner."
)
REGISTER_OPENING = Bilingual(
    "截至{day}，本中心依保存期限规定提出、批准和执行的销毁共 {count} 项，由{person}打印。",
    "Up to {day}, {count} disposals were proposed, approved and carried out under the "
    "retention rules; printed by "
    "{person}.",
)
REGISTER = Bilingual("销毁记录", "Disposals")
NO_DISPOSALS = Bilingual("尚无销毁记录。", "Nothing was disposed of yet.")
PROPOSED = Bilingual("提出", "Proposed")
DECIDED = Bilingual("批准", "Decided")
DONE = Bilingual("执行", "Carried out")
BASIS = Bilingual("依据", "Basis")
DUE_BY = Bilingual("期满日", "Due by")
COUNTS = Bilingual("数量", "How many")
COUNTED = Bilingual(
    "学习者 {learners}，档案 {files}，扫描件 {pieces}", "learners {learners}, files {files}, scans {pieces}"
)
PLANNED = Bilingual("拟销毁 {items} 项", "{items} planned")
DISPOSAL_STATES = {
    DisposalState.PROPOSED: Bilingual("待批准", "Awaits approval"),
    DisposalState.APPROVED: Bilingual("已批准", "Approved"),
    DisposalState.REJECTED: Bilingual("未批准", "Rejected"),
    DisposalState.CARRIED_OUT: Bilingual("已销毁", "Destroyed"),
}
