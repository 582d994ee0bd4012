"""Reference data: overlay, four eyes, and one state however the operations arrive."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creditbank_desktop.domain.deadlines import Step, default_deadlines
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import DeviceId, OfficeId, OperationId, PersonId, ProposalId
from creditbank_desktop.domain.operations.envelope import Header, Operation
from creditbank_desktop.domain.operations.reference_bodies import (
    EntryName,
    ReferenceBody,
    ReferenceChanged,
    ReferenceProposed,
    ReferenceSettled,
    ReferenceUndone,
    ReferenceWithdrawn,
)
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.reference import (
    ProposalState,
    ReferenceChange,
    ReferenceItem,
    ReferenceProposal,
    is_valid_on,
    needs_second_person,
    reference_id,
)
from creditbank_desktop.domain.reference_book import (
    ReferenceBook,
    Seed,
    calendar_of,
    deadlines_of,
    hold_seconds_of,
    seed_of_deadlines,
)
from creditbank_desktop.domain.reference_fields import check_fields, clean_field, clean_fields, key_of
from creditbank_desktop.domain.reference_kinds import SPECS, FieldShape, KindSpec, ReferenceKind
from tests.conftest import Counts
from tests.domain.domain_worlds import DAY, MOMENT, MemoryShelf

OFFICE = OfficeId("office")
PHRASE = ("phrase", "refusal/expired")
CET4 = ("certificate", "cet4")
SEED: Seed = {
    ReferenceKind.PHRASE: {
        PHRASE[1]: {"purpose": "refusal", "code": "expired", "text_zh": "过期", "text_en": "x"}
    },
    ReferenceKind.CERTIFICATE: {CET4[1]: {"name_zh": "四级", "outcome_type": "language_computer"}},
    ReferenceKind.DEADLINE: seed_of_deadlines(default_deadlines()),
}


def shelf() -> MemoryShelf:
    made = MemoryShelf()
    made.hire("author", Role.RULE_AUTHOR)
    made.hire("admin", Role.ADMINISTRATOR)
    made.hire("other", Role.ADMINISTRATOR)
    made.hire("approver", Role.RULE_APPROVER)
    made.hire("clerk", Role.CLERK)
    return made


def change(place: tuple[str, str], base: int = 0, creates: bool = False, **fields: str) -> ReferenceChange:
    return ReferenceChange(*place, fields, dict.fromkeys(fields, ""), base, creates)


def item(made: MemoryShelf, place: tuple[str, str]) -> ReferenceItem:
    found = made.reference_item(reference_id(OFFICE, *place))
    assert found is not None
    return found


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.code


def test_one_person_changes_what_decides_nothing_and_only_that() -> None:
    made = shelf()
    made.do("author", ReferenceChanged((change(PHRASE, text_zh="已过期"), change(CET4, aliases="CET-4"))))
    assert item(made, PHRASE).overlay == {"text_zh": "已过期"}
    for wrong in (
        change(CET4, credits="4"),
        change(CET4, aliases="x", valid_to="2030-01-01"),
        change(("contest", "c"), 0, True, name_zh="甲", organiser_kind="school", level="school"),
        change(("holiday", "2026-05-01"), active="no"),
        change(("deadline", "intake"), days="9"),
        change(("number_format", "statement"), prefix="AB"),
        change(("letterhead", "office"), seal="iVBORw0KGgo="),
        change(("office_setting", "hold"), seconds="0"),
    ):
        assert refusal(partial(made.do, "admin", ReferenceChanged((wrong,)))) == (
            "reference.needs_second_person"
        )
    assert refusal(lambda: made.do("clerk", ReferenceChanged((change(PHRASE, text_zh="x"),)))) == (
        "actor.role_missing"
    )


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (change(("nothing", "x"), name="x"), "reference_kind.unknown"),
        (change(PHRASE, colour="red"), "reference_field.unknown"),
        (change(PHRASE, text_zh=""), "reference.bad_value"),
        (change(("deadline", "lunch"), days="3"), "reference.bad_value"),
        (change(("deadline", "publicity"), days="9"), "reference.bad_value"),
        (change(("deadline", "intake"), days="three"), "reference.bad_value"),
        (change(("holiday", "2026-05-04"), day_kind="makeup"), "reference.bad_value"),
        (change(("number_format", "statement"), prefix="SL"), "reference.bad_value"),
        (change(PHRASE, base=-1, text_zh="x"), "reference.bad_value"),
        (change(PHRASE), "reference.bad_value"),
        (change(CET4, 0, True, name_zh="x"), "reference.bad_value"),
    ],
)
def test_what_no_entry_can_say_is_refused(wrong: ReferenceChange, code: str) -> None:
    made = shelf()
    proposal = ProposalId("p")
    assert refusal(lambda: made.do("admin", ReferenceProposed(proposal, (wrong,)))) == code
    assert made.reference_proposal(proposal) is None


def test_a_proposal_is_settled_once_by_another_person_with_the_role() -> None:
    made = shelf()
    proposal = ProposalId("p")
    made.do("admin", ReferenceProposed(proposal, (change(CET4, credits="4"),), "list.xlsx", "because"))
    assert made.reference_item(reference_id(OFFICE, *CET4)) is None
    agree = ReferenceSettled(proposal, True, "yes", (0,))
    assert refusal(lambda: made.do("admin", agree)) == "reference.own_proposal"
    assert refusal(lambda: made.do("author", agree)) == "actor.role_missing"
    assert refusal(lambda: made.do("other", replace(agree, revisions=()))) == "reference.bad_value"
    assert refusal(lambda: made.do("other", ReferenceWithdrawn(proposal))) == "undo.other_person"
    settled = made.do("approver", agree)
    (version,) = item(made, CET4).versions
    assert (version.person, version.settled_by, version.proposal) == ("admin", "approver", "p")
    assert refusal(lambda: made.do("other", replace(agree, approved=False))) == "reference.settled_before"
    assert refusal(lambda: made.do("admin", ReferenceWithdrawn(proposal))) == "reference.settled_before"
    undo = ReferenceUndone(settled, proposal=proposal)
    assert refusal(lambda: made.do("other", undo)) == "undo.other_person"
    made.do("approver", undo)
    assert item(made, CET4).overlay == {}
    found = made.reference_proposal(proposal)
    assert found is not None
    assert found.state is ProposalState.PENDING


def test_only_the_last_change_is_undone_and_only_by_its_author() -> None:
    made = shelf()
    first = made.do("author", ReferenceChanged((change(PHRASE, text_zh="一"),)))
    second = made.do("admin", ReferenceChanged((change(PHRASE, 1, text_zh="二"),)))
    name = (EntryName(*PHRASE),)
    assert refusal(lambda: made.do("author", ReferenceUndone(first, name))) == "undo.not_last"
    assert refusal(lambda: made.do("author", ReferenceUndone(second, name))) == "undo.other_person"
    made.do("admin", ReferenceUndone(second, name))
    assert refusal(lambda: made.do("admin", ReferenceUndone(second, name))) == "undo.nothing"
    made.do("author", ReferenceUndone(first, name))
    assert refusal(lambda: made.do("author", ReferenceUndone(OperationId("x"), ()))) == "undo.nothing"
    assert item(made, PHRASE).overlay == {}
    assert item(made, PHRASE).revision == 2


def test_a_change_shows_only_over_what_is_shipped_or_made() -> None:
    made = shelf()
    made.do(
        "author", ReferenceChanged((change(CET4, aliases="CET"), change(("issuer", "gone"), aliases="y")))
    )
    own = change(
        ("phrase", "return/late"), 0, True, purpose="return", code="late", text_zh="迟", text_en="Late"
    )
    made.do("author", ReferenceChanged((own,)))
    items = [record for record in made.records.values() if isinstance(record, ReferenceItem)]
    book = ReferenceBook(SEED, items)
    assert book.entry(ReferenceKind.ISSUER, "gone") is None
    entry = book.entry(ReferenceKind.CERTIFICATE, "cet4")
    assert entry is not None
    assert entry.fields == {**SEED[ReferenceKind.CERTIFICATE]["cet4"], "aliases": "CET"}
    newer = {**SEED, ReferenceKind.CERTIFICATE: {"cet4": {"name_zh": "四级考试", "outcome_type": "other"}}}
    entry = ReferenceBook(newer, items).entry(ReferenceKind.CERTIFICATE, "cet4")
    assert entry is not None
    assert (entry.fields["name_zh"], entry.fields["aliases"]) == ("四级考试", "CET")
    assert [one.key for one in book.entries(ReferenceKind.PHRASE)] == ["refusal/expired", "return/late"]
    assert ReferenceBook(SEED).with_items(items) == book


def agreed(made: MemoryShelf, name: str, *changes: ReferenceChange, on: date = DAY) -> None:
    made.do("admin", ReferenceProposed(ProposalId(name), changes))
    made.do("approver", ReferenceSettled(ProposalId(name), True, "", (0,) * len(changes)), on=on)


def test_a_deadline_counts_for_steps_that_begin_from_the_day_of_agreement_on() -> None:
    made = shelf()
    agreed(made, "one", change(("deadline", "intake"), days="9"), on=date(2026, 4, 1))
    agreed(made, "two", change(("deadline", "hard_stop"), days="6"), on=date(2026, 5, 1))
    agreed(made, "three", change(("office_setting", "hold"), seconds="90"))
    items = [record for record in made.records.values() if isinstance(record, ReferenceItem)]
    seed = {**SEED, ReferenceKind.OFFICE_SETTING: {"hold": {"seconds": "0"}}}
    book = ReferenceBook(seed, items)
    dated = deadlines_of(book, default_deadlines())
    assert [dated.on(day).of(Step.INTAKE).days for day in (date(2026, 3, 31), date(2026, 4, 1))] == [5, 9]
    assert (dated.latest.hard_stop_months, dated.latest.of(Step.INTAKE).days) == (6, 9)
    assert dated.on(date(2026, 4, 30)).hard_stop_months == 4
    assert (hold_seconds_of(book), hold_seconds_of(ReferenceBook(SEED))) == (90, 0)


def test_a_holiday_taken_out_of_use_is_a_plain_day_and_the_table_ends_with_what_is_published() -> None:
    made = shelf()
    new = change(
        ("holiday", "2027-03-03"), 0, True, date="2027-03-03", day_kind="holiday", source="published"
    )
    agreed(made, "one", change(("holiday", "2026-05-01"), active="no"), new)
    rows = {"2026-05-01": {"date": "2026-05-01", "day_kind": "holiday", "source": "published"}}
    items = [record for record in made.records.values() if isinstance(record, ReferenceItem)]
    calendar = calendar_of(ReferenceBook({ReferenceKind.HOLIDAY: rows}, items))
    assert calendar.is_working_day(date(2026, 5, 1))
    assert not calendar.is_working_day(date(2027, 3, 3))
    assert calendar.covered_through == date(2027, 12, 31)


def operation(name: str, person: str, body: ReferenceBody, passed: int) -> Operation:
    header = Header(
        OperationId(name), OFFICE, DeviceId("device"), PersonId(person), MOMENT, DAY + timedelta(days=passed)
    )
    return Operation(header, body)


TEXTS = st.sampled_from(["甲", "乙", "丙"])
PATCHES = st.dictionaries(st.sampled_from(["text_zh", "text_en", "help_zh"]), TEXTS, min_size=1)


@given(
    st.lists(st.tuples(st.sampled_from(["author", "admin"]), st.integers(0, 3), PATCHES), max_size=7),
    st.randoms(use_true_random=False),
)
def test_changes_end_alike_in_whatever_order_they_arrive(
    drawn: Sequence[tuple[str, int, dict[str, str]]], dice: random.Random
) -> None:
    changes = [replace(change(PHRASE, base), fields=fields) for _person, base, fields in drawn]
    written = [
        operation(f"op-{number}", drawn[number][0], ReferenceChanged((one,)), number)
        for number, one in enumerate(changes)
    ]
    ends = []
    for _ in range(2):
        made = shelf()
        for one in dice.sample(written, len(written)):
            made.apply(one)
        ends.append(made.reference_item(reference_id(OFFICE, *PHRASE)))
    assert ends[0] == ends[1]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["propose", "approve", "reject", "withdraw", "undo", "change"]),
        st.sampled_from(["author", "admin", "other", "approver", "clerk"]),
        st.integers(0, 2),
    ),
    max_size=25,
)


def test_nothing_that_decides_is_ever_in_force_without_two_people(counts: Counts) -> None:
    examples = counts.pick(quick=60, gate=150, long=5_000)

    @settings(max_examples=examples, deadline=None)
    @given(ACTS)
    def check(acts: list[tuple[str, str, int]]) -> None:
        made = shelf()
        for number, (act, person, which) in enumerate(acts):
            try:
                made.apply(operation(f"op-{number}", person, body_of(made, act, which), number))
            except Refused:
                continue
        for record in made.records.values():
            if isinstance(record, ReferenceItem):
                for version in record.standing:
                    decides = needs_second_person(SPECS[ReferenceKind(record.kind)], version.fields)
                    assert not decides or version.settled_by not in (None, version.person)
            if isinstance(record, ReferenceProposal) and record.state is ProposalState.APPROVED:
                assert record.settled_by != record.proposed_by

    check()


def body_of(made: MemoryShelf, act: str, which: int) -> ReferenceBody:
    proposal = ProposalId(f"p{which}")
    found = made.reference_proposal(proposal)
    known = made.reference_item(reference_id(OFFICE, *CET4))
    revision = 0 if known is None else known.revision
    match act:
        case "propose":
            return ReferenceProposed(proposal, (change(CET4, revision, credits=str(which + 1)),))
        case "approve" | "reject":
            return ReferenceSettled(proposal, act == "approve", "", (revision,))
        case "withdraw":
            return ReferenceWithdrawn(proposal)
        case "undo":
            settled = OperationId("") if found is None else found.settle_operation or OperationId("")
            return ReferenceUndone(settled, proposal=proposal)
    return ReferenceChanged((change(CET4, revision, credits="9"),))


@pytest.mark.parametrize("spec", list(SPECS.values()), ids=lambda spec: spec.kind.value)
@given(st.data())
def test_what_is_cleaned_once_stays_and_is_judged_without_a_crash(
    spec: KindSpec, data: st.DataObject
) -> None:
    typed = {field.name: data.draw(st.text(max_size=12)) for field in spec.fields}
    fields = clean_fields(spec, typed)
    assert clean_fields(spec, fields) == fields
    check_fields(spec, key_of(spec, fields) or "k", fields)


@pytest.mark.parametrize(
    ("shape", "typed", "clean"),
    [
        (FieldShape.DAY, "2026年5月1日", "2026-05-01"),
        (FieldShape.DAY, "20260501", "2026-05-01"),
        (FieldShape.DAY, "2026-02-30", "2026-02-30"),
        (FieldShape.CREDITS, "４.０", "4"),
        (FieldShape.CREDITS, "0.50", "0.5"),
        (FieldShape.WHOLE, "007", "7"),
        (FieldShape.YES_NO, "是", "yes"),
        (FieldShape.LIST, "四级；CET-4\n四级 ;", "四级\nCET-4"),
        (FieldShape.LONG_TEXT, " 一 \r\n\r\n二 ", "一\n\n二"),
        (FieldShape.TEXT, " 全国  大赛\u200b（演示） ", "全国 大赛（演示）"),
    ],
)
def test_what_people_type_becomes_one_spelling(shape: FieldShape, typed: str, clean: str) -> None:
    from creditbank_desktop.domain.reference_kinds import FieldSpec

    assert clean_field(FieldSpec("x", shape), typed) == clean


def test_an_entry_is_valid_from_its_first_to_its_last_day() -> None:
    fields = {"valid_from": "2026-03-02", "valid_to": "2026-03-03", "active": "yes"}
    days = (date(2026, 3, day) for day in (1, 2, 3, 4))
    assert [is_valid_on(fields, day) for day in days] == [False, True, True, False]
    assert not is_valid_on({**fields, "active": "no"}, date(2026, 3, 2))
