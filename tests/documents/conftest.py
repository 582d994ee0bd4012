"""What the tests of papers share: the shipped fonts, the sample names, and a reader of PDF files."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from creditbank_desktop.documents.fonts import Fonts
from tests.documents.sample_papers import render_all

PageTexts = Callable[[bytes], list[str]]


@pytest.fixture(scope="session")
def fonts(resources: Path) -> Fonts:
    return Fonts(resources / "fonts")


@pytest.fixture(scope="session")
def sample_names(shared_data: Path) -> list[tuple[str, str]]:
    """Return the names with their Latin forms."""
    with (shared_data / "names.csv").open(encoding="utf-8", newline="") as file:
        return [(row["name"], row["latin"]) for row in csv.DictReader(file)]


@pytest.fixture(scope="session")
def page_texts() -> PageTexts:
    """Return a function that extracts the text of each page."""

    def read(file: bytes) -> list[str]:
        document = pypdfium2.PdfDocument(file)
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
        document.close()
        return texts

    return read


@pytest.fixture(scope="session")
def all_papers(fonts: Fonts) -> dict[str, bytes]:
    """Return each paper once, with the usual sample data."""
    return render_all(fonts)
