"""What people may ask about their data, and the end of it by two people's word."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from creditbank_desktop.domain.disposals import DisposalState
from creditbank_desktop.domain.failures import Problems, Refused
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.replay import replay, table_digests
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.exporting import Exported, ExportPurpose, check_purpose, note_export
from creditbank_desktop.services.views_intake import Attachment
from creditbank_desktop.services.views_learners import LearnerForm
from tests.services.services_world import World

PHONE = "13900001234"
LATER = date(2036, 6, 1)


def actor(world: World, login: str) -> Actor:
    return world.actors[login]


def audited(world: World, action: str) -> int:
    rows = world.store.read(lambda reader: reader.audit_rows(limit=1_000))
    return sum(row.action == action for row in rows)


def test_a_card_hides_what_the_role_does_not_need(world: World) -> None:
    learner = world.register(email="zeng@school.example", address="山东省德州市示例路 1 号")
    clerks = world.services.learners.card(actor(world, "clerk"), learner).learner.profile
    evaluators = world.services.learners.card(actor(world, "evaluator"), learner).learner.profile
    assert clerks is not None
    assert evaluators is not None
    assert (clerks.name, evaluators.name) == ("曾敏", "曾敏")
    assert clerks.phone == PHONE
    assert evaluators.phone == "139****1234"
    assert evaluators.email == "z***@school.example"
    assert evaluators.address == "山东省德州市***"
    assert "********" in clerks.document_number
    assert clerks.document_number == evaluators.document_number


def test_the_number_of_a_document_is_shown_on_asking_and_leaves_a_line(world: World) -> None:
    learner = world.register()
    shown = world.services.privacy.reveal(actor(world, "clerk"), learner)
    assert shown.document_number.isalnum()
    assert audited(world, "learner.revealed") == 1
    with pytest.raises(Refused, match=r"actor\.role_missing"):
        world.services.privacy.reveal(actor(world, "evaluator"), learner)
    reviewers = world.services.privacy.reveal(actor(world, "reviewer"), learner)
    assert reviewers.document_number == shown.document_number
    assert reviewers.phone == "139****1234"


def test_the_history_of_a_record_says_who_changed_what(world: World) -> None:
    clerk, privacy = actor(world, "clerk"), world.services.privacy
    learner = world.register()
    asked = privacy.request_correction(clerk, learner, "电话写错了").value
    (newest, first) = privacy.history(clerk, learner)
    assert (newest.kind, newest.reason, newest.is_open) == ("requested", "电话写错了", True)
    assert first.kind == "registered"
    form, revision = world.services.learners.form_of(clerk, learner)
    changed = LearnerForm(**{name: getattr(form, name) for name in form.__slots__} | {"phone": "13911112222"})
    world.services.learners.correct(clerk, learner, changed, revision, "本人来电更正")
    newest, request, _ = privacy.history(clerk, learner)
    assert [(change.field, change.before, change.after) for change in newest.changes] == [
        ("phone", PHONE, "13911112222")
    ]
    assert newest.reason == "本人来电更正"
    assert not request.is_open
    with pytest.raises(Refused, match=r"correction\.not_open"):
        privacy.decline_correction(clerk, learner, asked, "已更正")


def test_a_wish_can_be_declined_in_words(world: World) -> None:
    clerk, privacy = actor(world, "clerk"), world.services.privacy
    learner = world.register()
    asked = privacy.request_correction(clerk, learner, "请改成绩").value
    with pytest.raises(Problems):
        privacy.decline_correction(clerk, learner, asked, "  ")
    privacy.decline_correction(clerk, learner, asked, "成绩不由本中心记录")
    declined, request, _ = privacy.history(clerk, learner)
    assert (declined.kind, request.is_open) == ("declined", False)


def test_the_report_holds_everything_and_is_noted(world: World) -> None:
    clerk = actor(world, "clerk")
    learner = world.register()
    application = world.submit(world.form(learner))
    world.services.issuing.receipt(clerk, application)
    privacy = world.services.privacy
    report = privacy.report(clerk, learner)
    values = {one.field: one.value for one in report.profile}
    assert values["phone"] == PHONE
    assert values["document_number"].isalnum()
    assert len(report.files) == 1
    assert {one.receipt_number for one in report.scans} == {report.files[0].receipt_number}
    assert [paper.number for paper in report.papers] == [report.files[0].receipt_number]
    assert {one.rule for one in report.periods} >= {"ledger", "transcripts"}
    assert any(one.action == "application.received" for one in report.readings)
    assert audited(world, "learner.report") == 1
    for language in ("zh", "en"):
        assert privacy.report_pdf(clerk, learner, language).startswith(b"%PDF")
    plain = json.loads(privacy.report_json(clerk, learner))
    assert plain["profile"][0] == {"field": "name", "value": "曾敏"}


def withdrawn_file(world: World) -> tuple[LearnerId, str]:
    """Return a learner whose only application was withdrawn, and its key."""
    learner = world.register()
    application = world.submit(world.form(learner))
    clerk = actor(world, "clerk")
    world.services.counter.withdraw(clerk, application, world.revision(application), "本人撤回")
    return learner, application


def dispose(world: World, rule: str, subjects: list[str]) -> tuple[int, int, int]:
    services, archivist, office = world.services.disposals, actor(world, "archivist"), actor(world, "office")
    today = world.clock.today()
    entry = services.propose(archivist, rule, today, subjects).value
    with pytest.raises(Refused, match=r"disposal\.not_approved"):
        services.carry_out(archivist, entry)
    with pytest.raises(Refused, match=r"disposal\.four_eyes"):
        services.approve(archivist, entry)
    services.approve(office, entry)
    done = services.carry_out(archivist, entry).value
    assert done.left_to_delete == 0
    return done.learners, done.files, done.pieces


def test_scans_of_a_file_without_credit_go_when_their_time_is_over(world: World) -> None:
    _learner, application = withdrawn_file(world)
    other = world.submit(world.form(world.register()))
    file = world.file(application)  # type: ignore[arg-type]
    services, archivist = world.services.disposals, actor(world, "archivist")
    assert services.preview(archivist, "refused_scans", world.clock.today()) == ()
    world.clock.go_to(LATER)
    (due,) = services.preview(archivist, "refused_scans", LATER)
    assert (due.number, due.name, due.kept_until) == (file.receipt_number, "曾*", date(2033, 12, 31))
    blobs = {item.blob for item in file.evidence}
    still_used = {item.blob for item in world.file(other).evidence}
    assert dispose(world, "refused_scans", [application]) == (0, 1, len(file.evidence))
    after = world.file(application)  # type: ignore[arg-type]
    assert after.scans_disposed_on == LATER
    assert after.evidence == file.evidence
    assert {blob for blob in blobs if world.room.files.has(blob)} == blobs & still_used
    assert services.preview(archivist, "refused_scans", LATER) == ()
    (entry,) = services.register(archivist)
    assert (entry.state, entry.counts) == (DisposalState.CARRIED_OUT, (0, 1, len(file.evidence)))
    assert services.register_pdf(archivist, "zh").startswith(b"%PDF")


def test_a_disposed_scan_says_so_and_the_same_content_may_come_in_again(world: World) -> None:
    _learner, application = withdrawn_file(world)
    world.clock.go_to(LATER)
    blob = world.file(application).evidence[0].blob  # type: ignore[arg-type]
    dispose(world, "refused_scans", [application])
    with pytest.raises(Refused, match=r"evidence\.disposed"):
        world.services.evidence.open(actor(world, "clerk"), blob)
    world.scan()
    assert world.services.evidence.open(actor(world, "clerk"), blob)
    assert blob not in world.store.read(lambda reader: reader.disposed_blobs())


def test_a_learner_without_credit_goes_with_everything_that_was_sealed(world: World) -> None:
    gone, kept = world.register(), world.register()
    world.submit(world.form(kept))
    world.clock.go_to(LATER)
    services, archivist = world.services.disposals, actor(world, "archivist")
    due = services.preview(archivist, "unused_accounts", LATER)
    assert [item.learner for item in due] == [gone]
    assert dispose(world, "unused_accounts", [gone]) == (1, 0, 0)
    left = world.store.read(lambda reader: reader.learner(gone))
    assert left is not None
    assert left.profile is None
    assert world.services.privacy.history(actor(world, "clerk"), gone)[0].changes == ()
    with pytest.raises(Refused, match=r"learner\.disposed"):
        world.services.privacy.report(actor(world, "clerk"), gone)


def test_what_came_to_be_needed_again_is_not_destroyed(world: World) -> None:
    learner = world.register()
    world.clock.go_to(LATER)
    services = world.services.disposals
    entry = services.propose(actor(world, "archivist"), "unused_accounts", LATER, [learner]).value
    services.approve(actor(world, "office"), entry)
    world.submit(world.form(learner))
    with pytest.raises(Refused, match=r"disposal\.not_due"):
        services.carry_out(actor(world, "archivist"), entry)
    found = world.store.read(lambda reader: reader.learner(learner))
    assert found is not None
    assert found.profile is not None


def test_nothing_is_proposed_twice_or_before_its_day(world: World) -> None:
    learner = world.register()
    services, archivist = world.services.disposals, actor(world, "archivist")
    with pytest.raises(Refused, match=r"disposal\.not_due"):
        services.propose(archivist, "unused_accounts", LATER, [learner])
    world.clock.go_to(LATER)
    with pytest.raises(Problems):
        services.propose(archivist, "unused_accounts", LATER, [])
    entry = services.propose(archivist, "unused_accounts", LATER, [learner]).value
    with pytest.raises(Refused, match=r"disposal\.not_due"):
        services.propose(archivist, "unused_accounts", LATER, [learner])
    services.reject(actor(world, "office"), entry, "still_needed")
    assert services.preview(archivist, "unused_accounts", LATER)


def test_forgotten_drafts_and_unused_scans_go_after_their_time(world: World) -> None:
    clerk, archivist = actor(world, "clerk"), actor(world, "archivist")
    learner = world.register()
    kept = world.services.evidence.attach(
        clerk, Attachment("certificate", "a.pdf", data=b"%PDF-1.7\n%kept\n%%EOF\n")
    ).value
    world.services.intake.save_draft(clerk, world.form(learner))
    services = world.services.disposals
    assert services.clear_drafts(archivist).value == 0
    world.clock.moment += timedelta(days=91)
    fresh = world.services.evidence.attach(
        clerk, Attachment("certificate", "b.pdf", data=b"%PDF-1.7\n%new\n%%EOF\n")
    ).value
    assert services.clear_drafts(archivist).value >= 2
    assert not world.room.files.has(kept.blob)
    assert world.room.files.has(fresh.blob)
    assert world.services.intake.drafts(clerk) == ()
    assert audited(world, "drafts.cleared") == 1


def test_an_export_needs_a_purpose_and_leaves_a_line_without_its_words(world: World) -> None:
    clerk = actor(world, "clerk")
    assert [problem.code for problem in check_purpose(ExportPurpose())] == ["purpose.missing"]
    assert [problem.code for problem in check_purpose(ExportPurpose("other", "x"))] == [
        "purpose.words_missing"
    ]
    purpose = ExportPurpose("other", "给曾敏的单位")
    exported = Exported("learners", 3)
    world.store.write(lambda unit: note_export(unit, clerk, world.room.ids, exported, purpose))
    row = world.store.read(lambda reader: reader.audit_rows(limit=1))[0]
    assert (row.action, row.detail) == (
        "export.made",
        '{"count":3,"kind":"learners","protected":0,"purpose":"other"}',
    )


def test_replaying_a_disposal_gives_equal_tables(world: World, tmp_path: Path) -> None:
    _learner, application = withdrawn_file(world)
    gone = world.register()
    world.clock.go_to(LATER)
    dispose(world, "refused_scans", [application])
    dispose(world, "unused_accounts", [gone])
    copy = Store.create(tmp_path / "copy", world.data_key, world.store.identity, world.ports)
    try:
        replay(world.store, copy)
        assert table_digests(copy) == table_digests(world.store)
        assert len(copy.read(lambda reader: reader.disposals())) == 2
    finally:
        copy.close()


def test_a_file_that_could_not_be_deleted_goes_at_the_next_sweep(world: World) -> None:
    _learner, application = withdrawn_file(world)
    world.clock.go_to(LATER)
    archivist = actor(world, "archivist")
    entry = world.services.disposals.propose(archivist, "refused_scans", LATER, [application]).value
    world.services.disposals.approve(actor(world, "office"), entry)
    blob = world.file(application).evidence[0].blob  # type: ignore[arg-type]
    path = world.room.files.path(blob)
    path.unlink()
    path.mkdir()  # what cannot be unlinked stands for a file that a virus scanner holds
    assert world.services.disposals.carry_out(archivist, entry).value.left_to_delete == 1
    path.rmdir()
    path.write_bytes(b"sealed")
    assert world.services.disposals.sweep(archivist) == 0
    assert not path.exists()
