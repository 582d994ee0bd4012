"""Drafts as they are kept: a form in plain text, readable again by later versions."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.domain.codec import decode, encode
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.services.views_intake import ApplicationForm, OutcomeForm, ProxyForm


@dataclass(frozen=True, slots=True)
class DraftContent:
    """An application form in the order of its fields; ``confirmed`` sorted."""

    learner: LearnerId | None = None
    outcomes: tuple[OutcomeForm, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    proxy: ProxyForm | None = None
    note: str = ""
    confirmed: tuple[str, ...] = ()


def draft_text(form: ApplicationForm) -> str:
    """Return the form as canonical JSON."""
    content = DraftContent(
        form.learner, form.outcomes, form.evidence, form.proxy, form.note, tuple(sorted(form.confirmed))
    )
    return encode(content).decode()


def form_of_draft(draft: str, text: str) -> ApplicationForm:
    """Return the form kept under the id ``draft``; raises `Malformed` for text that is none."""
    content = decode(DraftContent, text.encode())
    return ApplicationForm(
        content.learner,
        content.outcomes,
        content.evidence,
        content.proxy,
        content.note,
        frozenset(content.confirmed),
        draft,
    )


def draft_title(form: ApplicationForm) -> str:
    """Return what the list of drafts shows: the first title typed, or ""."""
    titles = (outcome.fields.get("title", "").strip() for outcome in form.outcomes)
    return next((title for title in titles if title), "")
