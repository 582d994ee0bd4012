"""The life of a file: every road through the states, four eyes, undo, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from creditbank_desktop.domain.applications import (
    Application,
    MissingMaterial,
    RuleSetReference,
    overall_result,
)
from creditbank_desktop.domain.decisions import LineDecision, LineResult
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import ApplicationId, EntryId, LearnerId, LineId, PersonId, ProgrammeCode
from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.ledger import AccountHead, EntryKind, LedgerEntry, append
from creditbank_desktop.domain.operations import application_bodies as bodies
from creditbank_desktop.domain.operations.registry_bodies import LearnerRegistered, LedgerPosted
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import ACT_RULES, ENDED, KEPT_APART, Act, State
from tests.domain.domain_worlds import DAY, MOMENT, MemoryShelf, example_outcome

FILE = ApplicationId("file")
LINES = (LineId("line-1"), LineId("line-2"))
LEARNER = LearnerId("learner")
STAFF = {
    "clerk": (Role.CLERK, Role.EVALUATOR),
    "reviewer": (Role.MATERIAL_REVIEWER, Role.EVALUATOR),
    "evaluator": (Role.EVALUATOR, Role.DEPARTMENT_HEAD),
    "second": (Role.EVALUATOR, Role.PANEL_MEMBER, Role.MATERIAL_REVIEWER),
    "head": (Role.DEPARTMENT_HEAD, Role.DEAN),
    "dean": (Role.DEAN, Role.ACADEMIC_OFFICE),
    "academic": (Role.ACADEMIC_OFFICE, Role.APPEAL_COMMITTEE),
    "committee": (Role.APPEAL_COMMITTEE,),
    "archivist": (Role.ARCHIVIST,),
    "server": (Role.CENTRAL_SERVER,),
}


def new_office() -> MemoryShelf:
    shelf = MemoryShelf()
    for name, roles in STAFF.items():
        shelf.hire(name, *roles)
    profile = LearnerProfile("张三", DocumentKind.RESIDENT_ID, "11010519491231002X")
    registered = LearnerRegistered(LEARNER, ProgrammeCode("530701"), 2024, "2401", "XF1")
    shelf.do("clerk", registered, profile, learner=LEARNER)
    return shelf


def receive(shelf: MemoryShelf, person: str = "clerk") -> None:
    outcomes = {
        str(line): replace(example_outcome(OutcomeType.SKILL_CERTIFICATE), title=line) for line in LINES
    }
    lines = tuple(bodies.RequestedLine(line, OutcomeType.SKILL_CERTIFICATE) for line in LINES)
    promised_on = DAY + timedelta(60)
    body = bodies.ApplicationReceived(FILE, LEARNER, ProgrammeCode("530701"), "R1", promised_on, lines)
    shelf.do(person, body, bodies.ReceivedPersonal(outcomes), learner=LEARNER)


def decisions(*results: LineResult, second: bool = False) -> tuple[bodies.DecidedLine, ...]:
    return tuple(
        bodies.DecidedLine(
            line,
            LineDecision(
                result, Decimal("3.0") if result.gives_credit else Decimal(0), needs_second_opinion=second
            ),
        )
        for line, result in zip(LINES, results, strict=True)
    )


def posting(shelf: MemoryShelf) -> LedgerPosted:
    head = shelf.account(LEARNER) or AccountHead(LEARNER)
    entries = []
    for line in the_file(shelf).live_lines:
        if line.decision and line.decision.result.gives_credit and line.entry is None:
            entry = LedgerEntry(
                entry=EntryId(f"entry-{line.line}-{head.entries}"),
                account=LEARNER,
                number=0,
                kind=EntryKind.DEPOSIT,
                credits=line.decision.credits,
                effective_on=DAY,
                posted_by=PersonId("server"),
                posted_at=MOMENT,
                previous="",
                application=FILE,
                line=line.line,
            )
            placed, head = append(head, entry)
            entries.append(placed)
    return LedgerPosted(LEARNER, tuple(entries), FILE)


def the_file(shelf: MemoryShelf) -> Application:
    found = shelf.application(FILE)
    assert found is not None
    return found


def state(shelf: MemoryShelf) -> State:
    return the_file(shelf).state


def accept(shelf: MemoryShelf) -> None:
    shelf.do("clerk", bodies.ApplicationAccepted(FILE, RuleSetReference("default", 1, "hash")))


def walk_to_evaluation(shelf: MemoryShelf) -> None:
    receive(shelf)
    accept(shelf)
    shelf.do("reviewer", bodies.MaterialsReviewed(FILE))


def walk_to_publicity(shelf: MemoryShelf, *results: LineResult) -> None:
    walk_to_evaluation(shelf)
    shelf.do("evaluator", bodies.LinesEvaluated(FILE, decisions(*results)))
    shelf.do("head", bodies.ApplicationSigned(FILE, bodies.SignStage.HEAD))
    shelf.do("dean", bodies.ApplicationSigned(FILE, bodies.SignStage.DEAN))
    shelf.do("academic", bodies.ApplicationApproved(FILE))
    if state(shelf) is State.PROPOSED:
        shelf.do("academic", bodies.PublicityOpened(FILE, DAY, DAY + timedelta(7)))


RECOGNISED, REFUSED = LineResult.RECOGNISED, LineResult.NOT_RECOGNISED


def test_the_main_path_ends_posted_and_archived() -> None:
    shelf = new_office()
    walk_to_publicity(shelf, RECOGNISED, REFUSED)
    shelf.do("server", bodies.PublicityEnded(FILE), on=DAY + timedelta(8))
    assert state(shelf) is State.PARTLY_RECOGNISED
    shelf.do("clerk", bodies.ResultDelivered(FILE, DAY, "counter"))
    shelf.do("server", posting(shelf))
    assert state(shelf) is State.POSTED
    account = shelf.account(LEARNER)
    assert account is not None
    assert (account.balance, account.entries) == (Decimal("3.0"), 1)
    shelf.do("archivist", bodies.ApplicationArchived(FILE, "seal"))
    assert state(shelf) is State.ARCHIVED


def test_a_wholly_refused_file_needs_no_publicity_and_no_posting() -> None:
    shelf = new_office()
    walk_to_publicity(shelf, REFUSED, REFUSED)
    assert state(shelf) is State.NOT_RECOGNISED
    shelf.do("clerk", bodies.ResultDelivered(FILE, DAY, "counter"))
    shelf.do("archivist", bodies.ApplicationArchived(FILE, "seal"))
    assert state(shelf) is State.ARCHIVED


def test_publicity_ends_only_after_its_last_day() -> None:
    shelf = new_office()
    walk_to_publicity(shelf, RECOGNISED, RECOGNISED)
    with pytest.raises(Refused, match="not_over"):
        shelf.do("server", bodies.PublicityEnded(FILE), on=DAY + timedelta(7))


def test_posting_twice_is_refused_by_the_chain() -> None:
    shelf = new_office()
    walk_to_publicity(shelf, RECOGNISED, RECOGNISED)
    shelf.do("server", bodies.PublicityEnded(FILE), on=DAY + timedelta(8))
    shelf.do("clerk", bodies.ResultDelivered(FILE, DAY, "counter"))
    posted = posting(shelf)
    shelf.do("server", posted)
    with pytest.raises(Refused, match="broken_chain"):
        shelf.do("server", posted)


def test_only_the_server_posts() -> None:
    shelf = new_office()
    with pytest.raises(Refused, match="role_missing"):
        shelf.do("clerk", LedgerPosted(LEARNER, ()))


@pytest.mark.parametrize(("person", "earlier"), [("clerk", Act.RECEIVE), ("reviewer", Act.REVIEW_MATERIALS)])
def test_who_took_part_before_does_not_evaluate(person: str, earlier: Act) -> None:
    shelf = new_office()
    walk_to_evaluation(shelf)
    with pytest.raises(Refused) as refused:
        shelf.do(person, bodies.LinesEvaluated(FILE, decisions(RECOGNISED, RECOGNISED)))
    assert refused.value.code == "application.four_eyes"
    assert refused.value.params["earlier"] == earlier.value


def test_nobody_signs_what_he_evaluated_nor_signs_twice() -> None:
    shelf = new_office()
    walk_to_evaluation(shelf)
    shelf.do("evaluator", bodies.LinesEvaluated(FILE, decisions(RECOGNISED, RECOGNISED)))
    with pytest.raises(Refused, match="four_eyes"):
        shelf.do("evaluator", bodies.ApplicationSigned(FILE, bodies.SignStage.HEAD))
    shelf.do("head", bodies.ApplicationSigned(FILE, bodies.SignStage.HEAD))
    with pytest.raises(Refused, match="four_eyes"):
        shelf.do("head", bodies.ApplicationSigned(FILE, bodies.SignStage.DEAN))


def test_undo_takes_the_last_act_back_and_frees_its_author() -> None:
    shelf = new_office()
    walk_to_evaluation(shelf)
    done = shelf.do("evaluator", bodies.LinesEvaluated(FILE, decisions(RECOGNISED, RECOGNISED)))
    with pytest.raises(Refused, match="other_person"):
        shelf.do("second", bodies.ActUndone(FILE, done))
    shelf.do("evaluator", bodies.ActUndone(FILE, done))
    assert state(shelf) is State.EVALUATION
    assert all(line.decision is None for line in the_file(shelf).lines)
    shelf.do("second", bodies.LinesEvaluated(FILE, decisions(RECOGNISED, RECOGNISED)))
    shelf.do("evaluator", bodies.ApplicationSigned(FILE, bodies.SignStage.HEAD))
    with pytest.raises(Refused, match="not_last"):
        shelf.do("second", bodies.ActUndone(FILE, the_file(shelf).deeds[-2].operation))


def test_the_deans_undo_keeps_the_heads_signature() -> None:
    shelf = new_office()
    walk_to_evaluation(shelf)
    shelf.do("evaluator", bodies.LinesEvaluated(FILE, decisions(RECOGNISED, RECOGNISED)))
    shelf.do("head", bodies.ApplicationSigned(FILE, bodies.SignStage.HEAD))
    signed = shelf.do("dean", bodies.ApplicationSigned(FILE, bodies.SignStage.DEAN))
    shelf.do("dean", bodies.ActUndone(FILE, signed))
    assert state(shelf) is State.SIGN_OFF
    shelf.do("dean", bodies.ApplicationSigned(FILE, bodies.SignStage.DEAN))
    assert state(shelf) is State.ACADEMIC_OFFICE


def test_a_returned_file_goes_where_it_was_sent_and_loses_its_signatures() -> None:
    shelf = new_office()
    walk_to_evaluation(shelf)
    shelf.do("evaluator", bodies.LinesEvaluated(FILE, decisions(RECOGNISED, RECOGNISED)))
    shelf.do("head", bodies.ApplicationSigned(FILE, bodies.SignStage.HEAD))
    shelf.do("dean", bodies.ApplicationReturned(FILE, State.EVALUATION, "R-01"), bodies.Note("look again"))
    with pytest.raises(Refused, match="wrong_state"):
        shelf.do("reviewer", bodies.MaterialsReviewed(FILE))
    shelf.do("evaluator", bodies.LinesEvaluated(FILE, decisions(RECOGNISED, REFUSED)))
    shelf.do("dean", bodies.ApplicationSigned(FILE, bodies.SignStage.DEAN))
    assert state(shelf) is State.SIGN_OFF


def test_a_second_opinion_that_agrees_goes_on_and_one_that_differs_needs_a_panel() -> None:
    shelf = new_office()
    walk_to_evaluation(shelf)
    shelf.do("evaluator", bodies.LinesEvaluated(FILE, decisions(RECOGNISED, RECOGNISED, second=True)))
    assert state(shelf) is State.PANEL
    shelf.do("second", bodies.LinesEvaluatedAgain(FILE, decisions(RECOGNISED, REFUSED)))
    assert state(shelf) is State.PANEL
    panel = bodies.PanelDecided(FILE, decisions(RECOGNISED, REFUSED), ("a", "b"))
    with pytest.raises(Refused, match="too_small"):
        shelf.do("second", panel)
    shelf.do("second", replace(panel, members=("a", "b", "c")))
    assert state(shelf) is State.SIGN_OFF
    assert overall_result(the_file(shelf)) is State.PARTLY_RECOGNISED


def test_a_supplement_goes_back_where_it_was_asked_and_is_extended_once() -> None:
    shelf = new_office()
    receive(shelf)
    missing = (MissingMaterial("certificate_copy"),)
    with pytest.raises(Refused, match="nothing_missing"):
        shelf.do("clerk", bodies.SupplementRequested(FILE, (), DAY + timedelta(10)))
    shelf.do("clerk", bodies.SupplementRequested(FILE, missing, DAY + timedelta(10)))
    with pytest.raises(Refused, match="not_due"):
        shelf.do("server", bodies.ApplicationLapsed(FILE), on=DAY + timedelta(10))
    shelf.do("clerk", bodies.SupplementExtended(FILE, DAY + timedelta(15)))
    with pytest.raises(Refused, match="extended_before"):
        shelf.do("clerk", bodies.SupplementExtended(FILE, DAY + timedelta(20)))
    shelf.do("clerk", bodies.ApplicationSupplemented(FILE))
    assert state(shelf) is State.RECEIVED


def test_an_upheld_objection_returns_the_file_and_other_eyes_settle_it() -> None:
    shelf = new_office()
    walk_to_publicity(shelf, RECOGNISED, RECOGNISED)
    objection = bodies.ObjectionFiled(FILE, "O-01")
    shelf.do("clerk", objection, bodies.Note("not the learner's own"), learner=LEARNER)
    with pytest.raises(Refused, match="four_eyes"):
        shelf.do("evaluator", bodies.ObjectionSettled(FILE, upheld=False))
    shelf.do("second", bodies.ObjectionSettled(FILE, upheld=True))
    assert (state(shelf), the_file(shelf).resume_to) == (State.RETURNED, State.EVALUATION)


def test_a_favourable_line_is_posted_during_an_appeal() -> None:
    shelf = new_office()
    walk_to_publicity(shelf, RECOGNISED, REFUSED)
    shelf.do("server", bodies.PublicityEnded(FILE), on=DAY + timedelta(8))
    shelf.do("clerk", bodies.ResultDelivered(FILE, DAY, "counter"))
    shelf.do("clerk", bodies.AppealFiled(FILE))
    shelf.do("server", posting(shelf))
    assert state(shelf) is State.APPEAL
    shelf.do("committee", bodies.AppealDecided(FILE, bodies.AppealOutcome.UPHELD))
    assert state(shelf) is State.POSTED


class LifeMachine(RuleBasedStateMachine):
    """Anybody tries anything at any time; only what the table allows happens."""

    people = st.sampled_from(sorted(STAFF))
    results = st.sampled_from([RECOGNISED, LineResult.PARTLY_RECOGNISED, REFUSED])

    @initialize()
    def open_the_office(self) -> None:
        self.shelf = new_office()
        self.day = DAY
        receive(self.shelf)

    def attempt(self, person: str, body: bodies.ApplicationBody | LedgerPosted) -> None:
        before = the_file(self.shelf)
        try:
            self.shelf.do(person, body, on=self.day)
        except Refused:
            assert the_file(self.shelf) == before
            return
        after = the_file(self.shelf)
        if len(after.deeds) == len(before.deeds):
            return
        deed = after.deeds[-1]
        table = ACT_RULES[deed.act]
        assert before.state in table.since
        assert after.state in (table.to or {before.state})
        assert table.roles & set(STAFF[person])
        mine = {d.act for d in before.standing_deeds if d.person == person}
        assert not mine & KEPT_APART.get(deed.act, frozenset())

    @rule(days=st.integers(min_value=1, max_value=9))
    def wait(self, days: int) -> None:
        self.day += timedelta(days)

    @rule(person=people)
    def accept(self, person: str) -> None:
        self.attempt(person, bodies.ApplicationAccepted(FILE, RuleSetReference("default", 1, "h")))

    @rule(person=people)
    def ask(self, person: str) -> None:
        missing = (MissingMaterial("form"),)
        self.attempt(person, bodies.SupplementRequested(FILE, missing, self.day + timedelta(5)))

    @rule(person=people)
    def bring(self, person: str) -> None:
        self.attempt(person, bodies.ApplicationSupplemented(FILE))

    @rule(person=people)
    def review(self, person: str) -> None:
        self.attempt(person, bodies.MaterialsReviewed(FILE))

    @rule(person=people, one=results, two=results, second=st.booleans())
    def evaluate(self, person: str, one: LineResult, two: LineResult, second: bool) -> None:
        self.attempt(person, bodies.LinesEvaluated(FILE, decisions(one, two, second=second)))

    @precondition(lambda self: state(self.shelf) is State.PANEL)
    @rule(person=people, one=results, two=results)
    def evaluate_again(self, person: str, one: LineResult, two: LineResult) -> None:
        self.attempt(person, bodies.LinesEvaluatedAgain(FILE, decisions(one, two)))

    @rule(person=people, stage=st.sampled_from(bodies.SignStage))
    def sign(self, person: str, stage: bodies.SignStage) -> None:
        self.attempt(person, bodies.ApplicationSigned(FILE, stage))

    @rule(person=people)
    def approve(self, person: str) -> None:
        self.attempt(person, bodies.ApplicationApproved(FILE))

    @rule(person=people, to=st.sampled_from([State.MATERIAL_REVIEW, State.EVALUATION]))
    def send_back(self, person: str, to: State) -> None:
        self.attempt(person, bodies.ApplicationReturned(FILE, to, "R-01"))

    @rule(person=people)
    def publish(self, person: str) -> None:
        self.attempt(person, bodies.PublicityOpened(FILE, self.day, self.day + timedelta(7)))

    @rule(person=people)
    def finish(self, person: str) -> None:
        self.attempt(person, bodies.PublicityEnded(FILE))
        self.attempt(person, bodies.ResultDelivered(FILE, self.day, "counter"))
        self.attempt("server", posting(self.shelf))

    @rule(person=people)
    def undo(self, person: str) -> None:
        last = the_file(self.shelf).last_undoable()
        if last is not None:
            self.attempt(person, bodies.ActUndone(FILE, last.operation))

    @rule(person=people)
    def appeal(self, person: str) -> None:
        self.attempt(person, bodies.AppealFiled(FILE))
        self.attempt(person, bodies.AppealDecided(FILE, bodies.AppealOutcome.SENT_BACK))

    @rule(person=people)
    def withdraw(self, person: str) -> None:
        if self.day > DAY + timedelta(40):
            self.attempt(person, bodies.ApplicationWithdrawn(FILE))

    @invariant()
    def deeds_tell_the_whole_story(self) -> None:
        file = the_file(self.shelf)
        place = State.DRAFT
        for deed in file.deeds:
            assert deed.before is place
            place = deed.after
        assert file.state is place
        assert file.revision >= len(file.deeds)

    @invariant()
    def credit_was_posted_only_for_lines_that_give_it(self) -> None:
        file = the_file(self.shelf)
        if file.state is State.POSTED:
            assert all(line.entry for line in file.live_lines if line.result and line.result.gives_credit)
        account = self.shelf.account(LEARNER)
        assert account is not None
        assert account.balance <= Decimal("6.0")


TestLife = LifeMachine.TestCase


def test_every_state_but_the_two_before_reception_can_be_reached_and_left() -> None:
    reached = {State.RECEIVED} | {to for table in ACT_RULES.values() for to in table.to}
    assert set(State) - reached == {State.DRAFT, State.PRE_ASSESSED}
    left = {since for table in ACT_RULES.values() for since in table.since}
    assert set(State) == left  # even an archived file can be revoked
    assert left > ENDED
