"""The words in which papers say standard reasons and conditions, in both languages of the papers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from creditbank_desktop.documents.papers_data import Bilingual
from creditbank_desktop.domain.reference_kinds import PHRASE_PURPOSES
from creditbank_desktop.services.office_reference import OfficeReference
from creditbank_desktop.services.phrase_book import REFUSAL_REASONS

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
        "not_of_this_office": Bilingual("不属于本机构受理范围", "Another office is in charge"),
        "not_a_learner_here": Bilingual(
            "申请人不是本机构学习者", "The applicant is no learner of this school"
        ),
        "programme_closed": Bilingual("所报专业不受理认定申请", "The programme takes no applications"),
        "outcome_not_recognisable": Bilingual(
            "此类成果不在认定范围", "Such an outcome is not within the rules"
        ),
        "duplicate": Bilingual(
            "同一成果已在办理中或已认定", "The outcome is being dealt with or was recognised"
        ),
        "barred": Bilingual("申请人处于限制申请期内", "The applicant is barred for the time being"),
    }
)
"""By code of the phrase book: the reason as papers say it."""

ACCEPTANCE_CONDITIONS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "not_of_this_office": Bilingual(
            "申请由学习者所属的学习机构受理。", "Applications are taken up by the learner's own institution."
        ),
        "not_a_learner_here": Bilingual(
            "申请人须为本机构学习者并已开立学分账户。",
            "The applicant is a learner of this institution and has a credit account.",
        ),
        "programme_closed": Bilingual(
            "申请人所学专业须为在办专业。", "The applicant's programme is open for applications."
        ),
        "outcome_not_recognisable": Bilingual(
            "所申请的学习成果须属于认定规则所列的成果类型。",
            "The outcome is of a kind that the rules of recognition list.",
        ),
        "duplicate": Bilingual(
            "同一学习成果只能申请认定一次；正在办理或已经认定的，不再受理。",
            "An outcome is dealt with once; one being dealt with or recognised is not taken up again.",
        ),
        "barred": Bilingual("申请人须不在限制申请期内。", "The applicant is not barred from applying."),
    }
)
"""By reason of non-acceptance: the condition of acceptance that is not met."""

FINDINGS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "direction_forbidden": Bilingual(
            "选修成果不能替代必修课程", "An elective cannot stand for a required course"
        ),
        "target_needed": Bilingual("须选定对应课程", "A course has to be chosen"),
        "target_unknown": Bilingual("所选课程不在本专业内", "The programme has no such course"),
        "target_full": Bilingual("所选课程学分已满", "The course is filled already"),
        "higher_level_counted": Bilingual(
            "同类成果的更高等级已认定", "A higher level of the same family was recognised"
        ),
        "cut_by_cap": Bilingual("已按认定学分上限计算", "Cut by a cap"),
        "refused_by_rule": Bilingual("规则规定此类成果不予认定", "A rule refuses such outcomes"),
        "verification_pending": Bilingual("待官方联网核验", "The official look-up is still open"),
        "programme_unknown": Bilingual("本机没有该专业的培养方案", "The programme is not on this computer"),
    }
)
"""By code: what the rules noticed, as a pre-assessment says it."""

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
        "not_of_this_office": Bilingual("请向所在学习机构提交", "Apply at the office of your own school"),
        "not_a_learner_here": Bilingual("办理学籍或学分账户后申请", "Register and open an account first"),
        "programme_closed": Bilingual("可改报在办专业", "Apply in a programme that is open"),
        "outcome_not_recognisable": Bilingual("请查阅认定规则所列成果", "See which outcomes the rules list"),
        "duplicate": Bilingual("请查询原申请的进度", "Ask for the state of the earlier application"),
        "barred": Bilingual("限制期满后申请", "Apply after the bar ends"),
    }
)
"""By reason: what would help the learner."""

CONDITIONS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "code": Bilingual("类别", "kind"),
        "level": Bilingual("等级", "level"),
        "issuer": Bilingual("颁发机构", "issuer"),
        "programme": Bilingual("专业", "programme"),
        "score_scale": Bilingual("计分方式", "scale of the score"),
        "score_min": Bilingual("成绩不低于", "score of at least"),
        "hours_min": Bilingual("学时不少于", "hours of at least"),
        "tasks_min": Bilingual("任务完成率（%）不低于", "tasks done (%) of at least"),
        "match_min": Bilingual("内容匹配度（%）不低于", "content match (%) of at least"),
        "match_max": Bilingual("内容匹配度（%）不高于", "content match (%) of at most"),
        "age_max_months": Bilingual("取得距今（月）不超过", "age in months of at most"),
        "rank_max": Bilingual("名次不低于", "place of at least"),
        "target": Bilingual("目标课程", "target course"),
        "core_of_major": Bilingual("专业核心技能", "core skill of the major"),
        "ratified_credits": Bilingual("国家核定学分", "ratified credits"),
        "relevant": Bilingual("与专业相关", "relevant to the programme"),
        "full_time": Bilingual("全职", "full time"),
        "match_unstated": Bilingual("内容匹配度", "content match"),
        "individual": Bilingual("个人项目", "individual award"),
        "team": Bilingual("团队项目", "team award"),
    }
)
"""By key of a rule's condition."""

NOT_STATED = Bilingual("未注明", "nothing stated")


class PaperPhrases:
    """The reasons as papers say them: the office's words where it has its own, else those above."""

    def __init__(self, reference: OfficeReference | None = None) -> None:
        """Look the office's words up in ``reference``."""
        self._reference = reference

    def reason(self, code: str) -> Bilingual:
        """Return the words of a reason; an unknown code stands for itself."""
        shipped = REASONS.get(code)
        return self._own(code, "text", shipped) or shipped or Bilingual(code)

    def would_help(self, code: str) -> Bilingual | None:
        """Return what would help where this is the reason, None where nothing would."""
        shipped = WOULD_HELP.get(code)
        return self._own(code, "help", shipped) or shipped

    def condition_of_acceptance(self, code: str) -> Bilingual:
        """Return the condition that a reason of non-acceptance rests on, empty for the office's own."""
        return ACCEPTANCE_CONDITIONS.get(code, Bilingual(""))

    def finding(self, code: str) -> Bilingual:
        """Return what the rules noticed, in the words of papers."""
        return FINDINGS.get(code) or self.reason(code)

    def is_refusal(self, code: str) -> bool:
        """Return whether a code says why an outcome is not recognised."""
        known = None if self._reference is None else self._reference.phrase("refusal", code)
        return code in REFUSAL_REASONS or known is not None

    def _own(self, code: str, name: str, shipped: Bilingual | None) -> Bilingual | None:
        """Return the words that the office made or changed; what is shipped is worded above for papers.

        Where the office changed one language alone, the other is said as ``shipped``.
        """
        if self._reference is None:
            return None
        for purpose in PHRASE_PURPOSES:
            entry = self._reference.phrase(purpose, code)
            if entry is None:
                continue
            zh, en = entry.own(f"{name}_zh"), entry.own(f"{name}_en")
            if zh or en:
                other = shipped or Bilingual(entry.fields.get(f"{name}_zh", ""))
                return Bilingual(zh or other.zh, en or other.en)
        return None
