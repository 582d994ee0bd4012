"""Names of files as anybody may have chosen them, made fit to show, to store and to write again."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST_FILE_NAME = 120
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"/\\|?*')
_UNNAMED = "file"


def clean_name(name: str) -> str:
    """Return the last part of a path as a name that every system takes and that reads as what it is.

    Control characters, marks that turn the direction of writing, lone surrogates and what Windows forbids go;
    a name that Windows keeps for a device gets a line in front; the ending stays when a long name is cut.
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    shown = "".join(one for one in unicodedata.normalize("NFC", last) if _is_plain(one))
    shown = shown.strip().rstrip(". ")
    stem, dot, ending = shown.rpartition(".")
    if not shown or shown.strip(".") == "":
        return _UNNAMED
    if dot and not stem:
        shown = f"{_UNNAMED}.{ending}"
    if _RESERVED.fullmatch(shown):
        shown = f"_{shown}"
    if len(shown) > LONGEST_FILE_NAME:
        stem, dot, ending = shown.rpartition(".")
        tail = f".{ending}" if dot and len(ending) <= 10 else ""
        shown = shown[: LONGEST_FILE_NAME - len(tail)].rstrip(". ") + tail
    return shown


def _is_plain(one: str) -> bool:
    # Cc controls, Cf marks of direction and joining, Cs lone surrogates, Co private, Cn nothing at all
    return (
        unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} and one not in _FORBIDDEN
    )
