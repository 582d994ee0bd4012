"""Which roles may call what: one table for every action of every service.

The reducer guards roles, states and four eyes again for each operation; this table also covers what writes no
operation, and tells the screens what to leave out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Concatenate, ParamSpec, TypeVar

from creditbank_desktop.domain.disposals import APPROVERS, DISPOSERS, PROPOSERS
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.people import Actor, Role
from creditbank_desktop.domain.reference import REFERENCE_EDITORS, REFERENCE_SETTLERS

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")

_R = Role
EVERYBODY = frozenset(Role) - {_R.CENTRAL_SERVER}
CASEWORK = EVERYBODY - {_R.ADMINISTRATOR, _R.SECURITY_OFFICER, _R.RULE_AUTHOR, _R.RULE_APPROVER}
"""Whoever works on learners' files; administrators do not read them by default."""
COUNTER = frozenset({_R.CLERK})
LEARNER_RECORDS = frozenset({_R.CLERK, _R.REGISTRY_OFFICER})
REVIEWERS = frozenset({_R.MATERIAL_REVIEWER})
EVALUATORS = frozenset({_R.EVALUATOR, _R.CHIEF_EVALUATOR})
PANEL = frozenset({_R.PANEL_MEMBER, *EVALUATORS})
SIGNATORIES = frozenset({_R.DEPARTMENT_HEAD, _R.DEAN})
ACADEMIC_OFFICE = frozenset({_R.ACADEMIC_OFFICE})
PRINTERS = frozenset({_R.CLERK, _R.PRINTING_STAFF, _R.REGISTRY_OFFICER})
ADMINISTRATORS = frozenset({_R.ADMINISTRATOR})
EDITORS = REFERENCE_EDITORS - {_R.CENTRAL_SERVER}
"""Whoever keeps the reference data."""
SETTLERS = REFERENCE_SETTLERS - {_R.CENTRAL_SERVER}
"""Whoever may agree to what another proposes."""

