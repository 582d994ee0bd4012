"""The words of an outcome's fields and choices, as the application form prints them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from creditbank_desktop.documents.papers_data import Bilingual

FIELDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "title": Bilingual("名称", "Title"),
        "aliases": Bilingual("其他名称", "Other titles"),
        "issuer": Bilingual("颁发机构", "Issuer"),
        "issued_on": Bilingual("颁发日期", "Issue date"),
        "valid_until": Bilingual("有效期至", "Valid until"),
        "evidence_number": Bilingual("证书编号", "Evidence number"),
        "level": Bilingual("等级", "Level"),
        "hours": Bilingual("学时", "Hours"),
        "raw_score": Bilingual("成绩", "Score"),
        "score_scale": Bilingual("成绩制", "Scale of the score"),
        "language": Bilingual("证明材料语言", "Language of the evidence"),
        "verified_by": Bilingual("核验方式", "How verified"),
        "verification_state": Bilingual("核验状态", "Verification"),
        "school": Bilingual("学校", "School"),
        "programme": Bilingual("专业", "Programme"),
        "course_code": Bilingual("课程代码", "Course code"),
        "credits": Bilingual("原学分", "Credits there"),
        "grade": Bilingual("成绩等级", "Grade"),
        "term": Bilingual("学期", "Term"),
        "syllabus": Bilingual("课程大纲", "Syllabus"),
        "content_match_percent": Bilingual("内容匹配度", "Content match"),
        "occupation": Bilingual("职业名称", "Occupation"),
        "is_core_of_major": Bilingual("专业核心技能", "Core skill of the major"),
        "code": Bilingual("证书代码", "Certificate code"),
        "ratified_credits": Bilingual("核定学分", "Ratified credits"),
        "platform": Bilingual("平台", "Platform"),
        "tasks_percent": Bilingual("任务完成率", "Tasks done"),
        "award": Bilingual("奖项", "Award"),
        "rank": Bilingual("名次", "Rank"),
        "team_size": Bilingual("团队人数", "Team size"),
        "member_rank": Bilingual("团队排名", "Place in the team"),
        "organiser_kind": Bilingual("主办方性质", "Kind of organiser"),
        "employer": Bilingual("工作单位", "Employer"),
        "unified_social_credit_code": Bilingual("统一社会信用代码", "Social credit code"),
        "post": Bilingual("岗位", "Post"),
        "from_on": Bilingual("起始日期", "From"),
        "to_on": Bilingual("终止日期", "To"),
        "social_security_record": Bilingual("社保记录", "Social security record"),
        "is_relevant": Bilingual("与专业相关", "Relevant to the programme"),
        "full_time": Bilingual("全职", "Full time"),
        "provider": Bilingual("培训机构", "Provider"),
        "subject": Bilingual("考试科目", "Subject"),
        "examining_board": Bilingual("主考机构", "Examining board"),
        "unit": Bilingual("服役单位", "Unit of service"),
        "discharge_number": Bilingual("退役证号", "Discharge number"),
        "patent_kind": Bilingual("知识产权类型", "Kind of right"),
        "inventor_rank": Bilingual("发明人排名", "Place among the inventors"),
        "journal": Bilingual("期刊", "Journal"),
        "journal_number": Bilingual("刊号", "Number of the journal"),
        "author_rank": Bilingual("作者排名", "Place among the authors"),
        "test": Bilingual("考试", "Test"),
        "organiser": Bilingual("组织单位", "Organiser"),
        "description": Bilingual("说明", "Description"),
    }
)
"""By name of the field."""

CHOICES: Mapping[str, Mapping[str, Bilingual]] = MappingProxyType(
    {
        "level": MappingProxyType(
            {
                "5": Bilingual("五级/初级工", "Level five (junior)"),
                "4": Bilingual("四级/中级工", "Level four (intermediate)"),
                "3": Bilingual("三级/高级工", "Level three (senior)"),
                "2": Bilingual("二级/技师", "Level two (technician)"),
                "1": Bilingual("一级/高级技师", "Level one (senior technician)"),
                "junior": Bilingual("初级", "Junior"),
                "intermediate": Bilingual("中级", "Intermediate"),
                "senior": Bilingual("高级", "Senior"),
                "national": Bilingual("国家级", "National"),
                "provincial": Bilingual("省级", "Provincial"),
                "city": Bilingual("市级", "City"),
                "school": Bilingual("校级", "School level"),
                "core": Bilingual("核心期刊", "Core journal"),
                "general": Bilingual("一般期刊", "General journal"),
            }
        ),
        "score_scale": MappingProxyType(
            {
                "percent": Bilingual("百分制", "Out of 100"),
                "five_level": Bilingual("五级制", "Five grades"),
                "pass_fail": Bilingual("合格制", "Passed or failed"),
                "points": Bilingual("分数", "Points"),
            }
        ),
        "language": MappingProxyType(
            {
                "zh": Bilingual("中文", "Chinese"),
                "en": Bilingual("英文", "English"),
                "other": Bilingual("其他语言", "Another language"),
            }
        ),
        "verified_by": MappingProxyType(
            {
                "none": Bilingual("未核验", "Not verified"),
                "original_seen": Bilingual("已核对原件", "Original seen"),
                "online": Bilingual("联网核验", "Looked up online"),
                "letter": Bilingual("函询", "Letter of inquiry"),
            }
        ),
        "award": MappingProxyType(
            {
                "first": Bilingual("一等奖", "First prize"),
                "second": Bilingual("二等奖", "Second prize"),
                "third": Bilingual("三等奖", "Third prize"),
                "excellent": Bilingual("优秀奖", "Prize of excellence"),
            }
        ),
        "organiser_kind": MappingProxyType(
            {
                "government": Bilingual("政府部门", "Public authority"),
                "association": Bilingual("行业协会", "Association"),
                "school": Bilingual("学校", "A school"),
                "enterprise": Bilingual("企业", "Enterprise"),
            }
        ),
        "patent_kind": MappingProxyType(
            {
                "invention": Bilingual("发明专利", "Invention"),
                "utility": Bilingual("实用新型", "Utility model"),
                "design": Bilingual("外观设计", "Design"),
                "software": Bilingual("软件著作权", "Software right"),
            }
        ),
        "test": MappingProxyType(
            {
                "cet4": Bilingual("大学英语四级", "CET-4"),
                "cet6": Bilingual("大学英语六级", "CET-6"),
                "english_b": Bilingual("英语应用能力 B 级", "English proficiency, band B"),
                "english_provincial_3": Bilingual("省英语三级", "Provincial English test, grade 3"),
                "computer_1": Bilingual("计算机一级", "Computer rank, grade 1"),
                "computer_2": Bilingual("计算机二级", "Computer rank, grade 2"),
                "other": Bilingual("其他考试", "Another test"),
            }
        ),
    }
)
"""By name of the field, and code of the choice."""
