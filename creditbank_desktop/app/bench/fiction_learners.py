"""Seeded fictional learners, as the records that the projector writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from creditbank_desktop.app.bench.standing import AS_OF, SeededIds
from creditbank_desktop.app.sample.sources import NameParts, SampleName, SampleSources
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.learners import AccountState, Learner, LearnerProfile, Sex
from creditbank_desktop.domain.numbers import account_number
from creditbank_desktop.domain.people import Office
from creditbank_desktop.domain.programmes import Programme
from creditbank_desktop.domain.resident_ids import resident_id_check_character

# Prefectures that exist with a county number that does not: nobody can carry such a number.
_AREAS = ("370199", "320199", "440199", "510199", "610199", "650199", "540199")
_DAYS = 1_000
"""Over how many days before `AS_OF` the accounts were opened."""
_HARD_NAME_EVERY = 500
_WHOLE_NAME_EVERY = 3
_CLASS_SIZE = 40


@dataclass(frozen=True, slots=True)
class LearnerWorld:
    """What learners are made from: the office, its programmes and the sample's names."""

    office: Office
    programmes: tuple[Programme, ...]
    sources: SampleSources


def fictional_learners(world: LearnerWorld, count: int, ids: SeededIds, chance: Random) -> Iterator[Learner]:
    """Yield ``count`` learners in the order in which their accounts were opened."""
    names = _Names(world.sources)
    for number in range(count):
        opened = AS_OF - timedelta(days=_DAYS - number * _DAYS // count)
        programme = world.programmes[number % len(world.programmes)]
        intake = opened.year if opened.month >= 9 else opened.year - 1
        cohort = number // len(world.programmes) // _CLASS_SIZE + 1
        student_number = f"{intake}{programme.code}{number + 1:06d}"
        yield Learner(
            learner=LearnerId(ids.new_id()),
            office=world.office.office,
            programme=programme.code,
            intake_year=intake,
            class_name=f"{programme.name_zh}{intake % 100:02d}{cohort:02d}班",
            account_number=account_number(world.office.school, opened.year, world.office.code, number + 1),
            account_state=AccountState.OPEN,
            opened_on=opened,
            profile=_profile(names.name(number, chance), student_number, intake, chance),
        )


def _profile(name: SampleName, student_number: str, intake: int, chance: Random) -> LearnerProfile:
    sex = chance.choice((Sex.MALE, Sex.FEMALE))
    born = date(intake - 19, 1, 1) + timedelta(days=chance.randrange(360))
    body = f"{chance.choice(_AREAS)}{born:%Y%m%d}{chance.randrange(500) * 2 + (sex is Sex.MALE):03d}"
    serial = int(student_number[-6:])
    return LearnerProfile(
        name=name.zh,
        document_kind=DocumentKind.RESIDENT_ID,
        document_number=body + resident_id_check_character(body),
        student_number=student_number,
        latin_name=name.latin,
        sex=sex,
        birth_date=born,
        ethnic_group="01",
        phone=f"100{chance.randrange(10**8):08d}",
        email=f"learner{serial:06d}@example.invalid",
        address=f"演示省示例市样本路 {serial} 号",
        is_veteran=serial % 20 == 0,
    )


class _Names:
    """Names that are hard to print now and then, the sample's given names, and most of them put together
    from two characters, so that there are about as many namesakes as among real people.
    """

    def __init__(self, sources: SampleSources) -> None:
        parts: NameParts = sources.parts
        self._hard = sources.hard_names
        self._surnames = parts.surnames
        self._given = (*parts.given_male, *parts.given_female)
        self._characters = sorted({character for name in self._given for character in name.zh})

    def name(self, number: int, chance: Random) -> SampleName:
        if number % _HARD_NAME_EVERY == 0:
            return self._hard[number // _HARD_NAME_EVERY % len(self._hard)]
        surname = chance.choice(self._surnames)
        if number % _WHOLE_NAME_EVERY == 0:
            given = chance.choice(self._given)
            return SampleName(surname.zh + given.zh, f"{surname.latin.upper()} {given.latin}")
        made = "".join(chance.choices(self._characters, k=chance.choice((1, 2, 2, 2))))
        return SampleName(surname.zh + made, "")
