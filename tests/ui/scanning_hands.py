"""A scanner without hardware (SANE's own test device), files to scan, and a world that can use them."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from creditbank_desktop.devices.folder_watch import WatchedFolder
from creditbank_desktop.devices.page_worker import PageWorker
from creditbank_desktop.devices.sane_scanners import SaneScanners
from creditbank_desktop.domain.scans import ColourMode, ScanProfile
from creditbank_desktop.services.scan_ports import Scanning
from creditbank_desktop.services.services import build_services
from tests.services.services_world import World

HAS_SANE = shutil.which("scanimage") is not None
TEST_SCANNER = "sane:test:0"


def test_device(folder: Path) -> SaneScanners:
    """Return the scanners of a SANE that knows nothing but its test device."""
    sane = folder / "sane"
    sane.mkdir(exist_ok=True)
    (sane / "dll.conf").write_text("test\n")
    (sane / "test.conf").write_text("number_of_devices 1\n")
    return SaneScanners(environment={"SANE_CONFIG_DIR": str(sane)})


test_device.__test__ = False  # type: ignore[attr-defined]


def give_scanning(world: World, folder: Path) -> World:
    """Let an office scan with the test device, read files and watch folders."""
    scanning = Scanning(PageWorker(), scanners=(test_device(folder),), folder=WatchedFolder())
    world.room = replace(world.room, scanning=scanning)
    world.services = build_services(world.room)
    return world


def remember_scanner(world: World, **changes: object) -> None:
    """Keep a profile, as if somebody had chosen it."""
    profile = ScanProfile(source=TEST_SCANNER, dpi=75, colour=ColourMode.GREY)
    world.services.scans.set_profile(world.actors["clerk"], replace(profile, **changes))  # type: ignore[arg-type]


def picture(words: str, size: tuple[int, int] = (420, 594)) -> bytes:
    """Return a page with words on it as PNG."""
    page = Image.new("RGB", size, "#FBF8F0")
    draw = ImageDraw.Draw(page)
    draw.rectangle((14, 14, size[0] - 14, size[1] - 14), outline="#B08A3C", width=3)
    for row in range(8):
        draw.text((40, 60 + row * 40), f"{words} {row}", fill="#222222")
    data = io.BytesIO()
    page.save(data, "PNG", dpi=(72, 72))
    return data.getvalue()


def picture_file(folder: Path, words: str) -> str:
    """Return the path of a PNG with a page."""
    path = folder / f"{words}.png"
    path.write_bytes(picture(words))
    return str(path)


def pdf_of(folder: Path, name: str, pages: int) -> str:
    """Return the path of a PDF with so many pages."""
    drawn = [Image.open(io.BytesIO(picture(f"{name} page {n}"))).convert("RGB") for n in range(pages)]
    path = folder / f"{name}.pdf"
    drawn[0].save(path, "PDF", save_all=True, append_images=drawn[1:])
    return str(path)
