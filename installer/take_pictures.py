"""Takes a picture of every screen, in both languages and looks, at the sizes that people work at.

    take_pictures.py --data-dir DIR --out DIR [--only NAME …] [--language zh] [--look light] [--size 1366x768]

DIR holds a sample office (made by ``creditbank --demo``); work on a copy, for a learner is registered and a
paper is issued in it. The pictures are DIR/<language>-<look>-<size>/<screen>.png; screens that cut words off
or lay parts over each other are named.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from creditbank_desktop.app.demo.pictures import settle  # noqa: E402
from creditbank_desktop.app.demo.scenes import Scene, Stagehand  # noqa: E402
from creditbank_desktop.app.desktop import LANGUAGES  # noqa: E402
from creditbank_desktop.app.office import surroundings  # noqa: E402
from creditbank_desktop.app.places import OfficePlace  # noqa: E402
from creditbank_desktop.app.sample.staffing import staff_again  # noqa: E402
from creditbank_desktop.devices.clock import SystemClock  # noqa: E402
from creditbank_desktop.ui.i18n import switch_language  # noqa: E402
from creditbank_desktop.ui.kit.layout_check import clipped_words, overlapping_parts  # noqa: E402
from creditbank_desktop.ui.kit.screenshots import lay_out, save_picture  # noqa: E402
from creditbank_desktop.ui.running import OperationRunner  # noqa: E402
from creditbank_desktop.ui.theme.appearance import apply_look, start_appearance  # noqa: E402
from creditbank_desktop.ui.theme.colours import Look  # noqa: E402
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds  # noqa: E402

SIZES = {"1366x768": (1366, 768, 1.0), "1920x1080": (1920, 1080, 1.0), "1280x720": (1280, 720, 1.5)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take pictures of."""

    languages: tuple[str, ...]
    looks: tuple[Look, ...]
    sizes: tuple[str, ...]
    names: tuple[str, ...]


def take(wanted: Wanted, data: Path, out: Path) -> list[str]:
    """Take the pictures and return what the layout checks found."""
    app = QApplication(["creditbank"])
    resources = ROOT / "resources"
    start_appearance(app, resources / "icons", wanted.looks[0])
    place = OfficePlace(data / "sample" if (data / "sample").exists() else data / "data" / "sample")
    office = staff_again(place, surroundings(resources, SystemClock()))
    runner = OperationRunner()
    faults: list[str] = []
    try:
        for language in wanted.languages:
            switch_language(app, LANGUAGES[language], resources / "translations")
            deeds = AppearanceDeeds(lambda _look: None, lambda _language: None)
            for scene in Stagehand(office, runner, deeds).scenes():
                if not wanted.names or scene.name in wanted.names:
                    faults += Photographer(app, runner, out, language).take(scene, wanted)
    finally:
        runner.close()
        office.close()
    return faults


@dataclass(frozen=True, slots=True)
class Photographer:
    """Takes a screen in every look and size, in one language."""

    app: QApplication
    runner: OperationRunner
    out: Path
    language: str

    def take(self, scene: Scene, wanted: Wanted) -> list[str]:
        """Write the pictures of ``scene`` and return what its layout checks found."""
        faults = []
        for look, size in product(wanted.looks, wanted.sizes):
            apply_look(self.app, look)
            width, height, scale = SIZES[size]
            logical = scene.size_on(round(width / scale), round(height / scale))
            lay_out(scene.window, *logical)
            settle(lambda: self.runner.is_busy)
            path = self.out / f"{self.language}-{look.value}-{size}" / f"{scene.name}.png"
            save_picture(scene.window, path, QSize(*logical) * scale, scale)
            found = (*clipped_words(scene.window), *overlapping_parts(scene.window))
            faults += [f"{scene.name} {self.language} {size}: {fault}" for fault in found]
        return faults


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--language", choices=tuple(LANGUAGES))
    parser.add_argument("--look", choices=tuple(Look), type=Look)
    parser.add_argument("--size", choices=tuple(SIZES))
    options = parser.parse_args(arguments)
    wanted = Wanted(
        (options.language,) if options.language else tuple(LANGUAGES),
        (options.look,) if options.look else tuple(Look),
        (options.size,) if options.size else tuple(SIZES),
        tuple(options.only),
    )
    faults = take(wanted, options.data_dir, options.out)
    print("\n".join(faults) or "No words are cut off.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
