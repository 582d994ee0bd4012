"""What an operation changes: a pure function from the records as they are to the records as they become.

Client and server apply the same function, for own and for pulled operations; replaying all operations into an
empty shelf gives the same records. Guards that must hold everywhere (states, roles, four eyes, the ledger's
chain) stand here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol, cast

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.disposals import (
    APPROVERS,
    DISPOSERS,
    PROPOSERS,
    Disposal,
    DisposalItem,
    DisposalKind,
)
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    DisposalId,
    EntryId,
    LearnerId,
    PaperId,
    PersonId,
)
from creditbank_desktop.domain.learners import AccountState, Learner, LearnerProfile, NumberBlock
from creditbank_desktop.domain.ledger import AccountHead, EntryKind, LedgerEntry, append
from creditbank_desktop.domain.operations import account_acts, privacy_acts
from creditbank_desktop.domain.operations import privacy_bodies as privacy
from creditbank_desktop.domain.operations import registry_bodies as bodies
from creditbank_desktop.domain.operations.application_bodies import ApplicationBody, ApplicationReceived
from creditbank_desktop.domain.operations.application_reducer import (
    change_application,
    open_application,
    post_lines,
)
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.profile_changes import changed_profile
from creditbank_desktop.domain.operations.reference_bodies import ReferenceBody
from creditbank_desktop.domain.operations.reference_reducer import (
    ReferenceRecord,
    ReferenceShelf,
    reduce_reference,
)
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Device, Office, Person, Role, signs_recoveries

LONGEST_DEVICE_NAME = 60

Record = (
    Office
    | Person
    | Device
    | NumberBlock
    | Learner
    | Application
    | LedgerEntry
    | AccountHead
    | Paper
    | Disposal
    | ReferenceRecord
)


class Shelf(ReferenceShelf, Protocol):
    """The records as they stand before an operation; None where there is none."""

    def office(self) -> Office | None:
        """Return the office whose shelf it is."""

    def person(self, person: PersonId) -> Person | None:
        """Return a member of staff."""

    def device(self, device: DeviceId) -> Device | None:
        """Return an enrolled device."""

    def learner(self, learner: LearnerId) -> Learner | None:
        """Return a learner."""

    def application(self, application: ApplicationId) -> Application | None:
        """Return an application."""

    def account(self, account: LearnerId) -> AccountHead | None:
        """Return where an account's ledger ends."""

    def entry(self, entry: EntryId) -> LedgerEntry | None:
        """Return a ledger entry."""

    def paper(self, paper: PaperId) -> Paper | None:
        """Return an issued paper."""

    def disposal(self, disposal: DisposalId) -> Disposal | None:
        """Return an entry of the register of disposals."""


