"""Corrections, disposal and exports of personal data, in words by code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from creditbank_desktop.ui.i18n import Words, mark, tr

if TYPE_CHECKING:
    from creditbank_desktop.services.views_reference import RetentionEffect

PROBLEMS_PRIVACY: Mapping[str, str] = {
    "purpose.missing": mark("Choose what the export is for."),
    "purpose.words_missing": mark("Say in at least {least} characters what the export is for."),
    "purpose.words_long": mark("At most {most} characters are possible."),
    "disposal.nothing_chosen": mark("Nothing is chosen. Take at least one record in again."),
    "retention.malformed": mark("The retention rules cannot be read: {detail}"),
    "retention.twice": mark("There are two retention rules about “{subject}”."),
    "retention.no_time": mark("The retention rule “{rule}” gives no time."),
    "retention.protected": mark("“{subject}” must be kept for good; the retention rule says otherwise."),
}
REFUSALS_PRIVACY: Mapping[str, str] = {
    "disposal.unknown": mark("This disposal is not known here. Sync and try again."),
    "disposal.exists": mark("This disposal was proposed already."),
    "disposal.no_items": mark("A disposal needs at least one record, each of them once."),
    "disposal.too_many": mark("At most {most} records can be disposed of at once."),
    "disposal.wrong_state": mark("This disposal was settled meanwhile. Read the register again."),
    "disposal.four_eyes": mark("You proposed this yourself: somebody else has to approve it."),
    "disposal.not_approved": mark("A second person has not approved this yet."),
    "disposal.other_item": mark("This record does not stand in the disposal that was approved."),
    "disposal.not_due": mark("A record in it is needed again or is not due yet. Nothing was destroyed."),
    "disposal.rule_unknown": mark("The retention rule “{rule}” is not known here."),
    "application.scans_gone": mark("The scans of this file were disposed of already."),
    "evidence.disposed": mark("This scan was disposed of when its time was over."),
    "correction.not_open": mark("This wish for a correction was answered already."),
}
PURPOSE_WORDS: Mapping[str, str] = {
    "person_asked": mark("the person concerned asked for it"),
    "other_office": mark("another office or school"),
    "authority": mark("an authority entitled to it"),
    "statistics": mark("statistics and reports"),
    "audit": mark("audit and inspection"),
    "archive": mark("hand-over to the archive"),
    "migration": mark("move to another system"),
    "other": mark("something else"),
}
SUBJECT_WORDS: Mapping[str, str] = {
    "ledger": mark("Ledger"),
    "papers": mark("Issued papers"),
    "audit": mark("Audit trail and register"),
    "granted_scans": mark("Scans of decision files"),
    "refused_scans": mark("Scans of refused files"),
    "learner": mark("Learners without credit"),
    "drafts": mark("Drafts and unused scans"),
}
DISPOSAL_WORDS: Mapping[str, str] = {
    "proposed": mark("Waits for approval"),
    "approved": mark("Approved"),
    "rejected": mark("Turned down"),
    "carried_out": mark("Destroyed"),
}
REJECTION_WORDS: Mapping[str, str] = {
    "still_needed": mark("still needed for a case"),
    "dispute": mark("an appeal or dispute is open"),
    "wrong_rule": mark("the rule does not apply"),
    "other": mark("another reason"),
}
CORRECTION_WORDS: Mapping[str, str] = {
    "registered": mark("Registered"),
    "corrected": mark("Corrected"),
    "requested": mark("Correction asked for"),
    "declined": mark("Correction declined"),
}
PROFILE_WORDS: Mapping[str, str] = {
    "name": mark("Name"),
    "name_as_typed": mark("Name as typed"),
    "latin_name": mark("Latin name"),
    "former_name": mark("Former name"),
    "document_kind": mark("Kind of document"),
    "document_number": mark("Document number"),
    "student_number": mark("Student number"),
    "sex": mark("Sex"),
    "birth_date": mark("Born on"),
    "ethnic_group": mark("Ethnic group"),
    "phone": mark("Telephone"),
    "email": mark("E-mail"),
    "address": mark("Address"),
    "is_veteran": mark("Veteran"),
    "programme": mark("Programme"),
    "intake_year": mark("Intake year"),
    "class_name": mark("Class"),
}


def word_purpose(code: str) -> Words | str:
    """What an export is for."""
    return _word(PURPOSE_WORDS, code)


def word_subject(code: str) -> Words | str:
    """What a retention rule is about."""
    return _word(SUBJECT_WORDS, code)


def word_disposal(code: str) -> Words | str:
    """How far a disposal has come."""
    return _word(DISPOSAL_WORDS, code)


def word_rejection(code: str) -> Words | str:
    """Why a disposal was turned down."""
    return _word(REJECTION_WORDS, code)


def word_correction(code: str) -> Words | str:
    """What happened to a record."""
    return _word(CORRECTION_WORDS, code)


def word_profile_field(name: str) -> Words | str:
    """Name of a field of a learner's record."""
    return _word(PROFILE_WORDS, name)


def word_retention_effect(effect: RetentionEffect) -> Words:
    """What other retention periods would make due, or keep."""
    more = effect.due_then - effect.due_now
    if more > 0:
        return tr("%n record(s) that are still kept would be due for disposal at once.", n=more)
    if more < 0:
        return tr("%n record(s) that are due for disposal would be kept longer.", n=-more)
    return tr("No record becomes due today that is not due already.")


def _word(table: Mapping[str, str], code: str) -> Words | str:
    return tr(table[code]) if code in table else code
