"""Gathers what the counter's papers say from file, rules, ledger and what was typed into frozen data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from creditbank_desktop.documents.counter_data import (
    NOTHING,
    ApplicationFormData,
    AssessedOutcome,
    FormOutcome,
    MissingItem,
    NotAcceptedData,
    PreAssessmentData,
    SourceSum,
    SupplementData,
    TransferData,
    WithdrawalData,
)
from creditbank_desktop.documents.counter_words import ACCEPTANCE_CONDITION, FORM_FREE, JUDGED, NO, YES
from creditbank_desktop.documents.field_words import CHOICES, FIELDS
from creditbank_desktop.documents.papers_data import Bilingual, ClaimedOutcome, Material
from creditbank_desktop.documents.person_words import FIELDS as PERSON_FIELDS
from creditbank_desktop.domain.applications import Application, Deed, MissingMaterial, OutcomeLine
from creditbank_desktop.domain.decisions import TargetKind
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry
from creditbank_desktop.domain.numbers import ticket_code
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.resident_ids import mask_resident_id
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.outcome_fields import FIELDS_OF
from creditbank_desktop.services.paper_assembly import Desk, paper_head
from creditbank_desktop.services.recognition import Recognition
from creditbank_desktop.services.rule_words import RuleWords
from creditbank_desktop.services.views_applications import SuggestionView
from creditbank_desktop.services.views_intake import ApplicationForm, FieldKind, OutcomeForm

OTHER = "other"
_WITHDRAWALS = frozenset({Act.WITHDRAW, Act.WITHDRAW_LINE})


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the rules said about a form, with the words for materials and clauses."""

    form: ApplicationForm
    assessments: tuple[SuggestionView, ...]
    rules: RuleWords
    recognition: Recognition


def last_deed(file: Application, *acts: Act) -> Deed | None:
    """Return the last standing deed that is one of ``acts``."""
    return next((deed for deed in reversed(file.standing_deeds) if deed.act in acts), None)


def supplement_data(
    desk: Desk,
    number: str,
    file: Application,
    rules: RuleWords,
    asked: tuple[tuple[MissingMaterial, ...], bool],
) -> SupplementData:
    """Return what a supplement notice says; ``asked`` is what the first notice named, and whether the last
    day is provisional.
    """
    first, provisional = asked
    request = last_deed(file, Act.REQUEST_SUPPLEMENT)
    arrived = tuple(item for item in first if item not in file.missing)
    return SupplementData(
        head=paper_head(desk, number),
        language=desk.language,
        application_number=file.receipt_number,
        received_on=file.received_on,
        due_on=file.supplement_due_on or file.entered_on,
        missing=tuple(_item(item, file, rules) for item in file.missing),
        arrived=tuple(_item(item, file, rules) for item in arrived),
        due_is_provisional=provisional,
        extended=file.supplement_extended,
        note="" if request is None else request.note,
        ticket=ticket_code(file.receipt_number),
        prepared_by=desk.issued_by,
    )


def not_accepted_data(desk: Desk, number: str, file: Application, rules: RuleWords) -> NotAcceptedData:
    """Return what a notice of non-acceptance says: clause, standard reason, own words, what would help."""
    deed = last_deed(file, Act.NOT_ACCEPT)
    code = "" if deed is None else deed.reason
    phrases = desk.phrases
    condition = ACCEPTANCE_CONDITION
    return NotAcceptedData(
        head=paper_head(desk, number),
        language=desk.language,
        application_number=file.receipt_number,
        received_on=file.received_on,
        decided_on=file.entered_on,
        outcomes=tuple(_claimed(line) for line in file.live_lines),
        clause=Bilingual(f"{rules.label}{condition.zh}", f"{rules.label}, {condition.en}"),
        clause_text=phrases.condition_of_acceptance(code),
        reason_code=code,
        reason=phrases.reason(code),
        reason_text="" if deed is None else deed.note,
        what_would_help=phrases.would_help(code) or NOTHING,
        prepared_by=desk.issued_by,
    )


