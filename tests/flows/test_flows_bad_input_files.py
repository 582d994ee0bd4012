"""Files that are not scans, brought to the counter's window: words under the list or in the viewer.

| what | answer | where |
|---|---|---|
| a picture of 400 million pixels in 50 KB, the same claimed by JPEG, TIFF | under the list | `BAD_FILES` |
| a program, an archive, a web page, another picture named as a scan | under the list | `BAD_FILES` |
| 0 bytes; 2 GB without content (sparse); broken off; gone; a folder | under the list | `BAD_FILES` |
| whole at both ends and rubbish between | taken, and the viewer says so | `test_what_…` |
| a picture too large to be shown that came into the store another way | the viewer says so | `test_what_…` |

What is good among them is attached, what was typed stays, and the application can be submitted afterwards.
"""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.ids import EvidenceId
from creditbank_desktop.services.views_intake import Attachment
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.evidence import EvidenceViewer
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import GOOD_FIELDS
from tests.services.services_world import IDS, PDF, World
from tests.ui.conftest import dress, runner  # noqa: F401 - fixtures
from tests.ui.counter_room import CounterRoom, OpenRoom, pdf_file, rooms
from tests.ui.ui_gallery import scan

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
HAN = re.compile("[\u4e00-\u9fff]")
SIDE = 20_000
TWO_GB = 2 * 1024**3


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb() -> bytes:
    """Return a sound PNG of one colour: 400 million pixels in about 50 KB."""
    row = bytes(1 + SIDE // 8)
    packer = zlib.compressobj(9)
    packed = b"".join([*(packer.compress(row * 1000) for _ in range(SIDE // 1000)), packer.flush()])
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def jpeg_that_claims(side: int) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, side, side, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + frame + b"\xff\xd9"


def tiff_that_claims(side: int) -> bytes:
    tags = struct.pack("<HHIIHHII", 256, 4, 1, side, 257, 4, 1, side)
    return b"II*\x00" + struct.pack("<IH", 8, 2) + tags + bytes(4)


def written(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data)

    return write


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(TWO_GB)


def cut_off(path: Path) -> None:
    # Drawing it needs an application, which is not there while tests are collected.
    path.write_bytes(scan()[:-40])


# Name of the file, how it comes to be, the code of the answer.
BAD_FILES: list[tuple[str, Callable[[Path], None], str]] = [
    ("bomb.png", written(bomb()), "evidence.too_many_pixels"),
    ("bomb.jpg", written(jpeg_that_claims(65_000)), "evidence.too_many_pixels"),
    ("bomb.tif", written(tiff_that_claims(900_000)), "evidence.too_many_pixels"),
    ("program.pdf", written(b"MZ\x90\x00" + bytes(500)), "evidence.not_what_it_says"),
    ("archive.pdf", written(b"PK\x03\x04" + bytes(500)), "evidence.not_what_it_says"),
    ("page.jpg", written(b"<html><script>"), "evidence.not_what_it_says"),
    ("scan.png", written(PDF), "evidence.not_what_it_says"),
    ("moving.tif", written(b"GIF89a" + bytes(50)), "evidence.not_what_it_says"),
    ("sheet.xlsx", written(b"PK\x03\x04" + bytes(500)), "evidence.kind"),
    ("certificate", written(PDF), "evidence.kind"),
    ("empty.pdf", written(b""), "evidence.empty"),
    ("huge.pdf", sparse, "evidence.too_big"),
    ("broken.pdf", written(PDF[: len(PDF) // 2]), "evidence.damaged"),
    ("broken.png", cut_off, "evidence.damaged"),
    ("gone.pdf", lambda path: None, "evidence.unreadable"),
    ("folder.pdf", Path.mkdir, "evidence.unreadable"),
]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:
    yield from rooms(qtbot, qapp, world, runner)


@pytest.fixture(scope="module")
def office(founded: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Return an office that only checks, so that the cases need no store each."""
    found = founded.copied_to(tmp_path_factory.mktemp("files"))
    yield found
    found.close()


def begin(desk: CounterRoom) -> None:
    """Open a certificate's form for the only learner and fill it in."""
    desk.window.open("counter")
    desk.settle()
    desk.type("zyt")
    desk.press("Return")
    desk.type("02")
    desk.press("Return")
    slot = desk.counter.intake.slot
    assert slot is not None
    assert slot.editor is not None
    desk.fill(**{name: text for name, text in GOOD_FIELDS[slot.editor.sheet.kind].items() if name != "level"})
    desk.settle(300)


def test_files_that_are_no_scans_are_told_by_name_and_nothing_is_lost(
    room: OpenRoom, world: World, tmp_path: Path, dress
) -> None:
    world.register(name="张雨桐")
    desk = room()
    begin(desk)
    slot = desk.counter.intake.slot
    assert slot is not None
    typed = desk.counter.intake.form().outcomes
    stored = {path for path in world.folder.rglob("*") if path.is_file() and "evidence" in path.parts}
    for name, make, _code in BAD_FILES:
        make(tmp_path / name)
    desk.files.extend(str(tmp_path / name) for name, _make, _code in BAD_FILES)
    desk.files.append(pdf_file(tmp_path, "good.pdf"))
    desk.press("Ctrl+O")
    told = slot.materials._problem
    assert told.isVisible()
    lines = told.text().split("\n")
    assert len(lines) == len(BAD_FILES)
    assert all(name in line for (name, _make, _code), line in zip(BAD_FILES, lines, strict=True))
    assert not re.search(r"\bevidence\.[a-z_]+\b", told.text())
    dress(Look.LIGHT, Language.CHINESE)
    assert all(HAN.search(line) for line in told.text().split("\n"))
    dress(Look.LIGHT, Language.ENGLISH)
    # The good one among them is there, in the list and in the viewer.
    assert [file.file_name for file in slot.materials.evidence()] == ["good.pdf"]
    assert desk.counter.intake.form().outcomes == typed
    after = {path for path in world.folder.rglob("*") if path.is_file() and "evidence" in path.parts}
    assert len(after) <= len(stored) + 1
    # The next attempt takes the words away, and the application goes its way.
    desk.files[:] = [pdf_file(tmp_path, f"{n}.pdf") for n in range(2)]
    desk.press("Ctrl+O")
    assert not told.isVisible()
    assert slot.materials.missing() == ()


@pytest.mark.parametrize(("name", "make", "code"), BAD_FILES, ids=[row[0] for row in BAD_FILES])
def test_each_answer_has_its_code(
    office: World, tmp_path: Path, name: str, make: Callable[[Path], None], code: str
) -> None:
    make(tmp_path / name)
    with pytest.raises(Problems) as stopped:
        office.services.evidence.attach(
            office.actors["clerk"], Attachment("form", name, path=str(tmp_path / name))
        )
    assert [(problem.field, problem.code) for problem in stopped.value.problems] == [("file", code)]


def _put(world: World, data: bytes, name: str) -> Evidence:
    """Bring bytes into the store past every check, as another version or device might have."""
    blob, size = world.room.files.put(io.BytesIO(data))
    world.store.write(lambda unit: unit.add_blob(blob, size))
    return Evidence(EvidenceId(IDS.new_id()), blob, size, "image/png", name, "certificate")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read")
def test_a_disk_that_fails_between_two_files_takes_nothing_away(
    room: OpenRoom, world: World, tmp_path: Path
) -> None:
    world.register(name="张雨桐")
    desk = room()
    begin(desk)
    slot = desk.counter.intake.slot
    assert slot is not None
    failing = tmp_path / "failing.pdf"
    failing.symlink_to("/proc/self/mem")  # opens, and answers every reading with an error
    desk.files.extend((pdf_file(tmp_path, "first.pdf"), str(failing), pdf_file(tmp_path, "last.pdf")))
    desk.press("Ctrl+O")
    assert [file.file_name for file in slot.materials.evidence()] == ["first.pdf"]
    notice = desk.counter.messages.notice
    assert notice is not None
    assert "failing.pdf" in notice.text
    assert notice.retry is not None
    failing.unlink()
    pdf_file(tmp_path, "failing.pdf")
    notice.retry()
    desk.until(lambda: len(slot.materials.evidence()) == 3)
    assert [file.file_name for file in slot.materials.evidence()] == ["first.pdf", "failing.pdf", "last.pdf"]


def _says(viewer: EvidenceViewer, words: str) -> bool:
    return words in viewer._message


def test_what_cannot_be_shown_is_said_in_the_viewer_and_the_rest_goes_on(
    room: OpenRoom, world: World, tmp_path: Path
) -> None:
    world.register(name="张雨桐")
    desk = room()
    begin(desk)
    slot = desk.counter.intake.slot
    assert slot is not None
    viewer = desk.counter.evidence.viewer
    hollow = tmp_path / "hollow.pdf"
    hollow.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"\n%%EOF\n")
    desk.files.append(str(hollow))
    desk.press("Ctrl+O")
    desk.until(lambda: "damaged" in viewer._message)
    assert [file.file_name for file in slot.materials.evidence()] == ["hollow.pdf"]
    for data, name, said in (
        (bomb(), "bomb.png", "more pixels"),
        (b"MZ" + bytes(600), "program.png", "neither a PDF nor an image"),
    ):
        desk.counter.materials._on_file_opened(_put(world, data, name))
        desk.until(partial(_says, viewer, said))
    good = tmp_path / "good.png"
    good.write_bytes(scan())
    desk.files[:] = [str(good)]
    desk.press("Ctrl+O")
    desk.until(lambda: viewer.pages == 1)
    (outcome,) = desk.counter.intake.form().outcomes
    assert outcome.fields["title"] == GOOD_FIELDS[outcome.type]["title"]
