"""The keyring: signing in, changing people, losing passphrases, damaged and foreign files."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.vault.keyring import Keyring, NewPerson
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_desktop.vault.passphrases import Cost

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
GOOD = "rain on the north gate"
OTHER = "two herons and a kettle"
CLERK = NewPerson("p-clerk", "clerk", "林小满", GOOD)
REVIEWER = NewPerson("p-reviewer", "Reviewer", "赵𠅤", OTHER)


class SetClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 8, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@pytest.fixture
def clock():
    return SetClock()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "keyring.json"


@pytest.fixture
def created(path, clock):
    return Keyring.create(path, "store-1", CLERK, clock, CHEAP)


def refusal(call, *args):
    with pytest.raises(Refused) as caught:
        call(*args)
    return caught.value.code, dict(caught.value.params)


def fault(call, *args):
    with pytest.raises(EnvironmentFault) as caught:
        call(*args)
    return caught.value.code


def change(path, edit):
    """Change the file, and leave nothing that could stand in for it."""
    path.with_name("keyring.copy.json").unlink(missing_ok=True)
    document = json.loads(path.read_text(encoding="utf-8"))
    edit(document)
    path.write_text(json.dumps(document), encoding="utf-8")


def test_the_right_passphrase_opens_what_was_created(created, path, clock):
    opened = Keyring.open(path, clock)
    unlocked = opened.unlock(" Clerk ", GOOD)
    assert opened.store == "store-1"
    assert unlocked.person_id == "p-clerk"
    assert unlocked.data_key == created.unlocked.data_key
    assert unlocked.signer.public_key == created.unlocked.signer.public_key == opened.people()[0].public_key
    assert Ed25519Verifier().verify(unlocked.signer.public_key, b"m", created.unlocked.signer.sign(b"m"))


def test_no_secret_is_in_the_file_or_in_a_log(created, path):
    raw = path.read_bytes()
    for secret in (created.unlocked.data_key, created.unlocked.signer.seed):
        assert secret not in raw
        assert secret.hex() not in repr(created)
    for text in (GOOD, created.recovery_code):
        assert text.encode() not in raw
        assert text not in repr((created, CLERK))


def test_people_share_the_data_key_and_sign_for_themselves(created, path, clock):
    entry = created.keyring.add_person(created.unlocked, REVIEWER)
    opened = Keyring.open(path, clock)
    unlocked = opened.unlock("reviewer", OTHER)
    assert unlocked.data_key == created.unlocked.data_key
    assert unlocked.signer.public_key == entry.public_key != created.unlocked.signer.public_key
    assert [person.name for person in opened.people()] == ["林小满", "赵𠅤"]


def test_a_given_seed_gives_the_same_signature_again(path, clock):
    seed = bytes(range(32))
    created = Keyring.create(path, "s", NewPerson("p", "li", "李", GOOD, seed), clock, CHEAP)
    assert created.unlocked.signer.seed == seed
    assert Keyring.open(path, clock).unlock("li", GOOD).signer.seed == seed


@pytest.mark.parametrize(("login", "passphrase"), [("clerk", OTHER), ("clerk", ""), ("nobody", GOOD)])
def test_wrong_logins_and_passphrases_are_refused_alike(created, login, passphrase):
    assert refusal(created.keyring.unlock, login, passphrase) == ("identity.wrong_passphrase", {})


def test_failures_delay_the_next_attempt_and_survive_a_restart(created, path, clock):
    for _ in range(4):
        refusal(created.keyring.unlock, "clerk", OTHER)
    opened = Keyring.open(path, clock, CHEAP)
    assert refusal(opened.unlock, "clerk", GOOD) == ("identity.wait", {"seconds": 2})
    clock.moment += timedelta(seconds=1)
    assert opened.wait_seconds("clerk") == 1
    clock.moment += timedelta(seconds=1)
    assert refusal(opened.unlock, "clerk", OTHER)[0] == "identity.wrong_passphrase"
    assert opened.wait_seconds("clerk") == 4
    clock.moment += timedelta(seconds=4)
    opened.unlock("clerk", GOOD)
    assert Keyring.open(path, clock).wait_seconds("clerk") == 0
    assert refusal(opened.unlock, "clerk", OTHER)[0] == "identity.wrong_passphrase"
    assert opened.wait_seconds("clerk") == 0


def test_the_delay_is_bounded_even_when_the_clock_is_set_back(created, path, clock):
    for _ in range(40):
        refusal(created.keyring.unlock, "clerk", OTHER)
        clock.moment += timedelta(minutes=15)
    refusal(created.keyring.unlock, "clerk", OTHER)
    clock.moment -= timedelta(days=900)
    assert Keyring.open(path, clock).wait_seconds("clerk") == 900
    assert created.keyring.wait_seconds("nobody") == 0


def test_one_persons_failures_do_not_delay_another(created):
    created.keyring.add_person(created.unlocked, REVIEWER)
    for _ in range(6):
        with pytest.raises(Refused):
            created.keyring.unlock("clerk", OTHER)
    assert created.keyring.unlock("reviewer", OTHER).person_id == "p-reviewer"


def test_a_changed_passphrase_keeps_the_keys(created, path, clock):
    created.keyring.change_passphrase("clerk", GOOD, OTHER)
    opened = Keyring.open(path, clock)
    assert opened.unlock("clerk", OTHER).signer.seed == created.unlocked.signer.seed
    assert refusal(opened.unlock, "clerk", GOOD)[0] == "identity.wrong_passphrase"


def test_weak_passphrases_and_taken_logins_change_nothing(created, path):
    before = path.read_bytes()
    with pytest.raises(Problems) as caught:
        created.keyring.change_passphrase("clerk", GOOD, "clerk")
    assert [p.code for p in caught.value.problems] == ["passphrase.short", "passphrase.login"]
    with pytest.raises(Problems) as caught:
        created.keyring.add_person(created.unlocked, NewPerson("p-3", "CLERK", "x", OTHER))
    assert [p.code for p in caught.value.problems] == ["login.taken"]
    with pytest.raises(Problems) as caught:
        created.keyring.add_person(created.unlocked, NewPerson("p-3", " ", "x", OTHER))
    assert [p.code for p in caught.value.problems] == ["login.empty"]
    assert path.read_bytes() == before


def test_the_recovery_code_opens_the_store_but_signs_for_nobody(created, path, clock):
    opened = Keyring.open(path, clock, CHEAP)
    assert opened.data_key_from_recovery_code(created.recovery_code) == created.unlocked.data_key
    recovered = opened.recover(created.recovery_code.lower(), "clerk", OTHER)
    assert recovered.data_key == created.unlocked.data_key
    assert recovered.signer.public_key != created.unlocked.signer.public_key
    assert Keyring.open(path, clock).unlock("clerk", OTHER).signer.public_key == recovered.signer.public_key
    assert refusal(opened.recover, "0" * 32, "clerk", OTHER)[0] == "identity.wrong_recovery_code"
    assert refusal(opened.recover, created.recovery_code, "nobody", OTHER)[0] == "keyring.unknown_person"


def test_a_renewed_recovery_code_replaces_the_old(created):
    code = created.keyring.renew_recovery(created.unlocked).code
    assert created.keyring.data_key_from_recovery_code(code) == created.unlocked.data_key
    assert (
        refusal(created.keyring.data_key_from_recovery_code, created.recovery_code)[0]
        == "identity.wrong_recovery_code"
    )


def test_people_can_be_removed_but_not_the_last(created, path, clock):
    keyring, unlocked = created.keyring, created.unlocked
    keyring.add_person(unlocked, REVIEWER)
    keyring.remove_person(unlocked, "p-clerk")
    opened = Keyring.open(path, clock)
    assert refusal(opened.unlock, "clerk", GOOD)[0] == "identity.wrong_passphrase"
    assert refusal(keyring.remove_person, unlocked, "p-clerk")[0] == "keyring.unknown_person"
    assert refusal(keyring.remove_person, unlocked, "p-reviewer")[0] == "keyring.last_person"


def test_an_existing_keyring_is_not_overwritten(created, path, clock):
    before = path.read_bytes()
    assert refusal(Keyring.create, path, "store-2", CLERK, clock, CHEAP)[0] == "keyring.exists"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: d["people"][0].update(name="Somebody else"),
        lambda d: d["people"][0].update(public_key="A" * 43 + "="),
        lambda d: d.update(store="store-2"),
        lambda d: d["people"].append(d["people"][0] | {"person": "intruder", "login": "intruder"}),
    ],
)
def test_a_file_changed_by_other_hands_is_found_at_sign_in(created, path, clock, edit):
    change(path, edit)
    assert fault(Keyring.open(path, clock).unlock, "clerk", GOOD) == "keyring.damaged"


def test_swapped_wrappings_open_nothing(created, path, clock):
    created.keyring.add_person(created.unlocked, REVIEWER)

    def swap(document):
        first, second = document["people"]
        for part in ("argon2id", "salt", "data_key", "signing_seed"):
            first[part], second[part] = second[part], first[part]

    change(path, swap)
    assert refusal(Keyring.open(path, clock).unlock, "clerk", OTHER)[0] == "identity.wrong_passphrase"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "keyring.foreign"),
        (b"SQLite format 3\0", "keyring.foreign"),
        (b"[]", "keyring.foreign"),
        (b'{"format": "something else"}', "keyring.foreign"),
        (b'{"format": "creditbank-keyring", "peop', "keyring.damaged"),
        (b'{"format": "creditbank-keyring", "version": 1}', "keyring.damaged"),
        (b'{"format": "creditbank-keyring", "version": 99}', "keyring.newer"),
        (b"[" * 200_000, "keyring.foreign"),
    ],
)
def test_foreign_and_damaged_files_are_told_apart(path, clock, raw, code):
    path.write_bytes(raw)
    assert fault(Keyring.open, path, clock) == code


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: d["people"][0]["argon2id"].update(memory_kib=2**31),
        lambda d: d["people"][0]["argon2id"].update(passes=True),
        lambda d: d["people"][0].update(salt="not base64!"),
        lambda d: d["people"][0].update(failures={"count": -1, "last": None}),
        lambda d: d["people"][0]["failures"].update(last="2026-01-01T00:00:00"),
        lambda d: d["people"].append(d["people"][0]),
        lambda d: d.update(people=[]),
        lambda d: d.update(people="none"),
    ],
)
def test_impossible_content_is_damage(created, path, clock, edit):
    change(path, edit)
    assert fault(Keyring.open, path, clock) == "keyring.damaged"


def test_a_missing_file_and_a_missing_folder_are_named(tmp_path, clock):
    assert fault(Keyring.open, tmp_path / "none.json", clock) == "keyring.missing"
    assert fault(Keyring.open, tmp_path, clock) in ("keyring.unreadable", "keyring.foreign")
    away = tmp_path / "away" / "keyring.json"
    assert fault(Keyring.create, away, "s", CLERK, clock, CHEAP) == "keyring.unwritable"


def test_a_failed_write_leaves_the_old_file_and_no_rest(created, path, clock, monkeypatch):
    before = {file: file.read_bytes() for file in path.parent.iterdir()}

    def full_disk(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    assert fault(created.keyring.add_person, created.unlocked, REVIEWER) == "keyring.unwritable"
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before
    assert len(created.keyring.people()) == 1
