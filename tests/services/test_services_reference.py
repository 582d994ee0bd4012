"""Reference data in a real office: changed at once, proposed and settled, undone, found, worked by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.ids import OperationId, ProposalId
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.reference import ProposalState
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.models.replay import replay, table_digests
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.views_evaluation import LineVerdict
from creditbank_desktop.services.views_reference import (
    Effect,
    EntryForm,
    EntryView,
    Origin,
    ReferenceQuery,
    Saved,
)
from tests.services.services_world import World

CET4 = "cet4"


def entry(world: World, kind: ReferenceKind, key: str) -> EntryView:
    return world.services.reference.entry(world.actors["admin"], kind, key)


def save(world: World, kind: ReferenceKind, key: str, who: str = "admin", **fields: str) -> Saved:
    form = EntryForm(kind, fields, key, entry(world, kind, key).revision if key else 0)
    return world.services.reference.save(world.actors[who], form, "because").value


def code_of(call: Callable[[], object]) -> str:
    try:
        call()
    except Refused as refused:
        return refused.code
    except Problems as problems:
        return problems.problems[0].code
    return ""


def proposed(saved: Saved) -> ProposalId:
    assert saved.proposal is not None
    return saved.proposal


def done(saved: Saved) -> OperationId:
    assert saved.operation is not None
    return saved.operation


def test_a_phrase_is_changed_by_one_person_and_counts_at_once(world: World) -> None:
    saved = save(world, ReferenceKind.PHRASE, "refusal/expired", text_zh="已过有效期。")
    assert saved.effects == {Effect.CHANGED}
    view = entry(world, ReferenceKind.PHRASE, "refusal/expired")
    assert (view.row.fields["text_zh"], view.row.origin) == ("已过有效期。", Origin.CHANGED)
    assert view.shipped is not None
    assert view.shipped["text_zh"] != "已过有效期。"
    (version,) = view.history
    assert version.changes[0].before == view.shipped["text_zh"]
    assert version.person_name
    phrases = world.services.reference.phrases(world.actors["evaluator"], "refusal")
    assert ("expired", "已过有效期。", view.row.fields["text_en"]) in phrases


def test_a_deadline_waits_for_a_second_person_and_counts_from_that_day(world: World) -> None:
    saved = save(world, ReferenceKind.DEADLINE, "evaluation", days="20")
    assert saved.effects == {Effect.PROPOSED}
    before = world.room.diary.step(Step.EVALUATION, date(2026, 3, 2)).on
    assert world.room.deadlines.of(Step.EVALUATION).days == 10
    proposals = world.services.proposals
    assert code_of(lambda: proposals.approve(world.actors["admin"], proposed(saved))) == (
        "reference.own_proposal"
    )
    world.clock.go_to(date(2026, 3, 9))
    proposals.approve(world.actors["office"], proposed(saved), "as the council decided")
    assert world.room.deadlines.of(Step.EVALUATION).days == 20
    assert world.room.diary.step(Step.EVALUATION, date(2026, 3, 2)).on == before
    assert world.room.diary.step(Step.EVALUATION, date(2026, 3, 9)).on > date(2026, 4, 2)
    (row,) = proposals.settled(world.actors["clerk"])
    assert (row.state, row.settle_reason) == (ProposalState.APPROVED, "as the council decided")
    assert entry(world, ReferenceKind.DEADLINE, "evaluation").history[0].settled_by_name


def test_a_form_with_both_is_both(world: World) -> None:
    saved = save(world, ReferenceKind.CERTIFICATE, CET4, aliases="四级\nCET 4\n英语四级考试", credits="4")
    assert saved.effects == {Effect.CHANGED, Effect.PROPOSED}
    view = entry(world, ReferenceKind.CERTIFICATE, CET4)
    assert "英语四级考试" in view.row.fields["aliases"]
    assert view.row.fields.get("credits", "") != "4"
    assert view.row.is_pending
    assert view.pending == (saved.proposal,)
    world.services.proposals.approve(world.actors["office"], proposed(saved))
    assert entry(world, ReferenceKind.CERTIFICATE, CET4).row.fields["credits"] == "4"


def test_an_own_entry_is_proposed_found_and_taken_out_of_use(world: World) -> None:
    saved = save(
        world,
        ReferenceKind.CONTEST,
        "",
        name_zh="星海杯技能竞赛（演示）",
        organiser_kind="association",
        level="provincial",
    )
    assert world.services.catalogues.find(world.actors["clerk"], ReferenceKind.CONTEST, "xhb") == ()
    world.services.proposals.approve(world.actors["office"], proposed(saved))
    for typed in ("xhb", "xinghaibei", "星海杯", "星海怀技能竞赛", "参加星海杯技能竞赛（演示）获奖"):
        hits = world.services.catalogues.find(world.actors["clerk"], ReferenceKind.CONTEST, typed)
        assert hits, typed
        assert hits[0].key == saved.key, typed
    retired = world.services.reference.retire(
        world.actors["admin"], ReferenceKind.CONTEST, saved.key, "no longer held"
    ).value
    world.services.proposals.approve(world.actors["office"], proposed(retired))
    assert world.services.catalogues.find(world.actors["clerk"], ReferenceKind.CONTEST, "星海杯") == ()
    page = world.services.reference.page(
        world.actors["clerk"], ReferenceQuery(ReferenceKind.CONTEST, "星海杯")
    )
    assert [row.is_active for row in page.rows[:1]] == [False]


def test_a_rejected_proposal_changes_nothing_and_says_why(world: World) -> None:
    saved = save(world, ReferenceKind.OFFICE_SETTING, "hold", seconds="120")
    proposals = world.services.proposals
    assert code_of(lambda: proposals.reject(world.actors["office"], proposed(saved), " ")) == "field.required"
    proposals.reject(world.actors["office"], proposed(saved), "too long")
    assert world.room.reference.hold_seconds == 0
    assert code_of(lambda: proposals.approve(world.actors["everything"], proposed(saved))) == (
        "reference.settled_before"
    )
    again = save(world, ReferenceKind.OFFICE_SETTING, "hold", seconds="60")
    assert code_of(lambda: proposals.withdraw(world.actors["office"], proposed(again))) == "undo.other_person"
    proposals.withdraw(world.actors["admin"], proposed(again))
    assert proposals.pending(world.actors["admin"]) == ()


def test_what_was_changed_meanwhile_is_not_overwritten(world: World) -> None:
    kind, key = ReferenceKind.PHRASE, "return/other"
    seen = entry(world, kind, key).revision
    save(world, kind, key, text_en="Another reason.")
    late = EntryForm(kind, {"text_en": "Something else."}, key, seen)
    assert code_of(lambda: world.services.reference.save(world.actors["office"], late)) == (
        "reference.changed_since"
    )
    first = save(world, ReferenceKind.DEADLINE, "delivery", days="4")
    assert code_of(lambda: save(world, ReferenceKind.DEADLINE, "delivery", "office", days="5")) == (
        "reference.pending"
    )
    world.services.proposals.approve(world.actors["office"], proposed(first))


def test_a_change_is_undone_until_it_was_sent(world: World) -> None:
    kind, key = ReferenceKind.PHRASE, "return/other"
    shipped = entry(world, kind, key).row.fields
    saved = save(world, kind, key, text_en="Another reason.")
    reference = world.services.reference
    assert entry(world, kind, key).history[0].can_undo
    assert code_of(lambda: reference.undo(world.actors["office"], done(saved))) == "undo.other_person"
    reference.undo(world.actors["admin"], done(saved))
    assert entry(world, kind, key).row.fields == shipped
    assert entry(world, kind, key).history[0].is_undone
    pending = save(world, ReferenceKind.DEADLINE, "delivery", days="4")
    world.services.proposals.approve(world.actors["office"], proposed(pending))
    (row,) = world.services.proposals.settled(world.actors["office"])
    assert row.can_undo
    assert row.settle_operation is not None
    reference.undo(world.actors["office"], row.settle_operation)
    assert world.room.deadlines.of(Step.DELIVERY).days == 3
    assert len(world.services.proposals.pending(world.actors["office"])) == 1
    saved = save(world, kind, key, text_en="Another reason again.")
    head = world.store.read(lambda reader: reader.stream_head().sequence)
    world.store.write(lambda unit: unit.mark_sent(head))
    assert code_of(lambda: reference.undo(world.actors["admin"], done(saved))) == "undo.sent"


def test_bad_fields_are_named_all_at_once(world: World) -> None:
    form = EntryForm(
        ReferenceKind.CERTIFICATE,
        {"name_zh": "某证书", "outcome_type": "magic", "credits": "many", "valid_from": "2026-13-01"},
    )
    with pytest.raises(Problems) as caught:
        world.services.reference.check(world.actors["admin"], form)
    assert {problem.field for problem in caught.value.problems} == {"outcome_type", "credits", "valid_from"}
    taken = EntryForm(ReferenceKind.NUMBER_FORMAT, {"prefix": "ZM"}, "result_notice")
    assert code_of(lambda: world.services.reference.check(world.actors["admin"], taken)) == (
        "number_format.taken"
    )


def test_only_editors_change_and_only_settlers_settle(world: World) -> None:
    form = EntryForm(ReferenceKind.PHRASE, {"text_en": "x"}, "return/other")
    assert code_of(lambda: world.services.reference.save(world.actors["clerk"], form)) == "actor.role_missing"
    saved = save(world, ReferenceKind.DEADLINE, "delivery", days="4")
    assert code_of(lambda: world.services.proposals.approve(world.actors["dean"], proposed(saved))) == (
        "actor.role_missing"
    )


def test_the_reference_data_replays_into_equal_tables_and_reopens_alike(world: World, tmp_path: Path) -> None:
    save(world, ReferenceKind.PHRASE, "return/other", text_en="Another reason.")
    saved = save(world, ReferenceKind.CERTIFICATE, CET4, credits="4")
    world.services.proposals.approve(world.actors["office"], proposed(saved))
    undone = save(world, ReferenceKind.PHRASE, "return/wrong_rule", text_en="Not this rule.")
    world.services.reference.undo(world.actors["admin"], done(undone))
    save(world, ReferenceKind.DEADLINE, "delivery", days="4")
    book = world.room.reference.book
    empty = Store.create(tmp_path / "empty", bytes(32), world.store.identity, world.ports)
    try:
        replay(world.store, empty)
        assert table_digests(empty) == table_digests(world.store)
    finally:
        empty.close()
    world.reopen()
    assert world.room.reference.book == book


def test_papers_and_decisions_use_the_offices_own_phrases_and_numbers(world: World) -> None:
    save(
        world,
        ReferenceKind.PHRASE,
        "",
        purpose="refusal",
        code="not_public",
        text_zh="成果未经公示。",
        text_en="The outcome was not made public.",
        help_zh="公示后申请。",
        help_en="Apply once it was.",
    )
    saved = save(world, ReferenceKind.NUMBER_FORMAT, "refusal_notice", prefix="BYTZ")
    world.services.proposals.approve(world.actors["office"], proposed(saved))
    file = world.reviewed(world.form(world.register()))
    (line,) = world.file(file).live_lines
    verdict = LineVerdict(line.line, LineResult.NOT_RECOGNISED, reason_codes=("not_public",))
    world.services.evaluation.decide(world.actors["evaluator"], file, world.revision(file), (verdict,))
    for name, stage in (("head", SignStage.HEAD), ("dean", SignStage.DEAN)):
        world.services.sign_off.sign(world.actors[name], stage, ((file, world.revision(file)),))
    world.services.sign_off.approve(world.actors["office"], ((file, world.revision(file)),))
    paper = world.services.issuing.refusal_notice(world.actors["clerk"], file).value.paper
    assert paper.number.startswith("BYTZ-2026-")
    assert paper.data is not None
    for words in ("成果未经公示。", "公示后申请。", "not_public"):
        assert words in paper.data


def test_what_the_office_writes_for_papers_stands_on_them_and_can_be_printed(world: World) -> None:
    texts = {
        "greeting": "您好！感谢申请。",
        "legal_remedy": "如不服本决定，可依法申请行政复议。\n也可依法提起诉讼。",
        "opening_hours": "周一至周五",
        "contact": "微信：学分银行（演示）",
        "receipt_note": "请妥善保管本回执。",
    }
    for key, text in texts.items():
        save(world, ReferenceKind.OFFICE_TEXT, key, text_zh=text)
    save(world, ReferenceKind.SIGNATORY, "", role_zh="学分银行主任", name="曾敏")
    save(world, ReferenceKind.SIGNATORY, "", role_zh="前任主任", name="单远", valid_to="2026-01-01")
    unprintable = EntryForm(ReferenceKind.OFFICE_TEXT, {"text_zh": "\ue000"}, "footer", 0)
    assert code_of(lambda: world.services.reference.check(world.actors["admin"], unprintable)) == (
        "glyphs.missing"
    )
    file = world.recognised(world.form(world.register()))
    issuing = world.services.issuing
    notice = issuing.result_notice(world.actors["clerk"], file).value.paper.data
    receipt = issuing.receipt(world.actors["clerk"], file).value.paper.data
    assert notice is not None
    assert receipt is not None
    for key in ("greeting", "opening_hours", "contact"):
        assert texts[key] in notice
    assert "也可依法提起诉讼" in notice
    assert "学分银行主任：曾敏" in notice
    assert "前任主任" not in notice
    assert texts["receipt_note"] in receipt
    assert texts["receipt_note"] not in notice


def test_the_title_field_offers_what_the_catalogue_knows(world: World) -> None:
    clerk = world.actors["clerk"]
    for typed in ("CET-4", "四级", "qgdxyysjks", "全国大学英语四"):
        best = world.services.known.find(clerk, OutcomeType.LANGUAGE_COMPUTER, "title", typed)[0]
        assert (best.text, best.note) == ("全国大学英语四级考试", "教育部教育考试院")
        assert best.fills == {"issuer": "教育部教育考试院", "test": "cet4"}
    contest = world.services.known.find(clerk, OutcomeType.CONTEST, "title", "icpc")[0]
    assert contest.fills["level"] == "national"
    assert world.services.known.find(clerk, OutcomeType.WORK, "title", "四级") == ()
