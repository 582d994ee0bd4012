"""Asks at the terminal for a secret; a script gives it as a line on standard input."""

from __future__ import annotations

import getpass
import sys


def ask_secret(words: str) -> str:
    """Return what is typed unseen, or the next line of standard input where that is no terminal."""
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(words)
    return (sys.stdin.readline() if sys.stdin is not None else "").rstrip("\r\n")
