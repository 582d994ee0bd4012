"""Rule sets and programmes as files: every mistake is named, and the hash says what a version holds."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.programmes import parse_programme
from creditbank_desktop.rules.loading import content_hash, parse_rule_set

Plain = dict[str, Any]


@pytest.fixture
def plain(resources: Path) -> Plain:
    loaded: Plain = json.loads((resources / "rules" / "default.json").read_text(encoding="utf-8"))
    return loaded


def row(plain: Plain, rule: str) -> Plain:
    rows: list[Plain] = plain["versions"][0]["content"]["rules"]
    return next(row for row in rows if row["rule"] == rule)


def codes(plain: Plain) -> list[tuple[str, str]]:
    with pytest.raises(Problems) as stopped:
        parse_rule_set(json.dumps(plain).encode())
    return [(problem.code, problem.field) for problem in stopped.value.problems]


def test_the_default_rules_are_sound_and_in_force(plain: Plain) -> None:
    rule_set = parse_rule_set(json.dumps(plain).encode())
    version = rule_set.in_force(date(2026, 1, 1))
    assert version is not None
    assert (version.family, version.number) == ("default", 1)
    assert version.content_hash == content_hash(version.content)
    assert rule_set.in_force(date(2024, 12, 31)) is None


def test_unknown_fields_of_all_rows_are_named_at_once(plain: Plain) -> None:
    row(plain, "R-SKILL-3")["credit"] = "3.0"
    row(plain, "R-MOOC")["score_min"] = "≥60"
    row(plain, "R-WORK")["outcome_type"] = "job"
    found = codes(plain)
    assert [field.rsplit(".", 1)[1] for _, field in found] == ["R-SKILL-3", "R-MOOC", "R-WORK"]
    assert {code for code, _ in found} == {"rules.malformed"}


@pytest.mark.parametrize(
    ("rule", "change", "code", "field"),
    [
        ("R-SKILL-3", {"credits": "3.3"}, "rules.step", "credits"),
        ("R-SKILL-3", {"credits": "61"}, "rules.number", "credits"),
        ("R-SKILL-3", {"credits": None}, "rules.credits_needed", "credits"),
        ("R-MOOC", {"credits": "1.0"}, "rules.credits_out_of_place", "credits"),
        ("R-MOOC", {"tasks_min": 101}, "rules.percent", "tasks_min"),
        ("R-MOOC", {"hours_min": 0}, "rules.number", "hours_min"),
        ("R-MOOC", {"clause_en": ""}, "rules.clause_missing", "clause_en"),
        ("R-MOOC", {"cap_keys": ["recognised", "onlime"]}, "rules.unknown_key", "cap_keys"),
        ("R-MOOC", {"materials": ["forms"]}, "rules.unknown_key", "materials"),
        ("R-MOOC", {"programmes": ["5307"]}, "rules.programme", "programmes"),
        ("R-MOOC", {"target": "EC04"}, "rules.target", "target"),
        ("R-MOOC", {"judge_to": "2.0"}, "rules.range", "judge_from"),
        ("R-COURSE-LOW", {"refusal_reason": ""}, "rules.reason_missing", "refusal_reason"),
        ("R-MOOC", {"refusal_reason": "x"}, "rules.reason_out_of_place", "refusal_reason"),
        ("R-COURSE-PANEL", {"match_min": 90}, "rules.range", "match_min"),
        ("R-CONTEST-NAT-1", {"requires": ["individual", "team"]}, "rules.contradiction", "requires"),
    ],
)
def test_a_row_that_contradicts_itself_is_named(
    plain: Plain, rule: str, change: Plain, code: str, field: str
) -> None:
    row(plain, rule).update(change)
    assert (code, f"versions.1.rules.{rule}.{field}") in codes(plain)


def test_two_rows_cannot_share_an_id(plain: Plain) -> None:
    row(plain, "R-SKILL-3")["rule"] = "R-SKILL-4"
    assert ("rules.twice", "versions.1.rules") in codes(plain)


def test_a_changed_content_without_a_new_hash_is_refused(plain: Plain) -> None:
    row(plain, "R-SKILL-3")["credits"] = "3.5"
    assert codes(plain) == [("rules.hash_differs", "versions.1.content_hash")]


def test_author_and_approver_are_two(plain: Plain) -> None:
    plain["versions"][0]["approver"] = plain["versions"][0]["author"]
    assert codes(plain) == [("rules.same_person", "versions.1")]


def test_two_versions_cannot_be_in_force_on_one_day(plain: Plain) -> None:
    second = json.loads(json.dumps(plain["versions"][0]))
    second.update(number=2, effective_from="2026-01-01", supersedes=1)
    plain["versions"].append(second)
    assert codes(plain) == [("rules.periods_overlap", "versions")]
    plain["versions"][0].update(effective_to="2025-12-31", status="retired")
    rule_set = parse_rule_set(json.dumps(plain).encode())
    in_force = [rule_set.in_force(day) for day in (date(2025, 12, 31), date(2026, 1, 1))]
    assert [version and version.number for version in in_force] == [1, 2]


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"versions": 3}', b"\xff", b'{"versions": [1]}'])
def test_foreign_bytes_are_a_problem_not_a_crash(data: bytes) -> None:
    with pytest.raises(Problems) as stopped:
        parse_rule_set(data)
    assert {problem.code for problem in stopped.value.problems} == {"rules.malformed"}


@pytest.mark.parametrize("code", ["460301", "510201", "530701"])
def test_the_sample_programmes_are_sound(resources: Path, code: str) -> None:
    programme = parse_programme((resources / "programmes" / f"{code}.json").read_bytes())
    assert programme.code == code
    assert programme.is_sample
    assert 38 <= len(programme.courses) <= 48
    assert programme.elective_credits == 12
    assert programme.takes_intake_of(2025)


def test_a_programme_says_everything_that_is_wrong(resources: Path) -> None:
    plain = json.loads((resources / "programmes" / "530701.json").read_text(encoding="utf-8"))
    plain["code"] = "5307"
    plain["total_credits"] = "100"
    plain["courses"][0]["module"] = "M-NONE"
    plain["courses"][1]["code"] = plain["courses"][2]["code"]
    plain["courses"][3].update(credits="1.3", hours=0)
    with pytest.raises(Problems) as stopped:
        parse_programme(json.dumps(plain).encode())
    found = {problem.code for problem in stopped.value.problems}
    assert found == {
        "programme.code",
        "programme.total",
        "programme.module_unknown",
        "programme.module_short",
        "programme.twice",
        "programme.course_credits",
        "programme.course_hours",
    }


def test_the_hash_depends_on_what_is_said_not_on_the_order_of_keys(plain: Plain) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, dict):
            keys = list(value)
            random.Random(7).shuffle(keys)
            return {key: shuffled(value[key]) for key in keys}
        return [shuffled(item) for item in value] if isinstance(value, list) else value

    assert parse_rule_set(json.dumps(shuffled(plain)).encode()).versions
