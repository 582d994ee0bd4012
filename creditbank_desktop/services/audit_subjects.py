"""What the subjects of the audit trail are called, and which lines belong to what somebody typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from creditbank_desktop.domain.ids import LearnerId, PersonId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.reader import Reader

_SEES_NUMBERS = frozenset({Role.SECURITY_OFFICER})
_SHOWN_OF_ACCOUNT = 4


def subject_numbers(
    reader: Reader, subjects: Iterable[tuple[str, str]], roles: frozenset[Role]
) -> Mapping[tuple[str, str], str]:
    """Return, by kind and id, what subjects are called; those that have no name here are left out.

    Never a learner's name. Only a security officer sees a learner's account number whole; others see its end.
    """
    wanted = set(subjects)
    found = reader.subject_numbers(wanted)
    if roles.isdisjoint(_SEES_NUMBERS):
        for key in found:
            if key[0] in ("learner", "account"):
                found[key] = "*" * (len(found[key]) - _SHOWN_OF_ACCOUNT) + found[key][-_SHOWN_OF_ACCOUNT:]
    names = {person.person: person.name for person in reader.people()}
    for kind, subject in wanted:
        if kind == "person" and PersonId(subject) in names:
            found[kind, subject] = names[PersonId(subject)]
    return found


def subjects_named(reader: Reader, text: str) -> tuple[str, ...]:
    """Return the ids that ``text`` stands for: of a learner (by account number or id) with account, files and
    papers, of a file by its receipt number, of a paper by its number, or else the text as an id.
    """
    asked = text.strip()
    found = reader.learner_by_account(asked.upper().replace(" ", "")) or reader.learner(LearnerId(asked))
    if found is not None:
        learner = found.learner
        files = (file.application for file in reader.applications_of(learner))
        papers = (paper.paper for paper in reader.papers_of(learner))
        return (learner, *files, *papers)
    return (*reader.subjects_by_number(asked.upper()), asked)
