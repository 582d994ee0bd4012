"""Sample scans: the same for a seed, one for every type, clearly fictional, readable in shape."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from creditbank_desktop.app.sample.certificates import Holder, PaperLook, paper_text
from creditbank_desktop.app.sample.ink import Ink
from creditbank_desktop.app.sample.scans import ScanOrder, render_scan
from creditbank_desktop.app.sample.sources import read_sample_sources
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.outcomes import OutcomeType

HOLDER = Holder("李𬭎", "370199200301010019", "1")


@pytest.fixture(scope="module")
def ink(resources: Path) -> Iterator[Ink]:
    made = Ink(resources / "fonts")
    yield made
    made.close()


def fields_of(resources: Path, kind: OutcomeType) -> dict[str, str]:
    entries = read_sample_sources(resources / "sample").entries
    entry = next(entry for entry in entries if entry.type is kind)
    return {**entry.fields, "issued_on": "2025-03-04", "evidence_number": "DX2025000001"}


@pytest.mark.parametrize("kind", OutcomeType)
def test_every_type_has_a_paper_that_can_be_scanned(resources: Path, ink: Ink, kind: OutcomeType) -> None:
    text = paper_text(kind, fields_of(resources, kind), HOLDER)
    assert ("姓名", "李𬭎") in text.rows
    assert len(text.rows) >= 4
    assert all(value and "None" not in value for _, value in text.rows)
    assert text.issuer.endswith("（演示）") or "（演示）" in text.issuer
    data = render_scan(ScanOrder(text, 7), ink)
    image = Image.open(io.BytesIO(data))
    assert image.format == "JPEG"
    assert (image.width > image.height) is (text.look is PaperLook.CERTIFICATE)
    assert len(data) < 150_000
    red = sum(1 for r, g, b in _pixels(image) if r > 150 and g < 110 and b < 110)
    assert red > 5, "the seal is missing"


def test_the_same_seed_gives_the_same_scan(resources: Path, ink: Ink) -> None:
    text = paper_text(OutcomeType.MOOC, fields_of(resources, OutcomeType.MOOC), HOLDER)
    first = render_scan(ScanOrder(text, 11, "PNG"), ink)
    assert first.startswith(b"\x89PNG")
    assert render_scan(ScanOrder(text, 11, "PNG"), ink) == first
    assert render_scan(ScanOrder(text, 12, "PNG"), ink) != first


def test_a_name_without_a_font_is_refused_not_boxed(resources: Path, ink: Ink) -> None:
    holder = Holder("李\ue123", HOLDER.document_number)
    text = paper_text(OutcomeType.MOOC, fields_of(resources, OutcomeType.MOOC), holder)
    with pytest.raises(Refused) as stopped:
        render_scan(ScanOrder(text, 1), ink)
    assert stopped.value.params["characters"] == "\ue123"


def test_what_is_not_stated_leaves_no_row() -> None:
    text = paper_text(OutcomeType.CONTEST, {"title": "甲", "team_size": "1", "member_rank": "1"}, HOLDER)
    assert [label for label, _ in text.rows] == ["姓名", "性别", "证件号码", "赛项"]


def _pixels(image: Image.Image) -> list[tuple[int, int, int]]:
    small = image.convert("RGB").resize((image.width // 4, image.height // 4))
    data = small.tobytes()
    return [(data[place], data[place + 1], data[place + 2]) for place in range(0, len(data), 3)]
