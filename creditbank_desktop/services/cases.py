"""Gathers one file with everything that helps to judge it, inside one reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from creditbank_desktop.domain.applications import Application, Deed, OutcomeLine, RuleSetReference
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, LineId, PersonId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.masking import Purpose, masked_profile
from creditbank_desktop.domain.people import Actor, Person, Role
from creditbank_desktop.domain.programmes import Programme
from creditbank_desktop.models.application_queries import ENDED_WITHOUT_CREDIT
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.views import Precedent
from creditbank_desktop.services.acts import kept_from, load, possible_acts, undoable
from creditbank_desktop.services.duplicates import find_duplicates
from creditbank_desktop.services.phrase_book import DEPARTURE_REASONS, REFUSAL_REASONS
from creditbank_desktop.services.programme_views import programme_view
from creditbank_desktop.services.recognition import Circumstances, PriorCredit, Question
from creditbank_desktop.services.verdicts import Bench
from creditbank_desktop.services.views_applications import DeedView, DuplicateView, SuggestionView
from creditbank_desktop.services.views_evaluation import Case, CaseLine, PrecedentView
from creditbank_desktop.services.views_learners import ProgrammeView
from creditbank_desktop.services.workroom import Workroom

MOST_PRECEDENTS = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what a file is about, with the rule set that it is judged by."""

    application: Application
    learner: Learner
    programme: Programme | None
    rule_set: RuleSetReference


def subject_of(reader: Reader, application: Application, room: Workroom) -> Subject:
    """Return learner, programme and rule set of a file: the frozen version, else the one in force today."""
    learner = reader.learner(application.learner)
    if learner is None:
        raise Refused("learner.unknown", learner=application.learner)
    programme = room.curriculum.programme(application.programme, learner.intake_year)
    rule_set = application.rule_set or room.recognition.in_force(room.clock.today())
    return Subject(application, learner, programme, rule_set)


def read_case(reader: Reader, application: ApplicationId, actor: Actor, room: Workroom) -> Case:
    """Return one file as it stands; raises `Refused` ("application.unknown")."""
    subject = subject_of(reader, load(reader, application), room)
    file = subject.application
    room.store.readings.note(actor, "application.read", ("application", file.application))
    outcomes = [(line.line, line.outcome) for line in file.live_lines if line.outcome is not None]
    duplicates = find_duplicates(reader, file.learner, outcomes, file.application)
    programme = target_programme(subject, room)
    stale = file.accepted_on is not None and room.recognition.in_force(file.accepted_on) != file.rule_set
    titles = room.recognition.titles(subject.rule_set)
    suggestions = suggestions_for(reader, subject, file.live_lines, room)
    profile = masked_profile(subject.learner.profile, Purpose.CARD, actor.roles)
    return Case(
        application=file,
        revision=file.revision,
        learner=replace(subject.learner, profile=profile),
        programme=programme,
        due=room.diary.due_of(file, room.clock.today()),
        lines=tuple(_case_line(reader, file, line, suggestions, duplicates) for line in file.lines),
        targets=() if programme is None else programme.courses,
        evidence=file.evidence,
        deeds=deed_views(reader, file),
        possible=possible_acts(file, actor),
        kept_from=kept_from(file, actor),
        undoable=undoable(file, actor),
        rule_set_title_zh=titles[0],
        rule_set_title_en=titles[1],
        rule_set_is_stale=stale,
    )


def _case_line(
    reader: Reader,
    file: Application,
    line: OutcomeLine,
    suggestions: Mapping[LineId, SuggestionView],
    duplicates: tuple[DuplicateView, ...],
) -> CaseLine:
    return CaseLine(
        line=line,
        suggestion=suggestions.get(line.line, SuggestionView(line.line)),
        precedents=_precedents(reader, line, file.application),
        duplicates=tuple(view for view in duplicates if view.line == line.line),
        evidence=tuple(item for item in file.evidence if item.line in (line.line, None)),
    )


def suggestions_for(
    reader: Reader, subject: Subject, lines: Iterable[OutcomeLine], room: Workroom
) -> dict[LineId, SuggestionView]:
    """Return what the rules say about lines of a file; nothing can be said once an outcome is disposed of."""
    evidence = subject.application.evidence
    questions: list[Question] = []
    found: dict[LineId, SuggestionView] = {}
    for line in lines:
        found[line.line] = SuggestionView(line.line)
        if line.outcome is not None:
            materials = tuple(item.material for item in evidence if item.line in (line.line, None))
            questions.append(Question(line.line, line.outcome, line.requested, materials))
    around = circumstances(reader, subject, room)
    return found | room.recognition.suggest_all(questions, around)


