"""Gathers what a paper says from office, learner, file and ledger into frozen data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from creditbank_desktop.documents.papers_data import (
    AccountEnd,
    Bilingual,
    ClaimedOutcome,
    DocumentLanguage,
    LearnerCard,
    Material,
    NoticeData,
    NoticeLine,
    OfficeCard,
    PaperHead,
    ReceiptData,
    RefusalData,
    RefusedOutcome,
    StatementData,
    StatementRow,
)
from creditbank_desktop.domain.applications import Application, OutcomeLine
from creditbank_desktop.domain.decisions import LineDecision, LineResult
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LearnerId, LineId, PaperId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.ledger import EntryKind, LedgerEntry
from creditbank_desktop.domain.numbers import ticket_code
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType
from creditbank_desktop.domain.people import Office
from creditbank_desktop.domain.resident_ids import mask_resident_id
from creditbank_desktop.services.paper_phrases import (
    APPEAL_BODY,
    WOULD_HELP,
    PaperPhrases,
)
from creditbank_desktop.services.paper_texts import PaperTexts
from creditbank_desktop.services.rule_words import RuleWords
from creditbank_desktop.services.views_learners import PendingCredit, ProgrammeView

_CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_CODE_LENGTH = 8
_ENTRY_WORDS: Mapping[EntryKind, Bilingual] = {
    EntryKind.REVERSE: Bilingual("冲正", "Reversal"),
    EntryKind.EXPIRE: Bilingual("学分到期", "Expiry"),
    EntryKind.ADJUST: Bilingual("调整", "Adjustment"),
    EntryKind.CONVERT: Bilingual("转换", "Conversion"),
    EntryKind.DEPOSIT: Bilingual("认定学分", "Recognised credits"),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Who issues which paper to whom, on which day, in which language."""

    office: Office
    learner: Learner
    programme: ProgrammeView | None
    paper: PaperId
    issued_on: date
    issued_by: str
    language: DocumentLanguage = DocumentLanguage.CHINESE
    phrases: PaperPhrases = field(default_factory=PaperPhrases)
    texts: PaperTexts = field(default_factory=PaperTexts)


def paper_head(desk: Desk, number: str) -> PaperHead:
    """Return the head of a paper; raises `Refused` ("learner.disposed") when the name is gone."""
    profile = desk.learner.profile
    if profile is None:
        raise Refused("learner.disposed", learner=desk.learner.learner)
    office, programme = desk.office, desk.programme
    card = LearnerCard(
        name=profile.name,
        latin_name=profile.latin_name,
        account_number=desk.learner.account_number,
        document_masked=mask_resident_id(profile.document_number),
        student_number=profile.student_number,
        programme=Bilingual(programme.name_zh, programme.name_en) if programme else Bilingual(""),
        programme_code=desk.learner.programme,
        programme_version=str(programme.version) if programme else "",
    )
    issuer = OfficeCard(
        name_zh=office.name_zh,
        name_en=office.name_en,
        school_name_zh=office.school_name_zh,
        school_name_en=office.school_name_en,
        address=office.address,
        phone=office.phone,
        is_sample=office.is_sample,
        greeting=desk.texts.greeting,
        legal_remedy=desk.texts.legal_remedy,
        opening_hours=desk.texts.opening_hours,
        notes=desk.texts.notes,
        seal=desk.texts.seal,
    )
    return PaperHead(number, desk.issued_on, issuer, card, verification_code(desk.paper))


def verification_code(paper: PaperId) -> str:
    """Return the short code (8 letters and digits, none of them alike) that a paper is looked up by."""
    digest = hashlib.sha256(paper.encode()).digest()
    return "".join(_CODE_LETTERS[byte % len(_CODE_LETTERS)] for byte in digest[:_CODE_LENGTH])


