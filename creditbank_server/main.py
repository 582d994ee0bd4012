"""The command ``creditbank-server``."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.sync.protocol.enrolment_codes import fingerprint
from creditbank_desktop.version import VERSION
from creditbank_server.people_commands import add_commands
from creditbank_server.settings import Settings

if TYPE_CHECKING:
    from creditbank_server.central_server import CentralServer

EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_FAULT = 3

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 1 (the check found something), 2 (usage), 3 (fault)."""
    parsed = _parser().parse_args(arguments)
    from creditbank_server.logs import log_to_console

    log_to_console(logging.INFO if parsed.verbose or parsed.run is serve else logging.WARNING)
    settings = Settings(
        data_folder=parsed.data_dir.resolve(),
        database=parsed.database,
        host=getattr(parsed, "host", "127.0.0.1"),
        port=getattr(parsed, "port", 0),
        utc_offset_hours=parsed.utc_offset,
    )
    run: Callable[[Settings, argparse.Namespace], int] = parsed.run
    try:
        return run(settings, parsed)
    except Problems as found:
        for problem in found.problems:
            details = ", ".join(f"{name}: {value}" for name, value in problem.params.items())
            print(
                f"creditbank-server: {problem.code}" + (f" ({details})" if details else ""), file=sys.stderr
            )
        return EXIT_FINDINGS
    except (EnvironmentFault, Refused) as fault:
        _tell(fault)
        return EXIT_FAULT


def _tell(failure: EnvironmentFault | Refused | Problem) -> None:
    details = ", ".join(f"{name}: {value}" for name, value in failure.params.items())
    print(f"creditbank-server: {failure.code}" + (f" ({details})" if details else ""), file=sys.stderr)


def serve(settings: Settings, parsed: argparse.Namespace) -> int:
    """Answer requests until the process is told to stop."""
    import uvicorn

    from creditbank_server.central_server import CentralServer
    from creditbank_server.web import build_app

    server = CentralServer(settings)
    server.open()
    try:
        server.start_jobs()
        _log.info("serving", extra={"address": f"http://{settings.host}:{settings.port}"})
        certificate = {"ssl_certfile": parsed.certificate, "ssl_keyfile": parsed.certificate_key}
        config = uvicorn.Config(
            build_app(server),
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=10,
            **certificate,
        )
        uvicorn.Server(config).run()
    finally:
        server.close()
    return 0


def init(settings: Settings, parsed: argparse.Namespace) -> int:
    """Make keys, tables and identity, and print by what people recognise the server."""
    with _opened(settings) as server:
        print(f"server ready, fingerprint {fingerprint(server.ports.identity.signing_key)}")
    return 0


def enrol_code(settings: Settings, parsed: argparse.Namespace) -> int:
    """Print a one-time code that lets one device in."""
    with _opened(settings) as server:
        office = None if parsed.office is None else OfficeId(parsed.office)
        print(server.desks.enrolment.issue_code(office))
    return 0


def check(settings: Settings, parsed: argparse.Namespace) -> int:
    """Print what does not hold as JSON lines; nothing when all is well.

    An audit trail that a device showed shorter than it was, or rewritten, is a finding until somebody notes
    why (``note-trail``); a restored backup explains it. It is listed for ever, with what was noted.
    """
    from creditbank_server.checking import check_server
    from creditbank_server.trails import trail_warnings

    found = 0
    with _opened(settings) as server, server.pool.connection() as connection:
        for finding in check_server(connection, server.ports):
            print(json.dumps(asdict(finding)))
            found += 1
        for warning in trail_warnings(connection):
            place = f"{warning.device} {warning.held}/{warning.shown} {warning.found_at.isoformat()}"
            row: dict[str, str | int] = {
                "code": f"trail.{warning.verdict.value}",
                "office": warning.office,
                "place": place,
                "number": warning.number,
            }
            print(json.dumps(row | ({"noted": warning.reason} if warning.reason else {}), ensure_ascii=False))
            found += not warning.reason
    return EXIT_FINDINGS if found else 0


def note_trail(settings: Settings, parsed: argparse.Namespace) -> int:
    """Note why a device's audit trail was not the one held."""
    from creditbank_server import trails

    with _opened(settings) as server, server.pool.connection() as connection:
        wanted = (parsed.device, parsed.number)
        for warning in trails.trail_warnings(connection):
            if (warning.device, warning.number) == wanted:
                trails.note_trail(connection, server.ports, warning, parsed.reason)
                print("noted; it stays on the list with its reason")
                return 0
    raise Problems([Problem("trail.unknown", "number", {"device": parsed.device, "number": parsed.number})])


@contextmanager
def _opened(settings: Settings) -> Iterator[CentralServer]:
    from creditbank_server.central_server import CentralServer

    server = CentralServer(settings, owns_database=False)
    server.open()
    try:
        yield server
    finally:
        server.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="creditbank-server",
        description="The central server of a credit bank: takes in, posts, passes on.",
    )
    parser.add_argument("--version", action="version", version=f"creditbank-server {VERSION}")
    parser.add_argument(
        "--data-dir", type=Path, required=True, help="folder for keys, evidence and the embedded database"
    )
    parser.add_argument("--database", help="postgresql:// address; without it an embedded PostgreSQL is used")
    parser.add_argument("--utc-offset", type=int, default=8, help="hours; calendar days are counted there")
    parser.add_argument("--verbose", action="store_true", help="log more")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serving = commands.add_parser("serve", help="answer requests")
    serving.add_argument("--host", default="127.0.0.1")
    serving.add_argument("--port", type=int, default=8137)
    serving.add_argument("--certificate", help="PEM file; https is spoken with it")
    serving.add_argument("--certificate-key", help="PEM file")
    serving.set_defaults(run=serve)
    commands.add_parser("init", help="make keys, tables and identity").set_defaults(run=init)
    coding = commands.add_parser("enrol-code", help="print a one-time code for one device")
    coding.add_argument("--office", help="id of the office that the device joins; none opens a new office")
    coding.set_defaults(run=enrol_code)
    add_commands(commands, _opened)
    commands.add_parser(
        "check", help="check feeds, ledgers, tables and the ends of audit trails"
    ).set_defaults(run=check)
    noting = commands.add_parser("note-trail", help="note why a device's audit trail was not the one held")
    noting.add_argument("--device", required=True, help="id of the device, as 'check' prints it")
    noting.add_argument(
        "--number", type=int, required=True, help="the finding's number, as 'check' prints it"
    )
    noting.add_argument("--reason", required=True, help="why, for example: restored after a disk failed")
    noting.set_defaults(run=note_trail)
    return parser


if __name__ == "__main__":
    sys.exit(main())
