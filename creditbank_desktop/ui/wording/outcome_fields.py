"""Words for the fields of learning outcomes and for the codes that may stand in them."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import Words, mark, tr

FIELDS: Mapping[str, str] = {
    "title": mark("Title"),
    "aliases": mark("Other titles"),
    "issuer": mark("Issuer"),
    "issued_on": mark("Issue date"),
    "valid_until": mark("Valid until"),
    "evidence_number": mark("Evidence number"),
    "level": mark("Level"),
    "hours": mark("Hours"),
    "raw_score": mark("Score"),
    "score_scale": mark("Scale of the score"),
    "language": mark("Language of the evidence"),
    "verified_by": mark("How verified"),
    "verification_state": mark("Verification"),
    "school": mark("School"),
    "programme": mark("Programme"),
    "course_code": mark("Course code"),
    "credits": mark("Credits there"),
    "grade": mark("Grade"),
    "term": mark("Term"),
    "syllabus": mark("Syllabus"),
    "content_match_percent": mark("Content match"),
    "occupation": mark("Occupation"),
    "is_core_of_major": mark("Core skill of the major"),
    "code": mark("Certificate code"),
    "ratified_credits": mark("Ratified credits"),
    "platform": mark("Platform"),
    "tasks_percent": mark("Tasks done"),
    "award": mark("Award"),
    "rank": mark("Rank"),
    "team_size": mark("Team size"),
    "member_rank": mark("Place in the team"),
    "organiser_kind": mark("Kind of organiser"),
    "employer": mark("Employer"),
    "unified_social_credit_code": mark("Social credit code"),
    "post": mark("Post"),
    "from_on": mark("From"),
    "to_on": mark("To"),
    "social_security_record": mark("Social security record"),
    "is_relevant": mark("Relevant to the programme"),
    "full_time": mark("Full time"),
    "provider": mark("Provider"),
    "subject": mark("Subject"),
    "examining_board": mark("Examining board"),
    "unit": mark("Unit of service"),
    "discharge_number": mark("Discharge number"),
    "patent_kind": mark("Kind of right"),
    "inventor_rank": mark("Place among the inventors"),
    "journal": mark("Journal"),
    "journal_number": mark("Number of the journal"),
    "author_rank": mark("Place among the authors"),
    "test": mark("Test"),
    "organiser": mark("Organiser"),
    "description": mark("Description"),
}

_SKILL_LEVELS: Mapping[str, str] = {
    "5": mark("Level five (junior)"),
    "4": mark("Level four (intermediate)"),
    "3": mark("Level three (senior)"),
    "2": mark("Level two (technician)"),
    "1": mark("Level one (senior technician)"),
    "junior": mark("Junior"),
    "intermediate": mark("Intermediate"),
    "senior": mark("Senior"),
    "national": mark("National"),
    "provincial": mark("Provincial"),
    "city": mark("City"),
    "school": mark("School level"),
    "core": mark("Core journal"),
    "general": mark("General journal"),
}

_TEST_LEVELS: Mapping[str, str] = {
    "1": mark("Grade 1"),
    "2": mark("Grade 2"),
    "3": mark("Grade 3"),
    "4": mark("Grade 4"),
    "6": mark("Grade 6"),
    "b": mark("Band B"),
}

CHOICES: Mapping[str, Mapping[str, str]] = {
    "level": _SKILL_LEVELS,
    "score_scale": {
        "percent": mark("Out of 100"),
        "five_level": mark("Five grades"),
        "pass_fail": mark("Passed or failed"),
        "points": mark("Points"),
    },
    "language": {"zh": mark("Chinese"), "en": mark("English"), "other": mark("Another language")},
    "verified_by": {
        "none": mark("Not verified"),
        "original_seen": mark("Original seen"),
        "online": mark("Looked up online"),
        "letter": mark("Letter of inquiry"),
    },
    "award": {
        "first": mark("First prize"),
        "second": mark("Second prize"),
        "third": mark("Third prize"),
        "excellent": mark("Prize of excellence"),
    },
    "organiser_kind": {
        "government": mark("Public authority"),
        "association": mark("Association"),
        "school": mark("A school"),
        "enterprise": mark("Enterprise"),
    },
    "patent_kind": {
        "invention": mark("Invention"),
        "utility": mark("Utility model"),
        "design": mark("Design"),
        "software": mark("Software right"),
    },
    "test": {
        "cet4": mark("CET-4"),
        "cet6": mark("CET-6"),
        "english_b": mark("English proficiency, band B"),
        "english_provincial_3": mark("Provincial English test, grade 3"),
        "computer_1": mark("Computer rank, grade 1"),
        "computer_2": mark("Computer rank, grade 2"),
        "other": mark("Another test"),
    },
}

UNITS: Mapping[str, str] = {
    "hours": mark("{value} h"),
    "percent": mark("{value} %"),
    "credits": mark("{value} credits"),
}


def word_outcome_field(name: str) -> Words | str:
    """Name of a field of an outcome."""
    return tr(FIELDS[name]) if name in FIELDS else name


def word_outcome_choice(name: str, code: str, outcome_type: str = "") -> Words | str:
    """Value of a field that offers choices; the levels of tests are read differently from those of skills."""
    table = CHOICES.get(name, {})
    if name == "level" and outcome_type == "language_computer":
        table = _TEST_LEVELS
    return tr(table[code]) if code in table else code


def word_with_unit(value: str, unit: str) -> Words | str:
    """A number with its unit; ``unit`` "" leaves the number alone."""
    return tr(UNITS[unit]).format(value=value) if unit in UNITS else value
