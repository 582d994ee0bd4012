"""An office whose files are missing, foreign, damaged, locked or not to be written: the first window says so.

Every case is made with real files, met in the real window by a person who signs in, told in both languages,
and mended: then signing in works, and nothing of the office was touched in between.
"""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from creditbank_desktop.app import telling
from creditbank_desktop.app.desktop import IMPORTS_AFTER_MS, Desktop
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.app.front_door import OFFICE_FOLDER
from creditbank_desktop.app.main import main
from creditbank_desktop.app.office import establish_office, surroundings
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.devices.paths import folders_under
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.models.anchor import ANCHOR_NAME
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.services.views_ledger import OfficeForm, PersonForm
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.vault.keyring import Keyring
from tests.ui.conftest import dress  # noqa: F401 - fixture

pytestmark = pytest.mark.usefixtures("dress")
PASSPHRASE = "velvet engine island"
HAN = re.compile("[\u4e00-\u9fff]")
OFFICE = OfficeForm("99801", "01", "示例学分银行", "Sample bank", "示例学院", "Sample college")
Damage = Callable[[OfficePlace], None]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with a new office, closed."""
    data = tmp_path_factory.mktemp("office") / "data"
    around = surroundings(Path(__file__).resolve().parents[2] / "resources", SystemClock())
    place = OfficePlace(data / OFFICE_FOLDER)
    place.folder.mkdir(parents=True)
    establish_office(place, around, OFFICE, PersonForm("admin", "秦岚", PASSPHRASE)).session.close()
    return data


@pytest.fixture
def start(
    qapp: QApplication, resources: Path, office: Path, tmp_path: Path
) -> Iterator[Callable[[Path], Desktop]]:
    """Return what starts the program on a copy of the office under a folder."""
    started: list[Desktop] = []
    crashes: list[BaseException] = []

    def begin(root: Path) -> Desktop:
        folders = folders_under(root).make()
        desktop = Desktop(qapp, folders, resources, "en", sample=False)
        desktop.runner.crashed.connect(crashes.append)
        started.append(desktop)
        desktop.start()
        return desktop

    yield begin
    for desktop in started:
        desktop.close()
        desktop.login.hide()
        desktop.login.deleteLater()
        desktop.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert crashes == []


def copied(office: Path, root: Path) -> OfficePlace:
    shutil.copytree(office, root / "data", dirs_exist_ok=True)
    place = OfficePlace(root / "data" / OFFICE_FOLDER)
    # The second copy would stand in for a damaged key file; here both are lost.
    place.keyring_copy.unlink()
    return place


def sign_in(qtbot: QtBot, desktop: Desktop) -> None:
    if desktop.login.messages.notice is not None:
        desktop.login.messages.dismiss()
    desktop.login.people.unlock_asked.emit("admin", PASSPHRASE)
    settle(qtbot, desktop)


def settle(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: not desktop.runner.is_busy, timeout=30_000)


def told(desktop: Desktop) -> str:
    assert desktop.login.messages.isVisible()
    return desktop.login.messages._text.text()


def told_in_both_languages(desktop: Desktop, dress) -> str:
    english = told(desktop)
    assert not HAN.search(english.replace("学分", ""))
    assert "…" not in english
    assert not re.search(r"\b(store|keyring)\.[a-z_]+", english.replace(".json", "").replace(".db", ""))
    dress(Look.LIGHT, Language.CHINESE)
    assert HAN.search(told(desktop))
    dress(Look.LIGHT, Language.ENGLISH)
    return english


def works(desktop: Desktop) -> bool:
    return desktop.bench is not None and desktop.bench.window.isVisible()


# --- the database ---


def lose(place: OfficePlace) -> None:
    (place.store / DATABASE_NAME).unlink()


def write(content: bytes) -> Damage:
    return lambda place: void((place.store / DATABASE_NAME).write_bytes(content))


def void(_value: object) -> None:
    return None


def put_a_folder(place: OfficePlace) -> None:
    lose(place)
    (place.store / DATABASE_NAME).mkdir()


def put_another_office_s(place: OfficePlace) -> None:
    lose(place)
    with closing(open_database(place.store / DATABASE_NAME, bytes(32), busy_timeout_ms=100)) as other:
        other.execute("CREATE TABLE other (a)")


def put_an_older_one_s_log(place: OfficePlace) -> None:
    (place.store / f"{DATABASE_NAME}-wal").write_bytes(b"not a log" * 1000)


def cut(place: OfficePlace) -> None:
    data = (place.store / DATABASE_NAME).read_bytes()
    (place.store / DATABASE_NAME).write_bytes(data[: len(data) // 2 - 100])


def garble(place: OfficePlace) -> None:
    path = place.store / DATABASE_NAME
    with path.open("r+b") as file:
        for page in range(path.stat().st_size // 4096):
            file.seek(page * 4096 + 2000)
            file.write(b"\xff" * 8)


def make_newer(place: OfficePlace) -> None:
    around = surroundings(Path(), SystemClock())
    unlocked = Keyring.open(place.keyring, around.clock).unlock("admin", PASSPHRASE)
    path = place.store / DATABASE_NAME
    with closing(open_database(path, unlocked.data_key, busy_timeout_ms=100)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")


STORES: dict[str, tuple[Damage, str]] = {
    "missing": (lose, "is missing"),
    "empty": (write(b""), "not a store of this program"),
    "plain-sqlite": (write(b"SQLite format 3\x00" + bytes(8176)), "not a store of this program"),
    "a-letter": (write(b"Dear Sir or Madam"), "not a store of this program"),
    "noise": (write(bytes(range(256)) * 32), "not a store of this program"),
    "a-folder": (put_a_folder, "is missing"),
    "another-office": (put_another_office_s, "not a store of this program"),
    "cut": (cut, "not a store of this program"),
    "garbled": (garble, "is damaged"),
    "newer": (make_newer, "newer version"),
}


@pytest.mark.parametrize(("damage", "words"), STORES.values(), ids=STORES.keys())
def test_a_store_that_cannot_be_opened(
    qtbot: QtBot, start, office: Path, tmp_path: Path, dress, damage: Damage, words: str
) -> None:
    place = copied(office, tmp_path)
    damage(place)
    desktop = start(tmp_path)
    settle(qtbot, desktop)
    sign_in(qtbot, desktop)
    assert words in told_in_both_languages(desktop, dress)
    assert desktop.bench is None
    shutil.rmtree(place.store)
    copied(office, tmp_path)
    retry = desktop.login.messages.notice
    assert retry is not None
    assert retry.retry is not None
    desktop.login.messages.dismiss()
    retry.retry()
    qtbot.waitUntil(lambda: works(desktop), timeout=30_000)


def test_a_log_of_another_database_beside_the_store_is_left_out(
    qtbot: QtBot, start, office: Path, tmp_path: Path
) -> None:
    put_an_older_one_s_log(copied(office, tmp_path))
    desktop = start(tmp_path)
    settle(qtbot, desktop)
    sign_in(qtbot, desktop)
    qtbot.waitUntil(lambda: works(desktop), timeout=30_000)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"7", b'{"salt": 1}', b"\xff\xfe\x00", b"[" * 100_000],
    ids=["empty", "cut", "list", "null", "number", "other", "noise", "deep"],
)
def test_an_anchor_of_nonsense_counts_as_lost(
    qtbot: QtBot, start, office: Path, tmp_path: Path, content: bytes
) -> None:
    place = copied(office, tmp_path)
    (place.store / ANCHOR_NAME).write_bytes(content)
    desktop = start(tmp_path)
    settle(qtbot, desktop)
    sign_in(qtbot, desktop)
    qtbot.waitUntil(lambda: works(desktop), timeout=30_000)
    assert desktop.door.session is not None
    assert [finding.code for finding in desktop.door.session.store.findings] == ["store.anchor_missing"]


@pytest.mark.parametrize(
    "changed",
    [{"salt": "zz"}, {"salt": 7}, {"sequence": "x"}, {"sequence": -1}, {"sequence": 10**30},
     {"sequence": None}, {"key_check": "é"}, {"key_check": None}, {"hash": []}],
    ids=str,
)  # fmt: skip
def test_an_anchor_with_one_odd_value_counts_as_lost_also_beside_a_damaged_store(
    qtbot: QtBot, start, office: Path, tmp_path: Path, changed: dict[str, object]
) -> None:
    place = copied(office, tmp_path)
    anchor = place.store / ANCHOR_NAME
    anchor.write_text(json.dumps(json.loads(anchor.read_text("utf-8")) | changed), "utf-8")
    garble(place)
    desktop = start(tmp_path)
    settle(qtbot, desktop)
    sign_in(qtbot, desktop)
    assert len(told(desktop)) > 20
    assert desktop.bench is None


@contextmanager
def locked(place: OfficePlace) -> Iterator[None]:
    around = surroundings(Path(), SystemClock())
    unlocked = Keyring.open(place.keyring, around.clock).unlock("admin", PASSPHRASE)
    path = place.store / DATABASE_NAME
    with closing(open_database(path, unlocked.data_key, busy_timeout_ms=100)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[None]:
    """Put a small file system over a folder; skips where that is not allowed."""
    if not sys.platform.startswith("linux") or shutil.which("mount") is None:
        pytest.skip("a small file system is mounted on Linux only")
    place.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def read_only(place: OfficePlace) -> Iterator[None]:
    root = place.folder.parent.parent
    subprocess.run(["mount", "-o", "remount,ro", str(root)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(root)], check=True)


@contextmanager
def full(place: OfficePlace) -> Iterator[None]:
    ballast = place.folder.parent / "ballast"
    free = shutil.disk_usage(place.folder).free
    ballast.write_bytes(bytes(free))
    try:
        yield
    finally:
        ballast.unlink()


Trouble = Callable[[OfficePlace], AbstractContextManager[None]]


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(locked, "Another program holds the store"), (read_only, "cannot be written"), (full, "disk is full")],
    ids=["locked", "read-only", "full"],
)
def test_a_store_that_cannot_be_worked_with_now(
    qtbot: QtBot, start, office: Path, tmp_path: Path, dress, trouble: Trouble, words: str
) -> None:
    with mounted(tmp_path / "disk"):
        place = copied(office, tmp_path / "disk")
        desktop = start(tmp_path / "disk")
        settle(qtbot, desktop)
        with trouble(place):
            sign_in(qtbot, desktop)
            assert words in told_in_both_languages(desktop, dress)
            assert desktop.bench is None
        notice = desktop.login.messages.notice
        assert notice is not None
        assert notice.retry is not None
        notice.retry()
        qtbot.waitUntil(lambda: works(desktop), timeout=30_000)
        desktop.close()


# --- the keyring ---


def key_file(content: bytes) -> Damage:
    return lambda place: void(place.keyring.write_bytes(content))


def change_key_file(change: Callable[[dict[str, object]], object]) -> Damage:
    def damage(place: OfficePlace) -> None:
        document = json.loads(place.keyring.read_text("utf-8"))
        change(document)
        place.keyring.write_text(json.dumps(document), "utf-8")

    return damage


def first(document: dict[str, object]) -> dict[str, object]:
    return document["people"][0]  # type: ignore[index,no-any-return]


def make_it_a_folder(place: OfficePlace) -> None:
    place.keyring.unlink()
    place.keyring.mkdir()


KEYRINGS: dict[str, tuple[Damage, str]] = {
    "missing": (lambda place: place.keyring.unlink(), "is missing"),
    "empty": (key_file(b""), "not one of our key files"),
    "cut": (lambda place: void(place.keyring.write_bytes(place.keyring.read_bytes()[:-200])), "is damaged"),
    "noise": (key_file(bytes(range(256))), "not one of our key files"),
    "another-program": (key_file(b'{"format": "other"}'), "not one of our key files"),
    "too-deep": (key_file(b"[" * 200_000), "not one of our key files"),
    "huge": (key_file(b" " * 5_000_000), "not one of our key files"),
    "a-folder": (make_it_a_folder, "cannot be read"),
    "newer": (change_key_file(lambda d: d.update(version=99)), "newer version"),
    "nobody": (change_key_file(lambda d: d.update(people=[])), "is damaged"),
    "absurd-cost": (
        change_key_file(lambda d: first(d)["argon2id"].update(memory_kib=2**40)),  # type: ignore[attr-defined]
        "is damaged",
    ),
    "short-salt": (change_key_file(lambda d: first(d).update(salt="AAAA")), "is damaged"),
    "no-base64": (change_key_file(lambda d: first(d).update(salt="%%%")), "is damaged"),
    "a-list-as-name": (change_key_file(lambda d: first(d).update(name=[1])), "is damaged"),
}


@pytest.mark.parametrize(("damage", "words"), KEYRINGS.values(), ids=KEYRINGS.keys())
def test_a_key_file_that_cannot_be_read_is_told_before_anybody_signs_in(
    qtbot: QtBot, start, office: Path, tmp_path: Path, dress, damage: Damage, words: str
) -> None:
    place = copied(office, tmp_path)
    damage(place)
    before = (place.store / DATABASE_NAME).read_bytes()
    desktop = start(tmp_path)
    qtbot.waitUntil(desktop.login.messages.isVisible, timeout=30_000)
    assert words in told_in_both_languages(desktop, dress)
    assert desktop.login.pages.currentWidget() is desktop.login.waiting
    assert (place.store / DATABASE_NAME).read_bytes() == before
    if place.keyring.is_dir():
        place.keyring.rmdir()
    shutil.copy(office / OFFICE_FOLDER / "keyring.json", place.keyring)
    notice = desktop.login.messages.notice
    assert notice is not None
    assert notice.retry is not None
    desktop.login.messages.dismiss()
    notice.retry()
    settle(qtbot, desktop)
    assert desktop.login.pages.currentWidget() is desktop.login.people
    sign_in(qtbot, desktop)
    qtbot.waitUntil(lambda: works(desktop), timeout=30_000)


@pytest.mark.parametrize(
    "damage",
    [
        change_key_file(lambda d: first(d).update(name="Somebody else")),
        change_key_file(lambda d: d.update(seal="AAAA")),
        change_key_file(lambda d: first(d).update(public_key="AAAA")),
    ],
    ids=["name", "seal", "public-key"],
)
def test_a_key_file_that_other_hands_changed_opens_nothing(
    qtbot: QtBot, start, office: Path, tmp_path: Path, damage: Damage
) -> None:
    damage(copied(office, tmp_path))
    desktop = start(tmp_path)
    settle(qtbot, desktop)
    sign_in(qtbot, desktop)
    assert "is damaged" in told(desktop)
    assert desktop.bench is None


def test_a_new_office_never_takes_the_place_of_what_is_left_of_one(office: Path, tmp_path: Path) -> None:
    place = copied(office, tmp_path)
    place.keyring.unlink()
    before = {file.name: file.read_bytes() for file in place.store.iterdir()}
    around = surroundings(Path(__file__).resolve().parents[2] / "resources", SystemClock())
    with pytest.raises(Refused, match=r"office\.exists"):
        establish_office(place, around, OFFICE, PersonForm("admin", "秦岚", PASSPHRASE))
    assert {file.name: file.read_bytes() for file in place.store.iterdir()} == before


# --- settings and folders ---


@pytest.mark.parametrize(
    "content",
    [
        "look=purple\nlanguage=tlh\n",
        "[General]\nlook=\nlanguage=\n",
        "\x00\x01\x02",
        "[General]\nlook=@Variant(x)\n",
    ],
    ids=["others", "empty", "noise", "variant"],
)
def test_settings_of_another_hand_do_not_stop_the_program(
    qtbot: QtBot, start, office: Path, tmp_path: Path, content: str
) -> None:
    copied(office, tmp_path)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "desktop.ini").write_text(content, "utf-8")
    desktop = start(tmp_path)
    shows = desktop.login.pages.currentWidget
    qtbot.waitUntil(lambda: shows() is desktop.login.people, timeout=30_000)
    qtbot.wait(IMPORTS_AFTER_MS + 50)


def test_a_data_folder_that_is_a_file_is_told_with_a_window_where_there_is_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("a file", "utf-8")
    windows: list[str] = []
    monkeypatch.setattr(telling, "show_in_window", windows.extend)
    assert main(["--data-dir", str(tmp_path)]) == Exit.ENVIRONMENT
    said = capsys.readouterr().err
    assert said.startswith("creditbank: The folder")
    assert "(folder.unwritable)" in said
    assert len(windows) == 1
