"""What a file says, as names and values for reading: the outcome's fields, decisions, deeds, what changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from creditbank_desktop.domain.applications import OutcomeLine
from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.decisions import LineDecision
from creditbank_desktop.domain.outcomes import Outcome, VerificationState
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.outcome_fields import FIELDS_OF
from creditbank_desktop.services.views_applications import DeedView
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.services.views_intake import FieldKind, FieldSpec
from creditbank_desktop.ui.evaluation.wording import word_target
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.wording.names import (
    word_act,
    word_actor,
    word_line_result,
    word_outcome_type,
    word_state,
    word_verification_state,
)
from creditbank_desktop.ui.wording.outcome_fields import (
    word_outcome_choice,
    word_outcome_field,
    word_with_unit,
)
from creditbank_desktop.ui.wording.phrases import PhrasesInForce

Fact = tuple[str, str]

_USUAL = {"language": "zh", "score_scale": "percent", "verified_by": "none", "team_size": "1"}


def outcome_facts(line: OutcomeLine) -> tuple[Fact, ...]:
    """Return the fields of an outcome that are filled, in the order of the intake form."""
    outcome = line.outcome
    if outcome is None:
        return ()
    facts: list[Fact] = []
    for spec in FIELDS_OF[line.type]:
        value = _field_value(outcome, spec.name)
        if spec.name == "title" or value in (None, "", (), False) or _USUAL.get(spec.name) == str(value):
            continue
        facts.append((word_outcome_field(spec.name), _say(value, spec, line)))
    if outcome.verification_state is not VerificationState.CONFIRMED:
        state = word_verification_state(outcome.verification_state.value)
        facts.append((word_outcome_field("verification_state"), state))
    return tuple(facts)


def title_of(line: OutcomeLine) -> str:
    """Return the title of an outcome, its type once the learner's data was disposed of."""
    return line.outcome.title if line.outcome is not None else str(word_outcome_type(line.type.value))


def decision_text(decision: LineDecision, case: Case) -> Words | str:
    """Return a decision in one line: result, credits, target."""
    result = word_line_result(decision.result.value)
    if not decision.result.gives_credit:
        return result
    return tr("{result} {credits} → {target}").format(
        result=result, credits=format_credits(decision.credits), target=word_target(decision.target, case)
    )


def reasons_text(decision: LineDecision, book: PhrasesInForce) -> str:
    """Return the reasons behind a decision: phrases, then free text."""
    parts = [str(book.words(code)) for code in decision.reason_codes]
    return " · ".join([*parts, decision.reason_text] if decision.reason_text else parts)


def deed_text(deed: DeedView) -> Words:
    """Return an act in one line: when, who, what."""
    return tr("{when} {who}: {act}").format(
        when=deed.at.astimezone().strftime("%Y-%m-%d %H:%M"),
        who=word_actor(deed),
        act=word_act(deed.act.value),
    )


def sum_up(case: Case) -> str:
    """Return state and decisions of a file in one line, to compare two readings of it."""
    decided = [
        f"{title_of(line)}: {decision_text(line.decision, case)}"
        for line in case.application.live_lines
        if line.decision is not None
    ]
    return " · ".join([str(word_state(case.application.state.value)), *decided])


def new_deeds(seen: Case, now: Case) -> tuple[DeedView, ...]:
    """Return what was done to the file since it was ``seen``."""
    known = {deed.operation for deed in seen.deeds}
    return tuple(deed for deed in now.deeds if deed.operation not in known)


def hindrance(case: Case, act: Act) -> Words | str:
    """Return why this person cannot do ``act``: four eyes with who acted before, else where the file is."""
    earlier = next((before for kept, before in case.kept_from if kept is act), None)
    application = case.application
    if earlier is None and application.state is State.RETURNED and application.resume_to is not None:
        return tr("The file was sent back and goes on elsewhere: {state}.").format(
            state=word_state(application.resume_to.value)
        )
    if earlier is None:
        return tr("It stands elsewhere now: {state}.").format(state=word_state(application.state.value))
    deed = next((d for d in reversed(case.deeds) if d.act is earlier and not d.undone), None)
    return tr(
        "Four eyes: {who} did this on the file before: {earlier} ({day}). Somebody else has to {act}."
    ).format(
        who=deed.person_name if deed is not None else tr("the same person"),
        earlier=word_act(earlier.value),
        day=deed.at.astimezone().date().isoformat() if deed is not None else "–",
        act=word_act(act.value),
    )


def _field_value(outcome: Outcome, name: str) -> object:
    holder: object = outcome.details if hasattr(outcome.details, name) else outcome
    return getattr(holder, name, None)


def _say(value: object, spec: FieldSpec, line: OutcomeLine) -> str:
    if isinstance(value, bool):
        return tr("yes")
    if isinstance(value, tuple):
        return " / ".join(str(part) for part in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        text = format_credits(value) if spec.kind is FieldKind.CREDITS else format(value.normalize(), "f")
        return word_with_unit(text, spec.unit)
    if isinstance(value, int):
        return word_with_unit(str(value), spec.unit)
    return word_outcome_choice(spec.name, str(value), line.type.value)
