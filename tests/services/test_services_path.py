"""The main path on a real encrypted store: a walk-in becomes a posted credit on a statement."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest

from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.states import Act, State
from tests.services.services_world import CREDITS_OF_LEVEL_3, PDF, World


def test_a_walk_in_becomes_a_posted_credit_on_a_statement(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    learner = world.register()
    form = world.form(learner)
    check = services.intake.check(clerk, form)
    assert check.problems == ()
    assert check.assessments[0].credits == CREDITS_OF_LEVEL_3
    assert check.assessments[0].missing_materials == ()

    application = world.delivered(form)
    pending = services.learners.card(clerk, learner)
    assert pending.balance == Decimal(0)
    assert [(credit.credits, credit.why) for credit in pending.pending] == [(CREDITS_OF_LEVEL_3, "notified")]
    assert pending.pending[0].takes_effect_on_sync

    world.post(application)
    account = services.ledger.account(clerk, learner)
    assert (account.balance, account.pending, account.broken_at) == (CREDITS_OF_LEVEL_3, (), None)
    assert account.entries[0].title == "电工"
    assert account.entries[0].target_name_zh
    assert world.file(application).state is State.POSTED

    statement = services.issuing.statement(clerk, learner).value
    assert statement.paper.up_to_entry == 1
    assert hashlib.sha256(statement.pdf).hexdigest() == statement.paper.sha256

    sealed = services.archive.archive(world.actors["archivist"], application, world.revision(application))
    assert len(sealed.value.seal) == 64
    assert world.file(application).state is State.ARCHIVED


def test_the_case_shows_what_was_done_and_why(world: World) -> None:
    application = world.evaluated(world.form(world.register()))
    case = world.services.sign_off.case(world.actors["head"], application)
    assert [deed.act for deed in case.deeds] == [
        Act.RECEIVE,
        Act.ACCEPT,
        Act.REVIEW_MATERIALS,
        Act.EVALUATE,
    ]
    assert case.deeds[0].person_name == "周转"
    (line,) = case.lines
    assert line.line.decision is not None
    assert line.line.decision.rule is not None
    assert line.line.decision.rule.rule == "R-SKILL-3"
    assert line.line.decision.explanation == line.suggestion.explanation
    assert line.suggestion.near_misses
    assert len(line.evidence) == 3
    assert case.possible >= {Act.SIGN_HEAD, Act.RETURN}
    assert case.due is not None
    assert not case.rule_set_is_stale


def test_queues_follow_the_file_from_desk_to_desk(world: World) -> None:
    services, actors = world.services, world.actors
    application = world.accepted(world.form(world.register()))
    page = services.review.queue(actors["reviewer"])
    assert [row.application for row in page.rows] == [application]
    assert page.counts == {State.ACCEPTED: 1}
    services.review.pass_materials(actors["reviewer"], application, world.revision(application), ())
    assert services.review.queue(actors["reviewer"]).rows == ()
    assert [row.application for row in services.evaluation.queue(actors["evaluator"]).rows] == [application]


def test_signing_answers_for_each_file(world: World) -> None:
    services, actors = world.services, world.actors
    first = world.evaluated(world.form(world.register()))
    second = world.reviewed(world.form(world.register(), evidence_number="S000144010001253000018"))
    rows = services.sign_off.pending(actors["head"], SignStage.HEAD)
    assert [(row.application, row.result, row.credits) for row in rows] == [
        (first, State.RECOGNISED, CREDITS_OF_LEVEL_3)
    ]
    done = services.sign_off.sign(
        actors["head"],
        SignStage.HEAD,
        ((first, world.revision(first)), (second, world.revision(second)), (first, 1)),
    )
    assert [(item.succeeded, item.refused_code) for item in done.value] == [
        (True, ""),
        (False, "application.wrong_state"),
        (False, "application.changed"),
    ]
    assert ("application", first) in done.changes
    assert services.sign_off.pending(actors["head"], SignStage.HEAD) == ()
    assert services.sign_off.pending(actors["dean"], SignStage.DEAN)[0].signed == (Act.SIGN_HEAD,)


def test_the_public_list_masks_names_and_numbers(world: World) -> None:
    services, actors = world.services, world.actors
    application = world.approved(world.form(world.register()))
    assert [row.application for row in services.publicity.ready(actors["office"])] == [application]
    (done,) = services.publicity.publish(
        actors["office"], ((application, world.revision(application)),)
    ).value
    assert done.value is not None
    assert world.room.calendar.working_days_between(world.clock.today(), done.value.to_on) == 5
    (row,) = services.publicity.shown(actors["clerk"])
    assert (row.masked_name, row.masked_student_number, row.is_over) == ("曾*", "2025****01", False)


def test_nothing_is_delivered_without_its_notice(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    application = world.recognised(world.form(world.register()))
    (waiting,) = services.delivery.waiting(clerk)
    assert (waiting.needs_result_notice, waiting.needs_refusal_notice) == (True, False)
    with pytest.raises(Refused) as refused:
        services.delivery.deliver(clerk, application, world.revision(application), "counter")
    assert refused.value.code == "delivery.no_notice"
    notice = services.issuing.result_notice(clerk, application).value
    assert services.issuing.result_notice(clerk, application).value == notice
    services.delivery.deliver(clerk, application, world.revision(application), "counter")
    assert world.file(application).state is State.NOTIFIED


def test_an_outcome_that_no_rule_fits_is_refused_with_words(world: World) -> None:
    services, actors = world.services, world.actors
    form = world.form(world.register(), OutcomeType.MOOC, raw_score="41")
    application = world.approved(form)
    file = world.file(application)
    assert file.state is State.NOT_RECOGNISED
    assert file.lines[0].decision is not None
    assert file.lines[0].decision.reason_codes == ("below_score",)
    notice = services.issuing.refusal_notice(actors["clerk"], application).value
    assert notice.paper.kind is PaperKind.REFUSAL_NOTICE
    assert notice.paper.data is not None
    assert "成绩" in notice.paper.data
    services.delivery.deliver(actors["clerk"], application, world.revision(application), "post")
    assert services.archive.ready(actors["archivist"])[0].application == application


def test_papers_are_numbered_without_gaps_and_reprinted_from_frozen_data(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    learner = world.register()
    application = world.submit(world.form(learner))
    receipt = services.issuing.receipt(clerk, application, "en").value
    assert receipt.paper.number == world.file(application).receipt_number
    first = services.issuing.statement(clerk, learner).value.paper
    second = services.issuing.statement(clerk, learner).value.paper
    assert (first.number, second.number) == ("ZM-2026-01-A1-000001", "ZM-2026-01-A1-000002")
    assert services.issuing.pdf(clerk, receipt.paper.paper) == receipt.pdf
    world.room.files.remove(receipt.paper.sha256)  # type: ignore[arg-type]
    assert services.issuing.pdf(clerk, receipt.paper.paper) == receipt.pdf, "drawn again"
    copy = services.issuing.reprint(clerk, receipt.paper.paper, "lost").value
    assert copy.is_copy
    assert copy.paper.copies == 2
    assert copy.pdf != receipt.pdf
    services.issuing.void(clerk, second.paper, "spoiled")
    with pytest.raises(Refused) as refused:
        services.issuing.reprint(clerk, second.paper, "lost")
    assert refused.value.code == "paper.voided"
    assert services.issuing.preview_statement(clerk, learner)
    assert len(services.issuing.papers(clerk, learner)) == 3


def test_evidence_is_kept_once_and_opens_again(world: World) -> None:
    one, other = world.scan(), world.scan()
    assert one.blob == other.blob
    assert one.evidence != other.evidence
    assert world.services.evidence.open(world.actors["reviewer"], one.blob) == PDF


def test_an_appeal_goes_back_to_evaluation(world: World) -> None:
    services, actors = world.services, world.actors
    application = world.delivered(world.form(world.register()))
    services.appeals.file(actors["clerk"], application, world.revision(application), (), "学分偏低")
    assert services.appeals.queue(actors["appeals"]).rows[0].application == application
    from creditbank_desktop.domain.operations.application_bodies import AppealOutcome

    services.appeals.decide(
        actors["appeals"], application, world.revision(application), AppealOutcome.SENT_BACK
    )
    assert world.file(application).state is State.RETURNED


def test_an_appeal_comes_too_late_after_ten_days(world: World) -> None:
    application = world.delivered(world.form(world.register()))
    world.clock.advance(days=20)
    with pytest.raises(Refused) as refused:
        world.services.appeals.file(
            world.actors["clerk"], application, world.revision(application), (), "学分偏低"
        )
    assert refused.value.code == "appeal.too_late"


def test_a_supplement_names_everything_once_and_resumes(world: World) -> None:
    from creditbank_desktop.services.views_intake import Missing

    services, clerk = world.services, world.actors["clerk"]
    application = world.submit(world.form(world.register()))
    with pytest.raises(Problems):
        services.counter.request_supplement(clerk, application, world.revision(application), ())
    due = services.counter.request_supplement(
        clerk, application, world.revision(application), (Missing("transcript"), Missing("syllabus"))
    ).value
    assert world.room.calendar.working_days_between(world.clock.today(), due) == 10
    later = services.counter.extend_supplement(clerk, application, world.revision(application), "生病").value
    assert world.room.calendar.working_days_between(due, later) == 5
    file = world.file(application)
    assert [item.material for item in file.missing] == ["transcript", "syllabus"]
    services.counter.add_supplement(clerk, application, file.revision, (world.scan("transcript"),))
    assert world.file(application).state is State.RECEIVED
    assert len(world.file(application).evidence) == 4
