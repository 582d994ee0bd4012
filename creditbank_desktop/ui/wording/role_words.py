"""What each role may do, and which roles keep apart on one file, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.i18n import Words, mark, tr

ROLE_DUTIES: Mapping[Role, str] = {
    Role.CLERK: mark("Takes in applications, registers learners, prints receipts, delivers results"),
    Role.MATERIAL_REVIEWER: mark("Checks that materials are complete and agree with the originals"),
    Role.EVALUATOR: mark("Judges outcomes: credits, target course, grade, reasons"),
    Role.PANEL_MEMBER: mark("Gives the second judgement and decides in the panel"),
    Role.DEPARTMENT_HEAD: mark("Signs for the department"),
    Role.DEAN: mark("Signs for the college"),
    Role.ACADEMIC_OFFICE: mark("Approves batches and publishes results"),
    Role.APPEAL_COMMITTEE: mark("Re-checks decisions and decides appeals"),
    Role.PRINTING_STAFF: mark("Prints statements, copies and other papers"),
    Role.ARCHIVIST: mark("Closes and archives files"),
    Role.REGISTRY_OFFICER: mark("Corrects learners' records and allots account numbers"),
    Role.CHIEF_EVALUATOR: mark("Judges outcomes and settles what comes back late"),
    Role.RULE_AUTHOR: mark("Drafts recognition rules and reference data"),
    Role.RULE_APPROVER: mark("Puts drafted rules and reference data into force"),
    Role.ADMINISTRATOR: mark("Keeps people, office, devices and settings; reads no learner's file"),
    Role.SECURITY_OFFICER: mark("Reads the audit trail and looks after keys; reads no learner's file"),
}

ROLE_GROUPS: Sequence[tuple[str, tuple[Role, ...]]] = (
    (
        mark("Counter and records"),
        (Role.CLERK, Role.REGISTRY_OFFICER, Role.PRINTING_STAFF, Role.ARCHIVIST),
    ),
    (
        mark("Review and evaluation"),
        (Role.MATERIAL_REVIEWER, Role.EVALUATOR, Role.PANEL_MEMBER, Role.CHIEF_EVALUATOR),
    ),
    (
        mark("Decision and appeal"),
        (Role.DEPARTMENT_HEAD, Role.DEAN, Role.ACADEMIC_OFFICE, Role.APPEAL_COMMITTEE),
    ),
    (
        mark("Rules and administration"),
        (Role.RULE_AUTHOR, Role.RULE_APPROVER, Role.ADMINISTRATOR, Role.SECURITY_OFFICER),
    ),
)

_INTAKE = frozenset({Role.CLERK})
_REVIEW = frozenset({Role.MATERIAL_REVIEWER})
_EVALUATION = frozenset({Role.EVALUATOR, Role.CHIEF_EVALUATOR})
_PANEL = frozenset({Role.PANEL_MEMBER})
_SIGNING = frozenset({Role.DEPARTMENT_HEAD, Role.DEAN, Role.ACADEMIC_OFFICE})
_APPEAL = frozenset({Role.APPEAL_COMMITTEE})

_APART: Sequence[tuple[frozenset[Role], frozenset[Role], str]] = (
    (_INTAKE, _EVALUATION | _PANEL, mark("Whoever took a file in does not evaluate it.")),
    (_INTAKE, _SIGNING, mark("Whoever took a file in does not sign or approve it.")),
    (_REVIEW, _EVALUATION | _PANEL, mark("Whoever reviewed the materials does not evaluate the same file.")),
    (
        _EVALUATION,
        _EVALUATION | _PANEL,
        mark("Nobody gives both the first and the second judgement on a file."),
    ),
    (
        _EVALUATION | _PANEL | _REVIEW,
        _SIGNING,
        mark("Whoever reviewed or evaluated a file does not sign or approve it."),
    ),
    (_SIGNING, _SIGNING, mark("Nobody gives two of the signatures on one file.")),
    (
        _REVIEW | _EVALUATION | _PANEL | _SIGNING,
        _APPEAL,
        mark("Whoever decided on a file before does not decide its appeal."),
    ),
    (
        frozenset({Role.RULE_AUTHOR}),
        frozenset({Role.RULE_APPROVER}),
        mark("Nobody puts into force what they drafted themselves."),
    ),
)
"""Two roles of one person, and what follows: the guard of every file, in words."""


def word_duty(role: Role) -> Words | str:
    """What a role may do."""
    return tr(ROLE_DUTIES[role]) if role in ROLE_DUTIES else ""


def kept_apart(roles: Iterable[Role]) -> tuple[Words, ...]:
    """Return the sentences about roles among ``roles`` that one person does not use on the same file."""
    held = frozenset(roles)
    return tuple(
        tr(sentence)
        for first, second, sentence in _APART
        if held & first and held & second and len(held & (first | second)) > 1
    )
