"""What the counter fills in and gets back: outcomes as typed, drafts, pre-assessment and receipts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.decisions import FREE_CREDITS, Target
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Problem, Severity
from creditbank_desktop.domain.ids import ApplicationId, EvidenceId, LearnerId, LineId
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.scans import ScannedDocument
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_applications import DuplicateView, SuggestionView


class FieldKind(StrEnum):
    """What may be typed into a field of an outcome."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    CREDITS = "credits"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of an outcome type, in the order of the form.

    ``name`` is the key in `OutcomeForm.fields` and in the problems' field; ``choices`` are the codes of a
    CHOICE (worded by the screen as outcome_field.<name>.<choice>); a FLAG is "true" or "". ``unit`` is
    "hours", "percent", "credits" or "". ``asked`` fields are read by the rules in force or the search for
    duplicates, or required; the others may be folded away.
    """

    name: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    unit: str = ""
    default: str = ""
    asked: bool = True


class HitSource(StrEnum):
    """Where an offered text stands: in a catalogue of the office, or in outcomes taken in before."""

    CATALOGUE = "catalogue"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class FieldHit:
    """A text offered while one types into a field.

    ``text`` is the standard title or name, ``note`` its issuer, ``matched`` the alias, code or name that
    fitted, ``fills`` what else it says about the outcome by field, ``score`` 0 to 100.
    """

    text: str
    note: str = ""
    matched: str = ""
    source: HitSource = HitSource.CATALOGUE
    score: int = 100
    fills: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EarlierOutcome:
    """An outcome of the learner that was presented before, with what became of it."""

    type: OutcomeType
    title: str
    issuer: str
    level: str
    issued_on: date | None
    receipt_number: str
    state: State
    credits: Decimal | None = None


class OfferSource(StrEnum):
    """Where the offer of a value comes from: a code on a page, its printed text, or an earlier outcome."""

    BARCODE = "barcode"
    OCR = "ocr"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class FieldOffer:
    """A value offered for a field; people take it, nothing is overwritten by itself.

    ``field`` is a `FieldSpec.name`, ``text`` as it would be typed, ``confidence`` 0 to 1, ``evidence`` the
    page or record that it was read from ("" if none), ``picture`` a PNG or JPEG of the place on the page.
    """

    field: str
    text: str
    source: OfferSource
    confidence: float = 1.0
    evidence: str = ""
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class OutcomeForm:
    """One outcome as typed; ``line`` is its id from the first keystroke on (`IntakeService.new_line`).

    ``fields`` go by `FieldSpec.name`; unknown names are ignored, missing ones are empty.
    """

    line: LineId
    type: OutcomeType
    fields: Mapping[str, str] = field(default_factory=dict)
    requested: Target = FREE_CREDITS


@dataclass(frozen=True, slots=True)
class ProxyForm:
    """Somebody who applies for the learner, as typed."""

    name: str = ""
    document_kind: str = "resident_id"
    document_number: str = ""
    relation: str = ""
    authorisation: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationForm:
    """An application as typed.

    ``confirmed`` holds warnings that the clerk has confirmed, each as "field:code" or just "code" for all
    fields; a duplicate is confirmed as "duplicate" with the reason in ``note``. ``draft`` ends on submit.
    ``tray`` holds scanned pages that are not bound into evidence yet, ``compared`` the evidence whose
    original was seen and went back: submit notes who and when. ``draft_revision`` is the revision at
    which the draft was read or saved last (each saving adds 1), 0 before it was saved: who saves or submits
    an older one is refused.
    """

    learner: LearnerId | None = None
    outcomes: tuple[OutcomeForm, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    proxy: ProxyForm | None = None
    note: str = ""
    confirmed: frozenset[str] = frozenset()
    draft: str = ""
    tray: tuple[ScannedDocument, ...] = ()
    draft_revision: int = 0
    compared: frozenset[EvidenceId] = frozenset()


@dataclass(frozen=True, slots=True)
class ApplicationCheck:
    """Everything found about a form at once; problem fields are ``outcomes.N.name`` (N from 0), ``learner``,
    ``proxy.name`` ….

    ``problems`` are errors and warnings not yet confirmed; ``assessments`` has one suggestion for each
    outcome as far as it could be read; ``promised_on`` is what the receipt would say today.
    """

    problems: tuple[Problem, ...] = ()
    duplicates: tuple[DuplicateView, ...] = ()
    assessments: tuple[SuggestionView, ...] = ()
    promised_on: date | None = None

    @property
    def can_submit(self) -> bool:
        """Return whether nothing stands in the way: no error and no unconfirmed warning."""
        return not self.problems

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return the problems that cannot be confirmed."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Draft:
    """A saved form."""

    draft: str
    form: ApplicationForm
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Submitted:
    """An application was received under this number; the day is printed on the receipt."""

    application: ApplicationId
    receipt_number: str
    promised_on: date
    promise_is_provisional: bool = False


@dataclass(frozen=True, slots=True)
class MaterialSpec:
    """One material that the rules ask for with an outcome type; ``compare`` asks for the original too."""

    material: str
    required: bool = True
    compare: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that a supplement notice asks for, as the reviewer names it."""

    material: str
    line: LineId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to be attached: either ``path`` on disk or its ``data`` (scan, paste) with a file name.

    ``material`` is a key of `IntakeService.materials`, ``line`` None for the whole file.
    """

    material: str
    file_name: str
    path: str = ""
    data: bytes = b""
    line: LineId | None = None