def reduce(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    """Return the records that ``operation`` makes or replaces.

    Raises `Refused` if it is not allowed on what the shelf holds: wrong state, missing role, four eyes,
    broken chain, unknown learner ("….unknown": a dependency that has not arrived) or an id that is taken
    ("….exists").
    """
    body = operation.body
    if isinstance(body, ReferenceBody):
        return reduce_reference(operation, body, _acting(operation, shelf), shelf)
    handler = _HANDLERS.get(type(body))
    if handler is not None:
        return handler(operation, shelf)
    return _application(operation, cast(ApplicationBody, body), shelf)


def _application(operation: Operation, body: ApplicationBody, shelf: Shelf) -> tuple[Record, ...]:
    person = _acting(operation, shelf)
    if isinstance(body, ApplicationReceived):
        if shelf.application(body.application) is not None:
            raise Refused("application.exists", application=body.application)
        _learner(shelf, body.learner)
        return (open_application(operation, body, person.roles),)
    application = shelf.application(body.application)
    if application is None:
        raise Refused("application.unknown", application=body.application)
    return (change_application(application, operation, body, person.roles),)


def _acting(operation: Operation, shelf: Shelf) -> Person:
    person = shelf.person(operation.header.person)
    if person is None:
        raise Refused("person.unknown", person=operation.header.person)
    if not person.active:
        raise Refused("person.inactive", person=person.person)
    if signs_recoveries(person) and not isinstance(operation.body, bodies.PersonChanged):
        raise Refused("actor.recovery_only", act=operation.body.op_type)
    return person


def _require(operation: Operation, shelf: Shelf, *roles: Role) -> Person:
    person = _acting(operation, shelf)
    if not set(roles) & set(person.roles):
        raise Refused("actor.role_missing", act=operation.body.op_type)
    return person


def _learner(shelf: Shelf, learner: LearnerId) -> Learner:
    found = shelf.learner(learner)
    if found is None:
        raise Refused("learner.unknown", learner=learner)
    return found


def _configure_office(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.OfficeConfigured, operation.body)
    if shelf.office() is not None:
        _require(operation, shelf, Role.ADMINISTRATOR)
    return (body.office,)


def _enrol_person(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PersonEnrolled, operation.body)
    if shelf.person(body.person.person) is not None:
        raise Refused("person.exists", person=body.person.person)
    enrols_self = body.person.person == operation.header.person
    if not enrols_self:
        _require(operation, shelf, Role.ADMINISTRATOR, Role.CENTRAL_SERVER)
    return (body.person,)


def _change_person(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PersonChanged, operation.body)
    person = shelf.person(body.person)
    if person is None:
        raise Refused("person.unknown", person=body.person)
    acting = _require(operation, shelf, Role.ADMINISTRATOR, Role.CENTRAL_SERVER)
    changed = replace(
        person, name=body.name, roles=body.roles, public_key=body.public_key, active=body.active
    )
    if signs_recoveries(acting):
        _check_recovery(acting, person, changed)
    return (changed,)


def _check_recovery(acting: Person, person: Person, changed: Person) -> None:
    """Allow a recovery two things: a new key for somebody who works here, and to end itself."""
    if person.person == acting.person:
        allowed = changed == replace(person, active=False)
    else:
        staff = person.active and not signs_recoveries(person) and Role.CENTRAL_SERVER not in person.roles
        allowed = staff and changed == replace(person, public_key=changed.public_key)
    if not allowed:
        raise Refused("actor.recovery_only", act=bodies.PersonChanged.op_type)


def _enrol_device(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.DeviceEnrolled, operation.body)
    _require(operation, shelf, Role.ADMINISTRATOR, Role.CENTRAL_SERVER)
    return (Device(body.device, body.office, body.name, body.signing_key, body.box_key),)


def _rename_person(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PersonRenamed, operation.body)
    _require(operation, shelf, Role.ADMINISTRATOR)
    person = shelf.person(body.person)
    if person is None or signs_recoveries(person) or Role.CENTRAL_SERVER in person.roles:
        raise Refused("person.unknown", person=body.person)
    if not body.name.strip() or not body.reason.strip():
        raise Refused("person.name", person=body.person)
    return (replace(person, name=body.name),)


def _rename_device(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.DeviceRenamed, operation.body)
    _require(operation, shelf, Role.ADMINISTRATOR)
    if not body.name.strip() or len(body.name) > LONGEST_DEVICE_NAME:
        raise Refused("device.name", device=body.device)
    return (replace(_device(shelf, body.device), name=body.name),)


def _withdraw_device(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.DeviceWithdrawn, operation.body)
    _require(operation, shelf, Role.ADMINISTRATOR, Role.SECURITY_OFFICER)
    if body.device == operation.header.device:
        # Whoever withdraws must still be able to say so to the server.
        raise Refused("device.own", device=body.device)
    if not body.reason.strip():
        raise Refused("device.no_reason", device=body.device)
    return (replace(_device(shelf, body.device), active=False),)


def _device(shelf: Shelf, device: DeviceId) -> Device:
    found = shelf.device(device)
    if found is None:
        raise Refused("device.unknown", device=device)
    return found


def _allot_block(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.NumberBlockAllotted, operation.body)
    _require(operation, shelf, Role.REGISTRY_OFFICER, Role.CENTRAL_SERVER)
    block = NumberBlock(
        operation.header.operation, body.device, body.office, body.year, body.first, body.last
    )
    return (block,)


def _register_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerRegistered, operation.body)
    _require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    if shelf.learner(body.learner) is not None:
        raise Refused("learner.exists", learner=body.learner)
    learner = Learner(
        learner=body.learner,
        office=operation.header.office,
        programme=body.programme,
        intake_year=body.intake_year,
        class_name=body.class_name,
        account_number=body.account_number,
        account_state=AccountState.OPEN,
        opened_on=operation.header.on,
        profile=cast("LearnerProfile | None", operation.personal),
    )
    return (learner, AccountHead(body.learner))