def withdrawal_data(desk: Desk, number: str, file: Application) -> WithdrawalData:
    """Return what a withdrawal slip says: the whole application, or what was withdrawn of it so far."""
    whole = file.state is State.WITHDRAWN
    deed = last_deed(file, *_WITHDRAWALS)
    gone = file.live_lines if whole else tuple(line for line in file.lines if line.withdrawn)
    day = desk.issued_on
    if deed is not None:
        day = file.entered_on if whole else deed.at.astimezone().date()
    return WithdrawalData(
        head=paper_head(desk, number),
        language=desk.language,
        application_number=file.receipt_number,
        received_on=file.received_on,
        withdrawn_on=day,
        withdrawn=tuple(_claimed(line) for line in gone),
        remaining=() if whole else tuple(_claimed(line) for line in file.live_lines),
        reason="" if deed is None else deed.note,
        ticket=ticket_code(file.receipt_number),
        prepared_by=desk.issued_by,
    )


def pre_assessment_data(desk: Desk, estimate: Estimate) -> PreAssessmentData:
    """Return what a pre-assessment slip says of the outcomes that could be read."""
    views = {view.line: view for view in estimate.assessments}
    read = [typed for typed in estimate.form.outcomes if typed.line in views]
    unread = [typed for typed in estimate.form.outcomes if typed.line not in views]
    return PreAssessmentData(
        head=replace(paper_head(desk, ""), verification_code=""),
        language=desk.language,
        outcomes=tuple(_assessed(typed, views[typed.line], estimate, desk) for typed in read),
        rule_set_version=estimate.rules.label,
        prepared_by=desk.issued_by,
        unread=tuple(Bilingual(typed.fields.get("title", "").strip() or "—") for typed in unread),
    )


def transfer_data(
    desk: Desk,
    number: str,
    ledger: tuple[Sequence[LedgerEntry], AccountHead],
    pending: Decimal,
    destination: tuple[str, str],
) -> TransferData:
    """Return what a transfer-out certificate says; ``destination`` is the receiving office and the reason."""
    entries, head = ledger
    sums: dict[OutcomeType, Decimal] = defaultdict(Decimal)
    counts: dict[OutcomeType, int] = defaultdict(int)
    for entry in entries:
        source = entry.outcome_type or OutcomeType.OTHER
        sums[source] += entry.credits
        counts[source] += 1
    days = [entry.effective_on for entry in entries]
    return TransferData(
        head=paper_head(desk, number),
        balance=head.balance,
        up_to_entry=head.entries,
        transferred_on=desk.issued_on,
        sums=tuple(
            SourceSum(source, counts[source], sums[source])
            for source in sorted(sums, key=lambda key: (-sums[key], key.value))
        ),
        ledger_hash=head.hash if entries else "",
        receiver=destination[0],
        reason=destination[1],
        account_opened_on=desk.learner.opened_on,
        first_entry_on=min(days, default=None),
        last_entry_on=max(days, default=None),
        pending=pending,
        prepared_by=desk.issued_by,
    )


def application_form_data(
    desk: Desk, form: ApplicationForm, rules: RuleWords, received_on: date
) -> ApplicationFormData:
    """Return what the application form says: person, outcomes as typed, materials, proxy and remark."""
    head = replace(paper_head(desk, ""), verification_code="")
    by_material: dict[str, int] = defaultdict(int)
    for item in form.evidence:
        by_material[item.material] += 1
    return ApplicationFormData(
        head=head,
        language=desk.language,
        application_number="",
        received_on=received_on,
        personal=_personal(desk),
        outcomes=tuple(_typed(typed, desk) for typed in form.outcomes),
        materials=tuple(
            Material(rules.materials.get(key, Bilingual(key)), count, False)
            for key, count in by_material.items()
        ),
        proxy=_proxy(form),
        note=form.note.strip(),
    )


def _item(item: MissingMaterial, file: Application, rules: RuleWords) -> MissingItem:
    lines = {line.line: line for line in file.lines}
    line = None if item.line is None else lines.get(item.line)
    outcome = NOTHING if line is None or line.outcome is None else Bilingual(line.outcome.title)
    if item.material == OTHER and item.note:
        return MissingItem(Bilingual(item.note), outcome)
    return MissingItem(rules.materials.get(item.material, Bilingual(item.material)), outcome, item.note)


