"""The words in which papers say standard reasons and materials, in both languages of the papers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from creditbank_desktop.documents.papers_data import Bilingual

APPEAL_BODY = Bilingual("本校学分认定申诉委员会", "the college's appeal committee for credit recognition")

REASONS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "content_match_lower": Bilingual(
            "与目标课程内容重合度低于规则建议", "The content matches the course less than suggested"
        ),
        "content_match_higher": Bilingual(
            "与目标课程内容重合度高于规则建议", "The content matches the course more than suggested"
        ),
        "level_not_comparable": Bilingual("成果等级与课程要求不可比", "The level is not comparable"),
        "hours_not_proven": Bilingual("学时缺少证明", "The hours are not proven"),
        "partly_covered": Bilingual("仅覆盖课程部分内容", "Only part of the course is covered"),
        "precedent": Bilingual("依照同类成果的既往认定", "As decided for like outcomes before"),
        "panel_judgement": Bilingual("经评审合议", "By judgement of the panel"),
        "target_fits_better": Bilingual("改认为更相符的课程", "Another course fits better"),
        "programme_rule": Bilingual("依照专业认定细则", "By the programme's own rule"),
        "rule_gap": Bilingual("规则未作规定，经评议认定", "No rule covers it; decided by evaluation"),
        "no_rule": Bilingual("没有可适用的认定规则", "No rule of recognition applies"),
        "below_score": Bilingual("成绩未达到规定要求", "The score is below what the rule asks for"),
        "below_hours": Bilingual("学时未达到规定要求", "The hours are below what the rule asks for"),
        "expired": Bilingual("成果已超过有效期", "The outcome is no longer valid"),
        "content_match_too_low": Bilingual(
            "与目标课程内容重合度不足", "The content matches the course too little"
        ),
        "cap_reached": Bilingual("已达到认定学分上限", "The cap of recognised credits is reached"),
        "already_used": Bilingual("同一成果已用于认定", "The same outcome was used before"),
        "target_excluded": Bilingual("目标课程不得以成果替代", "The course cannot be replaced by an outcome"),
        "not_genuine": Bilingual("材料真实性未能核实", "The evidence could not be shown to be genuine"),
        "not_relevant": Bilingual("与所学专业无关", "Not relevant to the programme"),
        "materials_missing": Bilingual("材料不全且未补正", "Materials are missing and were not supplied"),
    }
)
"""By code of the phrase book: the reason as papers say it."""

WOULD_HELP: Mapping[str, Bilingual] = MappingProxyType(
    {
        "no_rule": Bilingual("提交认定规则所列的其他成果", "Submit an outcome that the rules list"),
        "below_score": Bilingual("取得更高成绩后再次申请", "Apply again with a better score"),
        "below_hours": Bilingual("补充学时证明后再次申请", "Apply again with proof of more hours"),
        "expired": Bilingual("换发或重新取得证书后申请", "Apply again with a renewed certificate"),
        "content_match_too_low": Bilingual(
            "选择内容更相符的课程，或补充教学大纲", "Choose a course that fits better, or add the syllabus"
        ),
        "cap_reached": Bilingual("转入其他专业时可再次申请", "Apply again when the programme changes"),
        "already_used": Bilingual("提交其他成果", "Submit another outcome"),
        "target_excluded": Bilingual("为成果选择其他课程", "Choose another course for the outcome"),
        "not_genuine": Bilingual("提交颁发机构的证明", "Submit a confirmation of the issuer"),
        "not_relevant": Bilingual("申请认定为选修学分", "Apply for elective credits"),
        "materials_missing": Bilingual("备齐材料后再次申请", "Apply again with complete materials"),
    }
)
"""By reason: what would help the learner."""

MATERIALS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "form": Bilingual("申请表", "Application form"),
        "identity_copy": Bilingual("身份证件复印件", "Copy of identity document"),
        "certificate_original": Bilingual("证书原件（核对）", "Original certificate, for comparison"),
        "certificate_copy": Bilingual("证书复印件", "Copy of certificate"),
        "transcript": Bilingual("成绩单", "Transcript"),
        "syllabus": Bilingual("教学大纲", "Syllabus"),
        "employment_proof": Bilingual("工作证明", "Proof of employment"),
        "social_security_record": Bilingual("社会保险缴费记录", "Social-security record"),
        "discharge_certificate": Bilingual("退役证", "Discharge certificate"),
        "award_certificate": Bilingual("获奖证书", "Award certificate"),
        "hours_proof": Bilingual("学时证明", "Proof of hours"),
        "publication_copy": Bilingual("发表论著复印件", "Copy of the publication"),
        "patent_certificate": Bilingual("专利证书", "Patent certificate"),
        "look_up_print": Bilingual("官网核验页打印件", "Print of the official look-up"),
        "photo": Bilingual("照片", "Photograph"),
        "other": Bilingual("其他材料", "Other material"),
    }
)
"""By key of the rules' material list."""


def reason_words(code: str) -> Bilingual:
    """Return the words of a reason; an unknown code stands for itself."""
    return REASONS.get(code, Bilingual(code))


def material_words(material: str) -> Bilingual:
    """Return the words of a material; a key that a rule set added stands for itself."""
    return MATERIALS.get(material, Bilingual(material))
