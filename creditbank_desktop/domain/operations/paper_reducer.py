"""What operations change in issued papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import (
    PaperId,
)
from creditbank_desktop.domain.operations import registry_bodies as bodies
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.shelf import Handler, Record, Shelf, acting
from creditbank_desktop.domain.papers import Paper


def _issue_paper(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PaperIssued, operation.body)
    acting(operation, shelf)
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
    acting(operation, shelf)
    paper = _paper(shelf, body.paper)
    return (replace(paper, copies=paper.copies + 1),)


def _void_paper(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.PaperVoided, operation.body)
    acting(operation, shelf)
    return (replace(_paper(shelf, body.paper), voided=True, void_reason=body.reason),)


HANDLERS: Mapping[type, Handler] = MappingProxyType(
    {
        bodies.PaperIssued: _issue_paper,
        bodies.PaperCopied: _copy_paper,
        bodies.PaperVoided: _void_paper,
    }
)
