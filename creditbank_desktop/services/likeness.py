"""Who among the registered learners might be the one whose form is being filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.folding import without_spaces
from creditbank_desktop.domain.identity_documents import normalise_document_number
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.masking import PersonalField, masked
from creditbank_desktop.domain.names import normalise_name
from creditbank_desktop.models.likeness_queries import Candidate, LikenessProbe
from creditbank_desktop.models.pinyin import readings
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.learner_search import hit_of
from creditbank_desktop.services.ports import Curriculum
from creditbank_desktop.services.reading import read_date
from creditbank_desktop.services.views_learners import (
    AlikeLearner,
    ComparedFact,
    LearnerForm,
    Likeness,
    Matched,
)

MOST_SHOWN = 4
_ENOUGH = 60
"""Points at which somebody is shown who has not the same document, name and birth date."""
_SIMILAR_NAME = 80
_SIMILAR_NUMBER = 88
_SHORTEST_NUMBER = 6


def find_alike(
    reader: Reader, form: LearnerForm, curriculum: Curriculum, excluding: LearnerId | None = None
) -> tuple[AlikeLearner, ...]:
    """Return those who might be the learner of ``form``, which may be half filled in; the likeliest first.

    Same document or student number come first, then same name and birth date, then whoever has at least
    `_ENOUGH` points of similarity. A merged record answers with the one that it was merged into.
    """
    found: dict[LearnerId, AlikeLearner] = {}
    for other, why in (*_by_number(reader, form), *_by_likeness(reader, form)):
        learner = other
        if other.alias_of is not None:
            learner = reader.learner(other.alias_of) or other
        if excluding is not None and excluding in (learner.learner, other.learner):
            continue
        if learner.learner not in found:
            found[learner.learner] = AlikeLearner(
                hit_of(learner, curriculum, _MATCHED[why]), why, compared(form, learner)
            )
    return tuple(list(found.values())[:MOST_SHOWN])


def compared(form: LearnerForm, other: Learner) -> tuple[ComparedFact, ...]:
    """Return the fields of a form beside those of a learner, document numbers masked."""
    profile = other.profile
    if profile is None:
        return ()
    born = "" if profile.birth_date is None else profile.birth_date.isoformat()
    number = normalise_document_number(form.document_number)
    pairs = (
        ("name", normalise_name(form.name), profile.name),
        ("document_number", number, profile.document_number),
        ("birth_date", _day(form.birth_date), born),
        ("student_number", without_spaces(form.student_number).upper(), profile.student_number),
        ("programme", form.programme, other.programme),
        ("intake_year", form.intake_year.strip(), str(other.intake_year)),
        ("class_name", form.class_name.strip(), other.class_name),
        ("phone", _digits(form.phone), _digits(profile.phone)),
    )
    return tuple(_fact(name, mine, theirs) for name, mine, theirs in pairs if mine or theirs)


def _fact(name: str, mine: str, theirs: str) -> ComparedFact:
    fact = ComparedFact(name, mine, theirs, bool(mine) and mine == theirs)
    if name != "document_number":
        return fact
    kind = PersonalField.DOCUMENT_NUMBER
    return replace(fact, mine=masked(kind, mine), other=masked(kind, theirs))


def _by_number(reader: Reader, form: LearnerForm) -> tuple[tuple[Learner, Likeness], ...]:
    number = normalise_document_number(form.document_number)
    student = without_spaces(form.student_number).upper()
    same: list[tuple[Learner, Likeness]] = []
    if len(number) >= _SHORTEST_NUMBER:
        found = reader.learners_by_document(form.document_kind, number)
        same += [(learner, Likeness.SAME_DOCUMENT) for learner in found]
    if student:
        found = reader.learners_by_student_number(student)
        same += [(learner, Likeness.SAME_STUDENT_NUMBER) for learner in found]
    return tuple(same)


def _by_likeness(reader: Reader, form: LearnerForm) -> tuple[tuple[Learner, Likeness], ...]:
    name = normalise_name(form.name)
    if not name:
        return ()
    spoken = readings(name)
    year = without_spaces(form.intake_year)
    probe = LikenessProbe(
        birth_date=_date_of(form.birth_date),
        spellings=tuple(dict.fromkeys(reading.full for reading in spoken)),
        programme=form.programme.strip(),
        intake_year=int(year) if year.isdecimal() and len(year) == 4 else 0,
        initials=tuple(dict.fromkeys(reading.initials for reading in spoken)),
    )
    judged = []
    typed = _Typed(name, frozenset(probe.spellings), probe.birth_date, form)
    for other in reader.alike_candidates(probe):
        points, why = _points(typed, other)
        if points >= _ENOUGH:
            judged.append((why is not Likeness.SAME_NAME_AND_BIRTH, -points, other.learner, why))
    best = sorted(judged)[: 2 * MOST_SHOWN]
    learners = ((reader.learner(learner), why) for _weaker, _points_, learner, why in best)
    return tuple((learner, why) for learner, why in learners if learner is not None)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A form as it is compared with each candidate."""

    name: str
    spellings: frozenset[str]
    born: date | None
    form: LearnerForm


