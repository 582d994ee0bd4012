"""Accounts over time on a real store: hints at a second registration, merging, freezing, ending, undoing."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.learners import AccountState
from creditbank_desktop.services.views_learners import Likeness
from tests.documents.conftest import page_texts  # noqa: F401 - fixture
from tests.services.services_samples import resident_id
from tests.services.services_world import World


def solid(pages: list[str]) -> str:
    return "".join("".join(pages).split())


def codes(caught: pytest.ExceptionInfo[Problems]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def test_same_name_and_birth_date_need_a_reason(world: World) -> None:
    clerk, learners = world.actors["clerk"], world.services.learners
    world.register(
        name="吕小满",
        birth_date="2005-03-04",
        document_kind=DocumentKind.PASSPORT,
        document_number="E12345678",
    )
    form = world.learner_form(
        name="吕小满",
        birth_date="2005-03-04",
        document_kind=DocumentKind.PASSPORT,
        document_number="E87654321",
        besides="",
    )
    (found,) = learners.check(clerk, form).alike
    assert found.why is Likeness.SAME_NAME_AND_BIRTH
    equal = {fact.field: fact.equal for fact in found.facts}
    assert equal["name"]
    assert equal["birth_date"]
    assert not equal["document_number"]
    with pytest.raises(Problems) as caught:
        learners.register(clerk, form)
    assert codes(caught) == ["learner.say_why_another"]


def test_hints_come_while_the_form_is_half_filled(world: World) -> None:
    clerk, learners = world.actors["clerk"], world.services.learners
    number = resident_id(7)
    world.register(name="欧阳若兮", document_number=number)
    form = world.learner_form(
        name="", document_number=f" {number[:6]} {number[6:]} ", programme="", besides=""
    )
    (found,) = learners.check(clerk, form).alike
    assert found.why is Likeness.SAME_DOCUMENT
    assert number not in str(found.facts)


def test_a_name_read_the_same_in_the_same_class_is_a_hint_that_asks_nothing(world: World) -> None:
    clerk, learners = world.actors["clerk"], world.services.learners
    world.register(
        name="张玮", birth_date="2005-03-04", document_kind=DocumentKind.PASSPORT, document_number="E12345678"
    )
    form = world.learner_form(
        name="张伟",
        birth_date="2005-03-14",
        document_kind=DocumentKind.PASSPORT,
        document_number="K00000001",
        besides="",
    )
    check = learners.check(clerk, form)
    assert [one.why for one in check.alike] == [Likeness.SIMILAR]
    assert not check.needs_reason
    assert learners.register(clerk, form).value.account_number


def test_merged_accounts_show_together_and_both_numbers_find_the_one(world: World) -> None:
    clerk, services = world.actors["clerk"], world.services
    stays, goes = world.register(name="张雨桐"), world.register(name="张雨桐")
    world.post(world.delivered(world.form(goes)))
    gone = services.learners.card(clerk, goes).learner
    with pytest.raises(Problems):
        services.accounts.merge(clerk, stays, goes, "  ")
    services.accounts.merge(clerk, stays, goes, "registered twice")
    card = services.learners.card(clerk, goes)
    assert card.learner.learner == stays
    assert card.balance == Decimal("3.0")
    assert [one.account_number for one in card.merged] == [gone.account_number]
    assert len(card.applications) == 1
    assert card.papers
    for number in (gone.account_number, card.learner.account_number):
        found = services.search.search(clerk, number)
        assert found.only_learner == stays
    account = services.ledger.account(clerk, stays)
    assert (account.balance, len(account.entries), account.broken_at) == (Decimal("3.0"), 1, None)


def test_statement_and_report_show_the_credits_of_merged_accounts(
    world: World,
    page_texts,  # noqa: F811
) -> None:
    clerk, services = world.actors["clerk"], world.services
    stays, goes = world.register(name="张雨桐"), world.register(name="张雨桐")
    world.post(world.delivered(world.form(goes)))
    world.clock.advance(hours=1)
    world.post(
        world.delivered(world.form(stays, title="英语等级考试", evidence_number="S000144010001253000077"))
    )
    gone = services.learners.card(clerk, goes).learner.account_number
    everything = world.actors["everything"]
    before = services.issuing.statement(everything, stays).value
    services.accounts.merge(clerk, stays, goes, "registered twice")
    issued = services.issuing.statement(everything, stays).value
    assert issued.paper.data is not None
    said = json.loads(issued.paper.data)
    said = said.get("statement", said)
    assert [(row["account"], row["entry_number"]) for row in said["posted"]] == [(gone, 1), ("", 1)]
    assert said["merged"] == [{"account_number": gone, "up_to_entry": 1}]
    assert said["up_to_entry"] == 1
    text = solid(page_texts(issued.pdf))
    assert gone in text
    assert "6.0" in text
    assert services.issuing.pdf(everything, issued.paper.paper) == issued.pdf
    assert gone not in solid(page_texts(before.pdf))
    assert services.issuing.pdf(everything, before.paper.paper) == before.pdf
    report = services.privacy.report(everything, stays)
    assert report.balance == Decimal("6.0")
    assert [entry.credits for entry in report.entries] == [Decimal("3.0"), Decimal("3.0")]


def test_a_merge_is_undone_until_it_is_sent_and_parted_with_a_reason_afterwards(world: World) -> None:
    clerk, services = world.actors["clerk"], world.services
    stays, goes = world.register(name="张雨桐"), world.register(name="张雨桐")
    services.accounts.merge(clerk, stays, goes, "registered twice")
    assert services.accounts.undoable(clerk, stays) == "learner.aliased"
    services.accounts.undo(clerk, stays)
    assert services.learners.card(clerk, goes).learner.learner == goes
    services.accounts.merge(clerk, stays, goes, "registered twice")
    head = world.store.read(lambda reader: reader.stream_head())
    world.store.write(lambda unit: unit.mark_sent(head.sequence))
    assert services.accounts.undoable(clerk, stays) == ""
    with pytest.raises(Refused, match=r"undo\.nothing"):
        services.accounts.undo(clerk, stays)
    services.accounts.unmerge(clerk, goes, "two people after all")
    assert services.learners.card(clerk, goes).learner.learner == goes


def test_a_merge_takes_along_what_was_merged_before(world: World) -> None:
    clerk, services = world.actors["clerk"], world.services
    first, second, third = (world.register(name="张雨桐") for _ in range(3))
    services.accounts.merge(clerk, second, third, "twice")
    services.accounts.merge(clerk, first, second, "three times")
    card = services.learners.card(clerk, third)
    assert card.learner.learner == first
    assert set(card.aliases) == {second, third}


def test_frozen_closed_and_opened_again(world: World) -> None:
    clerk, services = world.actors["clerk"], world.services
    registrar = world.actors["admin"]
    learner = world.register(name="张雨桐")
    services.accounts.freeze(clerk, learner, "documents doubted")
    with pytest.raises(Problems) as caught:
        world.submit(world.form(learner))
    assert "account.not_open" in codes(caught)
    services.accounts.undo(clerk, learner)
    assert services.learners.card(clerk, learner).learner.account_state is AccountState.OPEN
    services.accounts.close(registrar, learner, "asked for")
    services.accounts.reopen(registrar, learner, "came back")
    assert services.learners.card(clerk, learner).learner.account_state is AccountState.OPEN


def test_an_account_with_credits_is_transferred_and_not_closed(world: World) -> None:
    services, registrar = world.services, world.actors["admin"]
    learner = world.register(name="张雨桐")
    application = world.accepted(world.form(learner))
    with pytest.raises(Refused, match=r"account\.files_open"):
        services.accounts.transfer_out(registrar, learner, "Sample University", "moved")
    services.counter.withdraw(world.actors["clerk"], application, world.revision(application), "asked for")
    world.post(world.delivered(world.form(learner)))
    with pytest.raises(Refused, match=r"account\.has_balance"):
        services.accounts.close(registrar, learner, "asked for")
    with pytest.raises(Problems) as caught:
        services.accounts.transfer_out(registrar, learner, " ", "")
    assert codes(caught) == ["field.required", "field.required"]
    services.accounts.transfer_out(registrar, learner, "Sample University", "moved")
    assert services.accounts.undoable(registrar, learner) == ""
    with pytest.raises(Refused, match=r"account\.wrong_state"):
        services.accounts.freeze(registrar, learner, "late")


def test_records_with_one_document_are_listed_until_merged(world: World) -> None:
    clerk, services = world.actors["clerk"], world.services
    number = resident_id(9)
    older = world.register(name="张雨桐", document_number=number)
    younger = world.register(
        name="张雨彤", document_number=number, confirmed=frozenset({"learner.same_document"})
    )
    (pair,) = services.accounts.met_twice(clerk)
    assert (pair.older.learner, pair.younger.learner) == (older, younger)
    comparison = services.accounts.compare(clerk, older, younger)
    assert {fact.field for fact in comparison.facts if not fact.equal} >= {"name"}
    services.accounts.merge(clerk, older, younger, "one card, two spellings")
    assert services.accounts.met_twice(clerk) == ()
