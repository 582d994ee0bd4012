"""The phrase book: standard reasons behind decisions, refusals and returns, in words.

``PhrasesInForce(views)``: ``codes(*purposes)`` to choose from, ``words(code)``, ``number(code)``,
``digit(purpose, code)``. Without views it has the phrases that the program ships.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import east_asian_width

from creditbank_desktop.domain.reference_kinds import PHRASE_PURPOSES
from creditbank_desktop.services.phrase_book import (
    DEPARTURE_REASONS,
    NOT_ACCEPTED_REASONS,
    REFUSAL_REASONS,
    RETURN_REASONS,
    REVIEW_REASONS,
    SUPPLEMENT_PHRASES,
)
from creditbank_desktop.services.views_reference import PhraseView
from creditbank_desktop.ui.i18n import Words, again, mark, tr
from creditbank_desktop.ui.wording.registry_names import local_name

REASONS: Mapping[str, str] = {
    "content_match_lower": mark("The content agrees less than the rule assumes"),
    "content_match_higher": mark("The content agrees more than the rule assumes"),
    "level_not_comparable": mark("The level is not comparable"),
    "hours_not_proven": mark("The hours are not proven"),
    "partly_covered": mark("The outcome covers the course only in part"),
    "precedent": mark("As like cases were decided before"),
    "panel_judgement": mark("Judgement of the panel"),
    "target_fits_better": mark("Another course fits better"),
    "programme_rule": mark("A regulation of the programme says otherwise"),
    "rule_gap": mark("The rules do not cover this case"),
    "no_rule": mark("No rule gives credit for this outcome"),
    "below_score": mark("The score is below what is asked for"),
    "below_hours": mark("The hours are below what is asked for"),
    "expired": mark("The outcome is out of date"),
    "content_match_too_low": mark("The content does not agree enough"),
    "cap_reached": mark("The most that can be recognised is reached"),
    "already_used": mark("The outcome was used before"),
    "target_excluded": mark("The course is excluded from recognition"),
    "not_genuine": mark("The evidence is not genuine"),
    "not_relevant": mark("The outcome has nothing to do with the programme"),
    "materials_missing": mark("Materials are missing"),
    "not_of_this_office": mark("Another office is in charge"),
    "not_a_learner_here": mark("The applicant is no learner of this school"),
    "programme_closed": mark("The programme is closed"),
    "outcome_not_recognisable": mark("Such an outcome cannot be recognised"),
    "duplicate": mark("The outcome was applied for before"),
    "barred": mark("The applicant is barred for the time being"),
    "copy_not_stamped": mark("The copy is not stamped"),
    "copy_not_signed": mark("The copy is not signed and dated"),
    "original_not_shown": mark("The original was not shown for comparison"),
    "scan_unreadable": mark("The scan cannot be read"),
    "page_missing": mark("A page is missing"),
    "name_differs": mark("The name differs from the identity document; an explanation is needed"),
    "number_unreadable": mark("The number of the certificate cannot be read"),
    "hours_not_stated": mark("The hours are not stated"),
    "syllabus_missing": mark("The syllabus is missing"),
    "translation_missing": mark("A translation is missing"),
    "authorisation_missing": mark("The proxy's authorisation is missing"),
    "materials_unclear": mark("The materials are unclear"),
    "wrong_rule": mark("The wrong rule was applied"),
    "wrong_target": mark("The wrong course was chosen"),
    "credits_wrong": mark("The credits are wrong"),
    "reason_missing": mark("The reason is missing or too short"),
    "other": mark("Another reason, as written below"),
}


def word_reason(code: str) -> Words | str:
    """A reason of the phrase book."""
    return tr(REASONS[code]) if code in REASONS else code


FIRST_NUMBER = 11
LAST_DIGIT = 9
SHORT_COLUMNS = 60
"""How wide a phrase may be beside a radio button, which does not wrap; a Chinese character takes two."""

SHIPPED: Mapping[str, tuple[str, ...]] = {
    "refusal": REFUSAL_REASONS,
    "departure": DEPARTURE_REASONS,
    "return": RETURN_REASONS,
    "not_accepted": NOT_ACCEPTED_REASONS,
    "supplement": SUPPLEMENT_PHRASES,
}
"""By purpose: the phrases that screens offer without the office's doing, in their order."""


class OwnWords(Words):
    """A text of the office in both languages, told in the language in force."""

    __slots__ = ("_en", "_zh")

    _zh: str
    _en: str

    def __new__(cls, zh: str, en: str) -> OwnWords:
        """Tell the text in the language in force; each may be words of the program."""
        words = str.__new__(cls, again(local_name(zh, en)))
        words._zh, words._en = zh, en
        return words

    def again(self) -> OwnWords:
        """Return the same text in the language that is in force now."""
        return OwnWords(self._zh, self._en)


class PhrasesInForce:
    """The phrases that the office works with; never changed, named in the module's text."""

    def __init__(self, views: Iterable[PhraseView] = ()) -> None:
        """Lay the office's phrases over the shipped ones."""
        self._views = {(view.purpose, view.code): view for view in views}
        known = (*REVIEW_REASONS, *RETURN_REASONS)
        more = (view.code for view in self._views.values() if view.own_zh and view.code not in REASONS)
        # The number is part of how people know a phrase: one out of use keeps it.
        codes = dict.fromkeys((*known, *more))
        self._numbers = {code: FIRST_NUMBER + place for place, code in enumerate(codes)}

    def codes(self, *purposes: str) -> tuple[str, ...]:
        """Return the phrases in use for ``purposes``: shipped ones first, then the office's."""
        found: dict[str, None] = {}
        for purpose in purposes:
            shipped = SHIPPED.get(purpose, ())
            for code in shipped:
                view = self._views.get((purpose, code))
                if view is None or view.is_active:
                    found[code] = None
        for view in self._views.values():
            if view.purpose in purposes and view.is_active and (view.own_zh or view.own_en):
                found[view.code] = None
        return tuple(found)

    def words(self, code: str, *, short: bool = False) -> Words | str:
        """Return a phrase in the words of the office, also one out of use, else in those of the program.

        ``short`` cuts what the office wrote to one line of a form.
        """
        for purpose in PHRASE_PURPOSES:
            view = self._views.get((purpose, code))
            if view is not None and (view.own_zh or view.own_en):
                shipped = word_reason(code) if code in REASONS else ""
                own = [_cut(text) if short else text for text in (view.own_zh, view.own_en)]
                return OwnWords(own[0] or shipped, own[1] or shipped)
        return word_reason(code)

    def knows(self, code: str) -> bool:
        """Return whether there is such a phrase, in use or not."""
        return code in REASONS or any(view.code == code for view in self._views.values())

    def number(self, code: str) -> int | None:
        """Return the number by which people know a phrase of the evaluation, None for one without."""
        return self._numbers.get(code)

    def digit(self, purpose: str, code: str) -> str:
        """Return the key that chooses a phrase of a short list, "" for one beyond the ninth.

        A phrase keeps its key when another goes out of use.
        """
        own = (view.code for view in self._views.values() if view.purpose == purpose)
        codes = list(dict.fromkeys((*SHIPPED.get(purpose, ()), *own)))
        place = codes.index(code) + 1 if code in codes else LAST_DIGIT + 1
        return str(place) if place <= LAST_DIGIT else ""


def _cut(text: str) -> str:
    width = 0
    for place, character in enumerate(text):
        width += 2 if east_asian_width(character) in "WF" else 1
        if width > SHORT_COLUMNS:
            return f"{text[:place].rstrip()}…"
    return text
