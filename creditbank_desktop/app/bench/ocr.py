"""How well and how fast certificates are read, beside the truth about what stands on them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from creditbank_desktop.app.bench.measures import Report, figure, timed
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.devices.text_reader import RecognisingReader, is_installed
from creditbank_desktop.domain.page_text import TextPage, rows_of

SEED = 0
"""Nothing is drawn: the pages are those of the sample data."""
RUNS = 3
_MEGABYTE = 1 << 20
_ENDINGS = (".jpg", ".png")


def measure(_learners: int) -> Report:
    """Read every sample certificate whose text is known, `RUNS` times; ends the program without the extra."""
    if not is_installed():
        raise SystemExit(
            "creditbank: text recognition is not installed: pip install 'creditbank-desktop[ocr]'"
        )
    folder = resources_folder() / "sample" / "certificates"
    truth = json.loads((folder / "ground_truth.json").read_text("utf-8"))
    pages = [path for path in sorted(folder.iterdir()) if path.suffix in _ENDINGS]
    with closing(RecognisingReader(idle_s=None)) as reader:
        _page, first = timed(partial(reader.read, pages[0].read_bytes()))
        seconds, wrong = [], []
        for _run in range(RUNS):
            for path in pages:
                page, took = timed(partial(reader.read, path.read_bytes()))
                seconds.append(took / 1_000)
                wrong.append(character_errors(page, truth) * 100)
        peak = reader.peak_bytes
    figures = (
        figure("read a page", "s", seconds),
        figure("read the first page, with the start of the process", "s", [first / 1_000]),
        figure("characters read wrong", "%", wrong),
        figure("memory of the reading process", "MiB", [peak / _MEGABYTE]),
    )
    return Report("ocr", SEED, figures, (f"{len(pages)} pictures of one certificate: {_names(pages)}",))


def character_errors(page: TextPage, truth: Sequence[str]) -> float:
    """Return the share of characters that are wrong: each true line against the row that is most like it.

    Spaces do not count, and neither do rows that no line is like, such as the words of a seal.
    """
    rows = ["".join(line.text for line in row).replace(" ", "") for row in rows_of(page.lines)] or [""]
    lines = [line.replace(" ", "") for line in truth]
    wrong = sum(min(Levenshtein.distance(line, row) for row in rows) for line in lines)
    return wrong / sum(len(line) for line in lines)


def _names(pages: Sequence[Path]) -> str:
    return ", ".join(path.stem.removeprefix("cert_") for path in pages)
