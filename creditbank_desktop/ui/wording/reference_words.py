"""Words for reference data: its tables, their fields and choices, and what became of an entry."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.wording.names import PAPER_KINDS, STEPS, word_outcome_type
from creditbank_desktop.ui.wording.privacy_words import SUBJECT_WORDS

TABLES: Mapping[str, str] = {
    "certificate": mark("Certificates"),
    "contest": mark("Contests"),
    "mooc_platform": mark("Course platforms"),
    "course": mark("Courses elsewhere"),
    "issuer": mark("Issuers"),
    "phrase": mark("Phrases"),
    "holiday": mark("Days off"),
    "deadline": mark("Deadlines"),
    "office_text": mark("Texts of papers"),
    "signatory": mark("Signatories"),
    "letterhead": mark("Letterhead"),
    "number_format": mark("Numbers of papers"),
    "office_setting": mark("Office settings"),
    "retention": mark("Retention rules"),
}

ADDING: Mapping[str, str] = {
    "certificate": mark("Add a certificate"),
    "contest": mark("Add a contest"),
    "mooc_platform": mark("Add a platform"),
    "course": mark("Add a course"),
    "issuer": mark("Add an issuer"),
    "phrase": mark("Add a phrase"),
    "holiday": mark("Add a day"),
    "signatory": mark("Add a signatory"),
}

EMPTY_TABLES: Mapping[str, str] = {
    "certificate": mark("No certificates yet. Add one, or import a list."),
    "contest": mark("No contests yet. Add one, or import a list."),
    "mooc_platform": mark("No platforms yet. Add one, or import a list."),
    "course": mark("No courses yet. Add one, or import a list."),
    "issuer": mark("No issuers yet. Add one, or import a list."),
    "phrase": mark("No phrases for this purpose."),
    "signatory": mark("Nobody signs papers yet. Add who does."),
}

FIELDS: Mapping[str, str] = {
    "name_zh": mark("Chinese name"),
    "name_en": mark("English name"),
    "aliases": mark("Other names"),
    "codes": mark("Codes"),
    "outcome_type": mark("Kind of outcome"),
    "issuer": mark("Issued by"),
    "levels": mark("Levels"),
    "credits": mark("Credits"),
    "hours": mark("Hours"),
    "organiser_kind": mark("Organised by"),
    "level": mark("Level"),
    "address": mark("Address"),
    "programme": mark("Programme"),
    "term": mark("Term"),
    "issuer_kind": mark("Kind of body"),
    "social_credit_code": mark("Unified social credit code"),
    "valid_from": mark("Valid from"),
    "valid_to": mark("Valid to"),
    "active": mark("In use"),
    "source": mark("Source"),
    "note": mark("Note"),
    "purpose": mark("Used for"),
    "code": mark("Code"),
    "text_zh": mark("Chinese text"),
    "text_en": mark("English text"),
    "help_zh": mark("What would help, in Chinese"),
    "help_en": mark("What would help, in English"),
    "date": mark("Day"),
    "day_kind": mark("Kind of day"),
    "name": mark("Name"),
    "days": mark("Days"),
    "unit": mark("Counted in"),
    "extension": mark("Extension"),
    "role_zh": mark("Post in Chinese"),
    "role_en": mark("Post in English"),
    "heading_zh": mark("Heading in Chinese"),
    "heading_en": mark("Heading in English"),
    "website": mark("Website"),
    "postcode": mark("Postcode"),
    "email": mark("E-mail"),
    "fax": mark("Fax"),
    "seal": mark("Seal"),
    "prefix": mark("Letters in the number"),
    "seconds": mark("Seconds"),
    "keep": mark("Kept"),
    "years": mark("Years"),
}

SPECIAL_FIELDS: Mapping[str, str] = {
    "mooc_platform.address": mark("Web address"),
    "mooc_platform.issuer": mark("Run by"),
    "course.issuer": mark("School or platform"),
    "contest.issuer": mark("Organiser"),
    "deadline.days": mark("How long"),
    "retention.days": mark("and days"),
    "holiday.source": mark("Known from"),
    "holiday.name": mark("Holiday"),
}

NOTES: Mapping[str, str] = {
    "aliases": mark("One a line: under which other names learners know it."),
    "codes": mark("One a line."),
    "levels": mark("One a line, the highest first."),
    "source": mark("Where it was published, for whoever checks it."),
    "years": mark("Years end on 31 December."),
    "extension": mark("How many days more can be given once; 0 for none."),
    "help_zh": mark("Printed under a refusal, so that the learner knows what to do."),
    "prefix": mark("Two to four capital letters."),
    "seconds": mark("So long an act waits here, and can be undone, before it is sent."),
    "code": mark("Stays for good; decisions name it."),
    "social_credit_code": mark("18 characters; the last one checks the others."),
}

CHOICES: Mapping[str, str] = {
    "organiser_kind.government": mark("Government"),
    "organiser_kind.association": mark("Association"),
    "organiser_kind.school": mark("School"),
    "organiser_kind.enterprise": mark("Enterprise"),
    "issuer_kind.government": mark("Government"),
    "issuer_kind.school": mark("School"),
    "issuer_kind.association": mark("Association"),
    "issuer_kind.enterprise": mark("Enterprise"),
    "issuer_kind.examining_board": mark("Examining board"),
    "level.national": mark("National"),
    "level.provincial": mark("Provincial"),
    "level.city": mark("City"),
    "level.school": mark("School level"),
    "purpose.refusal": mark("Refusing an outcome"),
    "purpose.departure": mark("Departing from the rules"),
    "purpose.partial": mark("Recognising in part"),
    "purpose.supplement": mark("Asking for a supplement"),
    "purpose.return": mark("Returning a file"),
    "purpose.not_accepted": mark("Not taking a file in"),
    "day_kind.holiday": mark("Day off"),
    "day_kind.makeup": mark("Worked to make up"),
    "source.published": mark("The yearly arrangement"),
    "source.statutory": mark("The regulation on holidays"),
    "unit.working": mark("Working days"),
    "unit.calendar": mark("Calendar days"),
    "unit.months": mark("Months"),
    "keep.for_a_period": mark("for a time"),
    "keep.for_good": mark("for good"),
}

TEXT_KEYS: Mapping[str, str] = {
    "greeting": mark("Opening of letters"),
    "legal_remedy": mark("How to appeal"),
    "opening_hours": mark("Opening hours"),
    "contact": mark("How to reach the office"),
    "receipt_note": mark("Note on receipts"),
    "footer": mark("Last line of papers"),
    "hard_stop": mark("File closed at the latest"),
    "office": mark("Letterhead"),
    "hold": mark("Delay before sending"),
    "studies": mark("Length of studies"),
}

STATES: Mapping[str, str] = {
    "pending": mark("Waits for approval"),
    "approved": mark("Approved"),
    "rejected": mark("Rejected"),
    "withdrawn": mark("Withdrawn"),
}


def word_table(kind: str) -> Words | str:
    """What a table is called."""
    return tr(TABLES[kind]) if kind in TABLES else kind


def word_adding(kind: str) -> Words:
    """What adding to a table is called."""
    return tr(ADDING.get(kind, _ADD))


def word_empty_table(kind: str) -> Words:
    """What stands where a table has no rows."""
    return tr(EMPTY_TABLES.get(kind, _EMPTY))


def word_field(kind: str, name: str) -> Words | str:
    """What a field is called."""
    source = SPECIAL_FIELDS.get(f"{kind}.{name}") or FIELDS.get(name)
    return tr(source) if source is not None else name


def word_field_note(kind: str, name: str) -> Words | str:
    """What is to be known of a field, "" where nothing is."""
    source = NOTES.get(name)
    return tr(source) if source is not None and not (kind == "holiday" and name == "source") else ""


def word_choice(name: str, choice: str) -> Words | str:
    """One of the values of a field."""
    if name == "outcome_type":
        return word_outcome_type(choice)
    source = CHOICES.get(f"{name}.{choice}")
    return tr(source) if source is not None else choice


def word_key(kind: str, key: str) -> Words | str:
    """What an entry is called whose key is fixed."""
    table = {"deadline": STEPS, "number_format": PAPER_KINDS, "retention": SUBJECT_WORDS}.get(kind, TEXT_KEYS)
    source = table.get(key) or TEXT_KEYS.get(key)
    return tr(source) if source is not None else key


def word_proposal_state(state: str) -> Words | str:
    """How a proposal stands."""
    return tr(STATES[state]) if state in STATES else state


_ADD = mark("Add an entry")
_EMPTY = mark("Nothing here yet.")
