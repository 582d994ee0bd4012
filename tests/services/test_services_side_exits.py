"""The ways off the main path: not accepted, lapsed, withdrawn, objected to, given a new date; long tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import AppealOutcome
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_applications import SendState
from creditbank_desktop.services.views_intake import Missing, OutcomeForm, ProxyForm
from tests.services.services_samples import good_outcome
from tests.services.services_world import World


def state(world: World, application: ApplicationId) -> State:
    return world.file(application).state


def test_a_case_can_be_left_alone_with_a_reason_of_the_book(world: World) -> None:
    counter, clerk = world.services.counter, world.actors["clerk"]
    application = world.submit(world.form(world.register()))
    with pytest.raises(Problems):
        counter.not_accept(clerk, application, 1, "because")
    counter.not_accept(clerk, application, world.revision(application), "not_of_this_office", "应到教务处")
    assert state(world, application) is State.NOT_ACCEPTED
    assert world.file(application).deeds[-1].note == "应到教务处"


def test_a_supplement_lapses_only_after_its_day(world: World) -> None:
    counter, clerk = world.services.counter, world.actors["clerk"]
    application = world.submit(world.form(world.register()))
    due = counter.request_supplement(
        clerk, application, world.revision(application), (Missing("syllabus"),)
    ).value
    with pytest.raises(Refused):
        counter.lapse(clerk, application, world.revision(application))
    world.clock.go_to(due + timedelta(days=1))
    (row,) = counter.queue(clerk).rows
    assert row.due is not None
    assert row.due.on == due
    assert row.due.is_late
    counter.lapse(clerk, application, world.revision(application))
    assert state(world, application) is State.LAPSED


def test_lines_and_files_are_withdrawn_on_the_learners_word(world: World) -> None:
    counter, clerk = world.services.counter, world.actors["clerk"]
    form = world.form(world.register())
    line = world.services.intake.new_line(clerk)
    more = OutcomeForm(line, OutcomeType.TRAINING, good_outcome(OutcomeType.TRAINING).fields)
    application = world.submit(replace(form, outcomes=(*form.outcomes, more)))
    counter.withdraw_line(clerk, application, world.revision(application), line)
    assert [kept.type for kept in world.file(application).live_lines] == [OutcomeType.SKILL_CERTIFICATE]
    counter.withdraw(clerk, application, world.revision(application), "改日再来")
    assert state(world, application) is State.WITHDRAWN


def test_a_new_date_is_later_and_has_a_reason(world: World) -> None:
    counter, clerk = world.services.counter, world.actors["clerk"]
    application = world.submit(world.form(world.register()))
    promised = world.file(application).promised_on
    with pytest.raises(Problems) as stopped:
        counter.move_promise(clerk, application, world.revision(application), promised, "")
    assert {problem.code for problem in stopped.value.problems} == {"promise.not_later", "field.required"}
    later = promised + timedelta(days=7)
    counter.move_promise(clerk, application, world.revision(application), later, "专家外出")
    assert world.file(application).promised_on == later


def test_an_objection_stops_publicity_until_it_is_answered(world: World) -> None:
    services, actors = world.services, world.actors
    application = world.approved(world.form(world.register()))
    services.publicity.publish(actors["office"], ((application, world.revision(application)),))
    services.publicity.file_objection(
        actors["clerk"], application, world.revision(application), "not_genuine", "证书有疑问"
    )
    assert state(world, application) is State.OBJECTION
    with pytest.raises(Refused) as refused:
        services.publicity.settle_objection(
            actors["evaluator"], application, world.revision(application), False, "核查无误"
        )
    assert refused.value.code == "application.four_eyes"
    services.publicity.settle_objection(
        actors["second"], application, world.revision(application), False, "核查无误"
    )
    assert state(world, application) is State.PUBLICITY


def test_an_appeal_can_keep_the_decision(world: World) -> None:
    services, actors = world.services, world.actors
    application = world.delivered(world.form(world.register()))
    services.appeals.file(actors["clerk"], application, world.revision(application), (), "学分偏低")
    services.appeals.decide(actors["appeals"], application, world.revision(application), AppealOutcome.UPHELD)
    assert state(world, application) is State.NOTIFIED


def test_materials_are_added_and_their_files_have_to_be_here(world: World) -> None:
    counter, clerk = world.services.counter, world.actors["clerk"]
    application = world.accepted(world.form(world.register()))
    extra = world.scan("transcript")
    counter.add_evidence(clerk, application, world.revision(application), (extra,))
    assert world.file(application).evidence[-1] == extra
    world.room.files.remove(extra.blob)
    with pytest.raises(Problems) as stopped:
        counter.add_evidence(clerk, application, world.revision(application), (extra,))
    assert stopped.value.problems[0].code == "evidence.file_missing"
    with pytest.raises(EnvironmentFault) as fault:
        world.services.evidence.open(clerk, extra.blob)
    assert fault.value.code == "evidence.missing"


def test_a_proxy_is_checked_like_a_person(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    form = world.form(world.register())
    wrong = replace(form, proxy=ProxyForm("", "resident_id", "123"))
    assert {problem.field for problem in services.intake.check(clerk, wrong).problems} == {
        "proxy.name",
        "proxy.document_number",
    }
    right = replace(form, proxy=ProxyForm("王芳", "passport", "E7654321", "母亲"))
    application = world.submit(right)
    proxy = world.file(application).proxy
    assert proxy is not None
    assert proxy.name == "王芳"


def test_opening_a_file_of_an_application_leaves_a_trace(world: World) -> None:
    application = world.submit(world.form(world.register()))
    blob = world.file(application).evidence[0].blob
    world.services.evidence.open(world.actors["reviewer"], blob, application)
    world.store.write(lambda unit: None)  # reading is entered behind what is queued
    (entry,) = world.store.read(lambda reader: reader.audit_rows(limit=1))
    assert (entry.action, entry.subject, entry.person) == (
        "evidence.opened",
        application,
        world.actors["reviewer"].person,
    )


def test_long_tables_are_read_from_anchors(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    learners = [world.register() for _ in range(7)]
    listed = services.learners.listed(clerk, limit=3)
    rest = services.learners.listed(clerk, after=listed[-1].account_number, limit=10)
    assert {hit.learner for hit in (*listed, *rest)} == set(learners)
    assert services.learners.count(clerk) == 7
    assert services.learners.anchors(clerk, 3)[:2] == ("", listed[-1].account_number)
    for number, learner in enumerate(learners[:5]):
        world.submit(world.form(learner, evidence_number=f"S00014401000125300{number:04d}"))
    anchors = services.counter.anchors(clerk, frozenset(), 2)
    rows = services.counter.queue(clerk, after=anchors[1], limit=2).rows
    everything = services.counter.queue(clerk).rows
    assert rows == everything[2:4]
    assert everything[0].sent is SendState.SAVED