def circumstances(reader: Reader, subject: Subject, room: Workroom) -> Circumstances:
    """Return what the rules have to know beside the outcomes."""
    profile = subject.learner.profile
    file = subject.application
    return Circumstances(
        programme=subject.programme,
        on=file.accepted_on or room.clock.today(),
        rule_set=subject.rule_set,
        is_veteran=profile is not None and profile.is_veteran,
        prior=prior_credits(reader, subject.learner.learner, file.application),
    )


def prior_credits(
    reader: Reader, learner: LearnerId, excluding: ApplicationId | None = None
) -> tuple[PriorCredit, ...]:
    """Return what the person was given before, posted or on its way, in every record merged with this one."""
    found: list[PriorCredit] = []
    for record in reader.same_person(learner):
        for file in reader.applications_of(record):
            if file.application == excluding or file.state in ENDED_WITHOUT_CREDIT:
                continue
            for line in file.live_lines:
                decision = line.decision
                if decision is not None and decision.result.gives_credit and line.outcome is not None:
                    rule = "" if decision.rule is None else decision.rule.rule
                    found.append(PriorCredit(rule, line.outcome, decision.credits, decision.target))
    return tuple(found)


def bench_of(
    reader: Reader, subject: Subject, room: Workroom, lines: tuple[OutcomeLine, ...] | None = None
) -> Bench:
    """Return what verdicts on the live lines (or on ``lines``) are checked against."""
    judged = subject.application.live_lines if lines is None else lines
    suggestions = suggestions_for(reader, subject, judged, room)
    limit = room.recognition.second_opinion_above(subject.rule_set)
    step = room.recognition.step(subject.rule_set)
    refusals = room.reference.codes("refusal").union(REFUSAL_REASONS)
    reasons = refusals | room.reference.codes("departure", "partial").union(DEPARTURE_REASONS)
    programme = target_programme(subject, room)
    return Bench(judged, suggestions, programme, limit, step, refusals, reasons)


def target_programme(subject: Subject, room: Workroom) -> ProgrammeView | None:
    """Return the programme with the subjects marked that the file's rule set excludes."""
    if subject.programme is None:
        return None
    profile = subject.learner.profile
    is_veteran = profile is not None and profile.is_veteran
    return programme_view(subject.programme, room.recognition.excluded_subjects(subject.rule_set, is_veteran))


def deed_views(reader: Reader, application: Application) -> tuple[DeedView, ...]:
    """Return what was done to a file, with the names of those who did it."""
    people: dict[PersonId, Person | None] = {}
    for deed in application.deeds:
        if deed.person not in people:
            people[deed.person] = reader.person(deed.person)
    return tuple(_deed_view(deed, people[deed.person]) for deed in application.deeds)


def _deed_view(deed: Deed, person: Person | None) -> DeedView:
    return DeedView(
        operation=deed.operation,
        act=deed.act,
        person=deed.person,
        person_name="" if person is None else person.name,
        at=deed.at,
        before=deed.before,
        after=deed.after,
        reason=deed.reason,
        note=deed.note,
        undone=deed.undone,
        by_server=person is not None and Role.CENTRAL_SERVER in person.roles,
    )


def _precedents(reader: Reader, line: OutcomeLine, own: ApplicationId) -> tuple[PrecedentView, ...]:
    if line.outcome is None:
        return ()
    found = reader.precedents(line.type, line.outcome.title, line.outcome.level, MOST_PRECEDENTS + 1)
    return tuple(_precedent(item) for item in found if item.application != own)[:MOST_PRECEDENTS]


def _precedent(found: Precedent) -> PrecedentView:
    decision = found.decision
    return PrecedentView(
        application=found.application,
        receipt_number=found.receipt_number,
        title=found.title,
        issuer=found.issuer,
        level=found.level,
        result=decision.result,
        credits=decision.credits,
        target=decision.target,
        reason_codes=decision.reason_codes,
        decided_on=decision.decided_on,
        programme=found.programme,
    )
