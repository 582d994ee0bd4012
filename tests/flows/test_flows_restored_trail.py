"""After a restore the server remembers a longer audit trail: it is told, explained, noted, and calm again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from creditbank_desktop.app.office import Session
from creditbank_desktop.app.restoring import RestoreKey, restore_office
from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.operations.registry_bodies import OfficeConfigured
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.views_health import Area, HealthFinding, HealthProgress, Severity
from creditbank_desktop.services.views_ledger import PersonForm
from creditbank_desktop.sync.checks import check_whole_store
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.sync_centre.summary import headline
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.wording.audit_words import word_warning
from creditbank_desktop.ui.wording.health_words import word_advice, word_seen
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.main import main as server_main
from tests.flows.recovery_office import ADMIN, OTHER, Desk, enrol, founded_desk, sync
from tests.server.serving import clock, own_database, own_server, postgres  # noqa: F401 - fixtures
from tests.ui.conftest import dress  # noqa: F401 - a fixture

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments
Check = Callable[..., tuple[int, list[dict[str, object]]]]


@pytest.fixture
def server(own_server: EmbeddedServer) -> EmbeddedServer:
    return own_server


@pytest.fixture
def desk(own_server: EmbeddedServer, clock: SettableClock, tmp_path: Path):
    made = founded_desk(tmp_path / "office", clock)
    yield made
    made.close()


@pytest.fixture
def server_says(own_server: EmbeddedServer, capsys: pytest.CaptureFixture[str]) -> Check:
    """Return what runs a command of the server and gives its exit code and the JSON lines."""
    settings = own_server.central.settings
    assert settings.database is not None
    base = ["--data-dir", str(settings.data_folder), "--database", settings.database]

    def run(*words: str) -> tuple[int, list[dict[str, object]]]:
        capsys.readouterr()
        code = server_main([*base, *words])
        lines = capsys.readouterr().out.splitlines()
        return code, [json.loads(line) for line in lines if line.startswith("{")]

    return run


def restored(desk: Desk, server: EmbeddedServer, stick: Path) -> Session:
    """Put back a backup that is older than what the server has seen, and synchronise."""
    stick.mkdir()
    session = enrol(desk, server)
    officer = PersonForm("officer", "罗静", OTHER, frozenset({Role.SECURITY_OFFICER}))
    session.services.identity.add_person(session.actor, officer)
    sync(session)
    made = session.services.backups.make(session.actor, BackupProgress(), str(stick)).value
    office = session.services.identity.office(session.actor).office
    for phone in ("1", "2"):
        changed = OfficeConfigured(replace(office, phone=phone))
        session.store.write(lambda unit, body=changed: unit.record(session.actor, body))  # type: ignore[misc]
        sync(session)
    desk.close()
    restore_office(
        desk.place, desk.around, Path(made.backup.path), RestoreKey("admin", ADMIN), BackupProgress()
    )
    session = desk.unlock("admin", ADMIN)
    sync(session)
    return session


def chains(session: Session) -> HealthFinding:
    report = session.services.health.examine(session.actor, HealthProgress()).value
    (found,) = (one for one in report.findings if one.area is Area.CHAINS)
    return found


def test_a_restore_is_explained_noted_and_then_calm(
    dress, desk: Desk, own_server: EmbeddedServer, server_says: Check, tmp_path: Path
) -> None:
    session = restored(desk, own_server, tmp_path / "stick")
    found = chains(session)
    assert (found.severity, found.code) == (Severity.BAD, "chains.trail")
    session = desk.unlock("officer", OTHER)
    state = session.services.audit.state(session.actor)
    for language, explained in ((Language.CHINESE, "恢复"), (Language.ENGLISH, "backup")):
        dress(Look.LIGHT, language)
        told = (
            str(word_advice(found)),
            str(headline(session.engine.status())),
            *(str(word_warning(one)) for one in state.warnings),
        )
        assert all(explained in words for words in told), told
        assert "{" not in str(word_seen(found))
    for warning in state.warnings:
        session.services.audit.note_warning(session.actor, warning.number, "restored after a disk failed")
    assert session.engine.status().trail_warnings == 0
    sync(session)
    assert session.services.audit.state(session.actor).warnings == ()
    assert check_whole_store(session.store, Ed25519Verifier()) == ()
    assert "audit" not in str(headline(session.engine.status())).lower()
    session = desk.unlock("admin", ADMIN)
    assert chains(session).severity is Severity.GOOD


def test_the_servers_check_finds_it_until_its_operator_notes_why(
    desk: Desk, own_server: EmbeddedServer, server_says: Check, tmp_path: Path
) -> None:
    session = restored(desk, own_server, tmp_path / "stick")
    code, rows = server_says("check")
    assert code == 1
    assert {row["code"] for row in rows} <= {"trail.shorter", "trail.differs"}
    for row in rows:
        number = ("--device", str(session.store.device), "--number", str(row["number"]))
        assert server_says("note-trail", *number, "--reason", "-")[0] == 1
        assert server_says("check")[0] == 1
        assert server_says("note-trail", *number, "--reason", "restored after a disk failed")[0] == 0
        assert server_says("note-trail", *number, "--reason", "somebody says otherwise")[0] == 1
    assert server_says("note-trail", "--device", "nobody", "--number", "1", "--reason", "why not")[0] == 1
    code, again = server_says("check")
    assert code == 0
    assert [row["noted"] for row in again] == ["restored after a disk failed"] * len(rows)
