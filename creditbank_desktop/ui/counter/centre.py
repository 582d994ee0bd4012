"""What the counter asks the central server about people whom nobody knows here."""

from __future__ import annotations

import re
from collections.abc import Callable

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.folding import without_spaces
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.sync.face import CentralFinding, CentralQuestion

AskCentre = Callable[[Actor, CentralQuestion], CentralFinding]

STUDENT_NUMBER = "student_number"
_RESIDENT_ID = re.compile(r"[0-9]{17}[0-9X]")
_STUDENT = re.compile(r"(?=.*[0-9])[0-9A-Z-]{4,30}")
_PASSPORT = re.compile(r"[A-Z]{1,2}[0-9]{7,8}")


def question_of(text: str) -> CentralQuestion | None:
    """Return what the centre can be asked about ``text``, None for a name: it knows people by number only."""
    number = without_spaces(text).upper()
    if _RESIDENT_ID.fullmatch(number):
        return CentralQuestion(DocumentKind.RESIDENT_ID.value, number)
    if _PASSPORT.fullmatch(number):
        return CentralQuestion(DocumentKind.PASSPORT.value, number)
    return CentralQuestion(STUDENT_NUMBER, number) if _STUDENT.fullmatch(number) else None


def ask_quietly(ask: AskCentre, actor: Actor, question: CentralQuestion) -> CentralFinding | None:
    """Return the centre's answer, None where it cannot be reached or does not answer: it is asked later."""
    try:
        return ask(actor, question)
    except (EnvironmentFault, Refused):
        return None
