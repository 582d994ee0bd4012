"""Disposal by retention: what is due, proposing, a second person's word, doing it, and the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

from creditbank_desktop.documents.disposal_register import RegisterRow, disposal_register
from creditbank_desktop.documents.papers_data import (
    Bilingual,
    DocumentLanguage,
    LearnerCard,
    OfficeCard,
    PaperHead,
)
from creditbank_desktop.domain.disposals import (
    MOST_ITEMS,
    Disposal,
    DisposalItem,
    DisposalKind,
    DisposalState,
)
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId, DisposalId, LearnerId
from creditbank_desktop.domain.operations.privacy_bodies import (
    DisposalCarriedOut,
    DisposalDecided,
    DisposalProposed,
    ScansDisposed,
)
from creditbank_desktop.domain.operations.registry_bodies import LearnerDisposed
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.retention import RetainedSubject, RetentionRule
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.corrections import person_name
from creditbank_desktop.services.due_records import due_items, in_open_entries, stale_drafts
from creditbank_desktop.services.results import NO_CHANGES, OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.scan_store import remove_disposed
from creditbank_desktop.services.views_privacy import (
    CarriedOut,
    DisposalView,
    DueItem,
    DueList,
    DueRule,
)
from creditbank_desktop.services.workroom import Workroom

REJECTIONS = ("still_needed", "dispute", "wrong_rule", "other")
"""Codes of the reasons for which a disposal is rejected."""


class DisposalService:
    """Actions on records whose time is over. Nothing is destroyed on one person's word."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def due(self, actor: Actor, by: date) -> DueList:
        """Return every retention rule with how much is due on the day ``by``."""

        def work(reader: Reader) -> DueList:
            register = reader.disposals()
            waiting = in_open_entries(register)
            states = Counter(entry.state for entry in register)
            rules = tuple(self._due_rule(reader, rule, by, waiting) for rule in self._room.retention.rules)
            return DueList(by, rules, states[DisposalState.PROPOSED], states[DisposalState.APPROVED])

        return self._room.store.read(work)

    @permitted
    def preview(self, actor: Actor, rule: str, by: date) -> tuple[DueItem, ...]:
        """Return the records that are due under a rule and in no proposal yet, at most `MOST_ITEMS`."""

        def work(reader: Reader) -> tuple[DueItem, ...]:
            waiting = in_open_entries(reader.disposals())
            found = due_items(reader, self._room.retention, self._rule(rule), by)
            return tuple(item for item in found if item.item not in waiting)[:MOST_ITEMS]

        return self._room.store.read(work)

    @permitted
    def propose(self, actor: Actor, rule: str, by: date, subjects: Collection[str]) -> OpResult[DisposalId]:
        """Propose to destroy the chosen ones of what `preview` lists.

        Raises `Problems` ("disposal.nothing_chosen") and `Refused` ("disposal.not_due") if one of them is not
        due any more.
        """
        if not subjects:
            raise Problems([Problem("disposal.nothing_chosen", "subjects")])
        if by > self._room.clock.today():
            raise Refused("disposal.not_due", subject="")
        found = self._rule(rule)

        def work(unit: UnitOfWork) -> DisposalId:
            waiting = in_open_entries(unit.disposals())
            due = {item.item.subject: item.item for item in due_items(unit, self._room.retention, found, by)}
            for subject in subjects:
                if subject not in due or due[subject] in waiting:
                    raise Refused("disposal.not_due", subject=subject)
            items = tuple(due[subject] for subject in sorted(subjects))
            disposal = DisposalId(self._room.ids.new_id())
            clause = f"{found.clause_zh}\n{found.clause_en}"
            unit.record(actor, DisposalProposed(disposal, found.key, clause, by, items))
            return disposal

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    @permitted
    def items(self, actor: Actor, disposal: DisposalId) -> tuple[DueItem, ...]:
        """Return what stands in an entry that is not carried out yet, as `preview` shows it."""

        def work(reader: Reader) -> tuple[DueItem, ...]:
            entry = _known(reader, disposal)
            rule = self._room.retention.rule(entry.rule)
            if rule is None:
                return ()
            due = {item.item: item for item in due_items(reader, self._room.retention, rule, entry.due_by)}
            return tuple(due[item] for item in entry.items if item in due)

        return self._room.store.read(work)

    @permitted
    def approve(self, actor: Actor, disposal: DisposalId) -> OpResult[None]:
        """Approve what another person proposed; raises `Refused` ("disposal.four_eyes", …)."""
        return self._decide(actor, DisposalDecided(disposal, True))

    @permitted
    def reject(self, actor: Actor, disposal: DisposalId, reason: str) -> OpResult[None]:
        """Reject a proposal, or take one's own back; ``reason`` of `REJECTIONS`."""
        if reason not in REJECTIONS:
            raise Problems([Problem("reason.unknown", "reason", {"reason": reason})])
        return self._decide(actor, DisposalDecided(disposal, False, reason))

    @permitted
    def carry_out(self, actor: Actor, disposal: DisposalId) -> OpResult[CarriedOut]:
        """Destroy what two people agreed on, in one transaction, then delete the files.

        Raises `Refused`: "disposal.not_approved"; "disposal.not_due" (subject) when a record came to be
        needed again since, for example because an account got its first credit.
        """
        written = self._room.store.write(lambda unit: self._carry_out(unit, actor, disposal))
        left = self._sweep()
        done = written.value
        return OpResult(CarriedOut(done.learners, done.files, done.pieces, left), written.changes)

    @permitted
    def register(self, actor: Actor) -> tuple[DisposalView, ...]:
        """Return the register, the newest entry first."""
        return self._room.store.read(
            lambda reader: tuple(_view(reader, actor, entry) for entry in reader.disposals())
        )

    @permitted
    def register_pdf(self, actor: Actor, language: str) -> bytes:
        """Return the register as a PDF file in "zh" or "en"; printing it stands in the audit trail."""

        def work(unit: UnitOfWork) -> tuple[PaperHead, tuple[RegisterRow, ...]]:
            rows = tuple(_row(_view(unit, actor, entry)) for entry in unit.disposals())
            unit.audit(actor, "disposal.register_printed", ("office", actor.office), {"count": len(rows)})
            return self._head(unit), rows

        head, rows = self._room.store.write(work).value
        data = disposal_register(head, DocumentLanguage(language), rows, actor.name)
        return self._room.press.draw_report(data)

    @permitted
    def clear_drafts(self, actor: Actor) -> OpResult[int]:
        """Delete forms that were never handed in and scans that nothing uses, once their time is over."""
        rule = self._room.retention.rule_for(RetainedSubject.DRAFTS)
        if rule is None or rule.is_permanent:
            return OpResult(0, NO_CHANGES)
        by = self._room.clock.today()

        def work(unit: UnitOfWork) -> int:
            drafts, strays = stale_drafts(unit, rule, by)
            for draft in drafts:
                unit.delete_draft(draft)
            pieces = unit.note_stray_blobs(strays)
            if drafts or pieces:
                counts = {"drafts": len(drafts), "pieces": pieces}
                unit.audit(actor, "drafts.cleared", ("office", actor.office), counts)
            return len(drafts) + pieces

        written = self._room.store.write(work)
        self._sweep()
        return OpResult(written.value, written.changes)

    @permitted
    def sweep(self, actor: Actor) -> int:
        """Delete the files of what was disposed of here or elsewhere; return how many could not be."""
        return self._sweep()

    def _decide(self, actor: Actor, body: DisposalDecided) -> OpResult[None]:
        written = self._room.store.write(lambda unit: unit.record(actor, body))
        return OpResult(None, written.changes)

    def _carry_out(self, unit: UnitOfWork, actor: Actor, disposal: DisposalId) -> CarriedOut:
        entry = _known(unit, disposal)
        if entry.state is not DisposalState.APPROVED:
            raise Refused("disposal.not_approved", disposal=disposal, state=entry.state.value)
        rule = self._rule(entry.rule)
        due = {item.item: item for item in due_items(unit, self._room.retention, rule, entry.due_by)}
        learners = files = pieces = 0
        for item in entry.items:
            if item not in due:
                raise Refused("disposal.not_due", subject=item.subject)
            if item.kind is DisposalKind.LEARNER:
                unit.record(actor, LearnerDisposed(LearnerId(item.subject), entry.clause, disposal))
                learners += 1
            else:
                unit.record(actor, ScansDisposed(ApplicationId(item.subject), disposal))
                files, pieces = files + 1, pieces + due[item].pieces
        unit.record(actor, DisposalCarriedOut(disposal, learners, files, pieces))
        return CarriedOut(learners, files, pieces)

    def _sweep(self) -> int:
        return remove_disposed(self._room)

    def _rule(self, key: str) -> RetentionRule:
        found = self._room.retention.rule(key)
        if found is None:
            raise Refused("disposal.rule_unknown", rule=key)
        return found

    def _due_rule(
        self, reader: Reader, rule: RetentionRule, by: date, waiting: frozenset[DisposalItem]
    ) -> DueRule:
        if rule.subject is RetainedSubject.DRAFTS:
            drafts, strays = stale_drafts(reader, rule, by)
            count, held = len(drafts) + len(strays), 0
        else:
            due = {item.item for item in due_items(reader, self._room.retention, rule, by)}
            count, held = len(due - waiting), len(due & waiting)
        return DueRule(rule.key, rule.subject, rule.clause_zh, rule.clause_en, rule.is_permanent, count, held)

    def _head(self, reader: Reader) -> PaperHead:
        office = reader.office()
        if office is None:
            raise Refused("office.unknown")
        card = OfficeCard(
            office.name_zh,
            office.name_en,
            office.school_name_zh,
            office.school_name_en,
            office.address,
            office.phone,
            is_sample=office.is_sample,
        )
        today = self._room.clock.today()
        return PaperHead(f"XH-{office.code}-{today:%Y%m%d}", today, card, LearnerCard("", "", ""))


