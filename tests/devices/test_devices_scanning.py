"""Scanners through SANE's virtual device, what WIA answers, the camera, and the watched folder."""

from __future__ import annotations

import base64
import os
import shutil
import sys
from pathlib import Path

import pytest

from creditbank_desktop.devices.camera import Cameras
from creditbank_desktop.devices.folder_watch import TAKEN_FOLDER, WatchedFolder
from creditbank_desktop.devices.no_scanners import NoScanners
from creditbank_desktop.devices.page_worker import PageWorker
from creditbank_desktop.devices.sane_scanners import SaneScanners
from creditbank_desktop.devices.wia_scanners import picture_in, sources_in, wanted
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.scans import (
    AfterTaking,
    ColourMode,
    Feed,
    RawPicture,
    ScanProfile,
    ScanSize,
    SourceKind,
)

FEEDER_HOLDS = 10


def virtual_scanner(folder: Path, **settings: str) -> SaneScanners:
    """Return the scanners of SANE with nothing but its virtual device."""
    assert shutil.which("scanimage"), "scanimage is missing: install sane-utils (the set-up does it)"
    folder.mkdir(exist_ok=True)
    (folder / "dll.conf").write_text("test\n", encoding="ascii")
    lines = [f"{name.replace('_', '-')} {value}" for name, value in settings.items()]
    (folder / "test.conf").write_text("\n".join(["number_of_devices 1", *lines, ""]), encoding="ascii")
    environment = {"SANE_CONFIG_DIR": str(folder), "TMPDIR": str(folder)}
    return SaneScanners(environment=environment)


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="SANE is the way of Linux")


@linux
def test_the_virtual_scanner_says_what_it_can_do(tmp_path: Path) -> None:
    (source,) = virtual_scanner(tmp_path).sources()
    assert (source.source, source.kind) == ("sane:test:0", SourceKind.SCANNER)
    assert source.feeds == (Feed.FLATBED, Feed.FEEDER)
    assert 300 in source.resolutions
    assert source.colours == (ColourMode.COLOUR, ColourMode.GREY)


@linux
def test_one_page_comes_from_the_glass(tmp_path: Path) -> None:
    found: list[RawPicture] = []
    profile = ScanProfile("sane:test:0", 100, ColourMode.GREY, size=ScanSize.A5)
    virtual_scanner(tmp_path).scan(profile, found.append, lambda: False)
    worker = PageWorker()
    try:
        page = worker.raw(found[0])
    finally:
        worker.close()
    assert len(found) == 1
    assert page.dpi == 100
    assert page.width == pytest.approx(583, abs=2)
    assert page.height == pytest.approx(787, abs=2)


@linux
def test_the_pages_of_a_feeder_come_one_by_one_and_never_lie_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    found: list[RawPicture] = []
    stored: list[int] = []

    def on_picture(picture: RawPicture) -> None:
        found.append(picture)
        stored.extend(path.stat().st_size for path in passing.rglob("*.pnm*") if path.is_file())

    profile = ScanProfile("sane:test:0", 75, feed=Feed.FEEDER)
    virtual_scanner(tmp_path / "conf").scan(profile, on_picture, lambda: False)
    assert [picture.name for picture in found] == [str(number) for number in range(1, FEEDER_HOLDS + 1)]
    assert len({len(picture.data) for picture in found}) == 1
    assert stored == []
    assert list(passing.iterdir()) == []


@linux
def test_a_scan_is_cancelled_between_two_pages(tmp_path: Path) -> None:
    found: list[RawPicture] = []
    profile = ScanProfile("sane:test:0", 75, feed=Feed.FEEDER)
    virtual_scanner(tmp_path).scan(profile, found.append, lambda: len(found) == 3)
    assert len(found) == 3


@linux
@pytest.mark.parametrize("feed", [Feed.FLATBED, Feed.FEEDER])
@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("JAMMED", "scanner.jam"),
        ("NO_DOCS", "scanner.no_paper"),
        ("COVER_OPEN", "scanner.cover"),
        ("DEVICE_BUSY", "scanner.busy"),
        ("ACCESS_DENIED", "scanner.denied"),
        ("IO_ERROR", "scanner.broken"),
    ],
)
def test_faults_have_codes_of_their_own(tmp_path: Path, feed: Feed, status: str, code: str) -> None:
    scanners = virtual_scanner(tmp_path, read_status_code=f'"SANE_STATUS_{status}"')
    found: list[RawPicture] = []
    with pytest.raises(EnvironmentFault) as raised:
        scanners.scan(ScanProfile("sane:test:0", 75, feed=feed), found.append, lambda: False)
    assert raised.value.code == code
    assert found == []


@linux
def test_a_scanner_that_is_gone_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        virtual_scanner(tmp_path).scan(ScanProfile("sane:other"), lambda _picture: None, lambda: False)
    assert raised.value.code == "scanner.unknown"


def test_without_sane_it_is_named() -> None:
    with pytest.raises(EnvironmentFault) as raised:
        SaneScanners("no-such-scanimage").sources()
    assert raised.value.code == "scanner.no_sane"


