"""Words of the sync: steps on the road to the server, why something waits, what an operation did."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.sync.desk_views import Step
from creditbank_desktop.sync.face import Stage
from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.theme.colours import Tone

STEPS: Mapping[Step, str] = {
    Step.SAVED: mark("Saved here"),
    Step.SENT: mark("Sent"),
    Step.REGISTERED: mark("Registered"),
    Step.POSTED: mark("Posted"),
    Step.HELD: mark("Held"),
    Step.CONFLICT: mark("Conflict"),
    Step.REJECTED: mark("Rejected"),
    Step.WAITING_HERE: mark("Waits here"),
    Step.SET_ASIDE: mark("Set aside"),
}

MEANINGS: Mapping[Step, str] = {
    Step.SAVED: mark("It is only on this computer. The next sync sends it."),
    Step.SENT: mark("It was sent and not answered yet. The next sync asks again; nothing is doubled."),
    Step.REGISTERED: mark("The server has taken it in."),
    Step.POSTED: mark("The credits stand in the ledger."),
    Step.HELD: mark("The server has it and waits for something that it builds on."),
    Step.CONFLICT: mark("The server has it. A person must decide between two versions."),
    Step.REJECTED: mark("The server did not allow it. Nothing of it is lost; look at the application."),
    Step.WAITING_HERE: mark("It was received and waits for something that it builds on."),
    Step.SET_ASIDE: mark("It was received and does not fit the records here. A person must look."),
}

STAGES: Mapping[Stage, str] = {
    Stage.WAITING: mark("Connecting …"),
    Stage.PUSHING: mark("Sending"),
    Stage.PULLING: mark("Receiving"),
    Stage.FILES: mark("Files"),
    Stage.DONE: mark("Finishing …"),
}

SERVER_REASONS: Mapping[str, str] = {
    "application.unknown": mark("the application has not arrived there"),
    "application.wrong_state": mark("the application stood in another state there"),
    "blob.other_content": mark("a file arrived with other content"),
    "blob.too_large": mark("a file is too large for it"),
    "database.away": mark("its database is away"),
    "device.inactive": mark("this computer was shut out there"),
    "device.unknown": mark("this computer is not enrolled there"),
    "enrolment.code_expired": mark("the enrolment code is too old"),
    "enrolment.code_unknown": mark("the server does not know this enrolment code"),
    "enrolment.code_used": mark("the enrolment code was used before"),
    "enrolment.device_taken": mark("this computer belongs to another office there"),
    "enrolment.office_taken": mark("the office is enrolled already"),
    "enrolment.other_office": mark("the enrolment code is for another office"),
    "epoch.changed": mark("the server was restored from a backup"),
    "learner.unknown": mark("the learner has not arrived there"),
    "learner_key.unknown": mark("the learner's key has not arrived there"),
    "look_up.too_many": mark("it was asked about too many people in an hour"),
    "number_block.empty": mark("the block of numbers asked for is empty"),
    "number_block.overlaps": mark("the block of numbers overlaps another"),
    "office.unknown": mark("the office is not known there"),
    "operation.altered": mark("the same record arrived with other content"),
    "operation.behind_held": mark("an earlier step of the same file is held"),
    "operation.failed": mark("the server could not work on it"),
    "operation.foreign_device": mark("it was made on another computer"),
    "operation.foreign_office": mark("it belongs to another office"),
    "operation.held_before": mark("an earlier step of the same file is held"),
    "operation.malformed": mark("its content is damaged"),
    "operation.server_only": mark("only the server may do this"),
    "paper.unknown": mark("the paper has not arrived there"),
    "person.central_role": mark("nobody may take the server's role"),
    "person.self_enrolment": mark("nobody may enrol himself"),
    "person.unknown": mark("the person is not known there"),
    "posting.cap_exceeded": mark("the credits would exceed what the rules allow"),
    "posting.credited_twice": mark(
        "two accounts of this person hold credits for the same outcome; one of the two has to be revoked"
    ),
    "posting.duplicate": mark("the outcome was credited before"),
    "posting.duplicate_of_person": mark(
        "the outcome was credited before, in another account of the same person"
    ),
    "posting.outcome_unreadable": mark("the outcome cannot be read there"),
    "request.malformed": mark("the request arrived damaged"),
    "request.too_large": mark("the batch is too large for it"),
    "signature.wrong": mark("a signature does not agree"),
    "stream.broken": mark("the chain of this computer's records is broken"),
    "stream.forked": mark("this store was restored or copied to a second computer"),
    "stream.gap": mark("records before it are missing there"),
    "version.too_old": mark("this version of the program is too old for it"),
}

RECORDS: Mapping[str, str] = {
    "application": mark("Application"),
    "learner": mark("Learner"),
    "paper": mark("Paper"),
    "account": mark("Account"),
    "": mark("Office and people"),
}

_TONES: Mapping[Step, Tone] = {
    Step.SAVED: Tone.WARNING,
    Step.SENT: Tone.INFO,
    Step.REGISTERED: Tone.NEUTRAL,
    Step.POSTED: Tone.SUCCESS,
    Step.HELD: Tone.WARNING,
    Step.WAITING_HERE: Tone.WARNING,
}


def word_step(step: Step) -> Words:
    """How far a record has come."""
    return tr(STEPS[step])


def word_meaning(step: Step) -> Words:
    """What a step means and what happens next."""
    return tr(MEANINGS[step])


def word_stage(stage: Stage) -> Words:
    """What a run is doing."""
    return tr(STAGES[stage])


def word_record(kind: str) -> Words | str:
    """What kind of record it is."""
    return tr(RECORDS[kind]) if kind in RECORDS else kind


def step_tone(step: Step) -> Tone:
    """Return the tint of a step; what needs a person is red."""
    return _TONES.get(step, Tone.DANGER)


def word_server_reason(code: str) -> Words | str:
    """Why the server did not take something, as part of a sentence."""
    return tr(SERVER_REASONS[code]) if code in SERVER_REASONS else code
