"""Words for the states, roles, types and kinds that inner layers name by code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from creditbank_desktop.ui.i18n import Words, mark, tr

if TYPE_CHECKING:  # the first window words roles and shall not wait for the services
    from creditbank_desktop.services.views_applications import DeedView

STATES: Mapping[str, str] = {
    "draft": mark("Draft"),
    "pre_assessed": mark("Pre-assessed"),
    "received": mark("Received"),
    "not_accepted": mark("Not accepted"),
    "supplement": mark("Supplement due"),
    "lapsed": mark("Lapsed"),
    "accepted": mark("Accepted"),
    "material_review": mark("Material review"),
    "evaluation": mark("Evaluation"),
    "panel": mark("Panel"),
    "sign_off": mark("Sign-off"),
    "academic_office": mark("Academic office"),
    "proposed": mark("Proposed"),
    "publicity": mark("Publicity"),
    "objection": mark("Objection"),
    "recognised": mark("Recognised"),
    "partly_recognised": mark("Partly recognised"),
    "not_recognised": mark("Not recognised"),
    "notified": mark("Notified"),
    "appeal": mark("Appeal"),
    "posted": mark("Posted"),
    "archived": mark("Archived"),
    "returned": mark("Returned"),
    "withdrawn": mark("Withdrawn"),
    "revoked": mark("Revoked"),
}

ACTS: Mapping[str, str] = {
    "receive": mark("take in the application"),
    "add_evidence": mark("add evidence"),
    "accept": mark("accept the application"),
    "not_accept": mark("decline the application"),
    "request_supplement": mark("ask for a supplement"),
    "extend_supplement": mark("extend the time for the supplement"),
    "supplement": mark("hand in the supplement"),
    "compare_originals": mark("compare with the originals"),
    "supplement_partly": mark("hand in part of the supplement"),
    "lapse": mark("end the application as lapsed"),
    "start_review": mark("start the material review"),
    "review_materials": mark("review the materials"),
    "evaluate": mark("evaluate"),
    "evaluate_second": mark("evaluate as the second evaluator"),
    "decide_panel": mark("decide in the panel"),
    "sign_head": mark("sign as head of department"),
    "sign_dean": mark("sign as dean"),
    "approve": mark("approve"),
    "return": mark("return the application"),
    "publish": mark("publish"),
    "file_objection": mark("file an objection"),
    "settle_objection": mark("settle the objection"),
    "end_publicity": mark("end the publicity period"),
    "notify": mark("deliver the result"),
    "file_appeal": mark("file an appeal"),
    "decide_appeal": mark("decide the appeal"),
    "post": mark("post the credits"),
    "archive": mark("archive the file"),
    "withdraw": mark("withdraw the application"),
    "withdraw_line": mark("withdraw one outcome"),
    "revoke": mark("revoke the recognition"),
    "undo": mark("undo the decision"),
    "move_promise": mark("move the promised date"),
    "dispose_scans": mark("dispose of the scans"),
}

ROLES: Mapping[str, str] = {
    "clerk": mark("Counter clerk"),
    "material_reviewer": mark("Material reviewer"),
    "evaluator": mark("Evaluator"),
    "panel_member": mark("Panel member"),
    "department_head": mark("Head of department"),
    "dean": mark("Dean"),
    "academic_office": mark("Academic affairs office"),
    "appeal_committee": mark("Appeal committee"),
    "printing_staff": mark("Printing staff"),
    "archivist": mark("Archivist"),
    "registry_officer": mark("Registry officer"),
    "chief_evaluator": mark("Chief evaluator"),
    "rule_author": mark("Rule author"),
    "rule_approver": mark("Rule approver"),
    "administrator": mark("Administrator"),
    "security_officer": mark("Security officer"),
    "central_server": mark("Central server"),
}

OUTCOME_TYPES: Mapping[str, str] = {
    "formal_course": mark("Formal course"),
    "skill_certificate": mark("Vocational skill certificate"),
    "one_plus_x": mark("1+X certificate"),
    "mooc": mark("Online course"),
    "contest": mark("Contest"),
    "work": mark("Work experience"),
    "training": mark("Social training"),
    "self_study_exam": mark("Self-study examination"),
    "military": mark("Military service"),
    "patent": mark("Patent or software right"),
    "publication": mark("Publication"),
    "professional_qualification": mark("Professional qualification"),
    "language_computer": mark("Language or computer test"),
    "other": mark("Other activity"),
}

LINE_RESULTS: Mapping[str, str] = {
    "recognised": mark("Recognised"),
    "partly_recognised": mark("Partly recognised"),
    "not_recognised": mark("Not recognised"),
    "withdrawn": mark("Withdrawn"),
}

DOCUMENT_KINDS: Mapping[str, str] = {
    "resident_id": mark("Resident ID card"),
    "passport": mark("Passport"),
    "hk_macao_permit": mark("Hong Kong and Macao permit"),
    "taiwan_permit": mark("Taiwan permit"),
    "foreign_permanent_residence": mark("Foreign permanent residence card"),
}

VERIFICATION_METHODS: Mapping[str, str] = {
    "none": mark("Not verified"),
    "original_seen": mark("Original seen"),
    "online": mark("Looked up online"),
    "letter": mark("Letter of inquiry"),
}

VERIFICATION_STATES: Mapping[str, str] = {
    "pending": mark("To be looked up"),
    "confirmed": mark("Confirmed"),
    "failed": mark("Not confirmed"),
}

PAPER_KINDS: Mapping[str, str] = {
    "receipt": mark("Acceptance receipt"),
    "not_accepted_notice": mark("Notice of non-acceptance"),
    "supplement_notice": mark("Supplement notice"),
    "result_notice": mark("Result notice"),
    "refusal_notice": mark("Refusal notice"),
    "statement": mark("Credit statement"),
    "transcript": mark("Transcript"),
    "conversion_certificate": mark("Conversion certificate"),
    "withdrawal_slip": mark("Confirmation of withdrawal"),
    "transfer_certificate": mark("Certificate of transfer"),
    "other": mark("Other paper"),
}

ENTRY_KINDS: Mapping[str, str] = {
    "deposit": mark("Deposit"),
    "convert": mark("Conversion"),
    "expire": mark("Expiry"),
    "reverse": mark("Reversal"),
    "adjust": mark("Adjustment"),
}

ACCOUNT_STATES: Mapping[str, str] = {
    "open": mark("Open"),
    "frozen": mark("Frozen"),
    "closed": mark("Closed"),
    "transferred": mark("Transferred"),
    "taken_back": mark("Taken back"),
}

SEXES: Mapping[str, str] = {
    "0": mark("Unknown"),
    "1": mark("Male"),
    "2": mark("Female"),
    "9": mark("Not stated"),
}

TARGET_KINDS: Mapping[str, str] = {
    "course": mark("Course"),
    "module": mark("Module"),
    "free": mark("Free credits"),
}

STEPS: Mapping[str, str] = {
    "intake": mark("Intake"),
    "supplement": mark("Supplement"),
    "material_review": mark("Material review"),
    "evaluation": mark("Evaluation"),
    "panel": mark("Panel"),
    "sign_off": mark("Sign-off"),
    "academic_office": mark("Academic office"),
    "publicity": mark("Publicity"),
    "objection": mark("Objection"),
    "delivery": mark("Delivery"),
    "appeal_filing": mark("Filing an appeal"),
    "appeal_answer": mark("Answering an appeal"),
    "archive": mark("Archiving"),
    "whole_file": mark("Whole file"),
}


def word_state(code: str) -> Words | str:
    """State of an application."""
    return _word(STATES, code)


def word_act(code: str) -> Words | str:
    """Act on an application."""
    return _word(ACTS, code)


def word_role(code: str) -> Words | str:
    """Role of a person."""
    return _word(ROLES, code)


def word_outcome_type(code: str) -> Words | str:
    """Type of a learning outcome."""
    return _word(OUTCOME_TYPES, code)


def word_line_result(code: str) -> Words | str:
    """Result of one outcome."""
    return _word(LINE_RESULTS, code)


def word_document_kind(code: str) -> Words | str:
    """Kind of identity document."""
    return _word(DOCUMENT_KINDS, code)


def word_verification_method(code: str) -> Words | str:
    """How an outcome was verified."""
    return _word(VERIFICATION_METHODS, code)


def word_verification_state(code: str) -> Words | str:
    """State of the verification."""
    return _word(VERIFICATION_STATES, code)


def word_paper_kind(code: str) -> Words | str:
    """Kind of paper."""
    return _word(PAPER_KINDS, code)


def word_entry_kind(code: str) -> Words | str:
    """Kind of ledger entry."""
    return _word(ENTRY_KINDS, code)


def word_account_state(code: str) -> Words | str:
    """State of an account."""
    return _word(ACCOUNT_STATES, code)


def word_sex(code: str) -> Words | str:
    """Sex after GB/T 2261.1."""
    return _word(SEXES, code)


def word_target_kind(code: str) -> Words | str:
    """What credit is recognised for."""
    return _word(TARGET_KINDS, code)


def word_step(code: str) -> Words | str:
    """Step with a deadline."""
    return _word(STEPS, code)


def word_actor(deed: DeedView) -> Words | str:
    """Who did a deed: a person by name, the central server by what it is."""
    return tr("Central server") if deed.by_server else deed.person_name


def _word(table: Mapping[str, str], code: str) -> Words | str:
    # A newer server may name what this version does not know: its code is better than a crash.
    return tr(table[code]) if code in table else code
