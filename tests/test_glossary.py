"""The glossary names every word that the program stores."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from creditbank_desktop.domain.ledger import EntryKind
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import State

SECTIONS: dict[str, type[StrEnum]] = {
    "States of an application": State,
    "Learning outcomes": OutcomeType,
    "Roles": Role,
    "Papers": PaperKind,
    "Ledger entries": EntryKind,
}


@pytest.mark.parametrize("section", SECTIONS)
def test_the_glossary_and_the_program_use_the_same_words(section: str, checkout: Path) -> None:
    text = (checkout / "docs" / "glossary.md").read_text(encoding="utf-8")
    part = text.split(f"\n## {section}\n")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)) == {
        word.value for word in SECTIONS[section]
    }
