"""The page of privileges says what the program does."""

from __future__ import annotations

from creditbank_desktop.services.roles import PERMITTED
from installer.privilege_matrix import PAGE, page, staff


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python installer/privilege_matrix.py"


def test_every_action_has_a_row_and_every_role_both_its_words() -> None:
    text = page()
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert len(rows) == len(PERMITTED)
    marks = sum(row.count("●") for row in rows)
    assert marks == sum(len(roles) for roles in PERMITTED.values())
    roles = [line.split(" | ") for line in text.splitlines() if line.startswith("| ") and " of " in line]
    assert len(roles) == len(staff())
    assert all(role[1] and any("\u4e00" <= character <= "\u9fff" for character in role[2]) for role in roles)
