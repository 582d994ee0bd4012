"""Applications as rows and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from creditbank_desktop.domain.applications import (
    Application,
    Deed,
    MissingMaterial,
    Proxy,
    RuleSetReference,
)
from creditbank_desktop.domain.codec import decode, encode
from creditbank_desktop.domain.evidence import Evidence, OriginalComparison
from creditbank_desktop.domain.outcomes import duplicate_keys
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.models.application_rows import (
    ApplicationRow,
    ComparisonRow,
    DeedRow,
    DuplicateKeyRow,
    EvidenceRow,
    MissingMaterialRow,
    OutcomeLineRow,
)
from creditbank_desktop.models.line_translation import line_of, line_values
from creditbank_desktop.models.projection import Projection, Values


@dataclass(frozen=True, slots=True)
class ApplicationParts:
    """The child rows of one application, each kind in its order."""

    lines: Iterable[Any]
    evidence: Iterable[Any]
    compared: Iterable[Any]
    missing: Iterable[Any]
    deeds: Iterable[Any]


def application_projection(application: Application) -> Projection:
    """Return the rows of an application: the head and everything that it owns."""
    key = application.application
    children: dict[Any, tuple[Values, ...]] = {
        OutcomeLineRow: tuple(line_values(key, place, line) for place, line in enumerate(application.lines)),
        EvidenceRow: tuple(_evidence(key, place, item) for place, item in enumerate(application.evidence)),
        ComparisonRow: tuple(
            _comparison(key, place, item) for place, item in enumerate(application.compared)
        ),
        MissingMaterialRow: tuple(
            _missing(key, place, item) for place, item in enumerate(application.missing)
        ),
        DeedRow: tuple(_deed(key, place, deed) for place, deed in enumerate(application.deeds)),
        DuplicateKeyRow: _duplicates(application),
    }
    return Projection(ApplicationRow, _head(application), children, revision="revision")


def application_of(row: Any, parts: ApplicationParts) -> Application:
    """Return the application that an `ApplicationRow` and its child rows hold."""
    rule_set = None
    if row.rule_set_family is not None:
        rule_set = RuleSetReference(row.rule_set_family, row.rule_set_version, row.rule_set_hash)
    return Application(
        application=row.application,
        learner=row.learner,
        office=row.office,
        programme=row.programme,
        receipt_number=row.receipt_number,
        state=State(row.state),
        received_on=row.received_on,
        entered_on=row.entered_on,
        promised_on=row.promised_on,
        lines=tuple(line_of(line) for line in parts.lines),
        evidence=tuple(_evidence_of(item) for item in parts.evidence),
        compared=tuple(OriginalComparison(item.evidence, item.person, item.at) for item in parts.compared),
        missing=tuple(MissingMaterial(item.material, item.line, item.note) for item in parts.missing),
        deeds=tuple(_deed_of(deed) for deed in parts.deeds),
        accepted_on=row.accepted_on,
        rule_set=rule_set,
        supplement_due_on=row.supplement_due_on,
        supplement_extended=row.supplement_extended,
        resume_to=None if row.resume_to is None else State(row.resume_to),
        publicity_from=row.publicity_from,
        publicity_to=row.publicity_to,
        delivered_on=row.delivered_on,
        delivered_how=row.delivered_how,
        proxy=None if row.proxy is None else decode(Proxy, row.proxy.encode()),
        note=row.note,
        scans_disposed_on=row.scans_disposed_on,
        revision=row.revision,
    )


def _head(application: Application) -> Values:
    rule_set = application.rule_set
    return {
        "application": application.application,
        "learner": application.learner,
        "office": application.office,
        "programme": application.programme,
        "receipt_number": application.receipt_number,
        "state": application.state.value,
        "received_on": application.received_on,
        "entered_on": application.entered_on,
        "promised_on": application.promised_on,
        "accepted_on": application.accepted_on,
        "rule_set_family": None if rule_set is None else rule_set.family,
        "rule_set_version": None if rule_set is None else rule_set.version,
        "rule_set_hash": None if rule_set is None else rule_set.content_hash,
        "supplement_due_on": application.supplement_due_on,
        "supplement_extended": application.supplement_extended,
        "resume_to": None if application.resume_to is None else application.resume_to.value,
        "publicity_from": application.publicity_from,
        "publicity_to": application.publicity_to,
        "delivered_on": application.delivered_on,
        "delivered_how": application.delivered_how,
        "proxy": None if application.proxy is None else encode(application.proxy).decode(),
        "note": application.note,
        "scans_disposed_on": application.scans_disposed_on,
        "revision": application.revision,
    }


def _duplicates(application: Application) -> tuple[Values, ...]:
    return tuple(
        {
            "duplicate_key": key,
            "application": application.application,
            "line": line.line,
            "learner": application.learner,
        }
        for line in application.lines
        if line.outcome is not None
        for key in duplicate_keys(line.outcome)
    )


def _evidence(application: str, position: int, evidence: Evidence) -> Values:
    return {
        "application": application,
        "position": position,
        "evidence": evidence.evidence,
        "blob": evidence.blob,
        "size_bytes": evidence.size_bytes,
        "media_type": evidence.media_type,
        "file_name": evidence.file_name,
        "material": evidence.material,
        "line": evidence.line,
        "pages": evidence.pages,
    }


def _evidence_of(row: Any) -> Evidence:
    return Evidence(
        row.evidence,
        row.blob,
        row.size_bytes,
        row.media_type,
        row.file_name,
        row.material,
        row.line,
        row.pages,
    )


def _comparison(application: str, position: int, compared: OriginalComparison) -> Values:
    return {
        "application": application,
        "position": position,
        "evidence": compared.evidence,
        "person": compared.person,
        "at": compared.at,
    }


def _missing(application: str, position: int, missing: MissingMaterial) -> Values:
    return {
        "application": application,
        "position": position,
        "material": missing.material,
        "line": missing.line,
        "note": missing.note,
    }


def _deed(application: str, position: int, deed: Deed) -> Values:
    return {
        "application": application,
        "position": position,
        "operation": deed.operation,
        "act": deed.act.value,
        "person": deed.person,
        "device": deed.device,
        "at": deed.at,
        "before": deed.before.value,
        "after": deed.after.value,
        "reason": deed.reason,
        "note": deed.note,
        "undone": deed.undone,
    }


def _deed_of(row: Any) -> Deed:
    return Deed(
        row.operation,
        Act(row.act),
        row.person,
        row.device,
        row.at,
        State(row.before),
        State(row.after),
        row.reason,
        row.note,
        row.undone,
    )
