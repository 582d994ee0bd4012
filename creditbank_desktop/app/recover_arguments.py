"""What ``creditbank recover`` is called with; light, because every command line is parsed with it."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_recover_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    command = commands.add_parser(
        "recover", help="set a new passphrase by the recovery code or an unlock file from escrow"
    )
    command.add_argument("--login", required=True, help="whose passphrase is lost")
    command.add_argument("--code", help="recovery code, or the unlock file's code (default: asked)")
    command.add_argument("--escrow-answer", type=Path, metavar="FILE", help="unlock file from escrow")
