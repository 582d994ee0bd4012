"""Finding, registering and correcting learners, and the card of one learner."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.failures import Problem, Problems, Refused, Severity
from creditbank_desktop.domain.ids import LearnerId, ProgrammeCode
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.masking import Purpose, masked_profile
from creditbank_desktop.domain.operations.profile_changes import profile_difference
from creditbank_desktop.domain.operations.registry_bodies import (
    LearnerCorrected,
    LearnerRegistered,
    ProfileChange,
)
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unchecked_learners import Unchecked, note_unchecked, unchecked
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.account_acts import check_own, merged_accounts, undoable_act
from creditbank_desktop.services.account_numbers import numbers_left
from creditbank_desktop.services.drafts import INTAKE_DRAFT, draft_row
from creditbank_desktop.services.learner_forms import (
    FormCheck,
    LearnerReading,
    form_of,
    read_learner_form,
    unconfirmed,
)
from creditbank_desktop.services.learner_search import find_learners, hit_of, list_learners, roll_page
from creditbank_desktop.services.likeness import find_alike
from creditbank_desktop.services.pending import applications_of_person, pending_credits
from creditbank_desktop.services.programme_views import programme_view
from creditbank_desktop.services.queues import application_rows
from creditbank_desktop.services.reading import read_text
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_learners import (
    LearnerCard,
    LearnerCheck,
    LearnerForm,
    LearnerHit,
    LearnerHits,
    Matched,
    ProgrammeView,
    Registered,
)
from creditbank_desktop.services.workroom import Workroom

T = TypeVar("T")

ANOTHER_PERSON = ("namesake", "twins", "other_record_wrong", "other")
"""Why somebody alike on record is not the learner who is being registered."""

LOW_BLOCK = 100
"""Account numbers left at which the office is warned."""


class LearnerService:
    """Actions on learners."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def find(self, actor: Actor, text: str, limit: int = 20) -> LearnerHits:
        """Return learners by number, name, pinyin, initials or the telephone's last digits, best first."""
        return self._room.store.read(lambda reader: find_learners(reader, text, limit, self._room.curriculum))

    @permitted
    def roll_count(self, actor: Actor) -> int:
        """Return how many learners the roll has."""
        return self._room.store.read(lambda reader: reader.learner_count())

    @permitted
    def roll_anchors(self, actor: Actor, every: int) -> tuple[tuple[str, ...] | None, ...]:
        """Return the keys behind which the roll's blocks of ``every`` learners begin, the first None."""
        return self._room.store.read(lambda reader: reader.learner_anchors(every))

    @permitted
    def roll_page(self, actor: Actor, after: tuple[str, ...] | None, limit: int) -> tuple[LearnerHit, ...]:
        """Return up to ``limit`` learners behind a key of `roll_anchors`, ordered by account number."""
        return self._room.store.read(lambda reader: roll_page(reader, after, limit, self._room.curriculum))

    @permitted
    def roll_position(self, actor: Actor, learner: LearnerId) -> int | None:
        """Return the place of a learner on the roll, counted from 0; None if there is no such learner."""
        return self._room.store.read(lambda reader: reader.learner_position(learner))

    @permitted
    def listed(self, actor: Actor, after: str = "", limit: int = 200) -> tuple[LearnerHit, ...]:
        """Return learners by account number behind the account number ``after``, merged records included."""
        return self._room.store.read(
            lambda reader: list_learners(reader, after, limit, self._room.curriculum)
        )

    @permitted
    def anchors(self, actor: Actor, every: int) -> tuple[str, ...]:
        """Return the ``after`` of every block of ``every`` learners, "" first, for long tables."""
        return self._room.store.read(
            lambda reader: tuple(key[0] if key else "" for key in reader.learner_anchors(every))
        )

    @permitted
    def count(self, actor: Actor) -> int:
        """Return how many learners there are."""
        return self._room.store.read(lambda reader: reader.learner_count())

    @permitted
    def programmes(self, actor: Actor) -> tuple[ProgrammeView, ...]:
        """Return all programmes, open ones first."""
        views = (programme_view(programme) for programme in self._room.curriculum.programmes())
        return tuple(sorted(views, key=lambda view: (not view.is_open, view.code)))

    @permitted
    def check(self, actor: Actor, form: LearnerForm, learner: LearnerId | None = None) -> LearnerCheck:
        """Return everything that is wrong with a form at once, for a new learner or a correction of one."""
        return self._room.store.read(lambda reader: self._check(reader, form, learner)[0])

    @permitted
    def register(self, actor: Actor, form: LearnerForm, *, asked_centre: bool = True) -> OpResult[Registered]:
        """Open a learner's record and account, numbered from this device's block.

        Somebody alike on record needs a code in ``form.besides``. Without ``asked_centre`` the next sync asks
        whether another office knows the learner.

        Raises `Problems` and `Refused` ("number_block.exhausted").
        """

        def work(unit: UnitOfWork) -> Registered:
            check, reading = self._check(unit, form, None)
            if check.problems or reading.profile is None:
                raise Problems(check.problems)
            if check.needs_reason and not form.besides.strip():
                raise Problems([Problem("learner.say_why_another", "besides")])
            if check.needs_reason and form.besides not in ANOTHER_PERSON:
                raise Problems([Problem("choice.unknown", "besides")])
            learner = LearnerId(self._room.ids.new_id())
            number = unit.next_account_number()
            body = LearnerRegistered(
                learner,
                ProgrammeCode(form.programme.strip()),
                reading.intake_year,
                read_text(form.class_name, "class_name"),
                number,
            )
            unit.record(actor, body, learner=learner, personal=reading.profile)
            if check.needs_reason:
                others = ", ".join(one.hit.account_number for one in check.alike)
                said = {"besides": others, "reason": form.besides}
                unit.audit(actor, "learner.another_person", ("learner", learner), said)
            if not asked_centre:
                note_unchecked(unit, Unchecked(learner, actor.person))
            left = numbers_left(unit, self._room.clock.today().year)
            return Registered(learner, number, left, left < LOW_BLOCK)

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    @permitted
    def form_of(self, actor: Actor, learner: LearnerId) -> tuple[LearnerForm, int]:
        """Return the filled form of a learner and the revision that a correction starts from."""
        found = self._room.store.read(lambda reader: _known(reader, learner))
        self._room.store.readings.note(actor, "learner.read", ("learner", learner))
        return form_of(found), found.revision

    @permitted
    def correct(
        self, actor: Actor, learner: LearnerId, form: LearnerForm, base_revision: int, reason: str
    ) -> OpResult[None]:
        """Correct a learner's record; raises `Problems` and `Refused` ("learner.changed")."""

        def work(unit: UnitOfWork) -> None:
            before = _known(unit, learner)
            check_own(unit, before)
            if before.revision != base_revision:
                raise Refused("learner.changed", revision=before.revision, seen=base_revision)
            check, reading = self._check(unit, form, learner)
            missing = () if reason.strip() else (Problem("field.required", "reason"),)
            if check.problems or missing or reading.profile is None or before.profile is None:
                raise Problems((*check.problems, *missing))
            class_name = read_text(form.class_name, "class_name")
            body = LearnerCorrected(
                learner,
                base_revision,
                _if_changed(ProgrammeCode(form.programme.strip()), before.programme),
                _if_changed(reading.intake_year, before.intake_year),
                _if_changed(class_name, before.class_name),
                reason.strip(),
            )
            changes = ProfileChange(profile_difference(before.profile, reading.profile))
            unit.record(actor, body, learner=learner, personal=changes)

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    @permitted
    def card(self, actor: Actor, learner: LearnerId) -> LearnerCard:
        """Return a learner with applications, papers, balance and what is pending.

        What the actor's roles do not need is masked; see `PrivacyService.reveal`. Raises `Refused`
        ("learner.unknown"); a merged record answers with the one it was merged into.
        """

        def work(reader: Reader) -> LearnerCard:
            found = _known(reader, learner)
            if found.alias_of is not None:
                found = _known(reader, found.alias_of)
            self._room.store.readings.note(actor, "learner.read", ("learner", found.learner))
            files = applications_of_person(reader, found.learner)
            pending = pending_credits(files)
            programme = self._room.curriculum.programme(found.programme, found.intake_year)
            head = reader.account(found.learner)
            merged = merged_accounts(reader, found.learner)
            drafts = reader.drafts(actor.person, INTAKE_DRAFT)
            records = reader.same_person(found.learner)
            profile = masked_profile(found.profile, Purpose.CARD, actor.roles)
            return LearnerCard(
                learner=replace(found, profile=profile),
                programme=None if programme is None else programme_view(programme),
                balance=ZERO if head is None else head.balance + sum((one.balance for one in merged), ZERO),
                pending_total=sum((credit.credits for credit in pending), ZERO),
                pending=pending,
                applications=application_rows(reader, files, self._room.diary, self._room.clock.today()),
                papers=_papers(reader, found.learner),
                drafts=tuple(draft_row(reader, draft) for draft in drafts if draft.learner in records),
                aliases=reader.same_person(found.learner)[1:],
                merged=merged,
                undoable=undoable_act(reader, actor, found.learner),
                is_unchecked=any(one.learner == found.learner for one in unchecked(reader)),
                is_of_other_office=found.office != reader.identity.office,
            )

        return self._room.store.read(work)

    @permitted
    def numbers_left(self, actor: Actor) -> int:
        """Return how many account numbers this device may still give out this year."""
        return self._room.store.read(lambda reader: numbers_left(reader, self._room.clock.today().year))

    def _check(
        self, reader: Reader, form: LearnerForm, learner: LearnerId | None
    ) -> tuple[LearnerCheck, LearnerReading]:
        room = self._room
        before = None if learner is None else _known(reader, learner)
        reading = read_learner_form(form, FormCheck(room.clock.today(), room.glyphs, room.curriculum), before)
        problems = list(reading.problems)
        same_document: tuple[Learner, ...] = ()
        same_number: tuple[Learner, ...] = ()
        if reading.profile is not None:
            profile = reading.profile
            found = reader.learners_by_document(profile.document_kind, profile.document_number)
            same_document = tuple(other for other in found if other.learner != learner)
            if profile.student_number:
                found = reader.learners_by_student_number(profile.student_number)
                same_number = tuple(other for other in found if other.learner != learner)
        alike = () if learner is not None else find_alike(reader, reading.form, room.curriculum)
        for others, code, field in (
            (same_document, "learner.same_document", "document_number"),
            (same_number, "learner.same_student_number", "student_number"),
        ):
            if others:
                params = {"account": others[0].account_number}
                problems.append(Problem(code, field, params, Severity.WARNING))
        check = LearnerCheck(
            unconfirmed(problems, form.confirmed),
            reading.form,
            tuple(hit_of(other, room.curriculum, Matched.DOCUMENT_NUMBER) for other in same_document),
            tuple(hit_of(other, room.curriculum, Matched.STUDENT_NUMBER) for other in same_number),
            alike,
        )
        return check, reading


def _papers(reader: Reader, learner: LearnerId) -> tuple[Paper, ...]:
    """Return the papers of a person under every merged record, the newest first."""
    found = [paper for record in reader.same_person(learner) for paper in reader.papers_of(record)]
    return tuple(sorted(found, key=lambda paper: (paper.issued_on, paper.paper), reverse=True))


def _known(reader: Reader, learner: LearnerId) -> Learner:
    found = reader.learner(learner)
    if found is None:
        raise Refused("learner.unknown", learner=learner)
    return found


def _if_changed(new: T, old: T) -> T | None:
    return None if new == old else new
