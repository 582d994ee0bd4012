"""The counter's papers are issued once, again when they would say something else, and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.learners import AccountState
from creditbank_desktop.domain.operations.registry_bodies import AccountStateChanged
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.counter_papers import SlipUse
from creditbank_desktop.services.paper_issue import frozen_data
from creditbank_desktop.services.views_intake import Missing
from tests.documents.conftest import page_texts  # noqa: F401 - fixture
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import good_outcome
from tests.services.services_world import World

THREE = ("certificate", "identity_document", "form")


def solid(pages: list[str]) -> str:
    return "".join("".join(pages).split())


def asked(world: World, note: str = "") -> ApplicationId:  # noqa: F811
    """Return a file that waits for three materials of its one outcome."""
    form = world.form(world.register())
    application = world.submit(replace(form, evidence=()))
    line = world.file(application).lines[0].line
    missing = tuple(Missing(key, line, "未签名" if key == "form" else "") for key in THREE)
    clerk = world.actors["clerk"]
    world.services.counter.request_supplement(clerk, application, 1, missing, note)
    return application


def test_a_supplement_comes_in_parts_and_each_rest_gets_its_notice(world: World, page_texts) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    application = asked(world, "请一次带齐")
    first = services.counter_papers.supplement_notice(clerk, application).value
    text = solid(page_texts(first.pdf))
    for words in ("未签名", "请一次带齐", "2026年3月16日", "延期一次"):
        assert words in text
    assert services.counter_papers.supplement_notice(clerk, application).value == first
    due = world.file(application).supplement_due_on
    left = tuple(item for item in world.file(application).missing if item.material == "form")
    services.counter.add_supplement(
        clerk, application, 2, (world.scan(), world.scan("identity_document")), still_missing=left
    )
    file = world.file(application)
    assert (file.state, file.missing, file.supplement_due_on) == (State.SUPPLEMENT, left, due)
    assert file.deeds[-1].act is Act.SUPPLEMENT_PARTLY
    rest = services.counter_papers.supplement_notice(clerk, application).value
    assert rest.paper.number != first.paper.number
    assert "已收到的补正材料" in solid(page_texts(rest.pdf))
    assert len(frozen_data(rest.paper).arrived) == 2  # type: ignore[union-attr]
    services.counter.add_supplement(clerk, application, 3, (world.scan("form"),))
    assert world.file(application).state is State.RECEIVED
    with pytest.raises(Refused) as refused:
        services.counter_papers.supplement_notice(clerk, application)
    assert refused.value.code == "paper.nothing_missing"


def test_what_arrives_belongs_to_the_outcome_it_was_asked_for(world: World) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    form = world.form(world.register())
    other = good_outcome(OutcomeType.MOOC, services.intake.new_line(clerk))
    application = world.submit(replace(form, outcomes=(*form.outcomes, other), evidence=()))
    one, two = (line.line for line in world.file(application).lines)
    missing = (Missing("certificate", two), Missing("form", one), Missing("form", two))
    services.counter.request_supplement(clerk, application, 1, missing)
    came = (replace(world.scan(), line=None), replace(world.scan("form"), line=None))
    services.counter.add_supplement(clerk, application, 2, came)
    found = {item.material: item.line for item in services.counter.case(clerk, application).evidence}
    assert found == {"certificate": two, "form": None}


def test_what_was_only_shown_needs_a_note_and_nothing_else_may_be_missing(world: World) -> None:  # noqa: F811
    clerk, counter = world.actors["clerk"], world.services.counter
    application = asked(world)
    with pytest.raises(Problems) as wrong:
        counter.add_supplement(clerk, application, 2, ())
    assert wrong.value.problems[0].code == "evidence.none"
    stranger = replace(world.file(application).missing[0], material="syllabus")
    with pytest.raises(Refused) as refused:
        counter.add_supplement(clerk, application, 2, (world.scan(),), still_missing=(stranger,))
    assert refused.value.code == "supplement.not_asked"
    counter.add_supplement(clerk, application, 2, (), "原件已当场出示")
    assert world.file(application).state is State.RECEIVED


def test_an_extension_gets_a_new_notice_and_is_refused_the_second_time(world: World, page_texts) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    application = asked(world)
    before = services.counter_papers.supplement_notice(clerk, application).value
    services.counter.extend_supplement(clerk, application, 2, "在外地实习")
    after = services.counter_papers.supplement_notice(clerk, application).value
    assert after.paper.number != before.paper.number
    assert "不再延期" in solid(page_texts(after.pdf))
    with pytest.raises(Refused) as refused:
        services.counter.extend_supplement(clerk, application, 3, "还没回来")
    assert refused.value.code == "supplement.extended_before"


def test_a_declined_application_gets_clause_reason_and_words(world: World, page_texts) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    application = world.submit(world.form(world.register()))
    with pytest.raises(Refused) as early:
        services.counter_papers.not_accepted_notice(clerk, application)
    assert early.value.code == "paper.not_declined"
    services.counter.not_accept(clerk, application, 1, "duplicate", "原申请正在评审")
    zh = solid(page_texts(services.counter_papers.not_accepted_notice(clerk, application).value.pdf))
    for words in ("受理条件", "只能申请认定一次", "同一成果已在办理中或已认定", "原申请正在评审"):
        assert words in zh


def test_a_withdrawal_is_printed_and_taken_back_with_its_slip(world: World, page_texts) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    one = world.form(world.register())
    other = good_outcome(OutcomeType.MOOC, services.intake.new_line(clerk))
    application = world.accepted(replace(one, outcomes=(*one.outcomes, other)))
    line = world.file(application).lines[1].line
    services.counter.withdraw_line(clerk, application, 2, line, "重复提交")
    part = services.counter_papers.withdrawal_slip(clerk, application).value
    assert part.paper.kind is PaperKind.WITHDRAWAL_SLIP
    text = solid(page_texts(part.pdf))
    assert "重复提交" in text
    assert "继续办理的学习成果" in text
    services.counter.undo(clerk, application)
    file = world.file(application)
    assert len(file.live_lines) == 2
    assert file.state is State.ACCEPTED
    assert services.issuing.papers(clerk, file.learner)[0].voided
    services.counter.withdraw(clerk, application, file.revision, "改报其他专业")
    whole = services.counter_papers.withdrawal_slip(clerk, application).value
    assert "不再办理该申请" in solid(page_texts(whole.pdf))
    assert world.file(application).state is State.WITHDRAWN
    services.counter.undo(clerk, application)
    assert world.file(application).state is State.ACCEPTED
    with pytest.raises(Refused) as none:
        services.counter_papers.withdrawal_slip(clerk, application)
    assert none.value.code == "paper.nothing_withdrawn"


def test_a_withdrawal_stands_once_the_outcome_was_applied_for_again(world: World) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    form = world.form(world.register())
    first = world.accepted(form)
    services.counter.withdraw(clerk, first, world.revision(first))
    line = services.intake.new_line(clerk)
    again = replace(form, outcomes=(replace(form.outcomes[0], line=line),), evidence=())
    second = world.accepted(again)
    with pytest.raises(Refused) as refused:
        services.counter.undo(clerk, first)
    assert refused.value.code == "application.duplicate"
    assert world.file(second).state is State.ACCEPTED


def test_a_pre_assessment_says_what_the_rules_say_and_writes_no_paper(world: World, page_texts) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    form = world.form(world.register())
    form = replace(form, evidence=form.evidence[:1])
    check = services.intake.check(clerk, form)
    slip = services.counter_papers.pre_assessment(clerk, form, check).value
    text = solid(page_texts(slip.pdf))
    for words in ("不具约束力", "尚缺材料", "ESTIMATE", "≈"):
        assert words in text
    assert check.assessments[0].rule is not None
    english = "".join(page_texts(services.counter_papers.pre_assessment(clerk, form, check, "en").value.pdf))
    assert "binds nobody" in english
    services.counter_papers.note_slip(clerk, slip, SlipUse.PRINTED)
    rows = world.store.read(lambda reader: reader.audit_rows(limit=3))
    assert [row.action for row in rows][:1] == [SlipUse.PRINTED.value]
    assert services.issuing.papers(clerk, slip.learner) == ()


def test_the_application_form_prints_what_was_typed(world: World, page_texts) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    form = replace(world.form(world.register()), note="由本人办理")
    slip = services.counter_papers.application_form(clerk, form).value
    text = solid(page_texts(slip.pdf))
    for words in ("申请人签字", "由本人办理", form.outcomes[0].fields["evidence_number"]):
        assert words in text
    learner = world.store.read(lambda reader: reader.learner(slip.learner))
    assert learner is not None
    assert learner.profile is not None
    assert learner.profile.document_number not in text


def test_a_transferred_account_gets_its_certificate_once(world: World, page_texts) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    application = world.delivered(world.form(world.register()))
    learner = world.file(application).learner
    with pytest.raises(Refused) as early:
        services.counter_papers.transfer_certificate(clerk, learner)
    assert early.value.code == "paper.not_transferred"
    body = AccountStateChanged(learner, AccountState.TRANSFERRED, "转学", "示例市第二学院")
    registrar = world.actors["everything"]
    world.store.write(lambda unit: unit.record(registrar, body))
    issued = services.counter_papers.transfer_certificate(clerk, learner, "示例市第二学院", "转学").value
    text = solid(page_texts(issued.pdf))
    for words in ("转出时余额", "示例市第二学院", "另有"):
        assert words in text
    assert services.counter_papers.transfer_certificate(clerk, learner).value == issued


def test_a_receipt_carries_the_code_that_finds_the_file(world: World, page_texts) -> None:  # noqa: F811
    clerk, services = world.actors["clerk"], world.services
    application = world.accepted(world.form(world.register()))
    receipt = services.issuing.receipt(clerk, application).value
    code = frozen_data(receipt.paper).ticket  # type: ignore[union-attr]
    assert code in solid(page_texts(receipt.pdf))
    for typed in (code, f"CB:{code.replace('-', '')}", code.lower().replace("-", " ")):
        hits = services.search.search(clerk, typed)
        assert hits.only_application == application, typed
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    assert services.search.search(clerk, wrong).only_application is None
