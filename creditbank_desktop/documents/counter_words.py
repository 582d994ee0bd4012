"""The words of the counter's papers in Chinese and English; what stands in braces is filled in."""

from __future__ import annotations

from creditbank_desktop.documents.papers_data import Bilingual

SUPPLEMENT_TITLE = Bilingual("补正通知书", "Supplement Notice")
NOT_ACCEPTED_TITLE = Bilingual("不予受理通知书", "Notice of Non-acceptance")
WITHDRAWAL_TITLE = Bilingual("撤回凭证", "Confirmation of Withdrawal")
PRE_ASSESSMENT_TITLE = Bilingual("预评估单", "Pre-assessment")
TRANSFER_TITLE = Bilingual("学分账户转出证明", "Certificate of Transfer")
FORM_TITLE = Bilingual("学习成果认定申请表", "Application for Recognition")

TICKET = Bilingual("进度查询码", "Enquiry code")
TICKET_ADVICE = Bilingual(
    "凭此码到窗口、致电或扫描条码，即可查询办理进度。",
    "Quote or scan this code at the counter or by telephone to ask how the application stands.",
)

SUPPLEMENT_BODY = Bilingual(
    "您于{received}提交的学习成果认定申请（编号 {application}），经审查尚缺下列材料。"
    "本通知已一次性列明全部需要补正的内容，请于{due}前（含当日）补齐：",
    "Your application of {received} for recognition of learning outcomes (no. {application}) lacks the "
    "following. This notice names everything that is missing. Please bring it no later than "
    "{due} (that day "
    "included):",
)
SUPPLEMENT_REST_BODY = Bilingual(
    "您于{received}提交的学习成果认定申请（编号 {application}）已收到部分补正材料，"
    "尚缺下列各项，请于{due}前（含当日）补齐：",
    "Part of what your application of {received} (no. {application}) lacked has arrived. The following is "
    "still missing. Please bring it no later than {due} (that day included):",
)
TO_BRING = Bilingual("需补正的内容", "What is missing")
ARRIVED = Bilingual("已收到的补正材料", "What has arrived")
FOR_OUTCOME = Bilingual("所属成果", "For the outcome")
WHOLE_FILE = Bilingual("整件申请", "the whole application")
WHAT_IS_ASKED = Bilingual("补正要求", "What is asked")
SUPPLEMENT_BY = Bilingual("补正截止", "Last day")
SUPPLEMENT_EXTENDED = Bilingual("已延期一次，不再延期", "Extended once; it cannot be extended again")
SUPPLEMENT_EXTENSION = Bilingual(
    "确有困难的，可在截止日前申请延期一次（5 个工作日）。",
    "If that is not possible, one extension of 5 working days may be asked for before that day.",
)
SUPPLEMENT_LAPSE = Bilingual(
    "逾期未补齐的，本次申请按逾期终止处理，您可备齐材料后重新申请。补正期间不计入办理期限。",
    "If it is not brought in time this application ends; you may apply again with complete "
    "materials. The time "
    "until then does not count towards our time for answering.",
)
SUPPLEMENT_BRING = Bilingual(
    "请携带本通知或受理回执到窗口补交；原件当场核对后退还。",
    "Bring this notice or the receipt to the counter. Originals are compared and returned at once.",
)
SUPPLEMENT_PROVISIONAL = Bilingual(
    "截止日期为暂定：届时的法定节假日安排尚未公布。",
    "The day is provisional: the public holidays of that period are not yet announced.",
)
NOTE = Bilingual("说明：{note}", "Note: {note}")

NOT_ACCEPTED_BODY = Bilingual(
    "您于{received}提交的学习成果认定申请（编号 {application}），经审查不符合受理条件，"
    "本中心于{decided}决定不予受理。",
    "Your application of {received} for recognition of learning outcomes (no. {application}) "
    "does not meet the "
    "conditions for being taken up. On {decided} this office decided not to accept it.",
)
NOT_ACCEPTED_OUTCOMES = Bilingual("所涉学习成果", "Outcomes concerned")
NOT_ACCEPTED_GROUNDS = Bilingual("不予受理的依据与理由", "Grounds of the decision")
NOT_ACCEPTED_REASON = Bilingual("不予受理理由", "Reason")
NOT_ACCEPTED_RETURN = Bilingual(
    "所交材料已全部退还。不予受理不影响您在条件具备后再次申请。",
    "Everything handed in has been returned. You may apply again once the conditions are met.",
)
ACCEPTANCE_CONDITION = Bilingual("受理条件", "conditions of acceptance")

WITHDRAWAL_BODY = Bilingual(
    "您于{received}提交的学习成果认定申请（编号 {application}），已于{day}依您的申请撤回。"
    "自撤回之日起，本中心不再办理该申请。",
    "Your application of {received} for recognition of learning outcomes (no. {application}) was "
    "withdrawn at "
    "your request on {day}. This office deals with it no further.",
)
WITHDRAWAL_PART_BODY = Bilingual(
    "您于{received}提交的学习成果认定申请（编号 {application}）中的下列成果，已于{day}依您的申请撤回，"
    "其余成果继续办理。",
    "The following outcomes of your application of {received} (no. {application}) were withdrawn "
    "at your request "
    "on {day}. The others are dealt with as before.",
)
WITHDRAWN = Bilingual("撤回的学习成果", "Outcomes withdrawn")
REMAINING = Bilingual("继续办理的学习成果", "Outcomes still dealt with")
WITHDRAWAL_REASON = Bilingual("撤回原因：{reason}", "Reason given: {reason}")
WITHDRAWAL_EFFECT = Bilingual(
    "撤回不影响您今后就同一学习成果再次申请。",
    "You may apply for the same outcomes again at any time.",
)

