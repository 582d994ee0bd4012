"""Lost passphrases, lost key files, people who come and go: on a real server, without a window."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from creditbank_desktop.app.arguments import command_line
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.recovery import Means, recover_office
from creditbank_desktop.app.salvage import salvage_command
from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.domain.operations.catalogue import Body
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.operations.registry_bodies import OfficeConfigured, PersonChanged
from creditbank_desktop.domain.people import Actor, Role, signs_recoveries
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.views_health import HealthProgress, Mend
from creditbank_desktop.services.views_keys import RenewalDue
from creditbank_desktop.sync.protocol.notices import StaffList
from creditbank_desktop.sync.protocol.signing import open_message, seal_message
from creditbank_desktop.vault.keyring import Keyring, NewPerson
from creditbank_desktop.vault.keys import SigningKey
from creditbank_desktop.vault.recovery import new_recovery_code
from creditbank_server.checking import check_server
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.main import main as server_main
from tests.flows.recovery_office import ADMIN, CLERK, OTHER, Desk, copied_desk, enrol, founded_desk, sync
from tests.server.serving import a_clock, clock, own_database, own_server, postgres  # noqa: F401 - fixtures

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments


@pytest.fixture
def server(own_server: EmbeddedServer) -> EmbeddedServer:
    return own_server


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return founded_desk(tmp_path_factory.mktemp("founded") / "office", a_clock())


@pytest.fixture
def desk(founded: Desk, tmp_path: Path, clock: SettableClock):
    made = copied_desk(founded, tmp_path / "office", clock)
    yield made
    made.close()


def recover(desk: Desk, login: str, code: str, passphrase: str, unlock_file: bytes = b""):
    desk.close()
    desk.session = recover_office(desk.place, desk.around, login, Means(code, unlock_file), passphrase)
    return desk.session


def code_of(call: Callable[..., object], *args: object) -> str:
    with pytest.raises((Refused, EnvironmentFault, Problems)) as caught:
        call(*args)
    failure = caught.value
    if isinstance(failure, Problems):
        return failure.problems[0].code
    assert isinstance(failure, Refused | EnvironmentFault)
    return failure.code


def nothing_in_doubt(desk: Desk, server: EmbeddedServer) -> None:
    assert desk.session is not None
    status = desk.session.engine.status()
    assert (status.in_doubt, status.held_here, status.saved, status.sent) == (0, 0, 0, 0)
    with server.central.pool.connection() as connection:
        assert list(check_server(connection, server.central.ports)) == []


def lose_keys(desk: Desk, *, recovery_file_too: bool = False) -> None:
    desk.close()
    desk.place.keyring.unlink(missing_ok=True)
    desk.place.keyring_copy.unlink(missing_ok=True)
    if recovery_file_too:
        desk.place.recovery.unlink()


@pytest.mark.parametrize("lost", ["passphrase", "keyring", "keyring and copy"])
def test_the_recovery_code_brings_the_only_administrator_back_and_the_server_takes_it(
    desk: Desk, server: EmbeddedServer, lost: str
) -> None:
    enrol(desk, server)
    desk.close()
    if lost == "keyring":
        desk.place.keyring.write_bytes(b"noise")
    elif lost == "keyring and copy":
        lose_keys(desk)
    session = recover(desk, "admin", desk.code, OTHER)
    assert session.actor.holds(Role.ADMINISTRATOR)
    office = session.services.identity.office(session.actor).office
    session.store.write(lambda unit: unit.record(session.actor, OfficeConfigured(replace(office, phone="1"))))
    sync(session)
    nothing_in_doubt(desk, server)
    desk.unlock("admin", OTHER)
    if lost == "passphrase":
        desk.unlock("clerk", CLERK)
        assert code_of(desk.unlock, "admin", ADMIN) == "identity.wrong_passphrase"


def test_a_code_that_was_used_is_asked_to_be_renewed_until_it_is(desk: Desk) -> None:
    session = desk.unlock("admin", ADMIN)
    assert session.services.renewal.due(session.actor) is None
    session = recover(desk, "clerk", desk.code, OTHER)
    assert code_of(session.services.renewal.due, session.actor) == "actor.role_missing"
    session = desk.unlock("admin", ADMIN)
    renewal, health, actor = session.services.renewal, session.services.health, session.actor
    assert renewal.due(actor) == RenewalDue(may_wait=True)
    renewal.postpone(actor)
    assert renewal.due(actor) == RenewalDue(may_wait=False)
    assert code_of(renewal.postpone, actor) == "recovery_code.postponed"

    def seen() -> bool:
        found = health.examine(actor, HealthProgress()).value.findings
        return any(one.code == "recovery.code_used" and one.mend is Mend.RENEW_CODE for one in found)

    assert seen()
    fresh = session.services.keys.renew_recovery(actor).value
    assert renewal.due(actor) is None
    assert not seen()
    assert code_of(recover, desk, "admin", desk.code, OTHER) == "identity.wrong_recovery_code"
    assert recover(desk, "admin", fresh, OTHER).services.renewal.due(actor) == RenewalDue(may_wait=True)


@pytest.mark.parametrize("way", ["code", "unlock file"])
def test_a_damaged_store_is_salvaged_by_what_recovers_it(
    desk: Desk, server: EmbeddedServer, organisation: tuple[Path, Path], tmp_path: Path, capsys, way: str
) -> None:
    enrol(desk, server)
    desk.close()
    out, words = tmp_path / "unlock.json", ["--recovery-code"]
    code = desk.code
    if way == "unlock file":
        said = open_escrow(server, capsys, desk.place.recovery, out, organisation)
        code, words = said.strip().rpartition(" ")[2], ["--unlock-file", str(out)]
        lose_keys(desk)  # what escrow opens needs no keyring, the recovery file is enough
    command = ["salvage", "--from", str(desk.place.folder), "--to", str(tmp_path / "new"), *words]
    arguments = command_line().parse_args(command)
    assert salvage_command(arguments, lambda _words: code) == Exit.DONE
    assert "operations took effect" in capsys.readouterr().out
    wrong = command_line().parse_args([*command[:4], str(tmp_path / "other"), *words])
    refusal = "identity.wrong_unlock_code" if way == "unlock file" else "identity.wrong_recovery_code"
    assert code_of(salvage_command, wrong, lambda _words: new_recovery_code()) == refusal


def test_a_recovery_is_signed_by_the_recovery_itself_and_seen(desk: Desk) -> None:
    session = recover(desk, "clerk", desk.code, OTHER)
    rows = session.store.read(lambda reader: reader.own_operations(0, 100))
    last = read_envelope(rows[-1].data)
    author = session.store.read(lambda reader: reader.person(last.header.person))
    assert last.type == PersonChanged.op_type
    assert author is not None
    assert signs_recoveries(author)
    actions = [row.action for row in session.store.read(lambda reader: reader.audit_rows())]
    assert "person.recovered" in actions
    people = session.services.identity.office(session.actor).people
    assert [person.login for person in people] == ["admin", "clerk"]


def test_the_data_key_alone_gives_nobody_a_new_signature(desk: Desk) -> None:
    """A clerk holds the data key: what they put into the keyring counts for nothing."""
    session = desk.unlock("clerk", CLERK)
    unlocked = session.unlocked
    admin = next(one for one in session.store.read(lambda reader: reader.people()) if one.login == "admin")
    forged = session.keyring.add_person(unlocked, NewPerson(admin.person, "admin", admin.name, OTHER))
    assert forged.public_key != admin.public_key
    assert code_of(desk.unlock, "admin", OTHER) == "person.other_key"
    session = desk.unlock("clerk", CLERK)
    # Nor does a recovery code that was made with the data key: its signature was never published.
    code = session.keyring.renew_recovery(session.unlocked).code
    assert code_of(recover, desk, "admin", code, OTHER) == "identity.key_waits"
    session = desk.unlock("clerk", CLERK)
    # Nor does the signature of the recovery itself, in whose name an operation is written with another key.
    signer = next(one for one in session.store.read(lambda r: r.people()) if signs_recoveries(one))
    posing = Actor(
        signer.person, signer.office, session.actor.device, "", frozenset(signer.roles), SigningKey.new()
    )
    change = PersonChanged(admin.person, admin.name, admin.roles, posing.signer.public_key, True)
    session.store.write(lambda unit: unit.record(posing, change))
    from creditbank_desktop.domain.operations.envelope import is_signed_by
    from creditbank_desktop.vault.keys import Ed25519Verifier

    rows = session.store.read(lambda reader: reader.own_operations(0, 100))
    assert not is_signed_by(read_envelope(rows[-1].data), signer.public_key, Ed25519Verifier())


def test_a_forged_recovery_is_turned_away_by_the_server(desk: Desk, server: EmbeddedServer) -> None:
    enrol(desk, server)
    session = desk.unlock("clerk", CLERK)
    people = session.store.read(lambda reader: reader.people())
    admin = next(one for one in people if one.login == "admin")
    signer = next(one for one in people if signs_recoveries(one))
    posing = Actor(
        signer.person, signer.office, session.actor.device, "", frozenset(signer.roles), SigningKey.new()
    )
    change = PersonChanged(admin.person, admin.name, admin.roles, posing.signer.public_key, True)
    session.store.write(lambda unit: unit.record(posing, change))
    session.engine.sync_now()
    doubtful = session.engine.items()
    assert [(item.type, item.code) for item in doubtful] == [("person.changed", "signature.wrong")]


def test_a_recovery_may_do_nothing_else(desk: Desk) -> None:
    session = desk.unlock("admin", ADMIN)
    secrets = session.keyring.secrets_of(desk.code)
    people = session.store.read(lambda reader: reader.people())
    signer = next(one for one in people if signs_recoveries(one))
    admin = next(one for one in people if one.login == "admin")
    assert secrets.signer is not None
    actor = Actor(
        signer.person, signer.office, session.actor.device, "", frozenset(signer.roles), secrets.signer
    )
    office = session.services.identity.office(session.actor).office
    for body in (
        OfficeConfigured(office),
        PersonChanged(admin.person, admin.name, (Role.CLERK,), bytes(32), True),
        PersonChanged(admin.person, admin.name, admin.roles, bytes(32), False),
        PersonChanged(signer.person, signer.name, signer.roles, bytes(32), True),
    ):
        with pytest.raises(Refused, match="recovery_only"):
            session.store.write(partial(write_as, actor, body))


def write_as(actor: Actor, body: Body, unit: UnitOfWork) -> object:
    return unit.record(actor, body)


def server_says(server: EmbeddedServer, capsys, *arguments: str, passphrase: Path | None = None) -> str:
    settings = server.central.settings
    extra = () if passphrase is None else ("--passphrase-file", str(passphrase))
    assert settings.database is not None
    base = ("--data-dir", str(settings.data_folder), "--database", settings.database)
    capsys.readouterr()
    assert server_main([*base, *arguments, *extra]) == 0
    return str(capsys.readouterr().out)


@pytest.fixture
def organisation(server: EmbeddedServer, tmp_path: Path, capsys) -> tuple[Path, Path]:
    """Return the file of the recovery key and that of its passphrase."""
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("four geese over the weir\n", "utf-8")
    key = tmp_path / "recovery.key"
    said = server_says(server, capsys, "recovery-key", "--out", str(key), passphrase=passphrase)
    assert said.startswith("recovery key ")
    return key, passphrase


def open_escrow(
    server: EmbeddedServer, capsys, carried: Path, out: Path, organisation: tuple[Path, Path]
) -> str:
    """Let whoever holds the recovery key answer; return what the server said."""
    key, passphrase = organisation
    words = ("open-escrow", str(carried), "--key", str(key), "--out", str(out))
    return server_says(server, capsys, *words, passphrase=passphrase)


@pytest.mark.parametrize("lost", ["passphrase", "keyring", "everything but the store"])
def test_escrow_brings_a_person_back_once(
    desk: Desk, server: EmbeddedServer, organisation: tuple[Path, Path], tmp_path: Path, capsys, lost: str
) -> None:
    enrol(desk, server)
    desk.close()
    carried = tmp_path / "carried.json"
    carried.write_bytes(desk.place.recovery.read_bytes())
    out = tmp_path / "unlock.json"
    said = open_escrow(server, capsys, carried, out, organisation)
    code = said.strip().rpartition(" ")[2]
    if lost != "passphrase":
        lose_keys(desk, recovery_file_too=lost.startswith("everything"))
    session = recover(desk, "admin", code, OTHER, out.read_bytes())
    assert session.actor.holds(Role.ADMINISTRATOR)
    sync(session)
    nothing_in_doubt(desk, server)
    assert code_of(recover, desk, "clerk", code, OTHER, out.read_bytes()) == "identity.unlock_used"
    session = desk.unlock("admin", OTHER)
    signers = [one for one in session.store.read(lambda r: r.people()) if one.login.startswith("#escrow")]
    assert [one.active for one in signers] == [False]


def test_the_escrow_copy_is_made_at_the_first_sync_and_again_for_a_new_key(
    desk: Desk, server: EmbeddedServer, organisation: tuple[Path, Path], tmp_path: Path, capsys
) -> None:
    session = enrol(desk, server)
    first = session.services.keys.recovery_state(session.actor)
    assert first.code_signs
    assert first.escrow_key
    server_says(
        server, capsys, "recovery-key", "--out", str(tmp_path / "second.key"), passphrase=organisation[1]
    )
    server.central.ports.clock.set(server.central.ports.clock.now().replace(minute=59))  # type: ignore[attr-defined]
    sync(session)
    assert session.services.keys.recovery_state(session.actor).escrow_key not in ("", first.escrow_key)


# --- the staff list


def test_somebody_is_listed_enrolled_and_leaves(desk: Desk, server: EmbeddedServer, capsys) -> None:
    session = enrol(desk, server)
    office = str(session.actor.office)
    code = server_says(
        server, capsys, "staff", "add", "--office", office, "--login", "wang", "--name", "王芳",
        "--roles", "clerk,evaluator",
    ).strip()  # fmt: skip
    sync(session)
    staff, actor = session.services.staff, session.actor
    (listed,) = staff.listed(actor).people
    assert (listed.login, listed.can_enrol) == ("wang", True)
    assert code_of(staff.enrol_listed, actor, "wang", code[:-1] + "?", OTHER) == "enrolment_code.shape"
    wrong = ("1" if code[0] == "0" else "0") + code[1:]
    assert code_of(staff.enrol_listed, actor, "wang", wrong, OTHER) == "staff_list.code"
    assert code_of(staff.enrol_listed, actor, "nobody", code, OTHER) == "staff_list.not_listed"
    staff.enrol_listed(actor, "wang", code, OTHER)
    assert code_of(staff.enrol_listed, actor, "wang", code, OTHER) == "staff_list.enrolled"
    wang = desk.unlock("wang", OTHER)
    assert wang.actor.roles == {Role.CLERK, Role.EVALUATOR}
    sync(wang)
    nothing_in_doubt(desk, server)
    said = server_says(server, capsys, "staff", "list", "--office", office)
    assert said == "wang\t王芳\tclerk,evaluator\tenrolled\n"
    server_says(server, capsys, "staff", "remove", "--office", office, "--login", "wang")
    session = desk.unlock("admin", ADMIN)
    sync(session)
    assert code_of(desk.unlock, "wang", OTHER) == "identity.wrong_passphrase"
    for file in (desk.place.keyring, desk.place.keyring_copy):
        assert "wang" not in file.read_text("utf-8")


def test_a_list_with_a_wrong_signature_or_an_older_one_is_refused_and_told(
    desk: Desk, server: EmbeddedServer, capsys, tmp_path: Path
) -> None:
    session = enrol(desk, server)
    office = str(session.actor.office)
    add = ("staff", "add", "--office", office, "--name", "王芳", "--roles", "clerk", "--login")
    server_says(server, capsys, *add, "wang")
    stick = tmp_path / "staff.list"
    export = ("staff", "export", "--office", office, "--out", str(stick))
    server_says(server, capsys, *export)
    older = stick.read_bytes()
    server_says(server, capsys, *add, "zhao")
    server_says(server, capsys, *export)
    newer = stick.read_bytes()
    staff, actor = session.services.staff, session.actor
    assert len(staff.take_list(actor, newer).value.people) == 2
    said = open_message(StaffList, newer).message
    raised = replace(said, version=said.version + 1, people=())
    for data, code in (
        (older, "staff_list.older"),
        (seal_message(raised, SigningKey.new()), "staff_list.signature"),
        (newer.replace(b"wang", b"wong"), "staff_list.signature"),
        (b"noise", "staff_list.malformed"),
        (
            seal_message(replace(raised, office=OfficeId(actor.device)), server.central.ports.keys.device),
            "staff_list.other_office",
        ),
    ):
        assert code_of(staff.take_list, actor, data) == code
    assert len(staff.listed(actor).people) == 2
    # A list that was changed in the database behind the program's back counts as none.
    forged = base64.b64encode(seal_message(raised, SigningKey.new())).decode()
    session.store.write(lambda unit: unit.set_setting("staff_list", forged))
    assert staff.listed(actor).people == ()


def test_a_list_on_a_stick_deactivates_whom_it_no_longer_names(
    desk: Desk, server: EmbeddedServer, capsys, tmp_path: Path
) -> None:
    session = enrol(desk, server)
    office, stick = str(session.actor.office), tmp_path / "staff.list"
    add = ("staff", "add", "--office", office, "--login", "clerk", "--name", "陈晓雨", "--roles", "clerk")
    server_says(server, capsys, *add)
    server_says(server, capsys, "staff", "export", "--office", office, "--out", str(stick))
    staff, actor = session.services.staff, session.actor
    staff.take_list(actor, stick.read_bytes())
    server_says(server, capsys, "staff", "remove", "--office", office, "--login", "clerk")
    server_says(server, capsys, "staff", "export", "--office", office, "--out", str(stick))
    staff.take_list(actor, stick.read_bytes())
    assert code_of(desk.unlock, "clerk", CLERK) == "identity.wrong_passphrase"


# --- people of one computer


def test_who_is_deactivated_loses_the_keys_and_comes_back_with_a_new_passphrase(desk: Desk) -> None:
    session = desk.unlock("admin", ADMIN)
    identity, actor = session.services.identity, session.actor
    clerk = next(row.person for row in identity.office(actor).people if row.login == "clerk")
    identity.set_active(actor, clerk, False)
    assert code_of(desk.unlock, "clerk", CLERK) == "identity.wrong_passphrase"
    session = desk.unlock("admin", ADMIN)
    identity, actor = session.services.identity, session.actor
    assert code_of(identity.set_active, actor, clerk, True) == "field.required"
    assert code_of(identity.set_active, actor, clerk, True, "short") == "passphrase.short"
    identity.set_active(actor, clerk, True, OTHER)
    assert desk.unlock("clerk", OTHER).actor.roles == {Role.CLERK}


def test_the_administrator_sets_a_forgotten_passphrase_and_confirms_a_waiting_signature(desk: Desk) -> None:
    session = desk.unlock("admin", ADMIN)
    keys, actor = session.services.keys, session.actor
    people = session.services.identity.office(actor).people
    clerk = next(row.person for row in people if row.login == "clerk")
    keys.reset_passphrase(actor, clerk, OTHER)
    desk.unlock("clerk", OTHER)
    session = desk.unlock("admin", ADMIN)
    keys, actor = session.services.keys, session.actor
    assert keys.waiting_keys(actor) == ()
    assert code_of(keys.confirm_key, actor, clerk) == "key.none_waiting"
    session.keyring.add_person(session.unlocked, NewPerson(clerk, "clerk", "陈晓雨", CLERK))
    assert [waiting.login for waiting in keys.waiting_keys(actor)] == ["clerk"]
    assert code_of(desk.unlock, "clerk", CLERK) == "person.other_key"
    session = desk.unlock("admin", ADMIN)
    session.services.keys.confirm_key(session.actor, clerk)
    desk.unlock("clerk", CLERK)


def test_a_changed_passphrase_and_a_renewed_code(desk: Desk) -> None:
    session = desk.unlock("clerk", CLERK)
    keys, actor = session.services.keys, session.actor
    assert code_of(keys.change_passphrase, actor, OTHER, ADMIN) == "identity.wrong_passphrase"
    keys.change_passphrase(actor, CLERK, OTHER)
    assert desk.unlock("clerk", OTHER).actor.person == actor.person
    session = desk.unlock("admin", ADMIN)
    code = session.services.keys.renew_recovery(session.actor).value
    assert session.services.keys.recovery_state(session.actor).code_signs
    assert code_of(recover, desk, "clerk", desk.code, CLERK) == "identity.wrong_recovery_code"
    recover(desk, "clerk", code, CLERK)


def test_a_card_carries_a_signature_to_another_keyring(desk: Desk) -> None:
    session = desk.unlock("clerk", CLERK)
    assert code_of(session.services.keys.export_card, session.actor, OTHER) == "identity.wrong_passphrase"
    card = session.services.keys.export_card(session.actor, CLERK)
    own = session.unlocked.signer.public_key
    session = desk.unlock("admin", ADMIN)
    session.keyring.remove_person(session.unlocked, str(read_person(card)))
    keys, actor = session.services.keys, session.actor
    assert code_of(keys.import_card, actor, card, OTHER) == "identity.wrong_passphrase"
    assert code_of(keys.import_card, actor, b"{}", CLERK) == "person_card.foreign"
    keys.import_card(actor, card, CLERK)
    assert desk.unlock("clerk", CLERK).unlocked.signer.public_key == own
    session = desk.unlock("admin", ADMIN)
    people = session.services.identity.office(session.actor).people
    clerk = next(row.person for row in people if row.login == "clerk")
    session.services.keys.reset_passphrase(session.actor, clerk, OTHER)
    assert code_of(session.services.keys.import_card, session.actor, card, CLERK) == "person_card.other_key"


def read_person(card: bytes) -> object:
    import json

    return json.loads(card)["person"]


@pytest.mark.parametrize("bad", ["code", "shape", "login", "weak"])
def test_what_is_wrong_with_a_recovery_is_told_and_changes_nothing(desk: Desk, bad: str) -> None:
    before = desk.place.keyring.read_bytes()
    arguments = {
        "code": ("clerk", "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ", OTHER, "identity.wrong_recovery_code"),
        "shape": ("clerk", "0123", OTHER, "recovery_code.length"),
        "login": ("nobody", desk.code, OTHER, "recovery.unknown_login"),
        "weak": ("clerk", desk.code, "weak", "passphrase.short"),
    }
    login, code, passphrase, expected = arguments[bad]
    assert code_of(recover, desk, login, code, passphrase) == expected
    assert desk.place.keyring.read_bytes() == before


def test_five_wrong_passphrases_wait_longer_and_a_restart_does_not_help(desk: Desk) -> None:
    for _ in range(5):
        code_of(desk.unlock, "clerk", OTHER)
        wait = Keyring.open(desk.place.keyring, desk.around.clock, around=desk.around.keyring_around())
        desk.running.at_ms += 1000 * wait.wait_seconds("clerk")
    assert code_of(desk.unlock, "clerk", OTHER) == "identity.wrong_passphrase"
    assert code_of(desk.unlock, "clerk", CLERK) == "identity.wait"
    desk.running.at_ms += 8_000
    desk.unlock("clerk", CLERK)
