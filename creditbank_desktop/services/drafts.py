"""Drafts as they are kept: a form in plain text, readable again by later versions."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.domain.codec import Plain, from_plain, to_plain
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import LearnerId
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
    )
    return to_plain(content)


def form_of_draft(draft: str, data: Plain) -> ApplicationForm:
    """Return the form kept under the id ``draft``; raises `Malformed` for data that is none."""
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
    )


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
