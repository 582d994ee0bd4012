"""The texts by which a learner is found: numbers, names, pinyin, initials and the telephone's tail."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from creditbank_desktop.domain.folding import fold_width
from creditbank_desktop.domain.learners import Learner, LearnerProfile
from creditbank_desktop.domain.names import split_surname
from creditbank_desktop.models.pinyin import Reading, readings


class SearchKind(StrEnum):
    """What a search text is."""

    ACCOUNT_NUMBER = "account_number"
    STUDENT_NUMBER = "student_number"
    DOCUMENT_NUMBER = "document_number"
    NAME = "name"
    FORMER_NAME = "former_name"
    LATIN_NAME = "latin_name"
    PINYIN = "pinyin"
    INITIALS = "initials"
    PHONE_TAIL = "phone_tail"


def fold_search(text: str) -> str:
    """Return ``text`` as it is searched: without accents, in lower case, letters and digits only."""
    folded = unicodedata.normalize("NFKD", fold_width(text)).casefold()
    return "".join(character for character in folded if character.isalnum())


def phone_tail_key(digits: str) -> str:
    """Return the key under which a number ending in ``digits`` is found: the digits backwards, marked as
    such.
    """
    return "~" + digits[::-1]


def search_keys(learner: Learner) -> tuple[tuple[str, str], ...]:
    """Return (text, kind) of everything that the learner is found by, each once."""
    found = [(fold_search(learner.account_number), SearchKind.ACCOUNT_NUMBER)]
    if learner.profile is not None:
        found += _profile_keys(learner.profile)
    return tuple(dict.fromkeys((text, kind.value) for text, kind in found if text and text != "~"))


def _profile_keys(profile: LearnerProfile) -> list[tuple[str, SearchKind]]:
    phone = "".join(character for character in fold_width(profile.phone) if character.isdigit())
    found = [
        (fold_search(profile.student_number), SearchKind.STUDENT_NUMBER),
        (fold_search(profile.document_number), SearchKind.DOCUMENT_NUMBER),
        (phone_tail_key(phone), SearchKind.PHONE_TAIL),
    ]
    found += [(text, SearchKind.NAME) for text in _name_texts(profile.name)]
    found += [(text, SearchKind.FORMER_NAME) for text in _name_texts(profile.former_name)]
    found += [(text, SearchKind.LATIN_NAME) for text in _latin_texts(profile.latin_name)]
    for name in filter(None, (profile.name, profile.former_name)):
        for reading in readings(name):
            found += _spoken(reading)
    return found


def _name_texts(name: str) -> list[str]:
    """Return the name and its given part, so that 伟 finds 张伟 too."""
    return [fold_search(name), fold_search(split_surname(name)[1])]


def _latin_texts(name: str) -> list[str]:
    """Return the Latin name in both orders: people type either."""
    words = name.split()
    turned = [*words[1:], *words[:1]]
    return [fold_search(" ".join(words)), fold_search(" ".join(turned))]


def _spoken(reading: Reading) -> list[tuple[str, SearchKind]]:
    spellings = {reading.full}
    if any("v" in syllable for syllable in reading.syllables):
        spellings |= {reading.full.replace("v", instead) for instead in ("u", "yu")}
    return [
        *((text, SearchKind.PINYIN) for text in sorted(spellings)),
        (reading.initials, SearchKind.INITIALS),
    ]
