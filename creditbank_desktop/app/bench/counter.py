"""How long the counter takes to find a title and to estimate credits while somebody types."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random

from creditbank_desktop.app.bench.big_store import roll_store
from creditbank_desktop.app.bench.measures import Report, figure, milliseconds
from creditbank_desktop.app.bench.submit import seeded_forms
from creditbank_desktop.app.office import Session
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.views_intake import ApplicationForm

LOOK_UPS = 600
FORMS = 50
ESTIMATES = 300
LOOK_UP_TARGET = "≤ 50 ms at p95"
ESTIMATE_TARGET = "≤ 100 ms at p95"
_KINDS = (ReferenceKind.CERTIFICATE, ReferenceKind.CONTEST)
"""The catalogues that come with names."""


def measure(learners: int) -> Report:
    """Look titles up and estimate forms of learners all over the roll, in a copy of the store."""
    with roll_store(learners).copied() as store:
        session = store.open()
        try:
            typed = _typed(session, store.seed)
            first_title = _look_up(session, *typed[0])
            titles = [_look_up(session, kind, text) for kind, text in typed]
            plain = [_plain(session, kind, text) for kind, text in typed]
            forms = list(islice(seeded_forms(session, store.seed), FORMS))
            first_estimate = _estimate(session, forms[0])
            estimates = [
                _estimate(session, _edited(forms[number % FORMS], number)) for number in range(ESTIMATES)
            ]
        finally:
            session.close()
        baseline = ("bare comparison of every name", plain)
        figures = (
            figure("first title after opening", "ms", [first_title]),
            figure("title, by name, alias or a slip", "ms", titles, target=LOOK_UP_TARGET, baseline=baseline),
            figure("first estimate after opening", "ms", [first_estimate]),
            figure("estimate of two outcomes", "ms", estimates, target=ESTIMATE_TARGET),
        )
        return Report("counter", store.seed, figures, (store.told(),))


def _typed(session: Session, seed: int) -> list[tuple[ReferenceKind, str]]:
    """Return what people type: half a name, an alias, or a name with one character left out."""
    chance = Random(seed)
    entries = [
        (kind, entry.fields)
        for kind in _KINDS
        for entry in session.room.reference.book.entries(kind)
        if entry.fields.get("name_zh")
    ]
    typed = []
    for number in range(LOOK_UPS):
        kind, fields = chance.choice(entries)
        name = fields["name_zh"]
        aliases = [alias for alias in fields.get("aliases", "").split(";") if alias]
        gap = chance.randrange(len(name))
        ways = (
            name[: max(2, len(name) // 2)],
            chance.choice(aliases or [name]),
            name[:gap] + name[gap + 1 :],
        )
        typed.append((kind, ways[number % 3]))
    return typed


def _look_up(session: Session, kind: ReferenceKind, text: str) -> float:
    return milliseconds(lambda: session.services.catalogues.find(session.actor, kind, text))


def _plain(session: Session, kind: ReferenceKind, text: str) -> float:
    book = session.room.reference.book
    return milliseconds(lambda: [one for one in book.entries(kind) if text in one.fields.get("name_zh", "")])


def _edited(form: ApplicationForm, number: int) -> ApplicationForm:
    """Return the form with another title, as at the next key."""
    first, *others = form.outcomes
    title = f"{first.fields.get('title', '')}{number}"
    return replace(form, outcomes=(replace(first, fields={**first.fields, "title": title}), *others))


def _estimate(session: Session, form: ApplicationForm) -> float:
    return milliseconds(lambda: session.services.intake.check(session.actor, form))