_IDENTITY = {
    "IdentityService.office": EVERYBODY,
    "IdentityService.configure_office": ADMINISTRATORS,
    "IdentityService.add_person": ADMINISTRATORS,
    "IdentityService.change_roles": ADMINISTRATORS,
    "IdentityService.set_active": ADMINISTRATORS,
    "IdentityService.rename": ADMINISTRATORS,
    "DeviceService.rename": ADMINISTRATORS,
    "DeviceService.withdraw": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "DeviceService.export": ADMINISTRATORS | {_R.REGISTRY_OFFICER, _R.SECURITY_OFFICER},
    "IdentityService.allot_numbers": frozenset({_R.REGISTRY_OFFICER}),
    "KeyService.mine": EVERYBODY,
    "KeyService.change_passphrase": EVERYBODY,
    "KeyService.export_card": EVERYBODY,
    "KeyService.import_card": EVERYBODY,
    "KeyService.reset_passphrase": ADMINISTRATORS,
    "KeyService.waiting_keys": ADMINISTRATORS,
    "KeyService.confirm_key": ADMINISTRATORS,
    "KeyService.recovery_state": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "KeyService.renew_recovery": ADMINISTRATORS,
    "KeyService.publish_recovery": ADMINISTRATORS,
    "RenewalService.due": ADMINISTRATORS,
    "RenewalService.postpone": ADMINISTRATORS,
    "KeyService.lock_minutes": EVERYBODY,
    "KeyService.set_lock_minutes": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "KeyService.tidy": EVERYBODY,
    "StaffService.listed": ADMINISTRATORS,
    "StaffService.take_list": ADMINISTRATORS,
    "StaffService.enrol_listed": ADMINISTRATORS,
    "OfficeRecordsService.last_change": EVERYBODY,
    "OfficeRecordsService.staff_standing": ADMINISTRATORS,
    "OfficeRecordsService.export_people": ADMINISTRATORS,
    "OfficeRecordsService.devices": ADMINISTRATORS | {_R.REGISTRY_OFFICER, _R.SECURITY_OFFICER},
}
_LEARNERS = {
    "LearnerService.find": CASEWORK,
    "LearnerService.roll_count": CASEWORK,
    "LearnerService.roll_anchors": CASEWORK,
    "LearnerService.roll_page": CASEWORK,
    "LearnerService.roll_position": CASEWORK,
    "LearnerService.listed": CASEWORK,
    "LearnerService.anchors": CASEWORK,
    "LearnerService.count": CASEWORK,
    "LearnerService.check": LEARNER_RECORDS,
    "LearnerService.register": LEARNER_RECORDS,
    "LearnerService.form_of": LEARNER_RECORDS,
    "LearnerService.correct": LEARNER_RECORDS,
    "LearnerService.card": CASEWORK,
    "LearnerService.programmes": EVERYBODY,
    "LearnerService.numbers_left": LEARNER_RECORDS,
    "AccountService.met_twice": LEARNER_RECORDS,
    "AccountService.compare": LEARNER_RECORDS,
    "AccountService.merge": LEARNER_RECORDS,
    "AccountService.unmerge": LEARNER_RECORDS,
    "AccountService.freeze": LEARNER_RECORDS,
    "AccountService.reopen": frozenset({_R.REGISTRY_OFFICER}),
    "AccountService.close": frozenset({_R.REGISTRY_OFFICER}),
    "AccountService.transfer_out": frozenset({_R.REGISTRY_OFFICER}),
    "AccountService.undoable": LEARNER_RECORDS,
    "AccountService.undo": LEARNER_RECORDS,
}
_IMPORTS = {
    f"LearnerImportService.{action}": LEARNER_RECORDS
    for action in (
        "template",
        "look",
        "examine",
        "summary",
        "latest",
        "rows",
        "export_problems",
        "run",
        "resume",
        "take_back",
        "discard",
    )
}
_INTAKE = {
    "IntakeService.fields": CASEWORK,
    "IntakeService.materials": CASEWORK,
    "KnownValues.find": COUNTER,
    "KnownValues.of_title": COUNTER,
    "KnownValues.outcomes_of": COUNTER,
    "KnownValues.proxies": COUNTER,
    "IntakeService.new_line": COUNTER,
    "IntakeService.check": COUNTER,
    "IntakeService.save_draft": COUNTER,
    "IntakeService.drafts": COUNTER,
    "IntakeService.draft": COUNTER,
    "IntakeService.discard_draft": COUNTER,
    "IntakeService.submit": COUNTER,
    "CounterService.queue": CASEWORK,
    "CounterService.anchors": CASEWORK,
    "CounterService.case": CASEWORK,
    "CounterService.accept": COUNTER,
    "CounterService.not_accept": COUNTER,
    "CounterService.request_supplement": COUNTER | REVIEWERS | EVALUATORS,
    "CounterService.extend_supplement": COUNTER | REVIEWERS,
    "CounterService.add_supplement": COUNTER,
    "CounterService.add_evidence": COUNTER | REVIEWERS,
    "CounterService.compare_originals": COUNTER | REVIEWERS,
    "CounterService.lapse": COUNTER,
    "CounterService.withdraw": COUNTER,
    "CounterService.withdraw_line": COUNTER,
    "CounterService.undo": COUNTER,
    "CounterService.move_promise": COUNTER | ACADEMIC_OFFICE,
    "EvidenceService.attach": COUNTER | REVIEWERS,
    "EvidenceService.draw": CASEWORK,
    "EvidenceService.open": CASEWORK,
    "EvidenceService.pieces": CASEWORK,
    "ScanService.sources": EVERYBODY,
    "ScanService.profile": EVERYBODY,
    "ScanService.set_profile": EVERYBODY,
    "ScanService.scan": COUNTER | REVIEWERS,
    "ScanService.take_files": COUNTER | REVIEWERS,
    "ScanService.waiting_files": COUNTER | REVIEWERS,
    "ScanService.take_waiting": COUNTER | REVIEWERS,
    "ScanService.loose": COUNTER | REVIEWERS,
    "ScanService.let_go": COUNTER | REVIEWERS,
    "ScanService.sweep": EVERYBODY,
    "PageService.edit": COUNTER | REVIEWERS,
    "PageService.take_back": COUNTER | REVIEWERS,
    "PageService.drop": COUNTER | REVIEWERS,
    "PageService.restore": COUNTER | REVIEWERS,
    "PageService.picture": COUNTER | REVIEWERS,
    "PageService.codes": COUNTER | REVIEWERS,
    "PageService.bind": COUNTER | REVIEWERS,
    "PageService.reopen": COUNTER | REVIEWERS,
    "TextService.is_there": EVERYBODY,
    "TextService.read": COUNTER | REVIEWERS,
}
_JUDGING = {
    "ReviewService.queue": REVIEWERS,
    "ReviewService.case": REVIEWERS,
    "ReviewService.start": REVIEWERS,
    "ReviewService.pass_materials": REVIEWERS,
    "ReviewService.undo": REVIEWERS,
    "EvaluationService.queue": PANEL,
    "EvaluationService.case": PANEL,
    "EvaluationService.decide": EVALUATORS,
    "EvaluationService.accept_suggestions": EVALUATORS,
    "EvaluationService.undo": PANEL | SIGNATORIES,
    "EvaluationService.return_file": EVALUATORS | SIGNATORIES | ACADEMIC_OFFICE,
    "PanelService.queue": PANEL,
    "PanelService.decide_second": PANEL,
    "PanelService.decide_panel": frozenset({_R.PANEL_MEMBER, _R.CHIEF_EVALUATOR}),
}
_SIGNING = {
    "SignOffService.pending": SIGNATORIES | ACADEMIC_OFFICE,
    "SignOffService.case": SIGNATORIES | ACADEMIC_OFFICE,
    "SignOffService.sign": SIGNATORIES,
    "SignOffService.approve": ACADEMIC_OFFICE,
    "PublicityService.ready": ACADEMIC_OFFICE,
    "PublicityService.publish": ACADEMIC_OFFICE,
    "PublicityService.shown": CASEWORK,
    "PublicityService.file_objection": COUNTER | ACADEMIC_OFFICE,
    "PublicityService.settle_objection": REVIEWERS | EVALUATORS,
    "DeliveryService.waiting": COUNTER,
    "DeliveryService.deliver": COUNTER,
    "AppealService.queue": COUNTER | {_R.APPEAL_COMMITTEE},
    "AppealService.file": COUNTER | {_R.APPEAL_COMMITTEE},
    "AppealService.decide": frozenset({_R.APPEAL_COMMITTEE}),
    "ArchiveService.ready": frozenset({_R.ARCHIVIST}),
    "ArchiveService.archive": frozenset({_R.ARCHIVIST}),
}
_ACCOUNTS = {
    "LedgerService.account": CASEWORK,
    "IssuingService.receipt": PRINTERS,
    "IssuingService.result_notice": PRINTERS,
    "IssuingService.refusal_notice": PRINTERS,
    "IssuingService.statement": PRINTERS,
    "IssuingService.preview_statement": PRINTERS,
    "CounterPaperService.supplement_notice": PRINTERS | REVIEWERS,
    "CounterPaperService.not_accepted_notice": PRINTERS,
    "CounterPaperService.withdrawal_slip": PRINTERS,
    "CounterPaperService.transfer_certificate": PRINTERS,
    "CounterPaperService.pre_assessment": COUNTER,
    "CounterPaperService.application_form": COUNTER,
    "CounterPaperService.note_slip": COUNTER,
    "IssuingService.reprint": PRINTERS,
    "IssuingService.void": PRINTERS,
    "IssuingService.papers": CASEWORK,
    "IssuingService.pdf": CASEWORK,
    "IssuingService.note_handed_out": CASEWORK,
    "SearchService.search": CASEWORK,
    "SettingsService.preferences": EVERYBODY,
    "SettingsService.chosen": EVERYBODY,
    "SettingsService.save": EVERYBODY,
}