def receipt_data(desk: Desk, application: Application, provisional: bool, rules: RuleWords) -> ReceiptData:
    """Return what the acceptance receipt says: materials, outcomes and the promised day."""
    compared = {item.evidence for item in application.compared}
    by_material: dict[str, list[bool]] = {}
    for evidence in application.evidence:
        by_material.setdefault(evidence.material, []).append(evidence.evidence in compared)
    return ReceiptData(
        head=paper_head(replace(desk, texts=desk.texts.for_receipt), application.receipt_number),
        language=desk.language,
        application_number=application.receipt_number,
        received_on=application.received_on,
        promised_on=application.promised_on,
        materials=tuple(
            Material(rules.materials.get(material, Bilingual(material)), len(seen), all(seen))
            for material, seen in by_material.items()
        ),
        outcomes=tuple(
            ClaimedOutcome(_title(line), line.type, _number(line)) for line in application.live_lines
        ),
        queue_number=application.receipt_number.split("-")[-2],
        promise_is_provisional=provisional,
        received_by=desk.issued_by,
        rule_set_version=rules.label,
        ticket=ticket_code(application.receipt_number),
    )


def notice_data(
    desk: Desk, number: str, application: Application, rules: RuleWords, appeal_until: date
) -> NoticeData:
    """Return what the result notice says of every decided line."""
    lines = tuple(
        _notice_line(line, line.decision, desk, rules)
        for line in application.live_lines
        if line.decision is not None
    )
    return NoticeData(
        head=paper_head(desk, number),
        language=desk.language,
        application_number=application.receipt_number,
        accepted_on=application.accepted_on or application.received_on,
        decided_on=decided_on(application),
        lines=lines,
        rule_set_version=rules.label,
        appeal_until=appeal_until,
        appeal_body=APPEAL_BODY,
        publicity_from=application.publicity_from,
        publicity_to=application.publicity_to,
        prepared_by=desk.issued_by,
    )


def refusal_data(
    desk: Desk, number: str, application: Application, rules: RuleWords, appeal_until: date
) -> RefusalData:
    """Return what the refusal notice says of the lines not recognised.

    Raises `Refused` ("paper.nothing_refused") if there is none.
    """
    refused = tuple(
        _refused(line, line.decision, desk, rules)
        for line in application.live_lines
        if line.decision is not None and line.decision.result is LineResult.NOT_RECOGNISED
    )
    if not refused:
        raise Refused("paper.nothing_refused", application=application.application)
    return RefusalData(
        head=paper_head(desk, number),
        language=desk.language,
        application_number=application.receipt_number,
        accepted_on=application.accepted_on or application.received_on,
        decided_on=decided_on(application),
        refused=refused,
        rule_set_version=rules.label,
        appeal_until=appeal_until,
        appeal_body=APPEAL_BODY,
        prepared_by=desk.issued_by,
    )


@dataclass(frozen=True, slots=True)
class PersonLedger:
    """The entries of all accounts of one person in the order of posting, and the merged accounts' numbers."""

    entries: Sequence[LedgerEntry]
    merged: Mapping[LearnerId, str] = field(default_factory=dict)

    def last(self, account: LearnerId) -> int:
        """Return the number of the last entry of an account, 0 without any."""
        return max((entry.number for entry in self.entries if entry.account == account), default=0)


def statement_data(
    desk: Desk,
    number: str,
    ledger: PersonLedger,
    outcomes: Mapping[LineId, Outcome],
    pending: Sequence[tuple[PendingCredit, OutcomeType, date]],
) -> StatementData:
    """Return what the credit statement says: every entry up to the last, and apart what is pending."""
    ends = ((account, name, ledger.last(account)) for account, name in ledger.merged.items())
    return StatementData(
        head=paper_head(desk, number),
        posted=tuple(
            replace(
                _statement_row(entry, outcomes, desk.programme), account=ledger.merged.get(entry.account, "")
            )
            for entry in ledger.entries
        ),
        up_to_entry=ledger.last(desk.learner.learner),
        merged=tuple(AccountEnd(name, last) for _account, name, last in ends if last),
        pending=tuple(
            StatementRow(Bilingual(credit.title), kind, day, credit.credits) for credit, kind, day in pending
        ),
        required_credits=desk.programme.total_credits if desk.programme else None,
        account_opened_on=desk.learner.opened_on,
        prepared_by=desk.issued_by,
    )


