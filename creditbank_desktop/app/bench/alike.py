"""How long the hints at the same person take while a new learner's form is filled in."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from creditbank_desktop.app.bench.big_store import roll_store
from creditbank_desktop.app.bench.measures import Report, figure, milliseconds
from creditbank_desktop.app.office import Session
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.services.learner_forms import form_of
from creditbank_desktop.services.likeness import find_alike
from creditbank_desktop.services.views_learners import LearnerForm

FORMS = 300
TARGET = "≤ 50 ms at p95"


def measure(learners: int) -> Report:
    """Look for whoever is like a learner who is there, with a slip in every second form."""
    store = roll_store(learners)
    session = store.open()
    try:
        forms = _forms(session, store.seed)
        curriculum = session.room.curriculum

        def look(form: LearnerForm) -> float:
            return milliseconds(
                lambda: session.store.read(lambda reader: find_alike(reader, form, curriculum))
            )

        first = look(forms[0])
        whole = [look(form) for form in forms]
        checks = [
            milliseconds(lambda form=form: session.services.learners.check(session.actor, form))  # type: ignore[misc]
            for form in forms
        ]
        figures = (
            figure("first hint after opening", "ms", [first]),
            figure("hints", "ms", whole, target=TARGET),
            figure("LearnerService.check with hints", "ms", checks, target=TARGET),
        )
        return Report("alike", store.seed, figures, (store.told(),))
    finally:
        session.close()


def _forms(session: Session, seed: int) -> list[LearnerForm]:
    """Return forms of learners on the roll: another number, and every second birth date off by a day."""
    chance = Random(seed)
    total = session.store.read(lambda reader: reader.learner_count())
    keys = [
        key
        for key in session.store.read(lambda reader: reader.learner_anchors(max(1, total // 2_000)))
        if key
    ]
    forms = []
    for place, key in enumerate(chance.choices(keys, k=FORMS)):
        found = session.store.read(lambda reader, key=key: reader.learner(LearnerId(key[-1])))  # type: ignore[misc]
        if found is not None and found.profile is not None:
            form = form_of(found)
            birth = form.birth_date if place % 2 else ""
            forms.append(_changed(form, birth))
    return forms


def _changed(form: LearnerForm, birth: str) -> LearnerForm:
    return replace(form, document_number="", student_number="", birth_date=birth, phone="")
