"""Runs ``creditbank doctor --replay`` and ``--rebuild``: the tables against the history of operations."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import TypeVar

from creditbank_desktop.app.asking import ask_secret
from creditbank_desktop.app.doctor import health_words
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.front_door import OFFICE_FOLDER
from creditbank_desktop.app.office import Session, surroundings, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.devices.paths import folders_under, system_folders
from creditbank_desktop.services.views_health import HealthProgress, HealthReport, Severity

T = TypeVar("T")
_TELL_EVERY_S = 1.0


def replay_command(arguments: argparse.Namespace, ask: Callable[[str], str] = ask_secret) -> int:
    """Compare, or rebuild, and return `Exit.FINDINGS` when rows differ or the work was stopped.

    Raises `Refused` and `EnvironmentFault` as signing in and the services do.
    """
    folders = system_folders() if arguments.data_dir is None else folders_under(arguments.data_dir)
    place = OfficePlace(folders.data / OFFICE_FOLDER)
    login = arguments.login or ask("Login: ")
    around = surroundings(resources_folder(), SystemClock())
    session = unlock_office(place, around, login, ask(f"Passphrase of {login}: "))
    try:
        return _rebuild(session) if arguments.rebuild else _compare(session, as_json=arguments.json)
    finally:
        session.close()


def _compare(session: Session, *, as_json: bool) -> int:
    progress = HealthProgress()
    tables, actor = session.services.tables, session.actor
    report = followed(lambda: tables.compare(actor, progress).value, progress)
    if as_json:
        rows = [{"code": one.code, **dict(one.params)} for one in report.findings]
        print(json.dumps({"cancelled": report.cancelled, "findings": rows}, ensure_ascii=False))
    else:
        _say(report)
    bad = any(one.severity is Severity.BAD for one in report.findings)
    return Exit.FINDINGS if bad or report.cancelled else Exit.DONE


def _rebuild(session: Session) -> int:
    progress = HealthProgress()
    tables, actor = session.services.tables, session.actor
    rows = followed(lambda: tables.rebuild(actor, progress).value, progress)
    print(f"Backed up, and {rows} rows put right.")
    return Exit.DONE


def _say(report: HealthReport) -> None:
    words = health_words()
    for found in report.findings:
        mark = "BAD " if found.severity is Severity.BAD else "ok  "
        print(f"{mark} {words.word_seen(found)}")
        advice = str(words.word_advice(found))
        if advice:
            print(f"     → {advice} ('creditbank doctor --rebuild')")
    if report.cancelled:
        print("The comparison was stopped before its end.")


def followed(work: Callable[[], T], progress: HealthProgress) -> T:
    """Run ``work`` on a thread of its own, tell how far it is, and cancel it on Ctrl+C."""

    def on_interrupt(_number: int, _frame: object) -> None:
        progress.cancel()

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        with ThreadPoolExecutor(1, "doctor") as pool:
            return _wait(pool.submit(work), progress)
    finally:
        signal.signal(signal.SIGINT, before)


def _wait(running: Future[T], progress: HealthProgress) -> T:
    while True:
        try:
            return running.result(timeout=_TELL_EVERY_S)
        except NotYet:
            if running.done():
                raise  # the work's own
        done, total = progress.position
        area = progress.area or ""
        if progress.cancelled:
            area = "stopping"
        of = f" {done:,} of {total:,}" if total else ""
        print(f"\r{area}{of}", end="", file=sys.stderr, flush=True)
