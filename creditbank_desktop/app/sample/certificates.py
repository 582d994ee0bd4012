"""What the fictional papers behind sample outcomes say: heading, rows, closing words, issuer and seal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from creditbank_desktop.domain.outcomes import OutcomeType


class PaperLook(StrEnum):
    """How a paper is laid out: a framed certificate, a sheet with a table, or a letter."""

    CERTIFICATE = "certificate"
    RECORD = "record"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Holder:
    """The learner whom a paper names."""

    name: str
    document_number: str
    sex: str = ""


@dataclass(frozen=True, slots=True)
class PaperText:
    """The words of one paper; ``rows`` are label and value, ``closing`` one paragraph."""

    look: PaperLook
    heading: str
    heading_en: str
    rows: tuple[tuple[str, str], ...]
    closing: str
    issuer: str
    issued_on: str
    number: str


@dataclass(frozen=True, slots=True)
class _Form:
    look: PaperLook
    heading: str
    heading_en: str
    labels: tuple[tuple[str, str], ...]
    closing: str


_C, _R, _L = PaperLook.CERTIFICATE, PaperLook.RECORD, PaperLook.LETTER
_SEX = MappingProxyType({"1": "男", "2": "女"})
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "5": "五级/初级工",
        "4": "四级/中级工",
        "3": "三级/高级工",
        "2": "二级/技师",
        "1": "一级/高级技师",
        "junior": "初级",
        "intermediate": "中级",
        "senior": "高级",
        "national": "国家级",
        "provincial": "省级",
        "city": "市级",
        "school": "校级",
        "first": "一等奖",
        "second": "二等奖",
        "third": "三等奖",
        "excellent": "优秀奖",
        "invention": "发明专利",
        "utility": "实用新型专利",
        "design": "外观设计专利",
        "software": "计算机软件著作权",
        "core": "核心期刊",
        "general": "一般期刊",
    }
)
_CODED = frozenset({"level", "award", "patent_kind"})
_DATED = frozenset({"issued_on", "from_on", "to_on", "valid_until"})
_UNITS = MappingProxyType(
    {
        "hours": " 学时",
        "raw_score": " 分",
        "tasks_percent": "%",
        "credits": " 学分",
        "member_rank": "（团队排名）",
        "team_size": " 人",
    }
)
_T = OutcomeType
_FORMS: Mapping[OutcomeType, _Form] = MappingProxyType(
    {
        _T.FORMAL_COURSE: _Form(
            _R,
            "课程成绩证明",
            "Transcript of a Course",
            (
                ("学校", "school"),
                ("课程名称", "title"),
                ("课程代码", "course_code"),
                ("学期", "term"),
                ("学分", "credits"),
                ("学时", "hours"),
                ("成绩", "grade"),
            ),
            "以上成绩与教务档案一致，特此证明。",
        ),
        _T.SKILL_CERTIFICATE: _Form(
            _C,
            "职业技能等级证书",
            "Certificate of Vocational Skill Level",
            (("职业名称", "occupation"), ("职业技能等级", "level"), ("证书编号", "evidence_number")),
            "经考核合格，准予颁发本证书。",
        ),
        _T.ONE_PLUS_X: _Form(
            _C,
            "1+X 职业技能等级证书",
            "1+X Vocational Skill Certificate",
            (
                ("证书名称", "title"),
                ("等级", "level"),
                ("标准代码", "code"),
                ("核定学分", "ratified_credits"),
                ("证书编号", "evidence_number"),
            ),
            "经考核达到职业技能等级标准要求，特发此证。",
        ),
        _T.MOOC: _Form(
            _C,
            "在线课程结课证书",
            "Certificate of an Online Course",
            (
                ("课程", "title"),
                ("平台", "platform"),
                ("学时", "hours"),
                ("成绩", "raw_score"),
                ("任务完成率", "tasks_percent"),
            ),
            "完成全部学习任务的，准予结课。",
        ),
        _T.CONTEST: _Form(
            _C,
            "获 奖 证 书",
            "Award Certificate",
            (
                ("赛项", "title"),
                ("级别", "level"),
                ("奖项", "award"),
                ("团队人数", "team_size"),
                ("本人排名", "member_rank"),
            ),
            "在本届竞赛中成绩优异，特发此证，以资鼓励。",
        ),
        _T.WORK: _Form(
            _L,
            "工 作 证 明",
            "Certificate of Employment",
            (
                ("单位", "employer"),
                ("统一社会信用代码", "unified_social_credit_code"),
                ("岗位", "post"),
                ("开始日期", "from_on"),
                ("结束日期", "to_on"),
            ),
            "上述人员在我单位全职工作，已依法缴纳社会保险。情况属实，特此证明。",
        ),
        _T.TRAINING: _Form(
            _C,
            "培训结业证书",
            "Certificate of Training",
            (("培训项目", "title"), ("培训机构", "provider"), ("学时", "hours")),
            "修完规定内容，考核合格，准予结业。",
        ),
        _T.SELF_STUDY_EXAM: _Form(
            _R,
            "自学考试单科合格证明",
            "Self-Study Examination: Subject Passed",
            (("课程", "subject"), ("主考机构", "examining_board"), ("成绩", "raw_score")),
            "成绩合格，特此证明。",
        ),
        _T.MILITARY: _Form(
            _C,
            "退 出 现 役 证",
            "Certificate of Discharge",
            (("部队", "unit"), ("入伍日期", "from_on"), ("退役日期", "to_on"), ("证号", "discharge_number")),
            "服役期满，准予退出现役。",
        ),
        _T.PATENT: _Form(
            _C,
            "权利登记证书",
            "Certificate of Registration",
            (
                ("名称", "title"),
                ("类别", "patent_kind"),
                ("登记号", "evidence_number"),
                ("完成人排名", "inventor_rank"),
            ),
            "经审查符合规定，予以登记。",
        ),
        _T.PUBLICATION: _Form(
            _L,
            "论文录用与刊发证明",
            "Certificate of Publication",
            (
                ("题名", "title"),
                ("刊物", "journal"),
                ("刊号", "journal_number"),
                ("刊物等级", "level"),
                ("作者排名", "author_rank"),
            ),
            "该文已在本刊发表，特此证明。",
        ),
        _T.PROFESSIONAL_QUALIFICATION: _Form(
            _C,
            "职业资格证书",
            "Professional Qualification",
            (("职业", "occupation"), ("等级", "level"), ("证书编号", "evidence_number")),
            "经考试合格，具备相应职业资格。",
        ),
        _T.LANGUAGE_COMPUTER: _Form(
            _R,
            "考试成绩报告单",
            "Examination Score Report",
            (("考试", "title"), ("成绩", "raw_score"), ("准考与证书号", "evidence_number")),
            "成绩以考试机构数据为准。",
        ),
        _T.OTHER: _Form(
            _L,
            "活 动 证 明",
            "Certificate of Activity",
            (("项目", "title"), ("内容", "description"), ("组织单位", "organiser"), ("时长", "hours")),
            "情况属实，特此证明。",
        ),
    }
)
_ISSUERS = ("issuer", "school", "employer", "provider", "examining_board", "unit", "journal", "organiser")


def paper_text(kind: OutcomeType, fields: Mapping[str, str], holder: Holder) -> PaperText:
    """Return the words of the paper that proves an outcome.

    ``fields`` are those of the outcome's form; what is empty is left out of the rows.
    """
    form = _FORMS[kind]
    number = fields.get("evidence_number") or fields.get("discharge_number", "")
    return PaperText(
        look=form.look,
        heading=form.heading,
        heading_en=form.heading_en,
        rows=(*_about(holder), *_rows(form, kind, fields)),
        closing=form.closing,
        issuer=next((fields[name] for name in _ISSUERS if fields.get(name)), ""),
        issued_on=_day(fields.get("issued_on", "")),
        number=number,
    )


def _about(holder: Holder) -> Iterator[tuple[str, str]]:
    yield "姓名", holder.name
    if holder.sex in _SEX:
        yield "性别", _SEX[holder.sex]
    yield "证件号码", holder.document_number


def _rows(form: _Form, kind: OutcomeType, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for label, name in form.labels:
        value = fields.get(name, "")
        if not value or (name == "team_size" and value == "1"):
            continue
        if name == "member_rank" and fields.get("team_size") == "1":
            continue
        yield label, _said(kind, name, value)


def _said(kind: OutcomeType, name: str, value: str) -> str:
    if name in _DATED:
        return _day(value)
    if name in _CODED:
        return _WORDS.get(value, value)
    if name in ("member_rank", "inventor_rank", "author_rank"):
        return f"第 {value} 名" if name == "member_rank" else f"第 {value} 位"
    if name == "raw_score" and kind is OutcomeType.LANGUAGE_COMPUTER:
        return value
    return value + _UNITS.get(name, "")


def _day(text: str) -> str:
    if not text:
        return ""
    day = date.fromisoformat(text)
    return f"{day.year}年{day.month:02d}月{day.day:02d}日"
