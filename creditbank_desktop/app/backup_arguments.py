"""The arguments of the backup commands; light, because every start of the program reads them."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_backup_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands of this module."""
    backup = commands.add_parser("backup", help="back the office up now and check the copy")
    backup.add_argument("--to", type=Path, metavar="DIR", help="folder or stick (default: the chosen one)")
    backup.add_argument("--login", help="who asks for it (default: asked)")
    listed = commands.add_parser("backups", help="list the backups that are within reach")
    listed.add_argument("--from", dest="source", type=Path, metavar="DIR", help="look into this folder")
    listed.add_argument("--json", action="store_true", help="print one JSON object")
    restore = commands.add_parser("restore", help="put the office back from a backup")
    restore.add_argument("backup", nargs="?", type=Path, help="folder of the backup")
    restore.add_argument("--latest", action="store_true", help="take the newest good backup")
    restore.add_argument("--from", dest="source", type=Path, metavar="DIR", help="look into this folder")
    restore.add_argument("--login", help="open it by the passphrase of this administrator (default: asked)")
    restore.add_argument("--recovery-code", action="store_true", help="open it by the recovery code")
    restore.add_argument("--unlock-file", type=Path, metavar="FILE", help="open it by an unlock file's code")
    restore.add_argument("--no-sync", action="store_true", help="do not fetch from the server at the end")
    export = commands.add_parser("export", help="write everything in open formats, not encrypted")
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write into")
    export.add_argument("--login", help="who asks for it (default: asked)")
    export_purposes = "person_asked, other_office, authority, statistics, audit, archive, migration, other"
    export.add_argument("--purpose", required=True, help=f"what it is for: {export_purposes}")
    export.add_argument("--words", default="", help="the purpose in own words, without names")
    export.add_argument("--encrypt", action="store_true", help="write one age file under a passphrase")
