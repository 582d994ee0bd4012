"""Masking by role and purpose, retention rules, and the register of disposals."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from creditbank_desktop.domain.disposals import Disposal, DisposalItem, DisposalKind, DisposalState
from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.ids import DisposalId, LearnerId
from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.masking import (
    WHOLE_FOR,
    PersonalField,
    Purpose,
    masked,
    masked_profile,
    sees_whole,
)
from creditbank_desktop.domain.operations import privacy_bodies as privacy
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.retention import RetainedSubject, parse_retention
from tests.domain.domain_worlds import DAY, MOMENT, MemoryShelf, example_of

RETENTION = Path(__file__).resolve().parents[2] / "resources" / "retention" / "default.json"
F = PersonalField


@pytest.mark.parametrize(
    ("field", "text", "hidden"),
    [
        (F.NAME, "张三", "张*"),
        (F.NAME, "张小三", "张*三"),
        (F.NAME, "ZHANG Yutong", "Z**** Y*****"),
        (F.STUDENT_NUMBER, "2024530701066", "2024*******66"),
        (F.STUDENT_NUMBER, "12345678", "******78"),
        (F.DOCUMENT_NUMBER, "11010119900307123X", "110101********123X"),
        (F.DOCUMENT_NUMBER, "E12345678", "E1*****78"),
        (F.PHONE, "13900000000", "139****0000"),
        (F.PHONE, "8001234", "*****34"),
        (F.PHONE, "110", "***"),
        (F.EMAIL, "zhang@school.example", "z***@school.example"),
        (F.EMAIL, "no address", "***"),
        (F.ADDRESS, "山东省德州市示例路一号", "山东省德州市***"),
        (F.ADDRESS, "德州市", "***"),
        (F.PHONE, "", ""),
    ],
)
def test_what_identifies_is_hidden(field: PersonalField, text: str, hidden: str) -> None:
    assert masked(field, text) == hidden


@pytest.mark.parametrize("field", list(F))
def test_lists_and_logs_and_notices_never_show_what_can_be_misused(field: PersonalField) -> None:
    everybody = frozenset(Role)
    for purpose in (Purpose.PUBLIC, Purpose.LOG):
        assert not sees_whole(field, purpose, everybody)
    if field not in (F.NAME, F.STUDENT_NUMBER):
        assert not sees_whole(field, Purpose.LIST, everybody)


def test_administrators_see_nothing_whole() -> None:
    keepers = frozenset({Role.ADMINISTRATOR, Role.SECURITY_OFFICER, Role.RULE_AUTHOR, Role.RULE_APPROVER})
    assert not any(sees_whole(field, purpose, keepers) for purpose, field in WHOLE_FOR)


def test_a_profile_is_masked_as_a_whole() -> None:
    profile = example_of(LearnerProfile)
    profile = dataclasses.replace(
        profile, name="张小三", document_number="11010119900307123X", phone="13900000000"
    )
    hidden = masked_profile(profile, Purpose.LOG, frozenset(Role))
    assert hidden is not None
    shown = json.dumps(dataclasses.asdict(hidden), default=str, ensure_ascii=False)
    assert not any(text in shown for text in ("张小三", "19900307", "13900000000"))
    assert masked_profile(None, Purpose.CARD, frozenset()) is None


def test_the_shipped_schedule_keeps_what_the_law_keeps() -> None:
    schedule = parse_retention(RETENTION.read_bytes())
    for subject in (RetainedSubject.LEDGER, RetainedSubject.PAPERS, RetainedSubject.AUDIT):
        rule = schedule.rule_for(subject)
        assert rule is not None
        assert rule.last_day(date(2026, 3, 2)) is None
    granted = schedule.rule_for(RetainedSubject.GRANTED_SCANS)
    assert granted is not None
    assert granted.last_day(date(2026, 3, 2)) == date(2056, 12, 31)
    assert schedule.graduation(2024) == date(2027, 12, 31)
    assert schedule.learner_kept_until(2024, date(2024, 9, 1)) == date(2032, 12, 31)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"subject": "ledger", "since": "graduation", "years": 5}, "retention.protected"),
        ({"subject": "learner", "since": "graduation", "years": 0, "days": 0}, "retention.no_time"),
        ({"subject": "unheard_of"}, "retention.malformed"),
        ({"subject": "drafts"}, "retention.twice"),
    ],
)
def test_a_schedule_that_would_destroy_too_much_is_refused(changed: dict[str, object], code: str) -> None:
    plain = json.loads(RETENTION.read_bytes())
    rule = {**plain["rules"][5], **changed}
    plain["rules"] = [
        one for one in plain["rules"] if one["subject"] != rule["subject"] or code.endswith("twice")
    ]
    plain["rules"].append(rule)
    with pytest.raises(Problems) as found:
        parse_retention(json.dumps(plain).encode())
    assert [problem.code for problem in found.value.problems] == [code]


@pytest.fixture
def shelf() -> MemoryShelf:
    made = MemoryShelf()
    made.hire("archivist", Role.ARCHIVIST)
    made.hire("second", Role.ARCHIVIST)
    made.hire("clerk", Role.CLERK)
    body = registry.LearnerRegistered(LearnerId("learner"), "530701", 2020, "1", "XF1")  # type: ignore[arg-type]
    made.do("clerk", body, example_of(LearnerProfile), learner="learner")
    return made


def propose(shelf: MemoryShelf, *subjects: str) -> DisposalId:
    items = tuple(DisposalItem(DisposalKind.LEARNER, subject) for subject in subjects)
    shelf.do("archivist", privacy.DisposalProposed(DisposalId("d"), "rule", "clause", DAY, items))
    return DisposalId("d")


def test_a_key_goes_only_by_an_approved_entry_that_names_it(shelf: MemoryShelf) -> None:
    def dispose(disposal: DisposalId | None, learner: str = "learner") -> None:
        shelf.do("archivist", registry.LearnerDisposed(LearnerId(learner), "clause", disposal))

    for attempt in (None, DisposalId("unknown")):
        with pytest.raises(Refused, match=r"disposal\.(not_approved|unknown)"):
            dispose(attempt)
    entry = propose(shelf, "learner")
    with pytest.raises(Refused, match=r"disposal\.not_approved"):
        dispose(entry)
    with pytest.raises(Refused, match=r"disposal\.four_eyes"):
        shelf.do("archivist", privacy.DisposalDecided(entry, True))
    with pytest.raises(Refused, match=r"actor\.role_missing"):
        shelf.do("clerk", privacy.DisposalDecided(entry, True))
    shelf.do("second", privacy.DisposalDecided(entry, True))
    body = registry.LearnerRegistered(LearnerId("other"), "530701", 2020, "1", "XF2")  # type: ignore[arg-type]
    shelf.do("clerk", body, example_of(LearnerProfile), learner="other")
    with pytest.raises(Refused, match=r"disposal\.other_item"):
        dispose(entry, "other")
    dispose(entry)
    gone = shelf.learner(LearnerId("learner"))
    assert gone is not None
    assert gone.profile is None
    shelf.do("archivist", privacy.DisposalCarriedOut(entry, 1, 0, 0))
    with pytest.raises(Refused, match=r"disposal\.not_approved"):
        dispose(entry)


def test_an_entry_has_items_each_once(shelf: MemoryShelf) -> None:
    for subjects in ((), ("learner", "learner")):
        with pytest.raises(Refused, match=r"disposal\.no_items"):
            propose(shelf, *subjects)
    propose(shelf, "learner")
    with pytest.raises(Refused, match=r"disposal\.exists"):
        propose(shelf, "learner")


def test_an_own_proposal_can_be_taken_back_but_a_settled_one_not() -> None:
    item = DisposalItem(DisposalKind.LEARNER, "x")
    entry = Disposal(DisposalId("d"), "o", "r", "c", DAY, (item,), "me", MOMENT)  # type: ignore[arg-type]
    taken_back = entry.decided("me", MOMENT, approved=False, reason="other")  # type: ignore[arg-type]
    assert taken_back.state is DisposalState.REJECTED
    with pytest.raises(Refused, match=r"disposal\.wrong_state"):
        taken_back.decided("you", MOMENT, approved=True)  # type: ignore[arg-type]
    with pytest.raises(Refused, match=r"disposal\.wrong_state"):
        entry.done("me", MOMENT, (1, 0, 0))  # type: ignore[arg-type]
