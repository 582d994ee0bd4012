"""What the desktop program's command line understands; light, because every start reads it."""

from __future__ import annotations

import argparse
from pathlib import Path

from creditbank_desktop.app.backup_arguments import add_backup_commands
from creditbank_desktop.app.recover_arguments import add_recover_command
from creditbank_desktop.version import VERSION

BENCHES = (
    "startup",
    "search",
    "alike",
    "counter",
    "submit",
    "table",
    "papers",
    "store",
    "audit",
    "ocr",
    "import",
    "desk",
)


def command_line() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="creditbank",
        description="Recognises learning outcomes for credit, offline, and keeps the accounts.",
        epilog="Exit codes: 0 done, 1 findings or refused, 2 usage, 3 environment, 4 bug.",
    )
    parser.add_argument("--version", action="version", version=f"creditbank {VERSION}")
    parser.add_argument(
        "--data-dir", type=Path, help="where the store lies (default: the user's data folder)"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the window (default: the system's)")
    parser.add_argument("--demo", action="store_true", help="open the sample store with an embedded server")
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    _add_demo(commands)
    _add_doctor(commands)
    _add_salvage(commands)
    commands.add_parser("remove-sample", help="remove the sample office in one step")
    _add_bench(commands)
    add_backup_commands(commands)
    add_recover_command(commands)
    return parser


def _add_demo(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    demo = commands.add_parser(
        "demo", help="walk the main path through the real modules and write its papers"
    )
    demo.add_argument(
        "--out", type=Path, required=True, help="folder for papers, screenshots and summary.json"
    )
    demo.add_argument("--no-screenshots", action="store_true", help="leave the screenshots out")


def _add_doctor(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    doctor = commands.add_parser("doctor", help="examine the installation and the store")
    doctor.add_argument("--json", action="store_true", help="print one JSON object")
    doctor.add_argument(
        "--login", default="", help="sign in and examine the office itself: every page, signature and file"
    )
    doctor.add_argument(
        "--replay",
        action="store_true",
        help="sign in and compare every table with the history of operations; lasts long, Ctrl+C stops it",
    )
    doctor.add_argument(
        "--rebuild",
        action="store_true",
        help="sign in, back up, and make the tables what the history of operations says",
    )


def _add_salvage(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    salvage = commands.add_parser("salvage", help="bring what can be read of a damaged store into a new one")
    salvage.add_argument(
        "--from",
        dest="source",
        type=Path,
        required=True,
        metavar="OFFICE",
        help="the damaged office's folder",
    )
    salvage.add_argument(
        "--to",
        dest="target",
        type=Path,
        required=True,
        metavar="NEW",
        help="folder to make, which is not there",
    )
    salvage.add_argument("--login", default="", help="whose passphrase opens it (default: asked)")
    means = salvage.add_mutually_exclusive_group()
    means.add_argument("--recovery-code", action="store_true", help="open it by the recovery code")
    means.add_argument("--unlock-file", type=Path, metavar="FILE", help="open it by an unlock file's code")


def _add_bench(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bench = commands.add_parser("bench", help="measure, beside a baseline in the same run")
    bench.add_argument("name", choices=BENCHES)
    bench.add_argument("--json", action="store_true", help="print one JSON object")
    bench.add_argument("--size", type=int, help="learners in the generated store (default 100,000)")
