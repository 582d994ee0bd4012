"""Retention periods are changed by two people, in words, with the count of what they would make due."""

from __future__ import annotations

from datetime import date

import pytest

from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.domain.retention import RetainedSubject
from creditbank_desktop.services.views_reference import EntryForm, RetentionEffect, RetentionRow, Saved
from tests.services.services_world import World

RETENTION = ReferenceKind.RETENTION


def save(world: World, key: str, **fields: str) -> Saved:
    admin = world.actors["admin"]
    view = world.services.reference.entry(admin, RETENTION, key)
    form = EntryForm(RETENTION, {**view.row.fields, **fields}, key, view.revision)
    return world.services.reference.save(admin, form, "校务会议").value


def approve(world: World, saved: Saved) -> None:
    assert saved.proposal is not None
    world.services.proposals.approve(world.actors["office"], saved.proposal)


def row(world: World, key: str) -> RetentionRow:
    table = world.services.retention.table(world.actors["admin"])
    return next(one for one in table.rows if one.entry.key == key)


def refused_file(world: World) -> LearnerId:
    """Return a learner whose only file was withdrawn: its scans go five years after graduation."""
    learner = world.register()
    application = world.submit(world.form(learner))
    clerk = world.actors["clerk"]
    world.services.counter.withdraw(clerk, application, world.revision(application), "本人撤回")
    return learner


def test_every_rule_is_a_sentence_in_both_languages(world: World) -> None:
    found = {one.entry.key: one for one in world.services.retention.table(world.actors["clerk"]).rows}
    assert found["granted_scans"].clause == (
        "认定档案：归档后保存 30 年",
        "Decision files: 30 years after they were sealed",
    )
    assert found["ledger"].clause == ("学分账户流水：永久保存", "Ledger of credit accounts: permanent")
    assert found["studies"].years == 3
    assert set(found) == {*(subject.value for subject in RetainedSubject), "studies"}


def test_a_period_counts_when_a_second_person_agreed(world: World) -> None:
    saved = save(world, "refused_scans", years="2", days="30")
    assert world.room.retention.rule_for(RetainedSubject.REFUSED_SCANS).years == 5  # type: ignore[union-attr]
    assert saved.proposal is not None
    with pytest.raises(Refused, match=r"reference\.own_proposal"):
        world.services.proposals.approve(world.actors["admin"], saved.proposal)
    approve(world, saved)
    now = row(world, "refused_scans")
    assert now.clause == (
        "未予认定材料的扫描件：毕业后保存 2 年又 30 天",
        "Scans of files that gave no credit: 2 years and 30 days after graduation",
    )
    assert now.shipped[1].endswith("5 years after graduation")
    [version] = world.services.reference.history(world.actors["admin"], RETENTION, "refused_scans")
    assert version.reason == "校务会议"
    assert version.settled_by_name


def test_shortening_says_how_many_records_it_would_make_due(world: World) -> None:
    refused_file(world)
    admin, retention = world.actors["admin"], world.services.retention
    world.clock.go_to(date(2030, 6, 1))
    assert retention.effect(admin, "refused_scans", {"years": "5"}) is None, "as it is"
    assert retention.effect(admin, "refused_scans", {"years": "x"}) is None, "cannot be read"
    assert retention.effect(admin, "refused_scans", {"years": "6"}) == RetentionEffect(0, 0)
    assert retention.effect(admin, "refused_scans", {"years": "1"}) == RetentionEffect(0, 1)
    assert retention.effect(admin, "studies", {"years": "1"}) == RetentionEffect(0, 0)
    saved = save(world, "refused_scans", years="1")
    assert saved.proposal is not None
    view = world.services.proposals.proposal(world.actors["office"], saved.proposal)
    assert view.retention == RetentionEffect(0, 1), "whoever approves is told as well"
    approve(world, saved)
    due = world.services.disposals.due(world.actors["archivist"], world.clock.today())
    assert {one.key: one.due for one in due.rules}["refused_scans"] == 1


def test_what_is_kept_for_good_stays_so(world: World) -> None:
    for key in ("ledger", "papers", "audit"):
        with pytest.raises(Problems, match=r"retention\.protected"):
            save(world, key, keep="for_a_period", years="10")
    approve(world, save(world, "granted_scans", keep="for_good"))
    assert row(world, "granted_scans").clause[0] == "认定档案：永久保存"


@pytest.mark.parametrize(
    ("key", "fields", "code"),
    [
        ("drafts", {"days": "0"}, "retention.no_time"),
        ("refused_scans", {"years": "101"}, "number.range"),
        ("refused_scans", {"years": "five"}, "number.invalid"),
        ("studies", {"years": "0"}, "number.range"),
        ("studies", {"keep": "for_good"}, "choice.unknown"),
    ],
)
def test_periods_that_mean_nothing_are_refused(
    world: World, key: str, fields: dict[str, str], code: str
) -> None:
    with pytest.raises(Problems) as caught:
        save(world, key, **fields)
    assert code in {one.code for one in caught.value.problems}