def test_where_no_program_may_scan_the_watched_folder_is_named() -> None:
    assert NoScanners().sources() == ()
    with pytest.raises(EnvironmentFault) as raised:
        NoScanners().scan(ScanProfile(), lambda _picture: None, lambda: False)
    assert raised.value.code == "scanner.watched_folder"


def test_what_wia_answers_is_understood() -> None:
    assert picture_in(b"page " + base64.b64encode(b"BM1") + b"\r\n", 0) == b"BM1"
    assert picture_in(b"end\r\n", 1) is None
    assert picture_in(b"fault 80210003 no paper\r\n", 2) is None
    for line, code in (
        (b"fault 80210003 no paper", "scanner.no_paper"),
        (b"fault 80210002 jam", "scanner.jam"),
        (b"fault 80210016 cover", "scanner.cover"),
        (b"fault 80210006 busy", "scanner.busy"),
        (b"fault 80004005 what", "scanner.broken"),
        (b"", "scanner.silent"),
        (b"page !!", "scanner.broken"),
    ):
        with pytest.raises(EnvironmentFault) as raised:
            picture_in(line, 0)
        assert raised.value.code == code


def test_wia_is_told_what_is_wanted() -> None:
    told = wanted(ScanProfile("wia:{1}\\0", 200, ColourMode.GREY, Feed.DUPLEX, ScanSize.A4))
    assert (told["device"], told["intent"], told["handling"], told["width"]) == ("{1}\\0", 2, 5, 1654)
    (source,) = sources_in('{"id":"{1}\\\\0","name":"Scanner"}\r\nnoise\r\n')
    assert (source.source, source.name) == ("wia:{1}\\0", "Scanner")


class FilmedCamera:
    """Stands in for a camera of OpenCV: shows one frame."""

    def __init__(self, *, there: bool) -> None:
        self.there = there
        self.released = False

    def isOpened(self) -> bool:
        return self.there

    def set(self, _property: int, _value: float) -> bool:
        return True

    def read(self) -> tuple[bool, object]:
        import numpy

        frame = numpy.full((30, 41, 3), 255, numpy.uint8)
        frame[0, 0] = (0, 0, 200)  # blue, green, red
        return True, frame

    def release(self) -> None:
        self.released = True


def test_one_frame_of_a_camera_is_one_page() -> None:
    opened: list[FilmedCamera] = []

    def open_camera(number: int) -> FilmedCamera:
        opened.append(FilmedCamera(there=number == 0))
        return opened[-1]

    cameras = Cameras(open_camera)
    assert [source.source for source in cameras.sources()] == ["camera:0"]
    found: list[RawPicture] = []
    cameras.scan(ScanProfile("camera:0"), found.append, lambda: False)
    worker = PageWorker()
    try:
        page = worker.raw(found[0])
    finally:
        worker.close()
    assert (len(found), page.width, page.height) == (1, 41, 30)
    assert all(camera.released for camera in opened)


class Seconds:
    """A clock for the watched folder."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_only_finished_files_are_taken_from_the_folder(tmp_path: Path) -> None:
    clock = Seconds()
    watch = WatchedFolder(clock)
    done, growing = tmp_path / "done.jpg", tmp_path / "growing.jpg"
    done.write_bytes(b"whole")
    growing.write_bytes(b"par")
    (tmp_path / "empty.png").touch()
    (tmp_path / ".hidden.jpg").write_bytes(b"x")
    (tmp_path / "note.txt").write_bytes(b"x")
    (tmp_path / "half.jpg.part").write_bytes(b"x")
    (tmp_path / "folder.pdf").mkdir()
    assert watch.finished(tmp_path) == ()
    clock.now += 2
    growing.write_bytes(b"partly")
    assert [file.name for file in watch.finished(tmp_path)] == ["done.jpg"]
    clock.now += 2
    assert [file.name for file in watch.finished(tmp_path)] == ["done.jpg", "growing.jpg"]


def test_originals_are_moved_or_deleted(tmp_path: Path) -> None:
    clock = Seconds()
    watch = WatchedFolder(clock)
    taken = tmp_path / TAKEN_FOLDER
    taken.mkdir()
    (taken / "a.jpg").write_bytes(b"earlier")
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(name.encode())
    watch.finished(tmp_path)
    clock.now += 2
    first, second = watch.finished(tmp_path)
    watch.let_go(first, AfterTaking.MOVE)
    watch.let_go(second, AfterTaking.DELETE)
    assert sorted(path.name for path in taken.iterdir()) == ["a (2).jpg", "a.jpg"]
    assert (taken / "a.jpg").read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir()] == [TAKEN_FOLDER]
    watch.let_go(second, AfterTaking.DELETE)


def test_a_folder_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        WatchedFolder().finished(tmp_path / "none")
    assert raised.value.code == "folder.unreadable"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_left_alone(tmp_path: Path) -> None:
    clock = Seconds()
    watch = WatchedFolder(clock)
    secret = tmp_path / "secret"
    secret.write_bytes(b"x")
    (tmp_path / "a.jpg").symlink_to(secret)
    watch.finished(tmp_path)
    clock.now += 2
    assert watch.finished(tmp_path) == ()