def _unregister_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerUnregistered, operation.body)
    _require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    learner = _learner(shelf, body.learner)
    head = shelf.account(body.learner)
    if learner.account_state is not AccountState.OPEN:
        raise Refused("account.ended", state=learner.account_state.value)
    if learner.alias_of is not None or (head is not None and head.entries):
        raise Refused("learner.in_use", learner=body.learner)
    state = AccountState.TAKEN_BACK
    return (replace(learner, account_state=state, profile=None, revision=learner.revision + 1),)


def _correct_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerCorrected, operation.body)
    _require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    learner = _learner(shelf, body.learner)
    changes = cast("bodies.ProfileChange | None", operation.personal)
    profile = learner.profile
    if changes is not None and profile is not None:
        profile = changed_profile(profile, changes.fields)
    corrected = replace(
        learner,
        programme=learner.programme if body.programme is None else body.programme,
        intake_year=learner.intake_year if body.intake_year is None else body.intake_year,
        class_name=learner.class_name if body.class_name is None else body.class_name,
        profile=profile,
        revision=learner.revision + 1,
    )
    return (corrected,)


def _alias_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerAliased, operation.body)
    _require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    learner = _learner(shelf, body.learner)
    canonical = _learner(shelf, body.canonical)
    if learner.learner == canonical.learner or canonical.alias_of is not None or learner.alias_of is not None:
        raise Refused("learner.alias_chain", learner=body.learner)
    return (replace(learner, alias_of=canonical.learner, revision=learner.revision + 1),)


def _unalias_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerUnaliased, operation.body)
    _require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    learner = _learner(shelf, body.learner)
    if learner.alias_of is None:
        raise Refused("learner.not_aliased", learner=body.learner)
    return (replace(learner, alias_of=None, revision=learner.revision + 1),)


def _change_account(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.AccountStateChanged, operation.body)
    _require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    return (account_acts.changed(_learner(shelf, body.learner), body.state),)


def _bring_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerBrought, operation.body)
    _require(operation, shelf, Role.CENTRAL_SERVER)
    profile = cast("LearnerProfile | None", operation.personal)
    brought = account_acts.brought(body, profile, shelf.learner(body.learner))
    return (brought,) if shelf.account(body.learner) else (brought, AccountHead(body.learner))


def _bring_ledger(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LedgerBrought, operation.body)
    _require(operation, shelf, Role.CENTRAL_SERVER)
    return account_acts.brought_entries(shelf.account(body.account) or AccountHead(body.account), body)


def _dispose_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerDisposed, operation.body)
    _require(operation, shelf, *DISPOSERS)
    learner = _learner(shelf, body.learner)
    if body.disposal is None:
        raise Refused("disposal.not_approved", learner=body.learner)
    _disposal(shelf, body.disposal).check_covers(DisposalItem(DisposalKind.LEARNER, body.learner))
    return (replace(learner, profile=None, revision=learner.revision + 1),)


def _disposal(shelf: Shelf, disposal: DisposalId) -> Disposal:
    found = shelf.disposal(disposal)
    if found is None:
        raise Refused("disposal.unknown", disposal=disposal)
    return found


