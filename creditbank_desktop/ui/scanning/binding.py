"""Making files of documents: on a worker thread, each with its own end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.domain.scans import ScannedDocument
from creditbank_desktop.services.results import NO_CHANGES, Changes
from creditbank_desktop.ui.scanning.desk import ScanDesk


@dataclass(frozen=True, slots=True)
class Bound:
    """The files that were made, of which documents, and what kept the others."""

    evidence: tuple[Evidence, ...] = ()
    documents: frozenset[str] = frozenset()
    changes: Changes = NO_CHANGES
    problems: tuple[Problem, ...] = ()
    failure: EnvironmentFault | Refused | None = None


def bind_all(desk: ScanDesk, draft: str, documents: Sequence[ScannedDocument]) -> Bound:
    """Make a file of each document; what is wrong with one does not keep the others, a fault does."""
    bound = Bound()
    for document in documents:
        try:
            made = desk.pages.bind(desk.actor, draft, document)
        except Problems as wrong:
            bound = Bound(bound.evidence, bound.documents, bound.changes, (*bound.problems, *wrong.problems))
        except (EnvironmentFault, Refused) as failure:
            return Bound(bound.evidence, bound.documents, bound.changes, bound.problems, failure)
        else:
            bound = Bound(
                (*bound.evidence, made.value),
                bound.documents | {document.document},
                bound.changes | made.changes,
                bound.problems,
            )
    return bound
