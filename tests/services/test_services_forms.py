"""Learners' forms, attached files, drafts and verdicts: all problems at once, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from creditbank_desktop.domain.applications import OutcomeLine
from creditbank_desktop.domain.decisions import LineResult, RuleReference, Target, TargetKind
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import BlobHash, CourseCode, EvidenceId, LearnerId, LineId, ProgrammeCode
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.resident_ids import resident_id_check_character
from creditbank_desktop.services.attachments import MOST_BYTES, check_attachment, open_attachment
from creditbank_desktop.services.drafts import draft_plain, draft_title, form_of_draft
from creditbank_desktop.services.learner_forms import FormCheck, read_learner_form, unconfirmed
from creditbank_desktop.services.verdicts import Bench, as_suggested, judge
from creditbank_desktop.services.views_applications import SuggestionView
from creditbank_desktop.services.views_evaluation import LineVerdict
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment, OutcomeForm, ProxyForm
from creditbank_desktop.services.views_learners import CourseView, LearnerForm, ProgrammeView
from tests.services.services_samples import CURRICULUM, GLYPHS

BODY = "11010119900307123"
RESIDENT_ID = BODY + resident_id_check_character(BODY)
PDF = b"%PDF-1.7\n%%EOF\n"


PROGRAMME = ProgrammeView(
    ProgrammeCode("460301"),
    "机电",
    "Mechatronics",
    1,
    Decimal(140),
    True,
    (
        CourseView(CourseCode("A1"), "电工基础", "Electrical basics", Decimal(4)),
        CourseView(CourseCode("PE"), "体育", "Sport", Decimal(2), excluded=True),
    ),
)
CHECK = FormCheck(date(2026, 11, 23), GLYPHS, CURRICULUM)
GOOD = LearnerForm(
    name="张伟",
    document_number=RESIDENT_ID,
    student_number="2024010001",
    programme="460301",
    intake_year="2024",
)


def found(form: LearnerForm) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in read_learner_form(form, CHECK).problems}


def test_a_good_form_becomes_a_profile_filled_from_the_resident_id() -> None:
    reading = read_learner_form(GOOD, CHECK)
    assert reading.problems == ()
    assert reading.profile is not None
    assert reading.profile.birth_date == date(1990, 3, 7)
    assert reading.profile.sex.value == "1"
    assert reading.intake_year == 2024


def test_everything_wrong_is_said_at_once() -> None:
    wrong = LearnerForm(
        name="李\ue001",
        document_number=BODY + ("0" if RESIDENT_ID[-1] != "0" else "1"),
        student_number="??",
        birth_date="2020-13-40",
        phone="call me",
        email="nobody",
        ethnic_group="77",
        programme="460399",
        intake_year="1850",
    )
    assert found(wrong) >= {
        ("name", "glyphs.missing"),
        ("document_number", "resident_id.check"),
        ("student_number", "student_number.shape"),
        ("birth_date", "date.impossible"),
        ("phone", "phone.shape"),
        ("email", "email.shape"),
        ("ethnic_group", "ethnic_group.unknown"),
        ("programme", "programme.closed"),
        ("intake_year", "number.range"),
    }
    assert read_learner_form(wrong, CHECK).profile is None


def test_an_empty_form_asks_for_what_is_needed() -> None:
    assert {code for _, code in found(LearnerForm())} == {
        "name.empty",
        "identity_document.empty",
        "programme.empty",
        "intake_year.empty",
    }


def test_a_sex_that_differs_from_the_number_warns_and_can_be_confirmed() -> None:
    form = replace(GOOD, sex="2")
    problems = read_learner_form(form, CHECK).problems
    assert [problem.code for problem in problems] == ["resident_id.sex"]
    assert unconfirmed(problems, frozenset()) == problems
    assert unconfirmed(problems, frozenset({"resident_id.sex"})) == ()
    assert unconfirmed(problems, frozenset({"document_number:resident_id.sex"})) == ()


def test_other_documents_are_taken() -> None:
    form = replace(GOOD, document_kind=DocumentKind.PASSPORT, document_number="e1234 5678")
    profile = read_learner_form(form, CHECK).profile
    assert profile is not None
    assert profile.document_number == "E12345678"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"", "evidence.empty"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n....", "evidence.not_what_it_says"),
        ("a.pdf", b"MZ........", "evidence.not_what_it_says"),
        ("a.exe", b"MZ........", "evidence.kind"),
        ("a", PDF, "evidence.kind"),
        ("a.pdf", b"%PDF-1.7 broke off", "evidence.damaged"),
        ("a.png", b"\x89PNG\r\n\x1a\n broke off", "evidence.damaged"),
    ],
)
def test_files_that_cannot_be_evidence_are_named(name: str, data: bytes, code: str) -> None:
    attachment = Attachment("certificate_copy", name, data=data)
    with pytest.raises(Problems) as stopped, open_attachment(attachment) as reader:
        check_attachment(attachment, reader)
    assert [problem.code for problem in stopped.value.problems] == [code]


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    big = tmp_path / "scan.pdf"
    with big.open("wb") as writer:
        writer.write(PDF)
        writer.truncate(2 * 1024**3)
    attachment = Attachment("certificate_copy", "scan.pdf", path=str(big))
    with pytest.raises(Problems) as stopped, open_attachment(attachment) as reader:
        check_attachment(attachment, reader)
    assert stopped.value.problems[0].params == {
        "name": "scan.pdf",
        "most_mb": MOST_BYTES // 2**20,
        "size_mb": 2048,
    }


def test_a_good_file_is_what_it_says() -> None:
    attachment = Attachment("form", "C:\\scans\\form.PDF", data=PDF)
    with open_attachment(attachment) as reader:
        checked = check_attachment(attachment, reader)
        assert reader.tell() == 0
    assert (checked.file_name, checked.media_type, checked.size_bytes) == (
        "form.PDF",
        "application/pdf",
        len(PDF),
    )


def test_a_missing_file_is_a_problem_of_the_field(tmp_path: Path) -> None:
    with pytest.raises(Problems) as stopped:
        open_attachment(Attachment("form", "x.pdf", path=str(tmp_path / "x.pdf")))
    assert stopped.value.problems[0].code == "evidence.unreadable"


def test_drafts_come_back_as_they_were() -> None:
    evidence = Evidence(
        EvidenceId("e"), BlobHash("0" * 64), 3, "application/pdf", "a.pdf", "form", LineId("l")
    )
    form = ApplicationForm(
        learner=LearnerId("x"),
        outcomes=(OutcomeForm(LineId("l"), OutcomeType.MOOC, {"title": " 半 ", "hours": "abc"}),),
        evidence=(evidence,),
        proxy=ProxyForm("李四"),
        note="还差一份",
        confirmed=frozenset({"b", "a"}),
        draft="d",
    )
    assert form_of_draft("d", draft_plain(form)) == form
    assert draft_title(form) == "半"


RULE = RuleReference("skill-3", 1, "第八条", "default", "0" * 64)
LINE = OutcomeLine(LineId("l"), OutcomeType.SKILL_CERTIFICATE, None)
COURSE = Target(TargetKind.COURSE, "A1")
SUGGESTED = SuggestionView(
    LineId("l"), credits=Decimal(3), rule=RULE, target=COURSE, grade_text="免修 85", explanation="{}"
)
BENCH = Bench((LINE,), {LINE.line: SUGGESTED}, PROGRAMME, Decimal(4))


def wrong(verdict: LineVerdict, bench: Bench = BENCH) -> set[tuple[str, str]]:
    with pytest.raises(Problems) as stopped:
        judge((verdict,), bench)
    return {(problem.field, problem.code) for problem in stopped.value.problems}


def test_following_the_suggestion_needs_no_reason() -> None:
    decided = judge((as_suggested(SUGGESTED),), BENCH)
    (line,) = decided.lines
    assert line.decision.credits == line.decision.computed_credits == Decimal(3)
    assert line.decision.rule == RULE
    assert decided.texts.explanations == {"l": "{}"}


def test_departing_needs_a_reason_of_the_book() -> None:
    less = LineVerdict(LINE.line, LineResult.PARTLY_RECOGNISED, "2", COURSE)
    assert wrong(less) == {("verdicts.0.reason_codes", "decision.reason_needed")}
    made_up = LineVerdict(LINE.line, LineResult.PARTLY_RECOGNISED, "2", COURSE, reason_codes=("because",))
    assert wrong(made_up) == {("verdicts.0.reason_codes", "decision.reason_unknown")}
    said = LineVerdict(LINE.line, LineResult.PARTLY_RECOGNISED, "2", COURSE, reason_codes=("partly_covered",))
    assert judge((said,), BENCH).lines[0].decision.credits == Decimal(2)


@pytest.mark.parametrize(
    ("verdict", "field", "code"),
    [
        (LineVerdict(LINE.line, LineResult.RECOGNISED, "-1", COURSE), "credits", "credits.negative"),
        (LineVerdict(LINE.line, LineResult.RECOGNISED, "88", COURSE), "credits", "credits.absurd"),
        (LineVerdict(LINE.line, LineResult.RECOGNISED, "2.3", COURSE), "credits", "credits.step"),
        (LineVerdict(LINE.line, LineResult.RECOGNISED, "0", COURSE), "credits", "decision.no_credits"),
        (LineVerdict(LINE.line, LineResult.NOT_RECOGNISED, "1"), "credits", "decision.refused_with_credits"),
        (LineVerdict(LINE.line, LineResult.WITHDRAWN), "result", "decision.result"),
        (
            LineVerdict(LINE.line, LineResult.RECOGNISED, "3", Target(TargetKind.COURSE, "ZZ")),
            "target",
            "decision.target_unknown",
        ),
        (
            LineVerdict(LINE.line, LineResult.RECOGNISED, "2", Target(TargetKind.COURSE, "PE")),
            "target",
            "decision.target_excluded",
        ),
        (LineVerdict(LINE.line, LineResult.RECOGNISED, "5", COURSE), "credits", "decision.above_target"),
        (LineVerdict(LINE.line, LineResult.NOT_RECOGNISED), "reason_codes", "decision.reason_needed"),
    ],
)
def test_verdicts_that_cannot_stand(verdict: LineVerdict, field: str, code: str) -> None:
    assert (f"verdicts.0.{field}", code) in wrong(verdict)


def test_every_line_is_decided_once() -> None:
    with pytest.raises(Problems) as stopped:
        judge((), BENCH)
    assert [problem.code for problem in stopped.value.problems] == ["decision.line_missing"]
    twice = as_suggested(SUGGESTED)
    with pytest.raises(Problems) as stopped:
        judge((twice, twice), BENCH)
    assert [problem.code for problem in stopped.value.problems] == ["decision.line_twice"]


def test_much_credit_asks_for_a_second_opinion() -> None:
    free = LineVerdict(LINE.line, LineResult.RECOGNISED, "4.5", reason_codes=("panel_judgement",))
    assert judge((free,), BENCH).lines[0].decision.needs_second_opinion
    assert not judge((as_suggested(SUGGESTED),), BENCH).lines[0].decision.needs_second_opinion