def decided_on(application: Application) -> date:
    """Return the day on which the result stood: the state's first day until delivery, which follows it."""
    if application.delivered_on is not None:
        return min(application.delivered_on, application.entered_on)
    return application.entered_on


def _title(line: OutcomeLine) -> Bilingual:
    return Bilingual(line.outcome.title if line.outcome else "")


def _number(line: OutcomeLine) -> str:
    return line.outcome.evidence_number if line.outcome else ""


def _target(code: str, programme: ProgrammeView | None) -> Bilingual:
    course = programme.course(code) if programme and code else None
    return Bilingual(course.name_zh, course.name_en) if course else Bilingual("")


def _notice_line(line: OutcomeLine, decision: LineDecision, desk: Desk, rules: RuleWords) -> NoticeLine:
    reasons = [desk.phrases.reason(code) for code in decision.reason_codes]
    if decision.reason_text:
        reasons.append(Bilingual(decision.reason_text))
    return NoticeLine(
        title=_title(line),
        source=line.type,
        result=decision.result,
        credits=decision.credits,
        clause=rules.clauses.get(line.line, Bilingual("")),
        evidence_number=_number(line),
        target_code=decision.target.code,
        target=_target(decision.target.code, desk.programme),
        grade_text=decision.grade_text,
        counts_for_gpa=decision.counts_for_gpa,
        reason=Bilingual(
            "；".join(reason.zh for reason in reasons),
            "; ".join(reason.en or reason.zh for reason in reasons),
        ),
    )


def _refused(line: OutcomeLine, decision: LineDecision, desk: Desk, rules: RuleWords) -> RefusedOutcome:
    phrases = desk.phrases
    code = next((code for code in decision.reason_codes if phrases.is_refusal(code)), "no_rule")
    helps = [help_ for code in decision.reason_codes if (help_ := phrases.would_help(code)) is not None]
    return RefusedOutcome(
        title=_title(line),
        source=line.type,
        facts=_facts(line, rules.facts.get(line.line, Bilingual(""))),
        clause=rules.clauses.get(line.line, Bilingual(rules.label)),
        clause_text=rules.texts.get(line.line, Bilingual("")),
        reason_code=code,
        reason=phrases.reason(code),
        reason_text=Bilingual(decision.reason_text),
        what_would_help=tuple(helps) or (WOULD_HELP["no_rule"],),
        evidence_number=_number(line),
    )


def _facts(line: OutcomeLine, found: Bilingual) -> Bilingual:
    outcome = line.outcome
    if outcome is None:
        return found
    day = outcome.issued_on.isoformat() if outcome.issued_on else "—"
    score = "" if outcome.raw_score is None else f"，成绩 {outcome.raw_score}"
    english_score = "" if outcome.raw_score is None else f", score {outcome.raw_score}"
    zh = f"{outcome.issuer}于{day}颁发《{outcome.title}》{score}。{found.zh}"
    en = f"“{outcome.title}”, issued by {outcome.issuer} on {day}{english_score}. {found.en}"
    return Bilingual(zh, en.strip())


def _statement_row(
    entry: LedgerEntry, outcomes: Mapping[LineId, Outcome], programme: ProgrammeView | None
) -> StatementRow:
    outcome = outcomes.get(entry.line) if entry.line else None
    title = Bilingual(outcome.title) if outcome else _ENTRY_WORDS[entry.kind]
    if outcome and entry.kind is EntryKind.REVERSE:
        title = Bilingual(f"冲正：{outcome.title}", f"Reversal: {outcome.title}")
    return StatementRow(
        title=title,
        source=entry.outcome_type or OutcomeType.OTHER,
        day=entry.effective_on,
        credits=entry.credits,
        entry_number=entry.number,
        hours=Decimal(outcome.hours) if outcome and outcome.hours is not None else None,
        grade_text=entry.grade_text,
        target_code=entry.target.code,
        target=_target(entry.target.code, programme),
    )
