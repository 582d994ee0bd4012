"""What opens a store without a passphrase: recovery code, second copy, escrow, unlock file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.vault.escrow import (
    RecoveryFile,
    Unlocking,
    is_unlock_file,
    key_id_of,
    make_escrow,
    new_recovery_key,
    open_escrow,
    open_recovery_key,
    open_unlock_file,
    read_recovery_file,
    write_recovery_file,
    write_unlock_file,
)
from creditbank_desktop.vault.factors import OS_KEY_STORE
from creditbank_desktop.vault.keyring import Around, Keyring, NewPerson, open_by_code
from creditbank_desktop.vault.sealing import box_public_key, new_box_key
from tests.vault.test_vault_keyring import CHEAP, CLERK, GOOD, OTHER, REVIEWER, SetClock

KEY = bytes(range(32))
FIRST_RELEASE = Path(__file__).parent / "golden" / "keyring_1.json"
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "keyring.json"


@pytest.fixture
def created(path):
    return Keyring.create(path, "store-1", CLERK, SetClock(), CHEAP)


def code_of(call, *args):
    with pytest.raises((Refused, EnvironmentFault, Problems)) as caught:
        call(*args)
    failure = caught.value
    if isinstance(failure, Problems):
        return failure.problems[0].code
    assert isinstance(failure, Refused | EnvironmentFault)
    return failure.code


class Shelf:
    """A system key store in memory, which can go away."""

    def __init__(self):
        self.kept = {}
        self.away = False

    def is_usable(self):
        return not self.away

    def get(self, slot):
        return None if self.away else self.kept.get(slot)

    def put(self, slot, secret):
        if not self.away:
            self.kept[slot] = secret
        return not self.away


# --- escrow


def test_an_escrow_copy_takes_80_bytes_and_opens_for_its_own_key_alone():
    private, other = new_box_key(), new_box_key()
    copy = make_escrow(box_public_key(private), "store-1", "office", KEY)
    assert len(copy.data_key) == 80
    file = RecoveryFile("store-1", escrow=copy)
    assert open_escrow(private, file) == KEY
    assert code_of(open_escrow, other, file) == "escrow.other_key"
    assert code_of(open_escrow, private, RecoveryFile("store-1")) == "escrow.none"
    assert code_of(open_escrow, private, RecoveryFile("store-2", escrow=copy)) == "vault.box_unreadable"


def test_the_private_half_opens_with_its_passphrase_alone():
    public, data = new_recovery_key(GOOD, CHEAP)
    assert box_public_key(open_recovery_key(data, GOOD)) == public
    assert key_id_of(public) in data.decode()
    assert code_of(open_recovery_key, data, OTHER) == "identity.wrong_passphrase"
    assert code_of(open_recovery_key, b"{}", GOOD) == "recovery_file.foreign"
    assert code_of(open_recovery_key, data.replace(b'"salt"', b'"sand"'), GOOD) == "recovery_file.damaged"
    assert code_of(new_recovery_key, "short", CHEAP) == "passphrase.short"


def test_the_recovery_file_holds_no_secret_and_is_kept_beside_the_keyring(created, path):
    private = new_box_key()
    assert created.keyring.keep_escrow(created.unlocked, box_public_key(private), "office")
    assert not created.keyring.keep_escrow(created.unlocked, box_public_key(private), "office")
    raw = path.with_name("recovery.json").read_bytes()
    assert created.unlocked.data_key not in raw
    file = read_recovery_file(raw)
    assert file == created.keyring.recovery_file
    assert open_escrow(private, file) == created.unlocked.data_key
    assert open_by_code(file, created.recovery_code).data_key == created.unlocked.data_key
    assert Keyring.open(path, SetClock()).unlock("clerk", GOOD).data_key == created.unlocked.data_key


def test_an_escrow_is_renewed_for_another_key_and_after_it_was_opened(created):
    first, second = box_public_key(new_box_key()), box_public_key(new_box_key())
    created.keyring.keep_escrow(created.unlocked, first, "office")
    one = created.keyring.recovery_file.escrow
    created.keyring.keep_escrow(created.unlocked, second, "office")
    two = created.keyring.recovery_file.escrow
    created.keyring.keep_escrow(created.unlocked, second, "office", anew=True)
    three = created.keyring.recovery_file.escrow
    assert len({one.escrow, two.escrow, three.escrow}) == 3
    assert one.key_id != two.key_id == three.key_id


def test_an_unlock_file_opens_with_its_code_alone():
    unlocking = Unlocking("store-1", "e1", "p-1", KEY, bytes(32), (b"one", b"two"))
    data, code = write_unlock_file(unlocking)
    assert is_unlock_file(data)
    assert not is_unlock_file(write_recovery_file(RecoveryFile("store-1")))
    assert open_unlock_file(data, code) == unlocking
    assert KEY.hex() not in repr(unlocking)
    assert code_of(open_unlock_file, data, CODE) == "identity.wrong_unlock_code"
    assert code_of(open_unlock_file, data, "short") == "recovery_code.length"
    document = json.loads(data)
    document["escrow"] = "e2"
    assert code_of(open_unlock_file, json.dumps(document).encode(), code) == "identity.wrong_unlock_code"


@pytest.mark.parametrize("raw", [b"", b"[]", b"\xff", b"[" * 200_000, b'{"format": "creditbank-recovery"}'])
def test_files_that_are_none_are_told(raw):
    assert code_of(read_recovery_file, raw).startswith("recovery_file.")
    assert code_of(open_unlock_file, raw, CODE).startswith("recovery_file.")


# --- the second copy


def test_a_lost_or_damaged_keyring_is_put_back_from_its_copy(created, path):
    created.keyring.add_person(created.unlocked, REVIEWER)
    whole = path.read_bytes()
    for damage in (path.unlink, lambda: path.write_bytes(whole[:-200]), lambda: path.write_bytes(b"noise")):
        damage()
        opened = Keyring.open(path, SetClock(), CHEAP)
        assert opened.healed
        assert opened.unlock("reviewer", OTHER).data_key == created.unlocked.data_key
        assert not Keyring.open(path, SetClock(), CHEAP).healed


@pytest.mark.parametrize("field", ["data_key", "signing_seed", "salt", "public_key", "name"])
def test_a_damaged_record_is_put_back_when_the_passphrase_opens_the_copy(created, path, field):
    document = json.loads(path.read_text("utf-8"))
    value = document["people"][0][field]
    document["people"][0][field] = ("B" if value[0] == "A" else "A") + value[1:]
    path.write_text(json.dumps(document), "utf-8")
    opened = Keyring.open(path, SetClock(), CHEAP)
    assert code_of(opened.unlock, "clerk", OTHER) in ("identity.wrong_passphrase", "keyring.damaged")
    assert opened.unlock("clerk", GOOD).data_key == created.unlocked.data_key
    assert opened.healed
    again = Keyring.open(path, SetClock(), CHEAP)
    assert again.unlock("clerk", GOOD).data_key == created.unlocked.data_key
    assert again.people()[0].name == CLERK.name


def test_a_wrong_passphrase_counts_once_although_the_copy_is_tried(created, path):
    for _ in range(4):
        assert code_of(created.keyring.unlock, "clerk", OTHER) == "identity.wrong_passphrase"
    assert Keyring.open(path, SetClock()).wait_seconds("clerk") == 2


def test_who_was_removed_is_in_no_copy(created, path):
    created.keyring.add_person(created.unlocked, REVIEWER)
    created.keyring.remove_person(created.unlocked, "p-reviewer")
    for file in path.parent.iterdir():
        assert b"p-reviewer" not in file.read_bytes()


# --- recovery


def test_recovery_by_code_has_a_signature_of_its_own(created):
    secrets = created.keyring.secrets_of(created.recovery_code)
    assert secrets.signer is not None
    assert secrets.signer.public_key == created.recovery_key == created.keyring.recovery_key
    renewed = created.keyring.renew_recovery(created.unlocked)
    assert created.keyring.recovery_key == renewed.public_key != created.recovery_key
    assert code_of(created.keyring.secrets_of, created.recovery_code) == "identity.wrong_recovery_code"


def test_a_keyring_is_made_again_from_the_recovery_file(created, path):
    file = read_recovery_file(path.with_name("recovery.json").read_bytes())
    path.unlink()
    path.with_name("keyring.copy.json").unlink()
    secrets = open_by_code(file, created.recovery_code)
    made = Keyring.rebuild(path, file, secrets, SetClock(), CHEAP)
    made.put_back(secrets.data_key, NewPerson("p-clerk", "clerk", "林小满", OTHER))
    opened = Keyring.open(path, SetClock(), CHEAP)
    assert opened.unlock("clerk", OTHER).data_key == created.unlocked.data_key
    signer = opened.secrets_of(created.recovery_code).signer
    assert signer is not None
    assert signer.public_key == created.recovery_key


def test_a_keyring_of_the_first_release_opens_and_keeps_its_shape_until_it_holds_more(path):
    path.write_bytes(FIRST_RELEASE.read_bytes())
    keyring = Keyring.open(path, SetClock(), CHEAP)
    unlocked = keyring.unlock("clerk", GOOD)
    assert unlocked.data_key.hex() == "bd9cdfb1a67b0f1918915626396bcc2e7b5785c865a16839ec77daf237be1df6"
    secrets = keyring.secrets_of("4W8D-AJNN-HMCP-CFDM-N2TP-NH68-YX2D-CQZX")
    assert (secrets.data_key, secrets.signer) == (unlocked.data_key, None)
    keyring.change_passphrase("clerk", GOOD, OTHER)
    assert json.loads(path.read_text("utf-8"))["version"] == 1
    keyring.renew_recovery(unlocked)
    assert json.loads(path.read_text("utf-8"))["version"] == 2
    assert Keyring.open(path, SetClock(), CHEAP).unlock("clerk", OTHER).data_key == unlocked.data_key


# --- the system's key store


def test_the_key_store_is_an_extra_that_recovery_can_do_without(created, path):
    shelf = Shelf()
    around = Around(key_store=shelf)
    keyring = Keyring.open(path, SetClock(), CHEAP, around)
    keyring.change_passphrase("clerk", GOOD, OTHER, OS_KEY_STORE)
    assert Keyring.open(path, SetClock(), CHEAP, around).unlock("clerk", OTHER).person_id == "p-clerk"
    shelf.away = True
    assert code_of(keyring.unlock, "clerk", OTHER) == "identity.key_store"
    assert keyring.wait_seconds("clerk") == 0
    secrets = keyring.secrets_of(created.recovery_code)
    keyring.put_back(secrets.data_key, NewPerson("p-clerk", "clerk", "林小满", GOOD))
    assert keyring.unlock("clerk", GOOD).data_key == created.unlocked.data_key


def test_without_a_key_store_it_cannot_be_switched_on(created):
    assert (
        code_of(created.keyring.change_passphrase, "clerk", GOOD, OTHER, OS_KEY_STORE) == "identity.key_store"
    )
    assert created.keyring.unlock("clerk", GOOD).person_id == "p-clerk"


def test_a_changed_passphrase_keeps_the_factor_unless_told(created, path):
    shelf = Shelf()
    keyring = Keyring.open(path, SetClock(), CHEAP, Around(key_store=shelf))
    keyring.change_passphrase("clerk", GOOD, OTHER, OS_KEY_STORE)
    keyring.change_passphrase("clerk", OTHER, GOOD)
    assert keyring.people()[0].factor == OS_KEY_STORE
    keyring.change_passphrase("clerk", GOOD, OTHER, "")
    assert Keyring.open(path, SetClock(), CHEAP).unlock("clerk", OTHER).person_id == "p-clerk"
