"""Fictional values that tests of the services fill in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from creditbank_desktop.domain.ids import LineId, ProgrammeCode
from creditbank_desktop.domain.numbers import unified_social_credit_check
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.programmes import parse_programme
from creditbank_desktop.domain.resident_ids import resident_id_check_character
from creditbank_desktop.services.curriculum import ProgrammeList
from creditbank_desktop.services.views_intake import OutcomeForm


class PrivateUseMissing:
    """Stands for fonts that draw everything but the private use area."""

    def missing_characters(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for c in text if "\ue000" <= c <= "\uf8ff"))


GLYPHS = PrivateUseMissing()

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_PROGRAMMES = [
    parse_programme(path.read_bytes()) for path in sorted((RESOURCES / "programmes").glob("*.json"))
]
CLOSED = replace(_PROGRAMMES[0], code=ProgrammeCode("460399"), name_zh="停办专业", is_open=False)
CURRICULUM = ProgrammeList([*_PROGRAMMES, CLOSED])

_CODE_BODY = "91440101MA5CXXX00"
EMPLOYER_CODE = _CODE_BODY + unified_social_credit_check(_CODE_BODY)

_T = OutcomeType
GOOD_FIELDS: dict[OutcomeType, dict[str, str]] = {
    _T.FORMAL_COURSE: {
        "title": "机械制图",
        "school": "示范职业学院",
        "credits": "3",
        "hours": "48",
        "grade": "良好",
        "raw_score": "85",
        "issued_on": "2025-07-01",
        "content_match_percent": "86",
    },
    _T.SKILL_CERTIFICATE: {
        "title": "电工",
        "level": "3",
        "evidence_number": "S000144010001253000017",
        "issuer": "示范技能评价中心",
        "issued_on": "2025-05-20",
        "occupation": "电工",
    },
    _T.ONE_PLUS_X: {
        "title": "Web 前端开发",
        "level": "intermediate",
        "evidence_number": "X2025000123",
        "issuer": "示范评价组织",
        "issued_on": "2025-05-20",
        "code": "510203",
        "ratified_credits": "3",
    },
    _T.MOOC: {
        "title": "数据结构",
        "platform": "示范在线平台",
        "issuer": "示范大学",
        "hours": "32",
        "raw_score": "88",
        "tasks_percent": "100",
        "issued_on": "2025-06-30",
        "evidence_number": "M-2025-77",
    },
    _T.CONTEST: {
        "title": "示范技能大赛",
        "level": "provincial",
        "award": "first",
        "issuer": "示范省教育厅",
        "organiser_kind": "government",
        "issued_on": "2025-10-10",
        "evidence_number": "C-2025-9",
    },
    _T.WORK: {
        "title": "设备维修岗位经历",
        "employer": "示范机电有限公司",
        "unified_social_credit_code": EMPLOYER_CODE,
        "post": "维修电工",
        "from_on": "2021-07-01",
        "to_on": "2024-07-31",
        "social_security_record": "true",
    },
    _T.TRAINING: {
        "title": "安全培训",
        "provider": "示范培训中心",
        "hours": "40",
        "issued_on": "2025-03-03",
        "evidence_number": "P-2025-5",
    },
    _T.SELF_STUDY_EXAM: {
        "title": "大学语文",
        "subject": "大学语文",
        "examining_board": "示范省自考办",
        "raw_score": "72",
        "issued_on": "2024-12-20",
        "evidence_number": "Z-04729",
    },
    _T.MILITARY: {
        "title": "义务兵役",
        "unit": "示范部队",
        "from_on": "2020-09-01",
        "to_on": "2022-09-01",
        "discharge_number": "T-2022-0001",
    },
    _T.PATENT: {
        "title": "一种夹具",
        "patent_kind": "utility",
        "evidence_number": "ZL202420000001.1",
        "issued_on": "2025-01-15",
        "issuer": "示范知识产权局",
    },
    _T.PUBLICATION: {
        "title": "夹具设计探讨",
        "journal": "示范学报",
        "journal_number": "CN00-0000",
        "issued_on": "2025-04-01",
    },
    _T.PROFESSIONAL_QUALIFICATION: {
        "title": "导游资格证",
        "occupation": "导游",
        "evidence_number": "DZG2025GD00001",
        "issuer": "示范文化和旅游厅",
        "issued_on": "2025-02-20",
    },
    _T.LANGUAGE_COMPUTER: {
        "title": "大学英语四级",
        "test": "cet4",
        "raw_score": "468",
        "issuer": "示范考试中心",
        "issued_on": "2025-08-20",
        "evidence_number": "4400125100001",
    },
    _T.OTHER: {
        "title": "志愿服务",
        "description": "社区义务维修家电。",
        "organiser": "示范街道",
        "hours": "64",
        "issued_on": "2025-11-01",
    },
}
"""By outcome type: a form with nothing wrong in it."""


def good_outcome(kind: OutcomeType, line: str = "line-1", **changed: str) -> OutcomeForm:
    """Return a filled form of a type with some fields changed."""
    return OutcomeForm(LineId(line), kind, {**GOOD_FIELDS[kind], **changed})


def resident_id(sequence: int) -> str:
    """Return a valid fictional resident ID of a woman."""
    body = f"11010119990307{sequence % 500 * 2:03d}"
    return body + resident_id_check_character(body)
