"""Writes docs/privileges.md: every action of every service, and which roles may call it.

    privilege_matrix.py            write the page anew
    privilege_matrix.py --check    change nothing; exit 1 when the page is out of date

The table is the program's own (`creditbank_desktop.services.roles`), the Chinese words are those of the
screens.
"""

from __future__ import annotations

import argparse
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.roles import PERMITTED
from creditbank_desktop.ui.wording.names import ROLES

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "privileges.md"
CATALOGUES = ROOT / "resources" / "translations" / "zh_CN"
YES, NO = "●", ""

HEAD = """# Privileges

Who may call what. Written by `python installer/privilege_matrix.py` from the table that the program works
by; a test compares the two, and another calls every action as every role
(`tests/services/test_services_privileges.py`).

* **Every call of every service is in the table** and takes the person who acts, whose unlocked key signs
  it. Two calls make that person and so cannot ask for one: `IdentityService.admit` (a passphrase) and
  `IdentityService.set_up` (a new office).
* A person may hold several roles; the table asks for one of them. **On one file the roles do not add up**:
  whoever took it in, reviewed it or evaluated it is kept from the later steps by four eyes, here and again
  on the server.
* The reducer, which applies every operation on every device and on the server, checks states and roles once
  more. The central server's own role signs nothing that a person calls.
* Administrator and security officer read no learner's file on the screen; the sync centre shows them learners
  masked. What they can do is make a backup, which nobody reads without its keys, and the export of everything
  in open formats, which asks for a purpose and leaves an entry in the audit trail.
* Synchronising (`sync_now`, `status`) goes on while nobody is signed in; it shows nothing personal and
  signs with the device's key. Connecting a computer to a server is the administrator's.
"""


def chinese_words() -> dict[str, str]:
    """Return what the screens say in Chinese, by the English text."""
    found: dict[str, str] = {}
    for catalogue in sorted(CATALOGUES.glob("*.ts")):
        for message in ET.parse(catalogue).iter("message"):
            found[message.findtext("source", "")] = message.findtext("translation", "")
    return found


def page() -> str:
    """Return the page as it should be."""
    return "\n".join([HEAD, *_roles(), *_matrices()]).rstrip() + "\n"


def staff() -> tuple[Role, ...]:
    """Return the roles of people, in the order of the columns."""
    return tuple(role for role in Role if role is not Role.CENTRAL_SERVER)


def _roles() -> Iterator[str]:
    chinese = chinese_words()
    yield "## Roles\n"
    yield "| | role | 角色 | may call |"
    yield "|---|---|---|---|"
    for number, role in enumerate(staff(), start=1):
        words = ROLES[role.value]
        count = sum(role in roles for roles in PERMITTED.values())
        yield f"| {number} | {words} | {chinese.get(words, '')} | {count} of {len(PERMITTED)} |"
    yield ""


def _matrices() -> Iterator[str]:
    services = list(dict.fromkeys(action.partition(".")[0] for action in PERMITTED))
    for service in services:
        yield f"## {service}\n"
        yield "| action | " + " | ".join(str(number) for number in range(1, len(staff()) + 1)) + " |"
        yield "|---|" + ":-:|" * len(staff())
        for action, roles in PERMITTED.items():
            if action.partition(".")[0] == service:
                marks = " | ".join(YES if role in roles else NO for role in staff())
                yield f"| `{action.partition('.')[2]}` | {marks} |"
        yield ""


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is up to date."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="change nothing")
    if not parser.parse_args(arguments).check:
        PAGE.write_text(page(), "utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text("utf-8") == page():
        return 0
    print(f"{PAGE.name} is out of date: run python installer/privilege_matrix.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