ESTIMATE_MARK = Bilingual("预评估", "ESTIMATE")
PRE_ASSESSMENT_BODY = Bilingual(
    "根据您提供的信息，依照{rules}，于{day}作出如下预估：",
    "From what you told us, under {rules}, this is what may be expected as of {day}:",
)
NOT_BINDING = Bilingual(
    "本单仅供参考，不具约束力，不是受理凭证，也不是认定决定。认定结果以正式受理后的书面通知为准。",
    "This slip is for guidance and binds nobody. It is neither a receipt nor a decision; only "
    "the written notice "
    "after a formal application counts.",
)
ESTIMATED = Bilingual("预估学分", "Estimate")
ESTIMATED_TOTAL = Bilingual("预估学分合计", "Estimated credits in all")
RULE_AND_CLAUSE = Bilingual("依据条款", "Rule and clause")
NO_RULE_FITS = Bilingual("没有适用的认定规则", "No rule gives credit")
JUDGED = Bilingual("由评审人认定", "judged by people")
BETWEEN = Bilingual("{least} 至 {most} 学分", "{least} to {most} credits")
STILL_NEEDED = Bilingual("尚缺材料：{materials}", "Still needed: {materials}")
REMARKS = Bilingual("提示：{notes}", "Note: {notes}")
UNREAD = Bilingual(
    "以下成果填写不全，未作预估：{titles}。", "Not assessed, because entries are missing: {titles}."
)
PRE_ASSESSMENT_ADVICE = Bilingual(
    "同一成果只能认定一次；学分上限在入账时再次核对。",
    "An outcome is recognised once only; caps are checked again when credits are posted.",
)
SLIP_FOOT = Bilingual("本单不编号，不作凭证。", "This slip has no number and proves nothing.")

TRANSFER_BODY = Bilingual(
    "兹证明上述学习者的学分账户已于{day}从本中心转出。截至转出之日，账户内已入账学分及来源如下：",
    "This is to certify that the credit account of the learner named above was transferred out "
    "of this office on "
    "{day}. The credits posted by that day, and where they came from, were:",
)
TRANSFER_CLOSED = Bilingual(
    "转出后本账户不再存入学分；已签发的证明继续有效。全部账目明细随数据包一并移交，可凭下列校验值核对。",
    "No credits enter this account any more; papers issued stay valid. The entries go to the "
    "receiving office as "
    "data, and can be checked against the value below.",
)
TRANSFER_PENDING = Bilingual(
    "另有 {credits} 学分已认定、尚未入账，不在转出之列。",
    "{credits} further credits were recognised and not posted; they do not go along.",
)
TRANSFER_EMPTY = Bilingual("账户中没有已入账学分。", "No credits have been posted to this account.")
TRANSFER_ON = Bilingual("转出日期", "Transferred on")
RECEIVER = Bilingual("转入机构", "Receiving office")
TRANSFER_REASON = Bilingual("转出原因", "Reason")
BALANCE = Bilingual("转出时余额", "Balance on transfer")
ENTRIES = Bilingual("账目笔数", "Entries")
ENTRY_DAYS = Bilingual("账目起止", "First and last entry")
LEDGER_HASH = Bilingual("账目校验值（SHA-256）", "Check value of the entries (SHA-256)")
SUMS = Bilingual("学分来源汇总", "Credits by source")

FORM_PERSONAL = Bilingual("申请人", "Applicant")
FORM_PROXY = Bilingual("代办人", "Proxy")
FORM_OUTCOME = Bilingual("申请认定的成果 {number}", "Outcome {number}")
FORM_TARGET = Bilingual("申请对应课程", "Asked to count for")
FORM_FREE = Bilingual("自由学分", "free credits")
FORM_MATERIALS = Bilingual("提交的材料", "Materials handed in")
FORM_NOTE = Bilingual("备注", "Remark")
FORM_DECLARATION = Bilingual(
    "本人声明：以上填写内容与所提交的材料真实、完整，同意本中心为学习成果认定之目的核验并保存。"
    "如有虚假，本人承担由此产生的后果。",
    "I declare that what is stated above and all that I handed in is true and complete, and "
    "agree that this "
    "office checks and keeps it in order to recognise learning outcomes. I answer for false statements.",
)
FORM_SIGNED = Bilingual("申请人签字", "Applicant's signature")
FORM_PROXY_SIGNED = Bilingual("代办人签字", "Proxy's signature")
FORM_TAKEN = Bilingual("收件人", "Received by")
FORM_DATE = Bilingual("日期", "Date")
FORM_FOOT = Bilingual("签字后由本中心归档。", "To be signed; kept in the file.")
YES = Bilingual("是", "yes")
NO = Bilingual("否", "no")
