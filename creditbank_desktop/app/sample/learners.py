"""Plans the sample learners: names that are hard to print first, then seeded combinations."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from creditbank_desktop.app.sample.sources import NameParts, SampleName, SampleSources
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.learners import Sex
from creditbank_desktop.domain.programmes import Programme
from creditbank_desktop.domain.resident_ids import resident_id_check_character
from creditbank_desktop.services.views_learners import LearnerForm

# Prefectures that exist with a county number that does not: nobody can carry such a number.
_AREAS = ("370199", "320199", "440199", "510199", "610199", "650199", "540199")
_CLASSES = {"460301": "机电", "510201": "计应", "530701": "电商"}
"""What classes of a programme are called, as colleges shorten it."""
_HAN = "01"
_OTHER_GROUPS = ("03", "04", "05", "11", "15")
_VETERAN_EVERY = 20
_CLASS_SIZE = 30
_INTAKES_BACK = 3


@dataclass(frozen=True, slots=True)
class LearnerPlan:
    """One learner as the counter would type them in; ``number`` counts from 0."""

    number: int
    form: LearnerForm


@dataclass(frozen=True, slots=True)
class LearnerOrder:
    """What learners to plan: how many, as of which day, and which names the fonts can draw."""

    count: int
    today: date
    can_draw: Callable[[str], bool]


def plan_learners(
    sources: SampleSources, programmes: tuple[Programme, ...], order: LearnerOrder, random: Random
) -> tuple[LearnerPlan, ...]:
    """Return ``order.count`` learners with distinct names and numbers, spread evenly over ``programmes``.

    Names that ``order.can_draw`` turns down are left out. The same ``random`` state gives the same learners.
    """
    names = _names(sources, order, random)
    return tuple(
        LearnerPlan(number, _form(number, name, sex, _Place(programmes, order.today), random))
        for number, (name, sex) in zip(range(order.count), names, strict=False)
    )


@dataclass(frozen=True, slots=True)
class _Place:
    programmes: tuple[Programme, ...]
    today: date


def _names(sources: SampleSources, order: LearnerOrder, random: Random) -> Iterator[tuple[SampleName, Sex]]:
    used = set()
    for place, name in enumerate(sources.hard_names):
        if order.can_draw(name.zh + name.latin):
            used.add(name.zh)
            yield name, Sex.FEMALE if place % 2 else Sex.MALE
    while True:
        sex = random.choice((Sex.MALE, Sex.FEMALE))
        name = _combine(sources.parts, sex, random)
        if name.zh not in used and order.can_draw(name.zh):
            used.add(name.zh)
            yield name, sex


def _combine(parts: NameParts, sex: Sex, random: Random) -> SampleName:
    surname = random.choice(parts.surnames)
    given = random.choice(parts.given_male if sex is Sex.MALE else parts.given_female)
    return SampleName(surname.zh + given.zh, f"{surname.latin.upper()} {given.latin}")


def _form(number: int, name: SampleName, sex: Sex, place: _Place, random: Random) -> LearnerForm:
    programme = place.programmes[number % len(place.programmes)]
    newest = place.today.year if place.today.month >= 9 else place.today.year - 1
    intake = newest - random.randrange(_INTAKES_BACK)
    is_veteran = number % _VETERAN_EVERY == _VETERAN_EVERY - 1
    age_days = (intake - (22 if is_veteran else 19), random.randrange(360))
    born = date(age_days[0], 1, 1) + timedelta(days=age_days[1])
    foreign = _is_foreign(name.zh)
    document = _passport(number) if foreign else _resident_id(number, born, sex, random)
    group = _HAN if len(name.zh) <= 4 else random.choice(_OTHER_GROUPS)
    cohort = number // len(place.programmes) // _CLASS_SIZE + 1
    return LearnerForm(
        name=name.zh,
        document_kind=DocumentKind.PASSPORT if foreign else DocumentKind.RESIDENT_ID,
        document_number=document,
        student_number=f"{intake}{programme.code}{number + 1:04d}",
        latin_name=name.latin,
        sex=sex.value,
        birth_date=born.isoformat(),
        ethnic_group="" if foreign else group,
        phone=f"1000000{number + 1:04d}",
        email=f"learner{number + 1:03d}@example.invalid",
        address=f"演示省示例市样本路 {number + 1} 号",
        programme=programme.code,
        intake_year=str(intake),
        class_name=f"{_CLASSES.get(programme.code, programme.name_zh)}{intake % 100:02d}{cohort:02d}",
        is_veteran=is_veteran,
    )


def _resident_id(number: int, born: date, sex: Sex, random: Random) -> str:
    # The sequence number holds the learner's number, so that no two learners share one.
    sequence = (number * 2 + (1 if sex is Sex.MALE else 0)) % 1000
    body = f"{random.choice(_AREAS)}{born:%Y%m%d}{sequence:03d}"
    return body + resident_id_check_character(body)


def _passport(number: int) -> str:
    return f"X{number:03d}00000"


def _is_foreign(name: str) -> bool:
    return any("LATIN" in unicodedata.name(character, "") for character in name)