def _propose_disposal(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(privacy.DisposalProposed, operation.body)
    _require(operation, shelf, *PROPOSERS)
    return (privacy_acts.propose(operation, shelf.disposal(body.disposal)),)


def _decide_disposal(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(privacy.DisposalDecided, operation.body)
    _require(operation, shelf, *APPROVERS)
    return (privacy_acts.decide(operation, _disposal(shelf, body.disposal)),)


def _carry_out_disposal(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(privacy.DisposalCarriedOut, operation.body)
    _require(operation, shelf, *DISPOSERS)
    return (privacy_acts.carry_out(operation, _disposal(shelf, body.disposal)),)


def _dispose_scans(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(privacy.ScansDisposed, operation.body)
    _require(operation, shelf, *DISPOSERS)
    application = shelf.application(body.application)
    if application is None:
        raise Refused("application.unknown", application=body.application)
    return (privacy_acts.dispose_scans(operation, _disposal(shelf, body.disposal), application),)


def _note_correction(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    """A request changes nothing by itself; the learner is named as touched, so that screens read again."""
    body = cast("privacy.CorrectionRequested | privacy.CorrectionDeclined", operation.body)
    _require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    return (_learner(shelf, body.learner),)


def _post(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LedgerPosted, operation.body)
    _require(operation, shelf, Role.CENTRAL_SERVER)
    head = shelf.account(body.account) or AccountHead(body.account)
    for entry in body.entries:
        if entry.kind is EntryKind.REVERSE:
            _check_reversal(entry, shelf)
        placed, head = append(head, entry)
        if placed != entry:
            raise Refused("ledger.broken_chain", account=body.account, number=entry.number)
    records: list[Record] = [*body.entries, head]
    if body.application is not None:
        records.append(_mark_posted(operation, body, shelf))
    return tuple(records)


def _check_reversal(entry: LedgerEntry, shelf: Shelf) -> None:
    reversed_entry = None if entry.reverses is None else shelf.entry(entry.reverses)
    if reversed_entry is None or reversed_entry.credits + entry.credits != ZERO:
        raise Refused("ledger.reversal_mismatch", entry=entry.entry)


def _mark_posted(operation: Operation, body: bodies.LedgerPosted, shelf: Shelf) -> Application:
    application = shelf.application(cast(ApplicationId, body.application))
    if application is None:
        raise Refused("application.unknown", application=str(body.application))
    return post_lines(application, operation, body.entries)


def _issue_paper(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PaperIssued, operation.body)
    _acting(operation, shelf)
    if shelf.paper(body.paper) is not None:
        raise Refused("paper.exists", paper=body.paper)
    text = cast("bodies.PaperText | None", operation.personal)
    paper = Paper(
        paper=body.paper,
        kind=body.kind,
        number=body.number,
        language=body.language,
        learner=body.learner,
        office=operation.header.office,
        issued_by=operation.header.person,
        issued_on=operation.header.on,
        sha256=body.sha256,
        operation=operation.header.operation,
        application=body.application,
        up_to_entry=body.up_to_entry,
        data=None if text is None else text.data,
    )
    return (paper,)


def _paper(shelf: Shelf, paper: PaperId) -> Paper:
    found = shelf.paper(paper)
    if found is None:
        raise Refused("paper.unknown", paper=paper)
    if found.voided:
        raise Refused("paper.voided", paper=paper)
    return found


def _copy_paper(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PaperCopied, operation.body)
    _acting(operation, shelf)
    paper = _paper(shelf, body.paper)
    return (replace(paper, copies=paper.copies + 1),)


def _void_paper(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PaperVoided, operation.body)
    _acting(operation, shelf)
    return (replace(_paper(shelf, body.paper), voided=True, void_reason=body.reason),)


Handler = Callable[[Operation, Shelf], tuple[Record, ...]]

_HANDLERS: Mapping[type, Handler] = MappingProxyType(
    {
        bodies.OfficeConfigured: _configure_office,
        bodies.PersonEnrolled: _enrol_person,
        bodies.PersonChanged: _change_person,
        bodies.PersonRenamed: _rename_person,
        bodies.DeviceEnrolled: _enrol_device,
        bodies.DeviceRenamed: _rename_device,
        bodies.DeviceWithdrawn: _withdraw_device,
        bodies.NumberBlockAllotted: _allot_block,
        bodies.LearnerRegistered: _register_learner,
        bodies.LearnerUnregistered: _unregister_learner,
        bodies.LearnerCorrected: _correct_learner,
        bodies.LearnerAliased: _alias_learner,
        bodies.LearnerUnaliased: _unalias_learner,
        bodies.AccountStateChanged: _change_account,
        bodies.LearnerBrought: _bring_learner,
        bodies.LedgerBrought: _bring_ledger,
        bodies.LearnerDisposed: _dispose_learner,
        bodies.LedgerPosted: _post,
        bodies.PaperIssued: _issue_paper,
        bodies.PaperCopied: _copy_paper,
        bodies.PaperVoided: _void_paper,
        privacy.CorrectionRequested: _note_correction,
        privacy.CorrectionDeclined: _note_correction,
        privacy.DisposalProposed: _propose_disposal,
        privacy.DisposalDecided: _decide_disposal,
        privacy.DisposalCarriedOut: _carry_out_disposal,
        privacy.ScansDisposed: _dispose_scans,
    }
)
