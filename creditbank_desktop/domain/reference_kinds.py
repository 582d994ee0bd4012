"""What reference data there is: its kinds, their fields, and which of them decide something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.retention import RetainedSubject

LONGEST_TEXT = 200
LONGEST_LONG_TEXT = 2000
LONGEST_PICTURE = 220_000
"""Characters of a picture in base 64; it travels inside the operation, so that every device has it."""
LONGEST_HOLD_SECONDS = 3600
YES, NO = "yes", "no"
HARD_STOP = "hard_stop"
"""The key of the deadline that says after how many months a file must be closed."""
HOLD = "hold"
"""The key of the setting that says how many seconds an operation waits before it is sent."""


STUDIES = "studies"
"""The key of the retention entry that says after how many years a learner counts as graduated."""
FOR_GOOD, FOR_A_PERIOD = "for_good", "for_a_period"
LONGEST_RETENTION_YEARS, LONGEST_RETENTION_DAYS, LONGEST_STUDIES_YEARS = 100, 3650, 10


class ReferenceKind(StrEnum):
    """One table of reference data."""

    CERTIFICATE = "certificate"
    CONTEST = "contest"
    MOOC_PLATFORM = "mooc_platform"
    COURSE = "course"
    ISSUER = "issuer"
    PHRASE = "phrase"
    HOLIDAY = "holiday"
    DEADLINE = "deadline"
    OFFICE_TEXT = "office_text"
    SIGNATORY = "signatory"
    LETTERHEAD = "letterhead"
    NUMBER_FORMAT = "number_format"
    OFFICE_SETTING = "office_setting"
    RETENTION = "retention"


class FieldShape(StrEnum):
    """How the text of a field is to be read.

    Lists have one item a line, days are ISO, yes/no as such, files are PNG pictures in base 64.
    """

    TEXT = "text"
    LONG_TEXT = "long_text"
    LIST = "list"
    DAY = "day"
    WHOLE = "whole"
    CREDITS = "credits"
    CHOICE = "choice"
    YES_NO = "yes_no"
    CODE = "code"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field; ``decides`` says that a change of it needs a second person.

    ``least`` and ``most`` bound numbers (both included), ``most`` the length of texts; ``least`` of a text
    that must not be empty is 1 (``required``).
    """

    name: str
    shape: FieldShape = FieldShape.TEXT
    decides: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class KindSpec:
    """One kind: its fields in the order of forms and sheets.

    ``key_fields`` make the key of a new entry; ``fixed_keys`` are all keys that there can be, where they are
    fixed. ``additions_decide`` says that a new entry needs a second person.
    """

    kind: ReferenceKind
    fields: tuple[FieldSpec, ...]
    key_fields: tuple[str, ...] = ()
    fixed_keys: tuple[str, ...] = ()
    additions_decide: bool = True

    def field(self, name: str) -> FieldSpec | None:
        """Return the field of that name."""
        return next((spec for spec in self.fields if spec.name == name), None)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all fields."""
        return tuple(spec.name for spec in self.fields)

    @property
    def is_catalogue(self) -> bool:
        """Return whether it is a catalogue in which outcomes are looked up."""
        return self.kind in CATALOGUES

    @property
    def can_grow(self) -> bool:
        """Return whether entries can be added to it."""
        return not self.fixed_keys


CATALOGUES = (
    ReferenceKind.CERTIFICATE,
    ReferenceKind.CONTEST,
    ReferenceKind.MOOC_PLATFORM,
    ReferenceKind.COURSE,
    ReferenceKind.ISSUER,
)
PHRASE_PURPOSES = ("refusal", "departure", "partial", "supplement", "return", "not_accepted")
OFFICE_TEXTS = ("greeting", "legal_remedy", "opening_hours", "contact", "receipt_note", "footer")
NUMBERED_PAPERS = tuple(kind.value for kind in PaperKind if kind not in (PaperKind.RECEIPT, PaperKind.OTHER))
CERTIFICATE_TYPES = (
    "skill_certificate",
    "one_plus_x",
    "professional_qualification",
    "language_computer",
    "training",
    "other",
)
CONTEST_LEVELS = ("national", "provincial", "city", "school")
ORGANISER_KINDS = ("government", "association", "school", "enterprise")
ISSUER_KINDS = ("government", "school", "association", "enterprise", "examining_board")
LETTERHEAD_KEY = "office"

_S = FieldShape
_K = ReferenceKind
_ACTIVE = FieldSpec("active", _S.YES_NO, decides=True)


def _long(name: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, _S.LONG_TEXT, required=required, most=LONGEST_LONG_TEXT)


def _choice(name: str, choices: tuple[str, ...], *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, _S.CHOICE, decides=True, required=required, choices=choices)


def _list(name: str, *, decides: bool = False) -> FieldSpec:
    return FieldSpec(name, _S.LIST, decides=decides, most=LONGEST_LONG_TEXT)


_NAMES = (
    FieldSpec("name_zh", required=True),
    FieldSpec("name_en"),
    _list("aliases"),
    _list("codes", decides=True),
)
_STANDING = (
    FieldSpec("valid_from", _S.DAY, decides=True),
    FieldSpec("valid_to", _S.DAY, decides=True),
    _ACTIVE,
    FieldSpec("source"),
    _long("note"),
)
_CREDITS = FieldSpec("credits", _S.CREDITS, decides=True, most=50)
_HOURS = FieldSpec("hours", _S.WHOLE, decides=True, most=5000)


def _catalogue(kind: ReferenceKind, *fields: FieldSpec) -> KindSpec:
    return KindSpec(kind, (*_NAMES, *fields, *_STANDING), key_fields=("codes", "name_zh"))


_CATALOGUE_SPECS = (
    _catalogue(
        _K.CERTIFICATE,
        _choice("outcome_type", CERTIFICATE_TYPES, required=True),
        FieldSpec("issuer"),
        _list("levels", decides=True),
        _CREDITS,
        _HOURS,
    ),
    _catalogue(
        _K.CONTEST,
        FieldSpec("issuer"),
        _choice("organiser_kind", ORGANISER_KINDS, required=True),
        _choice("level", CONTEST_LEVELS, required=True),
    ),
    _catalogue(
        _K.MOOC_PLATFORM,
        FieldSpec("issuer"),
        _choice("organiser_kind", ORGANISER_KINDS),
        FieldSpec("address"),
    ),
    _catalogue(
        _K.COURSE,
        FieldSpec("issuer", required=True),
        FieldSpec("programme"),
        _CREDITS,
        _HOURS,
        FieldSpec("term"),
    ),
    _catalogue(
        _K.ISSUER,
        _choice("issuer_kind", ISSUER_KINDS, required=True),
        FieldSpec("social_credit_code", _S.CODE, decides=True, most=18),
        FieldSpec("address"),
    ),
)

_OFFICE_SPECS = (
    KindSpec(
        _K.PHRASE,
        (
            FieldSpec("purpose", _S.CHOICE, required=True, choices=PHRASE_PURPOSES),
            FieldSpec("code", _S.CODE, required=True, most=60),
            FieldSpec("text_zh", required=True),
            FieldSpec("text_en", required=True),
            FieldSpec("help_zh"),
            FieldSpec("help_en"),
            FieldSpec("active", _S.YES_NO),
        ),
        key_fields=("purpose", "code"),
        additions_decide=False,
    ),
    KindSpec(
        _K.HOLIDAY,
        (
            FieldSpec("date", _S.DAY, decides=True, required=True),
            _choice("day_kind", ("holiday", "makeup"), required=True),
            FieldSpec("name"),
            _choice("source", ("published", "statutory"), required=True),
            _ACTIVE,
        ),
        key_fields=("date",),
    ),
    KindSpec(
        _K.DEADLINE,
        (
            FieldSpec("days", _S.WHOLE, decides=True, required=True, least=1, most=365),
            _choice("unit", ("working", "calendar", "months"), required=True),
            FieldSpec("extension", _S.WHOLE, decides=True, most=365),
        ),
        fixed_keys=(*(step.value for step in Step), HARD_STOP),
    ),
    KindSpec(_K.OFFICE_TEXT, (_long("text_zh"), _long("text_en")), fixed_keys=OFFICE_TEXTS),
    KindSpec(
        _K.SIGNATORY,
        (
            FieldSpec("role_zh", required=True),
            FieldSpec("role_en"),
            FieldSpec("name", required=True),
            FieldSpec("valid_from", _S.DAY),
            FieldSpec("valid_to", _S.DAY),
            FieldSpec("active", _S.YES_NO),
        ),
        key_fields=("role_zh", "name"),
        additions_decide=False,
    ),
    KindSpec(
        _K.LETTERHEAD,
        (
            FieldSpec("heading_zh"),
            FieldSpec("heading_en"),
            FieldSpec("website"),
            FieldSpec("postcode", _S.CODE, most=10),
            FieldSpec("email"),
            FieldSpec("fax"),
            FieldSpec("seal", _S.FILE, decides=True, most=LONGEST_PICTURE),
        ),
        fixed_keys=(LETTERHEAD_KEY,),
    ),
    KindSpec(
        _K.NUMBER_FORMAT,
        (FieldSpec("prefix", _S.CODE, decides=True, required=True, least=2, most=4),),
        fixed_keys=NUMBERED_PAPERS,
    ),
    KindSpec(
        _K.OFFICE_SETTING,
        (FieldSpec("seconds", _S.WHOLE, decides=True, required=True, most=LONGEST_HOLD_SECONDS),),
        fixed_keys=(HOLD,),
    ),
    KindSpec(
        _K.RETENTION,
        (
            _choice("keep", (FOR_A_PERIOD, FOR_GOOD), required=True),
            FieldSpec("years", _S.WHOLE, decides=True, required=True, most=LONGEST_RETENTION_YEARS),
            FieldSpec("days", _S.WHOLE, decides=True, required=True, most=LONGEST_RETENTION_DAYS),
        ),
        fixed_keys=(*(subject.value for subject in RetainedSubject), STUDIES),
    ),
)

SPECS: Mapping[ReferenceKind, KindSpec] = MappingProxyType(
    {spec.kind: spec for spec in (*_CATALOGUE_SPECS, *_OFFICE_SPECS)}
)


def spec_of(kind: str) -> KindSpec | None:
    """Return what is known of a kind, None for one from a newer program."""
    try:
        return SPECS[ReferenceKind(kind)]
    except ValueError:
        return None