def _claimed(line: OutcomeLine) -> ClaimedOutcome:
    outcome = line.outcome
    if outcome is None:
        return ClaimedOutcome(NOTHING, line.type)
    return ClaimedOutcome(Bilingual(outcome.title), line.type, outcome.evidence_number)


def _assessed(typed: OutcomeForm, view: SuggestionView, estimate: Estimate, desk: Desk) -> AssessedOutcome:
    zh, en = ("", "") if view.rule is None else estimate.recognition.clause(view.rule)
    head_zh, _, text_zh = zh.partition("：")
    head_en, _, text_en = en.partition(": ")
    course = desk.programme.course(view.target.code) if desk.programme and view.target.code else None
    materials = estimate.rules.materials
    return AssessedOutcome(
        title=Bilingual(typed.fields.get("title", "").strip()),
        source=typed.type,
        credits=view.credits if view.fits else None,
        clause=Bilingual(head_zh, head_en),
        clause_text=Bilingual(text_zh, text_en),
        evidence_number=typed.fields.get("evidence_number", "").strip(),
        target_code=view.target.code,
        target=Bilingual(course.name_zh, course.name_en) if course else NOTHING,
        least=view.least_credits,
        most=view.most_credits,
        missing=tuple(materials.get(key, Bilingual(key)) for key in view.missing_materials),
        notes=tuple(_notes(view, desk)),
    )


def _notes(view: SuggestionView, desk: Desk) -> Iterable[Bilingual]:
    if view.needs_judgement:
        yield JUDGED
    for code in view.findings:
        yield desk.phrases.finding(code)


def _personal(desk: Desk) -> tuple[tuple[Bilingual, Bilingual], ...]:
    profile, learner = desk.learner.profile, desk.learner
    assert profile is not None  # `paper_head` refuses a learner without a name before this
    programme = desk.programme
    name = Bilingual(programme.name_zh, programme.name_en) if programme else Bilingual(learner.programme)
    values = {
        "name": Bilingual(profile.name),
        "account_number": Bilingual(learner.account_number),
        "document_number": Bilingual(mask_resident_id(profile.document_number)),
        "student_number": Bilingual(profile.student_number),
        "programme": name,
        "class_name": Bilingual(learner.class_name),
        "phone": Bilingual(profile.phone),
    }
    return tuple((PERSON_FIELDS[key], value) for key, value in values.items())


def _proxy(form: ApplicationForm) -> tuple[tuple[Bilingual, Bilingual], ...]:
    proxy = form.proxy
    if proxy is None:
        return ()
    return (
        (PERSON_FIELDS["name"], Bilingual(proxy.name.strip())),
        (PERSON_FIELDS["document_number"], Bilingual(mask_resident_id(proxy.document_number.strip()))),
        (Bilingual("与申请人关系", "Relation to the applicant"), Bilingual(proxy.relation.strip())),
        (Bilingual("授权文件", "Authorisation"), Bilingual(proxy.authorisation.strip())),
    )


def _typed(typed: OutcomeForm, desk: Desk) -> FormOutcome:
    values = []
    for spec in FIELDS_OF[typed.type]:
        text = typed.fields.get(spec.name, spec.default).strip()
        if not text and not spec.required and spec.kind is not FieldKind.FLAG:
            continue
        value = Bilingual(text)
        if spec.kind is FieldKind.FLAG:
            value = YES if text == "true" else NO
        elif spec.kind is FieldKind.CHOICE:
            value = CHOICES.get(spec.name, {}).get(text, value)
        values.append((FIELDS.get(spec.name, Bilingual(spec.name)), value))
    return FormOutcome(
        Bilingual(typed.fields.get("title", "").strip()), typed.type, tuple(values), _target(typed, desk)
    )


def _target(typed: OutcomeForm, desk: Desk) -> Bilingual:
    if typed.requested.kind is TargetKind.FREE or not typed.requested.code:
        return FORM_FREE
    course = desk.programme.course(typed.requested.code) if desk.programme else None
    if course is None:
        return Bilingual(typed.requested.code)
    return Bilingual(f"{typed.requested.code}  {course.name_zh}", f"{typed.requested.code}  {course.name_en}")
