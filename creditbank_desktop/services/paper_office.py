"""Who signs a paper, under which number, and how papers about a file are issued once, or again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from creditbank_desktop.documents.papers_data import DocumentLanguage
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId, PaperId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.papers import Paper, PaperKind
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.acts import load
from creditbank_desktop.services.cases import Subject, subject_of
from creditbank_desktop.services.paper_assembly import Desk
from creditbank_desktop.services.paper_issue import (
    NUMBER_KINDS,
    Drawn,
    frozen_data,
    issue,
    issued_before,
    original_pdf,
)
from creditbank_desktop.services.paper_phrases import PaperPhrases
from creditbank_desktop.services.paper_texts import paper_texts
from creditbank_desktop.services.press import PaperData
from creditbank_desktop.services.programme_views import programme_view
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.rule_words import RuleWords, rule_words
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.services.workroom import Workroom

Assemble = Callable[[Desk, str, Subject, RuleWords], PaperData]


def document_language(language: str) -> DocumentLanguage:
    """Return the language of that code; raises `Problems` ("choice.unknown")."""
    try:
        return DocumentLanguage(language)
    except ValueError:
        raise Problems([Problem("choice.unknown", "language", {"text": language})]) from None


def paper_desk(
    room: Workroom,
    reader: Reader,
    actor: Actor,
    learner: Learner,
    written: tuple[PaperId, DocumentLanguage],
) -> Desk:
    """Return who issues the paper ``written`` (its id and language) to whom, with the office's own words.

    Raises `Refused` ("office.unknown") before the office is set up.
    """
    office = reader.office()
    if office is None:
        raise Refused("office.unknown")
    programme = room.curriculum.programme(learner.programme, learner.intake_year)
    view = None if programme is None else programme_view(programme)
    today, reference = room.clock.today(), room.reference
    paper, language = written
    texts, phrases = paper_texts(reference, today), PaperPhrases(reference)
    return Desk(office, learner, view, paper, today, actor.name, language, phrases, texts)


def number_prefix(room: Workroom, kind: PaperKind) -> str:
    """Return the capitals in the numbers of a kind of paper."""
    return room.reference.number_prefix(kind) or NUMBER_KINDS[kind]


def issue_for_file(
    room: Workroom,
    actor: Actor,
    application: ApplicationId,
    what: tuple[PaperKind, str, Assemble],
    *,
    again_when_different: bool = False,
) -> OpResult[IssuedPaper]:
    """Issue a paper about a file: ``what`` is its kind, language and how it is assembled.

    Returns the one that was issued before and stands, unless ``again_when_different`` and it would say
    something else today.
    """
    kind, language, assemble = what
    written_in = document_language(language)

    def work(unit: UnitOfWork) -> IssuedPaper:
        before = issued_before(unit, application, kind)
        if before is not None and not again_when_different:
            return IssuedPaper(before, original_pdf(before, room))
        file = load(unit, application)
        subject = subject_of(unit, file, room)
        paper = PaperId(room.ids.new_id())
        rules = rule_words(subject, written_in, room.recognition)
        desk = paper_desk(room, unit, actor, subject.learner, (paper, written_in))
        if before is not None and _says_the_same(before, assemble(desk, before.number, subject, rules)):
            return IssuedPaper(before, original_pdf(before, room))
        number = file.receipt_number
        if kind in NUMBER_KINDS:
            number = unit.next_document_number(number_prefix(room, kind))
        data = assemble(desk, number, subject, rules)
        drawn = Drawn(paper, kind, number, written_in.value, data, application)
        return issue(unit, actor, drawn, file.learner, room)

    written = room.store.write(work)
    return OpResult(written.value, written.changes)


def _says_the_same(before: Paper, now: Any) -> bool:
    """Return whether a paper still says what it said, whoever prints it and in whichever language."""
    old: Any = frozen_data(before)
    if type(old) is not type(now):
        return False
    return bool(replace(now, head=old.head, language=old.language, prepared_by=old.prepared_by) == old)
