"""Drafts as they are kept: a form in plain text, readable again by later versions."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.domain.codec import Plain, from_plain, to_plain
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import EvidenceId, LearnerId
from creditbank_desktop.domain.scans import ScannedDocument
from creditbank_desktop.models import views as stored
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.views_applications import DraftRow
from creditbank_desktop.services.views_intake import ApplicationForm, OutcomeForm, ProxyForm

INTAKE_DRAFT = "intake"


@dataclass(frozen=True, slots=True)
class DraftContent:
    """An application form in the order of its fields; ``confirmed`` sorted."""

    learner: LearnerId | None = None
    outcomes: tuple[OutcomeForm, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    proxy: ProxyForm | None = None
    note: str = ""
    confirmed: tuple[str, ...] = ()
    tray: tuple[ScannedDocument, ...] = ()
    compared: tuple[EvidenceId, ...] = ()


def draft_plain(form: ApplicationForm) -> Plain:
    """Return the form as plain JSON data."""
    content = DraftContent(
        form.learner,
        form.outcomes,
        form.evidence,
        form.proxy,
        form.note,
        tuple(sorted(form.confirmed)),
        form.tray,
        tuple(sorted(form.compared)),
    )
    return to_plain(content)


def form_of_draft(draft: str, data: Plain, revision: int = 0) -> ApplicationForm:
    """Return the form kept under the id ``draft`` at a revision; raises `Malformed` for data that is none."""
    content = from_plain(DraftContent, data)
    return ApplicationForm(
        content.learner,
        content.outcomes,
        content.evidence,
        content.proxy,
        content.note,
        frozenset(content.confirmed),
        draft,
        content.tray,
        revision,
        frozenset(content.compared),
    )


def check_revision(reader: Reader, form: ApplicationForm) -> None:
    """Raise `Refused` if the form's draft is not as the form saw it last.

    Codes: "draft.gone" (handed in or thrown away), "draft.changed" (saved from another window). A form that
    was never saved, or whose reader did not ask for the revision, is not checked.
    """
    if not form.draft or not form.draft_revision:
        return
    kept = reader.draft(form.draft)
    if kept is None:
        raise Refused("draft.gone", draft=form.draft)
    if kept.version != form.draft_revision:
        raise Refused("draft.changed", draft=form.draft)


def draft_row(reader: Reader, draft: stored.Draft) -> DraftRow:
    """Return what the list of drafts shows: learner, title and time."""
    form = form_of_draft(draft.draft, draft.data)
    learner = None if form.learner is None else reader.learner(form.learner)
    name = "" if learner is None or learner.profile is None else learner.profile.name
    return DraftRow(draft.draft, form.learner, name, draft_title(form), draft.updated_at)


def draft_title(form: ApplicationForm) -> str:
    """Return what the list of drafts shows: the first title typed, or ""."""
    titles = (outcome.fields.get("title", "").strip() for outcome in form.outcomes)
    return next((title for title in titles if title), "")