def _known(reader: Reader, disposal: DisposalId) -> Disposal:
    found = reader.disposal(disposal)
    if found is None:
        raise Refused("disposal.unknown", disposal=disposal)
    return found


def _view(reader: Reader, actor: Actor, entry: Disposal) -> DisposalView:
    clause_zh, _, clause_en = entry.clause.partition("\n")
    return DisposalView(
        disposal=entry.disposal,
        rule=entry.rule,
        clause_zh=clause_zh,
        clause_en=clause_en or clause_zh,
        due_by=entry.due_by,
        state=entry.state,
        items=len(entry.items),
        counts=(entry.learners, entry.files, entry.pieces),
        proposed_by=person_name(reader, entry.proposed_by),
        proposed_at=entry.proposed_at,
        decided_by="" if entry.decided_by is None else person_name(reader, entry.decided_by),
        decided_at=entry.decided_at,
        carried_out_by="" if entry.carried_out_by is None else person_name(reader, entry.carried_out_by),
        carried_out_at=entry.carried_out_at,
        reason=entry.reason,
        mine=entry.proposed_by == actor.person,
    )


def _row(view: DisposalView) -> RegisterRow:
    decided = None if view.decided_at is None else (view.decided_by, view.decided_at)
    done = None if view.carried_out_at is None else (view.carried_out_by, view.carried_out_at)
    return RegisterRow(
        Bilingual(view.clause_zh, view.clause_en),
        view.due_by,
        view.state,
        view.items,
        view.counts,
        (view.proposed_by, view.proposed_at),
        decided,
        done,
    )