_REFERENCE = {
    "ReferenceService.kinds": EVERYBODY,
    "ReferenceService.page": EVERYBODY,
    "ReferenceService.entry": EVERYBODY,
    "ReferenceService.check": EDITORS,
    "ReferenceService.save": EDITORS,
    "ReferenceService.retire": EDITORS,
    "ReferenceService.history": EVERYBODY,
    "ReferenceService.undo": EDITORS | SETTLERS,
    "ReferenceService.phrases": EVERYBODY,
    "ReferenceService.phrase_book": EVERYBODY,
    "ProposalService.pending": EVERYBODY,
    "ProposalService.settled": EVERYBODY,
    "ProposalService.proposal": EVERYBODY,
    "ProposalService.approve": SETTLERS,
    "ProposalService.reject": SETTLERS,
    "ProposalService.withdraw": EDITORS,
    "SheetService.template": EVERYBODY,
    "SheetService.export": EVERYBODY,
    "SheetService.preview": EDITORS,
    "SheetService.import_rows": EDITORS,
    "OfficeService.details": EVERYBODY,
    "OfficeService.seal": EVERYBODY,
    "OfficeService.propose_seal": EDITORS,
    "OfficeService.specimen": EVERYBODY,
    "OfficeService.deadlines": EVERYBODY,
    "OfficeService.calendar": EVERYBODY,
    "OfficeService.stationery": EVERYBODY,
    "OfficeService.save_stationery": ADMINISTRATORS | PRINTERS,
    "CatalogueLookup.find": EVERYBODY,
}
_BACKUPS = {
    "BackupService.settings": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "BackupService.save_settings": ADMINISTRATORS,
    "BackupService.backups": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "BackupService.make": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "BackupService.make_if_due": EVERYBODY,
    "BackupService.is_unsaved": EVERYBODY,
    "ExportService.everything": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "BackupService.check": ADMINISTRATORS | {_R.SECURITY_OFFICER},
}

