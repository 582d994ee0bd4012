"""Gathers everything that is held about one person."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from creditbank_desktop.documents.papers_data import Bilingual, PaperHead
from creditbank_desktop.documents.person_report import (
    HeldCorrection,
    HeldDraft,
    HeldEntry,
    HeldFile,
    HeldLine,
    HeldPaper,
    HeldPeriod,
    HeldReading,
    HeldScan,
    HeldValue,
    PersonReport,
)
from creditbank_desktop.documents.person_words import DOCUMENT_KINDS
from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.codec import to_plain
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import PaperId
from creditbank_desktop.domain.learners import Learner, LearnerProfile
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.account_acts import balance_together
from creditbank_desktop.services.corrections import person_name, record_history
from creditbank_desktop.services.ledger_service import person_ledger
from creditbank_desktop.services.paper_assembly import Desk, paper_head
from creditbank_desktop.services.pending import applications_of_person, pending_credits
from creditbank_desktop.services.programme_views import programme_view
from creditbank_desktop.services.workroom import Workroom

MOST_READINGS = 300
"""Lines of the audit trail in one report; what is older is counted."""

_TEXT_FIELDS = (
    "name",
    "name_as_typed",
    "latin_name",
    "former_name",
    "document_number",
    "student_number",
    "ethnic_group",
    "phone",
    "email",
    "address",
)


def gather(reader: Reader, room: Workroom, actor: Actor, learner: Learner) -> PersonReport:
    """Return the report on ``learner`` and on the records merged into his.

    Raises `Refused`: "learner.disposed", "office.unknown".
    """
    if learner.profile is None:
        raise Refused("learner.disposed", learner=learner.learner)
    files = applications_of_person(reader, learner.learner)
    readings, left_out = _readings(reader, learner, files)
    programme = room.curriculum.programme(learner.programme, learner.intake_year)
    return PersonReport(
        head=_head(reader, room, actor, learner),
        made_at=room.clock.now(),
        made_by=actor.name,
        opened_on=learner.opened_on,
        account_state=learner.account_state.value,
        balance=balance_together(reader, learner.learner),
        pending=sum((credit.credits for credit in pending_credits(files)), ZERO),
        profile=(
            *_profile(learner.profile),
            HeldValue("programme", learner.programme if programme is None else programme.name_zh),
            HeldValue("intake_year", str(learner.intake_year)),
            *([HeldValue("class_name", learner.class_name)] if learner.class_name else []),
        ),
        merged_accounts=_merged(reader, learner),
        entries=_entries(reader, learner, files),
        files=tuple(_file(file) for file in files),
        scans=tuple(scan for file in files for scan in _scans(room, file, learner.intake_year)),
        papers=tuple(
            HeldPaper(paper.kind, paper.number, paper.issued_on, paper.copies, paper.voided)
            for record in reader.same_person(learner.learner)
            for paper in reader.papers_of(record)
        ),
        drafts=tuple(
            HeldDraft(draft.updated_at, person_name(reader, draft.person))
            for draft in reader.drafts()
            if draft.learner in reader.same_person(learner.learner)
        ),
        corrections=tuple(
            HeldCorrection(
                view.at, view.person, view.kind, tuple(change.field for change in view.changes), view.reason
            )
            for view in record_history(reader, learner.learner)
        ),
        readings=readings,
        periods=_periods(room, learner, files),
        readings_left_out=left_out,
    )


def report_json(report: PersonReport) -> bytes:
    """Return the report as JSON text (UTF-8) that people and programs can read."""
    return json.dumps(to_plain(report), ensure_ascii=False, indent=1).encode()


def _head(reader: Reader, room: Workroom, actor: Actor, learner: Learner) -> PaperHead:
    office = reader.office()
    if office is None:
        raise Refused("office.unknown")
    programme = room.curriculum.programme(learner.programme, learner.intake_year)
    view = None if programme is None else programme_view(programme)
    today = room.clock.today()
    desk = Desk(office, learner, view, PaperId(""), today, actor.name)
    # No issued paper: it has neither a gapless number nor a code to verify it by.
    return replace(paper_head(desk, f"CX-{learner.account_number}-{today:%Y%m%d}"), verification_code="")


def _profile(profile: LearnerProfile) -> tuple[HeldValue, ...]:
    held = [HeldValue(name, text) for name in _TEXT_FIELDS if (text := getattr(profile, name))]
    kind = DOCUMENT_KINDS[profile.document_kind.value]
    held.append(HeldValue("document_kind", f"{kind.zh} {kind.en}"))
    held.append(HeldValue("sex", profile.sex.value))
    if profile.birth_date is not None:
        held.append(HeldValue("birth_date", profile.birth_date.isoformat()))
    if profile.is_veteran:
        held.append(HeldValue("is_veteran", "是 yes"))
    return tuple(held)


def _merged(reader: Reader, learner: Learner) -> tuple[str, ...]:
    others = (reader.learner(key) for key in reader.same_person(learner.learner)[1:])
    return tuple(other.account_number for other in others if other is not None)


def _entries(reader: Reader, learner: Learner, files: Iterable[Application]) -> tuple[HeldEntry, ...]:
    titles = {
        line.line: line.outcome.title for file in files for line in file.lines if line.outcome is not None
    }
    ledger = person_ledger(reader, learner.learner)
    found = []
    for entry in ledger.entries:
        title = titles.get(entry.line, "") if entry.line else ""
        account = ledger.merged.get(entry.account, "")
        words = " ".join(part for part in (title, account) if part)
        found.append(HeldEntry(entry.number, entry.kind, entry.credits, entry.effective_on, words))
    return tuple(found)


def _file(file: Application) -> HeldFile:
    lines = []
    for line in file.lines:
        outcome, decision = line.outcome, line.decision
        lines.append(
            HeldLine(
                title="" if outcome is None else outcome.title,
                type=line.type,
                issuer="" if outcome is None else outcome.issuer,
                evidence_number="" if outcome is None else outcome.evidence_number,
                result=line.result,
                credits=ZERO if decision is None else decision.credits,
                reason="" if decision is None else decision.reason_text,
            )
        )
    proxy = "" if file.proxy is None else file.proxy.name
    return HeldFile(file.receipt_number, file.received_on, file.state, tuple(lines), proxy)


def _scans(room: Workroom, file: Application, intake_year: int) -> tuple[HeldScan, ...]:
    rule_set = file.rule_set or room.recognition.in_force(file.received_on)
    names = room.recognition.material_names(rule_set)
    until = room.retention.file_kept_until(file, intake_year)
    return tuple(
        HeldScan(
            file.receipt_number,
            Bilingual(*names.get(item.material, (item.material, item.material))),
            item.file_name,
            item.size_bytes,
            until,
            file.scans_disposed_on,
        )
        for item in file.evidence
    )


def _periods(room: Workroom, learner: Learner, files: Iterable[Application]) -> tuple[HeldPeriod, ...]:
    ends: dict[str, date | None] = {}
    for file in files:
        rule = room.retention.rule_for(room.retention.subject_of(file))
        until = room.retention.file_kept_until(file, learner.intake_year)
        if rule is not None:
            known = ends.get(rule.key, until)
            ends[rule.key] = None if until is None or known is None else max(until, known)
    return tuple(
        HeldPeriod(rule.key, Bilingual(rule.clause_zh, rule.clause_en), ends.get(rule.key), rule.is_permanent)
        for rule in room.retention.rules
        if rule.is_permanent or rule.key in ends
    )


def _readings(
    reader: Reader, learner: Learner, files: Iterable[Application]
) -> tuple[tuple[HeldReading, ...], int]:
    """Return the latest audit lines about the person, his files and papers, and how many are older."""
    records = reader.same_person(learner.learner)
    subjects: list[tuple[str, str]] = [
        (kind, record) for record in records for kind in ("learner", "account")
    ]
    subjects += [("application", file.application) for file in files]
    subjects += [("paper", paper.paper) for record in records for paper in reader.papers_of(record)]
    rows = reader.audit_readings(subjects, MOST_READINGS + 1)
    count = reader.audit_reading_count(subjects) if len(rows) > MOST_READINGS else len(rows)
    names: dict[str, str] = {}
    found = []
    for row in rows[:MOST_READINGS]:
        if row.person not in names:
            names[row.person] = person_name(reader, row.person)
        found.append(HeldReading(row.at, names[row.person], kind_of_reading(row.action), row.action))
    return tuple(found), count - len(found)


_KINDS = (
    ("learner.revealed", "revealed"),
    ("learner.report", "reported"),
    ("learner.opened", "opened"),
    ("learner.read", "opened"),
    ("evidence.", "scan_opened"),
    ("application.opened", "file_opened"),
    ("application.read", "file_opened"),
    ("paper.opened", "paper_opened"),
    ("paper.", "printed"),
    ("account.read", "account_read"),
    ("export.", "exported"),
)


def kind_of_reading(action: str) -> str:
    """Return under which words an action of the audit trail stands in the report."""
    return next((kind for begin, kind in _KINDS if action.startswith(begin)), "changed")
