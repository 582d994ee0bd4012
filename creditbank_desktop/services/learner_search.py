"""Turns what the store found into hits that screens show, the exact ones first."""

from __future__ import annotations

from dataclasses import replace

from creditbank_desktop.domain.folding import without_spaces
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.masking import PersonalField, masked
from creditbank_desktop.domain.names import normalise_name
from creditbank_desktop.models import views as stored
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.ports import Curriculum
from creditbank_desktop.services.views_learners import LearnerHit, LearnerHits, Matched

OWN_CODE_PREFIX = "CB:"
"""What stands before our own codes when a scanner reads them."""

_BEHIND_EVERY_ID = "\U0010ffff"
_MATCHED = {
    "student_number": Matched.STUDENT_NUMBER,
    "account_number": Matched.ACCOUNT_NUMBER,
    "document_number": Matched.DOCUMENT_NUMBER,
    "pinyin": Matched.PINYIN,
    "initials": Matched.INITIALS,
    "phone_tail": Matched.PHONE,
}
_NUMBERS = (Matched.STUDENT_NUMBER, Matched.ACCOUNT_NUMBER, Matched.DOCUMENT_NUMBER)


def find_learners(reader: Reader, text: str, limit: int, curriculum: Curriculum) -> LearnerHits:
    """Return learners for what was typed or scanned; `only` is set when exactly one fits exactly.

    A merged record answers with the one that it was merged into, once.
    """
    wanted = without_own_prefix(text)
    found = reader.find_learners(wanted, limit + 1)
    hits: dict[LearnerId, LearnerHit] = {}
    for hit in found:
        # The number of an account that was merged away is as good as that of the one that stayed.
        is_exact = _is_exact(hit, _MATCHED.get(hit.matched, Matched.NAME), wanted)
        resolved = _canonical(reader, hit)
        known = hits.get(resolved.learner)
        if known is None or (is_exact and not known.exact):
            hits[resolved.learner] = replace(_view(resolved, wanted, curriculum), exact=is_exact)
    ranked = sorted(hits.values(), key=_rank)[:limit]
    exact = [hit for hit in ranked if hit.exact]
    only = exact[0] if len(exact) == 1 else None
    return LearnerHits(text, tuple(ranked), only, more=len(found) > limit)


def roll_page(
    reader: Reader, after: tuple[str, ...] | None, limit: int, curriculum: Curriculum
) -> tuple[LearnerHit, ...]:
    """Return up to ``limit`` learners behind the key ``after``, ordered by account number."""
    return tuple(_view(hit, "", curriculum) for hit in reader.learner_page(after, limit))


def list_learners(reader: Reader, after: str, limit: int, curriculum: Curriculum) -> tuple[LearnerHit, ...]:
    """Return learners in the order of their account numbers, which are unique, behind ``after``."""
    place = (after, _BEHIND_EVERY_ID) if after else None
    return tuple(_view(hit, "", curriculum) for hit in reader.learner_page(place, limit))


def without_own_prefix(text: str) -> str:
    """Return what was typed or scanned without the mark of our own codes."""
    plain = text.strip()
    return plain[len(OWN_CODE_PREFIX) :] if plain.upper().startswith(OWN_CODE_PREFIX) else plain


def hit_of(learner: Learner, curriculum: Curriculum, matched: Matched = Matched.NAME) -> LearnerHit:
    """Return how a list shows a learner."""
    profile = learner.profile
    programme = curriculum.programme(learner.programme, learner.intake_year)
    return LearnerHit(
        learner=learner.learner,
        name="" if profile is None else profile.name,
        student_number="" if profile is None else profile.student_number,
        account_number=learner.account_number,
        masked_document=""
        if profile is None
        else masked(PersonalField.DOCUMENT_NUMBER, profile.document_number),
        programme=learner.programme,
        programme_name_zh="" if programme is None else programme.name_zh,
        programme_name_en="" if programme is None else programme.name_en,
        class_name=learner.class_name,
        matched=matched,
        exact=True,
    )


def _canonical(reader: Reader, hit: stored.LearnerHit) -> stored.LearnerHit:
    if hit.alias_of is None:
        return hit
    learner = reader.learner(hit.alias_of)
    if learner is None:
        return hit
    profile = learner.profile
    return stored.LearnerHit(
        learner=learner.learner,
        name=None if profile is None else profile.name,
        latin_name=None if profile is None else profile.latin_name,
        student_number=None if profile is None else profile.student_number,
        account_number=learner.account_number,
        document_number=None if profile is None else profile.document_number,
        programme=learner.programme,
        class_name=learner.class_name,
        matched=hit.matched,
    )


def _view(hit: stored.LearnerHit, wanted: str, curriculum: Curriculum) -> LearnerHit:
    matched = _MATCHED.get(hit.matched, Matched.NAME)
    programme = curriculum.programme(hit.programme)
    return LearnerHit(
        learner=hit.learner,
        name=hit.name or "",
        student_number=hit.student_number or "",
        account_number=hit.account_number,
        masked_document=masked(PersonalField.DOCUMENT_NUMBER, hit.document_number or ""),
        programme=hit.programme,
        programme_name_zh="" if programme is None else programme.name_zh,
        programme_name_en="" if programme is None else programme.name_en,
        class_name=hit.class_name,
        matched=matched,
        exact=_is_exact(hit, matched, wanted),
    )


def _is_exact(hit: stored.LearnerHit, matched: Matched, wanted: str) -> bool:
    if matched in _NUMBERS:
        numbers = (hit.student_number, hit.account_number, hit.document_number)
        return without_spaces(wanted).upper() in [number for number in numbers if number]
    return matched is Matched.NAME and hit.name == normalise_name(wanted)


def _rank(hit: LearnerHit) -> tuple[bool, int]:
    order = (*_NUMBERS, Matched.NAME, Matched.PINYIN, Matched.INITIALS, Matched.PHONE, Matched.RECEIPT_NUMBER)
    return (not hit.exact, order.index(hit.matched))