_HEALTH = {
    "HealthService.last": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "HealthService.examine": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "HealthService.remove_orphans": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "TablesService.compare": ADMINISTRATORS | {_R.SECURITY_OFFICER},
    "TablesService.rebuild": ADMINISTRATORS | {_R.SECURITY_OFFICER},
}
_PRIVACY = {
    "PrivacyService.reveal": LEARNER_RECORDS | REVIEWERS,
    "PrivacyService.history": CASEWORK,
    "PrivacyService.request_correction": LEARNER_RECORDS,
    "PrivacyService.decline_correction": LEARNER_RECORDS,
    "PrivacyService.report": LEARNER_RECORDS,
    "PrivacyService.report_pdf": LEARNER_RECORDS,
    "PrivacyService.report_json": LEARNER_RECORDS,
    "DisposalService.due": PROPOSERS | APPROVERS,
    "DisposalService.preview": PROPOSERS | APPROVERS,
    "DisposalService.propose": PROPOSERS,
    "DisposalService.items": PROPOSERS | APPROVERS,
    "DisposalService.approve": APPROVERS,
    "DisposalService.reject": APPROVERS,
    "DisposalService.carry_out": DISPOSERS,
    "DisposalService.register": EVERYBODY,
    "DisposalService.register_pdf": PROPOSERS | APPROVERS,
    "DisposalService.clear_drafts": PROPOSERS,
    "DisposalService.sweep": EVERYBODY,
    "RetentionService.table": EVERYBODY,
    "RetentionService.effect": EDITORS | SETTLERS,
}

_AUDITORS = frozenset({_R.ADMINISTRATOR, _R.SECURITY_OFFICER})
_TRAIL = {
    "AuditService.count": _AUDITORS,
    "AuditService.anchors": _AUDITORS,
    "AuditService.page": _AUDITORS,
    "AuditService.position": _AUDITORS,
    "AuditService.state": _AUDITORS,
    "AuditService.check": _AUDITORS,
    "AuditService.note_warning": frozenset({_R.SECURITY_OFFICER}),
    "AuditService.export": _AUDITORS,
}

PERMITTED: Mapping[str, frozenset[Role]] = MappingProxyType(
    {
        **_IDENTITY,
        **_LEARNERS,
        **_IMPORTS,
        **_INTAKE,
        **_JUDGING,
        **_SIGNING,
        **_ACCOUNTS,
        **_REFERENCE,
        **_BACKUPS,
        **_HEALTH,
        **_PRIVACY,
        **_TRAIL,
    }
)
"""By "Service.method": whoever holds one of the roles may call it."""


def permitted(method: Callable[Concatenate[S, Actor, P], T]) -> Callable[Concatenate[S, Actor, P], T]:
    """Let only those call ``method`` whom the table names; others meet `Refused` ("actor.role_missing")."""
    name = method.__qualname__

    @wraps(method)
    def guarded(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if actor.roles.isdisjoint(PERMITTED[name]):
            raise Refused("actor.role_missing", act=name)
        return method(self, actor, *args, **kwargs)

    return guarded


def may(actor: Actor, action: str) -> bool:
    """Return whether the actor may call ``action`` ("Service.method"); screens leave out the rest.

    Raises KeyError for an action that does not exist.
    """
    return not actor.roles.isdisjoint(PERMITTED[action])
