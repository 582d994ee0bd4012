"""No call without an actor's role, four eyes on every file, nothing lost when others were faster."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import timedelta
from decimal import Decimal

import pytest

from creditbank_desktop.domain.codec import Plain
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.phrase_book import RETURN_REASONS
from creditbank_desktop.services.roles import PERMITTED, may
from creditbank_desktop.services.services import Services
from creditbank_desktop.services.views_applications import QueueFilter
from creditbank_desktop.services.views_evaluation import LineVerdict, PanelForm
from creditbank_desktop.services.views_intake import ApplicationForm
from creditbank_desktop.services.views_learners import LearnerForm, Matched
from creditbank_desktop.services.views_ledger import OfficeForm, PersonForm, Preferences
from tests.services.services_samples import good_outcome
from tests.services.services_world import PASSPHRASE, World

MAKE_AN_ACTOR = {"IdentityService.set_up", "IdentityService.admit"}


def actions(services: Services) -> Iterator[tuple[str, Callable[..., object]]]:
    """Give every public method of every service by its name in the table."""
    for field in fields(services):
        service = getattr(services, field.name)
        for name, method in inspect.getmembers(service, inspect.ismethod):
            if not name.startswith("_"):
                yield f"{type(service).__name__}.{name}", method


def test_every_action_is_in_the_table_and_every_row_is_an_action(world: World) -> None:
    assert {name for name, _ in actions(world.services)} - MAKE_AN_ACTOR == set(PERMITTED)


def test_every_action_takes_an_actor_first_and_refuses_one_without_roles(world: World) -> None:
    nobody = replace(world.actors["clerk"], roles=frozenset())
    for name, method in actions(world.services):
        parameters = list(inspect.signature(method).parameters.values())
        if name in MAKE_AN_ACTOR:
            continue
        assert parameters[0].name == "actor", name
        with pytest.raises(Refused) as refused:
            method(nobody, *[None for parameter in parameters[1:]])
        assert refused.value.code == "actor.role_missing", name


@pytest.mark.parametrize("action", sorted(PERMITTED))
def test_the_central_server_calls_nothing_here(action: str) -> None:
    assert Role.CENTRAL_SERVER not in PERMITTED[action]


def test_administrators_do_not_read_learners_files(world: World) -> None:
    admin = replace(world.actors["admin"], roles=frozenset({Role.ADMINISTRATOR}))
    assert not may(admin, "LearnerService.card")
    assert not may(admin, "CounterService.case")
    assert may(admin, "IdentityService.add_person")


def test_one_person_with_every_role_is_kept_apart_on_one_file(world: World) -> None:
    services, alone = world.services, world.actors["everything"]
    application = services.intake.submit(alone, world.form(world.register())).value.application
    services.counter.accept(alone, application, world.revision(application))
    services.review.pass_materials(alone, application, world.revision(application), ())
    case = services.evaluation.case(alone, application)
    assert Act.EVALUATE not in case.possible
    assert (Act.EVALUATE, Act.RECEIVE) in case.kept_from
    with pytest.raises(Refused) as refused:
        services.evaluation.accept_suggestions(alone, application, case.revision)
    assert refused.value.code == "application.four_eyes"
    services.evaluation.accept_suggestions(world.actors["evaluator"], application, case.revision)
    (row,) = services.sign_off.pending(alone, SignStage.HEAD)
    assert row.kept_from is Act.RECEIVE
    (done,) = services.sign_off.sign(alone, SignStage.HEAD, ((application, row.revision),)).value
    assert done.refused_code == "application.four_eyes"


def test_a_role_that_the_store_does_not_know_is_of_no_use(world: World) -> None:
    forged = replace(world.actors["clerk"], roles=frozenset(Role) - {Role.CENTRAL_SERVER})
    application = world.evaluated(world.form(world.register()))
    (done,) = world.services.sign_off.sign(
        forged, SignStage.HEAD, ((application, world.revision(application)),)
    ).value
    assert done.refused_code == "actor.role_missing"


def test_a_stale_revision_is_refused_and_nothing_changes(world: World) -> None:
    application = world.reviewed(world.form(world.register()))
    seen = world.revision(application)
    world.services.evaluation.accept_suggestions(world.actors["evaluator"], application, seen)
    before = world.file(application)
    with pytest.raises(Refused) as refused:
        world.services.evaluation.accept_suggestions(world.actors["second"], application, seen)
    assert refused.value.code == "application.changed"
    assert refused.value.params == {"revision": before.revision, "seen": seen}
    assert world.file(application) == before


def test_a_decision_can_be_taken_back_by_its_author_only(world: World) -> None:
    services, actors = world.services, world.actors
    application = world.evaluated(world.form(world.register()))
    with pytest.raises(Refused) as refused:
        services.evaluation.undo(actors["second"], application)
    assert refused.value.code == "undo.other_person"
    assert services.evaluation.case(actors["evaluator"], application).undoable is not None
    done = services.evaluation.undo(actors["evaluator"], application).value
    assert done.state is State.EVALUATION
    assert world.file(application).lines[0].decision is None


def test_departing_from_the_rules_needs_a_reason(world: World) -> None:
    services, evaluator = world.services, world.actors["evaluator"]
    application = world.reviewed(world.form(world.register()))
    (line,) = services.evaluation.case(evaluator, application).lines
    verdict = LineVerdict(line.line.line, LineResult.PARTLY_RECOGNISED, "1.5", line.suggestion.target)
    revision = world.revision(application)
    with pytest.raises(Problems) as stopped:
        services.evaluation.decide(evaluator, application, revision, (verdict,))
    assert [problem.code for problem in stopped.value.problems] == ["decision.reason_needed"]
    with_reason = replace(verdict, reason_codes=("partly_covered",), reason_text="只覆盖实训部分")
    services.evaluation.decide(evaluator, application, revision, (with_reason,))
    decision = world.file(application).lines[0].decision
    assert decision is not None
    assert (decision.credits, decision.computed_credits) == (Decimal("1.5"), Decimal("3.0"))
    assert decision.reason_text == "只覆盖实训部分"
    assert services.sign_off.pending(world.actors["head"], SignStage.HEAD)[0].departs


def test_absurd_credits_are_refused_with_all_problems_at_once(world: World) -> None:
    services, evaluator = world.services, world.actors["evaluator"]
    application = world.reviewed(world.form(world.register()))
    line = world.file(application).lines[0].line
    verdicts = (
        LineVerdict(line, LineResult.RECOGNISED, "-7"),
        LineVerdict(LineId("nobody"), LineResult.RECOGNISED, "900"),
    )
    with pytest.raises(Problems) as stopped:
        services.evaluation.decide(evaluator, application, world.revision(application), verdicts)
    assert {(problem.field, problem.code) for problem in stopped.value.problems} == {
        ("verdicts.0.credits", "credits.negative"),
        ("verdicts.1.line", "decision.line_unknown"),
    }


def test_work_goes_to_a_second_opinion_and_a_quarrel_to_the_panel(world: World) -> None:
    services, actors = world.services, world.actors
    application = world.reviewed(world.form(world.register(), OutcomeType.WORK))
    services.evaluation.accept_suggestions(actors["evaluator"], application, world.revision(application))
    assert world.file(application).state is State.PANEL
    line = world.file(application).lines[0]
    assert line.decision is not None
    less = LineVerdict(
        line.line, LineResult.PARTLY_RECOGNISED, "1", line.decision.target, reason_codes=("partly_covered",)
    )
    services.panel.decide_second(actors["second"], application, world.revision(application), (less,))
    assert world.file(application).state is State.PANEL
    form = PanelForm((less,), ("甲", "乙"), "2026-3")
    with pytest.raises(Problems):
        services.panel.decide_panel(actors["panel"], application, world.revision(application), form)
    form = replace(form, members=("甲", "乙", "丙"))
    services.panel.decide_panel(actors["panel"], application, world.revision(application), form)
    assert world.file(application).state is State.SIGN_OFF
    assert services.panel.queue(actors["panel"]).rows == ()


def test_a_returned_file_waits_where_it_was_sent(world: World) -> None:
    services, actors = world.services, world.actors
    application = world.evaluated(world.form(world.register()))
    services.evaluation.return_file(
        actors["head"], application, world.revision(application), State.MATERIAL_REVIEW, RETURN_REASONS[0]
    )
    elsewhere = services.evaluation.queue(actors["evaluator"])
    assert (elsewhere.rows, elsewhere.total) == ((), 0)
    here = services.review.queue(actors["reviewer"])
    assert [row.application for row in here.rows] == [application]
    assert (here.total, here.counts[State.RETURNED]) == (1, 1)
    services.review.pass_materials(actors["reviewer"], application, world.revision(application), ())
    services.evaluation.return_file(
        actors["everything"], application, world.revision(application), State.EVALUATION, RETURN_REASONS[0]
    )
    assert services.review.queue(actors["reviewer"]).rows == ()
    here = services.evaluation.queue(actors["evaluator"])
    assert [row.application for row in here.rows] == [application]
    assert here.counts[State.RETURNED] == 1


def test_everything_wrong_with_an_application_is_said_at_once_and_nothing_is_kept(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    bad = good_outcome(OutcomeType.FORMAL_COURSE, "l1", credits="-2", issued_on="2026-02-30", title="")
    form = ApplicationForm(None, (bad,))
    with pytest.raises(Problems) as stopped:
        services.intake.submit(clerk, form)
    assert {(problem.field, problem.code) for problem in stopped.value.problems} >= {
        ("learner", "learner.needed"),
        ("outcomes.0.credits", "credits.negative"),
        ("outcomes.0.issued_on", "date.impossible"),
        ("outcomes.0.title", "field.required"),
    }
    assert services.counter.queue(clerk).total == 0
    application = world.submit(world.form(world.register()))
    assert world.file(application).receipt_number.startswith("SL-2026-01-A1-000001-"), "no number was lost"


def test_an_unusual_certificate_number_is_confirmed_and_passes(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    form = world.form(world.register(), evidence_number="GD-2025-1")
    problems = services.intake.check(clerk, form).problems
    assert [(problem.field, problem.code) for problem in problems] == [
        ("outcomes.0.evidence_number", "certificate_number.shape")
    ]
    with pytest.raises(Problems):
        services.intake.submit(clerk, form)
    confirmed = replace(form, confirmed=frozenset({"certificate_number.shape"}))
    assert services.intake.check(clerk, confirmed).can_submit
    services.intake.submit(clerk, confirmed)


def test_the_same_outcome_twice_is_seen_received_with_a_reason_and_not_accepted(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    learner = world.register()
    first = world.submit(world.form(learner))
    again = world.form(learner)
    check = services.intake.check(clerk, again)
    assert [view.application for view in check.duplicates] == [first]
    assert check.duplicates[0].blocks
    assert [problem.code for problem in check.problems] == ["outcome.duplicate"]
    confirmed = replace(again, confirmed=frozenset({"outcome.duplicate"}))
    assert [problem.code for problem in services.intake.check(clerk, confirmed).problems] == [
        "duplicate.reason_needed"
    ]
    second = world.submit(replace(confirmed, note="学习者坚持再次提交"))
    with pytest.raises(Refused) as refused:
        services.counter.accept(clerk, second, world.revision(second))
    assert refused.value.code == "application.duplicate"
    services.counter.accept(clerk, first, world.revision(first))
    services.counter.withdraw(clerk, first, world.revision(first))
    services.counter.accept(clerk, second, world.revision(second))


def test_somebody_elses_certificate_number_is_shown(world: World) -> None:
    world.submit(world.form(world.register()))
    other = world.form(world.register(name="周涛"))
    (view,) = world.services.intake.check(world.actors["clerk"], other).duplicates
    assert (view.blocks, view.learner_name) == (False, "曾敏")


def test_the_same_outcome_twice_in_one_form_is_an_error(world: World) -> None:
    form = world.form(world.register())
    twice = replace(form, outcomes=(*form.outcomes, replace(form.outcomes[0], line=LineId("other"))))
    codes = {problem.code for problem in world.services.intake.check(world.actors["clerk"], twice).problems}
    assert "outcome.duplicate_in_form" in codes


def test_a_closed_programme_takes_no_applications(world: World) -> None:
    learner = world.register()
    closed = replace(world.learner_form(), programme="460399")
    with pytest.raises(Problems) as stopped:
        world.services.learners.register(world.actors["clerk"], closed)
    assert [problem.code for problem in stopped.value.problems] == ["programme.closed"]
    assert world.services.intake.check(world.actors["clerk"], world.form(learner)).can_submit


def test_drafts_survive_the_end_of_the_program(world: World) -> None:
    clerk = world.actors["clerk"]
    learner = world.register()
    unfinished = replace(
        world.form(learner, title="半", hours="abc"), note="还差", confirmed=frozenset({"a:b"})
    )
    draft = world.services.intake.save_draft(clerk, unfinished).value
    world.reopen()
    (row,) = world.services.intake.drafts(clerk)
    assert (row.draft, row.learner_name, row.title) == (draft, "曾敏", "半")
    recovered = world.services.intake.draft(clerk, draft).form
    assert recovered == replace(unfinished, draft=draft, draft_revision=1)
    assert world.services.intake.drafts(world.actors["everything"]) == ()
    with pytest.raises(Refused):
        world.services.intake.draft(world.actors["everything"], draft)
    world.services.intake.submit(
        clerk, replace(recovered, outcomes=world.form(learner).outcomes, evidence=())
    )
    assert world.services.intake.drafts(clerk) == ()


def test_a_learner_is_found_by_all_that_people_type(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    learner = world.register(student_number="2025990001")
    world.register(name="曾敏敏")
    account = services.learners.card(clerk, learner).learner.account_number
    for text, matched in (
        ("2025990001", Matched.STUDENT_NUMBER),
        (account, Matched.ACCOUNT_NUMBER),
        (f"CB:{account}", Matched.ACCOUNT_NUMBER),
        ("曾敏", Matched.NAME),
    ):
        hits = services.learners.find(clerk, text)
        assert hits.only is not None, text
        assert (hits.only.learner, hits.only.matched) == (learner, matched)
    for text in ("zengmin", "zm", "1234"):
        hits = services.learners.find(clerk, text)
        assert learner in [hit.learner for hit in hits.hits], text
        assert hits.only is None
    application = world.submit(world.form(learner))
    receipt = world.file(application).receipt_number
    assert services.search.search(clerk, f" {receipt.lower()} ").only_application == application
    assert services.search.search(clerk, "2025990001").only_learner == learner
    assert services.search.search(clerk, " ").learners == ()


def test_a_learner_met_twice_is_shown_before_a_second_record(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    form = world.learner_form()
    services.learners.register(clerk, form)
    again = replace(form, student_number="")
    check = services.learners.check(clerk, again)
    assert [problem.code for problem in check.problems] == ["learner.same_document"]
    assert check.same_document[0].name == "曾敏"
    confirmed = replace(again, confirmed=frozenset({"learner.same_document"}))
    services.learners.register(clerk, confirmed)


def test_a_correction_needs_a_reason_and_the_latest_record(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    learner = world.register()
    form, revision = services.learners.form_of(clerk, learner)
    changed = replace(form, phone="13911112222", class_name="机电 2502")
    with pytest.raises(Problems):
        services.learners.correct(clerk, learner, changed, revision, " ")
    services.learners.correct(clerk, learner, changed, revision, "换号")
    found = services.learners.card(clerk, learner).learner
    assert found.profile is not None
    assert (found.profile.phone, found.class_name) == ("13911112222", "机电 2502")
    with pytest.raises(Refused) as refused:
        services.learners.correct(clerk, learner, form, revision, "再改")
    assert refused.value.code == "learner.changed"


def test_a_low_block_of_numbers_is_told_and_an_empty_one_refuses(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    registered = services.learners.register(clerk, world.learner_form()).value
    assert (registered.numbers_left, registered.is_low) == (49, True)
    world.clock.advance(days=365)
    with pytest.raises(Refused) as refused:
        services.learners.register(clerk, world.learner_form())
    assert refused.value.code == "number_block.exhausted"


def test_lateness_is_counted_in_working_days(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    application = world.submit(world.form(world.register()))
    (row,) = services.counter.queue(clerk).rows
    assert row.due is not None
    assert row.due.working_days_left == 5
    world.clock.go_to(row.due.on + timedelta(days=1))
    late = services.counter.queue(clerk, QueueFilter(late_only=True)).rows
    assert [found.application for found in late] == [application]
    assert late[0].due is not None
    assert late[0].due.is_late
    assert not late[0].due.file_is_late


def test_queues_are_read_page_by_page_and_narrowed(world: World) -> None:
    services, clerk = world.services, world.actors["clerk"]
    learner = world.register()
    for number in range(5):
        world.submit(
            world.form(learner, evidence_number=f"S00014401000125300{number:04d}", title=f"电工{number}")
        )
        world.clock.advance(days=1)
    first = services.counter.queue(clerk, limit=2)
    second = services.counter.queue(clerk, after=first.next_after, limit=2)
    third = services.counter.queue(clerk, after=second.next_after, limit=2)
    titles = [row.title for page in (first, second, third) for row in page.rows]
    assert titles == [f"电工{number}" for number in range(5)]
    assert (third.next_after, first.total) == ("", 5)
    narrowed = services.counter.queue(clerk, QueueFilter(text="电工3"))
    assert [row.title for row in narrowed.rows] == ["电工3"]
    assert services.counter.queue(clerk, QueueFilter(types=frozenset({OutcomeType.MOOC}))).rows == ()


def test_people_are_added_with_passphrase_and_roles(world: World) -> None:
    identity, admin = world.services.identity, world.actors["admin"]
    with pytest.raises(Problems) as stopped:
        identity.add_person(admin, PersonForm("clerk", "", PASSPHRASE))
    assert {problem.code for problem in stopped.value.problems} == {
        "person.login_taken",
        "name.empty",
        "person.no_role",
    }
    with pytest.raises(Problems) as stopped:
        identity.add_person(admin, PersonForm("neu", "新人", "123", frozenset({Role.CLERK})))
    assert stopped.value.problems[0].field == "passphrase"
    before = len(identity.office(admin).people)
    person = identity.add_person(admin, PersonForm("neu", "新人", PASSPHRASE, frozenset({Role.CLERK}))).value
    assert len(identity.office(admin).people) == before + 1
    identity.change_roles(admin, person, frozenset({Role.DEAN}))
    identity.set_active(admin, person, False)
    row = next(row for row in identity.office(admin).people if row.person == person)
    assert (row.roles, row.active) == ((Role.DEAN,), False)


def test_an_office_keeps_its_last_administrator(world: World) -> None:
    identity, admin = world.services.identity, world.actors["admin"]
    everything = world.actors["everything"]
    identity.change_roles(admin, everything.person, frozenset({Role.CLERK}))
    with pytest.raises(Refused) as refused:
        identity.change_roles(admin, admin.person, frozenset({Role.CLERK}))
    assert refused.value.code == "person.last_administrator"
    with pytest.raises(Refused):
        identity.set_active(admin, admin.person, False)


def test_an_office_is_set_up_once_and_its_card_is_checked(world: World) -> None:
    identity, admin = world.services.identity, world.actors["admin"]
    with pytest.raises(Problems) as stopped:
        identity.configure_office(admin, OfficeForm("1029", "x"))
    assert {problem.field for problem in stopped.value.problems} == {
        "school",
        "code",
        "name_zh",
        "school_name_zh",
    }


def test_preferences_are_kept_for_each_person(world: World) -> None:
    settings = world.services.settings
    clerk, dean = world.actors["clerk"], world.actors["dean"]
    wanted = Preferences("en", "dark", "AAAA")
    settings.save(clerk, wanted)
    world.reopen()
    assert world.services.settings.preferences(clerk) == wanted
    assert world.services.settings.preferences(dean) == Preferences()
    with pytest.raises(Problems):
        world.services.settings.save(clerk, replace(wanted, theme="pink"))


def test_preferences_with_the_former_delay_keep_language_and_look(world: World) -> None:
    clerk = world.actors["clerk"]
    kept: Plain = {"language": "en", "theme": "dark", "window_state": "AAAA", "hold_seconds": 30}
    world.store.write(lambda unit: unit.set_setting(f"preferences.{clerk.person}", kept))
    assert world.services.settings.chosen(clerk) == Preferences("en", "dark", "AAAA")
    world.services.settings.save(clerk, Preferences("en", "light", "AAAA"))
    assert world.services.settings.preferences(clerk) == Preferences("en", "light", "AAAA")


def test_an_empty_learner_form_says_what_is_needed(world: World) -> None:
    check = world.services.learners.check(world.actors["clerk"], LearnerForm())
    assert {problem.field for problem in check.problems} == {
        "name",
        "document_number",
        "programme",
        "intake_year",
    }


def test_an_older_look_at_a_draft_neither_saves_nor_submits(world: World) -> None:
    clerk, intake = world.actors["clerk"], world.services.intake
    form = world.form(world.register())
    draft = intake.save_draft(clerk, form).value
    one = two = intake.draft(clerk, draft).form
    intake.save_draft(clerk, replace(one, note="first"))
    for stale in (intake.save_draft, intake.submit):
        with pytest.raises(Refused) as changed:
            stale(clerk, replace(two, note="second"))
        assert changed.value.code == "draft.changed"
    assert intake.draft(clerk, draft).form.note == "first"
    intake.submit(clerk, intake.draft(clerk, draft).form)
    for late in (intake.save_draft, intake.submit):
        with pytest.raises(Refused) as gone:
            late(clerk, two)
        assert gone.value.code == "draft.gone"
    assert intake.drafts(clerk) == ()