def _points(typed: _Typed, other: Candidate) -> tuple[int, Likeness]:
    """Return how much speaks for one person; 0 when the names have nothing in common."""
    likeness = _name_points(typed, other)
    if not likeness:
        return 0, Likeness.SIMILAR
    form = typed.form
    points = likeness + _birth_points(typed.born, other.birth_date)
    points += 10 * (other.programme == form.programme and str(other.intake_year) == form.intake_year.strip())
    points += 25 * (bool(_digits(form.phone)) and _digits(form.phone) == _digits(other.phone))
    points += _number_points(form, other)
    same_birth = typed.born is not None and typed.born == other.birth_date
    if same_birth and typed.name in (other.name, other.former_name):
        return points, Likeness.SAME_NAME_AND_BIRTH
    return points, Likeness.SIMILAR


def _name_points(typed: _Typed, other: Candidate) -> int:
    from rapidfuzz import fuzz

    if typed.name in (other.name, other.former_name):
        return 50
    if other.pinyin in typed.spellings:
        return 40
    close = max((fuzz.ratio(mine, other.pinyin) for mine in typed.spellings), default=0.0)
    return 30 if max(close, fuzz.ratio(typed.name, other.name)) >= _SIMILAR_NAME else 0


def _birth_points(born: date | None, theirs: date | None) -> int:
    if born is None or theirs is None:
        return 0
    if born == theirs:
        return 35
    parts = zip((born.year, born.month, born.day), (theirs.year, theirs.month, theirs.day), strict=True)
    # Two of three parts alike is what a slip of the finger leaves; all others are other people.
    return 10 if sum(mine == other for mine, other in parts) == 2 else -30


def _number_points(form: LearnerForm, other: Candidate) -> int:
    from rapidfuzz import fuzz

    number = normalise_document_number(form.document_number)
    if len(number) < _SHORTEST_NUMBER or form.document_kind.value != other.document_kind:
        return 0
    return 25 if fuzz.ratio(number, other.document_number) >= _SIMILAR_NUMBER else 0


def _date_of(text: str) -> date | None:
    try:
        return read_date(text, "birth_date") if text.strip() else None
    except Problems:
        return None


def _day(text: str) -> str:
    day = _date_of(text)
    return text.strip() if day is None else day.isoformat()


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


_MATCHED = {
    Likeness.SAME_DOCUMENT: Matched.DOCUMENT_NUMBER,
    Likeness.SAME_STUDENT_NUMBER: Matched.STUDENT_NUMBER,
    Likeness.SAME_NAME_AND_BIRTH: Matched.NAME,
    Likeness.SIMILAR: Matched.NAME,
}
