"""Words a problem, a refusal or a fault by its code, and fills in its parameters.

To word a new code, add it to the table of its area (``problems_*.py``, ``refusals_*.py``, ``faults_*.py``)
or make a new table and list it below. A parameter whose name is in ``PARAMETER_WORDS`` is itself a code and
is worded too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter

from creditbank_desktop.domain.failures import EnvironmentFault, Parameters, Problem, Refused
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.wording import names
from creditbank_desktop.ui.wording.faults_backup import FAULTS_BACKUP, PROBLEMS_BACKUP, REFUSALS_BACKUP
from creditbank_desktop.ui.wording.faults_devices import FAULTS_DEVICES
from creditbank_desktop.ui.wording.faults_general import FAULTS_GENERAL
from creditbank_desktop.ui.wording.faults_server import FAULTS_SERVER
from creditbank_desktop.ui.wording.faults_store import FAULTS_STORE
from creditbank_desktop.ui.wording.faults_sync import FAULTS_SYNC
from creditbank_desktop.ui.wording.import_words import PROBLEMS_IMPORT, REFUSALS_IMPORT
from creditbank_desktop.ui.wording.key_words import FAULTS_KEYS, PROBLEMS_KEYS, REFUSALS_KEYS
from creditbank_desktop.ui.wording.media_types import word_media_type
from creditbank_desktop.ui.wording.privacy_words import PROBLEMS_PRIVACY, REFUSALS_PRIVACY
from creditbank_desktop.ui.wording.problems_calendar import PROBLEMS_CALENDAR
from creditbank_desktop.ui.wording.problems_credits import PROBLEMS_CREDITS
from creditbank_desktop.ui.wording.problems_decisions import PROBLEMS_DECISIONS
from creditbank_desktop.ui.wording.problems_files import PROBLEMS_FILES
from creditbank_desktop.ui.wording.problems_forms import PROBLEMS_FORMS
from creditbank_desktop.ui.wording.problems_identity import PROBLEMS_IDENTITY
from creditbank_desktop.ui.wording.problems_intake import PROBLEMS_INTAKE
from creditbank_desktop.ui.wording.problems_learner import PROBLEMS_LEARNER
from creditbank_desktop.ui.wording.problems_numbers import PROBLEMS_NUMBERS
from creditbank_desktop.ui.wording.problems_office import PROBLEMS_OFFICE
from creditbank_desktop.ui.wording.problems_outcome import PROBLEMS_OUTCOME
from creditbank_desktop.ui.wording.problems_programme import PROBLEMS_PROGRAMME
from creditbank_desktop.ui.wording.problems_rules import PROBLEMS_RULES
from creditbank_desktop.ui.wording.problems_values import PROBLEMS_VALUES
from creditbank_desktop.ui.wording.reference_failures import PROBLEMS_REFERENCE, REFUSALS_REFERENCE
from creditbank_desktop.ui.wording.refusals_application import REFUSALS_APPLICATION
from creditbank_desktop.ui.wording.refusals_judging import REFUSALS_JUDGING
from creditbank_desktop.ui.wording.refusals_ledger import REFUSALS_LEDGER
from creditbank_desktop.ui.wording.refusals_papers import FAULTS_PAPERS, REFUSALS_PAPERS
from creditbank_desktop.ui.wording.refusals_people import REFUSALS_PEOPLE
from creditbank_desktop.ui.wording.refusals_records import REFUSALS_RECORDS
from creditbank_desktop.ui.wording.refusals_sync import PROBLEMS_SYNC, REFUSALS_SYNC
from creditbank_desktop.ui.wording.sync_words import word_server_reason

PROBLEM_TABLES: tuple[Mapping[str, str], ...] = (
    PROBLEMS_KEYS,
    PROBLEMS_IDENTITY,
    PROBLEMS_NUMBERS,
    PROBLEMS_CREDITS,
    PROBLEMS_CALENDAR,
    PROBLEMS_FORMS,
    PROBLEMS_FILES,
    PROBLEMS_VALUES,
    PROBLEMS_REFERENCE,
    PROBLEMS_LEARNER,
    PROBLEMS_IMPORT,
    PROBLEMS_OUTCOME,
    PROBLEMS_OFFICE,
    PROBLEMS_INTAKE,
    PROBLEMS_PROGRAMME,
    PROBLEMS_RULES,
    PROBLEMS_DECISIONS,
    PROBLEMS_SYNC,
    PROBLEMS_BACKUP,
    PROBLEMS_PRIVACY,
)
REFUSAL_TABLES: tuple[Mapping[str, str], ...] = (
    REFUSALS_KEYS,
    REFUSALS_APPLICATION,
    REFUSALS_LEDGER,
    REFUSALS_PEOPLE,
    REFUSALS_RECORDS,
    REFUSALS_REFERENCE,
    REFUSALS_JUDGING,
    REFUSALS_SYNC,
    REFUSALS_PAPERS,
    REFUSALS_BACKUP,
    REFUSALS_PRIVACY,
    REFUSALS_IMPORT,
)
FAULT_TABLES: tuple[Mapping[str, str], ...] = (
    FAULTS_KEYS,
    FAULTS_GENERAL,
    FAULTS_STORE,
    FAULTS_DEVICES,
    FAULTS_SYNC,
    FAULTS_SERVER,
    FAULTS_PAPERS,
    FAULTS_BACKUP,
)

# A name can mean several kinds of code; the first table that knows the value words it.
PARAMETER_WORDS: Mapping[str, tuple[Callable[[str], str], ...]] = {
    "act": (names.word_act,),
    "earlier": (names.word_act,),
    "state": (names.word_state, names.word_account_state),
    "step": (names.word_step,),
    "role": (names.word_role,),
    "kind": (names.word_document_kind, names.word_entry_kind, names.word_paper_kind),
    "outcome_type": (names.word_outcome_type,),
    "reason": (word_server_reason,),
    "expected": (names.word_state,),
    "found": (names.word_state, word_media_type),
    "named": (word_media_type,),
    "media_type": (word_media_type,),
}


def word_problem(problem: Problem) -> Words:
    """Return the sentence for ``problem``."""
    # A refusal or a fault about one field, such as a wrong passphrase or a file that cannot be read, is shown
    # under that field like a problem.
    source = _find((*PROBLEM_TABLES, *REFUSAL_TABLES, *FAULT_TABLES), problem.code)
    if source is None:
        return tr("This entry cannot be accepted ({code}).").format(code=problem.code)
    return _fill(source, problem.params)


def word_refused(refused: Refused) -> Words:
    """Return the sentence for ``refused``."""
    source = _find((*REFUSAL_TABLES, *PROBLEM_TABLES), refused.code)
    if source is None:
        return tr("This is not allowed now ({code}).").format(code=refused.code)
    return _fill(source, refused.params)


def word_fault(fault: EnvironmentFault) -> Words:
    """Return the sentence for ``fault``."""
    source = _find(FAULT_TABLES, fault.code)
    if source is None:
        return tr("The computer or the network did not answer as expected ({code}). Try again.").format(
            code=fault.code
        )
    return _fill(source, fault.params)


def word_failure(failure: Refused | EnvironmentFault) -> Words:
    """Return the sentence for either."""
    return word_refused(failure) if isinstance(failure, Refused) else word_fault(failure)


def worded_codes() -> frozenset[str]:
    """Return every code that has a sentence."""
    return frozenset(code for table in (*PROBLEM_TABLES, *REFUSAL_TABLES, *FAULT_TABLES) for code in table)


def _find(tables: tuple[Mapping[str, str], ...], code: str) -> str | None:
    return next((table[code] for table in tables if code in table), None)


def _fill(source: str, params: Parameters) -> Words:
    # A parameter that was forgotten must not turn a refusal into a crash.
    gaps: dict[str, object] = {name: "…" for _text, name, _spec, _conv in Formatter().parse(source) if name}
    gaps.update({name: _word_parameter(name, value) for name, value in params.items()})
    return tr(source).format(**gaps)


def _word_parameter(name: str, value: str | int) -> str | int:
    if isinstance(value, str):
        for word in PARAMETER_WORDS.get(name, ()):
            worded = word(value)
            if worded != value:
                return worded
    return value
